//! I dag: what a day asks for, in which part of the list, and whose it is.

use chrono::NaiveDate;
use trivsel_domain::record::{
    Appointment, Contacts, Day, Doer, FollowUp, Foretold, ReportSource, ReportedDays, ReportedWeek, TalkKind,
};
use trivsel_domain::rules::booking::SignedTalk;
use trivsel_domain::rules::obligations::State;
use trivsel_domain::rules::today::{Count, DayFacts, Item, Part, Task, Unsigned, agenda, counts};
use trivsel_domain::value::{
    Absence, AppointmentId, CaseId, DraftId, FollowUpId, Halves, Hours, Line, Mark, ObligationKind,
    ProgrammeCode, ReportedWeekId, SchoolWeek, SeatedStage, StaffId, TalkId, TimeOfDay,
};

use super::facts::{calendar, date};
use super::obligations::Course;

const CASE: CaseId = CaseId::from_u128(1);
const MAJA: StaffId = StaffId::from_u128(1);
const LISE: StaffId = StaffId::from_u128(2);

fn today() -> NaiveDate {
    date(2026, 11, 25)
}

/// A case of Maja's, in its course since 2 November.
fn course() -> Course {
    let mut course = Course::new("skolefravaer", SeatedStage::Course, date(2026, 11, 2));
    course.case.contacts = Contacts { primary: Some(MAJA), secondary: None };
    course.held(TalkKind::Development, date(2026, 11, 18))
}

fn facts() -> DayFacts {
    DayFacts { cases: vec![course().case], ..DayFacts::default() }
}

/// The facts of a course that books and owes.
fn owing(course: &Course) -> DayFacts {
    let obligations = course.owes(today()).into_iter().map(|owed| (CASE, owed)).collect();
    DayFacts { cases: vec![course.case.clone()], obligations, ..DayFacts::default() }
}

fn listed(facts: &DayFacts) -> Vec<Item> {
    agenda(facts, &calendar(), today())
}

fn day(number: u32, mark: Mark) -> Day {
    Day { first: Some(mark), ..Day::blank(CASE, date(2026, 11, number)) }
}

fn talk(kind: TalkKind, number: u32) -> SignedTalk {
    let id = TalkId::from_u128(1);
    SignedTalk { id, case: CASE, kind, date: date(2026, 11, number), start: None }
}

fn appointment(kind: Option<TalkKind>) -> Appointment {
    let time = |h| TimeOfDay::new(h, 0).unwrap();
    Appointment {
        id: AppointmentId::from_u128(1),
        date: today(),
        hours: Some(Hours::new(time(10), time(11)).unwrap()),
        title: Line::new("Møde").unwrap(),
        kind,
        case: Some(CASE),
        staff: vec![LISE],
        event: None,
        not_held: None,
        series: None,
    }
}

#[test]
fn a_signed_talk_shows_that_one_appointment_was_held_and_not_another_of_its_kind() {
    let mut facts = facts();
    let at = |hour: u32, kind| {
        let from = TimeOfDay::new(hour, 0).unwrap();
        let id = AppointmentId::from_u128(hour.into());
        Appointment { id, hours: Hours::lasting(from, 60).ok(), ..appointment(kind) }
    };
    facts.appointments = vec![at(10, Some(TalkKind::Network)), at(13, Some(TalkKind::Network)), at(15, None)];
    let left = |facts: &DayFacts| -> Vec<u128> {
        listed(facts).iter().filter_map(|i| i.booked.as_ref()).map(|a| a.id.as_u128()).collect()
    };
    assert_eq!(left(&facts), [10, 13, 15]);
    let start = TimeOfDay::new(13, 0).ok();
    facts.talks = vec![SignedTalk { start, ..talk(TalkKind::Network, 25) }];
    assert_eq!(left(&facts), [10, 15]);
    // A time in which a member of staff is busy by an own calendar asks nothing of the house.
    let busy = Appointment { event: Line::new("x@y").ok(), case: None, ..at(16, None) };
    facts.appointments.push(busy);
    assert_eq!(left(&facts), [10, 15]);
    // One of no kind is held by what began at its time.
    let start = TimeOfDay::new(15, 0).ok();
    facts.talks.push(SignedTalk { id: TalkId::from_u128(2), start, ..talk(TalkKind::Status, 25) });
    assert_eq!(left(&facts), [10]);
}

