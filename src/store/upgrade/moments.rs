//! Tests that a history from before schema 15 keeps its seals, and that what is told of a day set is sealed too.

use rusqlite::Connection;
use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::Change;
use trivsel_domain::value::Moment;

use crate::full::{MEMBER, now, programme};
use crate::history::{self, Chain, Sealed, Stamp};
use crate::{House, OpenMode, codes, migrate};

const MEMBER_JSON: &str = r#"{"of":"staff","edit":{"old":null,"new":{"id":"00000000-0000-0000-0000-000000000001","name":"Søren Ægård Åse","initials":"SØ","competencies":[],"methods":[],"phone":null,"mail":null,"left_on":null}}}"#;

/// A house of schema 14 with one change, brought up to date.
fn upgraded() -> Connection {
    let mut conn = Connection::open_in_memory().expect("a database");
    conn.pragma_update(None, "foreign_keys", false).expect("a setting");
    migrate::migrations().to_version(&mut conn, 14).expect("schema 14");
    conn.execute("INSERT INTO house VALUES (1, ?1, '2026-08-10T07:30:00', ?2)", ([7; 16], [8; 32]))
        .expect("a house");
    conn.execute_batch(
        "INSERT INTO nature_code VALUES ('do');
        INSERT INTO staff (id, name, initials, competencies, methods) VALUES
            (x'00000000000000000000000000000001', 'Søren Ægård Åse', 'SØ', '[]', '[]');",
    )
    .expect("rows");
    let chain = Chain::of(&conn).expect("a chain");
    let (at, by) = ("2026-08-10T07:30:00", MEMBER.as_u128().to_be_bytes());
    let subject = format!("staff/{MEMBER}");
    let sealed = Sealed {
        seq: 1,
        number: 1,
        at,
        by: &by,
        nature: "do",
        action_kind: "found",
        subject: &subject,
        body: MEMBER_JSON,
        taken: None,
    };
    let mac = chain.seal(&chain.root, &sealed).expect("a seal");
    let sql = "INSERT INTO history (seq, step, at, by, nature, deed, subject, body, mac)
        VALUES (1, 1, ?1, ?2, 'do', 'found', ?3, ?4, ?5)";
    conn.execute(sql, (at, by, &subject, MEMBER_JSON, mac)).expect("written");
    migrate::to_latest(&mut conn).expect("brought up to date");
    codes::seed(&conn).expect("the codes");
    conn
}

#[test]
fn a_history_of_before_verifies_and_the_day_set_is_part_of_the_seal() {
    let conn = upgraded();
    let change: Change = serde_json::from_str(MEMBER_JSON).expect("a change");
    let Change::Staff(edit) = change else { panic!("not of staff") };
    let old = edit.new_state().cloned().expect("a member");
    let new = trivsel_domain::record::Staff { phone: Some(line("12 34 56 78")), ..old.clone() };
    let change =
        trivsel_domain::record::Edit::new(Some(old), Some(new)).map(Change::Staff).expect("a change");
    let set = "2026-06-01T08:00:00".parse().expect("a time");
    let at = Moment::new(now(), set);
    let stamp = Stamp { at, by: MEMBER, nature: Nature::Do, action_kind: ActionKind::Staff };
    history::write_step(&conn, &Chain::of(&conn).expect("a chain"), stamp, &[change]).expect("written");
    let house = House::of(conn, None, OpenMode::Write, vec![programme()]).expect("a house");
    assert_eq!(house.verify().expect("sound").changes, 2);
    let taken = "SELECT group_concat(coalesce(taken, '-')) FROM history";
    assert_eq!(
        house.conn().query_row(taken, [], |row| row.get::<_, String>(0)).as_deref(),
        Ok("-,2026-06-01")
    );
    house.conn().execute_batch("DROP TRIGGER history_stays").expect("no trigger");
    assert!(house.conn().execute("UPDATE history SET taken = 'i går' WHERE seq = 2", []).is_err());
    assert_eq!(house.conn().execute("UPDATE history SET taken = NULL WHERE seq = 2", []), Ok(1));
    assert!(house.verify().is_err());
}

fn line(text: &str) -> trivsel_domain::value::Line {
    trivsel_domain::value::Line::new(text).expect("a line")
}
