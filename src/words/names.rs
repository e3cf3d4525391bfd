//! The names of days and months.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Lang;

/// The calendar words of one language.
#[derive(Debug)]
pub struct Names {
    /// Monday first.
    pub weekdays: [&'static str; 7],
    /// Three letters each, Monday first.
    pub weekdays_short: [&'static str; 7],
    /// January first.
    pub months: [&'static str; 12],
    /// Three letters each, January first.
    pub months_short: [&'static str; 12],
    pub week: &'static str,
    pub yesterday: &'static str,
    pub today: &'static str,
    pub tomorrow: &'static str,
}

static DA: Names = Names {
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    weekdays_short: ["man", "tir", "ons", "tor", "fre", "lør", "søn"],
    months: [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    months_short: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    week: "uge",
    yesterday: "i går",
    today: "i dag",
    tomorrow: "i morgen",
};

static EN: Names = Names {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    week: "week",
    yesterday: "yesterday",
    today: "today",
    tomorrow: "tomorrow",
};

#[must_use]
pub fn names(lang: Lang) -> &'static Names {
    match lang {
        Lang::Da => &DA,
        Lang::En => &EN,
    }
}

/// The full weekday: "onsdag", "Wednesday".
#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    names(lang).weekdays[day.num_days_from_monday() as usize]
}

/// The weekday in three letters: "ons", "Wed".
#[must_use]
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    names(lang).weekdays_short[day.num_days_from_monday() as usize]
}

/// The full month of a date: "november", "November".
#[must_use]
pub fn month(lang: Lang, date: NaiveDate) -> &'static str {
    names(lang).months[date.month0() as usize]
}

/// The month of a date in three letters: "nov", "Nov".
#[must_use]
pub fn month_short(lang: Lang, date: NaiveDate) -> &'static str {
    names(lang).months_short[date.month0() as usize]
}
