//! A service in autumn 2026 for the store's tests: three members of staff, both programmes, children with difficult
//! names.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::decide::{Action, DayEdit, Decision, Denied};
use trivsel_domain::record::{
    Case, Change, Child, Closing, Competency, Contacts, Day, HouseProgramme, Matter, OpenTo, Outcome,
    Programme, Records, Referral, Staff, Standing, Stay, Talk, TalkKind, TalkSource, Timetable,
};
use trivsel_domain::value::{
    CaseId, ChildId, Grade, Half, Initials, Line, LongText, Mark, Minutes, PersonName, ProgrammeCode,
    SchoolClass, SchoolYear, SeatNorm, SeatNumber, SeatedStage, StaffId, TalkId, TimetableId,
};
use trivsel_store::{Asker, Founding, House, HouseFolder, Receipt, StoreError};

use crate::harness::template;
use crate::store::{Place, fixed_key};

pub const SOREN: StaffId = StaffId::from_u128(1);
pub const AEGIR: StaffId = StaffId::from_u128(2);
/// A Wednesday in term.
pub const TODAY: &str = "2026-11-25";

/// Decomposed, composed, right-to-left and wide names.
const NAMES: [&str; 5] =
    ["Søren Ægård Åse", "A\u{30a}se Sø\u{301}rensen", "ليلى حسن", "山田 花子 さくら", "Zoë O'Brien-Ñuñez 👩‍👧"];

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn today() -> NaiveDate {
    date(TODAY)
}

/// Søren or Ægir, a number of minutes past eight.
pub fn at(staff: StaffId, minute: u32) -> Asker {
    Asker::new(staff, today().and_hms_opt(8, minute, 0).expect("a time"))
}

pub fn soren() -> Asker {
    at(SOREN, 0)
}

pub fn aegir() -> Asker {
    at(AEGIR, 30)
}

pub fn founded() -> NaiveDateTime {
    "2026-08-10T07:30:00".parse().expect("a time")
}

pub fn profiles() -> Vec<Programme> {
    trivsel_defaults::programmes().expect("the shipped profiles")
}

pub fn code(text: &str) -> ProgrammeCode {
    ProgrammeCode::new(text).expect("a code")
}

pub fn school() -> ProgrammeCode {
    code("skolefravaer")
}

pub fn person(id: u128, name: &str, initials: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(id),
        name: PersonName::new(name).expect("a name"),
        initials: Initials::new(initials).expect("initials"),
        competencies: vec![Competency::Teaching, Competency::Therapy],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

/// Sixteen seats in one programme, no limit in the other, the shipped closures with fixed ids.
pub fn founding() -> Founding {
    let mut next = 100;
    let mint = || {
        next += 1;
        next
    };
    Founding {
        id: 0x0190_0000_0000_7000_8000_0000_0000_0001,
        staff: Staff { leader: true, ..person(1, "Søren Ægård Åse", "SØ") },
        programmes: profiles()
            .iter()
            .map(|p| HouseProgramme { code: p.code().clone(), seats: p.seats() })
            .collect(),
        closures: trivsel_defaults::closures(mint).expect("the shipped closures"),
    }
}

pub fn child(n: u128) -> Child {
    let name = NAMES[usize::try_from(n).expect("small") % NAMES.len()];
    let class =
        SchoolClass::new(SchoolYear::of(today()), Grade::new(8).expect("a grade"), "b").expect("a class");
    let born = Some(date("2012-02-29"));
    Child::new(
        ChildId::from_u128(n),
        PersonName::new(&format!("{name} {n}")).expect("a name"),
        born,
        None,
        vec![class],
    )
}

pub fn case_id(n: u128) -> CaseId {
    CaseId::from_u128(1000 + n)
}

/// The case of the n-th child, with this standing.
pub fn case(n: u128, standing: Standing) -> Case {
    let referral = Referral { on: date("2026-08-03"), note: None };
    Case {
        standing,
        contacts: Contacts { primary: Some(SOREN), secondary: None },
        expected_end: Some(date("2027-06-01")),
        ..Case::new(case_id(n), ChildId::from_u128(n), school(), referral)
    }
}

pub fn stay(seat: u16) -> Stay {
    Stay { seat: SeatNumber::new(seat).expect("a seat"), from: date("2026-08-17") }
}

pub fn seated(seat: u16) -> Standing {
    Standing::Seated { stage: SeatedStage::Course, stay: stay(seat) }
}

pub fn closed(seat: u16, on: &str) -> Standing {
    Standing::Closed {
        stay: stay(seat),
        closing: Closing { on: date(on), outcome: Outcome::GeneralSchool, place: None },
    }
}

pub fn talk(n: u128, case: Option<u128>, on: &str) -> Talk {
    Talk {
        id: TalkId::from_u128(5000 + n),
        matter: match case {
            Some(case) => Matter::of_case(case_id(case), TalkKind::Parent).expect("a talk of a case"),
            None => Matter::consultation(Line::new("Lindeskolen").expect("a place"), None),
        },
        date: date(on),
        start: None,
        minutes: Minutes::new(50).ok(),
        participants: vec![],
        themes: vec![],
        methods: vec![],
        text: LongText::new(&format!("Samtale {n}:\n'Åh nej', sagde mor; ליאת נשארה בבית.")).expect("a text"),
        author: SOREN,
        signed_at: date(on).and_hms_opt(15, 0, 0).map(Into::into),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    }
}

/// Fills a founded house with these children and cases, and with what the closure adds.
pub fn fill(house: &mut House, cases: Vec<Case>, more: impl FnOnce(&mut Records)) {
    let mut records = house.records().expect("records");
    if !records.staff.iter().any(|s| s.id == AEGIR) {
        records.staff.push(person(2, "Ægir Østergård", "ÆG"));
    }
    let mut children: Vec<ChildId> = cases.iter().map(|c| c.child).collect();
    children.dedup();
    records.children = children.iter().map(|id| child(id.as_u128())).collect();
    records.cases = cases;
    more(&mut records);
    house.perform(soren(), &Action::Restore(Box::new(records))).expect("filled");
}

/// Cases 1 to n, in seats 1 to n.
pub fn seated_cases(n: u16) -> Vec<Case> {
    (1..=n).map(|i| case(u128::from(i), seated(i))).collect()
}

/// A house in memory with cases 1 to n seated.
pub fn service(n: u16) -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).expect("a house");
    fill(&mut house, seated_cases(n), |_| ());
    house
}

