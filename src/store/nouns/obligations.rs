//! What is due: the ledgers of the cases that owe something, read without texts, and the obligations that follow.

use chrono::{Months, NaiveDate};
use rusqlite::Connection;
use trivsel_domain::record::{
    Answer, Appointment, Case, Child, Closure, Consent, Day, Edit, HouseProgramme, HouseSettings, PlanTask,
    Programme, ReportedWeek,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::calendar_change::{CalendarChange, calendar_change};
use trivsel_domain::rules::obligations::{
    AFTERCARE_MONTHS, Booked, Held, Ledger, Obligation, Paper, obligations_of,
};
use trivsel_domain::rules::quarter::Quarter;
use trivsel_domain::rules::talks_due::{TalkDue, talks_due};
use trivsel_domain::value::{CaseId, Moment, TheHouse};

use super::misplacement::placed;
use super::{answer, case, consent, programme, reported_week, timetable};
use crate::cell::Cell;
use crate::column::Columns;
use crate::row::{self, select};
use crate::{House, Result, StoreError};

/// The closed cases that something may be asked of: closed after `?1`.
pub(crate) const RECENT: &str = "WHERE id IN (SELECT id FROM case_file WHERE closed > ?1) ORDER BY id";
pub(crate) const HELD: &str =
    concat!("SELECT kind, date FROM talk WHERE case_id = ?1 AND ", placed!("talk.id"));
pub(crate) const BOOKED: &str =
    "WHERE case_id = ?1 AND date >= ?2 AND kind IS NOT NULL AND not_held IS NULL ORDER BY date, starts, id";
pub(crate) const PAPERS: &str =
    "SELECT kind, version, signed_at, steps, done FROM document WHERE case_id = ?1";
pub(crate) const SCORED: &str =
    concat!("SELECT max(date) FROM measure WHERE case_id = ?1 AND ", placed!("measure.talk_id"));
/// The last day with a mark that says present, from today back.
pub(crate) const ATTENDED: &str = "SELECT date FROM day WHERE case_id = ?1 AND date <= ?2 AND origin = 'own'
    AND (first IN ('present', 'late', 'partial') OR second IN ('present', 'late', 'partial'))
    ORDER BY date DESC LIMIT 1";
/// The last day with a mark that says absent, from today back.
pub(crate) const ABSENT: &str = "SELECT date FROM day WHERE case_id = ?1 AND date <= ?2 AND origin = 'own'
    AND (first IN ('sick', 'leave', 'unlawful') OR second IN ('sick', 'leave', 'unlawful'))
    ORDER BY date DESC LIMIT 1";
pub(crate) const APPOINTED: &str =
    "WHERE date >= ?1 AND event IS NULL AND not_held IS NULL ORDER BY date, starts, id";
pub(crate) const ABSENCES: &str = "WHERE case_id = ?1 AND date BETWEEN ?2 AND ?3
    AND ('unlawful' IN (first, second) OR 'sick' IN (first, second)) ORDER BY date";

type Key = [u8; 16];

/// Reads the ledger of a case. A restricted note counts as a talk: its kind and day are not secret.
fn ledger<'a>(conn: &Connection, mut ledger: Ledger<'a>, today: NaiveDate) -> Result<Ledger<'a>> {
    let key = ledger.case.id.as_u128().to_be_bytes();
    let day = today.to_string();
    ledger.talks = list(conn, "talk", HELD, [key], |c| Ok(Held { kind: c.code()?, date: c.date()? }))?;
    ledger.talks.sort_by_key(|t| t.date);
    let appointments: Vec<Appointment> = row::list(conn, &select::<Appointment>(BOOKED), (key, &day))?;
    let booked =
        |a: Appointment| Some(Booked { appointment: a.id, kind: a.kind?, date: a.date, hours: a.hours });
    ledger.booked = appointments.into_iter().filter_map(booked).collect();
    ledger.papers = papers(conn, key)?;
    ledger.scored = day_of(conn, "measure", SCORED, [key])?;
    ledger.answers = row::list(conn, &select::<Answer>(answer::OF_CASE), [key])?;
    ledger.consents = row::list(conn, &select::<Consent>(consent::OF_CASE), [key])?;
    ledger.timetables = timetable::timetables(conn, ledger.case.id)?;
    if !ledger.case.is_open() {
        let weeks: Vec<ReportedWeek> =
            row::list(conn, &select::<ReportedWeek>(reported_week::OF_CASE), [key])?;
        ledger.reported = weeks.into_iter().map(|week| week.monday).collect();
    }
    if ledger.programme.keeps_register() {
        ledger.attended = day_of(conn, "day", ATTENDED, (key, &day))?;
        ledger.absent = day_of(conn, "day", ABSENT, (key, &day))?;
        let this = Quarter::of(today).first_day();
        let before = this.pred_opt().map_or(this, |day| Quarter::of(day).first_day());
        ledger.absences = row::list(conn, &select::<Day>(ABSENCES), (key, before.to_string(), &day))?;
    }
    Ok(ledger)
}

/// The child of a case.
fn child_of(conn: &Connection, case: &Case) -> Result<Child> {
    let nobody = StoreError::Corrupt { table: "case_file", what: "a case of nobody" };
    row::read(conn, &case.child)?.ok_or(nobody)
}

/// The programme of a case.
pub(super) fn programme_of<'p>(
    case: &Case,
    programmes: &'p [(Programme, HouseProgramme)],
) -> Result<&'p Programme> {
    let found = programmes.iter().find(|(_, p)| p.code == case.programme);
    let none = StoreError::Corrupt { table: "case_file", what: "a case without a programme" };
    found.map(|(programme, _)| programme).ok_or(none)
}

