//! Tests: a house goes out and comes back as it was, whatever its people are called.

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use trivsel_domain::record::{MonthDay, *};
use trivsel_domain::value::*;

use super::*;
use crate::{Fault, Problem};

mod files;
mod formats;
mod notes;
mod tables;

use files::what_stands_in_its_files;
use formats::{FORMAT_2, FORMAT_3, GOLDEN};
use notes::{settings, tag, what_came_of_it};

/// Names and texts that break what is careless: decomposed, right to left, wide, quoted, formulas, our own guard.
const HARD: [&str; 12] = [
    "Søren Ægård Åse",
    "A\u{30a}se Decomposed",
    "مريم الحسن",
    "山田 太郎",
    "=HYPERLINK(\"x\")",
    "'citeret'",
    "-1+1 Bo",
    "@alle; \"ja\", nej",
    "+45 12 34 56 78 Bo",
    "＝fuld bredde",
    "a;b,c\td".trim_ascii_end(),
    "👩‍👧 familie",
];

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn moment() -> NaiveDateTime {
    date(20).and_hms_opt(8, 15, 0).unwrap()
}

fn line(text: &str) -> Line {
    Line::new(&text.replace('\t', " ")).unwrap()
}

fn staff(id: u128, initials: &str, name: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(id),
        name: PersonName::new(&name.replace('\t', " ")).unwrap(),
        initials: Initials::new(initials).unwrap(),
        competencies: vec![Competency::Therapy, Competency::Pedagogy],
        methods: vec![tag("-low arousal"), tag("ACT")],
        phone: Some(line("+45 12 34 56 78")),
        mail: None,
        left_on: None,
        leader: false,
    }
}

fn hours(from: u32, to: u32) -> Hours {
    Hours::new(TimeOfDay::new(from, 30).unwrap(), TimeOfDay::new(to, 0).unwrap()).unwrap()
}

