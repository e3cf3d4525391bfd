//! The one list of the record types: what is written, exported, restored, verified and told is generated from it.

/// Calls a macro with every record type of a house, in an order in which each comes after what it refers to.
///
/// `for_each_record!([callback] first)` calls `callback! { first … }` with one entry a record type: its
/// documentation, its name in [`Change`](crate::Change), its stable code, its type, and the documentation,
/// attributes and name of its list in [`Records`](crate::Records).
#[macro_export]
macro_rules! for_each_record {
    ([$($callback:tt)+] $($first:tt)*) => {
        $($callback)+! {
            $($first)*
            /// A member of staff.
            Staff = "staff": $crate::staff::Staff,
                /// Staff, also those who have left.
                staff;
            /// A programme that the house runs, with its norm.
            Programme = "programme": $crate::programme::HouseProgramme,
                /// The programmes it runs.
                programmes;
            /// A closure of the school.
            Closure = "closure": $crate::calendar::Closure,
                /// Closures of the school.
                closures;
            /// A child.
            Child = "child": $crate::child::Child,
                /// Children.
                children;
            /// Somebody around a child.
            Person = "person": $crate::around::Person,
                /// The people around the children.
                #[serde(default)]
                people;
            /// A case.
            Case = "case": $crate::case::Case,
                /// Cases.
                cases;
            /// A version of a joint analysis.
            Analysis = "analysis": $crate::analysis::JointAnalysis,
                /// Joint analyses, every version.
                #[serde(default)]
                analyses;
            /// A goal.
            Goal = "goal": $crate::goal::Goal,
                /// Goals.
                #[serde(default)]
                goals;
            /// An intervention.
            Intervention = "intervention": $crate::intervention::Intervention,
                /// Interventions.
                #[serde(default)]
                interventions;
            /// A version of a document.
            Document = "document": $crate::document::PlanDocument,
                /// Documents, every version.
                #[serde(default)]
                documents;
            /// A timetable.
            Timetable = "timetable": $crate::timetable::Timetable,
                /// Timetables, every version.
                timetables;
            /// A teaching plan.
            Teaching = "teaching": $crate::teaching::TeachingPlan,
                /// Teaching plans, every version.
                teaching;
            /// An appointment.
            Appointment = "appointment": $crate::appointment::Appointment,
                /// Appointments.
                appointments;
            /// A talk.
            Talk = "talk": $crate::talk::Talk,
                /// Talks.
                talks;
            /// An addendum to a talk.
            Addendum = "addendum": $crate::talk::Addendum,
                /// Addenda to talks.
                #[serde(default)]
                addenda;
            /// A follow-up.
            FollowUp = "follow_up": $crate::follow_up::FollowUp,
                /// Follow-ups.
                #[serde(default)]
                follow_ups;
            /// An outcome measure.
            Measure = "measure": $crate::measure::Measure,
                /// Outcome measures.
                #[serde(default)]
                measures;
            /// The house's own lists.
            Settings = "settings": $crate::house::HouseSettings,
                /// The house's own lists: one record, or none where the defaults hold.
                #[serde(default)]
                settings;
            /// A day in the register.
            Day = "day": $crate::attendance::Day,
                /// Days in the register.
                days;
        }
    };
}

/// Does the same with the edit inside a [`Change`](crate::Change), whichever record type it is of:
/// `with_edit!(change, edit => of(edit))`.
#[macro_export]
macro_rules! with_edit {
    (
        @match [$change:expr, $edit:ident => $body:expr]
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        match $change { $($crate::Change::$name($edit) => $body),+ }
    };
    ($change:expr, $edit:ident => $body:expr) => {
        $crate::for_each_record!([$crate::with_edit] @match [$change, $edit => $body])
    };
}
