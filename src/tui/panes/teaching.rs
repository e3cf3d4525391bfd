//! The teaching pane: one child's plan by subject, and the week it is expected.

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::record::{DayPlan, TeachingPlan, timetable};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::{CaseId, Coded, TimeOfDay};

use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::model::Model;
use crate::panes::line::class_of;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::tabs::Tabs;
use trivsel_words::dates;
use trivsel_words::names::weekday_short;
use trivsel_words::numbers::{bar, decimal_short};
use trivsel_words::text::{clip, fit, spaced};

/// The pane shows the children who hold a seat, by name.
#[derive(Debug, Default)]
pub struct Teaching {
    case: Option<CaseId>,
    plans: Vec<TeachingPlan>,
    /// The number of versions back from the newest.
    back: usize,
    /// The number of lines scrolled past, below the title.
    scroll: usize,
}

impl Teaching {
    pub fn take(&mut self, case: CaseId, plans: Vec<TeachingPlan>) {
        if self.case != Some(case) {
            (self.back, self.scroll) = (0, 0);
        }
        self.case = Some(case);
        self.plans = plans;
    }
}

/// The children shown, by name.
fn children(model: &Model) -> Vec<&CaseView> {
    model.caseload.all().filter(|r| r.case.stage().holds_seat()).collect()
}

fn selected(model: &Model) -> Option<&CaseView> {
    let children = children(model);
    let here = children.iter().find(|r| Some(r.case.id) == model.teaching.case);
    here.or(children.first()).copied()
}

/// Reads the plans of the child shown, or of the one selected in the caseload.
#[must_use]
pub fn load_selected(model: &Model) -> Effect {
    let chosen = model.caseload.selected().filter(|r| r.case.stage().holds_seat()).map(|r| r.case.id);
    let case = model.teaching.case.or(chosen).or_else(|| selected(model).map(|r| r.case.id));
    case.map_or(Effect::None, |case| Effect::Load(Query::Teaching(case)))
}

pub fn go_to(model: &mut Model, case: CaseId) -> Effect {
    model.teaching.back = 0;
    Effect::Load(Query::Teaching(case))
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let children = children(model);
    let here =
        selected(model).and_then(|s| children.iter().position(|r| r.case.id == s.case.id)).unwrap_or(0);
    let last = children.len().saturating_sub(1);
    let to = match command {
        Command::Up => here.saturating_sub(1),
        Command::Down => (here + 1).min(last),
        Command::PageUp => {
            model.teaching.scroll = model.teaching.scroll.saturating_sub(5);
            return Effect::None;
        }
        Command::PageDown => {
            model.teaching.scroll += 5;
            return Effect::None;
        }
        Command::First => 0,
        Command::Last => last,
        Command::Left | Command::Right | Command::NextView if model.teaching.plans.len() < 2 => {
            return Effect::NotHere;
        }
        Command::Left | Command::NextView => {
            let versions = model.teaching.plans.len().saturating_sub(1);
            let wraps = command == Command::NextView && model.teaching.back == versions;
            model.teaching.back = if wraps { 0 } else { (model.teaching.back + 1).min(versions) };
            return Effect::None;
        }
        Command::Right => {
            model.teaching.back = model.teaching.back.saturating_sub(1);
            return Effect::None;
        }
        _ => return Effect::NotHere,
    };
    match children.get(to).map(|r| r.case.id) {
        Some(case) if to != here => go_to(model, case),
        _ => Effect::None,
    }
}

/// The versions of the plan, the newest first.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let pane = &model.teaching;
    let name = |back: usize| {
        model.words.with("sheet-version-short", &[("version", (pane.plans.len() - back).into())])
    };
    Tabs { names: (0..pane.plans.len()).map(name).collect(), here: pane.back }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(area.width);
    let Some(row) = selected(model) else {
        lines::draw(frame, [Line::styled(format!(" {}", words.get("teaching-empty")), theme.dim)], area);
        return;
    };
    let plan = model.teaching.plans.get(model.teaching.back).filter(|p| p.case() == row.case.id);
    let title = title(model, row, plan, width);
    let mut lines = Vec::new();
    if let Some(aim) = plan.and_then(TeachingPlan::aim) {
        lines.push(Line::raw(format!(" {} {}", words.get("teaching-aim"), aim.as_str())));
    }
    lines.push(Line::default());
    // An older version is shown with the week that was in force when it began.
    let on = plan
        .filter(|_| model.teaching.back > 0)
        .map_or(model.today(), |p| p.from().max(row.case.stay().map_or(p.from(), |s| s.from)));
    lines.extend(week(model, row, on, width));
    lines.push(Line::default());
    lines.extend(hours(model, row, width));
    lines.push(Line::default());
    lines.extend(subjects(model, plan, width));
    let room = usize::from(area.height).saturating_sub(1);
    if lines.len() > room {
        lines.retain(|l| !l.spans.is_empty());
    }
    let part = Part::scrolled(model.teaching.scroll, lines.len(), room);
    let shown = lines.into_iter().skip(part.rows.start).take(part.rows.len());
    let shown = part.framed(words, theme, shown);
    lines::draw(frame, std::iter::once(title).chain(shown), area);
}

