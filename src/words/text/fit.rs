//! Fitting text into columns: cut between graphemes, measured as a terminal draws it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes on a terminal. Control characters take none, since they are not drawn.
#[must_use]
pub fn columns(text: &str) -> usize {
    if text.bytes().all(is_plain) { text.len() } else { graphemes(&drawn(text)).map(|(_, wide)| wide).sum() }
}

/// Exactly `width` columns: padded with spaces at the right, or cut with `…`. Never splits a grapheme; where a
/// double-width one doesn't fit, a space stands instead.
#[must_use]
pub fn fit(text: &str, width: usize) -> String {
    let mut fitted = clip(text, width);
    let padding = width.saturating_sub(columns(&fitted));
    fitted.extend(std::iter::repeat_n(' ', padding));
    fitted
}

/// As [`fit`], but padded at the left, for figures.
#[must_use]
pub fn fit_right(text: &str, width: usize) -> String {
    let clipped = clip(text, width);
    let mut fitted = " ".repeat(width.saturating_sub(columns(&clipped)));
    fitted.push_str(&clipped);
    fitted
}

/// At most `width` columns: the text, or as much of it as leaves room for `…`.
#[must_use]
pub fn clip(text: &str, width: usize) -> String {
    let text = drawn(text);
    let mut clipped = String::with_capacity(text.len().min(width.saturating_mul(4)));
    let mut used = 0;
    // Where the text would be cut to make room for the ellipsis.
    let mut cut = 0;
    for (grapheme, wide) in graphemes(&text) {
        if used + wide > width {
            clipped.truncate(cut);
            if width > 0 {
                clipped.push('…');
            }
            return clipped;
        }
        used += wide;
        clipped.push_str(grapheme);
        if used < width {
            cut = clipped.len();
        }
    }
    clipped
}

/// The text without its control characters. Taken out before the graphemes are found, because what stood on
/// either side of one may belong together.
fn drawn(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        Cow::Owned(text.replace(char::is_control, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The graphemes of a text with the columns each takes.
fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width()))
}

/// A byte that is one character of one column.
fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}
