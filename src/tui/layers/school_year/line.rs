//! A closure typed on one line: `16.4 pædagogisk dag`, `vinterferie uge 8`, `hvert år 24.12 lukket`.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule, Edit, MonthDay};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{ClosureId, Coded, Line, SchoolYear};
use trivsel_words::Words;
use trivsel_words::text::fold;
use trivsel_words::typed_date::{DateSpan, Lean, leading_span, typed_week};

use super::rows::{rule, span, spans, without_weekends};
use crate::forms::Lookup;

/// The fewest letters that stand for the name of a holiday.
const LETTERS: usize = 4;

/// What the line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The school year on the screen.
    pub year: SchoolYear,
    /// The closures that it changes; none for a new one.
    pub closures: Vec<Closure>,
}

/// A typed closure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    kind: ClosureKind,
    name: Option<Line>,
    rule: ClosureRule,
}

impl Typed {
    /// Reads a line: the days, `hvert år` if they come back, and a name or the name of a holiday, in any order.
    ///
    /// # Errors
    /// What is wrong with the line, in words.
    pub fn read(text: &str, about: &About, lookup: &Lookup<'_>) -> Result<Self, String> {
        let words = lookup.words;
        let all: Vec<&str> = text.split_whitespace().collect();
        let (yearly, said) = without_yearly(&all, words);
        let anchor = anchor(about.year, lookup.today());
        let found = (0..said.len()).find_map(|start| {
            let (count, days) = leading_span(said.get(start..)?, anchor, Lean::Future, words.lang())?;
            Some((start, count, days))
        });
        let Some((start, count, days)) = found else { return Err(words.get("closing-how").to_owned()) };
        let phrase = said.get(start..start + count).unwrap_or_default();
        let rule = if yearly { yearly_rule(phrase, days, anchor, words)? } else { once(days) };
        let before = said.get(..start).unwrap_or_default();
        let behind = said.get(start + count..).unwrap_or_default();
        let rest = [before, behind].concat().join(" ");
        let old = about.closures.first();
        let (kind, name) = match (kind(&rest, words), old) {
            (Some(kind), _) => (kind, None),
            (None, Some(old)) if rest.is_empty() => (old.kind, old.name.clone()),
            (None, old) => {
                let name = (!rest.is_empty()).then(|| Line::new(&rest)).transpose();
                let name = name.map_err(|_| words.get("prompt-too-long").to_owned())?;
                (old.map_or(ClosureKind::Local, |old| old.kind), name)
            }
        };
        Ok(Self { kind, name, rule })
    }

    /// The edits that make the school calendar so. Dates of a holiday are entered beside its yearly rule, which they
    /// replace in that school year; a new yearly rule takes the place of those of its kind.
    #[must_use]
    pub fn edits(&self, about: &About, calendar: &Calendar, id: ClosureId) -> Vec<Edit<Closure>> {
        let of_kind = |c: &&Closure| c.kind == self.kind && c.rule.is_yearly();
        let holiday = self.kind != ClosureKind::Local;
        let mut old = about.closures.clone();
        if holiday && self.rule.is_yearly() {
            let others = calendar.closures().iter().filter(of_kind).filter(|c| !about.closures.contains(c));
            old.extend(others.cloned());
        } else if holiday {
            old.retain(|c| !c.rule.is_yearly());
        }
        let mut old = old.into_iter();
        let first = old.next();
        let id = first.as_ref().map_or(id, |closure| closure.id);
        let new = Closure { id, kind: self.kind, name: self.name.clone(), rule: self.rule };
        let changed = Edit::new(first, Some(new)).ok();
        changed.into_iter().chain(old.filter_map(|gone| Edit::new(Some(gone), None).ok())).collect()
    }

