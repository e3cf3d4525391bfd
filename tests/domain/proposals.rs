//! Proposals: what proposes itself, when, for whom, and why there is no time.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trivsel_domain::record::{Appointment, Contacts, DayPlan, Staff, TalkKind, Timetable};
use trivsel_domain::rules::booking::{collide, share_time, takes};
use trivsel_domain::rules::free::NoTime;
use trivsel_domain::rules::obligations::State;
use trivsel_domain::rules::proposals::{Planning, Proposal, proposals};
use trivsel_domain::value::{
    AppointmentId, CaseId, Coded, Hours, Initials, Line, ObligationKind, PersonName, SeatedStage, StaffId,
    TimeOfDay, TimetableId,
};

use super::facts::{calendar, date};
use super::obligations::Course;

const MK: StaffId = StaffId::from_u128(1);
const LB: StaffId = StaffId::from_u128(2);
const FIVE: [&str; 5] = ["MK", "LB", "SH", "AN", "PJ"];

fn staff() -> Vec<Staff> {
    let member = |(n, initials): (u128, &&str)| Staff {
        id: StaffId::from_u128(n),
        name: PersonName::new("Maja Krog").unwrap(),
        initials: Initials::new(initials).unwrap(),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    };
    (1..).zip(FIVE.iter()).map(member).collect()
}

/// A course of MK and LB, with its first parent talk on a date.
fn course(number: u128, stage: SeatedStage) -> Course {
    let mut course = Course::new("skolefravaer", stage, date(2026, 8, 10));
    course.case.id = CaseId::from_u128(number);
    course.case.contacts = Contacts { primary: Some(MK), secondary: Some(LB) };
    course
}

/// Monday to Friday with the same hours.
fn there(mut course: Course, from: u32, to: u32) -> Course {
    let hours = Hours::new(TimeOfDay::new(from, 30).unwrap(), TimeOfDay::new(to, 0).unwrap()).unwrap();
    let day = DayPlan::Expected { hours: Some(hours.into()), blocks: vec![] };
    let days = std::array::from_fn(|_| day.clone());
    let id = TimetableId::from_u128(1);
    course.timetables.push(Timetable { id, case: course.case.id, from: date(2026, 8, 10), days });
    course
}

fn proposed(courses: &[Course], appointments: &[Appointment], today: NaiveDate) -> Vec<Proposal> {
    let (staff, calendar) = (staff(), calendar());
    proposals(&Planning {
        ledgers: courses.iter().map(Course::ledger).collect(),
        appointments: appointments.to_vec(),
        staff: &staff,
        calendar: &calendar,
        now: today.and_hms_opt(9, 41, 0).unwrap(),
    })
}

/// "parent-talk 2026-12-22 08:00-08:50" for each, or why there is no time.
fn told(all: &[Proposal]) -> Vec<String> {
    let one = |p: &Proposal| match p.time {
        Ok(slot) => {
            let kind = p.owed.kind.code();
            format!("{kind} {} {}-{}", slot.date, slot.hours.from(), slot.hours.to())
        }
        Err(why) => format!("{why:?}"),
    };
    all.iter().map(one).collect()
}

#[test]
fn a_parent_talk_proposes_itself_on_its_day_with_both_contacts() {
    let trivsel = course(1, SeatedStage::Course)
        .held(TalkKind::Parent, date(2026, 11, 24))
        .held(TalkKind::FollowUp, date(2026, 11, 20));
    // The date is 22 December; in the week of the 14th it is next week's.
    let none = proposed(std::slice::from_ref(&trivsel), &[], date(2026, 12, 11));
    assert!(none.iter().all(|p| p.kind != TalkKind::Parent), "{none:?}");
    let all = proposed(&[trivsel], &[], date(2026, 12, 14));
    let parent: Vec<&Proposal> = all.iter().filter(|p| p.kind == TalkKind::Parent).collect();
    assert_eq!(parent.len(), 1);
    assert_eq!(
        told(&all)[all.iter().position(|p| p.kind == TalkKind::Parent).unwrap()],
        "parent-talk 2026-12-22 08:00-08:50"
    );
    assert_eq!(parent[0].staff, [MK, LB]);
}

