//! The house in figures as tables of words, numbers and dates: the one form that the screen, the command line and every
//! file are made from.
//!
//! A table for others ([`View::anonymous`]) names no child and hides small groups by the rules of the domain.

mod attendance;
mod courses;
mod seats;
mod work;

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::Outcome;
use trivsel_domain::rules::baseline::Point;
use trivsel_domain::rules::house_figures::{HouseFigures, ProgrammeFigures, Span, SpanKind};
use trivsel_domain::rules::quarter::Quarter;
use trivsel_domain::value::{CaseId, Coded, ObligationKind, ProgrammeCode, SchoolYear, Stage};

use super::numbers::{decimal_short, percent_to_a_tenth};
use super::{Words, dates};

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    /// A thing of a list: its stable code, and its name.
    Named(String, String),
    /// A count.
    Whole(u32),
    /// A number with at most one decimal, such as days or hours.
    Decimal(f64),
    /// 0.979 for 97.9 per cent.
    Share(f64),
    Date(NaiveDate),
    /// A small group, or a cell that a small group could be computed from.
    Hidden,
    Nothing,
}

impl Value {
    /// The value on a screen: "97,9 %", "1. sep 2026", "skjult", "–".
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let lang = words.lang();
        match self {
            Self::Text(text) | Self::Named(_, text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => decimal_short(lang, *number, 1),
            Self::Share(share) => percent_to_a_tenth(lang, *share),
            Self::Date(date) => dates::day_month_year(lang, *date),
            Self::Hidden => words.get("house-hidden").to_owned(),
            Self::Nothing => "–".to_owned(),
        }
    }

    fn maybe<T>(value: Option<T>, made: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, made)
    }

    /// The value, unless it is hidden.
    fn unless(hidden: bool, value: Self) -> Self {
        if hidden { Self::Hidden } else { value }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stable name, for files.
    pub code: &'static str,
    /// Its heading.
    pub head: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One value for each column.
    pub cells: Vec<Value>,
    /// The case that it is about, if it is about one.
    pub case: Option<CaseId>,
}

/// Columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

impl Grid {
    /// An empty grid; a column's heading is the message `house-head-` with its code.
    fn of(words: &Words, columns: &[&'static str]) -> Self {
        let column = |code: &&'static str| Column { code, head: words.code("house-head", code).to_owned() };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    fn push(&mut self, cells: Vec<Value>) {
        self.rows.push(Row { cells, case: None });
    }

    fn push_case(&mut self, case: CaseId, cells: Vec<Value>) {
        self.rows.push(Row { cells, case: Some(case) });
    }

    /// Whether a cell is hidden.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.rows.iter().any(|row| row.cells.contains(&Value::Hidden))
    }
}

/// A table of the house.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseTable {
    /// Its stable name, for files.
    pub code: &'static str,
    /// The programme; `None` for the whole house.
    pub programme: Option<ProgrammeCode>,
    /// The name of the programme; empty for the whole house.
    pub programme_name: String,
    pub title: String,
    /// The figure in one line.
    pub headline: String,
    /// What it counts, in which count.
    pub counts: String,
    pub grid: Grid,
    /// The cases and dates behind it; `None` if there are none to list, or in a table for others.
    pub basis: Option<Grid>,
}

/// How the tables are told.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The name of the child of a case.
    pub child: &'a dyn Fn(CaseId) -> String,
    /// The name of a programme.
    pub programme: &'a dyn Fn(&ProgrammeCode) -> String,
    /// Whether the tables go to others.
    pub anonymous: bool,
}

/// What every table is made with.
#[derive(Clone, Copy)]
struct Page<'a> {
    words: &'a Words,
    view: View<'a>,
}

