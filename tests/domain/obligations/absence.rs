//! Obligations that follow from absence: sick teaching, the warning, the notification.

use super::*;
use trivsel_domain::record::{Day, Limits};
use trivsel_domain::value::Mark;

fn unlawful(course: &mut Course, days: &[NaiveDate]) {
    let case = course.case.id;
    course.absences =
        days.iter().map(|d| Day { first: Some(Mark::Unlawful), ..Day::blank(case, *d) }).collect();
}

#[test]
fn the_contact_about_sick_teaching_is_15_school_days_after_the_last_day_attended() {
    let mut course = course();
    course.attended = Some(date(2026, 11, 6));
    // Nothing is known of the days since, so nothing is due.
    assert_eq!(course.due(ObligationKind::SickTeaching, date(2026, 11, 20)), None);
    course.absent = Some(date(2026, 11, 19));
    let owed = course.open(ObligationKind::SickTeaching, date(2026, 11, 20)).unwrap();
    assert_eq!(
        (owed.date, owed.window.earliest, owed.state),
        (date(2026, 11, 27), date(2026, 11, 20), State::Due)
    );
    // The sick call of the second day is not that contact; one from the tenth school day on is.
    let early = course.clone().held(TalkKind::Message, date(2026, 11, 10));
    assert_eq!(early.due(ObligationKind::SickTeaching, date(2026, 11, 20)), Some(date(2026, 11, 27)));
    let late = course.clone().held(TalkKind::Message, date(2026, 11, 24));
    assert_eq!(late.due(ObligationKind::SickTeaching, date(2026, 11, 25)), None);
    let to = HowAnswered::Sent(Line::new("Mor").unwrap());
    let sent = course.answers(ObligationKind::SickTeaching, date(2026, 11, 6), to);
    assert_eq!(sent.due(ObligationKind::SickTeaching, date(2026, 11, 25)), None);
}

#[test]
fn unlawful_absence_asks_for_a_warning_and_a_notification_until_they_went_out() {
    let mut course = course();
    // The last quarter of 2026 has 54 school days: a warning from 5.5 days, a notification from 8.5.
    let days: Vec<NaiveDate> = calendar().school_days(date(2026, 11, 2), date(2026, 11, 12)).collect();
    unlawful(&mut course, &days[..5]);
    let today = date(2026, 11, 16);
    assert_eq!(course.open(ObligationKind::Warning, today), None);
    unlawful(&mut course, &days[..6]);
    let warning = course.open(ObligationKind::Warning, today).unwrap();
    let (quarter, on) = (date(2026, 10, 1), date(2026, 11, 9));
    assert_eq!(warning.why.reckoned, Reckoned::Passed { percent: 10, quarter, on, count: 3 });
    assert_eq!((warning.since, warning.date, warning.state), (quarter, date(2026, 11, 12), State::Overdue));
    assert_eq!(course.open(ObligationKind::Notification, today), None);
    unlawful(&mut course, &days[..9]);
    let notification = course.open(ObligationKind::Notification, today).unwrap();
    assert_eq!((notification.date, notification.state), (date(2026, 11, 17), State::Due));
    // The next quarter does not wipe it out.
    assert!(course.open(ObligationKind::Notification, date(2027, 1, 11)).is_some());
    let to = || HowAnswered::Sent(Line::new("Forældrene").unwrap());
    let sent = course.answers(ObligationKind::Warning, quarter, to());
    assert_eq!(sent.open(ObligationKind::Warning, today), None);
    assert!(sent.open(ObligationKind::Notification, today).is_some());
    let sent = sent.answers(ObligationKind::Notification, quarter, to());
    assert_eq!(sent.open(ObligationKind::Notification, today), None);
}

