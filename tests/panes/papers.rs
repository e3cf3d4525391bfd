//! The documents of a case, written from its sheet: keys in, records out.

use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Change, DocumentKind, Edit, JointAnalysis, OpenTo, PlanDocument, Section, TalkKind,
};
use trivsel_domain::value::{AnalysisId, Coded, Cpr, DocumentId, Line, LongText, StaffId};
use trivsel_store::{Asker, House};
use trivsel_words::change::{self, Told};
use trivsel_words::{Lang, Words};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

/// From the caseload to a view of the first child's sheet.
fn sheet(view: usize) -> Program {
    sheet_on(Start::default(), view)
}

fn sheet_on(start: Start, view: usize) -> Program {
    let mut program = start.on(house::of(&house::SIXTEEN));
    program.keys("<enter>").keys(&"<right>".repeat(view));
    program
}

const NEXT: usize = 2;
const ANALYSIS: usize = 3;
const PAPERS: usize = 6;
const HISTORY: usize = 9;

#[test]
fn every_save_of_an_analysis_makes_a_new_version() {
    let mut program = sheet(ANALYSIS);
    program.keys("nGlad for dyr.<tab>Mor er alene.<tab>Skift i klassen.<tab>Ingen taler sammen.");
    assert_snapshot!("an_analysis_at_80", program.screen());
    program.keys("<ctrl-s>");
    let first = program.dossier(ALMA).analysis().unwrap().clone();
    assert_eq!((first.version, first.date), (1, date(2026, 11, 25)));
    assert_eq!(first.between.as_ref().unwrap().as_str(), "Ingen taler sammen.");
    assert_snapshot!("an_analysis_in_the_sheet", program.screen());
    program.keys("n Og heste.<ctrl-s>");
    let again = program.dossier(ALMA);
    assert_eq!(again.analyses[0], first, "somebody may have read it");
    let second = again.analysis().unwrap();
    assert_eq!((again.analyses.len(), second.version, second.date), (2, 2, first.date));
    assert_eq!(second.child.as_ref().unwrap().as_str(), "Glad for dyr. Og heste.");
    program.keys("n<ctrl-s>");
    assert!(program.shows("intet er ændret"), "{}", program.screen());
    program.keys("<esc><ctrl-z>");
    assert_eq!(program.dossier(ALMA).analyses, [first], "{}", program.screen());
}

#[test]
fn an_analysis_on_the_smallest_screen() {
    let mut program = sheet_on(Start::sized(60, 16), ANALYSIS);
    program.keys("nGlad for dyr.<tab>Mor er alene.<tab>");
    assert_snapshot!(program.screen());
}

#[test]
fn an_analysis_of_another_day_becomes_the_next_version() {
    let mut house = house::of(&house::SIXTEEN);
    let case = house.cases().unwrap().remove(0).id;
    let first = JointAnalysis {
        id: AnalysisId::from_u128(7),
        case,
        version: 1,
        date: date(2026, 11, 24),
        author: StaffId::from_u128(1),
        child: LongText::new("Glad for dyr.").ok(),
        family: None,
        school: None,
        between: None,
    };
    let asker = Asker::new(StaffId::from_u128(1), morning());
    let change = Change::Analysis(Edit::create(first));
    house.perform(asker, &Action::Save(vec![change])).unwrap();
    let mut program = Start::default().on(house);
    program.keys("<enter>").keys(&"<right>".repeat(ANALYSIS));
    program.keys("n Og heste.<ctrl-s>");
    let versions: Vec<u32> = program.dossier(ALMA).analyses.iter().map(|a| a.version).collect();
    assert_eq!(versions, [1, 2], "{}", program.screen());
}

