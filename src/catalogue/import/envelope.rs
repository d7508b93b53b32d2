//! 目录: from the items of a source to a catalogue with a name, a region, a version and a period.

use super::desk::{Desk, text};
use super::item::{self, Built};
use super::laws::Register;
use super::node::Node;
use super::report::{ImportReason, Ledger};
use super::row::Object;
use super::words::Words;
use super::{ImportResult, Options, Source, national, nothing, portal};
use crate::catalogue::FORMAT;
use crate::error::Result;
use crate::json::{Text, Value, to_string};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The region of a catalogue whose source names none.
const NO_REGION: &str = "000000";

pub(super) fn import(source: &str, options: Options) -> Result<ImportResult<'static>> {
    let (words, mut ledger) = (Words::new(), Ledger::default());
    let register = Register::new(&words);
    let tree = Node::source(source, &mut ledger)?;
    let (bundles, path) = match options.source {
        Source::GdPortal => (portal::items(&tree, &words, &mut ledger), "/AUDIT_ITEM"),
        Source::NationalExchange => (national::items(&tree, &words, &mut ledger), "/up_task_general_basic"),
    };
    let (mut items, mut taken): (Vec<Built>, _) = (Vec::new(), BTreeSet::new());
    for mut bundle in bundles {
        let mut desk = Desk {
            words: &words,
            register: &register,
            options,
            ledger: &mut ledger,
            to: format!("/items/{}", items.len()),
            item: Object::default(),
            codes: Object::default(),
        };
        items.extend(item::build(&mut desk, &mut bundle, &mut taken));
    }
    if items.is_empty() {
        return Err(nothing(path));
    }
    let head = head(&words, &mut ledger, options, &items);
    let counts = &mut ledger.report.counts;
    counts.items = u32::try_from(items.len()).unwrap_or(u32::MAX);
    counts.source = Text::from(options.source.as_str());
    let list = Value::List(items.into_iter().map(|item| item.value).collect());
    let catalogue = to_string(&super::desk::with(head, (Cow::Borrowed("items"), list)));
    Ok(ImportResult { catalogue: Text::from(catalogue), report: ledger.report })
}

/// The head of the catalogue. No source has one, so all of it is an assumption.
fn head(words: &Words, ledger: &mut Ledger, options: Options, items: &[Built]) -> Object {
    let source = options.source.as_str();
    let from = items.iter().map(|item| item.from).min().unwrap_or_default().to_string();
    let last = items.iter().map(|item| item.from).max().unwrap_or_default().to_string();
    let region = region(items);
    let named = region != NO_REGION;
    for (key, why) in [
        ("/name", ImportReason::Absent),
        ("/region", if named { ImportReason::Derived } else { ImportReason::Absent }),
        ("/version", ImportReason::Derived),
        ("/validFrom", ImportReason::Derived),
    ] {
        ledger.defaulted("", key, why);
    }
    [
        ("format", text(FORMAT)),
        ("name", text(words.label(source))),
        ("region", text(&region)),
        ("version", text(&last)),
        ("validFrom", text(&from)),
        ("source", text(words.label(&format!("{source}.source")))),
    ]
    .into_iter()
    .collect()
}

/// The region that all items lie in: their own, or the one above that they share.
fn region(items: &[Built]) -> String {
    let mut regions = items.iter().filter_map(|item| item.region.as_deref());
    let Some(first) = regions.next() else { return NO_REGION.to_owned() };
    let shared = regions.fold(3, |shared, other| {
        let pairs = first.as_bytes().chunks(2).zip(other.as_bytes().chunks(2));
        pairs.take_while(|(one, other)| one == other).count().min(shared)
    });
    let digits = first.get(..2 * shared).unwrap_or_default();
    format!("{digits:0<6}")
}
