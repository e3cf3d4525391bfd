//! Stored codes: every enum that reaches the database or a file has one stable string per variant.

use alloc::string::String;

/// A code that no variant of `kind` has: a newer program or a person wrote it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} code {code:?}")]
pub struct UnknownCode {
    /// The list of codes that was searched.
    pub kind: &'static str,
    /// The unknown code.
    pub code: String,
}

/// An enum whose variants have stable codes.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// The name of the list, for messages.
    const KIND: &'static str;
    /// Every variant, in the field's usual order.
    const ALL: &'static [Self];

    /// The stable code of this variant.
    fn code(self) -> &'static str;

    /// The variant that has this code.
    ///
    /// # Errors
    /// [`UnknownCode`] when no variant has it.
    fn from_code(code: &str) -> Result<Self, UnknownCode> {
        Self::ALL
            .iter()
            .copied()
            .find(|v| v.code() == code)
            .ok_or_else(|| UnknownCode { kind: Self::KIND, code: code.into() })
    }
}

/// Declares an enum with its codes, its list and its serde form in one place.
macro_rules! coded {
    (
        $kind:literal
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $code:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* $variant ),+ }

        impl $crate::value::code::Coded for $name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::value::code::Coded::code(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = alloc::string::String::deserialize(from)?;
                $crate::value::code::Coded::from_code(&code).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use coded;
