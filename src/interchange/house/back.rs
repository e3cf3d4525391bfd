//! From the rows of the format to the records of a house. What a row can't say about itself is checked here; whether the
//! records make a sound house together is for the rules.

use std::collections::HashMap;

use trivsel_domain::{
    Appointment, Block, Case, Child, Closing, Closure, Contacts, Day, DayPlan, Foretold, HouseProgramme,
    Initials, LevelChange, Move, Priority, Records, Referral, SchoolClass, SchoolYear, SeatedStage, Staff,
    StaffId, Stage, Standing, Stay, SubjectPlan, TeachingPlan, Timetable,
};

use super::rows::{
    AppointmentRow, CaseRow, ChildRow, DayRow, House, StaffRow, TeachingRow, TimetableRow, WEEKDAYS,
};
use crate::problem::{Fault, Problem};

pub(super) struct Reading {
    /// The version of the file.
    pub version: u64,
    staff: HashMap<Initials, StaffId>,
    pub problems: Vec<Problem>,
}

/// The records of a file.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn records(
    file: House,
    here: &[Staff],
    mint: &mut dyn FnMut() -> u128,
) -> Result<Records, Vec<Problem>> {
    let mut reading = Reading { version: file.version, staff: HashMap::new(), problems: Vec::new() };
    let staff = file.staff.into_iter().map(|row| reading.staff(row, here, mint)).collect();
    // Somebody who works here and is not in the file stays, so it may be named.
    for known in here {
        reading.staff.entry(known.initials.clone()).or_insert(known.id);
    }
    let records = Records {
        staff,
        programmes: file
            .programmes
            .into_iter()
            .map(|p| HouseProgramme { code: p.code, seats: p.seats })
            .collect(),
        closures: file
            .closures
            .into_iter()
            .map(|c| Closure { id: c.id, kind: c.kind, name: c.name, rule: c.rule.0 })
            .collect(),
        children: file.children.into_iter().filter_map(|row| reading.child(row)).collect(),
        people: file.people.into_iter().map(super::files::read_person).collect(),
        analyses: file.analyses.into_iter().filter_map(|row| reading.analysis(row)).collect(),
        goals: file.goals.into_iter().filter_map(|row| reading.goal(row)).collect(),
        interventions: file.interventions.into_iter().filter_map(|row| reading.intervention(row)).collect(),
        documents: file.documents.into_iter().filter_map(|row| reading.document(row)).collect(),
        cases: file.cases.into_iter().filter_map(|row| reading.case(row)).collect(),
        timetables: file.timetables.into_iter().filter_map(|row| reading.timetable(row)).collect(),
        teaching: file.teaching.into_iter().filter_map(|row| reading.teaching(row)).collect(),
        appointments: file.appointments.into_iter().filter_map(|row| reading.appointment(row)).collect(),
        talks: file.talks.into_iter().filter_map(|row| reading.talk(row)).collect(),
        addenda: file.addenda.into_iter().filter_map(|row| reading.addendum(row)).collect(),
        follow_ups: file.follow_ups.into_iter().filter_map(|row| reading.follow_up(row)).collect(),
        measures: file.measures.into_iter().filter_map(|row| reading.measure(row)).collect(),
        settings: reading.settings(file.settings).into_iter().collect(),
        days: file.days.into_iter().filter_map(|row| reading.day(row)).collect(),
    };
    if reading.problems.is_empty() { Ok(records) } else { Err(reading.problems) }
}

impl Reading {
    pub(super) fn fault(&mut self, detail: String) {
        self.problems.push(Problem::of_file(Fault::OutOfFormat { detail }));
    }

