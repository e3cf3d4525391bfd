//! Reads a house from a file. What a record can't say about itself is checked here; whether the records make a sound
//! house together is for the rules.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;
use trivsel_domain::record::{Records, Staff};
use trivsel_domain::value::StaffId;

use super::{Envelope, FORMAT, VERSION, format_2};
use crate::decode;
use crate::problem::{Fault, Problem};

/// Read first, so that a newer file is named as such and not by the first field it has more.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

/// Reads a house from JSON, or from the tables of format 2. A member of staff with the initials of one in `here` is
/// that one and takes its identity.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn read_house(
    bytes: &[u8],
    here: &[Staff],
    mint: &mut dyn FnMut() -> u128,
) -> Result<Records, Vec<Problem>> {
    let text = decode::text(bytes).map_err(|fault| vec![Problem::of_file(fault)])?.text;
    let mut records = if text.trim_start().starts_with('{') {
        json(&text, here, mint)?
    } else {
        let file = format_2::table::read(&text)?;
        known(&format_2::records(file, here, mint)?)?
    };
    let problems = check(&mut records, here);
    if problems.is_empty() { Ok(records) } else { Err(problems) }
}

fn json(text: &str, here: &[Staff], mint: &mut dyn FnMut() -> u128) -> Result<Records, Vec<Problem>> {
    let syntax = |error: &serde_json::Error| vec![out_of_format(".", error)];
    let head: Head = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    let one = |fault| Err(vec![Problem::of_file(fault)]);
    match (head.format.as_deref(), head.version) {
        // Format 10 is this one without the names of registers, format 9 also without the children that were found to
        // be two, format 8 also without the identities of merged children, the talks chosen for documents and the names
        // of goals in figures, format 7 also without the figures of documents, marks of misplaced notes, consents and
        // correspondence, format 6 also without rules of concern and series of
        // several lines, format 5 also without weeks at own schools and limits of absence, format 4 also without series
        // and the reasons of appointments that were not held, format 3 also without the rhythm of a case, judgements
        // and answers. All of these may be missing.
        (Some(FORMAT), Some(3..=VERSION)) => {}
        (Some(FORMAT), Some(1 | 2)) => {
            let file = serde_json::from_str(text).map_err(|error| syntax(&error))?;
            return known(&format_2::records(file, here, mint)?);
        }
        (Some(FORMAT), Some(version)) if version > VERSION => return one(Fault::NewerHouse { version }),
        _ => return one(Fault::NotAHouse),
    }
    // Straight from the text, so that a fault has its line.
    let mut reader = serde_json::Deserializer::from_str(text);
    let envelope: Envelope<Records> = serde_path_to_error::deserialize(&mut reader).map_err(refused)?;
    reader.end().map_err(|error| syntax(&error))?;
    let file: Value = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    let read = serde_json::to_value(&envelope.records).map_err(|error| syntax(&error))?;
    all_read("records", &file["records"], &read)?;
    let ids = identities(&envelope.records.staff, here, mint);
    if ids.is_empty() { Ok(envelope.records) } else { known(&renamed(read, &ids)) }
}

/// The records of a value, all of which must be known.
fn known(file: &Value) -> Result<Records, Vec<Problem>> {
    let records: Records = serde_path_to_error::deserialize(file).map_err(refused)?;
    let read = serde_json::to_value(&records).map_err(|error| vec![out_of_format(".", &error)])?;
    all_read("records", file, &read)?;
    Ok(records)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn refused(error: serde_path_to_error::Error<serde_json::Error>) -> Vec<Problem> {
    vec![out_of_format(&error.path().to_string(), error.inner())]
}

fn out_of_format(path: &str, error: &serde_json::Error) -> Problem {
    let text = error.to_string();
    let what = text.split_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    let detail = if path == "." { what.to_owned() } else { format!("{path}: {what}") };
    let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
    Problem { line, ..Problem::of_file(Fault::OutOfFormat { detail }) }
}

/// Refuses what stands in a file but not in what was read from it: a misspelt name would be lost unseen. Serde alone
/// can't see that inside a tagged enum.
fn all_read(path: &str, file: &Value, read: &Value) -> Result<(), Vec<Problem>> {
    let says_nothing = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    match (file, read) {
        (Value::Object(file), Value::Object(read)) => file.iter().try_for_each(|(name, value)| {
            let path = format!("{path}.{name}");
            match read.get(name) {
                Some(read) => all_read(&path, value, read),
                None if says_nothing(value) => Ok(()),
                None => {
                    let detail = format!("{path}: unknown field");
                    Err(vec![Problem::of_file(Fault::OutOfFormat { detail })])
                }
            }
        }),
        (Value::Array(file), Value::Array(read)) => file
            .iter()
            .zip(read)
            .enumerate()
            .try_for_each(|(n, (value, read))| all_read(&format!("{path}[{n}]"), value, read)),
        _ => Ok(()),
    }
}

/// The identities that change: of staff who are here already, and of those whose identity somebody else has here.
fn identities(staff: &[Staff], here: &[Staff], mint: &mut dyn FnMut() -> u128) -> HashMap<StaffId, StaffId> {
    let mut ids = HashMap::new();
    for member in staff {
        let new = match here.iter().find(|h| h.initials == member.initials) {
            Some(known) => known.id,
            None if here.iter().any(|h| h.id == member.id) => StaffId::from_u128(mint()),
            None => member.id,
        };
        if new != member.id {
            ids.insert(member.id, new);
        }
    }
    ids
}

fn renamed(value: Value, ids: &HashMap<StaffId, StaffId>) -> Value {
    match value {
        Value::String(text) => {
            let new = text.parse().ok().and_then(|id: StaffId| ids.get(&id));
            Value::String(new.map_or(text, ToString::to_string))
        }
        Value::Array(list) => list.into_iter().map(|v| renamed(v, ids)).collect(),
        Value::Object(fields) => fields.into_iter().map(|(n, v)| (n, renamed(v, ids))).collect(),
        other => other,
    }
}

/// What the records' own types let through.
fn check(records: &mut Records, here: &[Staff]) -> Vec<Problem> {
    let bad = |detail: String| Fault::OutOfFormat { detail };
    let mut faults: Vec<Fault> = Vec::new();
    for staff in &records.staff {
        let works_here = here.iter().any(|h| h.id == staff.id && h.left_on.is_none());
        // Otherwise the person who fills the house would lock themselves out.
        if works_here && staff.left_on.is_some() {
            faults.push(Fault::HasLeft(staff.initials.clone()));
        }
    }
    for child in &mut records.children {
        let classes = child.classes().to_vec();
        let count = classes.len();
        *child = child.clone().with_classes(classes);
        if child.classes().len() != count {
            faults.push(bad(format!("child {}: classes", child.id)));
        }
    }
    let unsound = records.closures.iter().filter(|c| c.rule.checked().is_err());
    faults.extend(unsound.map(|c| bad(format!("closure {}: rule", c.id))));
    let empty = records.days.iter().filter(|d| d.says_nothing());
    faults.extend(empty.map(|d| bad(format!("day {} {}: empty", d.case, d.date))));
    // Importing a draft would sign it behind its author's back.
    for talk in records.talks.iter().filter(|t| t.signed_at.is_none()) {
        let author = records.staff.iter().find(|s| s.id == talk.author).map(|s| s.initials.clone());
        faults.push(author.map_or(Fault::NoParent, |author| Fault::Unsigned { date: talk.date, author }));
    }
    faults.into_iter().map(Problem::of_file).collect()
}
