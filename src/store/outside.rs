//! A file outside the house that only its owner can read.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file that only its owner can read. It gets its name when it is whole and on the disk, so there is never a
/// half one. A file of that name is replaced only with `replace`.
///
/// # Errors
/// `AlreadyExists` if there is something of that name, a link too, and it is not to be replaced; whatever the disk says.
pub fn write_private(path: &Path, content: &[u8], replace: bool) -> io::Result<()> {
    if !replace && path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    // Temporary files are created with mode 0600.
    let mut file = NamedTempFile::new_in(folder_of(path))?;
    file.write_all(content).and_then(|()| file.as_file().sync_all())?;
    let kept = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|error| error.error)
}

/// The folder that contains a file.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
