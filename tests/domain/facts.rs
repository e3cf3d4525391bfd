//! A house in memory that answers the facts a decision needs and applies what was decided.

mod answers;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::decide::{Action, Decision, Denied, Facts, PastAction, Reason, Unreadable, decide};
use trivsel_domain::for_each_record;
use trivsel_domain::record::{
    Case, Change, Child, Contacts, Day, DayPlan, Edit, HouseProgramme, Move, Programme, Record, Records,
    Referral, Staff, Standing, Stay, Timetable,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{
    CaseId, ChildId, Grade, PersonName, SchoolClass, SchoolYear, SeatNorm, SeatNumber, SeatedStage, StaffId,
    TimetableId,
};

macro_rules! written {
    (
        $records:ident, $change:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        match $change { $(Change::$name(edit) => put(&mut $records.$list, edit)),+ }
    };
}

/// A date that exists.
pub fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// The calendar of a new house.
pub fn calendar() -> Calendar {
    let mut last = 0;
    let mint = || {
        last += 1;
        last
    };
    Calendar::new(trivsel_defaults::closures(mint).unwrap())
}

/// The default user.
pub const ASKER: StaffId = StaffId::from_u128(1);
/// Another member of staff.
pub const COLLEAGUE: StaffId = StaffId::from_u128(2);

/// A step in the history.
#[derive(Clone, Debug)]
pub struct Entry {
    pub action: PastAction,
    pub by: StaffId,
    pub at: NaiveDateTime,
    pub changes: Vec<Change>,
}

/// A house whose clock is at a quarter past eight on a Wednesday.
#[derive(Clone, Debug)]
pub struct House {
    pub today: NaiveDate,
    pub asker: StaffId,
    pub records: Records,
    pub programmes: Vec<Programme>,
    pub history: Vec<Entry>,
    /// The looks at cases in the access log.
    pub looks: Vec<trivsel_domain::rules::audit::Look>,
}

impl House {
    /// An empty house with both programmes and two members of staff.
    pub fn new() -> Self {
        let programmes = trivsel_defaults::programmes().unwrap();
        let records = Records {
            staff: vec![Staff { leader: true, ..staff(ASKER, "MK") }, staff(COLLEAGUE, "LB")],
            programmes: programmes
                .iter()
                .map(|p| HouseProgramme { code: p.code().clone(), seats: p.seats() })
                .collect(),
            closures: calendar().closures().to_vec(),
            ..Records::default()
        };
        Self {
            today: date(2026, 11, 25),
            asker: ASKER,
            records,
            programmes,
            history: Vec::new(),
            looks: Vec::new(),
        }
    }

    /// A house with one child, admitted on 10 August 2026 to seat 1.
    pub fn with_child(grade: u8) -> (Self, CaseId) {
        let mut house = Self::new();
        let case = house.add_child(1, grade);
        (house, case)
    }

    /// What is asked of the course of the first child.
    pub fn of_first_course<T>(&self, ask: impl FnOnce(&Course<'_>) -> T) -> T {
        let case = &self.records.cases[0];
        ask(&Course {
            case,
            child: &self.records.children[0],
            programme: self.programmes.iter().find(|p| *p.code() == case.programme),
            timetables: &self.records.timetables,
            calendar: &calendar(),
            days: &self.records.days,
            measures: &OpenScores::new(self.records.measures.clone(), |_| true),
            reported: &self.records.reported_weeks,
        })
    }

    /// Adds a seated child. Its ids and its seat follow from the number.
    pub fn add_child(&mut self, number: u16, grade: u8) -> CaseId {
        let from = date(2026, 8, 10);
        let child = ChildId::from_u128(u128::from(number));
        let case = CaseId::from_u128(u128::from(number));
        let class =
            SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(grade).unwrap(), "b").unwrap();
        let name = PersonName::new(&format!("Barn {number}")).unwrap();
        self.records.children.push(Child::new(child, name, None, None, vec![class]));
        let stay = Stay { seat: SeatNumber::new(number).unwrap(), from };
        let entry = Move {
            from: None,
            to: SeatedStage::Course.into(),
            on: from,
            waived: vec![],
            reason: None,
            by: None,
            at: None,
        };
        let referral = Referral { on: from, note: None };
        self.records.cases.push(Case {
            standing: Standing::Seated { stage: SeatedStage::Course, stay },
            contacts: Contacts { primary: Some(ASKER), secondary: None },
            moves: vec![entry],
            ..Case::new(case, child, self.programmes[0].code().clone(), referral)
        });
        case
    }

    /// Gives a child the same plan for every weekday from admission.
    pub fn plan(&mut self, case: CaseId, plan: DayPlan) {
        let days = [plan.clone(), plan.clone(), plan.clone(), plan.clone(), plan];
        let id = TimetableId::from_u128(case.as_u128());
        self.records.timetables.push(Timetable { id, case, from: date(2026, 8, 10), days });
    }

    /// Sets the norm of the first programme.
    pub fn set_norm(&mut self, seats: u16) {
        self.records.programmes[0].seats = SeatNorm::limited(seats).unwrap();
    }

    pub fn decide(&self, action: &Action) -> Result<Decision, Vec<Reason>> {
        decide(action, self).map_err(|denied| match denied {
            Denied::Refused(refusal) => refusal.reasons().to_vec(),
            Denied::Failed(Unreadable) => unreachable!("memory can be read"),
        })
    }

    /// Decides and applies; returns the number of changed records.
    pub fn act(&mut self, action: &Action) -> Result<usize, Vec<Reason>> {
        let decision = self.decide(action)?;
        for change in &decision.changes {
            assert!(self.stands(change).unwrap(), "a decision starts from what is there: {change:?}");
            self.write(change);
        }
        if !decision.changes.is_empty() {
            let number = i64::try_from(self.history.len()).unwrap() + 1;
            let action = PastAction { number, nature: decision.nature, action_kind: decision.action_kind };
            let (by, at) = (self.asker, self.now());
            self.history.push(Entry { action, by, at, changes: decision.changes.clone() });
        }
        Ok(decision.changes.len())
    }

    /// The record of a day.
    pub fn day(&self, case: CaseId, on: NaiveDate) -> Option<Day> {
        Facts::day(self, case, on).unwrap()
    }

    /// Adds a history step that created all current records, as in a restored house.
    pub fn remember_all(&mut self) {
        fn made<T: Record>(records: &[T]) -> impl Iterator<Item = Change>
        where
            Change: From<Edit<T>>,
        {
            records.iter().cloned().map(|r| Edit::create(r).into())
        }
        let records = &self.records;
        let changes: Vec<Change> = made(&records.children)
            .chain(made(&records.cases))
            .chain(made(&records.people))
            .chain(made(&records.analyses))
            .chain(made(&records.goals))
            .chain(made(&records.interventions))
            .chain(made(&records.documents))
            .chain(made(&records.appointments))
            .collect();
        let number = i64::try_from(self.history.len()).unwrap() + 1;
        let action = PastAction {
            number,
            nature: trivsel_domain::decide::Nature::Do,
            action_kind: trivsel_domain::decide::ActionKind::Found,
        };
        self.history.push(Entry { action, by: self.asker, at: self.now(), changes });
    }

    /// Applies a change from the history.
    pub fn replay(&mut self, change: &Change) {
        self.write(change);
    }

    fn write(&mut self, change: &Change) {
        let records = &mut self.records;
        for_each_record!([written] records, change);
    }
}

fn staff(id: StaffId, initials: &str) -> Staff {
    Staff {
        id,
        name: PersonName::new(initials).unwrap(),
        initials: initials.to_owned().try_into().unwrap(),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

fn put<T: Record>(records: &mut Vec<T>, edit: &Edit<T>) {
    records.retain(|r| r.key() != edit.key());
    records.extend(edit.new_state().cloned());
}
