//! How it goes, beside the overview on a wide screen: attendance by week and the scores of wellbeing.

use ratatui::text::Line;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::{Lengths, halves};
use trivsel_domain::value::{Halves, Pedagogical};

use super::Sheet;
use crate::layers::scores;
use crate::model::Model;
use crate::widgets::chart::weeks::{WeekBar, WeekBars};
use trivsel_words::Words;
use trivsel_words::numbers::half_days;
use trivsel_words::text::clip;

/// The least width and height of a sheet with this beside its overview, and the columns that it takes.
const WIDEST: usize = 110;
const LOWEST: usize = 16;
/// Minutes of an hour, and half-days of a day.
const HOUR: u32 = 60;
const DAY: u32 = 2;
/// The most lines of the attendance.
const WEEKS: usize = 13;
/// The fewest lines of the scores.
const SCORES: usize = 8;

/// The columns that are left for the rows of the overview.
pub(super) fn rows_width(width: usize, height: usize) -> usize {
    if width >= WIDEST && height >= LOWEST { width - width * 9 / 20 } else { width }
}

/// The pictures in an area of a size.
pub(super) fn lines(sheet: &Sheet, model: &Model, width: usize, height: usize) -> Vec<Line<'static>> {
    let (words, theme, today) = (&model.words, &model.theme, model.today());
    let age = sheet.dossier.child.age_on(today);
    let chart = scores::leading(words, &model.roster.lists, age, &sheet.measures, today);
    let chart = chart.filter(|_| height >= 2 * SCORES);
    let upper = if chart.is_some() { (height * 2 / 5).min(WEEKS) } else { WEEKS.min(height) };
    let (title, bars) = bars(sheet, words);
    let mut lines = vec![Line::styled(clip(words.get(title), width), theme.text)];
    let names = ["glance-planned", "glance-attended", "glance-week"].map(|id| words.get(id));
    lines.extend(bars.lines(theme, names, width, upper.saturating_sub(1)));
    match chart {
        Some(chart) => {
            lines.push(Line::default());
            let room = height.saturating_sub(lines.len());
            lines.extend(chart.lines(words, theme, width, room.min(WEEKS + 2)));
        }
        None if lines.len() + 2 <= height => {
            lines.extend([Line::default(), Line::styled(clip(words.get("scores-none"), width), theme.dim)]);
        }
        None => {}
    }
    lines
}

/// The bars with the words that name them: in hours if the house keeps the register and knows the hours, else in days.
fn bars(sheet: &Sheet, words: &Words) -> (&'static str, WeekBars) {
    let weeks = &sheet.weeks;
    let own = || weeks.iter().filter(|w| matches!(w.attendance, Attendance::Own(_)));
    let hours: Option<Vec<WeekBar>> = own()
        .map(|w| {
            let Lengths::Minutes { attended, planned } = Lengths::of(&w.attendance) else { return None };
            let told = |minutes: u32| ((minutes + HOUR / 2) / HOUR).to_string();
            let (attended_told, planned_told) = (told(attended), told(planned));
            Some(WeekBar { monday: w.monday, attended, planned, attended_told, planned_told, told: false })
        })
        .collect();
    if let Some(hours) = hours.filter(|hours| !hours.is_empty()) {
        return ("glance-hours", WeekBars { weeks: hours, one: HOUR });
    }
    let days = weeks.iter().map(|w| {
        let (attended, planned) = halves(&w.attendance);
        let told = |halves: u32| half_days(words.lang(), Halves::<Pedagogical>::new(halves));
        let (attended_told, planned_told) = (told(attended), told(planned));
        let told = w.attendance.is_reported();
        WeekBar { monday: w.monday, attended, planned, attended_told, planned_told, told }
    });
    let title = match (weeks.is_empty(), own().next()) {
        (true, _) => "glance-none",
        (false, None) => "glance-reported",
        (false, Some(_)) => "glance-days",
    };
    (title, WeekBars { weeks: days.collect(), one: DAY })
}
