//! A document of the sheet is written to a file outside the house: keys in, a file out.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use trivsel_store::{Access, AccessQuery};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, house};

/// The documents of the first child, with a treatment plan that is signed.
fn signed() -> Program {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("<enter>").keys(&"<right>".repeat(6)).keys("nDet, vi vil.<ctrl-s>u<ctrl-s><ctrl-o>");
    assert!(program.shows("underskrevet MK"), "{}", program.screen());
    program
}

/// Empties the line and types the name of a file.
fn typed(program: &mut Program, path: &Path) {
    program.keys("<ctrl-u>");
    program.keys(path.to_str().unwrap());
}

#[test]
fn a_document_goes_to_a_private_file_that_is_named_and_logged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.docx");
    let mut program = signed();
    program.keys("x");
    assert!(program.shows("~/treatment-AH-2026-11-25.docx"), "{}", program.screen());
    assert!(program.shows("filen er ikke krypteret"), "{}", program.screen());
    typed(&mut program, &file);
    program.keys("<enter>");
    assert!(program.shows("uden for husets kryptering"), "{}", program.screen());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    let log =
        program.performer.house().access_log(&AccessQuery { limit: 1, ..AccessQuery::default() }).unwrap();
    assert_eq!(log[0].access, Access::Export { case: Some(ALMA), what: "treatment".to_owned() });

    // A file that is there is not touched, and the line comes back.
    fs::write(&file, "mit").unwrap();
    program.keys("x");
    typed(&mut program, &file);
    program.keys("<enter>");
    assert!(program.shows("findes allerede"), "{}", program.screen());
    assert_eq!(fs::read_to_string(&file).unwrap(), "mit");
    let page = folder.path().join("plan.html");
    typed(&mut program, &page);
    program.keys("<enter>");
    assert!(fs::read_to_string(&page).unwrap().contains("Det, vi vil."), "{}", program.screen());
}

#[test]
fn a_name_without_a_format_and_a_folder_that_is_not_there_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = signed();
    program.keys("x");
    typed(&mut program, &folder.path().join("plan"));
    assert!(program.shows(".docx eller .html"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Skriv til fil"), "the line stays: {}", program.screen());
    typed(&mut program, &folder.path().join("nowhere/plan.html"));
    program.keys("<enter>");
    assert!(program.shows("kan ikke skrives"), "{}", program.screen());
    program.keys("<esc>");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn without_a_written_document_the_key_says_so() {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("<enter>").keys(&"<right>".repeat(6)).keys("x");
    assert!(program.shows("Stå på et dokument, der er skrevet"), "{}", program.screen());
}
