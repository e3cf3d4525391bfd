//! Editing a text in another program: through a private file that is wiped whatever happens.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Why a text was not edited outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Neither `VISUAL` nor `EDITOR` names a program.
    NoEditor,
    /// The program could not be started, or ended badly.
    Failed,
    /// There is no private place for the file, or what came back is no text.
    NoPlace,
}

/// The folder that is open for another program now, so that a signal can wipe it.
static OPEN: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Lets the program that `VISUAL` or `EDITOR` names edit a text. The terminal must have been given back.
///
/// The file lies in a folder of its own that only this user can enter: in `XDG_RUNTIME_DIR`, which is in memory, or
/// beside the house where there is none. Whatever the program leaves there is overwritten and removed.
///
/// # Errors
/// [`Outside`]; the text is then as it was.
pub fn edit(text: &str, beside: Option<&Path>) -> Result<String, Outside> {
    let editor = named().ok_or(Outside::NoEditor)?;
    let folder = private_folder(beside).map_err(|_| Outside::NoPlace)?;
    let _wiped = Wiped(folder.clone());
    *OPEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.clone());
    let path = folder.join("notat.txt");
    write_private(&path, text).map_err(|_| Outside::NoPlace)?;
    let ended = Command::new("/bin/sh")
        .arg("-c")
        .arg("exec $TRIVSEL_EDITOR \"$1\"")
        .arg("trivsel")
        .arg(&path)
        .env("TRIVSEL_EDITOR", editor)
        .current_dir(&folder)
        .status();
    if !ended.is_ok_and(|status| status.success()) {
        return Err(Outside::Failed);
    }
    let mut bytes = Vec::new();
    File::open(&path).and_then(|mut f| f.read_to_end(&mut bytes)).map_err(|_| Outside::NoPlace)?;
    String::from_utf8(bytes).map_err(|_| Outside::NoPlace)
}

/// Wipes what is open for another program, if anything is: the last act of a program that a signal ends.
pub fn wipe_open() {
    if let Some(folder) = OPEN.lock().unwrap_or_else(PoisonError::into_inner).take() {
        wipe(&folder);
    }
}

fn named() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty())
}

fn private_folder(beside: Option<&Path>) -> io::Result<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|p| p.is_dir());
    let place = runtime.or_else(|| beside.map(Path::to_owned)).ok_or(io::ErrorKind::NotFound)?;
    let folder = tempfile::Builder::new()
        .prefix("trivsel-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(place)?;
    Ok(folder.keep())
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

/// Wipes a folder when it goes.
struct Wiped(PathBuf);

impl Drop for Wiped {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) = None;
        wipe(&self.0);
    }
}

/// Overwrites every file in a folder and removes it: also what the other program left beside ours.
fn wipe(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for path in files {
        if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file()) {
            let _ = overwrite(&path);
        }
    }
    let _ = fs::remove_dir_all(folder);
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_data()
}
