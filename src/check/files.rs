//! 文件: whether the files can be taken as they are — number, kind by bytes, size, name. What the bytes hold beyond that is
//! the inspector's to say.

use super::Checking;
use super::code::{Action, Class, FindingCode as Code, Severity};
use super::finding::Param;
use crate::application::{Submitted, Via};
use crate::catalogue::{FileRule, Material};
use crate::file::{Damage, FileKind, FileReport};
use crate::json::Text;
use crate::law::{Basis, Citation};

/// The files of a material that was handed in.
pub(super) fn material<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, submitted: &'a Submitted<'_>) {
    if let Some(rule) = material.files.as_ref().filter(|_| submitted.via == Via::Upload) {
        count(checking, material, rule, &submitted.files);
    }
    // What is brought on paper, and what the authority has itself, is not judged by files.
    let uploaded = submitted.files.iter().filter(|_| submitted.via == Via::Upload);
    for (index, file) in (0..).zip(uploaded) {
        file_form(checking, material, index, file);
    }
}

/// Whether there are as many as there must be. A document of two pages holds both sides of a card.
fn count<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, rule: &FileRule<'_>, files: &[FileReport<'_>]) {
    let have = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let sides = files.iter().fold(0u32, |sides, file| sides.saturating_add(file.pages.unwrap_or(1)));
    let (code, limit) = match rule.max {
        Some(max) if have > max => (Code::FileTooMany, ("max", max)),
        _ if sides < rule.min => (Code::MatPageMissing, ("need", rule.min)),
        _ => return,
    };
    let params = [(limit.0, Param::Number(limit.1.into())), ("have", Param::Number(have.into()))];
    let finding = checking.about(code, material).with(params);
    checking.findings.push(finding);
}

fn file_form<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, index: u32, file: &'a FileReport<'_>) {
    let mut faults = Faults(Vec::new());
    file_faults(material, file, &mut faults);
    for Fault { code, severity, params, basis } in faults.0 {
        let place = [&checking.base, checking.ready.place(material), "/files/", &index.to_string()].concat();
        let mut finding = checking.about(code, material).with(params).at(place);
        finding.file = Some(index);
        finding.severity = severity.unwrap_or(finding.severity);
        finding.basis = basis.map_or(finding.basis, Basis::cited);
        checking.findings.push(finding);
    }
}

/// One thing that is wrong with a file.
#[derive(Debug)]
pub(super) struct Fault<'a> {
    code: Code,
    severity: Option<Severity>,
    params: Vec<(&'static str, Param<'static>)>,
    basis: Option<&'a Citation<'a>>,
}

/// Everything that is wrong with a file.
#[derive(Debug)]
pub(super) struct Faults<'a>(Vec<Fault<'a>>);

impl<'a> Faults<'a> {
    pub(super) fn add(&mut self, code: Code, params: Vec<(&'static str, Param<'static>)>) {
        self.0.push(Fault { code, severity: None, params, basis: None });
    }

    /// A rule of the catalogue that is not kept: an obstacle only where it says in which text in force it is written.
    pub(super) fn ruled(
        &mut self,
        code: Code,
        basis: Option<&'a Citation<'a>>,
        params: Vec<(&'static str, Param<'static>)>,
    ) {
        let severity = if basis.is_some_and(Citation::is_in_force) { Severity::Must } else { Severity::Should };
        self.0.push(Fault { code, severity: Some(severity), params, basis });
    }

    /// The last one weighs no more than this.
    pub(super) fn at_most(&mut self, severity: Severity) {
        if let Some(last) = self.0.last_mut() {
            last.severity = Some(severity);
        }
    }
}

/// Everything that is wrong with a file. An empty one has nothing else; of one that is not all there, only what stands
/// outside of it.
fn file_faults<'a>(material: &'a Material<'_>, file: &FileReport<'_>, faults: &mut Faults<'a>) {
    let rule = material.files.as_ref();
    let kind = || ("kind", Param::Word(Text::from(file.kind.as_str())));
    if file.size == 0 || file.damage == Some(Damage::Zeros) {
        return faults.add(Code::FileEmpty, Vec::new());
    }
    let kinds = rule.map_or(&[][..], |rule| &rule.kinds);
    let cut = file.damage.is_some();
    // What a document is that is encrypted or broken off in its middle, its bytes do not tell.
    let told =
        !matches!(file.kind, FileKind::Ole | FileKind::Zip | FileKind::Unknown) || (file.locked.is_none() && !cut);
    if !kinds.is_empty() && !kinds.contains(&file.kind) && told {
        let mut allowed = String::with_capacity(32);
        for kind in kinds {
            allowed.extend([if allowed.is_empty() { "" } else { "," }, kind.as_str()]);
        }
        faults.add(Code::FileTypeNotAllowed, vec![kind(), ("allowed", Param::Word(Text::from(allowed)))]);
    } else if extension_differs(file) && told {
        faults.add(Code::FileExtMismatch, vec![kind()]);
    }
    if let Some(max) = rule.and_then(|rule| rule.max_bytes).filter(|max| file.size > i64::from(*max)) {
        faults.add(Code::FileTooLarge, vec![("size", Param::Number(file.size)), ("max", Param::Number(max.into()))]);
    }
    if let Some(min) = rule.and_then(|rule| rule.min_bytes).filter(|min| file.size < i64::from(*min)) {
        faults.add(Code::FileTooSmall, vec![("size", Param::Number(file.size)), ("min", Param::Number(min.into()))]);
    }
    if !is_plain_name(&file.name) {
        faults.add(Code::FileName, Vec::new());
    }
    if cut {
        return faults.add(Code::FileTruncated, Vec::new());
    }
    super::inspected::inside(material, file, faults);
}

