//! The joint analysis: child, family, school, and what happens between them.
//!
//! Every save writes a new version, because somebody may have read the one before.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{JointAnalysis, System};
use trivsel_domain::value::{AnalysisId, Coded};

use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::long;
use crate::forms::{FormReader, Kind, Lookup, Wrong, field};

/// The field of each system.
const FIELDS: [(&str, System); 4] = [
    (field::OF_CHILD, System::Child),
    (field::OF_FAMILY, System::Family),
    (field::OF_SCHOOL, System::School),
    (field::OF_BETWEEN, System::Between),
];

#[must_use]
pub(super) fn field_of(system: System) -> &'static str {
    FIELDS.iter().find(|(_, of)| *of == system).map_or(FIELDS[0].0, |(name, _)| name)
}

/// The joint analysis.
#[derive(Debug)]
pub struct AnalysisForm;

impl Kind for AnalysisForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let latest = lookup.dossier.and_then(|d| d.analysis());
        let text = |system| latest.and_then(|a| a.of(system)).map_or("", |t| t.as_str());
        FIELDS.iter().map(|(name, system)| long(name, text(*system))).collect()
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let [child, family, school, between] = FIELDS.map(|(name, _)| all.long(name).flatten());
        let Some(dossier) = lookup.dossier_of(form) else {
            let _ = all.dossier();
            return all.finish(None);
        };
        let latest = dossier.analysis();
        let new = JointAnalysis {
            id: AnalysisId::from_u128(form.keeping.id.as_u128()),
            case: dossier.case.id,
            version: latest.map_or(0, |a| a.version).saturating_add(1),
            date: lookup.today(),
            author: lookup.me.id,
            child,
            family,
            school,
            between,
        };
        let same = latest.is_some_and(|a| System::ALL.iter().all(|s| a.of(*s) == new.of(*s)));
        if same {
            all.say(FIELDS[0].0, "papers-unchanged");
            return all.finish(None);
        }
        let edit = all.edit(None, new);
        all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.analysis())
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.analyses, record, |_| true)
    }
}
