//! Parses scores typed on one line: `6,5 7 8 5`, `mor cors 6,5 7 8 5`, `trivsel 4; uro 7`, `profil 2 0 1 1`.

use trivsel_domain::record::{FourLines, HouseSettings, Instrument, OwnScore, Score, Series, Tenths};
use trivsel_domain::value::{Coded, Role};

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
    /// A series takes so many numbers, each in range and on a step.
    Series(Box<Series>),
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
    if let Some(score) = named_with_digits(&tokens, words, house, usual) {
        return score;
    }
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

/// A score whose series has digits in its name, which are not the score's: `mor kidscreen 10 3 4 5`.
fn named_with_digits(
    tokens: &[&str],
    words: &Words,
    house: &HouseSettings,
    usual: Usual,
) -> Option<Result<TypedScore, ScoreProblem>> {
    let role = |token: &str| {
        let folded = Folded::new(token.trim_end_matches(':'));
        Role::ALL.iter().copied().find(|r| Folded::new(words.code("role", r.code())) == folded)
    };
    let (rater, rest) = match tokens.first().and_then(|first| role(first)) {
        Some(rater) => (rater, tokens.get(1..)?),
        None => (usual.rater, tokens),
    };
    let with_digits = |series: &&Series| series.name().as_str().contains(|c: char| c.is_ascii_digit());
    let typed = house.series.iter().filter(with_digits).filter_map(|series| {
        let length = series.name().as_str().split_whitespace().count();
        let name = rest.get(..length)?.join(" ");
        let is_it = Folded::new(name.trim_end_matches(':')) == Folded::new(series.name().as_str());
        is_it.then_some((length, series))
    });
    let (length, series) = typed.max_by_key(|(length, _)| *length)?;
    let numbers: Option<Vec<Tenths>> = rest.get(length..)?.iter().map(|token| number(token)).collect();
    Some(of_series(series, &numbers.unwrap_or_default(), rater))
}

fn own(
    name: &str,
    numbers: &[Tenths],
    rater: Role,
    house: &HouseSettings,
) -> Result<TypedScore, ScoreProblem> {
    let folded = Folded::new(name);
    let series = house.series.iter().find(|s| Folded::new(s.name().as_str()) == folded);
    of_series(series.ok_or_else(|| ScoreProblem::Word(name.to_owned()))?, numbers, rater)
}

/// One number for each line of a series.
fn of_series(series: &Series, numbers: &[Tenths], rater: Role) -> Result<TypedScore, ScoreProblem> {
    let wrong = || ScoreProblem::Series(Box::new(series.clone()));
    if numbers.len() != series.count() || !numbers.iter().all(|value| series.has(*value)) {
        return Err(wrong());
    }
    let own = OwnScore::new(series.name().clone(), numbers.to_vec(), series.total()).map_err(|_| wrong())?;
    Ok(TypedScore { rater, score: Score::Own(own) })
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
