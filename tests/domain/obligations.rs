//! What is due: every worked date of the rhythm, the states, and what answers an obligation.

mod absence;
mod answers;
mod consents;
mod properties;
mod states;

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Answer, Case, Child, Closing, DatedLimits, DayPlan, DocumentKind, HowAnswered, Move, Outcome, Priority,
    Programme, Referral, Standing, Stay, TalkKind, Timetable,
};
use trivsel_domain::rules::calendar::NoSchool;
use trivsel_domain::rules::obligations::{
    Booked, Held, Ledger, Moved, Obligation, Paper, Reckoned, State, obligations_of,
};
use trivsel_domain::value::{
    AnswerId, AppointmentId, CaseId, ChildId, Holiday, Line, ObligationKind, PersonName, SchoolWeek,
    SeatNumber, SeatedStage, StaffId, Stage, TimetableId,
};

use super::facts::{calendar, date};
use trivsel_domain::record::ClosureKind;

/// A case with its records, from which a ledger is made.
#[derive(Clone, Debug)]
pub struct Course {
    pub case: Case,
    pub child: Child,
    pub programme: Programme,
    pub talks: Vec<Held>,
    pub booked: Vec<Booked>,
    pub papers: Vec<Paper>,
    pub scored: Option<NaiveDate>,
    pub attended: Option<NaiveDate>,
    pub absent: Option<NaiveDate>,
    pub absences: Vec<trivsel_domain::record::Day>,
    pub limits: Vec<DatedLimits>,
    pub reported: Vec<SchoolWeek>,
    pub timetables: Vec<Timetable>,
    pub answers: Vec<Answer>,
}

impl Course {
    /// A case of a programme, admitted on a date and since then at a stage.
    pub fn new(programme: &str, stage: SeatedStage, from: NaiveDate) -> Self {
        let programmes = trivsel_defaults::programmes().unwrap();
        let programme = programmes.into_iter().find(|p| p.code().as_str() == programme).unwrap();
        let (case, child) = (CaseId::from_u128(1), ChildId::from_u128(1));
        let referral = Referral { on: from - Days::new(20), note: None };
        let stay = Stay { seat: SeatNumber::new(1).unwrap(), from };
        let mut case = Case {
            standing: Standing::Seated { stage, stay },
            ..Case::new(case, child, programme.code().clone(), referral)
        };
        let stages = [Stage::Admitted, Stage::StartUp, Stage::Course, Stage::PhaseOut];
        case.moves = stages.into_iter().filter(|s| *s <= stage.into()).map(|to| step(to, from)).collect();
        let child = Child::new(child, PersonName::new("Søren Ægård").unwrap(), None, None, vec![]);
        Self {
            case,
            child,
            programme,
            talks: vec![],
            booked: vec![],
            papers: vec![],
            scored: None,
            attended: None,
            absent: None,
            absences: vec![],
            limits: vec![],
            reported: vec![],
            timetables: vec![],
            answers: vec![],
        }
    }

    pub fn held(mut self, kind: TalkKind, date: NaiveDate) -> Self {
        self.talks.push(Held { kind, date });
        self.talks.sort_by_key(|t| t.date);
        self
    }

    pub fn books(mut self, kind: TalkKind, date: NaiveDate) -> Self {
        let appointment = AppointmentId::from_u128(self.booked.len() as u128 + 1);
        self.booked.push(Booked { appointment, kind, date, hours: None });
        self.booked.sort_by_key(|b| b.date);
        self
    }

    pub fn answers(mut self, obligation: ObligationKind, since: NaiveDate, how: HowAnswered) -> Self {
        let id = AnswerId::from_u128(self.answers.len() as u128 + 1);
        let by = StaffId::from_u128(1);
        self.answers.push(Answer { id, case: self.case.id, obligation, since, on: since, how, by });
        self
    }

    pub fn excuses(self, obligation: ObligationKind, since: NaiveDate) -> Self {
        self.answers(obligation, since, HowAnswered::Excused(Line::new("Barnet er sygt").unwrap()))
    }

    pub fn signs(mut self, kind: DocumentKind, on: NaiveDate) -> Self {
        let version = self.papers.len() as u32 + 1;
        self.papers.push(Paper { kind, version, tasks: vec![], signed: Some(on) });
        self
    }

    /// Every weekday at school, from a date.
    pub fn planned(mut self, from: NaiveDate) -> Self {
        let days = [const { DayPlan::UNKNOWN }; 5];
        self.timetables.push(Timetable { id: TimetableId::from_u128(1), case: self.case.id, from, days });
        self
    }

