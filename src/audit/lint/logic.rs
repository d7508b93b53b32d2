//! 逻辑: conditions that can never hold or always do, materials that never apply, questions on which nothing depends. Found
//! by trying answers, in the order of the questions, as far as a budget goes.

use super::{Linting, word};
use crate::catalogue::{
    Answer, Answers, Asked, Condition, Item, NoticeCode as Code, Question, QuestionKind, Severity, Truth,
};
use crate::json::{Id, Map};
use crate::plan::applies;
use std::borrow::Cow;

/// Combinations tried for one condition, and for a whole catalogue.
const PER_CONDITION: u32 = 4_000;
const PER_CATALOGUE: u32 = 2_000_000;

/// How many combinations may still be tried.
pub(super) struct Budget(u32);

impl Default for Budget {
    fn default() -> Self {
        Self(PER_CATALOGUE)
    }
}

/// Whether some answers give a truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Possible {
    Yes,
    No,
    /// The budget ended first.
    Unknown,
}

/// Everything about the conditions of one item.
pub(super) fn conditions(linting: &mut Linting<'_, '_>, budget: &mut Budget) {
    let item = linting.item;
    unused(linting);
    for (place, question) in item.questions.iter().enumerate() {
        dead(linting, budget, question.when.as_ref(), &format!("/questions/{place}/when"));
    }
    for (place, screen) in item.screens.iter().enumerate() {
        dead(linting, budget, Some(&screen.when), &format!("/screens/{place}/when"));
    }
    for (place, form) in item.forms.iter().enumerate() {
        dead(linting, budget, form.when.as_ref(), &format!("/forms/{place}/when"));
    }
    for (place, role) in item.roles.iter().enumerate() {
        dead(linting, budget, role.when.as_ref(), &format!("/roles/{place}/when"));
    }
    for (place, material) in item.materials.iter().enumerate() {
        let path = format!("/materials/{place}");
        let named = [("material", word(&*material.id))];
        match possible(item, budget, Truth::True, &|asked| applies(material, item, asked)) {
            Possible::No => linting.note(Code::CatMaterialNever, Severity::Must, &path, None, &named),
            Possible::Unknown => linting.note(Code::CatConditionTooComplex, Severity::Advice, &path, None, &named),
            Possible::Yes => dead(linting, budget, material.when.as_ref(), &format!("{path}/when")),
        }
    }
    groups(linting, budget);
}

/// A condition that is never true, or never false.
fn dead(linting: &mut Linting<'_, '_>, budget: &mut Budget, condition: Option<&Condition<'_>>, path: &str) {
    let Some(condition) = condition else { return };
    let item = linting.item;
    for (wanted, found) in [(Truth::True, "never"), (Truth::False, "always")] {
        match possible(item, budget, wanted, &|asked| condition.truth(asked)) {
            Possible::Yes => {}
            Possible::No => {
                let severity = if wanted == Truth::True { Severity::Must } else { Severity::Advice };
                linting.note(Code::CatConditionDead, severity, path, None, &[("holds", word(found))]);
                return;
            }
            Possible::Unknown => {
                return linting.note(Code::CatConditionTooComplex, Severity::Advice, path, None, &[]);
            }
        }
    }
}

/// A one-of group of which never enough materials apply at once.
fn groups(linting: &mut Linting<'_, '_>, budget: &mut Budget) {
    let item = linting.item;
    for (place, group) in item.groups.iter().enumerate() {
        let members = || item.materials.iter().filter(|each| each.group.as_ref().is_some_and(|id| **id == *group.id));
        let wanted = usize::try_from(group.min.max(1)).unwrap_or(usize::MAX);
        let enough = |asked: &Asked<'_>| {
            let truths = || members().map(|material| applies(material, item, asked));
            let count = |truth| truths().filter(|each| *each == truth).count();
            match count(Truth::True) {
                sure if sure >= wanted => Truth::True,
                sure if sure + count(Truth::Unknown) < wanted => Truth::False,
                _ => Truth::Unknown,
            }
        };
        if possible(item, budget, Truth::True, &enough) == Possible::No {
            let params = [("group", word(&*group.id)), ("min", word(wanted))];
            linting.note(Code::CatGroupUnmeetable, Severity::Must, &format!("/groups/{place}"), None, &params);
        }
    }
}

