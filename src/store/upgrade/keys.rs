//! Tests that a house from before there were leaders gets one, and that its keys are put on record.

use rusqlite::Connection;
use serde_json::json;
use trivsel_domain::record::{KeyDeed, Slot, Staff};
use trivsel_domain::value::{Initials, StaffId};

use super::talks::history;
use crate::recipients::fingerprint;
use crate::{House, OpenMode, StoreError, migrate, row};

/// The founder has left; two colleagues came after her. One of them has a key.
const BEFORE: &str = "
    INSERT INTO nature_code VALUES ('do');
    INSERT INTO house VALUES (1, x'00000000000000000000000000000007', '2026-08-10T07:30:00', zeroblob(32));
    INSERT INTO staff (id, name, initials, competencies, methods, left_on) VALUES
        (x'00000000000000000000000000000001', 'Søren Ægård Åse', 'SØ', '[]', '[]', '2026-09-01'),
        (x'00000000000000000000000000000002', 'Ægir Dam', 'ÆG', '[]', '[]', NULL),
        (x'00000000000000000000000000000003', 'Åse Bæk', 'Å', '[]', '[]', NULL);
    INSERT INTO key_slot VALUES ('*', 'age1recovery'), ('Å', 'age1aase');";

fn of(text: &str) -> Initials {
    Initials::new(text).expect("initials")
}

/// A house as a program of schema 11 wrote it.
fn old_house() -> Connection {
    let mut conn = Connection::open_in_memory().expect("a database");
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrate::migrations().to_version(&mut conn, 11).expect("schema 11");
    conn.execute_batch(BEFORE).expect("rows");
    for (n, name, initials) in [(1, "Søren Ægård Åse", "SØ"), (2, "Ægir Dam", "ÆG"), (3, "Åse Bæk", "Å")]
    {
        let id = StaffId::from_u128(n);
        let staff = |left_on: Option<&str>| {
            json!({
                "id": id, "name": name, "initials": initials, "competencies": [], "methods": [], "phone": null,
                "mail": null, "left_on": left_on,
            })
        };
        let change = |old, new| json!({ "of": "staff", "edit": { "old": old, "new": new } }).to_string();
        history(&conn, &format!("staff/{id}"), &change(json!(null), staff(None)));
        if n == 1 {
            history(&conn, &format!("staff/{id}"), &change(staff(None), staff(Some("2026-09-01"))));
        }
    }
    conn
}

#[test]
fn the_first_who_is_here_and_has_a_key_leads_and_the_keys_are_on_record() {
    let mut conn = old_house();
    migrate::migrations().to_latest(&mut conn).expect("the newest schema");
    let leads: Vec<bool> = row::all::<Staff>(&conn).expect("staff").iter().map(|s| s.leader).collect();
    assert_eq!(leads, [false, false, true]);
    let house = House::of(conn, None, OpenMode::Write, vec![]).expect("a house");
    let deeds: Vec<KeyDeed> = house.key_events().expect("events").into_iter().map(|e| e.deed).collect();
    let given = Slot { of: of("Å"), fingerprint: fingerprint("age1aase") };
    assert_eq!(deeds, [KeyDeed::RecoveryMade(fingerprint("age1recovery")), KeyDeed::Given(given)]);
    house.verify().expect("a sound house");
}

#[test]
fn a_key_of_nobody_stays_off_the_record() {
    let mut conn = old_house();
    conn.execute_batch("INSERT INTO key_slot VALUES ('ZZ', 'age1zz'), ('SØ', 'age1soeren')").expect("rows");
    migrate::migrations().to_latest(&mut conn).expect("the newest schema");
    let house = House::of(conn, None, OpenMode::Write, vec![]).expect("a house");
    let strangers = StoreError::Strangers { initials: vec!["SØ".to_owned(), "ZZ".to_owned()] };
    assert_eq!(house.verify().err(), Some(strangers));
}
