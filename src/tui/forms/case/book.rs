//! An appointment of the case: what kind, when, with whom; what else is agreed then stands beside it.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Edit, TalkKind};
use trivsel_domain::value::{AppointmentId, Coded, DraftId, Hours, StaffId, TimeOfDay};

use super::papers::{self, line_field, pick_field};
use crate::form::{Choice, Entry, Form, Input, Keeping, Tags, tags};
use crate::forms::case::CaseForm;
use crate::forms::talk::people;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::dates;
use trivsel_words::problems::time_problem;
use trivsel_words::typed_date::Lean;
use trivsel_words::typed_time::{parse_time, parse_time_range};

/// The code of the choice that is no kind of talk.
const NONE: &str = "none";
/// How long something takes where the programme says nothing, in minutes.
const USUAL: u16 = 60;

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: Option<TalkKind>, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let kinds = reading.case_programme().map(|p| p.talks().iter().map(|t| t.kind).collect::<Vec<_>>());
    let kinds = kinds.unwrap_or_else(|| TalkKind::ALL.to_vec());
    let kinds = kinds.into_iter().filter(|k| *k != TalkKind::Consultation);
    let choices = kinds.map(|k| Choice::new(k.code(), words.code("talk", k.code()), ""));
    let choices = choices.chain([Choice::new(NONE, words.get("papers-no-kind"), "")]).collect();
    let staff = reading.at_work().map(|s| s.initials.as_str().to_owned());
    let entries = vec![
        pick_field("kind", choices, Some(of.map_or(NONE, Coded::code))),
        line_field("date", ""),
        line_field("start", ""),
        line_field("called", ""),
        Entry::new("staff-there", Input::Tags(Tags::new(staff, reading.me.initials.as_str()))),
    ];
    let kind = FormKind::Case(CaseForm::Book(of));
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    react(&mut form, reading);
    if of.is_some() {
        form.go_to("date");
    }
    form
}

/// The kind that is chosen; nothing where it is none of them.
fn kind_of(form: &Form) -> Option<TalkKind> {
    form.choice("kind").and_then(|code| TalkKind::from_code(code).ok())
}

/// Follows a change: the title says kind and child until somebody writes another.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    let given = reading.dossier_of(form).map(|d| d.child.name.given().to_owned()).unwrap_or_default();
    let title = match kind_of(form) {
        Some(kind) => format!("{} {given}", reading.words.code("talk", kind.code())),
        None => String::new(),
    };
    form.suggest("called", title.trim());
}

/// The hours as typed: a span, or a beginning with the usual length of the kind. Nothing is the whole day.
fn hours(form: &Form, reading: &Reading<'_>) -> Result<Option<Hours>, String> {
    let (text, words) = (form.text("start"), reading.words);
    if text.is_empty() {
        return Ok(None);
    }
    let (from, to): (TimeOfDay, TimeOfDay) = match parse_time_range(&text) {
        Ok(range) => (range.from.into(), range.to.into()),
        Err(trivsel_words::typed_time::TimeProblem::OneOfTwo) => {
            let from: TimeOfDay = parse_time(&text).map_err(|p| time_problem(words, &p))?.into();
            let usual = kind_of(form).and_then(|kind| reading.case_programme()?.usual(kind)?.minutes);
            let last = TimeOfDay::from_minutes(24 * 60 - 1).unwrap_or(from);
            let end = from.minutes() + usual.map_or(USUAL, trivsel_domain::value::Minutes::get);
            (from, TimeOfDay::from_minutes(end).unwrap_or(last))
        }
        Err(problem) => return Err(time_problem(words, &problem)),
    };
    Hours::new(from, to).map(Some).map_err(|_| words.get("time-not-understood").to_owned())
}

fn staff(form: &Form, reading: &Reading<'_>) -> Result<Vec<StaffId>, String> {
    let who = |word: String| match people::member(reading, &word) {
        Some(member) => Ok(member.id),
        None => Err(reading.words.with("form-nobody", &[("name", word.into())])),
    };
    tags::split(&form.text("staff-there")).into_iter().map(who).collect()
}

/// What else is agreed with the child at that time, as far as the case knows.
fn clash(form: &Form, reading: &Reading<'_>, asked: Option<Hours>) -> Option<String> {
    let date = papers::date(&form.text("date"), Lean::Future, reading).ok()?;
    let known = reading.dossier_of(form)?.appointments.iter().filter(|a| a.date == date);
    let meets = |a: &&Appointment| match (a.hours, asked) {
        (Some(there), Some(asked)) => there.shared_minutes(asked) > 0,
        _ => true,
    };
    let clash = known.into_iter().find(meets)?;
    let at = clash.hours.map_or_else(
        || reading.words.get("calendar-all-day").to_owned(),
        |h| dates::time_range(reading.words.lang(), h.from().into(), h.to().into()),
    );
    let there = clash.staff.iter().map(|who| reading.initials(*who)).collect::<Vec<_>>().join(", ");
    let args = [("at", at.into()), ("title", clash.title.as_str().into()), ("who", there.into())];
    Some(reading.words.with("papers-clash", &args))
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    let words = reading.words;
    match entry.name {
        "date" if !form.text("date").is_empty() => {
            Some(papers::date(&form.text("date"), Lean::Future, reading).map(|d| papers::echo(d, reading)))
        }
        "start" if form.text("date").is_empty() && form.text("start").is_empty() => None,
        "start" => Some(match hours(form, reading) {
            Err(problem) => Err(problem),
            Ok(hours) => {
                let text = hours.map_or_else(
                    || words.get("calendar-all-day").to_owned(),
                    |h| dates::time_range(words.lang(), h.from().into(), h.to().into()),
                );
                match clash(form, reading, hours) {
                    Some(clash) => Err(format!("{text} · {clash}")),
                    None => Ok(text),
                }
            }
        }),
        "staff-there" => staff(form, reading).err().map(Err),
        "called" if !form.text("called").is_empty() => {
            papers::line(&form.text("called"), words).err().map(Err)
        }
        _ => None,
    }
}

/// Reads the form. Two appointments at a time are said, not refused: it may well be one with two parts.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let case = all.dossier().map(|d| d.case.id);
    let date = all.take("date", papers::date(&form.text("date"), Lean::Future, reading));
    let hours = all.take("start", hours(form, reading));
    let title = all.take("called", papers::line(&form.text("called"), reading.words));
    let staff = all.take("staff-there", staff(form, reading));
    let action = match (case, date, hours, title, staff) {
        (Some(case), Some(date), Some(hours), Some(title), Some(staff)) => {
            let id = AppointmentId::from_u128(form.keeping.id.as_u128());
            let new = Appointment { id, date, hours, title, kind: kind_of(form), case: Some(case), staff };
            Some(Action::Save(vec![Edit::create(new).into()]))
        }
        _ => None,
    };
    all.finish(action)
}
