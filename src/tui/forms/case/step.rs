//! A step of the case to another stage.
//!
//! The form reports what it knows to be missing before it asks. The domain still decides, since it may know of later
//! changes.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Outcome, Priority};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::steps;
use trivsel_domain::rules::steps::{Check, StepDays, StepOrder, StepTo, Terms, Way};
use trivsel_domain::value::{Coded, Requirement, Stage};

use crate::form::{Form, FormField, Input, Tags, tags};
use crate::forms::input::{choices, line, pick};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::dates;
use trivsel_words::steps as told;
use trivsel_words::text::Folded;
use trivsel_words::typed_date::Lean;

/// A step to a stage.
#[derive(Debug)]
pub struct StepForm(pub Stage);

impl Kind for StepForm {
    fn of(&self) -> String {
        self.0.code().to_owned()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let dossier = lookup.dossier;
        let suggested = dossier.and_then(|d| StepTo::suggested(self.0, d));
        let today = lookup.today();
        let days = dossier.zip(suggested.as_ref()).map(|(d, to)| StepDays::of(d, to, today));
        let usual = days.map_or(today, |days| days.usual(today));
        let mut fields = vec![line(field::DATE, &typed::today_or(usual, lookup))];
        match suggested {
            Some(StepTo::Waiting { priority, .. }) => {
                let choices = choices(Priority::ALL, "priority", words);
                fields.push(pick(field::PRIORITY, choices, Some(priority.code())));
                fields.push(line(field::SPOKEN, ""));
            }
            Some(StepTo::Closed { place, .. }) => {
                let choices = choices(Outcome::ALL, "outcome", words);
                let planned = dossier.and_then(StepTo::planned_outcome);
                fields.push(pick(field::OUTCOME, choices, planned.map(Coded::code)));
                fields.push(line(field::RECEIVING, place.as_ref().map_or("", |p| p.as_str())));
            }
            _ => {}
        }
        let stage = dossier.map_or("", |d| d.case.stage().code());
        fields.extend([
            FormField::new(field::WAIVE, Input::Tags(Tags::new(Vec::new(), ""))).hidden(),
            line(field::BECAUSE, ""),
            line(field::FROM_STAGE, stage).hidden(),
        ]);
        fields
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        Some(lookup.words.code("stage", self.0.code()).to_owned())
    }

