//! How a form is kept as a draft: as it is typed, valid or not.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::value::{DraftId, StaffId};
use trivsel_store::Draft;

use super::{Form, FormField};

/// The draft of a form.
#[derive(Clone, Debug)]
pub struct Keeping {
    pub id: DraftId,
    pub author: StaffId,
    /// The last saved revision; 0 before the first.
    pub revision: u32,
    pub at: Option<NaiveDateTime>,
    /// The form's revision at the last save.
    pub kept: u64,
    /// Why the last save failed; it is tried again.
    pub trouble: Option<String>,
}

impl Keeping {
    #[must_use]
    pub fn new(id: DraftId, author: StaffId) -> Self {
        Self { id, author, revision: 0, at: None, kept: 0, trouble: None }
    }

    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        Self {
            id: draft.id,
            author: draft.author,
            revision: draft.revision,
            at: Some(draft.saved_at),
            kept: 0,
            trouble: None,
        }
    }
}

/// The day on which the dates in a draft were typed, among its fields.
pub const TYPED_ON: &str = "typed-on";

/// The day on which the dates in a draft were typed; in a draft of an earlier program the day it was saved.
#[must_use]
pub fn typed_on(draft: &Draft) -> NaiveDate {
    let day = draft.fields.get(TYPED_ON).and_then(|day| day.parse().ok());
    day.unwrap_or(draft.saved_at.date())
}

#[must_use]
pub fn key(field: &FormField) -> String {
    if field.number == 0 { field.name.to_owned() } else { format!("{}-{}", field.name, field.number) }
}

/// The key of the heading of a field with a key.
#[must_use]
pub fn heading_key(key: &str) -> String {
    format!("{key}-heading")
}

impl Form {
    /// Whether typed text is not saved yet. An untouched form is not kept.
    #[must_use]
    pub fn is_unkept(&self) -> bool {
        self.kind.is_kept()
            && self.revision != self.keeping.kept
            && !(self.is_untouched() && self.keeping.revision == 0)
    }

    /// Its draft, with the day on which the dates in it are typed.
    #[must_use]
    pub fn to_draft(&self, writers: Vec<StaffId>, typed_on: NaiveDate, now: NaiveDateTime) -> Draft {
        // A field that was emptied is kept, since a new form may prefill it. In the form of a record only changed
        // fields are kept, since the others are on record.
        let of_record = self.basis.now.is_some();
        let kept =
            |e: &&FormField| if of_record { e.is_changed() } else { e.touched || !e.text().is_empty() };
        let told = self.fields.iter().filter(kept);
        let headed = |e: &FormField| e.heading.clone().map(|heading| (heading_key(&key(e)), heading));
        let mut fields: BTreeMap<String, String> =
            told.flat_map(|e| [Some((key(e), e.text())), headed(e)]).flatten().collect();
        fields.extend(self.kind.target().map(|t| ("target".to_owned(), t)));
        fields.insert(TYPED_ON.to_owned(), typed_on.to_string());
        Draft {
            id: self.keeping.id,
            author: self.keeping.author,
            form: self.kind.draft_code().to_owned(),
            case: self.case,
            fields,
            base: self.basis.began.clone(),
            writers,
            revision: self.keeping.revision,
            saved_at: now,
            held: None,
        }
    }

    /// Fills the fields from a draft.
    pub fn fill(&mut self, fields: &BTreeMap<String, String>) {
        for field in &mut self.fields {
            if let Some(text) = fields.get(&key(field)) {
                field.set(text);
                field.touched = true;
            }
        }
    }
}
