//! The house in figures: the numbers of scenarios, and that nothing suppressed can be computed.

mod consultations;
mod lasting;
mod suppression;
mod talks;

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Closing, Day, DayPlan, LevelChange, Move, Outcome, Participant, ReportSource, ReportedDays, ReportedWeek,
    Standing,
};
use trivsel_domain::rules::house_figures::facts::ProgrammeFacts;
use trivsel_domain::rules::house_figures::{
    Attended, Band, CaseFacts, Consultation, Direction, HouseFacts, HouseFigures, LevelCount, LevelShift,
    NormFrom, Occupancy, ProgrammeFigures, Span, SpanKind, Spread, consultation, ministry_average,
};
use trivsel_domain::rules::obligations::{Held, Ledger};
use trivsel_domain::value::{
    CaseId, Halves, Level, Line, Mark, Minutes, ReportedWeekId, Role, SchoolWeek, SeatNorm, StaffId, Stage,
    TalkId,
};

use super::facts::{House, calendar, date};

/// What the figures of a house are counted from besides its records.
#[derive(Default)]
pub(crate) struct More {
    pub norms: Vec<NormFrom>,
    pub consultations: Vec<Consultation>,
    pub talks: Vec<(CaseId, Held)>,
}

/// The figures of every programme.
pub(crate) fn figures(house: &House, span: Span, more: More) -> HouseFigures {
    let records = &house.records;
    let calendar = calendar();
    let facts = |case: &'_ _| -> CaseFacts<'_> {
        let case: &trivsel_domain::record::Case = case;
        let case = records.cases.iter().find(|c| c.id == case.id).unwrap();
        let child = records.children.iter().find(|c| c.id == case.child).unwrap();
        let programme = house.programmes.iter().find(|p| *p.code() == case.programme).unwrap();
        let mut days: Vec<Day> = records.days.iter().filter(|d| d.case == case.id).cloned().collect();
        days.sort_by_key(|d| d.date);
        let mut talks: Vec<Held> =
            more.talks.iter().filter(|(of, _)| *of == case.id).map(|(_, held)| *held).collect();
        talks.sort_by_key(|t| t.date);
        let again = records.cases.iter().filter(|c| c.child == case.child && c.id != case.id);
        CaseFacts {
            ledger: Ledger {
                talks,
                timetables: records.timetables.iter().filter(|t| t.case == case.id).cloned().collect(),
                answers: records.answers.iter().filter(|a| a.case == case.id).cloned().collect(),
                absence_limits: house
                    .records
                    .settings
                    .iter()
                    .flat_map(|s| s.absence_limits.clone())
                    .collect(),
                ..Ledger::new(case, child, programme)
            },
            days,
            reported: records.reported_weeks.iter().filter(|w| w.case == case.id).cloned().collect(),
            referred_again: again.map(|c| c.referral.on).collect(),
        }
    };
    let programmes = house.programmes.iter().zip(&records.programmes).map(|(programme, ours)| {
        let own = NormFrom { from: date(2020, 1, 1), norm: ours.seats };
        let norms = if more.norms.is_empty() { vec![own] } else { more.norms.clone() };
        ProgrammeFacts { programme, norms }
    });
    let facts = HouseFacts {
        calendar: &calendar,
        programmes: programmes.collect(),
        cases: records.cases.iter().map(facts).collect(),
        consultations: more.consultations,
    };
    HouseFigures::count(&facts, span, house.today)
}

/// The figures of the programme with seats.
fn seated(house: &House, span: Span) -> ProgrammeFigures {
    figures(house, span, More::default()).programmes.remove(0)
}

fn september() -> Span {
    Span::around(SpanKind::Month, date(2026, 9, 15))
}

fn close(house: &mut House, case: CaseId, on: NaiveDate, outcome: Outcome) {
    let case = house.records.cases.iter_mut().find(|c| c.id == case).unwrap();
    let stay = case.stay().unwrap();
    case.standing = Standing::Closed { stay, closing: Closing { on, outcome, place: None } };
    case.moves.push(moved(Stage::Closed, on));
}

fn moved(to: Stage, on: NaiveDate) -> Move {
    Move { from: Some(Stage::Course), to, on, waived: vec![], reason: None, by: None, at: None }
}

