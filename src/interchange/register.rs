//! A register with a column for each day: turns its rows into one for each child and day.

use trivsel_domain::decide::Column;

use super::bounds::Room;
use super::dated::{Dated, Undated, dated};
use super::halves::{halves, is_subheading, paired};
use super::heading::Heading;
use super::headings::{Headings, is_named_sum};
use super::merged::Merged;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::spots::{Block, FOUND, Spots};
use super::table::{Row, Special, Table};
use super::told::Reading;

/// Turns the rows of a register into one for each child and day, all in the first of its blocks. `None` if no headings
/// are days, or with a problem of theirs.
pub(super) fn by_day(blocks: &mut [(Table, Headings)], reading: &Reading<'_>) -> Option<(Headings, Spots)> {
    if blocks.iter().all(|(_, headings)| headings.days.is_empty()) {
        return None;
    }
    let dates = all_dated(blocks, reading)?;
    let mut spots = Spots::default();
    let (mut made, mut room) = (Vec::new(), Room::default());
    let turned = blocks.iter_mut().zip(&dates).try_for_each(|((table, headings), dates)| {
        turn(table, headings, dates, &mut spots, &mut made, &mut room)
    });
    if let Err(fault) = turned {
        made.clear();
        blocks.iter_mut().for_each(|(table, _)| table.problems.clear());
        blocks.first_mut()?.0.problems.push(Problem::of_file(fault));
    }
    let dates = || spots.blocks.iter().flat_map(|block| &block.days).filter_map(|day| day.date.ok());
    if let (Some(from), Some(to), Some((last, _))) = (dates().min(), dates().max(), blocks.last_mut()) {
        last.notes.push(Note::Register { days: dates().count(), from, to });
    }
    let (first, headings) = blocks.first_mut()?;
    first.rows = made;
    let name = |column| headings.name(Heading::Of(column)).unwrap_or_default().to_owned();
    let places = spots.blocks.iter().map(|block| block.places);
    let has = |at: usize| places.clone().any(|places| places.get(at).is_none_or(Option::is_some));
    let found = FOUND.iter().enumerate().filter(|(at, _)| has(*at));
    let found = found.map(|(at, column)| (Heading::Of(*column), at, name(*column))).collect();
    Some((headings.placed(found), spots))
}

/// The dates of the days of each block; `None` with a problem of theirs, and what to ask.
fn all_dated(blocks: &mut [(Table, Headings)], reading: &Reading<'_>) -> Option<Vec<Vec<Dated>>> {
    let dates = blocks.iter_mut().map(|(table, headings)| {
        let undated = |undated: Undated| {
            let (problems, question) = *undated;
            table.problems.extend(problems);
            table.question = table.question.take().or(question);
        };
        dated(&headings.days, table.head, reading).map_err(undated).ok()
    });
    // Each block says what is wrong with its days.
    let dates: Vec<Option<_>> = dates.collect();
    dates.into_iter().collect()
}

/// Turns the rows of a block, but for its sums, and adds it to those that were turned.
fn turn(
    table: &mut Table,
    headings: &Headings,
    dates: &[Dated],
    spots: &mut Spots,
    made: &mut Vec<Row>,
    room: &mut Room,
) -> Result<(), Fault> {
    let mut rows = std::mem::take(&mut table.rows).into_iter().peekable();
    let halves = rows.next_if(|row| is_subheading(row, headings)).map(|row| halves(&row));
    let days = paired(&headings.days, dates, &halves.unwrap_or_default(), table.head, &mut table.problems);
    let places =
        [Column::Child, Column::Born, Column::Origin].map(|column| headings.place(Heading::Of(column)));
    spots.blocks.push(Block { sheet: table.sheet.clone(), days, places });
    let mut sums = Vec::new();
    for mut row in rows {
        if is_sum(&row, places[0], headings) {
            sums.push(row.line);
            continue;
        }
        table.problems.extend(headings.extra(&row));
        fill_right(&mut row, headings, &table.merged, room)?;
        spots.turn(&row, made, room, &mut table.problems)?;
    }
    table.notes.extend((!sums.is_empty()).then_some(Note::Sums(sums)));
    Ok(())
}

/// Whether a row only counts: a word for it where the name should stand, and numbers on the days.
fn is_sum(row: &Row, child: Option<usize>, headings: &Headings) -> bool {
    let named = |at: usize| is_named_sum(&row.cells[at]);
    // Half-days are counted as 12,5, and shares as 85 %.
    let number = |cell: &str| {
        let number = cell.trim().trim_end_matches('%').trim_end().replace(',', ".");
        number.starts_with(|c: char| c.is_ascii_digit()) && number.parse::<f64>().is_ok()
    };
    child.is_some_and(|at| row.has(at) && named(at))
        && row.own().filter(|at| headings.is_day(*at)).all(|at| number(&row.cells[at]))
}

/// Fills the days that merged cells reach over with their mark.
fn fill_right(row: &mut Row, headings: &Headings, merged: &[Merged], room: &mut Room) -> Result<(), Fault> {
    let here = |merged: &&Merged| (merged.first.0..=merged.last.0).contains(&row.line);
    for merged in merged.iter().filter(here).copied().collect::<Vec<_>>() {
        let Some(text) = row.cells.get(merged.first.1).filter(|cell| !cell.trim().is_empty()).cloned() else {
            continue;
        };
        let special: Option<Special> = row.special(merged.first.1);
        if !headings.is_day(merged.first.1) {
            continue;
        }
        for at in (merged.first.1 + 1..=merged.last.1).filter(|at| headings.is_day(*at)) {
            if !row.has(at) {
                room.take(0, 1, text.len())?;
                row.put(at, text.clone(), special);
            }
        }
    }
    Ok(())
}
