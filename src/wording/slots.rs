//! What stands in the slots of a sentence: names from the catalogue, words of the applicant's from the application.

use super::{Wording, bytes_text};
use crate::application::Application;
use crate::catalogue::{Answer, Item, Material, Question};
use crate::check::{Finding, Param};

pub(super) struct Slots<'s> {
    pub wording: &'s Wording,
    pub finding: &'s Finding<'s>,
    pub item: &'s Item<'s>,
    pub application: Option<&'s Application<'s>>,
}

impl<'s> Slots<'s> {
    /// The value of a slot.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        match name {
            "m" => self.finding.material.as_ref().map(|id| self.material_name(id)),
            "other" => self.word("other").map(|id| self.material_name(id)),
            "question" => self.question().map(|question| question.label.to_string()),
            "answer" => Some(self.answer()).filter(|answer| !answer.is_empty()),
            "list" => self.word("list").map(|list| self.materials(list)),
            "file" => Some(self.file_name()),
            "field" => Some(self.field()),
            "kind" => self.word("kind").map(|kind| self.kind(kind)),
            "allowed" => self.word("allowed").map(|list| self.joined(list, |kind| self.kind(kind), "or")),
            "why" => self.word("why").map(|why| self.wording.label(why).to_string()),
            _ => self.number(name),
        }
    }

    fn word(&self, name: &str) -> Option<&'s str> {
        match self.finding.params.get(name) {
            Some(Param::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// A number; of bytes where the slot means a size.
    fn number(&self, name: &str) -> Option<String> {
        let Some(Param::Number(number)) = self.finding.params.get(name) else { return None };
        let Some(Param::Number(size)) = self.finding.params.get("size") else { return Some(number.to_string()) };
        let Some(Param::Number(max)) = self.finding.params.get("max") else { return Some(bytes_text(*number)) };
        // Two sizes that read alike are told apart by their bytes.
        Some(if bytes_text(*size) == bytes_text(*max) { format!("{number} B") } else { bytes_text(*number) })
    }

    fn material(&self, id: &str) -> Option<&'s Material<'s>> {
        self.item.materials.iter().find(|material| *material.id == *id)
    }

    fn material_name(&self, id: &str) -> String {
        self.material(id).map_or_else(|| id.to_string(), |material| material.name.to_string())
    }

    fn materials(&self, list: &str) -> String {
        self.joined(list, |id| format!("“{}”", self.material_name(id)), "list-separator")
    }

    fn joined(&self, list: &str, each: impl Fn(&str) -> String, separator: &str) -> String {
        list.split(',').map(each).collect::<Vec<_>>().join(self.wording.label(separator))
    }

    fn question(&self) -> Option<&'s Question<'s>> {
        let id = self.word("question")?;
        self.item.questions.iter().find(|question| *question.id == *id)
    }

    fn answer(&self) -> String {
        let Some(question) = self.question() else { return String::new() };
        let answer = self.application.and_then(|application| application.answers.get(&question.id));
        let label = |id: &str| {
            let option = question.options.iter().find(|option| *option.id == *id);
            option.map_or_else(|| id.to_string(), |option| option.label.to_string())
        };
        match answer {
            Some(Answer::Boolean(yes)) => self.wording.label(if *yes { "yes" } else { "no" }).to_string(),
            Some(Answer::Choice(option)) => label(option),
            Some(Answer::Choices(options)) => options
                .iter()
                .map(|option| label(option))
                .collect::<Vec<_>>()
                .join(self.wording.label("list-separator")),
            Some(Answer::None) | None => String::new(),
        }
    }

    /// The applicant's own name for the file; without the application, its place.
    fn file_name(&self) -> String {
        let index = self.finding.file.unwrap_or_default();
        let material = self.finding.material.as_deref().unwrap_or_default();
        let submitted = self.application.and_then(|application| application.materials.get(material));
        let file = submitted.and_then(|submitted| submitted.files.get(usize::try_from(index).ok()?));
        file.map_or_else(|| format!("{} #{}", self.material_name(material), index + 1), |file| file.name.to_string())
    }

    /// The field of a material, or an identity number of a party.
    fn field(&self) -> String {
        let material = self.finding.material.as_deref().and_then(|id| self.material(id));
        let field = material.and_then(|material| {
            let id = self.finding.field.as_deref()?;
            material.fields.iter().find(|field| *field.id == *id)
        });
        if let Some(field) = field {
            return field.label.to_string();
        }
        let is_agent = self.finding.path.starts_with("/agent");
        let party = self
            .application
            .and_then(|application| if is_agent { application.agent.as_ref() } else { application.applicant.as_ref() });
        let given = party.and_then(|party| party.identifier.as_ref()).map(|identifier| identifier.kind.as_str());
        let kind = self.word("identifier").or(given).unwrap_or_default();
        format!("{}{}", self.wording.label(if is_agent { "agent" } else { "applicant" }), self.wording.label(kind))
    }

    /// A kind of file as people call it.
    fn kind(&self, kind: &str) -> String {
        let label = self.wording.label(kind);
        if label.is_empty() { kind.to_uppercase() } else { label.to_string() }
    }
}
