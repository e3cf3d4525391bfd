//! Changes the appointment under the cursor by keys: moves it, makes it longer or shorter, deletes it, and says whether
//! it was held.

use chrono::{Datelike, NaiveDate, Weekday};
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Change, Edit};
use trivsel_domain::rules::series::{Reach, Shift, Stuck, shift};

use super::book::{self, Proposal};
use super::{amend, missed};
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::{Begin, Opening, Query};
use crate::model::Model;
use trivsel_words::{dates, series};

/// Minutes that one key moves or lengthens by.
const QUARTER: i16 = 15;

/// What is to be done with appointments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Shift(Shift),
    Remove,
    /// Typed on a line.
    Amend,
}

/// A change of an appointment, and of as many of its series as it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub one: Appointment,
    pub what: What,
    pub reach: Reach,
}

/// Whether a command of the calendar writes.
#[must_use]
pub fn writes(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::MoveDayBefore | C::MoveDayAfter | C::MoveEarlier | C::MoveLater | C::Longer | C::Shorter
    ) || matches!(command, C::Discard | C::Held | C::NotHeld | C::Amend)
}

/// Carries out a command on the appointment under the cursor; nothing if it is none of these.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    if !writes(command) && command != Command::Reach {
        return None;
    }
    let Some(one) = model.calendar.selected_appointment().cloned() else {
        return Some(refused(model, "calendar-none-selected"));
    };
    if one.event.is_some() {
        return Some(refused(model, "calendar-busy-time"));
    }
    let what = match command {
        Command::Reach => return Some(turn_reach(model, &one)),
        Command::Held => return Some(held(model, &one)),
        Command::NotHeld => return Some(missed::open(model, one)),
        Command::Discard => What::Remove,
        Command::Amend => What::Amend,
        Command::MoveEarlier => What::Shift(Shift::Minutes(-QUARTER)),
        Command::MoveLater => What::Shift(Shift::Minutes(QUARTER)),
        Command::Longer => What::Shift(Shift::Length(QUARTER)),
        Command::Shorter => What::Shift(Shift::Length(-QUARTER)),
        Command::MoveDayBefore => What::Shift(Shift::Days(-to_working_day(one.date, Weekday::Mon))),
        _ => What::Shift(Shift::Days(to_working_day(one.date, Weekday::Fri))),
    };
    if !one.takes_place() && what != What::Remove {
        return Some(refused(model, "calendar-was-not-held"));
    }
    let reach = model.calendar.reach(one.id);
    let series = Effect::Load(Query::Series(Box::new(Asked { one, what, reach })));
    Some(match what {
        // The line reads names.
        What::Amend => Effect::Many(vec![Effect::Load(Query::Directory(Opening::Nothing)), series]),
        _ => series,
    })
}

/// Days to the next working day, or to the one before, over a weekend from the day at its edge.
fn to_working_day(date: NaiveDate, edge: Weekday) -> i64 {
    match date.weekday() {
        day if day == edge => 3,
        Weekday::Sat if edge == Weekday::Fri => 2,
        Weekday::Sun if edge == Weekday::Mon => 2,
        _ => 1,
    }
}

/// Changes an appointment and those of its series that the change reaches.
pub fn take(model: &mut Model, asked: &Asked, members: &[Appointment]) -> Effect {
    let reached = asked.reach.of(&asked.one, members);
    match asked.what {
        What::Amend => amend::open(model, &asked.one, members, asked.reach),
        What::Remove => {
            let removed = reached.into_iter().filter_map(|a| Edit::new(Some(a.clone()), None).ok());
            Effect::perform(Action::Save(removed.map(Change::from).collect()))
        }
        What::Shift(by) => match shift(&reached, by, &model.roster.calendar) {
            Ok(shifted) => book::propose_all(Proposal { edits: shifted.edits, closed: shifted.closed }),
            Err(stuck) => refused(model, why_stuck(stuck)),
        },
    }
}

/// Why appointments can't be changed like that, as the id of its words.
pub(super) fn why_stuck(stuck: Stuck) -> &'static str {
    match stuck {
        Stuck::WholeDay => "calendar-whole-day",
        Stuck::OutsideDay => "calendar-outside-day",
        Stuck::Weekend => "calendar-series-weekend",
        Stuck::NoDay => "series-no-day",
    }
}

/// Chooses how many of the series the next change reaches: this one, this one and those after it, all.
fn turn_reach(model: &mut Model, one: &Appointment) -> Effect {
    let Some(place) = one.series else { return refused(model, "calendar-no-series") };
    let (reach, id) = match model.calendar.reach(one.id) {
        Reach::One => (Reach::Onward, "calendar-reach-onward"),
        Reach::Onward => (Reach::All, "calendar-reach-all"),
        Reach::All => (Reach::One, "calendar-reach-one"),
    };
    model.calendar.set_reach(one.id, reach);
    let rule = series::repeat(&model.words, &place.repeat, model.today());
    let day = dates::day_short(model.words.lang(), one.date);
    model.say(model.words.with(id, &[("rule", rule.into()), ("day", day.into())]));
    Effect::None
}

/// Opens the note of an appointment that was held: the signed one, or a new one with all that the appointment says filled
/// in.
fn held(model: &mut Model, one: &Appointment) -> Effect {
    let Some(case) = one.case else { return refused(model, "calendar-held-no-child") };
    if let Some(note) = model.calendar.note_of(one.id) {
        return Effect::OpenTalk(note);
    }
    if one.date > model.today() {
        let day = dates::day_short_seen(model.words.lang(), one.date, model.today());
        let line = model.words.with("calendar-held-ahead", &[("day", day.into())]);
        model.refuse(vec![line]);
        return Effect::None;
    }
    let begin = Begin::of(one, case);
    Effect::Load(Query::Directory(Opening::Begin(Box::new(begin))))
}

fn refused(model: &mut Model, id: &str) -> Effect {
    model.refuse_with(id);
    Effect::None
}