#[test]
fn a_full_day_moves_the_talk_to_the_nearest_day_of_its_window_and_a_full_window_says_so() {
    let one = course(1, SeatedStage::Course)
        .held(TalkKind::Parent, date(2026, 11, 24))
        .held(TalkKind::FollowUp, date(2026, 11, 20));
    let full = |day: NaiveDate, who: StaffId| Appointment {
        id: AppointmentId::from_u128(7),
        date: day,
        hours: None,
        title: Line::new("Kursus").unwrap(),
        kind: None,
        case: None,
        staff: vec![who],
        event: None,
        not_held: None,
        series: None,
    };
    let parent = |taken: &[Appointment]| -> Proposal {
        let all = proposed(std::slice::from_ref(&one), taken, date(2026, 12, 14));
        all.into_iter().find(|p| p.kind == TalkKind::Parent).unwrap()
    };
    let moved = parent(&[full(date(2026, 12, 22), LB)]);
    assert_eq!(moved.time.unwrap().date, date(2026, 12, 21));
    let every: Vec<Appointment> = (0..10).map(|n| full(date(2026, 12, 14) + Days::new(n), LB)).collect();
    assert_eq!(parent(&every).time, Err(NoTime::Taken));
    // Nobody is asked who has left, and a case without a contact says so.
    let mut alone = one.clone();
    alone.case.contacts = Contacts { primary: None, secondary: None };
    let all = proposed(&[alone], &[], date(2026, 12, 14));
    assert!(!all.is_empty() && all.iter().all(|p| p.time == Err(NoTime::NoContact)), "{all:?}");
}

#[test]
fn the_week_has_its_development_talk_while_the_child_is_there_and_so_has_the_next() {
    let weekly = there(course(1, SeatedStage::Course), 8, 10)
        .held(TalkKind::Parent, date(2026, 11, 24))
        .held(TalkKind::FollowUp, date(2026, 11, 20))
        .held(TalkKind::Development, date(2026, 11, 19));
    let all = proposed(std::slice::from_ref(&weekly), &[], date(2026, 11, 25));
    // It is 9.41 on Wednesday: the child goes home at 10.
    assert_eq!(
        told(&all),
        ["development-talk 2026-11-26 08:30-09:15", "development-talk 2026-11-30 08:30-09:15"]
    );
    assert_eq!(all[0].staff, [MK]);
    // What is booked this week is not proposed again; the next week still is.
    let booked = weekly.books(TalkKind::Development, date(2026, 11, 27));
    let all = proposed(&[booked], &[], date(2026, 11, 25));
    assert_eq!(told(&all), ["development-talk 2026-11-30 08:30-09:15"]);
}

#[test]
fn what_is_late_proposes_itself_as_soon_as_it_can() {
    let late = course(1, SeatedStage::Course)
        .held(TalkKind::Parent, date(2026, 9, 21))
        .held(TalkKind::FollowUp, date(2026, 11, 20));
    let all = proposed(&[late], &[], date(2026, 11, 25));
    // The child is there anyway; the parents are asked to come tomorrow.
    let late: Vec<Proposal> = all.into_iter().filter(|p| p.owed.state == State::Overdue).collect();
    let times = ["development-talk 2026-11-25 09:45-10:30", "parent-talk 2026-11-26 08:00-08:50"];
    assert_eq!(told(&late), times);
}