impl Page<'_> {
    fn table(&self, code: &'static str, headline: String, grid: Grid, basis: Grid) -> HouseTable {
        let basis = Some(basis).filter(|b| !self.view.anonymous && !b.rows.is_empty());
        HouseTable {
            code,
            programme: None,
            programme_name: String::new(),
            title: self.words.code("house-table", code).to_owned(),
            headline,
            counts: self.words.code("house-counts", code).to_owned(),
            grid,
            basis,
        }
    }

    fn grid(&self, columns: &[&'static str]) -> Grid {
        Grid::of(self.words, columns)
    }

    /// The name of a row, the message `house-row-` with its code.
    fn row(&self, code: &str) -> Value {
        Value::Named(code.to_owned(), self.words.code("house-row", code).to_owned())
    }

    fn stage(&self, stage: Stage) -> Value {
        Value::Named(stage.code().to_owned(), self.words.code("stage", stage.code()).to_owned())
    }

    fn outcome(&self, outcome: Outcome) -> Value {
        Value::Named(outcome.code().to_owned(), self.words.code("outcome", outcome.code()).to_owned())
    }

    fn talk(&self, kind: ObligationKind) -> Value {
        Value::Named(kind.code().to_owned(), self.words.code("obligation", kind.code()).to_owned())
    }

    fn point(&self, point: Point) -> Value {
        Value::Named(point.code().to_owned(), self.words.code("baseline", point.code()).to_owned())
    }

    fn child(&self, case: CaseId) -> Value {
        Value::Text((self.view.child)(case))
    }
}

/// Every table, those of the programmes first, then those of the whole house.
#[must_use]
pub fn tables(words: &Words, figures: &HouseFigures, view: View<'_>) -> Vec<HouseTable> {
    let page = Page { words, view };
    let of = |programme: &ProgrammeFigures| {
        let mut tables = of_programme(&page, programme);
        for table in &mut tables {
            table.programme = Some(programme.programme.clone());
            table.programme_name = (view.programme)(&programme.programme);
        }
        tables
    };
    let mut all: Vec<HouseTable> = figures.programmes.iter().flat_map(of).collect();
    all.push(work::consultations(&page, &figures.consultations));
    all
}

fn of_programme(page: &Page<'_>, figures: &ProgrammeFigures) -> Vec<HouseTable> {
    let ends = courses::Hiding::of(page, figures);
    let mut tables = Vec::new();
    if !page.view.anonymous {
        tables.push(attendance::children(page, figures));
    }
    tables.push(attendance::bands(page, figures));
    if figures.keeps_register {
        tables.push(attendance::causes(page, figures));
        tables.push(attendance::meters(page, figures));
        tables.push(attendance::ministry(page, figures));
    }
    tables.push(seats::occupancy(page, figures));
    tables.push(seats::waiting(page, figures));
    tables.push(seats::stay(page, figures, &ends));
    tables.push(courses::before_and_after(page, figures, &ends));
    tables.push(courses::outcomes(page, figures, &ends));
    tables.push(work::talks(page, figures));
    if figures.has_levels {
        tables.push(work::levels(page, figures));
    }
    tables
}

/// The period with its name and its days: "september 2026 · 1.–30. sep 2026".
#[must_use]
pub fn period(words: &Words, span: Span) -> String {
    let lang = words.lang();
    let years = |first: NaiveDate, last: NaiveDate| {
        let (from, to) = (SchoolYear::of(first).starting(), SchoolYear::of(last).starting() + 1);
        format!("{from}/{}", to.rem_euclid(100))
    };
    let name = match span.kind {
        None => return dates::span(lang, span.from, span.to),
        Some(SpanKind::Month) => dates::month_year(lang, span.from),
        Some(SpanKind::Quarter) => quarter(words, span.from),
        Some(kind @ (SpanKind::SchoolYear | SpanKind::ThreeYears)) => {
            format!("{} {}", words.code("span-kind", kind.code()), years(span.from, span.to))
        }
    };
    format!("{name} · {}", dates::span(lang, span.from, span.to))
}

/// A quarter: "3. kvartal 2026".
#[must_use]
pub fn quarter(words: &Words, first: NaiveDate) -> String {
    let quarter = Quarter::of(first);
    let year = first.year().to_string();
    words.with("house-quarter", &[("number", quarter.number().into()), ("year", year.into())])
}

/// Half-days as days.
fn days(halves: u32) -> Value {
    Value::Decimal(f64::from(halves) / 2.0)
}

/// A number of things in a list.
fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