/// The same house on disk, closed, with a key of all sevens.
pub fn service_on_disk(place: &Place, n: u16) -> HouseFolder {
    service_at(&place.path, n)
}

pub fn service_at(path: &Path, n: u16) -> HouseFolder {
    template::put(&format!("service of {n}"), path, |at| {
        let folder = HouseFolder::create_throwaway(at).expect("a folder");
        let made = House::found(&folder, &fixed_key(7), profiles(), &founding(), founded());
        fill(&mut made.expect("a house"), seated_cases(n), |_| ());
    });
    HouseFolder::open(path).expect("a folder")
}

pub fn reopen(folder: &HouseFolder) -> House {
    House::open(folder, &fixed_key(7), profiles()).expect("a house")
}

pub fn timetable(n: u128, case: u128, from: &str, days: [trivsel_domain::record::DayPlan; 5]) -> Timetable {
    Timetable { id: TimetableId::from_u128(3000 + n), case: case_id(case), from: date(from), days }
}

pub fn mark(n: u128, on: NaiveDate, seen: Option<Day>, mark: Mark) -> Action {
    Action::EditDay { case: case_id(n), date: on, seen, edit: DayEdit::Mark(Half::First, mark) }
}

/// Marks the n-th case today, based on the current record.
pub fn mark_today(house: &mut House, asker: Asker, n: u128, kind: Mark) -> Receipt {
    let seen = house.day(case_id(n), today()).expect("a day");
    house.perform(asker, &mark(n, today(), seen, kind)).expect("marked")
}

pub fn seats(n: u16) -> Action {
    Action::SetSeats { programme: school(), norm: SeatNorm::limited(n).expect("a norm") }
}

/// The reasons of a refusal; panics on any other result.
pub fn reasons<T: std::fmt::Debug>(
    denied: Result<T, Denied<StoreError>>,
) -> Vec<trivsel_domain::decide::Reason> {
    match denied {
        Err(Denied::Refused(refusal)) => refusal.reasons().to_vec(),
        other => panic!("not refused: {other:?}"),
    }
}

/// The days that a decision writes.
pub fn days_of(decision: &Decision) -> Vec<Option<Day>> {
    decision
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Day(edit) => Some(edit.new_state().cloned()),
            _ => None,
        })
        .collect()
}
