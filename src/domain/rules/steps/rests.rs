//! What rests on a step, so that it can't be annulled.
//! Source: our own (a step taken by mistake is taken back; one that the work has gone on from is not).

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Case;
use crate::record::day::{Day, Origin};
use crate::record::document::{DocumentKind, PlanDocument};
use crate::record::stage_move::Move;
use crate::record::talk::{Talk, TalkKind};
use crate::rules::dossier::Dossier;
use crate::rules::steps::evidence::Place;
use crate::value::code::Coded;
use crate::value::id::StaffId;
use crate::value::requirement::Requirement;
use crate::value::stage::Stage;

/// A record that rests on a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Days of the house's own register since the admission.
    Days {
        /// The number of days.
        days: usize,
        /// The first of them.
        first: NaiveDate,
    },
    /// A talk signed since the step, which a later step asks for.
    Talk {
        /// The kind of talk.
        kind: TalkKind,
        /// The day of the talk.
        date: NaiveDate,
        /// The author.
        by: StaffId,
    },
    /// A document signed since the step, which a later step asks for.
    Document {
        /// The kind of document.
        kind: DocumentKind,
        /// The member of staff who signed.
        by: StaffId,
    },
    /// A new case of the child, which continues this one.
    Case {
        /// The day it was put forward.
        referred: NaiveDate,
    },
}

/// Whether a step may be annulled by a member of staff on a day: their own step of that day. What rests on it is asked
/// apart.
#[must_use]
pub fn is_to_annul_by(step: &Move, who: StaffId, today: NaiveDate) -> bool {
    step.by == Some(who) && step.at.is_some_and(|at| at.day() == today)
}

/// Everything that rests on the last step of a case: the register since an admission; talks held and documents signed
/// since the step that a later step asks for; a new case that continues a closed or declined one.
#[must_use]
pub fn rests_on(step: &Move, dossier: &Dossier, talks: &[Talk], days: &[Day]) -> Vec<Rest> {
    let registered = if step.to == Stage::Admitted { own_days(days, |day| step.on <= day) } else { None };
    let registered = registered.map(|(days, first)| Rest::Days { days, first });
    let talks = talks.iter().filter(|t| step.on <= t.date && t.signed_at >= step.at);
    let talks = talks.filter(|t| is_for_later(Place::Talk(t.kind()), step.to)).map(|t| Rest::Talk {
        kind: t.kind(),
        date: t.date,
        by: t.author,
    });
    let signed = |d: &PlanDocument| d.signed.filter(|s| step.at.is_none_or(|at| at <= s.at));
    let documents = dossier
        .documents
        .iter()
        .filter(|d| is_for_later(Place::Document(d.kind), step.to))
        .filter_map(|d| signed(d).map(|s| Rest::Document { kind: d.kind, by: s.by }));
    let follows = |c: &&Case| c.follows == Some(dossier.case.id);
    let cases = dossier.earlier.iter().filter(follows).map(|c| Rest::Case { referred: c.referral.on });
    registered.into_iter().chain(talks).chain(documents).chain(cases).collect()
}

/// The number of days of the house's own register on which something is entered, and the first of them.
#[must_use]
pub fn own_days(days: &[Day], counts: impl Fn(NaiveDate) -> bool) -> Option<(usize, NaiveDate)> {
    let own = || days.iter().filter(|d| d.origin == Origin::Own && counts(d.date)).map(|d| d.date);
    own().min().map(|first| (own().count(), first))
}

/// Whether a step after a stage asks for what is entered at a place. The waiting list and the admission ask for the
/// same, so nothing is for the later of the two.
fn is_for_later(place: Place, stage: Stage) -> bool {
    let reached = stage.max(Stage::Admitted);
    let asks = |r: &Requirement| {
        // The first parent talk is booked, or held.
        let held = *r == Requirement::FirstParentTalk && place == Place::Talk(TalkKind::Parent);
        reached < r.before() && (held || r.place() == place)
    };
    Requirement::ALL.iter().any(asks)
}
