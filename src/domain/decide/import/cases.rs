//! Import of a list of cases.

use alloc::vec;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::column::Column;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::import::row::{ImportedCase, SaidOf, in_row};
use crate::decide::refusal::{Reason, Refusal, RowReason};
use crate::record::case::{Case, Contacts, Referral, Standing, Stay};
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::programme::{HouseProgramme, Programme};
use crate::record::staff::Staff;
use crate::record::stage_move::{IMPORTED, Move};
use crate::record::timetable::Timetable;
use crate::rules::same_child::{Features, Recognised};
use crate::rules::seats::free_seat;
use crate::value::id::StaffId;
use crate::value::requirement::Requirement;
use crate::value::seat::SeatNumber;
use crate::value::stage::{SeatedStage, Stage};
use crate::value::text::Line;

/// The house, with the rows checked so far applied.
struct Judging {
    today: chrono::NaiveDate,
    staff: Vec<Staff>,
    programmes: Vec<(Programme, HouseProgramme)>,
    children: Vec<Child>,
    /// What each of the children is recognised by.
    features: Vec<Features>,
    cases: Vec<Case>,
    changes: Vec<Change>,
    reasons: Vec<Reason>,
}

/// Imports a list of cases, all or none. A child in the middle of a course enters at its stage. The soft requirements
/// up to there, including the programme's audience, are waived and marked as imported; a free seat and a primary
/// contact are never waived. A referral waives nothing, because the step forward checks its requirements.
pub(crate) fn take_in(facts: &dyn Facts, rows: &[ImportedCase]) -> Result<Decision, Denied> {
    let children = facts.children()?;
    let mut judging = Judging {
        today: facts.today(),
        staff: facts.staff()?,
        programmes: facts.programmes()?,
        features: children.iter().map(Features::of).collect(),
        children,
        cases: facts.cases()?,
        changes: Vec::new(),
        reasons: Vec::new(),
    };
    for (index, row) in rows.iter().enumerate() {
        judging.judge(row, rows.get(..index).unwrap_or_default());
    }
    Refusal::unless_empty(judging.reasons)?;
    Ok(Decision::to_do(ActionKind::Import, judging.changes))
}

impl Judging {
    fn judge(&mut self, row: &ImportedCase, earlier: &[ImportedCase]) {
        let mut reasons = self.order_of_dates(row);
        reasons.extend(missing_for_stage(row));
        reasons.extend(self.contacts_gone(row));
        let (known, unclear) = match self.whose(row) {
            Ok(known) => (known, None),
            Err(why) => (None, Some(in_row(row.line, Column::Child, why))),
        };
        let child = known.and_then(|at| self.children.get(at));
        let wrong = self.already_here(row, earlier, child).or_else(|| self.in_two_courses(row, child));
        reasons.extend(wrong.or(unclear));
        let norm = self.programmes.iter().find(|(_, p)| p.code == row.programme).map(|(_, p)| p.seats);
        if norm.is_none() {
            reasons.push(in_row(row.line, Column::Programme, RowReason::Unknown));
        }
        if !reasons.is_empty() {
            self.reasons.extend(reasons);
            return;
        }
        let until = row.closing.as_ref().map(|c| c.on);
        let seat = match (row.admitted.filter(|_| needs_seat(row.stage)), norm) {
            (Some(from), Some(norm)) => {
                match free_seat(&self.cases, &row.programme, norm, from, until, None) {
                    Some(seat) => Some((seat, from)),
                    None => {
                        let norm = norm.number().unwrap_or(u16::MAX);
                        let why = RowReason::NoSeat { norm, on: from };
                        self.reasons.push(in_row(row.line, Column::Admitted, why));
                        return;
                    }
                }
            }
            _ => None,
        };
        self.accept(row, known, seat);
    }

    fn accept(
        &mut self,
        row: &ImportedCase,
        known: Option<usize>,
        seat: Option<(SeatNumber, chrono::NaiveDate)>,
    ) {
        let child = self.child_of(row, known);
        let Some(standing) = standing(row, seat) else { return };
        let referral = Referral { on: row.referred, note: None };
        let case = Case {
            standing,
            contacts: Contacts { primary: row.primary, secondary: row.secondary },
            expected_end: row.expected_end,
            moves: vec![self.first_move(row, &child)],
            ..Case::new(row.case_id, child.id, row.programme.clone(), referral)
        };
        self.changes.push(Edit::create(case.clone()).into());
        if let (Some((id, days)), Some((_, from))) = (&row.timetable, seat) {
            let timetable = Timetable { id: *id, case: case.id, from, days: days.clone() };
            self.changes.push(Edit::create(timetable).into());
        }
        self.cases.push(case);
    }

