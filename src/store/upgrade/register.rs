//! Tests that days of a register from before it had a name stay as they were.

use chrono::NaiveDate;
use trivsel_domain::record::{Day, Origin};
use trivsel_domain::value::{CaseId, Line, Mark};

use super::upgraded;
use crate::row;

/// The rows of a schema 24 house: a day of the sending school's register.
const BEFORE: &str = r#"
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO origin_code (code) VALUES ('sending-school');
    INSERT INTO mark_code (code) VALUES ('sick');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'trivsel',
                '2026-08-01', 'referral', '[]');
    INSERT INTO day (case_id, date, origin, first)
        VALUES (x'00000000000000000000000000000003', '2026-06-01', 'sending-school', 'sick');"#;

#[test]
fn days_of_before_have_no_named_register_and_can_get_one() {
    let conn = upgraded(24, BEFORE);
    let (case, date) = (CaseId::from_u128(3), NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day"));
    let read = || row::read::<Day>(&conn, &(case, date)).expect("a row").expect("one");
    let before = Day { origin: Origin::SendingSchool, first: Some(Mark::Sick), ..Day::blank(case, date) };
    assert_eq!(read(), before);
    conn.execute("UPDATE day SET register = 'Ærø Skole'", []).expect("a name");
    assert_eq!(read(), Day { register: Line::new("Ærø Skole").ok(), ..before });
}
