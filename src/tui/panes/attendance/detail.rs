//! The details of the selected child, shown beside the register on a wide screen.

use chrono::{Datelike, Days};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::SchoolWeek;

use super::draw::Letters;
use super::patterns;
use super::told::figure_lines;
use crate::load::WEEKS_BACK;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::panes::plan;
use crate::view::CaseView;
use crate::widgets::lines;
use crate::widgets::list::cut;
use crate::widgets::share;
use crate::widgets::weeks::{Scale, bar, figures};
use trivsel_words::dates;
use trivsel_words::names::weekday_short;
use trivsel_words::text::clip;

/// The weeks shown as bars and as letters.
const WEEKS_SHOWN: u64 = 5;
/// The columns of a week's number, and of its bar.
const NUMBER: usize = 6;
const BAR: usize = 9;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(row) = model.attendance.selected() else { return };
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let class = class_of(row, pane.date);
    let contacts = format!(
        "{} {} · {}",
        words.get("detail-contact"),
        model.roster.initials(row.case.contacts.primary),
        model.roster.initials(row.case.contacts.secondary)
    );
    let mut texts = vec![
        format!("{} · {class}", row.name.beside_class()),
        String::new(),
        format!("{} {}", words.get("detail-plan"), plan::of(words, row, pane.date)),
        contacts,
    ];
    if let Some(day) = row.days.get(&pane.date) {
        texts.extend(day.mood.map(|m| format!("{} {} / 5", words.get("detail-mood"), m.get())));
        texts.extend(day.remark.as_ref().map(|r| format!("+ {}", r.as_str())));
    }
    texts.push(String::new());
    texts.push(words.get("detail-by-week").to_owned());
    let bars_at = texts.len();
    texts.push(String::new());
    texts.extend(letters(model, row));
    texts.push(String::new());
    texts.extend(row.figures.iter().flat_map(|f| figure_lines(words, f)));
    let since = monday_of(pane.date) - Days::new(7 * WEEKS_BACK);
    texts.extend(patterns::lines(model, row, since, pane.date.min(model.today())));
    texts.push(String::new());
    let talk =
        row.last_talk.map_or_else(|| "–".to_owned(), |d| dates::relative(words.lang(), d, model.today()));
    texts.push(format!("{} {talk}", words.get("detail-last-talk")));
    if let Some(next) = &row.next {
        let day = dates::relative(words.lang(), next.date, model.today());
        texts.push(format!("{} {day} · {}", words.get("detail-next"), next.title.as_str()));
    }
    let width = usize::from(area.width).saturating_sub(2);
    let wrapped = |texts: &[String]| -> Vec<Line<'static>> {
        let lines = texts.iter().flat_map(|t| crate::draw::wrap(t, width));
        lines.map(|t| Line::styled(format!(" {}", clip(&t, width)), theme.text)).collect()
    };
    let (above, below) = texts.split_at(bars_at);
    let mut lines = wrapped(above);
    lines.extend(weeks(model, row, width));
    lines.extend(wrapped(below));
    cut(&mut lines, usize::from(area.height), words, theme);
    let area = lines::draw_edge(frame, theme, area);
    lines::draw(frame, lines, area);
}

/// The last weeks as bars with the plan behind them, and their hours or days.
fn weeks(model: &Model, row: &CaseView, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let monday = monday_of(model.attendance.date);
    let weeks: Vec<(SchoolWeek, Vec<Attendance>)> = (0..WEEKS_SHOWN)
        .rev()
        .map(|back| SchoolWeek::of(monday - Days::new(7 * back)))
        .map(|week| (week, row.week(&model.roster.calendar, week)))
        .collect();
    let scale = Scale::of(weeks.iter().flat_map(|(_, registers)| registers));
    let line = |(week, registers): &(SchoolWeek, Vec<Attendance>)| {
        let number = Span::styled(format!(" {:>4} ", week.monday().iso_week().week()), theme.dim);
        let Some(register) = registers.last() else {
            return Line::from_iter([number, Span::styled("–", theme.dim)]);
        };
        let sign = if register.is_reported() { share::REPORTED } else { "" };
        let told = figures(words, register).into_iter().next().unwrap_or_default();
        let told = format!(" {}", clip(&format!("{sign}{told}"), width.saturating_sub(NUMBER + BAR + 1)));
        let bar = bar(theme, register, scale, BAR);
        Line::from_iter(std::iter::once(number).chain(bar).chain([Span::styled(told, theme.text)]))
    };
    weeks.iter().map(line).collect()
}

/// The marks of the last weeks as letters, one line for each weekday.
fn letters(model: &Model, row: &CaseView) -> Vec<String> {
    let words = &model.words;
    let monday = monday_of(model.attendance.date);
    let mut lines = vec![{
        let days: Vec<String> = (0..5)
            .map(|n| format!("{:<3}", weekday_short(words.lang(), (monday + Days::new(n)).weekday())))
            .collect();
        format!("     {}", days.join(" "))
    }];
    let letters = Letters::of(model);
    for back in (0..WEEKS_SHOWN).rev() {
        let from = monday - Days::new(7 * back);
        let cells: Vec<String> = (0..5)
            .map(|n| {
                let date = from + Days::new(n);
                let letter = if row.case.holds_seat_on(date) {
                    letters.in_short(row, date, row.days.get(&date))
                } else {
                    " ".into()
                };
                format!("{letter:<3}")
            })
            .collect();
        lines.push(format!("  {:>2} {}", from.iso_week().week(), cells.join(" ")));
    }
    lines
}
