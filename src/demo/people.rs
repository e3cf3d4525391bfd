//! The staff, the children, and their cases with every step so far.

use std::collections::BTreeMap;
use std::iter::successors;

use anyhow::Context;
use chrono::{Months, NaiveDate};
use trivsel_domain::record::{
    Audience, Case, Child, Closing, Contacts, Move, Priority, Programme, Referral, Rhythm, Staff, Standing,
    Stay,
};
use trivsel_domain::value::{
    CaseId, ChildId, Grade, Initials, Interval, Line, Requirement, SchoolClass, SchoolYear, SeatNumber,
    SeatedStage, StaffId, Stage,
};

use super::Mint;
use super::data::{AgainRow, ChildRow, People};
use super::school::School;

/// School days from admission to the enrolment talk, and from there to the start-up talk ("about three weeks").
pub(super) const TO_ENROLMENT: i64 = 7;
pub(super) const TO_START_UP: i64 = 16;

/// Months between follow-up meetings.
const BETWEEN_MEETINGS: u32 = 3;

/// The programme of children whose row names none.
pub(super) const USUAL: &str = "skolefravaer";

impl ChildRow {
    /// School days ago of the committee's decision: shortly before the seat or the place on the waiting list.
    pub(super) fn decided(&self) -> Option<i64> {
        let waiting = self.waited.map(|w| self.admitted.unwrap_or(0) + w);
        waiting.or(self.admitted).map(|ago| (ago + 2).min(self.referred))
    }
}

/// The author of the steps of a case: its primary contact, or the person who presents cases to the committee.
fn who_moves(row: &ChildRow, staff: &[Staff]) -> Option<StaffId> {
    let of = |initials: &str| staff.iter().find(|s| s.initials.as_str() == initials).map(|s| s.id);
    row.primary.as_ref().and_then(|i| of(i.as_str())).or_else(|| of("HJ"))
}

/// One child's course, and the data that its other records are generated from.
pub(super) struct Course<'a> {
    pub(super) row: &'a ChildRow,
    pub(super) seed: u64,
    pub(super) child: Child,
    pub(super) case: Case,
    /// The first name of the primary contact.
    pub(super) adult: String,
}

impl Course<'_> {
    /// School days ago of the enrolment talk, if it has been held.
    pub(super) fn enrolled(&self) -> Option<i64> {
        self.row.admitted.map(|a| a - TO_ENROLMENT).filter(|ago| *ago > 0)
    }

    /// School days ago of the start-up talk, if it has been held.
    pub(super) fn started(&self) -> Option<i64> {
        self.row.admitted.map(|a| a - TO_ENROLMENT - TO_START_UP).filter(|ago| *ago > 0)
    }

    /// Whether its programme has levels.
    pub(super) fn is_of_levels(&self) -> bool {
        !self.row.levels.is_empty()
    }

    /// School days ago of the dialogue with the referrer about the level.
    pub(super) fn spoken(&self) -> Option<i64> {
        self.row.decided().filter(|_| self.is_of_levels())
    }

    /// School days ago of the follow-up meetings: every three months from the start, or before and after the meeting
    /// in the data. The last one lies ahead, or after the end of the course.
    pub(super) fn meetings(&self, school: &School) -> Vec<i64> {
        let Some(began) = self.enrolled().map(|ago| school.ago(ago)) else { return Vec::new() };
        let known = self.row.meeting.map(|ago| school.ago(ago));
        let months = Months::new(BETWEEN_MEETINGS);
        let before = successors(known, |date| date.checked_sub_months(months)).skip(1);
        let mut dates: Vec<NaiveDate> = before.take_while(|date| *date > began).collect();
        dates.reverse();
        dates.extend(known);
        let next = |date: &NaiveDate| school.calendar().school_day_from(date.checked_add_months(months)?);
        let since = |date: &NaiveDate| school.since(*date);
        let mut meetings: Vec<i64> = dates.iter().map(since).collect();
        for date in successors(Some(known.unwrap_or(began)), next).skip(1) {
            if meetings.last().is_some_and(|ago| *ago <= self.over()) {
                break;
            }
            meetings.push(since(&date));
        }
        meetings
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

/// The staff in file order; the first is the demonstration's user.
pub(super) fn staff(people: &People, mint: Mint<'_>) -> Vec<Staff> {
    people
        .staff
        .iter()
        .map(|row| Staff {
            id: StaffId::from_u128(mint()),
            name: row.name.clone(),
            initials: row.initials.clone(),
            competencies: row.competencies.clone(),
            methods: row.methods.clone(),
            phone: Some(row.phone.clone()),
            mail: Some(row.mail.clone()),
            left_on: None,
            leader: false,
        })
        .collect()
}

/// Every child with its case.
pub(super) fn courses<'a>(
    people: &'a People,
    staff: &[Staff],
    programmes: &[Programme],
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
        let code = row.programme.as_ref().map_or(USUAL, |code| code.as_str());
        let programme = programmes.iter().find(|p| p.code().as_str() == code);
        let programme = programme.with_context(|| format!("no programme {code}"))?;
        let child = child(row, school.today(), ChildId::from_u128(mint()))?;
        let (primary, secondary) = (who(&row.primary)?, who(&row.secondary)?);
        let referral = Referral { on: school.ago(row.referred), note: Some(row.note.clone()) };
        let id = CaseId::from_u128(mint());
        let rhythm = Rhythm {
            wellbeing_weeks: (!row.levels.is_empty()).then(|| Interval::new(1)).transpose()?,
            ..Rhythm::default()
        };
        let case = Case {
            rhythm,
            standing: standing(row, school)
                .with_context(|| format!("{} lacks what its stage has", row.name.as_str()))?,
            contacts: Contacts { primary: primary.map(|s| s.id), secondary: secondary.map(|s| s.id) },
            expected_end: row.ends.map(|days| school.ago(-days)),
            moves: moves(row, &child, programme.audience(), who_moves(row, staff), school),
            decided_on: row.decided().map(|ago| school.ago(ago)),
            files_on: row
                .admitted
                .map(|a| a - 2)
                .filter(|ago| row.files && *ago > 0)
                .map(|ago| school.ago(ago)),
            ..Case::new(id, child.id, programme.code().clone(), referral)
        };
        let adult = primary.map_or_else(String::new, |s| s.name.given().to_owned());
        courses.push(Course { row, seed, child, case, adult });
    }
    Ok(courses)
}

