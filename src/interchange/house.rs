//! A whole house as a file, JSON or CSV: the same records, the same names of fields, out and in again to the byte.
//!
//! Staff are named by initials, everything else by its identity. The history is not part of it: it is chained to the
//! key of the house that wrote it.

mod assembly;
mod back;
mod compact;
mod decimal;
mod files;
mod flat;
mod json;
mod out;
mod rows;
mod settings;
mod spreadsheet;
mod talks;
#[cfg(test)]
mod tests;
mod who;

use trivsel_domain::{Records, Staff};

use super::decode;
use super::problem::{Fault, Problem};

/// The name of the format, as the file says it.
const FORMAT: &str = "trivsel-house";

/// The version of the format this program writes, and the newest it reads.
const VERSION: u64 = 2;

/// The oldest it reads: who took part was a line then, and drafts stood among the talks.
const OLDEST: u64 = 1;

/// The kinds of file a house is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object.
    Json,
    /// One CSV table for spreadsheets: UTF-8 with a mark, semicolons.
    Csv,
}

/// Writes a house. The same records give the same bytes.
///
/// # Errors
/// When a record names a member of staff who is not among them.
pub fn write_house(records: &Records, format: Format) -> Result<String, Fault> {
    let file = out::file(records)?;
    match format {
        Format::Json => json::write(&file),
        Format::Csv => flat::write(&file),
    }
}

/// Reads a house, in whichever format it is. A member of staff with the initials of one in `here` is that one, and
/// takes its identity; the others get new ones.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn read_house(
    bytes: &[u8],
    here: &[Staff],
    mint: &mut dyn FnMut() -> u128,
) -> Result<Records, Vec<Problem>> {
    let text = decode::text(bytes).map_err(|fault| vec![Problem::of_file(fault)])?.text;
    let file = if text.trim_start().starts_with('{') { json::read(&text)? } else { assembly::read(&text)? };
    back::records(file, here, mint)
}
