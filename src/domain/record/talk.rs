//! Talks (samtaler): what was said with whom, signed and never changed again.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AddendumId, AnyKey, CaseId, PersonId, StaffId, TalkId};
use crate::value::role::Role;
use crate::value::text::{Line, LongText, Tag};
use crate::value::time::{Minutes, TimeOfDay};

coded! {
    "talk kind"
    /// The kinds of talk. Source: both service descriptions.
    pub enum TalkKind {
        /// Indskrivningssamtale.
        Enrolment = "enrolment",
        /// Opstartssamtale.
        StartUp = "start-up",
        /// Udviklingssamtale with the child.
        Development = "development",
        /// Forældresamtale.
        Parent = "parent",
        /// Trivselssamtale of 50 minutes.
        Wellbeing = "wellbeing",
        /// Familievejledning.
        FamilyGuidance = "family-guidance",
        /// Familiebehandling.
        FamilyTreatment = "family-treatment",
        /// Opfølgningsmøde.
        FollowUp = "follow-up",
        /// Statusmøde.
        Status = "status",
        /// Netværksmøde.
        Network = "network",
        /// Dialog med henviser.
        Referrer = "referrer",
        /// UU-vejledning.
        YouthGuidance = "youth-guidance",
        /// Session with the contact pedagogue.
        ContactPedagogue = "contact-pedagogue",
        /// Telephone or message.
        Message = "message",
        /// Support to schools and professionals; belongs to no child.
        Consultation = "consultation",
    }
}

/// A consultation with a case, or a talk with neither case nor place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a talk belongs to a case, and a consultation to a school or profession and to no case")]
pub struct BadMatter;

/// What a talk is about: a case and the kind of talk, or a consultation with its place and topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter(Of);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    Case(CaseId, TalkKind),
    Consultation(Line, Option<Line>),
}

impl Matter {
    /// A talk of a case.
    ///
    /// # Errors
    /// [`BadMatter`] for a consultation: it belongs to no child. Source: service description, for professionals.
    pub fn of_case(case: CaseId, kind: TalkKind) -> Result<Self, BadMatter> {
        if kind == TalkKind::Consultation { Err(BadMatter) } else { Ok(Self(Of::Case(case, kind))) }
    }

    /// A consultation to a school or to professionals, with its topic.
    #[must_use]
    pub fn consultation(place: Line, topic: Option<Line>) -> Self {
        Self(Of::Consultation(place, topic))
    }

    /// Whose case, if it is one's.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self.0 {
            Of::Case(case, _) => Some(case),
            Of::Consultation(..) => None,
        }
    }

    /// What kind.
    #[must_use]
    pub fn kind(&self) -> TalkKind {
        match self.0 {
            Of::Case(_, kind) => kind,
            Of::Consultation(..) => TalkKind::Consultation,
        }
    }

    /// The school or profession of a consultation.
    #[must_use]
    pub fn place(&self) -> Option<&Line> {
        match &self.0 {
            Of::Consultation(place, _) => Some(place),
            Of::Case(..) => None,
        }
    }

    /// The topic of a consultation.
    #[must_use]
    pub fn topic(&self) -> Option<&Line> {
        match &self.0 {
            Of::Consultation(_, topic) => topic.as_ref(),
            Of::Case(..) => None,
        }
    }
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participant {
    /// A member of staff.
    Staff(StaffId),
    /// A part around the child, without saying who.
    Role(Role),
    /// A person on record around the child.
    Person(PersonId),
    /// Anyone else, as written.
    Other(Line),
}

/// To whom a note is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenTo {
    /// To the staff of the house.
    #[default]
    House,
    /// To its author and these alone; that it exists is open to all.
    Only(Vec<StaffId>),
}

coded! {
    "talk source"
    /// Where a note was written.
    pub enum TalkSource {
        /// Here.
        Own = "own",
        /// Elsewhere, and imported.
        Imported = "imported",
    }
}

/// A talk on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawTalk", into = "RawTalk")]
pub struct Talk {
    /// Its identity.
    pub id: TalkId,
    /// What it is about.
    pub matter: Matter,
    /// The day it was held.
    pub date: NaiveDate,
    /// When it began.
    pub start: Option<TimeOfDay>,
    /// How long.
    pub minutes: Option<Minutes>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// What it was about, in the house's own words.
    pub themes: Vec<Tag>,
    /// How it was worked. Source: service description, methods.
    pub methods: Vec<Tag>,
    /// The note.
    pub text: LongText,
    /// Who wrote it.
    pub author: StaffId,
    /// When it was signed. Nothing only in a history from before drafts had a place of their own.
    pub signed_at: Option<NaiveDateTime>,
    /// To whom it is open.
    pub open_to: OpenTo,
    /// Where it was written.
    pub source: TalkSource,
}

