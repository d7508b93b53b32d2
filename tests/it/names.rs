//! Names: every code point beside Unicode's own data. `YUSHEN_BLESS=1` writes the table of what looks alike anew.

use regex_syntax::hir::{Class, HirKind};
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;
use yushen::receipt::canonical::is_forbidden;
use yushen::receipt::document::names::{NameOf, has_radical, has_rare, is_confusable, is_refused, looks_otherwise};

/// The code points of a property, in order, as `regex-syntax` has them.
struct Property(Vec<(char, char)>);

impl Property {
    fn of(name: &str) -> Self {
        let parsed = regex_syntax::parse(&format!(r"\p{{{name}}}")).unwrap();
        let HirKind::Class(Class::Unicode(class)) = parsed.kind() else { unreachable!("{name} is no class") };
        Self(class.ranges().iter().map(|range| (range.start(), range.end())).collect())
    }

    fn has(&self, each: char) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&each))
    }
}

/// Every code point that a string can hold.
fn all() -> impl Iterator<Item = char> {
    (0..=0x0010_FFFF).filter_map(char::from_u32)
}

/// What `canonical::is_forbidden` lets stand although it is a format character or ignored: variation selectors, and what
/// other scripts are written with.
const WRITTEN: &str =
    "\u{600}\u{601}\u{602}\u{603}\u{604}\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{180E}\u{110BD}\u{110CD}";

#[test]
fn every_code_point_is_judged_by_its_properties() {
    let control = Property::of("Cc");
    let [format, ignored, none] = ["Cf", "Default_Ignorable_Code_Point", "Noncharacter_Code_Point"].map(Property::of);
    let [private, selector, ideograph] = ["Co", "Variation_Selector", "Unified_Ideograph"].map(Property::of);
    let radical = Property::of("Radical");
    for each in all() {
        let place = u32::from(each);
        // U+2028 and U+2029 are all that separate lines and paragraphs (Zl, Zp).
        let never = control.has(each) || none.has(each) || matches!(each, '\u{2028}' | '\u{2029}');
        let written = WRITTEN.contains(each) || ('\u{13430}'..='\u{1343F}').contains(&each);
        let hidden = (format.has(each) && !written) || (ignored.has(each) && !selector.has(each) && !written);
        assert_eq!(is_forbidden(each), never || hidden, "{place:x} in any string");
        let name = format!("张{each}三");
        let official = never || format.has(each) || ignored.has(each) || private.has(each);
        assert_eq!(is_refused(NameOf::Authority, &name), official, "{place:x} in the name of an authority");
        let sequence = matches!(each, '\u{FE00}'..='\u{FE02}' | '\u{E0100}'..='\u{E01EF}');
        let personal = never || format.has(each) || (ignored.has(each) && !sequence);
        assert_eq!(is_refused(NameOf::Person, &name), personal, "{place:x} in the name of a person");
        assert_eq!(has_rare(&name), private.has(each) || selector.has(each), "{place:x} is rare");
        assert_eq!(has_radical(&name), radical.has(each), "{place:x} is a radical");
        if ideograph.has(each) {
            assert!(!is_refused(NameOf::Person, &format!("{each}\u{E0100}")), "{place:x} has variants");
        }
    }
}

/// What a character looks like, if that is something else that Chinese names are written with: ideographs, Latin letters,
/// digits, and the dot between the parts of a name.
fn looks_like(each: char, ideograph: &Property, ignored: &Property) -> Option<String> {
    // Ideographs that look alike are each what somebody is called; 〇, full-width letters, and the Roman numerals of GBK are
    // what Chinese names are written with.
    let own = matches!(each, '\u{3007}' | '\u{2160}'..='\u{216B}' | '\u{2170}'..='\u{2179}' | '\u{FF01}'..='\u{FF5E}');
    if each.is_ascii() || own || ideograph.has(each) || ignored.has(each) {
        return None;
    }
    let text = each.to_string();
    let like: String = skeleton(&text).collect();
    let written = |like: char| like.is_ascii_alphanumeric() || like == '·' || ideograph.has(like);
    (!text.nfd().eq(like.chars()) && !like.is_empty() && like.chars().all(written)).then_some(like)
}

/// The table, as gaps and lengths.
fn table(alike: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in alike {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *code => *last = *code,
            _ => ranges.push((*code, *code)),
        }
    }
    let mut end = 0;
    let (mut out, mut line) = (String::new(), String::from("   "));
    for (first, last) in ranges {
        for byte in [first - end, last - first].into_iter().flat_map(spelt) {
            let entry = format!(" {byte},");
            if line.len() + entry.len() > 118 {
                writeln!(out, "{line}").unwrap();
                line = String::from("   ");
            }
            line += &entry;
        }
        end = last;
    }
    let (major, minor, _) = unicode_security::UNICODE_VERSION;
    format!(
        "//! 形似字符: what looks like an ideograph, a Latin letter, a digit or the dot of a name, and is none.\n//!\n\
         //! From confusables.txt of Unicode {major}.{minor} (UTS #39), by `unicode-security`; written by `tests/it/names.rs`, which compares\n\
         //! every code point.\n\n\
         /// Ranges in order: how far behind the end of the last one the first character stands, and how many follow it. A number is a\n\
         /// byte, or from 255 on that byte and two: the upper one and the lower.\n\
         #[rustfmt::skip]\npub const CONFUSABLE: &[u8] = &[\n{out}{line}\n];\n"
    )
}

fn spelt(number: u32) -> Vec<u8> {
    let [upper, lower] = u16::try_from(number).unwrap().to_be_bytes();
    if number < 255 { vec![lower] } else { vec![255, upper, lower] }
}

#[test]
fn what_looks_alike_is_what_unicode_says() {
    let [ideograph, ignored] = ["Unified_Ideograph", "Default_Ignorable_Code_Point"].map(Property::of);
    let alike: Vec<char> = all().filter(|each| looks_like(*each, &ideograph, &ignored).is_some()).collect();
    assert!(alike.len() > 2000, "{}", alike.len());
    let codes: Vec<u32> = alike.iter().map(|each| u32::from(*each)).collect();
    let (path, text) = ("src/receipt/document/confusable.rs", table(&codes));
    if std::env::var_os("YUSHEN_BLESS").is_some() {
        std::fs::write(path, &text).unwrap();
        return; // what was compiled is the table before
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text, "written anew with YUSHEN_BLESS=1");
    let found: Vec<char> = all().filter(|each| looks_otherwise(*each)).collect();
    assert_eq!(found, alike);
}

#[test]
fn a_name_is_confusable_only_where_all_of_a_word_can_be_taken_for_another() {
    for name in
        ["Pаul", "Расе", "深圳Аcme有限公司", "ロ腔医院", "⼯商局", "阿卜杜勒•热合曼", "𝐀cme", "第ⅼ中学", "Οriental"]
    {
        assert!(is_confusable(name), "{name}");
    }
    for name in [
        "张三",
        "阿卜杜勒·热合曼",
        "Иванов",
        "Ελένη",
        "ロボット",
        "深圳Acme有限公司（第Ⅱ分店）",
        "ＡＢＣ有限公司",
        "二〇二六",
        "㐂田𠮷食品店",
        "José",
        "张\u{E863}三",
        "葛\u{E0100}",
    ] {
        assert!(!is_confusable(name), "{name}");
    }
}