    pub fn ledger(&self) -> Ledger<'_> {
        Ledger {
            talks: self.talks.clone(),
            booked: self.booked.clone(),
            papers: self.papers.clone(),
            scored: self.scored,
            attended: self.attended,
            absent: self.absent,
            absences: self.absences.clone(),
            absence_limits: self.limits.clone(),
            reported: self.reported.clone(),
            timetables: self.timetables.clone(),
            answers: self.answers.clone(),
            ..Ledger::new(&self.case, &self.child, &self.programme)
        }
    }

    pub fn owes(&self, today: NaiveDate) -> Vec<Obligation> {
        obligations_of(&self.ledger(), &calendar(), today)
    }

    /// The open obligation of a kind.
    pub fn open(&self, kind: ObligationKind, today: NaiveDate) -> Option<Obligation> {
        self.owes(today).into_iter().find(|o| o.kind == kind && o.is_open())
    }

    /// The date of the open obligation of a kind.
    pub fn due(&self, kind: ObligationKind, today: NaiveDate) -> Option<NaiveDate> {
        self.open(kind, today).map(|o| o.date)
    }
}

fn step(to: Stage, on: NaiveDate) -> Move {
    Move { from: None, to, on, waived: vec![], reason: None, by: None, at: None }
}

fn skolefravaer(stage: SeatedStage, from: NaiveDate) -> Course {
    Course::new("skolefravaer", stage, from)
}

/// A course of the first programme from August 2026.
fn course() -> Course {
    skolefravaer(SeatedStage::Course, date(2026, 8, 10))
}

#[test]
fn the_first_contact_is_three_school_days_after_admission() {
    for (admitted, due) in [(date(2026, 11, 18), date(2026, 11, 23)), (date(2026, 12, 18), date(2027, 1, 4))]
    {
        let course = skolefravaer(SeatedStage::Admitted, admitted);
        assert_eq!(course.due(ObligationKind::FirstContact, admitted), Some(due));
    }
}

#[test]
fn the_enrolment_talk_is_ten_school_days_after_admission() {
    for (admitted, due) in [(date(2026, 11, 18), date(2026, 12, 2)), (date(2026, 12, 18), date(2027, 1, 13))]
    {
        let course = skolefravaer(SeatedStage::Admitted, admitted);
        assert_eq!(course.due(ObligationKind::EnrolmentTalk, admitted), Some(due));
    }
}

#[test]
fn the_start_up_talk_is_three_weeks_after_the_enrolment_talk_and_stays_in_its_window() {
    let owed = |enrolled| {
        let course =
            skolefravaer(SeatedStage::StartUp, date(2026, 11, 18)).held(TalkKind::Enrolment, enrolled);
        course.open(ObligationKind::StartUpTalk, enrolled).unwrap()
    };
    let first = owed(date(2026, 11, 27));
    assert_eq!(first.date, date(2026, 12, 18));
    assert_eq!((first.window.earliest, first.window.latest), (date(2026, 12, 11), date(2026, 12, 22)));
    assert_eq!(first.why.moved, None);
    // Forward would leave the window, so the talk moves backward.
    let second = owed(date(2026, 12, 2));
    assert_eq!(second.date, date(2026, 12, 22));
    let moved = Moved { from: date(2026, 12, 23), because: NoSchool::Closed(ClosureKind::Christmas) };
    assert_eq!(second.why.moved, Some(moved));
    assert_eq!(second.why.reckoned, Reckoned::Days { count: 21, after: date(2026, 12, 2) });
}

#[test]
fn parent_talks_are_28_days_apart_and_move_forward_over_closures() {
    for (held, due, moved) in [
        (date(2026, 11, 24), date(2026, 12, 22), None),
        (date(2026, 11, 25), date(2027, 1, 4), Some((date(2026, 12, 23), ClosureKind::Christmas))),
        (date(2027, 1, 4), date(2027, 2, 1), None),
        (date(2027, 1, 18), date(2027, 2, 22), Some((date(2027, 2, 15), ClosureKind::Winter))),
        (date(2027, 2, 24), date(2027, 3, 30), Some((date(2027, 3, 24), ClosureKind::Easter))),
    ] {
        let course = course().held(TalkKind::StartUp, date(2026, 9, 1)).held(TalkKind::Parent, held);
        let owed = course.open(ObligationKind::ParentTalk, held).unwrap();
        assert_eq!(owed.date, due, "held {held}");
        let why = moved.map(|(from, kind)| Moved { from, because: NoSchool::Closed(kind) });
        assert_eq!(owed.why.moved, why, "held {held}");
        assert_eq!(owed.why.reckoned, Reckoned::Days { count: 28, after: held });
    }
}

#[test]
fn an_extra_parent_talk_restarts_the_28_days() {
    let course = course()
        .held(TalkKind::StartUp, date(2026, 9, 1))
        .held(TalkKind::Parent, date(2026, 10, 27))
        .held(TalkKind::Parent, date(2026, 11, 3));
    assert_eq!(course.due(ObligationKind::ParentTalk, date(2026, 11, 4)), Some(date(2026, 12, 1)));
}

