//! Tables of a Word document, and how wide their columns are.

use maud::{Markup, html};
use trivsel_words::text::columns;

use super::styles::{CELL as CELL_TEXT, CLOSE as CLOSE_TEXT, TIGHT as TIGHT_TEXT};
use super::{WIDTH, made, run};
use crate::paper::Table;

const FAINT: &str = "BFBFBF";
const SHADE: &str = "EEEEEE";
/// The margins of a cell above and below its text, in twentieths of a point.
const ABOVE: usize = 40;

/// The lines about the child: a label and a value.
pub(super) fn about(pairs: &[(String, String)]) -> Markup {
    let widths = [WIDTH * 3 / 10, WIDTH * 7 / 10];
    let row = |(label, value): &(String, String)| {
        let label = cell(label, widths[0], Look { bold: true, ..Look::default() });
        html! { (label) (cell(value, widths[1], Look::default())) }
    };
    let rows = html! { @for pair in pairs { w:tr { w:trPr { w:cantSplit {} } (row(pair)) } } };
    framed(&widths, Size::default(), &html! {}, &rows)
}

/// A table with a line under each row; its headings come again on every page.
pub(super) fn table(table: &Table) -> Markup {
    let widths = widths(table);
    let size = Size::of(widths.len());
    let cells = |row: &[String], head: bool| {
        let look = |n| Look { figures: table.is_of_figures(n), bold: head, head, size };
        let text = |n: usize| row.get(n).map_or("", String::as_str);
        html! { @for (n, width) in widths.iter().enumerate() { (cell(text(n), *width, look(n))) } }
    };
    let borders = html! {
        w:tblBorders {
            w:top w:val="single" w:sz="4" w:space="0" w:color=(FAINT) {}
            w:bottom w:val="single" w:sz="4" w:space="0" w:color=(FAINT) {}
            w:insideH w:val="single" w:sz="4" w:space="0" w:color=(FAINT) {}
        }
    };
    let rows = html! {
        w:tr { w:trPr { w:cantSplit {} w:tblHeader {} } (cells(&table.heads, true)) }
        @for row in &table.rows { w:tr { w:trPr { w:cantSplit {} } (cells(row, false)) } }
    };
    framed(&widths, size, &borders, &rows)
}

/// How a cell looks.
#[derive(Clone, Copy, Default)]
struct Look {
    /// Figures stand to the right.
    figures: bool,
    bold: bool,
    /// A heading stands on a ground of its own.
    head: bool,
    size: Size,
}

fn cell(text: &str, width: usize, look: Look) -> Markup {
    let right = html! { @if look.figures { w:jc w:val="right" {} } };
    html! {
        w:tc {
            w:tcPr {
                w:tcW w:w=(width) w:type="dxa" {}
                @if look.head { w:shd w:val="clear" w:color="auto" w:fill=(SHADE) {} }
            }
            (made(look.size.style(), &right, &run(text, look.bold)))
        }
    }
}

/// Rows in a table of the width of the text.
fn framed(widths: &[usize], size: Size, borders: &Markup, rows: &Markup) -> Markup {
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w=(widths.iter().sum::<usize>()) w:type="dxa" {}
                (borders)
                w:tblLayout w:type="fixed" {}
                w:tblCellMar {
                    w:top w:w=(ABOVE) w:type="dxa" {}
                    w:left w:w=(size.beside()) w:type="dxa" {}
                    w:bottom w:w=(ABOVE) w:type="dxa" {}
                    w:right w:w=(size.beside()) w:type="dxa" {}
                }
            }
            w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
            (rows)
        }
    }
}

/// What a column needs besides its letters and margins.
const LINE: usize = 20;
/// The most letters that a column asks for.
const ASKED: usize = 60;

/// The size of the letters: smaller in a table of more columns.
#[derive(Clone, Copy, Default)]
enum Size {
    #[default]
    Plain,
    Close,
    Tight,
}

impl Size {
    fn of(columns: usize) -> Self {
        match columns {
            0..=5 => Self::Plain,
            6 => Self::Close,
            _ => Self::Tight,
        }
    }

    fn style(self) -> &'static str {
        match self {
            Self::Plain => "Cell",
            Self::Close => "CloseCell",
            Self::Tight => "TightCell",
        }
    }

    /// The width of a letter, in twentieths of a point; one of a heading is bold. Generous, since a machine without the
    /// font takes a wider one.
    fn letter(self, head: bool) -> usize {
        let half_points = match self {
            Self::Plain => CELL_TEXT,
            Self::Close => CLOSE_TEXT,
            Self::Tight => TIGHT_TEXT,
        };
        half_points as usize * if head { 15 } else { 12 } / 2
    }

    /// The margins of a cell beside its text, in twentieths of a point.
    fn beside(self) -> usize {
        if matches!(self, Self::Plain) { 108 } else { 70 }
    }
}

/// How many letters of the usual width a text is as wide as.
fn letters(text: &str) -> usize {
    let broad = text.chars().filter(|c| matches!(c, 'm' | 'w' | 'M' | 'W' | '%' | 'æ' | 'Æ')).count();
    columns(text) + broad.div_ceil(2)
}

/// The widths of the columns: what the longest word of each needs, and of what is left each has its share by the longest
/// text. Where the words alone are too wide, each has its share by the longest word.
fn widths(table: &Table) -> Vec<usize> {
    let size = Size::of(table.heads.len());
    let most = |n: usize, length: &dyn Fn(&str) -> usize| {
        let cell = 2 * size.beside() + LINE;
        let asked = |text: &String, head| length(text).clamp(2, ASKED) * size.letter(head) + cell;
        let cells = table.rows.iter().filter_map(|row| row.get(n)).map(|text| asked(text, false));
        cells.chain(table.heads.get(n).map(|text| asked(text, true))).max().unwrap_or(cell)
    };
    let word = |text: &str| text.split_whitespace().map(letters).max().unwrap_or(0);
    let line = |text: &str| text.lines().map(letters).max().unwrap_or(0);
    let columns = 0..table.heads.len();
    let words: Vec<usize> = columns.clone().map(|n| most(n, &word)).collect();
    let lines: Vec<usize> = columns.map(|n| most(n, &line)).collect();
    let needed: usize = words.iter().sum();
    if needed >= WIDTH {
        return words.iter().map(|one| WIDTH * one / needed.max(1)).collect();
    }
    let more: Vec<usize> = lines.iter().zip(&words).map(|(line, word)| line - word.min(line)).collect();
    let all = more.iter().sum::<usize>();
    let share = |one: &usize| {
        ((WIDTH - needed) * one).checked_div(all).unwrap_or_else(|| (WIDTH - needed) / words.len().max(1))
    };
    words.iter().zip(&more).map(|(word, more)| word + share(more)).collect()
}
