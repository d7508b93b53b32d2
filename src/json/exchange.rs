//! The macros by which every public value has both traits of serde, where the feature `serde` is on.

/// Lets kinds be read by serde: from the text of their value, by their own reader. They own what they hold: what is read
/// borrows from that text and is detached.
macro_rules! deserialized {
    (@$kind:ty as $read:ty) => { $read };
    (@$kind:ty) => { $kind };
    ($($kind:ty $(as $read:ty)?),+ $(,)?) => { $(
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let limits = $crate::json::Limits { bytes: $crate::json::MAX_DOCUMENT };
                let text = $crate::json::Transcript::of(from, limits)?;
                let read = text.read::<$crate::json::deserialized!(@$kind $(as $read)?)>();
                read.map($crate::json::Detach::detach).map_err(|issues| $crate::json::refused(&issues))
            }
        }
    )+ };
}
pub(crate) use deserialized;

/// Lets a kind be written by serde: as another value, or by an expression that has the serialiser.
macro_rules! serialized {
    ($kind:ty, $value:ident => $other:expr) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                let $value = self;
                serde::Serialize::serialize(&$other, to)
            }
        }
    };
    ($kind:ty, $value:ident, $to:ident => $written:expr) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, $to: S) -> std::result::Result<S::Ok, S::Error> {
                let $value = self;
                $written
            }
        }
    };
}
pub(crate) use serialized;

/// Lets an object be written by serde: its entries, in this order, each if its condition holds.
macro_rules! serialized_entries {
    ($name:ident $(<$lifetime:lifetime>)?, $self:ident { $($key:literal $there:expr, $value:expr;)+ }) => {
        #[cfg(feature = "serde")]
        impl $(<$lifetime>)? serde::Serialize for $name $(<$lifetime>)? {
            fn serialize<S: serde::Serializer>(&$self, to: S) -> std::result::Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let entries = 0 $(+ usize::from($there))+;
                let mut object = to.serialize_struct(stringify!($name), entries)?;
                $(if $there {
                    object.serialize_field($key, &$value)?;
                } else {
                    object.skip_field($key)?;
                })+
                object.end()
            }
        }
    };
}
pub(crate) use serialized_entries;

/// The same of a struct that owns what it holds, which serde can then read too. All of its keys are required.
macro_rules! exchanged {
    ($name:ident { $($key:literal $($field:ident).+),+ $(,)? }) => {
        $crate::json::written!($name { $($key $($field).+),+ });
        #[cfg(feature = "serde")]
        const _: () = {
            const KEYS: &[$crate::json::Key] = &[$($crate::json::Key::new($key, true)),+];
            impl<'a> $crate::json::Slots<'a> for $name {
                fn slot(&mut self, place: usize) -> Option<&mut dyn $crate::json::Slot<'a>> {
                    let mut places = 0usize..;
                    $(if places.next() == Some(place) {
                        return Some(&mut self.$($field).+);
                    })+
                    None
                }
            }
            impl<'a> $crate::json::Read<'a> for $name {
                const SHAPE: &'static $crate::json::Shape =
                    &$crate::json::Shape::Checked(stringify!($name), |reader| drop(Self::read(reader)));
                fn read(reader: &mut $crate::json::Reader<'a>) -> Self {
                    let mut value = Self::default();
                    reader.record(KEYS, const { $crate::json::Keys::required(KEYS) }, &mut value);
                    value
                }
            }
            $crate::json::copied!($name);
            $crate::json::deserialized!($name);
        };
    };
}
pub(crate) use exchanged;
