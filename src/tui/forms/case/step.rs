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

use crate::form::{Choice, Entry, Form, Input, Tags, tags};
use crate::forms::input::{line, pick};
use crate::forms::{Day, FormReader, Kind, Meaning, Reading, Wrong, field, typed};
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

    fn entries(&self, reading: &Reading<'_>) -> Vec<Entry> {
        let words = reading.words;
        let dossier = reading.dossier;
        let suggested = dossier.and_then(|d| StepTo::suggested(self.0, d));
        let today = reading.today();
        let days = dossier.zip(suggested.as_ref()).map(|(d, to)| StepDays::of(d, to, today));
        let usual = days.map_or(today, |days| days.usual(today));
        let mut entries = vec![line(field::DATE, &typed::today_or(usual, reading))];
        match suggested {
            Some(StepTo::Waiting { priority, .. }) => {
                let choice = |p: &Priority| Choice::new(p.code(), words.code("priority", p.code()), "");
                let choices = Priority::ALL.iter().map(choice).collect();
                entries.push(pick(field::PRIORITY, choices, Some(priority.code())));
                entries.push(line(field::SPOKEN, ""));
            }
            Some(StepTo::Closed { place, .. }) => {
                let choice = |o: &Outcome| Choice::new(o.code(), words.code("outcome", o.code()), "");
                let choices = Outcome::ALL.iter().map(choice).collect();
                let planned = dossier.and_then(StepTo::planned_outcome);
                entries.push(pick(field::OUTCOME, choices, planned.map(Coded::code)));
                entries.push(line(field::RECEIVING, place.as_ref().map_or("", |p| p.as_str())));
            }
            _ => {}
        }
        let stage = dossier.map_or("", |d| d.case.stage().code());
        entries.extend([
            Entry::new(field::WAIVE, Input::Tags(Tags::new(Vec::new(), ""))).hidden(),
            line(field::BECAUSE, ""),
            line(field::FROM_STAGE, stage).hidden(),
        ]);
        entries
    }

    fn what(&self, _form: &Form, reading: &Reading<'_>) -> Option<String> {
        Some(reading.words.code("stage", self.0.code()).to_owned())
    }

    fn day(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Day {
        match entry.name {
            field::DATE => Some(typed_day(form, reading)),
            field::SPOKEN => Some(typed::past(&entry.text(), reading)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        let (text, words) = (entry.text(), reading.words);
        let text = text.trim();
        match entry.name {
            field::DATE => Some(day(form, reading).map(|d| typed::day_and_week(d, reading))),
            field::RECEIVING if !text.is_empty() => typed::line(text, words).err().map(Err),
            field::WAIVE => {
                Some(waived(form, reading).and_then(|waived| still_missing(form, &waived, reading)))
            }
            field::BECAUSE if text.is_empty() => {
                needs_reason(form, reading).map(|id| Err(words.get(id).to_owned()))
            }
            field::BECAUSE => typed::line(text, words).err().map(Err),
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, reading: &Reading<'_>) {
        let unmet: Vec<Check> = checks(form, reading).into_iter().filter(|c| !c.is_met()).collect();
        let soft = unmet.iter().filter(|c| !c.is_hard()).map(|c| name(c.requirement, reading));
        if let Some(entry) = form.entry_mut(field::WAIVE) {
            if let Input::Tags(tags) = &mut entry.input {
                tags.offer(soft);
            }
            entry.shown = !unmet.is_empty() || !entry.text().trim().is_empty();
        }
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, reading);
        let on = all.take(field::DATE, day(form, reading));
        if moved(form, reading).is_some() {
            return all.finish(None);
        }
        all.date(field::SPOKEN);
        if self.0 == Stage::Closed {
            all.needed_choice(field::OUTCOME);
        }
        all.line(field::RECEIVING);
        let lacking = |waived: Vec<Requirement>| still_missing(form, &waived, reading).map(|_| waived);
        let waive = all.take(field::WAIVE, waived(form, reading).and_then(lacking)).unwrap_or_default();
        let reason = all.line(field::BECAUSE);
        if let Some(id) = needs_reason(form, reading).filter(|_| form.text(field::BECAUSE).is_empty()) {
            all.say(field::BECAUSE, id);
        }
        let dossier = all.dossier();
        let from = form.entry(field::FROM_STAGE).and_then(|e| Stage::from_code(&e.text()).ok());
        let order = dossier.zip(on).and_then(|(dossier, on)| {
            let from = from.unwrap_or(dossier.case.stage());
            let to = to(form, self.0, dossier, reading)?;
            Some(StepOrder { case: dossier.case.id, from, to, on, waive, reason })
        });
        all.finish(order.map(|order| Action::Step(Box::new(order))))
    }
}

fn stage_of(form: &Form) -> Option<Stage> {
    form.kind.downcast::<StepForm>().map(|step| step.0)
}

fn days(form: &Form, reading: &Reading<'_>) -> Option<StepDays> {
    let dossier = reading.dossier_of(form)?;
    let to = StepTo::suggested(stage_of(form)?, dossier)?;
    Some(StepDays::of(dossier, &to, reading.today()))
}

/// The typed day. A date without a year is a coming one for a seat or a step that is not possible yet, else a past one.
fn typed_day(form: &Form, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    let today = reading.today();
    let ahead = days(form, reading).is_some_and(|d| d.first > today);
    let lean = if ahead || stage_of(form) == Some(Stage::Admitted) { Lean::Future } else { Lean::Past };
    typed::date(&form.text(field::DATE), lean, reading)
}

/// The typed day, if the step can be taken on it.
fn day(form: &Form, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    if let Some(moved) = moved(form, reading) {
        return Err(moved);
    }
    let date = typed_day(form, reading)?;
    let Some(days) = days(form, reading) else { return Ok(date) };
    let words = reading.words;
    let told = |date| (dates::day_month_year(words.lang(), date)).into();
    if date < days.first {
        let seat = stage_of(form) == Some(Stage::Closed)
            && reading.dossier_of(form).and_then(steps::second_day) == Some(days.first);
        let id = if seat { "papers-step-seat-day" } else { "papers-step-early" };
        return Err(words.with(id, &[("first", told(days.first))]));
    }
    if date > days.last {
        return Err(words.with("papers-step-late", &[("last", told(days.last))]));
    }
    Ok(date)
}

/// The problem that the case has moved on since the form was opened, for instance as a draft.
fn moved(form: &Form, reading: &Reading<'_>) -> Option<String> {
    let from = form.entry(field::FROM_STAGE).and_then(|e| Stage::from_code(&e.text()).ok())?;
    let now = reading.dossier_of(form)?.case.stage();
    let stage = reading.words.code("stage", now.code());
    (now != from).then(|| reading.words.with("papers-step-moved", &[("stage", stage.into())]))
}

/// The step with the typed details.
fn to(form: &Form, stage: Stage, dossier: &Dossier, reading: &Reading<'_>) -> Option<StepTo> {
    let suggested = StepTo::suggested(stage, dossier)?;
    Some(match suggested {
        StepTo::Waiting { priority, .. } => StepTo::Waiting {
            priority: form
                .choice(field::PRIORITY)
                .and_then(|c| Priority::from_code(c).ok())
                .unwrap_or(priority),
            last_contact: typed::date(&form.text(field::SPOKEN), Lean::Past, reading).ok(),
        },
        StepTo::Closed { outcome, .. } => StepTo::Closed {
            outcome: form.choice(field::OUTCOME).and_then(|c| Outcome::from_code(c).ok()).unwrap_or(outcome),
            place: typed::line(&form.text(field::RECEIVING), reading.words).ok(),
        },
        other => other,
    })
}

/// The requirements of the step on the typed day.
fn checks(form: &Form, reading: &Reading<'_>) -> Vec<Check> {
    let (Some(stage), Some(sheet)) = (stage_of(form), reading.sheet) else { return Vec::new() };
    let Some(dossier) = reading.dossier_of(form) else { return Vec::new() };
    let found = reading.programmes.iter().find(|(p, _)| *p.code() == dossier.case.programme);
    let (Some((programme, house)), Some(to)) = (found, to(form, stage, dossier, reading)) else {
        return Vec::new();
    };
    let today = reading.today();
    let terms = Terms { programme, norm: house.seats, cases: &sheet.cases, staff: reading.staff, today };
    let on = typed_day(form, reading).unwrap_or(today);
    steps::shown(steps::checklist(dossier, &terms, &to, on), &terms)
}

fn name(requirement: Requirement, reading: &Reading<'_>) -> String {
    let programme = reading.dossier.map(|d| &d.case.programme);
    reading.words.code_in("requirement", requirement.code(), programme).to_owned()
}

fn waived(form: &Form, reading: &Reading<'_>) -> Result<Vec<Requirement>, String> {
    let unmet: Vec<Requirement> =
        checks(form, reading).iter().filter(|c| !c.is_met()).map(|c| c.requirement).collect();
    let is = |word: &str, r: Requirement| Folded::new(&name(r, reading)) == Folded::new(word);
    let begins = |word: &str, r: Requirement| {
        let (name, word) = (Folded::new(&name(r, reading)), Folded::new(word));
        name.contains(&word) && name.rank(&word) == 0
    };
    // The first letters are enough if they match one missing requirement.
    let meant = |word: &str| {
        let mut fitting = unmet.iter().filter(|r| begins(word, **r));
        let first = fitting.next().filter(|_| fitting.next().is_none());
        Requirement::ALL.iter().find(|r| is(word, **r)).or(first)
    };
    let find = |word: String| match meant(&word) {
        Some(r) if r.is_hard() => Err(reading.words.with("papers-waive-hard", &[("name", word.into())])),
        Some(r) => Ok(*r),
        None => Err(reading.words.with("papers-waive-unknown", &[("name", word.into())])),
    };
    tags::split(&form.text(field::WAIVE)).into_iter().map(find).collect()
}

/// The message id for a missing reason, if the step needs one.
fn needs_reason(form: &Form, reading: &Reading<'_>) -> Option<&'static str> {
    let dossier = reading.dossier_of(form)?;
    let to = to(form, stage_of(form)?, dossier, reading)?;
    match steps::way(&dossier.case, &to) {
        Some(Way::Back) => Some("refusal-no-reason-back"),
        Some(Way::Early) if to == StepTo::Declined => Some("refusal-no-reason-declining"),
        Some(Way::Early) => Some("refusal-no-reason-early"),
        _ => (!form.text(field::WAIVE).is_empty()).then_some("refusal-no-reason-waiver"),
    }
}

/// The requirements that are neither met nor waived: one in full, several by name. Those that can't be waived are
/// marked and come first.
fn still_missing(form: &Form, waived: &[Requirement], reading: &Reading<'_>) -> Result<String, String> {
    let words = reading.words;
    let mut open: Vec<Check> = checks(form, reading)
        .into_iter()
        .filter(|c| !c.is_met() && !waived.contains(&c.requirement))
        .collect();
    open.sort_by_key(|c| !c.is_hard());
    match open.as_slice() {
        [] => return Ok(words.get("papers-all-waived").to_owned()),
        [one] => {
            let unmet = reading.dossier.and_then(|d| one.unmet(&d.case.programme));
            return Err(unmet.map_or_else(String::new, |u| told::unmet(words, reading.staff, &u)));
        }
        _ => {}
    }
    let one = |c: &Check| {
        let name = name(c.requirement, reading);
        if c.is_hard() { words.with("papers-hard", &[("name", name.into())]) } else { name }
    };
    let missing = open.iter().map(one).collect::<Vec<_>>().join(", ");
    Err(words.with("papers-missing", &[("missing", missing.into())]))
}
