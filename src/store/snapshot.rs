//! The facts of a decision, read inside the transaction that will hold its changes.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use trivsel_domain::{
    Appointment, AppointmentId, Calendar, Case, CaseId, Change, Child, ChildId, Day, Dossier, Edit, Facts,
    FollowUp, FollowUpId, HouseProgramme, HouseSettings, Person, Programme, Staff, StaffId, Step, Talk,
    TalkId, TheHouse, Timetable, with_edit,
};

use crate::nouns::Remembered;
use crate::perform::Asker;
use crate::row::{self, Noun};
use crate::{Result, StoreError, history, nouns};

/// The house at one instant, for one asker.
pub(crate) struct Snapshot<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) profiles: &'a [Programme],
    pub(crate) remembered: &'a Remembered,
    pub(crate) asker: Asker,
}

impl Facts for Snapshot<'_> {
    type Error = StoreError;

    fn today(&self) -> NaiveDate {
        self.asker.at.date()
    }

    fn now(&self) -> NaiveDateTime {
        self.asker.at
    }

    fn asker(&self) -> StaffId {
        self.asker.staff
    }

    fn member(&self, id: StaffId) -> Result<Option<Staff>> {
        row::read(self.conn, &id)
    }

    fn staff(&self) -> Result<Vec<Staff>> {
        row::all(self.conn)
    }

    fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>> {
        nouns::programmes(self.conn, self.profiles)
    }

    fn calendar(&self) -> Result<Calendar> {
        self.remembered.calendar(self.conn)
    }

    fn child(&self, id: ChildId) -> Result<Option<Child>> {
        row::read(self.conn, &id)
    }

    fn children(&self) -> Result<Vec<Child>> {
        row::all(self.conn)
    }

    fn case(&self, id: CaseId) -> Result<Option<Case>> {
        row::read(self.conn, &id)
    }

    fn cases(&self) -> Result<Vec<Case>> {
        row::all(self.conn)
    }

    fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>> {
        nouns::cases_on(self.conn, date)
    }

    fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>> {
        nouns::timetables(self.conn, case)
    }

    fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>> {
        row::read(self.conn, &(case, date))
    }

    fn dossier(&self, case: CaseId) -> Result<Option<Dossier>> {
        nouns::dossier(self.conn, case)
    }

    fn people(&self, child: ChildId) -> Result<Vec<Person>> {
        nouns::people(self.conn, child)
    }

    fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>> {
        row::read(self.conn, &id)
    }

    fn talk(&self, id: TalkId) -> Result<Option<Talk>> {
        row::read(self.conn, &id)
    }

    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>> {
        nouns::talks_of(self.conn, case)
    }

    fn consultations(&self) -> Result<Vec<Talk>> {
        nouns::consultations(self.conn)
    }

    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>> {
        row::read(self.conn, &id)
    }

    fn settings(&self) -> Result<Option<HouseSettings>> {
        row::read(self.conn, &TheHouse)
    }

    fn own_steps(&self, visit: &mut dyn FnMut(Step) -> bool) -> Result<()> {
        history::steps_of(self.conn, self.asker.staff, visit)
    }

    fn changes_of(&self, step: i64) -> Result<Vec<Change>> {
        history::changes_of(self.conn, step)
    }

    fn stands(&self, change: &Change) -> Result<bool> {
        fn stands<N: Noun>(conn: &Connection, edit: &Edit<N>) -> Result<bool> {
            Ok(row::read::<N>(conn, &edit.key())?.as_ref() == edit.old())
        }
        with_edit!(change, edit => stands(self.conn, edit))
    }

    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>> {
        history::last_touch(self.conn, change)
    }
}
