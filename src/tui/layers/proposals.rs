//! The talks that propose themselves, by week. A key books one, another all of its week; nothing is booked unasked.

pub mod draw;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Edit};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::proposals::Proposal;
use trivsel_domain::value::{CaseId, Coded, Line, ObligationKind, StaffId};

use super::{Layer, free_times};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::load::planning::{Asked, Read};
use crate::model::Model;
use crate::panes::calendar::Due;
use crate::view::Names;
use crate::widgets::tabs::Tabs;
use trivsel_words::{Words, dates};

/// What tells a proposal from every other.
type Key = (CaseId, ObligationKind, NaiveDate);

/// The proposals, as they were read.
#[derive(Debug, Default)]
pub struct Proposed {
    list: Vec<Proposal>,
    names: Names,
    /// Those put aside until the program is opened again.
    aside: BTreeSet<Key>,
}

impl Proposed {
    /// The proposals that concern a member of staff, or all. One without a contact concerns everybody.
    fn listed(&self, whose: Option<StaffId>) -> impl Iterator<Item = &Proposal> {
        let concerns =
            move |p: &&Proposal| whose.is_none_or(|who| p.staff.is_empty() || p.staff.contains(&who));
        self.list.iter().filter(|p| !self.aside.contains(&p.key())).filter(concerns)
    }
}

/// The open list.
#[derive(Debug, Default)]
pub struct Proposals {
    cursor: usize,
    /// Whether it lists everybody's, or only the user's own.
    everybodys: bool,
}

impl Proposals {
    /// Whose proposals are listed.
    #[must_use]
    pub fn views(&self, words: &Words) -> Tabs {
        let names = ["today-mine", "today-all"].map(|id| words.get(id).to_owned());
        Tabs { names: names.into(), here: usize::from(self.everybodys) }
    }

    /// The rows of the list.
    fn rows<'m>(&self, model: &'m Model) -> Vec<&'m Proposal> {
        model.proposed.listed((!self.everybodys).then_some(model.me.id)).collect()
    }
}

/// Reads the proposals, and opens the list if asked.
#[must_use]
pub fn query(model: &Model, open: bool) -> Query {
    Query::Planning(Box::new(Asked::Proposals { now: model.now, open }))
}

/// Reads what the calendar shows: appointments, what is owed, and how many talks propose themselves.
#[must_use]
pub fn with_week(model: &Model) -> Effect {
    let shown = crate::panes::calendar::shown(model);
    Effect::Many([shown, Query::Ahead(model.now)].map(Effect::Load).into())
}

/// Whether a command books what is proposed.
#[must_use]
pub fn writes(command: Command) -> bool {
    matches!(command, Command::TakeOne | Command::TakeWeek)
}

/// Takes what is owed and what proposes itself.
pub fn take_ahead(model: &mut Model, owed: Vec<Due>, list: Vec<Proposal>, names: Names) -> Effect {
    model.calendar.take_owed(owed, names.clone());
    take(model, Read::Proposals { list, names, open: false })
}

/// Takes what was read about the time ahead.
pub fn take(model: &mut Model, read: Read) -> Effect {
    match read {
        Read::Proposals { list, names, open } => {
            let selected = selected(model).map(Proposal::key);
            (model.proposed.list, model.proposed.names) = (list, names);
            if open {
                self::open(model);
            }
            stand_on(model, selected);
        }
        Read::Take { is_late: true, .. } => {
            model.refuse_with("proposals-late");
            return Effect::Load(query(model, false));
        }
        Read::Take { edits, .. } => {
            return Effect::perform(Action::Save(edits.into_iter().map(Edit::into).collect::<Vec<Change>>()));
        }
        Read::Free { wish, slots } => free_times::take(model, wish, slots),
    }
    Effect::None
}

/// Opens the list on the first proposal of next week, or says that there is none.
fn open(model: &mut Model) {
    if model.layers.iter().any(|layer| matches!(layer, Layer::Proposals(_))) {
        return;
    }
    model.status = None;
    let mut list = Proposals::default();
    if list.rows(model).is_empty() {
        list.everybodys = true;
    }
    let this = monday_of(model.today());
    let rows = list.rows(model);
    if rows.is_empty() {
        model.refuse_with("proposals-none");
        return;
    }
    list.cursor = rows.iter().position(|p| p.week > this).unwrap_or(0);
    model.layers.push(Layer::Proposals(list));
}

/// The open list, even if other layers cover it.
fn opened(model: &Model) -> Option<&Proposals> {
    model.layers.iter().find_map(|layer| match layer {
        Layer::Proposals(list) => Some(list),
        _ => None,
    })
}

fn selected(model: &Model) -> Option<&Proposal> {
    let list = opened(model)?;
    list.rows(model).get(list.cursor).copied()
}

