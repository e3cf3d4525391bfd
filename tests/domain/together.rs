//! Saving several records in one action, staff methods, waiting list order, and seats by month.

use trivsel_domain::decide::{Action, ActionKind, Reason};
use trivsel_domain::record::{Case, Change, Competency, Contacts, Edit, HouseSettings, Priority, Standing};
use trivsel_domain::rules::seats::{by_month, waiting_list};
use trivsel_domain::value::{CaseId, Tag};

use super::facts::{ASKER, COLLEAGUE, House, date};

fn contact(case: &Case, secondary: Option<trivsel_domain::value::StaffId>) -> Change {
    let contacts = Contacts { secondary, ..case.contacts };
    let new = Case { contacts, ..case.clone() };
    Change::Case(Edit::new(Some(case.clone()), Some(new)).unwrap())
}

#[test]
fn all_are_saved_or_none_and_every_reason_is_given() {
    let mut house = House::new();
    for n in 1..=3 {
        house.add_child(n, 7);
    }
    let cases = house.records.cases.clone();
    let all = |house: &House| house.records.cases.iter().filter(|c| c.contacts.secondary.is_some()).count();
    let good: Vec<Change> = cases.iter().map(|c| contact(c, Some(COLLEAGUE))).collect();
    let mut mixed = good.clone();
    mixed[1] = contact(&cases[1], Some(ASKER));
    assert_eq!(house.act(&Action::Save(mixed)), Err(vec![Reason::SameContact]));
    assert_eq!(all(&house), 0);
    let twice = vec![good[0].clone(), good[0].clone()];
    assert_eq!(house.act(&Action::Save(twice)), Err(vec![Reason::NotByEditing]));
    assert_eq!(house.decide(&Action::Save(good.clone())).unwrap().action_kind, ActionKind::Case);
    assert_eq!(house.act(&Action::Save(good.clone())), Ok(3));
    let late = house.act(&Action::Save(good)).unwrap_err();
    assert!(matches!(late[..], [Reason::Overtaken { .. }, ..]), "{late:?}");
    assert_eq!(house.act(&Action::Undo), Ok(3), "one step");
    assert_eq!(all(&house), 0);
    assert_eq!(house.act(&Action::Save(vec![])), Ok(0));
}

#[test]
fn records_with_their_own_action_can_not_be_saved_by_hand() {
    let mut house = House::new();
    house.add_child(1, 7);
    let staff = house.records.staff[0].clone();
    let programme = house.records.programmes[0].clone();
    let removed = [
        Edit::new(Some(staff), None).map(Change::Staff),
        Edit::new(Some(programme), None).map(Change::Programme),
    ];
    let settled = Change::Settings(Edit::create(HouseSettings::default()));
    for change in removed.into_iter().flatten().chain([settled]) {
        assert_eq!(house.act(&Action::Save(vec![change])), Err(vec![Reason::NotByEditing]));
    }
}

#[test]
fn staff_methods_are_saved_only_if_unchanged() {
    let mut house = House::new();
    let act = Tag::new("ACT").unwrap();
    let edit = |house: &House| Action::EditStaff {
        seen: Box::new(house.records.staff[0].clone()),
        competencies: vec![Competency::Therapy, Competency::Therapy],
        methods: vec![act.clone()],
    };
    let first = edit(&house);
    assert_eq!(house.act(&first), Ok(1));
    let staff = house.records.staff.iter().find(|s| s.id == ASKER).unwrap();
    assert_eq!((staff.competencies.len(), staff.methods.len()), (1, 1));
    let late = house.act(&first).unwrap_err();
    assert!(matches!(late[..], [Reason::Overtaken { .. }]), "{late:?}");
}

#[test]
fn the_most_urgent_first_then_the_oldest_then_who_waited_longest() {
    let mut house = House::new();
    let rows = [
        (1, Priority::Normal, Some((2012, 1, 1)), (2026, 9, 1)),
        (2, Priority::Urgent, Some((2014, 1, 1)), (2026, 10, 1)),
        (3, Priority::Normal, Some((2011, 1, 1)), (2026, 10, 1)),
        (4, Priority::Normal, Some((2011, 1, 1)), (2026, 8, 1)),
        (5, Priority::Normal, None, (2026, 1, 1)),
    ];
    for (n, priority, _, since) in rows {
        let id = house.add_child(n, 7);
        let case = house.records.cases.iter_mut().find(|c| c.id == id).unwrap();
        case.standing = Standing::Waiting { priority, last_contact: None };
        case.referral.on = date(since.0, since.1, since.2);
        case.moves.clear();
    }
    let born = |case: &Case| {
        let row = rows.iter().find(|r| CaseId::from_u128(u128::from(r.0)) == case.id)?;
        row.2.map(|(y, m, d)| date(y, m, d))
    };
    let programme = house.programmes[0].code().clone();
    let order: Vec<u128> =
        waiting_list(&house.records.cases, &programme, born).iter().map(|c| c.id.as_u128()).collect();
    assert_eq!(order, [2, 4, 3, 1, 5]);
}

#[test]
fn free_seats_at_the_end_of_each_month() {
    let line = [(date(2026, 11, 25), 0), (date(2026, 12, 11), 1), (date(2027, 2, 1), 3)];
    let months: Vec<(chrono::NaiveDate, u16)> = by_month(&line, 4);
    let first = |y, m| date(y, m, 1);
    assert_eq!(
        months,
        [(first(2026, 11), 0), (first(2026, 12), 1), (first(2027, 1), 1), (first(2027, 2), 3)]
    );
    assert_eq!(by_month(&[], 4), []);
}
