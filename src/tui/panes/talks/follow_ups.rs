//! Ends a follow-up as done or dropped, with an optional line about it, and draws the list of follow-ups.

use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{FollowUp, FollowUpEnd};

use super::Row;
use crate::child_name::ChildName;
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::{dates, talk as told};

/// Asks for the result and ends the follow-up as done.
pub(super) fn done(model: &mut Model) -> Effect {
    ask(model, FollowUpEnd::Done, "prompt-follow-up-done")
}

/// Asks for the reason and ends the follow-up as dropped.
pub(super) fn dropped(model: &mut Model) -> Effect {
    ask(model, FollowUpEnd::Dropped, "prompt-follow-up-dropped")
}

fn ask(model: &mut Model, how: FollowUpEnd, label: &str) -> Effect {
    let Some(Row::FollowUp(one)) = model.talks.selected() else {
        model.refuse_with("talks-choose-follow-up");
        return Effect::None;
    };
    let purpose = Purpose::EndFollowUp(one.id, how);
    let label = model.words.get(label).to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(purpose, label)));
    Effect::None
}

/// The child's name, or the place of the consultation that the follow-up comes from.
#[must_use]
pub fn subject(model: &Model, one: &FollowUp) -> ChildName {
    let name = one.case.and_then(|c| model.talks.name_of(c));
    let place = || model.talks.places.get(&one.talk).map(|place| place.as_str().into());
    name.cloned().or_else(place).unwrap_or_else(|| "–".into())
}

const DUE: usize = 13;
const NAME: usize = 20;
const WHO: usize = 7;

/// The columns of what was agreed.
fn what(width: usize) -> usize {
    width.saturating_sub(1 + 2 + DUE + NAME + WHO)
}

/// The headings of the list of follow-ups.
pub(super) fn heads(model: &Model, width: usize) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    Cells::new()
        .gap(3)
        .left(words.get("head-due"), DUE, dim)
        .left(words.get("head-child"), NAME, dim)
        .left(words.get("head-who"), WHO, dim)
        .left(words.get("head-what"), what(width), dim)
        .line(None)
}

/// One follow-up as a line.
pub(super) fn row(model: &Model, one: &FollowUp, width: usize) -> Cells {
    let (theme, lang) = (&model.theme, model.words.lang());
    let (mark, style): (&str, Style) = if one.is_overdue(model.today()) {
        ("▲", theme.alarm)
    } else if one.due == model.today() {
        (" ", theme.warn)
    } else {
        (" ", theme.text)
    };
    let name = subject(model, one);
    let who = told::doer(&model.roster.staff, &one.who);
    Cells::new()
        .gap(1)
        .left(mark, 2, style)
        .left(&dates::relative(lang, one.due, model.today()), DUE, style)
        .left(&name.within(NAME - 1), NAME - 1, theme.text)
        .gap(1)
        .left(&who, WHO - 1, theme.dim)
        .gap(1)
        .left(one.what.as_str(), what(width), theme.text)
}
