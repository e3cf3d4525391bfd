//! `trivsel export`: writes the whole house as a file or a folder, or its appointments as a calendar.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use trivsel_domain::decide::Action;
use trivsel_domain::record::{KeyDeed, OpenTo, Records};
use trivsel_domain::value::{KeyEventId, Line, SchoolYear};
use trivsel_store::{Access, StoreError, mint};

use super::failure::Failure;
use super::open_house::{OpenHouse, initials, member};
use super::options::Period;
use super::output::{complain, print, say, shown, write_private, write_private_folder};
use super::session::Session;
use trivsel_interchange::{Agenda, Revisions, write_agenda, write_house, write_tables};
use trivsel_words::dates;

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(long, value_enum, default_value = "json")]
    format: Kind,
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
    #[command(flatten)]
    calendar: CalendarOptions,
}

/// Which appointments a calendar holds, and how.
#[derive(Debug, Default, Args, PartialEq)]
struct CalendarOptions {
    #[arg(long, value_name = "INITIALS")]
    staff: Option<String>,
    #[command(flatten)]
    period: Period,
    #[arg(long)]
    names: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Json,
    Csv,
    Ics,
}

impl Kind {
    /// The name in the access log.
    fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Ics => "ics",
        }
    }
}

pub(super) fn run(session: &Session, args: &Export) -> Result<(), Failure> {
    let wrong = match (args.format, &args.out) {
        (Kind::Csv, None) => Some("cli-export-needs-folder"),
        (Kind::Json | Kind::Csv, _) if args.calendar.is_any() => Some("cli-export-only-ics"),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return Err(Failure::Usage(session.words.get(wrong).to_owned()));
    }
    let mut open = OpenHouse::open(session)?;
    // Refused before the records are read.
    let asker = open.asker(session);
    open.house.check(asker, &exported(args.format)?)?;
    let records = open.house.records()?;
    match (args.format, &args.out) {
        (Kind::Csv, Some(folder)) => {
            let tables = write_tables(&records)?;
            note(session, &mut open, args.format)?;
            write_private_folder(&session.words, folder, &tables)?;
            report(session, folder, &records)
        }
        (Kind::Ics, _) => calendar(session, &mut open, &records, args),
        (_, out) => {
            let text = write_house(&records).map_err(anyhow::Error::from)?;
            note(session, &mut open, args.format)?;
            let Some(path) = out else {
                // Print it unchanged: JSON escapes control characters, and the file must match its format exactly.
                print(&text)?;
                // This goes to standard error, so it does not end up in the file.
                also_holds(session, &records).iter().for_each(|line| complain(line));
                return Ok(());
            };
            write_private(&session.words, path, &text, args.force)?;
            report(session, path, &records)
        }
    }
}

/// Says where the house is now, and what the file holds besides.
fn report(session: &Session, path: &Path, records: &Records) -> Result<(), Failure> {
    say(&session
        .words
        .with("cli-exported", &[("path", shown(path).into()), ("count", records.children.len().into())]))?;
    also_holds(session, records).iter().try_for_each(|line| say(line))
}

impl CalendarOptions {
    fn is_any(&self) -> bool {
        *self != Self::default()
    }
}

/// Writes the appointments. Without a range they are those of this school year and the next.
fn calendar(
    session: &Session,
    open: &mut OpenHouse,
    records: &Records,
    args: &Export,
) -> Result<(), Failure> {
    let options = &args.calendar;
    let staff = options.staff.as_deref().map(|who| initials(session, who)).transpose()?;
    let staff = staff.map(|who| member(&records.staff, &who)).transpose()?;
    let year = SchoolYear::of(session.clock.today());
    let next = SchoolYear::from_starting(year.starting().saturating_add(1));
    let (from, to) = options.period.or((year.first_day(), next.last_day()), &session.words)?;
    let history = open.house.history_of_calendar()?;
    let revisions = Revisions::of(history.iter().map(|trace| (trace.at.at(), &trace.change)));
    let agenda = Agenda { records, revisions: &revisions, staff, from, to, full_names: options.names };
    let (text, count) = write_agenda(&session.words, &agenda)?;
    note(session, open, args.format)?;
    let Some(path) = &args.out else { return print(&text) };
    write_private(&session.words, path, &text, args.force)?;
    let date = |date| dates::day_month_year(session.lang(), date);
    say(&session.words.with(
        if options.names { "cli-exported-calendar-names" } else { "cli-exported-calendar" },
        &[
            ("path", shown(path).into()),
            ("count", count.into()),
            ("from", date(from).into()),
            ("to", date(to).into()),
        ],
    ))
}

/// Logs and records the export before anything leaves the house, because it includes restricted notes. A house that can
/// only be read, or is on a full disk, gets no entry.
fn note(session: &Session, open: &mut OpenHouse, format: Kind) -> Result<(), Failure> {
    let asker = open.asker(session);
    if open.house.log_access(asker, &Access::Export { case: None, what: format.name().to_owned() })? {
        match open.perform(session, &exported(format)?) {
            Err(Failure::Store(StoreError::DiskFull)) | Ok(_) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// The action that records an export. A calendar holds appointments only; the other formats hold the whole house.
fn exported(format: Kind) -> Result<Action, Failure> {
    let deed = KeyDeed::Exported {
        format: Line::new(format.name()).map_err(|error| Failure::Other(error.into()))?,
        whole: !matches!(format, Kind::Ics),
    };
    Ok(Action::Key { id: KeyEventId::from_u128(mint()), deed })
}

/// The warnings that the export holds restricted notes in full and CPR numbers that the screen masks.
fn also_holds(session: &Session, records: &Records) -> Vec<String> {
    let restricted = records.talks.iter().filter(|t| t.open_to != OpenTo::House).count();
    let numbers = records.children.iter().filter(|c| c.cpr.is_some()).count();
    [("cli-exported-restricted", restricted), ("cli-exported-cpr", numbers)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(line, count)| session.words.with(line, &[("count", count.into())]))
        .collect()
}
