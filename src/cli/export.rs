//! `trivsel export`: writes the whole house as a file or a folder, or its appointments as a calendar.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{KeyDeed, OpenTo, Records, Talk};
use trivsel_domain::value::{KeyEventId, Line, LongText, SchoolYear};
use trivsel_store::{Cost, FolderKey, StoreError, mint, seal_file};

use super::failure::Failure;
use super::open_house::{OpenHouse, initials, line, member};
use super::options::Period;
use super::output::{
    complain, print, refuse_existing, refuse_existing_folder, say, shown, write_logged, write_logged_folder,
};
use super::passphrase;
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
    #[arg(long, requires = "out")]
    unencrypted: bool,
    #[arg(long, value_name = "FILE", requires = "out", conflicts_with = "unencrypted")]
    export_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
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

/// Refuses options that do not go together, and a name that is taken, before anything is asked.
fn refuse_in_advance(session: &Session, args: &Export) -> Result<(), Failure> {
    let wrong = match (args.format, &args.out) {
        (Kind::Csv, None) => Some("cli-export-needs-folder"),
        (Kind::Json | Kind::Csv, _) if args.calendar.is_any() => Some("cli-export-only-ics"),
        // A telephone could not read it.
        (Kind::Ics, Some(_)) if !args.unencrypted => Some("cli-export-calendar-is-open"),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return Err(Failure::Usage(session.words.get(wrong).to_owned()));
    }
    match &args.out {
        Some(path) if args.format == Kind::Csv => refuse_existing_folder(&session.words, path),
        Some(path) => refuse_existing(&session.words, path, args.force),
        None => Ok(()),
    }
}

pub(super) fn run(session: &Session, args: &Export) -> Result<(), Failure> {
    refuse_in_advance(session, args)?;
    let why = args.why.as_deref().map(|text| line(session, text)).transpose()?;
    let mut open = OpenHouse::open(session)?;
    // Refused before the records are read.
    let asker = open.asker(session);
    let is_leader = open.staff.leads(session.clock.today());
    let exported = Exported { format: args.format, is_leader, why };
    open.house.check(asker, &exported.action()?)?;
    let mut records = open.house.records()?;
    if args.format == Kind::Ics {
        return calendar(session, &mut open, &records, args, &exported);
    }
    let left_out = if is_leader { 0 } else { leave_out(session, &open, &mut records)? };
    let Some(path) = &args.out else {
        let text = write_house(&records).map_err(anyhow::Error::from)?;
        note(session, &mut open, &exported)?;
        // Print it unchanged: JSON escapes control characters, and the file must match its format exactly.
        print(&text)?;
        // This goes to standard error, so it does not end up in the file.
        also_holds(session, &open, &records, left_out, false).iter().for_each(|line| complain(line));
        return Ok(());
    };
    let passphrase = match args.unencrypted {
        true => None,
        false => Some(passphrase::of_export(session, args.export_passphrase_file.as_ref(), &open.staff)?),
    };
    let log = || note(session, &mut open, &exported);
    if args.format == Kind::Csv {
        let files = tables(&records, passphrase.as_ref())?;
        write_logged_folder(&session.words, path, &files, log)?;
    } else {
        let content = whole(&records, passphrase.as_ref())?;
        write_logged(&session.words, path, &content, args.force, log)?;
    }
    let id = if args.unencrypted { "cli-exported" } else { "cli-exported-sealed" };
    say(&session.words.with(id, &[("path", shown(path).into()), ("count", records.children.len().into())]))?;
    also_holds(session, &open, &records, left_out, passphrase.is_some()).iter().try_for_each(|line| say(line))
}

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

/// The whole house in one file, under the passphrase if there is one.
fn whole(records: &Records, passphrase: Option<&SecretString>) -> Result<Vec<u8>, Failure> {
    let text = Zeroizing::new(write_house(records).map_err(anyhow::Error::from)?);
    Ok(match passphrase {
        Some(passphrase) => seal_file(text.as_bytes(), passphrase, Cost::Standard)?,
        None => text.as_bytes().to_vec(),
    })
}

/// The tables of the house, under a key that lies beside them under the passphrase, if there is one.
fn tables(records: &Records, passphrase: Option<&SecretString>) -> Result<Files, Failure> {
    let tables = write_tables(records)?;
    let Some(passphrase) = passphrase else {
        return Ok(tables.into_iter().map(|table| (table.name, table.text.into_bytes())).collect());
    };
    let key = FolderKey::generate();
    let mut files = vec![(FolderKey::FILE.to_owned(), key.file(passphrase, Cost::Standard)?)];
    for table in tables {
        files.push((format!("{}.age", table.name), key.seal(table.text.as_bytes())?));
    }
    Ok(files)
}

/// Leaves out what is not open to the user. Returns of how many notes.
fn leave_out(session: &Session, open: &OpenHouse, records: &mut Records) -> Result<usize, Failure> {
    let words = &session.words;
    let instead = LongText::new(words.get("cli-left-out")).map_err(anyhow::Error::from)?;
    let place = Line::new(words.get("cli-left-out-place")).map_err(anyhow::Error::from)?;
    Ok(records.leave_out_what_is_closed_to(&open.staff, &place, &instead))
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
    exported: &Exported,
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
    let mut log = || note(session, open, exported);
    let Some(path) = &args.out else {
        log()?;
        return print(&text);
    };
    write_logged(&session.words, path, &text, args.force, log)?;
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
fn note(session: &Session, open: &mut OpenHouse, exported: &Exported) -> Result<(), Failure> {
    let asker = open.asker(session);
    if open.house.log_export(asker, &[], exported.format.name(), exported.why.as_ref())? {
        match open.perform(session, &exported.action()?) {
            Err(Failure::Store(StoreError::DiskFull)) | Ok(_) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// What is taken out, and why where that is said.
struct Exported {
    format: Kind,
    is_leader: bool,
    why: Option<Line>,
}

impl Exported {
    /// The action that records it. A calendar holds appointments only, and what somebody takes out who does not lead the
    /// house only what is open to them.
    fn action(&self) -> Result<Action, Failure> {
        let deed = KeyDeed::Exported {
            format: Line::new(self.format.name()).map_err(|error| Failure::Other(error.into()))?,
            whole: self.is_leader && self.format != Kind::Ics,
        };
        Ok(Action::Key { id: KeyEventId::from_u128(mint()), deed })
    }
}

/// What else is to be known of the export: the notes that it leaves out, the restricted notes that it holds, and the CPR
/// numbers that the screen masks.
fn also_holds(
    session: &Session,
    open: &OpenHouse,
    records: &Records,
    left_out: usize,
    sealed: bool,
) -> Vec<String> {
    let is_open = |talk: &&Talk| left_out == 0 || talk.is_open_to(open.staff.id);
    let restricted = records.talks.iter().filter(|t| t.open_to != OpenTo::House).filter(is_open).count();
    let numbers = records.children.iter().filter(|c| c.cpr.is_some()).count();
    let held = if sealed { "cli-exported-restricted-sealed" } else { "cli-exported-restricted" };
    [("cli-exported-left-out", left_out), (held, restricted), ("cli-exported-cpr", numbers)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(line, count)| session.words.with(line, &[("count", count.into())]))
        .collect()
}
