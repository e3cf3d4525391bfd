//! The dossier of a case: all records that its steps need.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::analysis::JointAnalysis;
use crate::record::answer::Answer;
use crate::record::appointment::Appointment;
use crate::record::case::Case;
use crate::record::child::Child;
use crate::record::consent::Consent;
use crate::record::correspondence::Correspondence;
use crate::record::document::{DocumentKind, PlanDocument};
use crate::record::goal::Goal;
use crate::record::intervention::Intervention;
use crate::record::person::Person;
use crate::record::reported_week::ReportedWeek;
use crate::record::talk::{Participant, Talk, TalkKind};
use crate::record::teaching::TeachingPlan;
use crate::value::id::{StaffId, TalkId};
use crate::value::judgement::Judgement;
use crate::value::moment::Moment;
use crate::value::role::Role;
use crate::value::time::TimeOfDay;

/// The kind, date and participants of a talk. It holds no text, so all staff may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkFact {
    /// Its identity.
    pub id: TalkId,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
    /// When it began, if that is known.
    pub start: Option<TimeOfDay>,
    /// The author, who also took part.
    pub author: StaffId,
    /// The other participants.
    pub participants: Vec<Participant>,
    /// The judgement of a follow-up meeting.
    pub judgement: Option<Judgement>,
    /// When it was signed; `None` for a note of before the house.
    pub signed_at: Option<Moment>,
}

impl TalkFact {
    /// Whether two notes are of one talk that was held with several children: each has a note, and all are signed together.
    #[must_use]
    pub fn is_joint_with(&self, other: &Self) -> bool {
        let talk = |one: &Self| (one.signed_at, one.author, one.kind, one.date, one.start);
        self.signed_at.is_some() && talk(self) == talk(other)
    }

    /// Whether a member of staff took part.
    #[must_use]
    pub fn has_staff(&self, who: StaffId) -> bool {
        self.author == who || self.participants.contains(&Participant::Staff(who))
    }

    /// Whether a person with a matching role around the child took part, named or not.
    #[must_use]
    pub fn has_role(&self, people: &[Person], fits: impl Fn(Role) -> bool) -> bool {
        self.participants.iter().any(|p| match p {
            Participant::Role(role) => fits(*role),
            Participant::Person(id) => people.iter().any(|p| p.id == *id && fits(p.role)),
            Participant::Staff(_) | Participant::Other(_) => false,
        })
    }
}

impl From<&Talk> for TalkFact {
    fn from(talk: &Talk) -> Self {
        Self {
            id: talk.id,
            kind: talk.kind(),
            date: talk.date,
            start: talk.start,
            author: talk.author,
            participants: talk.participants.clone(),
            judgement: talk.judgement,
            signed_at: talk.signed_at,
        }
    }
}

/// A case with all its records except the register and the texts of talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The case.
    pub case: Case,
    /// The child.
    pub child: Child,
    /// Everyone around the child, past and present.
    pub people: Vec<Person>,
    /// The signed talks of the case, oldest first.
    pub talks: Vec<TalkFact>,
    /// Every version of the joint analysis, oldest first.
    pub analyses: Vec<JointAnalysis>,
    /// The goals, oldest first.
    pub goals: Vec<Goal>,
    /// The interventions, oldest first.
    pub interventions: Vec<Intervention>,
    /// Every version of every document; within a kind oldest first.
    pub documents: Vec<PlanDocument>,
    /// Every version of the teaching plan.
    pub teaching: Vec<TeachingPlan>,
    /// The appointments of the case, by date.
    pub appointments: Vec<Appointment>,
    /// The answers to obligations by hand.
    pub answers: Vec<Answer>,
    /// The weeks reported from the child's own school, oldest first.
    pub reported: Vec<ReportedWeek>,
    /// The consents, by the day they were given.
    pub consents: Vec<Consent>,
    /// What came in and went out, oldest first.
    pub correspondence: Vec<Correspondence>,
    /// The other cases of the child, in any programme, oldest first.
    pub earlier: Vec<Case>,
}

impl Dossier {
    /// Makes a dossier of a case and its child without other records.
    #[must_use]
    pub fn new(case: Case, child: Child) -> Self {
        Self {
            case,
            child,
            people: Vec::new(),
            talks: Vec::new(),
            analyses: Vec::new(),
            goals: Vec::new(),
            interventions: Vec::new(),
            documents: Vec::new(),
            teaching: Vec::new(),
            appointments: Vec::new(),
            answers: Vec::new(),
            reported: Vec::new(),
            consents: Vec::new(),
            correspondence: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// Sorts the records into the order that the fields document.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.talks.sort_by_key(|t| (t.date, t.id));
        self.analyses.sort_by_key(|a| (a.version, a.id));
        self.goals.sort_by_key(|g| (g.set_on, g.id));
        self.interventions.sort_by_key(|i| (i.from, i.id));
        self.documents.sort_by_key(|d| (d.kind, d.version, d.id));
        self.teaching.sort_by_key(|t| (t.from(), t.id()));
        self.appointments.sort_by_key(|a| (a.date, a.id));
        self.answers.sort_by_key(|a| (a.on, a.id));
        self.reported.sort_by_key(|w| (w.monday, w.id));
        self.consents.sort_by_key(|c| (c.from, c.id));
        self.correspondence.sort_by_key(|c| (c.date, c.id));
        self.earlier.sort_by_key(|c| (c.referral.on, c.id));
        self
    }

    /// The latest version of a kind of document.
    #[must_use]
    pub fn document(&self, kind: DocumentKind) -> Option<&PlanDocument> {
        self.documents.iter().filter(|d| d.kind == kind).max_by_key(|d| d.version)
    }

    /// The latest version of the joint analysis.
    #[must_use]
    pub fn analysis(&self) -> Option<&JointAnalysis> {
        self.analyses.iter().max_by_key(|a| a.version)
    }

    /// Everyone with a matching role around the child on a date.
    pub fn people_on(&self, date: NaiveDate, fits: impl Fn(Role) -> bool) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |p| p.is_there_on(date) && fits(p.role))
    }
}
