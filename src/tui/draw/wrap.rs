//! Breaking a paragraph at blanks so that it fits so many columns.

use textwrap::{Options, WordSplitter};

/// The lines of a paragraph, none wider than `width` columns; a longer word is broken.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    // Hyphens stay where they are written: a date span or a double name is easier to read whole.
    let options = Options::new(width.max(2)).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
