//! What leaves the house as a document: letters, plans, attendance sheets, and the whole file of a case.
//!
//! Records and words become a [`Paper`]: headings, paragraphs, tables and charts without a format. [`docx`] writes it for
//! Word and LibreOffice, [`html`] as one page that shows and prints without any other file.

pub mod chart;
pub mod docx;
pub mod html;
pub mod kind;
pub mod letter;
pub mod material;
pub mod paper;
pub mod request;
pub mod teaching;

mod annex;
pub mod attendance;
#[cfg(test)]
mod tests;

pub use kind::ReportKind;
pub use material::Material;
pub use paper::{Block, Paper, Table};

use std::path::Path;

/// A report that could not be made. It never quotes a record.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A chart could not be drawn.
    #[error("a chart could not be drawn")]
    Chart,
    /// The parts of a Word document could not be put together.
    #[error("the document could not be put together")]
    Document,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Word and LibreOffice.
    Docx,
    /// One page to read and print.
    Html,
}

impl Format {
    /// The end of the name of a file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    /// The format of a file by the end of its name, if it says one.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        [Self::Docx, Self::Html].into_iter().find(|format| format.extension() == end)
    }
}

/// A paper as a file.
///
/// # Errors
/// A chart that can't be drawn, or a document that can't be put together.
pub fn write(paper: &Paper, format: Format) -> Result<Vec<u8>, ReportError> {
    match format {
        Format::Docx => docx::write(paper),
        Format::Html => html::write(paper).map(String::into_bytes),
    }
}
