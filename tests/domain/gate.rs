//! The gate to more subjects: what counts as a rise, what is too little to judge, and what it refuses.

use chrono::NaiveDate;
use proptest::prelude::*;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{
    Change, Day, DayPlan, Edit, Exception, FourLines, Instrument, Measure, ReportSource, ReportedDays,
    ReportedWeek, Score, Subject, SubjectPlan, TeachingPlan, Tenths, Timetable,
};
use trivsel_domain::rules::gate::{AttendanceTrend, Course, Gate, Leg, Periods, Unit};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{
    CaseId, Halves, Hours, Line, Mark, MeasureId, ReportedWeekId, Role, SchoolWeek, TalkId, TeachingPlanId,
    TimeOfDay, TimetableId,
};

use super::facts::{House, calendar, date};

/// School days of so many hours from 8 o'clock.
fn hours(number: u32) -> DayPlan {
    let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    DayPlan::Expected { hours: Some(Hours::new(time(8), time(8 + number)).unwrap().into()), blocks: vec![] }
}

/// The twenty school days before today, and the twenty before those.
fn periods(house: &House) -> [Vec<NaiveDate>; 2] {
    let all: Vec<NaiveDate> =
        calendar().school_days(date(2026, 8, 10), house.today.pred_opt().unwrap()).collect();
    let (rest, after) = all.split_at(all.len() - 20);
    [rest[rest.len() - 20..].to_vec(), after.to_vec()]
}

/// Marks the first days of a period: so many present, the rest of them sick.
fn mark(house: &mut House, case: CaseId, period: &[NaiveDate], present: usize, marked: usize) {
    for (n, on) in period.iter().enumerate().take(marked) {
        let mark = if n < present { Mark::Present } else { Mark::Sick };
        house.records.days.push(Day { first: Some(mark), ..Day::blank(case, *on) });
    }
}

/// A child of grade 6 with a day of three hours, present so often of so many marked days in each period.
fn attended(before: (usize, usize), after: (usize, usize)) -> (House, CaseId) {
    let (mut house, case) = House::with_child(6);
    house.plan(case, hours(3));
    let [first, second] = periods(&house);
    mark(&mut house, case, &first, before.0, before.1);
    mark(&mut house, case, &second, after.0, after.1);
    (house, case)
}

fn score(case: CaseId, number: u32, instrument: Instrument, rater: Role, sum: i32) -> Measure {
    let lines = [sum / 4, sum / 4, sum / 4, sum - 3 * (sum / 4)].map(Tenths);
    Measure {
        id: MeasureId::from_u128(u128::from(number)),
        case,
        talk: TalkId::from_u128(1),
        date: date(2026, 9, 1 + number),
        rater,
        score: Score::Fit { instrument, lines: FourLines::new(lines).unwrap() },
    }
}

/// Scores of the child itself, oldest first, in tenths.
fn scored(house: &mut House, case: CaseId, sums: &[i32]) {
    house.records.measures.clear();
    for (number, sum) in (1..).zip(sums) {
        house.records.measures.push(score(case, number, Instrument::Ors, Role::Child, *sum));
    }
}

fn gate(house: &House) -> Gate {
    house.of_first_course(|course| course.gate(house.today))
}

#[test]
fn attendance_rises_by_share() {
    for (before, after, rises) in [
        ((12, 18), (13, 18), true),
        ((12, 18), (12, 18), false),
        ((13, 18), (12, 18), false),
        // Half of ten is no more than half of twenty.
        ((10, 20), (5, 10), false),
        ((10, 20), (6, 10), true),
    ] {
        let (house, _) = attended(before, after);
        assert_eq!(gate(&house).attendance.rises(), rises, "{before:?} {after:?}");
    }
}

