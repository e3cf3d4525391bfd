//! A whole house as files. JSON holds the records as the domain serialises them, in an envelope with the number of the
//! format, and is read again. CSV is a table for each kind of record, for people who compute on it, and is only
//! written.
//!
//! The history is not part of either: it is chained to the key of the house that wrote it.

mod format_2;
mod read;
mod tables;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use trivsel_domain::record::Records;

pub use read::read_house;
pub(crate) use tables::{MARK, guarded};
pub use tables::{Table, write_tables};

/// The name of the format, as the file says it.
const FORMAT: &str = "trivsel-house";

/// The version of the format this program writes, and the newest it reads.
pub(crate) const VERSION: u64 = 11;

/// What a JSON file holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<R> {
    format: String,
    version: u64,
    records: R,
}

/// Writes a house as one JSON object. The same records give the same bytes.
///
/// # Errors
/// Where JSON can't hold a record.
pub fn write_house(records: &Records) -> serde_json::Result<String> {
    let envelope = Envelope { format: FORMAT.to_owned(), version: VERSION, records };
    let mut text = serde_json::to_string_pretty(&envelope)?;
    text.push('\n');
    Ok(text)
}
