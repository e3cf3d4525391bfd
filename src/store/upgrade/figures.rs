//! Tests that documents from before they kept their figures stay as they were, and that a signed one's figures stay.

use rusqlite::Connection;
use trivsel_domain::record::{DocumentKind, PlanDocument};
use trivsel_domain::value::DocumentId;

use crate::{codes, migrate, row};

/// The rows of a schema 16 house: a signed status letter and a report that is being written.
const BEFORE: &str = r#"
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'trivsel',
                '2026-08-01', 'referral', '[]');
    INSERT INTO document (id, case_id, kind, version, sections, steps, done, author, written_on, signed_by, signed_at)
        VALUES
        (x'00000000000000000000000000000004', x'00000000000000000000000000000003', 'status-letter', 1,
         '[{"heading":"Status","text":"Åse kom 18 af 24 dage."}]', '[]', '[]',
         x'00000000000000000000000000000001', '2026-10-01', x'00000000000000000000000000000001', '2026-10-02T13:30:00'),
        (x'00000000000000000000000000000005', x'00000000000000000000000000000003', 'final-report', 1,
         '[{"heading":"Anbefaling","text":null}]', '[]', '[]',
         x'00000000000000000000000000000001', '2026-11-01', NULL, NULL);"#;

#[test]
fn documents_of_before_have_no_figures_and_signed_ones_take_none() {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, 16).expect("schema 16");
    codes::seed_there(&conn).expect("codes");
    conn.execute_batch(BEFORE).expect("rows");
    migrations.to_latest(&mut conn).expect("the newest schema");
    let read =
        |id| row::read::<PlanDocument>(&conn, &DocumentId::from_u128(id)).expect("a row").expect("one");
    let letter = read(4);
    assert_eq!((letter.kind, letter.version), (DocumentKind::StatusLetter, 1));
    assert_eq!(letter.sections[0].text.as_ref().map(AsRef::as_ref), Some("Åse kom 18 af 24 dage."));
    assert!(letter.figures.is_empty() && letter.signed.is_some());
    let report = read(5);
    assert!(report.figures.is_empty() && !report.sections[0].recommends && report.signed.is_none());
    let figures =
        r#"[{"from":"2026-08-01","to":"2026-10-01","of":{"counts":"talks","kind":"parent","held":3}}]"#;
    let set = |id: u8| {
        let sql = "UPDATE document SET figures = ?1 WHERE id = CAST(x'000000000000000000000000000000' || ?2 AS BLOB)";
        conn.execute(sql, (figures, [id]))
    };
    assert!(set(4).is_err(), "a signed letter");
    assert_eq!(set(5), Ok(1));
    assert_eq!(read(5).figures.len(), 1);
    assert!(conn.execute("UPDATE document SET figures = 'none'", []).is_err(), "no JSON");
}
