//! Draws a sheet: a heading, the names of the views, and the rows of the selected view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Sheet, Sort, View, overview};
use crate::model::Model;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::tabs::Tabs;
use trivsel_words::typed_class::class_on;

/// Rows above the list: the heading, and the names of the views.
const HEAD: u16 = 2;

pub fn draw(frame: &mut Frame<'_>, model: &Model, sheet: &Sheet, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let width = usize::from(room.width);
    lines::draw(frame, [title(sheet, model, width), views(sheet, model, width)], room);
    let below = Rect { y: room.y + HEAD, height: room.height.saturating_sub(HEAD), ..room };
    let part = Part::around(sheet.cursor, sheet.count(model, width), usize::from(below.height));
    let rows = sheet.rows(model, width, part.rows.clone());
    let out = part.rows.clone().zip(rows).map(|(at, row)| {
        let selected = (at == sheet.cursor).then_some(model.theme.selection);
        row.cells.line(selected)
    });
    lines::draw(frame, part.framed(&model.words, &model.theme, out), below);
}

/// Name, class, stage and seat on the left, the seats of the programme on the right.
fn title(sheet: &Sheet, model: &Model, width: usize) -> Line<'static> {
    let child = &sheet.dossier.child;
    let age = child.age_on(model.today()).map(|a| model.words.with("caseload-age", &[("age", a.into())]));
    let name = model.roster.namesakes.name(child);
    // Without the class, children of one name look the same.
    let rank = if name == name.beside_class() { 2 } else { 0 };
    let head = Headline::new()
        .left(name.beside_class().to_string(), 0)
        .left(class_on(child, model.today()).unwrap_or_default(), rank)
        .left(age.unwrap_or_default(), 9);
    let standing = overview::standing(&sheet.dossier.case, model);
    // The stage ranks first. The other parts are shown as far as there is room.
    let ranks = [1, 3, 4, 5, 6];
    let head = standing.into_iter().zip(ranks).fold(head, |head, (part, rank)| head.left(part, rank));
    let seats = overview::seats_told(sheet, model).unwrap_or_default();
    head.right(seats, 7).line(width, model.theme.accent, model.theme.dim)
}

/// The names of the views in one line.
fn views(sheet: &Sheet, model: &Model, width: usize) -> Line<'static> {
    let names = View::ALL.into_iter().map(|v| name(sheet, model, v)).collect();
    let here = View::ALL.iter().position(|v| *v == sheet.view).unwrap_or(0);
    Line::from(Tabs { names, here }.spans(width, model.theme.accent, model.theme.dim))
}

/// The name of a view, with its current selection.
fn name(sheet: &Sheet, model: &Model, view: View) -> String {
    let words = &model.words;
    let name = words.code("sheet", view.code());
    match view {
        _ if sheet.view != view => name.to_owned(),
        View::Timeline if sheet.sort == Sort::All => name.to_owned(),
        View::Timeline => format!("{name}: {}", words.code("timeline", sheet.sort.code())),
        View::History => format!("{name}: {}", words.code("history", sheet.topic.code())),
        _ => name.to_owned(),
    }
}
