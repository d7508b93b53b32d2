//! 标记: markup being written. Ours goes in as it is, everybody else's words escaped; in an attribute they are safe as well.

use crate::receipt::canonical::is_forbidden;

/// A character as it is shown: U+FFFD for one that turns or hides the text around it, or that no page can hold.
pub(crate) fn shown(each: char) -> char {
    if is_forbidden(each) { char::REPLACEMENT_CHARACTER } else { each }
}

/// A page being written.
#[derive(Debug, Default)]
pub(super) struct Markup(pub(super) String);

impl Markup {
    /// Markup of ours.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words of anybody's.
    pub(super) fn text(&mut self, words: &str) -> &mut Self {
        for each in words.chars() {
            match each {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(shown(other)),
            }
        }
        self
    }

    /// Words between markup.
    pub(super) fn element(&mut self, opening: &str, words: &str, closing: &str) -> &mut Self {
        self.raw(opening).text(words).raw(closing)
    }

    /// A number.
    pub(super) fn number(&mut self, number: u32) -> &mut Self {
        if number >= 10 {
            self.number(number / 10);
        }
        let digit = usize::try_from(number % 10).unwrap_or(0);
        self.raw("0123456789".get(digit..=digit).unwrap_or("0"))
    }

    /// A length in thousandths of a millimetre, in millimetres.
    #[cfg(feature = "receipts")]
    pub(super) fn length(&mut self, thousandths: u32) -> &mut Self {
        self.number(thousandths / 1000);
        let rest = thousandths % 1000;
        for digit in [rest / 100, rest / 10 % 10, rest % 10].iter().take(decimals(rest)).enumerate() {
            let (place, digit) = digit;
            self.raw(if place == 0 { "." } else { "" }).number(*digit);
        }
        self
    }
}

/// Places behind the point that are not all zero.
#[cfg(feature = "receipts")]
const fn decimals(rest: u32) -> usize {
    match (rest, rest % 100, rest % 10) {
        (0, ..) => 0,
        (_, 0, _) => 1,
        (_, _, 0) => 2,
        _ => 3,
    }
}
