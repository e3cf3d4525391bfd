//! The kinds of action that a step in the history records.

use crate::value::code::coded;

coded! {
    "action kind"
    /// The kind of action that a step in the history records, by its stable code.
    pub enum ActionKind {
        /// A mark was made or cleared.
        Mark = "mark",
        /// The rest was filled as planned.
        Fill = "fill",
        /// An absence was entered ahead.
        Foretell = "foretell",
        /// A remark was written.
        Remark = "remark",
        /// A mood was set.
        Mood = "mood",
        /// A note was signed.
        Sign = "sign",
        /// Something was added to a signed note.
        Addendum = "addendum",
        /// A follow-up ended.
        FollowUp = "follow-up",
        /// The house's lists were settled.
        Settings = "settings",
        /// A case was put forward.
        Refer = "refer",
        /// A case went to another stage.
        Step = "step",
        /// The level of a case was chosen or changed.
        Level = "level",
        /// What is known of a child was changed.
        Child = "child",
        /// The fields of a case were changed.
        Case = "case",
        /// Somebody around a child was entered, changed or removed.
        Person = "person",
        /// A joint analysis was written.
        Analysis = "analysis",
        /// A goal was set, changed or measured.
        Goal = "goal",
        /// An intervention was set or changed.
        Intervention = "intervention",
        /// A document was written.
        Document = "document",
        /// A document was signed.
        SignDocument = "sign-document",
        /// An appointment was made, moved or removed.
        Appointment = "appointment",
        /// A version of the teaching plan was written.
        Teaching = "teaching",
        /// Staff came or left.
        Staff = "staff",
        /// The norm was changed.
        Seats = "seats",
        /// Cases, days or talks were imported.
        Import = "import",
        /// The house was founded or filled.
        Found = "found",
    }
}

impl ActionKind {
    /// Whether a step of this kind is taken back by undo. What is signed is never taken back; imports and decisions
    /// about stages, levels, staff and seats are undone by a decision of their own, not by a key.
    #[must_use]
    pub fn can_be_undone(self) -> bool {
        matches!(
            self,
            Self::Mark
                | Self::Fill
                | Self::Foretell
                | Self::Remark
                | Self::Mood
                | Self::FollowUp
                | Self::Child
                | Self::Case
                | Self::Person
                | Self::Analysis
                | Self::Goal
                | Self::Intervention
                | Self::Document
                | Self::Appointment
                | Self::Teaching
                | Self::Settings
        )
    }
}
