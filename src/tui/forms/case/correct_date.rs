//! Correcting the date of the referral or of the admission, with a reason.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::CaseDate;
use trivsel_domain::rules::steps::CourseDates;
use trivsel_domain::value::Coded;

use crate::form::{Choice, Form, FormField};
use crate::forms::input::{line, pick};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::dates;
use trivsel_words::typed_date::Lean;

/// The correction of a date: of the given one, or of one to choose.
#[derive(Debug)]
pub struct CorrectDateForm(pub Option<CaseDate>);

impl Kind for CorrectDateForm {
    fn of(&self) -> String {
        self.0.map(|of| of.code().to_owned()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let known = |of: &CaseDate| {
            let case = &lookup.dossier?.case;
            let date = case.date(*of)?;
            let day = dates::day_month_year(words.lang(), date);
            let name = words.code_in("case-date", of.code(), Some(&case.programme));
            Some(Choice::new(of.code(), name, day))
        };
        let choices: Vec<Choice> = CaseDate::ALL.iter().filter_map(known).collect();
        // A case without a seat has only one date.
        let only = choices.first().filter(|_| choices.len() == 1).map(|c| c.code.clone());
        let chosen = self.0.map(|of| of.code().to_owned()).or(only);
        vec![pick(field::WHICH, choices, chosen.as_deref()), line(field::DATE, ""), line(field::BECAUSE, "")]
    }

    fn begin(&self, form: &mut Form, lookup: &Lookup<'_>) {
        self.react(form, lookup);
        if form.choice(field::WHICH).is_some() {
            form.go_to(field::DATE);
        }
    }

    fn day(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        (field.name == field::DATE).then(|| day(form, lookup))
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::DATE if text.trim().is_empty() => {
                let now = lookup.dossier_of(form)?.case.date(of(form)?)?;
                let day = dates::day_month_year(lookup.words.lang(), now);
                Some(Ok(lookup.words.with("correct-date-now", &[("day", day.into())])))
            }
            field::BECAUSE => typed::wrong_line(&text, lookup),
            _ => None,
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        all.needed_choice(field::WHICH);
        let is = all.needed_date(field::DATE);
        let reason = all.needed_line(field::BECAUSE);
        let case = all.dossier().map(|d| &d.case);
        let action = (|| {
            let (case, of) = (case?, of(form)?);
            let was = case.date(of)?;
            if Some(was) == is {
                all.say(field::DATE, "case-form-same");
            }
            Some(Action::CorrectDate { case: case.id, of, was, is: is?, reason: reason? })
        })();
        all.finish(action)
    }
}

/// The chosen date.
fn of(form: &Form) -> Option<CaseDate> {
    form.choice(field::WHICH).and_then(|code| CaseDate::from_code(code).ok())
}

/// The typed day, if it fits the other dates of the case. The house also looks at the seats and the register.
fn day(form: &Form, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    let words = lookup.words;
    let Some((dossier, of)) = lookup.dossier_of(form).zip(of(form)) else {
        return typed::date(&form.text(field::DATE), Lean::Past, lookup);
    };
    let ahead = dossier.case.date(of).is_some_and(|date| date > lookup.today());
    let lean = if ahead { Lean::Future } else { Lean::Past };
    let date = typed::date(&form.text(field::DATE), lean, lookup)?;
    let days = CourseDates::of(dossier, of, lookup.today());
    let told = |date| dates::day_month_year(words.lang(), date);
    if let Some(first) = days.first.filter(|first| date < *first) {
        return Err(words.with("papers-step-early", &[("first", told(first).into())]));
    }
    if let Some(last) = days.last.filter(|last| *last < date) {
        return Err(words.with("correct-date-late", &[("last", told(last).into())]));
    }
    if days.ahead < date {
        return Err(words.with("papers-step-late", &[("last", told(days.ahead).into())]));
    }
    Ok(date)
}
