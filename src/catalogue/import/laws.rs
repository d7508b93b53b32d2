//! 设定依据: the name of a law and the words for its place, matched with the register. What cannot be matched cannot be
//! cited; it is kept in its own words under `x-laws`.

use super::words::Words;
use crate::law::{Status, Statute};
use std::collections::BTreeMap;

/// Brackets whose content is no part of a title: years, numbers, versions.
const BRACKETS: [(char, char); 4] = [('（', '）'), ('(', ')'), ('〔', '〕'), ('[', ']')];
/// What encloses a title.
const QUOTES: [char; 6] = ['《', '》', '<', '>', '〈', '〉'];
/// What may stand between two places.
const BETWEEN: [char; 4] = ['、', '，', ',', ' '];
/// Most places of one clause.
const MAX_PLACES: usize = 100;

/// 条、款、项 of a statute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) statute: &'static str,
    pub(super) article: u32,
    pub(super) paragraph: u32,
    pub(super) item: u32,
}

/// What became of one mention of a law.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// Cited, and whether the words said no more than that.
    Cited(Vec<Place>, bool),
    /// The law is not in the register.
    UnknownLaw,
    /// The law is known, the article is not.
    UnknownArticle,
}

/// The statutes by title, as titles are compared.
#[derive(Debug)]
pub(super) struct Register<'w> {
    words: &'w Words,
    by_title: BTreeMap<String, &'static Statute>,
}

impl<'w> Register<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        let mut register = Self { words, by_title: BTreeMap::new() };
        // A title that has changed hands belongs to the text in force.
        let (in_force, others): (Vec<_>, Vec<_>) =
            Statute::ALL.iter().partition(|statute| statute.status == Status::InForce);
        for statute in in_force.into_iter().chain(others) {
            let title = register.plain_title(statute.title);
            register.by_title.entry(title).or_insert(statute);
        }
        register
    }

    /// A title without quotation marks, white space, what stands in brackets, and the name of the country.
    fn plain_title(&self, title: &str) -> String {
        let (mut plain, mut close) = (String::new(), None);
        for each in title.chars() {
            match close {
                Some(end) if each == end => close = None,
                Some(_) => {}
                None => match BRACKETS.iter().find(|(open, _)| *open == each) {
                    Some((_, end)) => close = Some(*end),
                    None if QUOTES.contains(&each) || each.is_whitespace() => {}
                    None => plain.push(each),
                },
            }
        }
        let country = self.words.get("law", "country").unwrap_or_default();
        plain.strip_prefix(country).map(str::to_owned).unwrap_or(plain)
    }

    /// A law and its clause.
    pub(super) fn cite(&self, title: &str, clause: &str) -> Mention {
        let Some(statute) = self.by_title.get(&self.plain_title(title)) else { return Mention::UnknownLaw };
        let (places, whole) = self.places(statute.id, clause);
        if places.is_empty() { Mention::UnknownArticle } else { Mention::Cited(places, whole) }
    }

    /// Every law in a running text that stands in quotation marks, with the clause right behind it. `None` if there is
    /// no such mark.
    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        let parts = text.split('《').skip(1).filter_map(|part| part.split_once('》'));
        parts.map(|(title, clause)| self.cite(title, clause)).collect()
    }

    /// The places that a clause names, one after the other, and whether it says nothing else.
    fn places(&self, statute: &'static str, clause: &str) -> (Vec<Place>, bool) {
        let mut places: Vec<Place> = Vec::new();
        let mut rest = skip_bracket(clause.trim_start());
        while let Some((number, unit, after)) = self.step(rest).filter(|_| places.len() < MAX_PLACES) {
            let last = places.last().copied();
            let place = match (unit, last) {
                (Part::Article, _) => Place { statute, article: number, paragraph: 0, item: 0 },
                (Part::Paragraph, Some(last)) => Place { paragraph: number, item: 0, ..last },
                (Part::Item, Some(last)) => Place { item: number, ..last },
                _ => break, // a paragraph of no article
            };
            let narrows = last.is_some_and(|last| match unit {
                Part::Article => false,
                Part::Paragraph => last.paragraph == 0 && last.item == 0,
                Part::Item => last.item == 0,
            });
            if narrows {
                places.pop();
            }
            places.push(place);
            let after = after.trim_start_matches(BETWEEN);
            let and = self.words.list("between").find_map(|(word, _)| after.strip_prefix(word));
            rest = and.unwrap_or(after).trim_start();
        }
        (places, rest.trim_end_matches([' ', '。', '.', ';', '；']).is_empty())
    }

    /// One step of a place: 第（二）项.
    fn step<'t>(&self, text: &'t str) -> Option<(u32, Part, &'t str)> {
        let word = |key| self.words.get("law", key);
        let rest = text.strip_prefix(word("ordinal")?)?.trim_start_matches(['（', '(', ' ']);
        let end = rest.find(|each: char| !self.is_numeral(each)).unwrap_or(rest.len());
        let (digits, rest) = rest.split_at_checked(end)?;
        let number = self.number(digits)?;
        let rest = rest.trim_start_matches(['）', ')', ' ']);
        let parts = [(Part::Article, "article"), (Part::Paragraph, "paragraph"), (Part::Item, "item")];
        let (part, rest) = parts.into_iter().find_map(|(part, key)| Some((part, rest.strip_prefix(word(key)?)?)))?;
        // 第八条之一 is another article than the eighth, and a citation has no place for it.
        (!rest.starts_with(word("branch")?)).then_some((number, part, rest))
    }

    fn is_numeral(&self, each: char) -> bool {
        let word = each.to_string();
        each.is_ascii_digit() || self.words.get("numeral", &word).or_else(|| self.words.get("weight", &word)).is_some()
    }

    /// A number up to 9999 in Arabic or Chinese digits.
    fn number(&self, text: &str) -> Option<u32> {
        if text.chars().count() > 8 {
            return None;
        }
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().ok().filter(|number| (1..10_000).contains(number));
        }
        let value = |list, each: char| self.words.get(list, &each.to_string())?.parse::<u32>().ok();
        let (mut sum, mut digit) = (0, None);
        for each in text.chars() {
            if let Some(weight) = value("weight", each) {
                sum += digit.take().unwrap_or(1) * weight;
            } else {
                digit = Some(value("numeral", each)?);
            }
        }
        Some(sum + digit.unwrap_or(0)).filter(|number| *number > 0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Article,
    Paragraph,
    Item,
}

/// What stands in brackets right behind a title: its number or version.
fn skip_bracket(text: &str) -> &str {
    let bracket = BRACKETS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.split_once(*close));
    bracket.map_or(text, |(_, rest)| rest.trim_start())
}
