//! Answers the facts of a decision from memory.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::decide::{Facts, PastAction, Unreadable};
use trivsel_domain::for_each_record;
use trivsel_domain::record::Score;
use trivsel_domain::record::{
    Appointment, ArchiveDecision, Belongings, Case, Change, Child, Day, Edit, FollowUp, HouseProgramme,
    HouseSettings, Measure, Misplacement, Person, Programme, Record, Staff, Talk, Timetable, TwoChildren,
};
use trivsel_domain::rules::audit::Look;
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::dossier::{Dossier, TalkFact};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{AnyKey, AppointmentId, CaseId, ChildId, FollowUpId, StaffId, Tag, TalkId};

use super::{Entry, House};

fn is_there<T: Record>(records: &[T], edit: &Edit<T>) -> bool {
    records.iter().find(|r| r.key() == edit.key()) == edit.old()
}

macro_rules! stands {
    (
        $records:ident, $change:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        match $change { $(Change::$name(edit) => is_there(&$records.$list, edit)),+ }
    };
}

macro_rules! seen {
    (
        $records:ident, $found:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        $($records.$list.iter().cloned().for_each(|record| $found.see(record));)+
    };
}

impl Facts for House {
    fn today(&self) -> NaiveDate {
        self.today
    }
    fn now(&self) -> NaiveDateTime {
        self.today.and_hms_opt(8, 15, 0).unwrap()
    }
    fn asker(&self) -> StaffId {
        self.asker
    }
    fn member(&self, id: StaffId) -> Result<Option<Staff>, Unreadable> {
        Ok(self.records.staff.iter().find(|s| s.id == id).cloned())
    }
    fn staff(&self) -> Result<Vec<Staff>, Unreadable> {
        Ok(self.records.staff.clone())
    }
    fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>, Unreadable> {
        let own = |p: &Programme| self.records.programmes.iter().find(|h| h.code == *p.code()).cloned();
        Ok(self.programmes.iter().filter_map(|p| Some((p.clone(), own(p)?))).collect())
    }
    fn calendar(&self) -> Result<Calendar, Unreadable> {
        Ok(Calendar::new(self.records.closures.clone()))
    }
    fn child(&self, id: ChildId) -> Result<Option<Child>, Unreadable> {
        Ok(self.records.children.iter().find(|c| c.id == id).cloned())
    }
    fn children(&self) -> Result<Vec<Child>, Unreadable> {
        Ok(self.records.children.clone())
    }
    fn days_of(&self, case: CaseId) -> Result<Vec<Day>, Unreadable> {
        let mut days: Vec<Day> = self.records.days.iter().filter(|d| d.case == case).cloned().collect();
        days.sort_by_key(|d| d.date);
        Ok(days)
    }
    fn case(&self, id: CaseId) -> Result<Option<Case>, Unreadable> {
        Ok(self.records.cases.iter().find(|c| c.id == id).cloned())
    }
    fn cases(&self) -> Result<Vec<Case>, Unreadable> {
        Ok(self.records.cases.clone())
    }
    fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>, Unreadable> {
        Ok(self.records.cases.iter().filter(|c| c.holds_seat_on(date)).cloned().collect())
    }
    fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>, Unreadable> {
        Ok(self.records.timetables.iter().filter(|t| t.case == case).cloned().collect())
    }
    fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>, Unreadable> {
        Ok(self.records.days.iter().find(|d| d.key() == (case, date)).cloned())
    }
    fn talk(&self, id: TalkId) -> Result<Option<Talk>, Unreadable> {
        Ok(self.records.talks.iter().find(|t| t.id == id).cloned())
    }
    fn misplacement(&self, talk: TalkId) -> Result<Option<Misplacement>, Unreadable> {
        Ok(self.records.misplacements.iter().find(|m| m.talk == talk).cloned())
    }
    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>, Unreadable> {
        Ok(self.records.talks.iter().filter(|t| t.case() == Some(case)).cloned().collect())
    }
    fn look(&self, number: i64) -> Result<Option<Look>, Unreadable> {
        Ok(self.looks.iter().find(|look| look.number == number).copied())
    }
    fn consultations(&self) -> Result<Vec<Talk>, Unreadable> {
        Ok(self.records.talks.iter().filter(|t| t.case().is_none()).cloned().collect())
    }
    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, Unreadable> {
        Ok(self.records.follow_ups.iter().find(|f| f.id == id).cloned())
    }
    fn measures_of(&self, case: CaseId) -> Result<OpenScores, Unreadable> {
        let all = self.records.measures.iter().filter(|m| m.case == case).cloned().collect();
        let talk = |id| self.records.talks.iter().find(|t| t.id == id);
        Ok(OpenScores::new(all, |id| talk(id).is_none_or(|t| t.is_open_to(self.asker()))))
    }
    fn has_scores(&self, series: &Tag) -> Result<bool, Unreadable> {
        let of = |m: &Measure| matches!(&m.score, Score::Own(own) if own.series() == series);
        Ok(self.records.measures.iter().any(of))
    }
    fn belongings(&self, roots: &[AnyKey]) -> Result<Vec<Change>, Unreadable> {
        let (records, mut found) = (&self.records, Belongings::of(roots));
        for_each_record!([seen] records, found);
        Ok(found.removals())
    }
    fn two_children(&self) -> Result<Vec<TwoChildren>, Unreadable> {
        Ok(self.records.two_children.clone())
    }

