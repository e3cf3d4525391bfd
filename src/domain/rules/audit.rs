//! The audit of the access log: which looks are drawn for a review. Source: the protection of the people in it (a
//! reproducible sample of the looks by staff who are neither contact, participant nor author).

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::record::change::Change;
use crate::record::edit::Record;
use crate::record::follow_up::Doer;
use crate::rules::dossier::Dossier;
use crate::value::id::{AnyKey, CaseId, StaffId};
use crate::with_edit;

/// The looks of a member of staff at a case on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// The number of the first of them in the access log, from 1.
    pub number: i64,
    /// The member of staff.
    pub by: StaffId,
    /// The case.
    pub case: CaseId,
    /// The day.
    pub on: NaiveDate,
    /// How many there are on the day, from 1.
    pub count: u32,
}

/// The looks by day, from single ones in any order, by their numbers.
#[must_use]
pub fn by_day(looks: impl IntoIterator<Item = (i64, StaffId, CaseId, NaiveDate)>) -> Vec<Look> {
    let mut days: BTreeMap<(StaffId, CaseId, NaiveDate), Look> = BTreeMap::new();
    for (number, by, case, on) in looks {
        let look = days.entry((by, case, on)).or_insert(Look { number, by, case, on, count: 0 });
        look.number = look.number.min(number);
        look.count += 1;
    }
    let mut looks: Vec<Look> = days.into_values().collect();
    looks.sort();
    looks
}

/// Draws a number of looks, in the order of the log. The draw depends on the house, the month and the looks alone, and a
/// look that comes to the others or leaves them changes at most one of those drawn.
#[must_use]
pub fn draw(mut looks: Vec<Look>, house: [u8; 16], month: NaiveDate, size: usize) -> Vec<Look> {
    let seed = u128::from_be_bytes(house);
    let month = u64::from(month.year().unsigned_abs()) * 12 + u64::from(month.month0());
    let [low, high] = [seed as u64, (seed >> 64) as u64];
    let rank = |look: &Look| mix(mix(mix(low) ^ high) ^ month) ^ look.number.unsigned_abs();
    looks.sort_by_key(|look| (mix(rank(look)), look.number));
    looks.truncate(size);
    looks.sort();
    looks
}

/// Spreads a number over all 64 bits. Source: the finaliser of SplitMix64.
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Whether a member of staff took part in a case until a day, by its dossier: in a talk, as its author or otherwise, in an
/// appointment, or in an intervention.
#[must_use]
pub fn took_part(dossier: &Dossier, who: StaffId, until: NaiveDate) -> bool {
    let talks = dossier.talks.iter().any(|t| t.date <= until && t.has_staff(who));
    let appointments = dossier.appointments.iter().any(|a| a.date <= until && a.staff.contains(&who));
    let carries = |doer: &Doer| *doer == Doer::Staff(who);
    let interventions = dossier.interventions.iter().any(|i| i.from <= until && i.who.iter().any(carries));
    talks || appointments || interventions
}

/// Whether a change of a case gives a member of staff a part in it: as its author, or as the contact of the case. Who took
/// records in from elsewhere (`author` is `None`) did not write them: those have a part whom a record names. Source: our
/// own; otherwise a leader who imported the house would explain every look of theirs.
#[must_use]
pub fn has_part(author: Option<StaffId>, change: &Change, who: StaffId) -> bool {
    let named = author.is_none() && names(change, who);
    author == Some(who) || named || appoints(change, who)
}

/// Whether a record that was taken in names a member of staff, as its author or otherwise. The steps of a case name who took
/// it in.
fn names(change: &Change, who: StaffId) -> bool {
    let is_case = matches!(change, Change::Case(_));
    let staff = AnyKey::from(who);
    !is_case
        && with_edit!(change, edit => edit.new_state().is_some_and(|new| new.references().contains(&staff)))
}

/// Whether a change of a case makes a member of staff its contact.
fn appoints(change: &Change, who: StaffId) -> bool {
    match change {
        Change::Case(edit) => {
            [edit.old(), edit.new_state()].into_iter().flatten().any(|c| c.contacts.has(who))
        }
        _ => false,
    }
}
