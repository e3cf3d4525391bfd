//! Consistency between the records of a house.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::record::case::Case;
use crate::record::correspondence::Ground;
use crate::record::edit::Contradiction;
use crate::record::party::Party;
use crate::record::records::{Records, Survey};
use crate::record::talk::Participant;
use crate::value::id::{CaseId, ChildId, PersonId, TalkId};

impl Records {
    /// All contradictions between the records; empty if they are consistent.
    #[must_use]
    pub fn contradictions(&self) -> BTreeSet<Contradiction> {
        let Survey { mut found, keys, references, .. } = self.survey();
        let mut note = |bad: bool, what: Contradiction| {
            if bad {
                found.insert(what);
            }
        };
        let dangling = !references.is_subset(&keys) || self.crossed() || endless(&self.cases);
        note(dangling, Contradiction::Dangling);
        let merged = self.children.iter().flat_map(|child| &child.former);
        note(merged.copied().any(|former| keys.contains(&former.into())), Contradiction::Twice);
        note(self.cases.iter().any(|c| !self.seat_exists(c)), Contradiction::SeatOutsideNorm);
        note(self.some_pair(seat_shared), Contradiction::SeatTwice);
        note(self.some_pair(open_twice), Contradiction::OpenTwice);
        note(self.some_pair(courses_overlap), Contradiction::CoursesOverlap);
        found
    }

    /// Whether a record refers to a record of another case or child.
    fn crossed(&self) -> bool {
        let child_of: BTreeMap<CaseId, ChildId> = self.cases.iter().map(|c| (c.id, c.child)).collect();
        let around: BTreeMap<PersonId, ChildId> = self.people.iter().map(|p| (p.id, p.child)).collect();
        let talks: BTreeMap<TalkId, Option<CaseId>> = self.talks.iter().map(|t| (t.id, t.case())).collect();
        let of_case = |talk: TalkId, case: Option<CaseId>| talks.get(&talk) == Some(&case);
        let cases = self.cases.iter().all(|c| {
            c.follows.is_none_or(|f| child_of.get(&f) == Some(&c.child))
                && c.levels.iter().all(|l| of_case(l.talk, Some(c.id)))
        });
        // A named person belongs to the child of the case; in a consultation, to any child.
        let participants = self.talks.iter().all(|t| {
            t.participants.iter().all(|p| match (p, t.case()) {
                (Participant::Person(id), Some(case)) => around.get(id) == child_of.get(&case),
                _ => true,
            })
        });
        let measures = self.measures.iter().all(|m| of_case(m.talk, Some(m.case)));
        let follow_ups = self.follow_ups.iter().all(|f| of_case(f.talk, f.case));
        // The parties of a case belong to its child, and what was sent, and on what ground, to the case.
        let is_around = |party: &Party, case: CaseId| match party {
            Party::Person(id) => around.get(id) == child_of.get(&case),
            Party::Role(_) | Party::Other(_) => true,
        };
        let consents =
            self.consents.iter().all(|c| is_around(&c.giver, c.case) && is_around(&c.with_whom, c.case));
        let correspondence = self.correspondence.iter().all(|c| {
            let document = c.way.document().map(|id| self.documents.iter().find(|d| d.id == id));
            let consent = match c.way.ground() {
                Some(Ground::Consent(id)) => Some(self.consents.iter().find(|one| one.id == *id)),
                _ => None,
            };
            is_around(&c.party, c.case)
                && document.is_none_or(|found| found.is_some_and(|d| d.case == c.case))
                && consent.is_none_or(|found| found.is_some_and(|one| one.case == c.case))
        });
        !(cases && participants && measures && follow_ups && consents && correspondence)
    }

    fn seat_exists(&self, case: &Case) -> bool {
        let norm = self.programmes.iter().find(|p| p.code == case.programme).map(|p| p.seats);
        let (Some(stay), Some(norm)) = (case.stay(), norm) else { return true };
        // A closed case keeps its seat number from an older, larger norm.
        !case.is_open() || norm.has(stay.seat)
    }

    fn some_pair(&self, clash: fn(&Case, &Case) -> bool) -> bool {
        self.cases.iter().enumerate().any(|(i, a)| self.cases.iter().skip(i + 1).any(|b| clash(a, b)))
    }
}

/// Whether the chain of cases that follow each other has a loop.
fn endless(cases: &[Case]) -> bool {
    let follows: BTreeMap<CaseId, CaseId> = cases.iter().filter_map(|c| Some((c.id, c.follows?))).collect();
    follows.keys().any(|first| {
        let mut at = follows.get(first);
        let steps = core::iter::from_fn(|| {
            let here = at?;
            at = follows.get(here);
            Some(here)
        });
        steps.take(cases.len()).any(|case| case == first)
    })
}

fn seat_shared(a: &Case, b: &Case) -> bool {
    let (Some(one), Some(other)) = (a.stay(), b.stay()) else { return false };
    a.programme == b.programme && one.seat == other.seat && meet(a, b)
}

fn courses_overlap(a: &Case, b: &Case) -> bool {
    a.child == b.child && a.programme == b.programme && meet(a, b)
}

fn meet(a: &Case, b: &Case) -> bool {
    a.enrolment().zip(b.enrolment()).is_some_and(|(x, y)| x.overlaps(y.from, y.until))
}

fn open_twice(a: &Case, b: &Case) -> bool {
    a.child == b.child && a.programme == b.programme && a.is_open() && b.is_open()
}
