//! Tests that appointments from before busy times keep what they said, and are the house's own.

use trivsel_domain::record::Appointment;
use trivsel_domain::value::{AppointmentId, Line};

use super::upgraded;
use crate::nouns::appointment::busy;
use crate::row;

const BEFORE: &str = "
    INSERT INTO appointment (id, date, title, staff)
    VALUES (x'00000000000000000000000000000004', '2026-12-01', 'Møde på Åsen', '[]');";

#[test]
fn appointments_from_before_busy_times_are_the_houses_own() {
    let conn = upgraded(8, BEFORE);
    let own = Appointment {
        id: AppointmentId::from_u128(4),
        date: "2026-12-01".parse().expect("a date"),
        hours: None,
        title: Line::new("Møde på Åsen").expect("a line"),
        kind: None,
        case: None,
        staff: Vec::new(),
        event: None,
        not_held: None,
        series: None,
    };
    assert_eq!(row::all::<Appointment>(&conn), Ok(vec![own]));
    assert_eq!(busy(&conn), Ok(Vec::new()));
}
