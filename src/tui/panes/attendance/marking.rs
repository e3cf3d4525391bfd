//! Sets marks on the day under the cursor, and asks for what a mark still needs.

use trivsel_domain::decide::{Action, DayEdit};
use trivsel_domain::value::{Absence, CaseId, Half, Hours, Mark, TimeOfDay};

use super::After;
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose, RegisterCell};
use crate::model::Model;
use crate::view::CaseView;
use trivsel_words::dates;

fn cell(model: &Model) -> Option<RegisterCell> {
    let pane = &model.attendance;
    pane.selected().map(|r| RegisterCell { case: r.case.id, date: pane.date, half: pane.half })
}

fn row_of(model: &Model, case: CaseId) -> Option<&CaseView> {
    model.attendance.rows().iter().find(|r| r.case.id == case)
}

pub(super) fn perform(after: After, action: Action) -> Effect {
    Effect::Perform { action: Box::new(action), after: Some(after) }
}

/// Edits a day. The action carries the day as it was shown, so a colleague's newer mark is not overwritten unseen.
pub fn edit(model: &mut Model, cell: RegisterCell, edit: DayEdit) -> Effect {
    let seen = row_of(model, cell.case).and_then(|r| r.days.get(&cell.date)).cloned();
    let at_cursor = model.attendance.selected().is_some_and(|r| r.case.id == cell.case);
    let after = match edit {
        DayEdit::Mark(Half::First, _) if at_cursor && !model.attendance.view.is_of_one() => After::NextBlank,
        _ => After::Stay,
    };
    if matches!(edit, DayEdit::Mark(..)) {
        model.attendance.last_marked = Some(cell);
    }
    perform(after, Action::EditDay { case: cell.case, date: cell.date, seen, edit })
}

pub(super) fn mark(model: &mut Model, mark: Mark) -> Effect {
    let Some(cell) = cell(model) else { return Effect::None };
    // The days stay selected until the marks are saved, so a refusal loses nothing.
    let days = model.attendance.selected_days.clone();
    if days.is_empty() {
        return edit(model, cell, DayEdit::Mark(cell.half, mark));
    }
    let seen = |date| row_of(model, cell.case).and_then(|r| r.days.get(&date)).cloned();
    let days = days.into_iter().map(|date| (date, seen(date))).collect();
    let edit = DayEdit::Mark(Half::First, mark);
    perform(After::Stay, Action::EditDays { case: cell.case, days, edit })
}

/// Marks the child late as of now. Asks for the time on another day or outside the planned hours.
pub(super) fn late(model: &mut Model) -> Effect {
    let Some(cell) = cell(model) else { return Effect::None };
    match arrived_now(model, cell) {
        Some(at) => mark(model, Mark::Late { at }),
        None => {
            prompt(model, Purpose::Late(cell, planned(model, cell)), "prompt-late", "");
            Effect::None
        }
    }
}

fn arrived_now(model: &Model, cell: RegisterCell) -> Option<TimeOfDay> {
    let now: TimeOfDay = model.now.time().into();
    let fits = planned(model, cell).is_none_or(|hours| Mark::Late { at: now }.fits(hours));
    (cell.date == model.today() && fits).then_some(now)
}

/// The planned hours of a day, if they are known.
fn planned(model: &Model, cell: RegisterCell) -> Option<Hours> {
    row_of(model, cell.case)?.plan(cell.date).hours()
}

/// Marks the child present from the planned start until now, or asks for the hours if that span makes no sense.
pub(super) fn partial(model: &mut Model) -> Effect {
    let Some(cell) = cell(model) else { return Effect::None };
    let planned = planned(model, cell);
    let until_now = arrived_now(model, cell).zip(planned).and_then(|(now, h)| Hours::new(h.from(), now).ok());
    if let Some(hours) = until_now {
        return mark(model, Mark::Partial { hours });
    }
    let lang = model.words.lang();
    let text = planned.map_or_else(String::new, |h| dates::time_range(lang, h.from().into(), h.to().into()));
    prompt(model, Purpose::Partial(cell, planned), "prompt-partial", &text);
    Effect::None
}

