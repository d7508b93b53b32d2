//! 代码对照: the codes of every system, one table each. The same concept has different codes in different systems, so no
//! table is ever used for a system other than its own, and a code that means something else elsewhere is reported.
//!
//! "Read" below means that the list itself was read; "observed" that the codes were seen in published data.

use super::report::ImportReason;
use super::words::Words;
use super::{NeedCodes, Source};
use crate::catalogue::{Audience, HandlingForm, Level, MaterialKind, Medium, Need, Origin, Power, Unit};
use crate::law::Procedure;

/// A table of one system.
type Table<T> = &'static [(&'static str, T)];

/// A code list: its table in the chosen system, the tables of others, and its list of words.
#[derive(Debug)]
pub(super) struct CodeList<T: 'static> {
    here: Table<T>,
    elsewhere: &'static [Table<T>],
    words: &'static str,
    from_word: fn(&str) -> Option<T>,
}

impl<T: Copy + PartialEq> CodeList<T> {
    /// What a code means, going by its table and by the text that some systems put beside it.
    pub(super) fn decode(&self, words: &Words, code: &str, text: Option<&str>) -> Option<(T, ImportReason)> {
        let word = |text: &str| words.get(self.words, text).and_then(self.from_word);
        let by_code = look_up(self.here, code);
        match (by_code, text.and_then(word)) {
            (Some(code), Some(text)) if code == text => Some((code, ImportReason::ByTable)),
            (Some(_), Some(text)) => Some((text, ImportReason::CodeAndTextDiffer)),
            (Some(meaning), None) => {
                let differs = |table: &Table<T>| look_up(table, code).is_some_and(|other| other != meaning);
                let ambiguous = self.elsewhere.iter().any(differs);
                Some((meaning, if ambiguous { ImportReason::AmbiguousCode } else { ImportReason::ByTable }))
            }
            (None, Some(text)) => Some((text, ImportReason::ByWord)),
            (None, None) => word(code).map(|meaning| (meaning, ImportReason::ByWord)),
        }
    }
}

/// Codes are compared without leading zeros: `1` and `01` are the same type in every system seen.
fn look_up<T: Copy>(table: Table<T>, code: &str) -> Option<T> {
    let plain = |code: &str| code.trim_start_matches('0').to_ascii_uppercase();
    table.iter().find(|(each, _)| plain(each) == plain(code)).map(|(_, meaning)| *meaning)
}

/// 事项类型, GB/T 39046-2020 A.1 (read).
const POWER_NATIONAL: Table<Power> = &[
    ("01", Power::Licensing),
    ("02", Power::Penalty),
    ("03", Power::Coercion),
    ("04", Power::Levy),
    ("05", Power::Benefit),
    ("06", Power::Inspection),
    ("07", Power::Confirmation),
    ("08", Power::Reward),
    ("09", Power::Ruling),
    ("10", Power::Other),
    ("20", Power::PublicService),
];
/// 事项类型, Guangdong portal data (observed; 02 in published codes of items, 03 04 06 as in GB/T 39046).
const POWER_GUANGDONG: Table<Power> = &[
    ("01", Power::Licensing),
    ("02", Power::Penalty),
    ("03", Power::Coercion),
    ("04", Power::Levy),
    ("05", Power::Benefit),
    ("06", Power::Inspection),
    ("07", Power::Confirmation),
    ("08", Power::Reward),
    ("09", Power::Ruling),
    ("20", Power::Other),
    ("21", Power::PublicService),
];
/// 行使层级, GB/T 39046-2020 A.2 (read; 2 3 4 observed in Guangdong with the same meaning).
const LEVEL: Table<Level> = &[
    ("1", Level::National),
    ("2", Level::Provincial),
    ("3", Level::Municipal),
    ("4", Level::District),
    ("5", Level::Subdistrict),
    ("6", Level::Community),
    ("7", Level::Tiered),
];
/// 服务对象, GB/T 39046-2020 A.4 (read).
const AUDIENCE_NATIONAL: Table<Audience> = &[
    ("1", Audience::NaturalPerson),
    ("2", Audience::Enterprise),
    ("3", Audience::Institution),
    ("4", Audience::SocialOrganisation),
    ("5", Audience::Authority),
    ("6", Audience::OtherOrganisation),
];
/// 服务对象, Guangdong front-ends (observed).
const AUDIENCE_GUANGDONG: Table<Audience> = &[
    ("1", Audience::NaturalPerson),
    ("2", Audience::Enterprise),
    ("3", Audience::Institution),
    ("4", Audience::SocialOrganisation),
    ("5", Audience::UnincorporatedEnterprise),
    ("6", Audience::Authority),
    ("9", Audience::OtherOrganisation),
];
/// 办理形式, GB/T 39046-2020 A.5 (read).
const HANDLING: Table<HandlingForm> = &[
    ("1", HandlingForm::Window),
    ("2", HandlingForm::Online),
    ("3", HandlingForm::Mobile),
    ("4", HandlingForm::Express),
    ("9", HandlingForm::Other),
];
/// 材料类型, Guangdong `MATERIAL_TYPE` (observed).
const KIND_GUANGDONG: Table<MaterialKind> =
    &[("1", MaterialKind::Certificate), ("2", MaterialKind::Form), ("3", MaterialKind::Other)];
