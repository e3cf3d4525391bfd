//! Which records may be of one child, which are of two, that a leader ends the question, and that no list enters a child a
//! second time unasked.

use trivsel_domain::decide::{Action, Column, ImportedCase, MergeFault, Reason, RowReason, SaidOf};
use trivsel_domain::record::{Case, Change, Child, Edit, TwoChildren};
use trivsel_domain::rules::same_child::{Features, Likeness, Pair, Recognised, pairs};
use trivsel_domain::value::{CaseId, ChildId, Cpr, PersonName, Stage, TwoChildrenId};

use super::facts::{ASKER, COLLEAGUE, House, date};
use super::import::{refusal, row};

/// A name, a birthday in March or April 2013 as day and month, and the last digits of a number.
type Told = (&'static str, Option<(u32, u32)>, Option<&'static str>);

fn features((name, born, number): Told) -> Features {
    let born = born.map(|(day, month)| date(2013, month, day));
    let number =
        number.map(|digits| Cpr::new(&format!("{}-{digits}", born.unwrap().format("%d%m%y"))).unwrap());
    Features::new(name, born, number)
}

#[test]
fn what_speaks_for_one_child_and_what_for_two() {
    use Likeness::{Given, Name, Number, Swapped, Undated};
    const DAY: Option<(u32, u32)> = Some((4, 3));
    let table: &[(Told, Told, Option<Likeness>)] = &[
        // One name in the spellings of a keyboard without Danish letters, and with an å of two characters.
        (("Søren Ægård Åse", DAY, None), ("Soeren Aegaard Aase", DAY, None), Some(Name)),
        (("Søren Ægård Åse", DAY, None), ("soren ægard A\u{30a}se", DAY, None), Some(Name)),
        (("Søren Ægård Åse", DAY, None), ("SØREN ÆGA\u{30a}RD ÅSE", DAY, None), Some(Name)),
        // The names in another order, one more, one less, with a hyphen.
        (("Søren Ægård Åse", DAY, None), ("Åse, Søren Ægård", DAY, None), Some(Name)),
        (("Søren Åse", DAY, None), ("Søren Ægård Åse", DAY, None), Some(Name)),
        (("Ida Marie Toft", DAY, None), ("Marie Toft", DAY, None), Some(Name)),
        (("Anne-Marie Toft", DAY, None), ("Anne Marie Toft", DAY, None), Some(Name)),
        // One sound, several spellings.
        (("Sofie Christiansen", DAY, None), ("Sophie Kristiansen", DAY, None), Some(Name)),
        (("Mathias Lind", DAY, None), ("Mattias Lind", DAY, None), Some(Name)),
        // A child that takes another family name.
        (("Alma Holm", DAY, None), ("Alma Krogh", DAY, None), Some(Given)),
        (("Carl E. Friis", DAY, None), ("Carl Emil Friis", DAY, None), Some(Given)),
        // A birthday that is missing, or was typed with the month first.
        (("Søren Åse", DAY, None), ("Soeren Aase", None, None), Some(Undated)),
        (("Søren Åse", None, None), ("Søren Åse", None, None), Some(Undated)),
        (("Søren Åse", DAY, None), ("Søren Åse", Some((3, 4)), None), Some(Swapped)),
        // One number is one child, whatever it is called.
        (("Søren Åse", DAY, Some("1235")), ("Sally Lind", DAY, Some("1235")), Some(Number)),
        // The number tells the birthday.
        (("Søren Åse", DAY, Some("1235")), ("Søren Ægård Åse", DAY, None), Some(Name)),
        // Twins, also with names that differ by a letter.
        (("Ida Toft", DAY, None), ("Emil Toft", DAY, None), None),
        (("Ida Toft", DAY, None), ("Ada Toft", DAY, None), None),
        (("Liva Marie Toft", DAY, None), ("Livia Marie Toft", DAY, None), None),
        (("Mathias Lind", DAY, None), ("Mathilde Lind", DAY, None), None),
        // Namesakes.
        (("Søren Åse", DAY, Some("1235")), ("Søren Åse", DAY, Some("1237")), None),
        (("Søren Åse", DAY, None), ("Søren Åse", Some((5, 3)), None), None),
        (("Søren Åse", DAY, None), ("Søren Ægård Åse", Some((3, 4)), None), None),
        // Without a birthday a part of the name is not enough.
        (("Søren Åse", DAY, None), ("Søren Ægård Åse", None, None), None),
        (("Toft", DAY, None), ("Ida Toft", DAY, None), None),
    ];
    for (one, other, expected) in table {
        let (a, b) = (features(*one), features(*other));
        assert_eq!(a.likeness(&b), *expected, "{one:?} {other:?}");
        assert_eq!(b.likeness(&a), *expected, "{other:?} {one:?}");
    }
}

