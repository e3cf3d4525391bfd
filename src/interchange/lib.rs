//! Imports lists from spreadsheets, and exports and imports a whole house as a file.
//!
//! Nothing here opens a house or a file: it turns bytes into values and back. Reading a list continues after a
//! fault, so that every [`Problem`] is reported together with what the rules say about the rows that could be read.

mod asking;
mod blocks;
mod bounds;
mod cases;
mod cell_text;
mod cells;
mod dated;
mod day_head;
mod days;
mod decode;
mod encoding;
mod halves;
mod heading;
mod headings;
pub mod help;
mod house;
mod ics;
mod mapping;
mod mark;
mod merged;
mod month_name;
mod month_place;
mod months;
mod near;
mod note;
mod ods;
mod plausible;
mod problem;
mod profile;
mod question;
mod register;
mod sheet;
mod source;
mod split;
mod spots;
mod statistics;
mod synonyms;
mod table;
mod talks;
#[cfg(test)]
mod tests;
mod told;
mod value;
mod wording;
mod workbook;
mod xlsx;

pub use asking::{list_word, meaning_word, question_lines};
pub use encoding::Encoding;
pub use heading::{Heading, ListKind};
pub use house::{Table, read_house, write_house, write_tables};
pub use ics::read::{BusyCalendar, Wanted, read_busy};
pub use ics::revision::Revisions;
pub use ics::write::{Agenda, write_agenda};
pub use mapping::{ColumnMeaning, Mapping, MarkMeaning};
pub use month_name::{MonthNamed, month};
pub use month_place::MonthPlace;
pub use months::Place;
pub use note::Note;
pub use problem::{Expected, Fault, Problem};
pub use profile::{NamedProfile, Profile};
pub use question::{Answer, Question, Shown};
pub use sheet::{Context, Sheet, read_cases, read_days, read_talks};
pub use source::Source;
pub use statistics::{Statistics, write_statistics_csv, write_statistics_xlsx};
pub use table::{is_text, is_workbook};
pub use told::Told;
pub use value::school_year;
pub use wording::{note_sentence, sample_sentence, sentence};