/// 材料类型 in national-style exchanges: 1 原件 2 复印件 3 原件或复印件 (one implementation). Nothing there says what the
/// material is, so it is no table of kinds; it makes the codes of the other ambiguous.
const KIND_NATIONAL: Table<MaterialKind> =
    &[("1", MaterialKind::Other), ("2", MaterialKind::Other), ("3", MaterialKind::Other)];
/// 材料必要性, Guangdong and national-style `IS_NEED` (observed).
const NEED_GUANGDONG: Table<Need> = &[("1", Need::Required), ("2", Need::Optional), ("3", Need::Deferrable)];
/// 材料必要性, zfsoft (observed). Its 3, 信息免交、信用后补, has no equivalent here.
const NEED_ZFSOFT: Table<Need> = &[("0", Need::Required), ("1", Need::Optional), ("2", Need::Deferrable)];
/// 是否必备材料, GB/T 39046-2020 row 64 (read).
const NEED_GBT39046: Table<Need> = &[("1", Need::Required), ("0", Need::Optional)];
/// 材料形式, Guangdong `ZZHDZB` (observed; the national `material_format` is taken to be the same list).
const MEDIUM: Table<Medium> = &[("1", Medium::Paper), ("2", Medium::Electronic), ("3", Medium::Either)];
/// 来源渠道, national and Guangdong `SOURCE_TYPE` (observed; 30 in another province).
const ORIGIN: Table<Origin> =
    &[("10", Origin::Applicant), ("20", Origin::Government), ("30", Origin::Intermediary), ("99", Origin::Other)];
/// 时限单位: 1 in the real item of `tests/data/import/`, where 20 and 5 of it are working days; `G` the default of the
/// Shenzhen exchange. 2 is inferred: these systems know two units.
const UNIT: Table<Unit> = &[("1", Unit::WorkingDay), ("2", Unit::CalendarDay), ("G", Unit::WorkingDay)];

/// 事项类型.
pub(super) fn power(source: Source) -> CodeList<Power> {
    let (here, elsewhere): (_, &'static [_]) = match source {
        Source::GdPortal => (POWER_GUANGDONG, &[POWER_NATIONAL]),
        Source::NationalExchange => (POWER_NATIONAL, &[POWER_GUANGDONG]),
    };
    CodeList { here, elsewhere, words: "power", from_word: Power::from_word }
}

/// 程序类型 by 事项类型: only a licence lives by the licensing law. 登记 and 备案 have no code of their own in any list, so
/// nothing becomes one here.
pub(super) const fn procedure(power: Power) -> Procedure {
    match power {
        Power::Licensing => Procedure::Licence,
        Power::Benefit => Procedure::Benefit,
        Power::Confirmation => Procedure::Confirmation,
        Power::PublicService => Procedure::PublicService,
        _ => Procedure::Other,
    }
}

/// 行使层级.
pub(super) fn level() -> CodeList<Level> {
    CodeList { here: LEVEL, elsewhere: &[], words: "level", from_word: Level::from_word }
}

/// 服务对象.
pub(super) fn audience(source: Source) -> CodeList<Audience> {
    let (here, elsewhere): (_, &'static [_]) = match source {
        Source::GdPortal => (AUDIENCE_GUANGDONG, &[AUDIENCE_NATIONAL]),
        Source::NationalExchange => (AUDIENCE_NATIONAL, &[AUDIENCE_GUANGDONG]),
    };
    CodeList { here, elsewhere, words: "audience", from_word: Audience::from_word }
}

/// 办理形式.
pub(super) fn handling() -> CodeList<HandlingForm> {
    CodeList { here: HANDLING, elsewhere: &[], words: "handling", from_word: HandlingForm::from_word }
}

/// 材料类型.
pub(super) fn material_kind(source: Source) -> CodeList<MaterialKind> {
    let (here, elsewhere): (Table<MaterialKind>, &'static [_]) = match source {
        Source::GdPortal => (KIND_GUANGDONG, &[KIND_NATIONAL]),
        Source::NationalExchange => (&[], &[]),
    };
    CodeList { here, elsewhere, words: "material-kind", from_word: MaterialKind::from_word }
}

/// 材料必要性, in the codes that the caller has chosen.
pub(super) fn need(codes: NeedCodes) -> CodeList<Need> {
    let here = match codes {
        NeedCodes::Gd => NEED_GUANGDONG,
        NeedCodes::Zfsoft => NEED_ZFSOFT,
        NeedCodes::Gbt39046 => NEED_GBT39046,
    };
    CodeList { here, elsewhere: &[], words: "need", from_word: Need::from_word }
}

/// 材料形式.
pub(super) fn medium() -> CodeList<Medium> {
    CodeList { here: MEDIUM, elsewhere: &[], words: "medium", from_word: Medium::from_word }
}

/// 来源渠道.
pub(super) fn origin() -> CodeList<Origin> {
    CodeList { here: ORIGIN, elsewhere: &[], words: "origin", from_word: Origin::from_word }
}

/// 时限单位.
pub(super) fn unit() -> CodeList<Unit> {
    CodeList { here: UNIT, elsewhere: &[], words: "unit", from_word: Unit::from_word }
}
