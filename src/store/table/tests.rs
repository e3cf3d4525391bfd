//! Tests that the declared columns equal those of the database, and that every code refers to its list.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::row::every_table;
use crate::{codes, open};

/// The columns of a table, sorted.
fn columns(conn: &Connection, table: &str) -> Vec<String> {
    let mut statement =
        conn.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY name").expect("a question");
    let names = statement.query_map([table], |row| row.get(0)).expect("an answer");
    names.collect::<Result<_, _>>().expect("names")
}

/// The columns of a table that refer to a list of codes, with the list's table.
fn references(conn: &Connection, table: &str) -> BTreeMap<String, String> {
    let sql = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) WHERE \"table\" GLOB '*_code'";
    let mut statement = conn.prepare(sql).expect("a question");
    let found = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).expect("an answer");
    found.collect::<Result<_, _>>().expect("references")
}

#[test]
fn a_declaration_names_every_column_of_its_table_once_and_its_statements_are_understood() {
    let conn = open::make_in_memory().expect("a database");
    for table in every_table() {
        let mut declared: Vec<String> = table.columns.iter().map(|name| (*name).to_owned()).collect();
        declared.sort();
        assert_eq!(declared, columns(&conn, table.name), "{}", table.name);
        assert_eq!(table.lists.len(), table.columns.len(), "{}", table.name);
        for sql in [&table.one, &table.all, &table.insert, &table.update, &table.delete] {
            conn.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
    }
}

#[test]
fn every_code_refers_to_the_table_of_its_list_and_no_column_lists_codes() {
    let conn = open::make_in_memory().expect("a database");
    for table in every_table() {
        let declared = table.columns.iter().zip(&table.lists);
        let declared: BTreeMap<String, String> = declared
            .filter_map(|(name, list)| Some(((*name).to_owned(), list.as_ref()?.table.clone())))
            .collect();
        assert_eq!(declared, references(&conn, table.name), "{}", table.name);
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        let sql: String = conn.query_row(sql, [table.name], |row| row.get(0)).expect("a table");
        for (name, list) in table.columns.iter().zip(&table.lists) {
            let listed = format!("CHECK ({name} IN ('");
            assert!(list.is_none() || !sql.contains(&listed), "{} lists the codes of {name}", table.name);
        }
    }
}

#[test]
fn a_list_of_codes_holds_exactly_what_the_domain_has() {
    let conn = open::make_in_memory().expect("a database");
    for list in codes::lists() {
        let mut statement = conn.prepare(&format!("SELECT code FROM {}", list.table)).expect("a list");
        let codes = statement.query_map([], |row| row.get::<_, String>(0)).expect("codes");
        let codes: Vec<String> = codes.collect::<Result<_, _>>().expect("codes");
        let mut expected = list.codes.clone();
        expected.sort_unstable();
        assert_eq!(codes, expected, "{}", list.table);
    }
}

#[test]
fn a_new_kind_of_talk_needs_no_new_schema() {
    let conn = open::make_in_memory().expect("a database");
    conn.execute_batch(
        "INSERT INTO staff (id, name, initials, competencies) VALUES (zeroblob(16), 'Søren Ægård', 'SÆ', '[]');
         INSERT INTO child (id, name, classes) VALUES (zeroblob(16), 'Åse Ægård', '[]');
         INSERT INTO programme (code) VALUES ('trivsel');
         INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
            VALUES (zeroblob(16), zeroblob(16), 'trivsel', '2026-08-01', 'referral', '[]');",
    )
    .expect("rows");
    let talk = "INSERT INTO talk (id, case_id, kind, date, participants, themes, methods, text, author, signed_at,
            open_to, source)
        VALUES (zeroblob(16), zeroblob(16), 'video-call', '2026-11-20', '[]', '[]', '[]', 'Vi talte.', zeroblob(16),
            '2026-11-20T10:00:00', '\"house\"', 'own')";
    assert!(conn.execute(talk, []).is_err(), "no program knows the kind");
    let newer = |list: codes::CodeList| codes::CodeList {
        codes: [list.codes.as_slice(), &["video-call"]].concat(),
        ..list
    };
    let kinds = codes::lists().into_iter().find(|list| list.table == "talk_kind_code").map(newer);
    kinds.expect("the kinds of talk").seed(&conn).expect("seeded");
    assert_eq!(conn.execute(talk, []), Ok(1));
    // Seeding keeps a code that this program does not know; reading it fails with `UnknownCode`.
    codes::seed(&conn).expect("seeded");
    let unknown = crate::StoreError::UnknownCode { table: "talk", column: "kind" };
    assert_eq!(crate::row::all::<trivsel_domain::record::Talk>(&conn), Err(unknown));
}
