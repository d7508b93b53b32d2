//! Texts that are a little wrong: a token of a text put where another stood, left out, written twice, or a few bytes spoilt.

use crate::support::Random;

/// What stands in place of a value.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1.5",
    "3.0",
    "-0",
    "1e3",
    "9007199254740991",
    "9007199254740992",
    "-9007199254740993",
    "18446744073709551616",
    "123456789012345678901234567890",
    "4294967296",
    "\"\"",
    "\"a b\"",
    "\"2026-02-30\"",
    "\"2026-03-02\"",
    "\"2026-03-02T09:30:00+08:00\"",
    "\"24:00\"",
    "\"\\ud83d\\ude00\"",
    "\"\\udc00\"",
    "\"\\u0000\"",
    "\"人\"",
    "[]",
    "{}",
    "[[]]",
    "[null]",
    "{\"a\":1}",
    "{\"x-a\":{\"b\":[1.5]}}",
    "[1,\"a\",true]",
    "{\"value\":\"a\",\"from\":\"typed\"}",
    "{\"all\":[]}",
    "{\"question\":\"a\",\"is\":true}",
];
/// What stands in place of a key.
const KEYS: &[&str] = &["\"\"", "\"x-own\"", "\"a/b~c\"", "\"on\"", "\"id\"", "\"\\u0069d\"", "\"人\"", "\"\\\"\""];

/// A text, and where its tokens stand: strings, words, numbers, and whole lists and objects.
pub struct Tokens<'t> {
    text: &'t str,
    values: Vec<(usize, usize)>,
    keys: Vec<(usize, usize)>,
}

impl<'t> Tokens<'t> {
    /// Of a text that has been written without white space.
    pub fn of(text: &'t str) -> Self {
        let (mut tokens, mut open, bytes) =
            (Self { text, values: Vec::new(), keys: Vec::new() }, Vec::new(), text.as_bytes());
        let mut at = 0;
        while at < bytes.len() {
            let begin = at;
            match bytes[at] {
                b'{' | b'[' => open.push(at),
                b'}' | b']' => tokens.values.extend(open.pop().map(|begin| (begin, at + 1))),
                b'"' => {
                    at += 1;
                    while at < bytes.len() && bytes[at] != b'"' {
                        at += if bytes[at] == b'\\' { 2 } else { 1 };
                    }
                    let place = (begin, (at + 1).min(bytes.len()));
                    let is_key = bytes.get(at + 1) == Some(&b':');
                    if is_key { &mut tokens.keys } else { &mut tokens.values }.push(place);
                }
                b',' | b':' | b' ' | b'\n' => {}
                _ => {
                    while bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)) {
                        at += 1;
                    }
                    tokens.values.push((begin, at + 1));
                }
            }
            at += 1;
        }
        tokens
    }

    /// One that is a little wrong.
    pub fn mutated(&self, random: &mut Random, into: &mut String) {
        into.clear();
        if self.values.is_empty() || random.below(8) == 0 {
            return self.spoilt(random, into);
        }
        let other = *random.one_of(&self.values);
        let other = self.text.get(other.0..other.1).unwrap_or_default();
        let is_key = !self.keys.is_empty() && random.below(4) == 0;
        let (begin, end) = *random.one_of(if is_key { &self.keys } else { &self.values });
        into.push_str(self.text.get(..begin).unwrap_or_default());
        let old = self.text.get(begin..end).unwrap_or_default();
        match (is_key, random.below(6)) {
            (true, 0) => into.extend([old, ":", *random.one_of(VALUES), ",", old]), // the same key twice
            (true, 1) => into.extend([*random.one_of(KEYS), ":", *random.one_of(VALUES), ",", old]), // one more
            (true, 2 | 3) => into.push_str(random.one_of::<&str>(KEYS)),
            (true, _) => {
                let (begin, end) = *random.one_of(&self.keys);
                into.push_str(self.text.get(begin..end).unwrap_or_default());
            }
            (false, 0 | 1) => into.push_str(other),
            (false, 2) => into.extend(["[", old, ",", *random.one_of(VALUES), "]"]),
            (false, 3) if random.below(40) == 0 => {
                let depth = usize::try_from(random.below(60)).unwrap_or(0);
                into.push_str(&("[".repeat(depth) + old + &"]".repeat(depth)));
            }
            (false, _) => into.push_str(random.one_of::<&str>(VALUES)),
        }
        into.push_str(self.text.get(end..).unwrap_or_default());
    }

    fn spoilt(&self, random: &mut Random, into: &mut String) {
        let mut characters: Vec<char> = self.text.chars().collect();
        for _ in 0..=random.below(2) {
            let at = usize::try_from(random.below(characters.len().max(1) as u64)).unwrap_or(0);
            let new = char::from(*random.one_of(b"{}[],:\"\\0123456789-+.eEtrufalsn \x01\x7f"));
            match random.below(3) {
                0 if at < characters.len() => drop(characters.remove(at)),
                1 if at < characters.len() => characters[at] = new,
                _ => characters.insert(at, new),
            }
        }
        into.extend(characters);
    }
}
