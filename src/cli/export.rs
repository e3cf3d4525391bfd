//! `trivsel export`: writes the whole house as a file or a folder.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trivsel_domain::record::{OpenTo, Records};
use trivsel_store::Access;

use super::entry::Entry;
use super::failure::Failure;
use super::output::{complain, print, say, shown, write_private, write_private_folder};
use super::session::Session;
use trivsel_interchange::{write_house, write_tables};

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(long, value_enum, default_value = "json")]
    format: Kind,
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Json,
    Csv,
}

pub(super) fn run(session: &Session, args: &Export) -> Result<(), Failure> {
    let folder = match (args.format, &args.out) {
        (Kind::Json, _) => None,
        (Kind::Csv, Some(folder)) => Some(folder),
        (Kind::Csv, None) => {
            return Err(Failure::Usage(session.words.get("cli-export-needs-folder").to_owned()));
        }
    };
    let mut entry = Entry::open(session)?;
    let records = entry.house.records()?;
    let path = if let Some(folder) = folder {
        let tables = write_tables(&records)?;
        note(session, &mut entry, "csv")?;
        write_private_folder(&session.words, folder, &tables)?;
        folder
    } else {
        let text = write_house(&records).map_err(anyhow::Error::from)?;
        note(session, &mut entry, "json")?;
        let Some(path) = &args.out else {
            // Print it unchanged: JSON escapes control characters, and the file must match its format exactly.
            print(&text)?;
            // This goes to standard error, so it does not end up in the file.
            also_holds(session, &records).iter().for_each(|line| complain(line));
            return Ok(());
        };
        write_private(&session.words, path, &text, args.force)?;
        path
    };
    say(&session
        .words
        .with("cli-exported", &[("path", shown(path).into()), ("count", records.children.len().into())]))?;
    also_holds(session, &records).iter().try_for_each(|line| say(line))
}

/// Logs the export before anything leaves the house, because it includes restricted notes. A read-only house gets
/// no log entry.
fn note(session: &Session, entry: &mut Entry, what: &str) -> Result<(), Failure> {
    let asker = entry.asker(session);
    entry.house.log_access(asker, &Access::Export { case: None, what: what.to_owned() })?;
    Ok(())
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
