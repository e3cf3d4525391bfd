//! Parses cell values: dates, hours, classes and school years as Danes write them.

use chrono::{NaiveDate, Timelike};
use trivsel_domain::record::{DayPlan, Mood};
use trivsel_domain::value::{Grade, Hours, SchoolClass, SchoolYear, TimeOfDay};

use super::synonyms::Key;
use trivsel_words::typed_date::{Lean, parse_date};
use trivsel_words::{Lang, typed_time};

/// The first years of plausible school years; anything else is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Two reference days chosen so that no text without a year gives the same date for both.
pub(super) const SEEN_FROM: [NaiveDate; 2] = [first_of(2000), first_of(2003)];

const fn first_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).expect("a first of January")
}

/// A date with a four-digit year: `25-11-2026`, `25.11.2026`, `25/11-2026`, `25. november 2026`, `2026-11-25`. A
/// two-digit year could be of either century and is rejected.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = without_midnight(text);
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    if !numbers.any(|digits| matches!(digits.len(), 4 | 8)) {
        return None;
    }
    let [one, other] = SEEN_FROM.map(|today| parse_date(text, today, Lean::Past, Lang::En).ok());
    one.filter(|_| one == other)
}

/// Removes the midnight that workbooks and databases append to a date.
pub(super) fn without_midnight(text: &str) -> &str {
    let text = text.strip_suffix(":00").filter(|t| t.ends_with("00:00")).unwrap_or(text);
    text.strip_suffix("00:00").map_or(text, |t| t.trim_end_matches(['T', ' ']))
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let sound = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

/// A time of day: `8.55`, `08:55`, `855`.
pub(super) fn time(text: &str) -> Option<TimeOfDay> {
    typed_time::parse_time(text).ok().map(TimeOfDay::from)
}

/// Hours of a day: `8.30-12`, `08:30–12:00`.
pub(super) fn hours(text: &str) -> Option<Hours> {
    let range = typed_time::parse_time_range(text).ok()?;
    (range.from.second() == 0).then(|| Hours::new(range.from.into(), range.to.into()).ok()).flatten()
}

/// The plan of a weekday: hours, `hjemme`, `-`, or `skole` if the hours are unknown.
pub(super) fn day_plan(text: &str) -> Option<DayPlan> {
    let key = Key::of(text);
    if matches!(text, "-" | "–" | "—") || key.means_any(&["fri", "off", "ikke planlagt", "not planned"]) {
        Some(DayPlan::Off)
    } else if key.means_any(&["hjemme", "ude", "home", "elsewhere", "hjemme/ude"]) {
        Some(DayPlan::Elsewhere)
    } else if key.means_any(&["praktik", "juniormesterlære", "practice", "apprenticeship"]) {
        Some(DayPlan::Practice)
    } else if key.means_any(&["skole", "school", "expected"]) {
        Some(DayPlan::UNKNOWN)
    } else {
        hours(text).map(|hours| DayPlan::Expected { hours: Some(hours.into()), blocks: Vec::new() })
    }
}

/// A class in a school year: `7.b`, `7 b`, `7. klasse`, `7`, `børnehaveklasse`.
pub(super) fn class(text: &str, year: SchoolYear) -> Option<SchoolClass> {
    let key = Key::of(text);
    if key.means_any(&["børnehaveklasse", "bh.kl."]) {
        return SchoolClass::new(year, Grade::new(0).ok()?, "").ok();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (grade, rest) = text.split_at(digits);
    let grade = number(grade, 1..=2).and_then(|g| u8::try_from(g).ok()).and_then(|g| Grade::new(g).ok())?;
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let unlettered = Key::of(rest).means_any(&["klasse", "kl", "class", "grade", "th grade"]);
    SchoolClass::new(year, grade, if unlettered { "" } else { rest }).ok()
}

/// A school year by its first year: `2026`, `2026/27`, `2026-2027`.
pub fn school_year(text: &str) -> Option<SchoolYear> {
    let mut parts = text.split(['/', '-', '–']).map(str::trim);
    let start =
        number(parts.next()?, 4..=4).and_then(|y| i32::try_from(y).ok()).filter(|y| YEARS.contains(y))?;
    let follows = match parts.next() {
        None => true,
        Some(end) => number(end, 2..=4).is_some_and(|e| i64::from(e) == i64::from(start + 1) % scale(end)),
    };
    (follows && parts.next().is_none()).then(|| SchoolYear::from_starting(start))
}

fn scale(digits: &str) -> i64 {
    if digits.len() == 2 { 100 } else { 10_000 }
}

/// A mood, 1 to 5.
pub(super) fn mood(text: &str) -> Option<Mood> {
    text.parse().ok().and_then(|m| Mood::new(m).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_danes_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25);
        for text in [
            "25-11-2026",
            "25.11.2026",
            "25/11-2026",
            "25/11/2026",
            "2026-11-25",
            "25. november 2026",
            "25 nov 2026",
            "25. Nov. 2026",
            "2026-11-25 00:00:00",
            "2026-11-25T00:00",
        ] {
            assert_eq!(date(text), day, "{text}");
        }
        for text in [
            "25-11-26",
            "11/25/2026",
            "31-02-2026",
            "25-11-0226",
            "25.11",
            "46000",
            "",
            "i dag",
            "25-11-2026 8",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date("1-2-2026"), NaiveDate::from_ymd_opt(2026, 2, 1));
    }

    #[test]
    fn classes_and_school_years() {
        let year = SchoolYear::from_starting(2026);
        for (text, grade, letter) in [
            ("7.b", 7, "b"),
            ("7B", 7, "b"),
            ("7. klasse", 7, ""),
            ("10", 10, ""),
            ("0.a", 0, "a"),
            ("9 å", 9, "å"),
        ] {
            let class = class(text, year).unwrap();
            assert_eq!((class.grade().number(), class.letter()), (grade, letter), "{text}");
        }
        for text in ["11.a", "b", "7.bcde", "-7"] {
            assert_eq!(class(text, year), None, "{text}");
        }
        for text in ["2026", "2026/27", "2026-2027", "2026 / 27"] {
            assert_eq!(school_year(text), Some(year), "{text}");
        }
        for text in ["26/27", "2026/28", "2026/27/28", ""] {
            assert_eq!(school_year(text), None, "{text}");
        }
    }

    #[test]
    fn plans_of_a_weekday() {
        let hours = |plan: Option<DayPlan>| plan.and_then(|p| p.hours()).map(Hours::minutes);
        assert_eq!(hours(day_plan("8.30-12")), Some(210));
        assert_eq!(hours(day_plan("08:30–12:00")), Some(210));
        assert_eq!(day_plan("hjemme"), Some(DayPlan::Elsewhere));
        assert_eq!(day_plan("-"), Some(DayPlan::Off));
        assert_eq!(day_plan("skole"), Some(DayPlan::UNKNOWN));
        assert_eq!(day_plan("12-8.30"), None);
        assert_eq!(day_plan("måske"), None);
    }
}
