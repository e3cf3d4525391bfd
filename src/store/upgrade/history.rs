//! Tests that the history of an older house is still looked up by record, in full runs and after them.

use rusqlite::Connection;

use crate::{history, migrate};

/// Changes of three days by turns, more than two runs of them.
const BEFORE: &str = "
    WITH RECURSIVE change (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM change WHERE seq < 600)
    INSERT INTO history SELECT seq, seq, '2026-11-25T08:15:00', zeroblob(16), 'do', 'mark',
        'day/å/2026-11-2' || (seq % 3), '{}', zeroblob(32) FROM change;";

#[test]
fn every_change_is_found_by_its_record_after_the_migration() {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, 11).expect("the schema before");
    conn.execute_batch(&format!("INSERT INTO nature_code VALUES ('do'); {BEFORE}")).expect("rows");
    migrations.to_latest(&mut conn).expect("the newest schema");
    let mut statement = conn.prepare(history::SEQS_OF).expect("a statement");
    for day in 0..3 {
        let found = statement.query_map([format!("day/å/2026-11-2{day}")], |row| row.get(0)).expect("rows");
        let mut found: Vec<i64> = found.map(|seq| seq.expect("a number")).collect();
        found.sort_unstable();
        assert_eq!(found, (1..=600).filter(|seq| seq % 3 == day).collect::<Vec<i64>>());
    }
}
