//! A week of attendance as a thin bar with the plan behind it, and its figures.
//!
//! The sign of the bar says whose register it is, and so do the words: `▬` the house's own, `=` reported by the child's
//! own school, `-` the sending school's.

use ratatui::style::Style;
use ratatui::text::Span;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::{Lengths, longest};
use trivsel_domain::value::{Coded, Halves, Pedagogical};

use crate::theme::Theme;
use trivsel_words::numbers::{half_days, hours};
use trivsel_words::text::clip;
use trivsel_words::{Words, reported};

/// The lengths that fill a bar: one for hours, one for half-days.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    minutes: u32,
    halves: u32,
}

impl Scale {
    /// The scale on which the longest plan of some weeks fills a bar.
    pub fn of<'a>(weeks: impl IntoIterator<Item = &'a Attendance>) -> Self {
        let (minutes, halves) = longest(weeks.into_iter().map(Lengths::of));
        Self { minutes, halves }
    }
}

/// The bar of a week in a number of columns, and blanks behind it.
#[must_use]
pub fn bar(theme: &Theme, week: &Attendance, scale: Scale, width: usize) -> [Span<'static>; 3] {
    let (attended, planned, whole) = match Lengths::of(week) {
        Lengths::Minutes { attended, planned } => (attended, planned, scale.minutes),
        Lengths::Halves { attended, planned } => (attended, planned, scale.halves),
    };
    let part = |length: u32| {
        let columns = f64::from(length) / f64::from(whole.max(1)) * width as f64;
        // The cast saturates; anything at all has a column.
        (columns.round() as usize).clamp(usize::from(length > 0), width)
    };
    let (attended, planned) = (part(attended), part(planned));
    let sign = match week {
        Attendance::Own(_) => "▬",
        Attendance::Reported(_) => "=",
        Attendance::Imported(_) => "-",
    };
    [
        Span::styled(sign.repeat(attended), theme.text),
        Span::styled("·".repeat(planned.saturating_sub(attended)), theme.dim),
        Span::styled(" ".repeat(width - planned.max(attended)), Style::new()),
    ]
}

/// The widest name of a register, in columns.
const REGISTER: usize = 20;

/// The figures of a week, the most important first: "12,5 af 14 t", "4,5 af 5 dage". The last one of a register that is
/// not the house's own says whose it is.
#[must_use]
pub fn figures(words: &Words, week: &Attendance) -> Vec<String> {
    let days = |attended: Halves<Pedagogical>, planned: Halves<Pedagogical>| {
        let args = [
            ("attended", half_days(words.lang(), attended).into()),
            ("planned", half_days(words.lang(), planned).into()),
        ];
        words.with("week-days", &args)
    };
    match week {
        // Nothing attended of a plan would say that the child stayed away.
        Attendance::Own(own) if own.registered() == Halves::NONE => vec![match own.minutes_of_plan() {
            Some(planned) => {
                words.with("week-planned-hours", &[("hours", hours(words.lang(), planned).into())])
            }
            None => words.with("week-planned-days", &[("days", half_days(words.lang(), own.planned).into())]),
        }],
        Attendance::Own(own) => {
            let hours = own.minutes_of_plan().map(|planned| {
                let args = [
                    ("attended", hours(words.lang(), own.minutes_attended).into()),
                    ("planned", hours(words.lang(), planned).into()),
                ];
                words.with("week-hours", &args)
            });
            hours.into_iter().chain([days(own.attended(), own.planned)]).collect()
        }
        Attendance::Reported(told) => {
            let who: Vec<&str> = told.sources.iter().map(|s| words.code("report-source", s.code())).collect();
            let who = words.with("week-reported", &[("who", who.join(", ").into())]);
            vec![days(told.attended, told.possible), who]
        }
        Attendance::Imported(told) => {
            vec![
                days(told.attended, told.registered),
                clip(&reported::register(words, told.register.as_ref()), REGISTER),
            ]
        }
    }
}
