//! A step of the case to another stage: when, what is waived, why.
//!
//! What the form knows to be missing is said before it asks: nobody is asked for what would be refused. The decision
//! is still the one that decides; it may know of what came since.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Outcome, Priority};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::steps;
use trivsel_domain::rules::steps::{Check, StepDays, StepOrder, StepTo, Terms, Way};
use trivsel_domain::value::{Coded, DraftId, Requirement, Stage};

use super::papers::{self, line_field, pick_field};
use crate::form::{Choice, Entry, Form, Input, Keeping, Tags, tags};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::dates;
use trivsel_words::steps as told;
use trivsel_words::text::Folded;
use trivsel_words::typed_date::Lean;

/// The hidden field that remembers where the case stood when the form was opened.
const FROM: &str = "from-stage";

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: Stage, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let dossier = reading.dossier;
    let suggested = dossier.and_then(|d| StepTo::suggested(of, d));
    let today = reading.today();
    let days = dossier.zip(suggested.as_ref()).map(|(d, to)| StepDays::of(d, to, today));
    let usual = days.map_or(today, |days| days.usual(today));
    let mut entries = vec![line_field("date", &papers::typed(usual, reading))];
    match suggested {
        Some(StepTo::Waiting { priority, .. }) => {
            let choice = |p: &Priority| Choice::new(p.code(), words.code("priority", p.code()), "");
            let choices = Priority::ALL.iter().map(choice).collect();
            entries.push(pick_field("priority", choices, Some(priority.code())));
            entries.push(line_field("spoken", ""));
        }
        Some(StepTo::Closed { outcome, place }) => {
            let choice = |o: &Outcome| Choice::new(o.code(), words.code("outcome", o.code()), "");
            let choices = Outcome::ALL.iter().map(choice).collect();
            entries.push(pick_field("outcome", choices, Some(outcome.code())));
            entries.push(line_field("receiving", place.as_ref().map_or("", |p| p.as_str())));
        }
        _ => {}
    }
    let stage = dossier.map_or("", |d| d.case.stage().code());
    entries.extend([
        Entry::new("waive", Input::Tags(Tags::new(Vec::new(), ""))).hidden(),
        line_field("because", ""),
        line_field(FROM, stage).hidden(),
    ]);
    let kind = FormKind::Case(CaseForm::Step(of));
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    react(&mut form, reading);
    form
}

fn stage_of(form: &Form) -> Option<Stage> {
    match form.kind {
        FormKind::Case(CaseForm::Step(stage)) => Some(stage),
        _ => None,
    }
}

/// The days on which the step can be taken.
fn days(form: &Form, reading: &Reading<'_>) -> Option<StepDays> {
    let dossier = reading.dossier_of(form)?;
    let to = StepTo::suggested(stage_of(form)?, dossier)?;
    Some(StepDays::of(dossier, &to, reading.today()))
}

/// The day as typed. A seat is given ahead, and what can only be done later will be; everything else has happened.
fn typed_day(form: &Form, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    let today = reading.today();
    let ahead = days(form, reading).is_some_and(|d| d.first > today);
    let lean = if ahead || stage_of(form) == Some(Stage::Admitted) { Lean::Future } else { Lean::Past };
    papers::date(&form.text("date"), lean, reading)
}

/// The day as typed, where the step can be taken on it.
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

/// That the case has gone on since the form was opened, as one that has lain as a draft may find: where it stands now.
fn moved(form: &Form, reading: &Reading<'_>) -> Option<String> {
    let from = form.entry(FROM).and_then(|e| Stage::from_code(&e.text()).ok())?;
    let now = reading.dossier_of(form)?.case.stage();
    let stage = reading.words.code("stage", now.code());
    (now != from).then(|| reading.words.with("papers-step-moved", &[("stage", stage.into())]))
}

/// The step as far as it is typed.
fn to(form: &Form, stage: Stage, dossier: &Dossier, reading: &Reading<'_>) -> Option<StepTo> {
    let suggested = StepTo::suggested(stage, dossier)?;
    Some(match suggested {
        StepTo::Waiting { priority, .. } => StepTo::Waiting {
            priority: form.choice("priority").and_then(|c| Priority::from_code(c).ok()).unwrap_or(priority),
            last_contact: papers::date(&form.text("spoken"), Lean::Past, reading).ok(),
        },
        StepTo::Closed { outcome, .. } => StepTo::Closed {
            outcome: form.choice("outcome").and_then(|c| Outcome::from_code(c).ok()).unwrap_or(outcome),
            place: papers::line(&form.text("receiving"), reading.words).ok(),
        },
        other => other,
    })
}

/// What the step asks for on the day that is typed, as the decision will find it.
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
    steps::checklist(dossier, &terms, &to, on)
}

fn name(requirement: Requirement, reading: &Reading<'_>) -> String {
    told::requirement(reading.words, requirement).to_owned()
}

