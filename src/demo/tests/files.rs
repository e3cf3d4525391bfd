//! Tests: the people and files of the invented house, and the requirements of its cases.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trivsel_domain::record::{
    Case, DocumentKind, GoalKind, InterventionKind, Programme, Records, Standing, Stay, TalkKind,
};
use trivsel_domain::rules::dossier::{Dossier, TalkFact};
use trivsel_domain::rules::steps;
use trivsel_domain::rules::steps::{Check, StepTo, Terms};
use trivsel_domain::value::{Coded, Requirement, Role, SeatedStage, Stage};

use super::{date, house, is_usual};

fn dossier(house: &Records, case: &Case) -> Dossier {
    let child = house.children.iter().find(|c| c.id == case.child).unwrap().clone();
    Dossier {
        people: house.people.iter().filter(|p| p.child == case.child).cloned().collect(),
        talks: house.talks.iter().filter(|t| t.case() == Some(case.id)).map(TalkFact::from).collect(),
        analyses: house.analyses.iter().filter(|a| a.case == case.id).cloned().collect(),
        goals: house.goals.iter().filter(|g| g.case == case.id).cloned().collect(),
        interventions: house.interventions.iter().filter(|i| i.case == case.id).cloned().collect(),
        documents: house.documents.iter().filter(|d| d.case == case.id).cloned().collect(),
        teaching: house.teaching.iter().filter(|t| t.case() == case.id).cloned().collect(),
        appointments: house.appointments.iter().filter(|a| a.case == Some(case.id)).cloned().collect(),
        earlier: house.cases.iter().filter(|c| c.child == case.child && c.id != case.id).cloned().collect(),
        ..Dossier::new(case.clone(), child)
    }
    .in_order()
}

fn programme(case: &Case) -> Programme {
    trivsel_defaults::programmes().unwrap().into_iter().find(|p| *p.code() == case.programme).unwrap()
}

fn checks(house: &Records, dossier: &Dossier, to: Stage, on: NaiveDate) -> Vec<Check> {
    let programme = programme(&dossier.case);
    let norm = house.programmes.iter().find(|p| p.code == *programme.code()).unwrap().seats;
    let terms = Terms { programme: &programme, norm, cases: &house.cases, staff: &house.staff, today: on };
    let to = StepTo::suggested(to, dossier).unwrap();
    steps::checklist(dossier, &terms, &to, on)
}

/// The requirements that the next step of a child's open case lacks.
fn lacks(house: &Records, name: &str, today: NaiveDate) -> Vec<Requirement> {
    let child = house.children.iter().find(|c| c.name.as_str() == name).unwrap();
    let case = house.cases.iter().find(|c| c.child == child.id && c.is_open()).unwrap();
    let to = *steps::possible(case).first().unwrap();
    let checks = checks(house, &dossier(house, case), to, today);
    assert!(!checks.is_empty(), "{name}");
    checks.into_iter().filter(|c| !c.is_met()).map(|c| c.requirement).collect()
}

pub(super) fn assert_sound(house: &Records, today: NaiveDate) {
    for case in &house.cases {
        assert!(case.decided_on.is_none_or(|d| case.referral.on <= d && d <= today), "{today}: {case:?}");
        assert!(case.files_on.is_none_or(|d| d <= today), "{today}: {case:?}");
        assert!(case.moves.iter().all(|m| m.by.is_some() && m.at.is_some_and(|at| at.date() == m.on)));
    }
    for goal in &house.goals {
        let (first, last) = (goal.progress.first().unwrap(), goal.progress.last().unwrap());
        assert!(goal.set_on <= first.date && last.date < today, "{today}: {goal:?}");
        assert!(goal.progress.is_sorted_by(|a, b| a.date < b.date), "{today}: {goal:?}");
    }
    for document in &house.documents {
        assert!(document.written_on < today, "{today}: {document:?}");
        assert!(document.signed.is_none_or(|s| s.at.date() < today));
        assert!(document.tasks.is_sorted_by(|a, b| a.due <= b.due), "{today}: {document:?}");
        assert!(document.tasks.iter().all(|s| s.done.is_none_or(|d| d < today)));
    }
    assert!(house.interventions.iter().all(|i| i.to.is_none_or(|to| i.from <= to)));
    assert!(house.analyses.iter().all(|a| a.date < today));
}

/// Every step met its requirements or says what was waived.
fn assert_steps_were_taken_by_the_rules(house: &Records, today: NaiveDate) {
    for case in &house.cases {
        let mut dossier = dossier(house, case);
        for step in &case.moves {
            let before = match (step.from.map(SeatedStage::try_from), case.stay()) {
                (Some(Ok(stage)), Some(stay)) => Standing::Seated { stage, stay: Stay { ..stay } },
                (Some(Err(_)), _) if step.from == Some(Stage::Referral) => Standing::Referral,
                _ => continue,
            };
            dossier.case.standing = before;
            // Whether a seat was free then can't be seen today, and the last contact is given with the step.
            let known = |r: Requirement| !matches!(r, Requirement::FreeSeat | Requirement::LastContact);
            for check in checks(house, &dossier, step.to, step.on) {
                let sound = check.is_met() != step.waived.contains(&check.requirement);
                let name = dossier.child.name.as_str();
                assert!(!known(check.requirement) || sound, "{today}: {name} {:?}: {check:?}", step.to);
            }
        }
    }
}

#[test]
fn steps_were_taken_by_the_rules_on_any_date() {
    let mut day = date(2026, 8, 3);
    while day < date(2028, 1, 1) {
        assert_steps_were_taken_by_the_rules(&house(day), day);
        day = day + chrono::Days::new(13);
    }
}

