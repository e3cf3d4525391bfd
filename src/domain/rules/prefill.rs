//! What a letter or a report begins with: what is on record since the last one of its kind, as data. The words make
//! sentences of it, and the author changes them.
//!
//! Source: service descriptions (status letter, final report); our own for what each begins with.

mod count;
mod voices;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::absence_rule::DatedLimits;
use crate::record::day::Day;
use crate::record::document::DocumentKind;
use crate::record::figure::Figure;
use crate::record::follow_up::FollowUp;
use crate::record::goal::Goal;
use crate::record::intervention::Intervention;
use crate::record::level::LevelChange;
use crate::record::measure::{Measure, Strand};
use crate::record::programme::Programme;
use crate::record::talk::{OpenTo, Talk, TalkKind};
use crate::record::teaching::{TeachingPlan, latest_plan};
use crate::record::timetable::Timetable;
use crate::rules::calendar::Calendar;
use crate::rules::dossier::Dossier;
use crate::rules::gate::Course;
use crate::rules::open_scores::OpenScores;
use crate::rules::track::{Spell, spells};
use crate::value::id::TalkId;
use crate::value::stage::Stage;

pub use self::voices::{Headings, Said, Voice, heading};

/// The signed records of a case that a document is filled from.
#[derive(Clone, Debug)]
pub struct Material<'a> {
    /// The case and its records.
    pub dossier: &'a Dossier,
    /// The programme, if the house runs it.
    pub programme: Option<&'a Programme>,
    /// Every version of the timetable.
    pub timetables: &'a [Timetable],
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// The register of the case.
    pub days: &'a [Day],
    /// The scores of the case, as the author may see them.
    pub measures: &'a OpenScores,
    /// The house's own limits of a quarter's absence.
    pub absence_limits: &'a [DatedLimits],
    /// The signed talks, in any order. Those that are not open to the house are left out.
    pub talks: Vec<&'a Talk>,
    /// The agreements from talks.
    pub follow_ups: &'a [FollowUp],
}

/// The talks of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talks {
    /// The kind of talk.
    pub kind: TalkKind,
    /// The days they were held, oldest first.
    pub on: Vec<NaiveDate>,
}

/// A goal that was worked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim<'a> {
    /// The goal.
    pub goal: &'a Goal,
    /// Its progress over the dates; `None` if none is recorded.
    pub progress: Option<Figure>,
}

/// What a document begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefill<'a> {
    /// The first day it tells of.
    pub from: NaiveDate,
    /// The last day it tells of.
    pub to: NaiveDate,
    /// The stages of the case within these days, with the whole of their time.
    pub stages: Vec<(Stage, Spell)>,
    /// The decisions on the level within these days.
    pub levels: Vec<&'a LevelChange>,
    /// The interventions that ran within these days, oldest first.
    pub interventions: Vec<&'a Intervention>,
    /// The talks that are open to the house, by kind.
    pub talks: Vec<Talks>,
    /// How many talks of each of these kinds were held.
    pub held: Vec<Figure>,
    /// Attendance in the pedagogical count and absence in the statutory one, each apart.
    pub attendance: Vec<Figure>,
    /// The scores of each strand.
    pub scores: Vec<Figure>,
    /// The goals that had not ended before these days.
    pub aims: Vec<Aim<'a>>,
    /// The agreements made in talks that are open to the house.
    pub agreements: Vec<&'a FollowUp>,
    /// The child's and the parents' own words, oldest first.
    pub said: Vec<Said<'a>>,
    /// The teaching plan in force.
    pub teaching: Option<&'a TeachingPlan>,
}

impl Prefill<'_> {
    /// Every figure that it holds.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let goals = self.aims.iter().filter_map(|aim| aim.progress.as_ref());
        self.held.iter().chain(&self.attendance).chain(&self.scores).chain(goals)
    }
}

/// What a restricted talk adds to a document whose author chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day it was held.
    pub on: NaiveDate,
    /// The note, line by line, without what it sets apart as somebody's own words.
    pub told: Vec<&'a str>,
    /// The child's and the parents' own words.
    pub said: Vec<Said<'a>>,
    /// The agreements made in it.
    pub agreements: &'a [FollowUp],
}

