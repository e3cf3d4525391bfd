//! Staff load, matching staff to the needs of a case, and the forecast of free seats.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Competency, Contacts, Need, Participant, Staff, TalkKind};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::rules::load::{Fit, fit, last_school_weeks, loads};
use trivsel_domain::rules::seats::{forecast, map};
use trivsel_domain::value::{SeatNorm, StaffId, Stage, Tag};

use super::cases::{In, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};

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
    let found = loads(&house.records.staff, &house.records.cases, &talks, &calendar, house.today);
    let counts: Vec<_> = found.iter().map(|l| (l.primary, l.secondary, l.talks, l.talks_a_week())).collect();
    assert_eq!(counts, [(1, 0, 2, Some(5)), (0, 1, 2, Some(5))]);
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
    house.records.cases[3].standing = trivsel_domain::record::Standing::Seated {
        stage: trivsel_domain::value::SeatedStage::Admitted,
        stay: ahead,
    };
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
