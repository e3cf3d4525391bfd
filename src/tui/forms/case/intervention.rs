//! An intervention: what, from, to, who.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Doer, Intervention, InterventionKind};
use trivsel_domain::value::{Coded, DraftId, InterventionId};

use super::gather::{Meaning, date, line, line_of, pick, tags, today, told_date, typed, wrong_line};
use crate::form::tags::split;
use crate::form::{Choice, Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::talk::{doer, doer_named};
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::talk as told;
use trivsel_words::typed_date::Lean;

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: Option<InterventionId>, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let all = reading.dossier.map_or(&[][..], |d| &d.interventions);
    let old = all.iter().find(|i| Some(i.id) == of);
    let kinds =
        InterventionKind::ALL.iter().map(|k| Choice::new(k.code(), words.code("intervention", k.code()), ""));
    let from = old.map_or_else(|| today(reading), |i| typed(Some(i.from)));
    let who: Vec<String> =
        old.map_or_else(Vec::new, |i| i.who.iter().map(|d| told::doer(reading.staff, d)).collect());
    let staff = reading.at_work().map(|s| s.initials.as_str().to_owned());
    let entries = vec![
        pick("kind", kinds.collect(), old.map(|i| i.kind.code())),
        line("from", &from),
        line("to", &typed(old.and_then(|i| i.to))),
        tags("who", staff, &who.join(", ")),
        line_of("note", old.and_then(|i| i.note.as_ref())),
    ];
    let kind = FormKind::Case(CaseForm::Intervention(of));
    Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id))
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let text = entry.text();
    match entry.name {
        "from" => told_date(&text, |t| date(t, Lean::Past, reading), reading),
        "to" => told_date(&text, |t| end(form, t, reading), reading),
        "who" if !text.trim().is_empty() => Some(
            doers(&text, reading)
                .map(|who| who.iter().map(|d| doer_named(reading, d)).collect::<Vec<_>>().join(" · ")),
        ),
        "note" => wrong_line(&text, reading),
        _ => None,
    }
}

/// Follows a change.
pub fn react(_form: &mut Form, _reading: &Reading<'_>) {}

/// The last day: not before the first, from which a date without a year is looked for.
fn end(form: &Form, text: &str, reading: &Reading<'_>) -> Result<chrono::NaiveDate, String> {
    let from = date(&form.text("from"), Lean::Past, reading).ok();
    let to = date(text, Lean::Future, reading)?;
    // What has ended lies behind: 1.10 is the first of October before today where the intervention began before it.
    let earlier = date(text, Lean::Past, reading).ok().filter(|d| from.is_some_and(|from| from < *d));
    let to = if text.chars().any(char::is_alphabetic) { to } else { earlier.unwrap_or(to) };
    if from.is_some_and(|from| to < from) {
        return Err(reading.words.get("case-form-to-before").to_owned());
    }
    Ok(to)
}

fn doers(text: &str, reading: &Reading<'_>) -> Result<Vec<Doer>, String> {
    let read = |word: String| doer(reading, &word);
    split(text).into_iter().map(read).collect()
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, of: Option<InterventionId>, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let kind = all.needed_choice("kind").and_then(|code| InterventionKind::from_code(code).ok());
    let from = all.needed_date("from", |t| date(t, Lean::Past, reading));
    let to = all.date("to", |t| end(form, t, reading));
    let who = all.take("who", doers(&form.text("who"), reading));
    let note = all.line("note");
    if kind == Some(InterventionKind::Other) && form.text("note").is_empty() {
        all.say("note", "intervention-which");
    }
    let case = all.dossier().map(|d| d.case.id);
    let known = reading.dossier_of(form).map_or(&[][..], |d| &d.interventions);
    let old = all.old(of.is_some(), known.iter().find(|i| Some(i.id) == of));
    let new = (|| {
        Some(Intervention {
            id: of.unwrap_or(InterventionId::from_u128(form.keeping.id.as_u128())),
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
