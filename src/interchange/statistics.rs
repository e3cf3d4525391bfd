//! The figures of the house as files: a workbook with a sheet for each table, and one list for a spreadsheet.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use trivsel_words::house_tables::{Grid, HouseTable, Value};
use trivsel_words::numbers::decimal_short;
use trivsel_words::{Lang, Words};

use super::house::{MARK, guarded};

/// The tables with their period.
#[derive(Clone, Copy, Debug)]
pub struct Statistics<'a> {
    /// The tables.
    pub tables: &'a [HouseTable],
    /// The period in words.
    pub period: &'a str,
    /// The first day counted.
    pub from: NaiveDate,
    /// The last day counted.
    pub to: NaiveDate,
}

/// The tables as one list, a line for each cell: UTF-8 with a mark, semicolons. Numbers have the decimal sign of the
/// language, as the spreadsheets of its country read them; shares are fractions of one.
///
/// # Errors
/// Where a line can't be written.
pub fn write_statistics_csv(words: &Words, all: &Statistics<'_>) -> anyhow::Result<String> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_string().into_bytes());
    let heads = ["programme", "table", "row", "column", "value", "unit", "from", "to"];
    writer.write_record(heads.map(|head| words.code("stats-column", head)))?;
    let (from, to) = (all.from.to_string(), all.to.to_string());
    for table in all.tables {
        for row in &table.grid.rows {
            let name = row.cells.first().map(|cell| cell.told(words)).unwrap_or_default();
            for (column, cell) in table.grid.columns.iter().zip(&row.cells).skip(1) {
                let value = plain(words, cell);
                let unit = words.code("stats-unit", unit(cell));
                let texts = [&table.programme_name, &table.title, &name, &column.head, &value];
                let line = texts.map(|text| guarded(text.clone()));
                writer.write_record(line.iter().map(String::as_str).chain([unit, &from, &to]))?;
            }
        }
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// A cell as a spreadsheet reads it.
fn plain(words: &Words, cell: &Value) -> String {
    match cell {
        Value::Share(share) => decimal_short(words.lang(), *share, 4),
        Value::Date(date) => date.to_string(),
        Value::Nothing => String::new(),
        other => other.told(words),
    }
}

fn unit(cell: &Value) -> &'static str {
    match cell {
        Value::Share(_) => "share",
        Value::Whole(_) | Value::Decimal(_) => "number",
        Value::Date(_) => "date",
        Value::Text(_) | Value::Named(..) | Value::Hidden | Value::Nothing => "text",
    }
}

/// The formats of the cells.
struct Formats {
    head: Format,
    title: Format,
    share: Format,
    decimal: Format,
    date: Format,
    note: Format,
}

impl Formats {
    fn new(lang: Lang) -> Self {
        let date = match lang {
            Lang::Da => "dd-mm-yyyy",
            Lang::En => "yyyy-mm-dd",
        };
        Self {
            head: Format::new().set_bold(),
            title: Format::new().set_bold().set_font_size(14),
            share: Format::new().set_num_format("0.0%"),
            decimal: Format::new().set_num_format("0.0"),
            date: Format::new().set_num_format(date),
            note: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// The tables as a workbook: an overview, then a sheet for each table with what it counts and, if there is one, the list
/// behind it. Numbers are numbers, shares are percentages and dates are dates. A text is never a formula.
///
/// # Errors
/// Where the workbook can't be written.
pub fn write_statistics_xlsx(words: &Words, all: &Statistics<'_>) -> anyhow::Result<Vec<u8>> {
    let (mut book, formats) = (Workbook::new(), Formats::new(words.lang()));
    overview(words, all, book.add_worksheet(), &formats)?;
    for (table, number) in all.tables.iter().zip(1_u32..) {
        let sheet = book.add_worksheet();
        // The number keeps the names apart where two programmes have the same table.
        sheet.set_name(sheet_name(number, &table.title))?;
        sheet.write_with_format(0, 0, heading(table), &formats.title)?;
        sheet.write(1, 0, all.period)?;
        sheet.write(2, 0, table.counts.as_str())?;
        let after = grid(words, sheet, 4, &table.grid, &formats)?;
        if let Some(basis) = &table.basis {
            sheet.write_with_format(after + 1, 0, words.get("stats-behind"), &formats.head)?;
            grid(words, sheet, after + 2, basis, &formats)?;
        }
        widths(words, sheet, table)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The figure of each table in a line.
fn overview(
    words: &Words,
    all: &Statistics<'_>,
    sheet: &mut Worksheet,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(words.get("stats-overview"))?;
    sheet.write_with_format(0, 0, words.get("stats-title"), &formats.title)?;
    sheet.write(1, 0, all.period)?;
    for (column, head) in (0..).zip(["programme", "table", "figure", "counts"]) {
        sheet.write_with_format(3, column, words.code("stats-column", head), &formats.head)?;
    }
    for (row, table) in (4..).zip(all.tables) {
        sheet.write(row, 0, table.programme_name.as_str())?;
        sheet.write(row, 1, table.title.as_str())?;
        sheet.write(row, 2, table.headline.as_str())?;
        sheet.write_with_format(row, 3, table.counts.as_str(), &formats.note)?;
    }
    for (column, width) in (0..).zip([22.0, 26.0, 52.0, 90.0]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(4, 0)?;
    Ok(())
}

fn heading(table: &HouseTable) -> String {
    if table.programme_name.is_empty() {
        table.title.clone()
    } else {
        format!("{} · {}", table.title, table.programme_name)
    }
}

/// A name that a workbook takes: at most 31 characters, none of those that it forbids.
fn sheet_name(number: u32, title: &str) -> String {
    let name = format!("{number} {title}").replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    name.chars().take(31).collect()
}

/// Writes a grid from a row on, and returns the row after it.
fn grid(
    words: &Words,
    sheet: &mut Worksheet,
    first: u32,
    grid: &Grid,
    formats: &Formats,
) -> Result<u32, XlsxError> {
    for (column, one) in (0..).zip(&grid.columns) {
        sheet.write_with_format(first, column, one.head.as_str(), &formats.head)?;
    }
    let mut at = first;
    for row in &grid.rows {
        at += 1;
        for (column, cell) in (0..).zip(&row.cells) {
            write(words, sheet, (at, column), cell, formats)?;
        }
    }
    Ok(at + 1)
}

fn write(
    words: &Words,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Value::Nothing => return Ok(()),
        Value::Whole(number) => sheet.write(row, column, *number)?,
        Value::Decimal(number) => sheet.write_with_format(row, column, *number, &formats.decimal)?,
        Value::Share(share) => sheet.write_with_format(row, column, *share, &formats.share)?,
        Value::Date(date) => sheet.write_with_format(row, column, &excel(*date)?, &formats.date)?,
        Value::Text(text) | Value::Named(_, text) => sheet.write_string(row, column, text.as_str())?,
        Value::Hidden => sheet.write_string(row, column, words.get("house-hidden"))?,
    };
    Ok(())
}

fn excel(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(1900), part(date.month()), part(date.day()))
}

/// Makes the columns wide enough for what stands in them. The sentence above the table would make the first too wide.
fn widths(words: &Words, sheet: &mut Worksheet, table: &HouseTable) -> Result<(), XlsxError> {
    let grids: Vec<&Grid> = [&table.grid].into_iter().chain(&table.basis).collect();
    let most = grids.iter().map(|g| g.columns.len()).max().unwrap_or(0);
    for at in 0..most {
        let texts = grids.iter().flat_map(|grid| {
            let head = grid.columns.get(at).map(|c| c.head.chars().count());
            let cells = grid.rows.iter().filter_map(move |row| row.cells.get(at));
            head.into_iter().chain(cells.map(|cell| cell.told(words).chars().count()))
        });
        let wide = u16::try_from(texts.max().unwrap_or(0).clamp(8, 40) + 2).unwrap_or(42);
        sheet.set_column_width(u16::try_from(at).unwrap_or(u16::MAX), f64::from(wide))?;
    }
    Ok(())
}
