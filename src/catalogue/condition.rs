//! 条件: three-valued conditions on answers. What is not answered is unknown, and unknown is neither yes nor no.

use super::situation::{Answer, Answers, Question};
use crate::error::{ErrorCode, same, words};
use crate::json::{Detach, Id, Read, Reader, Record, Shape, deserialized, readable, serialized};

/// 条件: when a question is asked or a material is needed.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition<'a> {
    /// Every one of these.
    All(Vec<Condition<'a>>),
    /// At least one of these.
    Any(Vec<Condition<'a>>),
    /// Not this.
    Not(Box<Condition<'a>>),
    /// The question is answered with one of these.
    Answered {
        /// The question.
        question: Id<'a>,
        /// The answer that makes it true; of several, any.
        with: Answer<'a>,
    },
}

impl Default for Condition<'_> {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

words! {
    /// 三值: yes, no, or not yet known.
    pub enum Truth {
        /// no
        False = "no",
        /// an answer is missing that could decide it
        Unknown = "unknown",
        /// yes
        True = "yes",
    }
}
readable!(Truth);

impl Truth {
    /// Every one of these.
    pub fn all(parts: impl Iterator<Item = Self>) -> Self {
        parts.fold(Self::True, |truth, part| if (part as u8) < truth as u8 { part } else { truth })
    }

    /// At least one of these.
    pub fn any(parts: impl Iterator<Item = Self>) -> Self {
        parts.fold(Self::False, |truth, part| if part as u8 > truth as u8 { part } else { truth })
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::Unknown => Self::Unknown,
            Self::False => Self::True,
        }
    }
}

/// 条件: exactly one of `all`, `any`, `not`, or `question` with `is`.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct ConditionEntry<'a> {
    /// True if every one is.
    pub all: Option<Vec<Condition<'a>>>,
    /// True if at least one is.
    pub any: Option<Vec<Condition<'a>>>,
    /// True if this is false.
    pub not: Option<Box<Condition<'a>>>,
    /// Identifier of the question whose answer decides.
    pub question: Option<Id<'a>>,
    /// The answer that makes it true; of a list, any.
    pub is: Option<Answer<'a>>,
}

impl<'a> Read<'a> for Condition<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Condition", |reader| drop(Condition::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        let entry = ConditionEntry::read(reader);
        match (entry.all, entry.any, entry.not, entry.question, entry.is) {
            (Some(parts), None, None, None, None) => Self::All(parts),
            (None, Some(parts), None, None, None) => Self::Any(parts),
            (None, None, Some(part), None, None) => Self::Not(part),
            (None, None, None, Some(question), Some(with)) if with.can_be_said() => Self::Answered { question, with },
            _ => {
                reader.fault(ErrorCode::ConditionInvalid);
                Self::default()
            }
        }
    }
}

deserialized!(Condition<'static> as Condition<'_>);
serialized!(Condition<'_>, condition, to => match condition {
    Condition::All(parts) => to.collect_map([("all", parts)]),
    Condition::Any(parts) => to.collect_map([("any", parts)]),
    Condition::Not(part) => to.collect_map([("not", part)]),
    Condition::Answered { question, with } => {
        use serde::ser::SerializeMap as _;
        let mut entries = to.serialize_map(Some(2))?;
        entries.serialize_entry("question", question)?;
        entries.serialize_entry("is", with)?;
        entries.end()
    }
});

impl Detach for Condition<'_> {
    type Static = Condition<'static>;
    fn detach(self) -> Condition<'static> {
        match self {
            Self::All(parts) => Condition::All(parts.detach()),
            Self::Any(parts) => Condition::Any(parts.detach()),
            Self::Not(part) => Condition::Not(part.detach()),
            Self::Answered { question, with } => {
                Condition::Answered { question: question.detach(), with: with.detach() }
            }
        }
    }
}