#[test]
fn start_up_and_follow_up_propose_themselves_within_their_windows() {
    let started = course(1, SeatedStage::StartUp).held(TalkKind::Enrolment, date(2026, 12, 2));
    let all = proposed(&[started], &[], date(2026, 12, 17));
    let of = |kind| all.iter().find(|p| p.owed.kind == kind).map(|p| p.time.unwrap().date);
    assert_eq!(of(ObligationKind::StartUpTalk), Some(date(2026, 12, 22)));
    // Due two weeks ahead: people of other houses take part.
    let meets = course(1, SeatedStage::Course)
        .held(TalkKind::Parent, date(2026, 11, 24))
        .held(TalkKind::FollowUp, date(2026, 9, 10));
    let all = proposed(&[meets], &[], date(2026, 11, 26));
    let meeting = all.iter().find(|p| p.kind == TalkKind::FollowUp).unwrap();
    assert_eq!((meeting.time.unwrap().date, meeting.week), (date(2026, 12, 10), date(2026, 12, 7)));
}

/// A stage, talks, the contacts, the hour at which the child goes home, and whether it has a timetable.
type Drawn = (SeatedStage, Vec<(TalkKind, u64)>, u128, u128, u32, bool);

/// Talks, bookings and timetables of a few courses.
fn any_house() -> impl Strategy<Value = (Vec<Course>, Vec<Appointment>)> {
    let stage = prop::sample::select(SeatedStage::ALL.to_vec());
    let talk = (prop::sample::select(TalkKind::ALL.to_vec()), 0_u64..100);
    let case = (stage, prop::collection::vec(talk, 0..6), 1_u128..6, 1_u128..6, 8_u32..12, any::<bool>());
    let busy = (80_u64..125, 7_u32..16, 1_u16..300, 1_u128..6);
    (prop::collection::vec(case, 1..8), prop::collection::vec(busy, 0..40)).prop_map(|(cases, busy)| {
        let course = |(n, (stage, talks, one, two, to, planned)): (u128, Drawn)| {
            let mut course = course(n, stage);
            course.case.contacts =
                Contacts { primary: Some(StaffId::from_u128(one)), secondary: Some(StaffId::from_u128(two)) };
            let course = if planned { there(course, 8, to.max(9)) } else { course };
            talks.into_iter().fold(course, |c, (kind, on)| c.held(kind, date(2026, 8, 17) + Days::new(on)))
        };
        let taken = |(n, (day, hour, minutes, who)): (u128, (u64, u32, u16, u128))| Appointment {
            id: AppointmentId::from_u128(n),
            date: date(2026, 8, 31) + Days::new(day),
            hours: Hours::lasting(TimeOfDay::new(hour, 0).unwrap(), minutes).ok(),
            title: Line::new("Optaget").unwrap(),
            kind: None,
            case: None,
            staff: vec![StaffId::from_u128(who)],
            event: None,
            not_held: None,
            series: None,
        };
        ((1..).zip(cases).map(course).collect(), (1..).zip(busy).map(taken).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn no_proposal_collides(house in any_house(), day in 0_u64..14) {
        let (courses, taken) = house;
        let today = date(2026, 11, 25) + Days::new(day);
        let all = proposed(&courses, &taken, today);
        prop_assert_eq!(&all, &proposed(&courses, &taken, today));
        let title = || Line::new("Samtale").unwrap();
        let booked: Vec<Appointment> = (1000..)
            .zip(&all)
            .filter_map(|(n, p)| p.appointment(AppointmentId::from_u128(n), title()))
            .collect();
        for (n, one) in booked.iter().enumerate() {
            prop_assert!(calendar().is_school_day(one.date) && one.date >= today, "{one:?}");
            let others = booked.iter().skip(n + 1).chain(&taken);
            prop_assert!(others.into_iter().all(|other| !collide(one, other)), "{one:?}");
            let busy = taken.iter().filter(|a| a.date == one.date && takes(a, &one.staff, one.case));
            prop_assert!(busy.into_iter().all(|a| !share_time(one.hours, a)), "{one:?}");
        }
        for p in all.iter().filter(|p| p.owed.state != State::Overdue) {
            if let Ok(slot) = p.time {
                let window = p.owed.window;
                prop_assert!(window.earliest <= slot.date && slot.date <= window.latest, "{p:?}");
            }
        }
        let timed = all.iter().filter(|p| p.time.is_ok());
        let mut keys: Vec<_> = timed.map(Proposal::key).collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), count);
    }
}
