//! Tests that a house from before there were erasures keeps its content and can erase.

use rusqlite::Connection;
use trivsel_domain::record::Erasure;

use crate::full::{MEMBER, now};
use crate::{House, OpenMode, migrate, row};

const BEFORE: &str = "
    INSERT INTO nature_code VALUES ('do');
    INSERT INTO stage_code VALUES ('declined'), ('referral');
    INSERT INTO house VALUES (1, x'00000000000000000000000000000007', '2018-08-10T07:30:00', zeroblob(32));
    INSERT INTO staff (id, name, initials, competencies, methods, leader) VALUES
        (x'00000000000000000000000000000001', 'Søren Ægård Åse', 'SØ', '[]', '[]', 1);
    INSERT INTO programme VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES
        (x'00000000000000000000000000000001', 'Åse Holm', '[]'),
        (x'00000000000000000000000000000002', 'Zoë Ærø', '[]');
    INSERT INTO case_file (id, child_id, programme, referred, stage, declined, moves) VALUES
        (x'00000000000000000000000000000001', x'00000000000000000000000000000001', 'trivsel', '2018-08-01',
            'declined', '2018-09-03', '[]'),
        (x'00000000000000000000000000000002', x'00000000000000000000000000000002', 'trivsel', '2026-08-01',
            'referral', NULL, '[]');";

#[test]
fn a_house_of_before_has_no_erasures_and_knows_who_is_past_retention() {
    let mut conn = Connection::open_in_memory().expect("a database");
    conn.pragma_update(None, "foreign_keys", false).expect("a setting");
    migrate::migrations().to_version(&mut conn, 17).expect("schema 17");
    conn.execute_batch(BEFORE).expect("rows");
    migrate::to_latest(&mut conn).expect("brought up to date");
    assert_eq!(row::all::<Erasure>(&conn), Ok(vec![]));
    let house = House::of(conn, None, OpenMode::Write, vec![]).expect("a house");
    let names = house.children().expect("children").into_iter().map(|child| child.name.as_str().to_owned());
    assert_eq!(names.collect::<Vec<_>>(), ["Åse Holm", "Zoë Ærø"]);
    let past = house.past_retention(now().date()).expect("an answer");
    let ids: Vec<u128> = past.into_iter().map(|(_, child)| child.as_u128()).collect();
    assert_eq!(ids, [1]);
    let member = house.staff().expect("staff").into_iter().find(|member| member.id == MEMBER);
    assert!(member.is_some_and(|member| member.leads(now().date())));
}
