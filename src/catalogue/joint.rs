//! 一件事联办: several items planned as one. The same question is asked once, the same material handed in once; where
//! rules differ the strictest counts, and it is said whose it is. Every constituent keeps its own limits.

use super::condition::Condition;
use super::fold::fold;
use super::form::Form;
use super::item::Item;
use super::material::Material;
use super::situation::Question;
use super::strictest::{Merging, StrictRule};
use crate::json::{Id, Record, Text};
use crate::law::Procedure;

/// Between the codes of the constituents of a joint item; no code of an item has it.
pub const JOINT: char = '+';

/// A material that several constituents ask for.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct JointMaterial<'a> {
    /// The material.
    pub material: Id<'a>,
    /// The constituents.
    pub items: Vec<Id<'a>>,
    /// Where their rules differ, whose counts.
    #[record(optional)]
    pub strictest: Vec<StrictRule<'a>>,
}

/// Of a joint item, the constituent whose an identifier is.
#[must_use]
pub fn constituent<'c>(joint: &'c str, id: &str) -> Option<&'c str> {
    let begins = |code: &&str| id.strip_prefix(code).is_some_and(|rest| rest.starts_with('.'));
    joint.split(JOINT).filter(|code| code.len() < joint.len()).filter(begins).max_by_key(|code| code.len())
}

/// Makes one item of several, in the caller's order, and says which materials several ask for.
#[must_use]
pub fn joint(parts: Vec<Item<'static>>) -> (Item<'static>, Vec<JointMaterial<'static>>) {
    let mut joining = Joining::default();
    for part in parts {
        joining.add(part);
    }
    joining.materials.retain(|each| each.items.len() > 1);
    (joining.item, joining.materials)
}

/// The joint item as far as it has been put together.
#[derive(Default)]
struct Joining {
    item: Item<'static>,
    /// Of every material of it, who asks for it.
    materials: Vec<JointMaterial<'static>>,
}

/// What the identifiers of one constituent have become: before and after.
#[derive(Default)]
struct Renamed {
    code: String,
    questions: Vec<(Id<'static>, Id<'static>)>,
    materials: Vec<(Id<'static>, Id<'static>)>,
}

fn rename(list: &[(Id<'static>, Id<'static>)], id: &mut Id<'_>) {
    if let Some((_, new)) = list.iter().find(|(old, _)| **old == **id) {
        *id = Id::from(new.to_string());
    }
}

impl Renamed {
    /// Makes an identifier its constituent's own.
    fn own(&self, id: &mut Id<'_>) {
        *id = Id::from(format!("{}.{}", self.code, &**id));
    }

    fn condition(&self, condition: Option<&mut Condition<'static>>) {
        if let Some(condition) = condition {
            condition.questions_mut(&mut |id| rename(&self.questions, id));
        }
    }

    fn form(&self, form: &mut Form<'static>) {
        self.own(&mut form.id);
        self.condition(form.when.as_mut());
        for field in &mut form.fields {
            self.own(&mut field.id);
            self.condition(field.required_when.as_mut());
            if let Some(place) = &mut field.equals {
                rename(&self.materials, &mut place.material);
            }
            field.sum_of.iter_mut().chain(&mut field.not_before).for_each(|id| self.own(id));
        }
    }
}

impl Joining {
    fn add(&mut self, mut part: Item<'static>) {
        self.head(&mut part);
        let mut names = Renamed { code: part.code.to_string(), ..Renamed::default() };
        for material in &part.materials {
            let id = self.place(&names, material);
            names.materials.push((material.id.clone(), id));
        }
        for question in part.questions {
            self.question(question, &mut names);
        }
        for material in part.materials {
            self.material(material, &names);
        }
        part.groups.iter_mut().for_each(|group| names.own(&mut group.id));
        self.item.groups.append(&mut part.groups);
        for screen in &mut part.screens {
            names.own(&mut screen.id);
            names.condition(Some(&mut screen.when));
        }
        self.item.screens.append(&mut part.screens);
        for limit in &mut part.limits {
            limit.after.iter_mut().chain([&mut limit.id]).for_each(|id| names.own(id));
        }
        self.item.limits.append(&mut part.limits);
        for role in &mut part.roles {
            names.own(&mut role.id);
            names.condition(role.when.as_mut());
        }
        self.item.roles.append(&mut part.roles);
        part.forms.iter_mut().for_each(|form| names.form(form));
        self.item.forms.append(&mut part.forms);
    }

