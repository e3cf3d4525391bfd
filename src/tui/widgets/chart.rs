//! A line chart of one strand of scores: points by date, joined, between the lines they are compared with.
//!
//! Signs and figures carry all the meaning: `●` is a score, `─` is a cut-off and `·` the target of a reliable change.
//! The line that joins the scores is drawn by ratatui, in half blocks or Braille.

pub mod course;
mod foot;
mod plot;
mod scale;
pub mod weeks;

use chrono::NaiveDate;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use trivsel_domain::record::{Direction, Tenths};
use trivsel_domain::value::Coded;

use self::plot::{Dot, Plot};
use self::scale::{Scale, places, spread};
use crate::theme::Theme;
use trivsel_words::Words;
use trivsel_words::numbers::tenths;
use trivsel_words::text::{clip, columns, fit_right};

/// The part of the range that the axis shows. A chart with few rows shows only the part that holds the values, so small
/// changes stay visible. The figures on the axis show the part.
fn window([low, high]: [Tenths; 2], values: impl Iterator<Item = Tenths>, rows: usize) -> [Tenths; 2] {
    let rows = i32::try_from(rows).unwrap_or(i32::MAX);
    if high.0.saturating_sub(low.0) <= rows.saturating_mul(COARSE) {
        return [low, high];
    }
    let (mut least, mut most) = (high.0, low.0);
    for value in values {
        (least, most) = (least.min(value.0), most.max(value.0));
    }
    let least = least.div_euclid(STEP).saturating_mul(STEP).max(low.0);
    let most = most.div_euclid(STEP).saturating_add(1).saturating_mul(STEP).min(high.0);
    if least < most { [Tenths(least), Tenths(most)] } else { [low, high] }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What was measured and by whom, or empty if the screen shows that already.
    pub title: String,
    /// The scores in any order. Scores of one date keep their order.
    pub points: Vec<(NaiveDate, Tenths)>,
    /// The lowest possible score.
    pub low: Tenths,
    /// The highest possible score.
    pub high: Tenths,
    /// The better direction, if it is known.
    pub better: Option<Direction>,
    /// The limits between well and not well, each with its name.
    pub cut_offs: Vec<(Tenths, String)>,
    /// The score from which a change is reliable, with its name.
    pub target: Option<(Tenths, String)>,
}

/// Columns between the numbers and the first point: the axis with a blank on either side.
const AXIS: usize = 3;
/// A shortened axis begins and ends at a multiple of this many tenths.
const STEP: i32 = 50;
/// With more tenths than this on one row, different scores look the same.
const COARSE: i32 = 25;
/// The blanks around the last value.
const AROUND: usize = 2;

