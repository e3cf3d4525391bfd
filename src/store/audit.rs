//! The audit of the access log: a leader reads it, or draws a sample of the looks by staff without a part in the case.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::decide::{Denied, only_leaders};
use trivsel_domain::record::AccessReview;
use trivsel_domain::rules::audit::{Look, by_day, draw, has_part, took_part};
use trivsel_domain::value::{CaseId, StaffId};

use crate::access_log::{self, Access, AccessQuery, LoggedAccess};
use crate::{Asker, House, Result, StoreError};

/// What a leader asks of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditQuery {
    /// Looks at these cases; empty for all, and for what is about no case.
    pub cases: Vec<CaseId>,
    /// Looks of this member of staff.
    pub by: Option<StaffId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// How many looks to draw from those by staff without a part in the case; `None` for the log itself.
    pub sample: Option<usize>,
}

/// What the access log answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audited {
    /// The entries, latest first; none if a sample was asked for.
    pub entries: Vec<LoggedAccess>,
    /// How many looks at cases there are, counted by reader, case and day.
    pub looks: usize,
    /// How many of them are by staff without a part in the case.
    pub without_part: usize,
    /// Those drawn from them, in the order of the log.
    pub drawn: Vec<Look>,
    /// Why, of those drawn where somebody wrote it: the number of the look and the words.
    pub reasons: Vec<(i64, String)>,
    /// Every review on record, earliest first.
    pub reviews: Vec<AccessReview>,
}

impl Audited {
    /// Why somebody looked, if they wrote it on the day.
    pub fn reasons_of(&self, look: i64) -> impl Iterator<Item = &str> {
        self.reasons.iter().filter(move |(number, _)| *number == look).map(|(_, text)| text.as_str())
    }

    /// The review of a look that counts: the latest.
    #[must_use]
    pub fn review(&self, look: i64) -> Option<&AccessReview> {
        self.reviews.iter().rev().find(|review| review.look == look)
    }
}

impl House {
    /// Reads the access log for a leader, which is a look in it itself. A sample is the same each time for the same house,
    /// days and number; it is drawn by the first of the days.
    ///
    /// # Errors
    /// [`Denied::Refused`] for somebody who does not lead the house; [`Denied::Failed`] with `Corrupt`, `UnknownCode`,
    /// `Busy`, `DiskFull`, `Database`.
    pub fn audit(&mut self, asker: Asker, query: &AuditQuery) -> Result<Audited, Denied<StoreError>> {
        self.refuse_others(asker)?;
        let case = self.of_one_child(&query.cases).map_err(Denied::Failed)?;
        self.log_access(asker, &Access::Audit { case }).map_err(Denied::Failed)?;
        self.audited(query).map_err(Denied::Failed)
    }

    /// The first of several cases, if they are all of one child.
    fn of_one_child(&self, cases: &[CaseId]) -> Result<Option<CaseId>> {
        let mut children = BTreeSet::new();
        for case in cases {
            children.insert(self.case(*case)?.map(|case| case.child));
        }
        Ok(cases.first().copied().filter(|_| children.len() == 1))
    }

    /// Reads again, within the same look, what [`House::audit`] has answered; nothing is logged.
    ///
    /// # Errors
    /// As [`House::audit`].
    pub fn audit_again(&mut self, asker: Asker, query: &AuditQuery) -> Result<Audited, Denied<StoreError>> {
        self.refuse_others(asker)?;
        self.audited(query).map_err(Denied::Failed)
    }

    fn refuse_others(&self, asker: Asker) -> Result<(), Denied<StoreError>> {
        only_leaders(&self.staff().map_err(Denied::Failed)?, asker.staff, asker.at.date())?;
        Ok(())
    }

