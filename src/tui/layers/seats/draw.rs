//! Drawing the map of seats: the seats to the left, what is expected and who waits to the right.

use chrono::{Datelike, Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::seats::{by_month, forecast, occupied};
use trivsel_domain::{Case, Coded, Priority, ProgrammeCode, SeatNorm, SeatNumber, Standing};

use super::{SeatMap, Side};
use crate::tui::model::Model;
use crate::tui::panes::caseload::told_wait;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::words::dates;
use crate::words::names::month_short;
use crate::words::numbers::bar;
use crate::words::text::columns;

/// From so many columns on both halves show.
const BOTH: u16 = 80;
/// How many months are looked ahead.
const MONTHS: u32 = 6;
/// Columns of a bar.
const BAR: usize = 12;

/// Draws the map in the room between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model, map: &SeatMap, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    lines::draw(frame, [title(model, map, usize::from(room.width))], room);
    let below = Rect { y: room.y + 1, height: room.height.saturating_sub(1), ..room };
    let left_width = if room.width < BOTH { room.width } else { room.width / 2 };
    let left = Rect { width: left_width, ..below };
    let right = Rect { x: below.x + left_width, width: below.width - left_width, ..below };
    if room.width >= BOTH {
        lines::draw(frame, seats(model, map, left), left);
        lines::draw(frame, ahead(model, map, right), right);
    } else if map.side == Side::Seats {
        lines::draw(frame, seats(model, map, left), left);
    } else {
        lines::draw(frame, ahead(model, map, left), left);
    }
}

/// The programme, how many seats are held, and on which date.
fn title(model: &Model, map: &SeatMap, width: usize) -> Line<'static> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let Some((profile, house)) = map.programme(model) else { return Line::default() };
    let held = occupied(&map.read.cases, profile.code(), map.on).len();
    let name = model.roster.programme_name(profile.code(), lang);
    let free = ahead_of(map, model.today(), profile.code(), house.seats).first().map(|(_, free)| *free);
    let used = match (house.seats.number(), free) {
        (Some(norm), Some(free)) if map.on > model.today() => words.with(
            "seats-expected",
            &[("held", usize::from(norm.saturating_sub(free)).into()), ("norm", usize::from(norm).into())],
        ),
        (Some(norm), _) => {
            words.with("caseload-seats", &[("held", held.into()), ("norm", usize::from(norm).into())])
        }
        (None, _) => words.with("seats-no-limit", &[("held", held.into())]),
    };
    let text = format!(" {name} · {used}");
    let date = dates::day_and_week(lang, map.on);
    let date =
        if map.on == model.today() { date } else { words.with("seats-shown-on", &[("day", date.into())]) };
    let style = if map.on == model.today() { theme.dim } else { theme.warn };
    let rest = width.saturating_sub(columns(&text) + 1);
    Cells::new().text(text, theme.accent).right(&date, rest, style).line(None)
}

fn seats(model: &Model, map: &SeatMap, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let seats = map.seats(model);
    let width = usize::from(area.width);
    let name = width.saturating_sub(27);
    let head = Cells::new()
        .right(words.get("head-seat"), 4, theme.dim)
        .gap(1)
        .left(words.get("head-child"), name, theme.dim)
        .gap(1)
        .left(words.get("head-since"), 9, theme.dim)
        .left(words.get("head-until"), 11, theme.dim);
    let mut out = vec![head.line(None)];
    let shown = usize::from(area.height).saturating_sub(1);
    let first = first_shown(map.seat, seats.len(), shown);
    for (at, (number, case)) in seats.iter().enumerate().skip(first).take(shown) {
        let selected = (map.side == Side::Seats && at == map.seat).then_some(theme.selection);
        out.push(seat(model, map, *number, *case, name).line(selected));
    }
    if seats.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("seats-nobody")), theme.dim));
    }
    out
}

