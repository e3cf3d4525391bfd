//! A mark, a timetable or a closure is corrected far back: every figure drawn from it is new in the next frame.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule, Day, DayPlan, Edit, Records, Timetable};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{ClosureId, Line, Mark, TimetableId};
use trivsel_store::Asker;

use crate::harness::house::{self, ALMA, kid};
use crate::harness::{Program, Start, date, morning};

/// Alma, present on every day of the course until yesterday, but for five unlawful days in October and November.
fn records() -> Records {
    let mut records = house::records(&[kid("Alma Holm", 6), kid("Søren Ægård Åse", 8)]);
    let calendar = Calendar::new(records.closures.clone());
    let days: Vec<_> = calendar.school_days(date(2026, 8, 10), date(2026, 11, 24)).collect();
    for on in days {
        let away = [(10, 6), (10, 7), (10, 8), (10, 9), (11, 3)].map(|(m, d)| date(2026, m, d)).contains(&on);
        let first = Some(if away { Mark::Unlawful } else { Mark::Present });
        records.days.push(Day { first, ..Day::blank(ALMA, on) });
    }
    records
}

fn program() -> Program {
    Start::sized(120, 40).on(house::with(records()))
}

/// What every place shows of Alma now: its lines, each reached by the keys that a user presses, with nothing read again
/// in between but what those keys read.
fn told(program: &mut Program) -> Vec<(&'static str, String)> {
    let mut told = Vec::new();
    let mut look = |program: &mut Program, place, keys: &str, line: &str| {
        program.keys(keys);
        let screen = program.screen();
        let found = screen.lines().find(|l| l.contains(line)).unwrap_or_default();
        // What stands beside the line belongs to another place.
        told.push((place, found.split('│').next().unwrap_or_default().trim_end().to_owned()));
    };
    look(program, "the caseload's row", "<esc>1<home>", "Alma Holm");
    look(program, "the register's row", "5iA", "A Alma Holm");
    look(program, "the map of the child", "vvv", "registrerede dage, 1. aug");
    look(program, "its hours", "", "Tid ");
    look(program, "its missing days", "", "Dage uden registrering");
    look(program, "its Fridays", "", " fre ");
    look(program, "its weeks", "vg9.10.2026<enter>", "► uge 41");
    look(program, "the map of the house", "v", "1. aug–25. nov 2026: ");
    look(program, "the day of the house", "", " fre ");
    look(program, "the gate", "4", "Flere fag");
    // Back to the register's first view.
    program.keys("5v");
    let missing = |place: &str| place != "its missing days";
    assert!(told.iter().all(|(place, line)| !missing(place) || !line.is_empty()), "{told:#?}");
    told
}

/// The places whose line is no longer the same.
fn changed(before: &[(&'static str, String)], after: &[(&'static str, String)]) -> Vec<&'static str> {
    before.iter().zip(after).filter(|(b, a)| b.1 != a.1).map(|(b, _)| b.0).collect()
}

#[test]
fn a_mark_of_october_is_corrected() {
    let mut program = program();
    let before = told(&mut program);
    program.keys("5g9.10.2026<enter>At");
    assert_eq!(program.on_record("Alma Holm", date(2026, 10, 9)).as_deref(), Some("present/·"));
    let after = told(&mut program);
    let expected = [
        "the caseload's row",
        "the map of the child",
        "its hours",
        "its missing days",
        "its Fridays",
        "its weeks",
        "the map of the house",
        "the day of the house",
        "the gate",
    ];
    // The share of thirty days ends after October.
    assert_eq!(changed(&before, &after), expected, "{before:#?}\n{after:#?}");
    let after: std::collections::BTreeMap<_, _> = after.into_iter().collect();
    assert!(after["its weeks"].contains("7 af 17,5 t · 2 af 5 dage"), "{after:#?}");
    assert!(after["the caseload's row"].contains("7 % i går"), "{after:#?}");
    program.keys("<ctrl-z>");
    assert_eq!(changed(&before, &told(&mut program)), [""; 0]);
}

