//! Editing a text in the editor that `VISUAL` or `EDITOR` names: in a private file that is wiped in every case.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::SystemTime;

use rustix::process::{Pid, Signal, kill_process};
use trivsel_domain::value::{DraftId, StaffId};
use trivsel_store::Draft;

/// The name of the file.
const NAME: &str = "notat.txt";
/// How the name of its folder begins; the writer's and the draft's ids follow.
const FOLDER: &str = "trivsel-note";
/// The suffix under which a common editor saves its text when it is hung up.
const RESCUED: &str = ".save";

/// The environment's settings of the C library. Those of this program are not the editor's.
pub const C_LIBRARY: &str = "GLIBC_TUNABLES";

/// Why a text was not edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditorError {
    /// Neither `VISUAL` nor `EDITOR` names a program.
    NotSet,
    /// The editor could not be started, or failed.
    Failed,
    /// The editor failed after it had saved; what it saved is a draft of its own.
    FailedAfterSaving,
    /// The editor ended at once and changed nothing, as one does that opens a window of its own.
    EndedAtOnce,
    /// There is no private folder for the file, or the file can't be read back.
    NoFolder,
}

impl EditorError {
    /// The id of the words that say it.
    #[must_use]
    pub fn told(&self) -> &'static str {
        match self {
            Self::NotSet => "outside-no-editor",
            Self::Failed => "outside-failed",
            Self::FailedAfterSaving => "outside-failed-saved",
            Self::EndedAtOnce => "outside-at-once",
            Self::NoFolder => "outside-no-place",
        }
    }
}

/// A text to edit, and the draft it is part of.
#[derive(Clone, Debug)]
pub struct EditorJob {
    /// The text.
    pub text: String,
    /// The draft as it stands.
    pub draft: Draft,
    /// The field of the draft that holds the text.
    pub field: String,
    /// The writer.
    pub by: StaffId,
}

/// A text in its private file. The folder is wiped when this is dropped.
#[derive(Debug)]
pub struct EditorFile {
    editor: OsString,
    folder: PathBuf,
    /// Locked while this program runs, so that another one leaves the folder alone.
    _lock: File,
    job: EditorJob,
}

impl EditorFile {
    /// Writes a text to a file in a folder that only this user can enter, in memory: in `XDG_RUNTIME_DIR`, or in the
    /// machine's shared memory. On a disk a killed program would leave it readable.
    ///
    /// # Errors
    /// [`EditorError::NotSet`], [`EditorError::NoFolder`].
    pub fn create(job: EditorJob) -> Result<Self, EditorError> {
        let editor = editor_command().ok_or(EditorError::NotSet)?;
        let create = || {
            let folder = private_folder(&job)?;
            let lock = File::open(&folder).and_then(|file| Ok(file.try_lock().map(|()| file)?))?;
            let file = Self { editor, folder, _lock: lock, job };
            write_private(&file.path(), &file.job.text)?;
            Ok(file)
        };
        create().map_err(|_: io::Error| EditorError::NoFolder)
    }

    /// Starts the editor on the file.
    ///
    /// # Errors
    /// When no process can be started.
    pub fn start(&self) -> io::Result<Child> {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg("exec $TRIVSEL_EDITOR \"$1\"").arg("trivsel").arg(self.path());
        command.env("TRIVSEL_EDITOR", &self.editor).env_remove(C_LIBRARY).current_dir(&self.folder);
        // Temporary files of the editor are wiped with the folder.
        for name in ["TMPDIR", "TMP", "TEMP"] {
            command.env(name, &self.folder);
        }
        command.spawn()
    }

    /// The text as the editor left it.
    ///
    /// # Errors
    /// [`EditorError::NoFolder`] when the file can't be read.
    pub fn text(&self) -> Result<String, EditorError> {
        text(&self.path()).ok_or(EditorError::NoFolder)
    }

    /// When the file was last written.
    #[must_use]
    pub fn written(&self) -> Option<SystemTime> {
        fs::metadata(self.path()).and_then(|meta| meta.modified()).ok()
    }

    /// What the editor saved, where that is another text than it was given, and the draft it belongs to.
    #[must_use]
    pub fn saved(&self) -> Option<(DraftId, String)> {
        let text = saved(&self.folder)?;
        (text.trim_end() != self.job.text.trim_end()).then_some((self.job.draft.id, text))
    }

