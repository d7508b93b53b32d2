//! 预审问题: one finding — code, place, basis, remedy. It never carries a value of the applicant's.

use super::code::{Action, Class, FindingCode, Severity};
use crate::json::{Id, Map, Record, Text};
use crate::law::Basis;

pub use crate::catalogue::Param;

/// 处理方式: what to do, and where.
#[derive(Debug, Clone, Default, Record)]
#[record(result)]
pub struct Remedy<'a> {
    /// What to do.
    pub action: Action,
    /// JSON Pointer into the application: where to do it.
    pub path: Text<'a>,
    /// The materials of which one suffices.
    #[record(optional)]
    pub one_of: Vec<Id<'a>>,
}

/// 预审问题.
#[derive(Debug, Clone, Default, Record)]
#[record(result)]
pub struct Finding<'a> {
    /// What falls short.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// Of which class it is.
    pub class: Class,
    /// JSON Pointer into the application.
    pub path: Text<'a>,
    /// The material.
    pub material: Option<Id<'a>>,
    /// The field of the material.
    pub field: Option<Id<'a>>,
    /// The file of the material, counted from 0.
    pub file: Option<u32>,
    /// Counts, limits and identifiers that the sentence needs.
    #[record(optional)]
    pub params: Map<'a, Param<'a>>,
    /// What it rests on.
    pub basis: Basis<'a>,
    /// What to do.
    pub remedy: Remedy<'a>,
}

impl Remedy<'_> {
    /// The same, for as long as this one is there.
    #[must_use]
    pub fn borrowed(&self) -> Remedy<'_> {
        let one_of = self.one_of.iter().map(|id| Id::from(&**id)).collect();
        Remedy { action: self.action, path: Text::from(&*self.path), one_of }
    }
}

impl<'a> Finding<'a> {
    /// A finding with what its code says of it.
    #[must_use]
    pub fn new(code: FindingCode, path: String, basis: Basis<'a>) -> Self {
        Self::placed(code, Text::from(path), basis)
    }

    /// The same at a place that need not be copied.
    pub(super) fn placed(code: FindingCode, path: Text<'a>, basis: Basis<'a>) -> Self {
        let (severity, class, action) = code.rule();
        let remedy = Remedy { action, path: path.clone(), one_of: Vec::new() };
        let (material, field, file, params) = (None, None, None, Map::default());
        Self { code, severity, class, path, material, field, file, params, basis, remedy }
    }

    /// About this material.
    #[must_use]
    pub fn of(mut self, material: &'a str) -> Self {
        self.material = Some(Id::from(material));
        self
    }

    /// With what the sentence needs.
    #[must_use]
    pub fn with(mut self, params: impl IntoIterator<Item = (&'a str, Param<'a>)>) -> Self {
        self.params = params.into_iter().collect();
        self
    }

    /// At this place instead.
    #[must_use]
    pub fn at(mut self, path: String) -> Self {
        self.remedy.path = Text::from(path.clone());
        self.path = Text::from(path);
        self
    }

    /// No graver than this.
    #[must_use]
    pub const fn at_most(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
