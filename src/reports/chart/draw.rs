//! A chart as SVG. The drawing has only the program's own words in it, never a person's.

use chrono::{Datelike, Months, NaiveDate};
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, KeyPointWeight, Ranged};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use trivsel_words::{dates, names};

use super::{Bar, Chart, Drawn};
use crate::ReportError;

/// The size of a drawing, in units of which Word and a page have about 90 to the inch.
pub(crate) const WIDTH: u32 = 640;
pub(crate) const HEIGHT: u32 = 230;

/// The most months with a name below the axis.
const NAMES: usize = 10;
/// The share of its days that a bar fills.
const FILLED: f64 = 0.86;

const INK: RGBColor = RGBColor(0x33, 0x33, 0x33);
const FAINT: RGBColor = RGBColor(0xD8, 0xD8, 0xD8);
const DATA: RGBColor = RGBColor(0x2F, 0x5D, 0x8A);
const LIGHT: RGBColor = RGBColor(0xB9, 0xCB, 0xDD);

/// The drawing.
///
/// # Errors
/// [`ReportError::Chart`].
pub(crate) fn svg(chart: &Chart) -> Result<String, ReportError> {
    let mut out = String::new();
    draw(chart, &mut out).map_err(|_| ReportError::Chart)?;
    Ok(out)
}

/// An axis with names at some of its numbers.
struct Axis {
    ends: (f64, f64),
    named: Vec<f64>,
}

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let (low, high) = self.ends;
        let share = (value - low) / (high - low);
        // The cast saturates, and a drawing is some hundred units wide.
        from + (share * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match hint.weight() {
            KeyPointWeight::Bold => self.named.clone(),
            KeyPointWeight::Any => Vec::new(),
        }
    }

    fn range(&self) -> std::ops::Range<f64> {
        self.ends.0..self.ends.1
    }
}

type Drew = Result<(), DrawingAreaErrorKind<std::io::Error>>;

fn draw(chart: &Chart, out: &mut String) -> Drew {
    let area = SVGBackend::with_string(out, (WIDTH, HEIGHT)).into_drawing_area();
    area.fill(&WHITE)?;
    let (first, last) = chart.days;
    let x = |date: NaiveDate| date.signed_duration_since(first).num_days() as f64;
    let end = (x(last) + 1.0).max(7.0);
    let (low, high) = ends(&chart.scale);
    let months = months(first, last);
    let every = months.len().div_ceil(NAMES).max(1);
    let key: Vec<f64> = months.iter().step_by(every).map(|m| x(*m)).collect();
    let steps: Vec<f64> = chart.scale.iter().map(|(value, _)| *value).collect();
    let mut on = ChartBuilder::on(&area)
        .margin_top(14)
        .margin_right(16)
        .margin_bottom(4)
        .x_label_area_size(26)
        .y_label_area_size(52)
        .build_cartesian_2d(
            Axis { ends: (0.0, end), named: key },
            Axis { ends: (low, high), named: steps },
        )?;
    let several_years = first.year() != last.year();
    let month = |at: &f64| {
        let date = first + chrono::Days::new(*at as u64);
        let name = names::month_short(chart.lang, date);
        if several_years && (date.month0() == 0 || date < first + Months::new(1)) {
            dates::month_short_year(chart.lang, date)
        } else {
            name.to_owned()
        }
    };
    let step = |at: &f64| {
        let name = chart.scale.iter().find(|(value, _)| (value - at).abs() < 1e-6);
        name.map_or_else(String::new, |(_, name)| name.clone())
    };
    on.configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(FAINT)
        .axis_style(INK)
        .label_style(("sans-serif", 12).into_font().color(&INK))
        .x_label_formatter(&month)
        .y_label_formatter(&step)
        .draw()?;
    for (value, name) in &chart.levels {
        let line = DashedLineSeries::new([(0.0, *value), (end, *value)], 5, 4, INK.stroke_width(1));
        on.draw_series(line)?;
        let style = ("sans-serif", 11).into_font().color(&INK).pos(Pos::new(HPos::Right, VPos::Bottom));
        on.draw_series([Text::new(name.clone(), (end, *value), style)])?;
    }
    match &chart.drawn {
        Drawn::Bars(bars) => {
            let shape = |bar: &Bar| {
                let (from, to) = (x(bar.from).max(0.0), (x(bar.to) + 1.0).min(end));
                let gap = (to - from) * (1.0 - FILLED) / 2.0;
                let color = if bar.own { DATA } else { LIGHT };
                // A week without attendance has a line, since it was registered.
                let top = bar.value.max((high - low) / 120.0);
                Rectangle::new([(from + gap, low), (to - gap, top)], color.filled())
            };
            on.draw_series(bars.iter().map(shape))?;
        }
        Drawn::Line(points) => {
            let at = |(date, value): &(NaiveDate, f64)| (x(*date) + 0.5, *value);
            on.draw_series([PathElement::new(
                points.iter().map(at).collect::<Vec<_>>(),
                DATA.stroke_width(2),
            )])?;
            on.draw_series(points.iter().map(|point| Circle::new(at(point), 3, DATA.filled())))?;
        }
    }
    drop(on);
    area.present()
}

/// The ends of a scale, which are never the same.
fn ends(scale: &[(f64, String)]) -> (f64, f64) {
    let low = scale.first().map_or(0.0, |(value, _)| *value);
    let high = scale.last().map_or(1.0, |(value, _)| *value);
    (low, if high > low { high } else { low + 1.0 })
}

/// The first days of the months from one day to another; the first day itself if none begins between them.
fn months(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let begins = |date: NaiveDate| date.with_day(1).unwrap_or(date);
    let mut months: Vec<NaiveDate> =
        std::iter::successors(Some(begins(first)), |m| m.checked_add_months(Months::new(1)))
            .take_while(|month| *month <= last)
            .filter(|month| *month >= first)
            .collect();
    if months.is_empty() {
        months.push(first);
    }
    months
}
