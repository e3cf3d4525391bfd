//! The people of the house: staff, children, and the cases with every step so far.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::NaiveDate;
use trivsel_domain::{
    Audience, Case, CaseId, Child, ChildId, Closing, Contacts, Grade, Initials, Line, Move, Priority,
    Programme, Referral, Requirement, SchoolClass, SchoolYear, SeatNumber, SeatedStage, Staff, StaffId,
    Stage, Standing, Stay,
};

use super::Mint;
use super::data::{ChildRow, People};
use super::school::School;

/// School days from admission to the enrolment talk, and from that to the start-up talk ("about three weeks").
pub(super) const TO_ENROLMENT: i64 = 7;
pub(super) const TO_START_UP: i64 = 16;

/// One child's course, with what the rest of the house is drawn from.
pub(super) struct Course<'a> {
    pub(super) row: &'a ChildRow,
    pub(super) seed: u64,
    pub(super) child: Child,
    pub(super) case: Case,
    /// The given name of the primary contact.
    pub(super) adult: String,
}

impl Course<'_> {
    /// School days ago of the enrolment talk, where it has been held.
    pub(super) fn enrolled(&self) -> Option<i64> {
        self.row.admitted.map(|a| a - TO_ENROLMENT).filter(|ago| *ago > 0)
    }

    /// School days ago of the start-up talk, where it has been held.
    pub(super) fn started(&self) -> Option<i64> {
        self.row.admitted.map(|a| a - TO_ENROLMENT - TO_START_UP).filter(|ago| *ago > 0)
    }

    /// School days ago of the first day after the course; 0 while it runs.
    pub(super) fn over(&self) -> i64 {
        self.row.closed.unwrap_or(0)
    }

    /// Fills the slots of a text with this child's words.
    pub(super) fn tell(&self, text: &str) -> String {
        use super::data::Pronoun::{Han, Hun};
        let (he, him, his) = match self.row.pronoun {
            Han => ("han", "ham", "hans"),
            Hun => ("hun", "hende", "hendes"),
        };
        let capital = if he == "han" { "Han" } else { "Hun" };
        text.trim()
            .replace("{navn}", self.child.name.given())
            .replace("{voksen}", &self.adult)
            .replace("{skole}", self.row.school.as_str())
            .replace("{han}", he)
            .replace("{Han}", capital)
            .replace("{ham}", him)
            .replace("{hans}", his)
    }
}

/// The staff, in the order of the file: the demonstration's user first.
pub(super) fn staff(people: &People, mint: Mint<'_>) -> Vec<Staff> {
    people
        .staff
        .iter()
        .map(|row| Staff {
            id: StaffId::from_u128(mint()),
            name: row.name.clone(),
            initials: row.initials.clone(),
            competencies: row.competencies.clone(),
            methods: vec![],
            phone: Some(row.phone.clone()),
            mail: Some(row.mail.clone()),
            left_on: None,
        })
        .collect()
}

/// Every child with its case.
pub(super) fn courses<'a>(
    people: &'a People,
    staff: &[Staff],
    programme: &Programme,
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Course<'a>>> {
    let by_initials: BTreeMap<&Initials, &Staff> = staff.iter().map(|s| (&s.initials, s)).collect();
    let who = |initials: &Option<Initials>| -> anyhow::Result<Option<&Staff>> {
        let Some(initials) = initials else { return Ok(None) };
        by_initials
            .get(initials)
            .copied()
            .map(Some)
            .with_context(|| format!("no staff {}", initials.as_str()))
    };
    let mut courses = Vec::new();
    for (row, seed) in people.child.iter().zip(1..) {
        let child = child(row, school.today(), ChildId::from_u128(mint()))?;
        let (primary, secondary) = (who(&row.primary)?, who(&row.secondary)?);
        let referral = Referral { on: school.ago(row.referred), note: Some(row.note.clone()) };
        let id = CaseId::from_u128(mint());
        let case = Case {
            standing: standing(row, school)
                .with_context(|| format!("{} lacks what its stage has", row.name.as_str()))?,
            contacts: Contacts { primary: primary.map(|s| s.id), secondary: secondary.map(|s| s.id) },
            expected_end: row.ends.map(|days| school.ago(-days)),
            moves: moves(row, &child, programme.audience(), school),
            ..Case::new(id, child.id, programme.code().clone(), referral)
        };
        let adult = primary.map_or_else(String::new, |s| s.name.given().to_owned());
        courses.push(Course { row, seed, child, case, adult });
    }
    Ok(courses)
}

