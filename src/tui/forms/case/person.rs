//! A person around the child.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Person};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, Line, PersonId, PersonName, Role, TextProblem};

use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back, removal};
use crate::forms::input::{NO, YES, choices, line, line_of, pick, yes_or_no};
use crate::forms::typed::{date, read_line, typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::problems::text_problem;
use trivsel_words::typed_date::Lean;

/// A person around the child; a new one without an id.
#[derive(Debug)]
pub struct PersonForm(pub Option<PersonId>);

impl Kind for PersonForm {
    fn of(&self) -> String {
        self.0.map(|id| id.to_string()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let people = lookup.dossier.map_or(&[][..], |d| &d.people);
        let old = people.iter().find(|p| Some(p.id) == self.0);
        let roles = Role::ALL.iter().filter(|r| **r != Role::Child);
        let roles = choices(roles, "role", words);
        // Only the custody of a parent was entered by somebody.
        let said = old.filter(|p| p.role.is_parent()).and_then(|p| p.custody);
        let custody = said.map(|yes| if yes { YES } else { NO });
        vec![
            pick(field::ROLE, roles, old.map(|p| p.role.code())),
            line(field::NAME, old.map_or("", |p| p.name.as_str())),
            pick(field::CUSTODY, yes_or_no(words), custody).hidden(),
            line_of(field::PHONE, old.and_then(|p| p.phone.as_ref())),
            line_of(field::MAIL, old.and_then(|p| p.mail.as_ref())),
            line_of(field::WORKPLACE, old.and_then(|p| p.workplace.as_ref())),
            line_of(field::NOTE, old.and_then(|p| p.note.as_ref())),
            line(field::UNTIL, &typed(old.and_then(|p| p.until))),
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::UNTIL => Some(date(&field.text(), Lean::Past, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::NAME if !text.trim().is_empty() => name(&text, lookup).err().map(Err),
            field::MAIL if !text.trim().is_empty() => mail(&text, lookup).err().map(Err),
            field::PHONE | field::WORKPLACE | field::NOTE => wrong_line(&text, lookup),
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, _lookup: &Lookup<'_>) {
        let parent = role(form).is_some_and(Role::is_parent);
        form.show(field::CUSTODY, parent);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let role = all.needed_choice(field::ROLE).and_then(|code| Role::from_code(code).ok());
        let name = all.take(field::NAME, name(&form.text(field::NAME), lookup));
        let phone = all.line(field::PHONE);
        let typed = form.text(field::MAIL);
        let mail = if typed.is_empty() { None } else { all.take(field::MAIL, mail(&typed, lookup)) };
        let (workplace, note) = (all.line(field::WORKPLACE), all.line(field::NOTE));
        let until = all.date(field::UNTIL);
        let child = all.dossier().map(|d| d.child.id);
        let people = lookup.dossier_of(form).map_or(&[][..], |d| &d.people);
        let old = all.old(self.0.is_some(), people.iter().find(|p| Some(p.id) == self.0));
        let custody = match form.choice(field::CUSTODY) {
            Some(code) => Some(code == YES),
            // Other roles keep the value on record, so that it does not look like a change.
            None if role.is_some_and(Role::is_parent) => None,
            None => old.as_ref().and_then(|p| p.custody).filter(|yes| !yes),
        };
        let new = (|| {
            Some(Person {
                id: self.0.unwrap_or(PersonId::from_u128(form.keeping.id.as_u128())),
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

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.people.iter().find(|p| Some(p.id) == self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.people, record, |p| Some(p.id) == self.0)
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(dossier.people.iter().find(|p| Some(p.id) == self.0))
    }
}

fn role(form: &Form) -> Option<Role> {
    form.choice(field::ROLE).and_then(|code| Role::from_code(code).ok())
}

///
/// # Errors
/// The text beside the field.
pub(super) fn name(text: &str, lookup: &Lookup<'_>) -> Result<PersonName, String> {
    PersonName::new(text).map_err(|problem| match problem {
        TextProblem::TooLong { .. } => lookup.words.get("case-form-name-long").to_owned(),
        other => text_problem(lookup.words, other),
    })
}

fn mail(text: &str, lookup: &Lookup<'_>) -> Result<Line, String> {
    let around = text.trim().split_once('@').filter(|(who, place)| !who.is_empty() && place.contains('.'));
    match around {
        Some(_) if !text.trim().contains(' ') => read_line(text, lookup),
        _ => Err(lookup.words.get("case-form-mail").to_owned()),
    }
}