    fn audited(&mut self, query: &AuditQuery) -> Result<Audited> {
        let entries = self.entries(query)?;
        let reviews = self.access_reviews()?;
        let looks = entries
            .iter()
            .filter_map(|one| Some((one.number, one.by, looked_at(&one.access)?, one.at.date())));
        let looks = by_day(looks);
        let all = looks.len();
        let Some(size) = query.sample else {
            return Ok(Audited { entries, looks: all, reviews, ..Audited::default() });
        };
        let without = self.without_part(looks, query.to)?;
        let without_part = without.len();
        let drawn = draw(without, self.id()?, query.from, size);
        let reasons = drawn.iter().flat_map(|look| reasons(&entries, look)).collect();
        Ok(Audited { entries: Vec::new(), looks: all, without_part, drawn, reasons, reviews })
    }

    /// The entries of the log that are asked for, latest first.
    fn entries(&self, query: &AuditQuery) -> Result<Vec<LoggedAccess>> {
        let AuditQuery { by, from, to, .. } = *query;
        let asked =
            |case| AccessQuery { case, by, from: Some(from), to: Some(to), before: None, limit: usize::MAX };
        if query.cases.is_empty() {
            return self.access_log(&asked(None));
        }
        let mut found = Vec::new();
        for case in &query.cases {
            found.extend(self.access_log(&asked(Some(*case)))?);
        }
        found.sort_by_key(|entry| std::cmp::Reverse(entry.number));
        Ok(found)
    }

    /// The looks by staff who are neither contact, participant nor author of the case until a day.
    fn without_part(&mut self, mut looks: Vec<Look>, until: NaiveDate) -> Result<Vec<Look>> {
        let mut outside: BTreeMap<CaseId, BTreeSet<StaffId>> = BTreeMap::new();
        for look in &looks {
            outside.entry(look.case).or_default().insert(look.by);
        }
        for (case, readers) in &mut outside {
            let Some(dossier) = self.dossier(*case)? else {
                // Of an erased case nobody can be asked.
                readers.clear();
                continue;
            };
            readers.retain(|who| !took_part(&dossier, *who, until));
            if readers.is_empty() {
                continue;
            }
            // Who wrote anything about the case, or was its contact, has a part in it too.
            let mut history = self.history_of_case(*case, usize::MAX)?;
            history.retain(|trace| trace.at.date() <= until);
            readers.retain(|who| !history.iter().any(|t| has_part(t.author(), &t.change, *who)));
        }
        looks.retain(|look| outside.get(&look.case).is_some_and(|readers| readers.contains(&look.by)));
        Ok(looks)
    }
}

/// What the reader wrote on the day of a look about why, earliest first.
fn reasons(entries: &[LoggedAccess], look: &Look) -> Vec<(i64, String)> {
    let of_look = |entry: &&LoggedAccess| {
        entry.by == look.by && entry.at.date() == look.on && entry.access.case() == Some(look.case)
    };
    let text = |entry: &LoggedAccess| match &entry.access {
        Access::Why { text, .. } if !text.is_empty() => Some((look.number, text.clone())),
        _ => None,
    };
    entries.iter().rev().filter(of_look).filter_map(text).collect()
}

/// The case that an entry of the log read from.
pub(crate) fn looked_at(access: &Access) -> Option<CaseId> {
    match access {
        Access::Case(_) | Access::Talk { .. } | Access::RefusedTalk { .. } | Access::Export { .. } => {
            access.case()
        }
        Access::Opened
        | Access::Seal(_)
        | Access::Search { .. }
        | Access::Why { .. }
        | Access::Audit { .. } => None,
    }
}

/// The look at a case with a number, by itself.
pub(crate) fn look(conn: &Connection, number: i64) -> Result<Option<Look>> {
    let asked = AccessQuery { before: number.checked_add(1), limit: 1, ..AccessQuery::default() };
    let found = access_log::read(conn, &asked)?.pop().filter(|entry| entry.number == number);
    Ok(found.and_then(|one| {
        let case = looked_at(&one.access)?;
        Some(Look { number, by: one.by, case, on: one.at.date(), count: 1 })
    }))
}
