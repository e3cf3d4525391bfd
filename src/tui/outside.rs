//! Editing a text in another program: through a private file that is wiped whatever happens.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use trivsel_domain::{DraftId, StaffId};
use trivsel_store::Draft;

use super::terminal;

/// The file's name.
const NAME: &str = "notat.txt";
/// How the names of the folders begin that it lies in; whose text, and of which draft, comes behind.
const FOLDER: &str = "trivsel-note";
/// What a common editor adds to it when it is hung up with a text that was not saved.
const RESCUED: &str = ".save";
/// So long a program that is told to end may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Why a text was not edited outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Neither `VISUAL` nor `EDITOR` names a program.
    NoEditor,
    /// The program could not be started, or ended badly.
    Failed,
    /// There is no private place for the file, or what came back can't be read.
    NoPlace,
}

/// A text to be edited, and what it is part of.
#[derive(Clone, Debug)]
pub struct Errand {
    /// The text.
    pub text: String,
    /// The draft as it stood.
    pub draft: Draft,
    /// In which of its fields the text stands.
    pub field: String,
    /// Who writes.
    pub by: StaffId,
}

/// What is open for another program.
#[derive(Debug)]
struct Open {
    folder: PathBuf,
    /// Locked as long as this program runs, which tells it from one that was left behind.
    _lock: File,
    program: Option<Pid>,
    errand: Errand,
}

/// What is open now, so that a signal can save and wipe it.
static OPEN: Mutex<Option<Open>> = Mutex::new(None);

/// Lets the program that `VISUAL` or `EDITOR` names edit a text, on the terminal.
///
/// The file lies in a folder of its own that only this user can enter: in `XDG_RUNTIME_DIR`, which is in memory, or
/// beside the house where there is none. Whatever the program leaves there is overwritten and removed.
///
/// # Errors
/// [`Outside`]; the text is then as it was.
pub fn edit(errand: &Errand, beside: Option<&Path>) -> Result<String, Outside> {
    let editor = named().ok_or(Outside::NoEditor)?;
    let folder = private_folder(beside, errand).map_err(|_| Outside::NoPlace)?;
    let lock = File::open(&folder).and_then(|file| Ok(file.try_lock().map(|()| file)?));
    let lock = lock.map_err(|_| Outside::NoPlace)?;
    let open = Open { folder: folder.clone(), _lock: lock, program: None, errand: errand.clone() };
    *OPEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(open);
    let wiped = Wiped;
    write_private(&folder.join(NAME), &errand.text).map_err(|_| Outside::NoPlace)?;
    let went_well = terminal::lend(|| {
        let went_well = run(editor, &folder).is_ok_and(|well| well);
        if !went_well {
            // What ended the program may be about to end us too, and then what it saved is kept.
            terminal::wait_for_an_end();
        }
        went_well
    });
    let text =
        if went_well { text(&folder.join(NAME)).ok_or(Outside::NoPlace) } else { Err(Outside::Failed) };
    drop(wiped);
    text
}

/// Runs the program; answers whether it ended well.
fn run(editor: OsString, folder: &Path) -> io::Result<bool> {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg("exec $TRIVSEL_EDITOR \"$1\"").arg("trivsel").arg(folder.join(NAME));
    command.env("TRIVSEL_EDITOR", editor).current_dir(folder);
    // What it keeps beside the text is wiped with it.
    for name in ["TMPDIR", "TMP", "TEMP"] {
        command.env(name, folder);
    }
    let mut child = command.spawn()?;
    if let Some(open) = OPEN.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
        open.program = Some(Pid::from_child(&child));
    }
    Ok(child.wait()?.success())
}

/// Ends the program that edits a text, if one does, hands out the draft with what it had saved, and wipes the file:
/// for a signal that ends ours. Says whether one did.
pub fn end_open(keep: impl FnOnce(StaffId, Draft)) -> bool {
    // Held until the end of the process: nobody else is to read or wipe meanwhile.
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(Open { folder, program, errand, .. }) = open.take() else { return false };
    let Errand { mut draft, field, by, .. } = errand;
    // First the other program: it could write again what has been wiped.
    if let Some(program) = program {
        let start = Instant::now();
        let mut runs = kill_process(program, Signal::HUP).is_ok();
        while runs && start.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(2));
            runs = test_kill_process(program).is_ok();
        }
        if runs {
            let _ = kill_process(program, Signal::KILL);
        }
    }
    if let Some(text) = saved(&folder) {
        draft.fields.insert(field.clone(), text);
    }
    if draft.revision > 0 || draft.fields.get(&field).is_some_and(|text| !text.trim().is_empty()) {
        keep(by, draft);
    }
    wipe(&folder);
    true
}

/// Brings back what a program that was killed left with another program, and wipes it once it is kept.
pub fn bring_back(beside: Option<&Path>, by: StaffId, mut keep: impl FnMut(DraftId, String) -> bool) {
    let runtime = runtime();
    for place in [runtime.as_deref(), beside].into_iter().flatten() {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let folder = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let Some(id) = entry.file_name().to_str().filter(|_| is_folder).and_then(|n| draft_of(n, by))
            else {
                continue;
            };
            let Ok(file) = File::open(&folder) else { continue };
            if file.try_lock().is_ok() && saved(&folder).is_none_or(|text| keep(id, text)) {
                wipe(&folder);
            }
        }
    }
}

/// The draft that a folder's name names, if it is this person's.
fn draft_of(name: &str, by: StaffId) -> Option<DraftId> {
    let mut parts = name.split('_');
    let ours = parts.next()? == FOLDER && parts.next()? == by.to_string();
    parts.next().filter(|_| ours)?.parse().ok()
}

/// What another program had saved in a folder. An empty file is one that was about to be written.
fn saved(folder: &Path) -> Option<String> {
    let rescued = text(&folder.join(format!("{NAME}{RESCUED}")));
    let text = rescued.or_else(|| text(&folder.join(NAME)))?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn named() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty())
}

/// A file's text. What is not UTF-8 is read as Latin-1: somebody typed it, so it is not thrown away.
fn text(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    let latin = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect();
    Some(String::from_utf8(bytes).unwrap_or_else(|other| latin(other.into_bytes())))
}

fn private_folder(beside: Option<&Path>, errand: &Errand) -> io::Result<PathBuf> {
    let place = runtime().or_else(|| beside.map(Path::to_owned)).ok_or(io::ErrorKind::NotFound)?;
    let folder = tempfile::Builder::new()
        .prefix(&format!("{FOLDER}_{}_{}_", errand.by, errand.draft.id))
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(place)?;
    Ok(folder.keep())
}

/// The folder in memory that is this user's alone, where there is one.
fn runtime() -> Option<PathBuf> {
    std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|p| p.is_dir())
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

/// Wipes what is open when it goes.
struct Wiped;

impl Drop for Wiped {
    fn drop(&mut self) {
        if let Some(open) = OPEN.lock().unwrap_or_else(PoisonError::into_inner).take() {
            wipe(&open.folder);
        }
    }
}

/// Overwrites every file in a folder and removes it: also what the other program left beside ours.
fn wipe(folder: &Path) {
    overwrite_all(folder);
    let _ = fs::remove_dir_all(folder);
}

fn overwrite_all(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // A link is not followed: neither of these is true of one.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => overwrite_all(&entry.path()),
            Ok(kind) if kind.is_file() => {
                let _ = overwrite(&entry.path());
            }
            _ => {}
        }
    }
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_data()
}
