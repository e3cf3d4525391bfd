//! The teaching plan: what is planned in Danish, maths and English, from which day.
//!
//! A plan from the day of the latest version is that version written on; from any other day it is the next one. Other
//! subjects stand as they stood: whether the child is ready for more of them is not judged here.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Subject, SubjectPlan, TeachingPlan};
use trivsel_domain::value::{Coded, DraftId, TeachingPlanId};

use super::papers::{self, line_field};
use crate::form::{Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::typed_date::Lean;

/// The most lessons a week in one subject.
const MOST: u8 = 40;

/// The fields of a subject that is always taught: level, goal, lessons.
const FIELDS: [(Subject, [&str; 3]); 3] = [
    (Subject::Danish, ["danish-level", "danish-goal", "danish-lessons"]),
    (Subject::Maths, ["maths-level", "maths-goal", "maths-lessons"]),
    (Subject::English, ["english-level", "english-goal", "english-lessons"]),
];

/// The version that holds from the latest day.
pub(in crate::forms) fn latest(plans: &[TeachingPlan]) -> Option<&TeachingPlan> {
    plans.iter().max_by_key(|p| p.from())
}

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let before = reading.dossier.and_then(|d| latest(&d.teaching));
    let mut entries = vec![
        line_field("date", &papers::typed(reading.today(), reading)),
        line_field("plan-aim", before.and_then(TeachingPlan::aim).map_or("", |a| a.as_str())),
    ];
    for (subject, [level, goal, lessons]) in FIELDS {
        let plan = before.and_then(|p| p.subjects().iter().find(|s| s.subject == subject));
        let said = |line: Option<&trivsel_domain::value::Line>| line.map_or("", |l| l.as_str()).to_owned();
        entries.push(line_field(level, &said(plan.and_then(|p| p.level.as_ref()))));
        entries.push(line_field(goal, &said(plan.and_then(|p| p.goal.as_ref()))));
        entries.push(line_field(lessons, &plan.map(|p| p.lessons.to_string()).unwrap_or_default()));
    }
    let kind = FormKind::Case(CaseForm::Teaching);
    Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id))
}

/// The subjects of a version that this form leaves as they are.
fn others(plan: &TeachingPlan) -> impl Iterator<Item = &SubjectPlan> {
    plan.subjects().iter().filter(|s| !Subject::ALWAYS.contains(&s.subject))
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    let text = entry.text();
    let text = text.trim();
    let words = reading.words;
    match entry.name {
        "date" => Some(papers::date(text, Lean::Future, reading).map(|d| papers::echo(d, reading))),
        "plan-aim" if text.is_empty() => {
            let plan = latest(&reading.dossier_of(form)?.teaching)?;
            let all: Vec<String> = others(plan)
                .map(|s| format!("{} {}", words.code("subject", s.subject.code()), s.lessons))
                .collect();
            (!all.is_empty())
                .then(|| Ok(words.with("papers-other-subjects", &[("subjects", all.join(", ").into())])))
        }
        name if name.ends_with("-lessons") => {
            (!text.is_empty()).then(|| lessons(text, reading).map(|n| words.count("lesson", usize::from(n))))
        }
        _ if !text.is_empty() => papers::line(text, words).err().map(Err),
        _ => None,
    }
}

fn lessons(text: &str, reading: &Reading<'_>) -> Result<u8, String> {
    let number = text.parse::<u8>().ok().filter(|n| *n <= MOST);
    number.ok_or_else(|| reading.words.get("papers-lessons").to_owned())
}

/// Follows a change.
pub fn react(_form: &mut Form, _reading: &Reading<'_>) {}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let from = all.take("date", papers::date(&form.text("date"), Lean::Future, reading));
    let aim = all.line("plan-aim");
    let Some(dossier) = reading.dossier_of(form) else {
        let _ = all.dossier();
        return all.finish(None);
    };
    let before = latest(&dossier.teaching);
    let mut subjects: Vec<SubjectPlan> = Vec::new();
    for (subject, [level, goal, count]) in FIELDS {
        let (level, goal) = (all.line(level), all.line(goal));
        let lessons = all.take(count, lessons(&form.text(count), reading)).unwrap_or(0);
        let plan = before.and_then(|p| p.subjects().iter().find(|s| s.subject == subject));
        let materials = plan.and_then(|p| p.materials.clone());
        subjects.push(SubjectPlan { subject, level, goal, materials, lessons });
    }
    subjects.extend(before.into_iter().flat_map(others).cloned());
    let Some(from) = from else { return all.finish(None) };
    let same_day = before.filter(|p| p.from() == from);
    let id = same_day.map_or_else(|| TeachingPlanId::from_u128(form.keeping.id.as_u128()), TeachingPlan::id);
    let plan = TeachingPlan::new(id, dossier.case.id, from, aim, subjects);
    let plan = all.take("date", plan.map_err(|_| reading.words.get("papers-lessons").to_owned()));
    let edit = plan.and_then(|plan| all.edit(same_day, plan));
    all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
}
