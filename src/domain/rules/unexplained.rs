//! Unexplained absence: unlawful absence on its own day, until it is explained or the parents are called.

use crate::record::day::{Day, Origin};
use crate::record::talk::TalkKind;
use crate::rules::obligations::ledger::WITH_PARENTS;
use crate::value::mark::Mark;

/// Whether a day in the register is unexplained while it lasts: it is unlawful in the morning or at the end, nobody has
/// written why, and nobody has spoken with the parents that day.
/// Source: the order on absence (unlawful when the parents have not told why on the same day); the remark and the talk
/// are our own.
#[must_use]
pub fn is_unexplained(day: &Day, spoken: bool) -> bool {
    let unlawful = day.first == Some(Mark::Unlawful) || day.second == Some(Mark::Unlawful);
    unlawful && day.origin == Origin::Own && day.remark.is_none() && !spoken
}

/// Whether the house speaks with the parents in a kind of talk.
#[must_use]
pub fn is_with_parents(kind: TalkKind) -> bool {
    WITH_PARENTS.contains(&kind)
}
