//! Public holidays of Denmark (helligdage).

use chrono::{Datelike, Days, NaiveDate};

use crate::value::code::coded;

coded! {
    "holiday"
    /// A public holiday.
    pub enum Holiday {
        /// Nytårsdag.
        NewYear = "new-year",
        /// Skærtorsdag.
        MaundyThursday = "maundy-thursday",
        /// Langfredag.
        GoodFriday = "good-friday",
        /// Påskedag.
        EasterDay = "easter-day",
        /// 2. påskedag.
        EasterMonday = "easter-monday",
        /// Store bededag, up to 2023.
        GreatPrayerDay = "great-prayer-day",
        /// Kristi himmelfartsdag.
        Ascension = "ascension",
        /// Pinsedag.
        WhitSunday = "whit-sunday",
        /// 2. pinsedag.
        WhitMonday = "whit-monday",
        /// Juledag.
        ChristmasDay = "christmas-day",
        /// 2. juledag.
        SecondChristmasDay = "second-christmas-day",
    }
}

impl Holiday {
    /// The public holiday on a date. Source: Danish law; Great Prayer Day was a holiday up to 2023.
    #[must_use]
    pub fn on(date: NaiveDate) -> Option<Self> {
        match (date.month(), date.day()) {
            (1, 1) => return Some(Self::NewYear),
            (12, 25) => return Some(Self::ChristmasDay),
            (12, 26) => return Some(Self::SecondChristmasDay),
            // The others fall 3 days before to 50 days after Easter, which falls on 22 March to 25 April.
            (3..=6, _) => {}
            _ => return None,
        }
        match date.signed_duration_since(easter(date.year())?).num_days() {
            -3 => Some(Self::MaundyThursday),
            -2 => Some(Self::GoodFriday),
            0 => Some(Self::EasterDay),
            1 => Some(Self::EasterMonday),
            // Abolished by law from 2024.
            26 if date.year() <= 2023 => Some(Self::GreatPrayerDay),
            39 => Some(Self::Ascension),
            49 => Some(Self::WhitSunday),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }
}

/// Easter Day of a Gregorian year, by the anonymous (Meeus/Jones/Butcher) algorithm; `None` outside chrono's years.
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let after_22_march = epact + weekday - 7 * shift;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(u64::try_from(after_22_march).ok()?))
}
