//! 对申请人的影响: whether a difference asks more or less of the applicant. Where that depends on the applicant, or on
//! words, it is unknown, and says so.

use super::change::{Burden, ChangeKind as Kind};
use super::kind::{amount, said, unchanged};
use super::walk::{Difference, Part, elements, member, text, with_id};
use crate::catalogue::LimitKind;
use crate::json::Value;
use Burden::{Less, More, Same, Unknown};

/// The two items in which a difference stands.
pub(super) type Items<'v> = (Part<'v>, Part<'v>);

/// Whether a difference asks more or less.
pub(super) fn burden(kind: Kind, difference: &Difference<'_>, items: Items<'_>) -> Burden {
    match kind {
        Kind::WordingChanged | Kind::BasisChanged | Kind::GuideChanged => Same,
        Kind::ItemAdded | Kind::ItemRemoved | Kind::PeriodChanged => Unknown,
        Kind::QuestionAdded => More,
        Kind::QuestionRemoved => Less,
        Kind::MaterialAdded => asked_for(difference.new, items),
        Kind::MaterialRemoved => asked_for(difference.old, (items.1, items.0)).reversed(),
        Kind::QuestionChanged => of_a_question(difference, items),
        Kind::MaterialNeedChanged => of_a_need(difference, items),
        Kind::MaterialRuleChanged => of_a_rule(difference),
        Kind::LimitAdded | Kind::LimitRemoved | Kind::LimitShorter | Kind::LimitLonger | Kind::LimitChanged => {
            of_a_limit(kind, difference)
        }
        Kind::FeeChanged => match (total(items.0), total(items.1)) {
            (Some(old), Some(new)) => Burden::growing(old, new),
            _ => Unknown,
        },
        Kind::RequirementChanged => of_a_requirement(difference),
        Kind::FormChanged | Kind::RoleChanged => of_a_form(difference),
        Kind::ItemChanged => of_the_item(difference),
    }
}

impl Difference<'_> {
    /// More of it asks more.
    fn number(&self) -> Burden {
        Burden::growing(amount(self.old), amount(self.new))
    }

    /// A lower bound on top asks more; without one there is none.
    fn cap(&self) -> Burden {
        let cap = |value: Part<'_>| value.map_or(i64::MAX, |_| amount(value));
        Burden::growing(cap(self.new), cap(self.old))
    }

    /// Yes asks more.
    fn flag(&self) -> Burden {
        let yes = |value| value == Some(&Value::Boolean(true));
        Burden::growing(yes(self.old), yes(self.new))
    }

    /// Its being there asks more; what is there both times and differs, nobody can weigh.
    fn presence(&self) -> Burden {
        if self.old.is_some() && self.new.is_some() {
            return Unknown;
        }
        Burden::growing(self.old.is_some(), self.new.is_some())
    }

    /// A place of this word in a ranking; absent is the first.
    fn ranked(&self, ranking: &[&str]) -> Burden {
        let rank = |value| ranking.iter().position(|each| *each == text(value)).unwrap_or(0);
        Burden::growing(rank(self.old), rank(self.new))
    }

    /// A list from which the applicant may choose: more of it asks less. An empty one is `none`.
    fn choice(&self, none: Burden) -> Burden {
        let (old, new) = (elements(self.old), elements(self.new));
        match (old.is_empty(), new.is_empty()) {
            (true, true) => Same,
            (true, false) => none.reversed(),
            (false, true) => none,
            _ => (if new.iter().all(|each| old.contains(each)) { Same } else { Less })
                .and(if old.iter().all(|each| new.contains(each)) { Same } else { More }),
        }
    }
}

fn is_yes(value: Part<'_>, key: &str) -> bool {
    member(value, key) == Some(&Value::Boolean(true))
}

