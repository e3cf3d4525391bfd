//! The seat map of the house: who holds which seat, when each is expected free, and who waits for one.

pub mod draw;

use std::collections::HashMap;

use chrono::NaiveDate;
use trivsel_domain::record::{Case, Child, HouseProgramme, Programme};
use trivsel_domain::rules::seats::{map, waiting_list};
use trivsel_domain::value::{CaseId, ChildId, ProgrammeCode, SeatNorm, SeatNumber};

use super::Layer;
use super::prompt::{Prompt, Purpose};
use crate::child_name::ChildName;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;
use crate::update;
use crate::widgets::tabs::Tabs;
use trivsel_words::Words;
use trivsel_words::text::fold;

/// Every case with its child, since the map can be shown on any date.
#[derive(Debug)]
pub struct SeatsRead {
    /// All cases, closed ones too.
    pub cases: Vec<Case>,
    pub children: HashMap<ChildId, Child>,
}

/// The half of the map that the cursor is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Seats,
    /// The waiting list.
    Waiting,
}

#[derive(Debug)]
pub struct SeatMap {
    read: SeatsRead,
    /// The index of the programme shown.
    programme: usize,
    /// The date shown.
    on: NaiveDate,
    side: Side,
    seat: usize,
    place: usize,
}

impl SeatMap {
    /// Goes on to the new day if the map stood on the one before.
    pub fn follow(&mut self, before: NaiveDate, today: NaiveDate) {
        if self.on == before {
            self.on = today;
        }
    }

    /// Every case, and the date shown.
    #[must_use]
    pub fn cases(&self) -> (&[Case], NaiveDate) {
        (&self.read.cases, self.on)
    }

    /// The code of the programme shown.
    #[must_use]
    pub fn code(&self, model: &Model) -> Option<ProgrammeCode> {
        self.programme(model).map(|(profile, _)| profile.code().clone())
    }

    fn programme<'a>(&self, model: &'a Model) -> Option<&'a (Programme, HouseProgramme)> {
        model.roster.programmes.get(self.programme)
    }

    /// Every seat on the date, with the case that holds it.
    fn seats(&self, model: &Model) -> Vec<(SeatNumber, Option<&Case>)> {
        let Some((profile, house)) = self.programme(model) else { return Vec::new() };
        map(&self.read.cases, profile.code(), house.seats, self.on)
    }

    /// The waiting cases, the first in line first.
    #[must_use]
    pub fn waiting(&self, model: &Model) -> Vec<&Case> {
        let Some((profile, _)) = self.programme(model) else { return Vec::new() };
        let born = |case: &Case| self.read.children.get(&case.child).and_then(|c| c.born);
        waiting_list(&self.read.cases, profile.code(), born)
    }

    /// The name of a case's child.
    #[must_use]
    pub fn name(&self, model: &Model, case: &Case) -> ChildName {
        let child = self.read.children.get(&case.child);
        child.map_or_else(|| ChildName::from("–"), |c| model.roster.namesakes.name(c))
    }

    fn age(&self, case: &Case, today: NaiveDate) -> Option<u32> {
        self.read.children.get(&case.child).and_then(|c| c.age_on(today))
    }

    fn case(&self, model: &Model) -> Option<CaseId> {
        match self.side {
            Side::Seats => self.seats(model).get(self.seat).and_then(|(_, case)| case.map(|c| c.id)),
            Side::Waiting => self.waiting(model).get(self.place).map(|c| c.id),
        }
    }
}

/// Opens the map with what was read, or updates it if it is open.
pub fn take(model: &mut Model, read: SeatsRead) {
    let open = model.layers.iter().position(|l| matches!(l, Layer::Seats(_)));
    if let Some(Layer::Seats(map)) = open.and_then(|at| model.layers.get_mut(at)) {
        map.read = read;
        return;
    }
    // The map opens on the programme of the sheet below it, or of the selected case.
    let from = model.sheet().map(|s| &s.dossier.case).or_else(|| model.caseload.selected().map(|r| &r.case));
    let programme = from
        .and_then(|case| model.roster.programmes.iter().position(|(p, _)| *p.code() == case.programme))
        .unwrap_or(0);
    let on = model.today();
    let map = SeatMap { read, programme, on, side: Side::Seats, seat: 0, place: 0 };
    model.status = None;
    model.layers.push(Layer::Seats(Box::new(map)));
}

