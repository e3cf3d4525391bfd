//! The drawing inside the axes: ratatui's chart at the resolution of the theme's pen, each set in a style of ours.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::text::Span;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

use crate::theme::Pen;

/// A column and a row of the finest dots, both from the upper left corner.
pub(super) type Dot = (usize, usize);

/// A drawing in cells. Later sets lie over earlier ones.
pub(super) struct Plot {
    width: u16,
    height: u16,
    pen: Pen,
    sets: Vec<Set>,
    /// Texts by their cell, over everything else.
    texts: Vec<(u16, u16, String, Style)>,
}

struct Set {
    /// From 0 at the left and the bottom to 1.
    data: Vec<(f64, f64)>,
    marker: Marker,
    graph: GraphType,
    style: Style,
}

impl Plot {
    /// An empty drawing of so many columns and rows.
    pub(super) fn new(width: usize, height: usize, pen: Pen) -> Self {
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        Self { width: cells(width), height: cells(height), pen, sets: Vec::new(), texts: Vec::new() }
    }

    /// Joins dots, from left to right, with one line.
    pub(super) fn line(&mut self, dots: &[Dot], style: Style) {
        let (across, down) = self.pen.dots();
        let (width, height) = (usize::from(self.width) * across, usize::from(self.height) * down);
        let data = dots.iter().map(|(x, y)| (part(*x, width), 1.0 - part(*y, height))).collect();
        self.sets.push(Set { data, marker: self.pen.marker(), graph: GraphType::Line, style });
    }

    /// Draws upright bars: for each column the number of dots it is high. A bar has half a row as its finest step with
    /// every pen, since dots of Braille would not fill it.
    pub(super) fn bars(&mut self, bars: &[(usize, usize)], style: Style) {
        let (width, height) = (usize::from(self.width), usize::from(self.height) * HALVES);
        for (x, high) in bars.iter().filter(|(_, high)| *high > 0) {
            let x = part(*x, width);
            let data = vec![(x, 0.0), (x, part(high - 1, height))];
            self.sets.push(Set { data, marker: Marker::HalfBlock, graph: GraphType::Line, style });
        }
    }

    /// Puts a sign in cells.
    pub(super) fn signs(&mut self, cells: &[(usize, usize)], sign: char, style: Style) {
        let (width, height) = (usize::from(self.width), usize::from(self.height));
        let data = cells.iter().map(|(x, y)| (part(*x, width), 1.0 - part(*y, height))).collect();
        self.sets.push(Set { data, marker: Marker::Custom(sign), graph: GraphType::Scatter, style });
    }

    /// Draws a horizontal line of a sign over all columns, or over every second one if it is dotted.
    pub(super) fn level(&mut self, y: usize, sign: char, style: Style) {
        let width = usize::from(self.width);
        // A dotted line ends with a blank, since its name begins with a dot.
        let (first, step) = if sign == '─' { (0, 1) } else { (width % 2, 2) };
        let cells: Vec<(usize, usize)> = (first..width).step_by(step).map(|x| (x, y)).collect();
        self.signs(&cells, sign, style);
    }

    /// Writes a text to the right of a cell.
    pub(super) fn write(&mut self, (x, y): (usize, usize), text: &str, style: Style) {
        let cell = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.texts.push((cell(x), cell(y), text.to_owned(), style));
    }

    /// The rows, with one span for each run of equal style.
    pub(super) fn rows(self) -> Vec<Vec<Span<'static>>> {
        let area = Rect::new(0, 0, self.width, self.height);
        let mut buffer = Buffer::empty(area);
        // The canvas has colours and no other styles, so each set is drawn in its number as a colour.
        let named = |n: usize| Color::Rgb(1, 0, u8::try_from(n).unwrap_or(u8::MAX));
        let sets = self.sets.iter().enumerate().map(|(n, set)| {
            let dataset = Dataset::default().data(&set.data).marker(set.marker).graph_type(set.graph);
            dataset.style(Style::new().fg(named(n.min(LAST))))
        });
        let unit = || Axis::default().bounds([0.0, 1.0]);
        if !area.is_empty() {
            Chart::new(sets.collect()).x_axis(unit()).y_axis(unit()).render(area, &mut buffer);
        }
        for (n, (x, y, text, _)) in self.texts.iter().enumerate() {
            if area.contains((*x, *y).into()) {
                let number = u8::try_from(n).unwrap_or(u8::MAX);
                let room = usize::from(self.width - x);
                buffer.set_stringn(*x, *y, text, room, Style::new().fg(Color::Rgb(2, 0, number)));
            }
        }
        let style = |colour: Color| match colour {
            Color::Rgb(1, _, n) => self.sets.get(usize::from(n)).map(|set| set.style),
            Color::Rgb(2, _, n) => self.texts.get(usize::from(n)).map(|text| text.3),
            _ => None,
        };
        let row = |y: u16| {
            let cells: Vec<(&str, Style)> = (0..self.width)
                .map(|x| {
                    let cell = &buffer[(x, y)];
                    (cell.symbol(), style(cell.fg).unwrap_or_default())
                })
                .collect();
            let runs = cells.chunk_by(|a, b| a.1 == b.1);
            runs.map(|run| Span::styled(run.iter().map(|(sign, _)| *sign).collect::<String>(), run[0].1))
                .collect()
        };
        (0..self.height).map(row).collect()
    }
}

/// Halves of a row in a bar.
pub(super) const HALVES: usize = 2;
/// The highest number of a set that a colour can hold; the sets after it share its style.
const LAST: usize = 255;

/// Where the middle of a dot is between the first one at 0 and the last one at 1.
fn part(n: usize, of: usize) -> f64 {
    if of > 1 { n.min(of - 1) as f64 / (of - 1) as f64 } else { 0.0 }
}
