//! Whether two names on record may be one child's.

use chrono::NaiveDate;
use trivsel_domain::record::Child;
use trivsel_words::text::{fold, fold_plain};

/// Whether a child on record may be the one with this name and birthday: the names are the same but for spelling, or they
/// share the birthday and the given name. Twins share the birthday and the family name.
pub(super) fn may_be(child: &Child, name: &str, born: Option<NaiveDate>) -> bool {
    let given = name.split_whitespace().next().unwrap_or(name);
    are_spellings(child.name.as_str(), name)
        || child.born.is_some() && child.born == born && are_spellings(child.name.given(), given)
}

/// Whether two names are the same but for spelling.
pub(super) fn are_spellings(a: &str, b: &str) -> bool {
    fold(a) == fold(b) || fold_plain(a) == fold_plain(b)
}
