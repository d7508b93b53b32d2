//! 适用材料清单: which materials apply to this applicant, which do not, and what answer would settle the rest.
//!
//! A plan is a value that later stages read. Nothing behind it has a place where another material could be written, so
//! nothing can be demanded that the catalogue does not list (行政许可法 30, 31; 优化营商环境条例 35).

use crate::application::{Application, Via, answer_faults};
use crate::calendar::CivilDate;
use crate::catalogue::{Answer, Answers, Asked, Condition, Item, JointMaterial, Material, Need, Ready, Truth};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result, same, words};
use crate::json::{Id, Record, readable};
use std::fmt::Write as _;

words! {
    /// 适用状态: whether a material applies.
    pub enum Applies {
        /// it is part of this applicant's list
        Yes = "yes",
        /// it is not
        No = "no",
        /// an answer is missing that decides it
        Unknown = "unknown",
    }
}

readable!(Applies);

/// A material in the light of the answers.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
#[expect(clippy::struct_excessive_bools, reason = "as many as the format has")]
pub struct PlannedMaterial<'a> {
    /// The material.
    pub id: Id<'a>,
    /// Whether it applies.
    pub applies: Applies,
    /// 必要性.
    pub need: Need,
    /// 免提交: obtained through data sharing.
    #[record(optional)]
    pub shared: bool,
    /// 告知承诺: a written commitment may stand in its place.
    #[record(optional)]
    pub commitment: bool,
    /// 代理材料.
    #[record(optional)]
    pub agent: bool,
    /// 需要中文译本, by the answers.
    #[record(optional)]
    pub translation: bool,
    /// 需要公证认证, by the answers.
    #[record(optional)]
    pub authentication: bool,
    /// The one-of group it belongs to.
    pub group: Option<Id<'a>>,
    /// The questions whose answers decided, or would decide, that it applies; none if it always does.
    #[record(optional)]
    pub because: Vec<Id<'a>>,
}

/// A question that stands open, and the materials its answer helps to settle.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct OpenQuestion<'a> {
    /// The question.
    pub question: Id<'a>,
    /// The materials; none if it settles who has a part in it, or what is filled in.
    pub settles: Vec<Id<'a>>,
}

/// A question that this applicant is asked.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct AskedQuestion<'a> {
    /// The question.
    pub id: Id<'a>,
    /// Whether it has been answered.
    pub answered: bool,
    /// Whether its answer would still settle something: a material, or whether the item is the right one.
    #[record(optional)]
    pub needed: bool,
}

/// 适用材料清单.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Plan<'a> {
    /// SM3 over item digest, answers and date: what this plan is a plan of.
    #[record(key = "ref")]
    pub reference: Digest,
    /// 事项编码.
    pub item: Id<'a>,
    /// The day it is made for.
    pub on: CivilDate,
    /// Every material of the item, in catalogue order.
    pub materials: Vec<PlannedMaterial<'a>>,
    /// The questions to show, in order.
    pub questions: Vec<AskedQuestion<'a>>,
    /// The questions whose answer would settle something, the most useful first.
    pub open: Vec<OpenQuestion<'a>>,
    /// 联办: materials that several of the items ask for, and whose rule counts.
    #[record(optional)]
    pub joint: Vec<JointMaterial<'a>>,
}

impl<'i> Plan<'i> {
    /// Makes the plan of an item for these answers on this day.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every answer to a question that the item does not ask, or that it cannot have.
    pub fn new(ready: &'i Ready, answers: &'i Answers<'i>, on: CivilDate) -> Result<Self> {
        let mut issues = Vec::new();
        answer_faults(answers, &ready.item, &mut |code, path| issues.push(Issue { code, path }));
        if issues.is_empty() {
            Ok(Self::of(ready, answers, on))
        } else {
            Err(Error::invalid(ErrorCode::RequestInvalid, issues))
        }
    }

    /// The same for answers that have been looked at.
    pub(crate) fn of(ready: &'i Ready, answers: &'i Answers<'i>, on: CivilDate) -> Self {
        let asked = Asked::new(&ready.item.questions, answers);
        let mut plan = Self::made(ready, answers, on, &asked, &|_| true);
        plan.questions = questions(&ready.item, &asked, &plan.open);
        plan.joint.clone_from(&ready.joint);
        plan
    }

