//! One child's measures over the whole pane: a chart a strand, what the scores give cause for, and the last of them.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::measure::reliable_above;
use trivsel_domain::{
    Coded, Direction, HouseSettings, Instrument, Measure, Role, Score, Strand, Tag, Tenths, alerts,
};

use super::Layer;
use crate::draw::wrap;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;
use crate::theme::Theme;
use crate::widgets::cells::Cells;
use crate::widgets::chart::Chart;
use crate::widgets::{lines, popup};
use trivsel_words::numbers::{decimal, tenths};
use trivsel_words::text::{clip, columns};
use trivsel_words::{Words, dates, score};

/// The highest sum of four lines.
const SUM: Tenths = Tenths(400);
/// The least lines that a chart is drawn in while a table stands below it.
const CHART: usize = 9;
/// The most scores in the table.
const ROWS: usize = 6;
/// In fewer lines than these the chart gets the room, and the table is this short.
const TALL: usize = 24;
const FEW: usize = 3;
/// Columns of a date, of a number, and of a number under a label of the house.
const DATE: usize = 12;
const NUMBER: usize = 6;
const LABELLED: usize = 14;

/// The measures of one child, one strand of them on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// Whose.
    pub name: String,
    /// What was measured; never joined across instruments or raters.
    pub strands: Vec<StrandView>,
    /// The strand that is shown.
    pub at: usize,
    /// What the scores give cause for, of all strands.
    pub alerts: Vec<String>,
}

/// One strand: what is drawn, and what the table lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrandView {
    /// Instrument or series, and who rated.
    pub name: String,
    /// Its chart.
    pub chart: Chart,
    /// What stands above the four lines of an instrument; nothing for a series.
    pub heads: Vec<String>,
    /// Whether the house has put labels of its own to the four lines.
    pub labelled: bool,
    /// Who rated.
    pub rater: String,
    /// The scores, the latest first: date, the four lines if there are such, the one number.
    pub rows: Vec<(NaiveDate, Vec<Tenths>, Tenths)>,
}

impl Scores {
    /// Sorts a child's measures into strands: life first, then the talk, then the series of the house.
    #[must_use]
    pub fn new(
        words: &Words,
        lists: &HouseSettings,
        child: &str,
        age: Option<u32>,
        measures: &[Measure],
        today: NaiveDate,
    ) -> Self {
        let mut sorted: Vec<&Measure> = measures.iter().collect();
        sorted.sort_by_key(|m| (order(&m.strand()), m.strand(), m.date, m.id));
        let strands = sorted
            .chunk_by(|a, b| a.strand() == b.strand())
            .map(|strand| StrandView::new(words, lists, age, strand))
            .collect();
        let alerts = alerts(measures, lists.cut_offs, today).iter().map(|a| score::alert(words, a)).collect();
        Self { name: child.to_owned(), strands, at: 0, alerts }
    }

    /// Goes to the strand before or after. Answers whether the command was one for it.
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

    /// What stands in the frame: whose, which strand, and how many there are. A long name makes room for the strand.
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

    /// Alerts, chart and table in a room.
    #[must_use]
    pub fn lines(&self, words: &Words, theme: &Theme, width: usize, height: usize) -> Vec<Line<'static>> {
        let mut lines = self.alert_lines(words, theme, width, height / 3);
        let Some(strand) = self.strands.get(self.at) else {
            lines.push(Line::styled(clip(words.get("scores-none"), width), theme.dim));
            lines.truncate(height);
            return lines;
        };
        let room = height.saturating_sub(lines.len());
        // An empty line and the heads stand above the rows.
        let most = if room < TALL { FEW } else { ROWS };
        let rows = room.saturating_sub(CHART + 2).min(most).min(strand.rows.len());
        let table = if rows > 0 { strand.table(words, theme, width, rows) } else { Vec::new() };
        let chart = strand.chart.lines(words, theme, width, room.saturating_sub(table.len()));
        lines.extend(chart);
        lines.extend(table);
        lines.truncate(height);
        lines
    }

    /// The alerts in at most so many lines; those that there is no room for are counted.
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

/// Life before the talk, and both before what a house has thought of itself.
fn order(strand: &Strand) -> u8 {
    match strand {
        Strand::Fit(instrument, _) => u8::from(instrument.is_alliance()),
        Strand::Own(..) => 2,
    }
}

