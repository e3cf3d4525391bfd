//! Draws one version of a plan: its subjects, the gate, and the week it was made for.

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::record::{DayPlan, SubjectPlan, TeachingPlan, Timetable, in_force_during};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::value::{Coded, SchoolWeek};

use super::{View, WEEKS, compare, selected, timetable, week};
use crate::draw::wrap_within;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::{share, weeks};
use trivsel_words::numbers::{decimal_short, percent};
use trivsel_words::text::{clip, fit};
use trivsel_words::{Words, dates, gate};

/// The width of a subject's name.
const SUBJECT: usize = 19;
/// The width of the number of lessons, and of how far the goal has come.
const LESSONS: usize = 10;
const REACHED: usize = 7;
/// The most lines of a leg of the gate.
const LEG: usize = 2;
/// The most weeks whose attendance is shown.
pub(super) const MOST: usize = WEEKS as usize;
/// The lines above the weeks whose attendance is shown, and the columns of their bars.
pub(super) const BY_WEEK: usize = 2;
const BAR: usize = 24;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(area.width);
    let Some(row) = selected(model) else {
        lines::draw(frame, [Line::styled(format!(" {}", words.get("teaching-empty")), theme.dim)], area);
        return;
    };
    let is_read = model.teaching.case() == Some(row.case.id);
    let plan = model.teaching.plan().filter(|_| is_read);
    let title = title(model, row, plan, width);
    let room = usize::from(area.height).saturating_sub(1);
    let mut lines = match model.teaching.view {
        View::Timetable => {
            let grid = timetable::lines(model, row, width, room);
            lines::draw(frame, std::iter::once(title).chain(grid), area);
            return;
        }
        View::Compare if is_read => compare::lines(model, row, (width, room)),
        _ => of_plan(model, row, plan, (width, room)),
    };
    if lines.len() > room {
        lines.retain(|l| !l.spans.is_empty());
    }
    let part = Part::scrolled(model.teaching.scroll, lines.len(), room);
    let shown = lines.into_iter().skip(part.rows.start).take(part.rows.len());
    let shown = part.framed(words, theme, shown);
    lines::draw(frame, std::iter::once(title).chain(shown), area);
}

fn of_plan(
    model: &Model,
    row: &CaseView,
    plan: Option<&TeachingPlan>,
    (width, room): (usize, usize),
) -> Vec<Line<'static>> {
    let words = &model.words;
    let mut lines = Vec::new();
    if let Some(aim) = plan.and_then(TeachingPlan::aim) {
        lines.push(Line::raw(clip(&format!(" {} {}", words.get("teaching-aim"), aim.as_str()), width)));
    }
    if model.teaching.back == 0 {
        lines.extend(gate_lines(model, width));
    }
    lines.push(Line::default());
    match plan {
        Some(plan) => lines.extend(subjects(model, plan, width)),
        None => {
            let hint = format!(" {}", words.get("teaching-add-hint"));
            lines.push(Line::styled(hint, model.theme.dim));
        }
    }
    lines.push(Line::default());
    let tables = timetables(model, row, plan);
    let table = tables.last().copied();
    let hours_at = lines.len();
    // A child at its own school has a week here only if it comes here.
    if !is_elsewhere(row, table) {
        let since = since(words, &tables).filter(|_| model.teaching.back > 0);
        lines.extend(since.map(|since| Line::styled(format!(" {since}"), model.theme.dim)));
        lines.extend(week::week(model, table, width));
    }
    // The last weeks stand below as bars where there is room for three, and else beside the planned hours.
    let free = room.saturating_sub(lines.len() + 1 + BY_WEEK);
    let shown = if model.teaching.back == 0 && free >= 3 { free.min(MOST) } else { 0 };
    lines.splice(hours_at..hours_at, hours(model, row, table, width, shown > 0));
    if shown > 0 {
        lines.extend(by_week(model, row, width, shown));
    }
    lines
}

/// The timetables of the time of a version, the earliest first; the last one is shown. The newest version lasts until
/// today, an older one until the day before the next.
pub(super) fn timetables<'a>(
    model: &Model,
    row: &'a CaseView,
    plan: Option<&TeachingPlan>,
) -> Vec<&'a Timetable> {
    let plans = &model.teaching.plans;
    let here = plan.and_then(|plan| plans.iter().position(|p| p.id() == plan.id()));
    let next = here.and_then(|at| at.checked_sub(1)).and_then(|newer| plans.get(newer));
    let to = next.and_then(|next| next.from().pred_opt()).unwrap_or_else(|| model.today());
    // No plan is taught before the day of admission.
    let to = row.case.stay().map_or(to, |stay| to.max(stay.from));
    in_force_during(&row.timetables, plan.map_or(to, TeachingPlan::from).min(to), to)
}

/// Whether the own school of a child keeps its register, and nothing is planned here.
pub(super) fn is_elsewhere(row: &CaseView, table: Option<&Timetable>) -> bool {
    row.is_at_own_school() && table.is_none_or(|table| table.days.iter().all(|day| *day == DayPlan::Off))
}

