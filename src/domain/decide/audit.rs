//! Who may read the access log, and the decision on a review of a look.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::{not_among_leaders, not_led};
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::rule::Ruled;
use crate::record::access_review::{AccessReview, Verdict};
use crate::record::edit::Edit;
use crate::record::staff::Staff;
use crate::value::id::{AccessReviewId, StaffId};
use crate::value::text::Line;

impl Ruled for AccessReview {}

/// Records what a leader found of a look, never of their own. Anything but a look that belonged to the work is explained.
pub(super) fn review(
    facts: &dyn Facts,
    id: AccessReviewId,
    look: i64,
    verdict: Verdict,
    note: Option<&Line>,
) -> Result<Decision, Denied> {
    let found = facts.look(look)?.ok_or(Reason::NoSuchLook)?;
    let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
    reasons.extend((found.by == facts.asker()).then_some(Reason::OwnLook));
    let unexplained = verdict != Verdict::WorkRelated && note.is_none();
    reasons.extend(unexplained.then_some(Reason::NothingWritten));
    Refusal::unless_empty(reasons)?;
    let review = AccessReview {
        id,
        look,
        case: found.case,
        reader: found.by,
        on: found.on,
        verdict,
        note: note.cloned(),
        by: facts.asker(),
        at: facts.moment(),
    };
    Ok(Decision::to_do(ActionKind::Review, vec![Edit::create(review).into()]))
}

/// Refuses what only leaders do, such as reading the access log, to somebody who does not lead the house.
///
/// # Errors
/// The refusal, with the leaders of the day.
pub fn only_leaders(staff: &[Staff], who: StaffId, today: NaiveDate) -> Result<(), Refusal> {
    Refusal::unless_empty(not_among_leaders(staff, who, today).into_iter().collect())
}
