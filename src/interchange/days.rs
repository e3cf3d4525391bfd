//! Reads a row of a list of attendance.

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, ImportedDay};
use trivsel_domain::record::Origin;

use super::cells::Cells;
use super::heading::Heading;
use super::problem::{Expected, Fault};
use super::synonyms::Named;
use super::value;

pub(super) fn row(cells: &mut Cells<'_>, today: NaiveDate, origin: Origin) -> Option<ImportedDay> {
    let name = cells.name();
    let born = cells.born(today);
    let date = cells.must_date(Column::Date);
    let [first, second] = [Column::First, Column::Second].map(|column| cells.mark(column));
    let remark = cells.line_of(Column::Remark);
    let mood = cells.read(Heading::Of(Column::Mood), |t| value::mood(t).ok_or(Fault::NotA(Expected::Mood)));
    // Where a column says it, a blank cell is the house's own.
    let origin = match cells.has(Heading::Of(Column::Origin)) {
        true => cells
            .read(Heading::Of(Column::Origin), |t| Origin::read(t, Expected::Origin))
            .unwrap_or(Origin::Own),
        false => origin,
    };
    // A mark that registers nothing leaves nothing to import.
    let blank = first.is_none() && second.is_none() && remark.is_none() && mood.is_none();
    let marked =
        [Column::First, Column::Second].iter().any(|column| cells.text(Heading::Of(*column)).is_some());
    if blank && marked {
        return None;
    }
    Some(ImportedDay {
        line: cells.line(),
        name: name?,
        born,
        date: date?,
        origin,
        register: None,
        first,
        second,
        remark,
        mood,
    })
}
