//! `trivsel report`: documents of a child as files for Word and for print.

use std::fs;
use std::io::{Cursor, Read};
use std::os::unix::fs::PermissionsExt;

use trivsel_domain::record::{Child, DocumentKind, Records, TwoChildren};
use trivsel_domain::value::TwoChildrenId;
use trivsel_store::{Access, AccessQuery};

use super::{Place, arg, demonstration};

/// The demonstration house, and its records.
fn place() -> (Place, Records) {
    let records = demonstration();
    (Place::of(&records), records)
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
    // What stands there is never overwritten unasked, and that is told before anything is read.
    fs::write(&file, "mine").unwrap();
    assert!(place.refused(&["report", "status-letter", "Nobody", "--to", arg(&file)]).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    place.done(&["report", "status-letter", &child, "--to", arg(&file), "--force"]);
    let nowhere = place.path("nowhere/brev.docx");
    assert!(place.refused(&["report", "status-letter", &child, "--to", arg(&nowhere)]).contains("nowhere"));
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");

    // The log has the two files that were written, and neither of those that were not.
    let house = place.open();
    let log = house.access_log(&AccessQuery { limit: 99, ..AccessQuery::default() }).unwrap();
    let is_letter =
        |access: &Access| matches!(access, Access::Export { case: Some(_), what } if what == "status-letter");
    assert_eq!(log.iter().filter(|look| is_letter(&look.access)).count(), 2, "{log:?}");
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

/// A child whose register the house keeps, with its case.
fn registered(records: &Records) -> String {
    let days = |case| records.days.iter().filter(|d| d.case == case && d.is_marked()).count();
    let case = records.cases.iter().filter(|c| c.is_open()).max_by_key(|c| days(c.id)).unwrap();
    records.children.iter().find(|c| c.id == case.child).unwrap().name.as_str().to_owned()
}

#[test]
fn an_attendance_sheet_keeps_the_two_counts_apart() {
    let (place, records) = place();
    let child = registered(&records);
    let read = |args: &[&str]| {
        let to = place.path("ark.html");
        place.done(&[&["report", "attendance-sheet", &child, "--force", "--to", arg(&to)], args].concat());
        fs::read_to_string(&to).unwrap()
    };
    let year = read(&[]);
    for told in ["School year 2026/27", "(pedagogical count)", "(statutory count)", "Month by month", "<svg"]
    {
        assert!(year.contains(told), "{told} in {year}");
    }
    let month = read(&["--period", "month", "--on", "2026-10-05"]);
    assert!(month.contains("October 2026") && month.contains("Day by day"), "{month}");
    assert!(!month.contains("up to 20"), "{month}");
    let before = place.path("early.html");
    let early = ["report", "attendance-sheet", &child, "--on", "2001-10-05", "--to", arg(&before)];
    assert!(place.refused(&early).contains("not enrolled"));
}

#[test]
fn a_teaching_plan_has_its_subjects_and_the_week() {
    let (place, records) = place();
    let plan = records.teaching.iter().find(|t| t.subjects().iter().any(|s| s.goal.is_some())).unwrap();
    let case = records.cases.iter().find(|c| c.id == plan.case()).unwrap();
    let child = records.children.iter().find(|c| c.id == case.child).unwrap().name.as_str();
    let to = place.path("plan.docx");
    place.done(&["report", "teaching-plan", child, "--lang", "da", "--to", arg(&to)]);
    let text = word(fs::read(&to).unwrap());
    for told in
        ["Undervisningsplan", "dansk", "matematik", "engelsk", "Ugens skema", "mandag", "timer om ugen"]
    {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(
        place.refused(&["report", "teaching-plan", child, "--version", "0", "--to", "x.docx"]).contains("0")
    );
}

/// A child with somebody around it and a restricted note, the note, and the last name of that person.
fn closed(records: &mut Records) -> (String, String, String) {
    let own = |name: &str| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let open = |case| {
        let of_case = records.talks.iter().filter(|t| t.case() == Some(case));
        of_case.filter(|t| t.open_to == trivsel_domain::record::OpenTo::House).count()
    };
    let case = records.cases.iter().map(|c| c.id).find(|case| open(*case) > 1).unwrap();
    let talk = records.talks.iter_mut().find(|t| t.case() == Some(case)).unwrap();
    talk.open_to = trivsel_domain::record::OpenTo::Only(Vec::new());
    let text = talk.text.as_str().lines().next().unwrap().to_owned();
    let child = records.cases.iter().find(|c| c.id == case).unwrap().child;
    let name = records.children.iter().find(|c| c.id == child).unwrap().name.as_str().to_owned();
    let person = records.people.iter().find(|p| p.child == child && p.name.as_str() != name).unwrap();
    let first = own(person.name.as_str()).remove(0);
    (name, text, first)
}

/// Marks a note on the child as written on the wrong one; its first line.
fn misplaced(records: &mut Records, child: &str) -> String {
    let id = records.children.iter().find(|c| c.name.as_str() == child).unwrap().id;
    let of = |case| records.cases.iter().find(|c| c.id == case).unwrap().child;
    let open = |t: &&trivsel_domain::record::Talk| t.open_to == trivsel_domain::record::OpenTo::House;
    let talk =
        records.talks.iter().filter(open).find(|t| t.case().is_some_and(|case| of(case) == id)).unwrap();
    let right = records.cases.iter().find(|c| c.child != id).unwrap().id;
    let line = talk.text.as_str().lines().next().unwrap().to_owned();
    records.misplacements.push(trivsel_domain::record::Misplacement {
        id: trivsel_domain::value::MisplacementId::from_u128(trivsel_store::mint()),
        talk: talk.id,
        right: Some(right),
        note: None,
        by: talk.author,
        at: talk.signed_at.unwrap(),
    });
    line
}

#[test]
fn a_request_for_access_holds_everything_but_what_the_review_leaves_out() {
    let (_, mut records) = place();
    let (child, note, person) = closed(&mut records);
    let others = misplaced(&mut records, &child);
    // That it is not another child tells of that one too.
    let (own, other): (Vec<&Child>, Vec<&Child>) =
        records.children.iter().partition(|one| one.name.as_str() == child);
    let (id, by) = (TwoChildrenId::from_u128(trivsel_store::mint()), records.staff[0].id);
    records.two_children.push(TwoChildren { id, one: own[0].id, other: other[0].id, by });
    let place = Place::new();
    let file = place.write("house.file", trivsel_interchange::write_house(&records).unwrap());
    place.done(&["import", "house", arg(&file)]);
    let to = place.path("indsigt.html");
    let ask = ["report", "access-request", &child, "--force", "--to", arg(&to)];
    // Without a terminal nothing is decided for the user.
    let unasked = place.run(&ask);
    assert!(unasked.code == 2 && unasked.err.contains("--leave-out-restricted"), "{}", unasked.err);
    assert!(!to.exists());
    let left_out = ["--leave-out-restricted", "--leave-out-third-parties"];
    let read = |staff: &str| {
        let why = ["--staff", staff, "--why", "Anmodning fra mor"];
        let ended = place.run(&[&ask[..], &left_out, &why].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert!(ended.err.contains("Read the document through"), "{}", ended.err);
        fs::read_to_string(&to).unwrap()
    };
    let page = read("names");
    assert!(!page.contains(&note), "the restricted note");
    assert!(
        page.contains("restricted note, with what belongs to it") && page.contains("Left out after review")
    );
    let words = page.split(|c: char| !c.is_alphanumeric());
    assert!(!words.clone().any(|word| word == person), "{person}");
    assert!(page.contains("note about another child, written on the wrong one"), "{page}");
    assert!(!page.contains(&others), "the note about another child");
    assert!(!page.contains("Two children, not one"), "{page}");
    // Every type of record that the child has, and the looks at the case.
    for told in
        ["The case (", "The child (1)", "Talk (", "Attendance (", "Goal (", "took a file out of the house"]
    {
        assert!(page.contains(told) || told.starts_with("took"), "{told}");
    }
    let again = read("roles");
    assert!(again.contains("took a file out of the house (Access to the file)"), "the log of it");
    assert!(again.contains("wrote why: Anmodning fra mor"), "why it was asked");
    let staff: Vec<&str> = records.staff.iter().map(|s| s.name.as_str()).collect();
    assert!(staff.iter().any(|name| page.contains(name)), "the staff by name");
    for name in staff {
        assert!(!again.contains(name), "{name} is named by the training alone");
    }
    assert!(again.contains("member of staff"), "{again}");
}
