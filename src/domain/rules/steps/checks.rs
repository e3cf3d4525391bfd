//! The finding for each requirement.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::child::Child;
use crate::record::document::DocumentKind;
use crate::record::goal::GoalKind;
use crate::record::intervention::InterventionKind;
use crate::record::programme::Audience;
use crate::record::talk::TalkKind;
use crate::rules::dossier::Dossier;
use crate::rules::seats::free_seat;
use crate::rules::steps::evidence::{Evidence, Finding, Missing, NotCalledFor, Party, SeatTaken};
use crate::rules::steps::held::{booked_parent_talk, held_with, talk_held, unbooked_parent_talk};
use crate::rules::steps::step::{StepTo, Terms};
use crate::value::requirement::Requirement;
use crate::value::role::Role;

/// The finding for a requirement of a step on a date.
pub(super) fn find(
    requirement: Requirement,
    dossier: &Dossier,
    terms: &Terms<'_>,
    to: &StepTo,
    on: NaiveDate,
) -> Finding {
    let case = &dossier.case;
    let dated = |date: Option<NaiveDate>| {
        Finding::or_missing(date.filter(|d| *d <= on).map(Evidence::Date), Missing::Date)
    };
    match requirement {
        Requirement::DecisionDate => dated(case.decided_on),
        Requirement::SendingSchool => {
            Finding::or_missing(dossier.child.school.clone().map(Evidence::Text), Missing::School)
        }
        Requirement::ParentsOnReferral => person(dossier, on, Role::is_parent, Missing::Parent),
        Requirement::PprOnReferral => person(dossier, on, |r| r == Role::Ppr, Missing::Person(Role::Ppr)),
        Requirement::WithinAudience => within_audience(&dossier.child, terms.programme.audience(), on),
        Requirement::FreeSeat => seat(dossier, terms, on),
        Requirement::CaseFiles => {
            let listed = dossier.correspondence.iter().filter(|c| c.is_case_file_received()).map(|c| c.date);
            dated(case.files_on.into_iter().chain(listed).min())
        }
        Requirement::PrimaryContact => primary_contact(dossier, terms, on),
        Requirement::EnrolmentTalk => {
            held_with(dossier, TalkKind::Enrolment, &[Party::Child, Party::Parent], on)
        }
        Requirement::StartStructure => {
            Finding::or_missing(case.start_structure.as_ref().map(|_| Evidence::Written), Missing::Text)
        }
        Requirement::StartUpTalk => {
            held_with(dossier, TalkKind::StartUp, &[Party::Parent, Party::Contact], on)
        }
        Requirement::JointAnalysis => joint_analysis(dossier),
        Requirement::StartUpGoals => start_up_goals(dossier, on),
        Requirement::FirstParentTalk => {
            Finding::or_missing(booked_parent_talk(dossier, on), unbooked_parent_talk(dossier, on))
        }
        Requirement::TeachingPlan => teaching_plan(dossier, terms, on),
        Requirement::PhaseOutPlan => phase_out_plan(dossier),
        Requirement::YouthGuidance => from_grade(&dossier.child, on, 8).unwrap_or_else(|| {
            let role = Role::YouthGuidance;
            person(dossier, on, |r| r == role, Missing::Person(role))
        }),
        Requirement::TreatmentPlan => document(dossier, DocumentKind::Treatment),
        Requirement::LastContact => match to {
            StepTo::Waiting { last_contact, .. } => dated(*last_contact),
            _ => Finding::Unmet(vec![Missing::Date]),
        },
        Requirement::ReferrerDialogue => {
            Finding::or_missing(talk_held(dossier, TalkKind::Referrer, on), Missing::Talk(TalkKind::Referrer))
        }
        Requirement::LevelChosen => Finding::or_missing(case.level().map(Evidence::Level), Missing::Level),
        Requirement::LevelInterventions => level_interventions(dossier, terms, on),
        Requirement::FinalReport => signed(dossier, DocumentKind::FinalReport),
        Requirement::Destination => destination(dossier, to),
        Requirement::AfterSchoolPlan => {
            from_grade(&dossier.child, on, 9).unwrap_or_else(|| document(dossier, DocumentKind::AfterSchool))
        }
    }
}

