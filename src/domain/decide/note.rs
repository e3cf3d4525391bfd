//! A note as it is handed in to be signed: the talk, what was agreed, what was scored.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::follow_up::Doer;
use crate::record::measure::Score;
use crate::record::talk::{Matter, OpenTo, Participant};
use crate::value::id::{FollowUpId, MeasureId, TalkId};
use crate::value::role::Role;
use crate::value::text::{Line, LongText, Tag};
use crate::value::time::{Minutes, TimeOfDay};

/// A note to sign. Its author and the moment are those of the signing.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its identity.
    pub id: TalkId,
    /// What it is about.
    pub matter: Matter,
    /// The day it was held; today or before.
    pub date: NaiveDate,
    /// The time it began.
    pub start: Option<TimeOfDay>,
    /// The length in minutes.
    pub minutes: Option<Minutes>,
    /// The participants.
    pub participants: Vec<Participant>,
    /// Themes.
    pub themes: Vec<Tag>,
    /// Methods.
    pub methods: Vec<Tag>,
    /// The text.
    pub text: LongText,
    /// The people who may read it.
    pub open_to: OpenTo,
    /// What was agreed.
    pub agreements: Vec<Agreement>,
    /// What was scored.
    pub scores: Vec<NewScore>,
}

/// Something agreed, which becomes a follow-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The follow-up's identity.
    pub id: FollowUpId,
    /// What.
    pub what: Line,
    /// Who.
    pub who: Doer,
    /// By when; not before the talk.
    pub due: NaiveDate,
}

/// A score of the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct NewScore {
    /// The measure's identity.
    pub id: MeasureId,
    /// Who rated.
    pub rater: Role,
    /// What.
    pub score: Score,
}
