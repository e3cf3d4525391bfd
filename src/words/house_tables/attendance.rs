//! The children, their attendance, the causes of absence, the meters and the ministry's average.

use trivsel_domain::rules::house_figures::suppression::{Cell, FEWEST, Suppressed, Totals};
use trivsel_domain::rules::house_figures::{
    Attended, Band, ChildFigures, LevelCount, ProgrammeFigures, ministry_average,
};
use trivsel_domain::rules::quarter::{QuarterLevel, QuarterMeter};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::statutory::StatutoryAbsence;
use trivsel_domain::value::{Coded, Halves, Statutory};

use super::{Grid, HouseTable, Page, Value, count, days, quarter};
use crate::numbers::percent_to_a_tenth;
use crate::numbers::{decimal_short, half_days};
use crate::text::Collator;

/// Every child.
pub(super) fn children(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let mut columns = vec!["child", "stage", "from", "to", "attendance", "source", "registered", "blank"];
    if figures.keeps_register {
        columns.extend(["school-days", "sick", "leave", "unlawful", "meter"]);
    }
    let mut grid = page.grid(&columns);
    for child in &figures.children {
        let (registered, blank) = base(&child.attendance);
        let mut cells = vec![
            page.child(child.case),
            page.stage(child.stage),
            Value::Date(child.from),
            Value::Date(child.to),
            Value::maybe(child.attendance.share(), Value::Share),
            source(page, child),
            days(registered),
            days(blank),
        ];
        if figures.keeps_register {
            let absence = child.absence;
            cells.push(Value::Whole(child.school_days));
            cells.extend([absence.sick, absence.leave, absence.unlawful].map(|h| days(h.get())));
            cells.push(page.row(worst(&child.meters).code()));
        }
        grid.push_case(child.case, cells);
    }
    sort_by_name(&mut grid);
    let headline = page.words.with("house-children", &[("count", figures.children.len().into())]);
    page.table("children", headline, grid, Grid::default())
}

/// Half-days registered or reported, and planned ones without a mark.
fn base(attendance: &Attendance) -> (u32, u32) {
    match attendance {
        Attendance::Own(f) => (f.registered().get(), f.unregistered.get()),
        Attendance::Reported(f) => (f.possible.get(), 0),
        Attendance::Imported(f) => (f.registered.get(), 0),
    }
}

fn source(page: &Page<'_>, child: &ChildFigures) -> Value {
    page.row(register_code(&child.attendance))
}

/// The code of the register that a figure is from.
pub(super) fn register_code(attendance: &Attendance) -> &'static str {
    match attendance {
        Attendance::Own(_) => "own",
        Attendance::Reported(_) => "reported",
        Attendance::Imported(_) => "imported",
    }
}

/// The highest level that a child reached in a quarter of the period.
fn worst(meters: &[QuarterMeter]) -> QuarterLevel {
    meters.iter().map(|m| m.level()).max().unwrap_or(QuarterLevel::Nothing)
}

/// Rows in the order of the first column.
pub(super) fn sort_by_name(grid: &mut Grid) {
    let collator = Collator::new();
    let name = |cells: &[Value]| match cells.first() {
        Some(Value::Text(name)) => collator.key(name),
        _ => Vec::new(),
    };
    grid.rows.sort_by_cached_key(|row| name(&row.cells));
}