#[test]
fn attendance_rises_by_hours_when_the_timetable_grows() {
    let (mut house, case) = House::with_child(6);
    house.plan(case, hours(1));
    let [first, second] = periods(&house);
    let days = [(); 5].map(|()| hours(4));
    house.records.timetables.push(Timetable { id: TimetableId::from_u128(90), case, from: second[0], days });
    mark(&mut house, case, &first, 12, 12);
    mark(&mut house, case, &second, 7, 14);
    let Leg::Rises(AttendanceTrend::Own(Periods { before, after })) = gate(&house).attendance else {
        panic!("12 of 12 hours to 28 of 56 is growth")
    };
    assert_eq!([before.minutes_attended, before.minutes_planned], [12 * 60, 12 * 60]);
    assert_eq!([after.minutes_attended, after.minutes_planned], [28 * 60, 56 * 60]);
    let trend = AttendanceTrend::Own(Periods { before, after });
    assert!(trend.rises_by_hours() && !trend.rises_by_share());
}

#[test]
fn too_few_registered_days_are_not_judged() {
    for (before, after, found) in [((0, 9), (20, 20), 9), ((0, 20), (9, 9), 9), ((0, 0), (0, 0), 0)] {
        let (house, _) = attended(before, after);
        assert_eq!(
            gate(&house).attendance,
            Leg::TooFew { unit: Unit::Days, found, needed: 10 },
            "{before:?} {after:?}"
        );
    }
    let (house, _) = attended((5, 10), (10, 10));
    assert!(gate(&house).attendance.rises());
}

#[test]
fn today_counts_once_it_is_registered() {
    let (mut house, case) = attended((10, 20), (10, 20));
    assert!(!gate(&house).attendance.rises());
    house.records.days.push(Day { first: Some(Mark::Present), ..Day::blank(case, house.today) });
    let Leg::DoesNotRise(AttendanceTrend::Own(Periods { after, .. })) = gate(&house).attendance else {
        panic!("both periods move on by a day")
    };
    assert_eq!((after.to, after.attended().get()), (house.today, 20));
}

#[test]
fn wellbeing_compares_two_means_of_three() {
    for (sums, expected) in [
        (&[200, 205, 210, 200, 205, 210][..], Some(false)),
        (&[200, 205, 210, 205, 205, 210], Some(true)),
        (&[210, 205, 200, 180, 205, 210], Some(false)),
        // Only the last six count.
        (&[400, 100, 100, 100, 110, 110, 110], Some(true)),
        (&[200, 205, 210, 300, 300], None),
        (&[], None),
    ] {
        let (mut house, case) = attended((12, 18), (13, 18));
        scored(&mut house, case, sums);
        let leg = gate(&house).wellbeing;
        match expected {
            Some(rises) => assert_eq!(leg.rises(), rises, "{sums:?}"),
            None => {
                let found = u32::try_from(sums.len()).unwrap();
                assert_eq!(leg, Leg::TooFew { unit: Unit::Scores, found, needed: 6 }, "{sums:?}");
            }
        }
    }
}

#[test]
fn scores_of_another_instrument_or_rater_are_never_joined() {
    let (mut house, case) = attended((12, 18), (13, 18));
    scored(&mut house, case, &[100, 100, 100]);
    for number in 4..7 {
        let measures = &mut house.records.measures;
        measures.push(score(case, number, Instrument::Cors, Role::Child, 300));
        measures.push(score(case, number + 10, Instrument::Ors, Role::Mother, 300));
        measures.push(score(case, number + 20, Instrument::Srs, Role::Child, 300));
    }
    assert_eq!(gate(&house).wellbeing, Leg::TooFew { unit: Unit::Scores, found: 3, needed: 6 });
}

#[test]
fn scores_that_are_not_open_to_the_user_are_not_judged() {
    let (mut house, case) = attended((12, 18), (13, 18));
    let sums = [100, 200, 205, 210, 300, 300, 300];
    scored(&mut house, case, &sums);
    for (n, found) in [(0, None), (1, Some(6)), (6, Some(6))] {
        house.records.measures[n].talk = TalkId::from_u128(2);
        let sealed = OpenScores::new(house.records.measures.clone(), |talk| talk == TalkId::from_u128(1));
        house.records.measures[n].talk = TalkId::from_u128(1);
        let leg = house
            .of_first_course(|course| Course { measures: &sealed, ..*course }.gate(house.today))
            .wellbeing;
        match found {
            // The first of seven is not compared.
            None => assert!(leg.rises()),
            Some(found) => assert_eq!(leg, Leg::TooFew { unit: Unit::OpenScores, found, needed: 6 }, "{n}"),
        }
    }
}

