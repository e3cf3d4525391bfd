//! The rows of the school calendar: each closure with its days in one school year.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule, MonthDay};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{Coded, SchoolYear};
use trivsel_words::{Words, dates};

/// A closure, or the yearly ones of one kind together: the three days before Easter are one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// At least one.
    pub closures: Vec<Closure>,
    /// The days in the school year, without weekends at their ends; at least one span.
    pub spans: Vec<(NaiveDate, NaiveDate)>,
}

impl Row {
    /// The weekdays that are no public holidays.
    #[must_use]
    pub fn school_days(&self) -> usize {
        let open = Calendar::default();
        self.spans.iter().map(|(from, to)| open.school_days(*from, *to).count()).sum()
    }

    #[must_use]
    pub fn name(&self, words: &Words) -> String {
        self.closures.first().map_or_else(String::new, |closure| name(words, closure).to_owned())
    }

    /// "22.–24. mar 2027".
    #[must_use]
    pub fn days(&self, words: &Words) -> String {
        let spans: Vec<String> = self.spans.iter().map(|(from, to)| span(words, *from, *to)).collect();
        spans.join(", ")
    }

    /// How the days come back: "uge 7, hvert år".
    #[must_use]
    pub fn rule(&self, words: &Words) -> String {
        self.closures.first().map_or_else(String::new, |closure| match closure.rule {
            // Its days stand beside it.
            ClosureRule::Yearly { .. } => words.get("closing-rule-every").to_owned(),
            _ => rule(words, closure),
        })
    }

    /// The line that means the row, to be typed over.
    #[must_use]
    pub fn typed(&self, words: &Words) -> String {
        let yearly = words.get("closing-yearly").split('|').next().unwrap_or_default();
        let days = match self.closures.first().map(|c| c.rule) {
            Some(ClosureRule::Week { week }) => {
                format!("{yearly} {}", words.with("closing-week", &[("week", week.into())]))
            }
            Some(ClosureRule::Yearly { from, to }) if self.closures.len() == 1 => {
                let day = |d: MonthDay| format!("{}.{}", d.day, d.month);
                let days = if from == to { day(from) } else { format!("{}-{}", day(from), day(to)) };
                format!("{yearly} {days}")
            }
            _ => self.spans.first().map_or_else(String::new, |(from, to)| {
                let day = |d: &NaiveDate| format!("{}.{}.{}", d.day(), d.month(), d.year());
                if from == to { day(from) } else { format!("{}-{}", day(from), day(to)) }
            }),
        };
        format!("{days} {}", self.name(words))
    }
}

/// The rows of a school year by their first day.
#[must_use]
pub fn rows(calendar: &Calendar, year: SchoolYear) -> Vec<Row> {
    let mut groups: Vec<Vec<Closure>> = Vec::new();
    for closure in calendar.closures() {
        let joins = |group: &&mut Vec<Closure>| group.first().is_some_and(|first| together(first, closure));
        match groups.iter_mut().find(joins) {
            Some(group) => group.push(closure.clone()),
            None => groups.push(vec![closure.clone()]),
        }
    }
    let mut rows: Vec<Row> = groups
        .into_iter()
        .map(|closures| {
            let closes = |date| closures.iter().any(|closure| calendar.closes(closure, date));
            let spans = spans(closures.first().map(|c| c.kind), year, closes);
            Row { closures, spans }
        })
        .filter(|row| !row.spans.is_empty())
        .collect();
    rows.sort_by_key(|row| (row.spans.first().copied(), row.closures.first().map(|c| c.id)));
    rows
}

/// Whether two closures are one row: yearly ones of one kind, unless they are the house's own.
fn together(one: &Closure, other: &Closure) -> bool {
    let yearly = one.rule.is_yearly() && other.rule.is_yearly();
    yearly && one.kind == other.kind && one.kind != ClosureKind::Local
}

/// The spans of days in a school year that a test holds for. A weekend at the end of a span is left out, unless the
/// span is no more than that.
#[must_use]
pub fn spans(
    kind: Option<ClosureKind>,
    year: SchoolYear,
    closes: impl Fn(NaiveDate) -> bool,
) -> Vec<(NaiveDate, NaiveDate)> {
    let Some(kind) = kind else { return Vec::new() };
    let last = year.last_day() + Days::new(31);
    let mut found: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for date in year.first_day().iter_days().take_while(|date| *date <= last) {
        if kind.school_year(date) != year || !closes(date) {
            continue;
        }
        match found.last_mut().filter(|(_, to)| to.succ_opt() == Some(date)) {
            Some((_, to)) => *to = date,
            None => found.push((date, date)),
        }
    }
    found.into_iter().map(|(from, to)| without_weekends(from, to)).collect()
}

/// A span without a weekend at either end.
#[must_use]
pub fn without_weekends(from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    let is_weekday = |date: &NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let mut weekdays = from.iter_days().take_while(|date| *date <= to).filter(is_weekday);
    let first = weekdays.next();
    first.map_or((from, to), |first| (first, weekdays.last().unwrap_or(first)))
}

/// The only school year that a closure has days in; `None` if it comes back.
#[must_use]
pub fn only_year(closure: &Closure) -> Option<SchoolYear> {
    match closure.rule {
        ClosureRule::Dates { from, .. } => Some(closure.kind.school_year(from)),
        _ => None,
    }
}

/// A closure in a sentence: "Pædagogisk dag fre 16. apr 2027", "Vinterferie uge 7, hvert år".
#[must_use]
pub fn told(words: &Words, closure: &Closure) -> String {
    let days = match closure.rule {
        ClosureRule::Dates { from, to } => span(words, from, to),
        _ => rule(words, closure),
    };
    format!("{} {days}", name(words, closure))
}

fn name<'a>(words: &'a Words, closure: &'a Closure) -> &'a str {
    closure.name.as_ref().map_or_else(|| words.code("closure", closure.kind.code()), |name| name.as_str())
}

/// One day with its weekday, or a span.
pub(super) fn span(words: &Words, from: NaiveDate, to: NaiveDate) -> String {
    let lang = words.lang();
    if from == to { dates::day_short_year(lang, from) } else { dates::span(lang, from, to) }
}

/// When a closure comes back.
pub(super) fn rule(words: &Words, closure: &Closure) -> String {
    match closure.rule {
        ClosureRule::Week { week } => words.with("closing-rule-week", &[("week", week.into())]),
        ClosureRule::Yearly { from, to } => {
            // Any year has these days, and a leap year also the last of February.
            let day = |d: MonthDay| NaiveDate::from_ymd_opt(2024, d.month, d.day).unwrap_or_default();
            let day = |d| dates::day_month(words.lang(), day(d));
            let days = if from == to { day(from) } else { format!("{}–{}", day(from), day(to)) };
            words.with("closing-rule-yearly", &[("days", days.into())])
        }
        ClosureRule::Easter { .. } => words.get("closing-rule-easter").to_owned(),
        ClosureRule::Summer => words.get("closing-rule-every").to_owned(),
        ClosureRule::Dates { .. } if closure.kind == ClosureKind::Local => String::new(),
        ClosureRule::Dates { .. } => words.get("closing-rule-once").to_owned(),
    }
}
