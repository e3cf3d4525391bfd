//! The figures as JSON. Codes are stable, numbers are numbers, shares are fractions of one, dates are ISO dates; names
//! and sentences are in the user's language.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value as Json};
use trivsel_domain::value::{Coded, ProgrammeCode};
use trivsel_words::house_tables::{Grid, HouseTable, Row, Value};

use super::Page;
use crate::cli::failure::Failure;

/// What stands for a cell that is hidden.
const HIDDEN: &str = "hidden";

#[derive(Serialize)]
struct Report<'a> {
    /// The kind of period; nothing if its days were chosen freely.
    period: Option<&'static str>,
    from: NaiveDate,
    to: NaiveDate,
    /// The last day counted.
    through: NaiveDate,
    anonymous: bool,
    tables: Vec<Table<'a>>,
}

#[derive(Serialize)]
struct Table<'a> {
    table: &'a str,
    programme: Option<&'a str>,
    title: &'a str,
    counts: &'a str,
    rows: Vec<Map<String, Json>>,
    /// The cases and dates behind it.
    behind: Option<Vec<Map<String, Json>>>,
}

pub(super) fn write(page: &Page<'_>) -> Result<String, Failure> {
    let figures = page.figures;
    let report = Report {
        period: figures.span.kind.map(Coded::code),
        from: figures.span.from,
        to: figures.span.to,
        through: figures.through,
        anonymous: page.anonymous,
        tables: page.tables.iter().map(table).collect(),
    };
    let text = serde_json::to_string_pretty(&report).map_err(anyhow::Error::from)?;
    Ok(format!("{text}\n"))
}

fn table(table: &HouseTable) -> Table<'_> {
    Table {
        table: table.code,
        programme: table.programme.as_ref().map(ProgrammeCode::as_str),
        title: &table.title,
        counts: &table.counts,
        rows: rows(&table.grid),
        behind: table.basis.as_ref().map(rows),
    }
}

fn rows(grid: &Grid) -> Vec<Map<String, Json>> {
    let row = |row: &Row| {
        let cells = grid.columns.iter().zip(&row.cells);
        let cells = cells.map(|(column, cell)| (column.code.to_owned(), json(cell)));
        let case = row.case.map(|case| ("case".to_owned(), Json::from(case.to_string())));
        case.into_iter().chain(cells).collect()
    };
    grid.rows.iter().map(row).collect()
}

fn json(cell: &Value) -> Json {
    match cell {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Named(code, _) => Json::from(code.as_str()),
        Value::Whole(number) => Json::from(*number),
        Value::Decimal(number) | Value::Share(number) => Json::from(*number),
        Value::Date(date) => Json::from(date.to_string()),
        Value::Hidden => Json::from(HIDDEN),
        Value::Nothing => Json::Null,
    }
}