/// The share of all children together, and how many are in each band.
pub(super) fn bands(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let number = |band: &Band| {
        let there = figures.children.iter().filter(|c| c.band() == *band).count();
        Cell::children(u32::try_from(there).unwrap_or(u32::MAX))
    };
    let cells: Vec<Cell> = Band::ALL.iter().map(number).collect();
    let table = Suppressed::row(&cells, count(&figures.children));
    let hides = |at: usize| page.view.anonymous && table.hides(0, at);
    let mut grid = page.grid(&["band", "children"]);
    for (at, (band, cell)) in Band::ALL.iter().zip(&cells).enumerate() {
        grid.push(vec![page.row(band.code()), Value::unless(hides(at), Value::Whole(cell.value))]);
    }
    let all =
        Value::unless(page.view.anonymous && table.hides_row(0), Value::Whole(count(&figures.children)));
    grid.push(vec![page.row("total"), all]);
    let (own, reported) = Attended::own_and_reported(&figures.children);
    let together = if figures.keeps_register { own } else { reported };
    let mut basis = page.grid(&["child", "attendance", "source", "attended", "registered", "blank"]);
    for child in &figures.children {
        let (registered, blank) = base(&child.attendance);
        let attended = match &child.attendance {
            Attendance::Own(f) => f.attended(),
            Attendance::Reported(f) => f.attended,
            Attendance::Imported(f) => f.attended,
        };
        let cells = vec![
            page.child(child.case),
            Value::maybe(child.attendance.share(), Value::Share),
            source(page, child),
            days(attended.get()),
            days(registered),
            days(blank),
        ];
        basis.push_case(child.case, cells);
    }
    sort_by_name(&mut basis);
    page.table("attendance", together_told(page, &together, figures.keeps_register), grid, basis)
}

fn together_told(page: &Page<'_>, together: &Attended, own: bool) -> String {
    let (words, lang) = (page.words, page.words.lang());
    let Some(share) = together.share() else { return words.get("house-nothing-registered").to_owned() };
    if page.view.anonymous && together.children < FEWEST {
        return words.get("house-hidden").to_owned();
    }
    let args = [
        ("share", percent_to_a_tenth(lang, share).into()),
        ("attended", half_days(lang, together.attended).into()),
        ("registered", half_days(lang, together.registered).into()),
        ("blank", half_days(lang, together.unregistered).into()),
    ];
    if own { words.with("house-attended", &args) } else { words.with("house-attended-reported", &args[..3]) }
}

/// Absence by cause, in the statutory count.
pub(super) fn causes(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    type Of = fn(&StatutoryAbsence) -> Halves<Statutory>;
    let causes: [(&str, Of); 3] =
        [("sick", |a| a.sick), ("leave", |a| a.leave), ("unlawful", |a| a.unlawful)];
    let cell = |of: Of| {
        let halves = figures.children.iter().map(|c| of(&c.absence));
        let group = halves.clone().filter(|h| *h > Halves::NONE).count();
        let value: Halves<Statutory> = halves.sum();
        Cell { value: value.get(), group: u32::try_from(group).unwrap_or(u32::MAX) }
    };
    let cells: Vec<Cell> = causes.iter().map(|(_, of)| cell(*of)).collect();
    let all = cell(|a| a.total());
    let table = Suppressed::row(&cells, all.group);
    let mut grid = page.grid(&["cause", "days", "children"]);
    let mut told = Vec::new();
    for (at, ((code, _), cell)) in causes.iter().zip(&cells).enumerate() {
        let hidden = page.view.anonymous && table.hides(0, at);
        let value = Value::unless(hidden, days(cell.value));
        told.push((*code, value.told(page.words)));
        grid.push(vec![page.row(code), value, Value::unless(hidden, Value::Whole(cell.group))]);
    }
    let hidden = page.view.anonymous && table.hides_row(0);
    let total = [days(all.value), Value::Whole(all.group)].map(|v| Value::unless(hidden, v));
    grid.push([vec![page.row("total")], total.into()].concat());
    let mut basis = page.grid(&["child", "sick", "leave", "unlawful", "school-days"]);
    for child in figures.children.iter().filter(|c| c.absence.total() > Halves::NONE) {
        let counted = causes.map(|(_, of)| days(of(&child.absence).get()));
        let cells = [vec![page.child(child.case)], counted.into(), vec![Value::Whole(child.school_days)]];
        basis.push_case(child.case, cells.concat());
    }
    sort_by_name(&mut basis);
    let args: Vec<_> = told.into_iter().map(|(code, text)| (code, text.into())).collect();
    page.table("causes", page.words.with("house-causes", &args), grid, basis)
}