impl StrandView {
    /// The view of a strand's measures, oldest first.
    fn new(words: &Words, lists: &HouseSettings, age: Option<u32>, strand: &[&Measure]) -> Self {
        let points: Vec<(NaiveDate, Tenths)> = strand.iter().map(|m| (m.date, m.value())).collect();
        let rows = strand.iter().rev().map(|m| (m.date, parts(&m.score), m.value())).collect();
        let empty = Chart {
            title: String::new(),
            low: Tenths(0),
            high: Tenths(0),
            better: None,
            cut_offs: Vec::new(),
            target: None,
            points,
        };
        let (name, rater, chart, labels) = match strand.first().map(|m| m.strand()) {
            Some(Strand::Fit(instrument, rater)) => (
                instrument.code().to_uppercase(),
                rater,
                of_instrument(words, lists, age, (instrument, rater), empty),
                Some(labels(lists, instrument)),
            ),
            Some(Strand::Own(series, rater)) => {
                (series.as_str().to_owned(), rater, of_series(words, lists, &series, empty), None)
            }
            None => (String::new(), Role::Other, empty, None),
        };
        let labelled = labels.as_ref().is_some_and(Option::is_some);
        let numbered = || (1..=4).map(|n| n.to_string()).collect();
        let heads = labels.map_or_else(Vec::new, |own| own.unwrap_or_else(numbered));
        let rater = words.code("role", rater.code()).to_owned();
        Self { name: format!("{name} · {rater}"), chart, heads, labelled, rater, rows }
    }

    /// An empty line, the heads, and so many scores.
    fn table(&self, words: &Words, theme: &Theme, width: usize, rows: usize) -> Vec<Line<'static>> {
        let lang = words.lang();
        // With the decimal always, so that commas stand below each other.
        let number = |value: Tenths| decimal(lang, f64::from(value.0) / 10.0, 1);
        let rater = columns(words.get("scores-rater")).max(columns(&self.rater));
        let rest = width.saturating_sub(DATE + NUMBER + 1 + 2 + rater);
        let wide = if self.labelled { (rest / 4).clamp(NUMBER, LABELLED) } else { NUMBER };
        let sum = words.get(if self.heads.is_empty() { "scores-value" } else { "scores-sum" });
        let mut heads = Cells::new().left(words.get("scores-date"), DATE, theme.dim);
        for head in &self.heads {
            heads = heads.right(&clip(head, wide - 1), wide, theme.dim);
        }
        let heads =
            heads.right(sum, NUMBER + 1, theme.dim).gap(2).left(words.get("scores-rater"), rater, theme.dim);
        let mut table = vec![Line::default(), heads.line(None)];
        for (date, parts, value) in self.rows.iter().take(rows) {
            let mut cells = Cells::new().left(&dates::day_month_year(lang, *date), DATE, theme.text);
            for part in parts {
                cells = cells.right(&number(*part), wide, theme.text);
            }
            let cells = cells.right(&number(*value), NUMBER + 1, theme.text).gap(2);
            table.push(cells.left(&self.rater, rater, theme.text).line(None));
        }
        table
    }
}

/// The four lines of a score with an instrument; of a series there is only its one number.
fn parts(score: &Score) -> Vec<Tenths> {
    match score {
        Score::Fit { lines, .. } => lines.lines().to_vec(),
        Score::Own { .. } => Vec::new(),
    }
}

/// The labels that a house with a licence has put to an instrument.
fn labels(lists: &HouseSettings, instrument: Instrument) -> Option<Vec<String>> {
    let own = lists.labels.iter().find(|l| l.instrument == instrument)?;
    Some(own.lines.iter().map(|l| l.as_str().to_owned()).collect())
}

/// The chart of an instrument: its cut-off, and where a change for the better is reliable.
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
    // How far above nothing it lies is how far above any first score it should lie. Where the scale ends before, no
    // change can be reliable, and a line drawn at its end would say otherwise.
    let target = reliable_above(&strand, Tenths(0)).zip(reliable_above(&strand, first));
    let target = target.filter(|(by, at)| at.0 - first.0 == by.0);
    let target = target
        .map(|(by, at)| (at, words.with("scores-first-plus", &[("by", tenths(words.lang(), by).into())])));
    Chart { high: SUM, better: Some(Direction::Up), cut_offs: vec![cut_off], target, ..chart }
}

/// The chart of a series; where the house has given it up, it is as wide as its scores.
fn of_series(words: &Words, lists: &HouseSettings, name: &Tag, chart: Chart) -> Chart {
    let Some(series) = lists.series(name) else {
        let values = || chart.points.iter().map(|(_, value)| *value);
        let (low, high) = (values().min().unwrap_or(Tenths(0)), values().max().unwrap_or(Tenths(0)));
        return Chart { low, high, ..chart };
    };
    let cut_off = |c: &Tenths| (*c, words.get("scores-cut-off").to_owned());
    Chart {
        low: series.low(),
        high: series.high(),
        better: Some(series.better()),
        cut_offs: series.cut_offs().iter().map(cut_off).collect(),
        ..chart
    }
}

/// Turns to another strand, or closes it.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Scores(scores)) = model.layers.last_mut() else { return None };
    if command == Command::Back {
        model.layers.pop();
        return Some(Effect::None);
    }
    scores.turn(command).then_some(Effect::None)
}

/// Draws it over the pane.
pub fn draw(frame: &mut Frame<'_>, model: &Model, scores: &Scores, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    // The frame takes a corner and a blank on either side.
    let title = scores.title(words, usize::from(room.width).saturating_sub(4));
    let inner = popup::draw(frame, room, room.width, room.height, &title, theme.accent);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let shown = scores.lines(words, theme, usize::from(inner.width), usize::from(inner.height));
    lines::draw(frame, shown, inner);
}