/// A house with one of everything, and as many children as there are hard names.
fn rich(names: &[String]) -> Records {
    let code = ProgrammeCode::new("skolefravaer").unwrap();
    let id = |kind: u128, n: usize| kind * 1_000 + n as u128;
    let mut records = Records {
        staff: vec![staff(901, "AB", "Anne Bæk"), staff(902, "ÆØÅ", HARD[4])],
        programmes: vec![
            HouseProgramme { code: code.clone(), seats: SeatNorm::limited(16).unwrap() },
            HouseProgramme { code: ProgrammeCode::new("trivsel").unwrap(), seats: SeatNorm::Unlimited },
        ],
        ..Records::default()
    };
    records.staff[1].left_on = Some(date(1));
    let rules = [
        ClosureRule::Week { week: 42 },
        ClosureRule::Yearly { from: MonthDay { month: 12, day: 23 }, to: MonthDay { month: 1, day: 2 } },
        ClosureRule::Easter { offset: -3 },
        ClosureRule::Summer,
        ClosureRule::Dates { from: date(2), to: date(3) },
    ];
    for (n, rule) in rules.into_iter().enumerate() {
        let closure = Closure {
            id: ClosureId::from_u128(id(1, n)),
            kind: ClosureKind::Local,
            name: Some(line(HARD[5])),
            rule,
        };
        records.closures.push(closure);
    }
    let people = [StaffId::from_u128(901), StaffId::from_u128(902)];
    for (n, name) in names.iter().enumerate() {
        let text = line(name);
        let (child, case) = (ChildId::from_u128(id(2, n)), CaseId::from_u128(id(3, n)));
        let stay = Stay { seat: SeatNumber::new(n as u16 + 1).unwrap(), from: date(2) };
        let standing = match n % 5 {
            0 => Standing::Referral,
            1 => Standing::Waiting { priority: Priority::Urgent, last_contact: Some(date(4)) },
            2 => Standing::Seated { stage: SeatedStage::Course, stay },
            3 => Standing::Closed {
                stay,
                closing: Closing {
                    on: date(9),
                    outcome: Outcome::Moved,
                    place: (n % 2 == 1).then(|| text.clone()),
                },
            },
            _ => Standing::Declined { on: date(5) },
        };
        let class = |year, letter| {
            SchoolClass::new(SchoolYear::from_starting(year), Grade::new(7).unwrap(), letter).unwrap()
        };
        let classes = vec![class(2025, ""), class(2026, "b")];
        let name = PersonName::new(text.as_str()).unwrap();
        let mut one = Child::new(child, name, Some(date(1)), Some(text.clone()), classes);
        one.former.extend((n % 2 == 1).then(|| ChildId::from_u128(id(23, n))));
        records.children.push(one);
        let step = Move {
            from: Some(Stage::Referral),
            to: Stage::Course,
            on: date(2),
            waived: vec![Requirement::StartUpTalk, Requirement::CaseFiles],
            reason: Some(text.clone()),
            by: (n % 2 == 0).then_some(people[1]),
            at: Some(moment().into()),
        };
        let referral = Referral { on: date(1), note: Some(text.clone()) };
        records.cases.push(Case {
            standing,
            contacts: Contacts { primary: Some(people[n % 2]), secondary: None },
            moves: vec![step.clone(), Move { from: None, waived: Vec::new(), reason: None, ..step }],
            rhythm: Rhythm {
                follow_up_months: Interval::new(2).ok(),
                wellbeing_weeks: None,
                aftercare: n % 2 == 1,
            },
            ..Case::new(case, child, code.clone(), referral)
        });
        let block = |hour| Block { at: TimeOfDay::new(hour, 5).unwrap(), what: text.clone() };
        records.timetables.push(Timetable {
            id: TimetableId::from_u128(id(4, n)),
            case,
            from: date(2),
            days: [
                DayPlan::Off,
                DayPlan::Elsewhere,
                DayPlan::UNKNOWN,
                DayPlan::Expected { hours: Some(hours(8, 12).into()), blocks: vec![block(8), block(10)] },
                DayPlan::Expected { hours: None, blocks: vec![block(9)] },
            ],
        });
        let subject = |subject| SubjectPlan { level: Some(text.clone()), ..SubjectPlan::new(subject, 4) };
        let plan = TeachingPlan::new(
            TeachingPlanId::from_u128(id(5, n)),
            case,
            date(2),
            Some(text.clone()),
            Subject::ALWAYS.map(subject).into(),
        );
        records.teaching.push(plan.unwrap());
        records.appointments.push(Appointment {
            id: AppointmentId::from_u128(id(6, n)),
            date: date(20),
            hours: (n % 2 == 0).then(|| hours(9, 10)),
            title: text.clone(),
            kind: (n % 2 == 1).then_some(TalkKind::Parent),
            case: Some(case),
            staff: vec![people[1], people[0]],
            event: None,
            not_held: (n == 2).then_some(NotHeld::NoShow),
            series: (n == 3).then(|| InSeries {
                id: SeriesId::from_u128(id(16, n)),
                repeat: Repeat {
                    weeks: Interval::new(4).unwrap(),
                    weekdays: SchoolWeekdays::new([chrono::Weekday::Mon, chrono::Weekday::Fri]).unwrap(),
                    end: SeriesEnd::On(date(30)),
                },
                nominal: date(19),
            }),
        });
        records.talks.push(Talk {
            id: TalkId::from_u128(id(7, n)),
            matter: if n > 0 {
                Matter::of_case(case, TalkKind::Parent).unwrap()
            } else {
                Matter::consultation(text.clone(), Some(line("+fravær")))
            },
            date: date(10),
            start: TimeOfDay::new(13, 0).ok(),
            minutes: Minutes::new(50).ok(),
            participants: vec![
                Participant::Other(text.clone()),
                Participant::Staff(people[(n + 1) % 2]),
                Participant::Role(Role::Mother),
                Participant::Person(PersonId::from_u128(id(9, n))),
            ],
            themes: vec![tag(text.as_str()), tag("søvn og morgen")],
            methods: if n % 2 == 0 { vec![tag("ACT")] } else { Vec::new() },
            text: LongText::new(&format!("{text}\n\n\"linje to\"; {text}\n= tre", text = text.as_str()))
                .unwrap(),
            author: people[n % 2],
            signed_at: Some(moment().into()),
            open_to: match n % 3 {
                0 => OpenTo::House,
                1 => OpenTo::Only(Vec::new()),
                _ => OpenTo::Only(vec![people[1], people[0]]),
            },
            source: TalkSource::ALL[n % 2],
            judgement: (n == 2).then_some(Judgement::Enough),
        });
        let how =
            if n % 2 == 0 { HowAnswered::Excused(text.clone()) } else { HowAnswered::Sent(text.clone()) };
        records.answers.push(Answer {
            id: AnswerId::from_u128(id(10, n)),
            case,
            obligation: ObligationKind::ALL[n % 2],
            since: date(2),
            on: date(12),
            how,
            by: people[n % 2],
        });
        what_came_of_it(&mut records, n, &text);
        what_stands_in_its_files(&mut records, n, &text);
        let mark = [
            Mark::Present,
            Mark::Late { at: TimeOfDay::new(8, 55).unwrap() },
            Mark::Partial { hours: hours(8, 10) },
            Mark::NotExpected,
        ];
        records.days.push(Day {
            first: Some(mark[n % 4]),
            second: (n % 3 == 0).then_some(Mark::Elsewhere),
            foretold: (n % 2 == 0).then(|| Foretold { cause: Absence::Sick, told_at: moment() }),
            remark: Some(text),
            register: (n % 2 == 1).then(|| line(&names[n])),
            mood: Mood::new(3).ok(),
            ..Day::blank(case, date(11))
        });
    }
    records.settings = vec![settings()];
    records
}