/// The plan of the three subjects, and one with history too.
fn plans(house: &House, case: CaseId, exception: Option<Exception>) -> (TeachingPlan, TeachingPlan) {
    let three = Subject::ALWAYS.map(|subject| SubjectPlan::new(subject, 3)).to_vec();
    let history = SubjectPlan { exception, ..SubjectPlan::new(Subject::History, 1) };
    let four = [three.clone(), vec![history]].concat();
    let plan = |n, from, subjects| {
        TeachingPlan::new(TeachingPlanId::from_u128(n), case, from, None, subjects).unwrap()
    };
    (plan(70, date(2026, 9, 1), three), plan(71, house.today, four))
}

fn save(plan: &TeachingPlan) -> Action {
    Action::Save(vec![Change::Teaching(Edit::create(plan.clone()))])
}

#[test]
fn a_subject_more_passes_the_gate_or_has_a_reason() {
    let (mut house, case) = attended((12, 18), (13, 18));
    let (three, four) = plans(&house, case, None);
    house.records.teaching.push(three);
    scored(&mut house, case, &[200, 205, 210, 200, 205, 210]);
    let closed = gate(&house);
    assert_eq!(house.decide(&save(&four)), Err(vec![Reason::GateClosed(Box::new(closed))]));

    let reason = Exception::Opened(Line::new("Søren vil gerne").unwrap());
    let (_, with_reason) = plans(&house, case, Some(reason));
    assert!(house.decide(&save(&with_reason)).is_ok());

    scored(&mut house, case, &[200, 205, 210, 205, 205, 210]);
    assert_eq!(house.act(&save(&four)), Ok(1));

    // What has passed stays, and can be adjusted, taken out and put back when the numbers fall again.
    scored(&mut house, case, &[300, 300, 300, 100, 100, 100]);
    let adjusted = four.subjects().iter().map(|s| SubjectPlan { lessons: 2, ..s.clone() }).collect();
    let adjusted = TeachingPlan::new(four.id(), case, four.from(), None, adjusted).unwrap();
    let edit = |old: &TeachingPlan, new: &TeachingPlan| {
        Action::Save(vec![Change::Teaching(Edit::new(Some(old.clone()), Some(new.clone())).unwrap())])
    };
    assert_eq!(house.act(&edit(&four, &adjusted)), Ok(1));
    let out = adjusted.subjects().iter().filter(|s| s.subject != Subject::History).cloned().collect();
    let out = TeachingPlan::new(four.id(), case, four.from(), None, out).unwrap();
    assert_eq!(house.act(&edit(&adjusted, &out)), Ok(1));
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(house.records.teaching.last().unwrap().subjects().len(), 4);
}

#[test]
fn an_exception_fits_its_subject() {
    let line = || Line::new("praktik").unwrap();
    let plan = |subject, lessons, exception| {
        let mut subjects = Subject::ALWAYS.map(|s| SubjectPlan::new(s, 3)).to_vec();
        subjects.retain(|s| s.subject != subject);
        subjects.push(SubjectPlan { exception: Some(exception), ..SubjectPlan::new(subject, lessons) });
        TeachingPlan::new(
            TeachingPlanId::from_u128(1),
            CaseId::from_u128(1),
            date(2026, 9, 1),
            None,
            subjects,
        )
    };
    assert!(plan(Subject::English, 0, Exception::Waived(line())).is_ok());
    assert!(plan(Subject::English, 1, Exception::Waived(line())).is_err());
    assert!(plan(Subject::History, 0, Exception::Waived(line())).is_err());
    assert!(plan(Subject::English, 3, Exception::Opened(line())).is_err());
    assert!(plan(Subject::History, 3, Exception::Opened(line())).is_ok());
}

