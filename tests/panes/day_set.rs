//! Another day than the machine's is taken for today (`--today`): signatures, steps and the history carry the machine's
//! clock, and both days stand on the record and on the screen.

use chrono::NaiveDateTime;
use trivsel_domain::record::{Priority, Standing};
use trivsel_domain::value::{Moment, Stage};
use trivsel_tui::clock::Clock;
use trivsel_words::Lang;

use crate::harness::house::{self, SIXTEEN};
use crate::harness::{Program, Start, date};

/// What the machine's clock says.
fn machine() -> NaiveDateTime {
    date(2026, 11, 26).and_hms_opt(10, 15, 0).unwrap()
}

/// A program on which a day is taken for today while the machine's clock says 26 November.
fn set_to(present: NaiveDateTime, lang: Lang, size: (u16, u16)) -> Program {
    let clock = Clock::at(present).with_machine_at(machine());
    let start = Start { now: present, clock: Some(clock), lang, size, ..Start::default() };
    start.on(house::of(&SIXTEEN[..4]))
}

fn in_september() -> NaiveDateTime {
    date(2026, 9, 1).and_hms_opt(9, 0, 0).unwrap()
}

/// The moments of the changes of the last step of Alma's case.
fn traced(program: &mut Program) -> Vec<Moment> {
    let traces = program.performer.house().history_of_case(house::ALMA, 100).unwrap();
    let last = traces.first().map(|t| t.number);
    traces.into_iter().filter(|t| Some(t.number) == last).map(|t| t.at).collect()
}

#[test]
fn a_signature_of_a_day_that_was_set_carries_the_machines_clock_and_says_both() {
    let mut program = set_to(in_september(), Lang::Da, (80, 24));
    assert!(program.shows("DAGEN ER SAT TIL 1. sep · uret viser 26. nov"), "{}", program.screen());
    program.keys("n<enter><enter>Alma kom selv<ctrl-s><ctrl-o>");
    let signed = Moment::stored(machine(), Some(date(2026, 9, 1)));
    let talks = program.performer.house().records().unwrap().talks;
    let talk = talks.iter().find(|t| t.text.as_str() == "Alma kom selv").unwrap();
    assert_eq!((talk.signed_at, talk.date), (Some(signed), date(2026, 9, 1)));
    assert!(traced(&mut program).iter().all(|at| *at == signed));
    assert!(!traced(&mut program).is_empty());
    program.keys("3");
    program.keys("<down><enter>");
    let told = "Underskrevet af Maja Krog 26. nov 2026 (dagen var sat til 1. sep 2026)";
    assert!(program.screen().replace("\n", " ").contains(told), "{}", program.screen());
    // An addition is stamped in the same way, and both are found.
    program.keys("<esc>tHun blev hele dagen<ctrl-s><ctrl-o>");
    let records = program.performer.house().records().unwrap();
    assert_eq!(records.addenda.iter().map(|a| a.at).collect::<Vec<_>>(), [signed], "{}", program.screen());
    program.keys("<ctrl-f>hele dagen<enter>");
    assert!(program.shows("blev"), "{}", program.screen());
    // The history of the case says so on the line and in full.
    program.keys("<esc><esc>1<enter><left>");
    assert!(program.line("Tilføjelse").contains("(dagen var sat til 1. sep 2026)"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("kl. 10.15 (dagen var sat til 1. sep 2026)"), "{}", program.screen());
}

#[test]
fn a_mark_of_a_day_that_was_set_says_so_in_the_history_of_the_day() {
    let mut program = set_to(in_september(), Lang::Da, (120, 40));
    program.keys("5t");
    let marked = Moment::stored(machine(), Some(date(2026, 9, 1)));
    assert_eq!(traced(&mut program), [marked]);
    program.keys("<up><enter>");
    assert!(program.shows("(dagen var sat til 1. sep 2026)"), "{}", program.screen());
}

#[test]
fn a_day_no_more_than_a_day_away_is_not_told() {
    for (present, told) in [
        (machine(), false),
        (machine() - chrono::TimeDelta::days(1), false),
        (machine() + chrono::TimeDelta::days(1), false),
        (machine() + chrono::TimeDelta::days(2), true),
        (machine() - chrono::TimeDelta::days(365), true),
    ] {
        let mut program = set_to(present, Lang::En, (80, 24));
        assert_eq!(program.shows("THE DAY IS SET TO"), told, "{present}: {}", program.screen());
    }
    let mut program = set_to(machine() - chrono::TimeDelta::days(365), Lang::En, (80, 24));
    assert!(
        program.shows("THE DAY IS SET TO 26 Nov 2025 · the clock says 26 Nov 2026"),
        "{}",
        program.screen()
    );
}

#[test]
fn a_step_on_a_day_that_was_set_says_both_days_and_is_annulled_as_one_of_today() {
    let waiting = house::changed(|records| {
        records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
        records.timetables.clear();
        records.talks.clear();
    });
    let clock = Clock::at(in_september()).with_machine_at(machine());
    let start = Start { now: in_september(), clock: Some(clock), ..Start::default() };
    let mut program = start.on(waiting);
    program.keys("v<enter><right><right>n<ctrl-s><ctrl-o>");
    let step = program.dossier(house::ALMA).case.moves.last().unwrap().clone();
    assert_eq!((step.to, step.on), (Stage::Admitted, date(2026, 9, 1)), "{}", program.screen());
    assert_eq!(step.at, Some(Moment::stored(machine(), Some(date(2026, 9, 1)))));
    program.keys("<left>");
    program.keys("<home><enter>");
    let told = "skrevet af MK 26. nov 2026 kl. 10.15 (dagen var sat til 1. sep 2026)";
    assert!(program.screen().replace('\n', " ").contains(told), "{}", program.screen());
    program.keys("<esc>aForkert barn<ctrl-s><ctrl-o>");
    let case = program.dossier(house::ALMA).case;
    assert_eq!(case.stage(), Stage::Waiting, "{}", program.screen());
    assert_eq!(case.corrections[0].at, step.at.unwrap());
}
