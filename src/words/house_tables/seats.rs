//! Occupancy, waiting time and length of stay.

use trivsel_domain::rules::house_figures::suppression::{Cell, FEWEST, Suppressed};
use trivsel_domain::rules::house_figures::{Occupancy, ProgrammeFigures, Spread, Waited};

use super::attendance::{sort_by_name, told_days};
use super::courses::Hiding;
use super::{HouseTable, Page, Value, count};
use crate::numbers::percent_to_a_tenth;

/// The days on which seats were held, of the days on which there were seats.
pub(super) fn occupancy(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let (words, parts) = (page.words, &figures.occupancy);
    let mut grid = page.grid(&["month", "from", "to", "held-days", "seat-days", "occupancy", "children"]);
    let mut basis = page.grid(&["child", "from", "held-days"]);
    let Some(all) = Occupancy::together(parts) else {
        return page.table("occupancy", "–".to_owned(), grid, basis);
    };
    let cell = |part: &Occupancy| Cell { value: part.held_days(), group: count(&part.held) };
    let cells: Vec<Cell> = parts.iter().map(cell).collect();
    let table = Suppressed::row(&cells, count(&all.held));
    let line = |name: Value, part: &Occupancy, hides: bool| {
        let hide = |value| Value::unless(page.view.anonymous && hides, value);
        vec![
            name,
            Value::Date(part.from),
            Value::Date(part.to),
            hide(Value::Whole(part.held_days())),
            Value::maybe(part.seats, Value::Whole),
            hide(Value::maybe(part.share(), Value::Share)),
            hide(Value::Whole(count(&part.held))),
        ]
    };
    for (at, part) in parts.iter().enumerate() {
        let name = Value::Text(crate::dates::month_year(words.lang(), part.from));
        grid.push(line(name, part, table.hides(0, at)));
    }
    if parts.len() > 1 {
        grid.push(line(page.row("total"), &all, table.hides_row(0)));
    }
    for one in &all.held {
        let cells = vec![page.child(one.case), Value::Date(one.from), Value::Whole(one.days)];
        basis.push_case(one.case, cells);
    }
    sort_by_name(&mut basis);
    let headline = if page.view.anonymous && table.hides_row(0) {
        words.get("house-hidden").to_owned()
    } else {
        let held = all.held_days();
        match all.share().zip(all.seats) {
            Some((share, seats)) => words.with(
                "house-occupancy",
                &[
                    ("share", percent_to_a_tenth(words.lang(), share).into()),
                    ("held", held.into()),
                    ("seats", seats.into()),
                ],
            ),
            None => words.with("house-occupancy-unlimited", &[("held", held.into())]),
        }
    };
    page.table("occupancy", headline, grid, basis)
}

/// Count, mean, median, least and most of some lengths. Of others it tells neither the least nor the most, since each is
/// one child's.
fn spread(page: &Page<'_>, spread: Option<Spread>, hidden: bool) -> Vec<Value> {
    let Some(spread) = spread else {
        return vec![Value::Whole(0), Value::Nothing, Value::Nothing, Value::Nothing, Value::Nothing];
    };
    let whole = |days: i64| Value::Whole(u32::try_from(days).unwrap_or(0));
    let anonymous = page.view.anonymous;
    let hide = |value| Value::unless(anonymous && (hidden || spread.count < FEWEST), value);
    vec![
        hide(Value::Whole(spread.count)),
        hide(Value::Decimal(spread.mean)),
        hide(Value::Decimal(spread.median)),
        Value::unless(anonymous, whole(spread.least)),
        Value::unless(anonymous, whole(spread.most)),
    ]
}

/// The mean of a row of [`spread`], for a headline.
fn mean_told(page: &Page<'_>, cells: &[Value]) -> String {
    match cells.get(1) {
        Some(Value::Decimal(mean)) => {
            page.words.with("house-mean-days", &[("days", told_days(page, *mean).into())])
        }
        Some(Value::Hidden) => page.words.get("house-hidden").to_owned(),
        _ => "–".to_owned(),
    }
}

