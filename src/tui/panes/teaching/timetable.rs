//! Draws the timetable as a grid.

use ratatui::text::{Line, Span};
use trivsel_domain::record::DayPlan;
use trivsel_domain::rules::growth::{Adjustment, FEWEST_HALF_DAYS, weeks_before};
use trivsel_domain::value::TimeOfDay;

use super::draw::{BY_WEEK, MOST, by_week};
use super::grid;
use super::week::weekdays;
use crate::model::Model;
use crate::panes::plan;
use crate::view::CaseView;
use crate::widgets::list::Part;
use trivsel_words::dates;
use trivsel_words::names::weekday_short;
use trivsel_words::numbers::{decimal_short, percent_or_dash};
use trivsel_words::text::{clip, columns, fit, spaced};

/// The columns of the times.
const TIMES: usize = 7;
/// The fewest weeks of attendance that are shown below the grid.
const FEWEST_WEEKS: usize = 3;

/// The number of the version shown, how many there are, and its first day.
pub(super) fn version(model: &Model, row: &CaseView) -> String {
    let words = &model.words;
    let Some(shown) = grid::shown(model, row) else { return words.get("timetable-none").to_owned() };
    let number = row.timetables.iter().filter(|t| t.from <= shown.from).count();
    let day = dates::day_month_year(words.lang(), shown.from);
    let args = [("number", number.into()), ("count", row.timetables.len().into()), ("day", day.into())];
    words.with("timetable-version", &args)
}

/// The grid in this many lines, with the cursor among them.
pub(super) fn lines(model: &Model, row: &CaseView, width: usize, room: usize) -> Vec<Line<'static>> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let shown = grid::shown(model, row);
    let days = shown.map_or([const { DayPlan::Off }; 5], |t| t.days.clone());
    let column = width.saturating_sub(TIMES) / 5;
    let minutes: u32 = days.iter().map(DayPlan::minutes).sum();
    let hours = decimal_short(lang, f64::from(minutes) / 60.0, 1);
    let day = |date| dates::day_short_year(lang, date);
    let mut args = vec![("day", day(grid::from(model)).into()), ("hours", hours.into())];
    let later = grid::next_version(model, row);
    let id = if later.is_some() { "timetable-between" } else { "timetable-from" };
    args.extend(later.map(|next| ("next", day(next).into())));
    let mut lines = vec![Line::raw(clip(&format!(" {}", words.with(id, &args)), width))];
    lines.push(Line::styled(clip(&format!(" {}", next(model, row)), width), theme.dim));
    let mut heads = vec![Span::raw(" ".repeat(TIMES))];
    for ((at, weekday), day) in weekdays(model).enumerate().zip(&days) {
        // The grid shows the hours; a day that is not at school says where.
        let hours = || decimal_short(lang, f64::from(day.minutes()) / 60.0, 2);
        let planned = match day.spells() {
            Some(_) => words.with("timetable-hours", &[("hours", hours().into())]),
            None => plan::text(words, day),
        };
        let head = format!("{weekday} {planned}");
        // A cut word says nothing.
        let head = if *day == DayPlan::Elsewhere && columns(&head) >= column {
            format!("{weekday} {}", words.get("plan-elsewhere-short"))
        } else {
            head
        };
        let style = if at == model.teaching.grid.day { theme.accent } else { theme.dim };
        heads.push(Span::styled(spaced(&head, column), style));
    }
    lines.push(Line::from(heads));
    let rows = grid::rows(&days);
    let cursor = model.teaching.grid.row.min(rows.len().saturating_sub(1));
    let part = Part::around(cursor, rows.len(), room.saturating_sub(lines.len()));
    let drawn = rows.iter().enumerate().skip(part.rows.start).take(part.rows.len()).map(|(n, at)| {
        let time =
            TimeOfDay::from_minutes(*at).map_or_else(|_| String::new(), |t| dates::time(lang, t.into()));
        let mut spans = vec![Span::styled(fit(&format!(" {time:>5}"), TIMES), theme.dim)];
        for (weekday, day) in days.iter().enumerate() {
            let here = n == cursor && weekday == model.teaching.grid.day;
            let sign = if here { "►" } else { " " };
            let text = format!("{sign}{}", cell(model, day, *at));
            let style = if here { theme.selection } else { theme.text };
            spans.push(Span::styled(spaced(&text, column), style));
        }
        Line::from(spans)
    });
    lines.extend(part.framed(words, theme, drawn));
    // How the last weeks went, which the adjustment is proposed from.
    let free = room.saturating_sub(lines.len() + BY_WEEK);
    if free >= FEWEST_WEEKS {
        lines.extend(by_week(model, row, width, free.min(MOST)));
    }
    lines
}

/// What a row of a day shows: school by a bar, with what begins there; anything else by a dot.
fn cell(model: &Model, day: &DayPlan, at: u16) -> String {
    let lang = model.words.lang();
    let Some(row) = grid::span(at) else { return String::new() };
    let DayPlan::Expected { hours: Some(spells), .. } = day else { return "·".to_owned() };
    let Some(spell) = spells.iter().find(|spell| spell.shared_minutes(row) > 0) else {
        return "·".to_owned();
    };
    let inside = |at: TimeOfDay| row.from() <= at && at < row.to();
    let typed = day.blocks().iter().filter(|b| inside(b.at)).map(|b| b.what.as_str()).collect::<Vec<_>>();
    let starts = spell.from() > row.from();
    let ends = spell.to() < row.to();
    let mut text = String::from("▌ ");
    if starts {
        text.push_str(&format!("{} ", dates::time(lang, spell.from().into())));
    }
    text.push_str(&typed.join(", "));
    if ends {
        text.push_str(&format!(" –{}", dates::time(lang, spell.to().into())));
    }
    text
}

/// The proposed adjustment, with what it is made from.
fn next(model: &Model, row: &CaseView) -> String {
    let (words, lang) = (&model.words, model.words.lang());
    if row.is_at_own_school() {
        return words.get("timetable-own-school").to_owned();
    }
    let (first, last) = weeks_before(model.today());
    let share = row.count(&model.roster.calendar, first, last).and_then(|f| f.own()?.share_of_minutes());
    let mut args =
        vec![("share", percent_or_dash(lang, share).into()), ("span", dates::span(lang, first, last).into())];
    let id = match grid::adjustment(model, row) {
        None | Some(Adjustment::TooFew { .. }) => {
            args.push(("needed", FEWEST_HALF_DAYS.into()));
            "timetable-adjustment-few"
        }
        Some(Adjustment::TooSoon) => "timetable-adjustment-soon",
        Some(Adjustment::Stay) => "timetable-adjustment-stay",
        Some(Adjustment::Longer(weekday, day)) => {
            args.push(("day", weekday_short(lang, weekday).to_owned().into()));
            args.push(("hours", plan::text(words, &day).into()));
            "timetable-adjustment-longer"
        }
        Some(Adjustment::Shorter(weekday, day)) => {
            args.push(("day", weekday_short(lang, weekday).to_owned().into()));
            args.push(("hours", plan::text(words, &day).into()));
            "timetable-adjustment-shorter"
        }
    };
    words.with(id, &args)
}
