//! What a user can be asked about a list, and what an answer says.

use chrono::NaiveDate;
use trivsel_domain::value::SchoolYear;

use super::encoding::Encoding;
use super::heading::Heading;
use super::mapping::{ColumnMeaning, MarkMeaning};
use super::month_name::month;
use super::months::Place;
use super::source::Source;
use super::table::Row;
use super::told::Told;
use trivsel_words::text::{clean_line, clip};
use trivsel_words::typed_birth::is_cpr;

/// How many values of a column are shown.
const SHOWN: usize = 3;
/// How much of a value is shown, in columns of the terminal.
const WIDTH: usize = 20;
/// What stands for a CPR number.
const CPR: &str = "••••••-••••";

/// One question. Worded by [`super::question_lines`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// In which encoding are the letters right?
    Encoding(Vec<(Encoding, String)>),
    /// Which sheet is the list?
    Sheet(Vec<String>),
    /// Which column is this one?
    Column { wanted: Heading, among: Vec<Shown> },
    /// What does this column hold?
    Meaning { column: Shown, options: Vec<Heading> },
    /// Of which school year are the days?
    Year {
        /// The first heading without a year.
        first: String,
        /// The last one.
        last: String,
        years: Vec<SchoolYear>,
    },
    /// Of which month are the numbered days?
    Month {
        /// What the days are called among the answers.
        key: String,
        /// The sheet of the days.
        sheet: Option<String>,
        /// The first heading.
        first: String,
        /// The last one.
        last: String,
        /// Where the month may stand.
        places: Vec<Place>,
        today: NaiveDate,
    },
    /// Whose register is it, when some days are from before the children came?
    Source,
    /// What does this mark mean?
    Mark {
        mark: String,
        /// How many cells have it.
        count: usize,
        options: Vec<MarkMeaning>,
    },
}

/// A column as it is shown in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What the column is called: its heading, or its place (`@B`).
    pub name: String,
    /// Its first values, with dots for a CPR number.
    pub values: Vec<String>,
}

impl Shown {
    pub(super) fn of(at: usize, name: String, rows: &[Row]) -> Self {
        let cells = rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| clean_line(cell.trim()));
        let shown = |cell: String| if is_cpr(&cell) { CPR.to_owned() } else { clip(&cell, WIDTH) };
        let values = cells.filter(|cell| !cell.is_empty()).take(SHOWN).map(shown);
        Self { values: values.collect(), name }
    }
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is taken, and the list can be read again.
    Taken,
    /// The user stops.
    GivenUp,
    /// It is none of the options.
    NotAnOption,
}

impl Question {
    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        match self {
            Self::Encoding(samples) => samples.len(),
            Self::Sheet(names) => names.len(),
            Self::Column { among, .. } => among.len(),
            Self::Meaning { options, .. } => options.len(),
            Self::Year { years, .. } => years.len(),
            Self::Month { places, .. } => places.len(),
            Self::Source => 1,
            Self::Mark { options, .. } => options.len(),
        }
    }

    /// Whether an empty answer leaves the thing out. Otherwise it stops.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        matches!(self, Self::Meaning { .. })
    }

    /// Whether the answer can be remembered for another list.
    #[must_use]
    pub fn is_remembered(&self) -> bool {
        match self {
            Self::Column { .. } | Self::Meaning { .. } | Self::Mark { .. } => true,
            // A place, but no month.
            Self::Month { places, .. } => !places.is_empty(),
            Self::Encoding(_) | Self::Sheet(_) | Self::Year { .. } | Self::Source => false,
        }
    }

    /// Adds a typed answer to what the user says: the number of an option, or nothing.
    pub fn answer(&self, typed: &str, told: &mut Told) -> Answer {
        let typed = typed.trim();
        if typed.is_empty() {
            let Self::Meaning { column, .. } = self else { return Answer::GivenUp };
            told.mapping.set_column(&column.name, ColumnMeaning(None));
            return Answer::Taken;
        }
        if let Self::Month { key, today, .. } = self
            && let Some(month) = month(typed, *today)
        {
            told.months.insert(key.clone(), month);
            return Answer::Taken;
        }
        if let (Self::Source, Some(source)) = (self, Source::read(typed)) {
            told.source = Some(source);
            return Answer::Taken;
        }
        let chosen = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let taken = chosen.and_then(|at| self.choose(at, told));
        if taken.is_some() { Answer::Taken } else { Answer::NotAnOption }
    }

    /// Chooses an option by its place, from 0.
    fn choose(&self, at: usize, told: &mut Told) -> Option<()> {
        match self {
            Self::Encoding(samples) => told.encoding = Some(samples.get(at)?.0),
            Self::Sheet(names) => told.sheet = Some(names.get(at)?.clone()),
            Self::Column { wanted, among } => {
                told.mapping.set_column(&among.get(at)?.name, ColumnMeaning(Some(*wanted)));
            }
            Self::Meaning { column, options } => {
                told.mapping.set_column(&column.name, ColumnMeaning(Some(*options.get(at)?)));
            }
            Self::Year { years, .. } => told.year = Some(*years.get(at)?),
            Self::Month { places, .. } => told.mapping.month = Some(places.get(at)?.place),
            Self::Source => told.source = Some((at == 0).then_some(Source::Own)?),
            Self::Mark { mark, options, .. } => told.mapping.set_mark(mark, *options.get(at)?),
        }
        Some(())
    }
}