/// Longest file name that other systems take, in characters.
const LONGEST_NAME: usize = 100;

/// A name that every system takes: not long, without control characters or characters that turn or divide text, and not
/// a program behind another ending.
fn is_plain_name(name: &str) -> bool {
    let odd = |each: char| {
        each.is_control()
            || matches!(each, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
            || matches!(each, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
    };
    let program = name
        .rsplit_once('.')
        .is_some_and(|(stem, extension)| stem.contains('.') && names(FileKind::Exe.extensions(), extension));
    // Of what is odd, all that is no sign of ASCII begins with one of two bytes.
    let perhaps = |byte: u8| matches!(byte, 0xC2 | 0xE2) || (byte.is_ascii() && odd(char::from(byte)));
    let long = name.len() > LONGEST_NAME && name.chars().count() > LONGEST_NAME;
    let strange = name.bytes().any(perhaps) && name.chars().any(odd);
    !program && !long && !strange
}

/// The name promises a kind that people know by it, and the bytes are another.
fn extension_differs(file: &FileReport<'_>) -> bool {
    let known = file.kind.extensions();
    let Some((_, extension)) = file.name.rsplit_once('.') else { return false };
    !names(known, extension) && FileKind::ALL.iter().any(|kind| names(kind.extensions(), extension))
}

fn names(extensions: &[&str], extension: &str) -> bool {
    extensions.iter().any(|each| each.eq_ignore_ascii_case(extension))
}

/// A file where it stands: the path of its material, the material, its place in it.
type Placed<'a> = (String, &'a Material<'a>, u32, &'a FileReport<'a>);

/// 同一文件: the same bytes twice, under two materials, for two people, or as two sides of one, most often a slip of the
/// finger. Not where one file may hold several materials; an obstacle only where the catalogue forbids it.
pub(super) fn duplicates(checking: &mut Checking<'_>) {
    let mut seen: Vec<Placed<'_>> = Vec::new();
    let rule = |material: &Material<'_>, of: fn(&FileRule<'_>) -> bool| material.files.as_ref().is_some_and(of);
    for (base, material, index, file) in given(checking) {
        let same = |other: &&Placed<'_>| other.3.sha256 == file.sha256 && file.size > 0;
        let other = seen.iter().find(same);
        let combined = |other: &Placed<'_>| {
            let elsewhere = other.1.id != material.id || other.0 != base;
            elsewhere && [material, other.1].iter().any(|each| rule(each, |rule| rule.combined))
        };
        if let Some((_, other, place, _)) = other.filter(|other| !combined(other)) {
            let mut finding = checking.about(Code::FileDuplicate, material).at(format!("{base}/files/{index}"));
            if [material, *other].iter().any(|each| rule(each, |rule| rule.distinct)) {
                (finding.severity, finding.class) = (Severity::Must, Class::Defective);
                finding.remedy.action = Action::Replace;
            }
            finding.file = Some(index);
            let params =
                [("other", Param::Word(Text::from(&*other.id))), ("otherFile", Param::Number((*place).into()))];
            checking.findings.push(finding.with(params));
        }
        seen.push((base, material, index, file));
    }
}

/// Every file, of the application's own materials and of everybody's in a role.
fn given<'a>(checking: &Checking<'a>) -> Vec<Placed<'a>> {
    let (ready, application) = (checking.ready, checking.application);
    let mut files = Vec::new();
    let mut add = |base: &str, material: &'a Material<'a>, submitted: Option<&'a Submitted<'a>>| {
        let place = || [base, "/materials/", &material.id].concat();
        let each = submitted.into_iter().flat_map(|submitted| (0u32..).zip(&submitted.files));
        files.extend(each.map(|(index, file)| (place(), material, index, file)));
    };
    for material in &ready.item.materials {
        add("", material, application.materials.get(&material.id));
    }
    for role in &ready.item.roles {
        for (index, person) in application.parties.get(&role.id).into_iter().flatten().enumerate() {
            let base = format!("/parties/{}/{index}", &*role.id);
            let of_role = ready.item.materials.iter().filter(|each| each.per.as_ref().is_some_and(|id| *id == role.id));
            of_role.for_each(|material| add(&base, material, person.materials.get(&material.id)));
        }
    }
    files
}
