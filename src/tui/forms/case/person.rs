//! Somebody around the child.

use trivsel_domain::decide::Action;
use trivsel_domain::record::Person;
use trivsel_domain::value::{Coded, DraftId, Line, PersonId, PersonName, Role};

use super::gather::{Meaning, date, line, line_of, pick, read_line, told_date, typed, wrong_line};
use crate::form::{Choice, Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::typed_date::Lean;

/// The code of yes.
const YES: &str = "yes";
/// The code of no.
const NO: &str = "no";

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: Option<PersonId>, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let people = reading.dossier.map_or(&[][..], |d| &d.people);
    let old = people.iter().find(|p| Some(p.id) == of);
    let roles = Role::ALL.iter().filter(|r| **r != Role::Child);
    let roles = roles.map(|r| Choice::new(r.code(), words.code("role", r.code()), ""));
    let yes_no = [YES, NO].map(|code| Choice::new(code, words.code("answer", code), ""));
    // What stands on somebody who was no parent was said by nobody.
    let said = old.filter(|p| p.role.is_parent()).and_then(|p| p.custody);
    let custody = said.map(|yes| if yes { YES } else { NO });
    let entries = vec![
        pick("role", roles.collect(), old.map(|p| p.role.code())),
        line("name", old.map_or("", |p| p.name.as_str())),
        pick("custody", yes_no.into(), custody).hidden(),
        line_of("phone", old.and_then(|p| p.phone.as_ref())),
        line_of("mail", old.and_then(|p| p.mail.as_ref())),
        line_of("workplace", old.and_then(|p| p.workplace.as_ref())),
        line_of("note", old.and_then(|p| p.note.as_ref())),
        line("until", &typed(old.and_then(|p| p.until))),
    ];
    let kind = FormKind::Case(CaseForm::Person(of));
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    react(&mut form, reading);
    form
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(_form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let text = entry.text();
    match entry.name {
        "name" if !text.trim().is_empty() => name(&text, reading).err().map(Err),
        "mail" if !text.trim().is_empty() => mail(&text, reading).err().map(Err),
        "phone" | "workplace" | "note" => wrong_line(&text, reading),
        "until" => told_date(&text, |t| date(t, Lean::Past, reading), reading),
        _ => None,
    }
}

/// Follows a change: only a parent, or who stands in for one, can have custody.
pub fn react(form: &mut Form, _reading: &Reading<'_>) {
    let parent = role(form).is_some_and(Role::is_parent);
    form.show("custody", parent);
}

fn role(form: &Form) -> Option<Role> {
    form.choice("role").and_then(|code| Role::from_code(code).ok())
}

/// A person's name.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn name(text: &str, reading: &Reading<'_>) -> Result<PersonName, String> {
    if text.trim().is_empty() {
        return Err(reading.words.get("form-missing").to_owned());
    }
    PersonName::new(text).map_err(|_| reading.words.get("case-form-name-long").to_owned())
}

fn mail(text: &str, reading: &Reading<'_>) -> Result<Line, String> {
    let around = text.trim().split_once('@').filter(|(who, place)| !who.is_empty() && place.contains('.'));
    match around {
        Some(_) if !text.trim().contains(' ') => read_line(text, reading),
        _ => Err(reading.words.get("case-form-mail").to_owned()),
    }
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, of: Option<PersonId>, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let role = all.needed_choice("role").and_then(|code| Role::from_code(code).ok());
    let name = all.take("name", name(&form.text("name"), reading));
    let phone = all.line("phone");
    let typed = form.text("mail");
    let mail = if typed.is_empty() { None } else { all.take("mail", mail(&typed, reading)) };
    let (workplace, note) = (all.line("workplace"), all.line("note"));
    let until = all.date("until", |t| date(t, Lean::Past, reading));
    let child = all.dossier().map(|d| d.child.id);
    let people = reading.dossier_of(form).map_or(&[][..], |d| &d.people);
    let old = all.old(of.is_some(), people.iter().find(|p| Some(p.id) == of));
    let custody = match form.choice("custody") {
        Some(code) => Some(code == YES),
        // Whoever can't have custody keeps what was said of it, so that nothing else looks changed.
        None if role.is_some_and(Role::is_parent) => None,
        None => old.as_ref().and_then(|p| p.custody).filter(|yes| !yes),
    };
    let new = (|| {
        Some(Person {
            id: of.unwrap_or(PersonId::from_u128(form.keeping.id.as_u128())),
            child: child?,
            role: role?,
            name: name?,
            custody,
            phone,
            mail,
            workplace,
            note,
            until,
        })
    })();
    all.save(old, new)
}
