//! Draws the seat map: the seats on the left, the forecast and the waiting list on the right.

use chrono::{Datelike, Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::record::{Case, Priority, Standing};
use trivsel_domain::rules::seats::{by_month, forecast, occupied};
use trivsel_domain::value::{Coded, ProgrammeCode, SeatNorm, SeatNumber};

use super::{SeatMap, Side};
use crate::model::Model;
use crate::panes::caseload::told_wait;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use trivsel_words::dates;
use trivsel_words::names::month_short;
use trivsel_words::numbers::bar;

/// From this width, in columns, both halves are shown.
const BOTH: u16 = 80;
/// The width of the seats out of `BOTH` columns. The waiting list gets more, since its lines are longer.
const SEATS: u16 = 37;
/// The number of months in the forecast.
const MONTHS: u32 = 6;
/// The columns of a line of the waiting list without the name.
const WAITING: usize = 1 + 3 + 1 + 11 + 8 + 8;
/// The columns of a line of the seats without the name.
const LINE: usize = NUMBER + 1 + 1 + 9 + 10;
/// The columns of the number of a seat.
const NUMBER: usize = 3;
/// The width of a bar, in columns.
const BAR: usize = 12;

pub fn draw(frame: &mut Frame<'_>, model: &Model, map: &SeatMap, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    lines::draw(frame, [title(model, map, usize::from(room.width))], room);
    let below = Rect { y: room.y + 1, height: room.height.saturating_sub(1), ..room };
    let left_width = if room.width < BOTH { room.width } else { room.width * SEATS / BOTH };
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

/// The programme, the seats in use, and the date.
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
    let (day, week) = (dates::day_short_seen(lang, map.on, model.today()), dates::week(lang, map.on));
    let today = map.on == model.today();
    let day = if today { day } else { words.with("seats-shown-on", &[("day", day.into())]) };
    let style = if today { theme.dim } else { theme.warn };
    // A date other than today is always shown.
    let head = Headline::new().left(name, 0).left(used, 1).right(day, if today { 2 } else { 0 });
    head.right(week, 3).line(width, theme.accent, style)
}

fn seats(model: &Model, map: &SeatMap, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let seats = map.seats(model);
    let width = usize::from(area.width);
    let name = width.saturating_sub(LINE);
    let head = Cells::new()
        .right(words.get("head-seat"), NUMBER, theme.dim)
        .gap(1)
        .left(words.get("head-child"), name, theme.dim)
        .gap(1)
        .left(words.get("head-since"), 9, theme.dim)
        .left(words.get("head-until"), 10, theme.dim);
    let mut out = vec![head.line(None)];
    let shown = usize::from(area.height).saturating_sub(1);
    let part = Part::around(map.seat, seats.len(), shown);
    let line = |(at, (number, case)): (usize, &(SeatNumber, Option<&Case>))| {
        let selected = (map.side == Side::Seats && at == map.seat).then_some(theme.selection);
        seat(model, map, *number, *case, name).line(selected)
    };
    let rows = seats.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, rows.map(line)));
    if seats.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("seats-nobody")), theme.dim));
    }
    out
}

/// One seat: who holds it, since when, and its expected or actual end.
fn seat(model: &Model, map: &SeatMap, number: SeatNumber, case: Option<&Case>, name: usize) -> Cells {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let cells = Cells::new().right(&number.get().to_string(), NUMBER, theme.dim).gap(1);
    let Some((case, stay)) = case.and_then(|c| Some((c, c.enrolment()?))) else {
        return cells.left(words.get("seats-free"), name + 20, theme.text);
    };
    let short = |date: NaiveDate| {
        if date.year() == model.today().year() {
            dates::day_month(lang, date)
        } else {
            dates::month_short_year(lang, date)
        }
    };
    let until = stay.until.or(case.expected_end);
    // The expected end has passed and the case is still open, so the plan needs a look.
    let late = stay.until.is_none() && until.is_some_and(|end| end <= model.today());
    // On a future date, a seat whose course is expected to have ended is drawn dim.
    let gone = !late && until.is_some_and(|end| end <= map.on);
    let style = if late { theme.warn } else { theme.text };
    let who = if gone { theme.dim } else { theme.text };
    let until =
        until.map_or_else(|| "–".to_owned(), |end| format!("{}{}", if late { "▲ " } else { "" }, short(end)));
    cells
        .left(&map.name(model, case).within(name), name, who)
        .gap(1)
        .left(&short(stay.from), 9, theme.text)
        .left(&until, 10, style)
}

/// The free seats by month, then the waiting list.
fn ahead(model: &Model, map: &SeatMap, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(area.width);
    let mut out = months(model, map);
    let waiting = map.waiting(model);
    let title = words.with("seats-waiting", &[("count", waiting.len().into())]);
    out.push(Line::styled(format!(" {title}"), theme.dim));
    let name = width.saturating_sub(WAITING).min(30);
    if !waiting.is_empty() {
        out.push(waiting_heads(model, name));
    }
    let shown = usize::from(area.height).saturating_sub(out.len());
    let part = Part::around(map.place, waiting.len(), shown);
    let line = |(at, case): (usize, &&Case)| {
        let selected = (map.side == Side::Waiting && at == map.place).then_some(theme.selection);
        place(model, map, case, name).line(selected)
    };
    let rows = waiting.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, rows.map(line)));
    if waiting.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("caseload-empty-waiting")), theme.dim));
    }
    out
}

fn waiting_heads(model: &Model, name: usize) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    Cells::new()
        .gap(1)
        .left(words.get("head-child"), name, dim)
        .right(words.get("head-age-short"), 3, dim)
        .gap(1)
        .left(words.get("head-priority"), 11, dim)
        .left(words.get("head-waited"), 8, dim)
        .left(words.get("head-last-contact-shortest"), 8, dim)
        .line(None)
}

/// One line of the waiting list: age, priority, time waited, and last contact with the family.
fn place(model: &Model, map: &SeatMap, case: &Case, name: usize) -> Cells {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let Standing::Waiting { priority, last_contact } = &case.standing else { return Cells::new() };
    let urgent = if *priority == Priority::Urgent { theme.warn } else { theme.text };
    let since = case.waiting_since().unwrap_or(case.referral.on);
    let spoken =
        last_contact.map_or_else(|| "–".to_owned(), |d| dates::day_month_seen(lang, d, model.today()));
    let age = map.age(case, model.today()).map_or_else(|| "–".to_owned(), |a| a.to_string());
    Cells::new()
        .gap(1)
        .left(&map.name(model, case).within(name), name, theme.text)
        .right(&age, 3, theme.text)
        .gap(1)
        .left(words.code("priority", priority.code()), 11, urgent)
        .left(&told_wait(model, since), 8, theme.text)
        .left(&spoken, 8, theme.dim)
}

/// The seats expected free from the date shown. The forecast of a future date starts today, since courses expected to
/// end before that date free their seats.
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

/// One line for each month: the seats expected free at its end.
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
        let style = if free > 0 { theme.text } else { theme.dim };
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
