//! Weeks at a child's own school: what they count, and what is refused.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Change, Edit, ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::rules::reported::ReportedFigures;
use trivsel_domain::value::{CaseId, Halves, ReportedWeekId, SchoolWeek};

use super::facts::{House, date};

fn days(attended: u32, possible: u32) -> ReportedDays {
    ReportedDays::new(Halves::new(attended), Halves::new(possible)).unwrap()
}

fn week(case: CaseId, n: u128, (year, month, day): (i32, u32, u32), days: ReportedDays) -> ReportedWeek {
    ReportedWeek {
        id: ReportedWeekId::from_u128(n),
        case,
        monday: SchoolWeek::from_monday(date(year, month, day)).unwrap(),
        days,
        source: ReportSource::School,
    }
}

#[test]
fn a_week_has_at_most_ten_half_days_and_no_more_attended_than_possible() {
    for (attended, possible, sound) in
        [(0, 1, true), (10, 10, true), (0, 0, false), (5, 4, false), (0, 11, false), (11, 11, false)]
    {
        let made = ReportedDays::new(Halves::new(attended), Halves::new(possible));
        assert_eq!(made.is_ok(), sound, "{attended} of {possible}");
        let text = format!(r#"{{"attended":{attended},"possible":{possible}}}"#);
        assert_eq!(serde_json::from_str::<ReportedDays>(&text).is_ok(), sound, "{text}");
    }
    assert!(SchoolWeek::from_monday(date(2026, 11, 17)).is_err());
}

#[test]
fn a_week_counts_in_the_period_of_its_thursday() {
    let case = CaseId::from_u128(1);
    let weeks = [
        week(case, 1, (2026, 9, 28), days(2, 10)),
        week(case, 2, (2026, 10, 26), days(7, 10)),
        week(case, 3, (2026, 11, 2), days(3, 8)),
    ];
    for (from, to, weeks_in, attended, possible) in [
        // Thursday 1 October lies in October, and Thursday 29 October too.
        (date(2026, 10, 1), date(2026, 10, 31), 2, 9, 20),
        (date(2026, 9, 1), date(2026, 9, 30), 0, 0, 0),
        (date(2026, 10, 2), date(2026, 11, 5), 2, 10, 18),
        (date(2026, 10, 2), date(2026, 11, 4), 1, 7, 10),
    ] {
        let counted = ReportedFigures::count(&weeks, from, to);
        let found = (counted.weeks, counted.attended.get(), counted.possible.get());
        assert_eq!(found, (weeks_in, attended, possible), "{from} to {to}");
        assert_eq!(counted.share().is_some(), possible > 0);
        assert_eq!((counted.attended + counted.absent()).get(), possible);
    }
}

#[test]
fn a_week_is_reported_once_not_ahead_and_not_beside_the_houses_own_register() {
    let (mut house, case) = House::with_child(7);
    let save = |new: &ReportedWeek| Action::Save(vec![Change::ReportedWeek(Edit::create(new.clone()))]);
    let inside = week(case, 1, (2026, 11, 16), days(4, 10));
    let from = house.records.cases[0].enrolment().unwrap().from;
    assert_eq!(house.decide(&save(&inside)), Err(vec![Reason::InOwnRegister(from)]));
    // The weeks before the course come from the sending school.
    let before = week(case, 2, (2026, 6, 1), days(4, 10));
    assert_eq!(house.act(&save(&before)), Ok(1));
    let again = week(case, 3, (2026, 6, 1), days(5, 10));
    assert_eq!(house.decide(&save(&again)), Err(vec![Reason::Overtaken { by: None, at: None, now: None }]));
    house.records.cases[0].programme = house.programmes[1].code().clone();
    let ahead = week(case, 4, (2026, 11, 30), days(4, 10));
    assert_eq!(house.decide(&save(&ahead)), Err(vec![Reason::DateAhead { date: date(2026, 11, 30) }]));
    assert_eq!(house.act(&save(&inside)), Ok(1));
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(house.records.reported_weeks, [before]);
}