fn person(dossier: &Dossier, on: NaiveDate, fits: impl Fn(Role) -> bool, missing: Missing) -> Finding {
    let found = dossier.people_on(on, fits).next().map(|p| Evidence::Person(p.id));
    Finding::or_missing(found, missing)
}

fn within_audience(child: &Child, audience: Audience, on: NaiveDate) -> Finding {
    match (audience.includes(child, on), audience) {
        (Some(true), _) => Finding::Met(Evidence::WithinRange),
        (Some(false), _) => Finding::Unmet(vec![Missing::OutsideRange]),
        (None, Audience::Grades(..)) => Finding::Unmet(vec![Missing::Class]),
        (None, Audience::Ages(..)) => Finding::Unmet(vec![Missing::Birthday]),
    }
}

/// A seat that is free from that day on.
fn seat(dossier: &Dossier, terms: &Terms<'_>, on: NaiveDate) -> Finding {
    let case = &dossier.case;
    match free_seat(terms.cases, &case.programme, terms.norm, on, None, Some(case.id)) {
        Some(seat) => Finding::Met(Evidence::Seat(seat)),
        None => {
            let norm = terms.norm.number().unwrap_or(u16::MAX);
            Finding::Unmet(vec![Missing::Seat { norm, taken: taken_today(dossier, terms) }])
        }
    }
}

/// The latest admission recorded today.
fn taken_today(dossier: &Dossier, terms: &Terms<'_>) -> Option<SeatTaken> {
    let admissions = terms
        .cases
        .iter()
        .filter(|c| c.programme == dossier.case.programme && c.id != dossier.case.id && c.is_open());
    let written = admissions.filter_map(|c| {
        let step = c.moves.iter().rev().find(|m| m.to == crate::value::stage::Stage::Admitted)?;
        let at = step.at.filter(|at| at.date() == terms.today)?;
        Some((at, SeatTaken { by: step.by?, case: c.id }))
    });
    written.max_by_key(|(at, taken)| (*at, taken.case)).map(|(_, taken)| taken)
}

fn primary_contact(dossier: &Dossier, terms: &Terms<'_>, on: NaiveDate) -> Finding {
    let Some(who) = dossier.case.contacts.primary else {
        return Finding::Unmet(vec![Missing::Contact]);
    };
    let left = terms.staff.iter().find(|s| s.id == who).and_then(|s| s.left_on);
    match left.filter(|left| *left <= on.max(terms.today)) {
        Some(on) => Finding::Unmet(vec![Missing::ContactLeft { who, on }]),
        None => Finding::Met(Evidence::Staff(who)),
    }
}

fn joint_analysis(dossier: &Dossier) -> Finding {
    let Some(analysis) = dossier.analysis() else {
        let systems = [
            crate::record::analysis::System::Child,
            crate::record::analysis::System::Family,
            crate::record::analysis::System::School,
        ];
        return Finding::Unmet(systems.map(Missing::System).to_vec());
    };
    let uncovered: Vec<Missing> = analysis.uncovered().map(Missing::System).collect();
    if uncovered.is_empty() {
        Finding::Met(Evidence::Analysis { version: analysis.version })
    } else {
        Finding::Unmet(uncovered)
    }
}

/// A goal set by the date counts as a start-up goal unless it was dropped.
fn start_up_goals(dossier: &Dossier, on: NaiveDate) -> Finding {
    let standing =
        |kind| dossier.goals.iter().filter(move |g| g.kind == kind && g.set_on <= on && g.stands());
    let kinds = [GoalKind::Personal, GoalKind::Academic];
    let missing: Vec<Missing> =
        kinds.into_iter().filter(|k| standing(*k).next().is_none()).map(Missing::Goal).collect();
    if missing.is_empty() {
        Finding::Met(Evidence::Goals(kinds.into_iter().map(|k| standing(k).count()).sum()))
    } else {
        Finding::Unmet(missing)
    }
}

