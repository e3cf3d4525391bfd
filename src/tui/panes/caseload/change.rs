//! One change to several cases at once: primary contact and, on the waiting list, priority and last contact.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Case, Change, Contacts, Edit, Priority, Standing};
use trivsel_domain::value::{CaseId, Coded, StaffId};

use crate::effect::Effect;
use crate::forms::Lookup;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::Model;
use crate::view::CaseView;
use trivsel_words::dates;
use trivsel_words::problems::date_problem;
use trivsel_words::text::fold;
use trivsel_words::typed_date::{Lean, parse_date};

/// What to change. At least one field is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseChange {
    pub primary: Option<StaffId>,
    pub priority: Option<Priority>,
    /// The date when the family was last spoken with.
    pub last_contact: Option<NaiveDate>,
}

impl CaseChange {
    /// Reads initials, a priority and a date in any order: `MK`, `haster i går`.
    ///
    /// # Errors
    /// The words that say what is wrong.
    pub fn read(text: &str, lookup: &Lookup<'_>) -> Result<Self, String> {
        let words = lookup.words;
        let mut rest = format!(" {} ", fold(text).split_whitespace().collect::<Vec<_>>().join(" "));
        let mut taken = |word: &str| {
            let word = format!(" {} ", fold(word));
            let found = rest.contains(&word);
            if found {
                rest = rest.replacen(&word, " ", 1);
            }
            found
        };
        let priority = Priority::ALL.iter().copied().find(|p| taken(words.code("priority", p.code())));
        let primary = lookup.at_work().find(|s| taken(s.initials.as_str())).map(|s| s.id);
        // The date parser gets the words as they were typed, without those already recognised.
        let date: Vec<&str> =
            text.split_whitespace().filter(|w| rest.split(' ').any(|left| left == fold(w))).collect();
        let last_contact = match date.join(" ").as_str() {
            "" => None,
            typed => {
                Some(parse_date(typed, lookup.today(), Lean::Past, words.lang()).map_err(|problem| {
                    if primary.is_none() && priority.is_none() {
                        words.get("change-how").to_owned()
                    } else {
                        date_problem(words, &problem)
                    }
                })?)
            }
        };
        let change = Self { primary, priority, last_contact };
        if change == Self::default() { Err(words.get("change-how").to_owned()) } else { Ok(change) }
    }

    /// The change in words.
    #[must_use]
    pub fn told(&self, lookup: &Lookup<'_>, cases: usize) -> String {
        let words = lookup.words;
        let name = |who: StaffId| trivsel_words::talk::name(lookup.staff, who);
        let primary = self.primary.map(|p| words.with("change-primary", &[("name", name(p).into())]));
        let priority = self.priority.map(|p| words.code("priority", p.code()).to_owned());
        let spoken = self.last_contact.map(|d| {
            words.with(
                "sheet-last-contact",
                &[("day", dates::day_short_seen(words.lang(), d, lookup.today()).into())],
            )
        });
        let parts: Vec<String> =
            [primary, priority, spoken, Some(words.count("case", cases))].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// The case with the change made, or `None` if the change is for waiting cases and this one is not waiting.
    #[must_use]
    pub fn applied(&self, case: &Case) -> Option<Case> {
        let mut new = case.clone();
        if let Some(primary) = self.primary {
            // The new primary contact must not stay the secondary one too.
            let secondary = case.contacts.secondary.filter(|s| *s != primary);
            new.contacts = Contacts { primary: Some(primary), secondary };
        }
        if self.priority.is_some() || self.last_contact.is_some() {
            let Standing::Waiting { priority, last_contact } = &mut new.standing else { return None };
            *priority = self.priority.unwrap_or(*priority);
            *last_contact = self.last_contact.or(*last_contact);
        }
        Some(new)
    }
}

/// Asks what to change in the marked cases, or in the one under the cursor.
pub fn ask(model: &mut Model) -> Effect {
    let cases = model.caseload.chosen();
    if cases.is_empty() {
        model.refuse_with("off-no-case");
        return Effect::None;
    }
    let label = model.words.get("change-label").to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::ChangeCases(cases), label)));
    Effect::None
}

/// Changes all the cases, or none of them and names those that the change does not fit.
pub fn accept(model: &mut Model, cases: &[CaseId], change: &CaseChange) -> Effect {
    let rows: Vec<&CaseView> = model.caseload.all().filter(|r| cases.contains(&r.case.id)).collect();
    let unfit: Vec<String> =
        rows.iter().filter(|r| change.applied(&r.case).is_none()).map(|r| r.name.to_string()).collect();
    if !unfit.is_empty() {
        let line = model.words.with("change-only-waiting", &[("names", unfit.join(", ").into())]);
        model.refuse(vec![line]);
        return Effect::None;
    }
    let edit = |row: &&CaseView| Edit::new(Some(row.case.clone()), change.applied(&row.case)).ok();
    let changes = rows.iter().filter_map(edit).map(Change::Case).collect();
    Effect::perform(Action::Save(changes))
}
