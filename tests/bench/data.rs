//! The records of a house of thirty open cases that has run for years, always the same.

use chrono::{Days, NaiveDate, NaiveDateTime};
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule, HouseProgramme, Records, Staff};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{ClosureId, Initials, Line, PersonName, ProgrammeCode, SeatNorm, StaffId};

use crate::course::Course;

/// The number of seats.
pub const SEATS: u16 = 16;
/// The open cases: those with a seat, and those of the programme without a limit.
pub const CASES: u16 = 30;
/// The length of a course, in days.
const COURSE: u64 = 354;

/// Wednesday of week 48, at five to nine, when a teacher takes the register.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(8, 55, 0).unwrap()
}

/// The user of the screen.
pub fn me() -> Staff {
    staff(0, "MK")
}

/// The programme with seats.
pub fn programme() -> HouseProgramme {
    HouseProgramme {
        code: ProgrammeCode::new("skolefravaer").unwrap(),
        seats: SeatNorm::limited(SEATS).unwrap(),
    }
}

/// The programme without a limit, which keeps no register.
pub fn unlimited() -> HouseProgramme {
    HouseProgramme { code: ProgrammeCode::new("trivsel").unwrap(), seats: SeatNorm::Unlimited }
}

/// The closures of a new house.
pub fn closures() -> Vec<Closure> {
    let mut next = 900;
    let mint = || {
        next += 1;
        next
    };
    trivsel_defaults::closures(mint).unwrap()
}

/// The records of a house that opened this many years ago. The current courses do not depend on `years`.
pub fn records(years: u32) -> Records {
    let today = now().date();
    let opened = today - Days::new(u64::from(years) * 365);
    let mut house = Records {
        staff: vec![me(), staff(1, "LB")],
        programmes: vec![programme(), unlimited()],
        closures: closures(),
        ..Records::default()
    };
    // Each year adds a colleague and two closing days.
    for year in 1..years {
        let left = today - Days::new(u64::from(year) * 365);
        let initials =
            format!("{}{}", char::from(b'A' + (year / 26) as u8), char::from(b'A' + (year % 26) as u8));
        house.staff.push(Staff { left_on: Some(left), ..staff(100 + u128::from(year), &initials) });
        for n in 0..2 {
            let from = left + Days::new(100 * n);
            house.closures.push(Closure {
                id: ClosureId::from_u128(1000 + 2 * u128::from(year) + u128::from(n)),
                kind: ClosureKind::Local,
                name: Line::new("Personaledag").ok(),
                rule: ClosureRule::Dates { from, to: from },
            });
        }
    }
    let calendar = Calendar::new(closures());
    for seat in 1..=SEATS {
        let mut until = None;
        let mut from = today - Days::new(150 + 10 * u64::from(seat));
        let mut nth = 0;
        while from >= opened || nth == 0 {
            Course { seat, nth, from, until }.write(&mut house, &calendar);
            (until, from, nth) = (Some(from), from - Days::new(COURSE), nth + 1);
        }
    }
    for seat in SEATS + 1..=CASES {
        let from = today - Days::new(10 * u64::from(seat));
        Course { seat, nth: 0, from, until: None }.write(&mut house, &calendar);
    }
    house
}

fn staff(number: u128, initials: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(1 + number),
        name: PersonName::new(&format!("Medarbejder {initials}")).unwrap(),
        initials: Initials::new(initials).unwrap(),
        competencies: vec![trivsel_domain::record::Competency::Pedagogy],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}