    /// The child on record that the row is about: the one with this name and birthday, or the only one that is like it if
    /// the user says so. `None` if it is a new one.
    ///
    /// # Errors
    /// Why that can't be told: a child that may be one on record is not entered a second time unless the user says that it
    /// is another.
    fn whose(&self, row: &ImportedCase) -> Result<Option<usize>, RowReason> {
        let same = self.children.iter().position(|c| is_same(c, row));
        if same.is_some() || row.said == SaidOf::Another {
            return Ok(same);
        }
        let features = Features::new(row.name.as_str(), row.born, None);
        let like = |(at, known): (usize, &Features)| known.likeness(&features).map(|likeness| (likeness, at));
        let mut alike: Vec<_> = self.features.iter().enumerate().filter_map(like).collect();
        alike.sort_unstable();
        match (row.said, alike.as_slice()) {
            (SaidOf::OnRecord, [(_, only)]) => Ok(Some(*only)),
            (SaidOf::OnRecord, _) => Err(RowReason::NotFound),
            (_, []) => Ok(None),
            (_, [(likeness, at), ..]) => {
                let known = self.children.get(*at).ok_or(RowReason::NotFound)?;
                let (name, born) = (known.name.clone(), known.born);
                Err(RowReason::MayBe(row.line, Recognised { name, born, likeness: *likeness }))
            }
        }
    }

    /// The child of the row: one on record, or a new one. A class of another year, and a birthday or a school that was
    /// missing, are added to the child on record.
    fn child_of(&mut self, row: &ImportedCase, known: Option<usize>) -> Child {
        if let Some((known, features)) =
            known.and_then(|at| self.children.get_mut(at).zip(self.features.get_mut(at)))
        {
            let added = row.class.iter().filter(|c| known.classes().iter().all(|k| k.year() != c.year()));
            let classes = known.classes().iter().chain(added).cloned().collect();
            let mut told = known.clone().with_classes(classes);
            told.school = known.school.clone().or_else(|| row.school.clone());
            // A birthday that is not the one in the number would be refused by hand.
            told.born = known.born.or(known.cpr.map(|cpr| cpr.born())).or(row.born);
            if let Ok(edit) = Edit::new(Some(known.clone()), Some(told.clone())) {
                self.changes.push(edit.into());
                known.clone_from(&told);
                *features = Features::of(&told);
            }
            return told;
        }
        let classes = row.class.iter().cloned().collect();
        let child = Child::new(row.child_id, row.name.clone(), row.born, row.school.clone(), classes);
        self.changes.push(Edit::create(child.clone()).into());
        self.features.push(Features::of(&child));
        self.children.push(child.clone());
        child
    }

    /// The one move that brings an imported case to its stage, with its waivers.
    fn first_move(&self, row: &ImportedCase, child: &Child) -> Move {
        let reached = match row.stage {
            // The waiting list has the requirements of admission except the seat.
            Stage::Waiting => Some(Stage::Admitted),
            Stage::Referral | Stage::Declined => None,
            stage => Some(stage),
        };
        let programme = self.programmes.iter().find(|(_, p)| p.code == row.programme).map(|(p, _)| p);
        let on = row.admitted.unwrap_or(row.referred);
        let waived = reached.zip(programme).map_or_else(Vec::new, |(stage, programme)| {
            Requirement::up_to(stage, programme)
                .filter(|r| !r.is_hard())
                .filter(|r| match r {
                    Requirement::SendingSchool => child.school.is_none(),
                    Requirement::WithinAudience => programme.audience().includes(child, on) != Some(true),
                    _ => true,
                })
                .collect()
        });
        let reason = if waived.is_empty() { None } else { Line::new(IMPORTED).ok() };
        Move { from: None, to: row.stage, on, waived, reason, by: None, at: None }
    }

