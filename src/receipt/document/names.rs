//! 名称: which characters a name may have, and which of them a reader is warned of. People are called what they are called:
//! their rare characters stand, with a warning. Authorities and items have names that every device shows alike.

use super::body::DocumentBody;
use super::confusable::CONFUSABLE;
use crate::receipt::canonical::is_forbidden;

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// 机关、事项 and what belongs to them.
    Authority,
    /// 个人, or a body that applies.
    Person,
}

/// A name of a document.
#[derive(Debug)]
pub struct Name<'b> {
    /// Whose it is.
    pub of: NameOf,
    /// JSON Pointer into the body.
    pub path: String,
    /// The name.
    pub text: &'b str,
}

/// Every name of a body.
#[must_use]
pub fn names<'b>(body: &'b DocumentBody<'_>) -> Vec<Name<'b>> {
    let (competent, remedies) = (body.competent.as_ref(), body.remedies.as_ref());
    let (contact, agent) = (body.contact.as_ref(), body.agent.as_ref());
    let authorities = [
        ("/issuer/name", Some(&body.issuer.name)),
        ("/issuer/department", body.issuer.department.as_ref()),
        ("/item/name", Some(&body.item.name)),
        ("/competent/name", competent.map(|competent| &competent.name)),
        ("/remedies/reconsideration", remedies.map(|remedies| &remedies.reconsideration)),
        ("/remedies/court", remedies.map(|remedies| &remedies.court)),
        ("/pledge/addressee", body.pledge.as_ref().map(|pledge| &pledge.addressee)),
    ];
    let people = [
        ("/applicant/name", Some(&body.applicant.name)),
        ("/applicant/representative", body.applicant.representative.as_ref()),
        ("/agent/name", agent.map(|agent| &agent.name)),
        ("/agent/representative", agent.and_then(|agent| agent.representative.as_ref())),
        ("/contact/name", contact.and_then(|contact| contact.name.as_ref())),
        ("/handler", body.handler.as_ref()),
    ];
    let mut all = Vec::new();
    for (of, fields) in [(NameOf::Authority, &authorities[..]), (NameOf::Person, &people[..])] {
        let given = fields.iter().filter_map(|(path, text)| Some((path, text.as_ref()?)));
        all.extend(given.map(|(path, text)| Name { of, path: (*path).into(), text }));
    }
    let of = NameOf::Authority;
    for (index, material) in body.materials.iter().enumerate() {
        all.push(Name { of, path: format!("/materials/{index}/name"), text: &material.name });
    }
    for (index, item) in body.fee.iter().flat_map(|fee| &fee.items).enumerate() {
        all.push(Name { of, path: format!("/fee/items/{index}/name"), text: &item.name });
    }
    all
}

/// Whether a name may not stand: it has format characters or such as are no characters; of an authority or an item also
/// those that are ignored, and those for private use.
#[must_use]
pub fn is_refused(of: NameOf, name: &str) -> bool {
    let mut base = ' ';
    name.chars().any(|each| {
        let selected = is_selector(each) && !(of == NameOf::Person && selects(base, each));
        base = each;
        is_forbidden(each) || is_format(each) || selected || (of == NameOf::Authority && is_private(each))
    })
}

/// Format characters (Cf) that other text may have: numerals of Arabic, the vowel separator of Mongolian, hieroglyphs.
const fn is_format(each: char) -> bool {
    matches!(each, '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}' | '\u{180E}')
        || matches!(each, '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}')
}

/// 变体选择符.
const fn is_selector(each: char) -> bool {
    matches!(each, '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether sequences of this kind are registered: of an ideograph those of the Ideographic Variation Database and the
/// standardized ones of compatibility ideographs, of a Mongolian letter its forms.
const fn selects(base: char, selector: char) -> bool {
    match selector {
        '\u{FE00}'..='\u{FE02}' | '\u{E0100}'..='\u{E01EF}' => is_ideograph(base),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => matches!(base, '\u{1820}'..='\u{18AA}'),
        _ => false,
    }
}

/// 统一汉字.
const fn is_ideograph(each: char) -> bool {
    matches!(each, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FA0E}'..='\u{FA29}')
        || matches!(each, '\u{20000}'..='\u{3FFFD}')
}

const fn is_private(each: char) -> bool {
    matches!(each, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// 生僻字: whether a name has a character for private use or a variation sequence, which another device may show otherwise.
#[must_use]
pub fn has_rare(name: &str) -> bool {
    name.chars().any(|each| is_private(each) || is_selector(each))
}

/// 康熙部首: whether a name has a radical in the place of the ideograph that looks like it.
#[must_use]
pub fn has_radical(name: &str) -> bool {
    name.chars().any(|each| matches!(each, '\u{2E80}'..='\u{2E99}' | '\u{2E9B}'..='\u{2EF3}' | '\u{2F00}'..='\u{2FD5}'))
}

/// Whether a word of a name mixes letters of alphabets that look alike: Latin with Cyrillic or Greek.
#[must_use]
pub fn is_mixed(name: &str) -> bool {
    let latin = |each: char| each.is_ascii_alphabetic();
    let alike = |each: char| matches!(each, '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}');
    name.split_whitespace().any(|word| word.chars().any(latin) && word.chars().any(alike))
}

/// Whether a word of a name could be taken for one of Chinese characters, Latin letters and digits, and is not: some of its
/// letters are others that look like them, and all the rest are such. A name that is simply Russian or Japanese is none.
#[must_use]
pub fn is_confusable(name: &str) -> bool {
    let alike = |word: &str| word.chars().any(looks_otherwise);
    name.split_whitespace().any(|word| alike(word) && word.chars().all(|each| is_plain(each) || looks_otherwise(each)))
}

/// What Chinese names are written with: ideographs, ASCII, and the punctuation, symbols and forms of both.
const fn is_plain(each: char) -> bool {
    each.is_ascii()
        || is_ideograph(each)
        || is_private(each)
        || is_selector(each)
        || matches!(each, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{FE30}'..='\u{FE6F}')
        || matches!(each, '\u{FF01}'..='\u{FF5E}')
}

/// Whether a character looks like an ideograph, a Latin letter, a digit or the dot between the parts of a name (UTS #39).
#[must_use]
pub fn looks_otherwise(each: char) -> bool {
    let (code, mut end, mut bytes) = (u32::from(each), 0, CONFUSABLE.iter().map(|byte| u32::from(*byte)));
    let mut number = || {
        let first = bytes.next()?;
        if first < 255 { Some(first) } else { Some(bytes.next()? << 8 | bytes.next()?) }
    };
    while let (Some(gap), Some(more)) = (number(), number()) {
        let start = end + gap;
        end = start + more;
        if (start..=end).contains(&code) {
            return true;
        }
    }
    false
}
