//! All records of a house together: what an export holds, and what fills an empty house.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::action::Deed;
use crate::analysis::JointAnalysis;
use crate::appointment::Appointment;
use crate::around::Person;
use crate::attendance::Day;
use crate::calendar::Closure;
use crate::case::Case;
use crate::change::{Change, Edit, Record};
use crate::child::Child;
use crate::decide::{Decision, Denied};
use crate::document::PlanDocument;
use crate::facts::Facts;
use crate::follow_up::{Doer, FollowUp};
use crate::goal::Goal;
use crate::house::HouseSettings;
use crate::id::{CaseId, ChildId, PersonId, StaffId, TalkId};
use crate::intervention::Intervention;
use crate::measure::{Measure, Series};
use crate::programme::HouseProgramme;
use crate::refusal::{Contradiction, Reason, Refusal};
use crate::staff::Staff;
use crate::talk::{Addendum, OpenTo, Participant, Talk};
use crate::teaching::TeachingPlan;
use crate::timetable::Timetable;

/// Every record of a house.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Records {
    /// Staff, also those who have left.
    pub staff: Vec<Staff>,
    /// The programmes it runs.
    pub programmes: Vec<HouseProgramme>,
    /// Closures of the school.
    pub closures: Vec<Closure>,
    /// Children.
    pub children: Vec<Child>,
    /// The people around the children.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Cases.
    pub cases: Vec<Case>,
    /// Joint analyses, every version.
    #[serde(default)]
    pub analyses: Vec<JointAnalysis>,
    /// Goals.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// Interventions.
    #[serde(default)]
    pub interventions: Vec<Intervention>,
    /// Documents, every version.
    #[serde(default)]
    pub documents: Vec<PlanDocument>,
    /// Timetables, every version.
    pub timetables: Vec<Timetable>,
    /// Teaching plans, every version.
    pub teaching: Vec<TeachingPlan>,
    /// Appointments.
    pub appointments: Vec<Appointment>,
    /// Talks.
    pub talks: Vec<Talk>,
    /// Addenda to talks.
    #[serde(default)]
    pub addenda: Vec<Addendum>,
    /// Follow-ups.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    /// Outcome measures.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// The house's own lists; the defaults where there are none.
    #[serde(default)]
    pub settings: Option<HouseSettings>,
    /// Days in the register.
    pub days: Vec<Day>,
}

impl Records {
    /// Everything in which the records contradict each other; nothing where they make a sound house.
    #[must_use]
    pub fn contradictions(&self) -> BTreeSet<Contradiction> {
        let mut found = BTreeSet::new();
        let mut note = |bad: bool, what: Contradiction| {
            if bad {
                found.insert(what);
            }
        };
        note(
            [
                twice(&self.staff),
                twice(&self.programmes),
                twice(&self.closures),
                twice(&self.children),
                twice(&self.people),
                twice(&self.cases),
                twice(&self.analyses),
                twice(&self.goals),
                twice(&self.interventions),
                twice(&self.documents),
                twice(&self.timetables),
                twice(&self.teaching),
                twice(&self.appointments),
                twice(&self.talks),
                twice(&self.addenda),
                twice(&self.follow_ups),
                twice(&self.measures),
                twice(&self.days),
                self.goals.iter().any(|g| twice_by(g.progress.iter().map(|p| p.date))),
                twice_by(self.staff.iter().map(|s| s.initials.clone())),
                self.settings.as_ref().is_some_and(listed_twice),
            ]
            .contains(&true),
            Contradiction::Twice,
        );
        note(self.dangles(), Contradiction::Dangling);
        note(self.cases.iter().any(|c| !self.seat_exists(c)), Contradiction::SeatOutsideNorm);
        note(
            self.cases.iter().any(|c| c.enrolment().is_some_and(|e| e.until.is_some_and(|u| u <= e.from))),
            Contradiction::Backward,
        );
        note(self.some_pair(seat_shared), Contradiction::SeatTwice);
        note(self.some_pair(open_twice), Contradiction::OpenTwice);
        note(self.some_pair(courses_overlap), Contradiction::CoursesOverlap);
        note(
            twice_by(self.timetables.iter().map(|t| (t.case, t.from)))
                || twice_by(self.teaching.iter().map(|t| (t.case(), t.from())))
                || twice_by(self.analyses.iter().map(|a| (a.case, a.version)))
                || twice_by(self.documents.iter().map(|d| (d.case, d.kind, d.version))),
            Contradiction::VersionTwice,
        );
        found
    }

