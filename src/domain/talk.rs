//! Talks (samtaler): what was said with whom, draft or signed.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::change::Record;
use crate::code::coded;
use crate::id::{CaseId, StaffId, TalkId};
use crate::text::{Line, LongText};
use crate::time::{Minutes, TimeOfDay};

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

/// A talk on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Which.
    pub id: TalkId,
    /// Whose case; nothing for a consultation.
    pub case: Option<CaseId>,
    /// What kind.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
    /// When it began.
    pub start: Option<TimeOfDay>,
    /// How long.
    pub minutes: Option<Minutes>,
    /// Who took part, as written.
    pub participants: Option<Line>,
    /// The note.
    pub text: LongText,
    /// Who wrote it.
    pub author: StaffId,
    /// When it was signed; a draft until then, visible to its author alone.
    pub signed_at: Option<NaiveDateTime>,
}

impl Record for Talk {
    type Key = TalkId;

    fn key(&self) -> TalkId {
        self.id
    }
}
