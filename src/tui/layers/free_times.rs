//! The next free times for the people and the child on the line for a new appointment. One is put into the line; Enter
//! there books it.

use chrono::NaiveDateTime;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::rules::free::Slot;

use super::Layer;
use super::prompt::{Prompt, Purpose};
use crate::cursor::moved;
use crate::draw::wrap;
use crate::effect::Effect;
use crate::forms::Lookup;
use crate::keys::Command;
use crate::load::Query;
use crate::load::planning::{Asked, FREE_WITHIN};
use crate::model::Model;
use crate::panes::calendar::free::{Wish, put_in};
use crate::widgets::cells::Cells;
use crate::widgets::{lines, popup};
use trivsel_words::dates;

/// The width of the box, in columns.
const WIDTH: u16 = 66;

/// The free times that were found.
#[derive(Debug)]
pub struct FreeTimes {
    wish: Wish,
    slots: Vec<Slot>,
    cursor: usize,
    /// From when on the pages before this one were looked for.
    before: Vec<NaiveDateTime>,
}

/// Asks for the free times of what is typed in the line for a new appointment.
pub fn ask(model: &mut Model) -> Option<Effect> {
    let Some(Layer::Prompt(Prompt { purpose: Purpose::Book(day), field, .. })) = model.layers.last() else {
        return None;
    };
    Some(match Wish::read(field.text(), *day, &Lookup::of(model)) {
        Ok(wish) => search(wish),
        Err(problem) => {
            model.refuse(vec![problem]);
            Effect::None
        }
    })
}

fn search(wish: Wish) -> Effect {
    Effect::Load(Query::Planning(Box::new(Asked::Free(wish))))
}

/// Lists what was found, over the line it was asked for, or on the next page of the list.
pub fn take(model: &mut Model, wish: Wish, slots: Vec<Slot>) {
    match model.layers.last_mut() {
        Some(Layer::FreeTimes(times)) if slots.is_empty() => {
            times.before.pop();
            let text = model.words.with("free-none", &[("weeks", (FREE_WITHIN / 7).into())]);
            model.refuse(vec![text]);
        }
        Some(Layer::FreeTimes(times)) => (times.wish, times.slots, times.cursor) = (wish, slots, 0),
        Some(Layer::Prompt(_)) if slots.is_empty() => {
            let text = model.words.with("free-none", &[("weeks", (FREE_WITHIN / 7).into())]);
            model.refuse(vec![text]);
        }
        Some(Layer::Prompt(_)) => {
            model.status = None;
            let times = FreeTimes { wish, slots, cursor: 0, before: Vec::new() };
            model.layers.push(Layer::FreeTimes(Box::new(times)));
        }
        _ => {}
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::FreeTimes(times)) = model.layers.last_mut() else { return None };
    match command {
        Command::Back => {
            model.layers.pop();
            return Some(Effect::None);
        }
        Command::PageDown => {
            let last = times.slots.last()?;
            times.before.push(times.wish.from);
            let from = last.date.and_time(last.hours.to().into());
            return Some(search(Wish { from, ..times.wish.clone() }));
        }
        Command::PageUp => {
            return Some(match times.before.pop() {
                Some(from) => search(Wish { from, ..times.wish.clone() }),
                None => Effect::None,
            });
        }
        Command::Open => return Some(choose(model, None)),
        _ => {}
    }
    times.cursor = moved(command, times.cursor, times.slots.len())?;
    Some(Effect::None)
}

/// A digit takes the time with that number.
pub fn type_key(model: &mut Model, key: KeyEvent) -> Effect {
    let digit = match key.code {
        KeyCode::Char(c) => c.to_digit(10).and_then(|n| usize::try_from(n).ok()?.checked_sub(1)),
        _ => None,
    };
    let listed = match model.layers.last() {
        Some(Layer::FreeTimes(times)) => times.slots.len(),
        _ => 0,
    };
    let Some(at) = digit.filter(|at| *at < listed) else {
        let beyond = model.words.with("free-beyond", &[("count", listed.into())]);
        let hint = if digit.is_some() { beyond } else { model.words.get("free-hint").to_owned() };
        model.refuse(vec![hint]);
        return Effect::None;
    };
    choose(model, Some(at))
}

/// Puts a time into the line, the selected one if none is named.
fn choose(model: &mut Model, at: Option<usize>) -> Effect {
    let Some(Layer::FreeTimes(times)) = model.layers.last() else { return Effect::None };
    let Some(slot) = times.slots.get(at.unwrap_or(times.cursor)).copied() else { return Effect::None };
    model.layers.pop();
    model.status = None;
    let Some(Layer::Prompt(prompt)) = model.layers.last() else { return Effect::None };
    match put_in(prompt.field.text(), slot, &Lookup::of(model)) {
        Ok(line) => {
            if let Some(Layer::Prompt(prompt)) = model.layers.last_mut() {
                prompt.field.clear();
                prompt.paste(&line);
            }
        }
        Err(problem) => model.refuse(vec![problem]),
    }
    crate::update::narrow_live(model)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, times: &FreeTimes, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let known = |k: &&crate::forms::Known| Some(k.case.id) == times.wish.case;
    let child = model.directory.iter().find(known).map(|k| k.name.to_string());
    let staff = times.wish.staff.iter().map(|who| model.roster.initials(Some(*who)).to_owned());
    let who: Vec<String> = child.into_iter().chain(staff).collect();
    let length = words.count("minute", usize::from(times.wish.minutes));
    let title = format!("{} · {length} · {}", words.get("free-title"), who.join(" "));
    let hint = wrap(words.get("free-hint"), usize::from(WIDTH).saturating_sub(4));
    let height = u16::try_from(times.slots.len() + hint.len() + 3).unwrap_or(u16::MAX);
    let inner = popup::draw(frame, room, WIDTH, height, &title, theme.accent);
    let row = |(n, slot): (usize, &Slot)| {
        let day = dates::day_and_week(words.lang(), slot.date);
        let hours = dates::time_range(words.lang(), slot.hours.from().into(), slot.hours.to().into());
        let selected = (n == times.cursor).then_some(theme.selection);
        let number = (n + 1).to_string();
        Cells::new()
            .gap(1)
            .left(&number, 3, theme.accent)
            .left(&day, 22, theme.text)
            .gap(2)
            .left(&hours, 14, theme.text)
            .line(selected)
    };
    let mut out: Vec<Line<'static>> = times.slots.iter().enumerate().map(row).collect();
    out.push(Line::default());
    out.extend(hint.into_iter().map(|line| Line::styled(format!(" {line}"), theme.dim)));
    lines::draw(frame, out, inner);
}
