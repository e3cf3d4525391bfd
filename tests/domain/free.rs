//! Free times: a table of what is free, and what holds for any calendar.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trivsel_domain::record::{Appointment, DayPlan, Timetable};
use trivsel_domain::rules::booking::{share_time, takes};
use trivsel_domain::rules::free::{Diary, Meeting, NoTime, Range, Slot};
use trivsel_domain::value::{AppointmentId, CaseId, Hours, Line, StaffId, TimeOfDay, TimetableId};

use super::facts::{calendar, date};

const ALMA: CaseId = CaseId::from_u128(1);
const MK: StaffId = StaffId::from_u128(1);
const LB: StaffId = StaffId::from_u128(2);

fn hours(text: &str) -> Hours {
    let (from, to) = text.split_once('-').unwrap();
    let time = |t: &str| TimeOfDay::try_from(t.to_owned()).unwrap();
    Hours::new(time(from), time(to)).unwrap()
}

fn appointment(
    date: NaiveDate,
    hours: Option<Hours>,
    staff: &[StaffId],
    case: Option<CaseId>,
) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(9),
        date,
        hours,
        title: Line::new("Optaget").unwrap(),
        kind: None,
        case,
        staff: staff.to_vec(),
        event: None,
        not_held: None,
        series: None,
    }
}

fn week(days: [DayPlan; 5]) -> Vec<Timetable> {
    vec![Timetable { id: TimetableId::from_u128(1), case: ALMA, from: date(2026, 8, 10), days }]
}

fn expected(at: &str) -> DayPlan {
    DayPlan::Expected { hours: Some(hours(at).into()), blocks: vec![] }
}

fn meeting<'a>(staff: &'a [StaffId], timetables: Option<&'a [Timetable]>) -> Meeting<'a> {
    Meeting { staff, case: Some(ALMA), timetables, minutes: 45, pause: 0 }
}

/// From a moment on Wednesday 25 November until a day.
fn until(hour: u32, minute: u32, to: NaiveDate) -> Range {
    Range { from: date(2026, 11, 25).and_hms_opt(hour, minute, 0).unwrap(), to }
}

fn told(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(|s| format!("{} {}-{}", s.date, s.hours.from(), s.hours.to())).collect()
}

#[test]
fn the_next_three_share_no_time_and_pass_over_what_is_taken() {
    let calendar = calendar();
    let taken = [
        appointment(date(2026, 11, 25), Some(hours("08:00-14:10")), &[MK], None),
        appointment(date(2026, 11, 26), None, &[LB], None),
        appointment(date(2026, 11, 27), Some(hours("09:00-15:00")), &[], Some(ALMA)),
    ];
    let diary = Diary { appointments: &taken, calendar: &calendar };
    let next = diary.next_free(meeting(&[MK, LB], None), until(9, 0, date(2026, 12, 4)), 3);
    let free = ["2026-11-25 14:15-15:00", "2026-11-25 15:00-15:45", "2026-11-27 08:00-08:45"];
    assert_eq!(told(&next), free);
    // The others are of no concern to one who is alone.
    let alone = Meeting { case: None, ..meeting(&[LB], None) };
    let next = diary.next_free(alone, until(9, 5, date(2026, 12, 4)), 1);
    assert_eq!(told(&next), ["2026-11-25 09:15-10:00"]);
}

#[test]
fn a_child_is_met_while_it_is_there() {
    let calendar = calendar();
    let diary = Diary { appointments: &[], calendar: &calendar };
    let range = until(7, 0, date(2026, 11, 27));
    let table = week([DayPlan::Off, DayPlan::Off, expected("08:20-09:15"), DayPlan::Off, DayPlan::Elsewhere]);
    let next = diary.next_free(meeting(&[MK], Some(&table)), range, 2);
    assert_eq!(told(&next), ["2026-11-25 08:30-09:15", "2026-11-27 08:00-08:45"]);
    let short = week([const { DayPlan::Off }; 5].map(|_| expected("09:00-09:30")));
    let asked = meeting(&[MK], Some(&short));
    assert!(diary.next_free(asked, range, 3).is_empty());
    assert_eq!(diary.why_none(asked, range), NoTime::ChildAway);
    // A talk with the parents does not ask where the child is.
    assert_eq!(diary.next_free(meeting(&[MK], None), range, 3).len(), 3);
}

