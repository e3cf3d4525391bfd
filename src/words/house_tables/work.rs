//! The work: talks held of talks due, changes of level, consultations.

use std::collections::BTreeSet;

use trivsel_domain::rules::house_figures::suppression::{Cell, FEWEST, Suppressed};
use trivsel_domain::rules::house_figures::{
    Consultations, Direction, Kept, LevelShift, ProgrammeFigures, TalkOwed,
};
use trivsel_domain::value::{CaseId, Coded, ObligationKind};

use super::attendance::told_days;
use super::{HouseTable, Page, Value, count};

/// Talks held of talks due, by kind. For others there is no total, which would tell what a hidden kind came to.
pub(super) fn talks(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let mut grid = page.grid(&["talk", "due", "held", "in-time", "late", "excused", "missed", "children"]);
    let mut line = |name: Value, owed: &[&TalkOwed]| {
        let kept = |kept: Kept| u32::try_from(owed.iter().filter(|t| t.kept == kept).count()).unwrap_or(0);
        let children = children(owed.iter().map(|t| t.case));
        let hide = |n: u32| Value::unless(page.view.anonymous && children < FEWEST, Value::Whole(n));
        let held = kept(Kept::InTime) + kept(Kept::Late);
        let numbers = [count(owed), held].into_iter().chain(Kept::ALL.iter().map(|k| kept(*k)));
        grid.push([vec![name], numbers.chain([children]).map(hide).collect()].concat());
    };
    for kind in ObligationKind::ALL {
        let owed: Vec<&TalkOwed> = figures.talks.iter().filter(|t| t.kind == *kind).collect();
        if !owed.is_empty() {
            line(page.talk(*kind), &owed);
        }
    }
    let all: Vec<&TalkOwed> = figures.talks.iter().collect();
    if !page.view.anonymous && !all.is_empty() {
        line(page.row("total"), &all);
    }
    let held = all.iter().filter(|t| matches!(t.kept, Kept::InTime | Kept::Late)).count();
    let headline = if page.view.anonymous && grid.hides() {
        page.words.get("house-see-rows").to_owned()
    } else {
        page.words.with("house-talks", &[("held", held.into()), ("due", all.len().into())])
    };
    let mut basis = page.grid(&["child", "talk", "due-on", "held-on", "kept"]);
    for one in &figures.talks {
        let cells = vec![
            page.child(one.case),
            page.talk(one.kind),
            Value::Date(one.due),
            Value::maybe(one.on, Value::Date),
            page.row(one.kept.code()),
        ];
        basis.push_case(one.case, cells);
    }
    page.table("talks", headline, grid, basis)
}

/// The number of different cases.
fn children(cases: impl Iterator<Item = CaseId>) -> u32 {
    u32::try_from(cases.collect::<BTreeSet<_>>().len()).unwrap_or(u32::MAX)
}

/// Changes of level, up and down.
pub(super) fn levels(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let cell = |shifts: &mut dyn Iterator<Item = &LevelShift>| {
        let shifts: Vec<&LevelShift> = shifts.collect();
        Cell { value: count(&shifts), group: children(shifts.iter().map(|s| s.case)) }
    };
    let of = |d: &Direction| cell(&mut figures.levels.iter().filter(|s| s.direction() == *d));
    let cells: Vec<Cell> = Direction::ALL.iter().map(of).collect();
    let all = cell(&mut figures.levels.iter());
    let table = Suppressed::row(&cells, all.group);
    let mut grid = page.grid(&["change", "count", "children"]);
    let mut line = |name: Value, cell: &Cell, hidden: bool| {
        let hide = |n: u32| Value::unless(page.view.anonymous && hidden, Value::Whole(n));
        let (value, group) = (hide(cell.value), hide(cell.group));
        grid.push(vec![name, value.clone(), group]);
        value.told(page.words)
    };
    let told: Vec<String> = Direction::ALL
        .iter()
        .zip(&cells)
        .enumerate()
        .map(|(at, (d, cell))| line(page.row(d.code()), cell, table.hides(0, at)))
        .collect();
    line(page.row("total"), &all, table.hides_row(0));
    let mut told = told.into_iter().map(Into::into);
    let args = [
        ("up", told.next().unwrap_or_else(|| "–".into())),
        ("down", told.next().unwrap_or_else(|| "–".into())),
    ];
    let mut basis = page.grid(&["child", "on", "level-before", "level-after"]);
    for shift in &figures.levels {
        let level = |l: trivsel_domain::value::Level| Value::Whole(l.get().into());
        let cells = vec![page.child(shift.case), Value::Date(shift.on), level(shift.from), level(shift.to)];
        basis.push_case(shift.case, cells);
    }
    page.table("levels", page.words.with("house-levels", &args), grid, basis)
}

/// Consultations with hours and participants, together and for each school or workplace. They are about no child, so nothing of them is hidden.
pub(super) fn consultations(page: &Page<'_>, all: &Consultations) -> HouseTable {
    let mut grid = page.grid(&["figure", "count", "hours", "participants", "without-length"]);
    let hours = |of: &Consultations| f64::from(of.minutes()) / 60.0;
    let mut add = |name: Value, of: &Consultations| {
        grid.push(vec![
            name,
            Value::Whole(count(&of.held)),
            Value::Decimal(hours(of)),
            Value::Whole(of.participants()),
            Value::Whole(of.without_length()),
        ]);
    };
    add(page.row("consultations"), all);
    for (place, of) in all.by_place() {
        let name =
            place.map_or_else(|| page.row("without-place"), |place| Value::Text(place.as_str().to_owned()));
        add(name, &of);
    }
    let args = [
        ("count", all.held.len().into()),
        ("hours", told_days(page, hours(all)).into()),
        ("participants", all.participants().into()),
    ];
    let headline = page.words.with("house-consultations", &args);
    let mut basis = page.grid(&["on", "place", "minutes", "participants"]);
    for one in &all.held {
        basis.push(vec![
            Value::Date(one.date),
            Value::maybe(one.place.as_ref(), |place| Value::Text(place.as_str().to_owned())),
            Value::maybe(one.minutes, |m| Value::Whole(m.get().into())),
            Value::Whole(one.participants),
        ]);
    }
    page.table("consultations", headline, grid, basis)
}
