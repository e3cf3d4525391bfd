//! Fitting text into columns: cut between graphemes, measured as a terminal draws it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes on a terminal. Control characters take none, since they are not drawn.
#[must_use]
pub fn columns(text: &str) -> usize {
    simple_columns(text).unwrap_or_else(|| graphemes(&drawn(text)).map(|(_, wide)| wide).sum())
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
    if simple_columns(text).is_some_and(|wide| wide <= width) {
        return text.to_owned();
    }
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

/// The columns of a text in which every character is a grapheme of its own and takes one, as in nearly all that stands
/// on a screen; nothing where a text is more difficult than that.
#[must_use]
pub fn simple_columns(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |columns, c| is_simple(c).then_some(columns + 1))
}

/// Latin letters, signs, rules and blocks, which never join with each other.
fn is_simple(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a1}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2190}'..='\u{2193}'
            | '\u{2500}'..='\u{25a9}'
            | '▲'
            | '►'
    )
}
