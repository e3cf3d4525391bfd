//! How long a house keeps cases that have ended, and whether an archive has a say in it.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::value::interval::Interval;
use crate::value::programme_code::ProgrammeCode;

/// The years that the cases of one programme are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeYears {
    /// The programme.
    pub programme: ProgrammeCode,
    /// The years, from the day on which the case ended.
    pub years: Interval,
}

/// The rule of a house for keeping cases that have ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// The programmes with other than the usual years, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<ProgrammeYears>,
    /// Whether the house is a municipality's: its cases are erased by a decision of an archive only. Source: the archives
    /// act (municipal records are not destroyed without the archives' authority).
    #[serde(default)]
    pub municipal: bool,
}

impl Retention {
    /// The years of a programme for which the house has set none. Source: our own.
    pub const USUAL: u8 = 5;

    /// The years that the cases of a programme are kept.
    #[must_use]
    pub fn years_of(&self, programme: &ProgrammeCode) -> u8 {
        let own = self.years.iter().find(|own| own.programme == *programme);
        own.map_or(Self::USUAL, |own| own.years.get())
    }

    /// The fewest years that cases of any programme are kept.
    #[must_use]
    pub fn fewest_years(&self) -> u8 {
        self.years.iter().map(|own| own.years.get()).chain([Self::USUAL]).min().unwrap_or(Self::USUAL)
    }

    /// Whether the house has set nothing.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
