//! `trivsel export`: the whole house as a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trivsel_domain::{OpenTo, Records};
use trivsel_store::Reading;

use super::entry::Entry;
use super::failure::Failure;
use super::output::{complain, print, say, shown, write_private};
use super::session::Session;
use crate::interchange::{Format, Problem, sentence, write_house};

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
        if let Some(line) = restricted(session, &records) {
            complain(&line);
        }
        return Ok(());
    };
    write_private(&session.words, path, &text, args.force)?;
    say(&session
        .words
        .with("cli-exported", &[("path", shown(path).into()), ("count", records.children.len().into())]))?;
    restricted(session, &records).map_or(Ok(()), |line| say(&line))
}

/// That notes open to some only are in the file, whole: it is of the whole house, by somebody with a key.
fn restricted(session: &Session, records: &Records) -> Option<String> {
    let count = records.talks.iter().filter(|t| t.open_to != OpenTo::House).count();
    (count > 0).then(|| session.words.with("cli-exported-restricted", &[("count", count.into())]))
}
