//! Where the rows that a register is turned into stand in the file.

use trivsel_domain::decide::{Column, RowReason};

use super::bounds::Room;
use super::dated::Dated;
use super::problem::{Fault, Problem};
use super::table::Row;
use trivsel_words::text::clean_line;

/// A day of the register, and the columns of its marks.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// A month may have no such day; then no child may have a mark on it.
    pub date: Dated,
    pub name: String,
    pub first: Option<usize>,
    pub second: Option<usize>,
}

/// The columns of the rows that a register is turned into.
pub(super) const FOUND: [Column; 6] =
    [Column::Child, Column::Born, Column::Origin, Column::Date, Column::First, Column::Second];

/// The place of the date among [`FOUND`].
const DATE: usize = 3;

/// Children below one row of headings.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its sheet in the workbook.
    pub sheet: Option<String>,
    pub days: Vec<Day>,
    /// The columns of child, birth and origin.
    pub places: [Option<usize>; 3],
}

/// Where the row of a child on a day stands in the file.
#[derive(Clone, Debug)]
struct Spot {
    block: usize,
    line: u32,
    day: usize,
}

/// Where each row stands in the file, by its number from 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots {
    spots: Vec<Spot>,
    pub blocks: Vec<Block>,
}

impl Spots {
    fn spot(&self, line: u32) -> Option<&Spot> {
        self.spots.get(usize::try_from(line).ok()?.checked_sub(1)?)
    }

    /// Turns the row of a child in the last block into one for each day with a mark, and takes room for their text
    /// before it is copied.
    pub fn turn(
        &mut self,
        row: &Row,
        made: &mut Vec<Row>,
        room: &mut Room,
        problems: &mut Vec<Problem>,
    ) -> Result<(), Fault> {
        let (number, Some(block)) = (self.blocks.len().saturating_sub(1), self.blocks.last()) else {
            return Ok(());
        };
        for (day_number, day) in block.days.iter().enumerate() {
            let marks = [day.first, day.second];
            let marked = marks.into_iter().flatten().find(|at| row.has(*at) || row.special(*at).is_some());
            let Some(at) = marked else { continue };
            let from = block.places.into_iter().chain([None]).chain(marks);
            let text = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            let date = match day.date {
                Ok(date) => date,
                Err(month) => {
                    let problem = Problem::on_line(row.line, Fault::NoSuchDay(month)).headed(&day.name);
                    problems.push(problem.saying(&clean_line(text(Some(at)))).in_column(at));
                    continue;
                }
            };
            room.take(1, FOUND.len(), from.clone().map(|at| text(at).len()).sum())?;
            let line = u32::try_from(made.len() + 1).unwrap_or(u32::MAX);
            let mut one = Row { line, ..Row::default() };
            for (place, at) in from.enumerate() {
                one.put(place, text(at).to_owned(), at.and_then(|at| row.special(at)));
            }
            one.put(DATE, date.format("%Y-%m-%d").to_string(), None);
            made.push(one);
            self.spots.push(Spot { block: number, line: row.line, day: day_number });
        }
        Ok(())
    }

    /// A problem of such a row as one of its cell in the file.
    pub fn in_file(&self, mut problem: Problem) -> Problem {
        let Some(spot) = problem.line.and_then(|line| self.spot(line)) else { return problem };
        let block = &self.blocks[spot.block];
        let day = &block.days[spot.day];
        problem.line = Some(spot.line);
        problem.sheet.clone_from(&block.sheet);
        let of_child = problem.at.and_then(|at| block.places.get(at).copied().flatten());
        if of_child.is_none() {
            let second = problem.at.is_some_and(|at| FOUND.get(at) == Some(&Column::Second));
            let at = if second { day.second } else { day.first };
            problem.at = at.or(day.first).or(day.second);
            problem = problem.headed(&day.name);
            if problem.column == Some(Column::Date) {
                problem.value = None;
            }
        } else {
            problem.at = of_child;
        }
        if let Fault::Rule(RowReason::Repeats { line }) = problem.fault
            && let Some(other) = self.spot(line)
        {
            problem.fault = match &self.blocks[other.block].sheet {
                Some(sheet) if *sheet != block.sheet.as_deref().unwrap_or_default() => {
                    Fault::RepeatsIn { sheet: sheet.clone(), line: other.line }
                }
                _ => Fault::Rule(RowReason::Repeats { line: other.line }),
            };
        }
        problem
    }
}
