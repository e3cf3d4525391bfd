//! Recording that what an obligation asks for went out: to whom, when.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Change, Channel, Correspondence, CorrespondenceKind, Edit, Ground, HowAnswered, Way,
};
use trivsel_domain::value::{CaseId, Coded, CorrespondenceId};

use super::owed::Owed;
use super::party::{party, party_field};
use crate::form::{Form, FormField};
use crate::forms::input::{choices, line, pick};
use crate::forms::typed::{past, read_line, today};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::dates;

/// A warning, a notification or a contact of the case that went out.
#[derive(Debug)]
pub struct WentOutForm(pub Owed);

impl Kind for WentOutForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    /// The usual receiver is filled in, and today.
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let usual = words.code("receiver", self.0.kind.code());
        let usual = party(usual, lookup).ok();
        let channels = choices(Channel::ALL, "channel", words);
        vec![
            party_field(field::RECEIVER, lookup, usual.as_ref()),
            line(field::DATE, &today(lookup)),
            pick(field::CHANNEL, channels, Some(Channel::DigitalPost.code())),
        ]
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        Some(self.0.told(lookup))
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        (field.name == field::DATE).then(|| {
            let words = lookup.words;
            let date = past(&field.text(), lookup)?;
            match self.0.open(lookup).map(|o| o.window.earliest).filter(|first| date < *first) {
                None => Ok(date),
                Some(first) => {
                    let first = dates::day_month_year(words.lang(), first);
                    Err(words.with("went-out-early", &[("first", first.into())]))
                }
            }
        })
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let wrong = |text: &str| party(text, lookup).err().map(Err);
        if field.name == field::RECEIVER && !field.is_empty() { wrong(&field.text()) } else { None }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let to = all.needed_line(field::RECEIVER);
        let on = all.needed_date(field::DATE);
        let channel = all.needed_choice(field::CHANNEL).and_then(|code| Channel::from_code(code).ok());
        let case = all.dossier().map(|d| d.case.id);
        let changes = (|| {
            let (case, on) = (case?, on?);
            let letter = self.letter(form, (case, on), channel?, lookup)?;
            let answer = self.0.answer(form, case, on, HowAnswered::Sent(to?), lookup);
            Some(vec![Change::from(Edit::create(answer)), Edit::create(letter).into()])
        })();
        all.finish(changes.map(Action::Save))
    }
}

impl WentOutForm {
    /// The letter itself, among the correspondence of the case, on the law that asks for it.
    fn letter(
        &self,
        form: &Form,
        (case, date): (CaseId, NaiveDate),
        channel: Channel,
        lookup: &Lookup<'_>,
    ) -> Option<Correspondence> {
        let kind = CorrespondenceKind::answering(self.0.kind);
        Some(Correspondence {
            id: CorrespondenceId::from_u128(form.keeping.id.as_u128()),
            case,
            kind,
            way: Way::Out { ground: kind.usual_basis().map(Ground::Law), document: None },
            date,
            party: party(&form.text(field::RECEIVER), lookup).ok()?,
            what: read_line(&self.0.told(lookup), lookup).ok()?,
            channel,
            note: None,
            by: lookup.me.id,
        })
    }
}
