//! What a form is read against: the house as the screen knows it, and today.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::{Case, Child, HouseSettings, Person, Programme, Staff};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{CaseId, StaffId};

use crate::form::Form;
use crate::model::Model;
use crate::sheet::Sheet;
use trivsel_words::Words;

/// A case with its child, as forms find it.
#[derive(Clone, Debug)]
pub struct Known {
    /// The case.
    pub case: Case,
    /// Whose.
    pub child: Child,
    /// Everybody around the child, also those who no longer are.
    pub people: Vec<Person>,
}

/// What a form is read against.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The words.
    pub words: &'a Words,
    /// Staff, also those who have left.
    pub staff: &'a [Staff],
    /// The house's lists.
    pub lists: &'a HouseSettings,
    /// The same as they are on record, where they are.
    pub settled: Option<&'a HouseSettings>,
    /// The programmes of the house.
    pub programmes: &'a [(Programme, trivsel_domain::record::HouseProgramme)],
    /// Every case.
    pub cases: &'a [Known],
    /// The sheet that is open, if one is.
    pub sheet: Option<&'a Sheet>,
    /// Everything on record of the case of that sheet.
    pub dossier: Option<&'a Dossier>,
    /// Who sits here.
    pub me: &'a Staff,
    /// Now.
    pub now: NaiveDateTime,
}

impl<'a> Reading<'a> {
    /// What the screen knows.
    #[must_use]
    pub fn of(model: &'a Model) -> Self {
        Self {
            words: &model.words,
            staff: &model.roster.staff,
            lists: &model.roster.lists,
            settled: model.roster.settled.as_ref(),
            programmes: &model.roster.programmes,
            cases: &model.directory,
            sheet: model.sheet(),
            dossier: model.sheet().map(|s| &s.dossier),
            me: &model.me,
            now: model.now,
        }
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The case of the sheet that is open.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.dossier.map(|d| d.case.id)
    }

    /// Everything on record of the case of a form; nothing where its sheet is not open.
    #[must_use]
    pub fn dossier_of(&self, form: &Form) -> Option<&'a Dossier> {
        self.dossier.filter(|d| Some(d.case.id) == form.case)
    }

    /// The programme of that case.
    #[must_use]
    pub fn case_programme(&self) -> Option<&'a Programme> {
        let code = &self.dossier?.case.programme;
        self.programmes.iter().map(|(p, _)| p).find(|p| p.code() == code)
    }

    /// A case with its child.
    #[must_use]
    pub fn known(&self, case: CaseId) -> Option<&'a Known> {
        self.cases.iter().find(|k| k.case.id == case)
    }

    /// The programme of a case.
    #[must_use]
    pub fn programme(&self, case: CaseId) -> Option<&'a Programme> {
        let known = self.known(case)?;
        self.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == known.case.programme)
    }

    /// Whoever works here today.
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