/// Questions that no condition and no option with materials looks at.
fn unused(linting: &mut Linting<'_, '_>) {
    let item = linting.item;
    let mut used: Vec<&str> = Vec::new();
    let mut look = |condition: Option<&Condition<'_>>| {
        if let Some(condition) = condition {
            condition.questions(&mut |id, _| {
                used.extend(item.questions.iter().find(|question| *question.id == **id).map(|question| &*question.id));
            });
        }
    };
    item.questions.iter().for_each(|question| look(question.when.as_ref()));
    item.screens.iter().for_each(|screen| look(Some(&screen.when)));
    item.roles.iter().for_each(|role| look(role.when.as_ref()));
    for material in &item.materials {
        look(material.when.as_ref());
        look(material.translation.as_deref());
        look(material.authentication.as_deref());
    }
    for form in &item.forms {
        look(form.when.as_ref());
        form.fields.iter().for_each(|field| look(field.required_when.as_ref()));
    }
    let asks = |question: &Question<'_>| question.options.iter().any(|option| !option.materials.is_empty());
    let idle: Vec<(usize, String)> = item
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| !used.contains(&&*question.id) && !asks(question))
        .map(|(place, question)| (place, question.id.to_string()))
        .collect();
    for (place, id) in idle {
        let path = format!("/questions/{place}");
        linting.note(Code::CatQuestionUnused, Severity::Should, &path, None, &[("question", word(&*id))]);
    }
}

/// Whether some answers make `goal` what is wanted.
fn possible(item: &Item<'_>, budget: &mut Budget, wanted: Truth, goal: &dyn Fn(&Asked<'_>) -> Truth) -> Possible {
    let mut left = PER_CONDITION.min(budget.0);
    let before = left;
    let found = search(&item.questions, &Map::default(), &mut left, wanted, goal);
    budget.0 -= before - left;
    found
}

fn search(
    questions: &[Question<'_>],
    answers: &Answers<'_>,
    left: &mut u32,
    wanted: Truth,
    goal: &dyn Fn(&Asked<'_>) -> Truth,
) -> Possible {
    if *left == 0 {
        return Possible::Unknown;
    }
    *left -= 1;
    let asked = Asked::new(questions, answers);
    let truth = goal(&asked);
    if truth != Truth::Unknown {
        return if truth == wanted { Possible::Yes } else { Possible::No };
    }
    let open = asked.iter().find(|(_, truth, answer)| *truth == Truth::True && answer.is_none());
    let Some((question, ..)) = open else { return Possible::No };
    let mut found = Possible::No;
    for answer in domain(question) {
        let mut with = answers.clone();
        with.set(Cow::Borrowed(&question.id), answer);
        match search(questions, &with, left, wanted, goal) {
            Possible::Yes => return Possible::Yes,
            Possible::Unknown => found = Possible::Unknown,
            Possible::No => {}
        }
    }
    found
}

/// The answers that a question can have; of many options that may be chosen together, none, each, each pair, and all.
fn domain<'q>(question: &'q Question<'q>) -> Vec<Answer<'q>> {
    let ids = || question.options.iter().map(|option| Id::from(&*option.id));
    match question.kind {
        QuestionKind::Boolean => vec![Answer::Boolean(true), Answer::Boolean(false)],
        QuestionKind::Choice => ids().map(Answer::Choice).collect(),
        QuestionKind::Choices => {
            let all: Vec<Id<'q>> = ids().collect();
            let mut sets = vec![Answer::Choices(Vec::new()), Answer::Choices(all.clone())];
            for (place, first) in all.iter().enumerate() {
                sets.push(Answer::Choices(vec![first.clone()]));
                let pairs = all.iter().skip(place + 1);
                sets.extend(pairs.map(|second| Answer::Choices(vec![first.clone(), second.clone()])));
            }
            sets
        }
    }
}
