//! Text from people and files made safe to keep and to show: normalised (NFC), without control characters and
//! without the marks that reorder a line. Searching, fitting to columns and Danish order are in the rooms below.

mod collate;
mod fit;

pub use collate::Collator;
pub use fit::{clip, columns, fit, fit_right, simple_columns};
pub use trivsel_fold::{Folded, fold, fold_plain, matches_folded};

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Columns a tab is turned into.
const TAB: &str = "    ";

/// One line of text as it is kept: NFC, line breaks and tabs to spaces, control characters and bidi overrides
/// out, trimmed.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let spaced: String = clean_text(text).chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    match spaced.trim() {
        trimmed if trimmed.len() == spaced.len() => spaced,
        trimmed => trimmed.to_owned(),
    }
}

/// Long text as it is kept: as [`clean_line`], but line breaks stay (as `\n`), a tab becomes four spaces, and
/// nothing is trimmed.
#[must_use]
pub fn clean_text(text: &str) -> String {
    // Taken out before composing, because what stood on either side of one may belong together.
    let harmless = || text.chars().filter(|c| matches!(c, '\r' | '\n' | '\t') || !is_unsafe(*c));
    // Nearly every text is composed already, which is quicker to see than to do.
    match is_nfc_quick(harmless()) {
        IsNormalized::Yes => with_plain_breaks(harmless(), text.len()),
        _ => with_plain_breaks(harmless().nfc(), text.len()),
    }
}

/// Every line break as `\n`, every tab as blanks. About so many bytes long.
fn with_plain_breaks(chars: impl Iterator<Item = char>, len: usize) -> String {
    let mut clean = String::with_capacity(len);
    let mut chars = chars.peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                // A Windows line break is one break.
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

/// Text as it may be printed on a terminal outside the screen: every control character but `\n`, and every bidi
/// override, is shown as `�`, so what was there stays visible and does nothing.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| c != '\n' && is_unsafe(c);
    if text.contains(harmful) { Cow::Owned(text.replace(harmful, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// Whether a character acts on the terminal or reorders the line: C0 and C1 controls (ESC, BEL, NUL …), bidi
/// embeddings, overrides and isolates.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
