//! A child whose course was broken off years ago, when the family moved: it is kept no longer.

use anyhow::Context;
use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::{
    Case, Child, Closing, Contacts, Matter, Move, OpenTo, Outcome, Participant, Person, Records, Referral,
    Standing, Stay, Talk, TalkKind, TalkSource,
};
use trivsel_domain::value::{
    CaseId, ChildId, Grade, Line, Minutes, PersonId, PersonName, ProgrammeCode, Role, SchoolClass,
    SchoolYear, SeatNumber, Stage, TalkId,
};

use super::Mint;
use super::data::KeptRow;
use super::people::USUAL;
use super::school::School;

/// Adds the child with its case, the people around it and the one talk that was held.
pub(super) fn add(house: &mut Records, row: &KeptRow, school: &School, mint: Mint<'_>) -> anyhow::Result<()> {
    let year = SchoolYear::of(school.today()).starting() - row.years;
    let on = |month: u32, day: u32| -> anyhow::Result<NaiveDate> {
        let year = year + i32::from(month < SchoolYear::from_starting(year).first_day().month());
        let date = NaiveDate::from_ymd_opt(year, month, day).context("a day that does not exist")?;
        school.calendar().school_day_from(date).context("a year without a school day")
    };
    let (referred, decided, admitted) = (on(9, 7)?, on(9, 21)?, on(10, 1)?);
    let (spoken, started, closed) = (on(10, 8)?, on(10, 9)?, on(1, 25)?);
    let by = house.staff.iter().find(|s| s.initials == row.by).map(|s| s.id).context("no such staff")?;
    let class = SchoolClass::new(SchoolYear::from_starting(year), Grade::new(row.grade)?, &row.letter)?;
    let born = NaiveDate::from_ymd_opt(year - 6 - i32::from(row.grade), row.born.0, row.born.1);
    let child = ChildId::from_u128(mint());
    house.children.push(Child::new(child, row.name.clone(), born, Some(row.school.clone()), vec![class]));
    let mother = person(child, Role::Mother, &row.mother, "12 34 99 10", mint)?;
    let ppr = person(child, Role::Ppr, &row.ppr, "12 34 99 11", mint)?;
    let participants = [&mother, &ppr].map(|person| Participant::Person(person.id));
    house.people.extend([Person { custody: Some(true), ..mother }, ppr]);
    let step = |from, to, on: NaiveDate, reason| Move {
        from,
        to,
        on,
        waived: Vec::new(),
        reason,
        by: Some(by),
        at: on.and_hms_opt(14, 10, 0).map(Into::into),
    };
    let case = CaseId::from_u128(mint());
    let referral = Referral { on: referred, note: Some(row.note.clone()) };
    house.cases.push(Case {
        standing: Standing::Closed {
            stay: Stay { seat: SeatNumber::new(row.seat)?, from: admitted },
            closing: Closing { on: closed, outcome: Outcome::Moved, place: None },
        },
        contacts: Contacts { primary: Some(by), secondary: None },
        decided_on: Some(decided),
        files_on: Some(admitted),
        start_structure: Some(row.start.clone()),
        moves: vec![
            step(None, Stage::Referral, referred, None),
            step(Some(Stage::Referral), Stage::Admitted, admitted, None),
            step(Some(Stage::Admitted), Stage::StartUp, started, None),
            step(Some(Stage::StartUp), Stage::Closed, closed, Some(row.why.clone())),
        ],
        ..Case::new(case, child, ProgrammeCode::new(USUAL)?, referral)
    });
    let [mother, ppr] = participants;
    house.talks.push(Talk {
        id: TalkId::from_u128(mint()),
        matter: Matter::of_case(case, TalkKind::Enrolment)?,
        date: spoken,
        start: None,
        minutes: Minutes::new(60).ok(),
        participants: vec![Participant::Role(Role::Child), mother, ppr, Participant::Staff(by)],
        themes: Vec::new(),
        methods: Vec::new(),
        text: row.talk.clone(),
        author: by,
        signed_at: spoken.and_hms_opt(15, 0, 0).map(Into::into),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    });
    Ok(())
}

fn person(
    child: ChildId,
    role: Role,
    name: &PersonName,
    phone: &str,
    mint: Mint<'_>,
) -> anyhow::Result<Person> {
    Ok(Person {
        id: PersonId::from_u128(mint()),
        child,
        role,
        name: name.clone(),
        custody: None,
        phone: Some(Line::new(phone)?),
        mail: None,
        workplace: None,
        note: None,
        until: None,
    })
}