impl SeatMap {
    /// The programmes that the key for the next view turns through.
    #[must_use]
    pub fn programmes(&self, model: &Model) -> Option<Tabs> {
        let all = &model.roster.programmes;
        let name = |code| model.roster.programme_name(code, model.words.lang()).to_owned();
        let names = all.iter().map(|(p, _)| name(p.code())).collect();
        (all.len() > 1).then_some(Tabs { names, here: self.programme })
    }
}

pub fn show_on(model: &mut Model, date: NaiveDate) -> Effect {
    if let Some(Layer::Seats(map)) = model.layers.last_mut() {
        map.on = date;
        map.seat = 0;
    }
    Effect::None
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Seats(map)) = model.layers.last() else { return None };
    let (seats, places) = (map.seats(model).len(), map.waiting(model).len());
    let case = map.case(model);
    let today = model.today();
    let programmes = model.roster.programmes.len().max(1);
    let off = update::why_off(model, command);
    let Some(Layer::Seats(map)) = model.layers.last_mut() else { return None };
    let (cursor, rows) = match map.side {
        Side::Seats => (&mut map.seat, seats),
        Side::Waiting => (&mut map.place, places),
    };
    if let Some(row) = moved(command, *cursor, rows) {
        *cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::Left => map.side = Side::Seats,
        Command::Right => map.side = if map.side == Side::Seats { Side::Waiting } else { Side::Seats },
        Command::NextView => {
            map.programme = (map.programme + 1) % programmes;
            (map.seat, map.place) = (0, 0);
        }
        Command::Today if map.on == today => model.refuse_with("other-today-here"),
        Command::Today => map.on = today,
        Command::GoToDate => {
            let label = model.words.get("seats-on").to_owned();
            model.layers.push(Layer::Prompt(Prompt::new(Purpose::SeatsOn, label)));
        }
        Command::SetNorm => match off {
            Some(why) => model.refuse_with(why),
            None => ask_norm(model),
        },
        Command::Open => {
            // The map gives no seats; a step on the case's sheet does.
            let case = case?;
            // The sheet opens above the map, unless the map was opened from that sheet.
            if model.sheet().is_some_and(|s| s.dossier.case.id == case) {
                model.layers.pop();
            }
            return Some(Effect::OpenCase(case));
        }
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        _ => return None,
    }
    Some(Effect::None)
}

fn ask_norm(model: &mut Model) {
    let Some(Layer::Seats(map)) = model.layers.last() else { return };
    let Some((profile, _)) = map.programme(model) else { return };
    let (code, lang) = (profile.code().clone(), model.words.lang());
    let name = model.roster.programme_name(&code, lang);
    let label = model.words.with("seats-norm-label", &[("name", name.into())]);
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Norm(code), label)));
}

/// Reads a number of seats, or the word for no limit.
///
/// # Errors
/// The words that say what the field takes.
pub fn read_norm(words: &Words, text: &str) -> Result<SeatNorm, String> {
    if fold(text) == fold(words.get("seats-none-word")) {
        return Ok(SeatNorm::Unlimited);
    }
    let number = text.trim_start_matches('+').trim().parse().ok();
    number.and_then(|n| SeatNorm::limited(n).ok()).ok_or_else(|| words.get("seats-norm-how").to_owned())
}

/// A norm in words.
#[must_use]
pub fn told_norm(words: &Words, norm: SeatNorm) -> String {
    match norm.number() {
        Some(n) => words.count("seat", n.into()),
        None => words.get("seats-none-word").to_owned(),
    }
}
