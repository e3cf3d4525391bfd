//! The scores of one child over the whole pane: a chart for each strand, the alerts, and a table of the latest scores.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::record::{
    Direction, HouseSettings, Instrument, Measure, Series, Shape, Strand, Tenths, Total,
};
use trivsel_domain::rules::alerts::reliable_target;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::wellbeing::leading_strand;
use trivsel_domain::value::{Coded, Role, Tag};

use super::Layer;
use super::counted::{change_of, change_told};
use crate::draw::wrap;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;
use crate::theme::Theme;
use crate::widgets::cells::Cells;
use crate::widgets::chart::Chart;
use crate::widgets::list::cut;
use crate::widgets::{lines, popup};
use trivsel_words::numbers::{decimal, tenths};
use trivsel_words::text::{clip, columns};
use trivsel_words::{Words, dates, score};

/// The highest sum of the four lines of an instrument.
const SUM: Tenths = Tenths(400);
/// The fewest lines of a chart that has a table below it.
const CHART: usize = 9;
/// The most scores in the table.
const ROWS: usize = 6;
/// A room with fewer lines leaves more of them to the chart: the table then has at most `FEW` scores.
const TALL: usize = 24;
const FEW: usize = 3;
/// The widths, in columns, of a date, of a number, and of a number below one of the house's labels.
const DATE: usize = 12;
const NUMBER: usize = 6;
const LABELLED: usize = 14;

/// The measures of one child by strand, one of which is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The child's name.
    pub name: String,
    /// The strands. Scores of different instruments or raters are never joined.
    pub strands: Vec<StrandView>,
    /// The index of the strand that is shown.
    pub at: usize,
    /// The alerts of all strands.
    pub alerts: Vec<String>,
    /// The child's age in years.
    pub age: Option<u32>,
    /// What the strands are made of.
    pub measures: OpenScores,
}

/// One strand with its chart and table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrandView {
    pub strand: Option<Strand>,
    /// What became of the scores; `None` with fewer than two.
    change: Option<String>,
    /// The instrument or series, and the rater.
    pub name: String,
    pub chart: Chart,
    /// The headings of the four lines of an instrument; empty for a series.
    pub heads: Vec<String>,
    /// Whether the house has its own labels for the four lines.
    pub labelled: bool,
    pub rater: String,
    /// The scores, latest first: the date, the lines where there are several, and their number or the single line.
    pub rows: Vec<(NaiveDate, Vec<Tenths>, Tenths)>,
}

impl Scores {
    /// Sorts a child's measures into strands: instruments about life, then about the talk, then the house's series.
    #[must_use]
    pub fn new(
        words: &Words,
        lists: &HouseSettings,
        child: &str,
        age: Option<u32>,
        measures: &OpenScores,
        today: NaiveDate,
    ) -> Self {
        let mut sorted: Vec<&Measure> = measures.iter().collect();
        sorted.sort_by_key(|m| (order(&m.strand()), m.strand(), m.date, m.id));
        let strands = sorted
            .chunk_by(|a, b| a.strand() == b.strand())
            .flat_map(|strand| StrandView::all(words, lists, age, strand))
            .collect();
        let alerts = measures.alerts(lists.cut_offs, today).iter().map(|a| score::alert(words, a)).collect();
        let (name, measures) = (child.to_owned(), measures.clone());
        Self { name, strands, at: 0, alerts, age, measures }
    }

    /// Shows a strand, if the child has it.
    pub fn show(&mut self, strand: Option<&Strand>) {
        let found = self.strands.iter().position(|s| strand.is_some() && s.strand.as_ref() == strand);
        self.at = found.unwrap_or(self.at);
    }

    /// Moves to the previous or next strand. Returns false for any other command.
    pub fn turn(&mut self, command: Command) -> bool {
        let last = self.strands.len().saturating_sub(1);
        match command {
            Command::Left | Command::Up => self.at = self.at.saturating_sub(1),
            Command::Right | Command::Down => self.at = (self.at + 1).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            _ => return false,
        }
        true
    }

    /// The child, the strand, its index and the number of strands. A long name is cut before the strand is.
    #[must_use]
    pub fn title(&self, words: &Words, width: usize) -> String {
        let what = words.get("scores-title");
        let strand = self.strands.get(self.at).map_or_else(String::new, |strand| {
            let of = [("at", (self.at + 1).into()), ("of", self.strands.len().into())];
            format!(" · {} ({})", strand.name, words.with("scores-of", &of))
        });
        let room = width.saturating_sub(columns(what) + 3 + columns(&strand));
        clip(&format!("{what} · {}{strand}", clip(&self.name, room.max(NUMBER))), width)
    }

