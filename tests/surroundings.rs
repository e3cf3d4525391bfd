//! What a program is told of the machine it runs on: the same on every machine, and nothing of whoever runs the tests.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// The folders a program may know of, all inside the place of a test.
const FOLDERS: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_RUNTIME_DIR", "run"),
    ("XDG_STATE_HOME", "state"),
    ("TMPDIR", "tmp"),
];

/// Makes the folders, for their owner only.
pub fn prepare(place: &Path) {
    for (_, folder) in FOLDERS {
        let folder = place.join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

/// Every variable there is; all others are to be cleared.
pub fn variables(place: &Path) -> Vec<(&'static str, OsString)> {
    let mut all: Vec<_> = FOLDERS.map(|(name, folder)| (name, place.join(folder).into_os_string())).into();
    // Other programs speak English, in letters of any kind.
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("SHELL", "/bin/sh")] {
        all.push((name, value.into()));
    }
    // Where `sh` and the like are differs between machines.
    all.extend(std::env::var_os("PATH").map(|path| ("PATH", path)));
    all
}
