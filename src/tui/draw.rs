//! Draws the frame, the pane and the layers above it. Drawing changes nothing.

pub(super) mod frame;
mod layers;
mod steady;
mod views;
mod wrap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub use wrap::{wrap, wrap_within, wrapped};

use super::layers::lock;
use super::model::{Model, Pane};
use super::panes::{agenda, attendance, calendar, caseload, talks, teaching};
use super::widgets::lines;

/// The smallest screen, in columns and rows. A smaller one shows a message that asks for more room.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Draws the screen.
pub fn draw(out: &mut Frame<'_>, model: &Model) {
    place(out, model);
    steady::settle(out.buffer_mut());
}

fn place(out: &mut Frame<'_>, model: &Model) {
    let area = out.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(out, model, area);
        return;
    }
    if lock::is_locked(model) {
        layers::locked(out, model, area);
        return;
    }
    let room = frame::draw(out, model);
    match model.pane {
        Pane::Caseload if model.agenda.shown => agenda::draw(out, model, room),
        Pane::Caseload => caseload::draw(out, model, room),
        Pane::Calendar => calendar::draw(out, model, room),
        Pane::Talks => talks::draw(out, model, room),
        Pane::Teaching => teaching::draw(out, model, room),
        Pane::Attendance => attendance::draw::draw(out, model, room),
    }
    for layer in &model.layers {
        layers::draw(out, model, layer, room);
    }
}

/// Asks for a larger window. The text says that nothing is lost, and shows no names.
fn too_small(out: &mut Frame<'_>, model: &Model, area: Rect) {
    let size = [("width", usize::from(SMALLEST.0).into()), ("height", usize::from(SMALLEST.1).into())];
    let text = model.words.with("screen-too-small", &size);
    let lines: Vec<Line<'static>> = wrap(&text, usize::from(area.width)).into_iter().map(Line::raw).collect();
    lines::draw(out, lines, area);
}
