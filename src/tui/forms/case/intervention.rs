//! An intervention: what, from, to, who.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Doer, Intervention, InterventionKind};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, InterventionId};

use crate::form::tags::split;
use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back, removal};
use crate::forms::input::{choices, line, line_of, pick, tags};
use crate::forms::talk::{doer, doer_named};
use crate::forms::typed::{date, today, typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::talk as told;
use trivsel_words::typed_date::Lean;

/// An intervention; a new one without an id.
#[derive(Debug)]
pub struct InterventionForm(pub Option<InterventionId>);

impl Kind for InterventionForm {
    fn of(&self) -> String {
        self.0.map(|id| id.to_string()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let all = lookup.dossier.map_or(&[][..], |d| &d.interventions);
        let old = all.iter().find(|i| Some(i.id) == self.0);
        let kinds = choices(InterventionKind::ALL, "intervention", words);
        let from = old.map_or_else(|| today(lookup), |i| typed(Some(i.from)));
        let who: Vec<String> =
            old.map_or_else(Vec::new, |i| i.who.iter().map(|d| told::doer(lookup.staff, d)).collect());
        let staff = lookup.at_work().map(|s| s.initials.as_str().to_owned());
        vec![
            pick(field::KIND, kinds, old.map(|i| i.kind.code())),
            line(field::FROM, &from),
            line(field::TO, &typed(old.and_then(|i| i.to))),
            tags(field::WHO, staff, &who.join(", ")),
            line_of(field::NOTE, old.and_then(|i| i.note.as_ref())),
        ]
    }

    fn day(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::FROM => Some(date(&field.text(), Lean::Past, lookup)),
            field::TO => Some(end(form, &field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::WHO if !text.trim().is_empty() => Some(
                doers(&text, lookup)
                    .map(|who| who.iter().map(|d| doer_named(lookup, d)).collect::<Vec<_>>().join(" · ")),
            ),
            field::NOTE => wrong_line(&text, lookup),
            _ => None,
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let kind = all.needed_choice(field::KIND).and_then(|code| InterventionKind::from_code(code).ok());
        let from = all.needed_date(field::FROM);
        let to = all.date(field::TO);
        let who = all.take(field::WHO, doers(&form.text(field::WHO), lookup));
        let note = all.line(field::NOTE);
        if kind == Some(InterventionKind::Other) && form.text(field::NOTE).is_empty() {
            all.say(field::NOTE, "intervention-which");
        }
        let case = all.dossier().map(|d| d.case.id);
        let known = lookup.dossier_of(form).map_or(&[][..], |d| &d.interventions);
        let old = all.old(self.0.is_some(), known.iter().find(|i| Some(i.id) == self.0));
        let new = (|| {
            Some(Intervention {
                id: self.0.unwrap_or(InterventionId::from_u128(form.keeping.id.as_u128())),
                case: case?,
                kind: kind?,
                from: from?,
                to,
                who: who?,
                note,
            })
        })();
        all.save(old, new)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.interventions.iter().find(|i| Some(i.id) == self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.interventions, record, |i| Some(i.id) == self.0)
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(dossier.interventions.iter().find(|i| Some(i.id) == self.0))
    }
}

/// The last day, which is not before the first.
fn end(form: &Form, text: &str, lookup: &Lookup<'_>) -> Result<chrono::NaiveDate, String> {
    let from = date(&form.text(field::FROM), Lean::Past, lookup).ok();
    let to = date(text, Lean::Future, lookup)?;
    // Without a year, the last such day before today is meant if the intervention began before it.
    let earlier = date(text, Lean::Past, lookup).ok().filter(|d| from.is_some_and(|from| from < *d));
    let to = if text.chars().any(char::is_alphabetic) { to } else { earlier.unwrap_or(to) };
    if from.is_some_and(|from| to < from) {
        return Err(lookup.words.get("case-form-to-before").to_owned());
    }
    Ok(to)
}

fn doers(text: &str, lookup: &Lookup<'_>) -> Result<Vec<Doer>, String> {
    let read = |word: String| doer(lookup, &word);
    split(text).into_iter().map(read).collect()
}
