//! The rules of a service for children with worrying school absence, and nothing else.
//!
//! # Architecture invariants
//!
//! - No clock, no file, no thread: the crate is `no_std`, so they do not compile. Whoever asks gives `today`.
//! - It returns values and enums, never sentences; `words` in the program turns them into Danish or English.
//! - Every write anywhere in the program is a [`Change`], made by [`decide()`] from an [`Action`] and [`Facts`].
//! - A refusal carries every reason at once ([`Refusal`]).
//! - What is stored has a stable code ([`Coded`]); an unknown code is an error, never a default.
//!
//! Names are the field's own terms; the Danish for each stands in its documentation.
#![no_std]
#![warn(missing_docs)]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc)]

extern crate alloc;

pub mod action;
pub mod analysis;
pub mod appointment;
pub mod around;
pub mod attendance;
pub mod calendar;
pub mod case;
pub mod change;
pub mod child;
mod code;
pub mod cpr;
pub mod decide;
pub mod document;
pub mod dossier;
pub mod edit;
pub mod facts;
pub mod follow_up;
pub mod goal;
pub mod grade;
pub mod house;
mod id;
pub mod intake;
pub mod intervention;
pub mod level;
mod list;
pub mod load;
pub mod measure;
pub mod note;
pub mod person;
pub mod programme;
pub mod records;
pub mod referral;
pub mod refusal;
pub mod requirement;
pub mod role;
pub mod seats;
pub mod staff;
pub mod stage;
pub mod steps;
pub mod talk;
pub mod teaching;
pub mod text;
pub mod time;
pub mod timetable;
pub mod undo;

pub use action::{Action, DayEdit, Deed};
pub use analysis::{JointAnalysis, System};
pub use appointment::Appointment;
pub use around::Person;
pub use attendance::{Absence, Day, Figures, Foretold, Half, Mark, MarkKind, Mood, Origin, Registration};
pub use attendance::{Concern, ConcernRule, Quarter, QuarterLevel, QuarterMeter};
pub use calendar::{Calendar, Closure, ClosureKind, ClosureRule, DayKind, Holiday, SchoolYear};
pub use case::{Case, Closing, Contacts, Enrolment, Move, Outcome, Priority, Referral, Standing, Stay};
pub use change::{Change, RecordKind};
pub use child::{Child, can_be_born};
pub use code::{Coded, UnknownCode};
pub use cpr::{Cpr, CprProblem, CprWarning};
pub use decide::{Decision, Denied, decide};
pub use document::{DocumentKind, PlanDocument, PlanStep, Section, Signature};
pub use dossier::{Dossier, TalkFact};
pub use edit::{Contradiction, Edit, Record};
pub use facts::{Facts, Nature, Step, Unreadable};
pub use follow_up::{Doer, FollowUp, FollowUpClosing, FollowUpEnd};
pub use goal::{Goal, GoalClosing, GoalEnd, GoalKind, HowFar, Progress};
pub use grade::{Grade, SchoolClass};
pub use house::{HouseSettings, Labels, Template};
pub use id::{
    AddendumId, AnalysisId, AnyKey, AppointmentId, BadId, CaseId, ChildId, ClosureId, DocumentId, DraftId,
    FollowUpId, GoalId, Identity, InterventionId, MeasureId, PersonId, StaffId, TalkId, TeachingPlanId,
    TheHouse, TimetableId,
};
pub use intake::Intake;
pub use intervention::{Intervention, InterventionKind};
pub use level::{Level, LevelChange, LevelContent};
pub use load::{Fit, Load, Need};
pub use measure::{
    Alert, CutOffs, Direction, FourLines, Instrument, Measure, Score, Series, Strand, Tenths, alerts,
};
pub use note::{Agreement, NewScore, Note};
pub use person::{Initials, PersonName};
pub use programme::{Audience, HouseProgramme, Programme, ProgrammeCode, ProgrammeProfile, UsualTalk};
pub use records::Records;
pub use referral::{NewCase, Whose};
pub use refusal::{Reason, Refusal};
pub use requirement::Requirement;
pub use role::Role;
pub use seats::{SeatNorm, SeatNumber};
pub use staff::{Competency, Staff};
pub use stage::{SeatedStage, Stage};
pub use steps::{Check, Evidence, Finding, Missing, Party, Place, StepOrder, StepTo, Terms, Unmet, Way};
pub use talk::{Addendum, Matter, OpenTo, Participant, Talk, TalkKind, TalkSource};
pub use teaching::{Subject, SubjectPlan, TeachingPlan};
pub use text::{Line, LongText, Tag, TextProblem};
pub use time::{Hours, Minutes, TimeOfDay};
pub use timetable::{Block, DayPlan, Timetable};
