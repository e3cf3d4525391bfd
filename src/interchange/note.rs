//! Notes on how a list was read, for things that are not errors.

use super::encoding::Encoding;

/// One note on how a list was read. Worded by [`super::note_sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The encoding is not marked in the file; this one was assumed.
    TakenFor(Encoding),
    /// The workbook has several sheets; this one was read.
    Sheet {
        name: String,
        /// The hidden sheets that were skipped.
        hidden: Vec<String>,
        /// The visible sheets that were skipped.
        visible: Vec<String>,
    },
    /// A row above the headings was skipped.
    Above { line: u32, text: String },
}
