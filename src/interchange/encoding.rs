//! The text encodings that lists may use.

use std::borrow::Cow;

use encoding_rs::{MACINTOSH, UTF_8, WINDOWS_1252};
use oem_cp::code_table::DECODING_TABLE_CP850;
use oem_cp::decode_string_complete_table;

/// An encoding that the user can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// Written by Windows; a superset of Latin-1.
    Windows1252,
    /// Written by old Mac programs.
    Macintosh,
    /// Written by DOS-era programs.
    Cp850,
}

impl Encoding {
    /// The encodings without a byte order mark, which only the text can tell apart.
    pub const CODE_PAGES: [Self; 3] = [Self::Windows1252, Self::Macintosh, Self::Cp850];

    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Macintosh, Self::Cp850];

    /// The name shown to the user and accepted from them.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Macintosh => "macintosh",
            Self::Cp850 => "cp850",
        }
    }

    /// Finds an encoding by name, ignoring case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.name().eq_ignore_ascii_case(name))
    }

    /// Decodes bytes. A byte without a letter in the encoding gives a control character or U+FFFD.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => UTF_8.decode_without_bom_handling(bytes).0,
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Self::Macintosh => MACINTOSH.decode_without_bom_handling(bytes).0,
            Self::Cp850 => Cow::Owned(decode_string_complete_table(bytes, &DECODING_TABLE_CP850)),
        }
    }
}
