//! The columns of the caseload, chosen by the filter and the width of the screen.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Closing, Limits, Outcome, Standing};
use trivsel_domain::rules::quarter::{QuarterLevel, QuarterMeter};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::Coded;

use super::Filter;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::share;
use trivsel_words::Words;
use trivsel_words::numbers::{half_days, whole_percent};
use trivsel_words::{dates, text};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Class,
    Age,
    Stage,
    Contacts,
    Attendance,
    Quarter,
    LastTalk,
    NextTalk,
    Overdue,
    Priority,
    Waited,
    LastContact,
    Outcome,
    Ended,
    Place,
}

use Column as C;

/// The columns for a filter and a screen width, each with its own width. A blank follows every column.
fn columns(filter: &Filter, width: usize) -> &'static [(Column, usize)] {
    let size = match width {
        0..80 => 0,
        80..120 => 1,
        _ => 2,
    };
    match filter {
        Filter::Waiting => [
            &[
                (C::Name, 16),
                (C::Class, 4),
                (C::Age, 5),
                (C::Priority, 11),
                (C::Waited, 8),
                (C::LastContact, 7),
            ][..],
            &[
                (C::Name, 16),
                (C::Class, 4),
                (C::Age, 3),
                (C::Stage, 10),
                (C::Priority, 11),
                (C::Waited, 8),
                (C::LastContact, 12),
                (C::Contacts, 7),
            ],
            &[
                (C::Name, 30),
                (C::Class, 6),
                (C::Age, 6),
                (C::Stage, 15),
                (C::Priority, 13),
                (C::Waited, 12),
                (C::LastContact, 15),
                (C::Contacts, 9),
            ],
        ][size],
        Filter::Closed => [
            &[(C::Name, 20), (C::Class, 4), (C::Outcome, 18), (C::Ended, 12)][..],
            &[(C::Name, 24), (C::Class, 4), (C::Outcome, 18), (C::Ended, 12), (C::Place, 15)],
            &[(C::Name, 30), (C::Class, 6), (C::Outcome, 22), (C::Ended, 14), (C::Place, 38)],
        ][size],
        Filter::Seated | Filter::Mine(_) | Filter::Programme(_) => [
            &[
                (C::Name, 14),
                (C::Class, 4),
                (C::Contacts, 4),
                (C::Attendance, 11),
                (C::Quarter, 7),
                (C::NextTalk, 8),
                (C::Overdue, 3),
            ][..],
            &[
                (C::Name, 15),
                (C::Class, 4),
                (C::Stage, 10),
                (C::Contacts, 5),
                (C::Attendance, 11),
                (C::Quarter, 7),
                (C::LastTalk, 7),
                (C::NextTalk, 8),
                (C::Overdue, 2),
            ],
            &[
                (C::Name, 28),
                (C::Class, 6),
                (C::Stage, 12),
                (C::Contacts, 9),
                (C::Attendance, 17),
                (C::Quarter, 10),
                (C::LastTalk, 12),
                (C::NextTalk, 12),
                (C::Overdue, 3),
            ],
        ][size],
    }
}

/// Whether a column and its heading are aligned to the right.
fn is_right_aligned(column: Column) -> bool {
    matches!(column, C::Quarter | C::Age | C::Overdue | C::Waited)
}

pub(super) fn heads(model: &Model, width: usize) -> Line<'static> {
    let theme = &model.theme;
    let start = (Cells::new().gap(2), 0);
    let (cells, _) = columns(&model.caseload.filter, width).iter().fold(start, |(cells, over), column| {
        let (column, width) = (column.0, column.1.saturating_sub(over));
        let head = model.words.get(match column {
            C::Quarter if counts_days(model) => "head-quarter-days",
            column => head(column, width),
        });
        // A head that is wider than its column goes on above the next one.
        let over = text::columns(head).saturating_sub(width);
        let cells = if is_right_aligned(column) {
            cells.right(head, width + over, theme.dim)
        } else {
            cells.left(head, width + over, theme.dim)
        };
        (cells.gap(1), over)
    });
    cells.line(None)
}

/// Whether the limits of the quarter are of sick and unlawful days.
fn counts_days(model: &Model) -> bool {
    model
        .caseload
        .all()
        .filter_map(|row| row.quarter)
        .any(|meter| matches!(meter.limits, Limits::Days { .. }))
}

fn head(column: Column, width: usize) -> &'static str {
    match column {
        C::Name => "head-child",
        C::Class => "head-class-short",
        C::Age if width < 5 => "head-age-short",
        C::Age => "head-age",
        C::Stage => "head-stage",
        C::Contacts => "head-contacts",
        C::Attendance => "head-thirty",
        C::Quarter => "head-quarter",
        C::LastTalk => "head-talk",
        C::NextTalk => "head-next",
        C::Overdue => "head-overdue",
        C::Priority => "head-priority",
        C::Waited => "head-waited",
        C::LastContact if width < 12 => "head-last-contact-shortest",
        C::LastContact if width < 15 => "head-last-contact-short",
        C::LastContact => "head-last-contact",
        C::Outcome => "head-outcome",
        C::Ended => "head-ended",
        C::Place => "head-place",
    }
}

/// The line of a case: its mark, then its columns.
pub(super) fn row(model: &Model, row: &CaseView, width: usize) -> Cells {
    let theme = &model.theme;
    let marked = model.caseload.marked.contains(&row.case.id);
    let start = Cells::new().left(if marked { "x" } else { "" }, 2, theme.accent);
    columns(&model.caseload.filter, width).iter().fold(start, |cells, (column, width)| {
        let cells = match column {
            C::Attendance => attendance(cells, model, row.figures.as_ref(), *width),
            column => {
                let (text, style) = cell(model, row, *column, *width);
                let style = if marked && *column == C::Name { theme.accent } else { style };
                if is_right_aligned(*column) {
                    cells.right(&text, *width, style)
                } else {
                    cells.left(&text, *width, style)
                }
            }
        };
        cells.gap(1)
    })
}

