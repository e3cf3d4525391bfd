//! Tests that appointments from before series keep what they said, and that a reason or a series is whole or absent.

use trivsel_domain::record::Appointment;

use super::upgraded;
use crate::row;

const BEFORE: &str = "
    INSERT INTO appointment (id, date, title, staff, event)
    VALUES (x'00000000000000000000000000000004', '2026-12-01', 'Møde på Åsen', '[]', NULL);";

#[test]
fn appointments_from_before_series_stand_alone_and_take_place() {
    let conn = upgraded(9, BEFORE);
    let all: Vec<Appointment> = row::all(&conn).expect("appointments");
    let found: Vec<_> = all.iter().map(|a| (a.title.as_str(), a.takes_place(), a.series)).collect();
    assert_eq!(found, [("Møde på Åsen", true, None)]);
    // The database keeps out an unknown reason, and half a series.
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    for wrong in ["not_held = 'no-idea'", "series = x'04'", "repeats = '{}'", "series_day = '2026-13-01'"] {
        assert!(conn.execute(&format!("UPDATE appointment SET {wrong}"), []).is_err(), "{wrong}");
    }
}
