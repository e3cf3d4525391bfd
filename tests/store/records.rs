//! Restoring all records into another house, and the queries of the screens.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{
    Appointment, Day, DayPlan, Foretold, Records, Subject, SubjectPlan, TalkKind, TeachingPlan,
};
use trivsel_domain::value::{
    AppointmentId, CaseId, Hours, Line, Mark, SeatNorm, StaffId, TeachingPlanId, TimeOfDay,
};
use trivsel_store::{Founding, House, StoreError, TalkQuery};

use crate::store::service::{
    AEGIR, SOREN, at, case, case_id, closed, date, fill, founded, founding, person, profiles, reasons,
    reopen, seated, service_on_disk, soren, talk, timetable, today,
};

use crate::store::{Place, raw};

fn hours(from: u32, to: u32) -> Option<Hours> {
    let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    Hours::new(time(from), time(to)).ok()
}

fn appointment(n: u128, case: Option<u128>, on: &str, hours: Option<Hours>) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(6000 + n),
        date: date(on),
        hours,
        title: Line::new("Møde på Ærø").unwrap(),

        kind: None,
        case: case.map(case_id),
        staff: vec![SOREN, AEGIR],
        event: None,
        not_held: None,
        series: None,
    }
}

fn plan(n: u128, from: &str) -> TeachingPlan {
    let subject =
        |subject| SubjectPlan { level: Line::new("5. klasse").ok(), ..SubjectPlan::new(subject, 4) };
    let subjects = Subject::ALWAYS.into_iter().chain([Subject::Crafts]).map(subject).collect();
    TeachingPlan::new(TeachingPlanId::from_u128(n), case_id(1), date(from), Line::new("Ro på").ok(), subjects)
        .unwrap()
}

#[test]
fn a_name_from_before_is_read_as_it_is_seen() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let names = |house: &House| house.children().unwrap().into_iter().map(|c| c.name).collect::<Vec<_>>();
    let before = names(&reopen(&folder));
    // Versions before let through blanks without a width.
    raw(&folder).execute_batch("UPDATE child SET name = char(8203) || name || char(65279)").unwrap();
    assert_eq!(names(&reopen(&folder)), before);
}

#[test]
fn a_name_without_a_letter_from_before_is_read_exported_and_imported() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let mut house = reopen(&folder);
    let records = house.records().unwrap();
    let child = records.children[0].id;
    drop(house);
    // Versions before let through digits and signs; the history says what the row says.
    let database = raw(&folder);
    database
        .execute("UPDATE child SET name = '2013-04' WHERE id = ?1", [child.as_u128().to_be_bytes()])
        .unwrap();
    house = reopen(&folder);
    let read = house.child(child).unwrap().unwrap();
    assert_eq!(read.name.as_str(), "N.N. 2013-04");
    let text = trivsel_interchange::write_house(&house.records().unwrap()).unwrap();
    let back = trivsel_interchange::read_house(text.as_bytes(), &records.staff, &mut trivsel_store::mint);
    assert_eq!(back.unwrap().children[0].name.as_str(), "N.N. 2013-04");
    let bare = text.replace("N.N. 2013-04", "2013-04");
    let refused = trivsel_interchange::read_house(bare.as_bytes(), &records.staff, &mut trivsel_store::mint);
    assert!(format!("{:?}", refused.unwrap_err()).contains("children[0].name: contains no letter"));
}

