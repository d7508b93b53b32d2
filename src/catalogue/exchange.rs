//! A catalogue by serde: every item of it, whatever the format was.

use super::{Catalogue, MAX_BYTES};
use crate::json::{Limits, Transcript, Value, refused};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl<'de> Deserialize<'de> for Catalogue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut transcript = Transcript::of(from, Limits { bytes: MAX_BYTES })?;
        let text = transcript.take_text();
        Self::load(text.into_bytes()).map_err(|error| refused(&transcript.named(error.issues().to_vec())))
    }
}

impl Serialize for Catalogue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.is_partial() {
            return Err(S::Error::custom("a catalogue that is loaded item by item"));
        }
        // OK: `load` has found no fault
        Value::of_own(&self.source).serialize(to)
    }
}
