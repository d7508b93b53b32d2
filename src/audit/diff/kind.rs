//! 变更种类: of which kind a difference is, by the keys under which it stands.

use super::change::ChangeKind as Kind;
use super::walk::{Difference, Part, elements, member, text};

/// Of which kind a difference is.
pub(super) fn kind(difference: &Difference<'_>) -> Kind {
    let Difference { keys, old, new, within, .. } = difference;
    let (added, removed) = (old.is_none(), new.is_none());
    match &**keys {
        ["questions", "*"] if added => Kind::QuestionAdded,
        ["questions", "*"] if removed => Kind::QuestionRemoved,
        ["materials", "*"] if added => Kind::MaterialAdded,
        ["materials", "*"] if removed => Kind::MaterialRemoved,
        ["limits", "*"] if added => Kind::LimitAdded,
        ["limits", "*"] if removed => Kind::LimitRemoved,
        ["requirements" | "prerequisites"] if said(*old).eq(said(*new)) => Kind::BasisChanged,
        ["limits", _, "amount"] if ["kind", "trigger", "after", "unit"].iter().all(|key| unchanged(*within, key)) => {
            let (old, new) = (amount(*old), amount(*new));
            if new < old { Kind::LimitShorter } else { Kind::LimitLonger }
        }
        // The order of what the applicant meets, or a list that is empty instead of absent.
        ["questions" | "materials" | "limits" | "groups" | "screens" | "forms" | "roles"] => Kind::ItemChanged,
        // Own keys with names that no pointer can carry.
        [] | ["questions" | "materials" | "limits" | "groups" | "screens" | "forms" | "roles", "*"]
            if !added && !removed =>
        {
            Kind::ItemChanged
        }
        keys => of(keys).unwrap_or(Kind::ItemChanged),
    }
}

/// What conditions say, without what they rest on.
pub(super) fn said(list: Part<'_>) -> impl Iterator<Item = &str> + Clone {
    elements(list).iter().map(|each| text(member(Some(each), "text").or_else(|| member(Some(each), "name"))))
}

/// A number; 0 where there is none.
pub(super) fn amount(value: Part<'_>) -> i64 {
    match value {
        Some(crate::json::Value::Integer(number)) => *number,
        _ => 0,
    }
}

/// Whether a word of two objects is the same.
pub(super) fn unchanged((old, new): (Part<'_>, Part<'_>), key: &str) -> bool {
    text(member(old, key)) == text(member(new, key))
}

/// The kind of a change under these keys; none for keys that are not the catalogue's.
fn of(keys: &[&str]) -> Option<Kind> {
    Some(match keys {
        [.., own] if own.starts_with("x-") => return None,
        [.., "basis" | "evidence"] => Kind::BasisChanged,
        ["name" | "keywords" | "themes" | "notes"]
        | ["texts", ..]
        | ["questions" | "materials" | "groups" | "forms" | "roles" | "screens", .., "name" | "label" | "help"] => {
            Kind::WordingChanged
        }
        ["validFrom" | "validTo" | "windows"] => Kind::PeriodChanged,
        ["requirements" | "prerequisites" | "single"] | ["quota" | "screens", ..] => Kind::RequirementChanged,
        ["questions", ..] => Kind::QuestionChanged,
        ["forms", ..] => Kind::FormChanged,
        ["roles", ..] => Kind::RoleChanged,
        ["groups", ..] => Kind::MaterialNeedChanged,
        ["materials", rest @ ..] => of_material(rest),
        ["limits", ..] => Kind::LimitChanged,
        ["fees", ..] => Kind::FeeChanged,
        ["authority", "phone"]
        | ["venues" | "stages" | "results" | "constituents" | "inquiry" | "progress" | "complaint" | "relief"] => {
            Kind::GuideChanged
        }
        ["authority" | "codes", ..]
        | [
            "code" | "taskCode" | "version" | "power" | "procedure" | "level" | "audience" | "handling" | "mode"
            | "visits" | "applicant",
        ] => Kind::ItemChanged,
        _ => return None,
    })
}

fn of_material(keys: &[&str]) -> Kind {
    match keys {
        [_, "instructions" | "sample"] | [_, "template", "address"] | [_, "files", "note"] => Kind::WordingChanged,
        [_, "need" | "when" | "per" | "group" | "shared" | "agent"]
        | [_, "sharing" | "commitment" | "deferral", ..] => Kind::MaterialNeedChanged,
        _ => Kind::MaterialRuleChanged,
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::catalogue::Item;
    use crate::json::{Shape, Table};

    fn every_key(table: &'static Table, keys: &mut Vec<&'static str>, each: &mut impl FnMut(&[&'static str])) {
        for field in table.fields {
            keys.push(field.key);
            each(keys);
            match field.shape {
                Shape::Record(inner) => every_key(inner, keys, each),
                Shape::List(Shape::Record(inner)) if inner.fields.iter().any(|field| field.key == "id") => {
                    keys.push("*");
                    each(keys);
                    every_key(inner, keys, each);
                    keys.pop();
                }
                _ => {}
            }
            keys.pop();
        }
    }

    #[test]
    fn every_key_of_an_item_has_a_kind() {
        let mut count = 0;
        every_key(Item::TABLE, &mut Vec::new(), &mut |keys| {
            assert!(of(keys).is_some(), "{keys:?}");
            count += 1;
        });
        assert!(count > 150, "{count}");
    }
}
