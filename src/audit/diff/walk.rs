//! 逐项比较: where two items differ, found along the field tables that also drive the loader. A key that the tables gain
//! tomorrow is compared tomorrow; nothing has to be remembered here.

use crate::json::{Read, Shape, Table, Value, is_id};

/// One side of a comparison: a value, or nothing where the key is absent.
pub(super) type Part<'v> = Option<&'v Value<'v>>;
/// The objects in which the two sides stand.
pub(super) type Within<'v> = (Part<'v>, Part<'v>);

/// A key that the tables do not have is compared as a whole.
const ANY: &Shape = <Value<'_> as Read<'_>>::SHAPE;

/// A place where two items differ.
#[derive(Debug)]
pub(super) struct Difference<'v> {
    /// Keys from the item down, with `*` for the identifier of an element: what kind of thing differs.
    pub keys: Vec<&'v str>,
    /// The same with the identifiers: which one differs.
    pub path: Vec<&'v str>,
    /// What the older one has.
    pub old: Part<'v>,
    /// What the newer one has.
    pub new: Part<'v>,
    /// The objects in which the two stand.
    pub within: Within<'v>,
}

/// Every difference between two items, in the order of the tables.
pub(super) fn differences<'v>(table: &'static Table, old: &'v Value<'v>, new: &'v Value<'v>) -> Vec<Difference<'v>> {
    let mut walk = Walk { keys: Vec::new(), path: Vec::new(), found: Vec::new() };
    if !same(old, new) {
        walk.record(table, Some(old), Some(new));
        if walk.found.is_empty() {
            walk.note(Some(old), Some(new), (Some(old), Some(new)));
        }
    }
    walk.found
}

/// A step down: a key, or the identifier of an element.
#[derive(Clone, Copy)]
enum Step<'v> {
    Key(&'v str),
    Element(&'v str),
}

struct Walk<'v> {
    keys: Vec<&'v str>,
    path: Vec<&'v str>,
    found: Vec<Difference<'v>>,
}

impl<'v> Walk<'v> {
    fn note(&mut self, old: Part<'v>, new: Part<'v>, within: Within<'v>) {
        self.found.push(Difference { keys: self.keys.clone(), path: self.path.clone(), old, new, within });
    }

    /// One step down: under a key, or under the identifier of an element.
    fn below(&mut self, step: Step<'v>, shape: &'static Shape, (old, new): (Part<'v>, Part<'v>), within: Within<'v>) {
        let (key, name) = match step {
            Step::Key(key) => (key, key),
            Step::Element(id) => ("*", id),
        };
        self.keys.push(key);
        self.path.push(name);
        self.value(shape, old, new, within);
        self.keys.pop();
        self.path.pop();
    }

    /// Goes as deep as the difference can be named; what differs in no part differs as a whole.
    fn value(&mut self, shape: &'static Shape, old: Part<'v>, new: Part<'v>, within: Within<'v>) {
        if both_same(old, new) {
            return;
        }
        let before = self.found.len();
        match shape {
            // A record without required keys says nothing when it is empty: its absence is looked at key by key too.
            Shape::Record(table)
                if old.is_some() && new.is_some() || !table.fields.iter().any(|each| each.required) =>
            {
                self.record(table, old, new);
            }
            Shape::List(inner) if has_identifiers(inner) => self.list(inner, old, new, within),
            Shape::Map(inner) => self.map(inner, old, new),
            _ => {}
        }
        if self.found.len() == before {
            self.note(old, new, within);
        }
    }

    fn record(&mut self, table: &'static Table, old: Part<'v>, new: Part<'v>) {
        for field in table.fields {
            self.below(Step::Key(field.key), field.shape, (member(old, field.key), member(new, field.key)), (old, new));
        }
        for key in names(new, old).filter(|key| key.starts_with("x-")) {
            self.below(Step::Key(key), ANY, (member(old, key), member(new, key)), (old, new));
        }
    }

    fn map(&mut self, inner: &'static Shape, old: Part<'v>, new: Part<'v>) {
        for key in names(new, old) {
            self.below(Step::Key(key), inner, (member(old, key), member(new, key)), (old, new));
        }
    }

    fn list(&mut self, inner: &'static Shape, old: Part<'v>, new: Part<'v>, within: Within<'v>) {
        let (was, is) = (elements(old), elements(new));
        for each in is {
            self.below(Step::Element(identifier(each)), inner, (with_id(was, identifier(each)), Some(each)), within);
        }
        for each in was.iter().filter(|each| with_id(is, identifier(each)).is_none()) {
            self.below(Step::Element(identifier(each)), inner, (Some(each), None), within);
        }
        let kept =
            |list: &'v [Value<'v>], other| list.iter().map(identifier).filter(move |id| with_id(other, id).is_some());
        if !kept(was, is).eq(kept(is, was)) {
            self.note(old, new, within);
        }
    }
}

/// The value of a key.
pub(super) fn member<'v>(value: Part<'v>, key: &str) -> Part<'v> {
    match value {
        Some(Value::Object(entries)) => entries.get(key),
        _ => None,
    }
}

/// The elements of a list; none where there is no list.
pub(super) fn elements(value: Part<'_>) -> &[Value<'_>] {
    match value {
        Some(Value::List(list)) => list,
        _ => &[],
    }
}

/// The text of a value; empty where it is no text.
pub(super) fn text(value: Part<'_>) -> &str {
    match value {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// The element of a list with this identifier.
pub(super) fn with_id<'v>(list: &'v [Value<'v>], id: &str) -> Part<'v> {
    list.iter().find(|each| identifier(each) == id)
}

fn identifier<'v>(value: &'v Value<'v>) -> &'v str {
    text(member(Some(value), "id"))
}

fn has_identifiers(shape: &Shape) -> bool {
    matches!(shape, Shape::Record(table) if table.fields.iter().any(|field| field.key == "id" && field.required))
}

/// The keys of both objects that can be a step of a pointer, each once.
fn names<'v>(first: Part<'v>, second: Part<'v>) -> impl Iterator<Item = &'v str> {
    let keys = |value: Part<'v>| {
        let entries = match value {
            Some(Value::Object(entries)) => Some(entries),
            _ => None,
        };
        entries.into_iter().flat_map(|entries| entries.iter().map(|(key, _)| key)).filter(|key| is_id(key))
    };
    keys(first).chain(keys(second).filter(move |key| member(first, key).is_none()))
}

fn both_same(old: Part<'_>, new: Part<'_>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => same(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two values have the same canonical form: the order of keys is nothing.
fn same(old: &Value<'_>, new: &Value<'_>) -> bool {
    match (old, new) {
        (Value::Object(one), Value::Object(other)) => {
            one.iter().count() == other.iter().count()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => old == new,
    }
}
