//! Tests that drafts from before schema 6, which had no base record, keep their text and get an unknown base.

use rusqlite::Connection;
use trivsel_domain::value::StaffId;

use crate::{drafts, migrate};

/// The rows of a schema 5 house: a member of staff and the draft of a goal.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO draft (id, author, form, fields, writers, revision, saved_at) VALUES
        (x'00000000000000000000000000000002', x'00000000000000000000000000000001', 'case',
         '{\"goal\":\"Kommer selv\",\"target\":\"goal:\"}', '[]', 3, '2026-11-25T08:55:00');";

#[test]
fn a_draft_of_before_stands_and_one_of_now_keeps_what_it_began_from() {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, 5).expect("schema 5");
    conn.execute_batch(BEFORE).expect("rows");
    migrations.to_version(&mut conn, 6).expect("schema 6");
    let soren = StaffId::from_u128(1);
    let draft = || drafts::read(&conn, trivsel_domain::value::DraftId::from_u128(2), soren).expect("a draft");
    let before = draft().expect("the draft of before");
    assert_eq!((before.revision, before.base.as_deref()), (3, None));
    assert_eq!(before.fields.get("goal").map(String::as_str), Some("Kommer selv"));
    conn.execute("UPDATE draft SET base = 'null'", []).expect("written");
    assert_eq!(draft().and_then(|d| d.base).as_deref(), Some("null"));
    // The database itself refuses a base that is not JSON.
    assert!(conn.execute("UPDATE draft SET base = 'goal'", []).is_err());
}
