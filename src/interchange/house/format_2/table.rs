//! The one CSV table that a house was written as in formats 1 and 2: a record a line, and what belongs to a record on
//! lines of its own, which name it under `of`.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::house::FORMAT;
use crate::problem::{Fault, Problem};
use crate::split;

/// What `record` can say, the kind of record it belongs to, and the list it stands in.
pub(super) const KINDS: [(&str, &str, &str); 31] = [
    ("staff", "", "staff"),
    ("programme", "", "programmes"),
    ("closure", "", "closures"),
    ("child", "", "children"),
    ("class", "child", "classes"),
    ("person", "", "people"),
    ("case", "", "cases"),
    ("move", "case", "moves"),
    ("level", "case", "levels"),
    ("analysis", "", "analyses"),
    ("goal", "", "goals"),
    ("progress", "goal", "progress"),
    ("intervention", "", "interventions"),
    ("document", "", "documents"),
    ("section", "document", "sections"),
    ("plan-step", "document", "steps"),
    ("timetable", "", "timetables"),
    (WEEKDAY, "timetable", "days"),
    ("block", WEEKDAY, "blocks"),
    ("teaching", "", "teaching"),
    ("subject", "teaching", "subjects"),
    ("appointment", "", "appointments"),
    ("talk", "", "talks"),
    ("addendum", "", "addenda"),
    ("follow-up", "", "follow_ups"),
    ("measure", "", "measures"),
    ("day", "", "days"),
    ("settings", "", "settings"),
    ("template", "settings", "templates"),
    ("series", "settings", "series"),
    ("labels", "settings", "labels"),
];

/// The kind that has no id of its own: its blocks name its weekday too.
const WEEKDAY: &str = "timetable-day";

/// Columns that hold a number.
const NUMBERS: [&str; 10] =
    ["version", "seats", "year", "grade", "seat", "lessons", "minutes", "mood", "far", "to_level"];

/// Columns that hold several values with spaces between them.
const LISTS: [&str; 5] = ["competencies", "waived", "staff", "lines", "cut_offs"];

/// Columns that hold several texts, each on a line of its own in the cell.
const TEXTS: [&str; 6] = ["participants", "themes", "methods", "texts", "needs", "doers"];

/// Cells that hold anything, by column.
type Cells = HashMap<String, String>;

/// Reads the table as the JSON of its format.
///
/// # Errors
/// Everything that is wrong with its lines.
pub(in crate::house) fn read(text: &str) -> Result<Value, Vec<Problem>> {
    let (lines, mut problems) = lines(text)?;
    let mut lines = lines.into_iter();
    let head = lines.next().map(|(_, cells)| cells).unwrap_or_default();
    let says = |name: &str| head.get(name).map_or("", String::as_str);
    match (says("record"), says("format"), says("version").parse::<u64>()) {
        ("house", FORMAT, Ok(1 | 2)) => {}
        ("house", FORMAT, Ok(version)) if version > 2 => {
            return Err(vec![Problem::of_file(Fault::NewerHouse { version })]);
        }
        _ => return Err(vec![Problem::of_file(Fault::NotAHouse)]),
    }
    let lists = KINDS.iter().filter(|(_, parent, _)| parent.is_empty());
    let root = lists.map(|(_, _, list)| ((*list).to_owned(), json!([]))).collect();
    let mut file = Assembly { root: Value::Object(root), places: HashMap::new() };
    for (line, cells) in lines {
        problems.extend(file.add(cells).err().map(|fault| Problem::on_line(line, fault)));
    }
    if problems.is_empty() { Ok(file.root) } else { Err(problems) }
}

/// The lines below the headings, and what is wrong with them.
#[expect(clippy::type_complexity, reason = "named where it is taken apart")]
fn lines(text: &str) -> Result<(Vec<(u32, Cells)>, Vec<Problem>), Vec<Problem>> {
    let table = split::with_separator(text, ';');
    let mut problems = table.problems;
    let mut rows = table.rows.into_iter().filter(|r| !r.is_blank());
    let Some(head) = rows.next() else { return Err(vec![Problem::of_file(Fault::Empty)]) };
    let names = head.cells;
    for (n, name) in names.iter().enumerate() {
        if names.iter().take(n).any(|before| before == name) {
            problems.push(Problem::on_line(head.line, Fault::HeadingTwice).headed(name));
        }
    }
    let mut lines = Vec::new();
    for row in rows {
        if row.cells.iter().skip(names.len()).any(|c| !c.is_empty()) {
            problems.push(Problem::on_line(row.line, Fault::ExtraCell));
        }
        let cells = names.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        // `'` stands before what a spreadsheet would take for a formula.
        let bare = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
        lines.push((row.line, cells.map(|(name, cell)| (name.clone(), bare(cell))).collect()));
    }
    Ok((lines, problems))
}

/// The file as it comes together.
struct Assembly {
    root: Value,
    /// Where a record that others belong to stands, as a JSON pointer: by its kind, its id and its weekday.
    places: HashMap<(&'static str, String, String), String>,
}

impl Assembly {
    fn add(&mut self, mut cells: Cells) -> Result<(), Fault> {
        let record = cells.remove("record").unwrap_or_default();
        let kind = KINDS.iter().find(|(kind, _, _)| *kind == record);
        let &(kind, parent, list) = kind.ok_or_else(|| bad(format!("record »{record}«")))?;
        let of = cells.remove("of").unwrap_or_default();
        let weekday = match (kind, parent) {
            (WEEKDAY, _) => cells.get("weekday").cloned().unwrap_or_default(),
            (_, WEEKDAY) => cells.remove("weekday").unwrap_or_default(),
            _ => String::new(),
        };
        let list = if parent.is_empty() {
            format!("/{list}")
        } else {
            let own = if parent == WEEKDAY { weekday.clone() } else { String::new() };
            let place = self.places.get(&(parent, of.clone(), own)).ok_or(Fault::NoParent)?;
            format!("{place}/{list}")
        };
        let id = cells.get("id").cloned().unwrap_or(of);
        let mut fields = Map::new();
        for (_, _, parts) in KINDS.iter().filter(|(_, parent, _)| *parent == kind) {
            fields.insert((*parts).to_owned(), json!([]));
        }
        for (name, cell) in cells {
            let value = value(&name, cell)?;
            fields.insert(name, value);
        }
        let Some(Value::Array(rows)) = self.root.pointer_mut(&list) else { return Err(Fault::NoParent) };
        rows.push(Value::Object(fields));
        let place = format!("{list}/{}", rows.len() - 1);
        let has_parts = KINDS.iter().any(|(_, parent, _)| *parent == kind);
        if has_parts && self.places.insert((kind, id, weekday), place).is_some() {
            return Err(bad("id".to_owned()));
        }
        Ok(())
    }
}

fn value(name: &str, cell: String) -> Result<Value, Fault> {
    let wrong = |cell: &str| bad(format!("{name}: »{cell}«"));
    Ok(if NUMBERS.contains(&name) {
        cell.parse::<u32>().map_err(|_| wrong(&cell))?.into()
    } else if name == "custody" {
        cell.parse::<bool>().map_err(|_| wrong(&cell))?.into()
    } else if LISTS.contains(&name) {
        cell.split_whitespace().map(Value::from).collect()
    } else if TEXTS.contains(&name) {
        cell.split('\n').map(Value::from).collect()
    } else {
        cell.into()
    })
}

fn bad(detail: String) -> Fault {
    Fault::OutOfFormat { detail }
}
