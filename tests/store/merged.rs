//! A child that was entered twice in a whole house: search, log, history, export and check hold after it is one, and after
//! undo.

use std::collections::BTreeSet;

use trivsel_domain::decide::{Action, ActionKind, ChildField, Denied, Merge};
use trivsel_domain::record::{
    Case, Child, Contacts, Edit, OpenTo, Participant, Person, Records, Referral, Standing, Talk,
};
use trivsel_domain::value::{CaseId, ChildId, LongText, PersonId, PersonName, Role};
use trivsel_store::{Access, AccessQuery, House, Noted, SearchQuery, TalkQuery};

use super::Dice;
use super::service::{
    AEGIR, at, case, case_id, code, date, founded, founding, profiles, seated, soren, talk,
};

const KEPT: ChildId = ChildId::from_u128(1);
const GONE: ChildId = ChildId::from_u128(2);

fn person(id: u128, child: ChildId) -> Person {
    Person {
        id: PersonId::from_u128(id),
        child,
        role: Role::Mother,
        name: PersonName::new("Åse Dam").unwrap(),
        custody: Some(true),
        phone: None,
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

/// Two children with a case each, a mother each, and a note each; the other's is restricted to Søren.
fn twice() -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    let theirs = Case { programme: code("trivsel"), ..case(2, Standing::Referral) };
    super::service::fill(&mut house, vec![case(1, seated(1)), theirs], |records: &mut Records| {
        records.people = vec![person(70, KEPT), person(71, GONE)];
        let named = |id| vec![Participant::Person(PersonId::from_u128(id))];
        let text = LongText::new("Hemmeligheden om kælderen").unwrap();
        records.talks = vec![
            talk(1, Some(1), "2026-11-02"),
            Talk {
                participants: named(71),
                open_to: OpenTo::Only(vec![]),
                text,
                ..talk(2, Some(2), "2026-11-03")
            },
        ];
    });
    house
}

fn merge(house: &House, kept: ChildId, gone: ChildId, theirs: &[ChildField]) -> Action {
    let child = |id| house.child(id).unwrap().unwrap();
    Action::Merge(Box::new(Merge { kept: child(kept), gone: child(gone), theirs: theirs.to_vec() }))
}

/// A child that was entered twice: it was declined, and its father is on it.
pub const TWICE: ChildId = ChildId::from_u128(9);
/// What stands only on that record.
pub const TRACES: [&str; 2] = ["Zoe Obrien-Nunez", "Ömer Delacroix"];

/// Enters a child for the second time.
pub fn entered_twice(records: &mut Records) {
    let name = |text| PersonName::new(text).unwrap();
    records.children.push(Child::new(TWICE, name(TRACES[0]), None, None, vec![]));
    records.cases.push(Case {
        contacts: Contacts::default(),
        expected_end: None,
        referral: Referral { on: date("2018-03-01"), note: None },
        ..case(9, Standing::Declined { on: date("2018-05-01") })
    });
    records.people.push(Person { role: Role::Father, name: name(TRACES[1]), ..person(79, TWICE) });
}

/// Makes it one with the record that stays.
pub fn make_one(house: &mut House, kept: ChildId) {
    let action = merge(house, kept, TWICE, &[]);
    house.perform(soren(), &action).unwrap();
}

fn merged() -> House {
    let mut house = twice();
    let action = merge(&house, KEPT, GONE, &[ChildField::Name]);
    house.perform(soren(), &action).unwrap();
    house
}

fn in_order(mut records: Records) -> Records {
    records.children.sort_by_key(|child| child.id);
    records.cases.sort_by_key(|case| case.id);
    records.people.sort_by_key(|person| person.id);
    records
}

#[test]
fn what_was_the_others_is_found_under_the_one_and_check_holds() {
    let mut house = twice();
    house.log_access(at(AEGIR, 1), &Access::Case(case_id(2))).unwrap();
    let name = house.child(GONE).unwrap().unwrap().name;
    let action = merge(&house, KEPT, GONE, &[ChildField::Name]);
    house.perform(soren(), &action).unwrap();
    let one = house.child(KEPT).unwrap().unwrap();
    assert_eq!((one.name, one.former, house.child(GONE).unwrap()), (name, vec![GONE], None));
    // The person whom a signed note names is the one who stayed.
    let people: Vec<PersonId> = house.people(KEPT).unwrap().iter().map(|p| p.id).collect();
    assert_eq!(people, [PersonId::from_u128(71)]);
    let cases: BTreeSet<CaseId> =
        house.cases().unwrap().iter().filter(|c| c.child == KEPT).map(|c| c.id).collect();
    assert_eq!(cases, BTreeSet::from([case_id(1), case_id(2)]));
    // The look at the other is found by the cases of the one.
    let query = AccessQuery { case: Some(case_id(2)), limit: 9, ..AccessQuery::default() };
    assert_eq!(house.access_log(&query).unwrap().len(), 1);
    // The restricted note is found by its author only, and listed sealed.
    let finds = |house: &mut House, who| {
        let query = SearchQuery { text: "kælder".to_owned(), limit: 9, ..SearchQuery::default() };
        house.search(at(who, 9), &query).unwrap().hits.len()
    };
    assert_eq!((finds(&mut house, soren().staff), finds(&mut house, AEGIR)), (1, 0));
    let listed = house
        .talks(&TalkQuery { cases: cases.into_iter().collect(), limit: 9, ..TalkQuery::default() }, AEGIR);
    let sealed = listed.unwrap().iter().filter(|n| matches!(n, Noted::Sealed(s) if !s.for_reader)).count();
    assert_eq!(sealed, 1);
    house.verify().unwrap();
    assert_eq!(house.records().unwrap().contradictions(), Default::default());
}

#[test]
fn the_history_of_every_case_says_so_and_keeps_what_the_other_was_called() {
    let house = merged();
    for id in [case_id(1), case_id(2)] {
        let history = house.history_of_case(id, 99).unwrap();
        let of_step = history.iter().filter(|trace| trace.action_kind == ActionKind::Merge).count();
        // The child that went, the one that stayed, two people; and the case that moved, in its own history.
        assert_eq!(of_step, if id == case_id(2) { 5 } else { 4 }, "{history:?}");
        let told = serde_json::to_string(&history.iter().map(|t| &t.change).collect::<Vec<_>>()).unwrap();
        assert!(told.contains("A\u{30a}se") || told.contains("Åse Sø"), "{told}");
    }
}

#[test]
fn a_child_is_found_by_every_name_that_a_record_of_it_has_had() {
    let mut house = twice();
    let [ours, theirs] = [KEPT, GONE].map(|id| house.child(id).unwrap().unwrap());
    let named = |house: &House, name: &PersonName| -> Vec<ChildId> {
        house.children_named(|had| had == name).unwrap().iter().map(|child| child.id).collect()
    };
    assert_eq!((named(&house, &ours.name), named(&house, &theirs.name)), (vec![KEPT], vec![GONE]));
    house.perform(soren(), &merge(&house, KEPT, GONE, &[])).unwrap();
    let was = house.child(KEPT).unwrap().unwrap();
    let mut now = was.clone();
    now.name = PersonName::new("Åse Ærø").unwrap();
    let renamed = Edit::new(Some(was), Some(now.clone())).unwrap();
    house.perform(soren(), &Action::Save(vec![renamed.into()])).unwrap();
    for name in [&ours.name, &theirs.name, &now.name] {
        assert_eq!(named(&house, name), [KEPT], "{}", name.as_str());
    }
    // After undo each has its own name again.
    house.perform(soren(), &Action::Undo).unwrap();
    house.perform(soren(), &Action::Undo).unwrap();
    assert_eq!(named(&house, &theirs.name), [GONE]);
}

#[test]
fn undo_brings_the_house_back_and_an_export_takes_the_one_child_along() {
    let mut house = twice();
    let before = in_order(house.records().unwrap());
    let action = merge(&house, KEPT, GONE, &[]);
    house.perform(soren(), &action).unwrap();
    let records = house.records().unwrap();
    house.perform(soren(), &Action::Undo).unwrap();
    assert_eq!(in_order(house.records().unwrap()), before);
    house.perform(soren(), &Action::Redo).unwrap();
    assert_eq!(in_order(house.records().unwrap()), in_order(records.clone()));
    house.verify().unwrap();
    let mut other = House::in_memory(profiles(), &founding(), founded()).unwrap();
    other.perform(soren(), &Action::Restore(Box::new(records.clone()))).unwrap();
    assert_eq!(in_order(other.records().unwrap()), in_order(records));
    other.verify().unwrap();
}

/// Merges children of the demonstration with each other, as many as may be, and parts them again.
#[test]
fn random_children_of_the_demonstration_are_merged_and_parted_and_the_house_stays_sound() {
    let today = date("2026-11-25");
    let (mut house, records) = super::obligations::changed_demonstration(today, |records| {
        records.days.retain(|day| (today - day.date).num_days() < 10);
    });
    let (asker, before) = (soren(), in_order(records));
    let (mut dice, mut done) = (Dice(7), 0);
    for _ in 0..400 {
        let children: Vec<Child> = house.children().unwrap();
        let [kept, gone] = [0, 1].map(|_| children[dice.below(children.len())].id);
        let theirs = [ChildField::Name, ChildField::School].into_iter().filter(|_| dice.below(2) == 0);
        let action = merge(&house, kept, gone, &theirs.collect::<Vec<_>>());
        match house.perform(asker, &action) {
            Ok(_) => {
                done += 1;
                assert_eq!(house.records().unwrap().contradictions(), Default::default());
            }
            Err(Denied::Refused(_)) => {}
            Err(failed) => panic!("{failed:?}"),
        }
        if done == 5 {
            break;
        }
    }
    assert_eq!(done, 5);
    house.verify().unwrap();
    for _ in 0..done {
        house.perform(asker, &Action::Undo).unwrap();
    }
    assert_eq!(in_order(house.records().unwrap()), before);
    house.verify().unwrap();
}
