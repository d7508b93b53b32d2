//! 信封: every answer is `{"ok":…}` or `{"error":…}`, since an error that is thrown loses its code on the way to JavaScript.

use crate::error::{Error, Result};
use crate::json::{Write, Writer, to_string};

/// One answer of a session.
#[derive(Debug)]
pub(super) enum Envelope<T> {
    Ok(T),
    Error(Error),
}

impl<T: Write> Write for Envelope<T> {
    fn write(&self, to: &mut Writer) {
        to.open();
        match self {
            Self::Ok(value) => to.field("ok", value),
            Self::Error(error) => to.field("error", error),
        }
        to.close();
    }
}

/// Writes an answer.
pub(super) fn envelope<T: Write>(result: Result<T>) -> String {
    to_string(&match result {
        Ok(value) => Envelope::Ok(value),
        Err(error) => Envelope::Error(error),
    })
}
