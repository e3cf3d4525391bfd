//! Staff load, matching staff to the needs of a case, and the forecast of free seats.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Appointment, Competency, Contacts, Need, Participant, Staff, TalkKind};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::rules::load::{Fit, LoadFacts, WeekLoad, fit, last_school_weeks, loads, without_contact};
use trivsel_domain::rules::seats::{forecast, map};
use trivsel_domain::rules::talks_due::{TalkDue, talks_due};
use trivsel_domain::value::{
    AppointmentId, Hours, Line, SeatNorm, SeatedStage, StaffId, Stage, Tag, TimeOfDay,
};

use super::cases::{In, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};
use super::obligations::Course;

#[test]
fn load_counts_open_cases_and_talks_of_four_school_weeks() {
    let mut house = House::new();
    let case = house.put_complete(In::School, Stage::Course, 3);
    house.put_complete(In::School, Stage::Closed, 4);
    house.records.cases[0].contacts.secondary = Some(COLLEAGUE);
    let calendar = super::facts::calendar();
    let weeks = last_school_weeks(&calendar, house.today);
    let mondays = [date(2026, 11, 16), date(2026, 11, 9), date(2026, 11, 2), date(2026, 10, 26)];
    assert_eq!(weeks, mondays);
    // The autumn holiday is not a school week.
    assert_eq!(last_school_weeks(&calendar, date(2026, 10, 22))[0], date(2026, 10, 5));
    let both = vec![Participant::Staff(COLLEAGUE)];
    let talks: Vec<TalkFact> = [date(2026, 11, 16), date(2026, 10, 30), house.today, date(2026, 10, 20)]
        .into_iter()
        .zip(1..)
        .map(|(on, n)| TalkFact::from(&talk(n, case, TalkKind::Development, on, both.clone())))
        .collect();
    let facts = LoadFacts {
        staff: &house.records.staff,
        cases: &house.records.cases,
        talks: &talks,
        ..LoadFacts::default()
    };
    let found = loads(&facts, &calendar, house.today);
    let counts: Vec<_> = found.iter().map(|l| (l.primary, l.secondary, l.talks, l.talks_a_week())).collect();
    assert_eq!(counts, [(1, 0, 2, Some(5)), (0, 1, 2, Some(5))]);
}

#[test]
fn a_talk_counts_once_for_each_of_its_staff_and_once_with_several_children() {
    let mut house = House::new();
    let (one, other) =
        (house.put_complete(In::School, Stage::Course, 3), house.put_complete(In::School, Stage::Course, 4));
    house.records.staff[1].left_on = None;
    let on = date(2026, 11, 16);
    let both = || vec![Participant::Staff(COLLEAGUE)];
    let at = |hour| TimeOfDay::new(hour, 0).ok();
    let held = |n, case, start, signed: Option<u32>, with| TalkFact {
        start,
        signed_at: signed.map(|minute| on.and_hms_opt(15, minute, 0).unwrap().into()),
        ..TalkFact::from(&talk(n, case, TalkKind::Development, on, with))
    };
    // What is on record, what each of the two held in the week, and why.
    let table = [
        (vec![held(1, one, at(9), Some(0), both())], (1, 1), "two staff, one child"),
        (
            vec![held(1, one, at(9), Some(0), vec![]), held(2, other, at(9), Some(0), vec![])],
            (1, 0),
            "siblings",
        ),
        (vec![held(1, one, at(9), Some(0), both()), held(2, other, at(9), Some(0), both())], (1, 1), "both"),
        (
            vec![held(1, one, at(9), Some(0), vec![]), held(2, other, at(10), Some(5), vec![])],
            (2, 0),
            "two talks",
        ),
        (
            vec![held(1, one, at(9), Some(0), vec![]), held(2, other, at(9), Some(5), vec![])],
            (2, 0),
            "signed apart",
        ),
        (
            vec![held(1, one, None, None, vec![]), held(2, other, None, None, vec![])],
            (2, 0),
            "of before the house",
        ),
    ];
    for (talks, expected, why) in table {
        let facts = LoadFacts {
            staff: &house.records.staff,
            cases: &house.records.cases,
            talks: &talks,
            ..LoadFacts::default()
        };
        let found = loads(&facts, &super::facts::calendar(), house.today);
        let of = |who| found.iter().find(|load| load.staff == who).unwrap().talks;
        assert_eq!((of(ASKER), of(COLLEAGUE)), expected, "{why}");
        let week = |who| facts.held_in(who, on).len();
        assert_eq!((week(ASKER), week(COLLEAGUE)), expected, "{why}, in its week");
    }
}