/// Since when the timetable shown was in force, and of how many of the version's time it is the last.
pub(super) fn since(words: &Words, tables: &[&Timetable]) -> Option<String> {
    let from = dates::day_month_year(words.lang(), tables.last()?.from);
    Some(words.with("teaching-timetable-since", &[("day", from.into()), ("count", tables.len().into())]))
}

fn title(model: &Model, row: &CaseView, plan: Option<&TeachingPlan>, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let children = model.teaching.children();
    let at = children.iter().position(|r| r.case.id == row.case.id).map_or(0, |n| n + 1);
    let version = match plan {
        _ if model.teaching.shows_timetable() => timetable::version(model, row),
        Some(plan) => version(model, model.teaching.back, plan),
        None => words.get("teaching-no-plan").to_owned(),
    };
    Headline::new()
        .left(row.name.beside_class().to_string(), 0)
        .left(class_of(row, model.today()), 2)
        .left(format!("{at}/{}", children.len()), 3)
        .right(version, 1)
        .line(width, theme.accent, theme.dim)
}

/// The number of a version, how many there are, and its first day.
fn version(model: &Model, back: usize, plan: &TeachingPlan) -> String {
    let (words, all) = (&model.words, model.teaching.plans.len());
    let from = dates::day_month_year(words.lang(), plan.from());
    let args = [("number", (all - back).into()), ("count", all.into()), ("day", from.into())];
    words.with("teaching-version-of", &args)
}

/// Whether more subjects may be added, and what was compared.
fn gate_lines(model: &Model, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(read) = model.teaching.read() else { return Vec::new() };
    let (id, style) = if read.gate.is_open() { ("gate-open", theme.ok) } else { ("gate-closed", theme.text) };
    let head = format!(" {} ", words.get(id));
    let indent = trivsel_words::text::columns(&head);
    let room = width.saturating_sub(indent + 2);
    let legs = [gate::attendance(words, &read.gate), gate::wellbeing(words, &read.gate)];
    let both = legs.join(" · ");
    if trivsel_words::text::columns(&both) <= room {
        return vec![Line::from(vec![
            Span::styled(head, style),
            Span::styled(format!("· {both}"), theme.dim),
        ])];
    }
    let mut lines = Vec::new();
    for leg in legs {
        for (n, part) in wrap_within(&leg, room, LEG).into_iter().enumerate() {
            let head = if lines.is_empty() { head.clone() } else { " ".repeat(indent) };
            let sign = if n == 0 { "·" } else { " " };
            lines.push(Line::from(vec![
                Span::styled(head, style),
                Span::styled(format!("{sign} {part}"), theme.dim),
            ]));
        }
    }
    lines
}

fn tenth(model: &Model, minutes: u32) -> String {
    decimal_short(model.words.lang(), f64::from(minutes) / 60.0, 1)
}

/// The planned hours a week, and the attended ones: of last week and this one for the newest version, and of its own
/// time for an older one.
fn hours(
    model: &Model,
    row: &CaseView,
    table: Option<&Timetable>,
    width: usize,
    alone: bool,
) -> Vec<Line<'static>> {
    let (words, lang) = (&model.words, model.words.lang());
    let today = model.today();
    let planned = table.map_or(0, Timetable::minutes_a_week);
    let mut text = if is_elsewhere(row, table) {
        format!(" {}", words.get("teaching-own-school"))
    } else {
        format!(" {}", words.with("teaching-hours", &[("hours", tenth(model, planned).into())]))
    };
    if model.teaching.back > 0 {
        if let Some((id, share, (from, to))) = of_version(model, row) {
            let day = |date| dates::day_month_year(lang, date);
            let args =
                [("share", percent(lang, share).into()), ("from", day(from).into()), ("to", day(to).into())];
            text.push_str("   ");
            text.push_str(&words.with(id, &args));
        }
        return vec![Line::raw(clip(&text, width))];
    }
    for back in [1, 0].into_iter().filter(|_| !alone) {
        let week = SchoolWeek::of(monday_of(today) - Days::new(7 * back));
        let registers = row.week(&model.roster.calendar, week);
        let Some(register) = registers.last() else { continue };
        let sign = if register.is_reported() { share::REPORTED } else { "" };
        let told = weeks::figures(words, register).into_iter().next().unwrap_or_default();
        text.push_str(&format!("   {} {sign}{told}", dates::week(lang, week.monday())));
    }
    vec![Line::raw(clip(&text, width))]
}

/// The last weeks, the newest first: what was attended, with the plan behind it.
pub(super) fn by_week(model: &Model, row: &CaseView, width: usize, count: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let (week, calendar) = (SchoolWeek::of(model.today()), &model.roster.calendar);
    let last: Vec<(SchoolWeek, Vec<Attendance>)> = std::iter::successors(Some(week), |w| Some(w.before()))
        .take(count)
        .map(|week| (week, row.week(calendar, week)))
        .collect();
    let scale = weeks::Scale::of(last.iter().flat_map(|(_, registers)| registers));
    let head = if row.is_at_own_school() { "teaching-by-week-reported" } else { "teaching-by-week" };
    let mut lines = vec![Line::default(), Line::raw(format!(" {}", words.get(head)))];
    for (week, register) in last.iter().flat_map(|(week, all)| all.iter().map(move |one| (week, one))) {
        let number =
            Span::styled(fit(&format!("  {}", dates::week(words.lang(), week.monday())), 10), theme.dim);
        let told = weeks::figures(words, register).join(" · ");
        let told = Span::styled(format!("  {}", clip(&told, width.saturating_sub(12 + BAR))), theme.text);
        let bar = weeks::bar(theme, register, scale, BAR);
        lines.push(Line::from_iter(std::iter::once(number).chain(bar).chain([told])));
    }
    lines
}