impl Chart {
    /// The chart in at most `width` columns and `height` lines. Everything fits from 40 by 10.
    #[must_use]
    pub fn lines(&self, words: &Words, theme: &Theme, width: usize, height: usize) -> Vec<Line<'static>> {
        let mut points = self.points.clone();
        // The sort is stable, so two scores of one day keep their order.
        points.sort_by_key(|(date, _)| *date);
        let mut lines = match points.last() {
            None => {
                let mut lines = self.head(words, theme, 0, width);
                lines.push(Line::styled(clip(words.get("scores-none"), width), theme.dim));
                lines
            }
            Some(last) => self.drawn(words, theme, &points, *last, (width, height)),
        };
        lines.truncate(height);
        lines
    }

    fn drawn(
        &self,
        words: &Words,
        theme: &Theme,
        points: &[(NaiveDate, Tenths)],
        last: (NaiveDate, Tenths),
        (width, height): (usize, usize),
    ) -> Vec<Line<'static>> {
        let lang = words.lang();
        let value = tenths(lang, last.1);
        let levels = self.levels(words);
        // The width of the numbers does not depend on the number of rows: the ends are the widest of them.
        let numbers = self.ends().map(|end| columns(&tenths(lang, end))).into_iter().max().unwrap_or(0);
        let aside = levels.iter().map(|l| columns(&l.text)).max().unwrap_or(0).min(width / 3);
        let taken = numbers + AXIS + AROUND + columns(&value) + aside;
        let room = width.saturating_sub(taken);
        if room == 0 {
            return self.in_words(words, theme, &value, width);
        }
        let earlier = points.len().saturating_sub(room);
        let shown = &points[earlier..];
        let dates: Vec<NaiveDate> = shown.iter().map(|(date, _)| *date).collect();
        let across = places(&dates, room);
        let mut lines = self.head(words, theme, earlier, width);
        let rows = height.saturating_sub(lines.len() + foot::LINES).max(1);
        let [low, high] =
            window(self.ends(), shown.iter().map(|p| p.1).chain(levels.iter().map(|l| l.value)), rows);
        let (wide, high_dots) = theme.pen.dots();
        let scale = Scale::new(low, high, rows, high_dots);
        let placed = || across.iter().map(|x| x + 1).zip(shown.iter().map(|(_, value)| *value));
        let dots: Vec<Dot> = placed().map(|(x, value)| (x * wide + wide / 2, scale.dot(value))).collect();
        let plotted: Vec<(usize, usize)> = placed().map(|(x, value)| (x, scale.row(value))).collect();
        let mut plot = Plot::new(1 + room + AROUND + columns(&value), rows, theme.pen);
        for level in &levels {
            plot.level(scale.row(level.value), level.sign, theme.dim);
        }
        plot.line(&dots, theme.text);
        let strong = theme.text.add_modifier(Modifier::BOLD);
        plot.signs(&plotted, '●', strong);
        if let Some((x, y)) = plotted.last() {
            plot.write((x + 1, *y), &format!(" {value} "), strong);
        }

        let ticks = scale.ticks();
        let asides = asides(&levels, &scale, rows);
        for (y, row) in plot.rows().into_iter().enumerate() {
            let number = ticks.iter().find(|(at, _)| *at == y).map(|(_, value)| tenths(lang, *value));
            // A number with a decimal has no room on an axis of small whole ones.
            let number = number.filter(|number| columns(number) <= numbers);
            let number = fit_right(&number.unwrap_or_default(), numbers);
            let mut spans = vec![Span::styled(number, theme.text), Span::styled(" │", theme.dim)];
            spans.extend(row);
            spans.extend(
                asides
                    .iter()
                    .find(|(at, _)| *at == y)
                    .map(|(_, level)| Span::styled(clip(&level.text, aside), theme.text)),
            );
            lines.push(Line::from(spans));
        }
        let under: Vec<(usize, NaiveDate)> =
            across.iter().zip(dates).map(|(x, date)| (numbers + AXIS + x, date)).collect();
        lines.extend(foot::lines(lang, theme, &under, width));
        lines
    }

    /// The title, the better direction and the number of scores left out, on one line or two.
    fn head(&self, words: &Words, theme: &Theme, earlier: usize, width: usize) -> Vec<Line<'static>> {
        let mut beside = Vec::new();
        if earlier > 0 {
            beside.push(words.with("scores-earlier", &[("count", earlier.into())]));
        }
        beside.extend(self.better.map(|d| words.code("better", d.code()).to_owned()));
        let beside = beside.join(" · ");
        let line = |text: &str, style: Style| Line::styled(clip(text, width), style);
        let strong = theme.text.add_modifier(Modifier::BOLD);
        if self.title.is_empty() || beside.is_empty() {
            let all = [(&self.title, strong), (&beside, theme.text)];
            return all.into_iter().filter(|(t, _)| !t.is_empty()).map(|(t, style)| line(t, style)).collect();
        }
        let beside_it = format!(" · {beside}");
        if columns(&self.title) + columns(&beside_it) <= width {
            let title = Span::styled(self.title.clone(), strong);
            return vec![Line::from(vec![title, Span::styled(beside_it, theme.text)])];
        }
        vec![line(&self.title, strong), line(&beside, theme.text)]
    }

    /// The last score as text, for a room too narrow for a chart.
    fn in_words(&self, words: &Words, theme: &Theme, value: &str, width: usize) -> Vec<Line<'static>> {
        let mut lines = self.head(words, theme, 0, width);
        lines.push(Line::styled(clip(&format!("● {value}"), width), theme.text));
        lines
    }

    /// The lowest and highest number of the axis. They include scores outside the range, since a house may narrow a
    /// range after scoring.
    fn ends(&self) -> [Tenths; 2] {
        let levels = self.cut_offs.iter().chain(&self.target).map(|(value, _)| *value);
        let all = || self.points.iter().map(|(_, value)| *value).chain(levels.clone());
        let low = all().fold(self.low, Tenths::min);
        let high = all().fold(self.high, Tenths::max);
        // An empty range can't be scaled.
        if low < high { [low, high] } else { [low, Tenths(low.0.saturating_add(10))] }
    }

    /// The horizontal lines, drawn in this order.
    fn levels(&self, words: &Words) -> Vec<Level> {
        let level = |sign: char, (value, name): &(Tenths, String)| {
            let text = format!("{sign} {} {name}", tenths(words.lang(), *value));
            Level { value: *value, sign, text }
        };
        let mut levels: Vec<Level> = self.cut_offs.iter().map(|c| level('─', c)).collect();
        // The target is drawn after the cut-offs, so both are visible if they share a row.
        levels.extend(self.target.iter().map(|t| level('·', t)));
        levels
    }
}

/// A horizontal line.
struct Level {
    value: Tenths,
    sign: char,
    /// Sign, value and name.
    text: String,
}

/// The row of each line's name: one name a row, as near to its line as possible.
fn asides<'a>(levels: &'a [Level], scale: &Scale, rows: usize) -> Vec<(usize, &'a Level)> {
    let mut sorted: Vec<&Level> = levels.iter().collect();
    sorted.sort_by_key(|l| core::cmp::Reverse(l.value));
    sorted.truncate(rows);
    let wanted: Vec<usize> = sorted.iter().map(|l| scale.row(l.value)).collect();
    spread(&wanted, rows).into_iter().zip(sorted).collect()
}
