//! Whether two names on record may be one person's.

use trivsel_words::text::{fold, fold_plain};

/// Whether two names are the same but for spelling.
pub(super) fn are_spellings(a: &str, b: &str) -> bool {
    fold(a) == fold(b) || fold_plain(a) == fold_plain(b)
}
