//! Letters and reports: prefilled from what is on record, changed, signed, and beside a figure what it is now.

use insta::assert_snapshot;
use trivsel_domain::record::{Counted, DocumentKind};
use trivsel_domain::value::Coded;

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, house};

const PAPERS: usize = 6;

/// The documents of the first child, with today registered as present.
fn papers() -> Program {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("5t1<home><enter>").keys(&"<right>".repeat(PAPERS));
    program
}

/// Corrects the mark that the papers rest on, and comes back to them.
fn corrects_the_mark(program: &mut Program) {
    program.keys("<esc>5<home>s1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(PAPERS));
}

#[test]
fn a_figure_that_is_corrected_after_signing_stands_beside_the_text_that_stays() {
    let mut program = papers();
    program.keys("<down><down><down><enter>");
    assert!(program.shows("1 af 1"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    assert_eq!(letter.kind.code(), "status-letter");
    let is_own = |of: &Counted| matches!(of, Counted::Attendance { attended, .. } if attended.get() == 2);
    assert!(letter.figures.iter().any(|f| is_own(&f.of)), "{:?}", letter.figures);
    program.keys("u<ctrl-s><ctrl-o>");
    assert!(program.dossier(ALMA).documents[0].signed.is_some(), "{}", program.screen());
    corrects_the_mark(&mut program);
    assert!(program.shows("tal er ændret siden"), "{}", program.screen());
    program.keys("<down><down><down><enter>");
    assert!(program.shows("▲ nu 0 af 1"), "{}", program.screen());
    // It stands beside it in the file too.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brev.html");
    program.keys("<esc>x<ctrl-u>").keys(file.to_str().unwrap()).keys("<enter>");
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(
        page.contains(
            "<td>1 af 1 registrerede dage, 72 uden registrering</td><td>0 af 1 registrerede dage, 72 uden"
        ),
        "{page}"
    );
    let now = &program.dossier(ALMA).documents[0];
    assert_eq!((&now.sections, &now.figures), (&letter.sections, &letter.figures));
}

#[test]
fn a_figure_is_kept_only_while_its_numbers_stand_in_the_text() {
    let mut program = papers();
    program.keys("<down><down><down><enter><ctrl-a>Alma kommer igen.<ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    assert_eq!(
        letter.sections[0].text.as_ref().unwrap().as_str(),
        "Alma kommer igen.",
        "{}",
        program.screen()
    );
    assert_eq!(letter.figures, []);
}

#[test]
fn every_kind_begins_with_what_is_on_record_and_tells_what_was_corrected_after_signing() {
    let mut program = papers();
    for (n, kind) in DocumentKind::ALL.iter().enumerate() {
        program.keys("<home>").keys(&"<down>".repeat(n)).keys("<enter>");
        if *kind == DocumentKind::FinalReport {
            program.keys("<tab><tab>Fortsæt roligt.");
        }
        program.keys("<ctrl-s>");
        let document = program.dossier(ALMA).document(*kind).unwrap().clone();
        let texts: Vec<&str> =
            document.sections.iter().filter_map(|s| s.text.as_ref()).map(AsRef::as_ref).collect();
        for told in [
            "Perioden ",
            "Fremmøde (pædagogisk talt)",
            "1 af 1 registrerede dage",
            "Fravær (lovpligtigt talt)",
        ] {
            assert!(texts.concat().contains(told), "{kind:?}: {told}: {texts:?}");
        }
        program.keys("u<ctrl-s><ctrl-o>");
        assert!(program.dossier(ALMA).document(*kind).unwrap().signed.is_some(), "{}", program.screen());
    }
    corrects_the_mark(&mut program);
    let changed = program.screen().matches("tal er ændret siden").count();
    assert_eq!(changed, DocumentKind::ALL.len(), "{}", program.screen());
    // A plan goes on with the text of the version before, and with the figures in it.
    program.keys("<home><enter>n<end> Planen fortsætter.<ctrl-s>");
    let plan = program.dossier(ALMA).document(DocumentKind::Treatment).unwrap().clone();
    assert!(plan.version == 2 && !plan.figures.is_empty(), "{plan:?}\n{}", program.screen());
}

#[test]
fn what_has_happened_since_is_put_into_a_section_once() {
    let mut program = papers();
    program.keys("<down><down><down><enter><ctrl-a>Alma kommer igen.<ctrl-t>");
    assert!(program.shows("Alma kommer igen.") && program.shows("Perioden"), "{}", program.screen());
    program.keys("<ctrl-t>");
    assert!(program.shows("Der er ikke sket mere"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    let text = letter.sections[0].text.as_ref().unwrap().as_str();
    assert_eq!(text.matches("1 af 1").count(), 1, "{text}");
    assert!(text.starts_with("Alma kommer igen.\n") && !letter.figures.is_empty(), "{text}");
}

#[test]
fn a_draft_keeps_every_section_when_the_template_changes() {
    let mut program = template();
    program.keys("<ctrl-a># Kort fortalt<enter># Hilsen<ctrl-s>1<home><enter>");
    program.keys(&"<right>".repeat(PAPERS)).keys("<down><down><down><enter>");
    program.keys("Alma kommer igen.<tab>Kærlig hilsen<esc>");
    program
        .keys("<esc><f3>")
        .keys(&"<down>".repeat(21))
        .keys("<enter><ctrl-a># Om skolen<enter># Hilsen<ctrl-s>");
    program.keys("1<home><enter>").keys(&"<right>".repeat(PAPERS)).keys("<down><down><down><enter><enter>");
    for told in
        ["Om skolen", "Hilsen", "Kærlig hilsen", "Kort fortalt", "Alma kommer igen.", "ikke i skabelonen"]
    {
        assert!(program.shows(told), "{told}: {}", program.screen());
    }
    program.keys("<ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    let told: Vec<_> =
        letter.sections.iter().map(|s| (s.heading.as_str(), s.text.as_ref().map(AsRef::as_ref))).collect();
    let expected =
        [("Om skolen", None), ("Hilsen", Some("Kærlig hilsen")), ("Kort fortalt", Some("Alma kommer igen."))];
    assert_eq!(told, expected, "{}", program.screen());
}

#[test]
fn a_final_report_is_not_signed_without_its_recommendation() {
    let mut program = papers();
    program.keys("<down><down><down><down><enter><ctrl-s>");
    let report = program.dossier(ALMA).document(DocumentKind::FinalReport).unwrap().clone();
    assert!(report.sections.iter().any(|s| s.recommends && s.text.is_none()), "{:?}", report.sections);
    program.keys("u");
    assert!(program.shows("ingen anbefaling"), "{}", program.screen());
    assert!(program.model.form().is_none(), "it is told before anything is asked: {}", program.screen());
    assert!(program.dossier(ALMA).documents[0].signed.is_none());
}

/// The template of the status letter among the house's lists.
fn template() -> Program {
    let mut program = papers();
    program.keys("<esc><f3>").keys(&"<down>".repeat(21)).keys("<enter>");
    assert!(program.shows("Skabelon: Statusskriv") && program.shows("# Status"), "{}", program.screen());
    program
}

#[test]
fn a_house_writes_its_own_template_and_new_letters_begin_with_it() {
    let mut program = template();
    program.keys("<ctrl-a># Kort fortalt<enter>Kære forældre.<enter>+ fremmøde<enter># Hilsen<ctrl-s>");
    assert!(program.model.form().is_none(), "{}", program.screen());
    program.keys("1<home><enter>").keys(&"<right>".repeat(PAPERS)).keys("<down><down><down><enter>");
    assert_snapshot!("a_letter_from_the_houses_template", program.screen());
    program.keys("<ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    let headings: Vec<&str> = letter.sections.iter().map(|s| s.heading.as_str()).collect();
    assert_eq!(headings, ["Kort fortalt", "Hilsen"], "{}", program.screen());
    assert!(!letter.figures.is_empty());
}

#[test]
fn what_is_wrong_in_a_template_is_said_with_its_line() {
    for (typed, says) in [
        ("Status<enter>+ mål", "begynd med en overskrift"),
        ("# Status<enter>+ vejret", "ukendt afsnit efter +"),
        ("# Status<enter># status", "kun én gang"),
        ("# Status<enter>+ mål<enter># Mål<enter>+ mål", "kun én gang"),
    ] {
        let mut program = template();
        program.keys("<ctrl-a>").keys(typed).keys("<ctrl-s>");
        assert!(program.shows(says), "{typed}: {}", program.screen());
    }
    // An empty template is the usual one again.
    let mut program = template();
    program.keys("<ctrl-a># Kort<ctrl-s><f3>").keys(&"<down>".repeat(21)).keys("<enter>");
    assert!(program.shows("# Kort"), "{}", program.screen());
    program.keys("<ctrl-a><backspace><ctrl-s><f3>").keys(&"<down>".repeat(21)).keys("<enter>");
    assert!(program.shows("# Status"), "{}", program.screen());
}