fn title(model: &Model, row: &CaseView, plan: Option<&TeachingPlan>, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let children = children(model);
    let at = children.iter().position(|r| r.case.id == row.case.id).map_or(0, |n| n + 1);
    let version = plan.map_or_else(
        || words.get("teaching-no-plan").to_owned(),
        |p| {
            let number = model.teaching.plans.len() - model.teaching.back;
            let from = dates::day_month_year(words.lang(), p.from());
            words.with("teaching-version", &[("number", number.into()), ("day", from.into())])
        },
    );
    Headline::new()
        .left(row.name.beside_class().to_string(), 0)
        .left(class_of(row, model.today()), 2)
        .left(format!("{at}/{}", children.len()), 3)
        .right(version, 1)
        .line(width, theme.accent, theme.dim)
}

/// The week: one column for each day, with the start times down the side.
fn week(model: &Model, row: &CaseView, on: NaiveDate, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(table) = timetable::in_force(&row.timetables, on) else {
        return vec![Line::styled(format!(" {}", words.get("teaching-no-timetable")), theme.dim)];
    };
    let column = width.saturating_sub(8) / 5;
    let monday = monday_of(model.today());
    let mut heads = vec![Span::raw(" ".repeat(8))];
    let mut planned = vec![Span::raw(" ".repeat(8))];
    for (n, day) in (0u64..).zip(&table.days) {
        let weekday = weekday_short(words.lang(), chrono::Datelike::weekday(&(monday + Days::new(n))));
        heads.push(Span::styled(spaced(weekday, column), theme.dim));
        let text = super::plan::text(words, day);
        planned.push(Span::styled(spaced(&text, column), theme.text));
    }
    let mut lines = vec![Line::from(heads), Line::from(planned)];
    for at in times(&table.days) {
        let mut spans =
            vec![Span::styled(fit(&format!(" {:>5}", dates::time(words.lang(), at.into())), 8), theme.dim)];
        for day in &table.days {
            let what = match day {
                DayPlan::Expected { blocks, .. } => {
                    blocks.iter().find(|b| b.at == at).map(|b| b.what.as_str())
                }
                _ => None,
            };
            spans.push(Span::raw(spaced(what.unwrap_or(""), column)));
        }
        lines.push(Line::from(spans));
    }
    lines
}

fn times(days: &[DayPlan]) -> Vec<TimeOfDay> {
    let blocks = days.iter().filter_map(|d| match d {
        DayPlan::Expected { blocks, .. } => Some(blocks),
        _ => None,
    });
    let mut times: Vec<TimeOfDay> = blocks.flatten().map(|b| b.at).collect();
    times.sort_unstable();
    times.dedup();
    times
}

/// The planned hours a week, and the hours attended last week and this week.
fn hours(model: &Model, row: &CaseView, width: usize) -> Vec<Line<'static>> {
    let (words, lang) = (&model.words, model.words.lang());
    let tenth = |minutes: u32| decimal_short(lang, f64::from(minutes) / 60.0, 1);
    let today = model.today();
    let planned = timetable::in_force(&row.timetables, today).map_or(0, timetable::Timetable::minutes_a_week);
    let mut text = format!(" {}", words.with("teaching-hours", &[("hours", tenth(planned).into())]));
    for back in [1, 0] {
        let monday = monday_of(today) - Days::new(7 * back);
        let to = (monday + Days::new(4)).min(today);
        let Some(figures) = row.count(&model.roster.calendar, monday, to) else { continue };
        if let Some(share) = figures.share_of_minutes() {
            text.push_str(&format!(
                "   {}  {} t {}",
                dates::week(lang, monday),
                tenth(figures.minutes_attended),
                bar(share, 8)
            ));
        }
    }
    vec![Line::raw(clip(&text, width))]
}

fn subjects(model: &Model, plan: Option<&TeachingPlan>, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(plan) = plan else { return Vec::new() };
    const SUBJECT: usize = 16;
    const LESSONS: usize = 10;
    let rest = width.saturating_sub(SUBJECT + LESSONS + 4);
    let (level, goal) = (rest * 2 / 5, rest - rest * 2 / 5);
    let mut lines = vec![
        Cells::new()
            .gap(2)
            .left(words.get("head-subject"), SUBJECT, theme.dim)
            .left(words.get("head-lessons"), LESSONS, theme.dim)
            .left(words.get("head-level"), level, theme.dim)
            .left(words.get("head-goal"), goal, theme.dim)
            .line(None),
    ];
    let text = |t: &Option<trivsel_domain::value::Line>| {
        t.as_ref().map_or_else(|| "–".to_owned(), |l| l.as_str().to_owned())
    };
    for subject in plan.subjects() {
        lines.push(
            Cells::new()
                .gap(2)
                .left(words.code("subject", subject.subject.code()), SUBJECT - 1, theme.text)
                .gap(1)
                .right(&subject.lessons.to_string(), 4, theme.text)
                .gap(LESSONS - 4)
                .left(&text(&subject.level), level.saturating_sub(1), theme.text)
                .gap(1)
                .left(&text(&subject.goal), goal, theme.text)
                .line(None),
        );
    }
    lines
}