impl Talk {
    /// Whose case, if it is one's.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.matter.case()
    }

    /// What kind.
    #[must_use]
    pub fn kind(&self) -> TalkKind {
        self.matter.kind()
    }

    /// Whether somebody may read it.
    #[must_use]
    pub fn is_open_to(&self, reader: StaffId) -> bool {
        match &self.open_to {
            OpenTo::House => true,
            OpenTo::Only(readers) => self.author == reader || readers.contains(&reader),
        }
    }
}

impl Record for Talk {
    type Key = TalkId;

    fn key(&self) -> TalkId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        let took_part = self.participants.iter().filter_map(|p| match p {
            Participant::Staff(id) => Some((*id).into()),
            Participant::Person(id) => Some((*id).into()),
            _ => None,
        });
        let readers = match &self.open_to {
            OpenTo::House => &[][..],
            OpenTo::Only(readers) => readers,
        };
        core::iter::once(self.author.into())
            .chain(self.case().map(AnyKey::from))
            .chain(took_part)
            .chain(readers.iter().map(|r| (*r).into()))
            .collect()
    }
}

/// A talk as files and the history have it, also those written before a talk had parts.
#[derive(Clone, Serialize, Deserialize)]
struct RawTalk {
    id: TalkId,
    case: Option<CaseId>,
    kind: TalkKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<Line>,
    date: NaiveDate,
    start: Option<TimeOfDay>,
    minutes: Option<Minutes>,
    participants: Took,
    #[serde(default)]
    themes: Vec<Tag>,
    #[serde(default)]
    methods: Vec<Tag>,
    text: LongText,
    author: StaffId,
    signed_at: Option<NaiveDateTime>,
    #[serde(default)]
    open_to: OpenTo,
    #[serde(default = "own")]
    source: TalkSource,
}

/// Who took part: a list, or in older ones a line.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Took {
    List(Vec<Participant>),
    Line(Option<String>),
}

fn own() -> TalkSource {
    TalkSource::Own
}

impl TryFrom<RawTalk> for Talk {
    type Error = BadMatter;

    fn try_from(raw: RawTalk) -> Result<Self, BadMatter> {
        let matter = match (raw.case, raw.kind, raw.place) {
            // Older ones could be a consultation about a child.
            (Some(case), TalkKind::Consultation, None) => Matter::of_case(case, TalkKind::Message)?,
            (Some(case), kind, None) => Matter::of_case(case, kind)?,
            (None, TalkKind::Consultation, Some(place)) => Matter::consultation(place, raw.topic),
            // Older consultations did not say where.
            (None, _, None) => Matter::consultation(Line::new("–").map_err(|_| BadMatter)?, raw.topic),
            _ => return Err(BadMatter),
        };
        let participants = match raw.participants {
            Took::List(list) => list,
            Took::Line(None) => vec![],
            Took::Line(Some(line)) => vec![Participant::Other(Line::new(&line).map_err(|_| BadMatter)?)],
        };
        Ok(Self {
            id: raw.id,
            matter,
            date: raw.date,
            start: raw.start,
            minutes: raw.minutes,
            participants,
            themes: raw.themes,
            methods: raw.methods,
            text: raw.text,
            author: raw.author,
            signed_at: raw.signed_at,
            open_to: raw.open_to,
            source: raw.source,
        })
    }
}

impl From<Talk> for RawTalk {
    fn from(talk: Talk) -> Self {
        Self {
            id: talk.id,
            case: talk.case(),
            kind: talk.kind(),
            place: talk.matter.place().cloned(),
            topic: talk.matter.topic().cloned(),
            date: talk.date,
            start: talk.start,
            minutes: talk.minutes,
            participants: Took::List(talk.participants),
            themes: talk.themes,
            methods: talk.methods,
            text: talk.text,
            author: talk.author,
            signed_at: talk.signed_at,
            open_to: talk.open_to,
            source: talk.source,
        }
    }
}

/// Something added to a talk after it was signed, stamped, and never changed either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Its identity.
    pub id: AddendumId,
    /// To which talk.
    pub talk: TalkId,
    /// What.
    pub text: LongText,
    /// By whom.
    pub author: StaffId,
    /// When, in the house's own time zone.
    pub at: NaiveDateTime,
}

impl Record for Addendum {
    type Key = AddendumId;

    fn key(&self) -> AddendumId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.talk.into(), self.author.into()].into()
    }
}
