//! 要素: what a guide must tell, and what a rule must say to be a rule.

use super::{Linting, word};
use crate::catalogue::{LimitKind, Need, NoticeCode as Code, Severity};
use crate::file::FileKind;
use crate::law::{GUIDE_CONTENT, LICENCE_LIMIT, LICENCE_LIST};

/// 办事指南要素 (国务院令第716号 6, 行政许可法 30): each one that is missing is named.
pub(super) fn guide(linting: &mut Linting<'_, '_>) {
    let item = linting.item;
    let has = |kind| item.limits.iter().any(|limit| limit.kind == kind);
    let elements = [
        ("basis", !item.basis.is_empty()),
        ("requirements", !item.requirements.get().is_empty()),
        ("limits", has(LimitKind::Promised) || has(LimitKind::Statutory)),
        ("venues", !item.venues.get().is_empty()),
        ("stages", !item.stages.get().is_empty()),
        ("fees", !item.fees.is_empty()),
        ("inquiry", !item.inquiry.get().is_empty()),
        ("progress", !item.progress.get().is_empty()),
        ("complaint", !item.complaint.get().is_empty()),
        ("relief", !item.relief.get().is_empty()),
        ("results", !item.results.get().is_empty()),
        ("level", item.level.is_some()),
        ("handling", !item.handling.is_empty()),
    ];
    let rule = if linting.is_licence() { &LICENCE_LIST } else { &GUIDE_CONTENT };
    for (element, _) in elements.iter().filter(|(_, present)| !present) {
        let basis = Some(rule.basis());
        linting.note(Code::CatElementMissing, Severity::Should, "", basis, &[("element", word(element))]);
    }
    if linting.is_licence() && !has(LimitKind::Statutory) {
        let basis = Some(LICENCE_LIMIT.basis());
        linting.note(Code::CatLicenceNoLimit, Severity::Must, "/limits", basis, &[]);
    }
}

/// The parts of 告知承诺, 容缺后补 and 免提交, rules for files, names.
pub(super) fn materials(linting: &mut Linting<'_, '_>) {
    let item = linting.item;
    for (place, material) in item.materials.iter().enumerate() {
        let path = format!("/materials/{place}");
        let sharing = (!material.sharing.is_empty()).then(|| material.sharing.get());
        let deferral = material.deferral.as_deref();
        let parts = [
            ("sharing", material.shared && sharing.is_none()),
            ("sharing.fallback", sharing.as_ref().is_some_and(|sharing| sharing.fallback.is_none())),
            ("deferral", material.need == Need::Deferrable && deferral.is_none()),
            ("deferral.consequence", deferral.is_some_and(|deferral| deferral.consequence.is_none())),
            ("commitment.excluded", material.commitment.as_ref().is_some_and(|promise| promise.excluded.is_none())),
            ("need", material.need != Need::Deferrable && deferral.is_some()),
        ];
        let named = ("material", word(&*material.id));
        for (part, _) in parts.iter().filter(|(_, missing)| *missing) {
            let severity = if part.contains('.') { Severity::Should } else { Severity::Must };
            linting.note(Code::CatPartMissing, severity, &path, None, &[named.clone(), ("part", word(part))]);
        }
        if material.files.as_ref().is_some_and(|files| !can_be_met(&files.kinds, files.max_bytes)) {
            let path = format!("{path}/files");
            linting.note(Code::CatFileRuleImpossible, Severity::Must, &path, None, std::slice::from_ref(&named));
        }
        let twin = item.materials.iter().take(place).find(|other| other.name == material.name);
        if let Some(twin) = twin.filter(|twin| twin.when.is_none() || material.when.is_none()) {
            let params = [named, ("other", word(&*twin.id))];
            linting.note(Code::CatDuplicateName, Severity::Advice, &format!("{path}/name"), None, &params);
        }
    }
}

/// The smallest file that is one: an empty PDF, a picture of one point.
const SMALLEST: u32 = 43;

fn can_be_met(kinds: &[FileKind], max_bytes: Option<u32>) -> bool {
    // Programs and what cannot be told are never accepted by anybody; a rule of only these accepts nothing.
    let refused = |kind: &FileKind| matches!(kind, FileKind::Unknown | FileKind::Exe);
    (kinds.is_empty() || !kinds.iter().all(refused)) && max_bytes.is_none_or(|max| max >= SMALLEST)
}
