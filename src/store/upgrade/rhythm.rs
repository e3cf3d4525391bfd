//! Tests that the cases and talks of a schema 7 house survive the migration to rhythm, judgements and answers.

use rusqlite::Connection;
use trivsel_domain::record::{Case, Rhythm, Talk};

use crate::{migrate, row};

/// The rows of a schema 7 house: a member of staff, a child with a course, and a signed follow-up meeting.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO programme (code, seats) VALUES ('skolefravaer', 16);
    INSERT INTO seat (programme, number) VALUES ('skolefravaer', 1);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO stage_code (code) VALUES ('course');
    INSERT INTO talk_kind_code (code) VALUES ('follow-up');
    INSERT INTO talk_source_code (code) VALUES ('own');
    INSERT INTO case_file (id, child_id, programme, referred, stage, seat, admitted, primary_contact, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'skolefravaer',
                '2026-08-01', 'course', 1, '2026-08-10', x'00000000000000000000000000000001', '[]');
    INSERT INTO talk (id, case_id, kind, date, participants, themes, methods, text, author, signed_at, open_to, source)
        VALUES (x'00000000000000000000000000000004', x'00000000000000000000000000000003', 'follow-up', '2026-11-20',
                '[]', '[]', '[]', 'Åse vil gerne mere.', x'00000000000000000000000000000001',
                '2026-11-20T11:00:00', '\"house\"', 'own');";

#[test]
fn a_case_and_a_meeting_of_before_stand_without_agreements_and_without_a_judgement() {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, 7).expect("schema 7");
    conn.execute_batch(BEFORE).expect("rows");
    migrations.to_version(&mut conn, 8).expect("schema 8");
    let cases: Vec<Case> = row::all(&conn).expect("cases");
    assert_eq!(
        cases.iter().map(|c| (c.referral.on.to_string(), c.rhythm)).collect::<Vec<_>>(),
        [("2026-08-01".to_owned(), Rhythm::default())]
    );
    let talks: Vec<Talk> = row::all(&conn).expect("talks");
    let found: Vec<_> = talks.iter().map(|t| (t.text.as_str(), t.judgement)).collect();
    assert_eq!(found, [("Åse vil gerne mere.", None)]);
    // A signed note gets no judgement afterwards, not even past the program.
    let late = conn.execute("UPDATE talk SET judgement = 'enough'", []);
    assert!(late.is_err_and(|error| error.to_string().contains("a signed talk is never changed")));
    // An obligation has one answer, and it is excused or went out.
    conn.execute_batch("INSERT INTO obligation_code (code) VALUES ('parent-talk')").expect("a code");
    let answer = |id: u8, excused: Option<&str>, sent: Option<&str>| {
        let sql = "INSERT INTO answer (id, case_id, obligation, since, answered, excused, sent_to, answered_by)
            VALUES (?1, x'00000000000000000000000000000003', 'parent-talk', '2026-11-24', '2026-12-22', ?2, ?3,
                    x'00000000000000000000000000000001')";
        conn.execute(sql, ([id; 16], excused, sent))
    };
    assert!(answer(1, None, None).is_err());
    assert!(answer(1, Some("Syg"), Some("Mor")).is_err());
    assert_eq!(answer(1, Some("Syg"), None), Ok(1));
    assert!(answer(2, Some("Væk"), None).is_err());
}
