//! The merging of two children that are one: what is asked, and what comes of it.

use alloc::vec::Vec;

use crate::decide::merge_fault::MergeFault;
use crate::record::case::Case;
use crate::record::child::Child;

/// The fields of a child that can differ between two records of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildField {
    /// The name.
    Name,
    /// The date of birth.
    Born,
    /// The civil registration number.
    Cpr,
    /// The sending school.
    School,
    /// The classes.
    Classes,
}

/// Two children that are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The child that stays, as the user saw it; if it has changed since, the action is refused.
    pub kept: Child,
    /// The child that was entered twice, as the user saw it. Its cases and people move, and its record goes.
    pub gone: Child,
    /// The fields that are right in the record that goes. A field that one of the two lacks is taken from the other.
    pub theirs: Vec<ChildField>,
}

impl Merge {
    /// The one child. Of two classes in one school year the chosen record's stays.
    #[must_use]
    pub fn child(&self) -> Child {
        let Self { kept, gone, .. } = self;
        let is_theirs = |field| self.theirs.contains(&field);
        let name = if is_theirs(ChildField::Name) { &gone.name } else { &kept.name };
        let born = either(is_theirs(ChildField::Born), kept.born, gone.born);
        let school = either(is_theirs(ChildField::School), kept.school.clone(), gone.school.clone());
        let (before, after) = if is_theirs(ChildField::Classes) { (kept, gone) } else { (gone, kept) };
        let classes = before.classes().iter().chain(after.classes()).cloned().collect();
        let cpr = either(is_theirs(ChildField::Cpr), kept.cpr, gone.cpr);
        let former = kept.former.iter().chain(&gone.former).chain([&gone.id]).copied().collect();
        let mut child = kept.clone().with_classes(classes);
        (child.name, child.born, child.school, child.cpr) = (name.clone(), born, school, cpr);
        child.former = former;
        child
    }

    /// What the two records themselves and their cases say against it.
    #[must_use]
    pub fn faults<'a>(&self, cases: impl IntoIterator<Item = &'a Case>) -> Vec<MergeFault> {
        let Self { kept, gone, .. } = self;
        if kept.id == gone.id {
            return [MergeFault::Itself].into();
        }
        let mut faults = Vec::new();
        let differ = kept.cpr.zip(gone.cpr).is_some_and(|(ours, theirs)| ours != theirs);
        faults.extend(differ.then_some(MergeFault::OtherCpr));
        let both = cases.into_iter().filter(|case| [kept.id, gone.id].contains(&case.child));
        let (ours, theirs): (Vec<&Case>, Vec<&Case>) = both.partition(|case| case.child == kept.id);
        for ours in ours {
            faults.extend(theirs.iter().filter_map(|theirs| clash(ours, theirs)));
        }
        faults
    }
}

/// The one value of a field, or the other where it is missing.
fn either<T>(theirs_first: bool, ours: Option<T>, theirs: Option<T>) -> Option<T> {
    if theirs_first { theirs.or(ours) } else { ours.or(theirs) }
}

/// Why two cases can't be one child's: they are both open, or both enrol it on one day.
fn clash(ours: &Case, theirs: &Case) -> Option<MergeFault> {
    if ours.programme != theirs.programme {
        return None;
    }
    if ours.is_open() && theirs.is_open() {
        return Some(MergeFault::OpenTwice { ours: ours.stage(), theirs: theirs.stage() });
    }
    let (ours, theirs) = (ours.enrolment()?, theirs.enrolment()?);
    let from = ours.from.max(theirs.from);
    ours.overlaps(theirs.from, theirs.until).then_some(MergeFault::CoursesOverlap { from })
}
