//! Tests that the children of before are themselves alone when they can be merged.

use rusqlite::Connection;
use trivsel_domain::record::{Child, Edit};
use trivsel_domain::value::{ChildId, PersonName};

use super::upgraded;
use crate::row;

/// The rows of a house of before: two children, with a composed and a decomposed å, one with a CPR number and a class.
const BEFORE: &str = "
    INSERT INTO child (id, name, born, cpr, classes) VALUES
        (x'00000000000000000000000000000002', 'Åse Ægård', '2013-01-01', '010113-1234',
         '[{\"year\":2026,\"grade\":7,\"letter\":\"b\"}]'),
        (x'00000000000000000000000000000012', 'A\u{30a}se Ægård', NULL, NULL, '[]');";

#[test]
fn the_children_of_before_stay_as_they_are_and_take_the_identities_of_others() {
    let conn: Connection = upgraded(21, BEFORE);
    let [one, other] = row::all::<Child>(&conn).expect("children").try_into().expect("two");
    assert_eq!((one.cpr.map(|cpr| cpr.in_full()), one.classes().len()), (Some("010113-1234".to_owned()), 1));
    assert_eq!((one.former.len(), other.former.len()), (0, 0));
    assert_eq!(other.name, PersonName::new("A\u{30a}se Ægård").expect("a name"));
    let mut merged = one.clone();
    merged.former = vec![other.id, ChildId::from_u128(3)];
    row::apply(&conn, &Edit::new(Some(one), Some(merged.clone())).expect("an edit")).expect("written");
    assert_eq!(row::read(&conn, &merged.id), Ok(Some(merged)));
    assert!(conn.execute("UPDATE child SET former = 'no list'", []).is_err());
}
