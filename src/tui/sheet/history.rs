//! Who changed what, when: every change of the case, newest first, with old and new.

use trivsel_domain::Nature;

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
    let room = width.saturating_sub(1 + 13 + 6 + 6 + 2);
    sheet
        .traces
        .iter()
        .map(|trace| {
            let told = change::told(words, &model.roster.staff, &trace.change);
            let first = told.parts.first().cloned().unwrap_or_default();
            let how = match trace.nature {
                Nature::Do => "",
                Nature::Undo => words.get("status-undone"),
                Nature::Redo => words.get("status-redone"),
            };
            let line = [told.title.as_str(), first.as_str()];
            let line = line.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
            let cells = Cells::new()
                .gap(1)
                .left(&dates::day_month_year(lang, trace.at.date()), 13, theme.dim)
                .left(&dates::time(lang, trace.at.time()), 6, theme.dim)
                .left(model.roster.initials(Some(trace.by)), 5, theme.dim)
                .gap(1)
                .left(format!("{how} {line}").trim_start(), room, theme.text);
            SheetRow::new(cells, Target::Text { title: told.title, lines: told.parts })
        })
        .collect()
}
