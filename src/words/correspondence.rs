//! The words for consents and correspondence: a party, a consent, a ground, and refusals about sharing.

use trivsel_domain::decide::SharingFault;
use trivsel_domain::record::{Consent, Correspondence, Ground, Party, Person};
use trivsel_domain::value::Coded;

use super::{Words, dates, steps};

/// A party by its role and name: "mor Mette Holm", "skolen", "Børnehuset".
#[must_use]
pub fn party(words: &Words, people: &[Person], party: &Party) -> String {
    let role = |code: &str| words.code("role", code).to_owned();
    match party {
        Party::Person(id) => match people.iter().find(|p| p.id == *id) {
            Some(person) => format!("{} {}", role(person.role.code()), person.name.as_str()),
            None => "–".to_owned(),
        },
        Party::Role(known) => role(known.code()),
        Party::Other(name) => name.as_str().to_owned(),
    }
}

/// A consent in one line: with whom, and what.
#[must_use]
pub fn consent(words: &Words, people: &[Person], consent: &Consent) -> String {
    format!("{} · {}", party(words, people, &consent.with_whom), consent.what.as_str())
}

/// From when a consent holds, and until when: "1. aug 2026–31. jul 2027", "fra 1. aug 2026".
#[must_use]
pub fn term(words: &Words, consent: &Consent) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    let args = [("from", day(consent.from).into()), ("to", consent.to.map_or_else(String::new, day).into())];
    words.with(if consent.to.is_some() { "consent-term" } else { "consent-open" }, &args)
}

/// On what ground something went out; nothing for what came in, or to somebody who needs no ground.
#[must_use]
pub fn ground(words: &Words, consents: &[Consent], letter: &Correspondence) -> Option<String> {
    Some(match letter.way.ground()? {
        Ground::Consent(id) => {
            let what = consents.iter().find(|c| c.id == *id).map_or("–", |c| c.what.as_str());
            words.with("ground-consent", &[("what", what.into())])
        }
        Ground::Law(basis) => words.code("basis", basis.code()).to_owned(),
        Ground::Reason(reason) => words.with("ground-reason", &[("reason", reason.as_str().into())]),
    })
}

/// Words a reason against sharing.
pub(super) fn fault(words: &Words, fault: SharingFault) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    match fault {
        SharingFault::NoGround { ended: None } => words.get("refusal-no-ground").to_owned(),
        SharingFault::NoGround { ended: Some(on) } => {
            words.with("refusal-no-ground-ended", &[("date", day(on).into())])
        }
        SharingFault::NotInForce { from, over: None } => {
            words.with("refusal-consent-not-yet", &[("from", day(from).into())])
        }
        SharingFault::NotInForce { from, over: Some(over) } => words
            .with("refusal-consent-not-in-force", &[("from", day(from).into()), ("over", day(over).into())]),
        SharingFault::OfAnother => words.get("refusal-consent-of-another").to_owned(),
        SharingFault::Used => words.get("refusal-consent-used").to_owned(),
        SharingFault::Unsigned(kind) => {
            words.with("refusal-sent-unsigned", &[("document", steps::document(words, kind).into())])
        }
    }
}