/// The children at each level of the quarter meter, quarter by quarter.
pub(super) fn meters(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let counts = LevelCount::of(&figures.children);
    let rows: Vec<Vec<Cell>> = counts.iter().map(|q| q.children.map(Cell::children).to_vec()).collect();
    let table = Suppressed::new(&rows, Totals::OF_ROWS);
    let mut grid = page.grid(&["quarter", "below-limits", "first-limit", "second-limit", "children"]);
    let mut last = Vec::new();
    for (r, one) in counts.iter().enumerate() {
        let cell =
            |(c, n): (usize, &u32)| Value::unless(page.view.anonymous && table.hides(r, c), Value::Whole(*n));
        let cells: Vec<Value> = one.children.iter().enumerate().map(cell).collect();
        last.clone_from(&cells);
        let all = Value::Whole(one.children.iter().sum());
        let all = Value::unless(page.view.anonymous && table.hides_row(r), all);
        let name = Value::Text(quarter(page.words, one.quarter.first_day()));
        grid.push([vec![name], cells, vec![all]].concat());
    }
    let mut basis = page.grid(&["child", "quarter", "counted", "first-from", "second-from", "meter"]);
    for child in &figures.children {
        for meter in child.meters.iter().filter(|m| m.counted() > Halves::NONE) {
            let (first, second) = meter.thresholds();
            let counted = [meter.counted(), first, second].map(|h| days(h.get()));
            let name = Value::Text(quarter(page.words, meter.quarter.first_day()));
            let cells =
                [vec![page.child(child.case), name], counted.into(), vec![page.row(meter.level().code())]];
            basis.push_case(child.case, cells.concat());
        }
    }
    sort_by_name(&mut basis);
    let headline = match last.as_slice() {
        [below, first, second] => page.words.with(
            "house-meters",
            &[
                ("below", below.told(page.words).into()),
                ("first", first.told(page.words).into()),
                ("second", second.told(page.words).into()),
            ],
        ),
        _ => "–".to_owned(),
    };
    page.table("meters", headline, grid, basis)
}

/// The average absence as the ministry counts it.
pub(super) fn ministry(page: &Page<'_>, figures: &ProgrammeFigures) -> HouseTable {
    let counted: Vec<(&ChildFigures, f64)> = figures
        .children
        .iter()
        .filter(|c| c.months > 0)
        .filter_map(|c| c.absent_share().map(|share| (c, share)))
        .collect();
    let average = ministry_average(counted.iter().map(|(child, share)| (*share, child.months)));
    let hidden = page.view.anonymous && count(&counted) < FEWEST && !counted.is_empty();
    let months: u32 = counted.iter().map(|(child, _)| child.months).sum();
    let value = Value::unless(hidden, Value::maybe(average, Value::Share));
    let headline = match &value {
        Value::Share(share) => {
            let share = percent_to_a_tenth(page.words.lang(), *share);
            page.words.with("house-ministry", &[("share", share.into())])
        }
        other => other.told(page.words),
    };
    let mut grid = page.grid(&["figure", "absence", "children", "months"]);
    let numbers = [Value::Whole(count(&counted)), Value::Whole(months)].map(|v| Value::unless(hidden, v));
    grid.push([vec![page.row("average"), value], numbers.into()].concat());
    let mut basis = page.grid(&["child", "absence", "absent-days", "school-days", "months"]);
    for (child, share) in counted {
        let cells = vec![
            page.child(child.case),
            Value::Share(share),
            days(child.absence.total().get()),
            Value::Whole(child.school_days),
            Value::Whole(child.months),
        ];
        basis.push_case(child.case, cells);
    }
    sort_by_name(&mut basis);
    page.table("ministry", headline, grid, basis)
}

/// A number of days in a headline.
pub(super) fn told_days(page: &Page<'_>, days: f64) -> String {
    decimal_short(page.words.lang(), days, 1)
}
