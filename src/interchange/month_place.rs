//! Where a list says its month, as it is remembered for the next one: a cell above the days, the name of the sheet, or
//! the name of the file.

use serde::{Deserialize, Serialize};

use super::mapping::{letters_of, place_name, place_of};

/// Where the month stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum MonthPlace {
    /// In a cell.
    Cell {
        /// The column, from 0.
        at: usize,
        /// How many lines above the headings; 0 is in their row.
        up: u32,
    },
    /// In the name of the sheet.
    Sheet,
    /// In the name of the file.
    File,
}

const SHEET: &str = "sheet";
const FILE: &str = "file";

impl TryFrom<String> for MonthPlace {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        let cell = || {
            let (column, up) = code.split_once('-')?;
            Some(Self::Cell { at: place_of(letters_of(column)?)?, up: up.parse().ok()? })
        };
        match code.as_str() {
            SHEET => Ok(Self::Sheet),
            FILE => Ok(Self::File),
            _ => cell().ok_or(code),
        }
    }
}

impl From<MonthPlace> for String {
    fn from(place: MonthPlace) -> Self {
        match place {
            MonthPlace::Cell { at, up } => format!("{}-{up}", place_name(at)),
            MonthPlace::Sheet => SHEET.to_owned(),
            MonthPlace::File => FILE.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_remembered_as_it_is() {
        for place in [
            MonthPlace::Cell { at: 0, up: 0 },
            MonthPlace::Cell { at: 27, up: 3 },
            MonthPlace::Sheet,
            MonthPlace::File,
        ] {
            assert_eq!(MonthPlace::try_from(String::from(place)), Ok(place));
        }
        for wrong in ["", "B1", "@-1", "@b-1", "@B", "@B-x", "2026-08"] {
            assert!(MonthPlace::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