fn child(id: u128, name: &str, day: Option<u32>) -> Child {
    let born = day.map(|day| date(2013, 3, day));
    Child::new(ChildId::from_u128(id), PersonName::new(name).unwrap(), born, None, vec![])
}

fn found(id: u128, one: u128, other: u128) -> TwoChildren {
    let (one, other) = (ChildId::from_u128(one), ChildId::from_u128(other));
    TwoChildren { id: TwoChildrenId::from_u128(id), one, other, by: ASKER }
}

#[test]
fn every_pair_is_told_once_and_none_that_was_found_to_be_two() {
    let mut children = vec![
        child(4, "Søren Åse", Some(4)),
        child(1, "Søren Ægård Åse", Some(4)),
        child(2, "Soeren Aase", None),
        child(3, "Ida Toft", Some(4)),
    ];
    let of = |pairs: Vec<Pair>| -> Vec<(u128, u128)> {
        pairs.iter().map(|pair| (pair.one.as_u128(), pair.other.as_u128())).collect()
    };
    assert_eq!(of(pairs(&children, &[])), [(1, 4), (2, 4)]);
    assert_eq!(of(pairs(&children, &[found(1, 4, 1)])), [(2, 4)]);
    // It holds for the record that one of the two was merged into.
    children.remove(0);
    children[1].former = vec![ChildId::from_u128(4)];
    children[1].born = Some(date(2013, 3, 4));
    assert_eq!(of(pairs(&children, &[])), [(1, 2)]);
    assert_eq!(pairs(&children, &[found(1, 4, 1)]), []);
}

#[test]
fn no_pair_is_missed_though_only_those_are_compared_who_share_something() {
    let names = ["Søren Åse", "Soeren Aase", "Åse Søren", "Søren Ægård Åse", "Ida Toft", "Toft"];
    let births = [None, Some((4, 3)), Some((3, 4)), Some((5, 3))];
    let number = Cpr::new("040313-4235").ok();
    let mut children = Vec::new();
    for (name, born, cpr) in names.into_iter().flat_map(|name| {
        let plain = births.map(|born| (name, born, None));
        plain.into_iter().chain(births.into_iter().take(2).map(move |born| (name, born, number)))
    }) {
        let mut one = child(children.len() as u128, name, None);
        (one.born, one.cpr) = (born.map(|(day, month)| date(2013, month, day)), cpr);
        children.push(one);
    }
    let each = |at: usize| (at + 1..children.len()).map(move |other| (at, other));
    let all = (0..children.len()).flat_map(each).filter_map(|(one, other)| {
        let likeness = Features::of(&children[one]).likeness(&Features::of(&children[other]))?;
        Some(Pair { one: children[one].id, other: children[other].id, likeness })
    });
    let all: Vec<Pair> = all.collect();
    assert!(all.len() > 100);
    assert_eq!(pairs(&children, &[]), all);
}

