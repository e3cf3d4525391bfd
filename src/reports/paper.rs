//! A document without a format: what stands in it, in its order.

use chrono::NaiveDate;
use trivsel_words::text::clean_text;
use trivsel_words::{Words, dates};

use crate::chart::Chart;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The stable code of the language, as HTML has it.
    pub lang: &'static str,
    /// What it is: "Statusskriv".
    pub title: String,
    /// Who and what it is about, as pairs of a label and a value.
    pub about: Vec<(String, String)>,
    /// What the reader must know first, such as that it is a draft.
    pub notice: Option<String>,
    pub blocks: Vec<Block>,
    /// What it is, on each page.
    pub footer: String,
    /// The words before the number of a page, and between it and the number of pages.
    pub page: (String, String),
}

impl Paper {
    /// A document about a child without content, made on a day.
    pub(crate) fn begin(
        words: &Words,
        title: &str,
        child: &str,
        made: NaiveDate,
        about: Vec<(String, String)>,
    ) -> Self {
        let day = dates::day_month_year(words.lang(), made);
        let args = [("title", title.into()), ("child", child.into()), ("day", day.into())];
        Self {
            lang: words.lang().code(),
            title: title.to_owned(),
            about,
            notice: None,
            blocks: Vec::new(),
            footer: words.with("report-footer", &args),
            page: (words.get("report-page").to_owned(), words.get("report-page-of").to_owned()),
        }
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; 1 is the highest.
    Heading(u8, String),
    /// Text as it is written: a line break is one in the document.
    Text(String),
    /// A remark in small print.
    Note(String),
    Table(Table),
    Chart(Box<Chart>),
    /// Who signed, and when.
    Signature(String),
    /// What follows begins on a new page.
    NewPage,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub heads: Vec<String>,
    /// Which columns are figures and stand to the right.
    pub figures: Vec<bool>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows. A column whose heading is marked is of figures.
    #[must_use]
    pub fn new<const N: usize>(heads: [(&str, bool); N]) -> Self {
        Self {
            heads: heads.iter().map(|(head, _)| (*head).to_owned()).collect(),
            figures: heads.iter().map(|(_, figures)| *figures).collect(),
            rows: Vec::new(),
        }
    }

    pub fn push(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Whether a column is of figures.
    #[must_use]
    pub fn is_of_figures(&self, column: usize) -> bool {
        self.figures.get(column).copied().unwrap_or(false)
    }
}

impl Paper {
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    pub fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// Adds a table, unless it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

/// A text as every format can hold it: composed, and without characters that control something or that XML forbids.
/// Records are cleaned when they are typed; this holds also for one that came in another way.
#[must_use]
pub(crate) fn plain(text: &str) -> String {
    let mut text = clean_text(text);
    text.retain(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    text
}
