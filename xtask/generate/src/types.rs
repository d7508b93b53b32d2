//! `pkg/src/api/values.ts`: the TypeScript type of every value that crosses the boundary, from the tables that read them.

use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use yushen::json::{Shape, Table};

/// Every table and vocabulary, by name.
#[derive(Default)]
pub struct Shapes {
    pub tables: BTreeMap<&'static str, &'static Table>,
    pub words: BTreeMap<&'static str, &'static [(&'static str, &'static str)]>,
}

impl Shapes {
    /// What these tables and the tables inside them hold.
    pub fn of(roots: &[&'static Table]) -> Self {
        let mut shapes = Self::default();
        for table in roots {
            shapes.table(table);
        }
        shapes
    }

    fn table(&mut self, table: &'static Table) {
        match self.tables.insert(table.name, table) {
            None => table.fields.iter().for_each(|field| self.shape(field.shape)),
            Some(known) => assert!(std::ptr::eq(known, table), "two tables are called {}", table.name),
        }
    }

    fn shape(&mut self, shape: &'static Shape) {
        match shape {
            Shape::List(inner) | Shape::Map(inner) => self.shape(inner),
            Shape::Record(table) => self.table(table),
            Shape::Word(name, words) => {
                assert!(!self.tables.contains_key(name), "a vocabulary and a table are called {name}");
                self.words.insert(name, words);
            }
            Shape::Checked("Condition", _) => self.table(yushen::catalogue::ConditionEntry::TABLE),
            _ => {}
        }
    }
}

/// The name of a table as published.
pub fn published(name: &str) -> &str {
    match name {
        "ConditionEntry" => "Condition",
        "CountedDay" => "Counted",
        "ScheduleResult" => "Schedule",
        other => other,
    }
}

/// Every table about days and time limits.
const DEADLINES: [&Table; 16] = [
    yushen::calendar::Day::TABLE,
    yushen::calendar::CountedDay::TABLE,
    yushen::calendar::DayCount::TABLE,
    yushen::deadline::ScheduleRequest::TABLE,
    yushen::session::ScheduleResult::TABLE,
    yushen::deadline::TraceRequest::TABLE,
    yushen::deadline::DayMark::TABLE,
    yushen::deadline::JointRequest::TABLE,
    yushen::deadline::Joint::TABLE,
    yushen::deadline::BackwardsRequest::TABLE,
    yushen::deadline::Backwards::TABLE,
    yushen::deadline::CaseBook::TABLE,
    yushen::deadline::CaseChange::TABLE,
    yushen::deadline::Supervision::TABLE,
    yushen::wording::ExplainRequest::TABLE,
    yushen::wording::Explained::TABLE,
];

/// Every table about documents.
const RECEIPTS: [&Table; 12] = [
    yushen::receipt::document::DocumentBody::TABLE,
    yushen::receipt::Signer::TABLE,
    yushen::receipt::Draft::TABLE,
    yushen::receipt::Signature::TABLE,
    yushen::receipt::Receipt::TABLE,
    yushen::receipt::trust::Trust::TABLE,
    yushen::receipt::trust::TrustFile::TABLE,
    yushen::receipt::verify::VerifyRequest::TABLE,
    yushen::receipt::verify::Verification::TABLE,
    yushen::receipt::verify::History::TABLE,
    yushen::session::RenderRequest::TABLE,
    yushen::session::HistoryRequest::TABLE,
];

/// Every table that crosses the boundary.
pub fn roots() -> Vec<&'static Table> {
    let mut roots = vec![
        yushen::catalogue::CatalogueFile::TABLE,
        yushen::application::Application::TABLE,
        yushen::application::Given::TABLE,
        yushen::plan::Plan::TABLE,
        yushen::session::PlanRequest::TABLE,
        yushen::session::CheckResult::TABLE,
        yushen::session::CheckLine::TABLE,
        yushen::calendar::CalendarYears::TABLE,
        yushen::wording::WordingFile::TABLE,
        yushen::session::Versions::TABLE,
        yushen::session::Loaded::TABLE,
        yushen::catalogue::ItemSummary::TABLE,
        yushen::session::IdentifierResult::TABLE,
        yushen::session::Rendered::TABLE,
        yushen::receipt::Sheet::TABLE,
        yushen::receipt::PrecheckRequest::TABLE,
        yushen::wording::Message::TABLE,
        yushen::catalogue::Query::TABLE,
        yushen::catalogue::Found::TABLE,
        yushen::catalogue::Manifest::TABLE,
        yushen::catalogue::Node::TABLE,
        yushen::audit::DeliveryFile::TABLE,
        yushen::audit::CatalogueChange::TABLE,
        yushen::audit::Across::TABLE,
        yushen::catalogue::import::ImportResult::TABLE,
        yushen::catalogue::Notice::TABLE,
        yushen::audit::PortalDemand::TABLE,
    ];
    roots.extend(DEADLINES);
    roots.extend(RECEIPTS);
    roots
}