#[test]
fn the_first_parent_talk_counts_from_the_start_up_talk() {
    let course = course().held(TalkKind::StartUp, date(2026, 10, 27));
    assert_eq!(course.due(ObligationKind::ParentTalk, date(2026, 10, 28)), Some(date(2026, 11, 24)));
}

/// The Mondays of the weeks that ask for a development talk.
fn weeks(course: &Course, from: NaiveDate, count: u64) -> Vec<bool> {
    let week = |n| {
        let monday = from + Days::new(7 * n);
        trivsel_domain::rules::obligations::development_week(&course.ledger(), &calendar(), monday).is_some()
    };
    (0..count).map(week).collect()
}

#[test]
fn a_development_talk_is_due_in_each_week_with_three_planned_school_days() {
    let course = course();
    // Weeks 51 to 53 of 2026 and the first of 2027.
    assert_eq!(weeks(&course, date(2026, 12, 14), 4), [true, false, false, true]);
    // Weeks 11 to 13 of 2027: Easter.
    assert_eq!(weeks(&course, date(2027, 3, 15), 3), [true, false, true]);
    // Week 18 has Ascension Day and the day after.
    assert_eq!(weeks(&course, date(2027, 5, 3), 1), [true]);
    let monday = date(2027, 5, 3);
    let talked = course.held(TalkKind::Development, date(2027, 4, 28));
    let owed = talked.open(ObligationKind::DevelopmentTalk, monday).unwrap();
    assert_eq!((owed.since, owed.date), (monday, date(2027, 5, 5)));
    assert_eq!((owed.state, owed.why.reckoned), (State::Due, Reckoned::Week(monday)));
}

#[test]
fn a_child_admitted_on_a_thursday_owes_no_development_talk_that_week() {
    let admitted = date(2026, 11, 19);
    let thursday = skolefravaer(SeatedStage::StartUp, admitted);
    assert_eq!(weeks(&thursday, date(2026, 11, 16), 2), [false, true]);
    let wednesday = skolefravaer(SeatedStage::StartUp, date(2026, 11, 18));
    assert_eq!(weeks(&wednesday, date(2026, 11, 16), 1), [true]);
    // Without a timetable, a child that is only admitted is not planned; with one it is.
    let admitted_only = skolefravaer(SeatedStage::Admitted, date(2026, 11, 16));
    assert_eq!(weeks(&admitted_only, date(2026, 11, 16), 1), [false]);
    assert_eq!(weeks(&admitted_only.planned(date(2026, 11, 16)), date(2026, 11, 16), 1), [true]);
}

#[test]
fn the_follow_up_meeting_is_three_calendar_months_after_the_start_with_a_legal_limit() {
    let start = date(2026, 11, 30);
    let course = skolefravaer(SeatedStage::Course, start);
    let owed = course.open(ObligationKind::FollowUpMeeting, start).unwrap();
    assert_eq!((owed.date, owed.limit), (date(2027, 3, 1), Some(date(2027, 2, 26))));
    assert_eq!(owed.why.moved, Some(Moved { from: date(2027, 2, 28), because: NoSchool::Weekend }));
    let leap = date(2027, 11, 30);
    let course = skolefravaer(SeatedStage::Course, leap);
    let owed = course.open(ObligationKind::FollowUpMeeting, leap).unwrap();
    assert_eq!((owed.date, owed.limit), (date(2028, 2, 29), None));
}

#[test]
fn later_follow_up_meetings_have_the_interval_of_the_case() {
    let start = date(2026, 8, 10);
    let held = date(2026, 11, 10);
    let mut course = Course::new("trivsel", SeatedStage::Course, start);
    course.case.rhythm.follow_up_months = trivsel_domain::value::Interval::new(2).ok();
    // The first comes after three months, whatever the case says.
    assert_eq!(course.due(ObligationKind::FollowUpMeeting, start), Some(date(2026, 11, 10)));
    let course = course.held(TalkKind::FollowUp, held);
    // 10 January 2027 is a Sunday.
    assert_eq!(course.due(ObligationKind::FollowUpMeeting, held), Some(date(2027, 1, 11)));
}

#[test]
fn the_status_letter_is_signed_seven_days_before_the_meeting() {
    for (meeting, due) in [
        (date(2027, 1, 4), date(2026, 12, 22)),
        (date(2027, 2, 24), date(2027, 2, 12)),
        (date(2026, 10, 21), date(2026, 10, 9)),
    ] {
        let today = date(2026, 9, 1);
        let course = course().books(TalkKind::FollowUp, meeting);
        let letter = course.open(ObligationKind::StatusLetter, today).unwrap();
        assert_eq!(letter.date, due, "{meeting}");
        assert_eq!(letter.why.reckoned, Reckoned::DaysBefore { count: 7, meeting });
        let signed = course.signs(DocumentKind::StatusLetter, due);
        assert_eq!(signed.open(ObligationKind::StatusLetter, due), None);
    }
}

