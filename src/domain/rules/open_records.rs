//! The records of a house as one member of staff may read them: what an export holds that is not a leader's.
//!
//! Source: our own (everybody may know that a restricted note exists, when and by whom, and nobody else what it says).

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::record::misplacement::Misplacement;
use crate::record::records::Records;
use crate::record::staff::Staff;
use crate::record::talk::{Matter, Talk};
use crate::value::id::TalkId;
use crate::value::text::{Line, LongText};

impl Records {
    /// Leaves out what restricted and misplaced notes that are not open to a member of staff say, with their additions, agreements and
    /// scores. The notes stay with `instead` as text, since other records rest on their being held. Returns how many
    /// there are.
    pub fn leave_out_what_is_closed_to(&mut self, reader: &Staff, place: &Line, instead: &LongText) -> usize {
        let misplaced: BTreeSet<TalkId> = self.misplacements.iter().map(|mark| mark.talk).collect();
        let is_open = |talk: &Talk| Misplacement::is_open(talk, misplaced.contains(&talk.id), reader);
        let mut closed: BTreeSet<TalkId> = BTreeSet::new();
        for talk in self.talks.iter_mut().filter(|talk| !is_open(talk)) {
            closed.insert(talk.id);
            if talk.case().is_none() {
                talk.matter = Matter::consultation(place.clone(), None);
            }
            (talk.participants, talk.themes, talk.methods) = (Vec::new(), Vec::new(), Vec::new());
            talk.minutes = None;
            talk.text = instead.clone();
        }
        self.addenda.retain(|one| !closed.contains(&one.talk));
        self.follow_ups.retain(|one| !closed.contains(&one.talk));
        self.measures.retain(|one| !closed.contains(&one.talk));
        closed.len()
    }
}
