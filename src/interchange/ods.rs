//! Reads the sheets of an ODS workbook, as LibreOffice saves it.
//!
//! Not with the library that reads XLSX: it keeps no merged cells of an ODS, and unfolds repeated cells before they can
//! be counted.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use zip::ZipArchive;

use super::bounds::Room;
use super::merged::{Merged, fill_down};
use super::problem::Fault;
use super::table::{Row, Special, Table, WIDEST};

/// What the file says it is.
const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";
/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// A sheet that was read.
pub(super) struct OdsSheet {
    pub name: String,
    pub visible: bool,
    pub table: Table,
}

/// Whether a packed file is an ODS workbook.
pub(super) fn is_ods(bytes: &[u8]) -> bool {
    part(bytes, "mimetype", MIME.len() as u64 + 1).is_ok_and(|kind| kind.trim_end() == MIME)
}

fn part(bytes: &[u8], name: &str, most: u64) -> Result<String, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::BadWorkbook)?;
    let part = archive.by_name(name).map_err(|_| Fault::BadWorkbook)?;
    let mut text = String::new();
    part.take(most).read_to_string(&mut text).map_err(|_| Fault::BadWorkbook)?;
    Ok(text)
}

/// Reads every sheet. The size of the parts is checked before.
pub(super) fn sheets(bytes: &[u8], room: &mut Room) -> Result<Vec<OdsSheet>, Fault> {
    let content = part(bytes, CONTENT, u64::MAX)?;
    let mut reader = Reader::from_str(&content);
    reader.config_mut().expand_empty_elements = true;
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    let mut sheets = Vec::new();
    loop {
        match reader.read_event().map_err(bad)? {
            Event::Start(e) if e.name() == QName("style:style") => style = attribute(&e, "style:name")?,
            Event::Start(e)
                if e.name() == QName("style:table-properties")
                    && attribute(&e, "table:display")? == "false" =>
            {
                hidden.insert(style.clone());
            }
            Event::Start(e) if e.name() == QName("table:table") => {
                let name = attribute(&e, "table:name")?;
                let visible = !hidden.contains(&attribute(&e, "table:style-name")?);
                sheets.push(OdsSheet { name, visible, table: table(&mut reader, room)? });
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn bad<E>(_: E) -> Fault {
    Fault::BadWorkbook
}

/// The value of an attribute; empty without it.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<String, Fault> {
    let found = element.try_get_attribute(name).map_err(bad)?;
    let Some(found) = found else { return Ok(String::new()) };
    let value = quick_xml::escape::unescape(found.value.as_ref()).map_err(bad)?;
    Ok(value.into_owned())
}

/// How often an element stands, or how far it reaches: at least once.
fn number(element: &BytesStart<'_>, name: &str) -> Result<usize, Fault> {
    let text = attribute(element, name)?;
    if text.is_empty() { Ok(1) } else { text.parse().map_err(bad).map(|number: usize| number.max(1)) }
}

fn table(reader: &mut Reader<&[u8]>, room: &mut Room) -> Result<Table, Fault> {
    let mut rows: Vec<Row> = Vec::new();
    let mut merged: Vec<Merged> = Vec::new();
    let mut line: u32 = 1;
    loop {
        match reader.read_event().map_err(bad)? {
            Event::Start(e) if e.name() == QName("table:table-row") => {
                let times = number(&e, "table:number-rows-repeated")?;
                let row = row(reader, line, &mut merged, room)?;
                let times = u32::try_from(times).map_err(bad)?;
                if !row.is_blank() {
                    for copy in 0..times {
                        // The cells of the first one are taken already.
                        let (cells, bytes) = if copy == 0 { (0, 0) } else { row.size() };
                        room.take(1, cells, bytes)?;
                        rows.push(Row { line: line.checked_add(copy).ok_or(Fault::TooMuch)?, ..row.clone() });
                    }
                }
                line = line.checked_add(times).ok_or(Fault::TooMuch)?;
            }
            Event::End(e) if e.name() == QName("table:table") => break,
            Event::Eof => return Err(Fault::BadWorkbook),
            _ => {}
        }
    }
    fill_down(&mut rows, &merged, room)?;
    Ok(Table { rows, merged, ..Table::default() })
}

/// Reads a row, and takes room for its cells before they are copied.
fn row(
    reader: &mut Reader<&[u8]>,
    line: u32,
    merged: &mut Vec<Merged>,
    room: &mut Room,
) -> Result<Row, Fault> {
    let mut row = Row { line, ..Row::default() };
    let mut at: usize = 0;
    loop {
        match reader.read_event().map_err(bad)? {
            Event::Start(e) if e.name() == QName("table:table-cell") => {
                let times = number(&e, "table:number-columns-repeated")?;
                let reach = reach(&e, (line, at))?;
                if reach.first != reach.last {
                    room.take(0, 1, 0)?;
                    merged.push(reach);
                }
                if let Some((text, special)) = cell(reader, &e)? {
                    // All that are further right than any list is wide share the last place.
                    let places = at.min(WIDEST)..at.saturating_add(times).min(WIDEST + 1);
                    let wider = places.end.saturating_sub(row.cells.len());
                    room.take(0, wider, text.len().saturating_mul(places.len()))?;
                    for place in places {
                        row.put(place, text.clone(), special);
                    }
                }
                at = at.saturating_add(times);
            }
            // What merged cells cover is not shown.
            Event::Start(e) if e.name() == QName("table:covered-table-cell") => {
                at = at.saturating_add(number(&e, "table:number-columns-repeated")?);
                skip(reader, "table:covered-table-cell")?;
            }
            Event::End(e) if e.name() == QName("table:table-row") => return Ok(row),
            Event::Eof => return Err(Fault::BadWorkbook),
            _ => {}
        }
    }
}

/// The cells that a cell is merged with.
fn reach(element: &BytesStart<'_>, first: (u32, usize)) -> Result<Merged, Fault> {
    let down = u32::try_from(number(element, "table:number-rows-spanned")?).map_err(bad)?;
    let right = number(element, "table:number-columns-spanned")?;
    let place = |at: usize| at.min(WIDEST);
    let last = (first.0.saturating_add(down - 1), place(first.1.saturating_add(right - 1)));
    Ok(Merged { first: (first.0, place(first.1)), last })
}

/// The text of a cell, and what the text can't express; `None` for a blank one.
fn cell(
    reader: &mut Reader<&[u8]>,
    element: &BytesStart<'_>,
) -> Result<Option<(String, Option<Special>)>, Fault> {
    let shown = shown(reader)?;
    let kind = attribute(element, "office:value-type")?;
    if attribute(element, "calcext:value-type")? == "error" {
        return Ok(Some((shown, Some(Special::Error))));
    }
    let value = |name: &str| attribute(element, name);
    Ok(Some(match kind.as_str() {
        "float" => {
            let number = value("office:value")?;
            let special = (number != shown).then_some(Special::ShownOtherwise);
            (number, special)
        }
        "percentage" | "currency" => (value("office:value")?, Some(Special::ShownOtherwise)),
        "date" => (value("office:date-value")?.replace('T', " "), Some(Special::ShownOtherwise)),
        "time" => (time(&value("office:time-value")?), Some(Special::ShownOtherwise)),
        "boolean" => (shown, Some(Special::Truth)),
        _ if !shown.is_empty() => (shown, None),
        _ if !value("table:formula")?.is_empty() && kind.is_empty() => {
            (String::new(), Some(Special::NoResult))
        }
        _ => return Ok(None),
    }))
}

/// A time of day as a list has it: `08:30` of `PT08H30M00S`. Another duration stays as it is.
fn time(duration: &str) -> String {
    let parts = duration.strip_prefix("PT").and_then(|rest| {
        let (hours, rest) = rest.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?;
        (hours.len() == 2 && minutes.len() == 2 && hours < "24").then_some((hours, minutes, seconds))
    });
    match parts {
        Some((hours, minutes, "00")) => format!("{hours}:{minutes}"),
        Some((hours, minutes, seconds)) => format!("{hours}:{minutes}:{seconds}"),
        None => duration.to_owned(),
    }
}

/// The text that a cell shows, without its comments.
fn shown(reader: &mut Reader<&[u8]>) -> Result<String, Fault> {
    let mut text = String::new();
    let mut paragraphs = 0;
    loop {
        match reader.read_event().map_err(bad)? {
            Event::Start(e) if e.name() == QName("office:annotation") => skip(reader, "office:annotation")?,
            Event::Start(e) if e.name() == QName("text:p") => {
                if paragraphs > 0 {
                    text.push('\n');
                }
                paragraphs += 1;
            }
            Event::Start(e) if e.name() == QName("text:s") => {
                let spaces = number(&e, "text:c")?;
                text.extend(std::iter::repeat_n(' ', spaces.min(WIDEST)));
            }
            Event::Start(e) if e.name() == QName("text:tab") => text.push('\t'),
            Event::Start(e) if e.name() == QName("text:line-break") => text.push('\n'),
            Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref().map_err(bad)? {
                Some(c) => text.push(c),
                None => text.push_str(resolve_xml_entity(&name).ok_or(Fault::BadWorkbook)?),
            },
            Event::End(e) if e.name() == QName("table:table-cell") => return Ok(text),
            Event::Eof => return Err(Fault::BadWorkbook),
            _ => {}
        }
    }
}

/// Passes over the rest of an element.
fn skip(reader: &mut Reader<&[u8]>, name: &str) -> Result<(), Fault> {
    reader.read_to_end(QName(name)).map_err(bad).map(|_| ())
}
