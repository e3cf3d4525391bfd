//! The record that a form began from, and its later changes by colleagues.
//!
//! An unchanged field takes the value on record. If both have changed a field, theirs is shown beside ours before
//! anything is saved.

use super::{Form, FormField};

#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// The record that the form began from, as JSON; `null` if there was none. `None` if it is not known.
    pub began: Option<String>,
    /// The record that the fields were last updated to. `None` in a form that changes no record.
    pub now: Option<String>,
    /// Whether the house refused the save because a colleague was first. Their change is then shown at once.
    pub refused: bool,
    /// Whether changes by colleagues have been shown.
    pub told: bool,
}

impl Form {
    /// Begins from the record that the fields were filled from.
    pub fn begin_on(&mut self, record: Option<String>) {
        self.basis = Basis { began: record.clone(), now: record, refused: false, told: false };
    }

    /// Whether a conflicting change has not been shown yet.
    #[must_use]
    pub fn has_untold(&self) -> bool {
        !self.basis.told && self.fields.iter().any(|e| e.theirs.is_some())
    }

    /// Marks conflicting changes as shown: the next save overwrites them.
    pub fn tell(&mut self) {
        self.basis.told = true;
        self.basis.refused = false;
        self.basis.began.clone_from(&self.basis.now);
    }

    /// Marks every changed field as conflicting, since the record it began from is not known.
    pub fn begin_on_unknown(&mut self, record: String) {
        for field in self.fields.iter_mut().filter(|e| record != "null" && e.is_changed()) {
            let mut before = field.clone();
            before.set(&field.begun);
            field.theirs = Some(before.told());
        }
        self.basis = Basis { began: None, now: Some(record), refused: false, told: false };
        if !self.has_untold() {
            self.basis.began.clone_from(&self.basis.now);
        }
    }

    /// Updates the fields to the current record, which fills `fields`. With `whole`, the action
    /// rests on every field, so every change is shown.
    pub fn follow(&mut self, record: String, fields: Vec<FormField>, whole: bool) {
        let same = |a: &FormField, b: &FormField| a.name == b.name && a.number == b.number;
        let mut before = std::mem::take(&mut self.fields);
        let focus = before.get(self.focus).cloned();
        let mut new = false;
        for mut field in fields {
            let Some(at) = before.iter().position(|e| same(e, &field)) else {
                self.fields.push(field);
                continue;
            };
            let mut ours = before.remove(at);
            let moved = ours.begun != field.begun || ours.behind != field.behind;
            if !moved {
                self.fields.push(ours);
                continue;
            }
            if !ours.is_changed() {
                field.shown = ours.shown;
                if whole {
                    field.theirs = Some(field.told());
                    new = true;
                }
                self.fields.push(field);
                continue;
            }
            let agree = field.behind.is_none() && ours.text() == field.begun;
            ours.theirs = (!agree).then(|| field.told());
            new |= !agree;
            (ours.begun, ours.behind) = (field.begun, field.behind);
            self.fields.push(ours);
        }
        // Text in a field that the record no longer has is kept and shown.
        for mut ours in before.into_iter().filter(FormField::is_changed) {
            if ours.theirs.is_none() {
                (ours.theirs, new) = (Some(String::new()), true);
            }
            self.fields.push(ours);
        }
        let at = focus.as_ref().and_then(|f| self.fields.iter().position(|e| same(e, f)));
        self.focus = at.unwrap_or(0);
        self.basis.told &= !new;
        self.basis.now = Some(record);
        self.changed();
        if !self.has_untold() {
            self.basis.began.clone_from(&self.basis.now);
        }
    }
}
