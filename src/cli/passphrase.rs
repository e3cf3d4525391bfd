//! Reads passphrases from a file, a descriptor or the terminal; never from an argument, and never into a message.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, IsTerminal, Read, stdin};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::zeroize::Zeroize;
use secrecy::{ExposeSecret, SecretString};
use trivsel_domain::record::Staff;
use trivsel_store::StoreError;

use super::failure::Failure;
use super::output::{FileDeed, complain, ended, file_failure, say_text, shown};
use super::session::Session;
use super::strength::weakness;
use trivsel_tui::ask_without_echo;

/// A limit above any real passphrase, in bytes.
const LONGEST: u64 = 4_096;

/// How often a passphrase is asked for that does not fit.
const TRIES: usize = 3;

/// Opens something with the user's passphrase, which is asked for again if it was typed wrong.
pub(super) fn open<T>(
    session: &Session,
    open: impl Fn(&SecretString) -> Result<T, StoreError>,
) -> Result<T, Failure> {
    if let Some(passphrase) = given(session)? {
        return Ok(open(&passphrase)?);
    }
    ask_again(session, session.words.get("cli-ask-passphrase"), open)
}

fn ask_again<T>(
    session: &Session,
    question: &str,
    open: impl Fn(&SecretString) -> Result<T, StoreError>,
) -> Result<T, Failure> {
    let mut left = TRIES;
    loop {
        let typed = ask(session, question)?;
        left -= 1;
        match waited(session, || open(&typed)) {
            Err(error @ (StoreError::WrongPassphrase | StoreError::EmptyPassphrase)) if left > 0 => {
                Failure::from(error).report(&session.words);
            }
            other => return Ok(other?),
        }
    }
}

/// Tries a typed passphrase, and where it has to wait after wrong ones, says so, waits and tries it again.
fn waited<T>(session: &Session, mut open: impl FnMut() -> Result<T, StoreError>) -> Result<T, StoreError> {
    loop {
        match open() {
            Err(StoreError::TooSoon { seconds }) => {
                complain(&ended(&session.words.with("cli-waits", &[("count", seconds.into())])));
                std::thread::sleep(Duration::from_secs(seconds.into()));
            }
            other => return other,
        }
    }
}

/// The passphrase for a new house.
pub(super) fn founding(session: &Session, owner: &Staff) -> Result<SecretString, Failure> {
    match given(session)? {
        Some(passphrase) => strong(session, passphrase, owner),
        None => twice(session, owner),
    }
}

/// A new passphrase, from a file or typed twice.
pub(super) fn new(session: &Session, file: Option<&PathBuf>, owner: &Staff) -> Result<SecretString, Failure> {
    match file {
        Some(path) => strong(session, from_file(session, path)?, owner),
        None => twice(session, owner),
    }
}

/// The new passphrase of a file that leaves the house, from a file or typed twice.
pub(super) fn of_export(
    session: &Session,
    file: Option<&PathBuf>,
    owner: &Staff,
) -> Result<SecretString, Failure> {
    if file.is_none() && !stdin().is_terminal() {
        return Err(Failure::said(session.words.get("cli-export-needs-passphrase")));
    }
    if file.is_none() {
        say_text(session.words.get("cli-export-passphrase"))?;
    }
    new(session, file, owner)
}

/// Opens a file from outside the house with its passphrase, which is asked for again if it was typed wrong.
pub(super) fn open_file<T>(
    session: &Session,
    file: Option<&PathBuf>,
    open: impl Fn(&SecretString) -> Result<T, StoreError>,
) -> Result<T, Failure> {
    if let Some(path) = file {
        return Ok(open(&from_file(session, path)?)?);
    }
    if !stdin().is_terminal() {
        return Err(Failure::said(session.words.get("cli-file-needs-passphrase")));
    }
    ask_again(session, session.words.get("cli-ask-file-passphrase"), open)
}

fn given(session: &Session) -> Result<Option<SecretString>, Failure> {
    let options = &session.options;
    match (&options.passphrase_file, options.passphrase_fd) {
        (Some(path), _) => from_file(session, path).map(Some),
        (None, Some(descriptor)) => {
            let path = PathBuf::from(format!("/dev/fd/{descriptor}"));
            let file =
                File::open(&path).map_err(|e| file_failure(&session.words, FileDeed::Read, &path, &e))?;
            first_line(session, &path, file).map(Some)
        }
        (None, None) => Ok(None),
    }
}

/// The first line of a file, with a warning if others on the machine can read it.
pub(super) fn from_file(session: &Session, path: &Path) -> Result<SecretString, Failure> {
    let failed = |error: std::io::Error| file_failure(&session.words, FileDeed::Read, path, &error);
    let file = File::open(path).map_err(failed)?;
    // Check the open file, so that it can't be swapped in between.
    let metadata = file.metadata().map_err(failed)?;
    let mode = metadata.permissions().mode();
    // Only check regular files: the mode of a pipe does not say who can read it.
    if mode & 0o077 != 0 && metadata.is_file() {
        let args = [("path", shown(path).into())];
        complain(&ended(&session.words.with("cli-passphrase-file-open", &args)));
    }
    first_line(session, path, file)
}

fn first_line(session: &Session, path: &Path, file: File) -> Result<SecretString, Failure> {
    let mut line = String::with_capacity(LONGEST as usize + 1);
    let read = BufReader::new(file.take(LONGEST)).read_line(&mut line);
    let found = read.map(|_| SecretString::from(line.trim_end_matches(['\r', '\n'])));
    line.zeroize();
    found.map_err(|e| file_failure(&session.words, FileDeed::Read, path, &e))
}

/// Refuses an empty or weak passphrase, before anything is created with it.
fn strong(session: &Session, passphrase: SecretString, owner: &Staff) -> Result<SecretString, Failure> {
    if passphrase.expose_secret().is_empty() {
        return Err(StoreError::EmptyPassphrase.into());
    }
    match weakness(&session.words, &passphrase, owner) {
        Some(sentence) => Err(Failure::said(sentence)),
        None => Ok(passphrase),
    }
}

/// Asks until a strong passphrase is typed alike twice.
fn twice(session: &Session, owner: &Staff) -> Result<SecretString, Failure> {
    let words = &session.words;
    loop {
        let first = ask(session, words.get("cli-ask-new-passphrase"))?;
        let first = match strong(session, first, owner) {
            Ok(first) => first,
            Err(failure) => {
                failure.report(words);
                continue;
            }
        };
        let second = ask(session, words.get("cli-ask-again"))?;
        if first.expose_secret() == second.expose_secret() {
            return Ok(first);
        }
        Failure::said(words.get("cli-passphrases-differ")).report(words);
    }
}

fn ask(session: &Session, prompt: &str) -> Result<SecretString, Failure> {
    let nowhere = || Failure::said(session.words.get("cli-no-passphrase"));
    if !stdin().is_terminal() {
        return Err(nowhere());
    }
    match ask_without_echo(|| rpassword::prompt_password(format!("{prompt}: "))) {
        Ok(passphrase) => Ok(SecretString::from(passphrase)),
        Err(error) if error.kind() == ErrorKind::Interrupted => Err(nowhere()),
        Err(_) => Err(nowhere()),
    }
}
