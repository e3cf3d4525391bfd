//! What the figures of the house are counted from, read at one instant and without texts.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use trivsel_domain::record::{
    Answer, Case, Change, Day, HouseProgramme, HouseSettings, Participant, Programme, ReportedWeek,
};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::house_figures::consultation::others;
use trivsel_domain::rules::house_figures::facts::ProgrammeFacts;
use trivsel_domain::rules::house_figures::{
    CaseFacts, Consultation, HouseFacts, HouseFigures, NormFrom, Span,
};
use trivsel_domain::rules::obligations::{Held, Ledger};
use trivsel_domain::rules::quarter::Quarter;
use trivsel_domain::value::{Minutes, TheHouse};

use super::obligations::{HELD, children, list, programme_of};
use super::{answer, day, programme, reported_week, timetable};
use crate::row::{self, select};
use crate::{House, Result, history};

/// The cases that may have held a seat or waited between two days: those seated now, those closed since, those that are
/// neither closed nor declined, and those declined since, which are few and have no index.
pub(crate) const ASKED: &str = "WHERE referred <= ?2 AND id IN (
        SELECT id FROM case_file WHERE seat IS NOT NULL
        UNION SELECT id FROM case_file WHERE closed >= ?1
        UNION SELECT id FROM case_file INDEXED BY one_open_case WHERE stage NOT IN ('closed', 'declined')
        UNION SELECT id FROM case_file WHERE declined >= ?1)
    ORDER BY id";
/// The days on which the other cases of a child were put forward.
pub(crate) const REFERRED: &str = "SELECT referred FROM case_file WHERE child_id = ?1 AND id <> ?2";
/// The consultations of some days. The place of a restricted note is not read.
pub(crate) const CONSULTED: &str =
    "SELECT date, CASE open_to WHEN '\"house\"' THEN place END, minutes, participants
    FROM talk WHERE kind = 'consultation' AND date BETWEEN ?1 AND ?2 ORDER BY date, start, id";

impl House {
    /// The figures of the house over a period, up to and including today. A restricted note counts as a talk.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn figures(&self, span: Span, today: NaiveDate) -> Result<HouseFigures> {
        let tx = self.snapshot()?;
        let through = span.to.min(today);
        let programmes = programme::programmes(&tx, self.profiles())?;
        let cases: Vec<Case> =
            row::list(&tx, &select::<Case>(ASKED), (span.from.to_string(), through.to_string()))?;
        let children = children(&tx, &cases)?;
        let settings: Option<HouseSettings> = row::read(&tx, &TheHouse)?;
        let limits = settings.map(|own| own.absence_limits).unwrap_or_default();
        let mut facts = Vec::with_capacity(cases.len());
        for (case, child) in cases.iter().zip(&children) {
            let ledger = Ledger::new(case, child, programme_of(case, &programmes)?);
            let ledger = Ledger { absence_limits: limits.clone(), ..ledger };
            facts.push(case_facts(&tx, ledger, span.from, through)?);
        }
        let calendar = self.calendar()?;
        let house = HouseFacts {
            calendar: &calendar,
            programmes: programmes.iter().map(|ours| with_norms(&tx, ours)).collect::<Result<_>>()?,
            cases: facts,
            consultations: consultations(&tx, span.from, through)?,
        };
        Ok(HouseFigures::count(&house, span, today))
    }
}

/// What a case is counted from. A case without a seat in the period has no talks and no days to count. One that ended in
/// it is read whole, for the time before and after the course.
fn case_facts<'a>(
    conn: &Connection,
    ledger: Ledger<'a>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<CaseFacts<'a>> {
    let case = ledger.case;
    let mut facts = CaseFacts { ledger, days: vec![], reported: vec![], referred_again: vec![] };
    let enrolment = case.enrolment();
    let ended = enrolment.and_then(|e| e.until).is_some_and(|until| from <= until && until <= to);
    if !ended && !enrolment.is_some_and(|e| e.overlaps(from, to.succ_opt())) {
        return Ok(facts);
    }
    let key = case.id.as_u128().to_be_bytes();
    let ledger = &mut facts.ledger;
    ledger.talks = list(conn, "talk", HELD, [key], |c| Ok(Held { kind: c.code()?, date: c.date()? }))?;
    ledger.talks.sort_by_key(|t| t.date);
    ledger.answers = row::list(conn, &select::<Answer>(answer::OF_CASE), [key])?;
    ledger.timetables = timetable::timetables(conn, case.id)?;
    if ended {
        facts.days = day::of_case(conn, case.id)?;
        facts.reported = row::list(conn, &select::<ReportedWeek>(reported_week::OF_CASE), [key])?;
        let others = (case.child.as_u128().to_be_bytes(), key);
        let again = list(conn, "case_file", REFERRED, others, |c| Ok((c.date()?,)))?;
        facts.referred_again = again.into_iter().map(|(on,)| on).collect();
    } else if ledger.programme.keeps_register() {
        let first = Quarter::of(from).first_day();
        let days = (key, first.to_string(), to.to_string());
        facts.days = row::list(conn, &select::<Day>(day::RANGE), days)?;
    } else {
        let weeks = (key, monday_of(from).to_string(), to.to_string());
        facts.reported = row::list(conn, &select::<ReportedWeek>(reported_week::RANGE), weeks)?;
    }
    Ok(facts)
}

/// A programme with every norm that the history tells of.
fn with_norms<'a>(
    conn: &Connection,
    (programme, ours): &'a (Programme, HouseProgramme),
) -> Result<ProgrammeFacts<'a>> {
    let changes = history::changes_of_record::<HouseProgramme>(conn, &ours.code)?;
    let norm = |(at, change): (NaiveDateTime, Change)| match change {
        Change::Programme(edit) => edit.new_state().map(|p| NormFrom { from: at.date(), norm: p.seats }),
        _ => None,
    };
    Ok(ProgrammeFacts { programme, norms: changes.into_iter().filter_map(norm).collect() })
}

fn consultations(conn: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Consultation>> {
    list(conn, "talk", CONSULTED, (from.to_string(), to.to_string()), |columns| {
        Ok(Consultation {
            date: columns.date()?,
            place: columns.maybe_text()?,
            minutes: columns
                .maybe_whole::<u16>()?
                .map(Minutes::new)
                .transpose()
                .map_err(|_| columns.corrupt("a talk of no length"))?,
            participants: others(&columns.json::<Vec<Participant>>()?),
        })
    })
}
