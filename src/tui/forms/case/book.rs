//! An appointment of the case. Another appointment at the same time is shown beside it.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Edit, TalkKind};
use trivsel_domain::rules::booking::{share_time, usual_minutes};
use trivsel_domain::value::{AppointmentId, Coded, Hours, StaffId};

use crate::form::{Choice, Form, FormField, Input, Tags, tags};
use crate::forms::input::{line, pick};
use crate::forms::talk::people;
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::dates;
use trivsel_words::problems::time_problem;
use trivsel_words::typed_date::Lean;
use trivsel_words::typed_time::{TimeProblem, parse_time, parse_time_range};

/// The code of the choice for an appointment that is not a talk.
const NONE: &str = "none";

/// An appointment, of a kind of talk if one is given.
#[derive(Debug)]
pub struct BookForm(pub Option<TalkKind>);

impl Kind for BookForm {
    fn of(&self) -> String {
        self.0.map(|kind| kind.code().to_owned()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let kinds = lookup.case_programme().map(|p| p.talks().iter().map(|t| t.kind).collect::<Vec<_>>());
        let kinds = kinds.unwrap_or_else(|| TalkKind::ALL.to_vec());
        let kinds = kinds.into_iter().filter(|k| *k != TalkKind::Consultation);
        let choices = kinds.map(|k| Choice::new(k.code(), words.code("talk", k.code()), ""));
        let choices = choices.chain([Choice::new(NONE, words.get("papers-no-kind"), "")]).collect();
        let staff = lookup.at_work().map(|s| s.initials.as_str().to_owned());
        vec![
            pick(field::KIND, choices, Some(self.0.map_or(NONE, Coded::code))),
            line(field::DATE, ""),
            line(field::START, ""),
            line(field::CALLED, ""),
            FormField::new(field::STAFF_THERE, Input::Tags(Tags::new(staff, lookup.me.initials.as_str()))),
        ]
    }

    fn begin(&self, form: &mut Form, lookup: &Lookup<'_>) {
        self.react(form, lookup);
        if self.0.is_some() {
            form.go_to(field::DATE);
        }
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(typed::date(&field.text(), Lean::Future, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        match field.name {
            field::START if form.text(field::DATE).is_empty() && form.text(field::START).is_empty() => None,
            field::START => Some(match hours(form, lookup) {
                Err(problem) => Err(problem),
                Ok(hours) => {
                    let text = hours.map_or_else(
                        || words.get("calendar-all-day").to_owned(),
                        |h| dates::time_range(words.lang(), h.from().into(), h.to().into()),
                    );
                    match clash(form, lookup, hours) {
                        Some(clash) => Err(format!("{text} · {clash}")),
                        None => Ok(text),
                    }
                }
            }),
            field::STAFF_THERE => staff(form, lookup).err().map(Err),
            field::CALLED if !form.text(field::CALLED).is_empty() => {
                typed::line(&form.text(field::CALLED), words).err().map(Err)
            }
            _ => None,
        }
    }

    /// The title names the kind and the child until it is typed.
    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let given = lookup.dossier_of(form).map(|d| d.child.name.given().to_owned()).unwrap_or_default();
        let title = match kind_of(form) {
            Some(kind) => format!("{} {given}", lookup.words.code("talk", kind.code())),
            None => String::new(),
        };
        form.suggest(field::CALLED, title.trim());
    }

    /// Two appointments at a time are reported, not refused: they may be one with two parts.
    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let case = all.dossier().map(|d| d.case.id);
        let date = all.needed_date(field::DATE);
        let hours = all.take(field::START, hours(form, lookup));
        let title = all.take(field::CALLED, typed::line(&form.text(field::CALLED), lookup.words));
        let staff = all.take(field::STAFF_THERE, staff(form, lookup));
        let action = match (case, date, hours, title, staff) {
            (Some(case), Some(date), Some(hours), Some(title), Some(staff)) => {
                let id = AppointmentId::from_u128(form.keeping.id.as_u128());
                let new = Appointment {
                    id,
                    date,
                    hours,
                    title,
                    kind: kind_of(form),
                    case: Some(case),
                    staff,
                    event: None,
                    not_held: None,
                    series: None,
                };
                Some(Action::Save(vec![Edit::create(new).into()]))
            }
            _ => None,
        };
        all.finish(action)
    }
}

/// The chosen kind of talk, if it is one.
fn kind_of(form: &Form) -> Option<TalkKind> {
    form.choice(field::KIND).and_then(|code| TalkKind::from_code(code).ok())
}

/// The typed hours: a span, or a start with the usual length of the kind. `None` is the whole day.
fn hours(form: &Form, lookup: &Lookup<'_>) -> Result<Option<Hours>, String> {
    let (text, words) = (form.text(field::START), lookup.words);
    if text.is_empty() {
        return Ok(None);
    }
    let hours = match parse_time_range(&text) {
        Ok(range) => Hours::new(range.from.into(), range.to.into()),
        Err(TimeProblem::OneOfTwo) => {
            let from = parse_time(&text).map_err(|p| time_problem(words, &p))?.into();
            Hours::lasting(from, usual_minutes(lookup.case_programme(), kind_of(form)))
        }
        Err(problem) => return Err(time_problem(words, &problem)),
    };
    hours.map(Some).map_err(|_| words.get("time-not-understood").to_owned())
}

fn staff(form: &Form, lookup: &Lookup<'_>) -> Result<Vec<StaffId>, String> {
    let who = |word: String| match people::member(lookup, &word) {
        Some(member) => Ok(member.id),
        None => Err(lookup.words.with("form-nobody", &[("name", word.into())])),
    };
    tags::split(&form.text(field::STAFF_THERE)).into_iter().map(who).collect()
}

/// Another appointment of the case at that time. Those of the staff are looked for when it is saved.
fn clash(form: &Form, lookup: &Lookup<'_>, asked: Option<Hours>) -> Option<String> {
    let date = typed::date(&form.text(field::DATE), Lean::Future, lookup).ok()?;
    let known = lookup.dossier_of(form)?.appointments.iter().filter(|a| a.date == date);
    let clash = known.into_iter().find(|a| share_time(asked, a))?;
    let at = clash.hours.map_or_else(
        || lookup.words.get("calendar-all-day").to_owned(),
        |h| dates::time_range(lookup.words.lang(), h.from().into(), h.to().into()),
    );
    let there = clash.staff.iter().map(|who| lookup.initials(*who)).collect::<Vec<_>>().join(", ");
    let args = [("at", at.into()), ("title", clash.title.as_str().into()), ("who", there.into())];
    Some(lookup.words.with("papers-clash", &args))
}
