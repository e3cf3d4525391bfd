//! Consultations: support for schools and professionals, which belongs to no child.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::talk::Participant;
use crate::rules::house_figures::span::within;
use crate::value::text::Line;
use crate::value::time::Minutes;

/// A consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    /// The day.
    pub date: NaiveDate,
    /// The school or profession.
    pub place: Option<Line>,
    /// The length, if it was noted.
    pub minutes: Option<Minutes>,
    /// The people who took part besides the staff of the house.
    pub participants: u32,
}

/// The people among some participants who are not staff of the house. A text that begins with a number, such as
/// "12 lærere", counts that many. Source: our own.
#[must_use]
pub fn others(participants: &[Participant]) -> u32 {
    let count = |one: &Participant| match one {
        Participant::Staff(_) => 0,
        Participant::Role(_) | Participant::Person(_) => 1,
        Participant::Other(text) => {
            let number = text.as_str().split_whitespace().next().and_then(|word| word.parse::<u16>().ok());
            number.map_or(1, u32::from)
        }
    };
    participants.iter().map(count).fold(0, u32::saturating_add)
}

/// The consultations of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consultations {
    /// Each of them, by date.
    pub held: Vec<Consultation>,
}

impl Consultations {
    pub(super) fn count(all: &[Consultation], from: NaiveDate, to: NaiveDate) -> Self {
        Self { held: all.iter().filter(|c| within(c.date, from, to)).cloned().collect() }
    }

    /// The consultations of each place, the most minutes first; those without a place last. A place is the same however its
    /// letters are written, and is named as it was first.
    #[must_use]
    pub fn by_place(&self) -> Vec<(Option<Line>, Self)> {
        let key = |place: Option<&Line>| place.map(|p| p.as_str().to_lowercase());
        let mut places: Vec<(Option<Line>, Self)> = Vec::new();
        for one in &self.held {
            let same =
                |(place, _): &&mut (Option<Line>, Self)| key(place.as_ref()) == key(one.place.as_ref());
            match places.iter_mut().find(same) {
                Some((_, of)) => of.held.push(one.clone()),
                None => places.push((one.place.clone(), Self { held: [one.clone()].into() })),
            }
        }
        places.sort_by_key(|(place, of)| (place.is_none(), core::cmp::Reverse(of.minutes())));
        places
    }

    /// The minutes together, of those whose length was noted.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.held.iter().filter_map(|c| c.minutes).map(|m| u32::from(m.get())).sum()
    }

    /// Those whose length was not noted.
    #[must_use]
    pub fn without_length(&self) -> u32 {
        u32::try_from(self.held.iter().filter(|c| c.minutes.is_none()).count()).unwrap_or(u32::MAX)
    }

    /// The people who took part besides the staff of the house. One who comes twice counts twice.
    #[must_use]
    pub fn participants(&self) -> u32 {
        self.held.iter().map(|c| c.participants).fold(0, u32::saturating_add)
    }
}
