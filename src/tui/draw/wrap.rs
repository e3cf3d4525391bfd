//! Breaks a paragraph at blanks to fit a width.

use textwrap::{Options, WordSplitter};

/// The lines of a paragraph, none wider than `width` columns. A longer word is broken.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    // Words are not split at hyphens, since a date span or a double name is easier to read in one piece.
    let options = Options::new(width.max(2)).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
