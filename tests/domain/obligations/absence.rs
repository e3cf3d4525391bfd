//! Obligations that follow from absence: sick teaching, the warning, the notification.

use super::*;
use trivsel_domain::record::Day;
use trivsel_domain::value::Mark;

fn unlawful(course: &mut Course, days: &[NaiveDate]) {
    let case = course.case.id;
    course.unlawful =
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
