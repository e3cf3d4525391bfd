//! The facts of a decision, read inside the transaction that will hold its changes.

use std::cell::RefCell;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use trivsel_domain::decide::{Denied, Facts, PastAction, Unreadable};
use trivsel_domain::record::{
    Appointment, ArchiveDecision, Case, Change, Child, Day, Edit, FollowUp, HouseProgramme, HouseSettings,
    Misplacement, Person, Programme, Staff, Talk, Timetable, TwoChildren,
};
use trivsel_domain::rules::audit::Look;
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{
    AnyKey, AppointmentId, CaseId, ChildId, FollowUpId, Moment, StaffId, Tag, TalkId, TheHouse,
};
use trivsel_domain::with_edit;

use crate::perform::Asker;
use crate::remembered::Remembered;
use crate::row::{self, Noun};
use crate::{Result, StoreError, audit, history, nouns, signatures};

/// The house at one instant, for one asker.
pub(crate) struct Snapshot<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) profiles: &'a [Programme],
    pub(crate) remembered: &'a Remembered,
    pub(crate) asker: Asker,
    failure: RefCell<Option<StoreError>>,
}

impl<'a> Snapshot<'a> {
    pub(crate) fn new(
        conn: &'a Connection,
        profiles: &'a [Programme],
        remembered: &'a Remembered,
        asker: Asker,
    ) -> Self {
        Self { conn, profiles, remembered, asker, failure: RefCell::default() }
    }

    /// Keeps the first store error for [`Self::denied`], because the domain only learns that a fact is unreadable.
    fn answer<T>(&self, fact: Result<T>) -> Result<T, Unreadable> {
        fact.map_err(|error| {
            self.failure.borrow_mut().get_or_insert(error);
            Unreadable
        })
    }

    /// Adds the kept store error to a denial of the domain.
    pub(crate) fn denied(&self, denied: Denied) -> Denied<StoreError> {
        let unknown = StoreError::Corrupt { table: "history", what: "a fact that can't be read" };
        denied.map_failure(|Unreadable| self.failure.take().unwrap_or(unknown))
    }
}