/// The bar gets shorter in a narrow column; the figure is always shown.
fn attendance(cells: Cells, model: &Model, figures: Option<&Attendance>, width: usize) -> Cells {
    share::add(cells, &model.words, &model.theme, figures, width.saturating_sub(share::FIGURE))
}

fn cell(model: &Model, row: &CaseView, column: Column, width: usize) -> (String, Style) {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let day = |date: Option<NaiveDate>| {
        (date.map_or_else(|| "–".to_owned(), |d| short(model, d, width)), theme.text)
    };
    let plain = |text: &str| (text.to_owned(), theme.text);
    let waiting = match &row.case.standing {
        Standing::Waiting { priority, last_contact } => Some((*priority, *last_contact)),
        _ => None,
    };
    match column {
        // Every filter shows the class in a column of its own.
        C::Name => (row.name.beside_class().within(width), theme.text),
        C::Class => (class_of(row, model.today()), theme.text),
        C::Age => {
            (row.child.age_on(model.today()).map_or_else(|| "–".to_owned(), |a| a.to_string()), theme.text)
        }
        C::Stage => plain(words.code("stage", row.case.stage().code())),
        C::Contacts => (contacts(model, row, width), theme.text),
        C::Quarter => quarter(model, row.quarter),
        C::LastTalk => day(row.last_talk),
        C::NextTalk => day(row.next.as_ref().map(|n| n.date)),
        C::Overdue if row.overdue > 0 => (format!("!{}", row.overdue), theme.warn),
        C::Overdue | C::Attendance => plain(""),
        C::Priority => match waiting {
            Some((trivsel_domain::record::Priority::Urgent, _)) => {
                (format!("▲ {}", words.get("priority-urgent")), theme.warn)
            }
            Some((priority, _)) => plain(words.code("priority", priority.code())),
            None => plain("–"),
        },
        C::Waited => (waited(model, row), theme.text),
        C::LastContact => day(waiting.and_then(|w| w.1)),
        C::Outcome => plain(match &row.case.standing {
            Standing::Closed { closing, .. } => words.code("outcome", closing.outcome.code()),
            _ => words.code("stage", row.case.stage().code()),
        }),
        C::Ended => match &row.case.standing {
            Standing::Closed { closing: Closing { on, .. }, .. } | Standing::Declined { on } => {
                (dates::day_month_year(lang, *on), theme.text)
            }
            _ => plain("–"),
        },
        C::Place => match &row.case.standing {
            Standing::Closed { closing: Closing { place: Some(place), .. }, .. } => plain(place.as_str()),
            Standing::Closed { closing: Closing { outcome: Outcome::Moved, .. }, .. } => plain(""),
            _ => plain("–"),
        },
    }
}

/// A date, without its year if the column is too narrow for it.
/// The day of another year gives way to its month where both would be cut off.
fn short(model: &Model, date: NaiveDate, width: usize) -> String {
    let lang = model.words.lang();
    let long = dates::relative(lang, date, model.today());
    if text::columns(&long) > width { dates::month_number_year(date) } else { long }
}

/// The initials of both contacts, the primary one first, or of the primary one alone if the column is too narrow.
fn contacts(model: &Model, row: &CaseView, width: usize) -> String {
    let contacts = row.case.contacts;
    let primary = model.roster.initials(contacts.primary);
    let both = contacts.secondary.map(|s| format!("{primary}/{}", model.roster.initials(Some(s))));
    both.filter(|b| b.chars().count() <= width).unwrap_or_else(|| primary.to_owned())
}

/// How long a child has waited since it came onto the list or was referred.
pub(super) fn waited(model: &Model, row: &CaseView) -> String {
    let since = row.case.waiting_since().unwrap_or(row.case.referral.on);
    told_wait(model, since)
}

/// A wait in weeks, or in days during the first week.
#[must_use]
pub fn told_wait(model: &Model, since: NaiveDate) -> String {
    told_days(&model.words, u32::try_from((model.today() - since).num_days()).unwrap_or(0))
}

/// A number of days, in whole weeks from a week on.
#[must_use]
pub fn told_days(words: &Words, days: u32) -> String {
    let days = usize::try_from(days).unwrap_or(0);
    if days < 7 { words.count("day", days) } else { words.count("week", days / 7) }
}

/// The absence in the quarter that its limits are about, with a sign once it reaches one: a share of unlawful days, or a
/// number of sick and unlawful ones.
fn quarter(model: &Model, meter: Option<QuarterMeter>) -> (String, Style) {
    let (words, theme) = (&model.words, &model.theme);
    let Some((meter, reached)) = meter.and_then(|m| Some((m, m.percent()?))) else {
        return ("–".to_owned(), theme.dim);
    };
    let figure = match meter.limits {
        Limits::Percent { .. } => whole_percent(words.lang(), reached),
        Limits::Days { .. } => {
            let days = half_days(words.lang(), meter.counted());
            words.with("quarter-days-short", &[("days", days.into())])
        }
    };
    match meter.level() {
        QuarterLevel::Nothing => (figure, theme.text),
        QuarterLevel::Warn => (format!("▲ {figure}"), theme.warn),
        QuarterLevel::Notify => (format!("■ {figure}"), theme.alarm),
    }
}
