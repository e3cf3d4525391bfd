//! The track of a case through the stages: where it is, since when, how long it was at each, and the steps back.
//!
//! Source: service description, referral to phase-out (the model is not timed, and a case may move back).

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Case;
use crate::record::stage_move::Move;
use crate::value::stage::Stage;

/// The stages in the order in which a case comes to them.
const ORDER: [Stage; 7] = [
    Stage::Referral,
    Stage::Waiting,
    Stage::Admitted,
    Stage::StartUp,
    Stage::Course,
    Stage::PhaseOut,
    Stage::Closed,
];

/// How a stage lies to the one that the case is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// The case was at it.
    Passed,
    /// The case went past it, or it is not known that it was there.
    Skipped,
    /// The case is at it.
    Here,
    /// It lies ahead, also after a step back from it.
    Ahead,
}

/// The days at a stage, from one step to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first day.
    pub from: NaiveDate,
    /// The day of the next step; `None` while it lasts, or if the next step is not on record.
    pub until: Option<NaiveDate>,
}

/// One stage of the track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// The stage.
    pub stage: Stage,
    /// How it lies to the current one.
    pub passing: Passing,
    /// The times that the case was at it, oldest first.
    pub spells: Vec<Spell>,
}

impl Station {
    /// The days at the stage in all up to a day; `None` if the case was not there or its end is not known.
    #[must_use]
    pub fn days(&self, today: NaiveDate) -> Option<u32> {
        let mut days = 0;
        for spell in &self.spells {
            let until = spell.until.or((self.passing == Passing::Here).then_some(today))?;
            days += until.signed_duration_since(spell.from).num_days().max(0);
        }
        (!self.spells.is_empty()).then(|| u32::try_from(days).unwrap_or(u32::MAX))
    }
}

/// The stages of a case in their order. A declined case ends with that instead of the stages after it.
#[must_use]
pub fn track(case: &Case) -> Vec<Station> {
    let here = case.stage();
    let spells = spells(case);
    let was_at = |stage: Stage| spells.iter().any(|(at, _)| *at == stage);
    let stages: Vec<Stage> = if here == Stage::Declined {
        let before = ORDER.into_iter().filter(|s| *s != Stage::Closed && was_at(*s));
        before.chain(core::iter::once(Stage::Declined)).collect()
    } else {
        ORDER.to_vec()
    };
    let at = stages.iter().position(|s| *s == here).unwrap_or(0);
    let station = |(n, stage): (usize, Stage)| {
        let passing = match n.cmp(&at) {
            core::cmp::Ordering::Equal => Passing::Here,
            core::cmp::Ordering::Greater => Passing::Ahead,
            core::cmp::Ordering::Less if was_at(stage) => Passing::Passed,
            core::cmp::Ordering::Less => Passing::Skipped,
        };
        let spells = spells.iter().filter(|(at, _)| *at == stage).map(|(_, spell)| *spell).collect();
        Station { stage, passing, spells }
    };
    stages.into_iter().enumerate().map(station).collect()
}

/// Every time at a stage, from the referral on. What an import left out between two stages is not known.
#[must_use]
pub fn spells(case: &Case) -> Vec<(Stage, Spell)> {
    let mut spells: Vec<(Stage, Spell)> =
        Vec::from([(Stage::Referral, Spell { from: case.referral.on, until: None })]);
    for step in &case.moves {
        if let Some((stage, before)) = spells.last_mut() {
            if *stage == step.to {
                continue;
            }
            before.until = Some(step.on).filter(|_| !step.is_imported());
        }
        spells.push((step.to, Spell { from: step.on, until: None }));
    }
    spells
}

/// The steps back, oldest first.
pub fn steps_back(case: &Case) -> impl Iterator<Item = &Move> {
    let rank = |stage: Stage| ORDER.iter().position(|s| *s == stage);
    case.moves.iter().filter(move |step| {
        let from = step.from.and_then(rank);
        from.zip(rank(step.to)).is_some_and(|(from, to)| to < from)
    })
}
