//! The civil registration number (CPR-nummer): optional, never printed by accident.

use alloc::string::String;
use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Why a text is not a civil registration number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CprProblem {
    /// Nothing but blanks.
    #[error("empty")]
    Empty,
    /// Not ten digits, with or without a hyphen after the sixth.
    #[error("not ten digits")]
    Digits,
    /// The first six digits are not a date in the century that the seventh digit gives.
    #[error("no such date")]
    NoSuchDate,
}

/// What is unusual about a number that is accepted anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CprWarning {
    /// It fails the modulus 11 check. Such numbers have been issued since 2007, so it may be right.
    Modulus11,
}

/// A civil registration number: ten digits; the first six are a date that exists, the seventh gives the century.
/// Source: the CPR office's description of the number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cpr {
    digits: [u8; 10],
}

impl Cpr {
    /// Parses a number as people write it: `0101131234`, `010113-1234`, `010113 1234`.
    ///
    /// # Errors
    /// [`CprProblem`] when it is not ten digits or its date does not exist. Modulus 11 only warns.
    pub fn new(text: &str) -> Result<Self, CprProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(CprProblem::Empty);
        }
        let mut digits = [0; 10];
        let mut count = 0;
        for c in text.chars() {
            match c.to_digit(10).and_then(|d| u8::try_from(d).ok()) {
                Some(digit) => {
                    *digits.get_mut(count).ok_or(CprProblem::Digits)? = digit;
                    count += 1;
                }
                None if count == 6 && matches!(c, '-' | ' ') => {}
                None => return Err(CprProblem::Digits),
            }
        }
        if count != digits.len() {
            return Err(CprProblem::Digits);
        }
        date_of(&digits).ok_or(CprProblem::NoSuchDate)?;
        Ok(Self { digits })
    }

    /// The date of birth in the number.
    #[must_use]
    pub fn born(&self) -> NaiveDate {
        date_of(&self.digits).unwrap_or_default()
    }

    /// The date and dots for the rest: `010113-••••`. Screens show this until the user asks for the number.
    #[must_use]
    pub fn masked(&self) -> String {
        let born = self.born();
        alloc::format!("{:02}{:02}{:02}-••••", born.day(), born.month(), born.year().rem_euclid(100))
    }

    /// The whole number, `010113-1234`. Only for a user who asks to see it and for files that need it.
    #[must_use]
    pub fn in_full(&self) -> String {
        let mut text = String::with_capacity(11);
        for (at, digit) in self.digits.iter().enumerate() {
            if at == 6 {
                text.push('-');
            }
            text.push(char::from(b'0' + digit));
        }
        text
    }

    /// A warning if the number is unusual.
    #[must_use]
    pub fn warning(&self) -> Option<CprWarning> {
        const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        let sum: u32 = self.digits.iter().zip(WEIGHTS).map(|(d, w)| u32::from(*d) * w).sum();
        (!sum.is_multiple_of(11)).then_some(CprWarning::Modulus11)
    }
}

/// The seventh digit and the year together give the century.
fn date_of(digits: &[u8; 10]) -> Option<NaiveDate> {
    let [d1, d2, m1, m2, y1, y2, seventh, ..] = digits.map(u32::from);
    let year = y1 * 10 + y2;
    let century = match (seventh, year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    NaiveDate::from_ymd_opt(i32::try_from(century + year).ok()?, m1 * 10 + m2, d1 * 10 + d2)
}

impl fmt::Debug for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cpr(••••••-••••)")
    }
}

impl TryFrom<String> for Cpr {
    type Error = CprProblem;

    fn try_from(text: String) -> Result<Self, CprProblem> {
        Self::new(&text)
    }
}

impl From<Cpr> for String {
    fn from(cpr: Cpr) -> String {
        cpr.in_full()
    }
}
