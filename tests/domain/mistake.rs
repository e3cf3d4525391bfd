//! A case that was entered by mistake is removed with all that belongs to it, and undo brings it back.

use trivsel_domain::decide::{Action, NewCase, Reason, Retained, Whose};
use trivsel_domain::record::{Child, Edit, Goal, GoalKind, Person};
use trivsel_domain::value::{CaseId, ChildId, GoalId, Line, PersonId, PersonName, Role};

use super::facts::{House, date};

const CASE: CaseId = CaseId::from_u128(50);
const CHILD: ChildId = ChildId::from_u128(50);

fn person() -> Person {
    Person {
        id: PersonId::from_u128(60),
        child: CHILD,
        role: Role::Mother,
        name: PersonName::new("Åse Holm").unwrap(),
        custody: None,
        phone: None,
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

/// A case that is put forward in the house's n-th programme.
fn new(house: &House, id: CaseId, child: Whose, programme: usize) -> NewCase {
    NewCase {
        id,
        child,
        programme: house.programmes[programme].code().clone(),
        referred: date(2026, 11, 20),
        note: None,
        school: None,
        people: vec![],
        decided_on: None,
    }
}

/// A house of one seated child, and one put forward by mistake with a mother and a goal.
fn mistaken() -> House {
    let (mut house, _) = House::with_child(8);
    let name = PersonName::new("Carl Holm").unwrap();
    let whose = Whose::New(Child::new(CHILD, name, None, None, vec![]));
    let refer = NewCase { people: vec![person()], ..new(&house, CASE, whose, 0) };
    house.act(&Action::Refer(Box::new(refer))).unwrap();
    let goal = Goal {
        id: GoalId::from_u128(61),
        case: CASE,
        kind: GoalKind::Personal,
        text: Line::new("Møder om morgenen").unwrap(),
        municipal: None,
        set_on: date(2026, 11, 23),
        progress: vec![],
        ended: None,
    };
    house.act(&Action::Save(vec![Edit::create(goal).into()])).unwrap();
    house
}

#[test]
fn it_is_removed_with_all_that_belongs_to_it_and_comes_back_by_undo() {
    let mut house = mistaken();
    let before = house.records.clone();
    house.act(&Action::RemoveCase(CASE)).unwrap();
    assert_eq!((house.records.cases.len(), house.records.children.len()), (1, 1));
    assert_eq!((house.records.people.len(), house.records.goals.len()), (0, 0));
    house.act(&Action::Undo).unwrap();
    assert_eq!(house.records.cases, before.cases);
    assert_eq!((&house.records.children, &house.records.people), (&before.children, &before.people));
    assert_eq!(house.records.goals, before.goals);
    house.act(&Action::Redo).unwrap();
    assert_eq!((house.records.cases.len(), house.records.goals.len()), (1, 0));
}

#[test]
fn a_case_that_has_had_a_seat_stays() {
    let (mut house, case) = House::with_child(8);
    assert_eq!(house.act(&Action::RemoveCase(case)), Err(vec![Reason::Retained(Retained::Seated)]));
    assert_eq!(house.act(&Action::RemoveCase(CASE)), Err(vec![Reason::NoSuchCase]));
}

#[test]
fn the_child_stays_when_it_has_another_case() {
    let (mut house, _) = House::with_child(8);
    let child = house.records.children[0].id;
    let refer = new(&house, CASE, Whose::Known(child), 1);
    house.act(&Action::Refer(Box::new(refer))).unwrap();
    house.act(&Action::RemoveCase(CASE)).unwrap();
    assert_eq!((house.records.cases.len(), house.records.children.len()), (1, 1));
}

#[test]
fn it_does_not_come_back_beside_another_open_case() {
    let mut house = mistaken();
    let child = house.records.children.iter().find(|c| c.id == CHILD).cloned().unwrap();
    house.act(&Action::RemoveCase(CASE)).unwrap();
    let again = new(&house, CaseId::from_u128(51), Whose::New(child), 0);
    house.act(&Action::Refer(Box::new(again))).unwrap();
    assert!(house.act(&Action::Undo).is_err());
}
