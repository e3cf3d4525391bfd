//! The record a form began from, and how the form follows it while others write too.
//!
//! A field nobody wrote in takes what is on record now. Where both have written, theirs is shown beside ours, and
//! nothing is saved before that.

use super::{Entry, Form};

/// What a form of a record stands on.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// The record that it began from, as JSON: `null` where there was none. Nothing where that is not known.
    pub began: Option<String>,
    /// The record that its fields were last brought up to. Nothing in a form that changes no record.
    pub now: Option<String>,
    /// Whether the house refused what was written, since a colleague was first: what they wrote is shown at once.
    pub refused: bool,
    /// Whether what colleagues wrote has been shown.
    pub told: bool,
}

impl Form {
    /// Stands on a record that its fields were filled from.
    pub fn begin_on(&mut self, record: Option<String>) {
        self.basis = Basis { began: record.clone(), now: record, refused: false, told: false };
    }

    /// Whether a colleague has written what has not been shown yet.
    #[must_use]
    pub fn has_untold(&self) -> bool {
        !self.basis.told && self.entries.iter().any(|e| e.theirs.is_some())
    }

    /// What colleagues wrote has been shown: the next save is meant.
    pub fn tell(&mut self) {
        self.basis.told = true;
        self.basis.refused = false;
        self.basis.began.clone_from(&self.basis.now);
    }

    /// Every field that was written in differs from what is on record, since nobody knows what it began from.
    pub fn begin_on_unknown(&mut self, record: String) {
        for entry in self.entries.iter_mut().filter(|e| record != "null" && e.is_changed()) {
            let mut before = entry.clone();
            before.set(&entry.begun);
            entry.theirs = Some(before.told());
        }
        self.basis = Basis { began: None, now: Some(record), refused: false, told: false };
        if !self.has_untold() {
            self.basis.began.clone_from(&self.basis.now);
        }
    }

    /// Brings the fields up to the record as it stands: `fields` are as it fills them. Where `whole`, what is done
    /// rests on everything that was read, so every change is shown.
    pub fn follow(&mut self, record: String, fields: Vec<Entry>, whole: bool) {
        let same = |a: &Entry, b: &Entry| a.name == b.name && a.number == b.number;
        let mut before = std::mem::take(&mut self.entries);
        let focus = before.get(self.focus).cloned();
        let mut new = false;
        for mut field in fields {
            let Some(at) = before.iter().position(|e| same(e, &field)) else {
                self.entries.push(field);
                continue;
            };
            let mut ours = before.remove(at);
            let moved = ours.begun != field.begun || ours.behind != field.behind;
            if !moved {
                self.entries.push(ours);
                continue;
            }
            if !ours.is_changed() {
                field.shown = ours.shown;
                if whole {
                    field.theirs = Some(field.told());
                    new = true;
                }
                self.entries.push(field);
                continue;
            }
            let agree = field.behind.is_none() && ours.text() == field.begun;
            ours.theirs = (!agree).then(|| field.told());
            new |= !agree;
            (ours.begun, ours.behind) = (field.begun, field.behind);
            self.entries.push(ours);
        }
        // What was written in a field that the record no longer has is not lost unseen.
        for mut ours in before.into_iter().filter(Entry::is_changed) {
            if ours.theirs.is_none() {
                (ours.theirs, new) = (Some(String::new()), true);
            }
            self.entries.push(ours);
        }
        self.focus = focus.and_then(|f| self.entries.iter().position(|e| same(e, &f))).unwrap_or(0);
        self.basis.told &= !new;
        self.basis.now = Some(record);
        self.changed();
        if !self.has_untold() {
            self.basis.began.clone_from(&self.basis.now);
        }
    }
}
