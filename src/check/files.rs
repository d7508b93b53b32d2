//! 文件: whether the files can be taken as they are — number, kind by bytes, size, name. What the bytes hold beyond that is
//! the inspector's to say.

use super::Checking;
use super::code::FindingCode as Code;
use super::finding::Param;
use crate::application::{Submitted, Via};
use crate::catalogue::{FileRule, Material};
use crate::file::{FileKind, FileReport};
use crate::json::Text;

/// The files of a material that was handed in.
pub(super) fn material<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, submitted: &'a Submitted<'_>) {
    if let Some(rule) = material.files.as_ref().filter(|_| submitted.via == Via::Upload) {
        count(checking, material, rule, submitted.files.len());
    }
    for (index, file) in (0..).zip(&submitted.files) {
        file_form(checking, material, index, file);
    }
}

fn count<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, rule: &FileRule<'_>, have: usize) {
    let have = u32::try_from(have).unwrap_or(u32::MAX);
    let (code, limit) = match rule.max {
        Some(max) if have > max => (Code::FileTooMany, ("max", max)),
        _ if have < rule.min => (Code::MatPageMissing, ("need", rule.min)),
        _ => return,
    };
    let params = [(limit.0, Param::Number(limit.1.into())), ("have", Param::Number(have.into()))];
    let finding = checking.about(code, material).with(params);
    checking.findings.push(finding);
}

fn file_form<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, index: u32, file: &'a FileReport<'_>) {
    for (code, params) in file_faults(material.files.as_ref(), file) {
        let place = format!("{}/files/{index}", checking.place(material));
        let mut finding = checking.about(code, material).with(params).at(place);
        finding.file = Some(index);
        checking.findings.push(finding);
    }
}

type FileFault = (Code, Vec<(&'static str, Param<'static>)>);

/// Everything that is wrong with a file. An empty one has nothing else.
fn file_faults(rule: Option<&FileRule<'_>>, file: &FileReport<'_>) -> Vec<FileFault> {
    let kind = || ("kind", Param::Word(Text::from(file.kind.as_str())));
    if file.size == 0 {
        return vec![(Code::FileEmpty, Vec::new())];
    }
    let mut faults = Vec::new();
    let kinds = rule.map_or(&[][..], |rule| &rule.kinds);
    if !kinds.is_empty() && !kinds.contains(&file.kind) {
        let allowed: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        faults.push((Code::FileTypeNotAllowed, vec![kind(), ("allowed", Param::Word(Text::from(allowed.join(","))))]));
    } else if extension_differs(file) {
        faults.push((Code::FileExtMismatch, vec![kind()]));
    }
    if let Some(max) = rule.and_then(|rule| rule.max_bytes).filter(|max| file.size > i64::from(*max)) {
        faults.push((Code::FileTooLarge, vec![("size", Param::Number(file.size)), ("max", Param::Number(max.into()))]));
    }
    if let Some(min) = rule.and_then(|rule| rule.min_bytes).filter(|min| file.size < i64::from(*min)) {
        faults.push((Code::FileTooSmall, vec![("size", Param::Number(file.size)), ("min", Param::Number(min.into()))]));
    }
    if !is_plain_name(&file.name) {
        faults.push((Code::FileName, Vec::new()));
    }
    faults
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
    !program && name.chars().count() <= LONGEST_NAME && !name.chars().any(odd)
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

/// 同一文件: the same bytes twice, under two materials or as two sides of one, most often a slip of the finger.
pub(super) fn duplicates(checking: &mut Checking<'_>) {
    let mut seen: Vec<(&str, &FileReport<'_>)> = Vec::new();
    let ready = checking.ready;
    for material in &ready.item.materials {
        let Some(submitted) = checking.application.materials.get(&material.id) else { continue };
        for (index, file) in (0u32..).zip(&submitted.files) {
            let same = |other: &&(&str, &FileReport<'_>)| other.1.sha256 == file.sha256;
            if let Some((other, _)) = seen.iter().find(same).filter(|_| file.size > 0) {
                let place = format!("/materials/{}/files/{index}", &*material.id);
                let mut finding = checking.about(Code::FileDuplicate, material).at(place);
                finding.file = Some(index);
                checking.findings.push(finding.with([("other", Param::Word(Text::from(*other)))]));
            }
            seen.push((&material.id, file));
        }
    }
}
