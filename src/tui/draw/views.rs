//! The views that a key turns through where the user is, for the upper rule.

use crate::layers::Layer;
use crate::model::{Model, Pane};
use crate::panes::{agenda, attendance, calendar, caseload, talks, teaching};
use crate::widgets::tabs::Tabs;

/// The views of the topmost layer that has some, or of the pane. Nothing where there is only one.
pub(super) fn of(model: &Model) -> Option<Tabs> {
    let words = &model.words;
    for layer in model.layers.iter().rev() {
        match layer {
            Layer::Sheet(sheet) => return sheet.selections(words),
            Layer::Seats(map) => return map.programmes(model),
            Layer::HouseFigures(page) => return Some(page.kinds(words)),
            Layer::Access(page) => return Some(page.views(words)),
            Layer::Found(list) => return Some(list.orders(words)),
            Layer::Proposals(list) => return Some(list.views(words)),
            Layer::Form(_)
            | Layer::Scores(_)
            | Layer::Counted(_)
            | Layer::StaffLoad(_)
            | Layer::Request(_)
            | Layer::Chooser(_)
            | Layer::SchoolYear(_)
            | Layer::Moves(_)
            | Layer::OwnSchool(_)
            | Layer::Lock(_) => return None,
            // These lie beside what they belong to, which still shows.
            Layer::Help(_)
            | Layer::Palette(_)
            | Layer::Prompt(_)
            | Layer::Question(_)
            | Layer::Reader(_)
            | Layer::Drafts(_)
            | Layer::FreeTimes(_)
            | Layer::HouseLists(_) => {}
        }
    }
    let tabs = match model.pane {
        Pane::Caseload if model.agenda.shown => agenda::views(model),
        Pane::Caseload => caseload::views(model),
        Pane::Calendar => calendar::views(model),
        Pane::Talks => talks::views(model),
        Pane::Teaching => teaching::views(model),
        Pane::Attendance => attendance::views(model),
    };
    Some(tabs).filter(|tabs| tabs.names.len() > 1)
}

/// What the view shows, then the same shorter, where the pane has no room for a title of its own.
pub(super) fn title(model: &Model) -> Option<[String; 2]> {
    let hidden = model.layers.iter().any(|layer| {
        matches!(
            layer,
            Layer::Sheet(_)
                | Layer::Proposals(_)
                | Layer::Seats(_)
                | Layer::Found(_)
                | Layer::Form(_)
                | Layer::Scores(_)
                | Layer::Counted(_)
                | Layer::HouseFigures(_)
                | Layer::StaffLoad(_)
                | Layer::Access(_)
                | Layer::Request(_)
                | Layer::Lock(_)
        )
    });
    (model.pane == Pane::Calendar && !hidden).then(|| calendar::title(model))
}
