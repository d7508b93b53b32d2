//! 信封: every answer is `{"ok":…}` or `{"error":…}`, since an error that is thrown loses its code on the way to JavaScript.

use crate::error::{Error, Result};
use crate::json::{Write, Writer, to_string};

/// One answer of a session.
#[derive(Debug)]
enum Envelope<T> {
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
    match result {
        Ok(value) => written(&value),
        Err(error) => refused(error),
    }
}

/// Writes what is asked for. Called through a pointer: one copy in the module instead of one for every kind of answer.
#[inline(never)]
pub(super) fn written(value: &dyn Write) -> String {
    to_string(&Envelope::Ok(value))
}

/// Writes why it is refused.
#[inline(never)]
pub(super) fn refused(error: Error) -> String {
    to_string(&Envelope::<()>::Error(error))
}

/// An answer that is written already, or why it is refused.
#[cfg(feature = "check")]
pub(super) fn or_refused(answer: Result<String>) -> String {
    answer.unwrap_or_else(refused)
}