/// The child, with its class in this school year and the previous one.
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

/// Every step from the referral to the current stage, dated on school days.
fn moves(
    row: &ChildRow,
    child: &Child,
    audience: Audience,
    by: Option<StaffId>,
    school: &School,
) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    let mut step = |ago: i64, to: Stage, mut waived: Vec<Requirement>, mut reason: Option<Line>| {
        let from = moves.last().map(|m| m.to);
        for row in row.waived.iter().filter(|w| w.to == to) {
            waived.push(row.what);
            reason = Some(row.reason.clone());
        }
        let on = school.ago(ago);
        moves.push(Move { from, to, on, waived, reason, by, at: on.and_hms_opt(14, 10, 0).map(Into::into) });
    };
    // In the spring before grade 6 a child is still too young for the programme.
    let too_young = |ago: i64| match audience.includes(child, school.ago(ago)) {
        Some(false) => {
            let reason = Line::new("Begynder i 6. klasse efter sommerferien").ok();
            (vec![Requirement::WithinAudience], reason)
        }
        _ => (Vec::new(), None),
    };
    step(row.referred, Stage::Referral, Vec::new(), None);
    if let Some(waited) = row.waited {
        let ago = row.admitted.unwrap_or(0) + waited;
        let (waived, reason) = too_young(ago);
        step(ago, Stage::Waiting, waived, reason);
    }
    let Some(admitted) = row.admitted else { return moves };
    // A child on the waiting list was asked about this earlier.
    let (waived, reason) = if row.waited.is_some() { Default::default() } else { too_young(admitted) };
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

/// The new cases of children whose earlier case is closed.
pub(super) fn again(
    people: &People,
    courses: &[Course<'_>],
    staff: &[Staff],
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Case>> {
    let case = |row: &AgainRow| {
        let before = courses.iter().find(|c| c.child.name == row.child);
        let before = &before.with_context(|| format!("no child {}", row.child.as_str()))?;
        let on = school.ago(row.referred);
        let referral = Referral { on, note: Some(row.note.clone()) };
        let first = Move {
            from: None,
            to: Stage::Referral,
            on,
            waived: Vec::new(),
            reason: None,
            by: who_moves(before.row, staff),
            at: on.and_hms_opt(14, 10, 0).map(Into::into),
        };
        let id = CaseId::from_u128(mint());
        let new = Case::new(id, before.child.id, before.case.programme.clone(), referral);
        Ok(Case { moves: vec![first], follows: Some(before.case.id), ..new })
    };
    people.again.iter().map(case).collect()
}
