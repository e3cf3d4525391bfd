//! What a figure counts: for every figure under the cursor the days, or the things, that it is made of.

mod attendance;
mod case;
mod house;
mod lists;
mod scores;
mod teaching;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::CaseId;

pub use self::case::{CountedRead, Place};
pub use self::scores::{change_of, change_told};
use super::Layer;
use crate::cursor::moved;
use crate::draw::wrap;
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::model::{Model, Pane};
use crate::panes::attendance::View;
use crate::widgets::cells::Cells;
use crate::widgets::list::Part;
use crate::widgets::{lines, popup};
use trivsel_words::text::columns;

/// The most figures that are listed at once, and the fewest lines for the days below them, which have two fifths.
const LISTED: usize = 8;
const FEWEST: usize = 4;
/// A box with fewer lines lists fewer figures.
const TALL: usize = 20;
const SHORT: usize = 5;
/// The widest that the first column of the days gets, and the second, in columns.
const WHEN: usize = 22;
const WHAT: usize = 40;

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure, with its name.
    pub name: String,
    /// What it counts, over which dates, and by which count.
    pub how: Vec<String>,
    /// What it is made of.
    pub rows: Vec<Row>,
}

/// One day, week or thing that a figure is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The day, or what stands for one.
    pub when: String,
    /// The mark, or what else it is.
    pub what: String,
    /// What it counts as.
    pub counts: String,
}

#[derive(Debug)]
pub struct Counted {
    /// The child, member of staff or programme that the figures are of.
    of: String,
    figures: Vec<Figure>,
    /// The figure that is open.
    at: usize,
    /// The rows scrolled past.
    scroll: usize,
    /// The child, the day and the place that they were asked for; nothing for those of no child.
    asked: Option<(CaseId, NaiveDate, Place)>,
}

impl Counted {
    /// Reads the figures of a child again.
    #[must_use]
    pub fn query(&self) -> Option<Query> {
        self.asked.map(|(case, date, place)| Query::Counted(case, date, place))
    }
}

/// Opens the figures under the cursor. Those of a child are read, which is logged.
pub fn open(model: &mut Model) -> Effect {
    let today = model.today();
    let of_case = |case, date, place| Effect::Load(Query::Counted(case, date, place));
    match model.layers.last() {
        Some(Layer::Sheet(sheet)) => return of_case(sheet.dossier.case.id, today, Place::Sheet),
        Some(Layer::OwnSchool(list)) => match list.case() {
            Some(case) => return of_case(case, list.week().friday(), Place::OwnSchool),
            None => model.refuse_with("counted-none"),
        },
        Some(Layer::Scores(all)) => {
            let (of, figures) = (all.name.clone(), scores::figures(model, all));
            show(model, of, figures);
        }
        Some(Layer::Seats(map)) => {
            let (of, figures) = house::seats_of(model, map);
            show(model, of, figures);
        }
        Some(Layer::StaffLoad(load)) => {
            let (of, figures) = house::staff(model, load);
            show(model, of, figures);
        }
        Some(_) => return Effect::NotHere,
        None => return in_pane(model),
    }
    Effect::None
}

fn in_pane(model: &mut Model) -> Effect {
    if model.pane == Pane::Attendance && model.attendance.view == View::WholeHouse {
        let (of, figures) = house::map(model);
        show(model, of, figures);
        return Effect::None;
    }
    let (today, pane) = (model.today(), &model.attendance);
    let asked = match model.pane {
        Pane::Caseload => {
            let place = if model.agenda.shown { Place::Today } else { Place::Caseload };
            model.selected_case().map(|case| (case, today, place))
        }
        Pane::Attendance => pane.selected().map(|row| (row.case.id, pane.date, Place::Register(pane.view))),
        Pane::Teaching => model.teaching.case().map(|case| (case, today, Place::Teaching)),
        Pane::Calendar | Pane::Talks => None,
    };
    match asked {
        Some((case, date, place)) => Effect::Load(Query::Counted(case, date, place)),
        None => {
            let (of, figures) = match model.pane {
                Pane::Caseload if model.agenda.shown => lists::today(model),
                Pane::Calendar => lists::calendar(model),
                Pane::Talks => lists::talks(model),
                Pane::Caseload | Pane::Teaching | Pane::Attendance => (String::new(), Vec::new()),
            };
            show(model, of, figures);
            Effect::None
        }
    }
}

