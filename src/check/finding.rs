//! 预审问题: one finding — code, place, basis, remedy. It never carries a value of the applicant's.

use super::code::{Action, Class, FindingCode, Severity};
use crate::json::{Id, Map, Text, record};
use crate::law::Basis;

pub use crate::catalogue::Param;

record! {
    result;
    /// 处理方式: what to do, and where.
    pub struct Remedy<'a> {
        /// What to do.
        "action" required action: Action,
        /// JSON Pointer into the application: where to do it.
        "path" required path: Text<'a>,
        /// The materials of which one suffices.
        "oneOf" optional one_of: Vec<Id<'a>>,
    }
}

record! {
    result;
    /// 预审问题.
    pub struct Finding<'a> {
        /// What falls short.
        "code" required code: FindingCode,
        /// How grave it is.
        "severity" required severity: Severity,
        /// Of which class it is.
        "class" required class: Class,
        /// JSON Pointer into the application.
        "path" required path: Text<'a>,
        /// The material.
        "material" optional material: Option<Id<'a>>,
        /// The field of the material.
        "field" optional field: Option<Id<'a>>,
        /// The file of the material, counted from 0.
        "file" optional file: Option<u32>,
        /// Counts, limits and identifiers that the sentence needs.
        "params" optional params: Map<'a, Param<'a>>,
        /// What it rests on.
        "basis" required basis: Basis<'a>,
        /// What to do.
        "remedy" required remedy: Remedy<'a>,
    }
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
