//! A paper as a Word document: real headings, tables, page numbers, and charts as pictures above their figures.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, Footer, LineSpacing, NumPages, PageMargin, PageNum,
    Paragraph, Pic, Run, RunFonts, Shading, ShdType, Style, StyleType, Tab, TabValueType, Table as WordTable,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow,
    WidthType,
};

use crate::ReportError;
use crate::chart::{self, Chart};
use crate::paper::{Block, Paper, Table, plain};

/// A4 and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
/// The width of the text.
const WIDTH: usize = 9_638;
/// The width of a chart, in EMU; the height follows from the drawing.
const PICTURE: u32 = 6_000_000;
const FONT: &str = "Calibri";
const INK: &str = "333333";
const FAINT: &str = "BFBFBF";
/// The number in the letters of a size is in half points.
const TEXT: usize = 22;
const SMALL: usize = 18;
const CELL_TEXT: usize = 20;

/// The document as a file.
///
/// # Errors
/// [`ReportError`].
pub(crate) fn write(paper: &Paper) -> Result<Vec<u8>, ReportError> {
    let mut docx = styled(Docx::new())
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margins())
        .footer(footer(paper))
        .add_paragraph(paragraph("Title", &paper.title));
    if !paper.about.is_empty() {
        docx = docx.add_table(about(&paper.about)).add_paragraph(blank());
    }
    if let Some(notice) = &paper.notice {
        docx = docx.add_paragraph(paragraph("Notice", notice));
    }
    let mut charts = 0;
    for block in &paper.blocks {
        docx = match block {
            Block::Heading(level, text) => docx
                .add_paragraph(paragraph(&format!("Heading{}", level.clamp(&1, &3)), text).keep_next(true)),
            Block::Text(text) => paragraphs(docx, "Normal", text),
            Block::Note(text) => paragraphs(docx, "Remark", text),
            Block::Signature(text) => docx.add_paragraph(paragraph("Signature", text)),
            Block::Table(rows) => docx.add_table(table(rows)).add_paragraph(blank()),
            Block::Chart(chart) => {
                charts += 1;
                drawn(docx, chart, charts)?
            }
            Block::NewPage => {
                docx.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)))
            }
        };
    }
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).map_err(|_| ReportError::Document)?;
    Ok(file.into_inner())
}

fn margins() -> PageMargin {
    PageMargin {
        top: MARGIN,
        left: MARGIN,
        bottom: MARGIN,
        right: MARGIN,
        header: 567,
        footer: 567,
        gutter: 0,
    }
}

/// The styles: Word builds its outline and a table of contents of the headings.
fn styled(docx: Docx) -> Docx {
    let heading = |level: usize, size: usize| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .bold()
            .size(size)
            .line_spacing(LineSpacing::new().before(240).after(80))
    };
    let text = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    docx.default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT))
        .default_size(TEXT)
        .add_style(text("Title", "Title").q_format(true).bold().size(36))
        .add_style(heading(1, 28))
        .add_style(heading(2, 24))
        .add_style(heading(3, TEXT))
        .add_style(text("Notice", "Notice").bold())
        .add_style(text("Remark", "Remark").size(SMALL).color(INK))
        .add_style(text("Signature", "Signature").bold())
}

/// A paragraph without text.
fn blank() -> Paragraph {
    Paragraph::new().style("Normal")
}

/// A text in a run; a line break in it is one in the document.
fn written(run: Run, text: &str) -> Run {
    plain(text).lines().enumerate().fold(run, |run, (n, line)| {
        let run = if n > 0 { run.add_break(BreakType::TextWrapping) } else { run };
        run.add_text(line)
    })
}

/// One paragraph; a line break in the text is one in it.
fn paragraph(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(written(Run::new(), text))
}

/// A text as paragraphs: a blank line begins the next.
fn paragraphs(docx: Docx, style: &str, text: &str) -> Docx {
    parts(text).fold(docx, |docx, part| docx.add_paragraph(paragraph(style, part).line_spacing(after())))
}

/// The parts of a text that a blank line is between.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty())
}

fn after() -> LineSpacing {
    LineSpacing::new().after(120)
}

/// What the paper is, and the number of the page.
fn footer(paper: &Paper) -> Footer {
    let (page, of) = &paper.page;
    let words = |text: &str| Run::new().size(SMALL).color(INK).add_text(plain(text));
    let line = Paragraph::new()
        .style("Remark")
        .add_tab(Tab::new().val(TabValueType::Right).pos(WIDTH))
        .add_run(words(&paper.footer).add_tab())
        .add_run(words(&format!("{page} ")))
        .add_page_num(PageNum::new())
        .add_run(words(&format!(" {of} ")))
        .add_num_pages(NumPages::new());
    Footer::new().add_paragraph(line)
}

