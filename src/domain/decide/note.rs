//! A note to sign: the talk, its agreements and its scores.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::follow_up::Doer;
use crate::record::measure::Score;
use crate::record::talk::{Matter, OpenTo, Participant};
use crate::value::id::{FollowUpId, MeasureId, TalkId};
use crate::value::judgement::Judgement;
use crate::value::role::Role;
use crate::value::text::{Line, LongText, Tag};
use crate::value::time::{Minutes, TimeOfDay};

/// A note to sign. The user becomes its author, and the signing sets its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its identity.
    pub id: TalkId,
    /// The case and kind of talk, or the consultation.
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
    /// The agreements.
    pub agreements: Vec<Agreement>,
    /// The scores.
    pub scores: Vec<NewScore>,
    /// The judgement of a follow-up meeting; required there, and only there.
    pub judgement: Option<Judgement>,
}

/// An agreement, which becomes a follow-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The follow-up's identity.
    pub id: FollowUpId,
    /// The task.
    pub what: Line,
    /// The person responsible.
    pub who: Doer,
    /// The day it is due; not before the talk.
    pub due: NaiveDate,
}

/// A score of the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct NewScore {
    /// The measure's identity.
    pub id: MeasureId,
    /// The rater.
    pub rater: Role,
    /// The score.
    pub score: Score,
}