    fn head(&mut self, part: &mut Item<'static>) {
        let item = &mut self.item;
        if item.code.is_empty() {
            (item.procedure, item.authority) = (part.procedure, std::mem::take(&mut part.authority));
            (item.code, item.version, item.name) = (part.code.clone(), part.version.clone(), part.name.clone());
        } else {
            item.code = Id::from(format!("{}{JOINT}{}", &*item.code, &*part.code));
            item.version = Id::from(format!("{}{JOINT}{}", &*item.version, &*part.version));
            item.name = Text::from(format!("{}\u{3001}{}", &*item.name, &*part.name));
            if item.authority.name.split('\u{3001}').all(|name| name != &*part.authority.name) {
                item.authority.name = Text::from(format!("{}\u{3001}{}", &*item.authority.name, &*part.authority.name));
            }
            if item.procedure != part.procedure {
                item.procedure = Procedure::Other;
            }
        }
        item.valid_from = item.valid_from.max(part.valid_from);
        item.basis.append(&mut part.basis);
        part.audience.retain(|each| !item.audience.contains(each));
        item.audience.append(&mut part.audience);
        item.windows.append(&mut part.windows);
        item.quota = item.quota.take().or_else(|| part.quota.take());
        item.single |= part.single;
        item.applicant = item.applicant.or(part.applicant);
    }

    /// The identifier under which a material goes: that of the same material of another constituent, its own, or, if
    /// another has that, one with the code before it.
    fn place(&self, names: &Renamed, material: &Material<'_>) -> Id<'static> {
        if let Some(same) = self.item.materials.iter().find(|other| is_same(other, material)) {
            return same.id.clone();
        }
        let mut id = Id::from(material.id.to_string());
        if self.item.materials.iter().any(|other| other.id == id) {
            names.own(&mut id);
        }
        id
    }

    fn question(&mut self, mut question: Question<'static>, names: &mut Renamed) {
        names.condition(question.when.as_mut());
        for id in question.options.iter_mut().flat_map(|option| &mut option.materials) {
            rename(&names.materials, id);
        }
        let before = question.id.clone();
        let other = self.item.questions.iter_mut().find(|other| other.id == question.id);
        match other {
            Some(other) if is_alike(other, &question) => {
                for (option, same) in other.options.iter_mut().zip(question.options) {
                    option.materials.extend(same.materials);
                }
                return names.questions.push((before.clone(), before));
            }
            Some(_) => names.own(&mut question.id),
            None => {}
        }
        names.questions.push((before, question.id.clone()));
        self.item.questions.push(question);
    }

    fn material(&mut self, mut material: Material<'static>, names: &Renamed) {
        rename(&names.materials, &mut material.id);
        names.condition(material.when.as_mut());
        names.condition(material.translation.as_deref_mut());
        names.condition(material.authentication.as_deref_mut());
        for id in material.group.iter_mut().chain(&mut material.per) {
            names.own(id);
        }
        let code = Id::from(names.code.clone());
        let place = self.item.materials.iter().position(|other| other.id == material.id);
        let asked = place.and_then(|place| self.item.materials.get_mut(place).zip(self.materials.get_mut(place)));
        if let Some((old, asked)) = asked {
            let first = asked.items.first().unwrap_or(&code);
            Merging { first, code: &code, strictest: &mut asked.strictest }.merge(old, material);
            asked.items.push(code);
        } else {
            let id = material.id.clone();
            self.materials.push(JointMaterial { material: id, items: vec![code], strictest: Vec::new() });
            self.item.materials.push(material);
        }
    }
}

/// 同一标准材料: the same name and kind, neither one of several nor somebody's own.
fn is_same(one: &Material<'_>, other: &Material<'_>) -> bool {
    let plain = |material: &Material<'_>| material.group.is_none() && material.per.is_none();
    one.kind == other.kind && plain(one) && plain(other) && fold(&one.name) == fold(&other.name)
}

/// Whether two questions ask the same, of the same people, and offer the same answers.
fn is_alike(one: &Question<'_>, other: &Question<'_>) -> bool {
    let mut options = one.options.iter().zip(&other.options);
    one.kind == other.kind
        && fold(&one.label) == fold(&other.label)
        && one.when == other.when
        && one.options.len() == other.options.len()
        && options.all(|(one, other)| one.id == other.id && fold(&one.label) == fold(&other.label))
}
