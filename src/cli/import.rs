//! `trivsel import`: imports a list or a whole house, all or nothing.

mod asking;
mod busy;
mod profiles;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use secrecy::zeroize::Zeroizing;
use trivsel_domain::decide::{Action, Denied, ImportedDay, Reason, Refusal, RowReason, SaidOf};
use trivsel_domain::record::{Origin, Programme};
use trivsel_domain::value::SchoolYear;
use trivsel_store::{is_sealed, mint, open_file};

use super::failure::Failure;
use super::open_house::OpenHouse;
use super::output::{FileDeed, ended, file_failure, say, say_text, shown};
use super::passphrase;
use super::session::Session;
use trivsel_interchange::{
    Context, Encoding, Fault, ListKind, Problem, Sheet, is_text, is_workbook, note_sentence, read_cases,
    read_days, read_house, read_talks, sample_sentence, sentence,
};

/// The largest file that is accepted, in bytes.
const LARGEST: u64 = 256 << 20;

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    Cases(Cases),
    Attendance(Days),
    Talks(List),
    Ics(busy::Busy),
    Profiles(profiles::Profiles),
    House(WholeHouse),
}

#[derive(Debug, Args)]
pub(super) struct Source {
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct WholeHouse {
    #[command(flatten)]
    source: Source,
    #[arg(long, value_name = "FILE")]
    export_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[command(flatten)]
    source: Source,
    #[arg(long, value_parser = encodings(), ignore_case = true)]
    encoding: Option<Encoding>,
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long, value_name = "HEADING=WHAT")]
    column: Vec<String>,
    #[arg(long, value_name = "MARK=WHAT")]
    mark: Vec<String>,
    #[arg(long, value_name = "2026/27", value_parser = school_year)]
    school_year: Option<SchoolYear>,
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Cases {
    #[command(flatten)]
    list: List,
    #[arg(long, value_name = "LINE", value_delimiter = ',')]
    same_child: Vec<u32>,
    #[arg(long, value_name = "LINE", value_delimiter = ',')]
    new_child: Vec<u32>,
}

#[derive(Debug, Args)]
pub(super) struct Days {
    #[command(flatten)]
    list: List,
    #[arg(long, value_name = "8-2026")]
    month: Option<String>,
    #[arg(long = "source", value_name = "NAME")]
    register: Option<String>,
}

fn school_year(text: &str) -> Result<SchoolYear, &'static str> {
    trivsel_interchange::school_year(text).ok_or("a school year such as 2026/27")
}

fn encodings() -> impl TypedValueParser<Value = Encoding> {
    PossibleValuesParser::new(Encoding::ALL.map(Encoding::name))
        .try_map(|name| Encoding::named(&name).ok_or("an encoding"))
}

pub(super) fn run(session: &Session, import: &Import) -> Result<(), Failure> {
    match import {
        Import::Cases(args) => cases(session, args),
        Import::Attendance(days) => attendance(session, days),
        Import::Talks(list) => talks(session, list),
        Import::Ics(busy) => busy::run(session, busy),
        Import::Profiles(args) => profiles::run(session, args),
        Import::House(args) => house(session, args),
    }
}

fn cases(session: &Session, args: &Cases) -> Result<(), Failure> {
    let list = &args.list;
    if let Some(line) = args.same_child.iter().find(|line| args.new_child.contains(line)) {
        return Err(Failure::Usage(session.words.with("cli-both-children", &[("line", (*line).into())])));
    }
    let bytes = read_list(session, list)?;
    let mut open = OpenHouse::open(session)?;
    let staff = open.house.staff()?;
    let programmes: Vec<Programme> = open.house.programmes()?.into_iter().map(|(p, _)| p).collect();
    let context = Context { today: session.clock.today(), staff: &staff, programmes: &programmes };
    let mut told = asking::told(session, list, ListKind::Cases)?;
    let mut sheet =
        asking::read(session, &open, &mut told, |told| read_cases(&bytes, told, &context, &mut mint))?;
    let told = args.same_child.iter().chain(&args.new_child);
    let absent = told.copied().find(|line| !sheet.rows.iter().any(|row| row.line == *line));
    if let Some(line) = absent.filter(|_| sheet.problems.is_empty()) {
        return Err(Failure::Usage(session.words.with("cli-no-such-line", &[("line", line.into())])));
    }
    for row in &mut sheet.rows {
        row.said = if args.same_child.contains(&row.line) {
            SaidOf::OnRecord
        } else if args.new_child.contains(&row.line) {
            SaidOf::Another
        } else {
            SaidOf::Nothing
        };
    }
    let count = [("count", sheet.rows.len().into())];
    take_in(session, &mut open, &sheet, &Action::TakeIn(sheet.rows.clone()), list.source.dry_run)?;
    say(&if list.source.dry_run {
        session.words.with("cli-would-import-cases", &count)
    } else {
        session.words.with("cli-imported-cases", &count)
    })
}

