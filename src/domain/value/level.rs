//! The level (grad) of an intervention.

use serde::{Deserialize, Serialize};

/// A number outside the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a level is a whole number from 1 to 9")]
pub struct BadLevel;

/// A level of intervention, 1 to 9; the programme's profile defines which exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// Makes a level from 1 to 9.
    ///
    /// # Errors
    /// [`BadLevel`] outside that.
    pub fn new(level: u8) -> Result<Self, BadLevel> {
        if (1..=9).contains(&level) { Ok(Self(level)) } else { Err(BadLevel) }
    }

    /// The number, 1 to 9.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = BadLevel;

    fn try_from(level: u8) -> Result<Self, BadLevel> {
        Self::new(level)
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}
