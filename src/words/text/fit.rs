//! Fits text into columns: cuts between graphemes and measures as a terminal draws.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of columns a text takes on a terminal. Control characters take none because they are not drawn.
#[must_use]
pub fn columns(text: &str) -> usize {
    simple_columns(text).unwrap_or_else(|| graphemes(&drawn(text)).map(|(_, wide)| wide).sum())
}

/// Pads with spaces on the right, or cuts with `…`, to exactly `width` columns. Never splits a grapheme: if a
/// double-width one does not fit, a space takes its place.
#[must_use]
pub fn fit(text: &str, width: usize) -> String {
    if let Some(padding) = simple_columns(text).and_then(|wide| width.checked_sub(wide)) {
        let mut fitted = String::with_capacity(text.len() + padding);
        fitted.push_str(text);
        fitted.extend(std::iter::repeat_n(' ', padding));
        return fitted;
    }
    let mut fitted = clip(text, width);
    let padding = width.saturating_sub(columns(&fitted));
    fitted.extend(std::iter::repeat_n(' ', padding));
    fitted
}

/// Like [`fit`], but the last column is a blank, which keeps the text from the next one.
#[must_use]
pub fn spaced(text: &str, width: usize) -> String {
    fit(&clip(text, width.saturating_sub(1)), width)
}

/// Like [`fit`], but pads on the left, for figures.
#[must_use]
pub fn fit_right(text: &str, width: usize) -> String {
    let fits = simple_columns(text).filter(|wide| *wide <= width);
    let (text, wide) = fits.map_or_else(
        || {
            let clipped = clip(text, width);
            let wide = columns(&clipped);
            (Cow::Owned(clipped), wide)
        },
        |wide| (Cow::Borrowed(text), wide),
    );
    let padding = width.saturating_sub(wide);
    let mut fitted = String::with_capacity(text.len() + padding);
    fitted.extend(std::iter::repeat_n(' ', padding));
    fitted.push_str(&text);
    fitted
}

/// Cuts the text with `…` if it is wider than `width` columns. A date or number is dropped whole.
#[must_use]
pub fn clip(text: &str, width: usize) -> String {
    if simple_columns(text).is_some_and(|wide| wide <= width) {
        return text.to_owned();
    }
    let text = drawn(text);
    let mut clipped = String::with_capacity(text.len().min(width.saturating_mul(4)));
    let mut used = 0;
    // The byte where the text is cut to leave room for the ellipsis.
    let mut cut = 0;
    for (grapheme, wide) in graphemes(&text) {
        if used + wide > width {
            clipped.truncate(cut);
            drop_half_figure(&mut clipped);
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

/// Drops a date or number that a cut has left half of, since what is left of it reads as another one: `16. d…`, `20…`.
fn drop_half_figure(text: &mut String) {
    let figure = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let start = text.rfind(' ').map_or(0, |at| at + 1);
    if figure(&text[start..]) {
        text.truncate(start);
    } else if let Some(before) =
        text[..start].trim_end().rfind(' ').map(|at| at + 1).or((start > 0).then_some(0))
        && text[before..start].ends_with(". ")
        && figure(&text[before..start])
    {
        // The month after its day.
        text.truncate(before);
    }
}

/// Removes control characters. This happens before graphemes are found, because the characters on either side may
/// combine.
fn drawn(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        Cow::Owned(text.replace(char::is_control, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The graphemes of a text, each with its width in columns.
fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width()))
}

/// The width of a text whose characters each take one column and never combine, as nearly all text on the screen;
/// `None` for any other text.
#[must_use]
pub fn simple_columns(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |columns, c| is_simple(c).then_some(columns + 1))
}

/// Latin letters, punctuation, box drawing and blocks, which never combine with each other.
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