#[test]
fn wellbeing_talks_come_as_agreed_on_the_case() {
    let mut course = Course::new("trivsel", SeatedStage::Course, date(2026, 8, 10))
        .held(TalkKind::Wellbeing, date(2026, 12, 9));
    let today = date(2026, 12, 10);
    assert_eq!(course.due(ObligationKind::WellbeingTalk, today), None);
    course.case.rhythm.wellbeing_weeks = trivsel_domain::value::Interval::new(2).ok();
    // 23 December is closed.
    assert_eq!(course.due(ObligationKind::WellbeingTalk, today), Some(date(2027, 1, 4)));
    // The other programme has none.
    let mut other = self::course();
    other.case.rhythm.wellbeing_weeks = trivsel_domain::value::Interval::new(2).ok();
    assert_eq!(other.due(ObligationKind::WellbeingTalk, today), None);
}

#[test]
fn a_family_that_waits_is_contacted_every_14_days() {
    let mut course = course();
    let contact = date(2026, 11, 20);
    course.case.standing = Standing::Waiting { priority: Priority::Normal, last_contact: Some(contact) };
    course.case.moves.clear();
    assert_eq!(course.due(ObligationKind::WaitingContact, contact), Some(date(2026, 12, 4)));
    let rung = course.clone().held(TalkKind::Message, date(2026, 12, 11));
    // 25 December: the last school day before.
    let owed = rung.open(ObligationKind::WaitingContact, date(2026, 12, 12)).unwrap();
    assert_eq!(owed.date, date(2026, 12, 22));
    let moved = Moved { from: date(2026, 12, 25), because: NoSchool::Holiday(Holiday::ChristmasDay) };
    assert_eq!(owed.why.moved, Some(moved));
    // Before the summer there is no school day left, so the deadline moves forward rather than to the past.
    course.case.standing =
        Standing::Waiting { priority: Priority::Normal, last_contact: Some(date(2027, 6, 25)) };
    assert_eq!(course.due(ObligationKind::WaitingContact, date(2027, 6, 26)), Some(date(2027, 8, 9)));
}

#[test]
fn aftercare_is_asked_for_one_three_and_six_months_after_closing() {
    let mut course = course();
    let on = date(2026, 12, 1);
    let Standing::Seated { stay, .. } = course.case.standing else { unreachable!() };
    course.case.standing =
        Standing::Closed { stay, closing: Closing { on, outcome: Outcome::GeneralSchool, place: None } };
    assert_eq!(course.open(ObligationKind::Aftercare, on), None);
    course.case.rhythm.aftercare = true;
    let contacts = |course: &Course, today| {
        let owed = course.owes(today);
        owed.into_iter().filter(|o| o.kind == ObligationKind::Aftercare).collect::<Vec<_>>()
    };
    let dates: Vec<NaiveDate> = contacts(&course, on).iter().map(|o| o.date).collect();
    // New Year's Day, 1 March, 1 June.
    assert_eq!(dates, [date(2027, 1, 4), date(2027, 3, 1), date(2027, 6, 1)]);
    let talked = course.held(TalkKind::Message, date(2027, 1, 5));
    let states: Vec<State> = contacts(&talked, date(2027, 3, 2)).iter().map(|o| o.state).collect();
    assert_eq!(states, [State::Fulfilled, State::Overdue, State::Upcoming]);
    assert_eq!(talked.owes(date(2027, 12, 1)), []);
}

#[test]
fn the_default_closures_hold_the_three_days_before_maundy_thursday() {
    let calendar = calendar();
    for day in 22..=24 {
        let why = calendar.no_school(date(2027, 3, day));
        assert_eq!(why, Some(NoSchool::Closed(ClosureKind::Easter)), "{day} March 2027");
    }
    assert!(calendar.is_school_day(date(2027, 3, 19)) && calendar.is_school_day(date(2027, 3, 30)));
    for (from, to, days) in [
        (date(2026, 1, 1), date(2026, 3, 31), 55),
        (date(2026, 4, 1), date(2026, 6, 30), 55),
        (date(2026, 7, 1), date(2026, 9, 30), 38),
        (date(2026, 10, 1), date(2026, 12, 31), 54),
        (date(2027, 1, 1), date(2027, 3, 31), 52),
        (date(2027, 4, 1), date(2027, 6, 30), 59),
    ] {
        assert_eq!(calendar.school_days(from, to).count(), days, "from {from}");
    }
}
