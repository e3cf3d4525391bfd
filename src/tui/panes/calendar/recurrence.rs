//! The words of a line that make its appointment a series: `hver uge`, `hver 4. uge`, `man ons hver uge til 18.12`,
//! `hver mandag 8 gange`.

use chrono::{Datelike, NaiveDate, Weekday};
use trivsel_domain::rules::series::NewRule;
use trivsel_domain::value::{Interval, Repeat, SchoolWeekdays, SchoolYear, SeriesEnd, Times};

use crate::forms::Lookup;
use trivsel_words::Lang;
use trivsel_words::text::fold;
use trivsel_words::typed_date::{Lean, leading_date, leading_day_ahead, weekday_of};

/// What is said of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recurrence {
    weeks: Interval,
    weekdays: Vec<Weekday>,
    end: Option<SeriesEnd>,
}

/// The words that a language has for a series, folded.
struct Vocabulary {
    every: &'static [&'static str],
    week: &'static [&'static str],
    times: &'static [&'static str],
    until: &'static [&'static str],
    from: &'static [&'static str],
    and: &'static [&'static str],
    ordinals: &'static [(&'static str, u8)],
}

const DANISH: Vocabulary = Vocabulary {
    every: &["hver", "hvert"],
    week: &["uge", "uger"],
    times: &["gang", "gange"],
    until: &["til", "indtil"],
    from: &["fra"],
    and: &["og"],
    ordinals: &[
        ("anden", 2),
        ("andet", 2),
        ("to", 2),
        ("tredje", 3),
        ("tre", 3),
        ("fire", 4),
        ("fjerde", 4),
        ("femte", 5),
        ("sjette", 6),
    ],
};
const ENGLISH: Vocabulary = Vocabulary {
    every: &["every", "each"],
    week: &["week", "weeks"],
    times: &["time", "times"],
    until: &["until", "till", "to"],
    from: &["from"],
    and: &["and"],
    ordinals: &[("other", 2), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6)],
};

impl Vocabulary {
    /// Danish words are understood on an English screen too.
    fn of(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::Da => &[DANISH],
            Lang::En => &[DANISH, ENGLISH],
        }
    }
}

/// The words of a line that are not read yet.
struct Line<'t> {
    words: Vec<&'t str>,
    lang: Lang,
}

impl Line<'_> {
    fn is(&self, at: usize, known: impl Fn(&Vocabulary) -> &'static [&'static str]) -> bool {
        let folded = self.words.get(at).map(|word| fold(word.trim_end_matches(',')));
        folded.is_some_and(|word| Vocabulary::of(self.lang).iter().any(|v| known(v).contains(&&*word)))
    }

    /// The number of weeks that a word says: `4.`, `4`, `anden`.
    fn ordinal(&self, at: usize) -> Option<u8> {
        let word = fold(self.words.get(at)?);
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let suffix = word.get(digits.len()..)?;
        let mut named = Vocabulary::of(self.lang).iter().flat_map(|v| v.ordinals);
        let named = named.find(|(name, _)| *name == word).map(|(_, number)| *number);
        named.or_else(|| digits.parse().ok().filter(|_| matches!(suffix, "" | "." | "nd" | "rd" | "th")))
    }

    /// The weekdays that follow each other from a place on, and how many words they are: `man, ons og fre`.
    fn weekdays(&self, at: usize) -> (Vec<Weekday>, usize) {
        let (mut days, mut count) = (Vec::new(), 0);
        let mut next = at;
        while let Some(word) = self.words.get(next) {
            if !days.is_empty() && self.is(next, |v| v.and) {
                next += 1;
                continue;
            }
            let all: Option<Vec<Weekday>> =
                word.split(',').filter(|w| !w.is_empty()).map(|w| weekday_of(w, self.lang)).collect();
            let Some(all) = all.filter(|all| !all.is_empty()) else { break };
            days.extend(all);
            next += 1;
            count = next - at;
        }
        (days, count)
    }

    fn remove(&mut self, from: usize, count: usize) {
        self.words.drain(from..(from + count).min(self.words.len()));
    }
}

