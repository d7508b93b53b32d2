//! Laws of identity numbers, on generated input: no single mistyped digit passes, nothing traps, what is suggested is
//! right.

use crate::support::Random;
use serde_json::Value;
use yushen::calendar::CivilDate;
use yushen::identity::{IdentifierKind as Kind, check, hint, looks_like, suggestion};

/// The kinds that have a check character.
const CHECKED: [&str; 7] = [
    "resident-id",
    "residence-permit",
    "permanent-resident",
    "uscc",
    "organisation-code",
    "registration-number",
    "bank-card",
];

fn on() -> Option<CivilDate> {
    CivilDate::parse("2026-11-23")
}

/// Every number of the cases, with its kind, and whether it is valid.
fn numbers() -> Vec<(Kind, String, bool)> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../cases/identifiers.json")).unwrap();
    let known = |case: &Value| {
        let (input, valid) = (&case["input"], &case["expected"]["ok"]["valid"]);
        let kind = Kind::from_word(input["kind"].as_str()?)?;
        Some((kind, input["value"].as_str()?.to_owned(), valid.as_bool()?))
    };
    cases.iter().filter_map(known).collect()
}

#[test]
fn every_kind_has_right_and_wrong_numbers_in_the_cases() {
    let numbers = numbers();
    for kind in Kind::ALL {
        let count = |right: bool| numbers.iter().filter(|number| number.0 == *kind && number.2 == right).count();
        assert!(count(true) >= 3 && count(false) >= 3, "{kind}");
    }
}

/// The same number with one digit changed, in every way.
fn mistyped(number: &str) -> Vec<String> {
    let changed = |(at, each): (usize, char)| {
        let digits = ('0'..='9').filter(move |digit| *digit != each && each.is_ascii_digit());
        digits.map(move |digit| (at, digit))
    };
    let replaced = |(at, digit): (usize, char)| {
        number.chars().enumerate().map(|(place, each)| if place == at { digit } else { each }).collect()
    };
    number.chars().enumerate().flat_map(changed).map(replaced).collect()
}

#[test]
fn no_single_mistyped_digit_passes() {
    let mut count = 0;
    for (kind, number, valid) in numbers() {
        // The permanent resident's number of 2017 has no published check.
        let unchecked = kind == Kind::PermanentResident && number.len() == 15;
        let checked = CHECKED.contains(&kind.as_str()) && !unchecked;
        if valid && checked {
            for wrong in mistyped(&number) {
                assert!(check(kind, &wrong, on()).is_err(), "{kind}: {wrong} passes as {number} does");
                count += 1;
            }
        }
    }
    assert!(count > 4000, "{count}");
}

#[test]
fn numbers_that_are_made_up_are_right_with_one_check_character_only() {
    let mut numbers = Random(13);
    let kinds: Vec<Kind> = CHECKED.iter().filter_map(|word| Kind::from_word(word)).collect();
    for _ in 0..2_000 {
        let digits: String = (0..17).map(|_| numbers.one_of(&['0', '1', '2', '3', '9'])).collect();
        let heads = ["44030419900101001", "81000019900101001", "91184019900101001", "91440300MA5F12342", &digits];
        let head = *numbers.one_of(&heads);
        for (kind, length) in kinds.iter().zip([17, 17, 17, 17, 8, 14, 17]) {
            let body: String = head.chars().take(length).collect();
            let ends = ('0'..='9').chain('A'..='Z').map(|end| format!("{body}{end}"));
            let right: Vec<String> = ends.filter(|number| check(*kind, number, on()).is_ok()).collect();
            assert!(right.len() <= 1, "{kind}: {right:?}");
        }
    }
}

/// A text of whatever characters, of those that numbers have more often.
fn random_text(numbers: &mut Random) -> String {
    let likely: Vec<char> = "0123456789０９XxEeHhMmGA（）()-－ 　第号不动产权粤身\u{200B}\u{1F600}é".chars().collect();
    let length = numbers.below(22);
    let any = |numbers: &mut Random| char::from_u32(u32::try_from(numbers.below(0x0011_0000)).unwrap());
    let one = |numbers: &mut Random| match numbers.below(4) {
        0 => any(numbers).unwrap_or('\u{FFFD}'),
        1 => *numbers.one_of(&likely),
        _ => char::from(b'0' + u8::try_from(numbers.below(10)).unwrap()),
    };
    (0..length).map(|_| one(numbers)).collect()
}

/// A right number as people write it, or with something wrong.
fn altered(number: &str, numbers: &mut Random) -> String {
    let full = |each: char| if each.is_ascii_graphic() { char::from_u32(u32::from(each) + 0xFEE0) } else { None };
    let mut text = String::new();
    for each in number.chars() {
        match numbers.below(12) {
            0 => text.push(full(each).unwrap_or(each)),
            1 => text.extend(each.to_lowercase()),
            2 => text.extend([' ', each]),
            3 => text.extend([each, '-']),
            4 if numbers.below(4) == 0 => text.push_str(&random_text(numbers)),
            _ => text.push(each),
        }
    }
    text
}

#[test]
fn nothing_traps_and_what_is_said_is_so() {
    let mut random = Random(17);
    let known = numbers();
    let (mut suggested, mut alike) = (0, 0);
    for _ in 0..6_000 {
        let number = random.one_of(&known).1.clone();
        let text = if random.below(2) == 0 { random_text(&mut random) } else { altered(&number, &mut random) };
        for kind in Kind::ALL.iter().copied() {
            let fault = check(kind, &text, on()).err();
            assert!(fault.is_some() || looks_like(kind, &text, on()).is_none(), "{kind}: {text} is right");
            assert!(fault.is_none() || hint(kind, &text).is_none(), "{kind}: {text} is wrong");
            if let Some(meant) = suggestion(kind, &text, on()) {
                assert_eq!(check(kind, &meant, on()), Ok(()), "{kind}: {meant} for {text}");
                suggested += 1;
            }
            if let Some(other) = looks_like(kind, &text, on()) {
                assert!(other != kind, "{kind}: {text}");
                alike += 1;
            }
        }
    }
    assert!(suggested > 1000 && alike > 1000, "{suggested} suggested, {alike} of another kind");
}
