//! The words for series of appointments: the rule, and what moves or is skipped because the school is closed.

use chrono::NaiveDate;
use trivsel_domain::rules::series::Closed;
use trivsel_domain::value::{Repeat, SeriesEnd};

use super::obligations::in_a_sentence;
use super::{Words, dates, names};

/// The rule: "hver uge man ons til 18. dec", "hver 4. uge tir, 8 gange". The end has its year if it is not this one.
#[must_use]
pub fn repeat(words: &Words, repeat: &Repeat, today: NaiveDate) -> String {
    let lang = words.lang();
    let days: Vec<&str> = repeat.weekdays.iter().map(|day| names::weekday_short(lang, day)).collect();
    let every = words.with("series-every", &[("weeks", repeat.weeks.get().into())]);
    let end = match repeat.end {
        SeriesEnd::On(last) => {
            words.with("series-until", &[("day", dates::day_month_seen(lang, last, today).into())])
        }
        SeriesEnd::After(times) => words.with("series-times", &[("times", times.get().into())]),
    };
    format!("{every} {} {end}", days.join(" "))
}

/// "23. dec → 4. jan (juleferie)", "15. feb springes over (vinterferie)".
#[must_use]
pub fn closed(words: &Words, closed: &Closed, today: NaiveDate) -> String {
    let day = |date| dates::day_month_seen(words.lang(), date, today);
    let because = in_a_sentence(words, closed.because);
    match closed.to {
        Some(to) => format!("{} → {} ({because})", day(closed.nominal), day(to)),
        None => {
            let args = [("day", day(closed.nominal).into()), ("because", because.into())];
            words.with("series-skipped", &args)
        }
    }
}
