//! `trivsel report`: documents of a child as files for Word and for print.

use std::fs;
use std::io::{Cursor, Read};
use std::os::unix::fs::PermissionsExt;

use trivsel_domain::record::{DocumentKind, Records};
use trivsel_store::{Access, AccessQuery, House, HouseFolder, KeyRing};

use super::{PASSPHRASE, Place, arg};

/// The demonstration house, and its records.
fn place() -> (Place, Records) {
    let day = "2026-11-20".parse().unwrap();
    let records = trivsel::demo::records(day, trivsel_store::mint).unwrap();
    let place = Place::new();
    let file = place.write("house.file", trivsel_interchange::write_house(&records).unwrap());
    place.done(&["import", "house", arg(&file)]);
    (place, records)
}

/// A signed document of a kind: the child's name and its first text.
fn signed(records: &Records, kind: DocumentKind) -> (String, String) {
    let document = records.documents.iter().find(|d| d.kind == kind && d.signed.is_some()).unwrap();
    let case = records.cases.iter().find(|c| c.id == document.case).unwrap();
    let child = records.children.iter().find(|c| c.id == case.child).unwrap();
    let text = document.sections.iter().find_map(|s| s.text.as_ref()).unwrap();
    (child.name.as_str().to_owned(), text.as_str().lines().next().unwrap().to_owned())
}

/// The text of a Word file, without its marks.
fn word(bytes: Vec<u8>) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    xml.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}

#[test]
fn a_letter_goes_to_a_private_file_and_into_the_access_log() {
    let (place, records) = place();
    let (child, text) = signed(&records, DocumentKind::StatusLetter);
    let file = place.path("brev.docx");
    let said = place.done(&["report", "status-letter", &child, "--to", arg(&file)]);
    assert!(said.contains("brev.docx") && said.contains("outside the encryption"), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let written = word(fs::read(&file).unwrap());
    assert!(written.contains(&child) && written.contains(&text), "{written}");
    assert!(written.contains("Signed by"), "{written}");
    // What stands there is never overwritten unasked.
    fs::write(&file, "mine").unwrap();
    assert!(place.refused(&["report", "status-letter", &child, "--to", arg(&file)]).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    place.done(&["report", "status-letter", &child, "--to", arg(&file), "--force"]);
    let nowhere = place.path("nowhere/brev.docx");
    assert!(place.refused(&["report", "status-letter", &child, "--to", arg(&nowhere)]).contains("nowhere"));
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");

    let folder = HouseFolder::open(place.house()).unwrap();
    let key = KeyRing::new(&folder)
        .unlock("AB", &PASSPHRASE.into(), "2026-11-20T08:15:00".parse().unwrap())
        .unwrap();
    let house = House::open(&folder, &key, trivsel_defaults::programmes().unwrap()).unwrap();
    let log = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    assert!(
        matches!(&log[0].access, Access::Export { case: Some(_), what } if what == "status-letter"),
        "{:?}",
        log[0]
    );
}

#[test]
fn the_same_letter_is_a_page_to_print_and_speaks_danish() {
    let (place, records) = place();
    let (child, text) = signed(&records, DocumentKind::StatusLetter);
    let file = place.path("brev.html");
    place.done(&["report", "status-letter", &child, "--lang", "da", "--to", arg(&file)]);
    let page = fs::read_to_string(&file).unwrap();
    for told in ["<html lang=\"da\">", "Statusskriv", &child, "Underskrevet af", "Bilag: udviklingen", "<svg"]
    {
        assert!(page.contains(told), "{told}");
    }
    assert!(page.contains(&text.replace('\'', "&#39;")), "{text}");
    assert!(!page.contains("<script"));
}

#[test]
fn a_draft_says_that_it_is_one() {
    let (place, mut records) = place();
    drop(place);
    let document = records.documents.iter_mut().find(|d| d.kind == DocumentKind::Treatment).unwrap();
    document.signed = None;
    let (case, kind) = (document.case, document.kind);
    let id = document.id;
    records.documents.retain(|d| d.case != case || d.kind != kind || d.id == id);
    let child = records.cases.iter().find(|c| c.id == case).unwrap().child;
    let child = records.children.iter().find(|c| c.id == child).unwrap().name.as_str().to_owned();
    let place = Place::new();
    let file = place.write("house.file", trivsel_interchange::write_house(&records).unwrap());
    place.done(&["import", "house", arg(&file)]);
    let to = place.path("plan.html");
    place.done(&["report", "treatment", &child, "--to", arg(&to)]);
    let page = fs::read_to_string(&to).unwrap();
    assert!(page.contains("Draft. The document is not signed."), "{page}");
}

#[test]
fn what_is_not_there_is_told() {
    let (place, records) = place();
    let (child, _) = signed(&records, DocumentKind::StatusLetter);
    let to = place.path("x.docx");
    let refused = |args: &[&str]| place.refused(&[&["report"], args, &["--to", arg(&to)]].concat());
    assert!(refused(&["status-letter", "Nobody Here"]).contains("no child of that name"));
    assert!(refused(&["status-letter", &child, "--version", "99"]).contains("no version 99"));
    assert!(refused(&["status-letter", "a"]).contains("Several children fit"));
    assert!(refused(&["status-letter", ""]).contains("no child of that name"));
    let unknown = place.run(&["report", "poem", &child, "--to", arg(&to)]);
    assert!(unknown.code == 2 && unknown.err.contains("poem"), "{}", unknown.err);
    let unnamed = place.run(&["report", "status-letter", "--to", arg(&to)]);
    assert!(unnamed.code == 2 && unnamed.err.contains("Name the child"), "{}", unnamed.err);
    let formless = place.run(&["report", "status-letter", &child, "--to", "letter"]);
    assert!(formless.code == 2 && formless.err.contains("--format"), "{}", formless.err);
    assert!(!to.exists());
    // The initials and a part of the name will do, in any case of the letters.
    let initials: String = child.split_whitespace().filter_map(|w| w.chars().next()).collect();
    let said = place.run(&["report", "status-letter", &child.to_uppercase(), "--to", arg(&to)]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = place.run(&["report", "status-letter", &initials, "--to", arg(&to), "--force"]);
    assert!(said.code == 0 || said.err.contains("Several children"), "{}", said.err);
}
