//! What came in or went out: with whom, what, how, and why it may be shared.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Change, Channel, Consent, Correspondence, CorrespondenceKind, Ground, InOrOut, LegalBasis, Party, Way,
};
use trivsel_domain::rules::consents;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, ConsentId, CorrespondenceId, DocumentId};

use super::party::{party, party_field, people};
use crate::form::{Choice, Form, FormField};
use crate::forms::basis::{Before, json, put_back, removal};
use crate::forms::input::{choices, line, line_of, pick};
use crate::forms::typed::{past, today, typed, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::{correspondence as told, dates};

/// The codes of the grounds before their own codes.
const CONSENT: &str = "consent:";
const LAW: &str = "law:";
/// The code of a ground that is written.
const WRITTEN: &str = "own";

/// A letter, a message or a paper.
#[derive(Clone, Copy, Debug)]
pub enum CorrespondenceForm {
    /// A new one.
    New,
    /// One on record.
    Of(CorrespondenceId),
    /// A new one that sends a signed document.
    Sending(DocumentId),
}

/// What stands before a document that is sent, in a draft.
const SENDS: &str = "send";

impl CorrespondenceForm {
    /// The form of a draft.
    #[must_use]
    pub fn of_draft(of: &str) -> Option<Self> {
        match of.split_once(' ') {
            Some((SENDS, id)) => id.parse().ok().map(Self::Sending),
            Some(_) => None,
            None if of.is_empty() => Some(Self::New),
            None => of.parse().ok().map(Self::Of),
        }
    }

    fn id(self) -> Option<CorrespondenceId> {
        match self {
            Self::Of(id) => Some(id),
            Self::New | Self::Sending(_) => None,
        }
    }

    fn old(self, dossier: Option<&Dossier>) -> Option<&Correspondence> {
        dossier?.correspondence.iter().find(|c| Some(c.id) == self.id())
    }
}

impl Kind for CorrespondenceForm {
    fn of(&self) -> String {
        match self {
            Self::New => String::new(),
            Self::Of(id) => id.to_string(),
            Self::Sending(id) => format!("{SENDS} {id}"),
        }
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let (words, old) = (lookup.words, self.old(lookup.dossier));
        let sent = match self {
            Self::Sending(id) => Some(*id),
            _ => old.and_then(|c| c.way.document()),
        };
        let kind = old.map(|c| c.kind).or(sent.map(|_| CorrespondenceKind::Document));
        let way = old.map(|c| c.way.in_or_out()).or(sent.map(|_| InOrOut::Out));
        let ways = choices(InOrOut::ALL, "way-long", words);
        let kinds = choices(CorrespondenceKind::ALL, "correspondence", words);
        let channels = choices(Channel::ALL, "channel", words);
        let channel = old.map_or(Channel::DigitalPost, |c| c.channel);
        let ground = old.and_then(|c| c.way.ground());
        let written = match ground {
            Some(Ground::Reason(reason)) => reason.as_str(),
            _ => "",
        };
        let documents = documents(lookup);
        let name =
            |id: DocumentId| documents.iter().find(|d| d.code == id.to_string()).map(|d| d.label.clone());
        let what = old.map(|c| c.what.as_str().to_owned()).or(sent.and_then(name)).unwrap_or_default();
        let sent = sent.map(|id| id.to_string());
        vec![
            pick(field::WAY, ways, way.map(Coded::code)),
            pick(field::KIND, kinds, kind.map(Coded::code)),
            party_field(field::PARTY, lookup, old.map(|c| &c.party)),
            line(field::LETTER, &what),
            line(field::DATE, &old.map_or_else(|| today(lookup), |c| typed(Some(c.date)))),
            pick(field::CHANNEL, channels, Some(channel.code())),
            pick(field::GROUND, grounds(lookup), ground.map(code_of).as_deref()),
            line(field::WHY_SENT, written),
            pick(field::SENT_DOCUMENT, documents, sent.as_deref()),
            line_of(field::NOTE, old.and_then(|c| c.note.as_ref())),
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        (field.name == field::DATE).then(|| past(&field.text(), lookup))
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        match field.name {
            field::LETTER | field::WHY_SENT | field::NOTE => wrong_line(&field.text(), lookup),
            field::GROUND if field.is_empty() => Some(Err(no_consent(form, lookup)?)),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::PARTY => "example-party",
            field::LETTER => "example-letter",
            field::WHY_SENT => "example-why-sent",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    /// Suggests the consent that holds, or the usual law; shows only what the way out asks for.
    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let out = form.choice(field::WAY) == Some(InOrOut::Out.code());
        let had = self.old(lookup.dossier_of(form)).and_then(|c| c.way.ground());
        let asks = out && (had.is_some() || asks_for_ground(form, lookup));
        if asks {
            // What is on record stays until somebody chooses another.
            let ground = had.cloned().or_else(|| usual_ground(form, lookup));
            let usual = ground.map_or_else(String::new, |ground| code_of(&ground));
            form.suggest(field::GROUND, &usual);
        }
        form.show(field::GROUND, asks);
        let written = form.choice(field::GROUND) == Some(WRITTEN);
        form.show(field::WHY_SENT, written);
        form.show(field::SENT_DOCUMENT, out);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let way = all.needed_choice(field::WAY).and_then(|code| InOrOut::from_code(code).ok());
        let kind = all.needed_choice(field::KIND).and_then(|code| CorrespondenceKind::from_code(code).ok());
        let party = all.take(field::PARTY, party(&form.text(field::PARTY), lookup));
        let what = all.needed_line(field::LETTER);
        let date = all.needed_date(field::DATE);
        let channel = all.needed_choice(field::CHANNEL).and_then(|code| Channel::from_code(code).ok());
        let ground = ground(&mut all, form, lookup);
        let document = form.choice(field::SENT_DOCUMENT).and_then(|id| id.parse().ok());
        let note = all.line(field::NOTE);
        let case = all.dossier().map(|d| d.case.id);
        let old = all.old(self.id().is_some(), self.old(lookup.dossier_of(form)));
        let new = (|| {
            Some(Correspondence {
                id: self.id().unwrap_or(CorrespondenceId::from_u128(form.keeping.id.as_u128())),
                case: case?,
                kind: kind?,
                way: if way? == InOrOut::In { Way::In } else { Way::Out { ground, document } },
                date: date?,
                party: party?,
                what: what?,
                channel: channel?,
                note,
                by: old.as_ref().map_or(lookup.me.id, |o| o.by),
            })
        })();
        all.save(old, new)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(self.old(Some(lookup.dossier?)))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.correspondence, record, |c| Some(c.id) == self.id())
    }

    fn removal(&self, dossier: &Dossier) -> Option<Change> {
        removal(self.old(Some(dossier)))
    }
}

/// The code of a ground in the form.
fn code_of(ground: &Ground) -> String {
    match ground {
        Ground::Consent(id) => format!("{CONSENT}{id}"),
        Ground::Law(basis) => format!("{LAW}{}", basis.code()),
        Ground::Reason(_) => WRITTEN.to_owned(),
    }
}

/// Every ground: the consents of the case, the laws, and a reason of the writer's own.
fn grounds(lookup: &Lookup<'_>) -> Vec<Choice> {
    let words = lookup.words;
    let consents = lookup.dossier.map_or(&[][..], |d| &d.consents);
    let consent = |c: &Consent| {
        let label =
            words.with("ground-consent-with", &[("what", told::consent(words, people(lookup), c).into())]);
        Choice::new(format!("{CONSENT}{}", c.id), label, told::term(words, c))
    };
    let law = |b: &LegalBasis| Choice::new(format!("{LAW}{}", b.code()), words.code("basis", b.code()), "");
    let reason = Choice::new(WRITTEN, words.get("ground-written"), "");
    consents.iter().map(consent).chain(LegalBasis::ALL.iter().map(law)).chain([reason]).collect()
}

/// The signed documents of the case, the latest first.
fn documents(lookup: &Lookup<'_>) -> Vec<Choice> {
    let words = lookup.words;
    let signed = lookup.dossier.map_or(&[][..], |d| &d.documents).iter().filter(|d| d.signed.is_some());
    let choice = |d: &trivsel_domain::record::PlanDocument| {
        let version = words.with("sheet-version-short", &[("version", d.version.into())]);
        Choice::new(d.id.to_string(), format!("{} {version}", words.code("document", d.kind.code())), "")
    };
    signed.rev().map(choice).collect()
}

/// The receiver, once one is typed.
fn receiver(form: &Form, lookup: &Lookup<'_>) -> Option<Party> {
    let typed = form.text(field::PARTY);
    if typed.is_empty() { None } else { party(&typed, lookup).ok() }
}

/// Whether the receiver has no part in the case, so that a ground is asked for.
fn asks_for_ground(form: &Form, lookup: &Lookup<'_>) -> bool {
    receiver(form, lookup).is_some_and(|party| !party.is_of_the_case(people(lookup)))
}

/// The consent that holds on the day, or the law on which the kind usually goes out.
fn usual_ground(form: &Form, lookup: &Lookup<'_>) -> Option<Ground> {
    let dossier = lookup.dossier_of(form)?;
    let date = past(&form.text(field::DATE), lookup).ok()?;
    let party = receiver(form, lookup)?;
    let consent = consents::allowing(&dossier.consents, &dossier.people, &party, date);
    let kind = form.choice(field::KIND).and_then(|code| CorrespondenceKind::from_code(code).ok());
    let law = || kind.and_then(CorrespondenceKind::usual_basis).map(Ground::Law);
    consent.map(|c| Ground::Consent(c.id)).or_else(law)
}

/// Why a ground is asked for: no consent holds, or the last one ended.
fn no_consent(form: &Form, lookup: &Lookup<'_>) -> Option<String> {
    let dossier = lookup.dossier_of(form)?;
    let party = receiver(form, lookup)?;
    let date = past(&form.text(field::DATE), lookup).unwrap_or(lookup.today());
    let ended = consents::ended(&dossier.consents, &dossier.people, &party, date);
    Some(match ended.and_then(Consent::held_until) {
        None => lookup.words.get("ground-asked").to_owned(),
        Some(last) => {
            let day = dates::day_month_year(lookup.words.lang(), last);
            lookup.words.with("ground-asked-ended", &[("date", day.into())])
        }
    })
}

/// The chosen ground; a problem where one is asked for and none is chosen.
fn ground(all: &mut FormReader<'_>, form: &Form, lookup: &Lookup<'_>) -> Option<Ground> {
    let Some(code) = form.choice(field::GROUND) else {
        if form.field(field::GROUND).is_some_and(|e| e.shown) && asks_for_ground(form, lookup) {
            all.take::<()>(field::GROUND, Err(no_consent(form, lookup).unwrap_or_default()));
        }
        return None;
    };
    if code == WRITTEN {
        return all.needed_line(field::WHY_SENT).map(Ground::Reason);
    }
    if let Some(id) = code.strip_prefix(CONSENT) {
        return id.parse::<ConsentId>().ok().map(Ground::Consent);
    }
    LegalBasis::from_code(code.strip_prefix(LAW)?).ok().map(Ground::Law)
}
