//! Wellbeing and attendance over each other on one time axis, with what happened marked along it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use trivsel_domain::record::Tenths;

use super::plot::{Dot, HALVES, Plot};
use super::scale::{Scale, nearest};
use super::weeks::by_column;
use super::{Chart, foot, window};
use crate::theme::Theme;
use trivsel_words::Words;
use trivsel_words::numbers::{percent, tenths};
use trivsel_words::text::{clip, columns, fit, fit_right};

/// Columns between the names and the drawing.
const AXIS: usize = 2;
/// Columns after the last day, for the figure of the last score and the bar of the last week.
const AFTER: usize = 6;
/// The most columns of the bar of a week.
const WIDEST: usize = 3;
/// The fewest columns of a text of several letters.
const LEGIBLE: usize = 4;
/// Rows of attendance for each five rows of the drawing.
const LOWER: usize = 2;

/// The attendance of one week in one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    pub monday: NaiveDate,
    /// Half-days attended, of half-days registered.
    pub attended: u32,
    pub of: u32,
    /// Whether another register than the house's own tells of it.
    pub told: bool,
}

/// One line of what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    /// Each text begins at its date and ends before the next one.
    pub marks: Vec<(NaiveDate, String)>,
}

/// Everything on one time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseChart {
    /// The first and the last day of the axis.
    pub days: (NaiveDate, NaiveDate),
    /// The strand of wellbeing, if anything is scored.
    pub scores: Option<Chart>,
    /// The name of the lower drawing.
    pub attendance: String,
    /// Oldest first.
    pub weeks: Vec<Rate>,
    pub lanes: Vec<Lane>,
    /// The day that the cursor is on.
    pub here: Option<NaiveDate>,
}

/// The columns of the drawing, by date.
struct Across {
    from: NaiveDate,
    days: i64,
    room: usize,
}

impl Across {
    fn column(&self, date: NaiveDate) -> usize {
        let last = i64::try_from(self.room).unwrap_or(1) - 1;
        let day = date.signed_duration_since(self.from).num_days().clamp(0, self.days);
        usize::try_from(nearest(day * last, self.days)).unwrap_or(0)
    }

    /// The fewest columns from one Monday to the next.
    fn week(&self) -> usize {
        let last = i64::try_from(self.room).unwrap_or(1) - 1;
        usize::try_from(7 * last / self.days).unwrap_or(0)
    }
}

impl CourseChart {
    /// The lines that always stand: two names and the dates.
    #[must_use]
    pub fn fixed(&self) -> usize {
        2 + self.lanes.len() + foot::LINES
    }