/// Marks every school day from one date to another.
fn mark(house: &mut House, case: CaseId, (from, to): (NaiveDate, NaiveDate), with: Mark) {
    for on in calendar().school_days(from, to).collect::<Vec<_>>() {
        house.records.days.retain(|d| (d.case, d.date) != (case, on));
        house.records.days.push(Day { first: Some(with), ..Day::blank(case, on) });
    }
}

#[test]
fn a_period_is_a_month_a_quarter_a_school_year_or_three_of_them() {
    let around = |kind| Span::around(kind, date(2026, 11, 25));
    let days = |span: Span| (span.from, span.to);
    let (month, quarter) = (around(SpanKind::Month), around(SpanKind::Quarter));
    let (year, three) = (around(SpanKind::SchoolYear), around(SpanKind::ThreeYears));
    assert_eq!(days(month), (date(2026, 11, 1), date(2026, 11, 30)));
    assert_eq!(days(quarter), (date(2026, 10, 1), date(2026, 12, 31)));
    assert_eq!(days(year), (date(2026, 8, 1), date(2027, 7, 31)));
    assert_eq!(days(three), (date(2024, 8, 1), date(2027, 7, 31)));
    assert_eq!(days(month.after()), (date(2026, 12, 1), date(2026, 12, 31)));
    assert_eq!(days(month.after().after()), (date(2027, 1, 1), date(2027, 1, 31)));
    assert_eq!(days(quarter.before()), (date(2026, 7, 1), date(2026, 9, 30)));
    assert_eq!(days(year.before()), (date(2025, 8, 1), date(2026, 7, 31)));
    assert_eq!(days(three.before()), (date(2023, 8, 1), date(2026, 7, 31)));
    assert_eq!(three.before().after(), three);
    let free = Span::free(date(2026, 9, 1), date(2026, 9, 10)).unwrap();
    assert_eq!(days(free.after()), (date(2026, 9, 11), date(2026, 9, 20)));
    assert_eq!(free.after().before(), free);
    assert_eq!(Span::free(date(2026, 9, 2), date(2026, 9, 1)), None);
}

#[test]
fn sixteen_seats_of_which_one_is_empty_for_ten_days_are_held_for_470_of_480_days() {
    let mut house = House::new();
    for number in 1..=16 {
        house.add_child(number, 7);
    }
    // The seat of the first child is free from the 11th to the 20th; another child has it from the 21st.
    close(&mut house, CaseId::from_u128(1), date(2026, 9, 11), Outcome::GeneralSchool);
    let new = house.add_child(17, 7);
    let case = house.records.cases.iter_mut().find(|c| c.id == new).unwrap();
    let Standing::Seated { stay, .. } = &mut case.standing else { unreachable!() };
    stay.from = date(2026, 9, 21);
    let found = seated(&house, september());
    let all = Occupancy::together(&found.occupancy).unwrap();
    assert_eq!((all.held_days(), all.seats), (470, Some(480)));
    assert_eq!(format!("{:.1}", all.share().unwrap() * 100.0), "97.9");
    assert_eq!((all.from, all.to), (date(2026, 9, 1), date(2026, 9, 30)));
    assert_eq!((all.held.len(), all.held[0].days, all.held[16].days), (17, 10, 10));
    // A quarter is counted month by month, and the parts add up.
    let quarter = seated(&house, Span::around(SpanKind::Quarter, date(2026, 9, 1)));
    let months: Vec<(u32, Option<u32>)> =
        quarter.occupancy.iter().map(|o| (o.held_days(), o.seats)).collect();
    assert_eq!(months, [(0, Some(496)), (16 * 22, Some(496)), (470, Some(480))]);
    let all = Occupancy::together(&quarter.occupancy).unwrap();
    assert_eq!((all.held_days(), all.held[1].days), (352 + 470, 22 + 30));
    // The programme without a norm has no share.
    let unlimited = &figures(&house, september(), More::default()).programmes[1];
    assert_eq!(unlimited.occupancy[0].share(), None);
}

