//! The calendar is cached between marks and refreshed when it changes.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule, Records};
use trivsel_domain::value::{ClosureId, StaffId};
use trivsel_store::{Asker, OpenMode};

use super::{Place, bare, bare_house, fixed_key, founding, open_for};

#[test]
fn the_author_of_a_change_and_a_colleague_see_the_new_calendar() {
    let place = Place::new();
    let folder = bare_house(&place);
    let mut here = open_for(&folder, &fixed_key(7), OpenMode::Write).expect("open");
    let there = open_for(&folder, &fixed_key(7), OpenMode::Write).expect("open beside");
    let closed = || [&here, &there].map(|h| h.calendar().expect("a calendar").closures().len());
    assert_eq!(closed(), [0, 0]);
    assert_eq!(closed(), [0, 0]);

    let day = founding().date();
    let rule = ClosureRule::Dates { from: day, to: day };
    let closure = Closure { id: ClosureId::from_u128(1), kind: ClosureKind::Local, name: None, rule };
    let records = Records { staff: vec![bare().staff], closures: vec![closure], ..Records::default() };
    let asker = Asker::new(StaffId::from_u128(1), founding());
    here.perform(asker, &Action::Restore(Box::new(records))).expect("restored");
    for house in [&here, &there] {
        assert!(!house.calendar().expect("a calendar").is_school_day(day));
    }
}
