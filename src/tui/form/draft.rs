//! How a form is kept as a draft: what was last typed, also where it makes no sense yet.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use trivsel_domain::value::{DraftId, StaffId};
use trivsel_store::Draft;

use super::{Entry, Form};

/// How a form is kept.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// As which draft.
    pub id: DraftId,
    /// Whose.
    pub author: StaffId,
    /// The revision that was last kept; 0 before the first.
    pub revision: u32,
    /// When that was.
    pub at: Option<NaiveDateTime>,
    /// Up to which change of the form.
    pub kept: u64,
    /// Why the last try failed, if it did. The text is still here and is tried again.
    pub trouble: Option<String>,
}

impl Keeping {
    /// Nothing kept yet.
    #[must_use]
    pub fn new(id: DraftId, author: StaffId) -> Self {
        Self { id, author, revision: 0, at: None, kept: 0, trouble: None }
    }

    /// As it was last kept.
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

/// The name of a field in a draft.
#[must_use]
pub fn key(entry: &Entry) -> String {
    if entry.number == 0 { entry.name.to_owned() } else { format!("{}-{}", entry.name, entry.number) }
}

impl Form {
    /// Whether something typed is not kept yet. A form nobody has written in is not kept at all.
    #[must_use]
    pub fn is_unkept(&self) -> bool {
        self.revision != self.keeping.kept && !(self.is_untouched() && self.keeping.revision == 0)
    }

    /// The draft as it stands now.
    #[must_use]
    pub fn to_draft(&self, writers: Vec<StaffId>, now: NaiveDateTime) -> Draft {
        // What was emptied stays empty, also where the form begins with something in it. What a form of a record was
        // filled with is on record: only what was written is kept.
        let of_record = self.basis.now.is_some();
        let kept = |e: &&Entry| if of_record { e.is_changed() } else { e.touched || !e.text().is_empty() };
        let told = self.entries.iter().filter(kept);
        let mut fields: BTreeMap<String, String> = told.map(|e| (key(e), e.text())).collect();
        fields.extend(self.kind.target().map(|t| ("target".to_owned(), t)));
        Draft {
            id: self.keeping.id,
            author: self.keeping.author,
            form: self.kind.code().to_owned(),
            case: self.case,
            fields,
            base: self.basis.began.clone(),
            writers,
            revision: self.keeping.revision,
            saved_at: now,
            held: None,
        }
    }

    /// Fills the fields as a draft has them.
    pub fn fill(&mut self, fields: &BTreeMap<String, String>) {
        for entry in &mut self.entries {
            if let Some(text) = fields.get(&key(entry)) {
                entry.set(text);
                entry.touched = true;
            }
        }
    }
}
