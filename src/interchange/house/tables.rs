//! The records as CSV tables: a file for each kind of record, and one for each list of parts that a record has, with
//! the record's id and the part's number before it.

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;
use trivsel_domain::record::Records;

/// What spreadsheets recognise UTF-8 by.
pub(crate) const MARK: char = '\u{FEFF}';

/// A file: UTF-8 with a mark, semicolons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the file is called.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// A JSON value with its fields in the order of the record.
#[derive(Deserialize)]
#[serde(untagged)]
enum Node {
    Object(IndexMap<String, Node>),
    List(Vec<Node>),
    Cell(Value),
}

/// Cells by column.
type Line = IndexMap<String, String>;

/// The records as tables. A kind of which there is no record has no table; a column that no record fills is left out.
///
/// # Errors
/// Where a record can't be written.
pub fn write_tables(records: &Records) -> anyhow::Result<Vec<Table>> {
    let kinds: IndexMap<String, Node> = serde_json::from_str(&serde_json::to_string(records)?)?;
    let mut tables: IndexMap<String, Vec<Line>> = IndexMap::new();
    for (kind, records) in kinds {
        let records = match records {
            Node::List(list) => list,
            Node::Cell(Value::Null) => Vec::new(),
            one => vec![one],
        };
        for (record, n) in records.into_iter().zip(1..) {
            add(&mut tables, &kind, &Line::new(), &kind, n, record);
        }
    }
    tables.into_iter().map(|(name, lines)| table(&name, &lines)).collect()
}

/// Adds a line to a table, and the parts of the record to theirs. `owner` are the columns that say which record the
/// parts belong to.
fn add(tables: &mut IndexMap<String, Vec<Line>>, table: &str, owner: &Line, list: &str, n: u32, node: Node) {
    let mut line = owner.clone();
    let mut parts = Vec::new();
    if !owner.is_empty() {
        line.insert(list.to_owned(), n.to_string());
    }
    flatten(&mut line, &mut parts, String::new(), node);
    let mut below = owner.clone();
    let id = if owner.is_empty() { line.get("id").cloned() } else { None };
    below.insert(list.to_owned(), id.unwrap_or_else(|| n.to_string()));
    tables.entry(table.to_owned()).or_default().push(line);
    for (path, nodes) in parts {
        for (node, n) in nodes.into_iter().zip(1..) {
            add(tables, &format!("{table}-{path}"), &below, &path, n, node);
        }
    }
}

/// Columns of a value: a field of an object is `object.field`, numbers in a list are `list.1`, `list.2`; texts in a
/// list share a cell, each on a line of its own. Lists of objects are parts.
fn flatten(line: &mut Line, parts: &mut Vec<(String, Vec<Node>)>, path: String, node: Node) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match node {
        Node::Object(fields) => {
            for (name, node) in fields {
                flatten(line, parts, below(&name), node);
            }
        }
        Node::List(list) if list.iter().any(|n| matches!(n, Node::Object(_))) => parts.push((path, list)),
        Node::List(list) if list.iter().any(|n| matches!(n, Node::Cell(Value::Number(_)))) => {
            for (node, n) in list.into_iter().zip(1_u32..) {
                flatten(line, parts, below(&n.to_string()), node);
            }
        }
        Node::List(list) => {
            let texts = list.iter().filter_map(|n| match n {
                Node::Cell(Value::String(text)) => Some(text.as_str()),
                _ => None,
            });
            line.insert(path, guarded(texts.collect::<Vec<_>>().join("\n")));
        }
        Node::Cell(value) => {
            let cell = match value {
                Value::Null => String::new(),
                Value::String(text) => guarded(text),
                number => number.to_string(),
            };
            line.insert(path, cell);
        }
    }
}

/// A text with `'` before it where a spreadsheet would take it for a formula, or where it begins with `'` itself.
/// Numbers stay as they are.
pub(crate) fn guarded(text: String) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text }
}

fn table(name: &str, lines: &[Line]) -> anyhow::Result<Table> {
    let mut columns: IndexMap<&str, bool> = IndexMap::new();
    for (column, cell) in lines.iter().flatten() {
        *columns.entry(column).or_default() |= !cell.is_empty();
    }
    let columns: Vec<&str> =
        columns.into_iter().filter(|(_, filled)| *filled).map(|(name, _)| name).collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_string().into_bytes());
    writer.write_record(&columns)?;
    for line in lines {
        writer.write_record(columns.iter().map(|c| line.get(*c).map_or("", String::as_str)))?;
    }
    let text = String::from_utf8(writer.into_inner()?)?;
    Ok(Table { name: format!("{name}.csv"), text })
}
