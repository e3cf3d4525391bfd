//! Charts: data on a time axis, drawn once as SVG, with the same figures as a table.

mod draw;
mod picture;

use chrono::NaiveDate;
use trivsel_words::Lang;

use crate::paper::Table;

pub(crate) use self::draw::{HEIGHT, WIDTH, svg};
pub(crate) use self::picture::png;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub lang: Lang,
    pub title: String,
    /// What it shows, from which register.
    pub caption: String,
    /// The first and the last day of the axis.
    pub days: (NaiveDate, NaiveDate),
    /// The scale, each number as it is written beside the axis, the lowest first.
    pub scale: Vec<(f64, String)>,
    pub drawn: Drawn,
    /// Levels to compare with, each with its name.
    pub levels: Vec<(f64, String)>,
    /// The figures that are drawn.
    pub table: Table,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// A bar from one day to another.
    Bars(Vec<Bar>),
    /// Points, joined in their order.
    Line(Vec<(NaiveDate, f64)>),
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub value: f64,
    /// Whether the house's own register tells of it; others are drawn light.
    pub own: bool,
}
