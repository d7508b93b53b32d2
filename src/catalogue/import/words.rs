//! 词汇: the Chinese words of other systems, as data. A word that is not in `import-words.json` is not understood.

use crate::json::{Limits, Reader, Value};

const SOURCE: &str = include_str!("../../data/import-words.json");

/// The words, by list.
#[derive(Debug)]
pub(super) struct Words(Value<'static>);

impl Words {
    /// The words compiled in.
    pub(super) fn new() -> Self {
        // OK: a test reads this text without a fault
        Self(Reader::tolerant(SOURCE, Limits { bytes: SOURCE.len() }).0)
    }

    /// What a word of a list means.
    pub(super) fn get(&self, list: &str, word: &str) -> Option<&str> {
        match self.list(list).find(|(each, _)| *each == word)?.1 {
            Value::Text(meaning) => Some(meaning),
            _ => None,
        }
    }

    /// A word of ours.
    pub(super) fn label<'w>(&'w self, key: &'w str) -> &'w str {
        self.get("labels", key).unwrap_or(key)
    }

    /// Whether a value says nothing: blank, or a word for nothing.
    pub(super) fn is_empty(&self, text: &str) -> bool {
        super::text::is_blank(text) || self.get("empty", text).is_some()
    }

    /// Whether a text has one of the words of a list in it.
    pub(super) fn occurs(&self, list: &str, text: &str) -> bool {
        self.list(list).any(|(word, _)| text.contains(word))
    }

    /// The words of a list with their meanings.
    pub(super) fn list(&self, list: &str) -> impl Iterator<Item = (&str, &Value<'static>)> {
        let words = match &self.0 {
            Value::Object(lists) => lists.get(list),
            _ => None,
        };
        let words = words.and_then(|words| if let Value::Object(words) = words { Some(words.iter()) } else { None });
        words.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_read_without_a_fault() {
        assert!(Reader::document::<Value<'_>>(SOURCE, Limits { bytes: SOURCE.len() }).is_ok());
        assert!(Words::new().list("empty").all(|(word, _)| Words::new().is_empty(word)));
    }
}
