//! Every kind of value that a case has, with each way in which it can be read and written.

use serde::de::DeserializeOwned;
use yushen::error::Issue;
use yushen::json::{Limits, MAX_DOCUMENT, Read, Reader};

const LIMITS: Limits = Limits { bytes: MAX_DOCUMENT };

/// What came of reading.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    Read,
    /// Every fault: code and pointer.
    Faults(String),
    /// The format itself could not be read.
    Broken(String),
}

impl Outcome {
    pub fn of(issues: &[Issue]) -> Self {
        if issues.is_empty() { Self::Read } else { Self::Faults(listed(issues)) }
    }

    pub fn of_json<T>(read: Result<T, serde_json::Error>) -> Self {
        match read {
            Ok(_) => Self::Read,
            Err(error) if error.is_data() => Self::Faults(error.to_string()),
            Err(error) => Self::Broken(error.to_string()),
        }
    }

    pub fn of_cbor<T>(read: Result<T, ciborium::de::Error<std::io::Error>>) -> Self {
        match read {
            Ok(_) => Self::Read,
            Err(ciborium::de::Error::Semantic(_, faults)) => Self::Faults(faults),
            Err(error) => Self::Broken(error.to_string()),
        }
    }
}

pub fn listed(issues: &[Issue]) -> String {
    let faults = issues.iter().map(|Issue { code, path }| format!("{code} at `{path}`"));
    faults.collect::<Vec<_>>().join(", ")
}

/// One kind of value.
pub struct Kind {
    pub name: &'static str,
    /// By our reader from text.
    pub ours: fn(&str) -> Outcome,
    /// By serde from text, from a tree, and from CBOR.
    pub text: fn(&str) -> Outcome,
    pub tree: fn(serde_json::Value) -> Outcome,
    pub cbor: fn(&[u8]) -> Outcome,
    /// Of a text without fault: what serde writes of it.
    pub written: fn(&str) -> String,
    /// The same by way of CBOR, written and read.
    pub by_cbor: fn(&str) -> String,
    /// What our writer writes of it, if it is ever written.
    pub our_own: Option<fn(&str) -> String>,
}

pub fn issues<'a, T: Read<'a>>(text: &'a str) -> Outcome {
    Outcome::of(&Reader::document::<T>(text, LIMITS).err().unwrap_or_default())
}

/// A value, and nothing behind it: faults of the value are told before `serde_json` looks there.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Outcome {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Outcome::of_json(T::deserialize(&mut reader));
    reader.end().map_or_else(|error| Outcome::Broken(error.to_string()), |()| read)
}

pub fn by_cbor<T: serde::Serialize + DeserializeOwned>(text: &str) -> String {
    let mut bytes = Vec::new();
    ciborium::into_writer(&serde_json::from_str::<T>(text).unwrap(), &mut bytes).unwrap();
    serde_json::to_string(&ciborium::from_reader::<T, _>(&*bytes).unwrap()).unwrap()
}

/// Lists at the root: read as a whole, since the list of serde itself would stop at the first element with a fault.
macro_rules! lists {
    ($($name:ident of $kind:ident),+ $(,)?) => { $(
        struct $name(Vec<$kind<'static>>);
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Transcript::of(from, Limits { bytes: MAX_DOCUMENT })?;
                let list = text.read::<Vec<$kind<'_>>>();
                list.map(|list| Self(list.detach())).map_err(|issues| {
                    serde::de::Error::custom(crate::exchange::kinds::listed(&issues))
                })
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(to)
            }
        }
        impl Write for $name {
            fn write(&self, to: &mut Writer) {
                self.0.write(to);
            }
        }
    )+ };
}
pub(crate) use lists;

macro_rules! kind {
    ($name:literal, $kind:ty $(, $written:ident)?) => { crate::exchange::kinds::kind!($name, $kind as $kind $(, $written)?) };
    ($name:literal, $read:ty as $kind:ty $(, $written:ident)?) => {
        crate::exchange::kinds::Kind {
            name: $name,
            ours: |text| crate::exchange::kinds::issues::<$read>(text),
            text: crate::exchange::kinds::from_text::<$kind>,
            tree: |tree| crate::exchange::kinds::Outcome::of_json(serde_json::from_value::<$kind>(tree)),
            cbor: |bytes| crate::exchange::kinds::Outcome::of_cbor(ciborium::from_reader::<$kind, _>(bytes)),
            written: |text| serde_json::to_string(&serde_json::from_str::<$kind>(text).unwrap()).unwrap(),
            by_cbor: crate::exchange::kinds::by_cbor::<$kind>,
            our_own: crate::exchange::kinds::kind!(@ $kind $(, $written)?),
        }
    };
    (@ $kind:ty, written) => {
        Some(|text| yushen::json::to_string(&serde_json::from_str::<$kind>(text).unwrap()))
    };
    (@ $kind:ty) => { None };
}
pub(crate) use kind;
