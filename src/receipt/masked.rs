//! 脱敏: what a sheet shows of people, since it is shown around.

use super::precheck::{PartyEntry, printable};
use crate::application::{Party, PartyKind};
use crate::identity::{self, IdentifierKind};
use crate::json::Text;

/// A party, as a sheet shows it.
pub(super) fn masked(party: &Party<'_>) -> PartyEntry<'static> {
    let person = party.kind == PartyKind::Person;
    let shown = |name: &Text<'_>| printable(&if person { initial(name) } else { name.to_string() });
    let identifier = party.identifier.as_ref();
    // A code of an organisation is public; anything else in its place may be somebody's own number.
    let public =
        |kind, number: &str| !person && kind == IdentifierKind::Uscc && identity::check(kind, number, None).is_ok();
    PartyEntry {
        name: party.name.as_ref().map(shown),
        kind: identifier.map(|identifier| identifier.kind),
        identifier: identifier.map(|identifier| match &*identifier.value {
            number if public(identifier.kind, number) => printable(number),
            number => printable(&mask(number)),
        }),
    }
}

/// The first character of a name.
fn initial(name: &str) -> String {
    name.chars().take(1).chain(['*']).collect()
}

/// The same of a file's, since people put their own into it, and what kind of file it says it is.
pub(super) fn initial_of_file(name: &str) -> String {
    let short = |end: &&str| (1..5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let end = name.rsplit_once('.').filter(|(front, _)| !front.is_empty()).map(|(_, end)| end).filter(short);
    initial(name) + &end.map(|end| [".", end].concat()).unwrap_or_default()
}

/// First three and last two characters; of a shorter number nothing.
fn mask(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    let hidden = |index: usize| index >= 3 && index + 2 < characters.len();
    let short = characters.len() < 10;
    characters.iter().enumerate().map(|(index, each)| if short || hidden(index) { '*' } else { *each }).collect()
}