#[test]
fn a_birthday_that_stands_for_an_unknown_one_makes_nobody_alike() {
    let named = |n: u128| child(n, &format!("Ida Barn{n}"), Some(4));
    let twenty: Vec<Child> = (1..=20).map(named).collect();
    assert_eq!(pairs(&twenty, &[]).len(), 190, "a given name and a birthday");
    let mut more: Vec<Child> = (1..=21).map(named).collect();
    assert_eq!(pairs(&more, &[]), []);
    // One name and one birthday are alike whatever the day.
    more.push(child(30, "Barn7 Ida", Some(4)));
    assert_eq!(pairs(&more, &[]).len(), 1);
}

fn house() -> House {
    let (mut house, _) = House::with_child(8);
    let referral = house.records.cases[0].referral.clone();
    house.records.children.push(child(2, "Søren Åse", Some(4)));
    let programme = house.programmes[1].code().clone();
    house.records.cases.push(Case::new(CaseId::from_u128(2), ChildId::from_u128(2), programme, referral));
    house.records.staff.iter_mut().for_each(|member| member.leader = member.id == ASKER);
    house
}

fn save(two: TwoChildren) -> Action {
    Action::Save(vec![Change::from(Edit::create(two))])
}

#[test]
fn a_leader_finds_them_to_be_two_and_undo_takes_it_back() {
    let mut house = house();
    house.act(&save(found(1, 1, 2))).unwrap();
    assert_eq!(house.records.two_children, [found(1, 1, 2)]);
    // Once is enough, whichever is named first.
    let again = house.act(&save(found(2, 2, 1))).unwrap_err();
    assert_eq!(again, [Reason::Overtaken { by: Some(ASKER), at: None, now: None }]);
    house.act(&Action::Undo).unwrap();
    assert_eq!(house.records.two_children, []);
    house.act(&Action::Redo).unwrap();
    assert_eq!(house.records.two_children, [found(1, 1, 2)]);
}

#[test]
fn only_a_leader_finds_it_and_only_of_two_children_of_the_house() {
    let mut house = house();
    let reasons = house.act(&save(TwoChildren { by: COLLEAGUE, ..found(1, 2, 2) })).unwrap_err();
    assert_eq!(reasons, [Reason::Merge(MergeFault::Itself), Reason::NotByEditing]);
    assert_eq!(house.act(&save(found(1, 1, 9))).unwrap_err(), [Reason::NoSuchChild]);
    house.records.staff.iter_mut().for_each(|member| member.leader = member.id == COLLEAGUE);
    let reasons = house.act(&save(found(1, 1, 2))).unwrap_err();
    assert!(matches!(reasons[..], [Reason::OnlyLeaders(_)]), "{reasons:?}");
}

/// A row about a child of the list that the house has as "Søren Ægård Åse", born 4 March 2013.
fn listed(house: &House, line: u32, name: &str, day: Option<u32>) -> ImportedCase {
    let born = day.map(|day| date(2013, 3, day));
    let name = PersonName::new(name).unwrap();
    ImportedCase { name, born, ..row(house, line, Stage::Declined) }
}

fn known() -> House {
    let mut house = house();
    house.records.children[1].name = PersonName::new("Søren Ægård Åse").unwrap();
    house
}

#[test]
fn a_row_that_may_be_a_child_on_record_is_held_until_the_user_says_which() {
    let mut house = known();
    let twin = listed(&house, 5, "Sally Ægård Åse", Some(4));
    let rows = vec![
        listed(&house, 2, "Soeren Aase", Some(4)),
        listed(&house, 3, "Søren Ægård A\u{30a}se", None),
        // A second spelling within the list.
        listed(&house, 4, "Ida Marie Toft", Some(5)),
        listed(&house, 6, "Marie Toft", Some(5)),
        twin.clone(),
    ];
    let held = |line, name: &str, day, likeness| {
        let (name, born) = (PersonName::new(name).unwrap(), Some(date(2013, 3, day)));
        refusal(line, Column::Child, RowReason::MayBe(line, Recognised { name, born, likeness }))
    };
    assert_eq!(
        house.act(&Action::TakeIn(rows.clone())).unwrap_err(),
        [
            held(2, "Søren Ægård Åse", 4, Likeness::Name),
            held(3, "Søren Ægård Åse", 4, Likeness::Undated),
            held(6, "Ida Marie Toft", 5, Likeness::Name),
        ]
    );
    let said = [SaidOf::OnRecord, SaidOf::Another, SaidOf::Nothing, SaidOf::Another, SaidOf::Nothing];
    let rows = rows.into_iter().zip(said).map(|(row, said)| ImportedCase { said, ..row }).collect();
    house.act(&Action::TakeIn(rows)).unwrap();
    let of = |child: u128| {
        let is_of = |case: &&Case| case.child == ChildId::from_u128(child);
        house.records.cases.iter().filter(is_of).count()
    };
    assert_eq!((of(2), of(1002), of(1003), of(1004), of(1006), of(1005)), (2, 0, 1, 1, 1, 1));
}