impl<'a> Chosen<'a> {
    /// What a talk with a child of this first name adds, with the agreements made in it.
    #[must_use]
    pub fn of(talk: &'a Talk, agreements: &'a [FollowUp], child: &str, headings: &Headings<'_>) -> Self {
        Self {
            kind: talk.kind(),
            on: talk.date,
            told: voices::told(talk, headings),
            said: voices::said(talk, child, headings),
            agreements,
        }
    }
}

impl<'a> Material<'a> {
    /// The first day that a new document of a kind tells of: the day after those of the last signed one of its kind,
    /// otherwise the day of admission or of referral.
    #[must_use]
    pub fn since(&self, kind: DocumentKind) -> NaiveDate {
        let dossier = self.dossier;
        let signed = dossier.documents.iter().filter(|d| d.kind == kind && d.signed.is_some());
        let last = signed.max_by_key(|d| d.version);
        // A document from before there were figures tells up to the day of its signature.
        let told = last.and_then(|d| d.figures.iter().map(|f| f.to).max()).and_then(|to| to.succ_opt());
        told.or(last.and_then(|d| d.signed).map(|s| s.at.date()))
            .or(dossier.case.stay().map(|s| s.from))
            .unwrap_or(dossier.case.referral.on)
    }

    /// What a document of a kind that is begun today starts with.
    #[must_use]
    pub fn prefill(&self, kind: DocumentKind, headings: &Headings<'_>, today: NaiveDate) -> Prefill<'a> {
        let dossier = self.dossier;
        let (from, to) = (self.since(kind).min(today), today);
        let within = |date: NaiveDate| (from..=to).contains(&date);
        let mut open: Vec<&'a Talk> = self.open().filter(|t| within(t.date)).collect();
        open.sort_by_key(|t| (t.date, t.start, t.id));
        let mut kinds: BTreeMap<TalkKind, Vec<NaiveDate>> = BTreeMap::new();
        for talk in &open {
            kinds.entry(talk.kind()).or_default().push(talk.date);
        }
        let held = kinds.keys().filter_map(|kind| self.talks_held(*kind, from, to)).collect();
        let mut strands: Vec<Strand> = self.open_scores().map(Measure::strand).collect();
        strands.sort();
        strands.dedup();
        let aims = dossier.goals.iter().filter(|g| g.set_on <= to && g.ended.is_none_or(|e| e.on >= from));
        Prefill {
            from,
            to,
            stages: spells(&dossier.case)
                .into_iter()
                .filter(|(_, spell)| spell.from <= to && spell.until.is_none_or(|until| until > from))
                .collect(),
            levels: dossier.case.levels.iter().filter(|l| within(l.on)).collect(),
            interventions: dossier
                .interventions
                .iter()
                .filter(|i| i.from <= to && i.is_set_on(from))
                .collect(),
            talks: kinds.into_iter().map(|(kind, on)| Talks { kind, on }).collect(),
            held,
            attendance: self.attendance(from, to),
            scores: strands.iter().filter_map(|strand| self.scores(strand, from, to)).collect(),
            aims: aims.map(|goal| Aim { goal, progress: self.progress(goal, from, to) }).collect(),
            agreements: open.iter().flat_map(|talk| self.agreed_in(talk.id)).collect(),
            said: open
                .iter()
                .flat_map(|talk| voices::said(talk, self.dossier.child.name.given(), headings))
                .collect(),
            teaching: latest_plan(&dossier.teaching),
        }
    }

    /// The course, with the register that its figures are counted from.
    fn course(&self) -> Course<'a> {
        Course {
            case: &self.dossier.case,
            child: &self.dossier.child,
            programme: self.programme,
            timetables: self.timetables,
            calendar: self.calendar,
            days: self.days,
            measures: self.measures,
            reported: &self.dossier.reported,
        }
    }

    /// The talks that are open to the house.
    fn open(&self) -> impl Iterator<Item = &'a Talk> {
        self.talks.iter().copied().filter(|t| t.open_to == OpenTo::House && t.signed_at.is_some())
    }

    /// The scores that were taken in these talks.
    fn open_scores(&self) -> impl Iterator<Item = &'a Measure> {
        let talks: BTreeSet<TalkId> = self.open().map(|t| t.id).collect();
        self.measures.iter().filter(move |m| talks.contains(&m.talk))
    }

    fn agreed_in(&self, talk: TalkId) -> impl Iterator<Item = &'a FollowUp> {
        self.follow_ups.iter().filter(move |f| f.talk == talk)
    }
}
