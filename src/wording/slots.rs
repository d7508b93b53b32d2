//! What stands in the slots of a sentence: names from the catalogue, words of the applicant's from the application.

use super::{Wording, bytes_text, fill};
use crate::application::{Application, Submitted};
use crate::catalogue::{Answer, FieldRule, Item, Material, Question, Screen};
use crate::check::{Finding, FindingCode, Param};

pub(super) struct Slots<'s> {
    pub wording: &'s Wording,
    pub finding: &'s Finding<'s>,
    pub item: &'s Item<'s>,
    pub application: Option<&'s Application<'s>>,
    /// Whether files are called by their material and place: for what is shown around.
    pub masked: bool,
}

impl<'s> Slots<'s> {
    fn said(&self, place: &[&str], own: &str) -> String {
        self.wording.said(self.item, place, own)
    }

    /// Kinds of file, of which one will do: A、B或C.
    fn any_of(&self, list: &str) -> String {
        match list.rsplit_once(',') {
            None => self.kind(list),
            Some((before, final_kind)) => {
                let before = self.joined(before, |kind| self.kind(kind), "list-separator");
                [&before, self.wording.label("or"), &self.kind(final_kind)].concat()
            }
        }
    }

    /// The value of a slot.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        match name {
            "m" => self.about(),
            "other" => self.other(),
            "question" | "second" => self.question(name).map(|it| self.said(&["/questions/", &it.id], &it.label)),
            "answer" => Some(self.answer()).filter(|answer| !answer.is_empty()),
            "list" => self.word("list").map(|list| self.materials(list)),
            "what" => self.word("what").map(|list| self.all_named(list)),
            "file" => Some(self.file_name()),
            "field" => Some(self.field()),
            "kind" => self.word("kind").map(|kind| self.kind(kind)),
            "allowed" => self.word("allowed").map(|list| self.any_of(list)),
            "why" if let Some(kind) = self.word("looksLike") => {
                Some(self.around("looks-like", self.wording.label(kind)))
            }
            "why" | "how" => self.word(name).map(|why| self.wording.label(why).to_string()),
            "item" => Some(self.said(&["/name"], &self.item.name)),
            "dept" => Some(self.said(&["/authority"], &self.item.authority.name)),
            "cond" => self.screen()?.text.as_ref().map(|text| quotable(text)),
            "quota" => self.item.quota.as_ref().map(|quota| quotable(&quota.text)),
            "fields" => self.word("fields").map(|list| self.joined(list, |id| self.form_field(id), "list-separator")),
            "earlier" => self.word("earlier").map(|id| self.earlier(id)),
            "role" => self.word("role").map(|id| self.role(id)),
            "seal" => self.of_material()?.seal.as_ref().map(|seal| seal.to_string()),
            "date" => self.date(),
            _ => self.number(name).or_else(|| self.word(name).map(String::from)).or_else(|| self.version(name)),
        }
    }

    /// The material, and whose it is of people in a role; of a field of the portal's own form, that form.
    fn about(&self) -> Option<String> {
        if let Some(id) = &self.finding.material {
            return Some(self.of_person(self.material_name(id)));
        }
        let field = self.finding.field.as_ref()?;
        let form = self.item.forms.iter().find(|form| form.fields.iter().any(|each| each.id == *field))?;
        Some(self.said(&["/forms/", &form.id], &form.name))
    }

    /// What is one person's in a role, as theirs: 股东（第2位）的股东证件.
    fn of_person(&self, what: String) -> String {
        match self.person(&self.finding.path) {
            Some(person) => [&person, self.wording.label("of"), &what].concat(),
            None => what,
        }
    }

    /// A person in a role, by a path of theirs.
    fn person(&self, path: &str) -> Option<String> {
        let (role, index) = person(path)?;
        let nth = index.saturating_add(1).to_string();
        let role = self.role(role);
        Some(
            fill(self.wording.label("person"), |slot| Some(if slot == "role" { role.clone() } else { nth.clone() }))
                .text,
        )
    }

    /// Another material; of a screen, where to go instead.
    fn other(&self) -> Option<String> {
        match self.screen() {
            Some(screen) => screen.other.as_ref().map(|other| other.to_string()),
            None => self.word("other").map(|id| self.material_name(id)),
        }
    }

    fn screen(&self) -> Option<&'s Screen<'s>> {
        let id = self.word("screen")?;
        self.item.screens.iter().find(|screen| *screen.id == *id)
    }

    /// A day that was computed; else the one that the document states.
    fn date(&self) -> Option<String> {
        if let Some(computed) = self.word("date") {
            return Some(computed.to_string());
        }
        let stated = |submitted: &Submitted<'_>| match self.finding.code {
            FindingCode::DateExpired | FindingCode::DateExpiresSoon => submitted.valid_until,
            FindingCode::DateTooOld => submitted.issued_on,
            _ => None,
        };
        Some(self.submitted().and_then(stated)?.to_string())
    }

    /// A field of the portal's form, quoted.
    fn form_field(&self, id: &str) -> String {
        self.quoted(&self.form_label(id))
    }

    fn form_label(&self, id: &str) -> String {
        let field = self.item.forms.iter().flat_map(|form| &form.fields).find(|field| *field.id == *id);
        self.said(&["/forms/", id], field.map_or(id, |field| &field.label))
    }

    /// The date before which another one stands: of the document itself, or a field of the form.
    fn earlier(&self, id: &str) -> String {
        if self.finding.material.is_some() { self.wording.label(id).to_string() } else { self.form_label(id) }
    }

    fn role(&self, id: &str) -> String {
        let role = self.item.roles.iter().find(|role| *role.id == *id);
        self.said(&["/roles/", id], role.map_or(id, |role| &role.name))
    }

    /// What was handed in under the material of this finding: the application's own, or that of one person in a role.
    fn submitted(&self) -> Option<&'s Submitted<'s>> {
        let material = self.finding.material.as_deref()?;
        let application = self.application?;
        match person(&self.finding.path) {
            Some((role, index)) => application.parties.get(role)?.get(index)?.materials.get(material),
            None => application.materials.get(material),
        }
    }

    /// 现行表格的版本.
    fn version(&self, name: &str) -> Option<String> {
        let template = self.of_material()?.template.as_ref().filter(|_| name == "need")?;
        Some(template.version.to_string())
    }

    fn of_material(&self) -> Option<&'s Material<'s>> {
        self.material(self.finding.material.as_deref()?)
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
        self.said(&["/materials/", id], self.material(id).map_or(id, |material| &material.name))
    }

    fn materials(&self, list: &str) -> String {
        self.joined(list, |id| self.quoted(&self.material_name(id)), "list-separator")
    }

    fn quoted(&self, name: &str) -> String {
        self.around("quoted", name)
    }

    /// A label with a name in its slot.
    fn around(&self, label: &str, name: &str) -> String {
        fill(self.wording.label(label), |_| Some(name.to_string())).text
    }

    /// What can be put right, each once.
    fn all_named(&self, list: &str) -> String {
        let mut names: Vec<String> = Vec::new();
        for name in list.split(',').map(|place| self.named(place)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(self.wording.label("list-separator"))
    }

    /// A field by `material/field`, or by its path in the application: of the form, of a person, else the party itself.
    fn named(&self, place: &str) -> String {
        if let Some(field) = place.strip_prefix("/form/") {
            return self.form_field(field);
        }
        let (material, field) = place.split_once('/').unwrap_or((place, ""));
        let Some(material) = self.material(material) else {
            let party = if place.starts_with("/agent") { "agent" } else { "applicant" };
            return self.person(place).unwrap_or_else(|| self.quoted(&self.party_number(party)));
        };
        let field = material.fields.iter().find(|each| *each.id == *field);
        self.quoted(&field.map_or_else(|| self.material_name(&material.id), |field| self.field_label(material, field)))
    }

    fn field_label(&self, material: &Material<'_>, field: &FieldRule<'_>) -> String {
        self.said(&["/materials/", &material.id, "/", &field.id], &field.label)
    }

    fn joined(&self, list: &str, each: impl Fn(&str) -> String, separator: &str) -> String {
        list.split(',').map(each).collect::<Vec<_>>().join(self.wording.label(separator))
    }

    fn question(&self, name: &str) -> Option<&'s Question<'s>> {
        let id = self.word(name)?;
        self.item.questions.iter().find(|question| *question.id == *id)
    }

    fn answer(&self) -> String {
        let Some(question) = self.question("question") else { return String::new() };
        let answer = self.application.and_then(|application| application.answers.get(&question.id));
        let label = |id: &str| {
            let option = question.options.iter().find(|option| *option.id == *id);
            self.said(&["/questions/", &question.id, "/", id], option.map_or(id, |option| &option.label))
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

    /// The applicant's own name for the file; masked, or without the application, its place.
    fn file_name(&self) -> String {
        let index = self.finding.file.unwrap_or_default();
        let material = self.finding.material.as_deref().unwrap_or_default();
        let submitted = self.submitted().filter(|_| !self.masked);
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
        if let Some((material, field)) = material.zip(field) {
            return self.of_person(self.field_label(material, field));
        }
        if let (None, Some(id)) = (&self.finding.material, &self.finding.field) {
            return self.form_label(id);
        }
        // A date of the document itself has no field of its own.
        let date = self.finding.path.rsplit_once('/').map_or("", |(_, key)| key);
        if let Some(material) = material.filter(|_| matches!(date, "issuedOn" | "validUntil")) {
            return format!(
                "{}{}{}",
                self.material_name(&material.id),
                self.wording.label("of"),
                self.wording.label(date)
            );
        }
        let party = if self.finding.path.starts_with("/agent") { "agent" } else { "applicant" };
        match self.person(&self.finding.path) {
            Some(person) => [&person, self.wording.label("of"), self.number_kind(party)].concat(),
            None => self.party_number(party),
        }
    }

    /// The number of applicant or agent.
    fn party_number(&self, party: &str) -> String {
        [self.wording.label(party), self.number_kind(party)].concat()
    }

    /// The kind of number that is asked for, or that was given.
    fn number_kind(&self, party: &str) -> &'s str {
        let whose = self.application.and_then(|application| match person(&self.finding.path) {
            Some((role, index)) => Some(&application.parties.get(role)?.get(index)?.party),
            None if party == "agent" => application.agent.as_ref(),
            None => application.applicant.as_ref(),
        });
        let given = whose.and_then(|party| party.identifier.as_ref()).map(|identifier| identifier.kind.as_str());
        self.wording.label(self.word("identifier").or(given).unwrap_or_default())
    }

    /// A kind of file as people call it.
    fn kind(&self, kind: &str) -> String {
        let label = self.wording.label(kind);
        if label.is_empty() { kind.to_uppercase() } else { label.to_string() }
    }
}

/// Whose path this is, of people in a role: the role, and which of them.
fn person(path: &str) -> Option<(&str, usize)> {
    let (role, rest) = path.strip_prefix("/parties/")?.split_once('/')?;
    let index = rest.split_once('/').map_or(rest, |(index, _)| index);
    Some((role, index.parse().ok()?))
}

/// A sentence of the catalogue inside another one: without its own full stop.
fn quotable(text: &str) -> String {
    text.trim_end_matches(['\u{3002}', '.']).to_string()
}
