//! A goal, and how it ended.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Goal, GoalClosing, GoalEnd, GoalKind};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, GoalId};

use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back, removal};
use crate::forms::input::{choices, line, line_of, pick};
use crate::forms::typed::{past, today, typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};

/// A goal; a new one without an id.
#[derive(Debug)]
pub struct GoalForm(pub Option<GoalId>);

impl Kind for GoalForm {
    fn of(&self) -> String {
        self.0.map(|id| id.to_string()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let goals = lookup.dossier.map_or(&[][..], |d| &d.goals);
        let old = goals.iter().find(|g| Some(g.id) == self.0);
        let (kinds, ends) = (choices(GoalKind::ALL, "goal", words), choices(GoalEnd::ALL, "goal-end", words));
        let ended = old.and_then(|g| g.ended);
        let set_on = old.map_or_else(|| today(lookup), |g| typed(Some(g.set_on)));
        vec![
            pick(field::KIND, kinds, old.map(|g| g.kind.code())),
            line_of(field::GOAL, old.map(|g| &g.text)),
            line_of(field::MUNICIPAL, old.and_then(|g| g.municipal.as_ref())),
            line(field::SET_ON, &set_on),
            pick(field::ENDED, ends, ended.map(|e| e.how.code())),
            line(field::ENDED_ON, &ended.map_or_else(|| today(lookup), |e| typed(Some(e.on)))),
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::SET_ON | field::ENDED_ON => Some(past(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::GOAL => wrong_line(&text, lookup),
            // A family goal should serve the municipality's plan. The form says so but does not require it.
            field::MUNICIPAL if text.trim().is_empty() => (form.choice(field::KIND)
                == Some(GoalKind::Family.code()))
            .then(|| Ok(lookup.words.get("goal-unlinked").to_owned())),
            field::MUNICIPAL => wrong_line(&text, lookup),
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, _lookup: &Lookup<'_>) {
        let ended = form.choice(field::ENDED).is_some();
        form.show(field::ENDED_ON, ended);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let kind = all.needed_choice(field::KIND).and_then(|code| GoalKind::from_code(code).ok());
        let text = all.needed_line(field::GOAL);
        let municipal = all.line(field::MUNICIPAL);
        let set_on = all.needed_date(field::SET_ON);
        let how = form.choice(field::ENDED).and_then(|code| GoalEnd::from_code(code).ok());
        let ended = how.and_then(|how| {
            let on = all.needed_date(field::ENDED_ON)?;
            if set_on.is_some_and(|set| on < set) {
                all.say(field::ENDED_ON, "case-form-goal-order");
            }
            Some(GoalClosing { on, how })
        });
        let case = all.dossier().map(|d| d.case.id);
        let goals = lookup.dossier_of(form).map_or(&[][..], |d| &d.goals);
        let old = all.old(self.0.is_some(), goals.iter().find(|g| Some(g.id) == self.0));
        let new = (|| {
            Some(Goal {
                id: self.0.unwrap_or(GoalId::from_u128(form.keeping.id.as_u128())),
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

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.goals.iter().find(|g| Some(g.id) == self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.goals, record, |g| Some(g.id) == self.0)
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(dossier.goals.iter().find(|g| Some(g.id) == self.0))
    }
}