#[test]
fn a_timetable_that_began_in_august_is_corrected() {
    let mut program = program();
    let before = told(&mut program);
    // From the first day of the course on Fridays were off.
    let old = program.performer.house().timetables(ALMA).unwrap().remove(0);
    let mut new: Timetable = old.clone();
    new.days[4] = DayPlan::Off;
    save(&mut program, Edit::new(Some(old), Some(new)).unwrap().into());
    let after = told(&mut program);
    for place in [
        "the caseload's row",
        "the register's row",
        "the map of the child",
        "its hours",
        "its Fridays",
        "its weeks",
    ] {
        assert!(changed(&before, &after).contains(&place), "{place}\n{before:#?}\n{after:#?}");
    }
    for place in ["the map of the house", "the day of the house", "the gate"] {
        assert!(changed(&before, &after).contains(&place), "{place}\n{before:#?}\n{after:#?}");
    }
    let after: std::collections::BTreeMap<_, _> = after.into_iter().collect();
    assert!(after["its weeks"].contains("3,5 af 14 t · 1 af 4 dage"), "{after:#?}");
    // A version in between changes the days from then on alone.
    let monday = program.performer.house().timetables(ALMA).unwrap().remove(0).days[0].clone();
    let between = Timetable {
        id: TimetableId::from_u128(4000),
        case: ALMA,
        from: date(2026, 10, 5),
        days: std::array::from_fn(|weekday| if weekday == 0 { monday.clone() } else { DayPlan::Off }),
    };
    save(&mut program, Edit::new(None, Some(between)).unwrap().into());
    let last: std::collections::BTreeMap<_, _> = told(&mut program).into_iter().collect();
    assert!(last["its weeks"].contains("3,5 af 3,5 t · 1 af 1 dage"), "{last:#?}");
    assert!(last["the register's row"].contains("100 %"), "{last:#?}");
}

#[test]
fn a_closure_of_october_is_entered() {
    // A day with marks can't be closed, so nobody took the register on it.
    let day = date(2026, 10, 9);
    let mut records = records();
    records.days.retain(|d| d.date != day);
    // With these, a school day less in the quarter makes a whole per cent more: 7 of 54, and 7 of 53.
    let more = [4, 5, 6].map(|d| date(2026, 11, d));
    for away in records.days.iter_mut().filter(|d| more.contains(&d.date)) {
        away.first = Some(Mark::Unlawful);
    }
    let mut program = Start::sized(120, 40).on(house::with(records));
    let before = told(&mut program);
    let closure = Closure {
        id: ClosureId::from_u128(5000),
        kind: ClosureKind::Local,
        name: Line::new("Strømsvigt").ok(),
        rule: ClosureRule::Dates { from: day, to: day },
    };
    save(&mut program, Edit::new(None, Some(closure.clone())).unwrap().into());
    let after = told(&mut program);
    let expected = [
        "the caseload's row",
        "its missing days",
        "its Fridays",
        "its weeks",
        "the day of the house",
        "the gate",
    ];
    assert_eq!(changed(&before, &after), expected, "{before:#?}\n{after:#?}");
    let after: std::collections::BTreeMap<_, _> = after.into_iter().collect();
    assert!(after["its weeks"].contains("3,5 af 14 t · 1 af 4 dage"), "{after:#?}");
    assert!(before.iter().any(|(_, line)| line.contains("12 % i går")), "{before:#?}");
    assert!(after["the caseload's row"].contains("13 % i går"), "{after:#?}");
    program.keys("5vvvg9.10.2026<enter>");
    assert!(program.shows("fre 9. okt · uge 41 · Strømsvigt"), "{}", program.screen());
    save(&mut program, Edit::new(Some(closure), None).unwrap().into());
    program.keys("<esc>");
    assert_eq!(changed(&before, &told(&mut program)), [""; 0]);
}

/// Saves a change as a colleague does, whose change the screen follows when nobody types.
fn save(program: &mut Program, change: trivsel_domain::record::Change) {
    let asker = Asker::new(trivsel_domain::value::StaffId::from_u128(2), morning());
    program.performer.house().perform(asker, &Action::Save(vec![change])).unwrap();
    program.send(trivsel_tui::message::Message::ChangedElsewhere);
}