    /// Alerts, chart and table, fitted to an area.
    #[must_use]
    pub fn lines(&self, words: &Words, theme: &Theme, width: usize, height: usize) -> Vec<Line<'static>> {
        let mut lines = self.alert_lines(words, theme, width, height / 3);
        let sealed = score::sealed(words, &self.measures);
        lines.extend(
            sealed.iter().flat_map(|told| wrap(told, width)).map(|told| Line::styled(told, theme.dim)),
        );
        let Some(strand) = self.strands.get(self.at) else {
            lines.push(Line::styled(clip(words.get("scores-none"), width), theme.dim));
            lines.truncate(height);
            return lines;
        };
        let change = strand.change.iter().flat_map(|told| wrap(told, width));
        lines.extend(change.map(|told| Line::styled(told, theme.text)));
        let room = height.saturating_sub(lines.len());
        // A blank line and the headings stand above the rows.
        let most = if room < TALL { FEW } else { ROWS };
        let rows = room.saturating_sub(CHART + 2).min(most).min(strand.rows.len());
        let table = if rows > 0 { strand.table(words, theme, width, rows) } else { Vec::new() };
        let chart = strand.chart.lines(words, theme, width, room.saturating_sub(table.len()));
        lines.extend(chart);
        lines.extend(table);
        lines.truncate(height);
        lines
    }

    /// The alerts in at most `most` lines. The last line counts those left out.
    fn alert_lines(&self, words: &Words, theme: &Theme, width: usize, most: usize) -> Vec<Line<'static>> {
        let said = |text: String| wrap(&format!("▲ {text}"), width);
        let mut texts: Vec<Vec<String>> = self.alerts.iter().map(|a| said(a.clone())).collect();
        let taken = |texts: &[Vec<String>]| texts.iter().map(Vec::len).sum::<usize>();
        if taken(&texts) > most {
            while !texts.is_empty() && taken(&texts) + 1 > most {
                texts.pop();
            }
            let left = self.alerts.len() - texts.len();
            texts.push(said(words.with("scores-more-alerts", &[("count", left.into())])));
        }
        texts.concat().into_iter().map(|text| Line::styled(text, theme.warn)).collect()
    }
}

/// The chart of the strand that tells of the child's wellbeing, with its name as title; nothing if it is not scored.
#[must_use]
pub fn leading(
    words: &Words,
    lists: &HouseSettings,
    age: Option<u32>,
    measures: &[Measure],
    today: NaiveDate,
) -> Option<Chart> {
    let strand = leading_strand(measures, today)?;
    let mut scores: Vec<&Measure> =
        measures.iter().filter(|m| m.strand() == strand && m.date <= today).collect();
    scores.sort_by_key(|m| (m.date, m.id));
    let view = StrandView::new(words, lists, age, &scores, None);
    Some(Chart { title: view.name, ..view.chart })
}

/// Instruments about life come before those about the talk, and both before the house's own series.
fn order(strand: &Strand) -> u8 {
    match strand {
        Strand::Fit(instrument, _) => u8::from(instrument.is_alliance()),
        Strand::Own(..) => 2,
    }
}

impl StrandView {
    /// The view of a strand, from its measures, oldest first; one for each line of a series whose lines stand alone.
    fn all(words: &Words, lists: &HouseSettings, age: Option<u32>, strand: &[&Measure]) -> Vec<Self> {
        match strand.first().map(|m| m.strand()) {
            Some(Strand::Own(_, Shape { lines, total: Total::None }, _)) => {
                (0..lines).map(|line| Self::new(words, lists, age, strand, Some(line))).collect()
            }
            _ => vec![Self::new(words, lists, age, strand, None)],
        }
    }

    /// The view of a strand, or of one of its lines.
    fn new(
        words: &Words,
        lists: &HouseSettings,
        age: Option<u32>,
        strand: &[&Measure],
        line: Option<usize>,
    ) -> Self {
        let value = |m: &Measure| match line {
            Some(line) => m.lines().get(line).copied(),
            None => m.number(),
        };
        let points: Vec<(NaiveDate, Tenths)> =
            strand.iter().filter_map(|m| Some((m.date, value(m)?))).collect();
        let parts = |m: &Measure| if line.is_some() { Vec::new() } else { parts(m) };
        let rows = strand.iter().rev().filter_map(|m| Some((m.date, parts(m), value(m)?))).collect();
        let empty = Chart {
            title: String::new(),
            low: Tenths(0),
            high: Tenths(0),
            better: None,
            cut_offs: Vec::new(),
            target: None,
            points,
        };
        let of = strand.first().map(|m| m.strand());
        let (chart, labels) = match of.clone() {
            Some(Strand::Fit(instrument, rater)) => {
                (of_instrument(words, lists, age, (instrument, rater), empty), labels(lists, instrument))
            }
            Some(Strand::Own(series, _, rater)) => {
                let named = lists.series(&series).map(Series::lines).filter(|lines| !lines.is_empty());
                let named = named.map(|lines| lines.iter().map(|l| l.as_str().to_owned()).collect());
                (of_series(words, lists, &series, (rater, age), empty), named)
            }
            None => (empty, None),
        };
        let change = change_of(lists, age, strand).map(|(.., change)| change_told(words, &change));
        let labelled = labels.is_some();
        let count = strand.first().map_or(0, |m| m.lines().len());
        let labels: Vec<String> = labels
            .filter(|labels: &Vec<String>| labels.len() == count)
            .unwrap_or_else(|| (1..=count).map(|n| n.to_string()).collect());
        let rater = strand.first().map_or(Role::Other, |m| m.rater);
        let rater = words.code("role", rater.code()).to_owned();
        let mut name = of.as_ref().map_or_else(String::new, |of| score::strand(words, of));
        if let Some(line) = line.and_then(|line| labels.get(line)) {
            name = format!("{name} · {line}");
        }
        // A single line needs no heading of its own.
        let heads = if line.is_some() || count < 2 { Vec::new() } else { labels };
        Self { strand: of, change, name, chart, heads, labelled, rater, rows }
    }

