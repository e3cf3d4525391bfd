//! A goal, and how it ended.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Goal, GoalClosing, GoalEnd, GoalKind};
use trivsel_domain::value::{Coded, DraftId, GoalId};

use super::gather::{Meaning, line, line_of, past, pick, today, told_date, typed, wrong_line};
use crate::form::{Choice, Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: Option<GoalId>, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let goals = reading.dossier.map_or(&[][..], |d| &d.goals);
    let old = goals.iter().find(|g| Some(g.id) == of);
    let kinds = GoalKind::ALL.iter().map(|k| Choice::new(k.code(), words.code("goal", k.code()), ""));
    let ends = GoalEnd::ALL.iter().map(|e| Choice::new(e.code(), words.code("goal-end", e.code()), ""));
    let ended = old.and_then(|g| g.ended);
    let set_on = old.map_or_else(|| today(reading), |g| typed(Some(g.set_on)));
    let entries = vec![
        pick("kind", kinds.collect(), old.map(|g| g.kind.code())),
        line_of("goal", old.map(|g| &g.text)),
        line_of("municipal", old.and_then(|g| g.municipal.as_ref())),
        line("set-on", &set_on),
        pick("ended", ends.collect(), ended.map(|e| e.how.code())),
        line("ended-on", &ended.map_or_else(|| today(reading), |e| typed(Some(e.on)))),
    ];
    let kind = FormKind::Case(CaseForm::Goal(of));
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    react(&mut form, reading);
    form
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let text = entry.text();
    match entry.name {
        "goal" => wrong_line(&text, reading),
        // A family goal shall be in line with the municipality's plan; it is said, and asked of nobody.
        "municipal" if text.trim().is_empty() => (form.choice("kind") == Some(GoalKind::Family.code()))
            .then(|| Ok(reading.words.get("goal-unlinked").to_owned())),
        "municipal" => wrong_line(&text, reading),
        "set-on" | "ended-on" => told_date(&text, |t| past(t, reading), reading),
        _ => None,
    }
}

/// Follows a change: the day it ended only shows beside how.
pub fn react(form: &mut Form, _reading: &Reading<'_>) {
    let ended = form.choice("ended").is_some();
    form.show("ended-on", ended);
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, of: Option<GoalId>, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let kind = all.needed_choice("kind").and_then(|code| GoalKind::from_code(code).ok());
    let text = all.needed_line("goal");
    let municipal = all.line("municipal");
    let set_on = all.needed_date("set-on", |t| past(t, reading));
    let how = form.choice("ended").and_then(|code| GoalEnd::from_code(code).ok());
    let ended = how.and_then(|how| {
        let on = all.needed_date("ended-on", |t| past(t, reading))?;
        if set_on.is_some_and(|set| on < set) {
            all.say("ended-on", "case-form-goal-order");
        }
        Some(GoalClosing { on, how })
    });
    let case = all.dossier().map(|d| d.case.id);
    let goals = reading.dossier_of(form).map_or(&[][..], |d| &d.goals);
    let old = all.old(of.is_some(), goals.iter().find(|g| Some(g.id) == of));
    let new = (|| {
        Some(Goal {
            id: of.unwrap_or(GoalId::from_u128(form.keeping.id.as_u128())),
            case: case?,
            kind: kind?,
            text: text?,
            municipal,
            set_on: set_on?,
            progress: old.as_ref().map_or_else(Vec::new, |o| o.progress.clone()),
            ended,
        })
    })();
    all.save(old, new)
}