/// The days on which an older version that is shown was in force; `None` of the newest one.
#[must_use]
pub fn version_span(model: &Model) -> Option<(NaiveDate, NaiveDate)> {
    let teaching = &model.teaching;
    let from = teaching.plan()?.from();
    let next = teaching.back.checked_sub(1).and_then(|newer| teaching.plans.get(newer))?;
    Some((from, next.from().pred_opt()?))
}

/// The share of attendance while the version shown was in force, with the words for it and its days: of the hours, or
/// of the days that were reported.
fn of_version(model: &Model, row: &CaseView) -> Option<(&'static str, f64, (NaiveDate, NaiveDate))> {
    let teaching = &model.teaching;
    let (from, to) = version_span(model)?;
    if row.is_at_own_school() {
        let figures = ReportedFigures::count(&teaching.read()?.dossier.reported, from, to);
        return Some(("teaching-before-version-reported", figures.share()?, (from, to)));
    }
    let days: std::collections::HashMap<NaiveDate, _> =
        teaching.read()?.days.iter().map(|day| (day.date, day)).collect();
    let day = |date: NaiveDate| days.get(&date).copied();
    let enrolment = row.case.enrolment()?;
    let plan = |date| row.plan(date);
    let figures = Figures::count(&row.child, enrolment, plan, &model.roster.calendar, day, from, to);
    Some(("teaching-before-version", figures.share_of_minutes()?, (from, to)))
}

fn subjects(model: &Model, plan: &TeachingPlan, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let rest = width.saturating_sub(SUBJECT + LESSONS + REACHED + 4);
    let (level, goal) = (rest * 2 / 5, rest - rest * 2 / 5);
    let mut lines = vec![
        Cells::new()
            .gap(2)
            .left(words.get("head-subject"), SUBJECT, theme.dim)
            .left(words.get("head-lessons"), LESSONS, theme.dim)
            .left(words.get("head-level"), level, theme.dim)
            .gap(1)
            .left(words.get("head-goal"), goal, theme.dim)
            .left(words.get("head-progress"), REACHED, theme.dim)
            .line(None),
    ];
    for (at, subject) in plan.subjects().iter().enumerate() {
        let here = at == model.teaching.cursor;
        let sign = if here { "►" } else { " " };
        let cells = Cells::new()
            .text(format!("{sign} "), theme.accent)
            .left(words.code("subject", subject.subject.code()), SUBJECT - 1, theme.text)
            .gap(1);
        let cells = match subject.waived() {
            Some(reason) => {
                let text = words.with("teaching-waived", &[("reason", reason.as_str().into())]);
                cells.left(&text, LESSONS + level + goal + REACHED, theme.warn)
            }
            None => cells
                .right(&subject.lessons.to_string(), 4, theme.text)
                .gap(LESSONS - 4)
                .left(line(subject.level.as_ref()), level, theme.text)
                .gap(1)
                .left(line(subject.goal.as_ref()), goal, theme.text)
                .left(&reached(subject), REACHED, theme.text),
        };
        lines.push(cells.line(here.then_some(theme.selection)));
        if here {
            lines.extend(details(model, subject, width));
        }
    }
    lines
}

fn line(text: Option<&trivsel_domain::value::Line>) -> &str {
    text.map_or("–", |l| l.as_str())
}

/// How far the goal has come: "4/10".
pub(super) fn reached(subject: &SubjectPlan) -> String {
    subject.progress.map_or_else(|| "–".to_owned(), |p| format!("{}/10", p.get()))
}

/// The whole texts of the subject under the cursor.
fn details(model: &Model, subject: &SubjectPlan, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let opened =
        subject.opened().map(|reason| words.with("teaching-opened", &[("reason", reason.as_str().into())]));
    let named = |id: &str, text: Option<&trivsel_domain::value::Line>| {
        text.map(|text| format!("{}: {}", words.get(id), text.as_str()))
    };
    let said: Vec<String> = [
        named("head-level", subject.level.as_ref()),
        named("head-goal", subject.goal.as_ref()),
        named("teaching-materials", subject.materials.as_ref()),
        opened,
    ]
    .into_iter()
    .flatten()
    .collect();
    if said.is_empty() {
        return vec![Line::styled(format!("     {}", words.get("teaching-no-texts")), theme.dim)];
    }
    let text = said.join(" · ");
    let wrapped = crate::draw::wrap(&text, width.saturating_sub(6));
    wrapped.into_iter().map(|line| Line::styled(format!("     {line}"), theme.dim)).collect()
}
