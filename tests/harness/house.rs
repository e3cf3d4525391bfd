//! Small, sound houses for tests, with names that are hard to handle.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Appointment, Case, Child, Contacts, DayPlan, HouseProgramme, Matter, OpenTo, Participant, Records,
    Referral, Staff, Standing, Stay, Subject, SubjectPlan, Talk, TalkKind, TalkSource, TeachingPlan,
    Timetable,
};
use trivsel_domain::value::{
    AppointmentId, CaseId, ChildId, Coded, Grade, Hours, Initials, Line, LongText, PersonName, ProgrammeCode,
    Role, SchoolClass, SchoolYear, SeatNorm, SeatNumber, SeatedStage, StaffId, Tag, TalkId, TeachingPlanId,
    TimeOfDay, TimetableId,
};
use trivsel_store::{Asker, Founding, House};

use super::{date, morning};

/// The case of Alma Holm, the first child by name.
pub const ALMA: CaseId = CaseId::from_u128(100);

/// One child: name, grade, and hours per weekday (`None`: off, `0-0`: elsewhere).
#[derive(Clone, Copy)]
pub struct Kid {
    pub name: &'static str,
    pub grade: u8,
}

pub const fn kid(name: &'static str, grade: u8) -> Kid {
    Kid { name, grade }
}

/// Sixteen children in Danish order, with a composed and a decomposed å, and a right-to-left, a wide and a long
/// name.
pub const SIXTEEN: [Kid; 16] = [
    kid("Alma Holm", 6),
    kid("Asger Lund", 7),
    kid("Aya Hassan", 6),
    kid("Bertram Juhl", 8),
    kid("Carl Emil Friis", 6),
    kid("Ditte Krogh", 9),
    kid("Elias Bech", 7),
    kid("Freja Winther", 10),
    kid("Ida Marie Toft", 6),
    kid("Jonas Ravn", 7),
    kid("Lærke Bang", 6),
    kid("Mads Østergaard-Rasmussen Holm", 6),
    kid("Sofia Åkjær", 8),
    kid("Søren Ægård Åse", 7),
    kid("محمد علي", 6),
    kid("山田 太郎", 9),
];

/// Monday to Friday 8.30 to 12 for everyone, except Elias at home and Freja off on Wednesdays.
fn plan(name: &str, weekday: usize) -> DayPlan {
    match (name, weekday) {
        ("Elias Bech", _) => DayPlan::Elsewhere,
        ("Freja Winther", 2) => DayPlan::Off,
        _ => {
            let time = |h, m| TimeOfDay::new(h, m).unwrap();
            DayPlan::Expected {
                hours: Some(Hours::new(time(8, 30), time(12, 0)).unwrap().into()),
                blocks: Vec::new(),
            }
        }
    }
}

pub fn staff(number: u128, name: &str, initials: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(number),
        name: PersonName::new(name).unwrap(),
        initials: Initials::new(initials).unwrap(),
        competencies: vec![trivsel_domain::record::Competency::Pedagogy],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

/// The programme with seats.
pub fn programme() -> ProgrammeCode {
    ProgrammeCode::new("skolefravaer").unwrap()
}

/// The founding of the test houses.
pub fn founding() -> Founding {
    let mut next = 900;
    let closures = trivsel_defaults::closures(|| {
        next += 1;
        next
    });
    Founding {
        id: 1,
        staff: staff(1, "Maja Krog", "MK"),
        programmes: vec![HouseProgramme { code: programme(), seats: SeatNorm::limited(40).unwrap() }],
        closures: closures.unwrap(),
    }
}

/// The day everyone was admitted.
pub fn admitted() -> NaiveDate {
    date(2026, 8, 10)
}

/// The records of a house with these children, all admitted in August and still in their course.
pub fn records(kids: &[Kid]) -> Records {
    let founding = founding();
    let staff = vec![founding.staff, staff(2, "Lise Bang", "LB")];
    let mut records =
        Records { staff, programmes: founding.programmes, closures: founding.closures, ..Records::default() };
    for (n, kid) in (0_u16..).zip(kids) {
        let id = u128::from(n) + 100;
        let case = CaseId::from_u128(id);
        records.children.push(child(id, kid));
        records.cases.push(seated(case, ChildId::from_u128(id), n + 1));
        let days = std::array::from_fn(|weekday| plan(kid.name, weekday));
        let timetable = Timetable { id: TimetableId::from_u128(id), case, from: admitted(), days };
        records.timetables.push(timetable);
    }
    if let Some(case) = records.cases.first().map(|c| c.id) {
        around(&mut records, case);
    }
    records
}

fn child(id: u128, kid: &Kid) -> Child {
    let class =
        SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(kid.grade).unwrap(), "b").unwrap();
    let name = PersonName::new(kid.name).unwrap();
    let school = Line::new("Lindeskolen").unwrap();
    Child::new(ChildId::from_u128(id), name, Some(date(2013, 3, 4)), Some(school), vec![class])
}

