//! The judgement of a follow-up meeting.

use crate::value::code::coded;

coded! {
    "judgement"
    /// The judgement of a follow-up meeting. Source: wellbeing programme, follow-up (is the level enough); our own for
    /// a programme without levels.
    pub enum Judgement {
        /// The level is enough.
        Enough = "enough",
        /// A higher level is needed.
        Up = "up",
        /// A lower level is enough.
        Down = "down",
        /// The effort goes on.
        GoesOn = "goes-on",
        /// The effort is changed.
        Changed = "changed",
        /// The effort ends.
        Ends = "ends",
    }
}

impl Judgement {
    /// The possible judgements in a programme with or without levels.
    #[must_use]
    pub fn possible(has_levels: bool) -> &'static [Self] {
        if has_levels {
            &[Self::Enough, Self::Up, Self::Down]
        } else {
            &[Self::GoesOn, Self::Changed, Self::Ends]
        }
    }
}
