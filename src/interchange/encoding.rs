//! The encodings of text that lists come in.

use std::borrow::Cow;

use encoding_rs::{MACINTOSH, UTF_8, WINDOWS_1252};
use oem_cp::code_table::DECODING_TABLE_CP850;
use oem_cp::decode_string_complete_table;

/// An encoding that a list can be said to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// What Windows writes; holds all of Latin-1.
    Windows1252,
    /// What old programs for the Mac write.
    Macintosh,
    /// What DOS and programs of its time write.
    Cp850,
}

impl Encoding {
    /// Those without a mark in their bytes, which only the text itself can tell apart.
    pub const CODE_PAGES: [Self; 3] = [Self::Windows1252, Self::Macintosh, Self::Cp850];

    /// Every encoding.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Macintosh, Self::Cp850];

    /// The name, as it is said and typed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Macintosh => "macintosh",
            Self::Cp850 => "cp850",
        }
    }

    /// The encoding of a name, in whichever case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.name().eq_ignore_ascii_case(name))
    }

    /// The text of bytes. What the encoding has no letter for is a control character or U+FFFD.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => UTF_8.decode_without_bom_handling(bytes).0,
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Self::Macintosh => MACINTOSH.decode_without_bom_handling(bytes).0,
            Self::Cp850 => Cow::Owned(decode_string_complete_table(bytes, &DECODING_TABLE_CP850)),
        }
    }
}