/// A house with records of every type, in every standing.
fn full() -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    use trivsel_domain::record::{Priority, Standing};
    let waiting = Standing::Waiting { priority: Priority::Urgent, last_contact: Some(date("2026-11-01")) };
    let cases = vec![
        case(1, seated(1)),
        case(2, closed(2, "2026-10-01")),
        case(3, waiting),
        case(4, Standing::Referral),
        case(5, Standing::Declined { on: date("2026-09-09") }),
        case(6, seated(16)),
    ];
    fill(&mut house, cases, |records| {
        let expected = DayPlan::Expected { hours: hours(8, 14).map(Into::into), blocks: vec![] };
        let days = [expected, DayPlan::Off, DayPlan::Elsewhere, DayPlan::UNKNOWN, DayPlan::UNKNOWN];
        records.timetables =
            vec![timetable(2, 1, "2026-08-17", days.clone()), timetable(9, 1, "2026-10-19", days)];
        records.teaching = vec![plan(7, "2026-08-17"), plan(8, "2026-10-19")];
        records.appointments = vec![
            appointment(1, Some(1), "2026-11-26", hours(10, 11)),
            appointment(2, Some(1), "2026-11-26", hours(9, 10)),
            appointment(3, Some(1), "2026-11-24", None),
            appointment(4, None, "2026-11-26", None),
            appointment(5, Some(6), "2026-12-24", hours(9, 10)),
        ];
        records.talks = vec![
            talk(1, Some(1), "2026-11-03"),
            talk(2, Some(1), "2026-11-20"),
            talk(3, Some(1), "2026-11-10"),
            talk(4, Some(6), "2026-11-21"),
            talk(5, None, "2026-11-22"),
        ];
        let told_at = date("2026-11-24").and_hms_milli_opt(7, 0, 0, 250).unwrap();
        let foretold = Some(Foretold { cause: trivsel_domain::value::Absence::Sick, told_at });
        records.days = vec![
            Day { first: Some(Mark::Present), ..Day::blank(case_id(1), date("2026-11-23")) },
            Day { foretold, ..Day::blank(case_id(1), date("2026-11-24")) },
            Day { first: Some(Mark::Unlawful), ..Day::blank(case_id(6), date("2026-11-23")) },
        ];
    });
    house.verify().unwrap();
    house
}

#[test]
fn a_house_filled_from_anothers_records_has_the_same() {
    let one = full();
    let records = one.records().unwrap();
    assert_eq!((records.cases.len(), records.talks.len(), records.days.len()), (6, 5, 3));
    let mut two = House::in_memory(profiles(), &founding(), founded()).unwrap();
    two.perform(soren(), &Action::Restore(Box::new(records.clone()))).unwrap();
    assert_eq!(two.records().unwrap(), records);
    // The serialised export gives the same records.
    let text = serde_json::to_string(&records).unwrap();
    let read: Records = serde_json::from_str(&text).unwrap();
    let mut three = House::in_memory(profiles(), &founding(), founded()).unwrap();
    three.perform(soren(), &Action::Restore(Box::new(read))).unwrap();
    assert_eq!(three.records().unwrap(), records);
    three.verify().unwrap();
    assert_eq!(reasons(three.perform(soren(), &Action::Restore(Box::new(records)))), [Reason::HouseNotEmpty]);
}

#[test]
fn records_that_name_the_founders_initials_for_another_are_refused() {
    let records = full().records().unwrap();
    let mut founding = founding();
    founding.staff = person(77, "Sigrid Østergaard", "SØ");
    let mut house = House::in_memory(profiles(), &founding, founded()).unwrap();
    let taken = Reason::InitialsTaken(trivsel_domain::value::Initials::new("SØ").unwrap());
    let sigrid = at(StaffId::from_u128(77), 0);
    assert_eq!(reasons(house.perform(sigrid, &Action::Restore(Box::new(records.clone())))), [taken]);
    // A member of staff in the file may not fill the house before they are on its staff.
    assert_eq!(reasons(house.perform(soren(), &Action::Restore(Box::new(records)))), [Reason::NotOnStaff]);
}

#[test]
fn an_empty_day_is_not_stored() {
    let mut records = full().records().unwrap();
    let kept = records.days.clone();
    records.days.push(Day::blank(case_id(6), today()));
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    house.perform(soren(), &Action::Restore(Box::new(records))).unwrap();
    assert_eq!(house.records().unwrap().days, kept);
}

