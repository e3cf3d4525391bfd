//! The goals with their progress, and the interventions with the current level.

use trivsel_domain::record::{Goal, Intervention};
use trivsel_domain::value::Coded;

use super::{Sheet, SheetRow, Target};
use crate::forms::case::{GoalForm, InterventionForm, LevelForm, ProgressForm};
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::numbers::bar;
use trivsel_words::text::columns;
use trivsel_words::{dates, talk as told};

/// The columns before what stands below a goal.
const BELOW: usize = 24;

/// The goals, current ones first.
pub(super) fn goals(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let mut goals: Vec<&Goal> = sheet.dossier.goals.iter().collect();
    goals.sort_by_key(|g| (g.ended.is_some(), g.kind, g.set_on));
    if goals.is_empty() {
        return vec![SheetRow::plain(model.words.get("sheet-goals-empty"), model.theme.dim)];
    }
    goals.into_iter().flat_map(|goal| goal_rows(goal, model, width)).collect()
}

/// The latest progress as a bar with its figure, or a dash.
pub(super) fn how_far(goal: &Goal) -> String {
    goal.latest().map_or_else(
        || "–".to_owned(),
        |p| format!("{} {:>2}/10", bar(f64::from(p.value.get()) / 10.0, 5), p.value.get()),
    )
}

/// The rows of a goal: its latest progress, what it serves, and its progress over time.
fn goal_rows(goal: &Goal, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let far = how_far(goal);
    let ended = goal.ended.map(|e| words.code("goal-end", e.how.code()).to_owned());
    let style = if goal.ended.is_some() { theme.dim } else { theme.text };
    let room = width.saturating_sub(1 + 11 + 12 + 2);
    let cells = Cells::new()
        .gap(1)
        .left(words.code("goal", goal.kind.code()), 10, theme.dim)
        .gap(1)
        .left(&far, 11, theme.text)
        .gap(1)
        .left(goal.text.as_str(), room, style);
    let serves = match (&goal.municipal, goal.is_unlinked_family()) {
        (Some(plan), _) => words.with("goal-serves", &[("goal", plan.as_str().into())]),
        (None, true) => format!("▲ {}", words.get("goal-unlinked")),
        (None, false) => String::new(),
    };
    let rest: Vec<String> = [ended, Some(serves).filter(|s| !s.is_empty())].into_iter().flatten().collect();
    let change = if rest.is_empty() { words.get("goal-change").to_owned() } else { rest.join(" · ") };
    let below =
        |text: &str, style| Cells::new().gap(BELOW).left(text, width.saturating_sub(BELOW + 1), style);
    let style = if goal.is_unlinked_family() { theme.warn } else { theme.dim };
    let mut rows = vec![
        SheetRow::new(cells, Target::form(ProgressForm(goal.id))),
        SheetRow::new(below(&change, style), Target::form(GoalForm(Some(goal.id)))),
    ];
    let over_time: Vec<String> = goal
        .progress
        .iter()
        .map(|p| format!("{} {}", dates::day_month_seen(lang, p.date, model.today()), p.value.get()))
        .collect();
    if over_time.len() > 1 {
        // The latest values are the ones that are shown.
        let room = width.saturating_sub(BELOW + 1);
        let fits = |n: &usize| columns(&latest(&over_time, *n)) <= room;
        let text = (1..=over_time.len()).rev().find(fits).map(|n| latest(&over_time, n)).unwrap_or_default();
        rows.push(SheetRow::new(below(&text, theme.dim), Target::form(ProgressForm(goal.id))));
    }
    rows
}

/// The last `count` values over time; an arrow before them if there were others.
fn latest(values: &[String], count: usize) -> String {
    let shown = values.iter().rev().take(count).rev().cloned().collect::<Vec<_>>().join(" → ");
    if count < values.len() { format!("… → {shown}") } else { shown }
}

/// The level, if the programme has levels, and the interventions, current ones first.
pub(super) fn interventions(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let mut rows = Vec::new();
    let case = &sheet.dossier.case;
    let programme = model.roster.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == case.programme);
    if programme.is_some_and(|p| !p.levels().is_empty()) {
        let text = case.level().map_or_else(
            || words.get("sheet-no-level").to_owned(),
            |l| words.with("sheet-level", &[("level", usize::from(l.get()).into())]),
        );
        rows.push(SheetRow::new(Cells::new().gap(1).text(text, theme.accent), Target::form(LevelForm)));
        for change in case.levels.iter().rev() {
            let day = dates::day_month_year(lang, change.on);
            let reason = change.reason.as_ref().map_or("", |r| r.as_str());
            let level = usize::from(change.level.get());
            let text = words.with(
                "sheet-level-change",
                &[("level", level.into()), ("day", day.into()), ("reason", reason.into())],
            );
            let cells = Cells::new().gap(3).left(&text, width.saturating_sub(4), theme.dim);
            rows.push(SheetRow::new(cells, Target::Talk(change.talk)));
        }
    }
    let mut all: Vec<&Intervention> = sheet.dossier.interventions.iter().collect();
    all.sort_by_key(|i| (!i.is_set_on(model.today()), i.from));
    rows.extend(all.iter().map(|i| intervention(i, model, width)));
    if all.is_empty() {
        rows.push(SheetRow::plain(words.get("sheet-interventions-empty"), theme.dim));
    }
    rows
}

fn intervention(one: &Intervention, model: &Model, width: usize) -> SheetRow {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let style = if one.is_set_on(model.today()) { theme.text } else { theme.dim };
    let to = one.to.map(|d| dates::day_month_year(lang, d)).unwrap_or_default();
    let when = format!("{} – {to}", dates::day_month_year(lang, one.from));
    let who: Vec<String> = one.who.iter().map(|d| told::doer(&model.roster.staff, d)).collect();
    let note = one.note.as_ref().map(|n| format!(" · {}", n.as_str())).unwrap_or_default();
    let cells = Cells::new()
        .gap(1)
        .left(words.code("intervention", one.kind.code()), 24, style)
        .gap(1)
        .left(&when, 29, style)
        .gap(1)
        .left(&format!("{}{note}", who.join(", ")), width.saturating_sub(58), style);
    SheetRow::new(cells, Target::form(InterventionForm(Some(one.id))))
}