/// The child with its class of this school year and of the one before.
fn child(row: &ChildRow, today: NaiveDate, id: ChildId) -> anyhow::Result<Child> {
    let year = SchoolYear::of(today).starting();
    let class = |back: u8| {
        let year = SchoolYear::from_starting(year - i32::from(back));
        SchoolClass::new(year, Grade::new(row.grade - back)?, &row.letter)
    };
    let (month, day) = row.born;
    // Children start in grade 0 in the year they turn six.
    let born = NaiveDate::from_ymd_opt(year - 6 - i32::from(row.grade), month, day);
    let classes = vec![class(1)?, class(0)?];
    Ok(Child::new(id, row.name.clone(), born, Some(row.school.clone()), classes))
}

fn standing(row: &ChildRow, school: &School) -> Option<Standing> {
    let stay = || Some(Stay { seat: SeatNumber::new(row.seat?).ok()?, from: school.ago(row.admitted?) });
    match row.stage {
        Stage::Referral => Some(Standing::Referral),
        Stage::Waiting => Some(Standing::Waiting {
            priority: row.priority.unwrap_or(Priority::Normal),
            last_contact: row.last_contact.map(|ago| school.ago(ago)),
        }),
        Stage::Closed => {
            let on = school.ago(row.closed?);
            Some(Standing::Closed {
                stay: stay()?,
                closing: Closing { on, outcome: row.outcome?, place: None },
            })
        }
        Stage::Declined => None,
        stage => Some(Standing::Seated { stage: SeatedStage::try_from(stage).ok()?, stay: stay()? }),
    }
}

/// Every step from referral to where the case stands, dated on school days.
fn moves(row: &ChildRow, child: &Child, audience: Audience, school: &School) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    let mut step = |ago: i64, to: Stage, waived: Vec<Requirement>, reason: Option<Line>| {
        let from = moves.last().map(|m| m.to);
        moves.push(Move { from, to, on: school.ago(ago), waived, reason, by: None, at: None });
    };
    step(row.referred, Stage::Referral, Vec::new(), None);
    if let Some(waited) = row.waited {
        step(row.admitted.unwrap_or(0) + waited, Stage::Waiting, Vec::new(), None);
    }
    let Some(admitted) = row.admitted else { return moves };
    let waived = match audience.includes(child, school.ago(admitted)) {
        Some(false) => vec![Requirement::WithinAudience],
        _ => Vec::new(),
    };
    let reason =
        (!waived.is_empty()).then(|| Line::new("Begynder i 6. klasse efter sommerferien").ok()).flatten();
    step(admitted, Stage::Admitted, waived, reason);
    if row.stage == Stage::Admitted {
        return moves;
    }
    step(admitted - TO_ENROLMENT, Stage::StartUp, Vec::new(), None);
    if row.stage == Stage::StartUp {
        return moves;
    }
    step(admitted - TO_ENROLMENT - TO_START_UP, Stage::Course, Vec::new(), None);
    if let Some(ago) = row.phase_out {
        step(ago, Stage::PhaseOut, Vec::new(), None);
    }
    if let Some(back) = &row.moved_back {
        step(back.ago, Stage::Course, Vec::new(), Some(back.reason.clone()));
    }
    if let Some(ago) = row.closed {
        step(ago, Stage::Closed, Vec::new(), None);
    }
    moves
}
