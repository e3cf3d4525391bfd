//! Tests that people from before custody could be unknown keep their custody, and that unknown custody can be written.

use trivsel_domain::record::Person;
use trivsel_domain::value::{ChildId, Line, PersonId, PersonName, Role};

use super::upgraded;
use crate::row;

/// The rows of a schema 3 house: a mother with custody, a father without it, and a school psychologist who has left.
const BEFORE: &str = "
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000001', 'Åse Ægård', '[]');
    INSERT INTO person (id, child_id, role, name, custody, phone, mail, workplace, note, until) VALUES
        (x'00000000000000000000000000000002', x'00000000000000000000000000000001', 'mother', 'Åsa Ægård', 1,
         '12 34 56 78', NULL, NULL, NULL, NULL),
        (x'00000000000000000000000000000003', x'00000000000000000000000000000001', 'father', 'Bo Ægård', 0,
         NULL, 'bo@eksempel.dk', NULL, NULL, NULL),
        (x'00000000000000000000000000000004', x'00000000000000000000000000000001', 'ppr', 'Birgit Lund', 0,
         NULL, NULL, 'PPR', 'mest om morgenen', '2026-06-01');";

fn person(id: u128, role: Role, name: &str, custody: Option<bool>) -> Person {
    Person {
        id: PersonId::from_u128(id),
        child: ChildId::from_u128(1),
        role,
        name: PersonName::new(name).expect("a name"),
        custody,
        phone: None,
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

#[test]
fn what_was_said_of_custody_stays_and_what_nobody_said_can_be_written() {
    let conn = upgraded(3, BEFORE);
    let line = |text| Line::new(text).ok();
    let mother = Person { phone: line("12 34 56 78"), ..person(2, Role::Mother, "Åsa Ægård", Some(true)) };
    let father =
        Person { mail: line("bo@eksempel.dk"), ..person(3, Role::Father, "Bo Ægård", Some(false)) };
    let ppr = Person {
        workplace: line("PPR"),
        note: line("mest om morgenen"),
        until: "2026-06-01".parse().ok(),
        ..person(4, Role::Ppr, "Birgit Lund", Some(false))
    };
    assert_eq!(row::all::<Person>(&conn), Ok(vec![mother, father, ppr]));
    let unknown = "INSERT INTO person (id, child_id, role, name) VALUES
        (x'00000000000000000000000000000005', x'00000000000000000000000000000001', 'guardian', 'Inge Ægård')";
    assert_eq!(conn.execute(unknown, []), Ok(1));
    let inge = row::read::<Person>(&conn, &PersonId::from_u128(5));
    assert_eq!(inge, Ok(Some(person(5, Role::Guardian, "Inge Ægård", None))));
    // The database itself still refuses custody for a role that can't have it.
    let psychologist = "UPDATE person SET custody = 1 WHERE role = 'ppr'";
    assert!(conn.execute(psychologist, []).is_err());
    let indexed: bool = conn
        .query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'person_child')", [], |r| {
            r.get(0)
        })
        .expect("an answer");
    assert!(indexed);
}
