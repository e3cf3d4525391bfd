//! Half-days of absence and attendance, in two counts that the compiler keeps apart.

use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

/// The count of the order on absence. It feeds the quarter meter. Source: the order on absence in the Folkeskole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Statutory;

/// The house's own count: each of two marks is half a day, a single mark a whole one. It feeds shares and trends.
/// Source: our own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pedagogical;

/// A number of half-days of one count. Half-days of different counts can't be added or compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Halves<Count> {
    halves: u32,
    #[serde(skip)]
    count: PhantomData<Count>,
}

impl<Count> Halves<Count> {
    /// No half-days.
    pub const NONE: Self = Self::new(0);

    /// A number of half-days.
    #[must_use]
    pub const fn new(halves: u32) -> Self {
        Self { halves, count: PhantomData }
    }

    /// The number of half-days.
    #[must_use]
    pub const fn get(self) -> u32
    where
        Count: Copy,
    {
        self.halves
    }
}

impl<Count> Add for Halves<Count> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.halves.saturating_add(other.halves))
    }
}

impl<Count> AddAssign for Halves<Count> {
    fn add_assign(&mut self, other: Self) {
        self.halves = self.halves.saturating_add(other.halves);
    }
}

impl<Count> Sub for Halves<Count> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.halves.saturating_sub(other.halves))
    }
}

impl<Count> Sum for Halves<Count> {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::NONE, Add::add)
    }
}
