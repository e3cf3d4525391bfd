//! The calendar around today: appointments from the data, and talks planned by the usual rhythm.

use anyhow::Context;
use chrono::{Days, NaiveDate};
use trivsel_domain::record::{Appointment, Staff, TalkKind};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::{AppointmentId, Hours, Line, StaffId, TimeOfDay};

use super::Mint;
use super::data::{Diary, DiaryRow, Planned};
use super::people::{Course, TO_ENROLMENT, TO_START_UP};
use super::rng::Rng;
use super::school::School;
use super::talks::{parent_talks, wellbeing_days};

/// Every appointment of last week, this week and the next two, on school days, and the meetings that are agreed.
pub(super) fn appointments(
    diary: &Diary,
    courses: &[Course<'_>],
    staff: &[Staff],
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Appointment>> {
    let monday = monday_of(school.today());
    let from = monday.checked_sub_days(Days::new(7)).unwrap_or(monday);
    let to = monday.checked_add_days(Days::new(18)).unwrap_or(monday);
    let mut appointments = Vec::new();
    for row in &diary.appointment {
        let near = row.ahead.iter().map(|days| school.ago(-days));
        for date in row.weeks.iter().filter_map(|week| day_of(row, monday, *week)).chain(near) {
            // The first parent talk is already agreed, even if the school is closed that day.
            let moved = || school.calendar().school_day_from(date).unwrap_or(date);
            let date = if row.kind == Some(TalkKind::Parent) { moved() } else { date };
            if school.calendar().is_school_day(date) {
                appointments.push(named(row, date, courses, staff, mint)?);
            }
        }
    }
    for course in courses {
        for (ago, title) in rhythm(course, school) {
            let date = school.ago(ago);
            // The meeting in the data is agreed, however far ahead it lies.
            if from <= date && (date <= to || course.row.meeting == Some(ago)) {
                appointments.push(planned(course, date, title, mint)?);
            }
        }
    }
    appointments.sort_by_key(|a| (a.date, a.hours, a.id));
    Ok(appointments)
}

fn day_of(row: &DiaryRow, monday: NaiveDate, week: i64) -> Option<NaiveDate> {
    monday.checked_add_signed(chrono::TimeDelta::weeks(week))?.checked_add_days(Days::new(row.weekday))
}

/// Builds an appointment from a row.
fn named(
    row: &DiaryRow,
    date: NaiveDate,
    courses: &[Course<'_>],
    staff: &[Staff],
    mint: Mint<'_>,
) -> anyhow::Result<Appointment> {
    let case = match &row.child {
        Some(name) => {
            let course = courses.iter().find(|c| c.child.name == *name);
            Some(course.with_context(|| format!("no child {}", name.as_str()))?.case.id)
        }
        None => None,
    };
    let takes_part = |s: &&Staff| row.staff.is_empty() || row.staff.contains(&s.initials);
    let staff: Vec<StaffId> = staff.iter().filter(takes_part).map(|s| s.id).collect();
    let hours = match row.hours {
        Some(Planned::School(hours)) => Some(hours),
        _ => None,
    };
    let id = AppointmentId::from_u128(mint());
    Ok(Appointment {
        id,
        date,
        hours,
        title: row.title.clone(),
        kind: row.kind,
        case,
        staff,
        event: None,
        not_held: None,
        series: None,
    })
}

/// The talks planned for one child, in school days ago or ahead.
fn rhythm(course: &Course<'_>, school: &School) -> Vec<(i64, (TalkKind, &'static str))> {
    let Some(admitted) = course.row.admitted.filter(|_| course.over() == 0) else { return Vec::new() };
    let meetings =
        course.meetings(school).into_iter().map(|ago| (ago, (TalkKind::FollowUp, "Opfølgningsmøde")));
    if course.is_of_levels() {
        let mut talks: Vec<_> = parent_talks(course, school)
            .into_iter()
            .map(|ago| (ago, (TalkKind::Parent, "Forældresamtale")))
            .chain([
                (admitted - TO_ENROLMENT, (TalkKind::Enrolment, "Indskrivningssamtale")),
                (admitted - TO_ENROLMENT - TO_START_UP, (TalkKind::StartUp, "Opstartssamtale")),
            ])
            .collect();
        let weekly = wellbeing_days(course, school, -2..=1);
        talks.extend(weekly.into_iter().map(|ago| (ago, (TalkKind::Wellbeing, "Trivselssamtale"))));
        talks.extend(meetings);
        return talks;
    }
    let mut talks = vec![
        (admitted - TO_ENROLMENT, (TalkKind::Enrolment, "Indskrivningssamtale")),
        (admitted - TO_ENROLMENT - TO_START_UP, (TalkKind::StartUp, "Opstartssamtale")),
    ];
    talks.extend(
        parent_talks(course, school).into_iter().map(|ago| (ago, (TalkKind::Parent, "Forældresamtale"))),
    );
    talks.extend(meetings);
    talks
}

/// Plans a talk in an afternoon.
fn planned(
    course: &Course<'_>,
    date: NaiveDate,
    (kind, title): (TalkKind, &str),
    mint: Mint<'_>,
) -> anyhow::Result<Appointment> {
    let mut rng = Rng::of(&[course.seed, 8]);
    let from = 13 * 60 + 30 * u16::try_from(rng.below(5)).unwrap_or(0);
    let minutes = if kind == TalkKind::Wellbeing { 50 } else { 60 };
    let hours = Hours::new(TimeOfDay::from_minutes(from)?, TimeOfDay::from_minutes(from + minutes)?)?;
    Ok(Appointment {
        id: AppointmentId::from_u128(mint()),
        date,
        hours: Some(hours),
        title: Line::new(title)?,
        kind: Some(kind),
        case: Some(course.case.id),
        staff: course.case.contacts.primary.or(course.case.contacts.secondary).into_iter().collect(),
        event: None,
        not_held: None,
        series: None,
    })
}
