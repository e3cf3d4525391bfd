//! The decision of an archive that a municipal house may erase cases.

use trivsel_domain::decide::Action;
use trivsel_domain::record::ArchiveDecision;
use trivsel_domain::value::{ArchiveDecisionId, CaseId};

use super::input::{line, long};
use super::typed::{past, wrong_line};
use super::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use crate::form::{Form, FormField};

/// A new decision, below those on record.
#[derive(Debug)]
pub struct ArchiveForm {
    /// The decisions on record, a line each.
    pub on_record: String,
}

impl Kind for ArchiveForm {
    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        None
    }

    fn fields(&self, _lookup: &Lookup<'_>) -> Vec<FormField> {
        let on_record = long(field::ON_RECORD, &self.on_record).fixed();
        vec![
            line(field::ARCHIVE, ""),
            line(field::DECISION, ""),
            line(field::MADE_ON, ""),
            line(field::ENDED_UNTIL, ""),
            if self.on_record.is_empty() { on_record.hidden() } else { on_record },
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        matches!(field.name, field::MADE_ON | field::ENDED_UNTIL).then(|| past(&field.text(), lookup))
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        match field.name {
            field::ARCHIVE | field::DECISION => wrong_line(&field.text(), lookup),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::ARCHIVE => "example-archive",
            field::DECISION => "example-decision",
            field::ENDED_UNTIL => "example-ended-until",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let (archive, what) = (all.needed_line(field::ARCHIVE), all.needed_line(field::DECISION));
        let (on, ended_until) = (all.needed_date(field::MADE_ON), all.needed_date(field::ENDED_UNTIL));
        let new = (|| {
            Some(ArchiveDecision {
                id: ArchiveDecisionId::from_u128(form.keeping.id.as_u128()),
                archive: archive?,
                what: what?,
                on: on?,
                ended_until: ended_until?,
                by: lookup.me.id,
            })
        })();
        all.save(None, new)
    }
}