impl Facts for Snapshot<'_> {
    fn today(&self) -> NaiveDate {
        self.asker.at.date()
    }

    fn now(&self) -> NaiveDateTime {
        self.asker.at
    }

    fn moment(&self) -> Moment {
        self.asker.moment()
    }

    fn asker(&self) -> StaffId {
        self.asker.staff
    }

    fn member(&self, id: StaffId) -> Result<Option<Staff>, Unreadable> {
        self.answer(self.remembered.member(self.conn, id))
    }

    fn staff(&self) -> Result<Vec<Staff>, Unreadable> {
        self.answer(row::all(self.conn))
    }

    fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>, Unreadable> {
        self.answer(nouns::programme::programmes(self.conn, self.profiles))
    }

    fn calendar(&self) -> Result<Calendar, Unreadable> {
        self.answer(self.remembered.calendar(self.conn))
    }

    fn child(&self, id: ChildId) -> Result<Option<Child>, Unreadable> {
        self.answer(row::read(self.conn, &id))
    }

    fn children(&self) -> Result<Vec<Child>, Unreadable> {
        self.answer(row::all(self.conn))
    }

    fn case(&self, id: CaseId) -> Result<Option<Case>, Unreadable> {
        self.answer(self.remembered.case(self.conn, id))
    }

    fn cases(&self) -> Result<Vec<Case>, Unreadable> {
        self.answer(row::all(self.conn))
    }

    fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>, Unreadable> {
        self.answer(nouns::case::cases_on(self.conn, date))
    }

    fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>, Unreadable> {
        self.answer(nouns::timetable::timetables(self.conn, case))
    }

    fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>, Unreadable> {
        self.answer(row::read(self.conn, &(case, date)))
    }

    fn days_of(&self, case: CaseId) -> Result<Vec<Day>, Unreadable> {
        self.answer(nouns::day::of_case(self.conn, case))
    }

    fn measures_of(&self, case: CaseId) -> Result<OpenScores, Unreadable> {
        self.answer(nouns::measure::of_case(self.conn, case, self.asker.staff))
    }

    fn dossier(&self, case: CaseId) -> Result<Option<Dossier>, Unreadable> {
        self.answer(nouns::dossier::dossier(self.conn, case))
    }

    fn people(&self, child: ChildId) -> Result<Vec<Person>, Unreadable> {
        self.answer(nouns::person::of_child(self.conn, child))
    }

    fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>, Unreadable> {
        self.answer(row::read(self.conn, &id))
    }

    fn busy_times(&self) -> Result<Vec<Appointment>, Unreadable> {
        self.answer(nouns::appointment::busy(self.conn))
    }

    fn talk(&self, id: TalkId) -> Result<Option<Talk>, Unreadable> {
        self.answer(row::read(self.conn, &id))
    }

    fn misplacement(&self, talk: TalkId) -> Result<Option<Misplacement>, Unreadable> {
        self.answer(nouns::misplacement::of_talk(self.conn, talk))
    }

    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>, Unreadable> {
        self.answer(nouns::talk::of_case(self.conn, case))
    }

    fn look(&self, number: i64) -> Result<Option<Look>, Unreadable> {
        self.answer(audit::look(self.conn, number))
    }

    fn consultations(&self) -> Result<Vec<Talk>, Unreadable> {
        self.answer(nouns::talk::consultations(self.conn))
    }

    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, Unreadable> {
        self.answer(row::read(self.conn, &id))
    }

    fn belongings(&self, roots: &[AnyKey]) -> Result<Vec<Change>, Unreadable> {
        self.answer(crate::belongings::removals(self.conn, roots))
    }

    fn archive_decisions(&self) -> Result<Vec<ArchiveDecision>, Unreadable> {
        self.answer(row::all(self.conn))
    }

    fn two_children(&self) -> Result<Vec<TwoChildren>, Unreadable> {
        self.answer(row::all(self.conn))
    }

    fn settings(&self) -> Result<Option<HouseSettings>, Unreadable> {
        self.answer(row::read(self.conn, &TheHouse))
    }

    fn has_scores(&self, series: &Tag) -> Result<bool, Unreadable> {
        self.answer(nouns::measure::has_scores(self.conn, series))
    }

    fn own_actions(&self, visit: &mut dyn FnMut(PastAction) -> bool) -> Result<(), Unreadable> {
        self.answer(history::actions_of(self.conn, self.asker.staff, visit))
    }

    fn changes_of(&self, step: i64) -> Result<Vec<Change>, Unreadable> {
        self.answer(history::changes_of(self.conn, step))
    }

    fn signed_since(
        &self,
        step: i64,
        cases: &[CaseId],
    ) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable> {
        self.answer(signatures::signed_since(self.conn, step, cases))
    }

    fn stands(&self, change: &Change) -> Result<bool, Unreadable> {
        fn stands<N: Noun>(conn: &Connection, edit: &Edit<N>) -> Result<bool> {
            Ok(row::read::<N>(conn, &edit.key())?.as_ref() == edit.old())
        }
        self.answer(with_edit!(change, edit => stands(self.conn, edit)))
    }

    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable> {
        self.answer(history::last_touch(self.conn, change))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_to_read_is_handed_out_as_it_was() {
        let conn = crate::open::make_in_memory().expect("a database");
        conn.pragma_update(None, "foreign_keys", false).expect("no references");
        conn.execute_batch("DROP TABLE staff").expect("a table less");
        let asker = Asker::new(StaffId::from_u128(1), NaiveDateTime::default());
        let remembered = Remembered::default();
        let snapshot = Snapshot::new(&conn, &[], &remembered, asker);
        let denied = trivsel_domain::decide::decide(&trivsel_domain::decide::Action::Undo, &snapshot)
            .expect_err("no staff");
        assert_eq!(denied, Denied::Failed(Unreadable));
        let failed = snapshot.denied(denied);
        assert!(matches!(failed, Denied::Failed(StoreError::Database { .. })), "{failed:?}");
    }
}