/// The file.
pub fn typescript() -> Result<String> {
    let mut shapes = Shapes::of(&roots());
    shapes.words.insert("ErrorCode", yushen::error::ErrorCode::WORDS);
    shapes.words.insert("Reason", yushen::receipt::verify::Reason::WORDS);
    shapes.words.insert("ImportSource", yushen::catalogue::import::Source::WORDS);
    shapes.words.insert("NeedCodes", yushen::catalogue::import::NeedCodes::WORDS);
    let mut out = String::from(
        "// Written by `cargo xtask generate` from the field tables of the core. Every value is plain JSON.\n\n\
         /** A day in Asia/Shanghai, `YYYY-MM-DD`. */\nexport type CivilDate = string;\n\
         /** An instant in Asia/Shanghai, `YYYY-MM-DDThh:mm:ss+08:00`. */\nexport type Instant = string;\n\
         /** 32 bytes as 64 lower-case hexadecimal digits. */\nexport type Digest = string;\n\
         /** Any JSON value of our subset: numbers are integers. */\n\
         export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };\n\
         /** The answer to a question; `null` is no answer, and no answer is not a no. */\n\
         export type Answer = null | boolean | string | string[];\n",
    );
    for (name, words) in &shapes.words {
        let lines = words.iter().map(|(word, doc)| format!("\n  /** {} */\n  | '{word}'", doc.trim()));
        writeln!(out, "\nexport type {name} ={};", lines.collect::<String>())?;
    }
    for (name, table) in &shapes.tables {
        writeln!(out, "\n/** {} */\nexport interface {} {{", table.doc.trim(), published(name))?;
        for field in table.fields {
            let optional = if field.required { "" } else { "?" };
            let key = if field.key.chars().all(|each| each.is_ascii_alphanumeric()) {
                field.key.into()
            } else {
                format!("'{}'", field.key)
            };
            writeln!(out, "  /** {} */\n  {key}{optional}: {};", field.doc.trim(), kind(field.shape))?;
        }
        out.push_str(
            "  /** Own keys begin with `x-`; they are kept and ignored. */\n  [own: `x-${string}`]: unknown;\n}\n",
        );
    }
    Ok(out)
}

fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Text | Shape::Id => "string".into(),
        Shape::Checked(name, _) => match *name {
            "ClockTime" | "StatuteId" => "string".into(),
            "Moment" => "CivilDate | Instant".into(),
            "Param" => "number | string".into(),
            "Stated" => "Json | Given".into(),
            name => name.into(),
        },
        Shape::Boolean => "boolean".into(),
        Shape::Integer { .. } => "number".into(),
        Shape::Word(name, _) => (*name).into(),
        Shape::Format(word) => format!("'{word}'"),
        Shape::List(inner) => format!("{}[]", kind(inner)),
        Shape::Map(inner) => format!("{{ [key: string]: {} }}", kind(inner)),
        Shape::Record(table) => published(table.name).into(),
    }
}