#[test]
fn the_reason_why_nothing_is_free_is_the_first_that_holds() {
    let calendar = calendar();
    let full = [appointment(date(2026, 11, 25), None, &[MK], None)];
    let diary = Diary { appointments: &full, calendar: &calendar };
    let here = until(8, 0, date(2026, 11, 25));
    assert_eq!(diary.why_none(meeting(&[MK], None), here), NoTime::Taken);
    assert_eq!(diary.why_none(meeting(&[], None), here), NoTime::NoContact);
    let christmas = Range { from: date(2026, 12, 24).and_hms_opt(8, 0, 0).unwrap(), to: date(2026, 12, 30) };
    assert_eq!(diary.why_none(meeting(&[MK], None), christmas), NoTime::NoSchoolDay);
}

prop_compose! {
    fn any_hours()(from in 7_u16..17, quarter in 0_u16..4, minutes in 1_u16..200) -> Hours {
        Hours::lasting(TimeOfDay::from_minutes(from * 60 + quarter * 7).unwrap(), minutes).unwrap()
    }
}

prop_compose! {
    fn any_appointment()(
        // Over the Christmas holiday.
        day in 0_u64..30,
        hours in proptest::option::weighted(0.9, any_hours()),
        staff in prop::collection::btree_set(1_u128..4, 0..3),
        case in proptest::option::of(1_u128..3),
    ) -> Appointment {
        let staff: Vec<StaffId> = staff.into_iter().map(StaffId::from_u128).collect();
        appointment(date(2026, 12, 14) + Days::new(day), hours, &staff, case.map(CaseId::from_u128))
    }
}

fn any_plan() -> impl Strategy<Value = DayPlan> {
    prop_oneof![
        Just(DayPlan::Off),
        Just(DayPlan::Elsewhere),
        Just(DayPlan::UNKNOWN),
        any_hours().prop_map(|hours| DayPlan::Expected { hours: Some(hours.into()), blocks: vec![] }),
    ]
}

proptest! {
    #[test]
    fn a_free_time_takes_nobody_who_is_taken(
        mut taken in prop::collection::vec(any_appointment(), 0..25),
        more in any_appointment(),
        staff in prop::collection::btree_set(1_u128..4, 1..3),
        case in proptest::option::of(1_u128..3),
        plans in proptest::option::of(prop::array::uniform5(any_plan())),
        minutes in 5_u16..150,
        pause in prop::sample::select(vec![0_u16, 10]),
        begins in (0_u64..20, 0_u32..24, 0_u32..60),
        days in 0_u64..12,
    ) {
        let staff: Vec<StaffId> = staff.into_iter().map(StaffId::from_u128).collect();
        let table = plans.map(week);
        let case = case.map(CaseId::from_u128);
        let meeting = Meeting { staff: &staff, case, timetables: table.as_deref(), minutes, pause };
        let first = date(2026, 12, 14) + Days::new(begins.0);
        let range = Range { from: first.and_hms_opt(begins.1, begins.2, 0).unwrap(), to: first + Days::new(days) };
        let calendar = calendar();
        let all = |taken: &[Appointment]| -> Vec<Slot> {
            Diary { appointments: taken, calendar: &calendar }.free(meeting, range).collect()
        };
        let free = all(&taken);
        for slot in &free {
            let moment = slot.date.and_time(slot.hours.from().into());
            prop_assert!(moment >= range.from && slot.date <= range.to, "{slot:?}");
            prop_assert!(calendar.is_school_day(slot.date), "{slot:?}");
            prop_assert_eq!(slot.hours.minutes(), minutes);
            let same_day = taken.iter().filter(|a| a.date == slot.date && takes(a, &staff, case));
            prop_assert!(same_day.into_iter().all(|a| !share_time(Some(slot.hours), a)), "{slot:?}");
        }
        prop_assert!(free.is_sorted_by(|a, b| a < b));
        let next = Diary { appointments: &taken, calendar: &calendar }.next_free(meeting, range, 3);
        prop_assert!(next.len() <= 3 && next.first() == free.first());
        prop_assert!(next.iter().all(|slot| free.contains(slot)));
        let apart = |w: &[Slot]| w[0].date < w[1].date || w[0].hours.to() <= w[1].hours.from();
        prop_assert!(next.windows(2).all(apart), "{:?}", next);
        // One appointment more never makes a time free.
        taken.push(more);
        let fewer: BTreeSet<Slot> = all(&taken).into_iter().collect();
        prop_assert!(fewer.is_subset(&free.into_iter().collect()));
    }
}
