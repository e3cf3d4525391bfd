//! Every requirement, everything it can lack and every waiver, printed in both languages.

use trivsel_domain::record::{DocumentKind, GoalKind, InterventionKind, Staff, System, TalkKind};
use trivsel_domain::rules::steps::{Missing, Party, Place, SeatTaken, Unmet};
use trivsel_domain::value::{CaseId, Coded, Initials, PersonName, ProgrammeCode, Requirement, Role, StaffId};
use trivsel_words::steps::{requirement, unmet, waiver};
use trivsel_words::{Lang, Words};

use super::day;

/// Everything that a requirement can lack; the match makes the compiler report a new one.
fn missing_of(requirement: Requirement) -> Vec<Vec<Missing>> {
    let date = day(2026, 11, 3);
    let who = StaffId::from_u128(1);
    match requirement {
        Requirement::DecisionDate | Requirement::CaseFiles | Requirement::LastContact => {
            vec![vec![Missing::Date]]
        }
        Requirement::SendingSchool => vec![vec![Missing::School]],
        Requirement::ParentsOnReferral => vec![vec![Missing::Parent]],
        Requirement::PprOnReferral => vec![vec![Missing::Person(Role::Ppr)]],
        Requirement::WithinAudience => {
            vec![vec![Missing::OutsideRange], vec![Missing::Class], vec![Missing::Birthday]]
        }
        Requirement::FreeSeat => vec![
            vec![Missing::Seat { norm: 16, taken: None }],
            vec![Missing::Seat { norm: 16, taken: Some(SeatTaken { by: who, case: CaseId::from_u128(1) }) }],
        ],
        Requirement::PrimaryContact => {
            vec![vec![Missing::Contact], vec![Missing::ContactLeft { who, on: date }]]
        }
        Requirement::EnrolmentTalk => vec![
            vec![Missing::Talk(TalkKind::Enrolment)],
            vec![Missing::Party { date, party: Party::Child }, Missing::Party { date, party: Party::Parent }],
        ],
        Requirement::StartStructure => vec![vec![Missing::Text]],
        Requirement::StartUpTalk => vec![
            vec![Missing::Talk(TalkKind::StartUp)],
            vec![
                Missing::Party { date, party: Party::Parent },
                Missing::Party { date, party: Party::Contact },
            ],
        ],
        Requirement::JointAnalysis => {
            vec![System::ALL.iter().copied().map(Missing::System).collect()]
        }
        Requirement::StartUpGoals => vec![GoalKind::ALL.iter().copied().map(Missing::Goal).collect()],
        Requirement::FirstParentTalk => {
            [None, Some(date)].map(|past| vec![Missing::Booking { past }]).to_vec()
        }
        Requirement::TeachingPlan => vec![vec![Missing::Teaching]],
        Requirement::PhaseOutPlan => vec![
            vec![Missing::Document(DocumentKind::PhaseOut)],
            vec![Missing::Destination, Missing::Receiving, Missing::DatedTask],
        ],
        Requirement::YouthGuidance => vec![vec![Missing::Person(Role::YouthGuidance)], vec![Missing::Class]],
        Requirement::TreatmentPlan => {
            vec![vec![Missing::Document(DocumentKind::Treatment)], vec![Missing::Text]]
        }
        Requirement::ReferrerDialogue => vec![vec![Missing::Talk(TalkKind::Referrer)]],
        Requirement::LevelChosen => vec![vec![Missing::Level]],
        Requirement::LevelInterventions => {
            let either = vec![InterventionKind::ContactPedagogue, InterventionKind::Teacher];
            vec![vec![
                Missing::Intervention(vec![InterventionKind::FamilyConsultant]),
                Missing::Intervention(either),
            ]]
        }
        Requirement::FinalReport => vec![
            vec![Missing::Document(DocumentKind::FinalReport)],
            vec![Missing::Signature(DocumentKind::FinalReport)],
        ],
        Requirement::Destination => vec![vec![Missing::Receiving]],
        Requirement::AfterSchoolPlan => {
            vec![vec![Missing::Document(DocumentKind::AfterSchool)], vec![Missing::Class]]
        }
    }
}

fn said(lang: Lang) -> String {
    let words = Words::new(lang);
    let staff = [Staff {
        id: StaffId::from_u128(1),
        name: PersonName::new("Søren Ægård").expect("a name"),
        initials: Initials::new("SÆ").expect("initials"),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }];
    let programme = ProgrammeCode::new("skolefravaer").unwrap();
    let mut lines = vec!["# Unmet".to_owned()];
    for asked in Requirement::ALL.iter().copied() {
        for missing in missing_of(asked) {
            let place = if missing.contains(&Missing::Class) { Place::Child } else { asked.place() };
            let lacking = Unmet {
                requirement: asked,
                programme: programme.clone(),
                hard: asked.is_hard(),
                missing,
                place,
            };
            lines.push(unmet(&words, &staff, &lacking));
        }
    }
    lines.push("# Waivers".to_owned());
    let soft = Requirement::ALL.iter().copied().filter(|r| !r.is_hard());
    lines.extend(soft.map(|r| waiver(&words, r, &programme, "Åse er på ferie")));
    lines.push("# Hard".to_owned());
    let hard = Requirement::ALL.iter().copied().filter(|r| r.is_hard());
    lines.extend(hard.map(|r| requirement(&words, r, &programme).to_owned()));
    lines.join("\n")
}

#[test]
fn every_requirement_and_waiver_in_danish() {
    insta::assert_snapshot!("steps_da", said(Lang::Da));
}

#[test]
fn every_requirement_and_waiver_in_english() {
    insta::assert_snapshot!("steps_en", said(Lang::En));
}

#[test]
fn a_programme_without_committee_and_sending_school_has_words_of_its_own() {
    let programme = ProgrammeCode::new("trivsel").unwrap();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let all: Vec<&str> = Requirement::ALL.iter().map(|r| requirement(&words, *r, &programme)).collect();
        let all = all.join("\n").to_lowercase();
        for foreign in ["udvalg", "afgivende", "indstilling", "committee", "sending"] {
            assert!(!all.contains(foreign), "{all}");
        }
    }
}