fn hard_names() -> Vec<String> {
    HARD.iter().map(|n| (*n).to_owned()).collect()
}

/// The same staff where AB and ÆØÅ get the identities that they have in [`rich`].
fn read(bytes: &[u8]) -> Result<Records, Vec<Problem>> {
    let mut next = 900;
    read_house(bytes, &[], &mut || {
        next += 1;
        next
    })
}

fn fault(text: &str) -> String {
    format!("{:?}", read(text.as_bytes()).unwrap_err())
}

fn to_json(records: &Records) -> String {
    write_house(records).unwrap()
}

/// The records with every list in one order, for formats that had an order of their own.
fn in_order(records: &Records) -> serde_json::Value {
    fn sort(value: &mut serde_json::Value) {
        if let Some(list) = value.as_array_mut() {
            list.sort_by_key(ToString::to_string);
        }
    }
    let mut value = serde_json::to_value(records).unwrap();
    value.as_object_mut().unwrap().values_mut().for_each(sort);
    for list in ["appointments", "talks"] {
        for record in value[list].as_array_mut().unwrap() {
            record.get_mut("staff").into_iter().for_each(sort);
            record.pointer_mut("/open_to/only").into_iter().for_each(sort);
        }
    }
    value
}

/// What comes of writing a house and reading it where AB has another identity, which ÆØÅ has in the file.
fn where_ab_is_another(records: &Records) -> Records {
    let here = [staff(902, "AB", "Somebody Else")];
    let back = read_house(to_json(records).as_bytes(), &here, &mut || 5_000_000).unwrap();
    assert!(back.contradictions().is_empty(), "{:?}", back.contradictions());
    back
}

#[test]
fn staff_with_initials_known_here_keep_their_identity() {
    let records = rich(&hard_names());
    let back = where_ab_is_another(&records);
    let [ab, other] = back.staff.as_slice() else { panic!("{:?}", back.staff) };
    assert_eq!((ab.id, ab.name.as_str()), (StaffId::from_u128(902), "Anne Bæk"));
    assert_eq!(other.id, StaffId::from_u128(5_000_000));
    assert_eq!(back.cases[0].contacts.primary, Some(ab.id));
    assert_eq!(back.talks[1].author, other.id);
    // Nothing else changes.
    let swapped = to_json(&back)
        .replace(&ab.id.to_string(), &StaffId::from_u128(901).to_string())
        .replace(&other.id.to_string(), &StaffId::from_u128(902).to_string());
    assert!(swapped == to_json(&records));
}

#[test]
fn a_name_that_nobody_can_see_is_refused_with_its_place() {
    let json = to_json(&rich(&["Ida".to_owned()]));
    for name in ["\u{200B}", "I\u{202E}da", "\u{E000}", "\u{301}da", "\u{378}", " "] {
        let said = fault(&json.replace("\"Ida\"", &format!("\"{name}\"")));
        assert!(said.contains("records.children[0].name"), "{name:?}: {said}");
    }
}

#[test]
fn an_empty_house_comes_back_too() {
    assert_eq!(read(to_json(&Records::default()).as_bytes()), Ok(Records::default()));
    assert_eq!(write_tables(&Records::default()).unwrap(), []);
}

#[test]
fn the_person_who_fills_the_house_must_still_be_there() {
    let mut records = rich(&hard_names());
    records.staff[0].left_on = Some(date(9));
    let here = [staff(7, "AB", "Anne Bæk")];
    let problems = read_house(to_json(&records).as_bytes(), &here, &mut || 1).unwrap_err();
    assert_eq!(problems[0].fault, Fault::HasLeft(Initials::new("AB").unwrap()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_records_come_back(names in proptest::collection::vec("[=+@'\";,\\-\\PC\u{200C}\u{200D}\u{FE0F}\u{301}👧م ]{1,40}", 1..4)) {
        let names: Vec<String> = names.into_iter().filter(|n| PersonName::new(n).is_ok()).collect();
        let records = rich(&names);
        prop_assert_eq!(read(to_json(&records).as_bytes()).unwrap(), records);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_file_cut_or_changed_anywhere_is_answered(at in 0_usize..40_000, byte in any::<u8>(), n in 0_usize..4) {
        let files = [GOLDEN, FORMAT_3, FORMAT_2[0], FORMAT_2[1]];
        let mut bytes = files[n].as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&bytes);
        let _ = read(&bytes[..at]);
    }
}
