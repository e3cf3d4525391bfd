//! Houses on disk that many tests begin from: founded once, and put down again as files. A founding runs every
//! migration, which costs a test more than all else that it does.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use tempfile::TempDir;

/// The files of a closed house, by their paths in its folder.
type Files = Vec<(PathBuf, Vec<u8>)>;

static MADE: Mutex<BTreeMap<String, Arc<OnceLock<Files>>>> = Mutex::new(BTreeMap::new());

/// Puts the house of this name into a folder that does not exist yet. `found` makes it the first time, and closes it.
pub fn put(name: &str, at: &Path, found: impl FnOnce(&Path)) {
    let made = Arc::clone(MADE.lock().unwrap().entry(name.to_owned()).or_default());
    let files = made.get_or_init(|| {
        let place = TempDir::new().unwrap();
        let house = place.path().join("house");
        found(&house);
        let inside = |(path, bytes): (PathBuf, _)| (path.strip_prefix(&house).unwrap().to_owned(), bytes);
        content(&house).into_iter().map(inside).collect()
    });
    let folder = |path: &Path| DirBuilder::new().recursive(true).mode(0o700).create(path).unwrap();
    folder(&at.join("keys"));
    for (path, bytes) in files {
        let mut file =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(at.join(path)).unwrap();
        file.write_all(bytes).unwrap();
    }
}

/// Every file below a folder with its content.
pub fn content(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(path).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(content(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("content"));
        }
    }
    found
}