fn border(position: TableBorderPosition) -> TableBorder {
    TableBorder::new(position).border_type(BorderType::Single).size(4).color(FAINT)
}

fn cell(text: &str, width: usize, figures: bool, bold: bool, size: usize) -> TableCell {
    let run = written(Run::new().size(size), text);
    let run = if bold { run.bold() } else { run };
    let align = if figures { AlignmentType::Right } else { AlignmentType::Left };
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(blank().align(align).add_run(run))
}

fn about(pairs: &[(String, String)]) -> WordTable {
    let (label, value) = (WIDTH * 3 / 10, WIDTH * 7 / 10);
    let row = |(name, text): &(String, String)| {
        TableRow::new(vec![
            cell(name, label, false, true, CELL_TEXT),
            cell(text, value, false, false, CELL_TEXT),
        ])
        .cant_split()
    };
    WordTable::without_borders(pairs.iter().map(row).collect())
        .set_grid(vec![label, value])
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
}

fn table(table: &Table) -> WordTable {
    let widths = widths(table);
    let size = if widths.len() > MANY { SMALL - 2 } else { CELL_TEXT };
    let row = |cells: &[String], bold: bool| {
        let cells = cells.iter().enumerate().map(|(n, text)| {
            let made = cell(text, widths.get(n).copied().unwrap_or(1), table.is_of_figures(n), bold, size);
            if bold { made.shading(Shading::new().shd_type(ShdType::Clear).fill("EEEEEE")) } else { made }
        });
        TableRow::new(cells.collect()).cant_split()
    };
    let heads = std::iter::once(row(&table.heads, true));
    let borders = TableBorders::with_empty()
        .set(border(TableBorderPosition::Top))
        .set(border(TableBorderPosition::Bottom))
        .set(border(TableBorderPosition::InsideH));
    WordTable::new(heads.chain(table.rows.iter().map(|cells| row(cells, false))).collect())
        .set_grid(widths.clone())
        .set_borders(borders)
        .margins(TableCellMargins::new().margin(40, 108, 40, 108))
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
}

/// The width of a letter in a cell, and of the margins of a cell; generous, since a heading is bold.
const LETTER: usize = 140;
const CELL: usize = 2 * 108 + 20;
/// A table of more columns has small letters, and letters of this width.
const MANY: usize = 6;
const SMALL_LETTER: usize = 115;
/// The most letters that a column asks for.
const ASKED: usize = 60;

/// The widths of the columns: what the longest word of each needs, and of what is left each has its share by the longest
/// text. Where the words alone are too wide, each has its share by the longest word.
fn widths(table: &Table) -> Vec<usize> {
    let most = |n: usize, length: &dyn Fn(&str) -> usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(n)).chain(table.heads.get(n));
        cells.map(|text| length(text)).max().unwrap_or(0).clamp(2, ASKED)
    };
    let word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let line = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let columns = 0..table.heads.len();
    let letter = if columns.len() > MANY { SMALL_LETTER } else { LETTER };
    let words: Vec<usize> = columns.clone().map(|n| most(n, &word) * letter + CELL).collect();
    let lines: Vec<usize> = columns.map(|n| most(n, &line) * letter + CELL).collect();
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

/// A chart: its name, the picture, what it shows, and its figures.
fn drawn(docx: Docx, chart: &Chart, number: usize) -> Result<Docx, ReportError> {
    let picture = chart::png(&chart::svg(chart)?)?;
    let height = PICTURE / chart::WIDTH * chart::HEIGHT;
    let picture = Pic::new_with_dimensions(picture, chart::WIDTH, chart::HEIGHT)
        .id(format!("rIdChart{number}"))
        .size(PICTURE, height);
    let docx = docx
        .add_paragraph(paragraph("Heading3", &chart.title).keep_next(true))
        .add_paragraph(Paragraph::new().keep_next(true).add_run(Run::new().add_image(picture)))
        .add_paragraph(paragraph("Remark", &chart.caption).line_spacing(after()));
    if chart.table.rows.is_empty() {
        return Ok(docx);
    }
    Ok(docx.add_table(table(&chart.table)).add_paragraph(blank()))
}