/// A new material asks more, unless nobody has to hand it in or it is one more of a group to choose from.
fn asked_for(material: Part<'_>, (before, after): Items<'_>) -> Burden {
    if text(member(material, "need")) == "optional" || is_yes(material, "shared") {
        return Same;
    }
    let group = text(member(material, "group"));
    let enough =
        |item| with_id(elements(member(item, "groups")), group).map(|it| amount(member(Some(it), "min")).max(1));
    match (enough(before), enough(after)) {
        (Some(before), Some(after)) if after <= before => Less,
        _ => More,
    }
}

/// Whether a material always applies: no condition, and no option that asks for it by name.
fn always(item: Part<'_>, id: &str) -> bool {
    let wanted =
        |option: &Value<'_>| elements(member(Some(option), "materials")).iter().any(|each| text(Some(each)) == id);
    let by_option = || {
        let mut questions = elements(member(item, "questions")).iter();
        questions.any(|question| elements(member(Some(question), "options")).iter().any(wanted))
    };
    let material = with_id(elements(member(item, "materials")), id);
    material.is_some_and(|material| member(Some(material), "when").is_none()) && !by_option()
}

/// One more reason for a material asks more, unless it applied always until now.
fn one_more_reason(id: &str, (before, after): Items<'_>) -> Burden {
    if always(before, id) && !always(after, id) { Less } else { More }
}

fn of_a_question(difference: &Difference<'_>, items: Items<'_>) -> Burden {
    match &*difference.keys {
        [_, _, "when"] => difference.presence().reversed(),
        [_, _, "options", _] if difference.old.is_none() => {
            if member(difference.new, "materials").is_some() {
                Unknown
            } else {
                Same
            }
        }
        [_, _, "options", _] | [_, _, "kind"] => Unknown,
        [_, _, "options", _, "materials"] => {
            let (old, new) = (elements(difference.old), elements(difference.new));
            let added = new.iter().filter(|each| !old.contains(each));
            let removed = old.iter().filter(|each| !new.contains(each));
            let more = added.map(|id| one_more_reason(text(Some(id)), items));
            let less = removed.map(|id| one_more_reason(text(Some(id)), (items.1, items.0)).reversed());
            more.chain(less).fold(Same, Burden::and)
        }
        _ => Same,
    }
}

fn of_a_need(difference: &Difference<'_>, items: Items<'_>) -> Burden {
    let (old, new) = difference.within;
    match &*difference.keys {
        ["groups", _, "min"] => Burden::growing(amount(difference.old).max(1), amount(difference.new).max(1)),
        [_, _, "need"] if is_yes(old, "shared") && is_yes(new, "shared") => Same,
        [_, _, "need"] => difference.ranked(&["optional", "deferrable", "required"]),
        [_, _, "shared"] => difference.flag().reversed(),
        [_, _, "when"] if difference.old.is_none() => one_more_reason(text(member(new, "id")), items),
        [_, _, "when"] if difference.new.is_none() => {
            one_more_reason(text(member(old, "id")), (items.1, items.0)).reversed()
        }
        [_, _, "group" | "commitment" | "deferral"] => difference.presence().reversed(),
        [_, _, "per"] => difference.presence(),
        [_, _, "deferral", "amount"] if unchanged(difference.within, "unit") => difference.number().reversed(),
        [_, _, "when" | "agent"] | [_, _, "commitment" | "deferral", _] => Unknown,
        _ => Same,
    }
}

fn of_a_rule(difference: &Difference<'_>) -> Burden {
    match &*difference.keys {
        [_, _, "medium"] => match (text(difference.old), text(difference.new)) {
            ("" | "either", "" | "either") => Same,
            ("" | "either", _) => More,
            (_, "" | "either") => Less,
            _ => Unknown,
        },
        [_, _, "copies"] | [_, _, "files", "min" | "minBytes"] => difference.number(),
        [_, _, "original"] => difference.ranked(&["", "shown", "kept"]),
        [_, _, "signature"] | [_, _, "validity", "required"] | [_, _, "fields", _, "required"] => difference.flag(),
        [_, _, "seal" | "translation" | "authentication" | "template"]
        | [_, _, "fields", _, "type" | "identifier" | "fact"] => difference.presence(),
        [_, _, "validity", "maxAgeMonths"] | [_, _, "files", "maxBytes" | "max"] => difference.cap(),
        [_, _, "files", "kinds"] => difference.choice(Less),
        [_, _, "fields", _] => required(difference),
        [_, _, "template", "version"] | [_, _, "standard"] => Unknown,
        _ => Same,
    }
}