    /// The writer, and the draft with what the editor had saved; nothing where there is nothing to save.
    #[must_use]
    pub fn draft(&self) -> Option<(StaffId, Draft)> {
        let EditorJob { mut draft, field, by, .. } = self.job.clone();
        if let Some(text) = saved(&self.folder) {
            draft.fields.insert(field.clone(), text);
        }
        let is_blank = draft.fields.get(&field).is_none_or(|text| text.trim().is_empty());
        (draft.revision > 0 || !is_blank).then_some((by, draft))
    }

    fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }
}

impl Drop for EditorFile {
    fn drop(&mut self) {
        wipe(&self.folder);
    }
}

/// Asks the editor to end, as a terminal does that closes; with `force` ends it.
pub fn stop(editor: Pid, force: bool) {
    let _ = kill_process(editor, if force { Signal::KILL } else { Signal::HUP });
}

/// Saves the texts that were in an editor when a program was killed, each for the member of staff who wrote it, and wipes
/// their files once they are saved. Those of another house, whose writers are not on its staff, are left to it.
///
/// `beside` is the folder of the house, where earlier versions kept them.
pub fn recover(
    beside: Option<&Path>,
    staff: &[StaffId],
    mut save: impl FnMut(StaffId, DraftId, String) -> bool,
) {
    let (runtime, shared) = (runtime(), shared_memory());
    for place in [runtime.as_deref(), shared.as_deref(), beside].into_iter().flatten() {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let folder = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let of = entry.file_name().to_str().filter(|_| is_folder).and_then(writer_and_draft);
            let Some((by, id)) = of.filter(|(by, _)| staff.contains(by)) else { continue };
            // Another user of the machine may have made a folder of such a name.
            let Ok(file) = File::open(&folder) else { continue };
            if file.try_lock().is_ok() && saved(&folder).is_none_or(|text| save(by, id, text)) {
                wipe(&folder);
            }
        }
    }
}

/// The writer and the draft in the name of a folder.
fn writer_and_draft(name: &str) -> Option<(StaffId, DraftId)> {
    let mut parts = name.split('_');
    let is_ours = parts.next()? == FOLDER;
    let (by, draft) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    is_ours.then_some((by, draft))
}

/// What the editor had saved in a folder. An empty file is one that was about to be written.
fn saved(folder: &Path) -> Option<String> {
    let rescued = text(&folder.join(format!("{NAME}{RESCUED}")));
    let text = rescued.or_else(|| text(&folder.join(NAME)))?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn editor_command() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty())
}

/// A file's text. What is not UTF-8 is read as Latin-1, so that nothing typed is lost.
fn text(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    let latin = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect();
    Some(String::from_utf8(bytes).unwrap_or_else(|other| latin(other.into_bytes())))
}

fn private_folder(job: &EditorJob) -> io::Result<PathBuf> {
    let place = runtime().or_else(shared_memory).ok_or(io::ErrorKind::NotFound)?;
    let folder = tempfile::Builder::new()
        .prefix(&format!("{FOLDER}_{}_{}_", job.by, job.draft.id))
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(place)?;
    Ok(folder.keep())
}

/// The folder in memory that only this user can enter, where there is one.
fn runtime() -> Option<PathBuf> {
    std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|p| p.is_dir())
}

/// The memory that all users of a Linux machine share, where it is there. A folder in it can be private.
fn shared_memory() -> Option<PathBuf> {
    #[cfg(target_os = "linux")]
    {
        const TMPFS: u32 = 0x0102_1994;
        let place = Path::new("/dev/shm");
        let found = rustix::fs::statfs(place).ok()?;
        // The field's width differs between machines, but the number has 32 bits.
        #[allow(clippy::cast_possible_truncation, clippy::unnecessary_cast, clippy::cast_sign_loss)]
        let is_memory = found.f_type as u32 == TMPFS;
        is_memory.then(|| place.to_owned())
    }
    #[cfg(not(target_os = "linux"))]
    None
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

/// Overwrites every file in a folder, also those of the editor, and removes the folder.
fn wipe(folder: &Path) {
    overwrite_all(folder);
    let _ = fs::remove_dir_all(folder);
}

fn overwrite_all(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // Links are not followed: a link is neither a folder nor a file here.
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
