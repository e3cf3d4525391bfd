//! Prints text and writes files: no control characters to the terminal, and files only their owner can read.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::failure::Failure;
use trivsel_interchange::Table;
use trivsel_store::folder_of;
use trivsel_tui::draw::wrap;
use trivsel_words::Words;
use trivsel_words::store_error::io_kind;
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

/// A path, safe to print.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}

/// Explains why a file can't be read or written.
pub(super) fn file_failure(words: &Words, id: FileDeed, path: &Path, error: &io::Error) -> Failure {
    let args = [("path", shown(path).into()), ("kind", io_kind(words, error.kind()).into())];
    Failure::said(match id {
        FileDeed::Read => words.with("cli-cannot-read", &args),
        FileDeed::Write => words.with("cli-cannot-write", &args),
    })
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
    trivsel_store::write_private(path, content.as_ref(), force).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::said(words.with("cli-file-exists", &[("path", shown(path).into())]))
        }
        _ => file_failure(words, FileDeed::Write, path, &error),
    })
}

/// Writes files into a new folder that only its owner can read: all of them, or none. Nothing may have its name.
pub(super) fn write_private_folder(words: &Words, path: &Path, tables: &[Table]) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        return Err(Failure::said(words.with("cli-folder-exists", &[("path", shown(path).into())])));
    }
    let write = || {
        let private = Permissions::from_mode(0o700);
        let folder = tempfile::Builder::new().permissions(private).tempdir_in(folder_of(path))?;
        for table in tables {
            let file = folder.path().join(&table.name);
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
            file.write_all(table.text.as_bytes())?;
            file.sync_all()?;
        }
        fs::rename(folder.path(), path)?;
        // The folder has its final name now, so it must not be deleted.
        let _ = folder.keep();
        Ok(())
    };
    write().map_err(|error| file_failure(words, FileDeed::Write, path, &error))
}