    /// The plan that an application is checked against: without the questions to show, and without the reasons for what
    /// has been handed in, which no finding cites.
    #[must_use]
    pub fn to_check(ready: &'i Ready, application: &'i Application<'i>) -> Self {
        let asked = Asked::new(&ready.item.questions, &application.answers);
        let reasons = |material: &Material<'_>| {
            let submitted = application.materials.get(&material.id).filter(|_| material.per.is_none());
            submitted.is_none_or(|submitted| submitted.via != Via::Upload || submitted.files.is_empty())
        };
        Self::made(ready, &application.answers, application.on, &asked, &reasons)
    }

    fn made(
        ready: &'i Ready,
        answers: &'i Answers<'i>,
        on: CivilDate,
        asked: &Asked<'i>,
        reasons: &dyn Fn(&Material<'_>) -> bool,
    ) -> Self {
        let item: &Item<'i> = &ready.item;
        let mut open: Vec<OpenQuestion<'i>> = Vec::new();
        let mut materials = Vec::with_capacity(item.materials.len());
        for material in &item.materials {
            let rule = Rule::of(material, item);
            let truth = rule.truth(asked);
            if truth == Truth::Unknown {
                for question in rule.open_questions(asked) {
                    settled_by(&mut open, question, Some(Id::from(&*material.id)));
                }
            }
            let because = if reasons(material) { rule.because(truth, asked) } else { Vec::new() };
            materials.push(rule.planned(truth, asked, because));
        }
        for question in to_fill_in(item, asked).flat_map(|when| asked.open(when)) {
            settled_by(&mut open, question, None);
        }
        let (reference, open) = (reference(ready, answers, on), most_useful_first(open, item));
        let (item, questions, joint) = (Id::from(&*item.code), Vec::new(), Vec::new());
        Self { reference, item, on, materials, questions, open, joint }
    }
}

/// Notes what an open question settles.
fn settled_by<'i>(open: &mut Vec<OpenQuestion<'i>>, question: &'i str, material: Option<Id<'i>>) {
    match open.iter_mut().find(|each| *each.question == *question) {
        Some(each) => each.settles.extend(material),
        None => open.push(OpenQuestion { question: Id::from(question), settles: material.into_iter().collect() }),
    }
}

/// Conditions still unknown that decide who has a part in it, and which forms and fields are to be filled in.
fn to_fill_in<'p>(item: &'p Item<'_>, asked: &'p Asked<'_>) -> impl Iterator<Item = &'p Condition<'p>> {
    let used = |when: Option<&Condition<'_>>| when.is_none_or(|when| when.truth(asked) != Truth::False);
    let fields = item.forms.iter().filter(move |form| used(form.when.as_ref())).flat_map(|form| &form.fields);
    let roles = item.roles.iter().filter_map(|role| role.when.as_ref());
    let forms = item.forms.iter().filter_map(|form| form.when.as_ref());
    let fields = fields.filter_map(|field| field.required_when.as_ref());
    roles.chain(forms).chain(fields).filter(|when| when.truth(asked) == Truth::Unknown)
}

/// The questions to show. One that is open for a screen only decides no material, but whether the item is the right one.
fn questions<'i>(item: &'i Item<'i>, asked: &Asked<'_>, open: &[OpenQuestion<'_>]) -> Vec<AskedQuestion<'i>> {
    let unknown = item.screens.iter().filter(|screen| screen.when.truth(asked) == Truth::Unknown);
    let screening: Vec<&str> = unknown.flat_map(|screen| asked.open(&screen.when)).collect();
    let shown = asked.iter().zip(&item.questions).filter(|((_, truth, _), _)| *truth == Truth::True);
    let shown = shown.map(|((_, _, answer), question)| AskedQuestion {
        id: Id::from(&*question.id),
        answered: answer.is_some(),
        needed: open.iter().any(|each| *each.question == *question.id) || screening.contains(&&*question.id),
    });
    shown.collect()
}

/// The question that settles most goes first; among equals, the one that is asked first.
fn most_useful_first<'i>(mut open: Vec<OpenQuestion<'i>>, item: &Item<'_>) -> Vec<OpenQuestion<'i>> {
    let order = |question: &str| item.questions.iter().position(|each| *each.id == *question);
    let rank = |each: &OpenQuestion<'_>| (each.settles.len(), std::cmp::Reverse(order(&each.question)));
    let mut sorted = Vec::with_capacity(open.len());
    // A handful of questions: taking the best again and again costs less than a sort does in the module.
    while let Some(best) = (0..open.len()).max_by_key(|place| open.get(*place).map(rank)) {
        sorted.push(open.swap_remove(best));
    }
    sorted
}

/// What a plan is a plan of. The item's digest binds its every word; identifiers have no `=`, `,` or space, so each list
/// of answers has one spelling.
fn reference(ready: &Ready, answers: &Answers<'_>, on: CivilDate) -> Digest {
    let mut text = String::with_capacity(128);
    let _ = write!(text, "{on}"); // writing to a String cannot fail
    for question in &ready.item.questions {
        let answer = answers.get(&question.id).unwrap_or(&Answer::None);
        if *answer != Answer::None {
            text.extend([" ", &question.id, "="]);
            question.spell(answer, &mut text);
        }
    }
    ready.bound_to(text)
}

/// Whether a material applies, in the light of what is asked and answered.
#[cfg(feature = "editor")]
#[must_use]
pub(crate) fn applies(material: &Material<'_>, item: &Item<'_>, asked: &Asked<'_>) -> Truth {
    Rule::of(material, item).truth(asked)
}

/// When a material applies: by its own condition, or because an option asks for it by name; otherwise always. One of
/// people in a role, only if there is that role.
struct Rule<'i> {
    material: &'i Material<'i>,
    role: Option<&'i Condition<'i>>,
    when: Option<&'i Condition<'i>>,
    options: Vec<(&'i str, Condition<'i>)>,
}

