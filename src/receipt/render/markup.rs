//! 标记: markup being written. Ours goes in as it is, everybody else's words escaped; in an attribute they are safe as well.

/// Whether a character turns or hides the text around it, or is none that a page can hold.
pub(crate) fn hides(each: char) -> bool {
    each.is_control()
        || matches!(each, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(each, '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}'..='\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
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
                other => self.0.push(if hides(other) { char::REPLACEMENT_CHARACTER } else { other }),
            }
        }
        self
    }

    /// A number.
    pub(super) fn number(&mut self, number: u32) -> &mut Self {
        if number >= 10 {
            self.number(number / 10);
        }
        let digit = usize::try_from(number % 10).unwrap_or(0);
        self.raw("0123456789".get(digit..=digit).unwrap_or("0"))
    }
}
