//! Upright bars by week: what was attended in front of what was planned.
//!
//! Signs carry the meaning: `█` was attended by the house's own register, `▒` by another one, `░` was planned.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use ratatui::text::{Line, Span};

use super::plot::{HALVES, Plot};
use crate::theme::Theme;
use trivsel_words::text::{columns, fit_right};

/// The sign of a planned cell, and of one attended by another register than the house's own.
const PLANNED: char = '░';
const TOLD: char = '▒';
/// The columns of a bar, and the fewest of a week with the blank before it.
const BAR: usize = 2;
const WEEK: usize = 3;
/// Columns between the numbers and the bars.
const AXIS: usize = 2;
/// The lines below the bars: what was planned, what was attended, and the weeks.
const BELOW: usize = 3;

/// The attendance of one week in one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekBar {
    pub monday: NaiveDate,
    /// What was attended and what was planned, in one unit for all bars.
    pub attended: u32,
    pub planned: u32,
    /// The figures of both.
    pub attended_told: String,
    pub planned_told: String,
    /// Whether another register tells of it.
    pub told: bool,
}

/// Bars by week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekBars {
    /// Oldest first.
    pub weeks: Vec<WeekBar>,
    /// How much of the unit makes one on the axis: 60 minutes an hour.
    pub one: u32,
}

impl WeekBars {
    /// The latest weeks that fit, in at most `width` columns and `height` lines; nothing if no bar has room. The names
    /// are those of the lines below the bars.
    #[must_use]
    pub fn lines(
        &self,
        theme: &Theme,
        [plan, here, week]: [&str; BELOW],
        width: usize,
        height: usize,
    ) -> Vec<Line<'static>> {
        let names = [plan, here, week].map(columns);
        let most = self.weeks.iter().map(|w| w.planned.max(w.attended)).max().unwrap_or(0);
        let top = most.div_ceil(self.one.max(1));
        let gutter = names.into_iter().chain([top.to_string().len()]).max().unwrap_or(0);
        let told = self.weeks.iter().flat_map(|w| [&w.attended_told, &w.planned_told]);
        let week_wide = told.map(|text| columns(text) + 1).max().unwrap_or(0).max(WEEK);
        let fits = width.saturating_sub(gutter + AXIS) / week_wide;
        let rows = height.saturating_sub(BELOW);
        if fits == 0 || rows == 0 || most == 0 {
            return Vec::new();
        }
        let shown = &self.weeks[self.weeks.len().saturating_sub(fits)..];
        let mut plot = Plot::new(shown.len() * week_wide, rows, theme.pen);
        // Half rows of a bar; anything above nothing is seen.
        let whole = u64::from(top * self.one.max(1));
        let high = |value: u32| {
            let halves = u64::try_from(rows * HALVES).unwrap_or(0);
            let high = (2 * u64::from(value) * halves + whole) / (2 * whole);
            usize::try_from(high).unwrap_or(0).max(usize::from(value > 0))
        };
        // A bar stands above the last columns of its figure.
        let across = |n: usize| ((n + 1) * week_wide - BAR)..((n + 1) * week_wide);
        let cells = |n: usize, halves: usize| {
            let down = rows - halves.div_ceil(HALVES).min(rows)..rows;
            down.flat_map(move |y| across(n).map(move |x| (x, y)))
        };
        let all = || shown.iter().enumerate();
        let planned: Vec<_> = all().flat_map(|(n, week)| cells(n, high(week.planned))).collect();
        plot.signs(&planned, PLANNED, theme.dim);
        let told: Vec<_> =
            all().filter(|(_, w)| w.told).flat_map(|(n, week)| cells(n, high(week.attended))).collect();
        plot.signs(&told, TOLD, theme.dim);
        let own = all().filter(|(_, w)| !w.told);
        let own: Vec<_> = own.flat_map(|(n, week)| across(n).map(|x| (x, high(week.attended)))).collect();
        plot.bars(&own, theme.dim);

        let axis =
            |text: &str, sign: &str| Span::styled(format!("{}{sign}", fit_right(text, gutter)), theme.dim);
        let mut lines: Vec<Line<'static>> = Vec::with_capacity(height);
        for (y, row) in plot.rows().into_iter().enumerate() {
            let number = if y == 0 { top.to_string() } else { String::new() };
            lines.push(Line::from_iter(std::iter::once(axis(&number, " │")).chain(row)));
        }
        let told = |text: &dyn Fn(&WeekBar) -> String| -> String {
            shown.iter().map(|week| fit_right(&text(week), week_wide)).collect()
        };
        let planned = told(&|week| week.planned_told.clone());
        lines.push(Line::from(vec![axis(plan, "  "), Span::styled(planned, theme.dim)]));
        let attended = told(&|week| week.attended_told.clone());
        lines.push(Line::from(vec![axis(here, "  "), Span::styled(attended, theme.text)]));
        let weeks = told(&|week| week.monday.iso_week().week().to_string());
        lines.push(Line::from(vec![axis(week, "  "), Span::styled(weeks, theme.dim)]));
        lines
    }
}

/// Shares of several weeks that share a column, added up: the column of each Monday with what was attended, of how
/// much, and whether another register tells of it.
pub(super) fn by_column(
    rates: impl Iterator<Item = (usize, u32, u32, bool)>,
) -> BTreeMap<usize, (u32, u32, bool)> {
    let mut columns: BTreeMap<usize, (u32, u32, bool)> = BTreeMap::new();
    for (x, attended, of, told) in rates {
        let column = columns.entry(x).or_insert((0, 0, told));
        // The house's own register is drawn where both tell of a week.
        if column.2 && !told {
            *column = (0, 0, false);
        }
        if column.2 == told {
            (column.0, column.1) = (column.0 + attended, column.1 + of);
        }
    }
    columns
}
