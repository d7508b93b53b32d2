//! 电子表单: what the portal's own form asks for. Nothing may be asked that does not stand here.

use super::condition::Condition;
use super::guide::Evidence;
use super::material::{Fact, FieldType};
use crate::identity::IdentifierKind;
use crate::json::{Id, Record, Text};
use crate::law::Citation;

/// 表单字段与材料所载事实一致: a fact that a material states.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct FieldPlace<'a> {
    /// The material.
    pub material: Id<'a>,
    /// Its field.
    pub field: Id<'a>,
}

/// 表单字段.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct FormField<'a> {
    /// Identifier, unique among all fields of all forms of the item.
    pub id: Id<'a>,
    /// Its name in words.
    pub label: Text<'a>,
    /// What its value looks like.
    #[record(key = "type")]
    pub kind: Option<FieldType>,
    /// Which identity number it is, if it is one.
    pub identifier: Option<IdentifierKind>,
    /// Which fact it states.
    pub fact: Option<Fact>,
    /// Whether it must be filled in.
    #[record(optional)]
    pub required: bool,
    /// When it must be filled in, if not always.
    pub required_when: Option<Condition<'a>>,
    /// Most characters.
    pub max: Option<u32>,
    /// It must say what a material says.
    pub equals: Option<FieldPlace<'a>>,
    /// It is a date that is not before that of another field of the same form.
    pub not_before: Option<Id<'a>>,
    /// It must be the sum of these fields of the same form, all of them whole numbers.
    #[record(optional)]
    pub sum_of: Vec<Id<'a>>,
}

/// 电子表单.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Form<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// 名称.
    pub name: Text<'a>,
    /// When it is filled in; absent, always.
    pub when: Option<Condition<'a>>,
    /// Its fields, in order.
    pub fields: Vec<FormField<'a>>,
    /// 依据; absent, the catalogue entry itself.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 相关人: people or organisations each of whom needs materials of their own — shareholders, parents, children.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Role<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// What each of them is called, such as 股东.
    pub name: Text<'a>,
    /// Fewest; none if absent.
    #[record(optional)]
    pub min: u32,
    /// Most.
    pub max: Option<u32>,
    /// When there are any; absent, always.
    pub when: Option<Condition<'a>>,
    /// Which identity number each must have, where the item asks for one.
    pub identifier: Option<IdentifierKind>,
    /// How well this is known.
    pub evidence: Evidence,
}
