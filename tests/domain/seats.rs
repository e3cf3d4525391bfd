//! Seats: the lowest free one first, never above the norm, and changes of the norm.

use proptest::prelude::*;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Case, Closing, Enrolment, Outcome, Standing, Stay};
use trivsel_domain::rules::seats::{free_seat, next_freed, occupied};
use trivsel_domain::value::{CaseId, ProgrammeCode, SeatNorm, SeatNumber, SeatedStage};

use super::facts::{House, date};

fn seat(number: u16) -> SeatNumber {
    SeatNumber::new(number).unwrap()
}

/// Closes a case on a date; the seat is free from then.
fn close(case: &mut Case, on: chrono::NaiveDate) {
    let stay = case.stay().unwrap();
    case.standing =
        Standing::Closed { stay, closing: Closing { on, outcome: Outcome::GeneralSchool, place: None } };
}

fn set_seats(house: &House, norm: SeatNorm) -> Action {
    Action::SetSeats { programme: house.programmes[0].code().clone(), norm }
}

fn full_house() -> House {
    let mut house = House::new();
    for number in 1..=16 {
        house.add_child(number, 7);
    }
    house
}

#[test]
fn a_seat_is_held_from_admission_up_to_closing() {
    let (mut house, _) = House::with_child(7);
    close(&mut house.records.cases[0], date(2026, 11, 2));
    let case = &house.records.cases[0];
    for (on, held) in [
        (date(2026, 8, 9), false),
        (date(2026, 8, 10), true),
        (date(2026, 11, 1), true),
        (date(2026, 11, 2), false),
    ] {
        assert_eq!(case.holds_seat_on(on), held, "{on}");
    }
}

#[test]
fn the_sixteenth_is_the_last() {
    let mut house = full_house();
    let programme = house.programmes[0].code().clone();
    let norm = house.records.programmes[0].seats;
    let today = house.today;
    let free = |house: &House, norm| free_seat(&house.records.cases, &programme, norm, today, None, None);
    assert_eq!(occupied(&house.records.cases, &programme, today).len(), 16);
    assert_eq!(free(&house, norm), None);
    assert_eq!(free(&house, SeatNorm::Unlimited), Some(seat(17)));
    close(&mut house.records.cases[6], today);
    assert_eq!(free(&house, norm), Some(seat(7)));
    // On the day before the closing date the seat is still taken.
    let yesterday = today.pred_opt().unwrap();
    assert_eq!(free_seat(&house.records.cases, &programme, norm, yesterday, None, None), None);
    let own = Some(CaseId::from_u128(3));
    assert_eq!(free_seat(&house.records.cases, &programme, norm, yesterday, None, own), Some(seat(3)));
}

#[test]
fn programmes_have_seats_of_their_own() {
    let house = full_house();
    let other = house.programmes[1].code();
    assert!(occupied(&house.records.cases, other, house.today).is_empty());
    let norm = SeatNorm::limited(1).unwrap();
    assert_eq!(free_seat(&house.records.cases, other, norm, house.today, None, None), Some(seat(1)));
}

#[test]
fn the_next_seat_freed_is_the_earliest_expected() {
    let mut house = full_house();
    let programme = house.programmes[0].code().clone();
    assert_eq!(next_freed(&house.records.cases, &programme, house.today), None);
    for (case, end) in [(3, date(2027, 1, 8)), (5, date(2026, 12, 18)), (7, date(2026, 11, 1))] {
        house.records.cases[case].expected_end = Some(end);
    }
    // A course that should already have ended does not predict the next free seat.
    assert_eq!(next_freed(&house.records.cases, &programme, house.today), Some(date(2026, 12, 18)));
}

#[test]
fn the_norm_is_raised_and_lowered_down_to_what_is_held() {
    let mut house = full_house();
    let twenty = SeatNorm::limited(20).unwrap();
    assert_eq!(house.act(&set_seats(&house, twenty)), Ok(1));
    assert_eq!(house.act(&set_seats(&house, twenty)), Ok(0), "it is so already");
    let fifteen = set_seats(&house, SeatNorm::limited(15).unwrap());
    assert_eq!(house.act(&fifteen), Err(vec![Reason::SeatsHeld { highest: 16, occupied: 16, asked: 15 }]));
    assert_eq!(house.act(&set_seats(&house, SeatNorm::limited(16).unwrap())), Ok(1));
    let programme = ProgrammeCode::new("ukendt").unwrap();
    let unknown = Action::SetSeats { programme: programme.clone(), norm: twenty };
    assert_eq!(house.act(&unknown), Err(vec![Reason::NoSuchProgramme(programme)]));
}

proptest! {
    /// An accepted norm leaves the records sound: nobody holds a seat that no longer exists.
    #[test]
    fn an_accepted_norm_contradicts_nobody(held in proptest::collection::btree_set(1_u16..=16, 0..16), asked in 1_u16..=20) {
        let mut house = House::new();
        for number in &held {
            house.add_child(*number, 7);
        }
        let accepted = house.act(&set_seats(&house, SeatNorm::limited(asked).unwrap())).is_ok();
        prop_assert!(house.records.contradictions().is_empty());
        prop_assert_eq!(accepted, held.iter().all(|seat| *seat <= asked));
    }

    #[test]
    fn a_free_seat_is_free_on_every_day(
        stays in proptest::collection::vec((0_u64..100, 1_u64..60), 0..30),
        from in 0_u64..100,
        norm in 1_u16..=16,
    ) {
        let day = |n: u64| date(2026, 8, 10) + chrono::Days::new(n);
        let norm = SeatNorm::limited(norm).unwrap();
        let mut house = House::new();
        let programme = house.programmes[0].code().clone();
        for (index, (begin, length)) in stays.into_iter().enumerate() {
            let until = Some(day(begin + length));
            let cases = &house.records.cases;
            let Some(free) = free_seat(cases, &programme, norm, day(begin), until, None) else { continue };
            let case = house.add_child(u16::try_from(index + 1).unwrap(), 7);
            let case = house.records.cases.iter_mut().find(|c| c.id == case).unwrap();
            let stay = Stay { seat: free, from: day(begin) };
            case.standing = Standing::Seated { stage: SeatedStage::Course, stay };
            close(case, day(begin + length));
        }
        let cases = &house.records.cases;
        if let Some(free) = free_seat(cases, &programme, norm, day(from), None, None) {
            prop_assert!(norm.has(free));
            for n in from..200 {
                prop_assert!(occupied(cases, &programme, day(n)).iter().all(|(seat, _)| *seat != free));
            }
        } else {
            let taken = |number: u16| {
                cases.iter().any(|c| {
                    c.stay().is_some_and(|s| s.seat.get() == number)
                        && c.enrolment().is_some_and(|e: Enrolment| e.until.is_some_and(|u| u > day(from)))
                })
            };
            prop_assert!((1..=norm.number().unwrap()).all(taken), "refused although one is free");
        }
        for n in 0..200 {
            let seats: Vec<_> = occupied(cases, &programme, day(n)).into_iter().map(|(s, _)| s).collect();
            prop_assert!(seats.windows(2).all(|w| w[0] < w[1]), "two in one seat");
        }
    }
}
