//! The columns of imported lists.

use crate::value::code::coded;

coded! {
    "column"
    /// A column of an imported list.
    pub enum Column {
        /// The child's name.
        Child = "child",
        /// Date of birth.
        Born = "born",
        /// Class.
        Class = "class",
        /// Sending school.
        School = "school",
        /// Programme.
        Programme = "programme",
        /// Stage.
        Stage = "stage",
        /// Date of referral.
        Referred = "referred",
        /// Date of admission.
        Admitted = "admitted",
        /// Primary contact's initials.
        Primary = "primary",
        /// Secondary contact's initials.
        Secondary = "secondary",
        /// The day the course is expected to end.
        ExpectedEnd = "expected_end",
        /// Date of closing.
        Closed = "closed",
        /// Outcome.
        Outcome = "outcome",
        /// Priority on the waiting list.
        Priority = "priority",
        /// Date of last contact while waiting.
        LastContact = "last_contact",
        /// Planned hours on Monday.
        Monday = "monday",
        /// Planned hours on Tuesday.
        Tuesday = "tuesday",
        /// Planned hours on Wednesday.
        Wednesday = "wednesday",
        /// Planned hours on Thursday.
        Thursday = "thursday",
        /// Planned hours on Friday.
        Friday = "friday",
        /// The day of a mark.
        Date = "date",
        /// The first mark.
        First = "first",
        /// The second mark.
        Second = "second",
        /// A remark.
        Remark = "remark",
        /// The day's mood.
        Mood = "mood",
        /// The register that a mark comes from.
        Origin = "origin",
        /// The kind of talk.
        Kind = "kind",
        /// The time it began.
        Start = "start",
        /// The length in minutes.
        Minutes = "minutes",
        /// The participants.
        Participants = "participants",
        /// Themes.
        Themes = "themes",
        /// Methods.
        Methods = "methods",
        /// A note.
        Text = "text",
        /// The author's initials.
        Author = "author",
        /// The school or profession of a consultation.
        Place = "place",
        /// The topic of a consultation.
        Topic = "topic",
        /// The row as a whole.
        Row = "row",
    }
}