/// Follows a change: what can be waived is what is missing on that day.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    let unmet: Vec<Check> = checks(form, reading).into_iter().filter(|c| !c.is_met()).collect();
    let soft = unmet.iter().filter(|c| !c.is_hard()).map(|c| name(c.requirement, reading));
    if let Some(entry) = form.entry_mut("waive") {
        if let Input::Tags(tags) = &mut entry.input {
            tags.offer(soft);
        }
        entry.shown = !unmet.is_empty() || !entry.text().trim().is_empty();
    }
}

fn waived(form: &Form, reading: &Reading<'_>) -> Result<Vec<Requirement>, String> {
    let unmet: Vec<Requirement> =
        checks(form, reading).iter().filter(|c| !c.is_met()).map(|c| c.requirement).collect();
    let is = |word: &str, r: Requirement| Folded::new(&name(r, reading)) == Folded::new(word);
    let begins = |word: &str, r: Requirement| {
        let (name, word) = (Folded::new(&name(r, reading)), Folded::new(word));
        name.contains(&word) && name.rank(&word) == 0
    };
    // The first letters are enough where they are those of one that is missing.
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
    tags::split(&form.text("waive")).into_iter().map(find).collect()
}

/// Why the step needs a reason; nothing where it needs none.
fn needs_reason(form: &Form, reading: &Reading<'_>) -> Option<&'static str> {
    let dossier = reading.dossier_of(form)?;
    let to = to(form, stage_of(form)?, dossier, reading)?;
    match steps::way(&dossier.case, &to) {
        Some(Way::Back) => Some("refusal-no-reason-back"),
        Some(Way::Early) if to == StepTo::Declined => Some("refusal-no-reason-declining"),
        Some(Way::Early) => Some("refusal-no-reason-early"),
        _ => (!form.text("waive").is_empty()).then_some("refusal-no-reason-waiver"),
    }
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    let (text, words) = (entry.text(), reading.words);
    let text = text.trim();
    match entry.name {
        "date" => Some(day(form, reading).map(|d| papers::echo(d, reading))),
        "spoken" if !text.is_empty() => Some(papers::past(text, reading).map(|d| papers::echo(d, reading))),
        "receiving" if !text.is_empty() => papers::line(text, words).err().map(Err),
        "waive" => Some(waived(form, reading).and_then(|waived| still_missing(form, &waived, reading))),
        "because" if text.is_empty() => needs_reason(form, reading).map(|id| Err(words.get(id).to_owned())),
        "because" => papers::line(text, words).err().map(Err),
        _ => None,
    }
}

/// What is neither met nor waived: one with what is missing of it and where that is entered, several by their names,
/// those that can't be waived first, and marked.
fn still_missing(form: &Form, waived: &[Requirement], reading: &Reading<'_>) -> Result<String, String> {
    let words = reading.words;
    let mut open: Vec<Check> = checks(form, reading)
        .into_iter()
        .filter(|c| !c.is_met() && !waived.contains(&c.requirement))
        .collect();
    open.sort_by_key(|c| !c.is_hard());
    match open.as_slice() {
        [] => return Ok(words.get("papers-all-waived").to_owned()),
        [one] => return Err(one.unmet().map_or_else(String::new, |u| told::unmet(words, reading.staff, &u))),
        _ => {}
    }
    let one = |c: &Check| {
        let name = name(c.requirement, reading);
        if c.is_hard() { words.with("papers-hard", &[("name", name.into())]) } else { name }
    };
    let missing = open.iter().map(one).collect::<Vec<_>>().join(", ");
    Err(words.with("papers-missing", &[("missing", missing.into())]))
}

/// Reads the form.
///
/// # Errors
/// Everything that can't be read, and what the form knows that the step lacks, in the order of the fields.
pub fn read(form: &Form, of: Stage, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let on = all.take("date", day(form, reading));
    if moved(form, reading).is_some() {
        return all.finish(None);
    }
    if !form.text("spoken").is_empty() {
        all.take("spoken", papers::past(&form.text("spoken"), reading));
    }
    all.line("receiving");
    let lacking = |waived: Vec<Requirement>| still_missing(form, &waived, reading).map(|_| waived);
    let waive = all.take("waive", waived(form, reading).and_then(lacking)).unwrap_or_default();
    let reason = all.line("because");
    if let Some(id) = needs_reason(form, reading).filter(|_| form.text("because").is_empty()) {
        all.say("because", id);
    }
    let dossier = all.dossier();
    let from = form.entry(FROM).and_then(|e| Stage::from_code(&e.text()).ok());
    let order = dossier.zip(on).and_then(|(dossier, on)| {
        let from = from.unwrap_or(dossier.case.stage());
        let to = to(form, of, dossier, reading)?;
        Some(StepOrder { case: dossier.case.id, from, to, on, waive, reason })
    });
    all.finish(order.map(|order| Action::Step(Box::new(order))))
}