#[test]
fn unlawful_absence_today_asks_for_a_call_until_somebody_spoke_with_the_parents() {
    let mut facts = facts();
    facts.days = vec![day(25, Mark::Unlawful)];
    let call = &listed(&facts)[0];
    assert_eq!((&call.task, call.part, call.case), (&Task::Unexplained, Part::Call, Some(CASE)));
    assert!(call.concerns(MAJA) && call.concerns(LISE), "who is there calls");
    // A talk with the child is none with the parents, and yesterday's was about yesterday.
    facts.talks = vec![talk(TalkKind::Development, 25), talk(TalkKind::Message, 24)];
    assert_eq!(listed(&facts)[0].task, Task::Unexplained);
    facts.talks.push(talk(TalkKind::Message, 25));
    assert!(listed(&facts).iter().all(|i| i.part != Part::Call));
    facts.talks.clear();
    let left_early = Day { second: Some(Mark::Unlawful), ..day(25, Mark::Present) };
    facts.days = vec![left_early.clone()];
    assert_eq!(listed(&facts)[0].task, Task::Unexplained, "away at the end of the day");
    let remark = Some(Line::new("Mor skrev: ventede på bussen").unwrap());
    facts.days = vec![Day { remark, ..left_early }];
    assert!(listed(&facts).iter().all(|i| i.part != Part::Call), "the remark explains it");
    facts.days = vec![day(25, Mark::Sick)];
    assert!(listed(&facts).iter().all(|i| i.part != Part::Call), "sickness is told by the parents");
}

#[test]
fn three_days_of_absence_without_contact_are_silence() {
    let mut facts = facts();
    facts.days = vec![day(20, Mark::Sick), day(23, Mark::Sick), day(24, Mark::Sick)];
    let silent = Task::Silent { since: date(2026, 11, 20), days: 3 };
    assert_eq!(listed(&facts)[0].task, silent);
    assert_eq!(listed(&facts)[0].talk(), Some(TalkKind::Message));
    let calls = |facts: &DayFacts| listed(facts).iter().any(|i| i.part == Part::Call);
    let with_talk = |on| DayFacts { talks: vec![talk(TalkKind::Message, on)], ..facts.clone() };
    assert!(calls(&with_talk(19)) && !calls(&with_talk(20)));
    // Told ahead by the parents; two days; broken by a day at school or a visit; leave was granted.
    let mut other = facts.clone();
    let told_at = date(2026, 11, 23).and_hms_opt(7, 40, 0).unwrap();
    other.days[1].foretold = Some(Foretold { cause: Absence::Sick, told_at });
    assert!(!calls(&other));
    for mark in [Mark::Present, Mark::Elsewhere, Mark::Leave] {
        let mut other = facts.clone();
        other.days[1].first = Some(mark);
        assert!(!calls(&other), "{mark:?}");
    }
    facts.days.remove(0);
    assert!(!calls(&facts));
    // Long ago it says nothing any more.
    facts.days = vec![day(16, Mark::Sick), day(17, Mark::Sick), day(18, Mark::Sick)];
    assert!(!calls(&facts));
}

#[test]
fn the_register_is_one_item_that_counts_the_blank_children_on_school_days_only() {
    let mut facts = facts();
    facts.programmes = trivsel_defaults::programmes().unwrap();
    let register = listed(&facts).into_iter().find(|i| i.part == Part::Register).unwrap();
    assert_eq!(register.task, Task::Register { blank: vec![CASE] });
    facts.days = vec![day(25, Mark::Present)];
    assert!(listed(&facts).iter().all(|i| i.part != Part::Register));
    assert_eq!(agenda(&DayFacts { days: vec![], ..facts }, &calendar(), date(2026, 11, 28)), []);
}

