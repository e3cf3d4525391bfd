//! An appointment typed on one line, in any order: `ons 13 forældre toft 50m`.

use chrono::NaiveDate;
use trivsel_domain::record::{Appointment, InSeries, TalkKind};
use trivsel_domain::rules::booking::{collide, usual_minutes};
use trivsel_domain::rules::series::{Closed, Occurrence, Outline, outline};
use trivsel_domain::value::{
    AppointmentId, CaseId, Coded, Hours, Line, Minutes, Repeat, SeriesEnd, SeriesId, StaffId, TimeOfDay,
};

use super::recurrence;
use crate::forms::Lookup;
use crate::offers::{Name, Offer, children};
use trivsel_words::problems::time_problem;
use trivsel_words::text::{clip, fold};
use trivsel_words::typed_date::{Lean, leading_date};
use trivsel_words::typed_minutes::parse_minutes;
use trivsel_words::typed_time::{TimeProblem, parse_time, parse_time_range};
use trivsel_words::{dates, series, talk};

/// The most words in a name.
const NAME_WORDS: usize = 6;
/// The fewest letters of a name; a single letter is a word of a title more often.
const NAME_LETTERS: usize = 2;
/// The most words in a time or a length: `kl. 13`, `1 time 30 min`.
const TIME_WORDS: usize = 4;
/// The widest word or name that is quoted, in columns.
const QUOTED: usize = 26;

/// What a typed name means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Child(CaseId),
    Kind(TalkKind),
    Staff(StaffId),
}

/// A typed appointment. It gets its identity when it is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedAppointment {
    pub date: NaiveDate,
    hours: Option<Hours>,
    kind: Option<TalkKind>,
    case: Option<CaseId>,
    staff: Vec<StaffId>,
    title: Line,
    /// The rule of a series and its days.
    series: Option<(Repeat, Outline)>,
}

/// What has been read of a line.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) date: Option<NaiveDate>,
    pub(super) from: Option<TimeOfDay>,
    pub(super) range: Option<Hours>,
    pub(super) length: Option<Minutes>,
    pub(super) kind: Option<TalkKind>,
    pub(super) case: Option<CaseId>,
    pub(super) staff: Vec<StaffId>,
    /// The words that are neither a date, a time nor a length.
    pub(super) timeless: Vec<String>,
    /// The words that mean nothing else.
    pub(super) rest: Vec<String>,
}

impl TypedAppointment {
    /// Reads a line. A text in quotes is the title as it is. Without a date it is on `day`, without a time it takes all day, and without staff it is the
    /// reader's own.
    ///
    /// # Errors
    /// What is wrong with the line, in words.
    pub fn read(text: &str, day: NaiveDate, lookup: &Lookup<'_>) -> Result<Self, String> {
        let words = lookup.words;
        let (before, behind) = text.split_once('"').unwrap_or((text, ""));
        let (quoted, behind) = behind.split_once('"').unwrap_or((behind, ""));
        let (recurrence, line) = recurrence::take(&format!("{before} {behind}"), lookup)?;
        let parts = parts(&line, lookup)?;
        let programme = parts.case.and_then(|case| lookup.programme(case));
        let length = parts.length.map_or_else(|| usual_minutes(programme, parts.kind), Minutes::get);
        let hours = match (parts.range, parts.from) {
            (Some(_), _) if parts.length.is_some() => return Err(words.get("book-two-lengths").to_owned()),
            (Some(range), _) => Some(range),
            (None, Some(from)) => {
                Some(Hours::lasting(from, length).map_err(|_| words.get("time-not-understood").to_owned())?)
            }
            (None, None) if parts.length.is_some() => return Err(words.get("book-no-start").to_owned()),
            (None, None) => None,
        };
        let title = title(&parts, quoted, lookup)?;
        let title = Line::new(&title).map_err(|_| words.get("prompt-too-long").to_owned())?;
        let staff = if parts.staff.is_empty() { vec![lookup.me.id] } else { parts.staff };
        let rule = recurrence.map(|r| r.rule(parts.date, day, lookup)).transpose()?;
        let series = rule.map(|(first, rule)| (rule, outline(&rule, first, lookup.calendar)));
        let date = match &series {
            None => parts.date.unwrap_or(day),
            Some((_, outline)) => {
                outline.days.first().ok_or_else(|| words.get("series-no-day").to_owned())?.date
            }
        };
        Ok(Self { date, hours, kind: parts.kind, case: parts.case, staff, title, series })
    }

