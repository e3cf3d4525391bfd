//! The school year view of one child.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::{Half, SchoolYear};

use super::one::Child;
use super::told::{self, figure_lines};
use crate::draw::wrap;
use crate::model::Model;
use crate::widgets::lines;
use crate::widgets::list::cut;
use trivsel_words::Words;
use trivsel_words::names::{month_short, weekday_short};
use trivsel_words::text::fit;

/// Draws the school year: one column a week, one line a weekday, and a second line for the second marks of the days.
pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme) = (&model.words, &model.theme);
    let year = SchoolYear::of(model.attendance.date);
    let start = monday_of(year.first_day());
    let weeks = 53;
    let in_year = |date: NaiveDate| SchoolYear::of(date) == year;
    let twice = year
        .first_day()
        .iter_days()
        .take_while(|d| in_year(*d))
        .any(|d| child.row.child.marks_twice_a_day(d));
    let halves: &[Half] = if twice { &[Half::First, Half::Second] } else { &[Half::First] };
    let name = format!("{} {}/{}", words.get("attendance-school-year"), year.starting(), year.starting() + 1);
    let mut lines = vec![child.title(&name), Line::default(), month_heads(words, theme.dim, start, weeks)];
    for (weekday, half) in (0..5).flat_map(|weekday| halves.iter().map(move |half| (weekday, *half))) {
        let name = match half {
            Half::First => weekday_short(words.lang(), (start + Days::new(weekday)).weekday()),
            Half::Second => "",
        };
        let mut spans = vec![Span::styled(fit(&format!(" {name}"), 6), theme.dim)];
        for date in (0..weeks).map(|week| start + Days::new(7 * week + weekday)) {
            if in_year(date) {
                spans.push(Span::styled(child.letter(date, half), child.style(date)));
            } else {
                spans.push(Span::raw(" "));
            }
        }
        lines.push(Line::from(spans));
    }
    if child.row.is_at_own_school() {
        lines.push(reported_line(&child, start, weeks));
    }
    lines.push(Line::default());
    let legend = wrap(words.get("attendance-year-legend"), usize::from(area.width).saturating_sub(2));
    lines.extend(legend.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim)));
    lines.push(Line::default());
    let figures = child.figures(year.first_day(), year.last_day());
    lines.extend(figures.into_iter().flat_map(|f| figure_lines(words, &f)).map(told::indented));
    if lines.len() > usize::from(area.height) {
        lines.retain(|l| !l.spans.is_empty());
    }
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

/// The days attended in each reported week, below its column. Half a day more is rounded down.
fn reported_line(child: &Child<'_>, start: NaiveDate, weeks: u64) -> Line<'static> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let mut text = fit(&format!(" {}", words.get("attendance-year-reported")), 6);
    for week in (0..weeks).map(|week| start + Days::new(7 * week)) {
        let found = child.reported().iter().find(|w| w.monday.monday() == week);
        text.push_str(&found.map_or_else(|| " ".to_owned(), |w| (w.days.attended().get() / 2).to_string()));
    }
    Line::styled(text, theme.text)
}

/// The names of the months, each above its first week.
fn month_heads(words: &Words, style: Style, start: NaiveDate, weeks: u64) -> Line<'static> {
    let mut text = " ".repeat(6);
    let mut month = 0;
    let mut week = 0;
    while week < weeks {
        let date = start + Days::new(7 * week + 6);
        if date > start + Days::new(366) {
            break;
        }
        if date.month() != month {
            month = date.month();
            let label = fit(month_short(words.lang(), date), 3);
            text.push_str(&label);
            text.push(' ');
            week += 4;
        } else {
            text.push(' ');
            week += 1;
        }
    }
    Line::styled(text, style)
}