/// A child at its own school, with eight school weeks reported: half-days attended of those possible, oldest first.
fn reported(weeks: [(u32, u32); 8]) -> House {
    let (mut house, case) = House::with_child(6);
    house.records.cases[0].programme = house.programmes[1].code().clone();
    // Week 42 has no school.
    let mondays = [(9, 21), (9, 28), (10, 5), (10, 19), (10, 26), (11, 2), (11, 9), (11, 16)];
    for (n, ((month, day), (attended, possible))) in (1_u128..).zip(mondays.into_iter().zip(weeks)) {
        if possible > 0 {
            house.records.reported_weeks.push(ReportedWeek {
                id: ReportedWeekId::from_u128(n),
                case,
                monday: SchoolWeek::from_monday(date(2026, month, day)).unwrap(),
                days: ReportedDays::new(Halves::new(attended), Halves::new(possible)).unwrap(),
                source: if n < 5 { ReportSource::School } else { ReportSource::Parent },
            });
        }
    }
    house
}

#[test]
fn at_the_own_school_the_reported_weeks_rise_by_share_or_by_days() {
    let none = (0, 0);
    for (weeks, rises) in [
        ([(4, 10), (4, 10), (4, 10), (4, 10), (4, 10), (4, 10), (4, 10), (5, 10)], Some(true)),
        ([(4, 10); 8], Some(false)),
        ([(5, 10), (4, 10), (4, 10), (4, 10), (4, 10), (4, 10), (4, 10), (4, 10)], Some(false)),
        // Two of two days are fewer than three of five, at a greater share.
        ([(4, 4), (4, 4), (4, 4), (4, 4), (6, 10), (6, 10), (6, 10), (6, 10)], Some(true)),
        // Two weeks in each period are enough, and fewer are not judged.
        ([none, none, (4, 10), (4, 10), none, (5, 10), none, (5, 10)], Some(true)),
        ([none, none, none, (4, 10), (5, 10), (5, 10), (5, 10), (5, 10)], None),
        ([(4, 10), (4, 10), (4, 10), (4, 10), none, none, none, (5, 10)], None),
        ([none; 8], None),
    ] {
        let leg = gate(&reported(weeks)).attendance;
        match rises {
            Some(rises) => {
                assert_eq!(leg.rises(), rises, "{weeks:?}");
                let compared = matches!(
                    leg,
                    Leg::Rises(AttendanceTrend::Reported(_)) | Leg::DoesNotRise(AttendanceTrend::Reported(_))
                );
                assert!(compared, "{weeks:?}");
            }
            None => assert!(
                matches!(leg, Leg::TooFew { unit: Unit::Weeks, found: 0 | 1, needed: 2 }),
                "{weeks:?}: {leg:?}"
            ),
        }
    }
}

#[test]
fn the_week_of_today_counts_once_it_is_reported() {
    let mut house = reported([(4, 10), (4, 10), (4, 10), (4, 10), (5, 10), (5, 10), (5, 10), (5, 10)]);
    let to = |house: &House| match gate(house).attendance {
        Leg::Rises(AttendanceTrend::Reported(Periods { after, .. })) => (after.figures.to, after.school_days),
        leg => panic!("{leg:?}"),
    };
    assert_eq!(to(&house), (date(2026, 11, 20), 20));
    let this = ReportedWeek {
        id: ReportedWeekId::from_u128(9),
        monday: SchoolWeek::of(house.today),
        ..house.records.reported_weeks[7].clone()
    };
    house.records.reported_weeks.push(this);
    assert_eq!(to(&house), (date(2026, 11, 27), 20));
}

proptest! {
    /// A day more at school never turns growth into none.
    #[test]
    fn one_day_more_never_closes_the_gate(before in 0..=20_usize, after in 0..20_usize) {
        let (fewer, _) = attended((before, 20), (after, 20));
        let (more, _) = attended((before, 20), (after + 1, 20));
        prop_assert!(!gate(&fewer).attendance.rises() || gate(&more).attendance.rises());
    }

    /// The order in which days and scores are read means nothing.
    #[test]
    fn the_order_of_what_is_read_means_nothing(
        before in 0..=20_usize,
        after in 0..=20_usize,
        sums in proptest::collection::vec((0..=100_i32).prop_map(|line| 4 * line), 0..9),
    ) {
        let (mut house, case) = attended((before, 20), (after, 20));
        scored(&mut house, case, &sums);
        let here = gate(&house);
        house.records.days.reverse();
        house.records.measures.reverse();
        prop_assert_eq!(gate(&house), here);
    }
}
