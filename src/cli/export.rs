//! `trivsel export`: the whole house as a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trivsel_domain::{OpenTo, Records};
use trivsel_store::Reading;

use super::entry::Entry;
use super::failure::Failure;
use super::output::{complain, print, say, shown, write_private};
use super::session::Session;
use trivsel_interchange::{Format, Problem, sentence, write_house};

#[derive(Debug, Args)]
pub(super) struct Export {
    /// The kind of file
    #[arg(long, value_enum, default_value = "json")]
    format: Kind,
    /// Write to a new file that only you can read, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace the file if there is one
    #[arg(long, requires = "out")]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// One JSON object
    Json,
    /// One CSV table, UTF-8, semicolons
    Csv,
}

pub(super) fn run(session: &Session, args: &Export) -> Result<(), Failure> {
    let mut entry = Entry::open(session)?;
    let records = entry.house.records()?;
    let (format, what) = match args.format {
        Kind::Json => (Format::Json, "json"),
        Kind::Csv => (Format::Csv, "csv"),
    };
    let text = write_house(&records, format)
        .map_err(|fault| Failure::said(sentence(&session.words, &records.staff, &Problem::of_file(fault))))?;
    // Before anything leaves the house: restricted notes are in it too. A house that can only be read takes no entry.
    let asker = entry.asker(session);
    entry.house.note_reading(asker, &Reading::Export { case: None, what: what.to_owned() })?;
    // To standard output as it is: a terminal shows JSON and CSV escaped or cleaned by our own texts, which hold no
    // control characters, and a file must be what the format says.
    let Some(path) = &args.out else {
        print(&text)?;
        // Beside the file, not in it.
        also_holds(session, &records).iter().for_each(|line| complain(line));
        return Ok(());
    };
    write_private(&session.words, path, &text, args.force)?;
    say(&session
        .words
        .with("cli-exported", &[("path", shown(path).into()), ("count", records.children.len().into())]))?;
    also_holds(session, &records).iter().try_for_each(|line| say(line))
}

/// That notes open to some only are in the file, whole, and CPR numbers that the screen masks: it is of the whole house,
/// by somebody with a key.
fn also_holds(session: &Session, records: &Records) -> Vec<String> {
    let restricted = records.talks.iter().filter(|t| t.open_to != OpenTo::House).count();
    let numbers = records.children.iter().filter(|c| c.cpr.is_some()).count();
    [("cli-exported-restricted", restricted), ("cli-exported-cpr", numbers)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(line, count)| session.words.with(line, &[("count", count.into())]))
        .collect()
}