/// In a programme with levels a child is taught only if a teacher is among the interventions.
/// Source: wellbeing programme, contact pedagogue (a teacher instead, where there is concern for the schoolwork).
fn teaching_plan(dossier: &Dossier, terms: &Terms<'_>, on: NaiveDate) -> Finding {
    if let Some(plan) = dossier.teaching.iter().max_by_key(|t| t.from()) {
        return Finding::Met(Evidence::Teaching(plan.from()));
    }
    let taught = terms.programme.levels().is_empty()
        || dossier.interventions.iter().any(|i| i.kind == InterventionKind::Teacher && i.is_set_on(on));
    if taught {
        Finding::Unmet(vec![Missing::Teaching])
    } else {
        Finding::Met(Evidence::NotCalledFor(NotCalledFor::NoTeaching))
    }
}

fn phase_out_plan(dossier: &Dossier) -> Finding {
    let Some(plan) = dossier.document(DocumentKind::PhaseOut) else {
        return Finding::Unmet(vec![Missing::Document(DocumentKind::PhaseOut)]);
    };
    let missing: Vec<Missing> = [
        plan.destination.is_none().then_some(Missing::Destination),
        plan.receiving.is_none().then_some(Missing::Receiving),
        plan.tasks.is_empty().then_some(Missing::DatedTask),
    ]
    .into_iter()
    .flatten()
    .collect();
    if missing.is_empty() {
        Finding::Met(Evidence::Document { version: plan.version })
    } else {
        Finding::Unmet(missing)
    }
}

/// A document that is not empty.
fn document(dossier: &Dossier, kind: DocumentKind) -> Finding {
    match dossier.document(kind) {
        None => Finding::Unmet(vec![Missing::Document(kind)]),
        Some(document) if document.says_nothing() => Finding::Unmet(vec![Missing::Text]),
        Some(document) => Finding::Met(Evidence::Document { version: document.version }),
    }
}

/// The latest version, signed and not empty: an older signature does not cover later text.
fn signed(dossier: &Dossier, kind: DocumentKind) -> Finding {
    match dossier.document(kind) {
        None => Finding::Unmet(vec![Missing::Document(kind)]),
        Some(document) if document.says_nothing() => Finding::Unmet(vec![Missing::Text]),
        Some(document) if document.signed.is_none() => Finding::Unmet(vec![Missing::Signature(kind)]),
        Some(document) => Finding::Met(Evidence::Document { version: document.version }),
    }
}

/// Any intervention counts until a level is chosen.
fn level_interventions(dossier: &Dossier, terms: &Terms<'_>, on: NaiveDate) -> Finding {
    let set: Vec<InterventionKind> =
        dossier.interventions.iter().filter(|i| i.is_set_on(on)).map(|i| i.kind).collect();
    let content = dossier.case.level().and_then(|l| terms.programme.level(l));
    let missing: Vec<Missing> = match content {
        Some(content) => content
            .interventions
            .iter()
            .filter(|group| !group.iter().any(|kind| set.contains(kind)))
            .map(|group| Missing::Intervention(group.clone()))
            .collect(),
        None if set.is_empty() => {
            let lowest = terms.programme.levels().first();
            lowest.into_iter().flat_map(|l| &l.interventions).cloned().map(Missing::Intervention).collect()
        }
        None => vec![],
    };
    if missing.is_empty() {
        Finding::Met(Evidence::Interventions(set.len()))
    } else {
        Finding::Unmet(missing)
    }
}

fn destination(dossier: &Dossier, to: &StepTo) -> Finding {
    let said = match to {
        StepTo::Closed { place, .. } => place.clone(),
        _ => None,
    };
    let planned = || dossier.document(DocumentKind::PhaseOut).and_then(|p| p.receiving.clone());
    Finding::or_missing(said.or_else(planned).map(Evidence::Text), Missing::Receiving)
}

/// A finding if the grade decides: below `grade` the requirement does not apply; a child of unknown grade and age
/// must have them entered first.
fn from_grade(child: &Child, on: NaiveDate, grade: u8) -> Option<Finding> {
    let below = Finding::Met(Evidence::NotCalledFor(NotCalledFor::BelowGrade(grade)));
    match (child.grade_on(on), child.age_on(on)) {
        (Some(known), _) if known.number() < grade => Some(below),
        (Some(_), _) => None,
        // A child who began school a year early is 12 when grade 8 begins.
        (None, Some(age)) if age < u32::from(grade) + 4 => Some(below),
        (None, _) => Some(Finding::Unmet(vec![Missing::Class])),
    }
}
