//! Prints text and writes files: no control characters to the terminal, and files only their owner can read.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use super::failure::Failure;
use trivsel_tui::draw::wrap;
use trivsel_words::Words;
pub(super) use trivsel_words::store_error::shown;
use trivsel_words::store_error::{self, io_kind};
use trivsel_words::text::printable;

/// The widest line that is printed, in columns.
const WIDEST: usize = 80;

/// Adds a full stop to a sentence.
pub(super) fn ended(sentence: &str) -> String {
    if sentence.ends_with(['.', '?', '!', ':']) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// Prints a text unchanged.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        Err(error) => Err(Failure::NotPrinted(error.kind())),
    }
}

/// Prints one line.
pub(super) fn say(line: &str) -> Result<(), Failure> {
    print(&format!("{}\n", printable(line)))
}

/// Prints one or more sentences, wrapped on a terminal and on one line elsewhere.
pub(super) fn say_text(text: &str) -> Result<(), Failure> {
    let width = crossterm::terminal::size().map_or(WIDEST, |(width, _)| usize::from(width).min(WIDEST));
    if !io::stdout().is_terminal() || width == 0 {
        return say(text);
    }
    wrap(text, width).iter().try_for_each(|line| say(line))
}

/// Prints a line to standard error. If that fails there is nowhere to report it.
pub(super) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", printable(line));
}

/// Explains why a file can't be read or written.
pub(super) fn file_failure(words: &Words, id: FileDeed, path: &Path, error: &io::Error) -> Failure {
    let (message, kind) = match id {
        FileDeed::Read => ("cli-cannot-read", io_kind(words, error.kind())),
        FileDeed::Write => ("cli-cannot-write", store_error::not_written(words, error.kind())),
    };
    Failure::said(words.with(message, &[("path", shown(path).into()), ("kind", kind.into())]))
}

/// What failed to be done with a file.
#[derive(Clone, Copy)]
pub(super) enum FileDeed {
    Read,
    Write,
}

/// Writes a file that only its owner can read, atomically. An existing file is replaced only with `force`.
pub(super) fn write_private(
    words: &Words,
    path: &Path,
    content: impl AsRef<[u8]>,
    force: bool,
) -> Result<(), Failure> {
    let written = trivsel_store::write_private(path, content.as_ref(), force);
    written.map_err(|error| not_written(words, path, &error))
}

/// Writes a file as [`write_private`] does, after it is logged that something leaves the house. The log has nothing of a file
/// that can't be written.
pub(super) fn write_logged(
    words: &Words,
    path: &Path,
    content: impl AsRef<[u8]>,
    force: bool,
    log: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let written = trivsel_store::write_private_after(path, content.as_ref(), force, log)?;
    written.map_err(|error| not_written(words, path, &error))
}

fn not_written(words: &Words, path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists => taken(words, "cli-file-exists", path),
        _ => file_failure(words, FileDeed::Write, path, error),
    }
}

/// Refuses a file of a name that is taken, before anything is asked.
pub(super) fn refuse_existing(words: &Words, path: &Path, force: bool) -> Result<(), Failure> {
    if force || path.symlink_metadata().is_err() {
        Ok(())
    } else {
        Err(taken(words, "cli-file-exists", path))
    }
}

/// Refuses a folder of a name that is taken, as [`refuse_existing`] does a file.
pub(super) fn refuse_existing_folder(words: &Words, path: &Path) -> Result<(), Failure> {
    if path.symlink_metadata().is_err() { Ok(()) } else { Err(taken(words, "cli-folder-exists", path)) }
}

fn taken(words: &Words, id: &str, path: &Path) -> Failure {
    Failure::said(words.with(id, &[("path", shown(path).into())]))
}

/// Writes files, by their names, into a new folder that only its owner can read: all of them, or none. It is logged as
/// [`write_logged`] does.
pub(super) fn write_logged_folder(
    words: &Words,
    path: &Path,
    files: &[(String, Vec<u8>)],
    log: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let written = trivsel_store::write_private_folder_after(path, files, log)?;
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(words, "cli-folder-exists", path),
        _ => file_failure(words, FileDeed::Write, path, &error),
    })
}