#[test]
fn next_steps_are_ready_or_lack_a_few_things() {
    use Requirement as R;
    let today = date(2026, 11, 25);
    let house = house(today);
    assert_eq!(lacks(&house, "Bertram Juhl", today), []);
    assert_eq!(lacks(&house, "Noah Lind", today), [R::PhaseOutPlan]);
    assert_eq!(lacks(&house, "Jonas Ravn", today), [R::PhaseOutPlan, R::YouthGuidance]);
    assert_eq!(lacks(&house, "Elias Bech", today), [R::EnrolmentTalk, R::StartStructure]);
    assert_eq!(lacks(&house, "Sofia Åkjær", today), [R::StartUpTalk, R::TeachingPlan]);
    assert_eq!(lacks(&house, "Freja Winther", today), [R::FinalReport]);
    assert_eq!(lacks(&house, "Emma Thorsen", today), [R::FreeSeat]);
    assert_eq!(lacks(&house, "Signe Dahl", today), [R::DecisionDate, R::FreeSeat]);
    let liva = lacks(&house, "Liva Bruun", today);
    assert!(liva.contains(&R::PrimaryContact) && R::PrimaryContact.is_hard(), "{liva:?}");
    assert!(!liva.contains(&R::LevelInterventions) && !liva.contains(&R::LevelChosen), "{liva:?}");
}

#[test]
fn the_files_are_the_ones_described() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let roles: BTreeSet<Role> = house.people.iter().map(|p| p.role).collect();
    assert!(roles.len() >= 9, "{roles:?}");
    assert!(house.people.iter().all(|p| p.phone.is_some() && (p.custody.is_some() == p.role.is_parent())));
    for child in &house.children {
        assert!(house.people.iter().any(|p| p.child == child.id && p.custody == Some(true)), "{child:?}");
    }
    assert!(house.people.iter().any(|p| p.role.is_parent() && p.custody == Some(false)));
    let past_start = |c: &&Case| c.moves.iter().any(|step| step.to == Stage::Course);
    for case in house.cases.iter().filter(past_start) {
        assert!(house.analyses.iter().any(|a| a.case == case.id && a.covers()), "{case:?}");
        for kind in [GoalKind::Personal, GoalKind::Academic] {
            assert!(house.goals.iter().any(|g| g.case == case.id && g.kind == kind), "{case:?}");
        }
    }
    let families: Vec<bool> = house
        .goals
        .iter()
        .filter(|g| g.kind == GoalKind::Family)
        .map(trivsel_domain::record::Goal::is_unlinked_family)
        .collect();
    assert_eq!(families.iter().filter(|unlinked| **unlinked).count(), 1);
    assert!(families.len() >= 3);
    assert!(
        house.goals.iter().any(|g| g.progress.len() >= 4) && house.goals.iter().any(|g| g.ended.is_some())
    );
    let kinds: BTreeSet<InterventionKind> = house.interventions.iter().map(|i| i.kind).collect();
    assert_eq!(kinds.len(), InterventionKind::ALL.len());
    let documents: BTreeSet<DocumentKind> = house.documents.iter().map(|d| d.kind).collect();
    assert_eq!(documents.len(), DocumentKind::ALL.len());
    let phasing_out = house.cases.iter().filter(|c| c.stage() == Stage::PhaseOut);
    for case in phasing_out {
        let own =
            |d: &&trivsel_domain::record::PlanDocument| d.case == case.id && d.kind == DocumentKind::PhaseOut;
        let plan = house.documents.iter().find(own).unwrap();
        assert!(plan.signed.is_some() && plan.tasks.iter().any(|s| s.done.is_none()), "{plan:?}");
    }
    let again = house.cases.iter().find(|c| c.follows.is_some()).unwrap();
    assert!(
        house.cases.iter().any(|c| Some(c.id) == again.follows && c.child == again.child && !c.is_open())
    );
    assert!(house.appointments.iter().filter(|a| a.kind == Some(TalkKind::Parent)).count() >= 3);
}

#[test]
fn the_wellbeing_programme_has_a_child_at_each_level() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let cases: Vec<&Case> = house.cases.iter().filter(|c| !is_usual(c)).collect();
    let levels: BTreeSet<u8> = cases.iter().map(|c| c.level().unwrap().get()).collect();
    assert_eq!(levels, BTreeSet::from([1, 2, 3]));
    for case in cases {
        let dossier = dossier(&house, case);
        let child = dossier.child.name.as_str().to_owned();
        assert!(dossier.talks.iter().any(|t| t.kind == TalkKind::Referrer), "{child}");
        let content = programme(case).level(case.level().unwrap()).unwrap().clone();
        let set = |kind: &InterventionKind| dossier.interventions.iter().any(|i| i.kind == *kind);
        assert!(content.interventions.iter().all(|group| group.iter().any(set)), "{child}");
        // No more than the limit.
        assert!(
            dossier.interventions.iter().all(|i| content
                .interventions
                .iter()
                .flatten()
                .any(|k| *k == i.kind)),
            "{child}"
        );
        assert!(case.levels.iter().skip(1).all(|l| l.reason.is_some()), "{child}");
        if case.stage() == Stage::Course {
            assert!(dossier.talks.iter().any(|t| t.kind == TalkKind::FollowUp), "{child}");
            let own =
                house.talks.iter().filter(|t| t.case() == Some(case.id) && t.kind() == TalkKind::Wellbeing);
            assert!(own.clone().count() >= 6, "{child}");
            assert!(
                own.into_iter().all(|t| t.minutes.map(trivsel_domain::value::Minutes::get) == Some(50)),
                "{child}"
            );
        }
    }
    assert!(house.talks.iter().any(|t| t.kind() == TalkKind::ContactPedagogue));
}