const SPREAD: [&str; 6] = ["figure", "count", "mean", "median", "least", "most"];

/// How long the children waited.
pub(super) fn waiting(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let (admitted, waiting) = (&figures.admitted, &figures.waiting);
    let listed = admitted.iter().filter(|w| w.listed.is_some()).count();
    let listed = u32::try_from(listed).unwrap_or(u32::MAX);
    let direct = count(admitted) - listed;
    let table = Suppressed::row(&[Cell::children(listed), Cell::children(direct)], count(admitted));
    let of = |list: &[Waited]| Spread::of(list.iter().map(|w| w.from_referral()));
    let mut grid = page.grid(&SPREAD);
    let from_referral = spread(page, of(admitted), table.hides_row(0));
    let from_listing =
        spread(page, Spread::of(admitted.iter().filter_map(|w| w.from_listing())), table.hides(0, 0));
    let args = [
        ("referral", mean_told(page, &from_referral).into()),
        ("listing", mean_told(page, &from_listing).into()),
        (
            "waiting",
            Value::unless(hidden_group(page, waiting), Value::Whole(count(waiting))).told(page.words).into(),
        ),
    ];
    let headline = page.words.with("house-waiting", &args);
    let still = spread(page, of(waiting), false);
    grid.push([vec![page.row("from-referral")], from_referral].concat());
    grid.push([vec![page.row("from-listing")], from_listing].concat());
    let without = Value::unless(page.view.anonymous && table.hides(0, 1), Value::Whole(direct));
    let none = [Value::Nothing, Value::Nothing, Value::Nothing, Value::Nothing];
    grid.push([vec![page.row("without-listing"), without], none.into()].concat());
    grid.push([vec![page.row("still-waiting")], still].concat());
    let mut basis = page.grid(&[
        "child",
        "referred",
        "listed",
        "until",
        "days-from-referral",
        "days-from-listing",
        "now",
    ]);
    let lines = admitted.iter().map(|w| (w, "admitted")).chain(waiting.iter().map(|w| (w, "waits")));
    for (one, now) in lines {
        let whole = |days: i64| Value::Whole(u32::try_from(days).unwrap_or(0));
        let cells = vec![
            page.child(one.case),
            Value::Date(one.referred),
            Value::maybe(one.listed, Value::Date),
            Value::Date(one.until),
            whole(one.from_referral()),
            Value::maybe(one.from_listing(), whole),
            page.row(now),
        ];
        basis.push_case(one.case, cells);
    }
    page.table("waiting", headline, grid, basis)
}

/// Whether a number of children is too small to be told.
fn hidden_group<T>(page: &Page<'_>, list: &[T]) -> bool {
    page.view.anonymous && !list.is_empty() && count(list) < FEWEST
}

/// How long the courses lasted.
pub(super) fn stay(page: &Page<'_>, figures: &ProgrammeFigures, ends: &Hiding) -> HouseTable {
    let of =
        |list: &[trivsel_domain::rules::house_figures::Stayed]| Spread::of(list.iter().map(|s| s.days()));
    let ended = spread(page, of(&figures.ended), ends.all());
    let running = spread(page, of(&figures.running), false);
    let args = [("ended", mean_told(page, &ended).into()), ("running", mean_told(page, &running).into())];
    let headline = page.words.with("house-stay", &args);
    let mut grid = page.grid(&SPREAD);
    grid.push([vec![page.row("ended")], ended].concat());
    grid.push([vec![page.row("running")], running].concat());
    let mut basis = page.grid(&["child", "from", "until", "days", "now"]);
    let ended = figures.ended.iter().map(|s| (s, "ended"));
    for (one, now) in ended.chain(figures.running.iter().map(|s| (s, "running"))) {
        let cells = vec![
            page.child(one.case),
            Value::Date(one.from),
            Value::Date(one.until),
            Value::Whole(u32::try_from(one.days()).unwrap_or(0)),
            page.row(now),
        ];
        basis.push_case(one.case, cells);
    }
    page.table("stay", headline, grid, basis)
}
