//! What is known of a child: name, birthday or CPR number, class, school.

use trivsel_domain::decide::Action;
use trivsel_domain::record::Child;
use trivsel_domain::value::{Cpr, DraftId};

use super::about::{born, class, cpr, told_born, told_cpr};
use super::gather::{Meaning, line, line_of, typed, wrong_line};
use super::person;
use crate::form::{Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::typed_class::{class_on, written};

/// What takes the CPR number away.
const REMOVE: &str = "-";

/// The form as it begins. The CPR number is not put into a field: who looks over a shoulder has no need of it.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let child = reading.dossier.map(|d| &d.child);
    let class = child.and_then(|c| class_on(c, reading.today())).unwrap_or_default();
    let entries = vec![
        line("name", child.map_or("", |c| c.name.as_str())),
        line("born", &typed(child.and_then(|c| c.born))),
        cpr_on_record(child),
        line("class", &class),
        line_of("school", child.and_then(|c| c.school.as_ref())),
    ];
    let kind = FormKind::Case(CaseForm::Child);
    Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id))
}

/// The empty field of the CPR number, which knows of the one on record.
fn cpr_on_record(child: Option<&Child>) -> Entry {
    let kept = child.and_then(|c| c.cpr).map(|cpr| (cpr.in_full(), cpr.masked()));
    Entry { behind: Some(kept.unwrap_or_default()), ..line("cpr", "") }
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let words = reading.words;
    let text = entry.text();
    let text = text.trim();
    match entry.name {
        "name" => person::name(text, reading).err().map(Err),
        "born" if !text.is_empty() => Some(born(text, reading).map(|d| told_born(d, reading))),
        "cpr" => {
            let kept = reading.dossier_of(form).and_then(|d| d.child.cpr);
            match (text, kept) {
                ("", Some(kept)) => Some(Ok(words.with("cpr-kept", &[("cpr", kept.masked().into())]))),
                ("", None) => None,
                (REMOVE, Some(_)) => Some(Ok(words.get("cpr-removed").to_owned())),
                (REMOVE, None) => Some(Ok(words.get("cpr-none").to_owned())),
                _ => Some(fitting(form, text, reading).map(|c| told_cpr(&c, reading))),
            }
        }
        "class" if !text.is_empty() => Some(class(text, reading).map(|c| written(c.grade(), c.letter()))),
        "school" => wrong_line(text, reading),
        _ => None,
    }
}

/// Follows a change: a CPR number says the birthday, where none is written.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    if let Ok(cpr) = cpr(&form.text("cpr"), reading)
        && form.text("born").is_empty()
    {
        form.suggest("born", &typed(Some(cpr.born())));
    }
}

/// A CPR number that does not contradict the birthday beside it.
fn fitting(form: &Form, text: &str, reading: &Reading<'_>) -> Result<Cpr, String> {
    agreeing(form, cpr(text, reading)?, reading)
}

/// The same of one that is on record.
fn agreeing(form: &Form, cpr: Cpr, reading: &Reading<'_>) -> Result<Cpr, String> {
    match born(&form.text("born"), reading) {
        Ok(born) if born != cpr.born() => {
            let says = trivsel_words::dates::day_month_year(reading.words.lang(), cpr.born());
            Err(reading.words.with("cpr-other-birthday", &[("day", says.into())]))
        }
        _ => Ok(cpr),
    }
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let name = all.take("name", person::name(&form.text("name"), reading));
    let birthday = all.date("born", |t| born(t, reading));
    let school = all.line("school");
    let old = all.dossier().map(|d| d.child.clone());
    let before = old.as_ref().and_then(|c| c.cpr);
    let typed = form.text("cpr");
    let number = match typed.as_str() {
        REMOVE => None,
        // A number kept is looked at too: the birthday may have been corrected away from it.
        "" => before.and_then(|kept| all.take("cpr", agreeing(form, kept, reading))),
        text => all.take("cpr", fitting(form, text, reading)),
    };
    let classes = classes(&mut all, old.as_ref());
    let new = old.as_ref().zip(name).zip(classes).map(|((old, name), classes)| {
        let mut child = Child::new(old.id, name, birthday, school, classes);
        child.cpr = number;
        child
    });
    all.save(old, new)
}

/// The classes with the one that is typed; those of other years stay as they are.
fn classes(all: &mut FormReader<'_>, old: Option<&Child>) -> Option<Vec<trivsel_domain::value::SchoolClass>> {
    let mut classes = old.map_or_else(Vec::new, |c| c.classes().to_vec());
    let (text, reading) = (all.form.text("class"), all.reading);
    let before = old.and_then(|c| class_on(c, reading.today()));
    if text.is_empty() {
        if before.is_some() {
            all.say("class", "class-stays");
        }
        return Some(classes);
    }
    let class = all.take("class", class(&text, &reading))?;
    if before.as_deref() != Some(&written(class.grade(), class.letter())) {
        classes.push(class);
    }
    Some(classes)
}