    /// The appointments of the line: one, or those of a series.
    #[must_use]
    pub fn appointments(&self, mut mint: impl FnMut() -> u128) -> Vec<Appointment> {
        let Some((repeat, outline)) = &self.series else {
            return vec![self.appointment(AppointmentId::from_u128(mint()))];
        };
        let id = SeriesId::from_u128(mint());
        let one = |day: &Occurrence| Appointment {
            date: day.date,
            series: Some(InSeries { id, repeat: *repeat, nominal: day.nominal }),
            ..self.appointment(AppointmentId::from_u128(mint()))
        };
        outline.days.iter().map(one).collect()
    }

    /// What the series moves or skips because the school is closed.
    #[must_use]
    pub fn closed(&self) -> &[Closed] {
        self.series.as_ref().map_or_else(Default::default, |(_, outline)| outline.closed.as_slice())
    }

    #[must_use]
    pub fn appointment(&self, id: AppointmentId) -> Appointment {
        Appointment {
            id,
            date: self.date,
            hours: self.hours,
            title: self.title.clone(),
            kind: self.kind,
            case: self.case,
            staff: self.staff.clone(),
            event: None,
            not_held: None,
            series: None,
        }
    }

    /// The appointment in words, with who is busy then and why the day has no school.
    #[must_use]
    pub fn told(&self, lookup: &Lookup<'_>) -> String {
        let (words, lang) = (lookup.words, lookup.words.lang());
        let day = dates::day_short_seen(lang, self.date, lookup.today());
        let child = self.case.and_then(|case| lookup.known(case));
        // The child's whole name says more than the given name in the title.
        let title = self.title.as_str();
        let title = child.and_then(|k| title.strip_suffix(k.child.name.given())).unwrap_or(title).trim();
        let staff: Vec<&str> = self.staff.iter().map(|who| lookup.initials(*who)).collect();
        let mut told = vec![format!("{day} {}", super::hours(words, self.hours))];
        told.extend(
            self.series
                .iter()
                .map(|(rule, outline)| series_told(rule, outline.days.len(), &outline.closed, lookup)),
        );
        // A warning stands where a narrow screen does not cut it off.
        told.extend(super::closed(words, lookup.calendar, self.date).map(|why| format!("▲ {why}")));
        let new = self.appointment(AppointmentId::from_u128(0));
        let others: Vec<&Appointment> = lookup.booked.iter().filter(|other| collide(&new, other)).collect();
        let busy = busy(&new, &others, lookup);
        if !busy.is_empty() {
            told.push(format!("▲ {}", words.with("book-busy", &[("who", busy.join(", ").into())])));
        }
        let mut about: Vec<String> =
            Some(title).filter(|t| !t.is_empty()).map(str::to_owned).into_iter().collect();
        about.extend(child.map(|k| k.name.to_string()));
        // The rule leaves room for little else on a narrow screen; the name of the child says more than the kind.
        if self.series.is_some() {
            about.reverse();
        }
        told.extend(about);
        told.push(staff.join(" "));
        told.join(" · ")
    }
}

/// The initials and the child that other appointments take then.
pub(super) fn busy(new: &Appointment, others: &[&Appointment], lookup: &Lookup<'_>) -> Vec<String> {
    let others: Vec<&&Appointment> = others.iter().filter(|other| collide(new, other)).collect();
    let taken = |who: &&StaffId| others.iter().any(|other| other.staff.contains(who));
    let staff = new.staff.iter().filter(taken).map(|who| talk::initials(lookup.staff, *who).to_owned());
    let case = new.case.filter(|case| others.iter().any(|other| other.case == Some(*case)));
    let child = case.and_then(|case| lookup.known(case)).map(|k| k.child.name.given().to_owned());
    staff.chain(child).collect()
}

