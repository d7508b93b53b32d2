//! 办理情形: the questions whose answers decide which materials an applicant needs.

use super::condition::Condition;
use crate::error::{ErrorCode, words};
use crate::json::{
    Detach, Id, Map, Read, Reader, Record, Shape, Text, Value, Write, Writer, deserialized, readable, serialized,
};

words! {
    /// 问题类型: what an answer looks like.
    pub enum QuestionKind {
        /// yes or no
        Boolean = "boolean",
        /// 单选: one of the options
        Choice = "choice",
        /// 多选: any of the options
        Choices = "choices",
    }
}
readable!(QuestionKind);

/// 情形选项: one answer a question can have.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Choice<'a> {
    /// Identifier, unique within its question.
    pub id: Id<'a>,
    /// The answer in words.
    pub label: Text<'a>,
    /// Materials that this answer asks for, beside those with a condition of their own.
    #[record(optional)]
    pub materials: Vec<Id<'a>>,
}

/// 情形问题: one question. Questions stand in the order in which they are asked.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Question<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// The question in words.
    pub label: Text<'a>,
    /// What helps to answer it.
    pub help: Option<Text<'a>>,
    /// What an answer looks like.
    pub kind: QuestionKind,
    /// The options of a choice.
    #[record(optional)]
    pub options: Vec<Choice<'a>>,
    /// When the question is asked; it may look at earlier questions only.
    pub when: Option<Condition<'a>>,
}

/// 回答: the answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer<'a> {
    /// Not answered; the key is absent or `null`. Missing is not false.
    #[default]
    None,
    /// Yes or no.
    Boolean(bool),
    /// One option.
    Choice(Id<'a>),
    /// Several options.
    Choices(Vec<Id<'a>>),
}

impl<'a> Read<'a> for Answer<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Answer", |reader| drop(Answer::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        match reader.peek() {
            Some(b'n') => {
                Value::read_any(reader);
                Self::None
            }
            Some(b't' | b'f') => Self::Boolean(reader.boolean().unwrap_or_default()),
            Some(b'[') => Self::Choices(Read::read(reader)),
            _ => Self::Choice(Read::read(reader)),
        }
    }
}

deserialized!(Answer<'static> as Answer<'_>, Answers<'static> as Answers<'_>);
serialized!(Answer<'_>, answer, to => match answer {
    Answer::None => to.serialize_unit(),
    Answer::Boolean(yes) => to.serialize_bool(*yes),
    Answer::Choice(option) => to.serialize_str(option),
    Answer::Choices(options) => to.collect_seq(options),
});

impl Write for Answer<'_> {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::None => to.literal("null"),
            Self::Boolean(yes) => yes.write(to),
            Self::Choice(option) => option.write(to),
            Self::Choices(options) => options.write(to),
        }
    }
}

impl Answer<'_> {
    /// Whether the answer says this: the same, or, where either side has several options, one in common.
    #[must_use]
    pub fn says(&self, wanted: &Answer<'_>) -> bool {
        if let (Self::Boolean(yes), Answer::Boolean(wanted)) = (self, wanted) {
            return yes == wanted;
        }
        self.options().iter().any(|option| wanted.options().contains(option))
    }

    /// Whether there is anything in it that an answer could say.
    #[must_use]
    pub fn can_be_said(&self) -> bool {
        matches!(self, Self::Boolean(_)) || !self.options().is_empty()
    }

    fn options(&self) -> &[Id<'_>] {
        match self {
            Self::Choice(option) => std::slice::from_ref(option),
            Self::Choices(options) => options,
            _ => &[],
        }
    }
}

impl Detach for Answer<'_> {
    type Static = Answer<'static>;
    fn detach(self) -> Answer<'static> {
        match self {
            Self::None => Answer::None,
            Self::Boolean(yes) => Answer::Boolean(yes),
            Self::Choice(option) => Answer::Choice(option.detach()),
            Self::Choices(options) => Answer::Choices(options.detach()),
        }
    }
}

/// 回答: the answers an applicant has given, by question.
pub type Answers<'a> = Map<'a, Answer<'a>>;

impl Question<'_> {
    /// What is wrong with an answer to this question, if anything.
    #[must_use]
    pub fn fault_of(&self, answer: &Answer<'_>) -> Option<ErrorCode> {
        let offered = |option: &Id<'_>| self.options.iter().any(|choice| *choice.id == **option);
        let fits = match (self.kind, answer) {
            (_, Answer::None) | (QuestionKind::Boolean, Answer::Boolean(_)) => true,
            (QuestionKind::Choice, Answer::Choice(option)) => offered(option),
            (QuestionKind::Choices, Answer::Choices(options)) => {
                let twice = |place: usize, option| options.iter().take(place).any(|other| other == option);
                options.iter().enumerate().all(|(place, option)| offered(option) && !twice(place, option))
            }
            _ => false,
        };
        (!fits).then_some(ErrorCode::AnswerInvalid)
    }
}

impl Question<'_> {
    /// An answer to this question as one word. Several options are a set: they are spelt in the question's order.
    pub fn spell(&self, answer: &Answer<'_>, out: &mut String) {
        match answer {
            Answer::None => {}
            Answer::Boolean(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Answer::Choice(option) => out.push_str(option),
            Answer::Choices(options) => {
                out.push('[');
                for choice in self.options.iter().filter(|choice| options.contains(&choice.id)) {
                    out.extend([&*choice.id, ","]);
                }
                out.push(']');
            }
        }
    }

    /// What is wrong with comparing this question to an answer: one it can never have.
    #[must_use]
    pub fn cannot_be(&self, wanted: &Answer<'_>) -> Option<ErrorCode> {
        let fits = match (self.kind, wanted) {
            (QuestionKind::Boolean, wanted) => matches!(wanted, Answer::Boolean(_)),
            (_, Answer::Choice(_) | Answer::Choices(_)) => {
                wanted.options().iter().all(|option| self.options.iter().any(|choice| *choice.id == **option))
            }
            _ => false,
        };
        (!fits).then_some(ErrorCode::ReferenceUnknown)
    }
}