/// One seat: who holds it since when, and until when that is expected or was so.
fn seat(model: &Model, map: &SeatMap, number: SeatNumber, case: Option<&Case>, name: usize) -> Cells {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let cells = Cells::new().right(&number.get().to_string(), 4, theme.dim).gap(1);
    let Some((case, stay)) = case.and_then(|c| Some((c, c.enrolment()?))) else {
        return cells.left(words.get("seats-free"), name + 21, theme.ok);
    };
    let short = |date: NaiveDate| {
        if date.year() == model.today().year() {
            dates::day_month(lang, date)
        } else {
            format!("{} {}", month_short(lang, date), date.year())
        }
    };
    let until = stay.until.or(case.expected_end);
    // An end that has passed, and yet nobody closed the case: the plan is to be looked at.
    let late = stay.until.is_none() && until.is_some_and(|end| end <= model.today());
    // Ahead, a seat whose course is expected over by then stands back.
    let gone = !late && until.is_some_and(|end| end <= map.on);
    let style = if late { theme.warn } else { theme.text };
    let who = if gone { theme.dim } else { theme.text };
    let until =
        until.map_or_else(|| "–".to_owned(), |end| format!("{}{}", if late { "▲ " } else { "" }, short(end)));
    cells
        .left(map.name(case), name, who)
        .gap(1)
        .left(&short(stay.from), 9, theme.text)
        .left(&until, 11, style)
}

/// Free seats by month, then the waiting list.
fn ahead(model: &Model, map: &SeatMap, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(area.width);
    let mut out = months(model, map);
    let waiting = map.waiting(model);
    let title = words.with("seats-waiting", &[("count", waiting.len().into())]);
    out.push(Line::styled(format!(" {title}"), theme.dim));
    let name = width.saturating_sub(29).min(30);
    let shown = usize::from(area.height).saturating_sub(out.len());
    let first = first_shown(map.place, waiting.len(), shown);
    for (at, case) in waiting.iter().enumerate().skip(first).take(shown) {
        let selected = (map.side == Side::Waiting && at == map.place).then_some(theme.selection);
        out.push(place(model, map, case, name).line(selected));
    }
    if waiting.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("caseload-empty-waiting")), theme.dim));
    }
    out
}

/// How urgent, how long, and when the family was last spoken with.
fn place(model: &Model, map: &SeatMap, case: &Case, name: usize) -> Cells {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let Standing::Waiting { priority, last_contact } = &case.standing else { return Cells::new() };
    let urgent = if *priority == Priority::Urgent { theme.warn } else { theme.text };
    let since = case.waiting_since().unwrap_or(case.referral.on);
    let spoken = last_contact.map_or_else(|| "–".to_owned(), |d| dates::day_month(lang, d));
    Cells::new()
        .gap(1)
        .left(map.name(case), name, theme.text)
        .gap(1)
        .left(words.code("priority", priority.code()), 11, urgent)
        .left(&told_wait(model, since), 8, theme.text)
        .left(&spoken, 8, theme.dim)
}

/// What is expected free from the date shown on. A date ahead is looked at from today, so that the courses expected
/// over by then have freed their seats.
fn ahead_of(
    map: &SeatMap,
    today: NaiveDate,
    programme: &ProgrammeCode,
    norm: SeatNorm,
) -> Vec<(NaiveDate, u16)> {
    let until = map.on.checked_add_months(Months::new(MONTHS)).unwrap_or(map.on);
    let all = forecast(&map.read.cases, programme, norm, today.min(map.on), until);
    let then = all.iter().rfind(|(day, _)| *day <= map.on).map(|(_, free)| (map.on, *free));
    then.into_iter().chain(all.iter().filter(|(day, _)| *day > map.on).copied()).collect()
}

/// One line a month: how many seats are expected free at its end.
fn months(model: &Model, map: &SeatMap) -> Vec<Line<'static>> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let Some((profile, house)) = map.programme(model) else { return Vec::new() };
    let Some(norm) = house.seats.number() else {
        let text = words.get("seats-no-forecast");
        return vec![Line::styled(format!(" {text}"), theme.dim), Line::default()];
    };
    let free = ahead_of(map, model.today(), profile.code(), house.seats);
    let mut out = vec![Line::styled(format!(" {}", words.get("seats-ahead")), theme.dim)];
    for (month, free) in by_month(&free, MONTHS) {
        let text = words.with("seats-free-count", &[("count", usize::from(free).into())]);
        let style = if free > 0 { theme.ok } else { theme.dim };
        let year = if month.month() == 1 { month.year().to_string() } else { String::new() };
        out.push(
            Cells::new()
                .gap(1)
                .left(month_short(lang, month), 4, theme.text)
                .left(&bar(f64::from(free) / f64::from(norm), BAR), BAR, style)
                .gap(1)
                .left(&text, 10, theme.text)
                .left(&year, 5, theme.dim)
                .line(None),
        );
    }
    out.push(Line::default());
    out
}
