//! The lines of a table come together to the file of a house.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::flat::{COLUMNS, HEAD, KINDS, Kind, Owner, TEXTS, bad, cell};
use super::rows::House;
use super::{FORMAT, OLDEST, json, spreadsheet};
use crate::problem::{Fault, Problem};

/// Columns that hold a number.
const NUMBERS: [&str; 10] =
    ["version", "seats", "year", "grade", "seat", "lessons", "minutes", "mood", "far", "to_level"];

/// Columns that hold yes or no.
const FLAGS: [&str; 1] = ["custody"];

/// Columns that hold several values, with spaces between them.
const LISTS: [&str; 5] = ["competencies", "waived", "staff", "lines", "cut_offs"];

pub(super) fn read(text: &str) -> Result<House, Vec<Problem>> {
    let rows = spreadsheet::rows(text, COLUMNS)?;
    let mut lines = rows.into_iter();
    let head = lines.next().map(|(_, row)| row).unwrap_or_default();
    let field = |name: &str| head.iter().find(|(n, _)| *n == name).map(|(_, text)| text.as_str());
    let format = field("format").filter(|_| field("record") == Some(HEAD));
    let version = field("version").and_then(|v| v.parse().ok());
    json::check_head(format, version).map_err(|fault| vec![Problem::of_file(fault)])?;
    let mut assembly = Assembly::new(version.unwrap_or(OLDEST));
    let problems: Vec<Problem> = lines
        .filter_map(|(line, row)| assembly.add(row).err().map(|fault| Problem::on_line(line, fault)))
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    serde_json::from_value(assembly.root).map_err(|error| vec![Problem::of_file(bad(json::detail(&error)))])
}

/// The file as it comes together.
struct Assembly {
    root: Value,
    /// Where the records are that others belong to, as JSON pointers.
    places: HashMap<(&'static str, Owner), String>,
}

impl Assembly {
    fn new(version: u64) -> Self {
        let mut root = Map::new();
        root.insert("format".to_owned(), FORMAT.into());
        root.insert("version".to_owned(), version.into());
        for kind in KINDS {
            root.insert(kind.list.to_owned(), Value::Array(Vec::new()));
        }
        Self { root: Value::Object(root), places: HashMap::new() }
    }

    fn add(&mut self, row: Vec<(&'static str, String)>) -> Result<(), Fault> {
        let mut fields: HashMap<&str, String> = row.into_iter().collect();
        let record = fields.remove("record").unwrap_or_default();
        let of = fields.remove("of").unwrap_or_default();
        let (path, kind) = find(&record).ok_or_else(|| bad(format!("record {record:?}")))?;
        // A block names its weekday only to say whose it is.
        let weekday = match (path, kind.record) {
            (_, "timetable-day") => fields.get("weekday").cloned().unwrap_or_default(),
            (Some("timetable-day"), _) => fields.remove("weekday").unwrap_or_default(),
            _ => String::new(),
        };
        let mut object = Map::new();
        for (name, text) in fields {
            object.insert(name.to_owned(), value(name, text)?);
        }
        (kind.check)(Value::Object(object.clone())).map_err(|error| bad(json::detail(&error)))?;
        let list = match path {
            None if of.is_empty() => format!("/{}", kind.list),
            None => return Err(bad("of")),
            Some(parent) => {
                let own = if parent == "timetable-day" { weekday.clone() } else { String::new() };
                let place = self.places.get(&(parent, Owner { of: of.clone(), weekday: own }));
                format!("{}/{}", place.ok_or(Fault::NoParent)?, kind.list)
            }
        };
        let owner = owner_key(&object, of, weekday);
        for nested in kind.nested {
            object.insert(nested.list.to_owned(), Value::Array(Vec::new()));
        }
        let Some(Value::Array(rows)) = self.root.pointer_mut(&list) else { return Err(Fault::NoParent) };
        rows.push(Value::Object(object));
        let place = format!("{list}/{}", rows.len() - 1);
        if !kind.nested.is_empty() && self.places.insert((kind.record, owner), place).is_some() {
            return Err(bad("id"));
        }
        Ok(())
    }
}

fn owner_key(object: &Map<String, Value>, of: String, weekday: String) -> Owner {
    Owner { of: object.get("id").map_or(of, cell), weekday }
}

/// A kind of record and the kind it belongs to.
fn find(record: &str) -> Option<(Option<&'static str>, &'static Kind)> {
    fn below(
        kinds: &'static [Kind],
        parent: Option<&'static str>,
        record: &str,
    ) -> Option<(Option<&'static str>, &'static Kind)> {
        kinds.iter().find_map(|kind| {
            let own = (kind.record == record).then_some((parent, kind));
            own.or_else(|| below(kind.nested, Some(kind.record), record))
        })
    }
    below(KINDS, None, record)
}

fn value(name: &str, text: String) -> Result<Value, Fault> {
    if NUMBERS.contains(&name) {
        text.parse::<u32>().map(Value::from).map_err(|_| bad(format!("{name}: {text:?}")))
    } else if FLAGS.contains(&name) {
        text.parse::<bool>().map(Value::from).map_err(|_| bad(format!("{name}: {text:?}")))
    } else if LISTS.contains(&name) {
        Ok(text.split_whitespace().map(Value::from).collect())
    } else if TEXTS.contains(&name) {
        Ok(text.split('\n').map(Value::from).collect())
    } else {
        Ok(Value::String(text))
    }
}
