//! A child that was entered twice, in words: what stands against making it one, and the changes that did.

use trivsel_domain::decide::MergeFault;
use trivsel_domain::record::{Change, Staff};
use trivsel_domain::value::Coded;

use crate::change::{self, Told};
use crate::refusal::who;
use crate::{Words, dates};

/// The sentence, without the full stop.
#[must_use]
pub fn fault(words: &Words, staff: &[Staff], fault: &MergeFault) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    let stage = |stage: trivsel_domain::value::Stage| words.code("stage", stage.code());
    match fault {
        MergeFault::Itself => words.get("refusal-merge-itself").to_owned(),
        MergeFault::OtherCpr => words.get("refusal-merge-other-cpr").to_owned(),
        MergeFault::OpenTwice { ours, theirs } => {
            let args = [("ours", stage(*ours).into()), ("theirs", stage(*theirs).into())];
            words.with("refusal-merge-open-twice", &args)
        }
        MergeFault::CoursesOverlap { from } => {
            words.with("refusal-merge-overlap", &[("date", day(*from).into())])
        }
        MergeFault::SignedSince { by, at } => words.with(
            "refusal-merge-signed",
            &[("who", who(words, staff, Some(*by)).into()), ("date", day(at.date()).into())],
        ),
        MergeFault::JoinedSince => words.get("refusal-merge-joined").to_owned(),
    }
}

/// What a change of a merging says in place of its usual title.
#[must_use]
pub fn title(words: &Words, change: &Change, told: Told) -> Told {
    let record = || words.code("record", change.kind().code());
    let id = match change {
        Change::Child(edit) if edit.old().is_some() && edit.new_state().is_some() => "change-merged-kept",
        Change::Child(_) => "change-merged-gone",
        Change::Person(edit) if edit.old().is_none() || edit.new_state().is_none() => "change-merged-double",
        Change::Person(edit) if edit.old().map(|p| p.child) == edit.new_state().map(|p| p.child) => {
            return told;
        }
        _ => "change-merged-moved",
    };
    let made = if matches!(change, Change::Child(_)) {
        words.get(id).to_owned()
    } else {
        words.with(id, &[("record", record().into())])
    };
    let title = change::named(words, change, made);
    Told { title, ..told }
}