/// Shows the figures of a child that were read, or updates them where they are open.
pub fn take(model: &mut Model, read: &CountedRead) {
    let figures = case::figures(model, read);
    let asked = Some((read.line.case.id, read.date, read.place));
    let open = model.layers.iter_mut().find_map(|layer| match layer {
        Layer::Counted(counted) if counted.asked == asked => Some(counted),
        _ => None,
    });
    if let Some(counted) = open {
        counted.at = counted.at.min(figures.len().saturating_sub(1));
        counted.figures = figures;
        return;
    }
    show(model, read.line.name.to_string(), figures);
    if let Some(Layer::Counted(counted)) = model.layers.last_mut() {
        counted.asked = asked;
    }
}

fn show(model: &mut Model, of: String, figures: Vec<Figure>) {
    if figures.is_empty() {
        model.refuse_with("counted-none");
        return;
    }
    model.status = None;
    model.layers.retain(|layer| !matches!(layer, Layer::Counted(_)));
    model.layers.push(Layer::Counted(Box::new(Counted { of, figures, at: 0, scroll: 0, asked: None })));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Counted(counted)) = model.layers.last_mut() else { return None };
    let rows = counted.figures.get(counted.at).map_or(0, |f| f.rows.len());
    if let Some(row) = moved(command, counted.scroll, rows) {
        counted.scroll = row;
        return Some(Effect::None);
    }
    let last = counted.figures.len().saturating_sub(1);
    let to = match command {
        Command::Left => counted.at.saturating_sub(1),
        Command::Right => (counted.at + 1).min(last),
        Command::Back => {
            model.layers.pop();
            return Some(Effect::None);
        }
        _ => return None,
    };
    if to != counted.at {
        (counted.at, counted.scroll) = (to, 0);
    }
    Some(Effect::None)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, counted: &Counted, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let title = format!("{} · {}", words.get("counted-title"), counted.of);
    let inner = popup::draw(frame, room, room.width, room.height, &title, theme.accent);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let (width, height) = (usize::from(inner.width), usize::from(inner.height));
    let Some(figure) = counted.figures.get(counted.at) else { return };
    let days = (height * 2 / 5).max(FEWEST);
    let most = if height < TALL { SHORT } else { LISTED };
    let listed = most.min(height.saturating_sub(days + 3)).max(1);
    let part = Part::around(counted.at, counted.figures.len(), listed);
    let names = counted.figures.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let mut out = part.framed(
        words,
        theme,
        names.map(|(n, one)| {
            let selected = (n == counted.at).then_some(theme.selection);
            let sign = if n == counted.at { "►" } else { " " };
            let name = Cells::new().text(format!("{sign} "), theme.text);
            name.left(&one.name, width.saturating_sub(2), theme.text).line(selected)
        }),
    );
    let room = height.saturating_sub(out.len() + days + 1);
    // A name that is cut above is written out.
    let cut = (columns(&figure.name) + 2 > width).then_some(&figure.name);
    let mut how: Vec<String> =
        cut.into_iter().chain(&figure.how).flat_map(|text| wrap(text, width.saturating_sub(2))).collect();
    if how.len() > room {
        how.truncate(room);
        how.last_mut().into_iter().for_each(|last| last.push_str(" …"));
    }
    out.extend(how.into_iter().map(|text| Line::styled(text, theme.dim)));
    out.push(Line::styled("─".repeat(width), theme.dim));
    let part = Part::scrolled(counted.scroll, figure.rows.len(), height.saturating_sub(out.len()));
    let widest = |of: fn(&Row) -> &str, most: usize| {
        figure.rows.iter().map(|row| columns(of(row))).max().unwrap_or(0).min(most)
    };
    let (when, what) = (widest(|row| &row.when, WHEN), widest(|row| &row.what, WHAT));
    let row = |row: &Row| {
        let cells = Cells::new().left(&row.when, when, theme.text).gap(2).left(&row.what, what, theme.text);
        let rest = width.saturating_sub(when + what + 4);
        cells.gap(2).left(&row.counts, rest, theme.text).line(None)
    };
    let shown = figure.rows.iter().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, shown.map(row)));
    if figure.rows.is_empty() {
        out.push(Line::styled(words.get("counted-nothing").to_owned(), theme.dim));
    }
    lines::draw(frame, out, inner);
}
