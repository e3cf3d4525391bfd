//! Drawing the caseload: the seats, a line a case, and the one under the cursor in a few more.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::{Coded, Standing, seats};

use crate::tui::draw::wrap;
use crate::tui::model::Model;
use crate::tui::panes::line::class_of;
use crate::tui::view::CaseView;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::tui::widgets::share;
use crate::words::dates;
use crate::words::text::columns;

const NAME: usize = 18;
const CLASS: usize = 7;
const STAGE: usize = 11;
const CONTACT: usize = 7;
const DATE: usize = 9;

/// Draws the pane.
pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.caseload);
    let mut lines = vec![title(model, usize::from(area.width)), heads(model)];
    let summary = summary(model, usize::from(area.width));
    // Everyone first: the lines about one child come where there is room to spare.
    let spare = usize::from(area.height).saturating_sub(lines.len() + pane.listed.len());
    let below = if spare > summary.len() { summary.len() + 1 } else { 0 };
    let room = usize::from(area.height).saturating_sub(lines.len() + below);
    let first = first_shown(pane.cursor, pane.listed.len(), room);
    for (at, index) in pane.listed.iter().enumerate().skip(first).take(room) {
        let selected = (at == pane.cursor).then_some(theme.selection);
        lines.push(row(model, &pane.rows[*index]).line(selected));
    }
    if pane.listed.is_empty() && pane.read {
        let empty = if pane.needle.is_empty() {
            words.code("caseload-empty", pane.filter.code())
        } else {
            words.get("search-nothing")
        };
        lines.push(Line::styled(format!(" {empty}"), theme.dim));
    }
    if below > 0 {
        lines.resize_with(usize::from(area.height) - below, Line::default);
        lines.push(Line::styled("─".repeat(usize::from(area.width)), theme.dim));
        lines.extend(summary);
    }
    lines::draw(frame, lines, area);
}

/// Seats used and the next one freed are always in sight.
fn title(model: &Model, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.caseload);
    let filter = words.code("caseload-filter", pane.filter.code());
    let text = format!(" {filter} · {}", words.count("case", pane.listed.len()));
    let cases = || pane.rows.iter().map(|r| &r.case);
    let seats = model.roster.programmes.iter().filter_map(|(programme, house)| {
        let norm = house.seats.number()?;
        let held = seats::occupied(cases(), programme.code(), model.today()).len();
        let mut text =
            words.with("caseload-seats", &[("held", held.into()), ("norm", usize::from(norm).into())]);
        if let Some(free) = seats::next_freed(cases(), programme.code(), model.today()) {
            let day = dates::relative(words.lang(), free, model.today());
            text.push_str(&format!(" · {}", words.with("caseload-next-free", &[("day", day.into())])));
        }
        Some(text)
    });
    let seats = if pane.shows_closed() { String::new() } else { seats.collect::<Vec<_>>().join(" · ") };
    let room = width.saturating_sub(columns(&text) + 1);
    Cells::new().text(text, theme.text).right(&seats, room, theme.accent).line(None)
}

fn heads(model: &Model) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    Cells::new()
        .gap(2)
        .left(words.get("head-child"), NAME, theme.dim)
        .left(words.get("head-class"), CLASS, theme.dim)
        .left(words.get("head-stage"), STAGE, theme.dim)
        .left(words.get("head-contact"), CONTACT, theme.dim)
        .left(words.get("head-thirty"), share::WIDTH + 1, theme.dim)
        .left(words.get("head-talk"), DATE, theme.dim)
        .left(words.get("head-next"), DATE, theme.dim)
        .line(None)
}

fn row(model: &Model, row: &CaseView) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let lang = words.lang();
    let day = |date: Option<chrono::NaiveDate>| {
        date.map_or_else(|| "–".to_owned(), |d| dates::relative(lang, d, model.today()))
    };
    let cells = Cells::new()
        .gap(2)
        .left(row.child.name.as_str(), NAME - 1, theme.text)
        .gap(1)
        .left(&class_of(row, model.today()), CLASS, theme.text)
        .left(words.code("stage", row.case.stage().code()), STAGE - 1, theme.text)
        .gap(1)
        .left(model.roster.initials(row.case.contacts.primary), CONTACT, theme.text);
    let cells = match &row.case.standing {
        Standing::Waiting { priority, .. } => {
            cells.left(words.code("priority", priority.code()), share::WIDTH, theme.text)
        }
        Standing::Closed { closing, .. } => {
            cells.left(words.code("outcome", closing.outcome.code()), share::WIDTH, theme.text)
        }
        _ => share::add(cells, words, theme, row.figures.as_ref()),
    };
    let last = match &row.case.standing {
        Standing::Waiting { last_contact, .. } => *last_contact,
        _ => row.last_talk,
    };
    cells.gap(1).left(&day(last), DATE - 1, theme.text).gap(1).left(
        &day(row.next.as_ref().map(|n| n.date)),
        DATE,
        theme.text,
    )
}

/// The case under the cursor, in a few lines.
fn summary(model: &Model, width: usize) -> Vec<Line<'static>> {
    let Some(row) = model.caseload.selected() else { return Vec::new() };
    let (words, lang) = (&model.words, model.words.lang());
    let mut parts = vec![format!("{} · {}", row.child.name.as_str(), class_of(row, model.today()))];
    parts.extend(
        row.child.age_on(model.today()).map(|age| words.with("caseload-age", &[("age", age.into())])),
    );
    parts.extend(row.child.school.as_ref().map(|s| s.as_str().to_owned()));
    let mut lines = vec![parts.join(" · ")];
    let referred =
        words.with("caseload-referred", &[("day", dates::day_month_year(lang, row.case.referral.on).into())]);
    let seat = row.case.stay().map(|s| {
        let day = dates::day_month_year(lang, s.from);
        words.with("caseload-seat", &[("seat", usize::from(s.seat.get()).into()), ("day", day.into())])
    });
    let end = row
        .case
        .expected_end
        .map(|d| words.with("caseload-ends", &[("day", dates::day_month_year(lang, d).into())]));
    lines.push([Some(referred), seat, end].into_iter().flatten().collect::<Vec<_>>().join(" · "));
    if let Some(next) = &row.next {
        let day = dates::relative(lang, next.date, model.today());
        lines.push(format!("{} {day} · {}", words.get("detail-next"), next.title.as_str()));
    }
    let width = width.saturating_sub(2);
    lines.iter().flat_map(|l| wrap(l, width)).map(|l| Line::raw(format!(" {l}"))).collect()
}
