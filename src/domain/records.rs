//! All records of a house together: what an export holds, and what fills an empty house.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::action::Deed;
use crate::case::Case;
use crate::change::{Change, RecordKind};
use crate::decide::{Decision, Denied};
use crate::edit::{Contradiction, Edit, Record, Unique};
use crate::facts::Facts;
use crate::for_each_record;
use crate::id::{AnyKey, CaseId, ChildId, PersonId, TalkId};
use crate::refusal::{Reason, Refusal};
use crate::talk::Participant;

macro_rules! records {
    (
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$doc:meta])* $list:ident;)+
    ) => {
        /// Every record of a house.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct Records {
            $($(#[$doc])* pub $list: Vec<$record>,)+
        }

        impl Records {
            /// Looks through every record alone.
            fn survey(&self) -> Survey {
                let mut survey = Survey::default();
                $(self.$list.iter().for_each(|record| survey.see(RecordKind::$name, record));)+
                survey
            }

            /// The changes that make these records of those that are there.
            fn changes_from(&self, there: &Self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(put(&mut changes, &there.$list, &self.$list);)+
                changes
            }
        }
    };
}

for_each_record!([records]);

/// What the records say one by one.
#[derive(Default)]
struct Survey {
    found: BTreeSet<Contradiction>,
    keys: BTreeSet<AnyKey>,
    unique: BTreeSet<(RecordKind, Unique)>,
    references: BTreeSet<AnyKey>,
}

impl Survey {
    fn see<R: Record>(&mut self, kind: RecordKind, record: &R) {
        self.found.extend(record.contradiction());
        if !self.keys.insert(record.key().into()) {
            self.found.insert(Contradiction::Twice);
        }
        if let Some(unique) = record.unique() {
            let twice = match unique {
                Unique::Initials(_) => Contradiction::Twice,
                Unique::From(..) | Unique::Version(..) => Contradiction::VersionTwice,
            };
            if !self.unique.insert((kind, unique)) {
                self.found.insert(twice);
            }
        }
        self.references.extend(record.references());
    }
}

impl Records {
    /// Everything in which the records contradict each other; nothing where they make a sound house.
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
        note(self.cases.iter().any(|c| !self.seat_exists(c)), Contradiction::SeatOutsideNorm);
        note(self.some_pair(seat_shared), Contradiction::SeatTwice);
        note(self.some_pair(open_twice), Contradiction::OpenTwice);
        note(self.some_pair(courses_overlap), Contradiction::CoursesOverlap);
        found
    }

    /// Whether a record names one of another case or child than its own.
    fn crossed(&self) -> bool {
        let child_of: BTreeMap<CaseId, ChildId> = self.cases.iter().map(|c| (c.id, c.child)).collect();
        let around: BTreeMap<PersonId, ChildId> = self.people.iter().map(|p| (p.id, p.child)).collect();
        let talks: BTreeMap<TalkId, Option<CaseId>> = self.talks.iter().map(|t| (t.id, t.case())).collect();
        let of_case = |talk: TalkId, case: Option<CaseId>| talks.get(&talk) == Some(&case);
        let cases = self.cases.iter().all(|c| {
            c.follows.is_none_or(|f| child_of.get(&f) == Some(&c.child))
                && c.levels.iter().all(|l| of_case(l.talk, Some(c.id)))
        });
        // Around the child whose case it is; in a consultation, around any.
        let participants = self.talks.iter().all(|t| {
            t.participants.iter().all(|p| match (p, t.case()) {
                (Participant::Person(id), Some(case)) => around.get(id) == child_of.get(&case),
                _ => true,
            })
        });
        let measures = self.measures.iter().all(|m| of_case(m.talk, Some(m.case)));
        let follow_ups = self.follow_ups.iter().all(|f| of_case(f.talk, f.case));
        !(cases && participants && measures && follow_ups)
    }

    fn seat_exists(&self, case: &Case) -> bool {
        let norm = self.programmes.iter().find(|p| p.code == case.programme).map(|p| p.seats);
        let (Some(stay), Some(norm)) = (case.stay(), norm) else { return true };
        // A closed case keeps the number it had under an older, larger norm.
        !case.is_open() || norm.has(stay.seat)
    }

    fn some_pair(&self, clash: fn(&Case, &Case) -> bool) -> bool {
        self.cases.iter().enumerate().any(|(i, a)| self.cases.iter().skip(i + 1).any(|b| clash(a, b)))
    }
}

/// Whether some case follows itself in the end.
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

/// Cases with every one after the case that it follows, as far as they follow each other at all.
fn cases_in_order(cases: &[Case]) -> Vec<Case> {
    let mut order: Vec<Case> = Vec::with_capacity(cases.len());
    let mut waiting: Vec<&Case> = cases.iter().collect();
    loop {
        let left = waiting.len();
        waiting.retain(|c| {
            let ready = c.follows.is_none_or(|f| order.iter().any(|o| o.id == f));
            if ready {
                order.push((*c).clone());
            }
            !ready
        });
        if waiting.is_empty() || waiting.len() == left {
            order.extend(waiting.into_iter().cloned());
            return order;
        }
    }
}

/// Fills an empty house. Staff, programmes, closures and settings that the founding left give way, by key.
pub(crate) fn restore(facts: &dyn Facts, records: &Records) -> Result<Decision, Denied> {
    let mut reasons: Vec<Reason> = records.contradictions().into_iter().map(Reason::Contradiction).collect();
    if !facts.children()?.is_empty() {
        reasons.insert(0, Reason::HouseNotEmpty);
    }
    let there = Records {
        staff: facts.staff()?,
        programmes: facts.programmes()?.into_iter().map(|(_, p)| p).collect(),
        closures: facts.calendar()?.closures().to_vec(),
        settings: facts.settings()?.into_iter().collect(),
        ..Records::default()
    };
    let taken =
        records.staff.iter().filter(|r| there.staff.iter().any(|s| s.initials == r.initials && s.id != r.id));
    reasons.extend(taken.map(|s| Reason::InitialsTaken(s.initials.clone())));
    Refusal::unless_empty(reasons)?;
    // Closures are replaced as a whole: the founding's defaults must not stay beside the restored ones.
    let gone = there.closures.iter().filter(|c| !records.closures.iter().any(|r| r.id == c.id));
    let mut changes: Vec<Change> =
        gone.filter_map(|c| Edit::new(Some(c.clone()), None).ok()).map(Change::from).collect();
    let mut records = records.clone();
    records.cases = cases_in_order(&records.cases);
    records.days.retain(|day| !day.says_nothing());
    changes.extend(records.changes_from(&there));
    Ok(Decision::to_do(Deed::Found, changes))
}

fn put<T: Record>(changes: &mut Vec<Change>, there: &[T], new: &[T])
where
    Change: From<Edit<T>>,
{
    changes.extend(new.iter().filter_map(|record| {
        let old = there.iter().find(|t| t.key() == record.key()).cloned();
        Edit::new(old, Some(record.clone())).ok().map(Change::from)
    }));
}
