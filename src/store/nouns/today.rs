//! I dag: reads what the list of a day is gathered from, without texts of talks or drafts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{Case, Staff};
use trivsel_domain::rules::reported::week_to_report;
use trivsel_domain::rules::same_child::ASKED_AT_ONCE;
use trivsel_domain::rules::today::{Backups, DAYS_BACK, DayFacts, Item, Twice, Unsigned, agenda};
use trivsel_domain::rules::unexplained::is_with_parents;
use trivsel_domain::value::{CaseId, StaffId};

use crate::{House, Result, row};

impl House {
    /// The list of a day for all staff, with the follow-ups and the drafts that the reader may see.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn agenda(&self, reader: StaffId, today: NaiveDate) -> Result<Vec<Item>> {
        let calendar = self.calendar()?;
        Ok(agenda(&self.day_facts(reader, today)?, &calendar, today))
    }

    fn day_facts(&self, reader: StaffId, today: NaiveDate) -> Result<DayFacts> {
        let leads = row::read::<Staff>(self.conn(), &reader)?.is_some_and(|member| member.leads(today));
        let twice = if leads { self.twice()? } else { Vec::new() };
        let obligations = self.obligations(today)?;
        let appointments = self.appointments(today, today)?;
        let follow_ups = self.open_follow_ups(reader)?;
        let drafts = self.drafts(reader)?.into_iter().map(|draft| Unsigned {
            id: draft.id,
            case: draft.case,
            form: draft.form,
            saved_at: draft.saved_at,
        });
        let drafts: Vec<Unsigned> = drafts.collect();
        let named = obligations
            .iter()
            .map(|(case, _)| *case)
            .chain(appointments.iter().filter_map(|a| a.case))
            .chain(follow_ups.iter().filter_map(|f| f.case))
            .chain(drafts.iter().filter_map(|d| d.case))
            .chain(twice.iter().map(|t| t.case));
        let cases = self.cases_of_day(named, today)?;
        let ids: Vec<CaseId> = cases.iter().map(|c| c.id).collect();
        let from = today - Days::new(DAYS_BACK);
        let monday = week_to_report(today).monday();
        let past = if leads { self.past_retention(today)? } else { Vec::new() };
        Ok(DayFacts {
            past_retention: past.into_iter().map(|(_, child)| child).collect(),
            twice,
            backups: self.backups()?,
            reported: self.reported_weeks(&ids, monday, monday)?,
            programmes: self.programmes()?.into_iter().map(|(programme, _)| programme).collect(),
            timetables: self.timetables_of(&ids)?,
            days: self.days(&ids, from, today)?,
            talks: self.signed_talks(&ids, from, today)?,
            cases,
            obligations,
            appointments,
            follow_ups,
            drafts,
        })
    }

    /// The children that may have been entered twice, as many as are asked about at a time.
    fn twice(&self) -> Result<Vec<Twice>> {
        let mut found = Vec::new();
        let mut pairs = self.same_children()?;
        pairs.sort_by_key(|pair| pair.likeness);
        for pair in pairs.into_iter().take(ASKED_AT_ONCE) {
            let latest = self.cases_of(pair.one)?.pop();
            let Some((case, other)) = latest.zip(self.child(pair.other)?) else { continue };
            found.push(Twice { pair, case: case.id, name: other.name, born: other.born });
        }
        Ok(found)
    }

    /// The backups of a house on disk that may be written. A throwaway house needs none.
    fn backups(&self) -> Result<Option<Backups>> {
        if self.folder().is_none() || !self.is_writable() {
            return Ok(None);
        }
        let last = self.last_backup().map(|known| known.taken_at.date());
        Ok(Some(Backups { last, founded: self.created_at()?.date() }))
    }

    /// The cases of the day's register and the named ones, by the child's name.
    fn cases_of_day(&self, named: impl Iterator<Item = CaseId>, today: NaiveDate) -> Result<Vec<Case>> {
        let mut cases: BTreeMap<CaseId, Case> =
            self.cases_on(today)?.into_iter().map(|c| (c.id, c)).collect();
        for id in named.collect::<BTreeSet<CaseId>>() {
            if let (false, Some(case)) = (cases.contains_key(&id), self.case(id)?) {
                cases.insert(id, case);
            }
        }
        let mut by_name = Vec::with_capacity(cases.len());
        for case in cases.into_values() {
            let name = self.child(case.child)?.map(|child| child.name.as_str().to_owned());
            by_name.push((name, case));
        }
        by_name.sort_by(|(a, one), (b, other)| (a, one.id).cmp(&(b, other.id)));
        Ok(by_name.into_iter().map(|(_, case)| case).collect())
    }

    /// The cases in which the house spoke with the parents on a day, by a signed talk.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn spoken_with_parents(&self, cases: &[CaseId], on: NaiveDate) -> Result<BTreeSet<CaseId>> {
        let talks = self.signed_talks(cases, on, on)?;
        Ok(talks.into_iter().filter(|talk| is_with_parents(talk.kind)).map(|talk| talk.case).collect())
    }
}
