//! A new case, put forward to the committee: at most ten fields on one screen.

mod around;
mod known;

use trivsel_domain::decide::{Action, NewCase, Whose};
use trivsel_domain::record::{Child, Person, Programme};
use trivsel_domain::value::{CaseId, ChildId, Cpr, DraftId, PersonId, ProgrammeCode};

use self::around::{by_name_on_record, parents, parents_text, ppr, ppr_text};
use self::known::{Found, found, told};
use super::about::{born, class, cpr, told_born, told_cpr};
use super::gather::{Meaning, line, past, pick, today, told_date, wrong_line};
use super::person;
use crate::form::{Choice, Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::Lang;
use trivsel_words::typed_birth::is_cpr;
use trivsel_words::typed_class::{class_on, written};
use trivsel_words::typed_people::TypedPerson;

/// The form as it begins: today, and the programme where there is only one.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let name = |p: &Programme| match reading.words.lang() {
        Lang::Da => p.name_da().to_owned(),
        Lang::En => p.name_en().to_owned(),
    };
    let programmes: Vec<Choice> =
        reading.programmes.iter().map(|(p, _)| Choice::new(p.code().as_str(), name(p), "")).collect();
    let only = programmes.first().filter(|_| programmes.len() == 1).map(|c| c.code.clone());
    let entries = vec![
        line("name", ""),
        line("born", ""),
        line("class", ""),
        line("school", ""),
        pick("programme", programmes, only.as_deref()),
        line("referred-on", &today(reading)),
        line("decided-on", ""),
        line("parents", ""),
        line("ppr", ""),
        line("led-to", ""),
    ];
    Form::new(FormKind::Case(CaseForm::Refer), None, entries, Keeping::new(id, reading.me.id))
}

/// What a birthday field holds: a CPR number, where ten digits are typed, says the birthday too.
fn birth(text: &str, reading: &Reading<'_>) -> Result<(chrono::NaiveDate, Option<Cpr>), String> {
    if is_cpr(text) {
        let cpr = cpr(text, reading)?;
        return Ok((cpr.born(), Some(cpr)));
    }
    Ok((born(text, reading)?, None))
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let words = reading.words;
    let text = entry.text();
    let text = text.trim();
    match entry.name {
        "name" if !text.is_empty() => match person::name(text, reading) {
            Ok(_) => told(&found(form, reading), reading).map(Ok),
            Err(wrong) => Some(Err(wrong)),
        },
        "born" if !text.is_empty() => Some(birth(text, reading).and_then(|(born, cpr)| match cpr {
            Some(cpr) if is_lost(cpr, form, reading) => Err(words.get("refer-cpr-known").to_owned()),
            Some(cpr) => Ok(told_cpr(&cpr, reading)),
            None => Ok(told_born(born, reading)),
        })),
        "class" if !text.is_empty() => {
            let typed = class(text, reading).map(|c| written(c.grade(), c.letter()));
            // The classes of a child on record are its own: they are corrected there.
            match (typed, found(form, reading)) {
                (Ok(typed), Found::Known(child)) => match class_on(child, reading.today()) {
                    Some(has) if has == typed => Some(Ok(typed)),
                    _ => Some(Ok(words.get("refer-class-known").to_owned())),
                },
                (typed, _) => Some(typed),
            }
        }
        "school" | "led-to" => wrong_line(text, reading),
        "referred-on" | "decided-on" => told_date(text, |t| past(t, reading), reading),
        "parents" if !text.is_empty() => {
            Some(parents(text, words).map(|p| around::told(&p, known_child(form, reading), reading)))
        }
        "ppr" if !text.is_empty() => {
            Some(ppr(text, words).map(|p| around::told(&[p], known_child(form, reading), reading)))
        }
        _ => None,
    }
}

/// Whether a CPR number would be lost: a new case adds nothing to a child on record but a school.
fn is_lost(cpr: Cpr, form: &Form, reading: &Reading<'_>) -> bool {
    known_child(form, reading).is_some_and(|child| child.cpr != Some(cpr))
}

/// The child on record that is meant.
fn known_child<'a>(form: &Form, reading: &Reading<'a>) -> Option<&'a Child> {
    match found(form, reading) {
        Found::Known(child) => Some(child),
        _ => None,
    }
}

/// Follows a change: class, school, parents and PPR of a child on record stand there until something else is typed.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    let child = known_child(form, reading);
    let school = child.and_then(|c| c.school.as_ref()).map_or("", |s| s.as_str());
    for (name, text) in [
        ("class", child.and_then(|c| class_on(c, reading.today())).unwrap_or_default()),
        ("school", school.to_owned()),
        ("parents", child.map(|c| parents_text(c, reading)).unwrap_or_default()),
        ("ppr", child.map(|c| ppr_text(c, reading)).unwrap_or_default()),
    ] {
        form.suggest(name, &text);
    }
}

/// Reads the form. The new records have numbers that follow the form's own.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let words = reading.words;
    let number = |n: u128| form.keeping.id.as_u128().wrapping_add(n);
    let name = all.take("name", person::name(&form.text("name"), reading));
    let typed = form.text("born");
    let birth = if typed.is_empty() { None } else { all.take("born", birth(&typed, reading)) };
    let typed = form.text("class");
    let class = if typed.is_empty() { None } else { all.take("class", class(&typed, reading)) };
    let school = all.line("school");
    let programme = all.needed_choice("programme").and_then(|code| ProgrammeCode::new(code).ok());
    let referred = all.needed_date("referred-on", |t| past(t, reading));
    let decided_on = all.date("decided-on", |t| past(t, reading));
    if decided_on.zip(referred).is_some_and(|(decided, referred)| decided < referred) {
        all.say("decided-on", "case-form-before-referral");
    }
    let mut people = all.take("parents", parents(&form.text("parents"), words)).unwrap_or_default();
    let typed = form.text("ppr");
    people.extend(if typed.is_empty() { None } else { all.take("ppr", ppr(&typed, words)) });
    if let Some(child) = known_child(form, reading) {
        people = people.into_iter().map(|typed| by_name_on_record(typed, child, reading)).collect();
    }
    let note = all.line("led-to");
    let child = match found(form, reading) {
        Found::Known(child) => {
            if birth.and_then(|b| b.1).is_some_and(|cpr| is_lost(cpr, form, reading)) {
                all.say("born", "refer-cpr-known");
            }
            Some(Whose::Known(child.id))
        }
        Found::Unsure(_) => {
            all.say("born", "refer-which");
            None
        }
        Found::New | Found::Namesake(_) => name.map(|name| {
            let id = ChildId::from_u128(number(1));
            let mut child =
                Child::new(id, name, birth.map(|b| b.0), school.clone(), class.into_iter().collect());
            child.cpr = birth.and_then(|b| b.1);
            Whose::New(child)
        }),
    };
    let action = (|| {
        let child = child?;
        let person = |(n, typed): (u128, TypedPerson)| Person {
            id: PersonId::from_u128(number(n)),
            child: child.id(),
            role: typed.role,
            name: typed.name,
            custody: None,
            phone: typed.phone,
            mail: typed.mail,
            workplace: None,
            note: None,
            until: None,
        };
        Some(Action::Refer(Box::new(NewCase {
            id: CaseId::from_u128(number(0)),
            people: (2..).zip(people).map(person).collect(),
            child,
            programme: programme?,
            referred: referred?,
            note,
            school,
            decided_on,
        })))
    })();
    all.finish(action)
}
