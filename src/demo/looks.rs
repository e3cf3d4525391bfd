//! What the staff looked at in the weeks before today, for the access log: mostly the children they work with, and now
//! and then another.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use trivsel_domain::record::{Case, Records, Talk};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{CaseId, StaffId, TalkId};

use super::rng::Rng;
use super::school::School;

/// School days on record before today: they reach into the month before on every date.
const RECORD: i64 = 30;
/// Looks a day.
const A_DAY: usize = 3;
/// How often a look is at a child that somebody else works with.
const ELSEWHERE: f64 = 0.2;

/// A look of a member of staff at a case, or at a note in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The member of staff.
    pub by: StaffId,
    /// When it was.
    pub at: NaiveDateTime,
    /// The case.
    pub case: CaseId,
    /// The note, if one was opened.
    pub talk: Option<TalkId>,
}

/// The looks before a day in a house made by [`records`](super::records), earliest first.
#[must_use]
pub fn looks(today: NaiveDate, house: &Records) -> Vec<Look> {
    let school = School::new(Calendar::new(house.closures.clone()), today);
    let mut looks: Vec<Look> = Vec::new();
    for ago in (1..=RECORD).rev() {
        let mut rng = Rng::of(&[15, ago.unsigned_abs()]);
        let date = school.ago(ago);
        let mut at = date.and_hms_opt(8, 5, 0).unwrap_or_default();
        for _ in 0..A_DAY {
            at += TimeDelta::minutes(20 + i64::try_from(rng.below(100)).unwrap_or(0));
            looks.extend(look(house, date, at, &mut rng));
        }
    }
    looks
}

fn look(house: &Records, date: NaiveDate, at: NaiveDateTime, rng: &mut Rng) -> Option<Look> {
    let by = rng.pick(&house.staff)?.id;
    let elsewhere = rng.chance(ELSEWHERE);
    let is_own = |case: &Case| case.contacts.has(by);
    let fits = |case: &&Case| case.holds_seat_on(date) && is_own(case) != elsewhere;
    let cases: Vec<&Case> = house.cases.iter().filter(fits).collect();
    let case = rng.pick(&cases)?.id;
    let open = |talk: &&Talk| talk.case() == Some(case) && talk.date < date && talk.is_open_to(by);
    let last = house.talks.iter().rfind(open);
    let talk = last.filter(|_| rng.chance(0.5)).map(|talk| talk.id);
    Some(Look { by, at, case, talk })
}
