//! The one list of record types: writing, export, restore, checks and history are generated from it.

/// Calls a macro with every record type of a house; each comes after the types it refers to.
///
/// `for_each_record!([callback] first)` calls `callback! { first … }` with one entry per record type: its
/// documentation, its name in [`Change`](crate::record::change::Change), its stable code, its type, and the
/// documentation, attributes and name of its list in [`Records`](crate::record::records::Records).
#[macro_export]
macro_rules! for_each_record {
    ([$($callback:tt)+] $($first:tt)*) => {
        $($callback)+! {
            $($first)*
            /// A member of staff.
            Staff = "staff": $crate::record::staff::Staff,
                /// Staff, including those who have left.
                staff;
            /// A programme that the house runs, with its norm.
            Programme = "programme": $crate::record::programme::HouseProgramme,
                /// The programmes that the house runs.
                programmes;
            /// A closure of the school.
            Closure = "closure": $crate::record::closure::Closure,
                /// Closures of the school.
                closures;
            /// A child.
            Child = "child": $crate::record::child::Child,
                /// Children.
                children;
            /// That two children are two.
            TwoChildren = "two_children": $crate::record::two_children::TwoChildren,
                /// Children who look like one and are two.
                #[serde(default)]
                two_children;
            /// A person around a child.
            Person = "person": $crate::record::person::Person,
                /// The people around the children.
                #[serde(default)]
                people;
            /// A case.
            Case = "case": $crate::record::case::Case,
                /// Cases.
                cases;
            /// A version of a joint analysis.
            Analysis = "analysis": $crate::record::analysis::JointAnalysis,
                /// Joint analyses, every version.
                #[serde(default)]
                analyses;
            /// A goal.
            Goal = "goal": $crate::record::goal::Goal,
                /// Goals.
                #[serde(default)]
                goals;
            /// An intervention.
            Intervention = "intervention": $crate::record::intervention::Intervention,
                /// Interventions.
                #[serde(default)]
                interventions;
            /// A version of a document.
            Document = "document": $crate::record::document::PlanDocument,
                /// Documents, every version.
                #[serde(default)]
                documents;
            /// A timetable.
            Timetable = "timetable": $crate::record::timetable::Timetable,
                /// Timetables, every version.
                timetables;
            /// A teaching plan.
            Teaching = "teaching": $crate::record::teaching::TeachingPlan,
                /// Teaching plans, every version.
                teaching;
            /// An appointment.
            Appointment = "appointment": $crate::record::appointment::Appointment,
                /// Appointments.
                appointments;
            /// A talk.
            Talk = "talk": $crate::record::talk::Talk,
                /// Talks.
                talks;
            /// An addendum to a talk.
            Addendum = "addendum": $crate::record::talk::Addendum,
                /// Addenda to talks.
                #[serde(default)]
                addenda;
            /// A follow-up.
            FollowUp = "follow_up": $crate::record::follow_up::FollowUp,
                /// Follow-ups.
                #[serde(default)]
                follow_ups;
            /// An outcome measure.
            Measure = "measure": $crate::record::measure::Measure,
                /// Outcome measures.
                #[serde(default)]
                measures;
            /// The mark of a note on the wrong child.
            Misplacement = "misplacement": $crate::record::misplacement::Misplacement,
                /// The marks of notes on the wrong child.
                #[serde(default)]
                misplacements;
            /// An answer to an obligation.
            Answer = "answer": $crate::record::answer::Answer,
                /// Answers to obligations.
                #[serde(default)]
                answers;
            /// A week at a child's own school.
            ReportedWeek = "reported_week": $crate::record::reported_week::ReportedWeek,
                /// Weeks at the children's own schools.
                #[serde(default)]
                reported_weeks;
            /// A consent.
            Consent = "consent": $crate::record::consent::Consent,
                /// Consents to share.
                #[serde(default)]
                consents;
            /// A letter, message or paper that came in or went out.
            Correspondence = "correspondence": $crate::record::correspondence::Correspondence,
                /// Correspondence, in and out.
                #[serde(default)]
                correspondence;
            /// A key event.
            KeyEvent = "key_event": $crate::record::key_event::KeyEvent,
                /// Key events. They belong to the keys of one house and are not exported.
                #[serde(skip)]
                key_events;
            /// An erasure.
            Erasure = "erasure": $crate::record::erasure::Erasure,
                /// Erasures.
                #[serde(default)]
                erasures;
            /// A decision of an archive.
            ArchiveDecision = "archive_decision": $crate::record::archive_decision::ArchiveDecision,
                /// Decisions of archives.
                #[serde(default)]
                archive_decisions;
            /// A review of a look in the access log.
            AccessReview = "access_review": $crate::record::access_review::AccessReview,
                /// Reviews of the access log. They name the looks of one house and are not exported.
                #[serde(skip)]
                access_reviews;
            /// The house's settings.
            Settings = "settings": $crate::record::settings::HouseSettings,
                /// The house's settings: one record, or none while the defaults apply.
                #[serde(default)]
                settings;
            /// A day in the register.
            Day = "day": $crate::record::day::Day,
                /// Days in the register.
                days;
        }
    };
}

/// Evaluates one expression on the edit inside a [`Change`](crate::record::change::Change) of any record type:
/// `with_edit!(change, edit => of(edit))`.
#[macro_export]
macro_rules! with_edit {
    (
        @match [$change:expr, $edit:ident => $body:expr]
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        match $change { $($crate::record::change::Change::$name($edit) => $body),+ }
    };
    ($change:expr, $edit:ident => $body:expr) => {
        $crate::for_each_record!([$crate::with_edit] @match [$change, $edit => $body])
    };
}
