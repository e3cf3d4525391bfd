//! The fields of a case: dates, contacts, how the start is structured, what the child needs.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Case, Competency, Contacts, Need, Priority, Staff, Standing};
use trivsel_domain::rules::load;
use trivsel_domain::value::{Coded, DraftId, LongText, StaffId, Tag};

use super::gather::{Meaning, date, line, long, member, past, pick, tags, told_date, typed};
use crate::form::tags::split;
use crate::form::{Choice, Entry, Form, Input, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::Words;
use trivsel_words::text::Folded;
use trivsel_words::typed_date::Lean;

/// The form as it begins; what only a waiting child has shows only there.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let case = reading.dossier.map(|d| &d.case);
    let contacts = case.map(|c| c.contacts).unwrap_or_default();
    let waiting = match case.map(|c| &c.standing) {
        Some(Standing::Waiting { priority, last_contact }) => Some((*priority, *last_contact)),
        _ => None,
    };
    let needs = case.map_or(&[][..], |c| &c.needs);
    let contact = |name, chosen: Option<StaffId>| {
        pick(name, staff(chosen, needs, reading), chosen.map(|id| id.to_string()).as_deref())
    };
    let priorities =
        Priority::ALL.iter().map(|p| Choice::new(p.code(), words.code("priority", p.code()), ""));
    let written: Vec<String> = needs.iter().map(|n| name_of(n, words)).collect();
    let day = |of: fn(&Case) -> Option<NaiveDate>| typed(case.and_then(of));
    let start = case.and_then(|c| c.start_structure.as_ref()).map_or("", LongText::as_str);
    let mut entries = vec![
        line("decided-on", &day(|c| c.decided_on)),
        line("files-on", &day(|c| c.files_on)),
        contact("primary", contacts.primary),
        contact("secondary", contacts.secondary),
        line("expected-end", &day(|c| c.expected_end)),
        tags("needs", known(reading), &written.join(", ")),
    ];
    if let Some((priority, last_contact)) = waiting {
        entries.push(pick("priority", priorities.collect(), Some(priority.code())));
        entries.push(line("last-contact", &typed(last_contact)));
    }
    entries.push(long("start-structure", start));
    let kind = FormKind::Case(CaseForm::Fields);
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    react(&mut form, reading);
    form
}

/// Who can be a contact, each with what they bring of what the child needs; whoever is one stays to be seen.
fn staff(chosen: Option<StaffId>, needs: &[Need], reading: &Reading<'_>) -> Vec<Choice> {
    let gone = reading.staff.iter().filter(|s| Some(s.id) == chosen);
    let gone = gone.filter(|s| !reading.at_work().any(|w| w.id == s.id));
    let brings = |staff: &Staff| {
        let covered = load::fit(needs, &[staff]).covered;
        covered.iter().map(|n| name_of(n, reading.words)).collect::<Vec<_>>().join(", ")
    };
    reading.at_work().chain(gone).map(|s| member(s, brings(s))).collect()
}

/// Every training, and the methods of the house and its staff.
fn known(reading: &Reading<'_>) -> Vec<String> {
    let methods = reading.lists.methods.iter().chain(reading.at_work().flat_map(|s| &s.methods));
    let competencies = Competency::ALL.iter().map(|c| reading.words.code("competency", c.code()).to_owned());
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

/// The needs as typed: a training where the word is one, else a method.
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

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let text = entry.text();
    match entry.name {
        "decided-on" | "files-on" | "last-contact" => told_date(&text, |t| past(t, reading), reading),
        "expected-end" => told_date(&text, |t| date(t, Lean::Future, reading), reading),
        "secondary" if !text.is_empty() && form.choice("primary") == Some(&text) => {
            Some(Err(reading.words.get("contact-twice").to_owned()))
        }
        "needs" if !text.trim().is_empty() => Some(told_needs(entry, &text, reading)),
        _ => None,
    }
}

/// Which needs nobody at work has, and which are new words.
fn told_needs(entry: &Entry, text: &str, reading: &Reading<'_>) -> Result<String, String> {
    let words = reading.words;
    let told = |need: &Need| {
        let name = name_of(need, words);
        let new = matches!(&entry.input, Input::Tags(tags) if tags.knows(&name).is_none());
        if new {
            words.with("form-new-tag", &[("tag", name.into())])
        } else if reading.at_work().any(|s| need.is_met_by(s)) {
            name
        } else {
            words.with("need-nobody", &[("need", name.into())])
        }
    };
    Ok(needs(text, words)?.iter().map(told).collect::<Vec<_>>().join(" · "))
}

/// Follows a change: whoever is the primary contact can't be chosen as the secondary one. One who was chosen before
/// stays to be seen, and is said to be wrong, so that nothing goes unseen.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    let Some(case) = reading.dossier_of(form).map(|d| &d.case) else { return };
    let mut choices = staff(case.contacts.secondary, &case.needs, reading);
    let primary = form.choice("primary").map(str::to_owned);
    let Some(Input::Pick(pick)) = form.entry_mut("secondary").map(|e| &mut e.input) else { return };
    // Letters that are being typed would be lost.
    if pick.is_typing() {
        return;
    }
    choices.retain(|c| Some(&c.code) != primary.as_ref() || Some(c.code.as_str()) == pick.code());
    pick.offer(choices);
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let old = all.dossier().map(|d| d.case.clone());
    let first = old.as_ref().map(|c| c.referral.on);
    let decided_on = all.date("decided-on", |t| past(t, reading));
    let files_on = all.date("files-on", |t| past(t, reading));
    let expected_end = all.date("expected-end", |t| date(t, Lean::Future, reading));
    for (name, date) in [("decided-on", decided_on), ("expected-end", expected_end)] {
        if date.zip(first).is_some_and(|(date, first)| date < first) {
            all.say(name, "case-form-before-referral");
        }
    }
    let who = |name| form.choice(name).and_then(|code| code.parse::<StaffId>().ok());
    let contacts = Contacts { primary: who("primary"), secondary: who("secondary") };
    if contacts.primary.is_some() && contacts.primary == contacts.secondary {
        all.say("secondary", "contact-twice");
    }
    let needs = all.take("needs", needs(&form.text("needs"), reading.words));
    let start_structure = all.long("start-structure");
    let standing = match old.as_ref().map(|c| &c.standing) {
        Some(Standing::Waiting { .. }) => {
            let chosen = all.needed_choice("priority");
            let last_contact = all.date("last-contact", |t| past(t, reading));
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
            ..old.clone()?
        })
    })();
    all.save(old, new)
}
