//! The fields of a case: dates, contacts, the structure of the start, and the child's needs.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Case, Competency, Contacts, Need, Priority, Rhythm, Staff, Standing};
use trivsel_domain::rules::load;
use trivsel_domain::value::{Coded, Interval, LongText, ObligationKind, StaffId, Tag};

use crate::form::tags::split;
use crate::form::{Choice, Form, FormField, Input};
use crate::forms::basis::{Before, json};
use crate::forms::input::{NO, YES, choices, line, long, member, pick, tags, yes_or_no};
use crate::forms::typed::{date, past, typed};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::Words;
use trivsel_words::text::Folded;
use trivsel_words::typed_date::Lean;

/// The fields of a case.
#[derive(Debug)]
pub struct FieldsForm;

impl Kind for FieldsForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let case = lookup.dossier.map(|d| &d.case);
        let contacts = case.map(|c| c.contacts).unwrap_or_default();
        let waiting = match case.map(|c| &c.standing) {
            Some(Standing::Waiting { priority, last_contact }) => Some((*priority, *last_contact)),
            _ => None,
        };
        let needs = case.map_or(&[][..], |c| &c.needs);
        let contact = |name, chosen: Option<StaffId>| {
            pick(name, staff(chosen, needs, lookup), chosen.map(|id| id.to_string()).as_deref())
        };
        let written: Vec<String> = needs.iter().map(|n| name_of(n, words)).collect();
        let day = |of: fn(&Case) -> Option<NaiveDate>| typed(case.and_then(of));
        let start = case.and_then(|c| c.start_structure.as_ref()).map_or("", LongText::as_str);
        let mut fields = vec![
            line(field::DECIDED_ON, &day(|c| c.decided_on)),
            line(field::FILES_ON, &day(|c| c.files_on)),
            contact(field::PRIMARY, contacts.primary),
            contact(field::SECONDARY, contacts.secondary),
            line(field::EXPECTED_END, &day(|c| c.expected_end)),
            tags(field::NEEDS, known(lookup), &written.join(", ")),
        ];
        if let Some((priority, last_contact)) = waiting {
            fields.push(pick(
                field::PRIORITY,
                choices(Priority::ALL, "priority", words),
                Some(priority.code()),
            ));
            fields.push(line(field::LAST_CONTACT, &typed(last_contact)));
        }
        fields.push(long(field::START_STRUCTURE, start));
        let rhythm = case.map(|c| c.rhythm).unwrap_or_default();
        let number = |of: Option<Interval>| of.map_or_else(String::new, |n| n.get().to_string());
        let has = |kind| lookup.case_programme().is_some_and(|p| p.has_obligation(kind));
        if has(ObligationKind::WellbeingTalk) {
            fields.push(line(field::WELLBEING_WEEKS, &number(rhythm.wellbeing_weeks)));
        }
        fields.push(line(field::FOLLOW_UP_MONTHS, &number(rhythm.follow_up_months)));
        fields.push(pick(field::AFTERCARE, yes_or_no(words), Some(if rhythm.aftercare { YES } else { NO })));
        fields
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DECIDED_ON | field::FILES_ON | field::LAST_CONTACT => Some(past(&field.text(), lookup)),
            field::EXPECTED_END => Some(date(&field.text(), Lean::Future, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::SECONDARY if !text.is_empty() && form.choice(field::PRIMARY) == Some(&text) => {
                Some(Err(lookup.words.get("contact-twice").to_owned()))
            }
            field::NEEDS if !text.trim().is_empty() => Some(told_needs(field, &text, lookup)),
            field::WELLBEING_WEEKS => Some(told_interval(&text, ("rhythm-weeks", "rhythm-no-talks"), lookup)),
            field::FOLLOW_UP_MONTHS => Some(told_interval(&text, ("rhythm-months", "rhythm-usual"), lookup)),
            field::AFTERCARE if form.choice(field::AFTERCARE) == Some(YES) => {
                Some(Ok(lookup.words.get("rhythm-aftercare").to_owned()))
            }
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        (field.name == field::START_STRUCTURE).then(|| lookup.words.get("example-start-structure").to_owned())
    }

    /// The primary contact can't be chosen as the secondary one. One chosen before stays and is reported.
    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let Some(case) = lookup.dossier_of(form).map(|d| &d.case) else { return };
        let mut choices = staff(case.contacts.secondary, &case.needs, lookup);
        let primary = form.choice(field::PRIMARY).map(str::to_owned);
        let Some(Input::Pick(pick)) = form.field_mut(field::SECONDARY).map(|e| &mut e.input) else { return };
        // A new list would discard the letters that are being typed.
        if pick.is_typing() {
            return;
        }
        choices.retain(|c| Some(&c.code) != primary.as_ref() || Some(c.code.as_str()) == pick.code());
        pick.offer(choices);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let old = all.dossier().map(|d| d.case.clone());
        let first = old.as_ref().map(|c| c.referral.on);
        let decided_on = all.date(field::DECIDED_ON);
        let files_on = all.date(field::FILES_ON);
        let expected_end = all.date(field::EXPECTED_END);
        for (name, date) in [(field::DECIDED_ON, decided_on), (field::EXPECTED_END, expected_end)] {
            if date.zip(first).is_some_and(|(date, first)| date < first) {
                all.say(name, "case-form-before-referral");
            }
        }
        let who = |name| form.choice(name).and_then(|code| code.parse::<StaffId>().ok());
        let contacts = Contacts { primary: who(field::PRIMARY), secondary: who(field::SECONDARY) };
        if contacts.primary.is_some() && contacts.primary == contacts.secondary {
            all.say(field::SECONDARY, "contact-twice");
        }
        let needs = all.take(field::NEEDS, needs(&form.text(field::NEEDS), lookup.words));
        let start_structure = all.long(field::START_STRUCTURE);
        let months = all.take(field::FOLLOW_UP_MONTHS, interval(&form.text(field::FOLLOW_UP_MONTHS), lookup));
        let weeks = all.take(field::WELLBEING_WEEKS, interval(&form.text(field::WELLBEING_WEEKS), lookup));
        let aftercare = form.choice(field::AFTERCARE) == Some(YES);
        let rhythm = months.zip(weeks).map(|(follow_up_months, wellbeing_weeks)| Rhythm {
            follow_up_months,
            wellbeing_weeks,
            aftercare,
        });
        let standing = match old.as_ref().map(|c| &c.standing) {
            Some(Standing::Waiting { .. }) => {
                let chosen = all.needed_choice(field::PRIORITY);
                let last_contact = all.date(field::LAST_CONTACT);
                let priority = chosen.and_then(|code| Priority::from_code(code).ok());
                priority.map(|priority| Standing::Waiting { priority, last_contact })
            }
            other => other.cloned(),
        };
        let new = (|| {
            Some(Case {
                decided_on,
                files_on,
                expected_end,
                contacts,
                needs: needs?,
                start_structure: start_structure?,
                standing: standing?,
                rhythm: rhythm?,
                ..old.clone()?
            })
        })();
        all.save(old, new)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(Some(&lookup.dossier?.case))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        before.dossier.as_mut()?.case = serde_json::from_str::<Option<_>>(record).ok()??;
        Some(())
    }
}

