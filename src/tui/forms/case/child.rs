//! What is known of a child: name, birthday or CPR number, class, school.

use trivsel_domain::decide::Action;
use trivsel_domain::record::Child;
use trivsel_domain::value::Cpr;

use super::about::{born, class, cpr, told_born, told_class, told_cpr};
use super::person;
use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json};
use crate::forms::input::{line, line_of};
use crate::forms::typed::{typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::typed_class::{class_on, written};

/// Typed in place of a CPR number, this removes it.
const REMOVE: &str = "-";

/// What is known of a child.
#[derive(Debug)]
pub struct ChildForm;

impl Kind for ChildForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let child = lookup.dossier.map(|d| &d.child);
        let class = child.and_then(|c| class_on(c, lookup.today())).unwrap_or_default();
        vec![
            line(field::NAME, child.map_or("", |c| c.name.as_str())),
            line(field::BORN, &typed(child.and_then(|c| c.born))),
            cpr_on_record(child),
            line(field::CLASS, &class),
            line_of(field::SCHOOL, child.and_then(|c| c.school.as_ref())),
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::BORN => Some(born(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        let text = field.text();
        let text = text.trim();
        match field.name {
            field::NAME => person::name(text, lookup).err().map(Err),
            field::BORN if !text.is_empty() => Some(born(text, lookup).map(|d| told_born(d, lookup))),
            field::CPR => {
                let kept = lookup.dossier_of(form).and_then(|d| d.child.cpr);
                match (text, kept) {
                    ("", Some(kept)) => Some(Ok(words.with("cpr-kept", &[("cpr", kept.masked().into())]))),
                    ("", None) => None,
                    (REMOVE, Some(_)) => Some(Ok(words.get("cpr-removed").to_owned())),
                    (REMOVE, None) => Some(Ok(words.get("cpr-none").to_owned())),
                    _ => Some(fitting(form, text, lookup).map(|c| told_cpr(&c, lookup))),
                }
            }
            field::CLASS if !text.is_empty() => Some(class(text, lookup).map(|c| told_class(&c, lookup))),
            field::SCHOOL => wrong_line(text, lookup),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::BORN => "example-born",
            field::CPR => "example-cpr",
            field::CLASS => "example-class",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        if let Ok(cpr) = cpr(&form.text(field::CPR), lookup)
            && form.text(field::BORN).is_empty()
        {
            form.suggest(field::BORN, &typed(Some(cpr.born())));
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let name = all.take(field::NAME, person::name(&form.text(field::NAME), lookup));
        let birthday = all.date(field::BORN);
        let school = all.line(field::SCHOOL);
        let old = all.dossier().map(|d| d.child.clone());
        let before = old.as_ref().and_then(|c| c.cpr);
        let typed = form.text(field::CPR);
        let number = match typed.as_str() {
            REMOVE => None,
            // An unchanged number is checked too, since the birthday beside it may have changed.
            "" => before.and_then(|kept| all.take(field::CPR, agreeing(form, kept, lookup))),
            text => all.take(field::CPR, fitting(form, text, lookup)),
        };
        let classes = classes(&mut all, old.as_ref());
        let new = old.as_ref().zip(name).zip(classes).map(|((old, name), classes)| {
            let mut child = old.clone().with_classes(classes);
            (child.name, child.born, child.school, child.cpr) = (name, birthday, school, number);
            child
        });
        all.save(old, new)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(Some(&lookup.dossier?.child))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        before.dossier.as_mut()?.child = serde_json::from_str::<Option<_>>(record).ok()??;
        Some(())
    }
}

/// The CPR number on record is not shown in its field, since others may see the screen.
fn cpr_on_record(child: Option<&Child>) -> FormField {
    let kept = child.and_then(|c| c.cpr).map(|cpr| (cpr.in_full(), cpr.masked()));
    FormField { behind: Some(kept.unwrap_or_default()), ..line(field::CPR, "") }
}

/// A typed CPR number that agrees with the birthday.
fn fitting(form: &Form, text: &str, lookup: &Lookup<'_>) -> Result<Cpr, String> {
    agreeing(form, cpr(text, lookup)?, lookup)
}

/// A CPR number that agrees with the birthday.
fn agreeing(form: &Form, cpr: Cpr, lookup: &Lookup<'_>) -> Result<Cpr, String> {
    match born(&form.text(field::BORN), lookup) {
        Ok(born) if born != cpr.born() => {
            let says = trivsel_words::dates::day_month_year(lookup.words.lang(), cpr.born());
            Err(lookup.words.with("cpr-other-birthday", &[("day", says.into())]))
        }
        _ => Ok(cpr),
    }
}

/// The classes with the typed one. Those of other years stay.
fn classes(all: &mut FormReader<'_>, old: Option<&Child>) -> Option<Vec<trivsel_domain::value::SchoolClass>> {
    let mut classes = old.map_or_else(Vec::new, |c| c.classes().to_vec());
    let (text, lookup) = (all.form.text(field::CLASS), all.lookup);
    if text.is_empty() {
        if old.is_some_and(|c| class_on(c, lookup.today()).is_some()) {
            all.say(field::CLASS, "class-stays");
        }
        return Some(classes);
    }
    let class = all.take(field::CLASS, class(&text, &lookup))?;
    let before = old.and_then(|c| class_on(c, class.year().first_day()));
    if before.as_deref() != Some(&written(class.grade(), class.letter())) {
        classes.push(class);
    }
    Some(classes)
}
