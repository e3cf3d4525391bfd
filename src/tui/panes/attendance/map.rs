//! A school year as a map: a column for each week, a line for each weekday.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::heat::Level;
use trivsel_domain::value::SchoolYear;

use crate::draw::wrap;
use crate::theme::Theme;
use trivsel_words::Words;
use trivsel_words::names::{month_short, weekday_short};
use trivsel_words::text::{columns, fit};

/// The columns of a school year.
const WEEKS: u64 = 53;
/// The columns before the first week.
pub const LEFT: usize = 6;
/// The width of a map, without what stands behind its lines.
pub const WIDTH: usize = LEFT + WEEKS as usize;

/// The sign of a step, the denser the higher the share.
#[must_use]
pub fn level_sign(level: Level) -> &'static str {
    match level {
        Level::All => "█",
        Level::Most => "▓",
        Level::Half => "▒",
        Level::Few => "░",
    }
}

/// The higher the share, the quieter.
#[must_use]
pub fn level_style(theme: &Theme, level: Level) -> Style {
    match level {
        Level::All | Level::Most => theme.dim,
        Level::Half => theme.text,
        Level::Few => theme.alarm,
    }
}

/// What the signs mean, wrapped, with the steps in their own style.
#[must_use]
pub fn legend(theme: &Theme, text: &str, width: usize) -> Vec<Line<'static>> {
    let style = |sign: &str| {
        let level = Level::ALL.into_iter().find(|level| level_sign(*level) == sign);
        level.map_or(theme.dim, |level| level_style(theme, level))
    };
    let line = |line: String| {
        let words =
            line.split_inclusive(' ').map(|word| Span::styled(word.to_owned(), style(word.trim_end())));
        Line::from_iter(std::iter::once(Span::raw(" ")).chain(words))
    };
    wrap(text, width.saturating_sub(2)).into_iter().map(line).collect()
}

/// The school year of a map.
#[derive(Clone, Copy, Debug)]
pub struct Map {
    year: SchoolYear,
    /// The Monday of the first column.
    start: NaiveDate,
}

impl Map {
    /// The map of a date's school year.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let year = SchoolYear::of(date);
        Self { year, start: monday_of(year.first_day()) }
    }

    #[must_use]
    pub fn year(self) -> SchoolYear {
        self.year
    }

    /// "skoleåret 2026/2027".
    #[must_use]
    pub fn name(self, words: &Words) -> String {
        let starting = self.year.starting();
        format!("{} {starting}/{}", words.get("attendance-school-year"), starting + 1)
    }

    /// The names of the months, each above its first week.
    #[must_use]
    pub fn months(self, words: &Words, style: Style) -> Line<'static> {
        let mut text = " ".repeat(LEFT);
        let mut month = 0;
        let mut week = 0;
        while week < WEEKS {
            let date = self.start + Days::new(7 * week + 6);
            if SchoolYear::of(date) != self.year {
                break;
            }
            if date.month() != month {
                month = date.month();
                text.push_str(&fit(month_short(words.lang(), date), 3));
                text.push(' ');
                week += 4;
            } else {
                text.push(' ');
                week += 1;
            }
        }
        Line::styled(text, style)
    }

    /// The name of a weekday, from 0 for Monday.
    #[must_use]
    pub fn weekday(self, words: &Words, weekday: u64) -> &'static str {
        weekday_short(words.lang(), (self.start + Days::new(weekday)).weekday())
    }

    /// The days of a weekday in the year, in order.
    pub fn days(self, weekday: u64) -> impl Iterator<Item = NaiveDate> {
        let days = (0..WEEKS).map(move |week| self.start + Days::new(7 * week + weekday));
        days.filter(move |date| SchoolYear::of(*date) == self.year)
    }

    /// A line of signs, one for each week, between its name in some columns and what stands behind it. The date of a
    /// week is that of a weekday.
    pub fn line(
        self,
        theme: &Theme,
        (name, left): (&str, usize),
        weekday: u64,
        sign: impl Fn(NaiveDate) -> (String, Style),
        behind: &str,
    ) -> Line<'static> {
        let mut spans: Vec<Span<'static>> = vec![Span::styled(fit(&format!(" {name}"), left), theme.dim)];
        for date in (0..WEEKS).map(|week| self.start + Days::new(7 * week + weekday)) {
            let inside = SchoolYear::of(date) == self.year;
            let (text, style) = if inside { sign(date) } else { (" ".to_owned(), Style::new()) };
            // Signs of one style are drawn together.
            match spans.last_mut().filter(|last| last.style == style && columns(&last.content) >= 1) {
                Some(last) => last.content.to_mut().push_str(&text),
                None => spans.push(Span::styled(text, style)),
            }
        }
        if !behind.is_empty() {
            spans.push(Span::styled(format!("  {behind}"), theme.text));
        }
        Line::from(spans)
    }
}
