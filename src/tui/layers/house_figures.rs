//! The house in figures: one line for each figure of a period, and each opens to its table and what it counts.

pub mod draw;

use chrono::NaiveDate;
use trivsel_domain::rules::house_figures::{HouseFigures, Span, SpanKind};
use trivsel_domain::value::{CaseId, Coded, ProgrammeCode};
use trivsel_words::house_tables::{Grid, HouseTable, Row, View, tables};

use super::Layer;
use crate::cursor::{moved, turned};
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::model::Model;
use crate::view::Names;
use crate::widgets::tabs::Tabs;
use trivsel_words::Words;

/// What was read of a period.
#[derive(Debug)]
pub struct FiguresRead {
    pub figures: HouseFigures,
    /// The names of the children behind the figures.
    pub names: Names,
}

/// The open page.
#[derive(Debug)]
pub struct HousePage {
    read: FiguresRead,
    /// The tables made of it.
    tables: Vec<HouseTable>,
    /// Whether the tables are those for others.
    anonymous: bool,
    /// The index of the programme shown.
    programme: usize,
    /// The table under the cursor, among those shown.
    table: usize,
    /// The row of the table that is open, and the first column shown after the row's name.
    open: Option<(usize, usize)>,
}

/// Reads the month of a day, or again what is shown.
#[must_use]
pub fn query(model: &Model, span: Option<Span>) -> Query {
    let today = model.today();
    Query::HouseFigures(span.unwrap_or_else(|| Span::around(SpanKind::Month, today)), today)
}

impl HousePage {
    /// The period shown.
    #[must_use]
    pub fn span(&self) -> Span {
        self.read.figures.span
    }

    /// The kinds of period.
    #[must_use]
    pub fn kinds(&self, words: &Words) -> Tabs {
        let names = SpanKind::ALL.iter().map(|k| words.code("span-kind", k.code()).to_owned()).collect();
        let here = SpanKind::ALL.iter().position(|k| Some(*k) == self.span().kind).unwrap_or(0);
        Tabs { names, here }
    }

    fn code(&self) -> Option<&ProgrammeCode> {
        self.read.figures.programmes.get(self.programme).map(|p| &p.programme)
    }

    /// The tables of the programme shown and those of the whole house.
    fn shown(&self) -> Vec<&HouseTable> {
        let code = self.code();
        self.tables.iter().filter(|t| t.programme.is_none() || t.programme.as_ref() == code).collect()
    }

    fn current(&self) -> Option<&HouseTable> {
        self.shown().get(self.table).copied()
    }

    /// The rows of the open table: those of the table, then those behind it.
    fn rows(&self) -> Vec<&Row> {
        let Some(table) = self.current() else { return Vec::new() };
        let behind = table.basis.iter().flat_map(|grid| &grid.rows);
        table.grid.rows.iter().chain(behind).collect()
    }

    /// The first row of the list behind the table, or the first of the table if there is none.
    fn first_behind(&self) -> usize {
        let listed = self.current().filter(|table| table.basis.is_some());
        listed.map_or(0, |table| table.grid.rows.len())
    }

    /// The number of columns after the first, of the wider of the two grids.
    fn columns(&self) -> usize {
        let grids = |table: &HouseTable| {
            let behind = table.basis.as_ref().map_or(0, |grid| grid.columns.len());
            table.grid.columns.len().max(behind).saturating_sub(1)
        };
        self.current().map_or(0, grids)
    }

    fn make(&mut self, model: &Model) {
        let names = &self.read.names;
        let child = |case: CaseId| names.get(&case).map_or_else(|| "–".to_owned(), ToString::to_string);
        let lang = model.words.lang();
        let programme = |code: &ProgrammeCode| model.roster.programme_name(code, lang).to_owned();
        let view = View { child: &child, programme: &programme, anonymous: self.anonymous };
        self.tables = tables(&model.words, &self.read.figures, view);
        self.table = self.table.min(self.shown().len().saturating_sub(1));
        let rows = self.rows().len();
        self.open = self.open.map(|(row, column)| (row.min(rows.saturating_sub(1)), column));
    }
}

/// Opens the page with what was read, or updates it if it is open.
pub fn take(model: &mut Model, read: FiguresRead) {
    let open = model.layers.iter().position(|l| matches!(l, Layer::HouseFigures(_)));
    let mut page = match open {
        Some(at) => match model.layers.remove(at) {
            Layer::HouseFigures(page) => page,
            other => return model.layers.insert(at, other),
        },
        None => {
            model.status = None;
            // The page opens on the programme of the selected case.
            let case = model.caseload.selected().map(|row| &row.case.programme);
            let at = read.figures.programmes.iter().position(|p| Some(&p.programme) == case);
            let (tables, anonymous) = (Vec::new(), false);
            let programme = at.unwrap_or(0);
            let empty = FiguresRead { names: Names::new(), figures: read.figures.clone() };
            Box::new(HousePage { read: empty, tables, anonymous, programme, table: 0, open: None })
        }
    };
    page.read = read;
    page.make(model);
    model.layers.insert(open.unwrap_or(model.layers.len()), Layer::HouseFigures(page));
}