/// "28 gange, hver uge ons til 31. jul 2027 · ▲ 4 dage er lukket".
pub(super) fn series_told(rule: &Repeat, times: usize, closed: &[Closed], lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let mut told = series::repeat(words, rule, lookup.today());
    if matches!(rule.end, SeriesEnd::On(_)) {
        let times = words.with("series-times", &[("times", times.into())]);
        told = format!("{times}, {told}");
    }
    if !closed.is_empty() {
        let skipped = closed.iter().filter(|c| c.to.is_none()).count();
        let args = [("moved", (closed.len() - skipped).into()), ("skipped", skipped.into())];
        told = format!("{told} · ▲ {}", words.with("series-aside", &args));
    }
    told
}

/// The title: the quoted text, the kind of talk with the child, the words that mean nothing else, or the child.
pub(super) fn title(parts: &Parts, quoted: &str, lookup: &Lookup<'_>) -> Result<String, String> {
    let words = lookup.words;
    let given = parts.case.and_then(|case| lookup.known(case)).map(|k| k.child.name.given());
    let wrong = |id: &str| Err(words.get(id).to_owned());
    let Some(kind) = parts.kind else {
        return match (quoted.trim(), parts.rest.join(" "), given) {
            ("", rest, Some(given)) if rest.is_empty() => Ok(given.to_owned()),
            ("", rest, None) if rest.is_empty() => wrong("book-nothing"),
            ("", rest, _) => Ok(rest),
            (_, rest, _) if !rest.is_empty() => Err(unknown(&rest, lookup)),
            (quoted, ..) => Ok(quoted.to_owned()),
        };
    };
    if let Some(word) = parts.rest.first() {
        return Err(unknown(word, lookup));
    }
    let named = words.code("talk", kind.code());
    let Some(case) = parts.case else {
        return Err(words.with("book-no-child", &[("kind", named.into())]));
    };
    if let Some(programme) = lookup.programme(case).filter(|p| p.usual(kind).is_none()) {
        let name = trivsel_words::programme::programme(words.lang(), programme);
        return Err(words.with("book-other-kind", &[("kind", named.into()), ("name", name.into())]));
    }
    match quoted.trim() {
        "" => Ok(format!("{named} {}", given.unwrap_or_default()).trim().to_owned()),
        quoted => Ok(quoted.to_owned()),
    }
}

/// Sorts the words of a line; of several readings the one with the most words counts.
pub(super) fn parts(text: &str, lookup: &Lookup<'_>) -> Result<Parts, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let offers = offers(lookup);
    let small_words = lookup.words.get("book-small-words");
    let small = |word: &str| small_words.split(' ').any(|s| fold(s) == fold(word));
    let (mut parts, mut rest) = (Parts::default(), words.as_slice());
    while let Some((first, behind)) = rest.split_first() {
        let timed = moment(rest, &mut parts, lookup)?;
        let taken = match timed {
            0 if small(first) => 0,
            0 => named(rest, &mut parts, &offers, lookup)?,
            taken => taken,
        };
        if timed == 0 {
            parts.timeless.extend(rest.iter().take(taken.max(1)).map(|word| (*word).to_owned()));
        }
        if taken == 0 {
            parts.rest.push((*first).to_owned());
            rest = behind;
        } else {
            rest = rest.get(taken..).unwrap_or_default();
        }
    }
    // "forældre med toft og lb" has no title.
    while parts.rest.last().is_some_and(|word| small(word)) {
        parts.rest.pop();
    }
    let first = parts.rest.iter().position(|word| !small(word)).unwrap_or_default();
    parts.rest.drain(..first);
    Ok(parts)
}

/// Takes a date, a time or a length from the start of a line; how many words.
fn moment(words: &[&str], parts: &mut Parts, lookup: &Lookup<'_>) -> Result<usize, String> {
    let lang = lookup.words.lang();
    let date =
        if parts.date.is_none() { leading_date(words, lookup.today(), Lean::Future, lang) } else { None };
    let most = TIME_WORDS.min(words.len());
    let run = |count: usize| words.get(..count).unwrap_or_default().join(" ");
    if let Some((count, date)) = date {
        parts.date = Some(date);
        return Ok(count);
    }
    for count in (1..=most).rev() {
        let phrase = run(count);
        let is_length =
            phrase.starts_with(|c: char| c.is_ascii_digit()) && phrase.contains(char::is_alphabetic);
        if let Some(length) = parse_minutes(&phrase).filter(|_| is_length) {
            parts.length = Some(length);
            return Ok(count);
        }
        if parts.from.is_some() || parts.range.is_some() || !phrase.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        match parse_time_range(&phrase) {
            Ok(range) => parts.range = Hours::new(range.from.into(), range.to.into()).ok(),
            Err(TimeProblem::OneOfTwo) => {
                let typed = phrase.trim_end_matches('-');
                parts.from = parse_time(typed).ok().map(TimeOfDay::from);
            }
            Err(problem) if count == 1 && problem != TimeProblem::NotUnderstood => {
                return Err(time_problem(lookup.words, &problem));
            }
            Err(_) => continue,
        }
        return Ok(count);
    }
    Ok(0)
}

