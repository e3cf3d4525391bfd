//! Breaks a paragraph at blanks to fit a width.

use ratatui::style::Style;
use ratatui::text::Line;
use textwrap::{Options, WordSplitter};
use trivsel_words::text::clip;

/// The lines of a paragraph, none wider than `width` columns. A longer word is broken.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    // Words are not split at hyphens, since a date span or a double name is easier to read in one piece.
    let options = Options::new(width.max(2)).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The lines of a paragraph as they are drawn, with a blank on either side.
#[must_use]
pub fn wrapped(text: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let lines = wrap(text, width.saturating_sub(2)).into_iter();
    lines.map(|line| Line::styled(format!(" {line}"), style)).collect()
}

/// The first lines of a paragraph, at most `most`. An ellipsis ends the last one if there are more.
#[must_use]
pub fn wrap_within(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > most {
        lines.truncate(most);
        let last = lines.pop().unwrap_or_default();
        lines.push(clip(&format!("{last} …"), width));
    }
    lines
}
