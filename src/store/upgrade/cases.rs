//! Tests that the cases and appointments of a schema 2 house survive the migrations.

use trivsel_domain::record::{
    Appointment, Case, Child, Closing, Contacts, Move, Outcome, Referral, Staff, Standing, Stay,
};
use trivsel_domain::value::{
    AppointmentId, CaseId, ChildId, Line, PersonName, ProgrammeCode, Requirement, SeatNumber, StaffId, Stage,
};

use super::upgraded;
use crate::row;

/// The rows of a schema 2 house: a member of staff, a child, its closed case and an appointment.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[\"therapy\"]');
    INSERT INTO programme (code, seats) VALUES ('skolefravaer', 16);
    INSERT INTO seat (programme, number) VALUES ('skolefravaer', 1);
    INSERT INTO child (id, name, born, school, classes)
        VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '2013-01-01', 'Lindeskolen', '[]');
    INSERT INTO case_file (id, child_id, programme, referred, stage, former_seat, admitted, closed, outcome,
                           primary_contact, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'skolefravaer',
                '2025-08-01', 'closed', 1, '2025-08-11', '2026-06-01', 'moved',
                x'00000000000000000000000000000001',
                '[{\"from\":null,\"to\":\"closed\",\"on\":\"2025-08-11\",\"waived\":[\"case_files\"],\"reason\":\"imported\"}]');
    INSERT INTO appointment (id, date, title, case_id, staff)
        VALUES (x'00000000000000000000000000000004', '2026-05-01', 'Forældresamtale',
                x'00000000000000000000000000000003', '[]');";

#[test]
fn a_case_from_before_it_had_its_files_is_the_same_case_with_nothing_in_them() {
    let conn = upgraded(2, BEFORE);
    let date = |text: &str| text.parse().expect("a date");
    let staff: Vec<Staff> = row::all(&conn).expect("staff");
    assert_eq!(
        staff.iter().map(|s| (s.id, s.methods.len())).collect::<Vec<_>>(),
        [(StaffId::from_u128(1), 0)]
    );
    let children: Vec<Child> = row::all(&conn).expect("children");
    let name = PersonName::new("Åse Ægård").expect("a name");
    let school = Line::new("Lindeskolen").ok();
    assert_eq!(children, [Child::new(ChildId::from_u128(2), name, Some(date("2013-01-01")), school, vec![])]);
    let stay = Stay { seat: SeatNumber::new(1).expect("a seat"), from: date("2025-08-11") };
    let closing = Closing { on: date("2026-06-01"), outcome: Outcome::Moved, place: None };
    let moved = Move {
        from: None,
        to: Stage::Closed,
        on: date("2025-08-11"),
        waived: vec![Requirement::CaseFiles],
        reason: Line::new("imported").ok(),
        by: None,
        at: None,
    };
    let code = ProgrammeCode::new("skolefravaer").expect("a code");
    let referral = Referral { on: date("2025-08-01"), note: None };
    let case = Case {
        standing: Standing::Closed { stay, closing },
        contacts: Contacts { primary: Some(StaffId::from_u128(1)), secondary: None },
        moves: vec![moved],
        ..Case::new(CaseId::from_u128(3), ChildId::from_u128(2), code, referral)
    };
    assert_eq!(row::all::<Case>(&conn), Ok(vec![case]));
    let appointments: Vec<Appointment> = row::all(&conn).expect("appointments");
    let kinds: Vec<_> = appointments.iter().map(|a| (a.id, a.kind)).collect();
    assert_eq!(kinds, [(AppointmentId::from_u128(4), None)]);
}
