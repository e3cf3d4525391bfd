//! The words for the access log: what somebody did, and what a review found.

use trivsel_domain::record::{AccessReview, Staff};
use trivsel_domain::value::Coded;
use trivsel_store::Access;

use super::{Words, dates, talk};

/// What was done, without whose case it was: "åbnede et notat". A search is told with its text.
#[must_use]
pub fn told(words: &Words, access: &Access) -> String {
    match access {
        Access::Opened => words.get("access-opened").to_owned(),
        Access::Case(_) => words.get("access-case").to_owned(),
        Access::Talk { .. } => words.get("access-talk").to_owned(),
        Access::RefusedTalk { .. } => words.get("access-refused-talk").to_owned(),
        Access::Search { text, .. } => words.with("access-search", &[("text", text.as_str().into())]),
        Access::Why { text, .. } => words.with("access-why", &[("text", text.as_str().into())]),
        Access::Seal(_) => words.get("access-seal").to_owned(),
        Access::Audit { .. } => words.get("access-audit").to_owned(),
        Access::Export { what, .. } => words.with("access-export", &[("what", what.as_str().into())]),
    }
}

/// What a review found, by whom and when, and why.
#[must_use]
pub fn review(words: &Words, staff: &[Staff], review: &AccessReview) -> String {
    let day = dates::day_month_year(words.lang(), review.at.date());
    let found = words.code("verdict", review.verdict.code());
    let by = talk::initials(staff, review.by);
    let told =
        words.with("access-reviewed", &[("found", found.into()), ("by", by.into()), ("day", day.into())]);
    match &review.note {
        Some(note) => format!("{told}: {}", note.as_str()),
        None => told,
    }
}
