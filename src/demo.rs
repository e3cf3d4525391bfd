//! The house of `trivsel demo`: invented children in two programmes, generated around any date and always the same
//! for one date.
//!
//! The people, their patterns and all texts are in `data/demo`; the code only samples them.

mod answers;
mod around;
mod data;
mod diary;
mod files;
mod kept;
mod looks;
mod notes;
mod people;
mod plans;
mod post;
mod register;
mod reported;
mod rng;
mod school;
mod scores;
mod settings;
mod talks;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::record::{HouseProgramme, Intervention, InterventionKind, Records};
use trivsel_domain::rules::calendar::Calendar;

pub use looks::{Look, looks};
pub use notes::{DraftText, drafts};

/// Generates new ids.
type Mint<'a> = &'a mut dyn FnMut() -> u128;

/// The day the demonstration opens on: today, or the last school day before it.
#[must_use]
pub fn opening_day(today: NaiveDate, calendar: &Calendar) -> NaiveDate {
    if calendar.is_school_day(today) { today } else { calendar.school_day_before(today).unwrap_or(today) }
}

/// The whole house as it is on the morning of `today`. The register is filled in up to the day before, and today
/// holds only absences entered ahead. The first member of staff is the user.
pub fn records(today: NaiveDate, mut mint: impl FnMut() -> u128) -> anyhow::Result<Records> {
    let mint: Mint<'_> = &mut mint;
    let data = data::Data::load()?;
    let programmes = trivsel_defaults::programmes()?;
    let closures = trivsel_defaults::closures(&mut *mint)?;
    let school = school::School::new(Calendar::new(closures.clone()), today);
    let staff = people::staff(&data.people, mint);
    let courses = people::courses(&data.people, &staff, &programmes, &school, mint)?;
    let settings = settings::settings(&data.scores, &school)?;
    let limits = settings.absence_limits.clone();
    let mut house = Records {
        programmes: programmes
            .iter()
            .map(|p| HouseProgramme { code: p.code().clone(), seats: p.seats() })
            .collect(),
        closures,
        settings: vec![settings],
        children: courses.iter().map(|c| c.child.clone()).collect(),
        appointments: diary::appointments(&data.diary, &courses, &staff, &school, mint)?,
        ..Records::default()
    };
    let mut writer = talks::Writer { texts: &data.talks, school: &school, drawn: BTreeMap::new() };
    let files = files::Writer { texts: &data.files, school: &school, staff: &staff };
    for course in &courses {
        let timetables = plans::timetables(course, &data.register, &school, mint)?;
        let days = register::days(course, &timetables, &data.register, &school)?;
        let by = course.case.contacts.primary;
        let answered = answers::of_course(course, &days, (&programmes, &limits), (&school, by), mint)?;
        house.answers.extend(answered);
        house.people.extend(around::people(&data.around, course, mint)?);
        files.of_course(course, &mut house, mint)?;
        let talks = writer.of_course(course, &days, &house.interventions, mint)?;
        let mut case = course.case.clone();
        files.finish(course, &mut case, &talks)?;
        house.cases.push(case);
        house.measures.extend(scores::of_course(course, &data.scores, &talks, &school, mint)?);
        house.talks.extend(talks);
        let teacher = |i: &Intervention| i.case == course.case.id && i.kind == InterventionKind::Teacher;
        let taught = !course.is_of_levels() || house.interventions.iter().any(teacher);
        house.teaching.extend(plans::teaching(course, &data.plans, taught, &school, mint)?);
        house.timetables.extend(timetables);
        house.reported_weeks.extend(reported::weeks(course, &school, mint));
        house.days.extend(days);
    }
    let own = notes::Writer {
        texts: &data.talks,
        school: &school,
        staff: &staff,
        courses: &courses,
        people: &house.people,
    };
    let notes = own.notes(mint)?;
    house.cases.extend(people::again(&data.people, &courses, &staff, &school, mint)?);
    house.talks.extend(notes.talks);
    house.addenda = notes.addenda;
    house.follow_ups = notes.follow_ups;
    house.staff = staff;
    post::fill(&mut house, &data.post, &school, mint)?;
    for row in &data.people.kept {
        kept::add(&mut house, row, &school, mint)?;
    }
    house.talks.sort_by_key(|t| (t.date, t.start, t.id));
    Ok(house)
}