/// Puts the cursor of the open list on a proposal, or leaves it on its row if that is gone: a key never takes another
/// one than the user saw.
fn stand_on(model: &mut Model, key: Option<Key>) {
    let Some(list) = opened(model) else { return };
    let rows = list.rows(model);
    let same = key.and_then(|key| rows.iter().position(|p| p.key() == key));
    let at = same.unwrap_or(list.cursor).min(rows.len().saturating_sub(1));
    for layer in &mut model.layers {
        if let Layer::Proposals(list) = layer {
            list.cursor = at;
        }
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Proposals(list)) = model.layers.last() else { return None };
    let (rows, cursor) = (list.rows(model), list.cursor);
    let (count, selected) = (rows.len(), selected(model).cloned());
    if let Some(row) = moved(command, cursor, count) {
        if let Some(Layer::Proposals(list)) = model.layers.last_mut() {
            list.cursor = row;
        }
        return Some(Effect::None);
    }
    let effect = match command {
        Command::Back => {
            model.layers.pop();
            model.status = None;
            Effect::None
        }
        Command::NextView => {
            turn(model, selected.map(|p| p.key()));
            Effect::None
        }
        Command::Undo => crate::undo::undo(model),
        Command::Redo => Effect::perform(Action::Redo),
        Command::TakeOne | Command::TakeWeek if !model.writable => refused(model, "off-read-only"),
        Command::TakeOne | Command::TakeWeek | Command::PutAside if selected.is_none() => {
            refused(model, "proposals-none")
        }
        Command::TakeOne => book(model, selected.into_iter().collect()),
        Command::TakeWeek => {
            let week = selected.map(|p| p.week);
            let all = rows.into_iter().filter(|p| Some(p.week) == week).cloned().collect();
            book(model, all)
        }
        Command::PutAside => {
            model.proposed.aside.extend(selected.map(|p| p.key()));
            stand_on(model, None);
            model.say(model.words.get("proposals-aside").to_owned());
            Effect::None
        }
        _ => return None,
    };
    Some(effect)
}

/// Switches between everybody's proposals and the user's own.
fn turn(model: &mut Model, selected: Option<Key>) {
    if let Some(Layer::Proposals(list)) = model.layers.last_mut() {
        list.everybodys = !list.everybodys;
    }
    stand_on(model, selected);
}

fn refused(model: &mut Model, id: &str) -> Effect {
    model.refuse_with(id);
    Effect::None
}

/// Books proposals in one step; those without a time stay.
fn book(model: &mut Model, proposals: Vec<Proposal>) -> Effect {
    let titled = proposals.into_iter().filter(|p| p.time.is_ok()).filter_map(|p| {
        let title = Line::new(&title(model, &p)).ok()?;
        Some((p, title))
    });
    let titled: Vec<(Proposal, Line)> = titled.collect();
    if titled.is_empty() {
        return refused(model, "proposals-no-time");
    }
    Effect::Load(Query::Planning(Box::new(Asked::Take(titled))))
}

/// "Forældresamtale Ida", as a booked line is titled.
fn title(model: &Model, proposal: &Proposal) -> String {
    let kind = model.words.code("talk", proposal.kind.code());
    let given = model.proposed.names.get(&proposal.case).map(|name| name.first().to_owned());
    format!("{kind} {}", given.unwrap_or_default()).trim().to_owned()
}

/// The talks of the user that propose themselves, each with its child and the Monday of its week.
#[must_use]
pub fn listed(model: &Model) -> Vec<(String, NaiveDate)> {
    let listed = model.proposed.listed(Some(model.me.id));
    let told = |proposal: &Proposal| {
        let kind = model.words.code("talk", proposal.kind.code());
        let name = model.proposed.names.get(&proposal.case).map(ToString::to_string);
        (name.into_iter().chain([kind.to_owned()]).collect::<Vec<_>>().join(" · "), proposal.week)
    };
    listed.map(told).collect()
}

/// How many talks of the user propose themselves, by week, then the same shorter; nothing without any.
#[must_use]
pub fn told(model: &Model) -> Option<[String; 2]> {
    let mut weeks: Vec<(NaiveDate, usize)> = Vec::new();
    for proposal in model.proposed.listed(Some(model.me.id)) {
        match weeks.last_mut() {
            Some((week, count)) if *week == proposal.week => *count += 1,
            _ => weeks.push((proposal.week, 1)),
        }
    }
    let words = &model.words;
    let all: usize = weeks.iter().map(|(_, count)| count).sum();
    let told: Vec<String> = weeks
        .into_iter()
        .map(|(week, count)| {
            let week = dates::week(words.lang(), week);
            words.with("proposals-in-week", &[("count", count.into()), ("week", week.into())])
        })
        .collect();
    let line = |told: String| words.with("proposals-told", &[("weeks", told.into())]);
    (!told.is_empty()).then(|| [line(told.join(", ")), line(all.to_string())])
}
