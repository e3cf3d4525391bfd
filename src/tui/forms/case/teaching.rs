//! The teaching plan for Danish, maths and English.
//!
//! A plan from the first day of the latest version changes that version; from any other day it is a new one. Other
//! subjects stay as they are.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Exception, GoalKind, Subject, SubjectPlan, TeachingPlan, latest_plan};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, Line, TeachingPlanId};

use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::line;
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::typed_date::Lean;

/// The fields of a subject that is always taught: level, goal, lessons.
const FIELDS: [(Subject, [&str; 3]); 3] = [
    (Subject::Danish, [field::DANISH_LEVEL, field::DANISH_GOAL, field::DANISH_LESSONS]),
    (Subject::Maths, [field::MATHS_LEVEL, field::MATHS_GOAL, field::MATHS_LESSONS]),
    (Subject::English, [field::ENGLISH_LEVEL, field::ENGLISH_GOAL, field::ENGLISH_LESSONS]),
];

/// The teaching plan.
#[derive(Debug)]
pub struct TeachingForm;

impl Kind for TeachingForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let before = lookup.dossier.and_then(|d| latest_plan(&d.teaching));
        let mut fields = vec![
            line(field::DATE, &typed::today_or(lookup.today(), lookup)),
            line(field::PLAN_AIM, &aim(before, lookup)),
        ];
        for (subject, [level, goal, lessons]) in FIELDS {
            let plan = before.and_then(|p| p.subjects().iter().find(|s| s.subject == subject));
            let said = |line: Option<&Line>| line.map_or("", |l| l.as_str()).to_owned();
            fields.push(line(level, &said(plan.and_then(|p| p.level.as_ref()))));
            fields.push(line(goal, &said(plan.and_then(|p| p.goal.as_ref()))));
            fields.push(line(lessons, &plan.map(|p| p.lessons.to_string()).unwrap_or_default()));
        }
        fields
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(typed::date(&field.text(), Lean::Future, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        let text = text.trim();
        let words = lookup.words;
        match field.name {
            field::DATE => {
                let day = self.day(form, field, lookup)?;
                Some(day.map(|day| typed::day_and_week(day, lookup)))
            }
            field::PLAN_AIM if text.is_empty() => {
                let plan = latest_plan(&lookup.dossier_of(form)?.teaching)?;
                let all: Vec<String> = others(plan)
                    .map(|s| format!("{} {}", words.code("subject", s.subject.code()), s.lessons))
                    .collect();
                (!all.is_empty())
                    .then(|| Ok(words.with("papers-other-subjects", &[("subjects", all.join(", ").into())])))
            }
            name if name.ends_with("-lessons") => (!text.is_empty())
                .then(|| lessons(text, lookup).map(|n| words.count("lesson", usize::from(n)))),
            _ if !text.is_empty() => typed::line(text, words).err().map(Err),
            _ => None,
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let from = all.needed_date(field::DATE);
        let aim = all.line(field::PLAN_AIM);
        let Some(dossier) = lookup.dossier_of(form) else {
            let _ = all.dossier();
            return all.finish(None);
        };
        let before = latest_plan(&dossier.teaching);
        let mut subjects: Vec<SubjectPlan> = Vec::new();
        for (subject, [level, goal, count]) in FIELDS {
            let (level, goal) = (all.line(level), all.line(goal));
            let lessons = all.take(count, lessons(&form.text(count), lookup)).unwrap_or(0);
            let plan = before.and_then(|p| p.subjects().iter().find(|s| s.subject == subject));
            let old = plan.cloned().unwrap_or_else(|| SubjectPlan::new(subject, lessons));
            // Lessons say that it is taught again.
            let exception =
                old.exception.clone().filter(|e| lessons == 0 || !matches!(e, Exception::Waived(_)));
            subjects.push(SubjectPlan { level, goal, lessons, exception, ..old });
        }
        subjects.extend(before.into_iter().flat_map(others).cloned());
        let Some(from) = from else { return all.finish(None) };
        version(all, dossier, from, (aim, subjects), field::DATE)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(latest_plan(&lookup.dossier?.teaching))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.teaching, record, |_| true)
    }
}

/// The aim of the plan before. A first plan begins with the academic goals of the case.
fn aim(before: Option<&TeachingPlan>, lookup: &Lookup<'_>) -> String {
    if let Some(plan) = before {
        return plan.aim().map_or_else(String::new, |aim| aim.as_str().to_owned());
    }
    let goals = lookup.dossier.map_or(&[][..], |d| &d.goals).iter();
    let academic = goals.filter(|g| g.kind == GoalKind::Academic && g.ended.is_none());
    academic.map(|g| g.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Ends a form that writes the plan from a day on: a new version, or the corrected one of that day. Lessons that no plan
/// has are told beside a field.
///
/// # Errors
/// Everything that is wrong, or that nothing is changed.
pub(super) fn version(
    mut all: FormReader<'_>,
    dossier: &Dossier,
    from: NaiveDate,
    (aim, subjects): (Option<Line>, Vec<SubjectPlan>),
    beside: &'static str,
) -> Result<Action, Vec<Wrong>> {
    let same_day = latest_plan(&dossier.teaching).filter(|p| p.from() == from);
    let new = || TeachingPlanId::from_u128(all.form.keeping.id.as_u128());
    let id = same_day.map_or_else(new, TeachingPlan::id);
    let plan = TeachingPlan::new(id, dossier.case.id, from, aim, subjects);
    let bad = |_| all.lookup.words.get("papers-lessons").to_owned();
    let plan = plan.map_err(bad);
    let plan = all.take(beside, plan);
    let edit = plan.and_then(|plan| all.edit(same_day, plan));
    all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
}

/// The subjects that this form does not edit.
fn others(plan: &TeachingPlan) -> impl Iterator<Item = &SubjectPlan> {
    plan.subjects().iter().filter(|s| !Subject::ALWAYS.contains(&s.subject))
}

/// A typed number of lessons a week.
///
/// # Errors
/// The text beside the field.
pub(super) fn lessons(text: &str, lookup: &Lookup<'_>) -> Result<u8, String> {
    let number = text.parse::<u8>().ok().filter(|n| *n <= SubjectPlan::MOST_LESSONS);
    number.ok_or_else(|| lookup.words.get("papers-lessons").to_owned())
}
