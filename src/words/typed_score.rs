//! Parses scores typed on one line: `6,5 7 8 5`, `mor cors 6,5 7 8 5`, `trivsel 4; uro 7`.

use trivsel_domain::record::{FourLines, HouseSettings, Instrument, Score, Tenths};
use trivsel_domain::value::{Coded, Role, Tag};

use super::Words;
use super::text::Folded;

/// The meaning of a line without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    pub instrument: Instrument,
    /// The person who rates.
    pub rater: Role,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedScore {
    /// The person who rates.
    pub rater: Role,
    pub score: Score,
}

/// Why a line is not a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreProblem {
    /// The line does not have four numbers.
    Count {
        /// The count that was typed.
        found: usize,
    },
    /// A number is outside 0 to 10.
    Outside,
    /// A word is not an instrument, a person or a series.
    Word(String),
    /// A series takes one number, and it must be in range.
    Series {
        /// The series.
        name: Tag,
        /// The lowest allowed value.
        low: Tenths,
        /// The highest allowed value.
        high: Tenths,
    },
}

/// Parses a line of scores separated by semicolons; a blank line gives none.
pub fn parse_scores(
    text: &str,
    words: &Words,
    house: &HouseSettings,
    usual: Usual,
) -> Result<Vec<TypedScore>, ScoreProblem> {
    text.split(';').map(str::trim).filter(|t| !t.is_empty()).map(|t| one(t, words, house, usual)).collect()
}

fn one(text: &str, words: &Words, house: &HouseSettings, usual: Usual) -> Result<TypedScore, ScoreProblem> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let first = tokens.iter().position(|t| number(t).is_some()).unwrap_or(tokens.len());
    let (named, rest) = tokens.split_at(first);
    let mut numbers = Vec::new();
    for token in rest {
        numbers.push(number(token).ok_or_else(|| ScoreProblem::Word((*token).to_owned()))?);
    }
    let (mut rater, mut instrument, mut unknown) = (usual.rater, usual.instrument, Vec::new());
    for word in named {
        let folded = Folded::new(word.trim_end_matches(':'));
        let is = |text: &str| Folded::new(text) == folded;
        if let Some(found) = Instrument::ALL.iter().find(|i| is(i.code())) {
            instrument = *found;
        } else if let Some(found) = Role::ALL.iter().find(|r| is(words.code("role", r.code()))) {
            rater = *found;
        } else {
            unknown.push(*word);
        }
    }
    if !unknown.is_empty() {
        return own(&unknown.join(" "), &numbers, rater, house);
    }
    let lines: [Tenths; 4] =
        numbers.as_slice().try_into().map_err(|_| ScoreProblem::Count { found: numbers.len() })?;
    let lines = FourLines::new(lines).map_err(|_| ScoreProblem::Outside)?;
    Ok(TypedScore { rater, score: Score::Fit { instrument, lines } })
}

fn own(
    name: &str,
    numbers: &[Tenths],
    rater: Role,
    house: &HouseSettings,
) -> Result<TypedScore, ScoreProblem> {
    let folded = Folded::new(name);
    let series = house.series.iter().find(|s| Folded::new(s.name().as_str()) == folded);
    let series = series.ok_or_else(|| ScoreProblem::Word(name.to_owned()))?;
    match numbers {
        [value] if series.has(*value) => {
            Ok(TypedScore { rater, score: Score::Own { series: series.name().clone(), value: *value } })
        }
        _ => {
            Err(ScoreProblem::Series { name: series.name().clone(), low: series.low(), high: series.high() })
        }
    }
}

/// Parses a number with at most one decimal, after a comma or a dot: `6,5`, `7`, `-2`.
fn number(text: &str) -> Option<Tenths> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let is_digits = |t: &str| !t.is_empty() && t.len() <= 4 && t.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || part.len() > 1 {
        return None;
    }
    let (whole, part): (i32, i32) = (whole.parse().ok()?, part.parse().ok()?);
    Some(Tenths(sign * (whole * 10 + part)))
}