#[test]
fn the_weeks_ahead_hold_what_is_due_and_what_is_booked() {
    let (mut house, case) = House::with_child(7);
    let talk_of = |n, on| TalkFact::from(&talk(n, case, TalkKind::Development, on, vec![]));
    // One talk a week for four weeks, and one this week.
    let days = [date(2026, 10, 27), date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17), house.today];
    let talks: Vec<TalkFact> = days.into_iter().zip(1..).map(|(on, n)| talk_of(n, on)).collect();
    let due = |staff, date, late| TalkDue { case, staff, date, late };
    let (mine, this, next) = (Some(ASKER), house.today, date(2026, 12, 4));
    let due = [
        due(mine, date(2026, 11, 13), true),
        due(mine, next, false),
        due(Some(COLLEAGUE), next, false),
        due(None, this, false),
        due(None, next, false),
    ];
    let at = |h| TimeOfDay::new(h, 0).unwrap();
    let book = |n, on, from, to| Appointment {
        id: AppointmentId::from_u128(n),
        date: on,
        hours: Some(Hours::new(at(from), at(to)).unwrap()),
        title: Line::new("Møde").unwrap(),
        kind: None,
        case: None,
        staff: vec![ASKER],
        event: None,
        series: None,
        not_held: None,
    };
    let mut busy = book(3, next, 8, 16);
    busy.event = Some(Line::new("egen").unwrap());
    let appointments = [book(1, date(2026, 11, 23), 9, 10), book(2, this, 10, 12), busy];
    house.records.staff[1].left_on = None;
    let facts = LoadFacts {
        staff: &house.records.staff,
        cases: &house.records.cases,
        talks: &talks,
        due: &due,
        appointments: &appointments,
    };
    let found = loads(&facts, &super::facts::calendar(), this);
    let [first, second, ..] = found[0].ahead[..] else { panic!("{found:?}") };
    // What is overdue is this week's work.
    let monday = date(2026, 11, 23);
    assert_eq!(first, WeekLoad { monday, due: 1, late: 1, held: 1, minutes: 180 });
    assert_eq!((second.due, second.held, second.minutes), (1, 0, 0));
    assert_eq!(found[0].ahead.len(), 4);
    // One a week is the usual: two this week are more.
    assert_eq!(found[0].talks_a_week(), Some(10));
    assert!(found[0].is_over(&first) && !found[0].is_over(&second));
    assert!(!found[1].is_over(&found[1].ahead[1]), "who has held none has no usual number");
    assert_eq!(without_contact(&due, this), 1);
}

#[test]
fn a_development_talk_is_due_in_each_school_week_ahead() {
    let (today, until) = (date(2026, 11, 25), date(2026, 12, 31));
    let course = Course::new("skolefravaer", SeatedStage::Course, date(2026, 8, 10))
        .planned(date(2026, 8, 10))
        .held(TalkKind::Development, date(2026, 11, 24))
        .held(TalkKind::Parent, date(2026, 11, 24));
    let due = talks_due(&course.ledger(), &super::facts::calendar(), today, until);
    let days: Vec<_> = due.iter().filter(|d| !d.late).map(|d| d.date).collect();
    // The parent talk 28 days on, and Fridays until the Christmas holiday, whose week asks for none.
    for day in [date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18), date(2026, 12, 22)] {
        assert_eq!(days.iter().filter(|d| **d == day).count(), 1, "{day}: {days:?}");
    }
    assert!(days.iter().all(|day| *day <= date(2026, 12, 22)), "{days:?}");
}

#[test]
fn staff_fit_what_a_case_needs() {
    let house = House::new();
    let act = Tag::new("ACT").unwrap();
    let needs = [Need::Competency(Competency::Therapy), Need::Method(act.clone())];
    let trained = |competencies, methods| Staff { competencies, methods, ..house.records.staff[0].clone() };
    let (one, other) = (trained(vec![Competency::Therapy], vec![]), trained(vec![], vec![act]));
    assert_eq!(
        fit(&needs, &[&one]),
        Fit { covered: vec![needs[0].clone()], missing: vec![needs[1].clone()] }
    );
    assert_eq!(fit(&needs, &[&one, &other]).missing, []);
}

#[test]
fn the_forecast_says_when_seats_come_free() {
    let mut house = House::new();
    for number in 1..=3 {
        house.put_complete(In::School, Stage::Course, number);
    }
    let (from, until) = (house.today, date(2027, 7, 1));
    house.records.cases[0].expected_end = Some(date(2027, 1, 15));
    house.records.cases[1].expected_end = Some(date(2026, 10, 1));
    house.put_complete(In::School, Stage::Admitted, 4);
    let ahead =
        trivsel_domain::record::Stay { from: date(2026, 12, 1), ..house.records.cases[3].stay().unwrap() };
    house.records.cases[3].standing =
        trivsel_domain::record::Standing::Seated { stage: SeatedStage::Admitted, stay: ahead };
    let code = house.programmes[0].code();
    let norm = SeatNorm::limited(5).unwrap();
    let line = forecast(&house.records.cases, code, norm, from, until);
    assert_eq!(line, [(from, 2), (date(2026, 12, 1), 1), (date(2027, 1, 15), 2)]);
    assert_eq!(forecast(&house.records.cases, code, SeatNorm::Unlimited, from, until), []);
    let seats: Vec<(u16, bool)> =
        map(&house.records.cases, code, norm, from).iter().map(|(s, c)| (s.get(), c.is_some())).collect();
    assert_eq!(seats, [(1, true), (2, true), (3, true), (4, false), (5, false)]);
}

#[test]
fn who_leaves_hands_the_open_cases_over() {
    let (mut house, _) = House::with_child(7);
    house.add_child(2, 7);
    house.records.cases[1].contacts.secondary = Some(COLLEAGUE);
    let on = house.today;
    house.records.staff[1].leader = true;
    let leave = |hand_over_to| Action::RetireStaff { who: ASKER, on, hand_over_to };
    // Children of one name are told apart by their class.
    let still: Vec<Reason> = house
        .records
        .children
        .iter()
        .map(|child| {
            let class = child.class_on(on).map(|class| class.moved_up_to(on));
            assert_eq!(class.as_ref().map(|c| c.grade().number()), Some(7));
            Reason::StillContact { child: child.name.clone(), class }
        })
        .collect();
    assert_eq!(house.decide(&leave(None)).unwrap_err(), still);
    assert_eq!(house.decide(&leave(Some(ASKER))).unwrap_err(), still, "nobody hands over to themselves");
    assert_eq!(house.decide(&leave(Some(StaffId::from_u128(77)))).unwrap_err(), [Reason::NoSuchStaff]);
    assert_eq!(house.act(&leave(Some(COLLEAGUE))), Ok(3));
    for case in &house.records.cases {
        assert_eq!(case.contacts, Contacts { primary: Some(COLLEAGUE), secondary: None });
    }
}
