//! Files outside the house that only their owner can read: whole or not at all. Where the system has files without a name,
//! a program that is killed half-way leaves nothing of them behind.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use tempfile::{NamedTempFile, TempDir};

/// How the name of an unfinished file or folder begins, where it has one.
const UNFINISHED: &str = ".trivsel-";

/// Writes a file that only its owner can read. It gets its name when it is whole and on the disk, so there is never a
/// half one. A file of that name is replaced only with `replace`.
///
/// # Errors
/// `AlreadyExists` if there is something of that name, a link too, and it is not to be replaced; whatever the disk says.
pub fn write_private(path: &Path, content: &[u8], replace: bool) -> io::Result<()> {
    unnamed(path, content, replace)?.name(path, replace)
}

/// Writes a file as [`write_private`] does, but does something `first`: when the whole file is on the disk and has no name
/// yet. So what leaves the house is logged before anybody can read it, and only if it can be written.
///
/// # Errors
/// Those of what is done first, and then no file is there; inside, those of [`write_private`].
pub fn write_private_after<E>(
    path: &Path,
    content: &[u8],
    replace: bool,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<io::Result<()>, E> {
    let file = match unnamed(path, content, replace) {
        Ok(file) => file,
        Err(error) => return Ok(Err(error)),
    };
    first()?;
    Ok(file.name(path, replace))
}

/// A whole file beside its place, without its name.
fn unnamed(path: &Path, content: &[u8], replace: bool) -> io::Result<Unnamed> {
    if !replace && path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let folder = folder_of(path);
    remove_left_over(folder);
    let mut file = Unnamed::new_in(folder)?;
    file.write(content)?;
    Ok(file)
}

/// Writes files, by their names, into a new folder that only its owner can read: all of them, or none. As
/// [`write_private_after`], it does something `first`, when all are on the disk and the folder has no name yet.
///
/// # Errors
/// Those of what is done first, and then no folder is there; inside, `AlreadyExists` if there is something of the folder's
/// name, and whatever the disk says.
pub fn write_private_folder_after<E>(
    path: &Path,
    files: &[(String, Vec<u8>)],
    first: impl FnOnce() -> Result<(), E>,
) -> Result<io::Result<()>, E> {
    let (folder, lock) = match unfinished_folder(path, files) {
        Ok(unfinished) => unfinished,
        Err(error) => return Ok(Err(error)),
    };
    first()?;
    let named = fs::rename(folder.path(), path);
    drop(lock);
    if named.is_ok() {
        // The folder has its final name now, so it must not be deleted.
        let _ = folder.keep();
    }
    Ok(named)
}

/// A folder of whole files beside its place, and its lock, without which another program would take it for left over.
fn unfinished_folder(path: &Path, files: &[(String, Vec<u8>)]) -> io::Result<(TempDir, File)> {
    if path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    remove_left_over(folder_of(path));
    let private = Permissions::from_mode(0o700);
    let folder =
        tempfile::Builder::new().prefix(UNFINISHED).permissions(private).tempdir_in(folder_of(path))?;
    let lock = File::open(folder.path())?;
    lock.try_lock()?;
    let mut written = Vec::with_capacity(files.len());
    for (name, content) in files {
        let mut file = Unnamed::new_in(folder.path())?;
        file.write(content)?;
        written.push((name, file));
    }
    // Named only now that all of them are whole.
    for (name, file) in written {
        file.name(&folder.path().join(name), false)?;
    }
    Ok((folder, lock))
}

/// A file that has no name yet, or an unfinished one where the system has no such files.
enum Unnamed {
    #[cfg(target_os = "linux")]
    Without(File),
    With(NamedTempFile),
}

impl Unnamed {
    fn new_in(folder: &Path) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{Mode, OFlags};
            let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
            // Some file systems have no files without a name.
            if let Ok(file) = rustix::fs::open(folder, flags, Mode::RUSR | Mode::WUSR) {
                return Ok(Self::Without(file.into()));
            }
        }
        // Temporary files are created with mode 0600.
        let file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
        file.as_file().try_lock()?;
        Ok(Self::With(file))
    }

    fn write(&mut self, content: &[u8]) -> io::Result<()> {
        let file = match self {
            #[cfg(target_os = "linux")]
            Self::Without(file) => file,
            Self::With(file) => file.as_file_mut(),
        };
        file.write_all(content)?;
        file.sync_all()
    }

    /// Gives it its name. An existing file is replaced only with `force`.
    fn name(self, path: &Path, force: bool) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Without(file) => link(&file, path, force),
            Self::With(file) if force => file.persist(path).map(drop).map_err(|error| error.error),
            Self::With(file) => file.persist_noclobber(path).map(drop).map_err(|error| error.error),
        }
    }
}

/// Links a file without a name. A link replaces nothing, so with `force` it is renamed from an unfinished name.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path, force: bool) -> io::Result<()> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};

    let unnamed = format!("/proc/self/fd/{}", file.as_raw_fd());
    if !force {
        return Ok(linkat(CWD, &unnamed, CWD, path, AtFlags::SYMLINK_FOLLOW)?);
    }
    let between = folder_of(path).join(format!("{UNFINISHED}{}", crate::mint()));
    linkat(CWD, &unnamed, CWD, &between, AtFlags::SYMLINK_FOLLOW)?;
    let renamed = fs::rename(&between, path);
    if renamed.is_err() {
        let _ = fs::remove_file(&between);
    }
    renamed
}

/// Removes what a program that was killed left unfinished in a folder. What one still writes is locked, or complete for
/// the moment that it takes to rename it.
fn remove_left_over(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            continue;
        }
        let path = entry.path();
        let mut options = OpenOptions::new();
        let no_follow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
        let Ok(file) = options.read(true).custom_flags(no_follow).open(&path) else { continue };
        let is_folder = file.metadata().is_ok_and(|meta| meta.is_dir());
        if file.try_lock().is_ok() {
            let _ = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

/// The folder that contains a file.
#[must_use]
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