#[test]
fn the_week_at_the_own_schools_is_one_item_from_friday_until_it_is_reported() {
    let mut facts = facts();
    facts.programmes = trivsel_defaults::programmes().unwrap();
    let asked = |facts: &DayFacts, on| {
        let items = agenda(facts, &calendar(), on);
        items.into_iter().find(|i| i.task.code() == "own-school").map(|i| (i.part, i.task))
    };
    assert_eq!(asked(&facts, today()), None, "the house keeps the register");
    facts.cases[0].programme = ProgrammeCode::new("trivsel").unwrap();
    let week = |day| SchoolWeek::from_monday(date(2026, 11, day)).unwrap();
    let own = |week| Some((Part::Register, Task::OwnSchool { week, missing: vec![CASE] }));
    assert_eq!(asked(&facts, today()), own(week(16)));
    assert_eq!(asked(&facts, date(2026, 11, 27)), own(week(23)));
    // The autumn holiday has no days to report.
    assert_eq!(asked(&facts, date(2026, 10, 19)), None);
    facts.reported.push(ReportedWeek {
        id: ReportedWeekId::from_u128(1),
        case: CASE,
        monday: week(16),
        days: ReportedDays::new(Halves::new(4), Halves::new(10)).unwrap(),
        source: ReportSource::School,
    });
    assert_eq!(asked(&facts, today()), None);
    assert!(asked(&facts, date(2026, 11, 27)).is_some());
}

#[test]
fn what_is_owed_stands_where_its_state_puts_it_and_is_its_contacts() {
    let course = course();
    let items = listed(&owing(&course));
    let week = items.iter().find(|i| i.task.code() == "development-talk").unwrap();
    assert_eq!((week.part, week.state()), (Part::Due, Some(State::Due)));
    assert!(week.concerns(MAJA) && !week.concerns(LISE));
    // Upcoming, and booked for another day: no item.
    let open = |kind| course.open(kind, today()).map(|o| o.state);
    assert_eq!(open(ObligationKind::FollowUpMeeting), Some(State::Upcoming));
    assert!(items.iter().all(|i| i.task.code() != "follow-up-meeting"));
    let booked = course.books(TalkKind::Development, date(2026, 11, 26));
    assert!(listed(&owing(&booked)).iter().all(|i| i.task.code() != "development-talk"));
}

#[test]
fn an_appointment_that_meets_what_is_owed_is_one_item_with_it() {
    let course = course().books(TalkKind::Development, today());
    let mut facts = owing(&course);
    let obligation = facts.obligations.iter().find(|(_, o)| o.booked.is_some()).unwrap().1.clone();
    let id = obligation.booked.unwrap().appointment;
    facts.appointments = vec![Appointment { id, ..appointment(Some(TalkKind::Development)) }];
    let planned: Vec<Item> = listed(&facts).into_iter().filter(|i| i.part == Part::Planned).collect();
    assert_eq!(planned.len(), 1, "{planned:?}");
    assert_eq!(planned[0].task.code(), "development-talk");
    assert!(planned[0].concerns(MAJA) && planned[0].concerns(LISE), "the contact and who takes part");
}

#[test]
fn what_is_booked_today_stands_at_its_hour_whatever_day_it_is_owed_by() {
    let hours =
        |from| Hours::new(TimeOfDay::new(from, 0).unwrap(), TimeOfDay::new(from + 1, 0).unwrap()).unwrap();
    let mut facts = owing(&course().books(TalkKind::Development, today()));
    for booked in facts.obligations.iter_mut().filter_map(|(_, o)| o.booked.as_mut()) {
        booked.hours = Some(hours(10));
    }
    let other = |id, from| Appointment {
        id: AppointmentId::from_u128(id),
        hours: Some(hours(from)),
        ..appointment(Some(TalkKind::Network))
    };
    facts.appointments = vec![other(98, 12), other(99, 8)];
    let planned: Vec<Item> = listed(&facts).into_iter().filter(|i| i.part == Part::Planned).collect();
    assert_eq!(planned.iter().filter_map(|i| i.hours).collect::<Vec<_>>(), [8, 10, 12].map(hours));
    assert!(planned.iter().all(|i| i.date == today()), "{planned:?}");
}