impl<'i> Rule<'i> {
    fn of(material: &'i Material<'i>, item: &'i Item<'i>) -> Self {
        let mut options = Vec::new();
        for question in item.questions.iter().filter(|question| !question.options.is_empty()) {
            let wanting = question.options.iter().filter(|option| option.materials.contains(&material.id));
            let wanting: Vec<Id<'i>> = wanting.map(|option| Id::from(&*option.id)).collect();
            if !wanting.is_empty() {
                let id = Id::from(&*question.id);
                options.push((&*question.id, Condition::Answered { question: id, with: Answer::Choices(wanting) }));
            }
        }
        let role = material.per.as_ref().and_then(|id| item.roles.iter().find(|role| same(&role.id, id)));
        Self { material, role: role.and_then(|role| role.when.as_ref()), when: material.when.as_ref(), options }
    }

    fn conditions(&self) -> impl Iterator<Item = &Condition<'i>> {
        self.when.into_iter().chain(self.options.iter().map(|(_, condition)| condition))
    }

    fn truth(&self, asked: &Asked<'_>) -> Truth {
        let role = self.role.map_or(Truth::True, |when| when.truth(asked));
        Truth::all([role, self.own(asked)].into_iter())
    }

    /// Without regard to the role.
    fn own(&self, asked: &Asked<'_>) -> Truth {
        if self.when.is_none() && self.options.is_empty() {
            return Truth::True;
        }
        Truth::any(self.conditions().map(|condition| condition.truth(asked)))
    }

    fn open_questions<'q>(&self, asked: &Asked<'q>) -> Vec<&'q str> {
        let mut open = Vec::new();
        let own = self.conditions().filter(|_| self.own(asked) == Truth::Unknown);
        for question in self.role.into_iter().chain(own).flat_map(|condition| asked.open(condition)) {
            if !open.contains(&question) {
                open.push(question);
            }
        }
        open
    }

    /// The questions that made it so: of the conditions, those that have the truth of the whole.
    fn because(&self, truth: Truth, asked: &Asked<'_>) -> Vec<Id<'i>> {
        let mut because: Vec<Id<'i>> = Vec::new();
        let mut add = |question: &'i str| {
            if !because.iter().any(|each| same(each, question)) {
                because.push(Id::from(question));
            }
        };
        let alone = self.options.is_empty() && self.role.is_none(); // then it is what the whole is
        if let Some(role) = self.role.filter(|role| role.truth(asked) == truth) {
            asked.deciding(role, truth, &mut add);
        }
        if let Some(when) = self.when.filter(|when| alone || when.truth(asked) == truth) {
            asked.deciding(when, truth, &mut add);
        }
        for (question, condition) in &self.options {
            if condition.truth(asked) == truth {
                add(question);
            }
        }
        because
    }

    fn planned(self, truth: Truth, asked: &Asked<'_>, because: Vec<Id<'i>>) -> PlannedMaterial<'i> {
        PlannedMaterial {
            id: Id::from(&*self.material.id),
            applies: match truth {
                Truth::True => Applies::Yes,
                Truth::False => Applies::No,
                Truth::Unknown => Applies::Unknown,
            },
            need: self.material.need,
            shared: self.material.shared,
            commitment: self.material.commitment.is_some(),
            agent: self.material.agent,
            translation: self.material.translation.as_ref().is_some_and(|when| when.truth(asked) == Truth::True),
            authentication: self.material.authentication.as_ref().is_some_and(|when| when.truth(asked) == Truth::True),
            group: self.material.group.as_deref().map(Id::from),
            because,
        }
    }
}
