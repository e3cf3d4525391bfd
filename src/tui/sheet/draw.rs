//! Drawing a sheet: who it is, the views, and the rows of the one that shows.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Sheet, View, overview};
use crate::tui::model::Model;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::words::text::{clip, columns};
use crate::words::typed_class::class_on;

/// Rows above the list: who it is, and the views.
const HEAD: u16 = 2;

/// Draws the sheet in the room between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model, sheet: &Sheet, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let width = usize::from(room.width);
    lines::draw(frame, [title(sheet, model, width), views(sheet, model, width)], room);
    let below = Rect { y: room.y + HEAD, height: room.height.saturating_sub(HEAD), ..room };
    let shown = usize::from(below.height);
    let first = first_shown(sheet.cursor, sheet.count(model, width), shown);
    let rows = sheet.rows(model, width, first..first + shown);
    let out = rows.into_iter().enumerate().map(|(n, row)| {
        let selected = (first + n == sheet.cursor).then_some(model.theme.selection);
        row.cells.line(selected)
    });
    lines::draw(frame, out, below);
}

/// Name, class, stage and seat; the seats of the programme to the right.
fn title(sheet: &Sheet, model: &Model, width: usize) -> Line<'static> {
    let child = &sheet.dossier.child;
    let class = class_on(child, model.today());
    let age = child.age_on(model.today()).map(|a| model.words.with("caseload-age", &[("age", a.into())]));
    let parts: Vec<String> =
        [Some(child.name.as_str().to_owned()), class, age, Some(overview::standing(sheet, model))]
            .into_iter()
            .flatten()
            .collect();
    let seats = overview::seats_told(sheet, model).unwrap_or_default();
    let left = clip(&format!(" {}", parts.join(" · ")), width.saturating_sub(columns(&seats) + 2));
    let gap = width.saturating_sub(columns(&left) + columns(&seats) + 1);
    Line::from(vec![
        Span::styled(left, model.theme.accent),
        Span::raw(" ".repeat(gap)),
        Span::styled(seats, model.theme.dim),
    ])
}

/// The views side by side, the one that shows in brackets and always on the screen.
fn views(sheet: &Sheet, model: &Model, width: usize) -> Line<'static> {
    let words = &model.words;
    let name = |view: View| {
        let name = words.code("sheet", view.code());
        match view {
            View::Timeline if sheet.view == view => {
                format!("{name}: {}", words.code("timeline", sheet.sort.code()))
            }
            _ => name.to_owned(),
        }
    };
    let labels: Vec<(bool, String)> = View::ALL
        .into_iter()
        .map(|v| {
            (
                v == sheet.view,
                if v == sheet.view { format!("[{}]", name(v)) } else { format!(" {} ", name(v)) },
            )
        })
        .collect();
    // What lies left of the view that shows goes first where there is not room for all.
    let wide = |from: usize| labels.iter().skip(from).map(|(_, l)| columns(l)).sum::<usize>();
    let here = labels.iter().position(|(on, _)| *on).unwrap_or(0);
    let first = (0..=here).find(|n| wide(*n) <= width || *n == here).unwrap_or(0);
    let spans: Vec<Span<'static>> = labels
        .into_iter()
        .skip(first)
        .map(|(on, label)| Span::styled(label, if on { model.theme.accent } else { model.theme.dim }))
        .collect();
    Line::from(spans)
}
