//! Tests that documents from before talks were chosen for them stay as they were, and that a signed one takes none.

use trivsel_domain::record::{ChosenTalk, PlanDocument};
use trivsel_domain::value::{DocumentId, StaffId, TalkId};

use super::upgraded;
use crate::row;

/// The rows of a schema 22 house: a signed status letter with a figure, and one that is being written.
const BEFORE: &str = r#"
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO document_kind_code (code) VALUES ('status-letter');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'trivsel',
                '2026-08-01', 'referral', '[]');
    INSERT INTO document (id, case_id, kind, version, sections, steps, done, figures, author, written_on, signed_by,
                          signed_at)
        VALUES
        (x'00000000000000000000000000000004', x'00000000000000000000000000000003', 'status-letter', 1,
         '[{"heading":"Status","text":"Åse: 0 → 4 af 10."}]', '[]', '[]',
         '[{"from":"2026-08-01","to":"2026-10-01","of":{"counts":"progress","goal":"00000000-0000-0000-0000-000000000009","from":0,"to":4}}]',
         x'00000000000000000000000000000001', '2026-10-01', x'00000000000000000000000000000001', '2026-10-02T13:30:00'),
        (x'00000000000000000000000000000005', x'00000000000000000000000000000003', 'status-letter', 2,
         '[{"heading":"Status","text":null}]', '[]', '[]', '[]',
         x'00000000000000000000000000000001', '2026-11-01', NULL, NULL);"#;

#[test]
fn documents_of_before_have_no_chosen_talks_and_signed_ones_take_none() {
    let conn = upgraded(22, BEFORE);
    let read =
        |id| row::read::<PlanDocument>(&conn, &DocumentId::from_u128(id)).expect("a row").expect("one");
    let letter = read(4);
    assert!(letter.chosen.is_empty() && letter.signed.is_some());
    assert_eq!(letter.figures.len(), 1, "a figure without the name of its goal");
    let chosen = ChosenTalk { talk: TalkId::from_u128(7), by: StaffId::from_u128(1) };
    let text = serde_json::to_string(&[chosen]).expect("a text");
    let set = |id: u8| {
        let sql = "UPDATE document SET chosen = ?1 WHERE id = CAST(x'000000000000000000000000000000' || ?2 AS BLOB)";
        conn.execute(sql, (&text, [id]))
    };
    assert!(set(4).is_err(), "a signed letter");
    assert_eq!(set(5), Ok(1));
    assert_eq!(read(5).chosen, [chosen]);
}