#[test]
fn a_row_that_is_said_to_be_on_record_is_not_entered_anew_where_none_or_several_are_like_it() {
    let mut house = known();
    house.records.children.push(child(3, "Søren Ægård", Some(4)));
    let said = |row| ImportedCase { said: SaidOf::OnRecord, ..row };
    let rows = vec![
        said(listed(&house, 2, "Soeren Åse Ægård", Some(4))),
        said(listed(&house, 3, "Sally Lind", Some(4))),
        said(listed(&house, 4, "Søren Ægård Åse", Some(4))),
    ];
    let not_found = |line| refusal(line, Column::Child, RowReason::NotFound);
    assert_eq!(house.act(&Action::TakeIn(rows)).unwrap_err(), [not_found(2), not_found(3)]);
}

#[test]
fn the_likeliest_child_is_named() {
    let mut house = known();
    house.records.children.insert(0, child(3, "Søren Lind", Some(4)));
    let rows = vec![listed(&house, 2, "Soeren Ægård Aase", Some(4))];
    let (name, born) = (PersonName::new("Søren Ægård Åse").unwrap(), Some(date(2013, 3, 4)));
    let why = RowReason::MayBe(2, Recognised { name, born, likeness: Likeness::Name });
    assert_eq!(house.act(&Action::TakeIn(rows)).unwrap_err(), [refusal(2, Column::Child, why)]);
}

#[test]
fn a_birthday_that_a_row_tells_counts_for_the_next_row() {
    let mut house = known();
    house.records.children[1].born = None;
    let row = ImportedCase { said: SaidOf::OnRecord, ..listed(&house, 2, "Søren Ægård Åse", Some(4)) };
    // A namesake with another birthday is another child.
    let namesake = listed(&house, 3, "Søren Ægård Åse", Some(7));
    house.act(&Action::TakeIn(vec![row, namesake])).unwrap();
    let born: Vec<_> = house.records.children.iter().skip(1).map(|child| child.born.unwrap()).collect();
    assert_eq!(born, [date(2013, 3, 4), date(2013, 3, 7)]);
}

#[test]
fn a_list_tells_the_birthday_that_a_child_on_record_lacks() {
    let mut house = known();
    house.records.children[1].born = None;
    let row = ImportedCase { said: SaidOf::OnRecord, ..listed(&house, 2, "Soeren Ægård Aase", Some(4)) };
    house.act(&Action::TakeIn(vec![row])).unwrap();
    let child = &house.records.children[1];
    assert_eq!((child.born, child.name.as_str()), (Some(date(2013, 3, 4)), "Søren Ægård Åse"));
    // The one in its number counts before one with day and month in the wrong places.
    let mut house = known();
    (house.records.children[1].born, house.records.children[1].cpr) = (None, Cpr::new("040313-4235").ok());
    let swapped = listed(&house, 2, "Søren Ægård Åse", None);
    let row = ImportedCase { said: SaidOf::OnRecord, born: Some(date(2013, 4, 3)), ..swapped };
    house.act(&Action::TakeIn(vec![row])).unwrap();
    assert_eq!(house.records.children[1].born, Some(date(2013, 3, 4)));
}
