//! `trivsel stats`: the house in figures, as tables, as JSON, or as a file for a spreadsheet.

mod json;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trivsel_domain::rules::house_figures::{HouseFigures, Span, SpanKind};
use trivsel_domain::value::{CaseId, ProgrammeCode};

use super::failure::Failure;
use super::init::unknown;
use super::open_house::{OpenHouse, line};
use super::options::Period;
use super::output::{complain, print, refuse_existing, say, say_text, shown, write_logged};
use super::session::Session;
use trivsel_interchange::{Statistics, write_statistics_csv, write_statistics_xlsx};
use trivsel_tui::child_name::Namesakes;
use trivsel_tui::load::names;
use trivsel_tui::load::report::FIGURES;
use trivsel_tui::view::Roster;
use trivsel_words::Words;
use trivsel_words::house_tables::{Grid, HouseTable, Value, View, period, tables};
use trivsel_words::programme::programme;
use trivsel_words::text::{columns, fit, fit_right};

#[derive(Debug, Args)]
pub(super) struct Stats {
    #[arg(long, value_enum)]
    period: Option<Kind>,
    #[command(flatten)]
    days: Period,
    #[arg(long, value_name = "CODE")]
    programme: Option<String>,
    #[arg(long)]
    anonymous: bool,
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Month,
    Quarter,
    SchoolYear,
    ThreeYears,
}

impl From<Kind> for SpanKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Month => Self::Month,
            Kind::Quarter => Self::Quarter,
            Kind::SchoolYear => Self::SchoolYear,
            Kind::ThreeYears => Self::ThreeYears,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
}

pub(super) fn run(session: &Session, args: &Stats) -> Result<(), Failure> {
    let span = span(session, args)?;
    if args.format == Some(Format::Xlsx) && args.out.is_none() {
        return Err(Failure::Usage(session.words.get("cli-stats-needs-file").to_owned()));
    }
    let why = args.why.as_deref().map(|text| line(session, text)).transpose()?;
    args.out.iter().try_for_each(|path| refuse_existing(&session.words, path, args.force))?;
    let mut open = OpenHouse::open(session)?;
    let mut figures = open.house.figures(span, session.clock.today())?;
    if let Some(code) = &args.programme {
        let code = ProgrammeCode::new(code).map_err(|_| unknown(session, code))?;
        figures.programmes.retain(|p| p.programme == code);
        if figures.programmes.is_empty() {
            return Err(unknown(session, code.as_str()));
        }
    }
    let tables = told(session, &open, &figures, args.anonymous)?;
    let page = Page {
        words: &session.words,
        figures: &figures,
        anonymous: args.anonymous,
        tables: &tables,
        period: period(&session.words, span),
    };
    let text = match (args.json, args.format) {
        (true, _) => json::write(&page)?.into_bytes(),
        (false, Some(Format::Csv)) => write_statistics_csv(page.words, &page.statistics())?.into_bytes(),
        (false, Some(Format::Xlsx)) => write_statistics_xlsx(page.words, &page.statistics())?,
        (false, None) => page.text().into_bytes(),
    };
    let asker = open.asker(session);
    let mut log = || Ok(open.house.log_export(asker, &[], FIGURES, why.as_ref()).map(drop)?);
    match &args.out {
        Some(path) => {
            write_logged(page.words, path, &text, args.force, log)?;
            let id = if args.anonymous { "cli-stats-written-anonymous" } else { "cli-stats-written" };
            say(&page
                .words
                .with(id, &[("path", shown(path).into()), ("period", page.period.as_str().into())]))?;
        }
        None => {
            // The tables on the screen are no export, unless a reason says what they are taken for.
            if args.json || args.format.is_some() || args.why.is_some() {
                log()?;
            }
            print(&String::from_utf8_lossy(&text))?;
        }
    }
    // What is hidden in a short period may be enough children in a longer one.
    let short = span.kind != Some(SpanKind::ThreeYears);
    if args.anonymous && short && tables.iter().any(|t| t.grid.hides()) {
        let advice = page.words.get("house-too-few");
        if args.out.is_some() { say_text(advice)? } else { complain(advice) }
    }
    Ok(())
}

