//! `trivsel import`: lists and whole houses, all or nothing.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use trivsel_domain::{Action, Denied, Programme};
use trivsel_store::mint;

use super::entry::Entry;
use super::failure::Failure;
use super::output::{FileDeed, file_failure, say, shown};
use super::session::Session;
use trivsel_interchange::{
    Context, Problem, Sheet, help, read_cases, read_days, read_house, read_talks, sentence,
};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    /// Children already in the middle of a course, from CSV or XLSX
    #[command(long_about = help::CASES)]
    Cases(Source),
    /// Attendance already registered elsewhere, from CSV or XLSX
    #[command(long_about = help::ATTENDANCE)]
    Attendance(Source),
    /// Old notes of talks, from CSV or XLSX
    #[command(long_about = help::TALKS)]
    Talks(Source),
    /// A whole house written by `trivsel export`, into a house without children
    #[command(long_about = help::HOUSE)]
    House(Source),
}

#[derive(Debug, Args)]
pub(super) struct Source {
    /// The file
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(session: &Session, import: &Import) -> Result<(), Failure> {
    let (Import::Cases(source) | Import::Attendance(source) | Import::Talks(source) | Import::House(source)) =
        import;
    let bytes = read(session, &source.file)?;
    let mut entry = Entry::open(session)?;
    match import {
        Import::Cases(_) => cases(session, &mut entry, &bytes, source.dry_run),
        Import::Attendance(_) => attendance(session, &mut entry, &bytes, source.dry_run),
        Import::Talks(_) => talks(session, &mut entry, &bytes, source.dry_run),
        Import::House(_) => house(session, &mut entry, &bytes, source.dry_run),
    }
}

fn cases(session: &Session, entry: &mut Entry, bytes: &[u8], dry_run: bool) -> Result<(), Failure> {
    let staff = entry.house.staff()?;
    let programmes: Vec<Programme> = entry.house.programmes()?.into_iter().map(|(p, _)| p).collect();
    let context = Context { today: session.clock.today(), staff: &staff, programmes: &programmes };
    let sheet = read_cases(bytes, &context, &mut mint);
    let count = sheet.rows.len();
    take_in(session, entry, &sheet, &Action::TakeIn(sheet.rows.clone()), dry_run)?;
    let count = [("count", count.into())];
    say(&if dry_run {
        session.words.with("cli-would-import-cases", &count)
    } else {
        session.words.with("cli-imported-cases", &count)
    })
}

fn attendance(session: &Session, entry: &mut Entry, bytes: &[u8], dry_run: bool) -> Result<(), Failure> {
    let sheet = read_days(bytes);
    let rows = sheet.rows.len();
    let changed = take_in(session, entry, &sheet, &Action::TakeInDays(sheet.rows.clone()), dry_run)?;
    let count = [("count", changed.into()), ("known", rows.saturating_sub(changed).into())];
    say(&if dry_run {
        session.words.with("cli-would-import-days", &count)
    } else {
        session.words.with("cli-imported-days", &count)
    })
}

fn talks(session: &Session, entry: &mut Entry, bytes: &[u8], dry_run: bool) -> Result<(), Failure> {
    let staff = entry.house.staff()?;
    let context = Context { today: session.clock.today(), staff: &staff, programmes: &[] };
    let sheet = read_talks(bytes, &context, &mut mint);
    let count = [("count", sheet.rows.len().into())];
    take_in(session, entry, &sheet, &Action::TakeInTalks(sheet.rows.clone()), dry_run)?;
    say(&if dry_run {
        session.words.with("cli-would-import-talks", &count)
    } else {
        session.words.with("cli-imported-talks", &count)
    })
}

/// Asks the rules about what could be read, and takes it in when nothing at all is wrong; answers with how many
/// changes that takes.
fn take_in<T>(
    session: &Session,
    entry: &mut Entry,
    sheet: &Sheet<T>,
    action: &Action,
    dry_run: bool,
) -> Result<usize, Failure> {
    let asker = entry.asker(session);
    let decided = match entry.house.check(asker, action) {
        Ok(decision) if sheet.problems.is_empty() => decision,
        Ok(_) => return Err(refused(session, entry, &sheet.problems)?),
        Err(Denied::Refused(refusal)) => {
            return Err(refused(session, entry, &sheet.problems_with(Some(&refusal)))?);
        }
        Err(Denied::Failed(error)) => return Err(error.into()),
    };
    if dry_run {
        return Ok(decided.changes.len());
    }
    match entry.house.perform(asker, action) {
        Ok(receipt) => Ok(receipt.changes.len()),
        // Somebody was quicker than we.
        Err(Denied::Refused(refusal)) => Err(refused(session, entry, &sheet.problems_with(Some(&refusal)))?),
        Err(Denied::Failed(error)) => Err(error.into()),
    }
}

fn house(session: &Session, entry: &mut Entry, bytes: &[u8], dry_run: bool) -> Result<(), Failure> {
    let here = entry.house.staff()?;
    let records = match read_house(bytes, &here, &mut mint) {
        Ok(records) => records,
        Err(problems) => return Err(refused(session, entry, &problems)?),
    };
    let children = [("count", records.children.len().into())];
    let action = Action::Restore(Box::new(records));
    let asker = entry.asker(session);
    entry.house.check(asker, &action)?;
    if dry_run {
        return say(&session.words.with("cli-would-import-house", &children));
    }
    entry.perform(session, &action)?;
    say(&session.words.with("cli-imported-house", &children))
}

/// Every problem in words, and that nothing was changed.
fn refused(session: &Session, entry: &Entry, problems: &[Problem]) -> Result<Failure, Failure> {
    let staff = entry.house.staff()?;
    let mut said: Vec<String> = problems.iter().map(|p| sentence(&session.words, &staff, p)).collect();
    said.push(session.words.with("cli-nothing-imported", &[("count", problems.len().into())]));
    Ok(Failure::Said(said))
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