    /// The identity of initials; noted where nobody has them.
    pub(super) fn who(&mut self, initials: &Initials) -> Option<StaffId> {
        let found = self.staff.get(initials).copied();
        if found.is_none() {
            let problem = Problem::of_file(Fault::NoStaff(initials.clone()));
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
        found
    }

    fn staff(&mut self, row: StaffRow, here: &[Staff], mint: &mut dyn FnMut() -> u128) -> Staff {
        let known = here.iter().find(|s| s.initials == row.initials);
        // Otherwise whoever fills the house would shut the door behind themselves.
        if known.is_some_and(|k| k.left_on.is_none()) && row.left_on.is_some() {
            self.problems.push(Problem::of_file(Fault::HasLeft(row.initials.clone())));
        }
        let id = known.map_or_else(|| StaffId::from_u128(mint()), |k| k.id);
        self.staff.insert(row.initials.clone(), id);
        Staff {
            id,
            name: row.name,
            initials: row.initials,
            competencies: row.competencies,
            methods: row.methods,
            phone: row.phone,
            mail: row.mail,
            left_on: row.left_on,
        }
    }

    fn child(&mut self, row: ChildRow) -> Option<Child> {
        let count = row.classes.len();
        let classes: Vec<SchoolClass> = row
            .classes
            .iter()
            .filter_map(|c| SchoolClass::new(SchoolYear::from_starting(c.year), c.grade, &c.letter).ok())
            .collect();
        let mut child = Child::new(row.id, row.name, row.born, row.school, classes);
        if child.classes().len() != count {
            self.fault(format!("child {}: classes", row.id));
            return None;
        }
        child.cpr = row.cpr;
        Some(child)
    }

    fn case(&mut self, row: CaseRow) -> Option<Case> {
        let standing = standing(&row);
        if standing.is_none() {
            self.fault(format!(
                "case {}: stage, seat, admitted, closed, outcome, receiving, declined, priority",
                row.id
            ));
        }
        let primary = row.primary.as_ref().and_then(|i| self.who(i));
        let secondary = row.secondary.as_ref().and_then(|i| self.who(i));
        let moves = row.moves.into_iter().map(|m| Move {
            from: m.from_stage,
            to: m.to_stage,
            on: m.on,
            waived: m.waived,
            reason: m.reason,
            by: m.by.and_then(|i| self.who(&i)),
            at: m.at,
        });
        let moves: Vec<Move> = moves.collect();
        let levels: Vec<Option<LevelChange>> = row
            .levels
            .into_iter()
            .map(|l| {
                let by = self.who(&l.by)?;
                Some(LevelChange { level: l.to_level, on: l.on, talk: l.talk, reason: l.reason, by })
            })
            .collect();
        let referral = Referral { on: row.referred, note: row.note };
        Some(Case {
            standing: standing?,
            contacts: Contacts { primary, secondary },
            expected_end: row.expected_end,
            moves,
            decided_on: row.decided_on,
            files_on: row.files_on,
            start_structure: row.start_structure,
            levels: levels.into_iter().collect::<Option<_>>()?,
            follows: row.follows,
            needs: row.needs.into_iter().map(|n| n.0).collect(),
            ..Case::new(row.id, row.child, row.programme, referral)
        })
    }

    fn timetable(&mut self, row: TimetableRow) -> Option<Timetable> {
        let in_order = row.days.iter().map(|d| d.weekday.as_str()).eq(WEEKDAYS);
        let days: Option<Vec<DayPlan>> =
            row.days.into_iter().map(|d| with_blocks(d.plan.0, d.blocks)).collect();
        let week = days.and_then(|d| <[DayPlan; 5]>::try_from(d).ok()).filter(|_| in_order);
        let Some(days) = week else {
            self.fault(format!("timetable {}: days", row.id));
            return None;
        };
        Some(Timetable { id: row.id, case: row.case, from: row.from, days })
    }

    fn teaching(&mut self, row: TeachingRow) -> Option<TeachingPlan> {
        let subjects = row.subjects.into_iter().map(|s| SubjectPlan {
            subject: s.subject,
            level: s.level,
            goal: s.goal,
            materials: s.materials,
            lessons: s.lessons,
        });
        let plan = TeachingPlan::new(row.id, row.case, row.from, row.aim, subjects.collect());
        if plan.is_err() {
            self.fault(format!("teaching {}: subjects", row.id));
        }
        plan.ok()
    }

    fn appointment(&mut self, row: AppointmentRow) -> Option<Appointment> {
        let staff = row.staff.iter().map(|i| self.who(i)).collect::<Vec<_>>();
        Some(Appointment {
            id: row.id,
            date: row.date,
            hours: row.hours.map(|h| h.0),
            title: row.title,
            kind: row.kind,
            case: row.case,
            staff: staff.into_iter().collect::<Option<_>>()?,
        })
    }

    fn day(&mut self, row: DayRow) -> Option<Day> {
        let foretold = match (row.foretold, row.told_at) {
            (Some(cause), Some(told_at)) => Some(Foretold { cause, told_at }),
            (None, None) => None,
            _ => {
                self.fault(format!("day {} {}: foretold, told_at", row.case, row.date));
                return None;
            }
        };
        let day = Day {
            case: row.case,
            date: row.date,
            origin: row.origin,
            first: row.first.map(|m| m.0),
            second: row.second.map(|m| m.0),
            foretold,
            remark: row.remark,
            mood: row.mood,
        };
        if day.says_nothing() {
            self.fault(format!("day {} {}: empty", row.case, row.date));
            return None;
        }
        Some(day)
    }
}

fn with_blocks(plan: DayPlan, blocks: Vec<super::rows::BlockRow>) -> Option<DayPlan> {
    match plan {
        DayPlan::Expected { hours, .. } => {
            let blocks = blocks.into_iter().map(|b| Block { at: b.at, what: b.what }).collect();
            Some(DayPlan::Expected { hours, blocks })
        }
        other => blocks.is_empty().then_some(other),
    }
}

/// Where a case stands: each standing has its own fields, and no other's.
fn standing(row: &CaseRow) -> Option<Standing> {
    let stay = match (row.seat, row.admitted) {
        (Some(seat), Some(from)) => Some(Stay { seat, from }),
        (None, None) => None,
        _ => return None,
    };
    let closing = match (row.closed, row.outcome) {
        (Some(on), Some(outcome)) => Some(Closing { on, outcome, place: row.receiving.clone() }),
        (None, None) if row.receiving.is_none() => None,
        _ => return None,
    };
    let waits: Option<Priority> = row.priority;
    if row.last_contact.is_some() && waits.is_none() {
        return None;
    }
    match (row.stage, stay, closing, row.declined, waits) {
        (Stage::Referral, None, None, None, None) => Some(Standing::Referral),
        (Stage::Waiting, None, None, None, Some(priority)) => {
            Some(Standing::Waiting { priority, last_contact: row.last_contact })
        }
        (Stage::Closed, Some(stay), Some(closing), None, None) => Some(Standing::Closed { stay, closing }),
        (Stage::Declined, None, None, Some(on), None) => Some(Standing::Declined { on }),
        (stage, Some(stay), None, None, None) => {
            SeatedStage::try_from(stage).ok().map(|stage| Standing::Seated { stage, stay })
        }
        _ => None,
    }
}
