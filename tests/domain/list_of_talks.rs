//! Importing lists of talks: which case a row belongs to, its author, and duplicates.

use trivsel_domain::decide::{Action, ActionKind, Column, ImportedTalk, Reason, RowReason, TalkOf};
use trivsel_domain::record::{Child, Closing, Outcome, Participant, Standing, Stay, TalkKind, TalkSource};
use trivsel_domain::value::{
    CaseId, Line, LongText, PersonName, SeatNumber, SeatedStage, StaffId, TalkId, TimeOfDay,
};

use super::facts::{ASKER, COLLEAGUE, House, date};

fn row(line: u32, text: &str) -> ImportedTalk {
    ImportedTalk {
        line,
        id: TalkId::from_u128(u128::from(line)),
        of: TalkOf::Child { name: PersonName::new("BARN 1").unwrap(), born: None, kind: TalkKind::Parent },
        date: date(2026, 11, 20),
        start: None,
        minutes: None,
        participants: Vec::new(),
        themes: Vec::new(),
        methods: Vec::new(),
        text: LongText::new(text).unwrap(),
        author: COLLEAGUE,
    }
}

fn at_school(line: u32, place: &str) -> ImportedTalk {
    let of = TalkOf::Consultation { place: Line::new(place).unwrap(), topic: None };
    ImportedTalk { of, ..row(line, "Sparring") }
}

fn take(house: &mut House, rows: &[ImportedTalk]) -> Result<usize, Vec<Reason>> {
    house.act(&Action::TakeInTalks(rows.to_vec()))
}

fn of_row(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

#[test]
fn talks_are_imported_once_and_signed_by_their_author() {
    let (mut house, case) = House::with_child(7);
    house.records.staff[1].left_on = Some(date(2026, 11, 1));
    let rows = [row(2, "Et"), row(3, "To"), at_school(4, "Åskolen"), at_school(5, "Bæk Skole")];
    assert_eq!(take(&mut house, &rows), Ok(4));
    let talk = &house.records.talks[0];
    assert_eq!((talk.case(), talk.author, talk.source), (Some(case), COLLEAGUE, TalkSource::Imported));
    assert_eq!(talk.signed_at, date(2026, 11, 25).and_hms_opt(8, 15, 0).map(Into::into));
    assert_eq!(house.history.last().unwrap().action.action_kind, ActionKind::Import);
    let again: Vec<Reason> = (2..=5).map(|n| of_row(n, Column::Text, RowReason::OnRecord)).collect();
    assert_eq!(take(&mut house, &rows), Err(again));
    assert_eq!(house.act(&Action::Undo), Err(vec![Reason::NothingToUndo]), "what is signed stays");
}

#[test]
fn duplicate_talks_in_a_list_are_reported() {
    let (mut house, _) = House::with_child(7);
    let other_day = ImportedTalk { date: date(2026, 11, 19), ..row(6, "Et") };
    let rows = [row(2, "Et"), row(3, "Et"), at_school(4, "Åskolen"), at_school(5, "Åskolen"), other_day];
    let repeats = |line, of| of_row(line, Column::Text, RowReason::Repeats { line: of });
    assert_eq!(take(&mut house, &rows), Err(vec![repeats(3, 2), repeats(5, 4)]));
    assert!(house.records.talks.is_empty());
}

#[test]
fn every_problem_of_a_row_is_reported() {
    let (mut house, _) = House::with_child(7);
    let twin = house.records.children[0].clone();
    let twin = Child::new(
        trivsel_domain::value::ChildId::from_u128(9),
        twin.name,
        Some(date(2014, 1, 1)),
        None,
        vec![],
    );
    house.records.children.push(twin);
    let nobody = StaffId::from_u128(77);
    let named = |name: &str| TalkOf::Child {
        name: PersonName::new(name).unwrap(),
        born: None,
        kind: TalkKind::Parent,
    };
    let rows = [
        ImportedTalk { of: named("Ukendt"), author: nobody, ..row(2, "Et") },
        row(3, "To"),
        ImportedTalk { date: date(2026, 11, 26), ..at_school(4, "Åskolen") },
        ImportedTalk {
            date: date(2026, 11, 25),
            start: TimeOfDay::new(9, 0).ok(),
            participants: vec![Participant::Staff(ASKER), Participant::Staff(nobody)],
            ..at_school(5, "Åskolen")
        },
    ];
    let expected = [
        of_row(2, Column::Child, RowReason::Unknown),
        of_row(2, Column::Author, RowReason::Unknown),
        of_row(3, Column::Child, RowReason::Ambiguous),
        of_row(4, Column::Date, RowReason::OutOfOrder),
        of_row(5, Column::Participants, RowReason::Unknown),
        of_row(5, Column::Start, RowReason::OutOfOrder),
    ];
    assert_eq!(take(&mut house, &rows), Err(expected.to_vec()));
}

#[test]
fn a_talk_belongs_to_the_case_of_its_day() {
    let (mut house, now) = House::with_child(7);
    let mut earlier = house.records.cases[0].clone();
    earlier.id = CaseId::from_u128(500);
    earlier.referral.on = date(2025, 1, 6);
    let stay = Stay { seat: SeatNumber::new(3).unwrap(), from: date(2025, 2, 3) };
    let closing = Closing { on: date(2025, 12, 1), outcome: Outcome::GeneralSchool, place: None };
    earlier.standing = Standing::Closed { stay, closing };
    let then = earlier.id;
    house.records.cases.push(earlier);
    for (day, case) in [
        (date(2024, 11, 1), then),
        (date(2025, 1, 20), then),
        (date(2025, 6, 2), then),
        (date(2026, 3, 2), then),
        (date(2026, 9, 1), now),
    ] {
        let rows = [ImportedTalk { date: day, ..row(2, &day.to_string()) }];
        take(&mut house, &rows).unwrap();
        let talk = house.records.talks.pop().unwrap();
        assert_eq!(talk.case(), Some(case), "{day}");
    }
    assert_eq!(house.records.cases[0].stage(), SeatedStage::Course.into());
}