    fn archive_decisions(&self) -> Result<Vec<ArchiveDecision>, Unreadable> {
        Ok(self.records.archive_decisions.clone())
    }
    fn settings(&self) -> Result<Option<HouseSettings>, Unreadable> {
        Ok(self.records.settings.first().cloned())
    }
    fn dossier(&self, case: CaseId) -> Result<Option<Dossier>, Unreadable> {
        let records = &self.records;
        let Some(file) = records.cases.iter().find(|c| c.id == case).cloned() else { return Ok(None) };
        let child = records.children.iter().find(|c| c.id == file.child).cloned().unwrap();
        let dossier = Dossier {
            people: records.people.iter().filter(|p| p.child == child.id).cloned().collect(),
            talks: records
                .talks
                .iter()
                .filter(|t| t.case() == Some(case) && !records.misplacements.iter().any(|m| m.talk == t.id))
                .map(TalkFact::from)
                .collect(),
            analyses: records.analyses.iter().filter(|a| a.case == case).cloned().collect(),
            goals: records.goals.iter().filter(|g| g.case == case).cloned().collect(),
            interventions: records.interventions.iter().filter(|i| i.case == case).cloned().collect(),
            documents: records.documents.iter().filter(|d| d.case == case).cloned().collect(),
            teaching: records.teaching.iter().filter(|t| t.case() == case).cloned().collect(),
            appointments: records.appointments.iter().filter(|a| a.case == Some(case)).cloned().collect(),
            answers: records.answers.iter().filter(|a| a.case == case).cloned().collect(),
            reported: records.reported_weeks.iter().filter(|w| w.case == case).cloned().collect(),
            consents: records.consents.iter().filter(|c| c.case == case).cloned().collect(),
            correspondence: records.correspondence.iter().filter(|c| c.case == case).cloned().collect(),
            earlier: records.cases.iter().filter(|c| c.child == child.id && c.id != case).cloned().collect(),
            ..Dossier::new(file, child)
        };
        Ok(Some(dossier.in_order()))
    }
    fn people(&self, child: ChildId) -> Result<Vec<Person>, Unreadable> {
        Ok(self.records.people.iter().filter(|p| p.child == child).cloned().collect())
    }
    fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>, Unreadable> {
        Ok(self.records.appointments.iter().find(|a| a.id == id).cloned())
    }
    fn busy_times(&self) -> Result<Vec<Appointment>, Unreadable> {
        Ok(self.records.appointments.iter().filter(|a| a.event.is_some()).cloned().collect())
    }
    fn own_actions(&self, visit: &mut dyn FnMut(PastAction) -> bool) -> Result<(), Unreadable> {
        let mut own = self.history.iter().rev().filter(|e| e.by == self.asker);
        while own.next().is_some_and(|e| visit(e.action)) {}
        Ok(())
    }
    fn changes_of(&self, step: i64) -> Result<Vec<Change>, Unreadable> {
        let entry = self.history.iter().find(|e| e.action.number == step);
        Ok(entry.map(|e| e.changes.clone()).unwrap_or_default())
    }
    fn signed_since(
        &self,
        step: i64,
        cases: &[CaseId],
    ) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable> {
        let of = |case: Option<CaseId>| case.is_some_and(|case| cases.contains(&case));
        let signs = |change: &Change| match change {
            Change::Talk(edit) => of(edit.new_state().and_then(Talk::case)),
            Change::Addendum(edit) => {
                let talk = self.records.talks.iter().find(|t| Some(t.id) == edit.new_state().map(|a| a.talk));
                of(talk.and_then(Talk::case))
            }
            Change::Document(edit) => {
                edit.new_state().is_some_and(|d| d.signed.is_some() && of(Some(d.case)))
            }
            _ => false,
        };
        let mut since = self.history.iter().filter(|e| e.action.number > step);
        Ok(since.find(|e| e.changes.iter().any(signs)).map(|e| (e.by, e.at)))
    }
    fn stands(&self, change: &Change) -> Result<bool, Unreadable> {
        let records = &self.records;
        Ok(for_each_record!([stands] records, change))
    }
    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable> {
        let touching = |e: &&Entry| e.changes.iter().any(|c| c.key() == change.key());
        Ok(self.history.iter().rev().find(touching).map(|e| (e.by, e.at)))
    }
}
