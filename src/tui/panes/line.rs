//! Short texts about a case that several panes show.

use chrono::NaiveDate;

use crate::tui::view::CaseView;

/// The class on a date, `7.b`; a dash where none is known.
#[must_use]
pub fn class_of(row: &CaseView, date: NaiveDate) -> String {
    row.child.class_on(date).map_or_else(
        || "–".to_owned(),
        |class| {
            format!("{}.{}", class.grade_on(date).number(), class.letter()).trim_end_matches('.').to_owned()
        },
    )
}
