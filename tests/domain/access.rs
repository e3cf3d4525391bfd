//! Only current staff may do anything.

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, DayEdit, Reason};
use trivsel_domain::value::{Half, Mark, SeatNorm, StaffId};

use super::facts::{ASKER, House, date};

const STRANGER: StaffId = StaffId::from_u128(77);

/// One action of each kind, all otherwise allowed.
fn actions(house: &House) -> Vec<Action> {
    let case = house.records.cases[0].id;
    let mark = DayEdit::Mark(Half::First, Mark::Present);
    let norm = SeatNorm::limited(20).unwrap();
    vec![
        Action::EditDay { case, date: house.today, seen: None, edit: mark },
        Action::FillAsPlanned { date: house.today },
        Action::SetSeats { programme: house.programmes[0].code().clone(), norm },
        Action::TakeIn(vec![]),
        Action::TakeInDays(vec![]),
    ]
}

fn leave(house: &mut House, on: NaiveDate) {
    house.records.staff.iter_mut().find(|s| s.id == ASKER).unwrap().left_on = Some(on);
}

#[test]
fn a_stranger_is_refused_every_action() {
    let (mut house, _) = House::with_child(7);
    for action in actions(&house) {
        assert!(house.decide(&action).is_ok(), "{action:?}");
    }
    house.asker = STRANGER;
    for action in actions(&house).into_iter().chain([Action::Undo, Action::Redo]) {
        assert_eq!(house.decide(&action), Err(vec![Reason::NotOnStaff]), "{action:?}");
    }
}

#[test]
fn former_staff_are_refused_from_the_day_they_left() {
    let (mut house, _) = House::with_child(7);
    let (last, next) = (house.today, house.today.succ_opt().unwrap());
    leave(&mut house, next);
    for action in actions(&house) {
        assert!(house.decide(&action).is_ok(), "still here today: {action:?}");
    }
    for on in [last, date(2026, 8, 1)] {
        leave(&mut house, on);
        for action in actions(&house) {
            assert_eq!(house.decide(&action), Err(vec![Reason::HasLeft { on }]), "{action:?}");
        }
    }
}