#[test]
fn a_phase_out_plan_is_written_signed_noted_and_followed_by_the_next() {
    let mut program = sheet(PAPERS);
    // The treatment plan comes first; the phase-out plan is on the second line.
    program.keys(
        "<down><enter><ctrl-a>Tilbage til 6.b.<tab><ctrl-a>Rolig start.<tab><ctrl-a>Mor følger.<tab>alm<enter>Lindeskolen<enter>",
    );
    program.keys("Besøg i klassen<enter><enter>1.12<enter><enter>");
    assert_snapshot!("a_plan_at_80", program.screen());
    program.keys("<ctrl-s>");
    let plan = program.dossier(ALMA).documents[0].clone();
    assert_eq!((plan.kind.code(), plan.version, plan.signed), ("phase-out", 1, None));
    assert_eq!(plan.destination.map(Coded::code), Some("general_school"));
    assert_eq!(plan.receiving.as_ref().unwrap().as_str(), "Lindeskolen");
    assert_eq!((plan.tasks.len(), plan.tasks[0].due), (1, date(2026, 12, 1)));
    assert_eq!(plan.sections.len(), 3);
    // Signing asks first.
    program.keys("u");
    assert_snapshot!("a_plan_to_sign", program.screen());
    // What is signed is only read: it is not selected, and a letter says so.
    assert!(program.turned_over().is_empty(), "{}", program.screen());
    for keys in ["x", "<backspace>", "<tab>x", "<backspace>", "<backtab>"] {
        program.keys(keys);
        assert!(program.shows("Feltet kan kun læses") && program.shows("Maja Krog"), "{}", program.screen());
    }
    program.keys("<ctrl-s>");
    assert!(
        program.shows("Udslusningsplan, version 1, Alma Holm, onsdag 25. november"),
        "{}",
        program.screen()
    );
    assert!(program.dossier(ALMA).documents[0].signed.is_none());
    program.keys("<ctrl-o>");
    assert!(program.dossier(ALMA).documents[0].signed.is_some(), "{}", program.screen());
    // Progress is noted in the signed plan.
    program.keys("n<tab><tab><tab><tab><tab><tab><tab><tab>i dag<ctrl-s>");
    let noted = program.dossier(ALMA);
    assert_eq!(noted.documents.len(), 1, "{}", program.screen());
    assert_eq!(noted.documents[0].tasks[0].done, Some(date(2026, 11, 25)));
    // Any other edit starts the next version with the previous text.
    program.keys("n Fra januar.<ctrl-s>");
    let next = program.dossier(ALMA);
    assert_eq!(next.documents.iter().map(|d| d.version).collect::<Vec<_>>(), [1, 2], "{}", program.screen());
    let text = next.documents[1].sections[0].text.as_ref().unwrap().as_str();
    assert_eq!(text, "Tilbage til 6.b. Fra januar.");
    assert_eq!(next.documents[1].tasks, next.documents[0].tasks);
}

/// A house in which Alma has a signed treatment plan with a section of the house's own in the middle.
fn with_a_signed_plan() -> House {
    let mut house = house::of(&house::SIXTEEN);
    let section =
        |heading: &str, text: &str| Section::new(Line::new(heading).unwrap(), LongText::new(text).ok());
    let plan = PlanDocument {
        id: DocumentId::from_u128(70),
        case: ALMA,
        kind: DocumentKind::Treatment,
        version: 1,
        sections: vec![
            section("Baggrund", "Væk siden påske."),
            section("Aftaler med familien", "Opkald om fredagen."),
            section("Indsats", &"Samtale hver uge.\n".repeat(30)),
        ],
        tasks: Vec::new(),
        figures: Vec::new(),
        chosen: Vec::new(),
        destination: None,
        receiving: None,
        author: StaffId::from_u128(1),
        written_on: date(2026, 11, 20),
        signed: None,
    };
    let asker = Asker::new(StaffId::from_u128(1), morning());
    house.perform(asker, &Action::Save(vec![Change::Document(Edit::create(plan.clone()))])).unwrap();
    house.perform(asker, &Action::SignDocument { case: ALMA, document: plan.id }).unwrap();
    house
}

#[test]
fn enter_reads_a_signed_document_and_n_continues_it_with_every_section_in_its_place() {
    let mut program = Start::default().on(with_a_signed_plan());
    program.keys("<enter>").keys(&"<right>".repeat(PAPERS)).keys("<enter>");
    assert_snapshot!("a_signed_plan_to_read", program.screen());
    program.keys("<pgdn><pgdn><end>");
    assert!(!program.shows("Væk siden påske."), "{}", program.screen());
    program.keys("n");
    assert_snapshot!("the_next_version_of_a_plan", program.screen());
    program.keys("<esc>n Og sommeren.<ctrl-s>");
    let next = program.dossier(ALMA).documents[1].clone();
    let headings: Vec<&str> = next.sections.iter().map(|s| s.heading.as_str()).collect();
    assert_eq!(headings, ["Baggrund", "Aftaler med familien", "Indsats"]);
    assert_eq!(next.sections[0].text.as_ref().unwrap().as_str(), "Væk siden påske. Og sommeren.");
    // The earlier version is read too.
    program.keys("<down><enter>");
    assert!(
        program.shows("Underskrevet af Maja Krog") && program.shows("Væk siden påske."),
        "{}",
        program.screen()
    );
}

