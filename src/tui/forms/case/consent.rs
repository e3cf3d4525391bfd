//! A consent: who gives it, to share what with whom, from, to, withdrawn.

use chrono::{Days, NaiveDate};
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Consent, Party};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{ConsentId, Role};

use super::party::{party, party_field, people};
use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back, removal};
use crate::forms::input::{line, line_of};
use crate::forms::typed::{date, past, today, typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::dates;
use trivsel_words::typed_date::Lean;

/// What stands before the consent that a new one takes the place of, in a draft.
const RENEWS: &str = "renew";

/// A consent.
#[derive(Clone, Copy, Debug)]
pub enum ConsentForm {
    /// A new one.
    New,
    /// One on record.
    Of(ConsentId),
    /// A new one in the place of one that runs out, with the same content.
    Renewing(ConsentId),
}

impl ConsentForm {
    /// The form of a draft.
    #[must_use]
    pub fn of_draft(of: &str) -> Option<Self> {
        match of.split_once(' ') {
            Some((RENEWS, id)) => id.parse().ok().map(Self::Renewing),
            Some(_) => None,
            None if of.is_empty() => Some(Self::New),
            None => of.parse().ok().map(Self::Of),
        }
    }

    /// The identity of the consent that it changes.
    fn id(self) -> Option<ConsentId> {
        match self {
            Self::Of(id) => Some(id),
            Self::New | Self::Renewing(_) => None,
        }
    }

    /// The consent that it changes, as it is on record.
    fn old(self, dossier: Option<&Dossier>) -> Option<&Consent> {
        dossier?.consents.iter().find(|c| Some(c.id) == self.id())
    }

    /// The consent that it is filled from.
    fn like(self, dossier: Option<&Dossier>) -> Option<&Consent> {
        let (Self::Of(id) | Self::Renewing(id)) = self else { return None };
        dossier?.consents.iter().find(|c| c.id == id)
    }
}

impl Kind for ConsentForm {
    fn of(&self) -> String {
        match self {
            Self::New => String::new(),
            Self::Of(id) => id.to_string(),
            Self::Renewing(id) => format!("{RENEWS} {id}"),
        }
    }

    /// A parent with custody gives it, unless another is known; a renewed one holds as long as the one before.
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let like = self.like(lookup.dossier);
        let old = like.filter(|_| self.id().is_some());
        let parent = people(lookup).iter().find(|p| p.custody == Some(true) && p.is_there_on(lookup.today()));
        let parent = parent.map_or(Party::Role(Role::Mother), |p| Party::Person(p.id));
        let from = old.map_or_else(|| today(lookup), |c| typed(Some(c.from)));
        let to = match (old, like) {
            (Some(old), _) => old.to,
            (None, Some(before)) => before.to.and_then(|to| again(before.from, to, lookup.today())),
            (None, None) => None,
        };
        let withdrawn = line(field::WITHDRAWN, &typed(old.and_then(|c| c.withdrawn)));
        vec![
            party_field(field::WITH_WHOM, lookup, like.map(|c| &c.with_whom)),
            line_of(field::SHARED, like.map(|c| &c.what)),
            party_field(field::GIVER, lookup, Some(like.map_or(&parent, |c| &c.giver))),
            line(field::FROM, &from),
            line(field::TO, &typed(to)),
            if old.is_some() { withdrawn } else { withdrawn.hidden() },
            line_of(field::NOTE, like.and_then(|c| c.note.as_ref())),
        ]
    }

    fn day(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::FROM | field::WITHDRAWN => Some(past(&field.text(), lookup)),
            field::TO => Some(last(form, &field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        match field.name {
            field::SHARED | field::NOTE => wrong_line(&field.text(), lookup),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::WITH_WHOM => "example-party",
            field::SHARED => "example-shared",
            field::TO => "example-consent-to",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let with_whom = all.take(field::WITH_WHOM, party(&form.text(field::WITH_WHOM), lookup));
        let what = all.needed_line(field::SHARED);
        let giver = all.take(field::GIVER, party(&form.text(field::GIVER), lookup));
        let (from, to) = (all.needed_date(field::FROM), all.date(field::TO));
        let withdrawn = all.date(field::WITHDRAWN);
        let note = all.line(field::NOTE);
        let case = all.dossier().map(|d| d.case.id);
        let old = all.old(self.id().is_some(), self.old(lookup.dossier_of(form)));
        let new = (|| {
            Some(Consent {
                id: self.id().unwrap_or(ConsentId::from_u128(form.keeping.id.as_u128())),
                case: case?,
                giver: giver?,
                what: what?,
                with_whom: with_whom?,
                from: from?,
                to,
                withdrawn,
                note,
            })
        })();
        all.save(old, new)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(self.old(Some(lookup.dossier?)))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.consents, record, |c| Some(c.id) == self.id())
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(self.old(Some(dossier)))
    }
}

/// The last day of a consent given today that holds as long as one from a day to another.
fn again(from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let days = u64::try_from((to - from).num_days()).ok()?;
    today.checked_add_days(Days::new(days))
}

/// The last day, which is not before the first.
fn last(form: &Form, text: &str, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    let to = date(text, Lean::Future, lookup)?;
    match date(&form.text(field::FROM), Lean::Past, lookup) {
        Ok(from) if to < from => {
            let first = dates::day_month_year(lookup.words.lang(), from);
            Err(lookup.words.with("consent-ends-early", &[("first", first.into())]))
        }
        _ => Ok(to),
    }
}