/// A field that is new or gone counts only where it must be filled in.
fn required(difference: &Difference<'_>) -> Burden {
    let field = difference.new.or(difference.old);
    let must = is_yes(field, "required") || member(field, "requiredWhen").is_some();
    if must { difference.presence() } else { Same }
}

fn of_a_limit(kind: Kind, difference: &Difference<'_>) -> Burden {
    let limit = match kind {
        Kind::LimitAdded | Kind::LimitRemoved => difference.new.or(difference.old),
        _ => difference.within.1,
    };
    let purpose = LimitKind::from_word(text(member(limit, "kind"))).unwrap_or_default();
    // What the applicant must do by a day, or can do from a day before the expiry, is easier with more time; what he
    // waits for is not. By when to renew is counted back, so that more time means earlier.
    let eases = matches!(purpose, LimitKind::Supplement | LimitKind::Filing | LimitKind::Opening);
    match (&*difference.keys, kind) {
        (_, Kind::LimitAdded | Kind::LimitRemoved) => {
            let asks = purpose.is_the_applicants() || purpose == LimitKind::Announcement;
            if asks { difference.presence() } else { Same }
        }
        (_, Kind::LimitShorter | Kind::LimitLonger) if eases => difference.number().reversed(),
        (_, Kind::LimitShorter | Kind::LimitLonger) | ([_, _, "extension", "amount"], _) => difference.number(),
        ([_, _, "extension"], _) => difference.presence(),
        ([_] | [_, _, "extension", "approver"], _) => Same,
        _ => Unknown,
    }
}

/// What has to be paid in all, where every fee is one amount.
fn total(item: Part<'_>) -> Option<i64> {
    let fees = member(item, "fees")?;
    let amounts =
        elements(member(Some(fees), "items")).iter().map(|fee| member(Some(fee), "amount").map(|it| amount(Some(it))));
    amounts.sum()
}

fn of_a_requirement(difference: &Difference<'_>) -> Burden {
    match &*difference.keys {
        ["requirements" | "prerequisites"] => {
            let (old, new) = (said(difference.old), said(difference.new));
            let added = new.clone().any(|each| !old.clone().any(|other| other == each));
            let removed = old.clone().any(|each| !new.clone().any(|other| other == each));
            match (added, removed) {
                (true, false) => More,
                (false, true) => Less,
                (true, true) => Unknown,
                (false, false) => Same,
            }
        }
        ["single"] => difference.flag(),
        ["quota"] => difference.presence(),
        _ => Unknown,
    }
}

fn of_a_form(difference: &Difference<'_>) -> Burden {
    match &*difference.keys {
        [_, _, "when"] => difference.presence().reversed(),
        ["forms", _, "fields", _] => required(difference),
        ["roles", _, "min"] => difference.number(),
        ["roles", _, "max"] | [_, _, "fields", _, "max"] => difference.cap(),
        [_, _, "fields", _, "required"] => difference.flag(),
        [_, _] | ["roles", _, "identifier"] | [_, _, "fields", _, _] => difference.presence(),
        _ => Same,
    }
}

fn of_the_item(difference: &Difference<'_>) -> Burden {
    match &*difference.keys {
        ["visits"] if difference.old.is_some() && difference.new.is_some() => difference.number(),
        ["handling" | "audience"] => difference.choice(Unknown),
        ["applicant"] => difference.presence(),
        ["visits" | "procedure" | "mode"] => Unknown,
        _ => Same,
    }
}