    /// The closure in words: its days, and the days of the yearly rule that it replaces.
    #[must_use]
    pub fn told(&self, about: &About, lookup: &Lookup<'_>) -> String {
        let words = lookup.words;
        let id = ClosureId::from_u128(0);
        let closure = Closure { id, kind: self.kind, name: self.name.clone(), rule: self.rule };
        let name = self.name.as_ref().map_or_else(|| words.code("closure", self.kind.code()), Line::as_str);
        let mut told = vec![name.to_owned()];
        let told_spans = |spans: Vec<(NaiveDate, NaiveDate)>| {
            spans.into_iter().map(|(from, to)| span(words, from, to)).collect::<Vec<_>>().join(", ")
        };
        if let ClosureRule::Dates { from, to } = self.rule {
            let (first, last) = without_weekends(from, to);
            let days = Calendar::default().school_days(from, to).count();
            told.push(span(words, first, last));
            told.push(words.count("school-day", days));
            let year = self.kind.school_year(from);
            let yearly = |c: &&Closure| c.kind == self.kind && c.rule.is_yearly();
            let usual: Vec<&Closure> = lookup.calendar.closures().iter().filter(yearly).collect();
            let closes = |date: NaiveDate| usual.iter().any(|c| c.rule.covers(date));
            let usual = told_spans(spans(Some(self.kind), year, closes));
            if self.kind != ClosureKind::Local && !usual.is_empty() {
                told.push(words.with("closing-instead", &[("days", usual.into())]));
            }
        } else {
            told.push(rule(words, &closure));
            told.push(told_spans(spans(Some(self.kind), about.year, |date| self.rule.covers(date))));
        }
        told.join(" · ")
    }
}

/// The day that dates without a year follow: today, or the first day of another school year.
fn anchor(year: SchoolYear, today: NaiveDate) -> NaiveDate {
    if SchoolYear::of(today) == year { today } else { year.first_day() }
}

/// Whether the days come back every year, and the other words.
fn without_yearly<'a>(all: &[&'a str], words: &Words) -> (bool, Vec<&'a str>) {
    let found = words.get("closing-yearly").split('|').find_map(|said| {
        let count = said.split(' ').count();
        let is = |run: &[&str]| fold(&run.join(" ")) == fold(said);
        all.windows(count).position(is).map(|at| at..at + count)
    });
    let rest = all.iter().enumerate().filter(|(at, _)| found.as_ref().is_none_or(|run| !run.contains(at)));
    (found.is_some(), rest.map(|(_, word)| *word).collect())
}

fn once(days: DateSpan) -> ClosureRule {
    let (from, to) = without_weekends(days.from, days.to);
    ClosureRule::Dates { from, to }
}

/// A week, or days of the calendar; nothing else is the same days in every year.
fn yearly_rule(
    phrase: &[&str],
    days: DateSpan,
    anchor: NaiveDate,
    words: &Words,
) -> Result<ClosureRule, String> {
    if let Some(week) = typed_week(phrase, words.lang()) {
        return Ok(ClosureRule::Week { week });
    }
    let day = |date: NaiveDate| MonthDay { month: date.month(), day: date.day() };
    let both = |days: DateSpan| (day(days.from), day(days.to));
    let later = anchor.with_day(1).and_then(|d| d.with_year(anchor.year() + 1)).unwrap_or(anchor);
    let then = leading_span(phrase, later, Lean::Future, words.lang()).map(|(_, days)| both(days));
    let (from, to) = both(days);
    if then == Some((from, to)) {
        Ok(ClosureRule::Yearly { from, to })
    } else {
        Err(words.get("closing-yearly-how").to_owned())
    }
}

/// The holiday that a name means: the whole name, or a beginning that no other has.
fn kind(name: &str, words: &Words) -> Option<ClosureKind> {
    let typed = fold(name);
    let named = |kind: &ClosureKind| fold(words.code("closure", kind.code()));
    let exact = ClosureKind::ALL.iter().copied().find(|kind| named(kind) == typed);
    if exact.is_some() || typed.chars().count() < LETTERS {
        return exact;
    }
    let mut begins = ClosureKind::ALL.iter().copied().filter(|kind| named(kind).starts_with(&typed));
    begins.next().filter(|kind| begins.next().is_none() && *kind != ClosureKind::Local)
}
