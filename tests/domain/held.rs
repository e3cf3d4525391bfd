//! Which signed talk shows that which appointment was held.

use trivsel_domain::record::{Appointment, TalkKind};
use trivsel_domain::rules::booking::{SignedTalk, held};
use trivsel_domain::value::{AppointmentId, CaseId, Hours, Line, NotHeld, TalkId, TimeOfDay};

use super::facts::date;

const ALMA: CaseId = CaseId::from_u128(1);
const ASGER: CaseId = CaseId::from_u128(2);
const PARENT: Option<TalkKind> = Some(TalkKind::Parent);

fn at(hour: u32) -> TimeOfDay {
    TimeOfDay::new(hour, 0).unwrap()
}

/// An appointment with Alma on Tuesday 24 November at a full hour.
fn appointment(id: u128, hour: u32, kind: Option<TalkKind>) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(id),
        date: date(2026, 11, 24),
        hours: Some(Hours::lasting(at(hour), 50).unwrap()),
        title: Line::new("Samtale").unwrap(),
        kind,
        case: Some(ALMA),
        staff: Vec::new(),
        event: None,
        not_held: None,
        series: None,
    }
}

/// A signed parent talk with Alma on the same day.
fn talk(id: u128, start: Option<u32>) -> SignedTalk {
    SignedTalk {
        id: TalkId::from_u128(id),
        case: ALMA,
        kind: TalkKind::Parent,
        date: date(2026, 11, 24),
        start: start.map(at),
    }
}

/// The numbers of the appointments that were held, each with that of its talk.
fn pairs(appointments: &[Appointment], talks: &[SignedTalk]) -> Vec<(u128, u128)> {
    held(appointments, talks).iter().map(|(one, talk)| (one.as_u128(), talk.as_u128())).collect()
}

#[test]
fn a_talk_of_the_kind_with_the_child_on_the_day_shows_it() {
    let one = [appointment(1, 9, PARENT)];
    for start in [None, Some(9), Some(11)] {
        assert_eq!(pairs(&one, &[talk(7, start)]), [(1, 7)], "{start:?}");
    }
    let others = [
        SignedTalk { case: ASGER, ..talk(7, Some(9)) },
        SignedTalk { kind: TalkKind::Wellbeing, ..talk(7, Some(9)) },
        SignedTalk { date: date(2026, 11, 25), ..talk(7, Some(9)) },
    ];
    assert_eq!(pairs(&one, &others), []);
    let missed = Appointment { not_held: Some(NotHeld::NoShow), ..appointment(1, 9, PARENT) };
    let busy = Appointment { event: Some(Line::new("own").unwrap()), ..appointment(2, 9, PARENT) };
    assert_eq!(pairs(&[missed, busy], &[talk(7, Some(9))]), []);
}

#[test]
fn a_talk_shows_it_of_one_appointment_first_of_the_one_at_its_time() {
    let two = [appointment(1, 9, PARENT), appointment(2, 14, PARENT)];
    assert_eq!(pairs(&two, &[talk(7, Some(14))]), [(2, 7)]);
    assert_eq!(pairs(&two, &[talk(7, None)]), [(1, 7)]);
    assert_eq!(pairs(&two, &[talk(7, None), talk(8, Some(9))]), [(1, 8), (2, 7)]);
}

#[test]
fn an_appointment_without_a_kind_needs_the_time() {
    let one = [appointment(1, 9, None)];
    assert_eq!(pairs(&one, &[talk(7, Some(9))]), [(1, 7)]);
    assert_eq!(pairs(&one, &[talk(7, Some(10)), talk(8, None)]), []);
    let whole_day = [Appointment { hours: None, ..appointment(1, 9, None) }];
    assert_eq!(pairs(&whole_day, &[talk(7, None)]), []);
}