    fn dangles(&self) -> bool {
        if endless(&self.cases) {
            return true;
        }
        let staff: BTreeSet<StaffId> = self.staff.iter().map(|s| s.id).collect();
        let cases: BTreeSet<CaseId> = self.cases.iter().map(|c| c.id).collect();
        let child_of: BTreeMap<CaseId, ChildId> = self.cases.iter().map(|c| (c.id, c.child)).collect();
        let around: BTreeMap<PersonId, ChildId> = self.people.iter().map(|p| (p.id, p.child)).collect();
        let children: BTreeSet<_> = self.children.iter().map(|c| c.id).collect();
        let programmes: BTreeSet<_> = self.programmes.iter().map(|p| &p.code).collect();
        let talks: BTreeMap<TalkId, Option<CaseId>> = self.talks.iter().map(|t| (t.id, t.case())).collect();
        let of_cases = self.cases.iter().all(|c| {
            children.contains(&c.child)
                && programmes.contains(&c.programme)
                && c.contacts.primary.is_none_or(|s| staff.contains(&s))
                && c.contacts.secondary.is_none_or(|s| staff.contains(&s))
                && c.follows.is_none_or(|f| child_of.get(&f) == Some(&c.child))
                && c.levels.iter().all(|l| talks.get(&l.talk) == Some(&Some(c.id)) && staff.contains(&l.by))
                && c.moves.iter().filter_map(|m| m.by).all(|s| staff.contains(&s))
        });
        let of_plans = self.timetables.iter().all(|t| cases.contains(&t.case))
            && self.teaching.iter().all(|t| cases.contains(&t.case()));
        let of_days = self.days.iter().all(|d| cases.contains(&d.case));
        let of_talks = self.talks.iter().all(|t| {
            staff.contains(&t.author)
                && t.case().is_none_or(|c| cases.contains(&c))
                && named(t).all(|who| staff.contains(&who))
                && t.participants.iter().all(|p| match p {
                    // Around the child whose case it is; in a consultation, around any.
                    Participant::Person(id) => around
                        .get(id)
                        .is_some_and(|of| t.case().is_none_or(|case| child_of.get(&case) == Some(of))),
                    _ => true,
                })
        });
        let of_notes = self.addenda.iter().all(|a| talks.contains_key(&a.talk) && staff.contains(&a.author))
            && self.measures.iter().all(|m| talks.get(&m.talk) == Some(&Some(m.case)))
            && self.follow_ups.iter().all(|f| {
                talks.get(&f.talk) == Some(&f.case)
                    && !matches!(f.who, Doer::Staff(who) if !staff.contains(&who))
                    && f.closing.as_ref().is_none_or(|c| staff.contains(&c.by))
            });
        let of_appointments = self
            .appointments
            .iter()
            .all(|a| a.case.is_none_or(|c| cases.contains(&c)) && a.staff.iter().all(|s| staff.contains(s)));
        let of_people = self.people.iter().all(|p| children.contains(&p.child));
        let doer = |doer: &Doer| !matches!(doer, Doer::Staff(who) if !staff.contains(who));
        let of_files = self.analyses.iter().all(|a| cases.contains(&a.case) && staff.contains(&a.author))
            && self
                .goals
                .iter()
                .all(|g| cases.contains(&g.case) && g.progress.iter().all(|p| staff.contains(&p.by)))
            && self.interventions.iter().all(|i| cases.contains(&i.case) && i.who.iter().all(doer))
            && self.documents.iter().all(|d| {
                cases.contains(&d.case)
                    && staff.contains(&d.author)
                    && d.signed.is_none_or(|s| staff.contains(&s.by))
                    && d.steps.iter().all(|s| doer(&s.responsible))
            });
        !(of_people && of_files && of_cases && of_plans && of_days && of_talks && of_notes && of_appointments)
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

/// Whether something that a house has once stands twice in its lists.
fn listed_twice(settings: &HouseSettings) -> bool {
    twice_by(settings.series.iter().map(Series::name))
        || twice_by(settings.templates.iter().map(|t| t.kind))
        || twice_by(settings.labels.iter().map(|l| l.instrument))
}

/// The staff that a talk names.
fn named(talk: &Talk) -> impl Iterator<Item = StaffId> {
    let took_part = talk.participants.iter().filter_map(|p| match p {
        Participant::Staff(who) => Some(*who),
        _ => None,
    });
    let readers = match &talk.open_to {
        OpenTo::House => &[][..],
        OpenTo::Only(readers) => readers,
    };
    took_part.chain(readers.iter().copied())
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

fn twice<T: Record>(records: &[T]) -> bool
where
    T::Key: Ord,
{
    twice_by(records.iter().map(Record::key))
}

fn twice_by<K: Ord>(mut keys: impl Iterator<Item = K>) -> bool {
    let mut seen = BTreeSet::new();
    !keys.all(|k| seen.insert(k))
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

/// Fills an empty house. Staff, programmes and closures that the founding left replace each other by key.
pub(crate) fn restore<F: Facts>(facts: &F, records: &Records) -> Result<Decision, Denied<F::Error>> {
    let mut reasons: Vec<Reason> = records.contradictions().into_iter().map(Reason::Contradiction).collect();
    if !facts.children().map_err(Denied::Failed)?.is_empty() {
        reasons.insert(0, Reason::HouseNotEmpty);
    }
    let staff = facts.staff().map_err(Denied::Failed)?;
    let taken =
        records.staff.iter().filter(|r| staff.iter().any(|s| s.initials == r.initials && s.id != r.id));
    reasons.extend(taken.map(|s| Reason::InitialsTaken(s.initials.clone())));
    Refusal::unless_empty(reasons)?;
    let programmes =
        facts.programmes().map_err(Denied::Failed)?.into_iter().map(|(_, p)| p).collect::<Vec<_>>();
    let calendar = facts.calendar().map_err(Denied::Failed)?;
    let mut changes: Vec<Change> = Vec::new();
    // Closures are replaced as a whole: the founding's defaults must not stay beside the restored ones.
    for closure in calendar.closures().iter().filter(|c| !records.closures.contains(c)) {
        if !records.closures.iter().any(|r| r.id == closure.id) {
            changes.extend(Edit::new(Some(closure.clone()), None).ok().map(Change::from));
        }
    }
    put(&mut changes, &staff, &records.staff);
    put(&mut changes, &programmes, &records.programmes);
    put(&mut changes, calendar.closures(), &records.closures);
    put(&mut changes, &[], &records.children);
    put(&mut changes, &[], &records.people);
    put(&mut changes, &[], &cases_in_order(&records.cases));
    put(&mut changes, &[], &records.analyses);
    put(&mut changes, &[], &records.goals);
    put(&mut changes, &[], &records.interventions);
    put(&mut changes, &[], &records.documents);
    put(&mut changes, &[], &records.timetables);
    put(&mut changes, &[], &records.teaching);
    put(&mut changes, &[], &records.appointments);
    put(&mut changes, &[], &records.talks);
    put(&mut changes, &[], &records.addenda);
    put(&mut changes, &[], &records.follow_ups);
    put(&mut changes, &[], &records.measures);
    let settled = facts.settings().map_err(Denied::Failed)?;
    put(&mut changes, settled.as_slice(), records.settings.as_slice());
    let days: Vec<Day> = records.days.iter().filter(|d| !d.says_nothing()).cloned().collect();
    put(&mut changes, &[], &days);
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
