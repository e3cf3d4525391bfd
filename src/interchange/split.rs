//! Splits CSV text into rows.
//!
//! Not a library, because an unclosed quotation mark would swallow the rest of the file; here it is reported with
//! its line.

use std::iter::Peekable;
use std::str::Chars;

use super::bounds::Room;
use super::headings::{SOUGHT, place};
use super::problem::{Fault, Problem};
use super::table::{Row, Table};
use super::told::Reading;

const SEPARATORS: [char; 3] = [';', '\t', ','];

/// Splits a list, using the separator that gives the most headings.
pub(super) fn lines(text: &str, reading: &Reading<'_>) -> Result<Table, Fault> {
    // A spreadsheet may write its separator above the headings.
    let declared = text.lines().next().and_then(|l| l.strip_prefix("sep=")).and_then(|l| l.chars().next());
    let fit = |s: &char| {
        let rows = first_rows(text, *s);
        let placed = place(&rows, reading);
        // A single cell is a line that was not split.
        (placed.rank, rows.get(placed.at).map_or(0, Row::filled).saturating_sub(1))
    };
    let found = SEPARATORS.into_iter().rev().max_by_key(fit).unwrap_or(',');
    let mut table = Table::default();
    let mut reader = Reader::new(text, declared.unwrap_or(found));
    let mut room = Room::default();
    while reader.chars.peek().is_some() {
        reader.row(&mut table, &mut room)?;
    }
    if declared.is_some() {
        table.rows.retain(|r| r.line > 1);
    }
    Ok(table)
}

/// Splits text with a known separator, without a limit on rows.
pub(super) fn with_separator(text: &str, separator: char) -> Table {
    let mut table = Table::default();
    let (mut reader, mut room) = (Reader::new(text, separator), Room::unbounded());
    while reader.chars.peek().is_some() && reader.row(&mut table, &mut room).is_ok() {}
    table
}

/// The rows that are searched for the headings.
fn first_rows(text: &str, separator: char) -> Vec<Row> {
    let mut table = Table::default();
    let mut reader = Reader::new(text, separator);
    let mut room = Room::default();
    while table.rows.len() < SOUGHT
        && reader.chars.peek().is_some()
        && reader.row(&mut table, &mut room).is_ok()
    {
        table.rows.retain(|row| !row.is_blank());
    }
    table.rows
}

struct Reader<'t> {
    chars: Peekable<Chars<'t>>,
    separator: char,
    line: u32,
}

/// What ended a cell.
#[derive(PartialEq)]
enum End {
    Cell,
    Row,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Self { chars: text.chars().peekable(), separator, line: 1 }
    }

    fn row(&mut self, table: &mut Table, room: &mut Room) -> Result<(), Fault> {
        room.take(1, 0, 0)?;
        let mut row = Row { line: self.line, ..Row::default() };
        let mut fault = None;
        loop {
            let mut cell = String::new();
            if self.chars.next_if_eq(&'"').is_some() {
                let opened = self.line;
                if !self.quoted(&mut cell) {
                    fault = Some(Problem::on_line(opened, Fault::OpenQuote).saying(&cell));
                } else if !self.at_end_of_cell() {
                    fault.get_or_insert_with(|| Problem::on_line(opened, Fault::StrayQuote).saying(&cell));
                }
            }
            let end = self.unquoted(&mut cell);
            room.take(0, 1, cell.len())?;
            row.cells.push(cell);
            if end == End::Row {
                break;
            }
        }
        match fault {
            Some(problem) => table.problems.push(problem),
            None => table.rows.push(row),
        }
        Ok(())
    }

    /// Reads up to the closing quotation mark; false if there is none.
    fn quoted(&mut self, cell: &mut String) -> bool {
        while let Some(c) = self.chars.next() {
            match c {
                '"' if self.chars.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => return true,
                '\n' | '\r' => {
                    self.end_of_line(c);
                    cell.push('\n');
                }
                _ => cell.push(c),
            }
        }
        false
    }

    fn at_end_of_cell(&mut self) -> bool {
        let separator = self.separator;
        self.chars.peek().is_none_or(|c| *c == separator || matches!(c, '\n' | '\r'))
    }

    fn unquoted(&mut self, cell: &mut String) -> End {
        while let Some(c) = self.chars.next() {
            match c {
                '\n' | '\r' => {
                    self.end_of_line(c);
                    return End::Row;
                }
                _ if c == self.separator => return End::Cell,
                _ => cell.push(c),
            }
        }
        End::Row
    }

    /// Counts a line; `\r\n` counts once.
    fn end_of_line(&mut self, c: char) {
        if c == '\r' {
            self.chars.next_if_eq(&'\n');
        }
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::heading::ListKind;
    use super::super::told::Told;
    use super::*;

    fn lines(text: &str) -> Table {
        let (told, today) = (Told::default(), chrono::NaiveDate::MIN);
        super::lines(text, &Reading { list: ListKind::Cases, told: &told, today, in_one: true }).unwrap()
    }

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        lines(text).rows.into_iter().map(|r| (r.line, r.cells)).collect()
    }

    #[test]
    fn the_separator_is_read_off_the_headings() {
        for text in ["barn;født\nA, B;1", "barn\tfødt\nA, B\t1", "barn,født\n\"A, B\",1"] {
            assert_eq!(cells(text)[1], (2, vec!["A, B".into(), "1".into()]), "{text:?}");
        }
        assert_eq!(cells("sep=;\r\nbarn;født\r\n")[0], (2, vec!["barn".into(), "født".into()]));
    }

    #[test]
    fn lines_are_counted_as_the_file_has_them() {
        let rows = cells("a;b\r\n\"x\r\ny \"\"z\"\"\";1\r\n2;3");
        assert_eq!(rows[1], (2, vec!["x\ny \"z\"".into(), "1".into()]));
        assert_eq!(rows[2].0, 4);
    }

    #[test]
    fn quotation_marks_gone_wrong_are_named_with_their_line() {
        let open = lines("a;b\n1;2\n\"aldrig lukket;2\n3;4\n").problems;
        assert_eq!((open[0].line, &open[0].fault), (Some(3), &Fault::OpenQuote));
        let stray = lines("a;b\n\"x\"y;2\n3;4\n");
        assert_eq!((stray.problems[0].line, &stray.problems[0].fault), (Some(2), &Fault::StrayQuote));
        assert_eq!(stray.rows.len(), 2);
    }
}
