//! Reads a filter line: takes the longest run of words that means something, then continues after it.

use trivsel_store::TagsInUse;

use super::offers::offers;
use super::{Filter, Part};
use crate::forms::Lookup;
use crate::offers::{Fit, Name, Offer};
use trivsel_words::problems::date_problem;
use trivsel_words::text::{clip, fold};
use trivsel_words::typed_date::{Counting, DateProblem, DateSpan, Lean, parse_span};
use trivsel_words::{Lang, names};

/// The most words in a period: `fra ons 25. nov 2025 til ons 25. nov 2026`.
const PERIOD_WORDS: usize = 12;
/// The most words in a name.
const NAME_WORDS: usize = 6;
/// The most words in a day.
const DAY_WORDS: usize = 4;
/// The fewest letters that name the sort of the next word: `tema`.
const LABEL_LETTERS: usize = 4;
/// The widest quoted word and, below, the widest quoted name, in columns.
const QUOTED_WORD: usize = 12;
const QUOTED_NAME: usize = 26;

/// Why a line is not a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No name fits this word.
    Unknown(String),
    /// Two names fit equally well; true if more do.
    Either(String, String, bool),
    /// The line holds two different periods.
    TwoPeriods,
    /// The words look like a date but are not a valid one.
    Days(DateProblem),
}

impl Problem {
    /// The problem in words, short enough for one line together with its example.
    #[must_use]
    pub fn told(&self, lookup: &Lookup<'_>) -> String {
        let words = lookup.words;
        match self {
            Self::Unknown(word) => {
                let who = lookup.me.initials.as_str();
                let word = clip(word, QUOTED_WORD);
                words.with("filter-not-understood", &[("word", word.into()), ("who", who.into())])
            }
            Self::Either(first, second, more) => {
                let id = if *more { "filter-several" } else { "filter-either" };
                let (first, second) = (clip(first, QUOTED_NAME), clip(second, QUOTED_NAME));
                words.with(id, &[("first", first.into()), ("second", second.into())])
            }
            Self::TwoPeriods => words.get("filter-two-periods").to_owned(),
            Self::Days(problem) => date_problem(words, problem),
        }
    }
}

