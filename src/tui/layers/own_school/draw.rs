//! Draws the week at the children's own schools.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::rules::reported::week_to_report;
use trivsel_domain::value::SchoolWeek;

use super::{OwnSchool, school_days};
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::share;
use trivsel_words::dates;
use trivsel_words::numbers::half_days;
use trivsel_words::reported::{days, told};

const MARKER: usize = 2;
const NAME: usize = 20;
const CLASS: usize = 5;
/// The week in words: the days attended of those possible, and who says so.
const WEEK: usize = 22;
/// The weeks before, each with its days, at most and as far as there is room.
const BEFORE: usize = 3;
const ONE_WEEK: usize = 6;
/// Blanks before the figure of the thirty days, so that its heading fits.
const THIRTY: usize = 3;

pub fn draw(frame: &mut Frame<'_>, model: &Model, list: &OwnSchool, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let (lang, width) = (words.lang(), usize::from(room.width));
    let week = list.read.week;
    let missing = list.missing().count();
    let head = Headline::new()
        .left(words.get("own-school-title"), 0)
        .left(dates::week(lang, week.monday()), 0)
        .left(dates::span(lang, week.monday(), week.friday()), 1)
        .right(words.with("own-school-missing", &[("count", missing.into())]), 0);
    let style = if week == week_to_report(model.today()) { theme.text } else { theme.warn };
    let mut out = vec![head.line(width, style, theme.dim), heads(model, week, width)];
    let after = list.read.rows.iter().any(is_after).then(|| words.get("own-school-after"));
    let foot =
        [Some(words.get("own-school-foot")), after].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let foot: Vec<Line<'static>> = wrap(&foot, width.saturating_sub(2))
        .into_iter()
        .map(|line| Line::styled(format!(" {line}"), theme.dim))
        .collect();
    let shown = usize::from(room.height).saturating_sub(out.len() + foot.len());
    let part = Part::around(list.cursor, list.read.rows.len(), shown);
    let rows = list.read.rows.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let line = |(at, one): (usize, &CaseView)| {
        let here = at == list.cursor;
        row(model, list, one, here, width).line(here.then_some(theme.selection))
    };
    out.extend(part.framed(words, theme, rows.map(line)));
    out.resize_with(usize::from(room.height).saturating_sub(foot.len()), Line::default);
    out.extend(foot);
    lines::draw(frame, out, room);
}

/// Whether the course of a row is over; its week is one of those half a year after it.
fn is_after(row: &CaseView) -> bool {
    row.case.enrolment().is_some_and(|enrolment| enrolment.until.is_some()) && !row.case.is_open()
}

fn heads(model: &Model, week: SchoolWeek, width: usize) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    let cells = Cells::new()
        .gap(MARKER)
        .left(words.get("head-child"), NAME, dim)
        .left(words.get("head-class-short"), CLASS, dim)
        .left(words.get("head-own-school"), WEEK, dim);
    let cells = before(week, width).into_iter().fold(cells, |cells, week| {
        cells.left(&dates::week_short(words.lang(), week.monday()), ONE_WEEK, dim)
    });
    cells.right(words.get("head-thirty"), share::FIGURE + THIRTY, dim).line(None)
}

/// The weeks before one that fit in a width, the oldest first.
fn before(week: SchoolWeek, width: usize) -> Vec<SchoolWeek> {
    let others = MARKER + NAME + CLASS + WEEK + THIRTY + share::FIGURE;
    let fit = (width.saturating_sub(others) / ONE_WEEK).min(BEFORE);
    let mut weeks: Vec<SchoolWeek> =
        std::iter::successors(Some(week.before()), |w| Some(w.before())).take(fit).collect();
    weeks.reverse();
    weeks
}

fn row(model: &Model, list: &OwnSchool, row: &CaseView, here: bool, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let reported = list.reported(row);
    let possible = || list.possible(school_days(model, list.read.week));
    let (week, style) = match (list.typed.filter(|_| here), reported) {
        (Some(typed), _) => {
            (words.with("own-school-waits", &[("days", days(words, typed, possible()).into())]), theme.accent)
        }
        (None, _) if here && list.possible.is_some() => (
            words.with("own-school-of", &[("days", half_days(words.lang(), possible()).into())]),
            theme.accent,
        ),
        (None, Some(week)) => (told(words, week), theme.text),
        (None, None) => ("·".to_owned(), theme.text),
    };
    let cells = Cells::new()
        .left(if here { "►" } else { "" }, MARKER, theme.dim)
        .left(&row.name.within(NAME - 1), NAME, theme.text)
        .left(&class_of(row, list.read.week.monday()), CLASS, theme.text)
        .left(&week, WEEK, style);
    let cells = before(list.read.week, width).into_iter().fold(cells, |cells, week| {
        let found = row.reported.iter().find(|w| w.monday == week).map(|w| w.days);
        let text = found.map_or_else(
            || "·".to_owned(),
            |d| {
                let half = |halves| half_days(words.lang(), halves);
                format!("{}/{}", half(d.attended()), half(d.possible()))
            },
        );
        cells.left(&text, ONE_WEEK, theme.dim)
    });
    if is_after(row) {
        return cells.right(words.get("own-school-is-after"), THIRTY + share::FIGURE, theme.dim);
    }
    share::add(cells.gap(THIRTY), words, theme, row.figures.as_ref(), 0)
}
