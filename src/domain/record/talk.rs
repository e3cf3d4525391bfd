//! Talks (samtaler): signed notes, never changed afterwards.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AddendumId, AnyKey, CaseId, PersonId, StaffId, TalkId};
use crate::value::judgement::Judgement;
use crate::value::moment::Moment;
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
        /// Support for schools and professionals; belongs to no child.
        Consultation = "consultation",
    }
}

/// A consultation that has a case, or a talk that has neither case nor place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a talk belongs to a case, and a consultation to a school or profession and to no case")]
pub struct BadMatter;

/// The subject of a talk: a case and the kind of talk, or a consultation with its place and topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter(Of);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    Case(CaseId, TalkKind),
    Consultation(Line, Option<Line>),
}

impl Matter {
    /// Makes the matter of a case's talk.
    ///
    /// # Errors
    /// [`BadMatter`] for a consultation, which belongs to no child. Source: service description, for professionals.
    pub fn of_case(case: CaseId, kind: TalkKind) -> Result<Self, BadMatter> {
        if kind == TalkKind::Consultation { Err(BadMatter) } else { Ok(Self(Of::Case(case, kind))) }
    }

    /// Makes the matter of a consultation for a school or professionals.
    #[must_use]
    pub fn consultation(place: Line, topic: Option<Line>) -> Self {
        Self(Of::Consultation(place, topic))
    }

    /// The case; `None` for a consultation.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self.0 {
            Of::Case(case, _) => Some(case),
            Of::Consultation(..) => None,
        }
    }

    /// The kind of talk.
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

/// A participant of a talk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participant {
    /// A member of staff.
    Staff(StaffId),
    /// A role around the child, without a name.
    Role(Role),
    /// A person on record around the child.
    Person(PersonId),
    /// Another person, as written.
    Other(Line),
}

/// The people who may read a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenTo {
    /// All staff of the house.
    #[default]
    House,
    /// Only its author and these people; all staff see that it exists.
    Only(Vec<StaffId>),
}

impl OpenTo {
    /// Whether the author of a note let a member of staff read it.
    #[must_use]
    pub fn admits(&self, author: StaffId, reader: StaffId) -> bool {
        match self {
            Self::House => true,
            Self::Only(readers) => author == reader || readers.contains(&reader),
        }
    }
}

coded! {
    "talk source"
    /// The origin of a note.
    pub enum TalkSource {
        /// Written in this program.
        Own = "own",
        /// Imported from elsewhere.
        Imported = "imported",
    }
}

/// A recorded talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawTalk", into = "RawTalk")]
pub struct Talk {
    /// Its identity.
    pub id: TalkId,
    /// The case and kind of talk, or the consultation.
    pub matter: Matter,
    /// The day it was held.
    pub date: NaiveDate,
    /// The time it began.
    pub start: Option<TimeOfDay>,
    /// The length.
    pub minutes: Option<Minutes>,
    /// The participants.
    pub participants: Vec<Participant>,
    /// Themes, in the house's own words.
    pub themes: Vec<Tag>,
    /// Methods used. Source: service description, methods.
    pub methods: Vec<Tag>,
    /// The note.
    pub text: LongText,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// When it was signed; `None` only in old histories, where drafts were stored as talks.
    pub signed_at: Option<Moment>,
    /// The people who may read it.
    pub open_to: OpenTo,
    /// The origin of the note.
    pub source: TalkSource,
    /// The judgement of a follow-up meeting; `None` for other talks, and in notes from before it was asked for.
    pub judgement: Option<Judgement>,
}

impl Talk {
    /// The case; `None` for a consultation.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.matter.case()
    }

    /// The kind of talk.
    #[must_use]
    pub fn kind(&self) -> TalkKind {
        self.matter.kind()
    }

    /// Whether a member of staff may read it.
    #[must_use]
    pub fn is_open_to(&self, reader: StaffId) -> bool {
        self.open_to.admits(self.author, reader)
    }
}

impl Record for Talk {
    type Key = TalkId;

    fn key(&self) -> TalkId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        self.case().map(AnyKey::from)
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

/// The stored form of a talk, including the form of older versions.
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
    signed_at: Option<Moment>,
    #[serde(default)]
    open_to: OpenTo,
    #[serde(default = "own")]
    source: TalkSource,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    judgement: Option<Judgement>,
}

/// The participants: a list, or one line in older versions.
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
            // In older versions a consultation could have a case.
            (Some(case), TalkKind::Consultation, None) => Matter::of_case(case, TalkKind::Message)?,
            (Some(case), kind, None) => Matter::of_case(case, kind)?,
            (None, TalkKind::Consultation, Some(place)) => Matter::consultation(place, raw.topic),
            // Older consultations have no place.
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
            judgement: raw.judgement,
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
            judgement: talk.judgement,
        }
    }
}

/// An addition to a signed talk, with author and time; it is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Its identity.
    pub id: AddendumId,
    /// The talk it belongs to.
    pub talk: TalkId,
    /// The text.
    pub text: LongText,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// When it was written, in the house's own time zone.
    pub at: Moment,
}

impl Record for Addendum {
    type Key = AddendumId;

    fn key(&self) -> AddendumId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.talk.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.talk.into(), self.author.into()].into()
    }
}
