//! Draws a sheet: a heading, the names of the views, and the rows of the selected view with its pictures.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::{Sheet, Sort, Stretch, View, analysis, development, glance, overview, track};
use crate::model::Model;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::tabs::Tabs;
use trivsel_words::typed_class::class_on;

/// Rows above the list: the heading, and the names of the views.
const HEAD: u16 = 2;
/// A sheet with as many lines has some to spare.
const ROOMY: usize = 28;

pub fn draw(frame: &mut Frame<'_>, model: &Model, sheet: &Sheet, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let width = usize::from(room.width);
    lines::draw(frame, [title(sheet, model, width), views(sheet, model, width)], room);
    let below = Rect { y: room.y + HEAD, height: room.height.saturating_sub(HEAD), ..room };
    let above = above(sheet, model, width);
    let taken = u16::try_from(above.len()).unwrap_or(0).min(below.height);
    lines::draw(frame, above, below);
    let below = Rect { y: below.y + taken, height: below.height - taken, ..below };
    let below = beside(frame, model, sheet, below);
    let part = Part::around(sheet.cursor, sheet.count(model, width), usize::from(below.height));
    let rows = sheet.rows(model, width, part.rows.clone());
    let out = part.rows.clone().zip(rows).map(|(at, row)| {
        let selected = (at == sheet.cursor).then_some(model.theme.selection);
        row.cells.line(selected)
    });
    lines::draw(frame, part.framed(&model.words, &model.theme, out), below);
}

/// The lines below the heading and the names of the views.
#[must_use]
pub(super) fn below(model: &Model) -> usize {
    usize::from(model.room().1.saturating_sub(HEAD))
}

/// The picture above the rows of the view.
fn above(sheet: &Sheet, model: &Model, width: usize) -> Vec<Line<'static>> {
    match sheet.view {
        View::Overview if sheet.stretch == Stretch::Now => {
            let mut lines = track::lines(sheet, model, width);
            // A blank line stands below the track where there is room.
            lines.extend((below(model) >= ROOMY).then(Line::default));
            lines
        }
        View::Overview => development::picture(sheet, model, width, below(model)),
        View::Analysis => analysis::picture(sheet, model, width),
        _ => Vec::new(),
    }
}

/// The columns of the rows of the view, in a sheet of a width.
#[must_use]
pub(super) fn rows_width(sheet: &Sheet, model: &Model, width: usize) -> usize {
    let at_a_glance = sheet.view == View::Overview && sheet.stretch == Stretch::Now;
    if at_a_glance { glance::rows_width(width, below(model)) } else { width }
}

/// Draws the pictures beside the rows, and returns the area of the rows.
fn beside(frame: &mut Frame<'_>, model: &Model, sheet: &Sheet, area: Rect) -> Rect {
    let rows = rows_width(sheet, model, usize::from(area.width));
    let Some(wide) = area.width.checked_sub(u16::try_from(rows).unwrap_or(u16::MAX)).filter(|n| *n > 0)
    else {
        return area;
    };
    let left = Rect { width: area.width - wide, ..area };
    let right = lines::draw_edge(frame, &model.theme, Rect { x: left.right(), width: wide, ..area });
    let right = Rect { x: right.x + 1, width: right.width.saturating_sub(2), ..right };
    let pictures = glance::lines(sheet, model, usize::from(right.width), usize::from(right.height));
    lines::draw(frame, pictures, right);
    left
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
    head.right(seats, 7).line(width, strong(model), model.theme.dim)
}

/// The accent of the screen belongs to the pane.
fn strong(model: &Model) -> Style {
    model.theme.text.add_modifier(Modifier::BOLD)
}

/// The names of the views in one line.
fn views(sheet: &Sheet, model: &Model, width: usize) -> Line<'static> {
    let names = View::ALL.into_iter().map(|v| name(sheet, model, v)).collect();
    let here = View::ALL.iter().position(|v| *v == sheet.view).unwrap_or(0);
    Line::from(Tabs { names, here }.spans(width, strong(model), model.theme.dim))
}

/// The name of a view, with its current selection.
fn name(sheet: &Sheet, model: &Model, view: View) -> String {
    let words = &model.words;
    let name = words.code("sheet", view.code());
    match view {
        _ if sheet.view != view => name.to_owned(),
        View::Overview if sheet.stretch == Stretch::Now => name.to_owned(),
        View::Overview => format!("{name}: {}", words.code("stretch", sheet.stretch.code())),
        View::Timeline if sheet.sort == Sort::All => name.to_owned(),
        View::Timeline => format!("{name}: {}", words.code("timeline", sheet.sort.code())),
        View::History => format!("{name}: {}", words.code("history", sheet.topic.code())),
        _ => name.to_owned(),
    }
}
