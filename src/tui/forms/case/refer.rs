//! A new case for the committee: at most ten fields on one screen.

mod around;
mod known;

use trivsel_domain::decide::{Action, NewCase, Whose};
use trivsel_domain::record::{Child, Person, Programme};
use trivsel_domain::value::{CaseId, ChildId, Cpr, PersonId, ProgrammeCode};

use self::around::{by_name_on_record, parents, parents_text, ppr, ppr_text};
pub use self::known::before_alike;
use self::known::{Found, advice, found, told};
use super::about::{born, class, cpr, told_born, told_class, told_cpr};
use super::person;
use crate::form::{Choice, Form, FormField};
use crate::forms::input::{line, pick};
use crate::forms::typed::{past, today, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::Lang;
use trivsel_words::typed_birth::is_cpr;
use trivsel_words::typed_class::{class_on, written};
use trivsel_words::typed_people::TypedPerson;

/// A new case.
#[derive(Debug)]
pub struct ReferForm;

impl Kind for ReferForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let name = |p: &Programme| match lookup.words.lang() {
            Lang::Da => p.name_da().to_owned(),
            Lang::En => p.name_en().to_owned(),
        };
        let programmes: Vec<Choice> =
            lookup.programmes.iter().map(|(p, _)| Choice::new(p.code().as_str(), name(p), "")).collect();
        let only = programmes.first().filter(|_| programmes.len() == 1).map(|c| c.code.clone());
        vec![
            line(field::NAME, ""),
            line(field::BORN, ""),
            line(field::CLASS, ""),
            line(field::SCHOOL, ""),
            pick(field::PROGRAMME, programmes, only.as_deref()),
            line(field::REFERRED_ON, &today(lookup)),
            line(field::DECIDED_ON, ""),
            line(field::PARENTS, ""),
            line(field::PPR, ""),
            line(field::LED_TO, ""),
        ]
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        None
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::REFERRED_ON | field::DECIDED_ON => Some(past(&field.text(), lookup)),
            // A CPR number stays as it is typed.
            field::BORN if !is_cpr(&field.text()) => Some(born(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        let text = field.text();
        let text = text.trim();
        match field.name {
            field::NAME if !text.is_empty() => match person::name(text, lookup) {
                Ok(_) => told(&found(form, lookup), lookup).map(Ok),
                Err(wrong) => Some(Err(wrong)),
            },
            field::BORN if !text.is_empty() => Some(birth(text, lookup).and_then(|(born, cpr)| match cpr {
                Some(cpr) if is_lost(cpr, form, lookup) => Err(words.get("refer-cpr-known").to_owned()),
                of => {
                    let told = of.map_or_else(|| told_born(born, lookup), |cpr| told_cpr(&cpr, lookup));
                    let advice = advice(&found(form, lookup), lookup);
                    Ok(std::iter::once(told).chain(advice).collect::<Vec<_>>().join(" · "))
                }
            })),
            field::CLASS if !text.is_empty() => {
                let typed = class(text, lookup);
                // The class of a child on record is corrected in the child's own form.
                match (&typed, found(form, lookup)) {
                    (Ok(typed), Found::Known(child))
                        if class_on(child, typed.year().first_day()).as_deref()
                            != Some(&written(typed.grade(), typed.letter())) =>
                    {
                        Some(Ok(words.get("refer-class-known").to_owned()))
                    }
                    _ => Some(typed.map(|c| told_class(&c, lookup))),
                }
            }
            field::SCHOOL | field::LED_TO => wrong_line(text, lookup),
            field::PARENTS if !text.is_empty() => {
                Some(parents(text, words).map(|p| around::told(&p, known_child(form, lookup), lookup)))
            }
            field::PPR if !text.is_empty() => {
                Some(ppr(text, words).map(|p| around::told(&[p], known_child(form, lookup), lookup)))
            }
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::BORN => "example-born-or-cpr",
            field::PARENTS => "example-parents",
            field::PPR => "example-ppr",
            field::CLASS => "example-class",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    /// Suggests what is on record of a known child.
    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let child = known_child(form, lookup);
        let school = child.and_then(|c| c.school.as_ref()).map_or("", |s| s.as_str());
        for (name, text) in [
            (field::CLASS, child.and_then(|c| class_on(c, lookup.today())).unwrap_or_default()),
            (field::SCHOOL, school.to_owned()),
            (field::PARENTS, child.map(|c| parents_text(c, lookup)).unwrap_or_default()),
            (field::PPR, child.map(|c| ppr_text(c, lookup)).unwrap_or_default()),
        ] {
            form.suggest(name, &text);
        }
    }

    /// The ids of new records are counted on from the form's own.
    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let words = lookup.words;
        let number = |n: u128| form.keeping.id.as_u128().wrapping_add(n);
        let name = all.take(field::NAME, person::name(&form.text(field::NAME), lookup));
        let typed = form.text(field::BORN);
        let birth = if typed.is_empty() { None } else { all.take(field::BORN, birth(&typed, lookup)) };
        let typed = form.text(field::CLASS);
        let class = if typed.is_empty() { None } else { all.take(field::CLASS, class(&typed, lookup)) };
        let school = all.line(field::SCHOOL);
        let programme = all.needed_choice(field::PROGRAMME).and_then(|code| ProgrammeCode::new(code).ok());
        let referred = all.needed_date(field::REFERRED_ON);
        let decided_on = all.date(field::DECIDED_ON);
        if decided_on.zip(referred).is_some_and(|(decided, referred)| decided < referred) {
            all.say(field::DECIDED_ON, "case-form-before-referral");
        }
        let mut people =
            all.take(field::PARENTS, parents(&form.text(field::PARENTS), words)).unwrap_or_default();
        let typed = form.text(field::PPR);
        people.extend(if typed.is_empty() { None } else { all.take(field::PPR, ppr(&typed, words)) });
        if let Some(child) = known_child(form, lookup) {
            people = people.into_iter().map(|typed| by_name_on_record(typed, child, lookup)).collect();
        }
        let note = all.line(field::LED_TO);
        let child = match found(form, lookup) {
            Found::Known(child) => {
                if birth.and_then(|b| b.1).is_some_and(|cpr| is_lost(cpr, form, lookup)) {
                    all.say(field::BORN, "refer-cpr-known");
                }
                Some(Whose::Known(child.id))
            }
            Found::Unsure(_) => {
                all.say(field::BORN, "refer-which");
                None
            }
            Found::New | Found::Namesake(_) | Found::Alike(..) => name.map(|name| {
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
}

/// The birthday, typed as a date or as a CPR number.
fn birth(text: &str, lookup: &Lookup<'_>) -> Result<(chrono::NaiveDate, Option<Cpr>), String> {
    if is_cpr(text) {
        let cpr = cpr(text, lookup)?;
        return Ok((cpr.born(), Some(cpr)));
    }
    Ok((born(text, lookup)?, None))
}

/// Whether a CPR number would be lost: a new case adds only a school to a child on record.
fn is_lost(cpr: Cpr, form: &Form, lookup: &Lookup<'_>) -> bool {
    known_child(form, lookup).is_some_and(|child| child.cpr != Some(cpr))
}

fn known_child<'a>(form: &Form, lookup: &Lookup<'a>) -> Option<&'a Child> {
    match found(form, lookup) {
        Found::Known(child) => Some(child),
        _ => None,
    }
}
