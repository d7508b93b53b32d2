//! 电子表单: what the portal's own form asks for. Nothing may be asked that does not stand here.

use super::condition::Condition;
use super::guide::Evidence;
use super::material::{Fact, FieldType};
use crate::identity::IdentifierKind;
use crate::json::{Id, Text, record};
use crate::law::Citation;

record! {
    kept;
    /// 表单字段与材料所载事实一致: a fact that a material states.
    pub struct FieldPlace<'a> {
        /// The material.
        "material" required material: Id<'a>,
        /// Its field.
        "field" required field: Id<'a>,
    }
}

record! {
    kept;
    /// 表单字段.
    pub struct FormField<'a> {
        /// Identifier, unique among all fields of all forms of the item.
        "id" required id: Id<'a>,
        /// Its name in words.
        "label" required label: Text<'a>,
        /// What its value looks like.
        "type" optional kind: Option<FieldType>,
        /// Which identity number it is, if it is one.
        "identifier" optional identifier: Option<IdentifierKind>,
        /// Which fact it states.
        "fact" optional fact: Option<Fact>,
        /// Whether it must be filled in.
        "required" optional required: bool,
        /// When it must be filled in, if not always.
        "requiredWhen" optional required_when: Option<Condition<'a>>,
        /// Most characters.
        "max" optional max: Option<u32>,
        /// It must say what a material says.
        "equals" optional equals: Option<FieldPlace<'a>>,
        /// It is a date that is not before that of another field of the same form.
        "notBefore" optional not_before: Option<Id<'a>>,
        /// It must be the sum of these fields of the same form, all of them whole numbers.
        "sumOf" optional sum_of: Vec<Id<'a>>,
    }
}

record! {
    kept;
    /// 电子表单.
    pub struct Form<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// 名称.
        "name" required name: Text<'a>,
        /// When it is filled in; absent, always.
        "when" optional when: Option<Condition<'a>>,
        /// Its fields, in order.
        "fields" required fields: Vec<FormField<'a>>,
        /// 依据; absent, the catalogue entry itself.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 相关人: people or organisations each of whom needs materials of their own — shareholders, parents, children.
    pub struct Role<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// What each of them is called, such as 股东.
        "name" required name: Text<'a>,
        /// Fewest; none if absent.
        "min" optional min: u32,
        /// Most.
        "max" optional max: Option<u32>,
        /// When there are any; absent, always.
        "when" optional when: Option<Condition<'a>>,
        /// Which identity number each must have, where the item asks for one.
        "identifier" optional identifier: Option<IdentifierKind>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}
