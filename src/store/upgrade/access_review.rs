//! Tests that a house of the schema before keeps its rows when the reviews of looks come, and what they hold.

use rusqlite::params;
use trivsel_domain::record::{AccessReview, Case, Verdict};

use super::upgraded;
use crate::{codes, row};

/// The rows of a house: two members of staff, a child with a case, and a look at it.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]'),
               (x'00000000000000000000000000000004', 'Åse Lund', 'ÅL', '[]');
    INSERT INTO programme (code, seats) VALUES ('skolefravaer', 16);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'skolefravaer',
                '2026-08-01', 'referral', '[]');
    INSERT INTO access (seq, at, by, what, case_id)
        VALUES (1, '2026-11-20T10:00:00', x'00000000000000000000000000000004', 'open-case',
                x'00000000000000000000000000000003');";

#[test]
fn a_house_of_before_keeps_its_looks_and_takes_reviews_of_them() {
    let conn = upgraded(20, BEFORE);
    assert_eq!(row::all::<Case>(&conn).expect("cases").len(), 1);
    let looks: i64 = conn.query_row("SELECT count(*) FROM access", [], |row| row.get(0)).expect("looks");
    assert_eq!(looks, 1);
    assert_eq!(row::all::<AccessReview>(&conn).expect("reviews"), []);
    codes::seed(&conn).expect("codes");
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    let review = |id: u128, look: i64, by: u128, verdict: &str| {
        let sql = "INSERT INTO access_review
            (id, look, case_id, reader, looked_on, verdict, reviewed_by, reviewed_at)
            VALUES (?1, ?2, ?3, ?4, '2026-11-20', ?5, ?6, '2026-12-01T09:00:00')";
        let key = |n: u128| n.to_be_bytes();
        conn.execute(sql, params![key(id), look, key(3), key(4), verdict, key(by)])
    };
    assert_eq!(review(5, 1, 1, "asked"), Ok(1));
    let found: Vec<AccessReview> = row::all(&conn).expect("reviews");
    assert_eq!(found.iter().map(|r| (r.look, r.verdict)).collect::<Vec<_>>(), [(1, Verdict::Asked)]);
    for (why, wrong) in [
        ("of no look", review(6, 0, 1, "asked")),
        ("of the reader's own", review(6, 1, 4, "asked")),
        ("by nobody", review(6, 1, 404, "asked")),
        ("no verdict", review(6, 1, 1, "maybe")),
        ("changed", conn.execute("UPDATE access_review SET verdict = 'work-related'", [])),
    ] {
        assert!(wrong.is_err(), "{why}");
    }
}