/// Makes the tables of the topmost page again.
fn make(model: &mut Model) {
    if let Some(Layer::HouseFigures(mut page)) = model.layers.pop() {
        page.make(model);
        model.layers.push(Layer::HouseFigures(page));
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let today = model.today();
    let Some(Layer::HouseFigures(page)) = model.layers.last_mut() else { return None };
    let rows = if page.open.is_some() { page.rows().len() } else { page.shown().len() };
    let cursor = page.open.map_or(page.table, |(row, _)| row);
    if let Some(to) = moved(command, cursor, rows) {
        match &mut page.open {
            Some((row, _)) => *row = to,
            None => page.table = to,
        }
        return Some(Effect::None);
    }
    let span = page.span();
    let kind = span.kind.unwrap_or(SpanKind::Month);
    match command {
        Command::Open => return Some(open(model)),
        Command::Counted => page.open = Some((page.first_behind(), 0)),
        Command::Left | Command::Right if page.open.is_some() => shift(model, command),
        Command::Left | Command::Right => turn(model),
        Command::NextView => {
            let kind = turned(SpanKind::ALL, kind, 1);
            // A period that is not over is shown by its own last day; otherwise the new one holds the old one's end.
            return Some(read(model, Span::around(kind, span.to.min(today).max(span.from))));
        }
        Command::PeriodBefore => return Some(read(model, span.before())),
        Command::PeriodAfter if span.after().from > today => model.refuse_with("house-not-begun"),
        Command::PeriodAfter => return Some(read(model, span.after())),
        Command::Today if span.from <= today && today <= span.to => model.refuse_with("house-now-here"),
        Command::Today => return Some(read(model, Span::around(kind, today))),
        Command::Anonymous => {
            page.anonymous = !page.anonymous;
            make(model);
        }
        Command::Back if page.open.is_some() => page.open = None,
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        _ => return None,
    }
    Some(Effect::None)
}

fn read(model: &mut Model, span: Span) -> Effect {
    model.status = None;
    Effect::Load(query(model, Some(span)))
}

/// Opens the table under the cursor, or the sheet of the case under the cursor.
fn open(model: &mut Model) -> Effect {
    let Some(Layer::HouseFigures(page)) = model.layers.last_mut() else { return Effect::None };
    let Some((row, _)) = page.open else {
        page.open = Some((0, 0));
        return Effect::None;
    };
    match page.rows().get(row).and_then(|row| row.case) {
        Some(case) => return Effect::OpenCase(case),
        None => model.refuse_with("house-no-child"),
    }
    Effect::None
}

/// Shows the columns further on, or back.
fn shift(model: &mut Model, command: Command) {
    let Some(Layer::HouseFigures(page)) = model.layers.last_mut() else { return };
    let most = page.columns().saturating_sub(1);
    let Some((_, column)) = &mut page.open else { return };
    match command {
        Command::Right if *column < most => *column += 1,
        Command::Left if *column > 0 => *column -= 1,
        _ => model.refuse_with("house-no-more-columns"),
    }
}

/// Shows the next programme.
fn turn(model: &mut Model) {
    let Some(Layer::HouseFigures(page)) = model.layers.last_mut() else { return };
    let all = page.read.figures.programmes.len();
    if all < 2 {
        return model.refuse_with("house-one-programme");
    }
    page.programme = (page.programme + 1) % all;
    page.table = page.table.min(page.shown().len().saturating_sub(1));
}

/// Whether the period may be too short for others, with something hidden that a longer one may show.
fn is_too_short(page: &HousePage) -> bool {
    let short = page.span().kind != Some(SpanKind::ThreeYears);
    page.anonymous && short && page.shown().iter().any(|t| t.grid.hides())
}

/// The date up to which is counted, if the period is not over by then.
fn so_far(page: &HousePage) -> Option<NaiveDate> {
    let figures = &page.read.figures;
    (figures.through < figures.span.to).then_some(figures.through)
}

/// The grid and, below it, the one behind it.
fn grids(table: &HouseTable) -> impl Iterator<Item = &Grid> {
    [&table.grid].into_iter().chain(&table.basis)
}
