//! The number of a seat (plads), and how many seats there are.

use core::num::NonZeroU16;

use serde::{Deserialize, Serialize};

/// A number of seats outside 1 to 99, or seat number 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number of seats from 1 to 99, or not a seat number")]
pub struct BadSeats;

/// The number of one seat, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatNumber(NonZeroU16);

impl SeatNumber {
    /// Makes a seat number, 1 to 65,535.
    ///
    /// # Errors
    /// [`BadSeats`] for 0.
    pub fn new(number: u16) -> Result<Self, BadSeats> {
        NonZeroU16::new(number).map(Self).ok_or(BadSeats)
    }

    /// The number, 1 to 65,535.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0.get()
    }
}

/// How many seats a programme has (normering).
/// Source: service description, general ("for now" 16), so it is a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Option<u16>", into = "Option<u16>")]
pub enum SeatNorm {
    /// 1 to 99 seats.
    Limited(u16),
    /// No limit.
    Unlimited,
}

impl SeatNorm {
    /// Makes a norm of 1 to 99 seats.
    ///
    /// # Errors
    /// [`BadSeats`] outside that.
    pub fn limited(seats: u16) -> Result<Self, BadSeats> {
        if (1..=99).contains(&seats) { Ok(Self::Limited(seats)) } else { Err(BadSeats) }
    }

    /// The number of seats; `None` without a limit.
    #[must_use]
    pub fn number(self) -> Option<u16> {
        match self {
            Self::Limited(n) => Some(n),
            Self::Unlimited => None,
        }
    }

    /// Whether a seat of this number exists under the norm.
    #[must_use]
    pub fn has(self, seat: SeatNumber) -> bool {
        self.number().is_none_or(|n| seat.get() <= n)
    }
}

impl TryFrom<Option<u16>> for SeatNorm {
    type Error = BadSeats;

    fn try_from(seats: Option<u16>) -> Result<Self, BadSeats> {
        seats.map_or(Ok(Self::Unlimited), Self::limited)
    }
}

impl From<SeatNorm> for Option<u16> {
    fn from(norm: SeatNorm) -> Self {
        norm.number()
    }
}
