//! Reads a row of a list of cases.

use trivsel_domain::decide::{Column, ImportedCase, RowReason, SaidOf};
use trivsel_domain::record::{Closing, DayPlan, Outcome, Priority};
use trivsel_domain::value::{CaseId, ChildId, ProgrammeCode, SchoolYear, StaffId, Stage, TimetableId};

use super::cells::{Cells, staff_of};
use super::heading::{Heading, WEEK};
use super::near::near;
use super::problem::{Expected, Fault, Wrong};
use super::sheet::Context;
use super::synonyms::{Key, Named};
use super::value;

pub(super) fn row(
    cells: &mut Cells<'_>,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Option<ImportedCase> {
    let name = cells.name();
    let programme = programme(cells, context);
    let stage = cells.must(Column::Stage, |t| Stage::read(t, Expected::Stage));
    let referred = cells.must_date(Column::Referred);
    let year = cells
        .read(Heading::SchoolYear, |t| value::school_year(t).ok_or(Fault::NotA(Expected::SchoolYear)))
        .unwrap_or(SchoolYear::of(context.today));
    let class =
        cells.read(Heading::Of(Column::Class), |t| value::class(t, year).ok_or(Fault::NotA(Expected::Class)));
    let born = cells.born(context.today);
    let school = cells.line_of(Column::School);
    let admitted = cells.date(Column::Admitted);
    let primary = staff(cells, Column::Primary, context);
    let secondary = staff(cells, Column::Secondary, context);
    let expected_end = cells.date(Column::ExpectedEnd);
    let closing = closing(cells, stage);
    let priority = cells.read(Heading::Of(Column::Priority), |t| Priority::read(t, Expected::Priority));
    let last_contact = cells.date(Column::LastContact);
    let week = week(cells);
    let stage = stage?;
    let seated = stage.holds_seat() || stage == Stage::Closed;
    let waiting = stage == Stage::Waiting;
    only_at(cells, stage, Column::Admitted, seated || admitted.is_none());
    only_at(cells, stage, Column::Monday, seated || week.is_none());
    only_at(cells, stage, Column::Priority, waiting || priority.is_none_or(|p| p == Priority::Normal));
    only_at(cells, stage, Column::LastContact, waiting || last_contact.is_none());
    Some(ImportedCase {
        line: cells.line(),
        child_id: ChildId::from_u128(mint()),
        case_id: CaseId::from_u128(mint()),
        name: name?,
        born,
        class,
        school,
        programme: programme?,
        stage,
        referred: referred?,
        admitted,
        primary,
        secondary,
        expected_end,
        closing,
        priority: priority.unwrap_or(Priority::Normal),
        last_contact,
        timetable: week.map(|days| (TimetableId::from_u128(mint()), days)),
        said: SaidOf::Nothing,
    })
}

/// The programme, by code or name. Without the column it is the only programme of the house.
fn programme(cells: &mut Cells<'_>, context: &Context<'_>) -> Option<ProgrammeCode> {
    if let ([only], None) = (context.programmes, cells.text(Heading::Of(Column::Programme))) {
        return Some(only.code().clone());
    }
    cells.must(Column::Programme, |text| {
        let key = Key::of(text);
        let meant =
            context.programmes.iter().find(|p| key.means_any(&[p.code().as_str(), p.name_da(), p.name_en()]));
        meant.map(|p| p.code().clone()).ok_or_else(|| {
            let names = context.programmes.iter();
            let names = names.flat_map(|p| [p.name_da(), p.name_en(), p.code().as_str()].map(|n| (n, n)));
            Wrong { fault: Fault::Rule(RowReason::Unknown), near: near(text, names).map(str::to_owned) }
        })
    })
}

fn staff(cells: &mut Cells<'_>, column: Column, context: &Context<'_>) -> Option<StaffId> {
    cells.read(Heading::Of(column), |text| staff_of(text, context.staff))
}

/// The closing. A case that never had a seat has a date of refusal and no outcome.
fn closing(cells: &mut Cells<'_>, stage: Option<Stage>) -> Option<Closing> {
    let on = cells.date(Column::Closed);
    let outcome: Option<Outcome> =
        cells.read(Heading::Of(Column::Outcome), |t| Outcome::read(t, Expected::Outcome));
    let stage = stage?;
    match (stage, on, outcome) {
        (Stage::Closed, Some(on), Some(outcome)) => Some(Closing { on, outcome, place: None }),
        (Stage::Closed, on, outcome) => {
            let needed = || Fault::Rule(RowReason::StageNeeds(Stage::Closed));
            if on.is_none() && cells.text(Heading::Of(Column::Closed)).is_none() {
                cells.fault(Heading::Of(Column::Closed), "", needed());
            }
            if outcome.is_none() && cells.text(Heading::Of(Column::Outcome)).is_none() {
                cells.fault(Heading::Of(Column::Outcome), "", needed());
            }
            None
        }
        (Stage::Declined, on, outcome) => {
            only_at(cells, stage, Column::Outcome, outcome.is_none());
            on.map(|on| Closing { on, outcome: Outcome::Withdrawn, place: None })
        }
        (_, on, outcome) => {
            only_at(cells, stage, Column::Closed, on.is_none());
            only_at(cells, stage, Column::Outcome, outcome.is_none());
            None
        }
    }
}

/// Reports a value that does not belong to this stage; otherwise it would be lost silently.
fn only_at(cells: &mut Cells<'_>, stage: Stage, column: Column, fits: bool) {
    if !fits {
        let value = cells.text(Heading::Of(column)).unwrap_or_default();
        cells.fault(Heading::Of(column), &value, Fault::NotAtStage(stage));
    }
}

/// The week, if any of its days is filled in; then every day must be.
fn week(cells: &mut Cells<'_>) -> Option<[DayPlan; 5]> {
    let planned = WEEK.iter().any(|day| cells.text(Heading::Of(*day)).is_some());
    if !planned {
        return None;
    }
    let days = WEEK.map(|day| {
        let no_plan = Fault::NotA(Expected::DayPlan);
        match cells.text(Heading::Of(day)) {
            None => {
                cells.fault(Heading::Of(day), "", no_plan);
                None
            }
            Some(_) => cells.read(Heading::Of(day), |t| value::day_plan(t).ok_or(no_plan)),
        }
    });
    let [Some(monday), Some(tuesday), Some(wednesday), Some(thursday), Some(friday)] = days else {
        return None;
    };
    Some([monday, tuesday, wednesday, thursday, friday])
}
