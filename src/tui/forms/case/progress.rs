//! How far a goal has come on a day.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Goal, HowFar};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::GoalId;

use crate::form::{Form, FormField};
use crate::forms::basis::removal;
use crate::forms::input::line;
use crate::forms::typed::{past, today};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::dates;

/// The number of earlier values shown beside the new one.
const TOLD: usize = 4;

/// How far a goal has come on a day.
#[derive(Debug)]
pub struct ProgressForm(pub GoalId);

impl Kind for ProgressForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![line(field::DATE, &today(lookup)), line(field::HOW_FAR, "")]
    }

    fn begin(&self, form: &mut Form, _lookup: &Lookup<'_>) {
        form.go_to(field::HOW_FAR);
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(past(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::HOW_FAR => {
                if !text.trim().is_empty()
                    && let Err(wrong) = how_far(&text, lookup)
                {
                    return Some(Err(wrong));
                }
                goal(self.0, form, lookup).map(|g| Ok(so_far(g, lookup)))
            }
            _ => None,
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let date = all.needed_date(field::DATE);
        let value = all.take(field::HOW_FAR, how_far(&form.text(field::HOW_FAR), lookup));
        let case = all.dossier().map(|d| d.case.id);
        let set_on = all.old(case.is_some(), goal(self.0, form, lookup)).map(|g| g.set_on);
        if date.zip(set_on).is_some_and(|(date, set)| date < set) {
            all.say(field::DATE, "progress-before-goal");
        }
        let action =
            (|| Some(Action::RecordProgress { case: case?, goal: self.0, date: date?, value: value? }))();
        all.finish(action)
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(dossier.goals.iter().find(|g| g.id == self.0))
    }
}

fn goal<'a>(id: GoalId, form: &Form, lookup: &Lookup<'a>) -> Option<&'a Goal> {
    lookup.dossier_of(form)?.goals.iter().find(|g| g.id == id)
}

/// The latest progress and the goal: "3. nov 4 → 20. nov 5 · Kommer ind ad døren selv".
fn so_far(goal: &Goal, lookup: &Lookup<'_>) -> String {
    let lang = lookup.words.lang();
    let skipped = goal.progress.len().saturating_sub(TOLD);
    let told = goal.progress.iter().skip(skipped);
    let told: Vec<String> = told
        .map(|p| format!("{} {}", dates::day_month_seen(lang, p.date, lookup.today()), p.value.get()))
        .collect();
    let before =
        if told.is_empty() { lookup.words.get("progress-none").to_owned() } else { told.join(" → ") };
    format!("{before} · {}", goal.text.as_str())
}

/// A typed progress, 0 to 10.
///
/// # Errors
/// The text beside the field.
pub(super) fn how_far(text: &str, lookup: &Lookup<'_>) -> Result<HowFar, String> {
    let digits = text.trim();
    let digits = digits.strip_suffix("/10").unwrap_or(digits).trim();
    let value = digits.parse().ok().and_then(|n| HowFar::new(n).ok());
    value.ok_or_else(|| lookup.words.get("progress-wrong").to_owned())
}