/// A typed interval; `None` if the field is empty.
fn interval(text: &str, lookup: &Lookup<'_>) -> Result<Option<Interval>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().ok().and_then(|number| Interval::new(number).ok());
    number.map(Some).ok_or_else(|| lookup.words.get("rhythm-wrong").to_owned())
}

/// The interval in words, by the message of one and the message of none.
fn told_interval(text: &str, (some, none): (&str, &str), lookup: &Lookup<'_>) -> Result<String, String> {
    Ok(match interval(text, lookup)? {
        Some(every) => lookup.words.with(some, &[("count", u32::from(every.get()).into())]),
        None => lookup.words.get(none).to_owned(),
    })
}

/// Possible contacts, each with the child's needs that they meet. The chosen one is listed even after leaving.
fn staff(chosen: Option<StaffId>, needs: &[Need], lookup: &Lookup<'_>) -> Vec<Choice> {
    let gone = lookup.staff.iter().filter(|s| Some(s.id) == chosen);
    let gone = gone.filter(|s| !lookup.at_work().any(|w| w.id == s.id));
    let brings = |staff: &Staff| {
        let covered = load::fit(needs, &[staff]).covered;
        covered.iter().map(|n| name_of(n, lookup.words)).collect::<Vec<_>>().join(", ")
    };
    lookup.at_work().chain(gone).map(|s| member(s, brings(s))).collect()
}

/// Every competency, and the methods of the house and its staff.
fn known(lookup: &Lookup<'_>) -> Vec<String> {
    let methods = lookup.lists.methods.iter().chain(lookup.at_work().flat_map(|s| &s.methods));
    let competencies = Competency::ALL.iter().map(|c| lookup.words.code("competency", c.code()).to_owned());
    let mut all: Vec<String> = competencies.collect();
    for method in methods.map(Tag::as_str) {
        if !all.iter().any(|a| a == method) {
            all.push(method.to_owned());
        }
    }
    all
}

fn name_of(need: &Need, words: &Words) -> String {
    match need {
        Need::Competency(c) => words.code("competency", c.code()).to_owned(),
        Need::Method(method) => method.as_str().to_owned(),
    }
}

/// The typed needs: competencies where the words match, else methods.
fn needs(text: &str, words: &Words) -> Result<Vec<Need>, String> {
    let read = |word: String| {
        let folded = Folded::new(&word);
        let competency =
            Competency::ALL.iter().find(|c| Folded::new(words.code("competency", c.code())) == folded);
        match competency {
            Some(competency) => Ok(Need::Competency(*competency)),
            None => Tag::new(&word).map(Need::Method).map_err(|_| words.get("form-tag-too-long").to_owned()),
        }
    };
    split(text).into_iter().map(read).collect()
}

/// The needs, marking new words and needs that no staff meet.
fn told_needs(field: &FormField, text: &str, lookup: &Lookup<'_>) -> Result<String, String> {
    let words = lookup.words;
    let told = |need: &Need| {
        let name = name_of(need, words);
        let new = matches!(&field.input, Input::Tags(tags) if tags.knows(&name).is_none());
        if new {
            words.with("form-new-tag", &[("tag", name.into())])
        } else if lookup.at_work().any(|s| need.is_met_by(s)) {
            name
        } else {
            words.with("need-nobody", &[("need", name.into())])
        }
    };
    Ok(needs(text, words)?.iter().map(told).collect::<Vec<_>>().join(" · "))
}
