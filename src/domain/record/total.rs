//! How the lines of a score make one number.

use crate::value::code::coded;

/// The most lines of a series of the house. Source: outcome measures, other series a house may define itself.
pub const MOST_LINES: usize = 12;

coded! {
    "total"
    /// How the lines of a series make one number.
    pub enum Total {
        /// Their sum.
        Sum = "sum",
        /// Their mean, rounded to a tenth.
        Mean = "mean",
        /// They don't: each line stands alone.
        None = "none",
    }
}
