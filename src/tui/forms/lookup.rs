//! What a form is read against: the house as the screen knows it, and the time.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::{Appointment, Case, Child, HouseSettings, Person, Programme, Staff, Timetable};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::gate::Gate;
use trivsel_domain::value::{CaseId, ProgrammeCode, StaffId};

use crate::child_name::{ChildName, Namesakes};
use crate::form::Form;
use crate::model::{Model, Pane};
use crate::sheet::Sheet;
use trivsel_words::Words;

/// A case with its child and the people around it.
#[derive(Clone, Debug)]
pub struct Known {
    pub case: Case,
    pub child: Child,
    pub name: ChildName,
    /// Includes people who are no longer around the child.
    pub people: Vec<Person>,
    /// Its notes, where they were counted.
    pub notes: Option<Notes>,
}

/// How many notes a case has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notes {
    pub count: usize,
    /// The day of the last talk.
    pub last: Option<NaiveDate>,
}

/// What a form is read against.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub words: &'a Words,
    /// Includes staff who have left.
    pub staff: &'a [Staff],
    /// The house's lists, or the defaults.
    pub lists: &'a HouseSettings,
    /// The lists on record, if there are any.
    pub settled: Option<&'a HouseSettings>,
    pub programmes: &'a [(Programme, trivsel_domain::record::HouseProgramme)],
    pub cases: &'a [Known],
    pub namesakes: &'a Namesakes,
    /// The open sheet.
    pub sheet: Option<&'a Sheet>,
    /// The dossier of the open sheet, or of the child whose teaching plan shows.
    pub dossier: Option<&'a Dossier>,
    /// The gate to more subjects of the child whose teaching plan shows.
    pub gate: Option<&'a Gate>,
    /// Every version of the timetable of the dossier's case, if it was read.
    pub timetables: Option<&'a [Timetable]>,
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// The appointments of the week that the calendar shows.
    pub booked: &'a [Appointment],
    pub me: &'a Staff,
    pub now: NaiveDateTime,
}

impl<'a> Lookup<'a> {
    #[must_use]
    pub fn of(model: &'a Model) -> Self {
        let planned =
            model.teaching.read().filter(|_| model.pane == Pane::Teaching && model.sheet().is_none());
        let on_sheet = model.sheet().and_then(|s| s.line.as_ref()).map(|line| &*line.timetables);
        Self {
            words: &model.words,
            staff: &model.roster.staff,
            lists: &model.roster.lists,
            settled: model.roster.settled.as_ref(),
            programmes: &model.roster.programmes,
            cases: &model.directory,
            namesakes: &model.roster.namesakes,
            sheet: model.sheet(),
            dossier: model.sheet().map(|s| &s.dossier).or(planned.map(|read| &read.dossier)),
            gate: planned.map(|read| &read.gate),
            timetables: planned.map(|read| &*read.timetables).or(on_sheet),
            calendar: &model.roster.calendar,
            booked: model.calendar.appointments(),
            me: &model.me,
            now: model.now,
        }
    }

    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The same on another day, for what was typed then.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Self {
        Self { now: day.and_time(self.now.time()), ..*self }
    }

    /// A child's name as it is shown.
    #[must_use]
    pub fn name(&self, child: &Child) -> ChildName {
        self.namesakes.name(child)
    }

    /// Every case.
    pub fn every_case(&self) -> impl Iterator<Item = &'a Case> {
        self.cases.iter().map(|known| &known.case)
    }

    /// The case of the open sheet.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.dossier.map(|d| d.case.id)
    }

    /// The dossier of a form's case; `None` if its sheet is not open.
    #[must_use]
    pub fn dossier_of(&self, form: &Form) -> Option<&'a Dossier> {
        self.dossier.filter(|d| Some(d.case.id) == form.case)
    }

    /// The name of a field, in the words of the programme that the form is about.
    #[must_use]
    pub fn field_name(&self, form: &Form, name: &str) -> &'a str {
        let chosen = form.choice(super::field::PROGRAMME).and_then(|code| ProgrammeCode::new(code).ok());
        let programme = self.dossier_of(form).map(|d| d.case.programme.clone()).or(chosen);
        self.words.code_in("field", name, programme.as_ref())
    }

    /// The programme of the open sheet's case.
    #[must_use]
    pub fn case_programme(&self) -> Option<&'a Programme> {
        let code = &self.dossier?.case.programme;
        self.programmes.iter().map(|(p, _)| p).find(|p| p.code() == code)
    }

    #[must_use]
    pub fn known(&self, case: CaseId) -> Option<&'a Known> {
        self.cases.iter().find(|k| k.case.id == case)
    }

    #[must_use]
    pub fn programme(&self, case: CaseId) -> Option<&'a Programme> {
        let known = self.known(case)?;
        self.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == known.case.programme)
    }

    /// Staff who have not left.
    pub fn at_work(&self) -> impl Iterator<Item = &'a Staff> {
        let today = self.today();
        self.staff.iter().filter(move |s| s.left_on.is_none_or(|on| on > today))
    }

    /// A member's initials, or a dash.
    #[must_use]
    pub fn initials(&self, who: StaffId) -> &'a str {
        trivsel_words::talk::initials(self.staff, who)
    }
}