#[test]
fn every_day_is_measured_by_the_norm_of_that_day_and_none_to_come_is_counted() {
    let mut house = House::new();
    house.add_child(1, 7);
    house.today = date(2026, 9, 20);
    let norm = |from, seats| NormFrom { from, norm: SeatNorm::limited(seats).unwrap() };
    let norms = vec![norm(date(2026, 9, 6), 10), norm(date(2026, 9, 11), 12)];
    let found = figures(&house, september(), More { norms, ..More::default() });
    assert_eq!(found.through, date(2026, 9, 20));
    // The first norm on record is taken for the days before it too.
    assert_eq!(found.programmes[0].occupancy[0].seats, Some(10 * 10 + 10 * 12));
    assert_eq!(found.programmes[0].occupancy[0].held_days(), 20);
    let coming = figures(&house, september().after(), More::default());
    assert_eq!((coming.programmes[0].occupancy.len(), coming.programmes[0].children.len()), (0, 0));
}

#[test]
fn a_child_waits_from_the_referral_and_from_the_listing() {
    let mut house = House::new();
    let listed = house.add_child(1, 7);
    house.add_child(2, 7);
    let case = &mut house.records.cases[0];
    case.referral.on = date(2026, 5, 1);
    case.moves.insert(0, moved(Stage::Waiting, date(2026, 6, 1)));
    case.moves.insert(1, moved(Stage::Waiting, date(2026, 7, 1)));
    house.records.cases[1].referral.on = date(2026, 7, 31);
    let august = Span::around(SpanKind::Month, date(2026, 8, 1));
    let found = seated(&house, august);
    let from_referral = Spread::of(found.admitted.iter().map(|w| w.from_referral())).unwrap();
    assert_eq!((from_referral.count, from_referral.least, from_referral.most), (2, 10, 101));
    assert_eq!((from_referral.mean, from_referral.median), (55.5, 55.5));
    let from_listing: Vec<(CaseId, Option<i64>)> =
        found.admitted.iter().map(|w| (w.case, w.from_listing())).collect();
    assert_eq!(from_listing, [(listed, Some(70)), (CaseId::from_u128(2), None)]);
    // In June the child was still waiting, as of that month's end.
    let june = seated(&house, Span::around(SpanKind::Month, date(2026, 6, 1)));
    assert_eq!((june.admitted.len(), june.waiting.len()), (0, 1));
    assert_eq!((june.waiting[0].from_referral(), june.waiting[0].from_listing()), (60, Some(29)));
    assert!(found.waiting.is_empty());
}

#[test]
fn the_length_of_stay_is_that_of_the_courses_that_ended_beside_those_that_run() {
    let mut house = House::new();
    let ended = house.add_child(1, 7);
    house.add_child(2, 7);
    close(&mut house, ended, date(2026, 9, 9), Outcome::Moved);
    let found = seated(&house, september());
    assert_eq!(found.ended.iter().map(|s| (s.case, s.days())).collect::<Vec<_>>(), [(ended, 30)]);
    // Admitted on 10 August; the last day of September is its 52nd.
    assert_eq!(found.running.iter().map(|s| s.days()).collect::<Vec<_>>(), [52]);
    assert!(seated(&house, september().after()).ended.is_empty());
}

#[test]
fn the_ministrys_average_weighs_each_child_by_its_months() {
    let average = ministry_average([(0.20, 10), (0.80, 2)]).unwrap();
    assert_eq!(format!("{:.1}", average * 100.0), "30.0");
    assert_eq!(ministry_average([(0.5, 0)]), None);
}