fn attendance(session: &Session, days: &Days) -> Result<(), Failure> {
    let list = &days.list;
    let bytes = read_list(session, list)?;
    let mut open = OpenHouse::open(session)?;
    let mut told = asking::told(session, list, ListKind::Attendance)?;
    told.month = days.month.as_deref().map(|text| asking::month(session, text)).transpose()?;
    told.source = days.register.as_deref().map(|text| asking::source(session, text)).transpose()?;
    let read = |told: &_| read_days(&bytes, told, session.clock.today());
    let mut sheet = asking::read(session, &open, &mut told, read)?;
    // Days from before a child came are of another register.
    let unsaid = told.source.is_none() && !sheet.names_registers();
    if unsaid && before_the_course(session, &mut open, &sheet)? {
        sheet = asking::whose(session, &mut told, sheet, read)?;
    }
    let rows = sheet.rows.len();
    let action = Action::TakeInDays(sheet.rows.clone());
    let changed = take_in(session, &mut open, &sheet, &action, list.source.dry_run)?;
    let count = [("count", changed.into()), ("known", rows.saturating_sub(changed).into())];
    say(&if list.source.dry_run {
        session.words.with("cli-would-import-days", &count)
    } else {
        session.words.with("cli-imported-days", &count)
    })
}

fn talks(session: &Session, list: &List) -> Result<(), Failure> {
    let bytes = read_list(session, list)?;
    let mut open = OpenHouse::open(session)?;
    let staff = open.house.staff()?;
    let context = Context { today: session.clock.today(), staff: &staff, programmes: &[] };
    let mut told = asking::told(session, list, ListKind::Talks)?;
    let sheet =
        asking::read(session, &open, &mut told, |told| read_talks(&bytes, told, &context, &mut mint))?;
    let count = [("count", sheet.rows.len().into())];
    take_in(session, &mut open, &sheet, &Action::TakeInTalks(sheet.rows.clone()), list.source.dry_run)?;
    say(&if list.source.dry_run {
        session.words.with("cli-would-import-talks", &count)
    } else {
        session.words.with("cli-imported-talks", &count)
    })
}

/// Whether some days are from before the child's course, so that they can be of the sending school's register. Days after
/// it can't.
fn before_the_course(
    session: &Session,
    open: &mut OpenHouse,
    sheet: &Sheet<ImportedDay>,
) -> Result<bool, Failure> {
    let asker = open.asker(session);
    let not_enrolled = |reason: &&Reason| match reason {
        Reason::InRow { why: RowReason::NoMark(why), .. } => matches!(**why, Reason::NotEnrolled { .. }),
        _ => false,
    };
    let mut refused = |rows: Vec<ImportedDay>| match open.house.check(asker, &Action::TakeInDays(rows)) {
        Ok(_) => Ok(0),
        Err(Denied::Refused(refusal)) => Ok(refusal.reasons().iter().filter(not_enrolled).count()),
        Err(Denied::Failed(error)) => Err(Failure::from(error)),
    };
    let own = refused(sheet.rows.clone())?;
    if own == 0 {
        return Ok(false);
    }
    let of_school = |row: &ImportedDay| ImportedDay { origin: Origin::SendingSchool, ..row.clone() };
    Ok(refused(sheet.rows.iter().map(of_school).collect())? < own)
}

