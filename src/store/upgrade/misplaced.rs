//! Tests that a house keeps its signed notes when notes on the wrong child can be marked.

use rusqlite::Connection;
use trivsel_domain::record::{Misplacement, Talk};
use trivsel_domain::value::{CaseId, TalkId};

use super::upgraded;
use crate::nouns::talk::placed_in;
use crate::{codes, row};

/// The rows of a house of before: a member of staff, two children with a case each, and a signed talk on the first.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]'),
        (x'00000000000000000000000000000012', 'A\u{30a}se Ægård', '[]');
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO talk_kind_code (code) VALUES ('parent');
    INSERT INTO talk_source_code (code) VALUES ('own');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'trivsel',
                '2026-08-01', 'referral', '[]'),
               (x'00000000000000000000000000000013', x'00000000000000000000000000000012', 'trivsel',
                '2026-08-01', 'referral', '[]');
    INSERT INTO talk (id, case_id, kind, date, participants, themes, methods, text, author, signed_at, open_to, source)
        VALUES (x'00000000000000000000000000000004', x'00000000000000000000000000000003', 'parent', '2026-08-03',
                '[]', '[]', '[]', 'Mor ringede om Åse.', x'00000000000000000000000000000001',
                '2026-08-03T11:00:00', '\"house\"', 'own');";

#[test]
fn a_house_of_before_keeps_its_notes_and_takes_one_mark_a_note() {
    let conn = upgraded(18, BEFORE);
    let placed = |conn: &Connection| -> Vec<TalkId> {
        placed_in(conn, CaseId::from_u128(3)).expect("talks").iter().map(|t| t.id).collect()
    };
    assert_eq!(placed(&conn), [TalkId::from_u128(4)]);
    assert_eq!(row::all::<Misplacement>(&conn).expect("marks"), []);
    codes::seed(&conn).expect("codes");
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    let mark = |id: u8, talk: u8, right: u8| {
        let key = |n: u8| u128::from(n).to_be_bytes();
        let sql = "INSERT INTO misplacement (id, talk_id, right_case, by, at)
            VALUES (?1, ?2, ?3, ?4, '2026-08-04T08:00:00')";
        conn.execute(sql, ([id; 16], key(talk), key(right), key(1)))
    };
    assert!(mark(3, 9, 0x13).is_err(), "a note that is not there");
    assert_eq!(mark(1, 4, 0x13), Ok(1));
    assert!(mark(2, 4, 0x13).is_err(), "a note is marked once");
    assert_eq!(placed(&conn), []);
    assert_eq!(row::all::<Talk>(&conn).expect("talks").len(), 1);
}