#[test]
fn founding_is_in_the_history_and_needs_profiles() {
    let house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    let start = founding();
    let changes = 1 + start.programmes.len() + start.closures.len();
    let sound = house.verify().unwrap();
    assert_eq!((sound.actions, sound.changes), (1, u64::try_from(changes).unwrap()));
    assert_eq!(house.id(), Ok(start.id.to_be_bytes()));
    assert_eq!(house.created_at(), Ok(founded()));
    assert_eq!(house.staff(), Ok(vec![start.staff]));
    assert_eq!(house.calendar().unwrap().closures(), start.closures);
    let seats: Vec<SeatNorm> = house.programmes().unwrap().into_iter().map(|(_, p)| p.seats).collect();
    assert_eq!(seats, [SeatNorm::Limited(16), SeatNorm::Unlimited]);
    let unknown = StoreError::UnknownCode { table: "programme", column: "code" };
    assert_eq!(House::in_memory(vec![], &founding(), founded()).err(), Some(unknown));
    let again = House::in_memory(profiles(), &Founding { id: 2, ..founding() }, founded()).unwrap();
    assert_ne!(again.verify().unwrap().head, sound.head);
}

#[test]
fn talks_newest_first() {
    let house = full();
    let ask = |case: Option<u128>, limit| -> Vec<u128> {
        let query =
            TalkQuery { cases: case.map(case_id).into_iter().collect(), limit, ..TalkQuery::default() };
        house.talks(&query, SOREN).unwrap().iter().map(|t| t.key().id.as_u128() - 5000).collect()
    };
    assert_eq!(ask(Some(1), 10), [2, 3, 1]);
    assert_eq!(ask(Some(6), 10), [4]);
    assert_eq!(ask(None, 10), [5, 4, 2, 3, 1]);
    assert_eq!(ask(None, 2), [5, 4]);
    assert_eq!(ask(None, 0), []);
    let last = house.last_talks(&[case_id(1), case_id(2), case_id(6)]).unwrap();
    let expected = [
        (case_id(1), (date("2026-11-20"), TalkKind::Parent)),
        (case_id(6), (date("2026-11-21"), TalkKind::Parent)),
    ];
    assert_eq!(last.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn appointments_days_and_plans() {
    let house = full();
    let numbers =
        |found: Vec<Appointment>| -> Vec<u128> { found.iter().map(|a| a.id.as_u128() - 6000).collect() };
    assert_eq!(numbers(house.appointments(date("2026-11-24"), date("2026-11-26")).unwrap()), [3, 4, 2, 1]);
    assert_eq!(numbers(house.appointments(date("2026-11-27"), date("2026-11-26")).unwrap()), []);
    let cases = [case_id(1), case_id(2), case_id(6)];
    let next = house.next_appointments(&cases, today()).unwrap();
    let next: Vec<(CaseId, u128)> = next.into_iter().map(|(c, a)| (c, a.id.as_u128() - 6000)).collect();
    assert_eq!(next, [(case_id(1), 2), (case_id(6), 5)]);
    let days = |from, to| -> Vec<_> {
        house.days(&cases, date(from), date(to)).unwrap().iter().map(|d| (d.case, d.date)).collect()
    };
    let (monday, tuesday) = (date("2026-11-23"), date("2026-11-24"));
    assert_eq!(
        days("2026-11-01", "2026-11-30"),
        [(case_id(1), monday), (case_id(1), tuesday), (case_id(6), monday)]
    );
    assert_eq!(days("2026-11-24", "2026-11-24"), [(case_id(1), tuesday)]);
    assert_eq!(house.teaching(case_id(1)).unwrap(), [plan(7, "2026-08-17"), plan(8, "2026-10-19")]);
    let versions = house.timetables_of(&cases).unwrap();
    assert_eq!(versions.keys().collect::<Vec<_>>(), [&case_id(1)]);
    assert_eq!(versions[&case_id(1)], house.timetables(case_id(1)).unwrap());
    assert_eq!(
        versions[&case_id(1)].iter().map(|t| t.from).collect::<Vec<_>>(),
        [date("2026-08-17"), date("2026-10-19")]
    );
}
