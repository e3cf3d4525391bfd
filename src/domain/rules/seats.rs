//! Seats (pladser): numbered, held from admission to closing, never more than the norm.

use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::{Datelike, Months, NaiveDate};

use crate::record::case::{Case, Priority, Standing};
use crate::value::id::CaseId;
use crate::value::programme_code::ProgrammeCode;
use crate::value::seat::{SeatNorm, SeatNumber};

/// The cases that hold the seats of a programme on a date, by seat number.
#[must_use]
pub fn occupied<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    programme: &ProgrammeCode,
    on: NaiveDate,
) -> Vec<(SeatNumber, &'a Case)> {
    let mut held: Vec<_> = cases
        .into_iter()
        .filter(|c| c.programme == *programme)
        .filter_map(|c| c.stay().filter(|_| c.holds_seat_on(on)).map(|s| (s.seat, c)))
        .collect();
    held.sort_by_key(|(seat, _)| *seat);
    held
}

/// The lowest seat that is free on every day from a date until another, not included, or without end.
#[must_use]
pub fn free_seat(
    cases: &[Case],
    programme: &ProgrammeCode,
    norm: SeatNorm,
    from: NaiveDate,
    until: Option<NaiveDate>,
    except: Option<CaseId>,
) -> Option<SeatNumber> {
    let taken: Vec<u16> = cases
        .iter()
        .filter(|c| c.programme == *programme && Some(c.id) != except)
        .filter_map(|c| c.enrolment().filter(|e| e.overlaps(from, until)).and(c.stay()).map(|s| s.seat.get()))
        .collect();
    (1..=u16::MAX)
        .find(|n| !taken.contains(n))
        .and_then(|n| SeatNumber::new(n).ok())
        .filter(|seat| norm.has(*seat))
}

/// Every seat of a programme on a date, by number, with the case that holds it; without a limit, only the held seats.
#[must_use]
pub fn map<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    programme: &ProgrammeCode,
    norm: SeatNorm,
    on: NaiveDate,
) -> Vec<(SeatNumber, Option<&'a Case>)> {
    let held = occupied(cases, programme, on);
    let mut seats: Vec<(SeatNumber, Option<&Case>)> =
        held.iter().map(|(seat, c)| (*seat, Some(*c))).collect();
    let free = (1..=norm.number().unwrap_or(0)).filter_map(|n| SeatNumber::new(n).ok());
    seats.extend(free.filter(|s| held.iter().all(|(h, _)| h != s)).map(|s| (s, None)));
    seats.sort_by_key(|(seat, _)| *seat);
    seats
}

/// The number of seats expected free from a day on, and from each later day, up to and including the last, on which
/// it changes: a course ends on its expected day, and a seat given ahead is taken on its day. A course without an
/// expected end, or with one in the past, continues. Empty without a limit.
#[must_use]
pub fn forecast(
    cases: &[Case],
    programme: &ProgrammeCode,
    norm: SeatNorm,
    from: NaiveDate,
    until: NaiveDate,
) -> Vec<(NaiveDate, u16)> {
    let Some(norm) = norm.number() else { return Vec::new() };
    let stays: Vec<(NaiveDate, Option<NaiveDate>)> = cases
        .iter()
        .filter(|c| c.programme == *programme)
        .filter_map(|c| c.enrolment().map(|e| (e.from, e.until.or(c.expected_end.filter(|end| *end > from)))))
        .collect();
    let free = |on: NaiveDate| {
        let held = stays.iter().filter(|(first, end)| *first <= on && end.is_none_or(|end| on < end)).count();
        norm.saturating_sub(u16::try_from(held).unwrap_or(u16::MAX))
    };
    let mut days: Vec<NaiveDate> =
        stays.iter().flat_map(|(first, end)| [Some(*first), *end]).flatten().collect();
    days.retain(|d| from < *d && *d <= until);
    days.push(from);
    days.sort_unstable();
    days.dedup();
    let mut line: Vec<(NaiveDate, u16)> = days.into_iter().map(|d| (d, free(d))).collect();
    line.dedup_by_key(|(_, free)| *free);
    line
}

/// The number of seats expected free at the end of each of `months` months, by the first day of each month. The first
/// month is the one in which the forecast begins.
#[must_use]
pub fn by_month(forecast: &[(NaiveDate, u16)], months: u32) -> Vec<(NaiveDate, u16)> {
    let Some(first) = forecast.first().and_then(|(from, _)| from.with_day(1)) else { return Vec::new() };
    let month = |n: u32| {
        let start = first.checked_add_months(Months::new(n))?;
        let after = start.checked_add_months(Months::new(1))?;
        let (_, free) = forecast.iter().rfind(|(day, _)| *day < after)?;
        Some((start, *free))
    };
    (0..months).filter_map(month).collect()
}

/// The waiting list of a programme: the most urgent first, then the oldest children, then the longest waiting.
#[must_use]
pub fn waiting_list<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    programme: &ProgrammeCode,
    born: impl Fn(&Case) -> Option<NaiveDate>,
) -> Vec<&'a Case> {
    let mut waiting: Vec<&Case> = cases
        .into_iter()
        .filter(|c| c.programme == *programme && matches!(c.standing, Standing::Waiting { .. }))
        .collect();
    waiting.sort_by_cached_key(|c| place_in_line(c, born(c)));
    waiting
}

/// The sort key of the waiting list; a child of unknown age comes after those of known age.
#[must_use]
pub fn place_in_line(
    case: &Case,
    born: Option<NaiveDate>,
) -> (Reverse<Option<Priority>>, NaiveDate, NaiveDate) {
    let priority = match &case.standing {
        Standing::Waiting { priority, .. } => Some(*priority),
        _ => None,
    };
    let since = case.waiting_since().unwrap_or(case.referral.on);
    (Reverse(priority), born.unwrap_or(NaiveDate::MAX), since)
}

/// The next seat free after a date: the earliest end, decided or expected, among the cases that hold one.
#[must_use]
pub fn next_freed<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    programme: &ProgrammeCode,
    on: NaiveDate,
) -> Option<NaiveDate> {
    let end = |case: &Case| case.enrolment().and_then(|e| e.until).or(case.expected_end);
    occupied(cases, programme, on).into_iter().filter_map(|(_, c)| end(c)).filter(|d| *d >= on).min()
}
