//! Cleans text from people and files for storage and display: NFC, no control characters, no bidi overrides. The
//! submodules fit text to columns and sort it in Danish order.

mod cluster;
mod collate;
mod fit;

pub use cluster::steady;
pub use collate::Collator;
pub use fit::{clip, columns, fit, fit_right, simple_columns, spaced};
pub use trivsel_fold::{Folded, fold, fold_plain, matches_folded};

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A tab becomes this many spaces.
const TAB: &str = "    ";

/// Cleans one line of text for storage: NFC, line breaks and tabs become spaces, control characters and bidi
/// overrides are removed, and the ends are trimmed.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let spaced: String = clean_text(text).chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    match spaced.trim() {
        trimmed if trimmed.len() == spaced.len() => spaced,
        trimmed => trimmed.to_owned(),
    }
}

/// Cleans long text for storage. Like [`clean_line`], but line breaks stay (as `\n`), a tab becomes four spaces,
/// and nothing is trimmed.
#[must_use]
pub fn clean_text(text: &str) -> String {
    // Remove these before composing: the characters on either side may combine.
    let harmless = || text.chars().filter(|c| matches!(c, '\r' | '\n' | '\t') || !is_unsafe(*c));
    // Nearly every text is already composed, and checking is cheaper than composing.
    match is_nfc_quick(harmless()) {
        IsNormalized::Yes => with_plain_breaks(harmless(), text.len()),
        _ => with_plain_breaks(harmless().nfc(), text.len()),
    }
}

/// Turns every line break into `\n` and every tab into spaces. `len` is the expected size in bytes.
fn with_plain_breaks(chars: impl Iterator<Item = char>, len: usize) -> String {
    let mut clean = String::with_capacity(len);
    let mut chars = chars.peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                // `\r\n` is one line break.
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push_str(TAB),
            c => clean.push(c),
        }
    }
    clean
}

/// Text that is safe to print on a terminal outside the screen: control characters except `\n`, and bidi overrides,
/// are shown as `�`.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| c != '\n' && is_unsafe(c);
    if text.contains(harmful) { Cow::Owned(text.replace(harmful, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// Whether a character controls the terminal or reorders the line: C0 and C1 controls (ESC, BEL, NUL …), bidi
/// embeddings, overrides and isolates.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
