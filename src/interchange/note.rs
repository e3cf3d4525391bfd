//! What is said of how a list was read, though nothing is wrong.

use super::encoding::Encoding;

/// One thing worth knowing about how a list was read. Worded by [`super::note_sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The bytes do not say their encoding; they were taken for this.
    TakenFor(Encoding),
    /// The workbook has several sheets; this one was read.
    Sheet {
        /// Its name.
        name: String,
        /// The hidden ones, which were passed over.
        hidden: Vec<String>,
        /// The visible ones, which were passed over.
        visible: Vec<String>,
    },
    /// A row above the headings, which is no part of the list.
    Above {
        /// Its line in the file, from 1.
        line: u32,
        /// What stands there.
        text: String,
    },
}