#[test]
fn an_appointment_that_meets_two_things_is_one_talk() {
    // The talk with the parents is also the contact about sick teaching.
    let mut course = course().held(TalkKind::StartUp, date(2026, 10, 29)).books(TalkKind::Parent, today());
    (course.attended, course.absent) = (Some(date(2026, 11, 5)), Some(date(2026, 11, 24)));
    let facts = owing(&course);
    let met = facts.obligations.iter().filter(|(_, o)| o.booked.is_some());
    assert_eq!(met.count(), 2, "{:?}", facts.obligations);
    let items = listed(&facts);
    let planned: Vec<&Item> = items.iter().filter(|i| i.part == Part::Planned).collect();
    assert_eq!(planned.len(), 1, "{planned:?}");
    assert!(counts(items.iter()).contains(&(Count::Talks, 1)));
}

#[test]
fn other_appointments_of_the_day_are_listed_until_their_talk_is_held() {
    let mut facts = facts();
    facts.appointments = vec![appointment(Some(TalkKind::Network))];
    let item = &listed(&facts)[0];
    assert_eq!(
        (item.part, item.counted(), item.talk()),
        (Part::Planned, Count::Talks, Some(TalkKind::Network))
    );
    assert!(item.concerns(LISE) && !item.concerns(MAJA));
    facts.talks = vec![talk(TalkKind::Network, 25)];
    assert_eq!(listed(&facts), []);
    facts.appointments = vec![appointment(None)];
    assert_eq!(listed(&facts)[0].counted(), Count::Appointments);
}

#[test]
fn follow_ups_and_drafts_are_listed_and_everything_is_in_the_order_of_its_parts() {
    let mut facts = owing(&course());
    let follow_up = |id, on| FollowUp {
        id: FollowUpId::from_u128(id),
        talk: TalkId::from_u128(1),
        case: Some(CASE),
        what: Line::new("Ring til PPR").unwrap(),
        who: Doer::Staff(LISE),
        due: date(2026, 11, on),
        closing: None,
    };
    facts.follow_ups = vec![follow_up(1, 25), follow_up(2, 24), follow_up(3, 26)];
    facts.drafts = vec![Unsigned {
        id: DraftId::from_u128(1),
        case: None,
        form: "talk".to_owned(),
        saved_at: date(2026, 11, 24).and_hms_opt(14, 0, 0).unwrap(),
    }];
    facts.appointments = vec![appointment(None)];
    facts.days = vec![day(25, Mark::Unlawful)];
    facts.programmes = trivsel_defaults::programmes().unwrap();
    facts.cases.push(trivsel_domain::record::Case { id: CaseId::from_u128(2), ..facts.cases[0].clone() });
    let items = listed(&facts);
    let parts: Vec<Part> = items.iter().map(|i| i.part).collect();
    assert!(parts.is_sorted(), "{parts:?}");
    for part in [Part::Call, Part::Register, Part::Planned, Part::Overdue, Part::Due, Part::Draft] {
        assert!(parts.contains(&part), "{part:?} of {parts:?}");
    }
    let agreed: Vec<(Part, NaiveDate)> =
        items.iter().filter(|i| i.task.code() == "follow-up").map(|i| (i.part, i.date)).collect();
    assert_eq!(agreed, [(Part::Overdue, date(2026, 11, 24)), (Part::Due, today())]);
    let total: usize = counts(items.iter()).iter().map(|(_, n)| n).sum();
    assert_eq!(total, items.len(), "everything is counted once");
    assert!(counts(items.iter()).is_sorted());
}
