//! Capacity in the database: SQLite itself refuses one case too many, even for SQL written by hand.

use rusqlite::Connection;
use trivsel_domain::record::{Case, Programme, Standing};
use trivsel_store::HouseFolder;

use crate::store::service::{
    case, case_id, child, closed, code, date, fill, profiles, reasons, reopen, seated, seated_cases, seats,
    service_on_disk, soren, stay,
};
use crate::store::{Place, raw};
use trivsel_domain::decide::Reason;

fn constraint(result: rusqlite::Result<usize>) -> String {
    match result {
        Err(rusqlite::Error::SqliteFailure(_, Some(message))) => message,
        other => panic!("not refused: {other:?}"),
    }
}

fn strict(folder: &HouseFolder) -> Connection {
    let conn = raw(folder);
    conn.pragma_update(None, "foreign_keys", true).unwrap();
    conn
}

/// Inserts a case with its own child.
fn insert(conn: &Connection, n: u8, columns: &str, values: &str) -> rusqlite::Result<usize> {
    let child = "INSERT OR IGNORE INTO child (id, name, born, school, classes) VALUES (zeroblob(15) || unhex(printf('%02x', ?1)), 'Åse', NULL, NULL, '[]')";
    conn.execute(
        &child.replace("zeroblob(15) ||", "CAST (zeroblob(15) ||").replace("?1))", "?1)) AS BLOB)"),
        [n],
    )?;
    conn.execute(
        &format!(
            "INSERT INTO case_file (id, child_id, programme, referred, moves, {columns})
             SELECT CAST (zeroblob(14) || unhex(printf('77%02x', ?1)) AS BLOB),
                    CAST (zeroblob(15) || unhex(printf('%02x', ?1)) AS BLOB), 'skolefravaer', '2026-08-03', '[]', {values}"
        ),
        [n],
    )
}

#[test]
fn a_seventeenth_of_sixteen_has_no_seat_to_hold() {
    let place = Place::new();
    let conn = strict(&service_on_disk(&place, 16));
    let seated =
        |n, seat: u32| insert(&conn, n, "stage, seat, admitted", &format!("'course', {seat}, '2026-08-17'"));
    assert_eq!(constraint(seated(50, 17)), "FOREIGN KEY constraint failed");
    for seat in 1..=16 {
        let refusal = "UNIQUE constraint failed: case_file.programme, case_file.seat";
        assert_eq!(constraint(seated(50, seat)), refusal);
    }
    let seat = conn.execute("INSERT INTO seat VALUES ('skolefravaer', 17)", []);
    assert_eq!(constraint(seat), "no seat above the norm");
    let seat = conn.execute("UPDATE seat SET number = 17 WHERE number = 16", []);
    assert_eq!(constraint(seat), "a seat keeps its number");
    // Cases without a seat are unlimited.
    assert_eq!(insert(&conn, 50, "stage, priority", "'waiting', 'urgent'"), Ok(1));
}

#[test]
fn a_free_seat_can_be_held_by_hand_once() {
    let place = Place::new();
    let conn = strict(&service_on_disk(&place, 15));
    let seated = |n| insert(&conn, n, "stage, seat, admitted", "'admitted', 16, '2026-08-17'");
    assert_eq!(seated(50), Ok(1));
    constraint(seated(51));
}

#[test]
fn stage_and_seat_belong_together() {
    let place = Place::new();
    let conn = strict(&service_on_disk(&place, 0));
    let refused = [
        ("stage", "'course'"),
        ("stage, seat", "'course', 1"),
        ("stage, priority, seat, admitted", "'waiting', 'low', 1, '2026-08-17'"),
        ("stage, seat, admitted", "'referral', 1, '2026-08-17'"),
        ("stage", "'closed'"),
        ("stage, seat, admitted, closed, outcome", "'closed', 1, '2026-08-17', '2026-09-01', 'moved'"),
        ("stage, former_seat, admitted, closed, outcome", "'closed', 1, '2026-08-17', '2026-08-17', 'moved'"),
        ("stage, former_seat, admitted, closed, outcome", "'course', 1, '2026-08-17', '2026-09-01', 'moved'"),
        ("stage, seat, admitted", "'course', 1, '2026-02-30'"),
        ("stage, seat, admitted", "'course', 1, 'soon'"),
    ];
    for (columns, values) in refused {
        let message = constraint(insert(&conn, 50, columns, values));
        assert!(message.starts_with("CHECK"), "{values}: {message}");
    }
    let unknown = constraint(insert(&conn, 50, "stage", "'enrolled'"));
    assert!(unknown.starts_with("FOREIGN KEY"), "{unknown}");
    let sound = "'closed', 1, '2026-08-17', '2026-09-01', 'moved'";
    assert_eq!(insert(&conn, 50, "stage, former_seat, admitted, closed, outcome", sound), Ok(1));
}