/// Takes what is said of a series out of a line; the rest of the line is as without it. Nothing where the line has no
/// word for every.
///
/// # Errors
/// In words.
pub(super) fn take(text: &str, lookup: &Lookup<'_>) -> Result<(Option<Recurrence>, String), String> {
    let mut line = Line { words: text.split_whitespace().collect(), lang: lookup.words.lang() };
    let Some(every) = (0..line.words.len()).find(|at| line.is(*at, |v| v.every)) else {
        return Ok((None, text.to_owned()));
    };
    let wrong = |id: &str| lookup.words.get(id).to_owned();
    let number = line.ordinal(every + 1);
    let after = every + 1 + usize::from(number.is_some());
    let (mut weekdays, mut taken) = line.weekdays(after);
    if line.is(after, |v| v.week) {
        (weekdays, taken) = (Vec::new(), 1);
    }
    if taken == 0 {
        return Err(wrong("series-how"));
    }
    let weeks = Interval::new(number.unwrap_or(1)).map_err(|_| wrong("series-how"))?;
    line.remove(every, after + taken - every);
    if weekdays.is_empty() {
        // One weekday on its own is the date of the first.
        let several =
            (0..line.words.len()).map(|at| (at, line.weekdays(at))).find(|(_, (days, _))| days.len() > 1);
        if let Some((at, (days, count))) = several {
            weekdays = days;
            line.remove(at, count);
        }
    }
    let end = end(&mut line, lookup)?;
    let day_follows =
        |at: usize| leading_date(line.words.get(at + 1..)?, lookup.today(), Lean::Future, line.lang);
    let from = (0..line.words.len()).find(|at| line.is(*at, |v| v.from) && day_follows(*at).is_some());
    if let Some(at) = from {
        line.remove(at, 1);
    }
    Ok((Some(Recurrence { weeks, weekdays, end }), line.words.join(" ")))
}

/// Takes the end out of a line: a last day, or a number of times.
fn end(line: &mut Line<'_>, lookup: &Lookup<'_>) -> Result<Option<SeriesEnd>, String> {
    let wrong = |id: &str| lookup.words.get(id).to_owned();
    let number = |word: &&str| word.parse::<u16>().ok();
    let times = (1..line.words.len())
        .find(|at| line.is(*at, |v| v.times) && line.words.get(at - 1).and_then(number).is_some());
    let times = match times {
        None => None,
        Some(at) => {
            let count = line.words.get(at - 1).and_then(number).and_then(|n| u8::try_from(n).ok());
            line.remove(at - 1, 2);
            let count = count.and_then(|n| Times::new(n).ok()).ok_or_else(|| wrong("series-too-many"))?;
            Some(SeriesEnd::After(count))
        }
    };
    let last = (0..line.words.len()).filter(|at| line.is(*at, |v| v.until)).find_map(|at| {
        let found = leading_day_ahead(line.words.get(at + 1..)?, lookup.today(), line.lang)?;
        Some((at, found))
    });
    let Some((at, (count, day))) = last else { return Ok(times) };
    line.remove(at, count + 1);
    if times.is_some() { Err(wrong("series-two-ends")) } else { Ok(Some(SeriesEnd::On(day))) }
}

impl Recurrence {
    /// Whether its end is said.
    pub(super) fn has_end(&self) -> bool {
        self.end.is_some()
    }

    /// The same on the weekdays of another rule, where no other day is said.
    pub(super) fn on_days_of(mut self, rule: &Repeat) -> Self {
        self.weekdays = rule.weekdays.iter().collect();
        self
    }

    /// What is said of a series that there is already. A day on the line is the weekday too, if no other is said.
    ///
    /// # Errors
    /// In words.
    pub(super) fn changed(&self, date: Option<NaiveDate>, lookup: &Lookup<'_>) -> Result<NewRule, String> {
        let weekdays: Vec<Weekday> = match date {
            Some(date) if self.weekdays.is_empty() => vec![date.weekday()],
            _ => self.weekdays.clone(),
        };
        let weekdays = (!weekdays.is_empty()).then(|| SchoolWeekdays::new(weekdays)).transpose();
        let weekdays = weekdays.map_err(|_| lookup.words.get("series-weekend").to_owned())?;
        Ok(NewRule { weeks: self.weeks, weekdays, end: self.end })
    }

    /// The rule and the first day that it can be on. Without weekdays it is on that of the first day, and without an end
    /// it ends with the school year.
    ///
    /// # Errors
    /// In words.
    pub(super) fn rule(
        &self,
        date: Option<NaiveDate>,
        selected: NaiveDate,
        lookup: &Lookup<'_>,
    ) -> Result<(NaiveDate, Repeat), String> {
        let own = if self.weekdays.is_empty() { selected } else { lookup.today() };
        let first = date.unwrap_or(own);
        let weekdays = if self.weekdays.is_empty() { vec![first.weekday()] } else { self.weekdays.clone() };
        let weekdays =
            SchoolWeekdays::new(weekdays).map_err(|_| lookup.words.get("series-weekend").to_owned())?;
        let end = self.end.unwrap_or_else(|| SeriesEnd::On(SchoolYear::of(first).last_day()));
        Ok((first, Repeat { weeks: self.weeks, weekdays, end }))
    }
}