/// The period that the options name: of a kind around a day, or from one day to another.
fn span(session: &Session, args: &Stats) -> Result<Span, Failure> {
    let usage = |id| Failure::Usage(session.words.get(id).to_owned());
    let today = session.clock.today();
    match (args.period, args.days.given()) {
        (kind, (on, None)) => {
            Ok(Span::around(kind.map_or(SpanKind::Month, SpanKind::from), on.unwrap_or(today)))
        }
        (Some(_), (_, Some(_))) => Err(usage("cli-stats-period-or-days")),
        (None, (None, Some(_))) => Err(usage("cli-stats-needs-first-day")),
        // Two periods chosen freely tell by their difference what each of them hides.
        (None, (Some(_), Some(_))) if args.anonymous => Err(usage("cli-stats-anonymous-days")),
        (None, (Some(from), Some(to))) => Span::free(from, to).ok_or_else(|| usage("cli-range-backward")),
    }
}

fn told(
    session: &Session,
    open: &OpenHouse,
    figures: &HouseFigures,
    anonymous: bool,
) -> Result<Vec<HouseTable>, Failure> {
    let today = session.clock.today();
    let namesakes = Namesakes::new(&open.house.namesakes()?, today);
    let roster = Roster { namesakes, programmes: open.house.programmes()?, ..Roster::default() };
    let cases = if anonymous { Vec::new() } else { figures.cases() };
    let names = names(&open.house, &roster, cases.into_iter())?;
    let child = |case: CaseId| names.get(&case).map_or_else(|| "–".to_owned(), ToString::to_string);
    let name = |code: &ProgrammeCode| {
        let profile = roster.programmes.iter().find(|(p, _)| p.code() == code);
        profile.map_or_else(|| code.as_str().to_owned(), |(p, _)| programme(session.lang(), p).to_owned())
    };
    Ok(tables(&session.words, figures, View { child: &child, programme: &name, anonymous }))
}

/// What is written, and with which words.
struct Page<'a> {
    words: &'a Words,
    figures: &'a HouseFigures,
    anonymous: bool,
    tables: &'a [HouseTable],
    /// The period in words.
    period: String,
}

/// The widest column of a printed table.
const WIDEST: usize = 32;

impl Page<'_> {
    fn statistics(&self) -> Statistics<'_> {
        let (from, to) = (self.figures.span.from, self.figures.through);
        Statistics { tables: self.tables, period: &self.period, from, to }
    }

    /// The tables one below the other.
    fn text(&self) -> String {
        let mut out = format!("{}\n", self.period);
        let mut programme = None;
        for table in self.tables {
            if programme != Some(&table.programme_name) {
                programme = Some(&table.programme_name);
                let name = Some(table.programme_name.as_str()).filter(|name| !name.is_empty());
                out += &format!("\n== {} ==\n", name.unwrap_or(self.words.get("stats-whole-house")));
            }
            out += &format!("\n{} · {}\n", table.title, table.headline);
            out += &format!("  {}\n", table.counts);
            for line in lines(self.words, &table.grid) {
                out += &format!("  {line}\n");
            }
        }
        out
    }
}

/// The headings and the rows, in columns.
fn lines(words: &Words, grid: &Grid) -> Vec<String> {
    let is_text = |at: usize| {
        at == 0
            || grid.rows.iter().any(|r| matches!(r.cells.get(at), Some(Value::Text(_) | Value::Named(..))))
    };
    let told: Vec<Vec<String>> =
        grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.told(words)).collect()).collect();
    let heads: Vec<String> = grid.columns.iter().map(|c| c.head.clone()).collect();
    let all: Vec<&Vec<String>> = [&heads].into_iter().chain(&told).collect();
    let wide = |at: usize| all.iter().filter_map(|row| row.get(at)).map(|t| columns(t)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..heads.len()).map(|at| wide(at).min(WIDEST)).collect();
    let line = |row: &&Vec<String>| {
        let cell = |(at, (text, width)): (usize, (&String, &usize))| {
            if is_text(at) { fit(text, *width) } else { fit_right(text, *width) }
        };
        let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(cell).collect();
        cells.join("  ").trim_end().to_owned()
    };
    all.iter().map(line).collect()
}
