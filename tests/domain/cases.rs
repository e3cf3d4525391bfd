//! Complete cases in both programmes, for tests to remove things from.

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Appointment, Case, Child, Contacts, DocumentKind, Doer, Goal, GoalKind, Intervention, InterventionKind,
    JointAnalysis, LevelChange, Matter, Move, OpenTo, Outcome, Participant, Person, PlanDocument, PlanTask,
    Referral, Section, Signature, Standing, Stay, Subject, SubjectPlan, Talk, TalkKind, TalkSource,
    TeachingPlan,
};
use trivsel_domain::value::{
    AnalysisId, AppointmentId, CaseId, ChildId, DocumentId, GoalId, Grade, InterventionId, Level, Line,
    LongText, PersonId, PersonName, Role, SchoolClass, SchoolYear, SeatNumber, SeatedStage, Stage, TalkId,
    TeachingPlanId,
};

use super::facts::{ASKER, House, date};

pub fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub fn long(text: &str) -> LongText {
    LongText::new(text).unwrap()
}

/// The day of the referral.
pub fn referred() -> NaiveDate {
    date(2026, 8, 10)
}

/// A day on which a step can be taken.
pub fn step_day() -> NaiveDate {
    date(2026, 11, 20)
}

/// The programme: the school service, or the one with levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    School,
    Levels,
}

pub const BOTH: [In; 2] = [In::School, In::Levels];

/// A child in grade 9, born so that both programmes accept it.
pub fn child(number: u128) -> Child {
    let class = SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(9).unwrap(), "b").unwrap();
    let name = PersonName::new(&format!("Barn {number}")).unwrap();
    let born = date(2011, 3, 4) + Days::new(number as u64);
    Child::new(ChildId::from_u128(number), name, Some(born), Some(line("Lindeskolen")), vec![class])
}

/// The standing of a case with this number at a stage.
pub fn standing(stage: Stage, number: u16) -> Standing {
    let stay = Stay { seat: SeatNumber::new(number).unwrap(), from: referred() + Days::new(7) };
    match SeatedStage::try_from(stage) {
        Ok(stage) => Standing::Seated { stage, stay },
        Err(_) if stage == Stage::Waiting => Standing::Waiting {
            priority: trivsel_domain::record::Priority::Normal,
            last_contact: Some(referred()),
        },
        Err(_) if stage == Stage::Declined => Standing::Declined { on: step_day() },
        Err(_) if stage == Stage::Closed => {
            let (outcome, place) = (Outcome::GeneralSchool, None);
            Standing::Closed {
                stay,
                closing: trivsel_domain::record::Closing { on: step_day(), outcome, place },
            }
        }
        Err(_) => Standing::Referral,
    }
}

