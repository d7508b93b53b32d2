//! Two rules for the same material becoming one: the strictest counts, and it is said whose it is.

use super::condition::Condition;
use super::material::{FileRule, Material, Need, Original, Validity};
use crate::error::words;
use crate::json::{Id, Record, readable};
use std::cmp::Ordering;

words! {
    /// A rule of a material.
    pub enum MaterialRule {
        /// 必要性
        Need = "need",
        /// the formats
        Kinds = "kinds",
        /// the largest file
        MaxBytes = "maxBytes",
        /// how many files
        Files = "files",
        /// 份数
        Copies = "copies",
        /// 原件
        Original = "original",
        /// 有效期
        Validity = "validity",
        /// 签字
        Signature = "signature",
        /// 盖章
        Seal = "seal",
    }
}
readable!(MaterialRule);

/// A rule of a material in which the constituents differ.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct StrictRule<'a> {
    /// Which rule.
    pub rule: MaterialRule,
    /// The constituent whose rule counts, because it is the strictest.
    pub item: Id<'a>,
}

/// A newcomer's rules being added to those of the constituents before it.
pub struct Merging<'m> {
    /// The first of those before it.
    pub first: &'m Id<'static>,
    /// The newcomer.
    pub code: &'m Id<'static>,
    /// Whose rules count so far, where they have differed.
    pub strictest: &'m mut Vec<StrictRule<'static>>,
}

fn need(need: Need) -> u8 {
    match need {
        Need::Required => 2,
        Need::Deferrable => 1,
        Need::Optional => 0,
    }
}

fn original(original: Option<Original>) -> u8 {
    match original {
        Some(Original::Kept) => 2,
        Some(_) => 1,
        None => 0,
    }
}

/// Of two limits from above, how much stricter the new one is: none at all is the mildest.
fn at_most(old: Option<u32>, new: Option<u32>) -> Ordering {
    old.unwrap_or(u32::MAX).cmp(&new.unwrap_or(u32::MAX))
}

fn least(old: Option<u32>, new: Option<u32>) -> Option<u32> {
    old.into_iter().chain(new).min()
}

impl Merging<'_> {
    /// Notes whose rule counts; says whether it is the newcomer's.
    fn newer(&mut self, rule: MaterialRule, new_to_old: Ordering) -> bool {
        let item = match new_to_old {
            Ordering::Greater => self.code,
            Ordering::Less if self.strictest.iter().all(|each| each.rule != rule) => self.first,
            _ => return false,
        };
        self.strictest.retain(|each| each.rule != rule);
        self.strictest.push(StrictRule { rule, item: item.clone() });
        new_to_old.is_gt()
    }

    /// Makes the material what both ask for.
    pub fn merge(&mut self, old: &mut Material<'static>, mut new: Material<'static>) {
        self.need(old, &mut new);
        old.shared &= new.shared;
        old.commitment = old.commitment.take().filter(|_| new.commitment.is_some());
        old.agent |= new.agent;
        old.proof |= new.proof;
        if self.newer(MaterialRule::Copies, new.copies.max(1).cmp(&old.copies.max(1))) {
            old.copies = new.copies;
        }
        if self.newer(MaterialRule::Original, original(new.original).cmp(&original(old.original))) {
            old.original = new.original;
        }
        old.signature |= self.newer(MaterialRule::Signature, new.signature.cmp(&old.signature));
        if self.newer(MaterialRule::Seal, new.seal.is_some().cmp(&old.seal.is_some())) {
            old.seal = new.seal;
        }
        self.validity(&mut old.validity, new.validity);
        self.files(old.files.get_or_insert_default(), new.files.unwrap_or_default());
        for field in new.fields {
            match old.fields.iter_mut().find(|other| other.id == field.id) {
                Some(other) => other.required |= field.required,
                None => old.fields.push(field),
            }
        }
    }

    /// It is needed as much as whoever needs it more, and whenever either does; what one only welcomes counts for nothing
    /// beside what the other needs.
    fn need(&mut self, old: &mut Material<'static>, new: &mut Material<'static>) {
        let order = need(new.need).cmp(&need(old.need));
        if self.newer(MaterialRule::Need, order) {
            std::mem::swap(&mut old.need, &mut new.need);
            std::mem::swap(&mut old.when, &mut new.when);
            old.deferral = new.deferral.take();
        }
        if order.is_eq() || new.need != Need::Optional {
            let both = old.when.take().zip(new.when.take());
            old.when = both.map(|(one, other)| if one == other { one } else { Condition::Any(vec![one, other]) });
        }
    }

    fn validity(&mut self, old: &mut Option<Box<Validity<'static>>>, new: Option<Box<Validity<'static>>>) {
        let months = |rule: &Option<Box<Validity<'_>>>| rule.as_ref().and_then(|rule| rule.max_age_months);
        let required = |rule: &Option<Box<Validity<'_>>>| rule.as_ref().is_some_and(|rule| rule.required);
        let age = at_most(months(old), months(&new));
        self.newer(MaterialRule::Validity, age.then(required(&new).cmp(&required(old))));
        match (old, new) {
            (Some(old), Some(new)) => {
                old.max_age_months = least(old.max_age_months, new.max_age_months);
                old.required |= new.required;
            }
            (old @ None, new) => *old = new,
            _ => {}
        }
    }

    fn files(&mut self, old: &mut FileRule<'static>, new: FileRule<'static>) {
        let both: Vec<_> = old.kinds.iter().filter(|kind| new.kinds.contains(kind)).copied().collect();
        let kinds = |list: &[_]| if list.is_empty() { usize::MAX } else { list.len() };
        self.newer(MaterialRule::Kinds, kinds(&old.kinds).cmp(&kinds(&new.kinds)));
        match (old.kinds.is_empty(), both.is_empty()) {
            (true, _) => old.kinds = new.kinds,
            // Two that have nothing in common leave what the first allows: nothing could meet both.
            (false, true) => {}
            (false, false) => old.kinds = both,
        }
        self.newer(MaterialRule::MaxBytes, at_most(old.max_bytes, new.max_bytes));
        old.max_bytes = least(old.max_bytes, new.max_bytes);
        self.newer(MaterialRule::Files, at_most(old.max, new.max).then(new.min.cmp(&old.min)));
        old.min = old.min.max(new.min);
        old.max = least(old.max, new.max).map(|most| most.max(old.min));
        old.min_bytes = old.min_bytes.max(new.min_bytes);
        old.min_pages = old.min_pages.max(new.min_pages);
        old.max_pages = least(old.max_pages, new.max_pages);
        old.short_side = old.short_side.max(new.short_side);
        old.photo = old.photo.take().or(new.photo);
        old.text |= new.text;
        old.combined &= new.combined;
        old.distinct |= new.distinct;
        old.basis = old.basis.take().or(new.basis);
    }
}
