//! The staff of the house.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::code::coded;
use crate::value::id::{AnyKey, StaffId};
use crate::value::name::{Initials, PersonName};
use crate::value::text::{Line, Tag};

coded! {
    "competency"
    /// The trainings of staff. Source: service description, about us.
    pub enum Competency {
        /// Pedagogy (pædagogik).
        Pedagogy = "pedagogy",
        /// Teaching (undervisning).
        Teaching = "teaching",
        /// Educational-psychology counselling (pædagogisk og psykologisk rådgivning).
        Counselling = "counselling",
        /// Therapy (terapeutisk behandling).
        Therapy = "therapy",
        /// Consultation (konsultativ sparring).
        Consultation = "consultation",
    }
}

/// A member of staff. Former staff stay on record, so that old notes keep their author. Source: our own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Their identity.
    pub id: StaffId,
    /// The full name.
    pub name: PersonName,
    /// Initials, unique among present and former staff.
    pub initials: Initials,
    /// Their trainings; each once.
    pub competencies: Vec<Competency>,
    /// The methods they use, in the house's own words. Source: wellbeing programme, methods (the best match).
    #[serde(default)]
    pub methods: Vec<Tag>,
    /// Telephone, as written.
    pub phone: Option<Line>,
    /// Mail address, as written.
    pub mail: Option<Line>,
    /// The day they left; they have no access from then on.
    pub left_on: Option<NaiveDate>,
    /// Whether they lead the house: they remove people, make recovery keys, export the house and set norms.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub leader: bool,
}

impl Staff {
    /// Whether they lead the house on a date: they have the mark and have not left.
    #[must_use]
    pub fn leads(&self, on: NaiveDate) -> bool {
        self.leader && self.left_on.is_none_or(|left| left > on)
    }
}

impl Record for Staff {
    type Key = StaffId;

    fn key(&self) -> StaffId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Initials(self.initials.clone()))
    }
}
