//! What is declared, and every way in which a declaration can be wrong.

use std::collections::BTreeSet;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Field, Fields, GenericParam, Generics, Ident, Lifetime, Lit, Meta,
};
use syn::{LitStr, Result, Type};

/// The keys that were seen in an object are the bits of one word.
const MOST: usize = 64;

/// What a record can do beside being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Nothing.
    Input,
    /// It can outlive its source.
    Kept,
    /// It is also written.
    Value,
    /// It is written faster, in more room.
    Result,
    /// It knows where things stand in its source, so that it is nothing without that: serde neither reads nor writes it.
    Places,
}

/// The modes that a record may have.
const MODES: &str =
    "a record is `input`, `kept`, `value`, `kept, value` or `result`; `places` may stand behind the first two";

/// A field and its key.
pub struct Entry {
    /// The field.
    pub name: Ident,
    /// What it holds.
    pub kind: Type,
    /// The key.
    pub key: String,
    /// Whether the object is faulty without it.
    pub required: bool,
    /// What it means.
    pub doc: String,
}

/// A record.
pub struct Declaration {
    /// The struct.
    pub name: Ident,
    /// The lifetime of what it borrows, if it does.
    pub lifetime: Option<Lifetime>,
    /// What it can do.
    pub modes: Vec<Mode>,
    /// What it means.
    pub doc: String,
    /// Its fields.
    pub entries: Vec<Entry>,
}

impl Declaration {
    /// Reads a declaration.
    pub fn read(input: DeriveInput) -> Result<Self> {
        let Data::Struct(data) = input.data else {
            return Err(Error::new_spanned(input.ident, "a record is a struct with named fields"));
        };
        let Fields::Named(fields) = data.fields else {
            return Err(Error::new_spanned(input.ident, "a record is a struct with named fields"));
        };
        let lifetime = lifetime(&input.generics)?;
        let modes = modes(&input.ident, &input.attrs)?;
        let entries = fields.named.into_iter().map(Entry::read).collect::<Result<Vec<_>>>()?;
        if let Some(entry) = entries.get(MOST) {
            return Err(Error::new_spanned(&entry.name, "a record has at most 64 fields"));
        }
        if entries.is_empty() {
            return Err(Error::new_spanned(input.ident, "a record has at least one field"));
        }
        let mut known = BTreeSet::new();
        for entry in &entries {
            if !known.insert(&entry.key) {
                return Err(Error::new_spanned(&entry.name, format!("the key `{}` is there twice", entry.key)));
            }
        }
        let doc = documentation(&input.attrs, &input.ident)?;
        Ok(Self { name: input.ident, lifetime, modes, doc, entries })
    }
}

impl Entry {
    fn read(field: Field) -> Result<Self> {
        let Some(name) = field.ident else {
            return Err(Error::new_spanned(field.ty, "a field of a record has a name"));
        };
        let (mut key, mut optional) = (None, is_option(&field.ty));
        for attribute in field.attrs.iter().filter(|each| each.path().is_ident("record")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("key") {
                    key = Some(checked(&meta.value()?.parse()?)?);
                } else if meta.path.is_ident("optional") && !optional {
                    optional = true;
                } else if meta.path.is_ident("optional") {
                    return Err(meta.error("this field is optional already"));
                } else {
                    return Err(meta.error("a field knows `key = \"…\"` and `optional`"));
                }
                Ok(())
            })?;
        }
        let doc = documentation(&field.attrs, &name)?;
        let key = key.unwrap_or_else(|| camel(&name));
        Ok(Self { kind: field.ty, key, required: !optional, doc, name })
    }
}

/// The one lifetime that a record may have, and nothing else.
fn lifetime(generics: &Generics) -> Result<Option<Lifetime>> {
    let mut found = None;
    for param in &generics.params {
        match param {
            GenericParam::Lifetime(param) if found.is_none() => found = Some(param.lifetime.clone()),
            other => return Err(Error::new_spanned(other, "a record is generic in one lifetime at most")),
        }
    }
    generics.where_clause.as_ref().map_or(Ok(found), |bound| Err(Error::new_spanned(bound, "a record has no bounds")))
}

fn modes(name: &Ident, attributes: &[Attribute]) -> Result<Vec<Mode>> {
    let mut modes = Vec::new();
    for attribute in attributes.iter().filter(|each| each.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            let mode = match meta.path.get_ident().map(ToString::to_string).as_deref() {
                Some("input") => Mode::Input,
                Some("kept") => Mode::Kept,
                Some("value") => Mode::Value,
                Some("result") => Mode::Result,
                Some("places") => Mode::Places,
                _ => return Err(meta.error(MODES)),
            };
            modes.push(mode);
            Ok(())
        })?;
    }
    modes.sort_unstable();
    match modes.as_slice() {
        [Mode::Places] => Err(Error::new_spanned(name, MODES)),
        [_] | [Mode::Kept, Mode::Value] | [Mode::Input | Mode::Kept, Mode::Places] => Ok(modes),
        _ => Err(Error::new_spanned(name, MODES)),
    }
}

/// The lines of a doc comment, one behind the other.
fn documentation(attributes: &[Attribute], of: &Ident) -> Result<String> {
    let mut lines = String::new();
    for attribute in attributes.iter().filter(|each| each.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Expr::Lit(literal) = &pair.value
            && let Lit::Str(line) = &literal.lit
        {
            lines.push_str(&line.value());
        }
    }
    if lines.is_empty() {
        return Err(Error::new_spanned(of, "the documentation is missing, which types and schema are written from"));
    }
    Ok(lines)
}

/// A key that needs no escape and cannot be the caller's own.
fn checked(key: &LitStr) -> Result<String> {
    let text = key.value();
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    if text.is_empty() || !text.bytes().all(plain) || text.starts_with("x-") {
        return Err(Error::new_spanned(key, "a key is made of visible ASCII and does not begin with `x-`"));
    }
    Ok(text)
}

fn is_option(kind: &Type) -> bool {
    matches!(kind, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// `valid_until` as `validUntil`.
fn camel(name: &Ident) -> String {
    let name = name.to_string();
    let mut words = name.trim_start_matches("r#").split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut key, word| {
        let mut letters = word.chars();
        key.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        key.push_str(letters.as_str());
        key
    })
}
