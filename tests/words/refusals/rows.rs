//! Every refusal of a row of a list, and every fault of a file.

use chrono::NaiveDate;
use trivsel_domain::rules::same_child::{Likeness, Recognised};

use super::*;

fn may_be(born: Option<NaiveDate>, likeness: Likeness) -> RowReason {
    let name = PersonName::new("Søren Ægård Åse").unwrap();
    RowReason::MayBe(4, Recognised { name, born, likeness })
}

pub(super) fn every_row_reason() -> Vec<(Column, RowReason)> {
    let date = day(2026, 11, 21);
    vec![
        (Column::Child, RowReason::Missing),
        (Column::Child, RowReason::Unknown),
        (Column::Primary, RowReason::Unknown),
        (Column::Programme, RowReason::Unknown),
        (Column::School, RowReason::Unknown),
        (Column::Child, RowReason::Ambiguous),
        (Column::Child, RowReason::Repeats { line: 3 }),
        (Column::Row, RowReason::Repeats { line: 3 }),
        (Column::Row, RowReason::OnRecord),
        (Column::Child, RowReason::OnRecord),
        (Column::Text, RowReason::Repeats { line: 3 }),
        (Column::Text, RowReason::OnRecord),
        (Column::Child, may_be(Some(day(2013, 3, 4)), Likeness::Name)),
        (Column::Child, may_be(None, Likeness::Undated)),
        (Column::Child, RowReason::NotFound),
        (Column::Author, RowReason::Unknown),
        (Column::Admitted, RowReason::NoSeat { norm: 16, on: date }),
        (Column::Primary, RowReason::StageNeeds(Stage::Course)),
        (Column::Admitted, RowReason::OutOfOrder),
        (Column::Origin, RowReason::OutOfOrder),
        (Column::Admitted, RowReason::TwoCourses { from: date }),
        (Column::Primary, RowReason::ContactLeft { on: date }),
        (Column::Date, RowReason::NoMark(Box::new(Reason::NoSchoolDay { date, why: NoSchool::Weekend }))),
        (Column::Date, RowReason::NoMark(Box::new(Reason::OneMarkADay))),
    ]
}

pub(super) const CONTRADICTIONS: [Contradiction; 8] = [
    Contradiction::Twice,
    Contradiction::Dangling,
    Contradiction::SeatOutsideNorm,
    Contradiction::SeatTwice,
    Contradiction::OpenTwice,
    Contradiction::CoursesOverlap,
    Contradiction::Backward,
    Contradiction::VersionTwice,
];

pub(super) fn every_fault() -> Vec<Fault> {
    let initials = colleague().initials;
    let mut faults = vec![
        Fault::Rule(RowReason::Missing),
        Fault::Whole(Reason::HouseNotEmpty),
        Fault::Empty,
        Fault::NotAList,
        Fault::BadWorkbook,
        Fault::OldOrLocked,
        Fault::CellError,
        Fault::UnknownHeading,
        Fault::HeadingTwice,
        Fault::HeadingMissing,
        Fault::Merged { range: "B2:B3".to_owned() },
        Fault::WhichYear { first: "ma 31/8".to_owned(), last: "fr 4/9".to_owned() },
        Fault::WhichYear { first: "ma 31/8".to_owned(), last: "ma 31/8".to_owned() },
        Fault::NotInYear(trivsel_domain::value::SchoolYear::from_starting(2026)),
        Fault::WhichMonth { first: "1".to_owned(), last: "31".to_owned(), among: Vec::new() },
        Fault::OtherWeekday(day(2026, 8, 3)),
        Fault::NoSuchDay(trivsel_interchange::month("juni 2026", day(2026, 11, 21)).unwrap()),
        Fault::RepeatsIn { sheet: "August".to_owned(), line: 3 },
        Fault::ExtraCell,
        Fault::OpenQuote,
        Fault::StrayQuote,
        Fault::Control,
        Fault::TooLong { max: 120 },
        Fault::NotAtStage(Stage::Waiting),
        Fault::NotOfKind(TalkKind::Consultation),
        Fault::NotAHouse,
        Fault::NewerHouse { version: 3 },
        Fault::OutOfFormat { detail: "unknown field `mod`".to_owned() },
        Fault::NoParent,
        Fault::Unsigned { date: day(2026, 11, 21), author: initials.clone() },
        Fault::NoStaff(initials.clone()),
        Fault::HasLeft(initials),
    ];
    let expected = [
        Expected::Date,
        Expected::DayPlan,
        Expected::Mark,
        Expected::LateTime,
        Expected::PartialHours,
        Expected::Class,
        Expected::SchoolYear,
        Expected::Stage,
        Expected::Outcome,
        Expected::Priority,
        Expected::Mood,
        Expected::Origin,
        Expected::TalkKind,
        Expected::Time,
        Expected::Minutes,
    ];
    faults.extend(expected.map(Fault::NotA));
    faults
}
