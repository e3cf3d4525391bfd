//! The month view of one child.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::rules::calendar::monday_of;

use super::one::Child;
use super::told::{self, figure_lines};
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::cut;
use trivsel_words::names::weekday_short;
use trivsel_words::text::fit;
use trivsel_words::{dates, reported};

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme, date) = (&model.words, &model.theme, model.attendance.date);
    let first = date.with_day(1).unwrap_or(date);
    let last = first + Days::new(u64::from(first.num_days_in_month()) - 1);
    let mut lines =
        vec![child.title(&dates::month_year(words.lang(), date), usize::from(area.width)), Line::default()];
    let mut heads = Cells::new().left("", 6, theme.dim);
    for n in 0..5 {
        let weekday = weekday_short(words.lang(), (monday_of(date) + Days::new(n)).weekday());
        heads = heads.left(weekday, 9, theme.dim);
    }
    lines.push(heads.line(None));
    let mut monday = monday_of(first);
    while monday <= last {
        let mut spans = vec![Span::styled(fit(&format!("  {:>2}", monday.iso_week().week()), 6), theme.dim)];
        for n in 0..5 {
            let date = monday + Days::new(n);
            let text = if date.month() == first.month() {
                format!("{:>2} {}", date.day(), child.letters(date))
            } else {
                String::new()
            };
            spans.push(Span::styled(fit(&text, 7), child.style(date)));
            spans.push(Span::raw("  "));
        }
        let report = child.reported().iter().find(|w| w.monday.monday() == monday);
        spans.extend(report.map(|week| Span::raw(format!("~{}", reported::told(words, week)))));
        lines.push(Line::from(spans));
        monday = monday + Days::new(7);
    }
    lines.push(Line::default());
    lines.extend(
        child.figures(first, last).into_iter().flat_map(|f| figure_lines(words, &f)).map(told::indented),
    );
    lines.extend(remarks(&child, first, last));
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

fn remarks(child: &Child<'_>, first: NaiveDate, last: NaiveDate) -> Vec<Line<'static>> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let said = first.iter_days().take_while(|d| *d <= last).filter_map(|date| {
        let remark = child.day(date)?.remark.as_ref()?;
        Some(Line::styled(
            format!("  {}  {}", dates::day_month(words.lang(), date), remark.as_str()),
            theme.dim,
        ))
    });
    said.collect()
}
