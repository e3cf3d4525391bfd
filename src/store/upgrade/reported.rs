//! Tests that a schema 10 house keeps its cases when the weeks at the children's own schools come, and what they hold.

use trivsel_domain::record::{Case, ReportSource, ReportedWeek, Talk};

use super::upgraded;
use crate::{codes, row};

/// The rows of a schema 10 house: a member of staff, a child in a wellbeing course, and a signed talk.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO talk_kind_code (code) VALUES ('referrer');
    INSERT INTO talk_source_code (code) VALUES ('own');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'trivsel',
                '2026-08-01', 'referral', '[]');
    INSERT INTO talk (id, case_id, kind, date, participants, themes, methods, text, author, signed_at, open_to, source)
        VALUES (x'00000000000000000000000000000004', x'00000000000000000000000000000003', 'referrer', '2026-08-03',
                '[]', '[]', '[]', 'Skolen ringede om Åse.', x'00000000000000000000000000000001',
                '2026-08-03T11:00:00', '\"house\"', 'own');";

#[test]
fn a_house_of_before_keeps_its_rows_and_takes_a_week_of_a_case_once() {
    let conn = upgraded(10, BEFORE);
    let cases: Vec<Case> = row::all(&conn).expect("cases");
    let talks: Vec<Talk> = row::all(&conn).expect("talks");
    assert_eq!(cases.iter().map(|c| c.referral.on.to_string()).collect::<Vec<_>>(), ["2026-08-01"]);
    assert_eq!(talks.iter().map(|t| t.text.as_str()).collect::<Vec<_>>(), ["Skolen ringede om Åse."]);
    assert_eq!(row::all::<ReportedWeek>(&conn).expect("weeks"), []);
    codes::seed(&conn).expect("codes");
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    let report = |id: u8, monday: &str, attended: u32, possible: u32, source: &str| {
        let sql = "INSERT INTO reported_week (id, case_id, monday, attended, possible, source)
            VALUES (?1, x'00000000000000000000000000000003', ?2, ?3, ?4, ?5)";
        conn.execute(sql, ([id; 16], monday, attended, possible, source))
    };
    assert_eq!(report(1, "2026-11-16", 7, 10, "parent"), Ok(1));
    let found: Vec<ReportedWeek> = row::all(&conn).expect("weeks");
    let told: Vec<_> =
        found.iter().map(|w| (w.monday.monday().to_string(), w.days.attended().get(), w.source)).collect();
    assert_eq!(told, [("2026-11-16".to_owned(), 7, ReportSource::Parent)]);
    // The database itself keeps out what is no week.
    for (why, wrong) in [
        ("a week twice", report(2, "2026-11-16", 3, 10, "school")),
        ("no Monday", report(2, "2026-11-17", 3, 10, "school")),
        ("more than possible", report(2, "2026-11-23", 4, 3, "school")),
        ("nothing possible", report(2, "2026-11-23", 0, 0, "school")),
        ("more than a week", report(2, "2026-11-23", 3, 11, "school")),
        ("nobody", report(2, "2026-11-23", 3, 10, "rumour")),
    ] {
        assert!(wrong.is_err(), "{why}");
    }
}
