//! Small secret files: they are checked before they are read, and replaced atomically.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use zeroize::Zeroizing;

use crate::{Result, StoreError};

/// The largest key file that is read, in bytes. A key file has a few hundred bytes; `house.age` has about 8 kB for forty
/// people.
const LARGEST: u64 = 256 * 1024;

/// Refuses a file or folder of another owner, or with permission bits for group or others.
pub(crate) fn check_private(path: &Path, meta: &Metadata) -> Result<()> {
    if meta.uid() != rustix::process::geteuid().as_raw() {
        return Err(StoreError::ForeignOwner { path: path.to_owned() });
    }
    let mode = meta.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(StoreError::TooOpen { path: path.to_owned(), mode });
    }
    Ok(())
}

/// Checks a file without following links. `None` if there is no file.
///
/// # Errors
/// `Symlink`, `NotAFile`, `ForeignOwner`, `TooOpen`, `Io`.
pub(crate) fn check_file(path: &Path) -> Result<Option<Metadata>> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::io("look at", path, &error)),
    };
    if meta.is_symlink() {
        return Err(StoreError::Symlink { path: path.to_owned() });
    }
    if !meta.is_file() {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    check_private(path, &meta)?;
    Ok(Some(meta))
}

/// Reads a whole key file. `None` if there is no file.
///
/// # Errors
/// As [`check_file`]; `DamagedSlot` if it is larger than [`LARGEST`].
pub(crate) fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>> {
    if check_file(path)?.is_none() {
        return Ok(None);
    }
    let no_follow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(no_follow)
        .open(path)
        .map_err(StoreError::on("open", path))?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(StoreError::on("read", path))?;
    if bytes.len() as u64 > LARGEST {
        return Err(StoreError::DamagedSlot { path: path.to_owned() });
    }
    Ok(Some(bytes))
}

/// Replaces `folder/name` atomically: after a crash the file has either the old or the new content. The new file is read
/// back before it takes its name.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Io`; the old file is then unchanged.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let new = folder.join(format!(".{name}.new"));
    remove(&new)?;
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&new)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| if fs::read(&new)? == bytes { Ok(()) } else { Err(ErrorKind::InvalidData.into()) })
        .and_then(|()| fs::rename(&new, &path));
    if let Err(error) = written {
        let _ = fs::remove_file(&new);
        return Err(StoreError::io("write", &path, &error));
    }
    sync_folder(folder)
}

/// Replaces `folder/name` like [`replace`], and keeps the old file beside it until `prove` has used the new one. Puts
/// the old file back if it fails.
///
/// # Errors
/// As [`replace`], and those of `prove`; the old file is then back.
pub(crate) fn replace_proven(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    prove: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let kept = kept_name(name);
    let (path, old) = (folder.join(name), folder.join(&kept));
    remove(&old)?;
    let there = check_file(&path)?.is_some();
    if there {
        fs::hard_link(&path, &old).map_err(StoreError::on("keep", &path))?;
    }
    match replace(folder, name, bytes).and_then(|()| prove()) {
        Ok(()) => remove(&old),
        Err(error) => {
            if there {
                rename(folder, &kept, name)?;
            } else {
                remove(&path)?;
            }
            Err(error)
        }
    }
}

/// The name of the old file while the new one is not proven.
pub(crate) fn kept_name(name: &str) -> String {
    format!(".{name}.before")
}

/// Renames a file within a folder, durably.
pub(crate) fn rename(folder: &Path, from: &str, to: &str) -> Result<()> {
    let target = folder.join(to);
    fs::rename(folder.join(from), &target).map_err(StoreError::on("rename", &target))?;
    sync_folder(folder)
}

/// Removes a file. A missing file is no error. Only [`sync_folder`] makes it durable.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::io("remove", path, &error)),
        _ => Ok(()),
    }
}

/// Syncs a folder, so that renames and removals in it survive a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|dir| dir.sync_all()).map_err(StoreError::on("sync", folder))
}