#[test]
fn one_open_case_a_child_and_programme() {
    let place = Place::new();
    let conn = strict(&service_on_disk(&place, 3));
    // A second case for the third child.
    let sql = "INSERT INTO case_file (id, child_id, programme, referred, moves, stage)
        SELECT randomblob(16), child_id, programme, referred, moves, 'referral' FROM case_file WHERE seat = 3";
    let refusal = "UNIQUE constraint failed: case_file.child_id, case_file.programme";
    assert_eq!(constraint(conn.execute(sql, [])), refusal);
    let elsewhere = sql.replace(
        "child_id, programme, referred, moves, 'referral'",
        "child_id, 'trivsel', referred, moves, 'referral'",
    );
    assert_eq!(conn.execute(&elsewhere, []), Ok(1));
}

#[test]
fn the_norm_goes_up_and_down_but_not_below_what_is_held() {
    let place = Place::new();
    let folder = service_on_disk(&place, 12);
    let mut house = reopen(&folder);
    let numbers = || -> Vec<u16> {
        let conn = raw(&folder);
        let mut statement = conn.prepare("SELECT number FROM seat WHERE programme = 'skolefravaer'").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(numbers(), (1..=16).collect::<Vec<_>>());
    assert_eq!(
        reasons(house.perform(soren(), &seats(11))),
        [Reason::SeatsHeld { highest: 12, occupied: 12, asked: 11 }]
    );
    assert_eq!(numbers(), (1..=16).collect::<Vec<_>>());
    for norm in [12, 20, 12] {
        house.perform(soren(), &seats(norm)).unwrap();
        assert_eq!(numbers(), (1..=norm).collect::<Vec<_>>());
        house.verify().unwrap();
    }
    // By hand, without the domain.
    let conn = strict(&folder);
    let below = conn.execute("UPDATE programme SET seats = 11 WHERE code = 'skolefravaer'", []);
    assert_eq!(constraint(below), "seats above the norm must go first");
    let held = conn.execute("DELETE FROM seat WHERE programme = 'skolefravaer' AND number = 12", []);
    assert_eq!(constraint(held), "FOREIGN KEY constraint failed");
}

#[test]
fn the_norm_stays_above_the_highest_seat_held_also_when_lower_ones_are_free() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    let mut late = case(2, seated(9));
    late.standing = Standing::Seated {
        stage: trivsel_domain::value::SeatedStage::Admitted,
        stay: trivsel_domain::record::Stay { from: date("2026-12-01"), ..stay(9) },
    };
    fill(&mut house, vec![case(1, seated(4)), late], |_| ());
    assert_eq!(
        reasons(house.perform(soren(), &seats(8))),
        [Reason::SeatsHeld { highest: 9, occupied: 2, asked: 8 }]
    );
    house.perform(soren(), &seats(9)).unwrap();
    house.verify().unwrap();
}

#[test]
fn without_a_norm_seats_are_made_as_they_are_held() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    let cases: Vec<Case> =
        (1..=120).map(|n| Case { programme: code("trivsel"), ..case(u128::from(n), seated(n)) }).collect();
    fill(&mut house, cases, |_| ());
    assert_eq!(house.cases_on(date("2026-11-25")).unwrap().len(), 120);
    house.verify().unwrap();
    // The same seat can't be held twice.
    let conn = strict(&folder);
    let twice = conn.execute("UPDATE case_file SET seat = 1 WHERE seat = 2", []);
    assert_eq!(constraint(twice), "UNIQUE constraint failed: case_file.programme, case_file.seat");
}

#[test]
fn a_closed_case_frees_its_seat_and_keeps_its_number() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    let mut cases = seated_cases(16);
    cases[6].standing = closed(7, "2026-10-01");
    let mut next = case(17, seated(7));
    if let Standing::Seated { stay, .. } = &mut next.standing {
        stay.from = date("2026-10-01");
    }
    cases.push(next);
    fill(&mut house, cases.clone(), |_| ());
    let on = |day: &str| -> Vec<_> { house.cases_on(date(day)).unwrap().iter().map(|c| c.id).collect() };
    assert!(on("2026-09-30").contains(&case_id(7)) && !on("2026-09-30").contains(&case_id(17)));
    assert!(!on("2026-10-01").contains(&case_id(7)) && on("2026-10-01").contains(&case_id(17)));
    assert_eq!(house.open_cases().unwrap().len(), 16);
    assert_eq!(house.case(case_id(7)).unwrap().unwrap(), cases[6]);
    for day in ["2026-08-16", "2026-08-17", "2026-09-30", "2026-10-01", "2030-01-01"] {
        let asked: Vec<_> =
            house.cases().unwrap().into_iter().filter(|c| c.holds_seat_on(date(day))).collect();
        assert_eq!(house.cases_on(date(day)).unwrap(), asked, "{day}");
    }
    assert_eq!(house.child(child(7).id).unwrap(), Some(child(7)));
    let known: Vec<Programme> = house.programmes().unwrap().into_iter().map(|(p, _)| p).collect();
    assert_eq!(known, profiles());
}
