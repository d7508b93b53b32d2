//! 号码的写法: how many characters a number has, and which may stand where.

use super::{IdentifierFault as Fault, IdentifierKind as Kind, property, uscc};

/// The shapes of a kind, one after another between `|`; what a character of them admits, `admits` says.
const fn shapes(kind: Kind) -> &'static str {
    match kind {
        Kind::ResidentId | Kind::ResidencePermit => "#################*",
        Kind::PermanentResident => "9################*|@@@############",
        Kind::Uscc => "$$$$$$$$$$$$$$$$$$",
        Kind::OrganisationCode => "%%%%%%%%*|%%%%%%%%-*",
        Kind::RegistrationNumber => "###############",
        Kind::HkMacaoPermit => "+########|+##########|+A#######",
        Kind::TaiwanPermit => "########|##########|##########(@)",
        Kind::Passport => {
            "E########|E^#######|G########|DE#######|SE#######|PE#######|\
             H########|K########|MA#######|MB#######"
        }
        Kind::PropertyCertificate => "",
        Kind::BankCard => {
            "#############|##############|###############|################|\
             #################|##################|###################"
        }
        Kind::Mobile => "1~#########",
        Kind::Postcode => "######",
    }
}

fn admits(class: u8, character: char) -> bool {
    let (digit, capital) = (character.is_ascii_digit(), character.is_ascii_uppercase());
    match class {
        b'#' => digit,
        b'@' => capital,
        b'%' => digit || capital,
        b'*' => digit || character == 'X',
        b'^' => capital && !matches!(character, 'I' | 'O'),
        b'+' => matches!(character, 'H' | 'M'),
        b'~' => matches!(character, '3'..='9'),
        b'$' => uscc::worth(character).is_some(),
        b'&' => property::PROVINCES.chars().any(|each| each == character),
        b'(' => matches!(character, '(' | '\u{FF08}'),
        b')' => matches!(character, ')' | '\u{FF09}'),
        own => character == char::from(own),
    }
}

/// Whether characters are as many and as a shape has them.
pub(super) fn fits(shape: &str, value: &str) -> bool {
    let mut rest = value.chars();
    shape.bytes().all(|class| rest.next().is_some_and(|each| admits(class, each))) && rest.next().is_none()
}

/// Whether a number is written as its kind is.
pub(super) fn check(kind: Kind, value: &str) -> Result<(), Fault> {
    let shapes = shapes(kind);
    if shapes.split('|').any(|shape| fits(shape, value)) {
        return Ok(());
    }
    let length = value.chars().count();
    // What other states print is not ours to know.
    if kind == Kind::Passport && matches!(length, 5..=20) && value.chars().all(|each| admits(b'%', each)) {
        return Err(Fault::Foreign);
    }
    let strange = |each: char| !shapes.bytes().any(|class| admits(class, each));
    Err(match shapes.split('|').any(|shape| shape.len() == length) {
        false => Fault::Length,
        true if value.chars().any(strange) => Fault::Character,
        true => Fault::Shape,
    })
}