fn papers(conn: &Connection, key: Key) -> Result<Vec<Paper>> {
    list(conn, "document", PAPERS, [key], |columns| {
        Ok(Paper {
            kind: columns.code()?,
            version: columns.whole()?,
            signed: columns.maybe_text::<Moment>()?.map(Moment::date),
            tasks: <Vec<PlanTask> as Cell>::read(columns)?,
        })
    })
}

/// Reads the day that a statement finds, if it finds one.
fn day_of(
    conn: &Connection,
    table: &'static str,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Option<NaiveDate>> {
    let found = list(conn, table, sql, params, |columns| Ok((columns.maybe_date()?,)))?;
    Ok(found.first().and_then(|(day,)| *day))
}

/// The ledgers of some cases, whose children come in the same order.
pub(super) fn ledgers<'a>(
    conn: &Connection,
    cases: &'a [Case],
    children: &'a [Child],
    programmes: &'a [(Programme, HouseProgramme)],
    today: NaiveDate,
) -> Result<Vec<Ledger<'a>>> {
    let settings: Option<HouseSettings> = row::read(conn, &TheHouse)?;
    let absence_limits = settings.map(|own| own.absence_limits).unwrap_or_default();
    let of = |(case, child): (&'a Case, &'a Child)| {
        let programme = programme_of(case, programmes)?;
        let absence_limits = absence_limits.clone();
        ledger(conn, Ledger { absence_limits, ..Ledger::new(case, child, programme) }, today)
    };
    cases.iter().zip(children).map(of).collect()
}

/// The child of each case.
pub(super) fn children(conn: &Connection, cases: &[Case]) -> Result<Vec<Child>> {
    cases.iter().map(|case| child_of(conn, case)).collect()
}

/// The open cases, and the closed ones that something may be asked of.
pub(super) fn owing(conn: &Connection, today: NaiveDate) -> Result<Vec<Case>> {
    let recent = today.checked_sub_months(Months::new(AFTERCARE_MONTHS)).unwrap_or(today);
    let mut cases: Vec<Case> = row::list(conn, &select::<Case>(case::OPEN), [])?;
    cases.extend(row::list::<Case>(conn, &select::<Case>(RECENT), [recent.to_string()])?);
    Ok(cases)
}

/// Reads each row of a statement that selects some columns of a table.
pub(super) fn list<T>(
    conn: &Connection,
    table: &'static str,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl Fn(&mut Columns<'_, '_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(&mut Columns::new(row, table, &[]))?);
    }
    Ok(found)
}

impl House {
    /// The obligations of every open case, and of every closed one that something is still asked of, on a day; by case,
    /// then by date. Answered ones are included: the last of each kind.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn obligations(&self, today: NaiveDate) -> Result<Vec<(CaseId, Obligation)>> {
        let tx = self.snapshot()?;
        let cases = owing(&tx, today)?;
        let calendar = self.calendar()?;
        self.owed(&tx, &cases, &calendar, today)
    }

    /// The obligations of one case on a day, by date; empty if there is no such case.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn obligations_of(&self, case: CaseId, today: NaiveDate) -> Result<Vec<Obligation>> {
        let tx = self.snapshot()?;
        let cases: Vec<Case> = row::read(&tx, &case)?.into_iter().collect();
        let calendar = self.calendar()?;
        let found = self.owed(&tx, &cases, &calendar, today)?;
        Ok(found.into_iter().map(|(_, obligation)| obligation).collect())
    }

    /// The talks that fall due until a date and are not held yet, by case.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talks_due(&self, today: NaiveDate, until: NaiveDate) -> Result<Vec<TalkDue>> {
        let tx = self.snapshot()?;
        let (cases, programmes) = (owing(&tx, today)?, programme::programmes(&tx, self.profiles())?);
        let children = children(&tx, &cases)?;
        let ledgers = ledgers(&tx, &cases, &children, &programmes, today)?;
        let calendar = self.calendar()?;
        Ok(ledgers.iter().flat_map(|ledger| talks_due(ledger, &calendar, today, until)).collect())
    }

    /// What would move if these closures were changed on a day. Nothing is written.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn calendar_change(&self, edits: &[Edit<Closure>], today: NaiveDate) -> Result<CalendarChange> {
        let tx = self.snapshot()?;
        let (cases, programmes) = (owing(&tx, today)?, programme::programmes(&tx, self.profiles())?);
        let children = children(&tx, &cases)?;
        let ledgers = ledgers(&tx, &cases, &children, &programmes, today)?;
        let appointments = row::list(&tx, &select::<Appointment>(APPOINTED), [today.to_string()])?;
        let before = self.calendar()?;
        Ok(calendar_change(&before, &before.with(edits), &ledgers, &appointments, today))
    }

    fn owed(
        &self,
        conn: &Connection,
        cases: &[Case],
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Result<Vec<(CaseId, Obligation)>> {
        let programmes = programme::programmes(conn, self.profiles())?;
        let children = children(conn, cases)?;
        let ledgers = ledgers(conn, cases, &children, &programmes, today)?;
        let owed = |ledger: &Ledger<'_>| {
            let case = ledger.case.id;
            obligations_of(ledger, calendar, today).into_iter().map(move |obligation| (case, obligation))
        };
        Ok(ledgers.iter().flat_map(owed).collect())
    }
}