    /// The drawing in at most `width` columns and `height` lines; nothing if there is no room for one.
    #[must_use]
    pub fn lines(&self, words: &Words, theme: &Theme, width: usize, height: usize) -> Vec<Line<'static>> {
        let lang = words.lang();
        let full = percent(lang, 1.0);
        let ends = self.scores.iter().flat_map(|s| s.ends().map(|end| columns(&tenths(lang, end))));
        let names = self.lanes.iter().map(|lane| columns(&lane.name));
        let gutter = ends.chain(names).chain([columns(&full)]).max().unwrap_or(0);
        let room = width.saturating_sub(gutter + AXIS + AFTER);
        let rows = height.saturating_sub(self.fixed());
        if room < 10 || rows < 2 {
            return Vec::new();
        }
        let across = Across {
            from: self.days.0,
            days: self.days.1.signed_duration_since(self.days.0).num_days().max(1),
            room,
        };
        let lower = if self.scores.is_some() { (rows * LOWER / 5).max(1) } else { rows };
        let mut lines = Vec::with_capacity(height);
        let named =
            |text: &str, sign: &str| Span::styled(format!("{}{sign}", fit_right(text, gutter)), theme.dim);
        if let Some(scores) = &self.scores {
            lines.extend(self.upper(scores, words, theme, &across, (rows - lower, width), &named));
        } else {
            lines.push(Line::styled(clip(words.get("scores-none"), width), theme.dim));
        }
        lines.push(Line::styled(clip(&self.attendance, width), theme.text));
        for (y, row) in self.lower(theme, &across, lower).into_iter().enumerate() {
            let number = if y == 0 { full.as_str() } else { "" };
            lines.push(Line::from_iter(std::iter::once(named(number, " │")).chain(row)));
        }
        for lane in &self.lanes {
            let spans = self.lane(lane, theme, &across);
            lines.push(Line::from_iter(std::iter::once(named(&lane.name, "  ")).chain(spans)));
        }
        let under: Vec<(usize, NaiveDate)> =
            self.dates().map(|date| (gutter + AXIS + across.column(date), date)).collect();
        lines.extend(foot::lines(lang, theme, &under, width));
        lines.truncate(height);
        lines
    }

    /// The scores with the lines they are compared with. These are named in the line above.
    fn upper(
        &self,
        scores: &Chart,
        words: &Words,
        theme: &Theme,
        across: &Across,
        (rows, width): (usize, usize),
        named: &dyn Fn(&str, &str) -> Span<'static>,
    ) -> Vec<Line<'static>> {
        let lang = words.lang();
        let within = |date: &NaiveDate| (self.days.0..=self.days.1).contains(date);
        let mut points: Vec<(NaiveDate, Tenths)> =
            scores.points.iter().filter(|(date, _)| within(date)).copied().collect();
        points.sort_by_key(|(date, _)| *date);
        let levels = scores.levels(words);
        let all = points.iter().map(|p| p.1).chain(levels.iter().map(|l| l.value));
        let [low, high] = window(scores.ends(), all, rows);
        let (wide, down) = theme.pen.dots();
        let scale = Scale::new(low, high, rows, down);
        let mut plot = Plot::new(across.room + AFTER, rows, theme.pen);
        self.cursor(&mut plot, across, rows, theme);
        for level in &levels {
            plot.level(scale.row(level.value), level.sign, theme.dim);
        }
        let placed = || points.iter().map(|(date, value)| (across.column(*date), *value));
        let dots: Vec<Dot> = placed().map(|(x, value)| (x * wide + wide / 2, scale.dot(value))).collect();
        plot.line(&dots, theme.text);
        let plotted: Vec<(usize, usize)> = placed().map(|(x, value)| (x, scale.row(value))).collect();
        let strong = theme.text.add_modifier(Modifier::BOLD);
        plot.signs(&plotted, '●', strong);
        if let (Some((x, y)), Some((_, value))) = (plotted.last(), points.last()) {
            let text = format!(" {} ", tenths(lang, *value));
            plot.write((x + 1, *y), &text, strong);
        }
        let legend = levels.iter().map(|level| level.text.clone());
        let head: Vec<String> = std::iter::once(scores.title.clone()).chain(legend).collect();
        let mut lines = vec![Line::styled(clip(&head.join("   "), width), theme.text)];
        let ticks = scale.ticks();
        for (y, row) in plot.rows().into_iter().enumerate() {
            let number = ticks.iter().find(|(at, _)| *at == y).map(|(_, value)| tenths(lang, *value));
            lines.push(Line::from_iter(std::iter::once(named(&number.unwrap_or_default(), " │")).chain(row)));
        }
        lines
    }

    /// A bar for each week: the share attended. A dot at the foot is a week without any attendance.
    fn lower(&self, theme: &Theme, across: &Across, rows: usize) -> Vec<Vec<Span<'static>>> {
        let mut plot = Plot::new(across.room + AFTER, rows, theme.pen);
        self.cursor(&mut plot, across, rows, theme);
        let within = |monday: NaiveDate| monday + Days::new(6) >= self.days.0 && monday <= self.days.1;
        let rates = self.weeks.iter().filter(|w| within(w.monday) && w.of > 0);
        let columns = by_column(rates.map(|w| (across.column(w.monday), w.attended, w.of, w.told)));
        let (mut own, mut told, mut none) = (Vec::new(), Vec::new(), Vec::new());
        let wide = across.week().saturating_sub(1).clamp(1, WIDEST);
        for (x, (attended, of, by_others)) in columns {
            let halves = (2 * attended as usize * rows * HALVES + of as usize) / (2 * of as usize);
            let halves = halves.max(usize::from(attended > 0));
            let taken = x..x + wide;
            match (attended, by_others) {
                (0, _) => none.extend(taken.map(|x| (x, rows - 1))),
                (_, false) => own.extend(taken.map(|x| (x, halves))),
                (_, true) => {
                    let top = rows - halves.div_ceil(HALVES).min(rows);
                    told.extend(taken.flat_map(|x| (top..rows).map(move |y| (x, y))));
                }
            }
        }
        plot.signs(&none, '·', theme.text);
        plot.signs(&told, '▒', theme.dim);
        plot.bars(&own, theme.dim);
        plot.rows()
    }

    /// An upright line through the day that the cursor is on.
    fn cursor(&self, plot: &mut Plot, across: &Across, rows: usize, theme: &Theme) {
        let within = |date: &NaiveDate| (self.days.0..=self.days.1).contains(date);
        if let Some(date) = self.here.filter(within) {
            let x = across.column(date);
            plot.signs(&(0..rows).map(|y| (x, y)).collect::<Vec<_>>(), '│', theme.accent);
        }
    }

    /// The texts of a lane at their columns. Each is cut before the next one. What began before the axis begins at its
    /// edge.
    fn lane(&self, lane: &Lane, theme: &Theme, across: &Across) -> Vec<Span<'static>> {
        let mut marks: Vec<(usize, &str)> = Vec::new();
        for (date, text) in lane.marks.iter().filter(|(date, _)| *date <= self.days.1) {
            let x = across.column(*date);
            if marks.last().is_some_and(|(at, _)| *at == x) {
                marks.pop();
            }
            marks.push((x, text));
        }
        let here = self.here.map(|date| across.column(date));
        let mut spans = Vec::new();
        let mut at = 0;
        let ends = marks.iter().skip(1).map(|(x, _)| *x).chain([across.room]);
        for ((x, text), end) in marks.iter().zip(ends) {
            spans.push(Span::raw(" ".repeat(x.saturating_sub(at))));
            let style = if here == Some(*x) { theme.accent } else { theme.text };
            spans.push(Span::styled(begin(text, end - x), style));
            at = end;
        }
        spans
    }

    /// The ends of the axis and the first days of the months between them.
    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let (from, to) = self.days;
        let months = from.iter_days().take_while(move |day| *day < to).filter(|day| day.day() == 1);
        let dates: BTreeSet<NaiveDate> = months.chain([from, to]).collect();
        dates.into_iter()
    }
}

/// A text in its room, with a blank before the next one. Where an ellipsis would be all there is, the first sign stands
/// alone.
fn begin(text: &str, room: usize) -> String {
    let short: String = text.chars().take(1).collect();
    fit(&clip(if room < LEGIBLE { &short } else { text }, room.saturating_sub(1).max(1)), room)
}