#[test]
fn a_child_has_its_attendance_its_causes_its_meter_and_its_months() {
    let (mut house, case) = House::with_child(6);
    house.plan(case, DayPlan::UNKNOWN);
    mark(&mut house, case, (date(2026, 9, 1), date(2026, 9, 30)), Mark::Present);
    mark(&mut house, case, (date(2026, 9, 1), date(2026, 9, 4)), Mark::Unlawful);
    mark(&mut house, case, (date(2026, 9, 7), date(2026, 9, 8)), Mark::Sick);
    mark(&mut house, case, (date(2026, 9, 9), date(2026, 9, 9)), Mark::Leave);
    let found = seated(&house, september());
    let child = &found.children[0];
    assert_eq!((child.from, child.to, child.school_days), (date(2026, 9, 1), date(2026, 9, 30), 22));
    let days = |halves: Halves<_>| halves.get() / 2;
    let absence = child.absence;
    assert_eq!((days(absence.sick), days(absence.leave), days(absence.unlawful)), (2, 1, 4));
    assert_eq!(child.attendance.share(), Some(15.0 / 22.0));
    assert_eq!((child.band(), child.months), (Band::BelowNinety, 1));
    // Four days reach the limit of 4 days that the third quarter of 2026 has.
    assert_eq!(LevelCount::of(&found.children)[0].children, [0, 1, 0]);
    assert_eq!(child.absent_share(), Some(7.0 / 22.0));
    // In October the fourth quarter begins, with nothing registered.
    let october = seated(&house, september().after());
    assert_eq!(LevelCount::of(&october.children)[0].children, [1, 0, 0]);
    assert_eq!((october.children[0].band(), october.children[0].months), (Band::None, 0));
}

#[test]
fn own_and_reported_attendance_are_never_added() {
    let (mut house, own) = House::with_child(6);
    house.plan(own, DayPlan::UNKNOWN);
    mark(&mut house, own, (date(2026, 9, 1), date(2026, 9, 30)), Mark::Present);
    let other = house.add_child(2, 6);
    house.records.cases[1].programme = house.programmes[1].code().clone();
    house.records.reported_weeks.push(ReportedWeek {
        id: ReportedWeekId::from_u128(1),
        case: other,
        monday: SchoolWeek::from_monday(date(2026, 9, 7)).unwrap(),
        days: ReportedDays::new(Halves::new(3), Halves::new(10)).unwrap(),
        source: ReportSource::School,
    });
    let found = figures(&house, september(), More::default());
    let (own, none) = Attended::own_and_reported(&found.programmes[0].children);
    assert_eq!((own.children, own.attended.get(), own.registered.get(), none.children), (1, 44, 44, 0));
    let (none, reported) = Attended::own_and_reported(&found.programmes[1].children);
    assert_eq!((none.children, reported.children, reported.share()), (0, 1, Some(0.3)));
    assert!(found.programmes[1].children[0].meters.is_empty());
}

#[test]
fn levels_change_up_and_down_and_the_first_choice_is_no_change() {
    let (mut house, _) = House::with_child(6);
    let level = |level, on| LevelChange {
        level: Level::new(level).unwrap(),
        on,
        talk: TalkId::from_u128(1),
        reason: None,
        by: StaffId::from_u128(1),
    };
    house.records.cases[0].levels = vec![
        level(1, date(2026, 9, 1)),
        level(2, date(2026, 9, 10)),
        level(2, date(2026, 9, 20)),
        level(1, date(2026, 10, 1)),
    ];
    let steps = |span| -> Vec<Direction> {
        seated(&house, span).levels.into_iter().map(LevelShift::direction).collect()
    };
    assert_eq!(
        (steps(september()), steps(september().after())),
        (vec![Direction::Up], vec![Direction::Down])
    );
}

#[test]
fn consultations_have_hours_and_participants() {
    let line = |text| Line::new(text).unwrap();
    let there = [
        Participant::Staff(StaffId::from_u128(1)),
        Participant::Role(Role::Mother),
        Participant::Other(line("12 lærere fra Ørsted Skole")),
        Participant::Other(line("skolelederen")),
    ];
    assert_eq!(consultation::others(&there), 14);
    let one = |on, minutes: Option<u16>| Consultation {
        date: on,
        place: None,
        minutes: minutes.map(|m| Minutes::new(m).unwrap()),
        participants: 7,
    };
    let consultations = vec![
        one(date(2026, 8, 31), Some(60)),
        one(date(2026, 9, 1), Some(90)),
        one(date(2026, 9, 30) - Days::new(1), None),
    ];
    let found = figures(&House::new(), september(), More { consultations, ..More::default() }).consultations;
    assert_eq!(
        (found.held.len(), found.minutes(), found.participants(), found.without_length()),
        (2, 90, 14, 1)
    );
}
