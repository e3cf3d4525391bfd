//! From the records of a house to the rows of the format, in an order that depends on nothing but them.

use std::collections::HashMap;

use trivsel_domain::{
    Appointment, Case, Child, Day, DayPlan, HouseProgramme, Initials, Records, Staff, StaffId, Standing,
    TeachingPlan, Timetable,
};

use super::compact::Compact;
use super::rows::{
    AppointmentRow, BlockRow, CaseRow, ChildRow, ClassRow, ClosureRow, DayRow, House, LevelRow, MoveRow,
    ProgrammeRow, StaffRow, SubjectRow, TeachingRow, TimetableRow, WEEKDAYS, WeekdayRow,
};
use super::{FORMAT, VERSION, files, settings, talks};
use crate::problem::Fault;

/// Initials by identity.
pub(super) struct Names(HashMap<StaffId, Initials>);

impl Names {
    pub fn of(&self, id: StaffId) -> Result<Initials, Fault> {
        self.0.get(&id).cloned().ok_or(Fault::NoParent)
    }

    pub fn maybe(&self, id: Option<StaffId>) -> Result<Option<Initials>, Fault> {
        id.map(|id| self.of(id)).transpose()
    }
}

/// The file of a house.
///
/// # Errors
/// When a record names a member of staff who is not among them.
pub(super) fn file(records: &Records) -> Result<House, Fault> {
    let names = Names(records.staff.iter().map(|s| (s.id, s.initials.clone())).collect());
    let mut house = House {
        format: FORMAT.to_owned(),
        version: VERSION,
        staff: records.staff.iter().map(staff).collect(),
        programmes: records.programmes.iter().map(programme).collect(),
        closures: records
            .closures
            .iter()
            .map(|c| ClosureRow { id: c.id, kind: c.kind, name: c.name.clone(), rule: Compact(c.rule) })
            .collect(),
        children: records.children.iter().map(child).collect(),
        people: records.people.iter().map(files::person).collect(),
        analyses: records.analyses.iter().map(|a| files::analysis(a, &names)).collect::<Result<_, _>>()?,
        goals: records.goals.iter().map(|g| files::goal(g, &names)).collect::<Result<_, _>>()?,
        interventions: records
            .interventions
            .iter()
            .map(|i| files::intervention(i, &names))
            .collect::<Result<_, _>>()?,
        documents: records.documents.iter().map(|d| files::document(d, &names)).collect::<Result<_, _>>()?,
        cases: records.cases.iter().map(|c| case(c, &names)).collect::<Result<_, _>>()?,
        timetables: records.timetables.iter().map(timetable).collect(),
        teaching: records.teaching.iter().map(teaching).collect(),
        appointments: records
            .appointments
            .iter()
            .map(|a| appointment(a, &names))
            .collect::<Result<_, _>>()?,
        talks: records.talks.iter().map(|t| talks::talk(t, &names)).collect::<Result<_, _>>()?,
        addenda: records.addenda.iter().map(|a| talks::addendum(a, &names)).collect::<Result<_, _>>()?,
        follow_ups: records
            .follow_ups
            .iter()
            .map(|f| talks::follow_up(f, &names))
            .collect::<Result<_, _>>()?,
        measures: records.measures.iter().map(talks::measure).collect(),
        days: records.days.iter().map(day).collect(),
        settings: records.settings.iter().map(settings::settings).collect(),
    };
    house.staff.sort_by(|a, b| a.initials.cmp(&b.initials));
    house.programmes.sort_by(|a, b| a.code.cmp(&b.code));
    house.closures.sort_by_key(|c| c.id);
    house.children.sort_by_key(|c| c.id);
    house.people.sort_by_key(|p| (p.child, p.id));
    house.cases.sort_by_key(|c| c.id);
    house.analyses.sort_by_key(|a| (a.case, a.version, a.id));
    house.goals.sort_by_key(|g| (g.case, g.set_on, g.id));
    house.interventions.sort_by_key(|i| (i.case, i.from, i.id));
    house.documents.sort_by_key(|d| (d.case, d.kind, d.version, d.id));
    house.timetables.sort_by_key(|t| (t.case, t.from, t.id));
    house.teaching.sort_by_key(|t| (t.case, t.from, t.id));
    house.appointments.sort_by_key(|a| (a.date, a.id));
    house.talks.sort_by_key(|t| (t.date, t.id));
    house.addenda.sort_by_key(|a| (a.talk, a.at, a.id));
    house.follow_ups.sort_by_key(|f| (f.due, f.id));
    house.measures.sort_by_key(|m| (m.date, m.id));
    house.days.sort_by_key(|d| (d.case, d.date));
    Ok(house)
}

