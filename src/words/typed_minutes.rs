//! Parses typed durations: `50`, `50 min`, `1,5 time`, `1 t 30`, `1:30`.

use trivsel_domain::value::Minutes;

/// The units for an hour, in both languages.
const HOUR: [&str; 6] = ["t", "time", "timer", "h", "hour", "hours"];
/// The units for a minute, in both languages.
const MINUTE: [&str; 6] = ["m", "min", "minut", "minutter", "minute", "minutes"];

/// Parses a duration. A bare number is minutes; a fraction of an hour needs a comma or point and a unit.
#[must_use]
pub fn parse_minutes(text: &str) -> Option<Minutes> {
    let text = text.trim().to_lowercase();
    let minutes = match text.split_once(':') {
        Some((hours, rest)) if rest.len() == 2 => whole(hours)?.checked_mul(60)? + under_sixty(rest)?,
        Some(_) => return None,
        None => in_words(&text)?,
    };
    Minutes::new(u16::try_from(minutes).ok()?).ok()
}

fn in_words(text: &str) -> Option<u32> {
    let (number, rest) = number(text);
    let (unit, rest) = unit(rest);
    if HOUR.contains(&unit) {
        let hours = in_minutes(number)?;
        let (more, rest) = self::number(rest);
        if more.is_empty() {
            return rest.is_empty().then_some(hours);
        }
        let (last, rest) = self::unit(rest);
        let known = last.is_empty() || MINUTE.contains(&last);
        return (known && rest.is_empty()).then_some(hours.checked_add(under_sixty(more)?)?);
    }
    let known = unit.is_empty() || MINUTE.contains(&unit);
    if known && rest.is_empty() { whole(number) } else { None }
}

/// Splits off the number at the start of a text.
fn number(text: &str) -> (&str, &str) {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number, rest.trim_start())
}

/// Splits off the word at the start of a text, without the point of an abbreviation.
fn unit(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (unit, rest) = text.split_at(end);
    let rest = if unit.is_empty() { rest } else { rest.strip_prefix('.').unwrap_or(rest) };
    (unit, rest.trim_start())
}

fn whole(number: &str) -> Option<u32> {
    number.parse().ok()
}

fn under_sixty(number: &str) -> Option<u32> {
    whole(number).filter(|n| *n < 60)
}

/// Converts hours with at most two decimals to minutes.
fn in_minutes(hours: &str) -> Option<u32> {
    let Some((whole_hours, part)) = hours.split_once([',', '.']) else {
        return whole(hours)?.checked_mul(60);
    };
    let hundredths = match part.len() {
        1 => whole(part)?.checked_mul(10)?,
        2 => whole(part)?,
        _ => return None,
    };
    whole(whole_hours)?.checked_mul(60)?.checked_add(hundredths * 60 / 100)
}
