//! A summary of the selected case: who it is, what is worrying, and by which rule.

use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{ConcernChoice, Limits, Standing};
use trivsel_domain::rules::concern::Concern;
use trivsel_domain::rules::quarter::QuarterLevel;
use trivsel_domain::value::{Coded, Halves, Pedagogical};

use super::rows;
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::view::CaseView;
use trivsel_words::numbers::{half_days, part, whole_percent};
use trivsel_words::text::{clip, columns};
use trivsel_words::{Words, dates};

/// Rows above the list.
const ROWS: usize = 2;
/// Lines of the summary below the list.
const LINES: usize = 4;

/// The summary of the selected case, or no lines if the list is empty.
pub(super) fn lines(model: &Model, width: usize) -> Vec<Line<'static>> {
    let Some(row) = model.caseload.selected() else { return Vec::new() };
    let theme = &model.theme;
    let texts = [
        Some((who(model, row), theme.text)),
        quarter(model, row),
        concern(model, row).map(|text| (text, theme.warn)),
        overdue(model, row).map(|text| (text, theme.warn)),
        Some((standing(model, row), theme.text)),
        next(model, row).map(|text| (text, theme.text)),
    ];
    let width = width.saturating_sub(2);
    texts
        .into_iter()
        .flatten()
        .flat_map(|(text, style)| wrap(&text, width).into_iter().map(move |l| (l, style)))
        .map(|(line, style)| Line::styled(format!(" {line}"), style))
        .collect()
}

/// What is worrying about the selected case in one line, with a count of what the line has no room for; `None` if the
/// screen has room for the whole summary.
#[must_use]
pub fn worst(model: &Model, width: usize) -> Option<String> {
    let pane = &model.caseload;
    if usize::from(model.room().1) > ROWS + pane.listed.len() + LINES {
        return None;
    }
    let row = pane.selected()?;
    let quarter = quarter(model, row).map(|(text, _)| text);
    let told: Vec<String> =
        [quarter, concern(model, row), overdue(model, row)].into_iter().flatten().collect();
    let line = |shown: usize| {
        let more = told.len() - shown;
        let (first, more) =
            (told[..shown].join(" · "), if more > 0 { format!(" +{more}") } else { String::new() });
        (first, more)
    };
    let fits = |shown: &usize| {
        let (first, more) = line(*shown);
        columns(&first) + columns(&more) <= width
    };
    let shown = (1..=told.len()).rev().find(fits).or_else(|| (!told.is_empty()).then_some(1))?;
    let (first, more) = line(shown);
    Some(format!("{}{more}", clip(&first, width.saturating_sub(columns(&more)))))
}

/// What is worrying about a case, by the rules: its unlawful absence, and its absence.
#[must_use]
pub fn alarms(model: &Model, row: &CaseView) -> Vec<(String, Style)> {
    let concern = concern(model, row).map(|text| (text, model.theme.warn));
    [quarter(model, row), concern].into_iter().flatten().collect()
}

fn who(model: &Model, row: &CaseView) -> String {
    let mut parts = vec![format!("{} · {}", row.name.beside_class(), class_of(row, model.today()))];
    parts.extend(
        row.child.age_on(model.today()).map(|age| model.words.with("caseload-age", &[("age", age.into())])),
    );
    parts.extend(row.child.school.as_ref().map(|s| s.as_str().to_owned()));
    let contacts = [row.case.contacts.primary, row.case.contacts.secondary];
    parts.extend(contacts.into_iter().flatten().map(|s| model.roster.name(s).to_owned()));
    parts.join(" · ")
}

