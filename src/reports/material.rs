//! What the reports of a case are made from.

use chrono::NaiveDate;
use trivsel_domain::record::{Day, HouseSettings, Programme, Staff, Timetable};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::prefill;
use trivsel_domain::value::StaffId;
use trivsel_words::typed_class::class_on;
use trivsel_words::{Words, dates, talk};

use crate::Paper;

/// A case with its register and scores, and the house around it.
#[derive(Clone, Debug)]
pub struct Material {
    pub dossier: Dossier,
    pub staff: Vec<Staff>,
    /// The programme, if the house runs it.
    pub programme: Option<Programme>,
    pub calendar: Calendar,
    pub lists: HouseSettings,
    /// Every version of the timetable, oldest first.
    pub timetables: Vec<Timetable>,
    /// The register, oldest first.
    pub days: Vec<Day>,
    /// The scores of talks that are open to the whole house.
    pub measures: OpenScores,
    /// How many scores are of restricted talks, and left out.
    pub withheld: usize,
    /// The day on which the report is made.
    pub today: NaiveDate,
}

impl Material {
    /// The course with what it is judged by.
    #[must_use]
    pub fn course(&self) -> Course<'_> {
        Course {
            case: &self.dossier.case,
            child: &self.dossier.child,
            programme: self.programme.as_ref(),
            timetables: &self.timetables,
            calendar: &self.calendar,
            days: &self.days,
            measures: &self.measures,
            reported: &self.dossier.reported,
        }
    }

    /// The records that figures are counted from. No talk is among them.
    pub(crate) fn counted(&self) -> prefill::Material<'_> {
        prefill::Material {
            dossier: &self.dossier,
            programme: self.programme.as_ref(),
            timetables: &self.timetables,
            calendar: &self.calendar,
            days: &self.days,
            measures: &self.measures,
            absence_limits: &self.lists.absence_limits,
            talks: Vec::new(),
            follow_ups: &[],
        }
    }

    /// The name of a member of staff.
    pub(crate) fn name(&self, who: StaffId) -> &str {
        talk::name(&self.staff, who)
    }

    /// A paper about the child, as it is on a day, without content.
    pub(crate) fn paper(&self, words: &Words, title: &str, on: NaiveDate) -> Paper {
        let (child, lang) = (&self.dossier.child, words.lang());
        let mut about = vec![(words.get("report-child").to_owned(), child.name.as_str().to_owned())];
        let mut add = |id: &str, value: Option<String>| {
            about.extend(value.map(|value| (words.get(id).to_owned(), value)));
        };
        add("report-born", child.born.map(|born| dates::day_month_year(lang, born)));
        add("report-class", class_on(child, on));
        add("report-school", child.school.as_ref().map(|school| school.as_str().to_owned()));
        let programme = self.programme.as_ref();
        add("report-programme", programme.map(|p| trivsel_words::programme::programme(lang, p).to_owned()));
        Paper::begin(words, title, child.name.as_str(), self.today, about)
    }
}
