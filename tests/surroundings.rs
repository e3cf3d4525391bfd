//! The environment of a tested program: the same on every machine, and nothing of the user who runs the tests.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// The folders a program may know, all inside the test's folder.
const FOLDERS: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_RUNTIME_DIR", "run"),
    ("XDG_STATE_HOME", "state"),
    ("TMPDIR", "tmp"),
];

/// Creates the folders with access for their owner only.
pub fn prepare(place: &Path) {
    for (_, folder) in FOLDERS {
        let folder = place.join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

/// Every variable that is set; all others are cleared.
pub fn variables(place: &Path) -> Vec<(&'static str, OsString)> {
    let mut all: Vec<_> = FOLDERS.map(|(name, folder)| (name, place.join(folder).into_os_string())).into();
    // Other programs speak English and use UTF-8.
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("SHELL", "/bin/sh")] {
        all.push((name, value.into()));
    }
    // The location of `sh` and other tools differs between machines.
    all.extend(std::env::var_os("PATH").map(|path| ("PATH", path)));
    all
}
