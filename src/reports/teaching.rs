//! The teaching plan (undervisningsplan) of a child: the subjects, and the week in which they are taught.

use chrono::{NaiveDate, Weekday};
use trivsel_domain::record::{Figure, GoalKind, Subject, SubjectPlan, TeachingPlan, Timetable, in_force};
use trivsel_domain::value::Coded;
use trivsel_words::names::weekday;
use trivsel_words::numbers::hours;
use trivsel_words::{Words, dates, plan};

use crate::letter;
use crate::material::Material;
use crate::paper::{Paper, Table};

/// The days of a school week.
const WEEK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// A version of the plan, by its place among all of them, from 1; the one in force without a number. `None` if there is no
/// such version.
#[must_use]
pub fn paper(words: &Words, material: &Material, version: Option<u32>) -> Option<Paper> {
    let versions = &material.dossier.teaching;
    let in_force = || versions.iter().rposition(|plan| plan.from() <= material.today).or(Some(0));
    let at = match version {
        Some(version) => usize::try_from(version).ok()?.checked_sub(1),
        None => in_force(),
    }?;
    let plan = versions.get(at)?;
    let mut paper = material.paper(words, words.get("form-of-teaching"), plan.from());
    let mut add = |label: &str, value: String| paper.about.push((label.to_owned(), value));
    add(words.get("report-version"), (at + 1).to_string());
    add(words.get("report-from"), dates::day_month_year(words.lang(), plan.from()));
    if let Some(aim) = plan.aim() {
        add(words.get("field-plan-aim"), aim.as_str().to_owned());
    }
    paper.heading(1, words.get("report-subjects"));
    paper.table(subjects(words, plan));
    let reasons = plan.subjects().iter().filter_map(|subject| reason(words, subject));
    reasons.for_each(|reason| paper.note(reason));
    // A plan that is over had the week of its last day.
    let on = versions.get(at + 1).and_then(|next| next.from().pred_opt()).unwrap_or(material.today);
    if let Some(week) = in_force_on(material, on.max(plan.from())) {
        paper.heading(1, words.get("report-timetable"));
        paper.table(timetable(words, week));
        let args = [
            ("hours", hours(words.lang(), week.minutes_a_week()).into()),
            ("day", dates::day_month_year(words.lang(), week.from).into()),
        ];
        paper.note(words.with("report-timetable-note", &args));
    }
    let figures = figures(material, plan.from(), on);
    if !figures.is_empty() {
        paper.heading(1, words.get("counted-version"));
        paper.table(letter::table_of(words, material, &figures));
    }
    Some(paper)
}

/// Attendance and the academic goals while a version was in force: what it rests on, with where that comes from.
fn figures(material: &Material, from: NaiveDate, to: NaiveDate) -> Vec<Figure> {
    if from > to {
        return Vec::new();
    }
    let counted = material.counted();
    let goals = material.dossier.goals.iter();
    let academic = goals.filter(|g| g.kind == GoalKind::Academic && g.ended.is_none_or(|e| e.on >= from));
    let progress = academic.filter_map(|goal| counted.progress(goal, from, to));
    counted.attendance(from, to).into_iter().chain(progress).collect()
}

fn in_force_on(material: &Material, on: NaiveDate) -> Option<&Timetable> {
    in_force(&material.timetables, on)
}

fn subjects(words: &Words, plan: &TeachingPlan) -> Table {
    let mut table = Table::new([
        (words.get("report-subject"), false),
        (words.get("report-level"), false),
        (words.get("report-goal"), false),
        (words.get("report-materials"), false),
        (words.get("report-lessons"), true),
        (words.get("report-progress"), true),
    ]);
    let line = |line: &Option<trivsel_domain::value::Line>| {
        line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned())
    };
    for one in plan.subjects() {
        table.push([
            name(words, one.subject).to_owned(),
            line(&one.level),
            line(&one.goal),
            line(&one.materials),
            one.lessons.to_string(),
            one.progress.map_or_else(|| "–".to_owned(), |progress| format!("{}/10", progress.get())),
        ]);
    }
    table
}

fn name(words: &Words, subject: Subject) -> &str {
    words.code("subject", subject.code())
}

/// Why a subject departs from the rule.
fn reason(words: &Words, one: &SubjectPlan) -> Option<String> {
    let told = |id: &str, why: &str| {
        words.with(id, &[("subject", name(words, one.subject).into()), ("why", why.into())])
    };
    let waived = one.waived().map(|why| told("report-waived", why.as_str()));
    waived.or_else(|| one.opened().map(|why| told("report-opened", why.as_str())))
}

/// The days of the week with their hours and blocks.
fn timetable(words: &Words, week: &Timetable) -> Table {
    let mut table = Table::new([
        (words.get("report-day"), false),
        (words.get("report-times"), false),
        (words.get("report-blocks"), false),
    ]);
    for day in WEEK {
        let of = week.day(day);
        let block = |block: &trivsel_domain::record::Block| {
            format!("{} {}", dates::time(words.lang(), block.at.into()), block.what.as_str())
        };
        let blocks = of.blocks().iter().map(block).collect::<Vec<_>>().join("\n");
        table.push([weekday(words.lang(), day).to_owned(), plan::text(words, of), blocks]);
    }
    table
}
