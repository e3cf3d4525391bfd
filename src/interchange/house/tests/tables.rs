//! Tests: the tables that a house is written as.

use super::*;

fn tables(records: &Records) -> Vec<(String, Vec<csv::StringRecord>)> {
    let lines = |table: Table| {
        assert!(table.text.starts_with('\u{FEFF}'), "{}", table.name);
        let text = table.text.trim_start_matches('\u{FEFF}');
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
        (table.name.clone(), reader.records().map(Result::unwrap).collect())
    };
    write_tables(records).unwrap().into_iter().map(lines).collect()
}

fn column(tables: &[(String, Vec<csv::StringRecord>)], name: &str, column: &str) -> Vec<String> {
    let (_, lines) = tables.iter().find(|(n, _)| n == name).unwrap();
    let at = lines[0].iter().position(|c| c == column).unwrap_or_else(|| panic!("{:?}", lines[0]));
    lines[1..].iter().map(|line| line[at].to_owned()).collect()
}

#[test]
fn every_kind_of_record_and_every_list_of_parts_has_a_table() {
    let records = rich(&hard_names());
    let tables = tables(&records);
    let kinds = serde_json::to_value(&records).unwrap();
    for kind in kinds.as_object().unwrap().keys() {
        assert!(tables.iter().any(|(name, _)| *name == format!("{kind}.csv")), "{kind}");
    }
    assert_eq!(column(&tables, "children.csv", "id").len(), records.children.len());
    assert_eq!(column(&tables, "children.csv", "name")[0], "Søren Ægård Åse");
    let case = records.cases[0].id.to_string();
    assert_eq!(column(&tables, "cases-moves.csv", "cases")[..2], [case.clone(), case]);
    assert_eq!(column(&tables, "cases-moves.csv", "moves")[..3], ["1", "2", "1"]);
    assert_eq!(column(&tables, "timetables-days-blocks.csv", "days")[..3], ["4", "4", "5"]);
    assert_eq!(column(&tables, "cases.csv", "standing.stay.seat")[2], "3");
}

#[test]
fn numbers_are_numbers_and_no_text_begins_like_a_formula() {
    let tables = tables(&rich(&hard_names()));
    assert_eq!(column(&tables, "measures.csv", "score.own.value")[1], "-35");
    assert_eq!(column(&tables, "measures.csv", "score.fit.lines.1")[0], "65");
    let mut cells = 0;
    for cell in tables.iter().flat_map(|(_, lines)| lines.iter().flatten()) {
        cells += 1;
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']);
        assert!(!formula || cell.parse::<f64>().is_ok(), "{cell}");
    }
    assert!(cells > 1_000);
    assert!(column(&tables, "children.csv", "name").contains(&"'=HYPERLINK(\"x\")".to_owned()));
}