impl Filter {
    /// Reads a line against the house's lists and the tags on record.
    ///
    /// # Errors
    /// The first problem in the line.
    pub fn read(text: &str, used: &TagsInUse, lookup: &Lookup<'_>) -> Result<Self, Problem> {
        let offers = offers(lookup, used);
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = words.as_slice();
        let (mut last, mut of_sort) = (None, None);
        while let Some((first, behind)) = rest.split_first() {
            if is_between(first) || last.is_some() && is_or(first, lookup) {
                of_sort = last.filter(|_| is_or(first, lookup));
                rest = behind;
                continue;
            }
            if of_sort == Some(Part::PERIOD) {
                return Err(Problem::TwoPeriods);
            }
            let (taken, found) =
                longest(rest, of_sort, &offers, lookup)?.ok_or_else(|| wrong(rest, lookup))?;
            (last, of_sort) = (found.first().map(Part::sort), None);
            for part in found {
                let is_period = |p: &Part| matches!(p, Part::Period(_));
                if is_period(&part) && parts.iter().any(|p| is_period(p) && *p != part) {
                    return Err(Problem::TwoPeriods);
                }
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            rest = rest.get(taken..).unwrap_or_default();
        }
        parts.sort_by_key(Part::sort);
        Ok(Self { text: text.trim().to_owned(), parts })
    }
}

/// Whether a word is a separator that the program writes between parts.
fn is_between(word: &str) -> bool {
    matches!(word, "·" | ",")
}

/// Whether a word is the "or" that the program writes between parts of one sort.
fn is_or(word: &str, lookup: &Lookup<'_>) -> bool {
    fold(word) == lookup.words.get("filter-or")
}

/// The longest run of words from the first that means something: the number of words and the parts they mean. Tries
/// only one sort if that is given.
fn longest(
    words: &[&str],
    of_sort: Option<usize>,
    offers: &[Offer<Part>],
    lookup: &Lookup<'_>,
) -> Result<Option<(usize, Vec<Part>)>, Problem> {
    let end = words.iter().position(|word| is_between(word) || is_or(word, lookup)).unwrap_or(words.len());
    for count in (1..=PERIOD_WORDS.min(end)).rev() {
        let Some(run) = words.get(..count) else { continue };
        let phrase = run.join(" ");
        let phrase = phrase.trim_end_matches(',');
        let period = if of_sort.is_none() { period(phrase, lookup)? } else { None };
        let (of_sort, name) = match labelled(run, phrase, lookup) {
            Some((sort, rest)) if of_sort.is_none_or(|of| of == sort) => (Some(sort), rest),
            _ => (of_sort, phrase),
        };
        let wanted = |offer: &&Offer<Part>| of_sort.is_none_or(|sort| offer.part.sort() == sort);
        let named = if count <= NAME_WORDS {
            named(name, offers.iter().filter(wanted), period, lookup)?
        } else {
            Vec::new()
        };
        if !named.is_empty() {
            return Ok(Some((count, named)));
        }
        if let Some((_, span)) = period {
            return Ok(Some((count, vec![Part::Period(span)])));
        }
    }
    Ok(None)
}

/// The span that a phrase means, and how well it fits: a single word such as `sø` may also begin a name.
fn period(phrase: &str, lookup: &Lookup<'_>) -> Result<Option<(Fit, DateSpan)>, Problem> {
    let lang = lookup.words.lang();
    match parse_span(phrase, lookup.today(), Lean::Past, Counting::EveryDay, lang) {
        Ok(span) => {
            let lone = phrase.chars().all(char::is_alphabetic) && !is_calendar_word(phrase, lang);
            Ok(Some((if lone { Fit::Begins } else { Fit::Whole }, span)))
        }
        // Trying fewer words would turn the phrase into another valid period without a warning.
        Err(problem @ DateProblem::Backwards { .. }) => Err(Problem::Days(problem)),
        Err(_) => Ok(None),
    }
}

/// Whether a word is a weekday, a month, or a word for yesterday, today or tomorrow.
fn is_calendar_word(word: &str, lang: Lang) -> bool {
    let word = fold(word);
    let langs = [Lang::Da, lang];
    let written = langs.into_iter().flat_map(|lang| {
        let names = names::names(lang);
        let (days, months) = (names.weekdays, names.months);
        let short = names.weekdays_short.into_iter().chain(names.months_short);
        let near = [names.yesterday, names.today, names.tomorrow];
        days.into_iter().chain(months).chain(short).chain(near)
    });
    written.into_iter().any(|name| fold(name).split_whitespace().collect::<String>() == word)
}

/// The best fit of a name. Among equal fits an exact name wins in the order of the offers; anything else is ambiguous.
fn named<'o>(
    name: &str,
    offers: impl Iterator<Item = &'o Offer<Part>>,
    period: Option<(Fit, DateSpan)>,
    lookup: &Lookup<'_>,
) -> Result<Vec<Part>, Problem> {
    let typed = Name::new(name);
    let fits: Vec<_> = offers.filter_map(|offer| offer.fit(&typed).map(|fit| (fit, offer))).collect();
    let Some(best) = fits.iter().map(|(fit, _)| *fit).min() else { return Ok(Vec::new()) };
    let mut best_fits = fits.iter().filter(|(fit, _)| *fit == best).map(|(_, offer)| *offer);
    let Some(first) = best_fits.next() else { return Ok(Vec::new()) };
    let others: Vec<&Offer<Part>> = best_fits.collect();
    // Children with the same name are all meant.
    if others.iter().all(|other| other.part.sort() == 0 && other.name == first.name) {
        return match period {
            Some((fit, _)) if fit < best.0 => Ok(Vec::new()),
            Some((fit, span)) if fit == best.0 && fit != Fit::Whole => {
                let days = Part::Period(span).name(lookup);
                Err(Problem::Either(first.name.clone(), days, false))
            }
            _ => Ok(std::iter::once(&first).chain(&others).map(|offer| offer.part.clone()).collect()),
        };
    }
    match (best.0, period) {
        (_, Some((fit, _))) if fit < best.0 => Ok(Vec::new()),
        (Fit::Whole, _) => Ok(vec![first.part.clone()]),
        (_, period) => {
            let second = others.first().map_or(String::new(), |other| other.name.clone());
            let more = others.len() > 1 || period.is_some_and(|(fit, _)| fit == best.0);
            Err(Problem::Either(first.name.clone(), second, more))
        }
    }
}

/// The sort that the first word names, and the words after it: `tema angst`, `Metoder: ACT`.
fn labelled<'p>(run: &[&str], phrase: &'p str, lookup: &Lookup<'_>) -> Option<(usize, &'p str)> {
    let first = run.first().filter(|_| run.len() > 1)?;
    let label = fold(first.trim_end_matches(':'));
    let sorts = [Part::Theme(Vec::new()), Part::Method(Vec::new())];
    let named = |part: &Part| part.label(lookup).is_some_and(|name| fold(&name).starts_with(&label));
    let sort = sorts.iter().find(|part| named(part)).filter(|_| label.len() >= LABEL_LETTERS)?;
    Some((sort.sort(), phrase.get(first.len()..)?.trim_start()))
}

/// The problem with words that mean nothing: an impossible date, or an unknown word.
fn wrong(words: &[&str], lookup: &Lookup<'_>) -> Problem {
    let lang = lookup.words.lang();
    let days = (1..=DAY_WORDS.min(words.len())).find_map(|count| {
        let phrase = words.get(..count)?.join(" ");
        let read = parse_span(&phrase, lookup.today(), Lean::Past, Counting::EveryDay, lang);
        let problem = read.err().filter(|_| phrase.contains(|c: char| c.is_ascii_digit()))?;
        (problem != DateProblem::NotUnderstood).then_some(Problem::Days(problem))
    });
    days.unwrap_or_else(|| Problem::Unknown(words.first().map_or(String::new(), |word| (*word).to_owned())))
}
