//! The school year of the house as a map: the share of each day, with the figures of the day under the cursor.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::heat::{DayCount, HouseYear, Level};

use super::act::ROW_LETTERS;
use super::map::{self, Map, level_sign, level_style};
use crate::draw::wrapped;
use crate::model::Model;
use crate::panes::closed::closed;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::cut;
use trivsel_words::names::month_short;
use trivsel_words::numbers::{bar, half_days, percent, percent_or_dash};
use trivsel_words::{dates, heat};

/// The columns of the share of a weekday, with a blank before it.
const SHARE: usize = 7;
/// The columns of a month's name, its bar and its share.
const MONTH: usize = 5;
const BAR: usize = 9;
const FIGURE: usize = 9;
/// The columns of a child's letter and name, beyond those of a weekday.
const NAME: usize = 20;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, date) = (&model.words, &model.theme, model.attendance.date);
    let map = Map::of(date);
    let width = usize::from(area.width);
    let year = model.attendance.house_year.as_ref().filter(|year| year.year() == map.year());
    let so_far = year.map(|year| year.sum(map.year().first_day(), model.today()));
    let share = so_far.and_then(|sum| sum.share());
    let head = Headline::new().left(words.get("house-map-title"), 0).left(map.name(words), 1);
    let share =
        share.map(|share| words.with("house-map-share", &[("share", percent(words.lang(), share).into())]));
    let head = head.right(share.unwrap_or_default(), 2).line(width, theme.text, theme.dim);
    let mut lines = vec![head, Line::default(), map.months(words, theme.dim)];
    for weekday in 0..5 {
        let sum: Option<DayCount> = year.map(|year| {
            map.days(weekday).filter(|d| *d <= model.today()).filter_map(|d| year.on(d)).copied().sum()
        });
        let share = sum.and_then(|sum| sum.share()).filter(|_| width >= map::WIDTH + SHARE);
        let share = share.map_or_else(String::new, |share| format!("{:>5}", percent(words.lang(), share)));
        let sign = |day| sign(model, year, day);
        lines.push(map.line(theme, (map.weekday(words, weekday), map::LEFT), weekday, sign, &share));
    }
    lines.push(Line::default());
    lines.extend(of_day(model, year, width));
    lines.push(Line::default());
    lines.extend(so_far.iter().flat_map(|sum| of_year(model, map, sum, width)));
    lines.push(Line::default());
    lines.extend(map::legend(theme, words.get("house-map-legend"), width));
    let children = children(model, map, year, width);
    // Where they have no room otherwise, the children take that of blank lines.
    let over = (lines.len() + 1 + children.len()).saturating_sub(usize::from(area.height));
    let blank = |line: &Line<'_>| line.spans.is_empty();
    if !children.is_empty() && over <= lines.iter().filter(|line| blank(line)).count() + 1 {
        lines.push(Line::default());
        for _ in 0..over {
            if let Some(last) = lines.iter().rposition(blank) {
                lines.remove(last);
            }
        }
        lines.extend(children);
    }
    if lines.len() > usize::from(area.height) {
        lines.retain(|l| !l.spans.is_empty());
    }
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

/// The weeks of each child, one line a child.
fn children(model: &Model, map: Map, year: Option<&HouseYear>, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let (Some(year), true) = (year, width >= map::WIDTH + NAME + SHARE) else { return Vec::new() };
    let rows = model.attendance.rows().iter().zip(ROW_LETTERS);
    let line = |(row, letter): (&CaseView, char)| {
        let weeks = year.weeks_of(row.case.id)?;
        let sign = |date: NaiveDate| {
            let sum = weeks.get(&monday_of(date)).filter(|_| monday_of(date) <= model.today());
            let (sign, style) = match sum {
                None => (" ", theme.dim),
                Some(sum) if sum.expected == 0 => (" ", theme.dim),
                Some(sum) => sum
                    .share()
                    .map(Level::of)
                    .map_or(("·", theme.dim), |level| (level_sign(level), level_style(theme, level))),
            };
            (sign.to_owned(), style)
        };
        let past = weeks.range(..=model.today()).map(|(_, sum)| *sum).sum::<DayCount>();
        let share = percent_or_dash(words.lang(), past.share());
        let name = format!("{letter} {}", row.name.within(NAME + map::LEFT - 4));
        Some(map.line(theme, (&name, NAME + map::LEFT), 0, sign, &format!("{share:>5}")))
    };
    let lines: Vec<Line<'static>> = rows.filter_map(line).collect();
    if lines.is_empty() {
        return lines;
    }
    let head = Line::styled(format!(" {}", words.get("house-map-children")), theme.text);
    std::iter::once(head).chain(lines).collect()
}

