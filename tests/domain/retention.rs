//! From which day children may be erased, and what a leader and everybody are told of the house itself.

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, Reason, Retained};
use trivsel_domain::record::{
    Case, Closing, Edit, HouseSettings, Outcome, ProgrammeYears, Retention, Standing, Stay,
};
use trivsel_domain::rules::retention::{Kept, after_years, erasable_from, past_retention};
use trivsel_domain::rules::today::{Backups, DayFacts, Task, agenda};
use trivsel_domain::value::{ChildId, ErasureId, Interval, Line, ProgrammeCode, SeatNumber};

use super::facts::{COLLEAGUE, House, calendar, date};

fn kept(child: u128, programme: &str, ended: Option<NaiveDate>) -> Kept {
    let programme = ProgrammeCode::new(programme).unwrap();
    Kept { child: ChildId::from_u128(child), programme, ended }
}

#[test]
fn the_years_are_whole_years() {
    for (ended, years, from) in [
        (date(2026, 10, 20), 5, date(2031, 10, 20)),
        (date(2026, 10, 20), 1, date(2027, 10, 20)),
        // 2033 has no 29 February: five whole years have passed on 1 March.
        (date(2028, 2, 29), 5, date(2033, 3, 1)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2026, 12, 31), 10, date(2036, 12, 31)),
    ] {
        assert_eq!(after_years(ended, years), from, "{ended} and {years} years");
    }
}

#[test]
fn a_child_is_kept_until_the_years_after_each_of_its_cases_have_passed() {
    let seven = ProgrammeYears {
        programme: ProgrammeCode::new("trivsel").unwrap(),
        years: Interval::new(7).unwrap(),
    };
    let retention = Retention { years: vec![seven], municipal: false };
    let first = kept(1, "trivsel", Some(date(2018, 6, 29)));
    let second = kept(1, "skolefravaer", Some(date(2019, 10, 18)));
    assert_eq!(erasable_from([&first], &retention), Some(date(2025, 6, 29)));
    assert_eq!(erasable_from([&second], &retention), Some(date(2024, 10, 18)));
    assert_eq!(erasable_from([&first, &second], &retention), Some(date(2025, 6, 29)));
    assert_eq!(erasable_from([&first, &kept(1, "trivsel", None)], &retention), None);
    assert_eq!(erasable_from([], &retention), None);
    let other = kept(2, "trivsel", Some(date(2017, 1, 2)));
    let all = [first, second, other, kept(3, "trivsel", None)];
    let ids =
        |on| past_retention(&all, &retention, on).into_iter().map(|(_, c)| c.as_u128()).collect::<Vec<_>>();
    assert_eq!(ids(date(2024, 1, 1)), [0; 0]);
    assert_eq!(ids(date(2025, 6, 28)), [2]);
    assert_eq!(ids(date(2025, 6, 29)), [2, 1]);
}

/// A house whose first child left its seat on a day.
fn closed(on: NaiveDate) -> House {
    let (mut house, _) = House::with_child(8);
    let stay = Stay { seat: SeatNumber::new(1).unwrap(), from: date(2020, 8, 10) };
    let closing = Closing { on, outcome: Outcome::GeneralSchool, place: None };
    let case = &mut house.records.cases[0];
    *case = Case { standing: Standing::Closed { stay, closing }, ..case.clone() };
    house
}

fn erase() -> Action {
    Action::Erase {
        id: ErasureId::from_u128(9),
        children: vec![ChildId::from_u128(1)],
        reason: Line::new("Tiden er gået").unwrap(),
    }
}