fn seated(id: CaseId, child: ChildId, seat: u16) -> Case {
    let referral = Referral { on: date(2026, 6, 1), note: None };
    Case {
        standing: Standing::Seated {
            stage: SeatedStage::Course,
            stay: Stay { seat: SeatNumber::new(seat).unwrap(), from: admitted() },
        },
        contacts: Contacts { primary: Some(StaffId::from_u128(1)), secondary: Some(StaffId::from_u128(2)) },
        expected_end: (seat == 1).then(|| date(2026, 12, 11)),
        ..Case::new(id, child, programme(), referral)
    }
}

/// Adds records for the other panes: an appointment, a talk and a teaching plan of the first child.
fn around(records: &mut Records, case: CaseId) {
    let staff = StaffId::from_u128(1);
    let time = |h, m| TimeOfDay::new(h, m).unwrap();
    records.appointments.push(Appointment {
        id: AppointmentId::from_u128(1),
        date: date(2026, 11, 25),
        hours: Some(Hours::new(time(13, 0), time(13, 50)).unwrap()),
        title: Line::new("Forældresamtale").unwrap(),

        kind: None,
        case: Some(case),
        staff: vec![staff],
        event: None,
        not_held: None,
        series: None,
    });
    records.talks.push(Talk {
        id: TalkId::from_u128(1),
        matter: Matter::of_case(case, TalkKind::Parent).unwrap(),
        date: date(2026, 11, 24),
        start: Some(time(14, 0)),
        minutes: trivsel_domain::value::Minutes::new(50).ok(),
        participants: vec![Participant::Role(Role::Mother)],
        themes: vec![Tag::new("morgen").unwrap()],
        methods: Vec::new(),
        text: LongText::new("Mor fortæller, at morgenen går lettere.\n\nVi prøver kl. 8.15.").unwrap(),
        author: staff,
        signed_at: date(2026, 11, 24).and_hms_opt(15, 0, 0).map(Into::into),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    });
    let subject =
        |subject| SubjectPlan { level: Line::new("4. klasse").ok(), ..SubjectPlan::new(subject, 3) };
    let subjects = Subject::ALWAYS.into_iter().map(subject).collect();
    let aim = Line::new("Kommer ind ad døren selv").ok();
    let plan = TeachingPlan::new(TeachingPlanId::from_u128(1), case, date(2026, 9, 1), aim, subjects);
    records.teaching.push(plan.unwrap());
}

/// A house in memory with these children.
pub fn of(kids: &[Kid]) -> House {
    with(records(kids))
}

/// A house in memory with the first two of the usual children, after a change.
pub fn changed(change: impl FnOnce(&mut Records)) -> House {
    let mut records = records(&SIXTEEN[..2]);
    change(&mut records);
    with(records)
}

/// A house in memory with these records.
pub fn with(records: Records) -> House {
    let mut house =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &founding(), morning()).unwrap();
    restore(&mut house, records);
    house
}

/// Fills a founded house with these children.
pub fn fill(house: &mut House, kids: &[Kid]) {
    restore(house, records(kids));
}

/// Fills a founded house with these records.
pub fn restore(house: &mut House, records: Records) {
    let asker = Asker::new(StaffId::from_u128(1), morning());
    let filled = house.perform(asker, &Action::Restore(Box::new(records)));
    assert_eq!(filled.unwrap().action_kind.code(), "found");
}

/// This many invented children, for long lists.
pub fn many(count: usize) -> Vec<Kid> {
    let names: Vec<&'static str> =
        (0..count).map(|n| &*Box::leak(format!("Barn {n:02}").into_boxed_str())).collect();
    names.into_iter().map(|name| kid(name, 6)).collect()
}