impl Condition<'_> {
    /// Whether it holds, given what is answered. A question that is not asked has no answer and never will: comparing it
    /// with anything is false, and `not` of that is true.
    #[must_use]
    pub fn truth(&self, asked: &Asked<'_>) -> Truth {
        match self {
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.truth(asked))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.truth(asked))),
            Self::Not(part) => !part.truth(asked),
            Self::Answered { question, with } => asked.truth(question, with),
        }
    }

    /// The questions it looks at, to be renamed.
    pub fn questions_mut(&mut self, each: &mut dyn FnMut(&mut Id<'_>)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.questions_mut(each)),
            Self::Not(part) => part.questions_mut(each),
            Self::Answered { question, .. } => each(question),
        }
    }

    /// The questions it looks at.
    pub fn questions<'c>(&'c self, each: &mut impl FnMut(&'c Id<'_>, &'c Answer<'_>)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.questions(each)),
            Self::Not(part) => part.questions(each),
            Self::Answered { question, with } => each(question, with),
        }
    }
}

/// The questions of an item in the light of the answers: which are asked, and what was said.
#[derive(Debug)]
pub struct Asked<'q> {
    states: Vec<(&'q Question<'q>, Truth, Option<&'q Answer<'q>>)>,
}

impl<'q> Asked<'q> {
    /// Goes through the questions in order; each looks only at those before it.
    #[must_use]
    pub fn new(questions: &'q [Question<'q>], answers: &'q Answers<'q>) -> Self {
        let mut asked = Self { states: Vec::with_capacity(questions.len()) };
        for question in questions {
            let truth = question.when.as_ref().map_or(Truth::True, |when| when.truth(&asked));
            let answer = answers.get(&question.id).filter(|answer| **answer != Answer::None);
            asked.states.push((question, truth, answer));
        }
        asked
    }

    /// Every question, whether it is asked, and its answer.
    pub fn iter(&self) -> impl Iterator<Item = &(&'q Question<'q>, Truth, Option<&'q Answer<'q>>)> {
        self.states.iter()
    }

    fn truth(&self, id: &str, with: &Answer<'_>) -> Truth {
        match self.states.iter().find(|(question, ..)| same(&question.id, id)) {
            None | Some((_, Truth::False, _)) => Truth::False,
            // Whether it is asked or not, an answer that says something else does not say this.
            Some((.., Some(answer))) if !answer.says(with) => Truth::False,
            Some((_, Truth::True, Some(_))) => Truth::True,
            Some(_) => Truth::Unknown,
        }
    }

    /// The questions whose answers make a condition what it is, which is `truth`: of its parts, those that have its own.
    pub fn deciding<'c>(&self, condition: &'c Condition<'_>, truth: Truth, each: &mut dyn FnMut(&'c str)) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let same = parts.iter().filter(|part| part.truth(self) == truth);
                same.for_each(|part| self.deciding(part, truth, each));
            }
            Condition::Not(part) => self.deciding(part, !truth, each),
            Condition::Answered { question, .. } => each(question),
        }
    }

    /// The questions that stand open and could settle an unknown condition, in the order in which they are asked. Parts
    /// that are settled already ask for nothing.
    #[must_use]
    pub fn open(&self, condition: &Condition<'_>) -> Vec<&'q str> {
        let mut wanted: Vec<&str> = Vec::new();
        self.deciding(condition, condition.truth(self), &mut |id| wanted.push(id));
        let mut open = Vec::new();
        // Backwards, because a question depends on earlier ones only: one pass finds every ancestor.
        for (question, truth, answer) in self.states.iter().rev() {
            if !wanted.contains(&&*question.id) {
                continue;
            }
            match (truth, &question.when) {
                (Truth::True, _) if answer.is_none() => open.push(&*question.id),
                (Truth::Unknown, Some(when)) => self.deciding(when, Truth::Unknown, &mut |id| wanted.push(id)),
                _ => {}
            }
        }
        open.reverse();
        open
    }

    /// Whether a question is asked and answered.
    #[must_use]
    pub fn is_answered(&self, id: &str) -> bool {
        self.states
            .iter()
            .any(|(question, truth, answer)| same(&question.id, id) && *truth == Truth::True && answer.is_some())
    }
}
