//! What is on record of a case is written to a file outside the house: keys in, a file out.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use insta::assert_snapshot;
use trivsel_domain::record::{OpenTo, Person, Talk};
use trivsel_domain::value::{LongText, PersonId, PersonName, Role, StaffId, TalkId};
use trivsel_store::{Access, AccessQuery};

use super::access::logged;
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
    assert!(program.shows("~/behandlingsplan-2026-11-25.docx"), "{}", program.screen());
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
    assert!(program.shows("kan ikke skrives (mappen findes ikke)"), "{}", program.screen());
    program.keys("<esc>");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // Nothing left the house, and the log says nothing else.
    let log =
        program.performer.house().access_log(&AccessQuery { limit: 99, ..AccessQuery::default() }).unwrap();
    assert!(!log.iter().any(|look| matches!(look.access, Access::Export { .. })), "{log:?}");
}

/// The text of a page that was written.
fn page(program: &mut Program, path: &Path) -> String {
    typed(program, path);
    program.keys("<enter>");
    fs::read_to_string(path).unwrap_or_else(|_| panic!("no page: {}", program.screen()))
}

/// What the access log says was taken out, the latest first.
fn taken_out(program: &mut Program) -> Vec<String> {
    let what = logged(program).into_iter().filter_map(|access| match access {
        Access::Export { what, .. } => Some(what),
        _ => None,
    });
    what.collect()
}

#[test]
fn the_teaching_plan_and_the_attendance_of_a_period_go_to_files_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("5t1<home><enter>").keys(&"<right>".repeat(6)).keys("<end><up><up>x");
    assert!(program.shows("~/undervisningsplan-2026-11-25.docx"), "{}", program.screen());
    let plan = page(&mut program, &folder.path().join("plan.html"));
    assert!(plan.contains("Kommer ind ad døren selv"));
    program.keys("<down><enter>");
    assert!(program.shows("Fremmøde hvornår") && program.shows("skoleåret"), "{}", program.screen());
    program.keys("uge 90");
    assert!(!program.shows("2027"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Fremmøde hvornår"), "a period that is none stays: {}", program.screen());
    program.keys("<ctrl-u>nov<enter>");
    assert!(program.shows("~/fremmødeark-2026-11-25.docx"), "{}", program.screen());
    let sheet = page(&mut program, &folder.path().join("ark.html"));
    assert!(sheet.contains("november 2026"));
    program.keys("x<ctrl-u>2019<enter>");
    program.keys("x<ctrl-u>1.1.2020-2.1.2020<enter>");
    typed(&mut program, &folder.path().join("intet.html"));
    program.keys("<enter>");
    assert!(program.shows("ikke indskrevet på nogen dag i perioden"), "{}", program.screen());
    assert_eq!(taken_out(&mut program), ["attendance-sheet", "teaching-plan"]);
}

/// Alma Holm with her mother, a restricted note that the user may read, and one that only Lise may read.
fn reviewing() -> Program {
    let house = house::changed(|records| {
        let first = records.talks[0].clone();
        let restricted = |id: u128, author: u128, text: &str| Talk {
            id: TalkId::from_u128(id),
            author: StaffId::from_u128(author),
            open_to: OpenTo::Only(vec![]),
            text: LongText::new(text).unwrap(),
            ..first.clone()
        };
        records.talks.push(restricted(11, 1, "Fleur Holm ringede om natten"));
        records.talks.push(restricted(12, 2, "Kun Lise ved dette"));
        records.people.push(Person {
            id: PersonId::from_u128(700),
            child: records.children[0].id,
            role: Role::Mother,
            name: PersonName::new("Fleur Holm").unwrap(),
            custody: Some(true),
            phone: None,
            mail: None,
            workplace: None,
            note: None,
            until: None,
        });
    });
    let mut program = Start::default().on(house);
    program.keys("1<home><enter>").keys(&"<right>".repeat(6)).keys("<end><enter>");
    assert!(program.shows("Indsigt i sagen · Alma Holm"), "{}", program.screen());
    program
}

#[test]
fn an_answer_to_a_request_for_access_is_reviewed_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = reviewing();
    program.keys("x");
    assert!(program.shows("Svar først her"), "{}", program.screen());
    // The mother is left out; a note is read before it is taken in.
    program.keys("-+");
    assert!(program.shows("Læs notatet først"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Fleur Holm ringede"), "{}", program.screen());
    program.keys("<esc>+<down>+");
    assert!(program.shows("Du må ikke læse notatet"), "{}", program.screen());
    program.keys("<home><enter><enter>");
    assert_snapshot!("review", program.screen());
    program.keys("x");
    assert!(program.shows("~/indsigt-i-sagen-2026-11-25.docx"), "{}", program.screen());
    let answer = page(&mut program, &folder.path().join("svar.html"));
    assert!(answer.contains("ringede om natten") && !answer.contains("Fleur"), "{answer}");
    assert!(!answer.contains("Kun Lise ved dette") && !answer.contains("Maja Krog"), "{answer}");
    assert!(program.shows("Læs dokumentet igennem"), "{}", program.screen());
    assert!(!program.shows("Indsigt i sagen · Alma"), "the review is over: {}", program.screen());
    assert_eq!(taken_out(&mut program), ["access-request"]);
}

#[test]
fn nothing_is_taken_in_that_nobody_took_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = reviewing();
    program.keys("--x");
    let answer = page(&mut program, &folder.path().join("svar.html"));
    assert!(!answer.contains("ringede om natten") && answer.contains("Maja Krog"), "{answer}");
    // Esc leaves the review, and nothing is written.
    program.keys("<enter><esc>");
    assert!(program.shows("Planer") && !program.shows("Indsigt i sagen ·"), "{}", program.screen());
    assert_eq!(taken_out(&mut program).len(), 1);
}

#[test]
fn without_a_written_document_the_key_says_so() {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("<enter>").keys(&"<right>".repeat(6)).keys("x");
    assert!(program.shows("Stå på et dokument, der er skrevet"), "{}", program.screen());
}
