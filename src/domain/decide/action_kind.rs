//! The kinds of action that a step in the history records.

use crate::value::code::coded;

coded! {
    "action kind"
    /// The kind of action that a step in the history records, by its stable code.
    pub enum ActionKind {
        /// A mark was made or cleared.
        Mark = "mark",
        /// The blanks of a day were filled from the timetable.
        Fill = "fill",
        /// An absence was entered ahead.
        Foretell = "foretell",
        /// A remark was written.
        Remark = "remark",
        /// A mood was set.
        Mood = "mood",
        /// A note was signed.
        Sign = "sign",
        /// An addendum to a signed note was written.
        Addendum = "addendum",
        /// A signed note was marked as written on the wrong child.
        Misplace = "misplace",
        /// A follow-up ended.
        FollowUp = "follow-up",
        /// The house's settings were changed.
        Settings = "settings",
        /// A case was put forward.
        Refer = "refer",
        /// A case moved to another stage.
        Step = "step",
        /// A step was annulled.
        Annul = "annul",
        /// A date of a case was corrected.
        CorrectDate = "correct-date",
        /// The level of a case was chosen or changed.
        Level = "level",
        /// The fields of a child were changed.
        Child = "child",
        /// Two children that are one were merged.
        Merge = "merge",
        /// Two children who look like one were found to be two.
        TwoChildren = "two-children",
        /// The fields of a case were changed.
        Case = "case",
        /// A person around a child was entered, changed or removed.
        Person = "person",
        /// A joint analysis was written.
        Analysis = "analysis",
        /// A goal was set or changed, or its progress recorded.
        Goal = "goal",
        /// An intervention was set or changed.
        Intervention = "intervention",
        /// A document was written.
        Document = "document",
        /// A document was signed.
        SignDocument = "sign-document",
        /// An appointment was made, moved or removed.
        Appointment = "appointment",
        /// An obligation was answered by hand.
        Answer = "answer",
        /// A week at the child's own school was reported.
        ReportedWeek = "reported-week",
        /// A consent was recorded, changed or withdrawn.
        Consent = "consent",
        /// Correspondence was recorded.
        Correspondence = "correspondence",
        /// A version of the teaching plan was written.
        Teaching = "teaching",
        /// A version of the timetable was written.
        Timetable = "timetable",
        /// A member of staff was added, changed or left.
        Staff = "staff",
        /// A member of staff got or lost the mark of a leader.
        Leader = "leader",
        /// Something happened to a key of the house.
        Key = "key",
        /// A look in the access log was reviewed.
        Review = "review",
        /// The number of seats was changed.
        Seats = "seats",
        /// A case that was entered by mistake was removed.
        RemoveCase = "remove-case",
        /// Records of children were erased.
        Erase = "erase",
        /// A decision of an archive was recorded.
        ArchiveDecision = "archive-decision",
        /// Cases, days, talks or busy times were imported.
        Import = "import",
        /// The house was founded or filled.
        Found = "found",
    }
}

impl ActionKind {
    /// Whether a step of this kind takes in records that others wrote.
    #[must_use]
    pub fn takes_in(self) -> bool {
        matches!(self, Self::Import | Self::Found)
    }

    /// Whether undo reverses a step of this kind. Signed records are never undone. Imports and decisions about
    /// stages, levels, staff and seats need a decision of their own to reverse them.
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
                | Self::Misplace
                | Self::Child
                | Self::Merge
                | Self::TwoChildren
                | Self::Case
                | Self::Person
                | Self::Analysis
                | Self::Goal
                | Self::Intervention
                | Self::Document
                | Self::Appointment
                | Self::Teaching
                | Self::Timetable
                | Self::Answer
                | Self::ReportedWeek
                | Self::RemoveCase
                | Self::ArchiveDecision
                | Self::Consent
                | Self::Correspondence
                | Self::Settings
        )
    }
}
