//! 统一社会信用代码 (GB 32100-2015): 17 characters and a check character, weights 3^i mod 31.

use super::{IdentifierFault as Fault, checksum};

/// What a character is worth, if it is of the alphabet.
pub(super) fn worth(character: char) -> Option<usize> {
    match character {
        '0'..='9' => Some(character as usize - '0' as usize),
        'I' | 'O' | 'S' | 'V' | 'Z' => None, // they look like digits
        'A'..='Z' => {
            let left_out = ['I', 'O', 'S', 'V'].iter().filter(|each| **each < character).count();
            Some(character as usize - 'A' as usize + 10 - left_out)
        }
        _ => None,
    }
}

/// The code is known to have 18 characters of the alphabet.
pub(super) fn check(value: &[u8]) -> Result<(), Fault> {
    // Positions 3 to 8 are the region of the registration authority (GB/T 2260): 100000 is the State, 110000 the first.
    let region = value.get(2..8).unwrap_or_default();
    if region < b"100000" || !region.iter().all(u8::is_ascii_digit) {
        return Err(Fault::Region);
    }
    let (last, body) = value.split_last().unwrap_or((&0, &[]));
    let plus = |sum, each: &u8| sum + worth(char::from(*each)).unwrap_or_default();
    let sum = body.iter().rev().fold(0, |sum, each| plus(sum * 3 % 31, each));
    if plus(sum, last) % 31 == 0 { Ok(()) } else { Err(Fault::Check) }
}

/// Whether the organisation code inside (GB 11714) fits its own check character; real codes break it.
pub(super) fn is_whole(value: &[u8]) -> bool {
    value.get(8..17).is_some_and(organisation)
}

/// 组织机构代码 (GB 11714), with or without its hyphen.
pub(super) fn organisation(code: &[u8]) -> bool {
    let body = code.get(..8).unwrap_or_default();
    checksum::mod_11_2(body, checksum::ORGANISATION).as_ref() == code.last()
}

#[cfg(test)]
mod tests {
    use super::worth;

    #[test]
    fn the_alphabet_is_that_of_the_standard() {
        let worths = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(worth);
        assert!(worths.eq((0..31).map(Some)));
        assert!("IOSVZa-".chars().all(|each| worth(each).is_none()));
    }
}
