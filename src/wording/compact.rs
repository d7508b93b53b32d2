//! Files of sentences as they are compiled in: without line breaks and indentation, which only their editors need.

/// The text of a JSON file on one line.
macro_rules! compact {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const LINE: [u8; $crate::wording::compact::length(TEXT)] = $crate::wording::compact::line(TEXT);
        match std::str::from_utf8(&LINE) {
            Ok(line) => line,
            Err(_) => TEXT, // OK: whole characters were left out, so it is UTF-8 as before
        }
    }};
}
pub(crate) use compact;

/// The text behind a line break and the blanks after it, if it begins with one. In JSON no string holds a line break.
const fn behind_break(text: &[u8]) -> Option<&[u8]> {
    let [b'\n', rest @ ..] = text else { return None };
    let mut rest = rest;
    while let [b' ', after @ ..] = rest {
        rest = after;
    }
    Some(rest)
}

/// Bytes that are left.
pub(crate) const fn length(text: &str) -> usize {
    let (mut rest, mut length) = (text.as_bytes(), 0);
    loop {
        if let Some(behind) = behind_break(rest) {
            rest = behind;
        } else if let [_, after @ ..] = rest {
            (rest, length) = (after, length + 1);
        } else {
            return length;
        }
    }
}

/// What is left.
pub(crate) const fn line<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let mut line = [0; LENGTH];
    let (mut rest, mut places) = (text.as_bytes(), line.as_mut_slice());
    loop {
        if let Some(behind) = behind_break(rest) {
            rest = behind;
        } else if let ([byte, after @ ..], [place, others @ ..]) = (rest, places) {
            *place = *byte;
            (rest, places) = (after, others);
        } else {
            return line;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_file_loses_its_lines_and_nothing_else() {
        let (file, line) = (include_str!("zh-Hans.json"), compact!("zh-Hans.json"));
        assert!(!line.contains('\n') && line.len() < file.len());
        let parsed = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
        assert_eq!(parsed(line), parsed(file));
    }
}