/// The statutory absence in the quarter once it reaches the first limit: what it counts, over which days, and what the
/// limit asks for.
fn quarter(model: &Model, row: &CaseView) -> Option<(String, Style)> {
    let (words, theme) = (&model.words, &model.theme);
    let meter = row.quarter?;
    let (first, second) = meter.thresholds();
    let (sign, id, limit, style) = match (meter.level(), meter.limits) {
        (QuarterLevel::Nothing, _) => return None,
        (QuarterLevel::Warn, Limits::Percent { .. }) => ("▲", "quarter-warn", first, theme.warn),
        (QuarterLevel::Notify, Limits::Percent { .. }) => ("■", "quarter-notify", second, theme.alarm),
        (QuarterLevel::Warn, Limits::Days { contact, .. }) => {
            ("▲", "quarter-contact", Halves::new(2 * contact), theme.warn)
        }
        (QuarterLevel::Notify, Limits::Days { .. }) => ("■", "quarter-plan", second, theme.alarm),
    };
    let args = [
        ("days", half_days(words.lang(), meter.counted()).into()),
        ("share", whole_percent(words.lang(), meter.percent()?).into()),
        ("all", meter.school_days.into()),
        ("quarter", meter.quarter.number().into()),
        ("limit", half_days(words.lang(), limit).into()),
    ];
    Some((format!("{sign} {}", words.with(id, &args)), style))
}

/// The part of a rule of concern that fired, and the name of the rule.
#[must_use]
pub fn concern(model: &Model, row: &CaseView) -> Option<String> {
    let words = &model.words;
    let concern = row.concern.as_ref()?;
    let lang = words.lang();
    let days_of = |halves: u32| half_days(lang, Halves::<Pedagogical>::new(halves));
    let span = |from, to| dates::span(lang, from, to);
    let fired = match concern.what {
        Concern::Share { absent, registered, from, to } => {
            let share = part(lang, absent, registered).unwrap_or_default();
            let id = if row.is_at_own_school() { "concern-share-reported" } else { "concern-share" };
            let args = [
                ("share", share.into()),
                ("absent", days_of(absent).into()),
                ("of", days_of(registered).into()),
                ("span", span(from, to).into()),
            ];
            words.with(id, &args)
        }
        Concern::InARow(row) => {
            let args = [("days", row.days.into()), ("span", span(row.from, row.to).into())];
            words.with("concern-in-a-row", &args)
        }
        Concern::Within { absent, days, from, to } => {
            let args =
                [("absent", days_of(absent).into()), ("days", days.into()), ("span", span(from, to).into())];
            words.with("concern-within", &args)
        }
    };
    Some(format!("▲ {fired} ({})", rule(words, &concern.rule)))
}

/// A rule of concern by its name.
#[must_use]
pub fn rule(words: &Words, rule: &ConcernChoice) -> String {
    match rule {
        ConcernChoice::Preset(preset) => words.code("concern-rule", preset.code()).to_owned(),
        ConcernChoice::Own(own) => words.with("concern-rule-own", &[("name", own.name().as_str().into())]),
    }
}

fn overdue(model: &Model, row: &CaseView) -> Option<String> {
    (row.overdue > 0)
        .then(|| format!("! {}", model.words.with("caseload-overdue", &[("count", row.overdue.into())])))
}

fn standing(model: &Model, row: &CaseView) -> String {
    let (words, lang) = (&model.words, model.words.lang());
    let long = |date| dates::day_month_year(lang, date);
    let referred = words.code_in("caseload", "referred", Some(&row.case.programme));
    let referred = format!("{referred} {}", long(row.case.referral.on));
    let seat = row.case.stay().map(|s| {
        let seat = usize::from(s.seat.get());
        words.with("caseload-seat", &[("seat", seat.into()), ("day", long(s.from).into())])
    });
    let waited = matches!(row.case.standing, Standing::Waiting { .. })
        .then(|| words.with("caseload-waited", &[("time", rows::waited(model, row).into())]));
    let decided = row.case.enrolment().and_then(|e| e.until).map(|d| ("caseload-closes", d));
    let end = decided.or(row.case.expected_end.map(|d| ("caseload-ends", d)));
    let end = end.map(|(id, d)| words.with(id, &[("day", long(d).into())]));
    [Some(referred), seat, waited, end].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn next(model: &Model, row: &CaseView) -> Option<String> {
    let words = &model.words;
    let next = row.next.as_ref()?;
    let day = dates::relative(words.lang(), next.date, model.today());
    Some(format!("{} {day} · {}", words.get("detail-next"), next.title.as_str()))
}
