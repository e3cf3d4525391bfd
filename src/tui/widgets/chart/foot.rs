//! The dates below a chart.

use chrono::{Datelike, NaiveDate};
use ratatui::text::Line;

use crate::theme::Theme;
use trivsel_words::text::{clip, columns};
use trivsel_words::{Lang, dates};

/// Lines below the chart: days, then years.
pub(super) const LINES: usize = 2;
/// The fewest blanks between two dates.
const APART: usize = 2;

/// A date at its column.
struct Label {
    start: usize,
    text: String,
    date: NaiveDate,
}

impl Label {
    /// Centres a date under a column, within the edges.
    fn under(lang: Lang, (x, date): (usize, NaiveDate), width: usize) -> Self {
        let text = dates::day_month(lang, date);
        let wide = columns(&text);
        Self { start: x.saturating_sub(wide / 2).min(width.saturating_sub(wide)), text, date }
    }

    fn end(&self) -> usize {
        self.start + columns(&self.text)
    }
}

/// The dates under their columns: the first, the last, and as many of the others as fit. The year is shown under the
/// first date and wherever it changes.
pub(super) fn lines(
    lang: Lang,
    theme: &Theme,
    points: &[(usize, NaiveDate)],
    width: usize,
) -> [Line<'static>; LINES] {
    let mut labels = ends(lang, points, width);
    if let [first, last] = labels.as_slice() {
        let mut between: Vec<Label> = Vec::new();
        for point in points {
            let label = Label::under(lang, *point, width);
            let before = between.last().unwrap_or(first);
            let is_new = label.date != before.date && label.date != last.date;
            if is_new && label.start >= before.end() + APART && label.end() + APART <= last.start {
                between.push(label);
            }
        }
        labels.splice(1..1, between);
    }
    let mut year = None;
    let (mut days, mut years) = (String::new(), String::new());
    for label in &labels {
        add(&mut days, label.start, &label.text);
        if year != Some(label.date.year()) {
            add(&mut years, label.start, &label.date.year().to_string());
            year = Some(label.date.year());
        }
    }
    // Two dates don't fit beside each other in every room.
    [Line::styled(clip(&days, width), theme.text), Line::styled(clip(&years, width), theme.dim)]
}

/// The first and the last date, or one if they are the same.
fn ends(lang: Lang, points: &[(usize, NaiveDate)], width: usize) -> Vec<Label> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let mut last = Label::under(lang, *last, width);
    if first.1 == last.date {
        return vec![last];
    }
    let mut first = Label::under(lang, *first, width);
    // Two dates that overlap move apart.
    if first.end() + APART > last.start {
        let wide = columns(&first.text);
        first.start = last.start.saturating_sub(wide + APART);
        last.start = last.start.max(first.end() + APART);
    }
    vec![first, last]
}

/// Writes a text at a column.
fn add(line: &mut String, start: usize, text: &str) {
    let blanks = start.saturating_sub(columns(line));
    line.extend(std::iter::repeat_n(' ', blanks));
    line.push_str(text);
}
