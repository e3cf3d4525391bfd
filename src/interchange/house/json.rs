//! A house as one JSON object.

use serde::Deserialize;

use super::rows::House;
use super::{FORMAT, OLDEST, VERSION};
use crate::problem::{Fault, Problem};

/// What is asked first, so that a newer file is named as such and not by the first field it has more.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

pub(super) fn write(file: &House) -> Result<String, Fault> {
    let mut text =
        serde_json::to_string_pretty(file).map_err(|error| Fault::OutOfFormat { detail: detail(&error) })?;
    text.push('\n');
    Ok(text)
}

pub(super) fn read(text: &str) -> Result<House, Vec<Problem>> {
    let head: Head = serde_json::from_str(text).map_err(|error| vec![out_of_format(&error)])?;
    check_head(head.format.as_deref(), head.version).map_err(|fault| vec![Problem::of_file(fault)])?;
    serde_json::from_str(text).map_err(|error| vec![out_of_format(&error)])
}

/// Whether the file says that it is one of ours.
pub(super) fn check_head(format: Option<&str>, version: Option<u64>) -> Result<(), Fault> {
    match (format, version) {
        (Some(FORMAT), Some(OLDEST..=VERSION)) => Ok(()),
        (Some(FORMAT), Some(version)) if version > VERSION => Err(Fault::NewerHouse { version }),
        _ => Err(Fault::NotAHouse),
    }
}

fn out_of_format(error: &serde_json::Error) -> Problem {
    let detail = detail(error);
    let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
    Problem { line, ..Problem::of_file(Fault::OutOfFormat { detail }) }
}

/// What the reader of the format says, without its own account of the place.
pub(super) fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.as_str(), |(what, _)| what).to_owned()
}