#[test]
fn too_early_is_refused_with_the_day_from_which_it_may_be() {
    let mut house = closed(date(2026, 10, 20));
    house.today = date(2031, 10, 19);
    let name = house.records.children[0].name.clone();
    let early = Reason::Retained(Retained::TooEarly { child: name, from: date(2031, 10, 20) });
    assert_eq!(house.decide(&erase()).unwrap_err(), core::slice::from_ref(&early));
    house.asker = COLLEAGUE;
    let both = house.decide(&erase()).unwrap_err();
    assert!(matches!(both.as_slice(), [Reason::OnlyLeaders(_), last] if *last == early), "{both:?}");
    house.asker = super::facts::ASKER;
    house.today = date(2031, 10, 20);
    house.act(&erase()).unwrap();
    let erasure = &house.records.erasures[0];
    assert_eq!((erasure.cases, erasure.children.as_slice()), (1, [ChildId::from_u128(1)].as_slice()));
}

#[test]
fn only_a_leader_changes_how_long_records_are_kept() {
    let mut house = House::new();
    let retention = Retention { municipal: true, ..Retention::default() };
    let settle = |house: &House| Action::Settle {
        seen: house.records.settings.first().cloned().map(Box::new),
        new: Box::new(HouseSettings { retention: retention.clone(), ..HouseSettings::default() }),
    };
    house.asker = COLLEAGUE;
    let refused = house.decide(&settle(&house)).unwrap_err();
    assert!(matches!(refused.as_slice(), [Reason::OnlyLeaders(_)]), "{refused:?}");
    house.asker = super::facts::ASKER;
    house.act(&settle(&house)).unwrap();
    // Another list is still everybody's.
    house.asker = COLLEAGUE;
    let seen = house.records.settings.first().cloned().unwrap();
    let new =
        HouseSettings { themes: vec![trivsel_domain::value::Tag::new("søvn").unwrap()], ..seen.clone() };
    house.act(&Action::Settle { seen: Some(Box::new(seen)), new: Box::new(new) }).unwrap();
}

#[test]
fn a_decision_of_an_archive_is_a_leaders_to_record() {
    let mut house = House::new();
    let decision = |on, ended_until, by| trivsel_domain::record::ArchiveDecision {
        id: trivsel_domain::value::ArchiveDecisionId::from_u128(1),
        archive: Line::new("Stadsarkivet").unwrap(),
        what: Line::new("Må kasseres").unwrap(),
        on,
        ended_until,
        by,
    };
    let save = |decision| Action::Save(vec![Edit::create(decision).into()]);
    let (ahead, on) = (date(2026, 12, 1), date(2026, 11, 3));
    let wrong = house.decide(&save(decision(ahead, date(2026, 12, 2), COLLEAGUE))).unwrap_err();
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    house.act(&save(decision(on, date(2019, 12, 31), house.asker))).unwrap();
    house.act(&Action::Undo).unwrap();
    assert_eq!(house.records.archive_decisions, []);
}

#[test]
fn a_leader_is_told_who_is_past_retention_and_everybody_when_the_last_backup_is_old() {
    let today = date(2026, 11, 25);
    let tasks = |facts: &DayFacts| -> Vec<Task> {
        agenda(facts, &calendar(), today).into_iter().map(|item| item.task).collect()
    };
    let founded = date(2026, 8, 10);
    let backups = |last| DayFacts { backups: Some(Backups { last, founded }), ..DayFacts::default() };
    assert_eq!(tasks(&DayFacts::default()), []);
    assert_eq!(tasks(&backups(Some(date(2026, 11, 18)))), [], "a week ago is not over a week ago");
    let old = Some(date(2026, 11, 17));
    assert_eq!(tasks(&backups(old)), [Task::Backup { last: old }]);
    assert_eq!(tasks(&backups(None)), [Task::Backup { last: None }]);
    let new = Backups { last: None, founded: date(2026, 11, 20) };
    assert_eq!(tasks(&DayFacts { backups: Some(new), ..DayFacts::default() }), [], "a new house has time");
    let children = vec![ChildId::from_u128(3)];
    let facts = DayFacts { past_retention: children.clone(), ..DayFacts::default() };
    assert_eq!(tasks(&facts), [Task::PastRetention { children }]);
}
