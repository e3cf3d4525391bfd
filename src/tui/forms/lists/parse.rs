//! Parses the lines of the house's lists.

use chrono::NaiveDate;
use trivsel_domain::record::{CutOffs, DatedLimits, Instrument, Labels, Limits, Tenths};
use trivsel_domain::value::{Grade, Line, Tag};

use trivsel_words::Words;
use trivsel_words::dates::day_month_year;
use trivsel_words::text::Folded;
use trivsel_words::typed_date::{Lean, parse_date};

/// The grades in which a municipality may have the year of confirmation.
const CONFIRMATION: [u8; 2] = [7, 8];

/// The lines that are not empty, numbered from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(n, l)| (n + 1, l.trim())).filter(|(_, l)| !l.is_empty())
}

pub(super) fn wrong(words: &Words, id: &str, line: usize) -> String {
    words.with("list-wrong", &[("line", line.into()), ("what", words.get(id).into())])
}

/// Tags, one per line, without repetitions.
pub(super) fn tags(text: &str, words: &Words) -> Result<Vec<Tag>, String> {
    let mut tags: Vec<Tag> = Vec::new();
    for (n, line) in lines(text) {
        // A comma would split the tag in the field of a note.
        if line.contains(',') {
            return Err(wrong(words, "list-tag-comma", n));
        }
        let tag = Tag::new(line).map_err(|_| wrong(words, "form-tag-too-long", n))?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// `0-10`, `0 – 10`, `-5 – 5`.
pub(super) fn range(text: &str) -> Option<(Tenths, Tenths)> {
    if let Some((low, high)) = text.split_once('–') {
        return Some((number(low.trim())?, number(high.trim())?));
    }
    let at = text.char_indices().skip(1).find(|(_, c)| *c == '-')?.0;
    let (low, high) = text.split_at(at);
    Some((number(low.trim())?, number(high.get(1..)?.trim())?))
}

pub(super) fn number(text: &str) -> Option<Tenths> {
    let value: f64 = text.replace(',', ".").parse().ok()?;
    let scaled = (value * 10.0).round();
    ((scaled - value * 10.0).abs() < 1e-6 && scaled.abs() <= 100_000.0).then_some(Tenths(scaled as i32))
}

/// The four cut-offs by their names; one that is left out stays.
pub(super) fn cut_offs(text: &str, now: CutOffs, words: &Words) -> Result<CutOffs, String> {
    let mut new = now;
    for (n, line) in lines(text) {
        let bad = || wrong(words, "list-how-cut-offs", n);
        let (name, value) = line.rsplit_once(':').ok_or_else(bad)?;
        let value = number(value.trim()).filter(|v| (0..=400).contains(&v.0)).ok_or_else(bad)?;
        let name = Folded::new(name.trim());
        let is = |id: &str| Folded::new(words.get(id)) == name;
        let place = if is("cut-ors-adult") {
            &mut new.ors_adult
        } else if is("cut-ors-young") {
            &mut new.ors_young
        } else if is("cut-cors") {
            &mut new.cors
        } else if is("cut-srs") {
            &mut new.srs
        } else {
            return Err(bad());
        };
        *place = value;
    }
    Ok(new)
}

/// `1.1.2027: 10 / 15 dage`: the first day, the two limits, and what they are of.
pub(super) fn limits_line(one: &DatedLimits, words: &Words) -> String {
    let (first, second) = one.limits.pair();
    let of = match one.limits {
        Limits::Percent { .. } => "%",
        Limits::Days { .. } => words.get("limits-days"),
    };
    format!("{}: {first} / {second} {of}", day_month_year(words.lang(), one.from))
}

/// Limits of absence, one from a date in each line, in the order of their dates.
pub(super) fn absence_limits(
    text: &str,
    today: NaiveDate,
    words: &Words,
) -> Result<Vec<DatedLimits>, String> {
    let mut found: Vec<DatedLimits> = Vec::new();
    for (n, line) in lines(text) {
        let one = one_limits(line, today, words).ok_or_else(|| wrong(words, "list-how-absence-limits", n))?;
        if found.iter().any(|other| other.from == one.from) {
            return Err(wrong(words, "list-limits-twice", n));
        }
        found.push(one);
    }
    found.sort_by_key(|one| one.from);
    Ok(found)
}

fn one_limits(line: &str, today: NaiveDate, words: &Words) -> Option<DatedLimits> {
    let (from, limits) = line.rsplit_once(':')?;
    let from = parse_date(from, today, Lean::Nearest, words.lang()).ok()?;
    let (first, rest) = limits.split_once('/')?;
    let rest = rest.trim();
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let second = rest.strip_suffix(unit)?.parse().ok()?;
    let first = first.trim().parse().ok()?;
    let limits = match unit.trim() {
        "%" => Limits::Percent { warn: first, notify: second },
        days if Folded::new(days) == Folded::new(words.get("limits-days")) => {
            Limits::Days { contact: first, plan: second }
        }
        _ => return None,
    };
    Some(DatedLimits { from, limits: limits.checked().ok()? })
}

/// The grade of the year of confirmation; the shipped one without a line.
pub(super) fn confirmation(text: &str, words: &Words) -> Result<Option<Grade>, String> {
    let mut found = None;
    for (n, line) in lines(text) {
        let grade = line.parse().ok().filter(|grade| CONFIRMATION.contains(grade));
        let grade = grade.and_then(|grade| Grade::new(grade).ok()).filter(|_| found.is_none());
        found = Some(grade.ok_or_else(|| wrong(words, "list-how-confirmation", n))?);
    }
    Ok(found)
}

/// Four labels, or none.
pub(super) fn labels(text: &str, instrument: Instrument, words: &Words) -> Result<Option<Labels>, String> {
    let found: Vec<(usize, &str)> = lines(text).collect();
    if found.is_empty() {
        return Ok(None);
    }
    let last = found.last().map_or(1, |(n, _)| *n);
    let made: Result<Vec<Line>, _> = found.iter().map(|(_, l)| Line::new(l)).collect();
    let made = made.map_err(|_| wrong(words, "form-too-long", last))?;
    let lines = <[Line; 4]>::try_from(made).map_err(|_| wrong(words, "list-how-labels", last))?;
    Ok(Some(Labels { instrument, lines }))
}
