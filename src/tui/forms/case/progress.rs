//! How far a goal has come on a day.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Goal, HowFar};
use trivsel_domain::value::{DraftId, GoalId};

use super::gather::{Meaning, line, past, today, told_date};
use crate::form::{Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::dates;

/// How many of the earlier values stand beside the new one.
const TOLD: usize = 4;

/// The form as it begins: the goal as it stands, today, and how far.
#[must_use]
pub fn open(id: DraftId, of: GoalId, reading: &Reading<'_>) -> Form {
    let kind = FormKind::Case(CaseForm::Progress(of));
    let entries = vec![line("date", &today(reading)), line("how-far", "")];
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    form.go_to("how-far");
    form
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let text = entry.text();
    match entry.name {
        "date" => told_date(&text, |t| past(t, reading), reading),
        "how-far" => {
            if !text.trim().is_empty()
                && let Err(wrong) = value(&text, reading)
            {
                return Some(Err(wrong));
            }
            goal(form, reading).map(|g| Ok(so_far(g, reading)))
        }
        _ => None,
    }
}

/// Follows a change.
pub fn react(_form: &mut Form, _reading: &Reading<'_>) {}

fn goal<'a>(form: &Form, reading: &Reading<'a>) -> Option<&'a Goal> {
    let FormKind::Case(CaseForm::Progress(of)) = &form.kind else { return None };
    reading.dossier_of(form)?.goals.iter().find(|g| g.id == *of)
}

/// The goal, and how far it came when: "3. nov 4 → 20. nov 5 · Kommer ind ad døren selv".
fn so_far(goal: &Goal, reading: &Reading<'_>) -> String {
    let lang = reading.words.lang();
    let skipped = goal.progress.len().saturating_sub(TOLD);
    let told = goal.progress.iter().skip(skipped);
    let told: Vec<String> = told
        .map(|p| format!("{} {}", dates::day_month_seen(lang, p.date, reading.today()), p.value.get()))
        .collect();
    let before =
        if told.is_empty() { reading.words.get("progress-none").to_owned() } else { told.join(" → ") };
    format!("{before} · {}", goal.text.as_str())
}

fn value(text: &str, reading: &Reading<'_>) -> Result<HowFar, String> {
    let digits = text.trim();
    let digits = digits.strip_suffix("/10").unwrap_or(digits).trim();
    let value = digits.parse().ok().and_then(|n| HowFar::new(n).ok());
    value.ok_or_else(|| reading.words.get("progress-wrong").to_owned())
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, of: GoalId, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let date = all.needed_date("date", |t| past(t, reading));
    let value = all.take("how-far", value(&form.text("how-far"), reading));
    let case = all.dossier().map(|d| d.case.id);
    let set_on = all.old(case.is_some(), goal(form, reading)).map(|g| g.set_on);
    if date.zip(set_on).is_some_and(|(date, set)| date < set) {
        all.say("date", "progress-before-goal");
    }
    let action = (|| Some(Action::RecordProgress { case: case?, goal: of, date: date?, value: value? }))();
    all.finish(action)
}