#[test]
fn where_a_house_counts_days_the_head_contacts_the_parents_and_plans_support() {
    let mut course = course();
    let case = course.case.id;
    let days: Vec<NaiveDate> = calendar().school_days(date(2026, 11, 2), date(2026, 11, 20)).collect();
    // Sick and unlawful days in turns.
    let absent = |course: &mut Course, count: usize| {
        let mark = |n: usize| if n.is_multiple_of(2) { Mark::Sick } else { Mark::Unlawful };
        let day = |(n, on): (usize, &NaiveDate)| Day { first: Some(mark(n)), ..Day::blank(case, *on) };
        course.absences = days.iter().take(count).enumerate().map(day).collect();
    };
    let today = date(2026, 11, 23);
    let quarter = date(2026, 10, 1);
    course.limits = vec![DatedLimits { from: quarter, limits: Limits::Days { contact: 10, plan: 15 } }];
    absent(&mut course, 10);
    assert_eq!(course.open(ObligationKind::AbsenceContact, today), None, "ten days are not over ten");
    absent(&mut course, 11);
    let contact = course.open(ObligationKind::AbsenceContact, today).unwrap();
    let reckoned = Reckoned::PassedDays { limit: 10, over: true, quarter, on: days[10], count: 3 };
    assert_eq!((contact.why.reckoned, contact.since, contact.state), (reckoned, quarter, State::Overdue));
    assert_eq!(course.open(ObligationKind::SupportPlan, today), None);
    absent(&mut course, 15);
    let plan = course.open(ObligationKind::SupportPlan, today).unwrap();
    assert_eq!((plan.window.earliest, plan.date), (days[14], date(2026, 11, 25)));
    // No letter about per cent is owed beside it.
    for kind in [ObligationKind::Warning, ObligationKind::Notification] {
        assert_eq!(course.open(kind, today), None, "{kind:?}");
    }
    let to = HowAnswered::Sent(Line::new("Forældrene").unwrap());
    let sent = course.clone().answers(ObligationKind::AbsenceContact, quarter, to);
    assert_eq!(sent.open(ObligationKind::AbsenceContact, today), None);
    assert!(sent.open(ObligationKind::SupportPlan, today).is_some());
    // A house that does not count days owes the warning, and nothing of these.
    course.limits.clear();
    assert_eq!(course.open(ObligationKind::AbsenceContact, today), None);
    assert!(course.open(ObligationKind::Warning, today).is_some(), "seven unlawful days");
}

#[test]
fn half_a_year_after_a_planned_end_the_weeks_at_the_school_are_asked_for() {
    let kind = ObligationKind::LaterAttendance;
    let closed = |outcome, on| {
        let mut course = course();
        let stay = course.case.stay().unwrap();
        course.case.standing = Standing::Closed { stay, closing: Closing { on, outcome, place: None } };
        course
    };
    let mut course = closed(Outcome::GeneralSchool, date(2026, 10, 31));
    // Four weeks up to 30 April 2027.
    assert_eq!(course.open(kind, date(2027, 4, 29)).unwrap().state, State::Upcoming);
    let owed = course.open(kind, date(2027, 4, 30)).unwrap();
    assert_eq!((owed.state, owed.since, owed.date), (State::Due, date(2026, 10, 31), date(2027, 5, 21)));
    assert_eq!(owed.why.reckoned, Reckoned::Months { count: 6, after: date(2026, 10, 31) });
    assert_eq!(course.open(kind, date(2027, 5, 24)).unwrap().state, State::Overdue);
    assert_eq!(course.open(kind, date(2027, 10, 31)), None, "it lapses after a year");
    let week = |month, day| SchoolWeek::from_monday(date(2027, month, day)).unwrap();
    course.reported = vec![week(4, 5), week(4, 12), week(4, 19)];
    assert!(course.open(kind, date(2027, 5, 3)).is_some());
    let excused = course.clone().excuses(kind, date(2026, 10, 31));
    assert_eq!(excused.open(kind, date(2027, 5, 3)), None);
    course.reported.push(week(4, 26));
    assert_eq!(course.open(kind, date(2027, 5, 3)), None);
    // In the summer holiday the last weeks with school count.
    let summer = closed(Outcome::YouthEducation, date(2027, 1, 29));
    assert_eq!(summer.open(kind, date(2027, 7, 1)).unwrap().window.earliest, date(2027, 6, 25));
    // A course that broke off is not asked about.
    assert_eq!(closed(Outcome::Withdrawn, date(2026, 10, 31)).open(kind, date(2027, 5, 3)), None);
}