fn staff(staff: &Staff) -> StaffRow {
    StaffRow {
        initials: staff.initials.clone(),
        name: staff.name.clone(),
        competencies: staff.competencies.clone(),
        methods: staff.methods.clone(),
        phone: staff.phone.clone(),
        mail: staff.mail.clone(),
        left_on: staff.left_on,
    }
}

fn programme(programme: &HouseProgramme) -> ProgrammeRow {
    ProgrammeRow { code: programme.code.clone(), seats: programme.seats }
}

fn child(child: &Child) -> ChildRow {
    let classes = child.classes().iter().map(|c| ClassRow {
        year: c.year().starting(),
        grade: c.grade(),
        letter: c.letter().to_owned(),
    });
    ChildRow {
        id: child.id,
        name: child.name.clone(),
        born: child.born,
        cpr: child.cpr,
        school: child.school.clone(),
        classes: classes.collect(),
    }
}

fn case(case: &Case, names: &Names) -> Result<CaseRow, Fault> {
    let stay = case.stay();
    let closing = match &case.standing {
        Standing::Closed { closing, .. } => Some(closing),
        _ => None,
    };
    let (priority, last_contact) = match case.standing {
        Standing::Waiting { priority, last_contact } => (Some(priority), last_contact),
        _ => (None, None),
    };
    let declined = match case.standing {
        Standing::Declined { on } => Some(on),
        _ => None,
    };
    let moves = case.moves.iter().map(|m| {
        Ok(MoveRow {
            from_stage: m.from,
            to_stage: m.to,
            on: m.on,
            waived: m.waived.clone(),
            reason: m.reason.clone(),
            by: names.maybe(m.by)?,
            at: m.at,
        })
    });
    let levels = case.levels.iter().map(|l| {
        let by = names.of(l.by)?;
        Ok(LevelRow { to_level: l.level, on: l.on, talk: l.talk, reason: l.reason.clone(), by })
    });
    Ok(CaseRow {
        id: case.id,
        child: case.child,
        programme: case.programme.clone(),
        referred: case.referral.on,
        note: case.referral.note.clone(),
        follows: case.follows,
        decided_on: case.decided_on,
        files_on: case.files_on,
        stage: case.stage(),
        seat: stay.map(|s| s.seat),
        admitted: stay.map(|s| s.from),
        closed: closing.map(|c| c.on),
        outcome: closing.map(|c| c.outcome),
        receiving: closing.and_then(|c| c.place.clone()),
        declined,
        priority,
        last_contact,
        primary: names.maybe(case.contacts.primary)?,
        secondary: names.maybe(case.contacts.secondary)?,
        expected_end: case.expected_end,
        start_structure: case.start_structure.clone(),
        needs: case.needs.iter().cloned().map(Compact).collect(),
        moves: moves.collect::<Result<_, Fault>>()?,
        levels: levels.collect::<Result<_, Fault>>()?,
    })
}

fn timetable(timetable: &Timetable) -> TimetableRow {
    let days = timetable.days.iter().zip(WEEKDAYS).map(|(plan, weekday)| {
        let blocks = match plan {
            DayPlan::Expected { blocks, .. } => blocks.as_slice(),
            _ => &[],
        };
        WeekdayRow {
            weekday: weekday.to_owned(),
            plan: Compact(plan.clone()),
            blocks: blocks.iter().map(|b| BlockRow { at: b.at, what: b.what.clone() }).collect(),
        }
    });
    TimetableRow { id: timetable.id, case: timetable.case, from: timetable.from, days: days.collect() }
}

fn teaching(plan: &TeachingPlan) -> TeachingRow {
    let subjects = plan.subjects().iter().map(|s| SubjectRow {
        subject: s.subject,
        lessons: s.lessons,
        level: s.level.clone(),
        goal: s.goal.clone(),
        materials: s.materials.clone(),
    });
    TeachingRow {
        id: plan.id(),
        case: plan.case(),
        from: plan.from(),
        aim: plan.aim().cloned(),
        subjects: subjects.collect(),
    }
}

fn appointment(appointment: &Appointment, names: &Names) -> Result<AppointmentRow, Fault> {
    let mut staff: Vec<Initials> =
        appointment.staff.iter().map(|s| names.of(*s)).collect::<Result<_, _>>()?;
    // By initials: identities, and with them the order in which a house keeps staff, differ from house to house.
    staff.sort();
    Ok(AppointmentRow {
        id: appointment.id,
        date: appointment.date,
        hours: appointment.hours.map(Compact),
        title: appointment.title.clone(),
        kind: appointment.kind,
        case: appointment.case,
        staff,
    })
}

fn day(day: &Day) -> DayRow {
    DayRow {
        case: day.case,
        date: day.date,
        origin: day.origin,
        first: day.first.map(Compact),
        second: day.second.map(Compact),
        foretold: day.foretold.map(|f| f.cause),
        told_at: day.foretold.map(|f| f.told_at),
        remark: day.remark.clone(),
        mood: day.mood,
    }
}
