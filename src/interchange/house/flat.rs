//! A house as one table: a record a line, what belongs to a record on lines of its own that name it under `of`.

use std::collections::HashMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::rows::{
    AppointmentRow, BlockRow, CaseRow, ChildRow, ClassRow, ClosureRow, DayRow, House, MoveRow, ProgrammeRow,
    StaffRow, SubjectRow, TalkRow, TeachingRow, TimetableRow, WeekdayRow,
};
use super::{FORMAT, VERSION, json, spreadsheet};
use crate::interchange::problem::{Fault, Problem};

/// The columns, shared by all kinds of record. `record` says which kind; `of` names the record it belongs to.
pub(in crate::interchange) const COLUMNS: &[&str] = &[
    "record",
    "of",
    "format",
    "version",
    "id",
    "initials",
    "name",
    "competencies",
    "phone",
    "mail",
    "left_on",
    "code",
    "seats",
    "kind",
    "rule",
    "born",
    "school",
    "year",
    "grade",
    "letter",
    "child",
    "programme",
    "referred",
    "note",
    "stage",
    "seat",
    "admitted",
    "closed",
    "outcome",
    "declined",
    "priority",
    "last_contact",
    "primary",
    "secondary",
    "expected_end",
    "from_stage",
    "to_stage",
    "on",
    "waived",
    "reason",
    "case",
    "from",
    "weekday",
    "plan",
    "at",
    "what",
    "aim",
    "subject",
    "lessons",
    "level",
    "goal",
    "materials",
    "date",
    "hours",
    "title",
    "staff",
    "start",
    "minutes",
    "participants",
    "author",
    "signed_at",
    "text",
    "origin",
    "first",
    "second",
    "foretold",
    "told_at",
    "remark",
    "mood",
];

/// Columns that hold a number.
const NUMBERS: [&str; 8] = ["version", "seats", "year", "grade", "seat", "lessons", "minutes", "mood"];

/// Columns that hold several values, with spaces between them.
const LISTS: [&str; 3] = ["competencies", "waived", "staff"];

/// The line that says what the file is.
const HEAD: &str = "house";

/// A kind of record.
struct Kind {
    /// What `record` says.
    record: &'static str,
    /// The list it stands in.
    list: &'static str,
    /// What belongs to it.
    nested: &'static [Kind],
    /// Whether a line can be read as one.
    check: fn(Value) -> serde_json::Result<()>,
}

fn is<T: DeserializeOwned>(value: Value) -> serde_json::Result<()> {
    serde_json::from_value::<T>(value).map(drop)
}

const fn kind(
    record: &'static str,
    list: &'static str,
    nested: &'static [Kind],
    check: fn(Value) -> serde_json::Result<()>,
) -> Kind {
    Kind { record, list, nested, check }
}

const CLASSES: &[Kind] = &[kind("class", "classes", &[], is::<ClassRow>)];
const MOVES: &[Kind] = &[kind("move", "moves", &[], is::<MoveRow>)];
const BLOCKS: &[Kind] = &[kind("block", "blocks", &[], is::<BlockRow>)];
const WEEK: &[Kind] = &[kind("timetable-day", "days", BLOCKS, is::<WeekdayRow>)];
const SUBJECTS: &[Kind] = &[kind("subject", "subjects", &[], is::<SubjectRow>)];
const KINDS: &[Kind] = &[
    kind("staff", "staff", &[], is::<StaffRow>),
    kind("programme", "programmes", &[], is::<ProgrammeRow>),
    kind("closure", "closures", &[], is::<ClosureRow>),
    kind("child", "children", CLASSES, is::<ChildRow>),
    kind("case", "cases", MOVES, is::<CaseRow>),
    kind("timetable", "timetables", WEEK, is::<TimetableRow>),
    kind("teaching", "teaching", SUBJECTS, is::<TeachingRow>),
    kind("appointment", "appointments", &[], is::<AppointmentRow>),
    kind("talk", "talks", &[], is::<TalkRow>),
    kind("day", "days", &[], is::<DayRow>),
];

/// What a line says of the record it belongs to.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Owner {
    of: String,
    weekday: String,
}

fn bad(detail: impl Into<String>) -> Fault {
    Fault::OutOfFormat { detail: detail.into() }
}

pub(super) fn write(file: &House) -> Result<String, Problem> {
    let fault = |error: serde_json::Error| Problem::of_file(bad(json::detail(&error)));
    let value = file.serialize(serde_json::value::Serializer).map_err(fault)?;
    let mut table = spreadsheet::Table::new(COLUMNS);
    let version = VERSION.to_string();
    table.push(&[("record", HEAD), ("format", FORMAT), ("version", &version)]).map_err(Problem::of_file)?;
    for kind in KINDS {
        emit(&mut table, kind, &value[kind.list], &Owner::default()).map_err(Problem::of_file)?;
    }
    table.finish().map_err(Problem::of_file)
}

fn emit(table: &mut spreadsheet::Table, kind: &Kind, list: &Value, owner: &Owner) -> Result<(), Fault> {
    for record in list.as_array().into_iter().flatten() {
        let fields = record.as_object().ok_or_else(|| bad(kind.record))?;
        let mut cells = vec![("record", kind.record.to_owned()), ("of", owner.of.clone())];
        if !fields.contains_key("weekday") {
            cells.push(("weekday", owner.weekday.clone()));
        }
        let is_nested = |name: &str| kind.nested.iter().any(|n| n.list == name);
        cells.extend(fields.iter().filter(|(n, _)| !is_nested(n)).map(|(n, v)| (n.as_str(), cell(v))));
        let borrowed: Vec<(&str, &str)> = cells.iter().map(|(n, c)| (*n, c.as_str())).collect();
        table.push(&borrowed)?;
        let below = owner_of_nested(fields, owner);
        for nested in kind.nested {
            emit(table, nested, &fields[nested.list], &below)?;
        }
    }
    Ok(())
}

fn owner_of_nested(fields: &Map<String, Value>, owner: &Owner) -> Owner {
    let field = |name, inherited: &str| fields.get(name).map_or_else(|| inherited.to_owned(), cell);
    Owner { of: field("id", &owner.of), weekday: field("weekday", "") }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

pub(super) fn read(text: &str) -> Result<House, Vec<Problem>> {
    let rows = spreadsheet::rows(text, COLUMNS)?;
    let mut lines = rows.into_iter();
    let head = lines.next().map(|(_, row)| row).unwrap_or_default();
    let field = |name: &str| head.iter().find(|(n, _)| *n == name).map(|(_, text)| text.as_str());
    let format = field("format").filter(|_| field("record") == Some(HEAD));
    json::check_head(format, field("version").and_then(|v| v.parse().ok()))
        .map_err(|fault| vec![Problem::of_file(fault)])?;
    let mut assembly = Assembly::new();
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
    fn new() -> Self {
        let mut root = Map::new();
        root.insert("format".to_owned(), FORMAT.into());
        root.insert("version".to_owned(), VERSION.into());
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
    } else if LISTS.contains(&name) {
        Ok(text.split_whitespace().map(Value::from).collect())
    } else {
        Ok(Value::String(text))
    }
}