    /// A blank line, the headings, and up to `rows` scores.
    fn table(&self, words: &Words, theme: &Theme, width: usize, rows: usize) -> Vec<Line<'static>> {
        let lang = words.lang();
        // One decimal in every number puts the commas below each other.
        let number = |value: Tenths| decimal(lang, f64::from(value.0) / 10.0, 1);
        let rater = columns(words.get("scores-rater")).max(columns(&self.rater));
        let rest = width.saturating_sub(DATE + NUMBER + 1 + 2 + rater);
        let count = self.heads.len().max(1);
        // Lines that have no room are left out together; the key for what a figure counts lists them.
        let shown = if rest / count < NUMBER { 0 } else { count };
        let wide = if self.labelled { (rest / count).clamp(NUMBER, LABELLED) } else { NUMBER };
        let sum = words.get(if self.heads.is_empty() { "scores-value" } else { "scores-sum" });
        let mut heads = Cells::new().left(words.get("scores-date"), DATE, theme.dim);
        for head in self.heads.iter().take(shown) {
            heads = heads.right(&clip(head, wide - 1), wide, theme.dim);
        }
        let heads =
            heads.right(sum, NUMBER + 1, theme.dim).gap(2).left(words.get("scores-rater"), rater, theme.dim);
        let mut table = vec![Line::default(), heads.line(None)];
        for (date, parts, value) in &self.rows {
            let mut cells = Cells::new().left(&dates::day_month_year(lang, *date), DATE, theme.text);
            for part in parts.iter().take(shown) {
                cells = cells.right(&number(*part), wide, theme.text);
            }
            let cells = cells.right(&number(*value), NUMBER + 1, theme.text).gap(2);
            table.push(cells.left(&self.rater, rater, theme.text).line(None));
        }
        cut(&mut table, rows + 2, words, theme);
        table
    }
}

/// The lines of a score that has several.
fn parts(measure: &Measure) -> Vec<Tenths> {
    let lines = measure.lines();
    if lines.len() < 2 { Vec::new() } else { lines }
}

/// The labels that a licensed house has given to an instrument.
fn labels(lists: &HouseSettings, instrument: Instrument) -> Option<Vec<String>> {
    let own = lists.labels.iter().find(|l| l.instrument == instrument)?;
    Some(own.lines.iter().map(|l| l.as_str().to_owned()).collect())
}

/// The chart of an instrument, with its cut-off and the score from which an improvement is reliable.
fn of_instrument(
    words: &Words,
    lists: &HouseSettings,
    age: Option<u32>,
    (instrument, rater): (Instrument, Role),
    chart: Chart,
) -> Chart {
    let cut_off = (lists.cut_offs.of(instrument, age), words.get("scores-cut-off").to_owned());
    let strand = Strand::Fit(instrument, rater);
    let first = chart.points.first().map_or(Tenths(0), |(_, value)| *value);
    let target = reliable_target(&strand, first)
        .map(|(by, at)| (at, words.with("scores-first-plus", &[("by", tenths(words.lang(), by).into())])));
    Chart { high: SUM, better: Some(Direction::Up), cut_offs: vec![cut_off], target, ..chart }
}

/// The chart of a series. A series that the house no longer has takes its range from its scores.
fn of_series(
    words: &Words,
    lists: &HouseSettings,
    name: &Tag,
    (rater, age): (Role, Option<u32>),
    chart: Chart,
) -> Chart {
    let Some(series) = lists.series(name) else {
        let values = || chart.points.iter().map(|(_, value)| *value);
        let (low, high) = (values().min().unwrap_or(Tenths(0)), values().max().unwrap_or(Tenths(0)));
        return Chart { low, high, ..chart };
    };
    let cut_off = |c: Tenths| (c, words.get("scores-cut-off").to_owned());
    let (low, high) = series.ends();
    let cut_offs = series.cut_offs_of(rater, age).map(cut_off).collect();
    Chart { low, high, better: Some(series.better()), cut_offs, ..chart }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Scores(scores)) = model.layers.last_mut() else { return None };
    if command == Command::Back {
        model.layers.pop();
        return Some(Effect::None);
    }
    scores.turn(command).then_some(Effect::None)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, scores: &Scores, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    // The frame takes a corner and a blank on either side.
    let title = scores.title(words, usize::from(room.width).saturating_sub(4));
    let inner = popup::draw(frame, room, room.width, room.height, &title, theme.accent);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let shown = scores.lines(words, theme, usize::from(inner.width), usize::from(inner.height));
    lines::draw(frame, shown, inner);
}
