//! What holds for any course on any day.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use trivsel_domain::record::Rhythm;
use trivsel_domain::value::{Coded, Interval, Mark};

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..400).prop_map(|n| date(2026, 8, 10) + Days::new(n))
}

prop_compose! {
    /// A course with talks, bookings, marks and answers on any days of more than a year.
    fn any_course()(
        levels in any::<bool>(),
        stage in proptest::sample::select(SeatedStage::ALL.to_vec()),
        talks in prop::collection::vec((proptest::sample::select(TalkKind::ALL.to_vec()), day()), 0..30),
        booked in prop::collection::vec((proptest::sample::select(TalkKind::ALL.to_vec()), day()), 0..10),
        excused in prop::collection::vec((proptest::sample::select(ObligationKind::ALL.to_vec()), day()), 0..6),
        unlawful in prop::collection::btree_set(day(), 0..30),
        scored in proptest::option::of(day()),
        months in proptest::option::of(1_u8..=52),
        weeks in proptest::option::of(1_u8..=52),
        closed in proptest::option::of(day()),
        aftercare in any::<bool>(),
    ) -> Course {
        let code = if levels { "trivsel" } else { "skolefravaer" };
        let mut course = Course::new(code, stage, date(2026, 8, 10));
        course = talks.into_iter().fold(course, |c, (kind, on)| c.held(kind, on));
        course = booked.into_iter().fold(course, |c, (kind, on)| c.books(kind, on));
        course = excused.into_iter().fold(course, |c, (kind, on)| c.excuses(kind, on));
        course.absences = unlawful
            .iter()
            .map(|d| trivsel_domain::record::Day {
                first: Some(Mark::Unlawful),
                ..trivsel_domain::record::Day::blank(course.case.id, *d)
            })
            .collect();
        course.scored = scored;
        course.attended = scored;
        course.absent = unlawful.last().copied();
        let every = |n: Option<u8>| n.and_then(|n| Interval::new(n).ok());
        course.case.rhythm =
            Rhythm { follow_up_months: every(months), wellbeing_weeks: every(weeks), aftercare };
        if let (Some(on), Standing::Seated { stay, .. }) = (closed, &course.case.standing) {
            let closing =
                Closing { on: on + Days::new(1), outcome: Outcome::GeneralSchool, place: None };
            course.case.standing = Standing::Closed { stay: *stay, closing };
        }
        course
    }
}

/// The identities of the obligations with a property.
fn those(
    course: &Course,
    today: NaiveDate,
    is: impl Fn(&Obligation) -> bool,
) -> Vec<(ObligationKind, NaiveDate, usize)> {
    course.owes(today).iter().filter(|o| is(o)).map(|o| (o.kind, o.since, o.number)).collect()
}

proptest! {
    /// Days pass without anybody doing anything: what is overdue stays overdue, apart from letters of a quarter long
    /// past, what is asked until a year after closing, and the letter before a booked meeting whose day goes by unheld: it is then
    /// due before the meeting's own date.
    #[test]
    fn what_is_overdue_stays_overdue(course in any_course(), today in day(), later in 0_u64..60) {
        let mut course = course;
        course.talks.retain(|t| t.date <= today);
        course.absences.retain(|d| d.date <= today);
        let booked = !course.booked.is_empty();
        let lapses = |o: &Obligation| {
            use ObligationKind as K;
            o.kind.is_after_closing() || matches!(o.kind, K::Warning | K::Notification) || o.kind == K::StatusLetter && booked
        };
        let overdue = |o: &Obligation| o.state == State::Overdue && !lapses(o);
        let now = those(&course, today, overdue);
        let then = those(&course, today + Days::new(later), overdue);
        prop_assert!(now.iter().all(|o| then.contains(o)), "{now:?} then {then:?}");
    }

    #[test]
    fn no_window_has_two_open_obligations(course in any_course(), today in day()) {
        let open = those(&course, today, Obligation::is_open);
        let different: BTreeSet<_> = open.iter().collect();
        prop_assert_eq!(different.len(), open.len());
        // Of everything but plans, letters and aftercare only one is open at a time.
        let single: Vec<_> = open
            .iter()
            .map(|(kind, ..)| *kind)
            .filter(|kind| !matches!(kind, ObligationKind::Aftercare | ObligationKind::Warning | ObligationKind::Notification))
            .collect();
        let kinds: BTreeSet<_> = single.iter().collect();
        prop_assert_eq!(kinds.len(), single.len());
    }

    #[test]
    fn a_closed_case_owes_aftercare_where_it_asks_for_it_and_the_later_attendance(course in any_course(), today in day()) {
        let closed = matches!(course.case.standing, Standing::Closed { .. });
        prop_assume!(closed);
        let owes = course.owes(today);
        let aftercare = course.case.rhythm.aftercare;
        let asked = |kind| kind == ObligationKind::LaterAttendance || kind == ObligationKind::Aftercare && aftercare;
        prop_assert!(owes.iter().all(|o| asked(o.kind)), "{owes:?}");
    }

    #[test]
    fn no_date_falls_on_a_day_without_school(course in any_course(), today in day()) {
        for owed in course.owes(today).iter().filter(|o| o.kind != ObligationKind::PhaseOutTask) {
            prop_assert!(calendar().is_school_day(owed.date), "{owed:?}");
            prop_assert!(owed.window.earliest <= owed.date && owed.date <= owed.window.latest, "{owed:?}");
        }
    }

    /// The same records and the same day give the same obligations, and an excuse always answers.
    #[test]
    fn an_excuse_answers_what_is_open(course in any_course(), today in day()) {
        let open: Vec<_> = course.owes(today).into_iter().filter(|o| o.is_open() && o.kind.can_be_excused()).collect();
        for owed in open {
            let excused = course.clone().excuses(owed.kind, owed.since);
            let still = those(&excused, today, Obligation::is_open);
            prop_assert!(!still.contains(&(owed.kind, owed.since, 0)), "{owed:?}");
        }
    }
}