    fn order_of_dates(&self, row: &ImportedCase) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut check = |column, good: bool| {
            if !good {
                reasons.push(in_row(row.line, column, RowReason::OutOfOrder));
            }
        };
        check(Column::Referred, row.referred <= self.today);
        check(Column::Born, row.born.is_none_or(|b| b < row.referred));
        check(Column::Admitted, row.admitted.is_none_or(|a| row.referred <= a && a <= self.today));
        let admitted = row.admitted.unwrap_or(row.referred);
        check(Column::Closed, row.closing.as_ref().is_none_or(|c| admitted < c.on && c.on <= self.today));
        check(Column::ExpectedEnd, row.expected_end.is_none_or(|e| admitted <= e));
        check(Column::LastContact, row.last_contact.is_none_or(|l| l <= self.today));
        reasons
    }

    fn already_here(
        &self,
        row: &ImportedCase,
        earlier: &[ImportedCase],
        child: Option<&Child>,
    ) -> Option<Reason> {
        let same = |e: &&ImportedCase| {
            e.name.is_like(&row.name)
                && e.born == row.born
                && e.programme == row.programme
                && (e.referred == row.referred || (is_open(e.stage) && is_open(row.stage)))
        };
        if let Some(twin) = earlier.iter().find(same) {
            return Some(in_row(row.line, Column::Child, RowReason::Repeats { line: twin.line }));
        }
        let child = child?;
        let clash = self.cases.iter().any(|c| {
            c.child == child.id
                && c.programme == row.programme
                && (c.referral.on == row.referred || (c.is_open() && is_open(row.stage)))
        });
        clash.then(|| in_row(row.line, Column::Child, RowReason::OnRecord))
    }

    /// A child holds one seat of a programme at a time; past courses count too.
    fn in_two_courses(&self, row: &ImportedCase, child: Option<&Child>) -> Option<Reason> {
        let from = row.admitted.filter(|_| needs_seat(row.stage))?;
        let until = row.closing.as_ref().map(|c| c.on);
        let child = child?;
        let other = self
            .cases
            .iter()
            .filter(|c| c.child == child.id && c.programme == row.programme)
            .filter_map(Case::enrolment)
            .find(|e| e.overlaps(from, until))?;
        Some(in_row(row.line, Column::Admitted, RowReason::TwoCourses { from: other.from }))
    }

    /// Former staff can be contacts of a case that is over, never of an open one.
    fn contacts_gone(&self, row: &ImportedCase) -> Vec<Reason> {
        let left = |who: Option<StaffId>| {
            let staff = self.staff.iter().find(|s| Some(s.id) == who)?;
            staff.left_on.filter(|on| is_open(row.stage) && *on <= self.today)
        };
        [(Column::Primary, row.primary), (Column::Secondary, row.secondary)]
            .into_iter()
            .filter_map(|(column, who)| {
                Some(in_row(row.line, column, RowReason::ContactLeft { on: left(who)? }))
            })
            .collect()
    }
}

fn missing_for_stage(row: &ImportedCase) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut need = |column, there: bool| {
        if !there {
            reasons.push(in_row(row.line, column, RowReason::StageNeeds(row.stage)));
        }
    };
    if needs_seat(row.stage) {
        need(Column::Admitted, row.admitted.is_some());
    }
    // A hard requirement: every course has a primary contact. Source: service description, start-up.
    if matches!(row.stage, Stage::StartUp | Stage::Course | Stage::PhaseOut) {
        need(Column::Primary, row.primary.is_some());
    }
    if row.stage == Stage::Closed {
        need(Column::Closed, row.closing.is_some());
    }
    reasons
}

fn standing(row: &ImportedCase, seat: Option<(SeatNumber, chrono::NaiveDate)>) -> Option<Standing> {
    let stay = seat.map(|(seat, from)| Stay { seat, from });
    match (row.stage, stay) {
        (Stage::Referral, _) => Some(Standing::Referral),
        (Stage::Waiting, _) => {
            Some(Standing::Waiting { priority: row.priority, last_contact: row.last_contact })
        }
        (Stage::Declined, _) => {
            Some(Standing::Declined { on: row.closing.as_ref().map_or(row.referred, |c| c.on) })
        }
        (Stage::Closed, Some(stay)) => row.closing.clone().map(|closing| Standing::Closed { stay, closing }),
        (stage, Some(stay)) => {
            SeatedStage::try_from(stage).ok().map(|stage| Standing::Seated { stage, stay })
        }
        (_, None) => None,
    }
}

fn needs_seat(stage: Stage) -> bool {
    stage.holds_seat() || stage == Stage::Closed
}

fn is_open(stage: Stage) -> bool {
    !matches!(stage, Stage::Closed | Stage::Declined)
}

fn is_same(child: &Child, row: &ImportedCase) -> bool {
    child.born == row.born && child.name.is_like(&row.name)
}
