//! Short texts about a case that several panes show.

use chrono::NaiveDate;

use crate::view::CaseView;
use trivsel_words::typed_class::class_on;

/// The class on a date, such as `7.b`, or a dash if none is known.
#[must_use]
pub fn class_of(row: &CaseView, date: NaiveDate) -> String {
    class_on(&row.child, date).unwrap_or_else(|| "–".to_owned())
}