    fn day(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(typed_day(form, lookup)),
            field::SPOKEN => Some(typed::past(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let (text, words) = (field.text(), lookup.words);
        let text = text.trim();
        match field.name {
            field::DATE => Some(day(form, lookup).map(|d| typed::day_and_week(d, lookup))),
            field::RECEIVING if !text.is_empty() => typed::line(text, words).err().map(Err),
            field::WAIVE => {
                Some(waived(form, lookup).and_then(|waived| still_missing(form, &waived, lookup)))
            }
            field::BECAUSE if text.is_empty() => {
                needs_reason(form, lookup).map(|id| Err(words.get(id).to_owned()))
            }
            field::BECAUSE => typed::line(text, words).err().map(Err),
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let unmet: Vec<Check> = checks(form, lookup).into_iter().filter(|c| !c.is_met()).collect();
        let soft = unmet.iter().filter(|c| !c.is_hard()).map(|c| name(c.requirement, lookup));
        if let Some(field) = form.field_mut(field::WAIVE) {
            if let Input::Tags(tags) = &mut field.input {
                tags.offer(soft);
            }
            field.shown = !unmet.is_empty() || !field.text().trim().is_empty();
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let on = all.take(field::DATE, day(form, lookup));
        if moved(form, lookup).is_some() {
            return all.finish(None);
        }
        all.date(field::SPOKEN);
        if self.0 == Stage::Closed {
            all.needed_choice(field::OUTCOME);
        }
        all.line(field::RECEIVING);
        let lacking = |waived: Vec<Requirement>| still_missing(form, &waived, lookup).map(|_| waived);
        let waive = all.take(field::WAIVE, waived(form, lookup).and_then(lacking)).unwrap_or_default();
        let reason = all.line(field::BECAUSE);
        if let Some(id) = needs_reason(form, lookup).filter(|_| form.text(field::BECAUSE).is_empty()) {
            all.say(field::BECAUSE, id);
        }
        let dossier = all.dossier();
        let from = form.field(field::FROM_STAGE).and_then(|e| Stage::from_code(&e.text()).ok());
        let order = dossier.zip(on).and_then(|(dossier, on)| {
            let from = from.unwrap_or(dossier.case.stage());
            let to = to(form, self.0, dossier, lookup)?;
            Some(StepOrder { case: dossier.case.id, from, to, on, waive, reason })
        });
        all.finish(order.map(|order| Action::Step(Box::new(order))))
    }
}

fn stage_of(form: &Form) -> Option<Stage> {
    form.kind.downcast::<StepForm>().map(|step| step.0)
}

fn days(form: &Form, lookup: &Lookup<'_>) -> Option<StepDays> {
    let dossier = lookup.dossier_of(form)?;
    let to = StepTo::suggested(stage_of(form)?, dossier)?;
    Some(StepDays::of(dossier, &to, lookup.today()))
}

/// The typed day. A date without a year is a coming one for a seat or a step that is not possible yet, else a past one.
fn typed_day(form: &Form, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    let today = lookup.today();
    let ahead = days(form, lookup).is_some_and(|d| d.first > today);
    let lean = if ahead || stage_of(form) == Some(Stage::Admitted) { Lean::Future } else { Lean::Past };
    typed::date(&form.text(field::DATE), lean, lookup)
}

/// The typed day, if the step can be taken on it.
fn day(form: &Form, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    if let Some(moved) = moved(form, lookup) {
        return Err(moved);
    }
    let date = typed_day(form, lookup)?;
    let Some(days) = days(form, lookup) else { return Ok(date) };
    let words = lookup.words;
    let told = |date| (dates::day_month_year(words.lang(), date)).into();
    if date < days.first {
        let seat = stage_of(form) == Some(Stage::Closed)
            && lookup.dossier_of(form).and_then(steps::second_day) == Some(days.first);
        let id = if seat { "papers-step-seat-day" } else { "papers-step-early" };
        return Err(words.with(id, &[("first", told(days.first))]));
    }
    if date > days.last {
        return Err(words.with("papers-step-late", &[("last", told(days.last))]));
    }
    Ok(date)
}

/// The problem that the case has moved on since the form was opened, for instance as a draft.
fn moved(form: &Form, lookup: &Lookup<'_>) -> Option<String> {
    let from = form.field(field::FROM_STAGE).and_then(|e| Stage::from_code(&e.text()).ok())?;
    let now = lookup.dossier_of(form)?.case.stage();
    let stage = lookup.words.code("stage", now.code());
    (now != from).then(|| lookup.words.with("papers-step-moved", &[("stage", stage.into())]))
}

/// The step with the typed details.
fn to(form: &Form, stage: Stage, dossier: &Dossier, lookup: &Lookup<'_>) -> Option<StepTo> {
    let suggested = StepTo::suggested(stage, dossier)?;
    Some(match suggested {
        StepTo::Waiting { priority, .. } => StepTo::Waiting {
            priority: form
                .choice(field::PRIORITY)
                .and_then(|c| Priority::from_code(c).ok())
                .unwrap_or(priority),
            last_contact: typed::date(&form.text(field::SPOKEN), Lean::Past, lookup).ok(),
        },
        StepTo::Closed { outcome, .. } => StepTo::Closed {
            outcome: form.choice(field::OUTCOME).and_then(|c| Outcome::from_code(c).ok()).unwrap_or(outcome),
            place: typed::line(&form.text(field::RECEIVING), lookup.words).ok(),
        },
        other => other,
    })
}

/// The requirements of the step on the typed day.
fn checks(form: &Form, lookup: &Lookup<'_>) -> Vec<Check> {
    let (Some(stage), Some(sheet)) = (stage_of(form), lookup.sheet) else { return Vec::new() };
    let Some(dossier) = lookup.dossier_of(form) else { return Vec::new() };
    let found = lookup.programmes.iter().find(|(p, _)| *p.code() == dossier.case.programme);
    let (Some((programme, house)), Some(to)) = (found, to(form, stage, dossier, lookup)) else {
        return Vec::new();
    };
    let today = lookup.today();
    let terms = Terms { programme, norm: house.seats, cases: &sheet.cases, staff: lookup.staff, today };
    let on = typed_day(form, lookup).unwrap_or(today);
    steps::shown(steps::checklist(dossier, &terms, &to, on), &terms)
}

fn name(requirement: Requirement, lookup: &Lookup<'_>) -> String {
    let programme = lookup.dossier.map(|d| &d.case.programme);
    lookup.words.code_in("requirement", requirement.code(), programme).to_owned()
}

fn waived(form: &Form, lookup: &Lookup<'_>) -> Result<Vec<Requirement>, String> {
    let unmet: Vec<Requirement> =
        checks(form, lookup).iter().filter(|c| !c.is_met()).map(|c| c.requirement).collect();
    let is = |word: &str, r: Requirement| Folded::new(&name(r, lookup)) == Folded::new(word);
    let begins = |word: &str, r: Requirement| {
        let (name, word) = (Folded::new(&name(r, lookup)), Folded::new(word));
        name.contains(&word) && name.rank(&word) == 0
    };
    // The first letters are enough if they match one missing requirement.
    let meant = |word: &str| {
        let mut fitting = unmet.iter().filter(|r| begins(word, **r));
        let first = fitting.next().filter(|_| fitting.next().is_none());
        Requirement::ALL.iter().find(|r| is(word, **r)).or(first)
    };
    let find = |word: String| match meant(&word) {
        Some(r) if r.is_hard() => Err(lookup.words.with("papers-waive-hard", &[("name", word.into())])),
        Some(r) => Ok(*r),
        None => Err(lookup.words.with("papers-waive-unknown", &[("name", word.into())])),
    };
    tags::split(&form.text(field::WAIVE)).into_iter().map(find).collect()
}

/// The message id for a missing reason, if the step needs one.
fn needs_reason(form: &Form, lookup: &Lookup<'_>) -> Option<&'static str> {
    let dossier = lookup.dossier_of(form)?;
    let to = to(form, stage_of(form)?, dossier, lookup)?;
    match steps::way(&dossier.case, &to) {
        Some(Way::Back) => Some("refusal-no-reason-back"),
        Some(Way::Early) if to == StepTo::Declined => Some("refusal-no-reason-declining"),
        Some(Way::Early) => Some("refusal-no-reason-early"),
        _ => (!form.text(field::WAIVE).is_empty()).then_some("refusal-no-reason-waiver"),
    }
}

/// The requirements that are neither met nor waived: one in full, several by name. Those that can't be waived are
/// marked and come first.
fn still_missing(form: &Form, waived: &[Requirement], lookup: &Lookup<'_>) -> Result<String, String> {
    let words = lookup.words;
    let mut open: Vec<Check> = checks(form, lookup)
        .into_iter()
        .filter(|c| !c.is_met() && !waived.contains(&c.requirement))
        .collect();
    open.sort_by_key(|c| !c.is_hard());
    match open.as_slice() {
        [] => return Ok(words.get("papers-all-waived").to_owned()),
        [one] => {
            let unmet = lookup.dossier.and_then(|d| one.unmet(&d.case.programme));
            return Err(unmet.map_or_else(String::new, |u| told::unmet(words, lookup.staff, &u)));
        }
        _ => {}
    }
    let one = |c: &Check| {
        let name = name(c.requirement, lookup);
        if c.is_hard() { words.with("papers-hard", &[("name", name.into())]) } else { name }
    };
    let missing = open.iter().map(one).collect::<Vec<_>>().join(", ");
    Err(words.with("papers-missing", &[("missing", missing.into())]))
}