/// Takes a name from the start of a line; how many words.
fn named(
    words: &[&str],
    parts: &mut Parts,
    offers: &[Offer<Item>],
    lookup: &Lookup<'_>,
) -> Result<usize, String> {
    for count in (1..=NAME_WORDS.min(words.len())).rev() {
        let phrase = words.get(..count).unwrap_or_default().join(" ");
        let phrase = phrase.trim_end_matches(',');
        let fits = fitting(phrase, offers);
        let Some(first) = fits.first() else { continue };
        if let Some(second) = fits.get(1) {
            return Err(either(first.shown(), second.shown(), fits.len() > 2, lookup));
        }
        match first.part {
            Item::Child(case) if parts.case.is_some_and(|c| c != case) => {
                return Err(lookup.words.get("book-two-children").to_owned());
            }
            Item::Child(case) => parts.case = Some(case),
            Item::Kind(kind) if parts.kind.is_some_and(|k| k != kind) => {
                return Err(lookup.words.get("book-two-kinds").to_owned());
            }
            Item::Kind(kind) => parts.kind = Some(kind),
            Item::Staff(who) if parts.staff.contains(&who) => {}
            Item::Staff(who) => parts.staff.push(who),
        }
        return Ok(count);
    }
    Ok(0)
}

/// Everything that a name on the line can mean.
fn offers(lookup: &Lookup<'_>) -> Vec<Offer<Item>> {
    let staff = lookup.at_work().map(|member| Offer::member(member, Item::Staff(member.id)));
    let kinds = TalkKind::ALL.iter().filter(|kind| **kind != TalkKind::Consultation);
    let kinds = kinds.map(|kind| Offer::new(lookup.words.code("talk", kind.code()), Item::Kind(*kind)));
    let children = children(lookup, |cases, _| cases.first().copied().map(Item::Child));
    let children = children.into_iter().filter_map(Offer::known);
    staff.chain(kinds).chain(children).collect()
}

/// The names that a phrase fits best.
fn fitting<'o>(phrase: &str, offers: &'o [Offer<Item>]) -> Vec<&'o Offer<Item>> {
    if phrase.chars().count() < NAME_LETTERS || phrase.starts_with(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let typed = Name::new(phrase);
    let fits: Vec<_> = offers.iter().filter_map(|offer| offer.fit(&typed).map(|fit| (fit, offer))).collect();
    let best = fits.iter().map(|(fit, _)| *fit).min();
    fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, offer)| offer).collect()
}

/// The names that complete the word being typed at the end of a line, each as the whole line.
#[must_use]
pub fn completions(text: &str, lookup: &Lookup<'_>) -> Vec<String> {
    let offers = offers(lookup);
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| {
            !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| at)
        .collect();
    let nearest = starts.len().saturating_sub(NAME_WORDS);
    let run = |start: &usize| {
        let (before, phrase) = text.split_at_checked(*start)?;
        let found = fitting(phrase.trim_end(), &offers);
        (!found.is_empty()).then(|| found.iter().map(|o| format!("{before}{}", o.typed())).collect())
    };
    starts.get(nearest..).unwrap_or_default().iter().find_map(run).unwrap_or_default()
}

fn either(first: &str, second: &str, more: bool, lookup: &Lookup<'_>) -> String {
    if first == second {
        return lookup.words.with("book-same-name", &[("name", clip(first, QUOTED).into())]);
    }
    let id = if more { "book-several" } else { "book-either" };
    let (first, second) = (clip(first, QUOTED), clip(second, QUOTED));
    lookup.words.with(id, &[("first", first.into()), ("second", second.into())])
}

fn unknown(word: &str, lookup: &Lookup<'_>) -> String {
    lookup.words.with("book-unknown", &[("word", clip(word, QUOTED).into())])
}