#[test]
fn enter_on_the_time_line_opens_the_thing_itself() {
    let mut program = Start::default().on(with_a_signed_plan());
    program.keys("<enter><right>");
    let opened = |program: &mut Program, row: &str| {
        program.keys("<home>");
        while !program.turned_over().iter().any(|line| line.contains(row)) {
            program.keys("<down>");
        }
        program.keys("<enter>");
        let screen = program.screen();
        program.keys("<esc>");
        assert!(program.shows("Tidslinje"), "{}", program.screen());
        screen
    };
    assert!(opened(&mut program, "Behandlingsplan").contains("Aftaler med familien"));
    assert!(opened(&mut program, "Forældresamtale").contains("Vi prøver kl. 8.15."));
}

#[test]
fn emptying_a_step_removes_no_other() {
    let mut program = sheet(PAPERS);
    program.keys("<enter>Baggrund<tab><tab><tab><tab>Ring til mor<enter><enter>1.12<enter>");
    program.keys("Besøg<enter><enter>2.12<enter>Møde<enter><enter>3.12");
    program.keys(&"<backtab>".repeat(8));
    program.keys("<ctrl-u>");
    assert!(program.shows("Besøg") && program.shows("Møde"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let tasks = program.dossier(ALMA).documents[0].tasks.clone();
    assert_eq!(tasks.iter().map(|s| s.what.as_str()).collect::<Vec<_>>(), ["Besøg", "Møde"]);
}

#[test]
fn a_status_letter_starts_with_the_signed_text() {
    let mut program = sheet(PAPERS);
    program.keys("<down><down><down><enter>");
    assert_snapshot!(program.screen());
}

#[test]
fn an_empty_document_is_not_saved() {
    let mut program = sheet(PAPERS);
    program.keys("<enter>").keys(&"<ctrl-a><backspace><tab>".repeat(4)).keys("<ctrl-s>");
    assert!(program.shows("Der står ikke noget endnu"), "{}", program.screen());
    assert!(program.model.form().is_some() && program.dossier(ALMA).documents.is_empty());
}

#[test]
fn the_day_of_a_step_next_year_stands_apart_from_who_takes_it() {
    let mut program = sheet(PAPERS);
    program.keys("<enter>Baggrund<tab><tab><tab><tab>Ring til mor<enter>MK<enter>19.1.2027<ctrl-s>");
    assert!(program.shows("19. jan 2027 MK"), "{}", program.screen());
}

#[test]
fn an_error_in_a_step_is_shown_beside_it() {
    let mut program = sheet(PAPERS);
    program.keys("<enter>Baggrund<tab><tab><tab><tab>Ring til mor<enter><enter>snart<ctrl-s>");
    assert!(program.shows("Kan ikke gemmes"), "{}", program.screen());
    assert!(program.line("Hvornår").contains("snart"));
    assert!(program.dossier(ALMA).documents.is_empty());
}

#[test]
fn booking_an_appointment_shows_what_else_is_on() {
    let mut program = sheet(NEXT);
    trivsel_tui::layers::form::of(
        &mut program.model,
        trivsel_tui::forms::case::BookForm(Some(TalkKind::Parent)),
    );
    program.keys("ons<enter>13<enter>");
    assert_snapshot!(program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Dobbelt booket: MK: "), "{}", program.screen());
    program.keys("<ctrl-o>");
    let booked = program.dossier(ALMA).appointments;
    let parent = booked.iter().find(|a| a.kind == Some(TalkKind::Parent)).unwrap();
    assert_eq!(parent.title.as_str(), "Forældresamtale Alma");
    assert_eq!(parent.hours.unwrap().minutes(), 50);
    assert_eq!(parent.staff.len(), 1);
}

#[test]
fn booking_staff_who_are_with_another_child_is_asked_about() {
    let booked = |program: &mut Program| {
        let today = date(2026, 11, 25);
        program.performer.house().appointments(today, today).unwrap().len()
    };
    let mut program = Program::usual();
    let before = booked(&mut program);
    program.keys("1<home><down><enter>");
    trivsel_tui::layers::form::of(
        &mut program.model,
        trivsel_tui::forms::case::BookForm(Some(TalkKind::Parent)),
    );
    program.keys("ons<enter>13.30<enter><ctrl-s>");
    assert!(program.shows("Dobbelt booket: MK: Forældresamtale · Alma 13–13.50"), "{}", program.screen());
    assert_eq!(booked(&mut program), before);
    // Esc goes back to the form, which is saved at another time without a question.
    program.keys("<esc><backtab><ctrl-u>13.50<ctrl-s>");
    assert!(program.model.form().is_none(), "{}", program.screen());
    assert_eq!(booked(&mut program), before + 1);
}

#[test]
fn the_teaching_plan_continues_from_a_day() {
    let mut program = sheet(NEXT);
    trivsel_tui::layers::form::of(&mut program.model, trivsel_tui::forms::case::TeachingForm);
    assert_snapshot!("teaching_at_80", program.screen());
    program.keys("<enter><enter><enter>Læser en side<enter><backspace>4<ctrl-s>");
    let plans = program.dossier(ALMA).teaching;
    assert_eq!(plans.len(), 2, "{}", program.screen());
    let danish = &plans[1].subjects()[0];
    assert_eq!((danish.lessons, danish.goal.as_ref().unwrap().as_str()), (4, "Læser en side"));
    assert_eq!(plans[1].from(), date(2026, 11, 25));
    // An edit on the same day changes the version, and undo reverses it.
    trivsel_tui::layers::form::of(&mut program.model, trivsel_tui::forms::case::TeachingForm);
    program.keys("<enter><enter><enter><enter><backspace>5<ctrl-s>");
    let plans = program.dossier(ALMA).teaching;
    assert_eq!((plans.len(), plans[1].subjects()[0].lessons), (2, 5), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert_eq!(program.dossier(ALMA).teaching[1].subjects()[0].lessons, 4);
}

#[test]
fn the_history_shows_every_change() {
    let mut program = sheet(ANALYSIS);
    program.keys("nGlad for dyr.<ctrl-s>").keys("n Og heste.<ctrl-s>");
    program.keys(&"<right>".repeat(HISTORY - ANALYSIS));
    assert_snapshot!("the_history_at_80", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Barnet: Glad for dyr. Og heste."), "{}", program.screen());
}

#[test]
fn a_colleagues_text_is_not_overwritten() {
    let mut program = sheet(ANALYSIS);
    program.keys("nGlad for dyr.<ctrl-s>n Og heste.");
    let old = program.dossier(ALMA).analyses.remove(0);
    let id = AnalysisId::from_u128(7);
    let new = JointAnalysis { id, version: 2, family: LongText::new("Mor er alene.").ok(), ..old };
    let change = Change::Analysis(Edit::create(new));
    let asker = Asker::new(StaffId::from_u128(2), morning());
    program.performer.house().perform(asker, &Action::Save(vec![change])).unwrap();
    program.keys("<ctrl-s>");
    let stands = program.dossier(ALMA).analyses.remove(1);
    assert_eq!(stands.family.unwrap().as_str(), "Mor er alene.", "{}", program.screen());
    assert!(program.shows("Og heste."), "{}", program.screen());
}

#[test]
fn the_history_shows_no_restricted_note_and_no_cpr_number() {
    let mut records = house::records(&house::SIXTEEN[..2]);
    records.talks[0].open_to = OpenTo::Only(vec![]);
    records.children[0].cpr = Cpr::new("040313-1234").ok();
    let mut made =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &house::founding(), morning()).unwrap();
    let asker = Asker::new(StaffId::from_u128(1), morning());
    made.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    let case = made.cases().unwrap()[0].id;
    let words = Words::new(Lang::Da);
    let traces = made.history_of_case(case, 500).unwrap();
    let told: Vec<Told> = traces.iter().map(|t| change::told(&words, &[], &t.change)).collect();
    let all = told.iter().map(|t| format!("{} {}", t.title, t.parts.join(" "))).collect::<Vec<_>>().join(" ");
    assert!(!all.contains("Samtale") && !all.contains("Mor fortæller"), "{all}");
    assert!(all.contains("CPR-nummer: ••••••-••••") && !all.contains("1234"), "{all}");
    assert!(all.contains("man 8.30–12.00") || all.contains("man 8.30–12"), "{all}");
    assert_eq!(made.history_of_case(case, 2).unwrap().len(), 2);
}

#[test]
fn the_columns_stay_when_one_document_is_signed() {
    for width in [80, 120] {
        let mut program = sheet_on(Start::sized(width, 30), PAPERS);
        let at = |program: &mut Program, name: &str, state: &str| {
            let line = program.line(name);
            let before = line.split_once(state).unwrap_or_else(|| panic!("no {state} in {line}")).0;
            trivsel_words::text::columns(before)
        };
        let unwritten = at(&mut program, "Plan for efter grundskolen", "ikke skrevet endnu");
        program.keys("nDet, vi vil.<ctrl-s>");
        assert_eq!(at(&mut program, "Behandlingsplan", "ikke underskrevet"), unwritten);
        program.keys("u<ctrl-s><ctrl-o>");
        assert_eq!(at(&mut program, "Behandlingsplan", "underskrevet MK 25. nov 2026"), unwritten);
        assert_eq!(at(&mut program, "Plan for efter grundskolen", "ikke skrevet endnu"), unwritten);
    }
}
