//! A step annulled and a date corrected from the sheet: keys in, records and screens out.

use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{CaseDate, Priority, Standing};
use trivsel_domain::rules::steps::{StepOrder, StepTo};
use trivsel_domain::value::{Line, StaffId, Stage};
use trivsel_store::{Asker, House};

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date, morning};

const NEXT: &str = "<enter><right><right>";

fn waiting() -> House {
    house::changed(|records| {
        records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
        records.timetables.clear();
        records.talks.clear();
    })
}

/// The program on the sheet of Alma, who was admitted a moment ago.
fn admitted() -> Program {
    let mut program = Start::default().on(waiting());
    // The waiting children are behind a filter of the list.
    program.keys("v").keys(NEXT).keys("n<ctrl-s><ctrl-o>");
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Admitted, "{}", program.screen());
    program
}

#[test]
fn an_admission_by_mistake_is_annulled_from_the_sheet_with_a_reason() {
    let mut program = admitted();
    assert!(program.shows("a: annullér trinnet Visiteret (25. nov 2026)"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("Tryk a på sagens ark"), "{}", program.screen());
    program.keys("a<ctrl-s>");
    assert_snapshot!("annulling_without_a_reason", program.screen());
    assert!(!program.shows("Annullér trinnet?"));
    program.keys("Forkert barn<ctrl-s>");
    let question = "Annullér trinnet? Alma Holm går tilbage fra Visiteret";
    assert!(program.shows(question), "{}", program.screen());
    program.keys("<ctrl-o>");
    let case = program.dossier(ALMA).case;
    let Standing::Waiting { priority: Priority::Urgent, .. } = case.standing else {
        panic!("{}", program.screen());
    };
    assert!(
        program.shows("Trinnet Visiteret er annulleret. Alma Holm står igen i Venteliste"),
        "{}",
        program.screen()
    );
    // The reason stays on the time line and in the history.
    program.keys("<left>");
    assert_snapshot!("an_annulled_step_on_the_time_line", program.screen());
    program.keys("<left><left><enter>");
    assert_snapshot!("an_annulled_step_in_the_history", program.screen());
}

#[test]
fn a_step_that_work_rests_on_is_not_annulled() {
    let mut program = admitted();
    program.keys("<esc>5");
    program.keys("t");
    program.keys("1");
    let (of, step) = (CaseDate::Admission, program.dossier(ALMA).case.date(CaseDate::Admission));
    assert_eq!((of, step), (CaseDate::Admission, Some(morning().date())));
    program.keys("<enter>aForkert barn<ctrl-s><ctrl-o>");
    assert!(
        program.shows("Der står fremmøde på 1 dag siden visitationen: 25. nov 2026"),
        "{}",
        program.screen()
    );
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Admitted);
}

#[test]
fn a_colleague_can_not_annul_the_step_and_is_told_who_can() {
    let mut made = waiting();
    let asker = Asker::new(StaffId::from_u128(1), morning());
    let order = StepOrder {
        case: ALMA,
        from: Stage::Waiting,
        to: StepTo::Admitted,
        on: morning().date(),
        waive: vec![],
        reason: None,
    };
    made.perform(asker, &Action::Step(Box::new(order))).unwrap();
    let lise = made.staff().unwrap().remove(1);
    let mut program = Start::default().on_as(made, lise);
    program.keys(NEXT);
    assert!(!program.shows("annullér trinnet"), "{}", program.screen());
    program.keys("aForkert barn<ctrl-s><ctrl-o>");
    assert!(program.shows("Maja Krog har taget trinnet"), "{}", program.screen());
}

#[test]
fn a_wrong_admission_date_is_corrected_with_a_reason() {
    let mut program = Program::usual();
    program.keys(NEXT).keys("r");
    assert_snapshot!("which_date_to_correct", program.screen());
    program.keys("v<enter>1.5.2026<ctrl-s>");
    assert!(program.shows("for tidligt. Vælg"), "{}", program.screen());
    program.keys("<ctrl-u>3.12.2026");
    assert!(program.shows("for langt frem"), "{}", program.screen());
    let was = program.dossier(ALMA).case.stay().unwrap().from;
    program.keys("<ctrl-u>12.8.2026<enter>Skrevet forkert<ctrl-s>");
    let after = program.dossier(ALMA).case;
    assert_eq!(after.stay().unwrap().from, date(2026, 8, 12), "{}", program.screen());
    assert_ne!(after.stay().unwrap().from, was);
    assert_eq!(after.corrections[0].reason, Line::new("Skrevet forkert").unwrap());
    assert!(program.shows("Dato rettet: Alma Holm, Visiteret 12. aug 2026"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("Tryk r på sagens ark"), "{}", program.screen());
    program.keys("<left>");
    assert!(program.shows("Visiteret 10. aug 2026 → 12. aug 2026"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Skrevet forkert"), "{}", program.screen());
}

#[test]
fn a_case_that_was_entered_by_mistake_is_removed_after_a_question_and_comes_back() {
    let mut program = Start::default().on(waiting());
    program.keys("v").keys(NEXT).keys("<del>");
    assert!(program.shows("Fjern sagen? Alma Holm"), "{}", program.screen());
    program.keys("x");
    assert!(!program.shows("Fjern sagen?"), "another key does not answer yes: {}", program.screen());
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Waiting);
    program.keys("<del><ctrl-o>");
    assert!(program.shows("Sagen er fjernet: Alma Holm."), "{}", program.screen());
    assert!(!program.shows("Næste trin"), "the sheet is closed: {}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("Fortrudt: Sagen: Alma Holm."), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Waiting);
    // A child with a seat is not removed.
    let mut program = Program::usual();
    program.keys(NEXT).keys("<del>");
    assert!(program.shows("Sagen har haft en plads"), "{}", program.screen());
}
