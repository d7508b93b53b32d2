//! 格式: the word that every stored value carries, `yushen-<kind>/<major>.<minor>`. A later one is refused rather than half
//! understood, and told before whatever else looks wrong in what this version does not know.

use super::Reader;
use crate::error::ErrorCode;

/// Reads the format of a document: a fault unless it is the one that is known here.
pub fn read_format(reader: &mut Reader<'_>, known: &str) {
    let Some(word) = reader.string() else { return };
    if word != known {
        reader.fault(if is_later(&word, known) { ErrorCode::FormatTooNew } else { ErrorCode::FormatUnknown });
    }
}

/// Whether a format is a later version of the same kind.
fn is_later(word: &str, known: &str) -> bool {
    match (parts(word), parts(known)) {
        (Some((kind, version)), Some((known, at))) => kind == known && version > at,
        _ => false,
    }
}

/// Kind, and major and minor version.
fn parts(word: &str) -> Option<(&str, (u32, u32))> {
    let (kind, version) = word.split_once('/')?;
    let (major, minor) = version.split_once('.')?;
    Some((kind, (major.parse().ok()?, minor.parse().ok()?)))
}

/// Declares a format as a type: one word, read and written.
#[cfg(feature = "calendar")]
macro_rules! formats {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:expr;)+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name;
        impl<'a> $crate::json::Read<'a> for $name {
            const SHAPE: &'static $crate::json::Shape = &$crate::json::Shape::Format($word);
            fn read(reader: &mut $crate::json::Reader<'a>) -> Self {
                $crate::json::read_format(reader, $word);
                Self
            }
        }
        impl $crate::json::Write for $name {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.word($word);
            }
        }
        $crate::json::copied!($name);
        $crate::json::serialized!($name, _format => $word);
        $crate::json::deserialized!($name);
    )+ };
}
#[cfg(feature = "calendar")]
pub(crate) use formats;

#[cfg(test)]
mod tests {
    use super::is_later;

    #[test]
    fn only_a_higher_version_of_the_same_kind_is_later() {
        let known = "yushen-receipt/0.1";
        for later in ["yushen-receipt/0.2", "yushen-receipt/0.10", "yushen-receipt/1.0"] {
            assert!(is_later(later, known), "{later}");
        }
        let others =
            ["yushen-receipt/0.1", "yushen-receipt/0.0", "yushen-trust/9.0", "yushen-receipt/2", "receipt", ""];
        for other in others.into_iter().chain(["yushen-receipt/0.x", "yushen-receipt/0.99999999999"]) {
            assert!(!is_later(other, known), "{other}");
        }
    }
}
