//! A child who was put forward years ago and withdrawn before it had a seat: it is kept no longer.

use anyhow::Context;
use chrono::NaiveDate;
use trivsel_domain::record::{
    Case, Child, Matter, Move, OpenTo, Participant, Person, Records, Referral, Standing, Talk, TalkKind,
    TalkSource,
};
use trivsel_domain::value::{
    CaseId, ChildId, Grade, Line, Minutes, PersonId, ProgrammeCode, Role, SchoolClass, SchoolYear, Stage,
    TalkId,
};

use super::Mint;
use super::data::KeptRow;
use super::people::USUAL;
use super::school::School;

/// Adds the child with its case, its mother and the one talk that was held.
pub(super) fn add(house: &mut Records, row: &KeptRow, school: &School, mint: Mint<'_>) -> anyhow::Result<()> {
    let year = SchoolYear::of(school.today()).starting() - row.years;
    let on = |month: u32, day: u32| -> anyhow::Result<NaiveDate> {
        let date = NaiveDate::from_ymd_opt(year, month, day).context("a day that does not exist")?;
        school.calendar().school_day_from(date).context("a year without a school day")
    };
    let (referred, spoken, declined) = (on(9, 14)?, on(10, 5)?, on(11, 3)?);
    let by = house.staff.iter().find(|s| s.initials == row.by).map(|s| s.id).context("no such staff")?;
    let class = SchoolClass::new(SchoolYear::from_starting(year), Grade::new(row.grade)?, &row.letter)?;
    let born = NaiveDate::from_ymd_opt(year - 6 - i32::from(row.grade), row.born.0, row.born.1);
    let child = ChildId::from_u128(mint());
    house.children.push(Child::new(child, row.name.clone(), born, Some(row.school.clone()), vec![class]));
    let mother = PersonId::from_u128(mint());
    house.people.push(Person {
        id: mother,
        child,
        role: Role::Mother,
        name: row.mother.clone(),
        custody: Some(true),
        phone: Some(Line::new("12 34 99 10")?),
        mail: None,
        workplace: None,
        note: None,
        until: None,
    });
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
        standing: Standing::Declined { on: declined },
        moves: vec![
            step(None, Stage::Referral, referred, None),
            step(Some(Stage::Referral), Stage::Declined, declined, Some(row.why.clone())),
        ],
        ..Case::new(case, child, ProgrammeCode::new(USUAL)?, referral)
    });
    house.talks.push(Talk {
        id: TalkId::from_u128(mint()),
        matter: Matter::of_case(case, TalkKind::Referrer)?,
        date: spoken,
        start: None,
        minutes: Minutes::new(40).ok(),
        participants: vec![Participant::Person(mother), Participant::Staff(by)],
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