/// The cell whose time can be corrected: the one under the cursor, or else the one marked last.
pub(super) fn timed_cell(model: &Model) -> Option<(RegisterCell, Mark)> {
    let timed = |cell: RegisterCell| {
        let mark = row_of(model, cell.case)?.days.get(&cell.date)?.mark(cell.half)?;
        matches!(mark, Mark::Late { .. } | Mark::Partial { .. }).then_some((cell, mark))
    };
    cell(model).and_then(timed).or_else(|| model.attendance.last_marked.and_then(timed))
}

pub(super) fn ask_time(model: &mut Model) {
    let Some((cell, mark)) = timed_cell(model) else { return };
    let (lang, planned) = (model.words.lang(), planned(model, cell));
    match mark {
        Mark::Late { at } => {
            prompt(model, Purpose::Late(cell, planned), "prompt-late", &dates::time(lang, at.into()));
        }
        Mark::Partial { hours } => {
            let text = dates::time_range(lang, hours.from().into(), hours.to().into());
            prompt(model, Purpose::Partial(cell, planned), "prompt-partial", &text);
        }
        _ => {}
    }
}

pub(super) fn clear(model: &mut Model) -> Effect {
    match cell(model) {
        Some(cell) => edit(model, cell, DayEdit::Clear(cell.half)),
        None => Effect::None,
    }
}

pub(super) fn remark(model: &mut Model) {
    let Some(cell) = cell(model) else { return };
    let kept =
        model.attendance.kept_remark.as_ref().filter(|(at, _)| *at == cell).map(|(_, text)| text.clone());
    let on_record = || {
        let day = row_of(model, cell.case)?.days.get(&cell.date)?;
        day.remark.as_ref().map(|r| r.as_str().to_owned())
    };
    let own = kept.is_some();
    let text = kept.or_else(on_record).unwrap_or_default();
    prompt(model, Purpose::Remark(cell), "prompt-remark", &text);
    // The user's own words go on.
    if let Some(Layer::Prompt(prompt)) = model.layers.last_mut().filter(|_| own) {
        prompt.field.select(false);
    }
}

pub(super) fn mood(model: &mut Model) {
    if let Some(cell) = cell(model) {
        prompt(model, Purpose::Mood(cell), "prompt-mood", "");
    }
}

/// Asks for the cause and the days of an absence, starting from the date shown or today, whichever is later.
pub(super) fn foretell(model: &mut Model) {
    let Some(cell) = cell(model) else { return };
    let from = model.attendance.date.max(model.today());
    let text = format!("s {}", dates::day_month(model.words.lang(), from));
    prompt(model, Purpose::Foretell(cell.case), "prompt-foretell", &text);
}

pub(super) fn prompt(model: &mut Model, purpose: Purpose, label: &str, text: &str) {
    let cell = match &purpose {
        Purpose::Late(cell, _) | Purpose::Partial(cell, _) | Purpose::Remark(cell) | Purpose::Mood(cell) => {
            Some(cell.case)
        }
        Purpose::Foretell(case) => Some(*case),
        _ => None,
    };
    let words = model.words.clone();
    let label = match cell.and_then(|case| model.name_of(case)) {
        Some(name) => format!("{name} · {}", words.get(label)),
        None => words.get(label).to_owned(),
    };
    model.status = None;
    model.layers.push(Layer::Prompt(Prompt::new(purpose, label).filled(text)));
}

/// A leading letter names the cause, with the letters of the register. The cause is sickness without one.
#[must_use]
pub fn cause_and_days(text: &str) -> (Absence, &str) {
    match text.split_once(' ') {
        Some(("s" | "S", days)) => (Absence::Sick, days),
        Some(("l" | "L", days)) => (Absence::Leave, days),
        _ => (Absence::Sick, text),
    }
}
