//! Files outside the house: whole or not at all, and logged when they are whole and before they have their name.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use trivsel_store::{write_private_after, write_private_folder_after};

/// Writes a file, or a folder of tables, and what is done first.
fn write(
    path: &Path,
    tables: bool,
    first: impl FnOnce() -> Result<(), String>,
) -> Result<Option<ErrorKind>, String> {
    let files = [("børn.csv".to_owned(), b"S\xC3\xB8ren".to_vec())];
    let written = match tables {
        true => write_private_folder_after(path, &files, first),
        false => write_private_after(path, &files[0].1, false, first),
    };
    written.map(|written| written.err().map(|error| error.kind()))
}

#[test]
fn what_can_not_be_written_is_not_logged_and_what_is_not_logged_is_not_there() {
    for tables in [false, true] {
        let place = tempfile::tempdir().unwrap();
        let (out, nowhere) = (place.path().join("ud"), place.path().join("nowhere/ud"));
        let never = || -> Result<(), String> { panic!("it is logged before it is whole") };
        assert_eq!(write(&nowhere, tables, never), Ok(Some(ErrorKind::NotFound)));
        let full = "the log takes no more";
        assert_eq!(write(&out, tables, || Err(full.to_owned())), Err(full.to_owned()));
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0, "nothing is left, tables: {tables}");
        let seen = || {
            assert!(!out.exists(), "it has its name after it is logged");
            Ok(())
        };
        assert_eq!(write(&out, tables, seen), Ok(None));
        let file = if tables { out.join("børn.csv") } else { out.clone() };
        assert_eq!(fs::read_to_string(file).unwrap(), "Søren");
        assert_eq!(write(&out, tables, never), Ok(Some(ErrorKind::AlreadyExists)));
    }
}