fn sign(model: &Model, year: Option<&HouseYear>, date: NaiveDate) -> (String, Style) {
    let theme = &model.theme;
    let count = year.and_then(|year| year.on(date));
    let (sign, style) = match count {
        _ if year.is_none() => (" ", theme.dim),
        None => ("/", theme.dim),
        Some(_) if date > model.today() => (" ", theme.dim),
        Some(count) if count.expected == 0 => ("-", theme.dim),
        Some(count) => count.level().map_or(("·", theme.dim), |l| (level_sign(l), level_style(theme, l))),
    };
    (sign.to_owned(), if date == model.attendance.date { theme.selection } else { style })
}

/// The figures of the day under the cursor, or why there is no school.
fn of_day(model: &Model, year: Option<&HouseYear>, width: usize) -> Vec<Line<'static>> {
    let (words, date) = (&model.words, model.attendance.date);
    let lang = words.lang();
    let day = dates::day_and_week(lang, date);
    let told = match year.and_then(|year| year.on(date)) {
        None => closed(words, &model.roster.calendar, date).unwrap_or_default(),
        Some(count) => {
            let children = words.with("house-map-expected", &[("count", count.expected.into())]);
            match heat::figures(words, count) {
                Some(figures) => format!("{children} · {figures}"),
                None if date > model.today() || count.expected == 0 => children,
                None => format!("{children} · {}", words.get("status-blank")),
            }
        }
    };
    let text = if told.is_empty() { day } else { format!("{day} · {told}") };
    wrapped(&text, width, model.theme.text)
}

/// The figures of the school year until today.
fn of_year(model: &Model, map: Map, sum: &DayCount, width: usize) -> Vec<Line<'static>> {
    let (words, year) = (&model.words, map.year());
    let Some(figures) = heat::figures(words, sum) else { return Vec::new() };
    let span = dates::span(words.lang(), year.first_day(), year.last_day().min(model.today()));
    wrapped(&format!("{span}: {figures}"), width, model.theme.text)
}

/// The months of the school year beside the map, each with its bar, its share and its days of unlawful absence.
pub fn draw_months(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let map = Map::of(model.attendance.date);
    let mut rows = vec![
        Line::styled(format!(" {}", words.get("house-map-by-month")), theme.text),
        Line::default(),
        Cells::new()
            .gap(1 + MONTH + BAR)
            .right(words.get("house-map-share-head"), FIGURE, theme.dim)
            .right(words.get("house-map-unlawful-head"), FIGURE, theme.dim)
            .line(None),
    ];
    if let Some(year) = model.attendance.house_year.as_ref().filter(|year| year.year() == map.year()) {
        let mut first = map.year().first_day();
        while first <= map.year().last_day() {
            let last = first + Days::new(u64::from(first.num_days_in_month()) - 1);
            let sum = year.sum(first, last.min(model.today()));
            let cells = Cells::new().gap(1).left(month_short(words.lang(), first), MONTH, theme.dim);
            rows.push(match sum.share() {
                Some(share) => {
                    let style = level_style(theme, Level::of(share));
                    let unlawful = half_days(words.lang(), sum.unlawful);
                    cells
                        .left(&bar(share, BAR), BAR, style)
                        .right(&percent(words.lang(), share), FIGURE, theme.text)
                        .right(&unlawful, FIGURE, theme.text)
                        .line(None)
                }
                None => cells.gap(BAR).right("–", FIGURE, theme.dim).line(None),
            });
            first = last + Days::new(1);
        }
    }
    cut(&mut rows, usize::from(area.height), words, theme);
    let area = lines::draw_edge(frame, theme, area);
    lines::draw(frame, rows, area);
}
