//! Who changed what, when: every change of the case, newest first, with old and new.

use super::{Sheet, SheetRow, Target};
use crate::tui::model::Model;
use crate::tui::widgets::cells::Cells;
use crate::words::{change, dates};

/// The rows.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    if sheet.traces.is_empty() {
        return vec![SheetRow::plain(words.get("sheet-history-empty"), theme.dim)];
    }
    let room = width.saturating_sub(1 + 12 + 6 + 6 + 2);
    sheet
        .traces
        .iter()
        .map(|trace| {
            let told = change::told(words, &model.roster.staff, &trace.change);
            let first = told.parts.first().cloned().unwrap_or_default();
            let cells = Cells::new()
                .gap(1)
                .left(&dates::day_month_year(lang, trace.at.date()), 12, theme.dim)
                .left(&dates::time(lang, trace.at.time()), 6, theme.dim)
                .left(model.roster.initials(Some(trace.by)), 5, theme.dim)
                .gap(1)
                .left(&format!("{} · {first}", told.title), room, theme.text);
            SheetRow::new(cells, Target::Text { title: told.title, lines: told.parts })
        })
        .collect()
}
