//! Every refusal and every error of the store, printed in both languages.

mod rows;
mod store;

use trivsel_domain::decide::{
    ClosureReason, Column, MergeFault, NoSchool, Reason, Retained, RowReason, SeriesFault, SharingFault, Why,
};
use trivsel_domain::record::{
    ClosureKind, Contradiction, DocumentKind, Instrument, Staff, Strand, TalkKind, Tenths,
};
use trivsel_domain::rules::gate::{Gate, Leg, ScoreTrend, Unit};
use trivsel_domain::rules::steps::Rest;
use trivsel_domain::value::{
    CaseId, ChildId, Holiday, Hours, Initials, Judgement, Level, ObligationKind, PersonName, ProgrammeCode,
    Role, SeatNumber, StaffId, Stage, Tag, TimeOfDay,
};
use trivsel_interchange::{Expected, Fault, Problem, sentence};
use trivsel_words::refusal::{contradiction, reason, row_reason};
use trivsel_words::store_error::store_error;
use trivsel_words::{Lang, Words};

use super::{at, day};

fn colleague() -> Staff {
    Staff {
        id: StaffId::from_u128(1),
        name: PersonName::new("Søren Ægård").expect("a name"),
        initials: Initials::new("SÆ").expect("initials"),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

fn tag() -> Tag {
    Tag::new("Skoleglæde").expect("a tag")
}

/// One of each but `Unmet`, which `steps` prints; the match below does not compile if a reason is missing here.
fn every_reason() -> Vec<Reason> {
    let date = day(2026, 11, 21);
    let initials = colleague().initials;
    let moment = Some(date.and_time(at(8, 15)));
    let all = vec![
        Reason::NotOnStaff,
        Reason::HasLeft { on: date },
        Reason::NoSuchCase,
        Reason::NoSuchStaff,
        Reason::NoSuchProgramme(ProgrammeCode::new("trivsel").expect("a code")),
        Reason::NotEnrolled { date },
        Reason::NoSchoolDay { date, why: NoSchool::Weekend },
        Reason::NoSchoolDay { date: day(2026, 12, 25), why: NoSchool::Holiday(Holiday::ChristmasDay) },
        Reason::NoSchoolDay { date: day(2026, 10, 14), why: NoSchool::Closed(ClosureKind::Autumn) },
        Reason::NotAhead { date },
        Reason::NotBehind { date },
        Reason::EmptySpan { from: date, to: day(2026, 11, 22) },
        Reason::OneMarkADay,
        Reason::Overtaken { by: Some(StaffId::from_u128(1)), at: moment, now: None },
        Reason::Overtaken { by: None, at: None, now: None },
        Reason::NothingToUndo,
        Reason::NothingToRedo,
        Reason::InitialsTaken(initials),
        Reason::AlreadyLeft { on: date },
        Reason::LastStaff,
        Reason::OnlyLeaders(vec![colleague().initials]),
        Reason::LastLeader,
        Reason::KeyOfAnother(colleague().initials),
        Reason::StillContact { child: colleague().name, class: None },
        Reason::OutsidePlan {
            planned: Hours::new(TimeOfDay::new(9, 0).unwrap(), TimeOfDay::new(12, 0).unwrap()).unwrap(),
        },
        Reason::SeatsHeld { highest: 16, occupied: 14, asked: 12 },
        Reason::SeatsHeld { highest: 16, occupied: 9, asked: 12 },
        Reason::TalkAhead { date },
        Reason::NoSuchTalk,
        Reason::NotOpenToYou,
        Reason::OnWrongChild,
        Reason::NoteOfAnother { author: StaffId::from_u128(1) },
        Reason::OneNoteAChild,
        Reason::NoteOfNoChild,
        Reason::RightChildAlready,
        Reason::MisplacedAlready { by: StaffId::from_u128(1), at: date.and_time(at(8, 15)) },
        Reason::StaffGone { initials: colleague().initials, on: date },
        Reason::DueBefore { due: day(2026, 11, 20), date },
        Reason::ScoreWithoutCase,
        Reason::ScoreTwice,
        Reason::Series(SeriesFault::Unknown(tag())),
        Reason::Series(SeriesFault::Outside { series: tag(), low: Tenths(0), high: Tenths(275) }),
        Reason::Series(SeriesFault::Lines { series: tag(), lines: 5 }),
        Reason::Series(SeriesFault::InUse(tag())),
        Reason::Series(SeriesFault::Kept(tag())),
        Reason::Series(SeriesFault::Retired(tag())),
        Reason::Series(SeriesFault::Twice(tag())),
        Reason::NoSuchFollowUp,
        Reason::FollowUpEnded { by: StaffId::from_u128(1), at: date.and_time(at(8, 15)) },
        Reason::NoSuchStep { from: Stage::Referral, to: Stage::Course },
        Reason::NothingToAnnul,
        Reason::StepOfAnother { by: Some(StaffId::from_u128(1)) },
        Reason::StepOlder { at: moment },
        Reason::StepOlder { at: None },
        Reason::RestsOnStep(Rest::Days { days: 1, first: date }),
        Reason::RestsOnStep(Rest::Days { days: 2, first: date }),
        Reason::RestsOnStep(Rest::Talk { kind: TalkKind::Enrolment, date, by: StaffId::from_u128(1) }),
        Reason::RestsOnStep(Rest::Document { kind: DocumentKind::Treatment, by: StaffId::from_u128(1) }),
        Reason::RestsOnStep(Rest::Case { referred: date }),
        Reason::SeatTakenSince {
            seat: SeatNumber::new(3).expect("a seat"),
            child: PersonName::new("Alma Holm").expect("a name"),
            from: date,
            by: Some(StaffId::from_u128(1)),
        },
        Reason::ContactGone { initials: colleague().initials, on: date },
        Reason::DaysBefore { days: 1, first: date },
        Reason::DaysBefore { days: 2, first: date },
        Reason::DateAfter { date, last: date },
        Reason::Closure(ClosureReason::Days { most: 100 }),
        Reason::Closure(ClosureReason::Marked { days: 1, first: date }),
        Reason::Closure(ClosureReason::Marked { days: 3, first: date }),
        Reason::NoReason(Why::Waiver),
        Reason::NoReason(Why::Back),
        Reason::NoReason(Why::Early),
        Reason::NoReason(Why::Declining),
        Reason::NoReason(Why::Level),
        Reason::DateAhead { date },
        Reason::DateBefore { date, first: day(2026, 11, 24) },
        Reason::CaseOver(Stage::Closed),
        Reason::InOwnRegister(date),
        Reason::OpenAlready { case: CaseId::from_u128(1), stage: Stage::Waiting },
        Reason::NoSuchChild,
        Reason::ChildKnown(ChildId::from_u128(1)),
        Reason::OtherBirthday { says: day(2013, 1, 1) },
        Reason::RoleDoesNotFit(Role::Child),
        Reason::RoleDoesNotFit(Role::Ppr),
        Reason::PersonNamed,
        Reason::SameContact,
        Reason::NotByEditing,
        Reason::Signed { by: StaffId::from_u128(1), at: date.and_time(at(8, 15)) },
        Reason::UnsignedVersion(DocumentKind::Treatment),
        Reason::VersionOrder { latest: 2 },
        Reason::GateClosed(Box::new(Gate {
            attendance: Leg::TooFew { unit: Unit::Days, found: 4, needed: 10 },
            wellbeing: Leg::DoesNotRise(ScoreTrend {
                strand: Strand::Fit(Instrument::Ors, Role::Child),
                before: Tenths(615),
                after: Tenths(615),
                from: date,
                to: date,
            }),
        })),
        Reason::NothingWritten,
        Reason::NoRecommendation,
        Reason::NoSuchRecord,
        Reason::NoSuchLevel(Level::new(4).expect("a level")),
        Reason::LevelAlready(Level::new(2).expect("a level")),
        Reason::LevelNeedsTalk { since: None },
        Reason::LevelNeedsTalk { since: Some(date) },
        Reason::NoJudgement,
        Reason::NoSuchJudgement(Judgement::Up),
        Reason::AnsweredOtherwise(ObligationKind::FinalReport),
        Reason::AnsweredAlready { by: StaffId::from_u128(1), on: date },
        Reason::Retained(Retained::Open { child: colleague().name, stage: Stage::Course }),
        Reason::Retained(Retained::TooEarly { child: colleague().name, from: day(2031, 10, 20) }),
        Reason::Retained(Retained::NoArchiveDecision { child: colleague().name, ended: date }),
        Reason::Retained(Retained::Seated),
        Reason::Retained(Retained::Notes { count: 1 }),
        Reason::Retained(Retained::Notes { count: 2 }),
        Reason::Retained(Retained::Continued),
        Reason::Sharing(SharingFault::NoGround { ended: None }),
        Reason::Sharing(SharingFault::NoGround { ended: Some(date) }),
        Reason::Sharing(SharingFault::NotInForce { from: date, over: None }),
        Reason::Sharing(SharingFault::NotInForce { from: day(2026, 8, 1), over: Some(date) }),
        Reason::Sharing(SharingFault::OfAnother),
        Reason::Sharing(SharingFault::Used),
        Reason::Sharing(SharingFault::Unsigned(DocumentKind::StatusLetter)),
        Reason::Merge(MergeFault::Itself),
        Reason::Merge(MergeFault::OtherCpr),
        Reason::Merge(MergeFault::OpenTwice { ours: Stage::Course, theirs: Stage::Referral }),
        Reason::Merge(MergeFault::CoursesOverlap { from: date }),
        Reason::Merge(MergeFault::SignedSince { by: StaffId::from_u128(1), at: date.and_time(at(8, 15)) }),
        Reason::Merge(MergeFault::JoinedSince),
        Reason::NoSuchLook,
        Reason::OwnLook,
        Reason::HouseNotEmpty,
        Reason::Contradiction(Contradiction::Twice),
        Reason::InRow { line: 4, column: Column::Born, why: RowReason::Missing },
    ];
    for each in &all {
        match each {
            Reason::NotOnStaff
            | Reason::HasLeft { .. }
            | Reason::NoSuchCase
            | Reason::NoSuchStaff
            | Reason::NoSuchProgramme(_)
            | Reason::NotEnrolled { .. }
            | Reason::NoSchoolDay { .. }
            | Reason::NotAhead { .. }
            | Reason::NotBehind { .. }
            | Reason::EmptySpan { .. }
            | Reason::OneMarkADay
            | Reason::Closure(_)
            | Reason::OutsidePlan { .. }
            | Reason::Overtaken { .. }
            | Reason::NothingToUndo
            | Reason::NothingToRedo
            | Reason::InitialsTaken(_)
            | Reason::AlreadyLeft { .. }
            | Reason::LastStaff
            | Reason::OnlyLeaders(_)
            | Reason::LastLeader
            | Reason::KeyOfAnother(_)
            | Reason::StillContact { .. }
            | Reason::SeatsHeld { .. }
            | Reason::TalkAhead { .. }
            | Reason::NoSuchTalk
            | Reason::NotOpenToYou
            | Reason::OnWrongChild
            | Reason::NoteOfAnother { .. }
            | Reason::OneNoteAChild
            | Reason::NoteOfNoChild
            | Reason::RightChildAlready
            | Reason::MisplacedAlready { .. }
            | Reason::StaffGone { .. }
            | Reason::DueBefore { .. }
            | Reason::ScoreWithoutCase
            | Reason::ScoreTwice
            | Reason::Series(_)
            | Reason::NoSuchFollowUp
            | Reason::FollowUpEnded { .. }
            | Reason::NoSuchStep { .. }
            | Reason::NothingToAnnul
            | Reason::StepOfAnother { .. }
            | Reason::StepOlder { .. }
            | Reason::RestsOnStep(_)
            | Reason::SeatTakenSince { .. }
            | Reason::ContactGone { .. }
            | Reason::DaysBefore { .. }
            | Reason::DateAfter { .. }
            | Reason::NoReason(_)
            | Reason::DateAhead { .. }
            | Reason::DateBefore { .. }
            | Reason::CaseOver(_)
            | Reason::InOwnRegister(_)
            | Reason::OpenAlready { .. }
            | Reason::NoSuchChild
            | Reason::ChildKnown(_)
            | Reason::OtherBirthday { .. }
            | Reason::RoleDoesNotFit(_)
            | Reason::PersonNamed
            | Reason::SameContact
            | Reason::NotByEditing
            | Reason::Signed { .. }
            | Reason::UnsignedVersion(_)
            | Reason::VersionOrder { .. }
            | Reason::GateClosed(_)
            | Reason::NothingWritten
            | Reason::NoRecommendation
            | Reason::NoSuchRecord
            | Reason::NoSuchLevel(_)
            | Reason::LevelAlready(_)
            | Reason::LevelNeedsTalk { .. }
            | Reason::NoJudgement
            | Reason::NoSuchJudgement(_)
            | Reason::AnsweredOtherwise(_)
            | Reason::AnsweredAlready { .. }
            | Reason::Merge(
                MergeFault::Itself
                | MergeFault::OtherCpr
                | MergeFault::OpenTwice { .. }
                | MergeFault::CoursesOverlap { .. }
                | MergeFault::SignedSince { .. }
                | MergeFault::JoinedSince,
            )
            | Reason::Sharing(_)
            | Reason::NoSuchLook
            | Reason::OwnLook
            | Reason::Unmet(_)
            | Reason::Retained(
                Retained::Open { .. }
                | Retained::TooEarly { .. }
                | Retained::NoArchiveDecision { .. }
                | Retained::Seated
                | Retained::Notes { .. }
                | Retained::Continued,
            )
            | Reason::HouseNotEmpty
            | Reason::Contradiction(_)
            | Reason::InRow { .. } => {}
        }
    }
    all
}

fn said(lang: Lang) -> String {
    let words = Words::new(lang);
    let staff = [colleague()];
    let mut lines = vec!["# Reasons".to_owned()];
    lines.extend(every_reason().iter().map(|r| reason(&words, &staff, r)));
    lines.push("# Contradictions".to_owned());
    lines.extend(rows::CONTRADICTIONS.map(|c| contradiction(&words, c).to_owned()));
    lines.push("# Rows".to_owned());
    lines.extend(
        rows::every_row_reason().iter().map(|(column, why)| row_reason(&words, &staff, *column, why)),
    );
    lines.push("# Files".to_owned());
    lines.extend(rows::every_fault().into_iter().map(|fault| {
        let problem = match fault {
            Fault::Whole(_)
            | Fault::Empty
            | Fault::NotAList
            | Fault::BadWorkbook
            | Fault::OldOrLocked
            | Fault::NotAHouse
            | Fault::NewerHouse { .. }
            | Fault::Unsigned { .. }
            | Fault::NoStaff(_)
            | Fault::HasLeft(_) => Problem::of_file(fault),
            fault => Problem { column: Some(Column::Born), ..Problem::on_line(7, fault) },
        };
        sentence(&words, &staff, &problem)
    }));
    lines.push("# Store".to_owned());
    lines.extend(store::every_store_error().iter().map(|error| store_error(&words, error)));
    lines.join("\n")
}

#[test]
fn every_refusal_in_danish() {
    insta::assert_snapshot!("refusals_da", said(Lang::Da));
}

#[test]
fn every_refusal_in_english() {
    insta::assert_snapshot!("refusals_en", said(Lang::En));
}
