//! Tests that a house of the schema before keeps its children when it learns which of them are two.

use trivsel_domain::record::{Child, Edit, TwoChildren};
use trivsel_domain::value::{ChildId, StaffId, TwoChildrenId};

use super::upgraded;
use crate::row;

/// The rows of a house of before: a leader, and two children with one name, one of it with a decomposed å.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies, leader)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]', 1);
    INSERT INTO child (id, name, born, classes, former) VALUES
        (x'00000000000000000000000000000002', 'Åse Ægård', '2013-01-01', '[]',
         '[\"00000000-0000-0000-0000-000000000009\"]'),
        (x'00000000000000000000000000000003', 'A\u{30a}se Ægård', '2013-01-01', '[]', '[]');";

#[test]
fn the_children_of_before_stay_and_can_be_found_to_be_two() {
    let conn = upgraded(23, BEFORE);
    let children: Vec<Child> = row::all(&conn).expect("children");
    assert_eq!(children.iter().map(|child| child.former.len()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(row::all::<TwoChildren>(&conn).expect("none"), []);
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    let two = |id: u128, (one, other): (u128, u128), by: u128| TwoChildren {
        id: TwoChildrenId::from_u128(id),
        one: ChildId::from_u128(one),
        other: ChildId::from_u128(other),
        by: StaffId::from_u128(by),
    };
    let found = two(5, (2, 3), 1);
    row::apply(&conn, &Edit::create(found.clone())).expect("written");
    assert_eq!(row::read(&conn, &found.id), Ok(Some(found)));
    for (why, wrong) in [("a child and itself", two(6, (2, 2), 1)), ("by nobody", two(7, (2, 3), 404))] {
        assert!(row::apply(&conn, &Edit::create(wrong)).is_err(), "{why}");
    }
}