/// Checks the rows against the rules and imports them if there are no problems. Returns the number of changes.
fn take_in<T>(
    session: &Session,
    open: &mut OpenHouse,
    sheet: &Sheet<T>,
    action: &Action,
    dry_run: bool,
) -> Result<usize, Failure> {
    let asker = open.asker(session);
    let changes = if dry_run {
        open.house.check(asker, action).map(|decision| decision.changes.len())
    } else if sheet.problems.is_empty() {
        open.house.perform(asker, action).map(|receipt| receipt.changes.len())
    } else {
        // Check the rules only to report their problems too.
        open.house.check(asker, action).map(|_| 0)
    };
    match changes {
        Ok(changes) if sheet.problems.is_empty() => {
            let mut notes = sheet.notes.iter().map(|note| note_sentence(&session.words, note));
            notes.try_for_each(|note| say_text(&ended(&note)))?;
            Ok(changes)
        }
        Ok(_) => Err(list_refused(session, open, sheet, None)?),
        Err(Denied::Refused(refusal)) => Err(list_refused(session, open, sheet, Some(&refusal))?),
        Err(Denied::Failed(error)) => Err(error.into()),
    }
}

/// The failure for a list: how it was read, then every problem.
fn list_refused<T>(
    session: &Session,
    open: &OpenHouse,
    sheet: &Sheet<T>,
    refusal: Option<&Refusal>,
) -> Result<Failure, Failure> {
    let children = open.house.children()?;
    let said = sentences(session, open, &sheet.problems_with(refusal, &children))?;
    let notes = sheet.notes.iter().map(|note| note_sentence(&session.words, note));
    let hint = asking::hint(session, sheet)?;
    Ok(Failure::Said(notes.chain(said).chain(hint).collect()))
}

fn house(session: &Session, args: &WholeHouse) -> Result<(), Failure> {
    let source = &args.source;
    let bytes = Zeroizing::new(read(session, &source.file)?);
    let mut open = OpenHouse::open(session)?;
    let bytes = if is_sealed(&bytes) {
        let file = args.export_passphrase_file.as_ref();
        passphrase::open_file(session, file, |typed| open_file(&bytes, typed, &source.file))?
    } else {
        bytes
    };
    let here = open.house.staff()?;
    let records = match read_house(&bytes, &here, &mut mint) {
        Ok(records) => records,
        Err(problems) => return Err(refused(session, &open, &problems)?),
    };
    let children = [("count", records.children.len().into())];
    let action = Action::Restore(Box::new(records));
    let asker = open.asker(session);
    open.house.check(asker, &action)?;
    if source.dry_run {
        return say(&session.words.with("cli-would-import-house", &children));
    }
    open.perform(session, &action)?;
    say(&session.words.with("cli-imported-house", &children))
}

/// The failure for a file.
fn refused(session: &Session, open: &OpenHouse, problems: &[Problem]) -> Result<Failure, Failure> {
    sentences(session, open, problems).map(Failure::Said)
}

/// Every problem of a file, and that nothing was changed.
fn sentences(session: &Session, open: &OpenHouse, problems: &[Problem]) -> Result<Vec<String>, Failure> {
    let staff = open.house.staff()?;
    let mut said: Vec<String> = Vec::new();
    for problem in problems {
        said.push(sentence(&session.words, &staff, problem));
        if let Fault::WhichEncoding(samples) = &problem.fault {
            said.extend(
                samples.iter().map(|(encoding, sample)| sample_sentence(&session.words, *encoding, sample)),
            );
        }
    }
    said.push(session.words.with("cli-nothing-imported", &[("count", problems.len().into())]));
    Ok(said)
}

/// Reads a list's file. A workbook states its own encoding, and a text file has no sheets.
fn read_list(session: &Session, list: &List) -> Result<Vec<u8>, Failure> {
    let bytes = read(session, &list.source.file)?;
    if list.encoding.is_some() && is_workbook(&bytes) {
        return Err(Failure::Usage(session.words.get("cli-encoding-of-workbook").to_owned()));
    }
    if list.sheet.is_some() && is_text(&bytes) {
        return Err(Failure::Usage(session.words.get("list-no-sheets").to_owned()));
    }
    Ok(bytes)
}

fn read(session: &Session, path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| file_failure(&session.words, FileDeed::Read, path, &error);
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::said(session.words.with("cli-too-large", &[("path", shown(path).into())])));
    }
    Ok(bytes)
}