pub fn person(number: u128, child: ChildId, role: Role) -> Person {
    Person {
        id: PersonId::from_u128(number),
        child,
        role,
        name: PersonName::new("Åse Ægård").unwrap(),
        custody: role.is_parent().then_some(true),
        phone: None,
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

pub fn talk(
    number: u128,
    case: CaseId,
    kind: TalkKind,
    on: NaiveDate,
    participants: Vec<Participant>,
) -> Talk {
    Talk {
        id: TalkId::from_u128(number),
        matter: Matter::of_case(case, kind).unwrap(),
        date: on,
        start: None,
        minutes: None,
        participants,
        themes: vec![],
        methods: vec![],
        text: long("Notat"),
        author: ASKER,
        signed_at: on.and_hms_opt(15, 0, 0).map(Into::into),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    }
}

pub fn goal(number: u128, case: CaseId, kind: GoalKind) -> Goal {
    Goal {
        id: GoalId::from_u128(number),
        case,
        kind,
        text: line("Kommer til første lektion"),
        municipal: None,
        set_on: referred() + Days::new(20),
        progress: vec![],
        ended: None,
    }
}

pub fn document(number: u128, case: CaseId, kind: DocumentKind) -> PlanDocument {
    PlanDocument {
        id: DocumentId::from_u128(number),
        case,
        kind,
        version: 1,
        sections: vec![Section::new(line("Forløb"), Some(long("Tekst")))],
        tasks: vec![],
        figures: vec![],
        chosen: vec![],
        destination: None,
        receiving: None,
        author: ASKER,
        written_on: referred() + Days::new(30),
        signed: None,
    }
}

pub fn intervention(number: u128, case: CaseId, kind: InterventionKind) -> Intervention {
    Intervention {
        id: InterventionId::from_u128(number),
        case,
        kind,
        from: referred() + Days::new(14),
        to: None,
        who: vec![Doer::Staff(ASKER)],
        note: None,
    }
}

pub fn analysis(number: u128, case: CaseId, version: u32) -> JointAnalysis {
    JointAnalysis {
        id: AnalysisId::from_u128(number),
        case,
        version,
        date: referred() + Days::new(30),
        author: ASKER,
        child: Some(long("Barnet")),
        family: Some(long("Familien")),
        school: Some(long("Skolen")),
        between: None,
    }
}

fn teaching(number: u128, case: CaseId) -> TeachingPlan {
    let subjects = Subject::ALWAYS.map(|subject| SubjectPlan::new(subject, 3)).to_vec();
    TeachingPlan::new(TeachingPlanId::from_u128(number), case, referred(), None, subjects).unwrap()
}

impl House {
    /// Adds a complete case at a stage. Its ids and its seat follow from the number.
    pub fn put_complete(&mut self, programme: In, stage: Stage, number: u16) -> CaseId {
        let n = u128::from(number);
        let (case, born) = (CaseId::from_u128(n), child(n));
        let whom = born.id;
        let code = self.programmes[programme as usize].code().clone();
        let entry = Move {
            from: None,
            to: stage,
            on: referred(),
            waived: vec![],
            reason: None,
            by: Some(ASKER),
            at: None,
        };
        let level = LevelChange {
            level: Level::new(3).unwrap(),
            on: referred() + Days::new(3),
            talk: TalkId::from_u128(n * 100 + 3),
            reason: None,
            by: ASKER,
        };
        let records = &mut self.records;
        records.children.push(born);
        records.cases.push(Case {
            standing: standing(stage, number),
            contacts: Contacts { primary: Some(ASKER), secondary: None },
            moves: vec![entry],
            decided_on: Some(referred() + Days::new(5)),
            files_on: Some(referred() + Days::new(8)),
            start_structure: Some(long("To timer om dagen, som barnet selv foreslog")),
            levels: if programme == In::Levels { vec![level] } else { vec![] },
            ..Case::new(case, whom, code, Referral { on: referred(), note: None })
        });
        let roles = [Role::Mother, Role::Ppr, Role::YouthGuidance];
        records.people.extend((0..).zip(roles).map(|(i, role)| person(n * 100 + i, whom, role)));
        let family =
            || vec![Participant::Role(Role::Child), Participant::Person(PersonId::from_u128(n * 100))];
        let after = |days| referred() + Days::new(days);
        records.talks.extend([
            talk(n * 100 + 1, case, TalkKind::Enrolment, after(10), family()),
            talk(n * 100 + 2, case, TalkKind::StartUp, after(31), family()),
            talk(n * 100 + 3, case, TalkKind::Referrer, after(2), vec![Participant::Role(Role::Referrer)]),
        ]);
        records.analyses.push(analysis(n * 100, case, 1));
        records
            .goals
            .extend([goal(n * 100, case, GoalKind::Personal), goal(n * 100 + 1, case, GoalKind::Academic)]);
        let kinds =
            [InterventionKind::WellbeingTalks, InterventionKind::FamilyConsultant, InterventionKind::Teacher];
        records.interventions.extend((0..).zip(kinds).map(|(i, kind)| intervention(n * 100 + i, case, kind)));
        records.appointments.push(Appointment {
            id: AppointmentId::from_u128(n * 100),
            date: step_day() + Days::new(10),
            hours: None,
            title: line("Forældresamtale"),
            kind: Some(TalkKind::Parent),
            case: Some(case),
            staff: vec![ASKER],
            event: None,
            not_held: None,
            series: None,
        });
        records.teaching.push(teaching(n * 100, case));
        let step = PlanTask {
            what: line("Besøg på skolen"),
            due: after(120),
            responsible: Doer::Staff(ASKER),
            done: None,
        };
        let phase_out = PlanDocument {
            tasks: vec![step],
            destination: Some(Outcome::GeneralSchool),
            receiving: Some(line("Lindeskolen")),
            ..document(n * 100, case, DocumentKind::PhaseOut)
        };
        let at = after(100).and_hms_opt(12, 0, 0).unwrap();
        let report = PlanDocument {
            signed: Some(Signature { by: ASKER, at: at.into() }),
            ..document(n * 100 + 1, case, DocumentKind::FinalReport)
        };
        records.documents.extend([
            phase_out,
            report,
            document(n * 100 + 2, case, DocumentKind::Treatment),
            document(n * 100 + 3, case, DocumentKind::AfterSchool),
        ]);
        case
    }
}
