//! Saving single records by hand, such as children, people, goals and documents, and what may not be saved that
//! way.

use chrono::Days;
use trivsel_domain::decide::{Action, NewCase, Reason, Whose, Why};
use trivsel_domain::record::{
    Appointment, Change, Competency, Contacts, DocumentKind, Edit, Goal, GoalClosing, GoalEnd, GoalKind,
    HowFar, JointAnalysis, Need, Participant, PlanDocument, Record, TalkKind,
};
use trivsel_domain::value::{
    AnalysisId, AppointmentId, CaseId, Cpr, DocumentId, Level, Requirement, Role, StaffId, Stage, TalkId,
};

use super::cases::{In, analysis, child, document, goal, line, person, referred, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};

fn complete(stage: Stage) -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(In::School, stage, 3);
    (house, case)
}

fn save(change: Change) -> Action {
    Action::Save(vec![change])
}

fn edit<T: Record + std::fmt::Debug>(old: &T, change: impl FnOnce(&mut T)) -> Edit<T> {
    let mut new = old.clone();
    change(&mut new);
    Edit::new(Some(old.clone()), Some(new)).unwrap()
}

#[test]
fn a_cpr_number_matches_the_birthday_and_is_unique() {
    let (mut house, _) = complete(Stage::Course);
    let own = house.records.children[0].clone();
    let other = Cpr::new("010113-4321").unwrap();
    let wrong = save(Change::Child(edit(&own, |c| c.cpr = Some(other))));
    assert_eq!(house.decide(&wrong), Err(vec![Reason::OtherBirthday { says: date(2013, 1, 1) }]));
    let right = save(Change::Child(edit(&own, |c| (c.cpr, c.born) = (Some(other), Some(other.born())))));
    assert_eq!(house.act(&right), Ok(1));
    assert!(house.decide(&right).is_err(), "what was seen is no longer so");
    let mut twin = child(9);
    (twin.cpr, twin.born) = (Some(other), Some(other.born()));
    let new = NewCase {
        id: CaseId::from_u128(9),
        child: Whose::New(twin),
        programme: house.programmes[0].code().clone(),
        referred: referred(),
        note: None,
        school: None,
        people: vec![],
        decided_on: None,
    };
    assert_eq!(house.decide(&Action::Refer(Box::new(new))), Err(vec![Reason::ChildKnown(own.id)]));
}

#[test]
fn a_referral_reports_every_problem() {
    let (house, case) = complete(Stage::Waiting);
    let known = house.records.children[0].id;
    let mut stranger = person(1, known, Role::Child);
    stranger.child = child(8).id;
    let tomorrow = house.today + Days::new(1);
    let new = NewCase {
        id: CaseId::from_u128(99),
        child: Whose::Known(known),
        programme: house.programmes[0].code().clone(),
        referred: tomorrow,
        note: None,
        school: None,
        people: vec![stranger],
        decided_on: Some(house.today),
    };
    let all = vec![
        Reason::OpenAlready { case, stage: Stage::Waiting },
        Reason::DateAhead { date: tomorrow },
        Reason::DateBefore { date: house.today, first: tomorrow },
        Reason::RoleDoesNotFit(Role::Child),
        Reason::NoSuchChild,
    ];
    assert_eq!(house.decide(&Action::Refer(Box::new(new))), Err(all));
}

#[test]
fn the_fields_of_a_case_are_edited_and_nothing_else_of_it() {
    let (mut house, _) = complete(Stage::Course);
    let old = house.records.cases[0].clone();
    let case =
        |change: &dyn Fn(&mut trivsel_domain::record::Case)| save(Change::Case(edit(&old, |c| change(c))));
    for (what, refused) in [
        (case(&|c| c.standing = trivsel_domain::record::Standing::Referral), Reason::NotByEditing),
        (case(&|c| c.moves.clear()), Reason::NotByEditing),
        (case(&|c| c.follows = Some(CaseId::from_u128(1))), Reason::NotByEditing),
        (case(&|c| c.contacts.secondary = c.contacts.primary), Reason::SameContact),
        (case(&|c| c.contacts.secondary = Some(StaffId::from_u128(77))), Reason::NoSuchStaff),
        (case(&|c| c.files_on = Some(date(2027, 1, 1))), Reason::DateAhead { date: date(2027, 1, 1) }),
    ] {
        assert_eq!(house.decide(&what), Err(vec![refused]));
    }
    let refused = house.decide(&case(&|c| c.contacts = Contacts::default())).unwrap_err();
    let [Reason::Unmet(unmet)] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!(unmet.requirement, Requirement::PrimaryContact);
    let good = case(&|c| {
        c.contacts.secondary = Some(COLLEAGUE);
        c.needs = vec![Need::Competency(Competency::Therapy)];
        c.expected_end = Some(date(2027, 6, 1));
    });
    assert_eq!(house.act(&good), Ok(1));
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(house.records.cases[0], old);
}

#[test]
fn a_person_named_in_a_signed_note_stays_on_record() {
    let (mut house, case) = complete(Stage::Course);
    let mother = house.records.people[0].clone();
    let gone = save(Change::Person(Edit::new(Some(mother.clone()), None).unwrap()));
    assert_eq!(house.decide(&gone), Err(vec![Reason::PersonNamed]));
    let left = save(Change::Person(edit(&mother, |p| p.until = Some(date(2026, 11, 1)))));
    assert_eq!(house.act(&left), Ok(1));
    // Nor can undo remove a person once a note names them.
    let father = person(50, mother.child, Role::Father);
    assert_eq!(house.act(&save(Change::Person(Edit::create(father.clone())))), Ok(1));
    let named = vec![Participant::Person(father.id)];
    house.records.talks.push(talk(60, case, TalkKind::Parent, referred(), named));
    assert_eq!(house.decide(&Action::Undo), Err(vec![Reason::PersonNamed]));
    let caseworker = person(51, mother.child, Role::Caseworker);
    let custody = save(Change::Person(Edit::create(trivsel_domain::record::Person {
        custody: Some(true),
        ..caseworker
    })));
    assert_eq!(house.decide(&custody), Err(vec![Reason::RoleDoesNotFit(Role::Caseworker)]));
}

#[test]
fn an_old_version_of_an_analysis_can_not_be_changed() {
    let (mut house, case) = complete(Stage::Course);
    let first = house.records.analyses[0].clone();
    let write = |a: &JointAnalysis| save(Change::Analysis(edit(a, |a| a.between = a.child.clone())));
    assert_eq!(house.decide(&write(&first)), Err(vec![Reason::NotByEditing]));
    let second = analysis(41, case, 2);
    assert_eq!(house.act(&save(Change::Analysis(Edit::create(second.clone())))), Ok(1));
    let away = |a: &JointAnalysis| save(Change::Analysis(Edit::new(Some(a.clone()), None).unwrap()));
    assert_eq!(house.decide(&away(&first)), Err(vec![Reason::VersionOrder { latest: 2 }]));
    assert!(house.decide(&away(&second)).is_ok());
    let skipping = analysis(42, case, 4);
    let nothing = JointAnalysis {
        id: AnalysisId::from_u128(43),
        version: 3,
        child: None,
        family: None,
        school: None,
        ..second
    };
    let make = |a| save(Change::Analysis(Edit::create(a)));
    assert_eq!(house.decide(&make(skipping)), Err(vec![Reason::VersionOrder { latest: 2 }]));
    assert_eq!(house.decide(&make(nothing)), Err(vec![Reason::NothingWritten]));
}

#[test]
fn a_signed_document_can_not_be_changed_but_has_new_versions() {
    let (mut house, case) = complete(Stage::Course);
    let of = |house: &House, kind| house.records.documents.iter().find(|d| d.kind == kind).unwrap().clone();
    let plan = of(&house, DocumentKind::PhaseOut);
    let second = |plan: &PlanDocument| PlanDocument {
        id: DocumentId::from_u128(900),
        version: 2,
        signed: None,
        ..plan.clone()
    };
    let make = |d| save(Change::Document(Edit::create(d)));
    let unsigned = Reason::UnsignedVersion(DocumentKind::PhaseOut);
    assert_eq!(house.decide(&make(second(&plan))), Err(vec![unsigned]));
    assert_eq!(house.act(&Action::SignDocument { case, document: plan.id }), Ok(1));
    assert_eq!(
        house.decide(&Action::Undo),
        Err(vec![Reason::NothingToUndo]),
        "a signature is not taken back"
    );
    let signed = of(&house, DocumentKind::PhaseOut);
    let signature = signed.signed.unwrap();
    let stands = Err(vec![Reason::Signed { by: ASKER, at: signature.at.at() }]);
    assert_eq!(house.decide(&Action::SignDocument { case, document: plan.id }), stands);
    let write = save(Change::Document(edit(&signed, |d| d.receiving = Some(line("Et andet sted")))));
    assert_eq!(house.decide(&write), stands);
    let remove = save(Change::Document(Edit::new(Some(signed.clone()), None).unwrap()));
    assert_eq!(house.decide(&remove), stands);
    // Completing a step is noted in the signed document.
    let done = save(Change::Document(edit(&signed, |d| d.tasks[0].done = Some(date(2026, 11, 20)))));
    assert_eq!(house.act(&done), Ok(1));
    assert_eq!(house.act(&make(second(&plan))), Ok(1));
    let by_hand = edit(&second(&plan), |d| d.signed = Some(signature));
    assert_eq!(house.decide(&save(Change::Document(by_hand))), Err(vec![Reason::NotByEditing]));
    let empty = PlanDocument { sections: vec![], ..document(901, case, DocumentKind::StatusLetter) };
    assert_eq!(house.decide(&make(empty.clone())), Err(vec![Reason::NothingWritten]));
    // A document from before this was required can't be signed either.
    house.records.documents.push(empty.clone());
    let sign = Action::SignDocument { case, document: empty.id };
    assert_eq!(house.decide(&sign), Err(vec![Reason::NothingWritten]));
}

#[test]
fn progress_of_a_goal_is_noted_by_the_user() {
    let (mut house, case) = complete(Stage::Course);
    let old = house.records.goals[0].clone();
    let note =
        |date, value| Action::RecordProgress { case, goal: old.id, date, value: HowFar::new(value).unwrap() };
    let today = house.today;
    assert_eq!(house.act(&note(today, 3)), Ok(1));
    assert_eq!(house.act(&note(today - Days::new(7), 1)), Ok(1));
    assert_eq!(house.act(&note(today, 4)), Ok(1));
    assert_eq!(house.act(&note(today, 4)), Ok(0), "it is so already");
    let progress = |house: &House| -> Vec<u8> {
        let goal = house.records.goals.iter().find(|g| g.id == old.id).unwrap();
        goal.progress.iter().map(|p| p.value.get()).collect()
    };
    assert_eq!(progress(&house), [1, 4]);
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(progress(&house), [1, 3]);
    let early = old.set_on - Days::new(1);
    assert_eq!(
        house.decide(&note(early, 1)),
        Err(vec![Reason::DateBefore { date: early, first: old.set_on }])
    );
    let now = house.records.goals.iter().find(|g| g.id == old.id).unwrap().clone();
    let cheat = save(Change::Goal(edit(&now, |g| g.progress.clear())));
    assert_eq!(house.decide(&cheat), Err(vec![Reason::NotByEditing]));
    let ended = GoalClosing { on: early, how: GoalEnd::Reached };
    let before = save(Change::Goal(edit(&now, |g| g.ended = Some(ended))));
    assert_eq!(house.decide(&before), Err(vec![Reason::DateBefore { date: early, first: old.set_on }]));
    assert!(HowFar::new(11).is_err());
}

#[test]
fn a_family_goal_without_a_municipal_goal_is_flagged() {
    let family = goal(1, CaseId::from_u128(1), GoalKind::Family);
    assert!(family.is_unlinked_family());
    assert!(!Goal { municipal: Some(line("Forældrene samarbejder")), ..family }.is_unlinked_family());
    assert!(!goal(1, CaseId::from_u128(1), GoalKind::Personal).is_unlinked_family());
}

#[test]
fn a_closed_case_takes_no_goals_but_a_final_report() {
    let (house, case) = complete(Stage::Closed);
    let late = save(Change::Goal(Edit::create(goal(70, case, GoalKind::Personal))));
    assert_eq!(house.decide(&late), Err(vec![Reason::CaseOver(Stage::Closed)]));
    let letter = save(Change::Document(Edit::create(document(71, case, DocumentKind::StatusLetter))));
    assert!(house.decide(&letter).is_ok());
}

#[test]
fn a_level_needs_a_talk_and_a_change_needs_another() {
    let mut house = House::new();
    let case = house.put_complete(In::Levels, Stage::Course, 3);
    house.records.cases[0].levels.clear();
    let first = TalkId::from_u128(303);
    let level = |n| Level::new(n).unwrap();
    let set = |n, on, talk, reason: Option<&str>| Action::SetLevel {
        case,
        level: level(n),
        on,
        talk,
        reason: reason.map(line),
    };
    let (today, chosen) = (house.today, referred() + Days::new(3));
    let enrolment = TalkId::from_u128(301);
    assert_eq!(
        house.decide(&set(2, chosen, enrolment, None)),
        Err(vec![Reason::LevelNeedsTalk { since: None }])
    );
    assert_eq!(house.act(&set(2, chosen, first, None)), Ok(1), "the first choice goes without a reason");
    assert_eq!(house.records.cases[0].level(), Some(level(2)));
    let needs = Reason::LevelNeedsTalk { since: Some(chosen) };
    assert_eq!(
        house.decide(&set(3, today, first, None)),
        Err(vec![needs, Reason::NoReason(Why::Level)]),
        "not on the same talk, not without a reason"
    );
    let meeting = talk(900, case, TalkKind::FollowUp, date(2026, 11, 10), vec![]);
    house.records.talks.push(meeting.clone());
    assert_eq!(
        house.decide(&set(2, today, meeting.id, Some("x"))),
        Err(vec![Reason::LevelAlready(level(2))])
    );
    assert_eq!(house.decide(&set(4, today, meeting.id, Some("x"))), Err(vec![Reason::NoSuchLevel(level(4))]));
    assert!(house.decide(&set(3, date(2026, 11, 9), meeting.id, Some("x"))).is_err(), "before the meeting");
    assert_eq!(house.act(&set(1, today, meeting.id, Some("Mindre er nok"))), Ok(1));
    assert_eq!(house.records.cases[0].levels.len(), 2);
    assert_eq!(house.decide(&Action::Undo), Err(vec![Reason::NothingToUndo]));
    // A programme without levels has none to choose.
    let (house, case) = complete(Stage::Course);
    let on = house.today;
    let refused = house.decide(&Action::SetLevel { case, level: level(1), on, talk: first, reason: None });
    assert!(refused.unwrap_err().contains(&Reason::NoSuchLevel(level(1))));
}

#[test]
fn an_appointment_needs_a_case_and_current_staff() {
    let (mut house, case) = complete(Stage::Course);
    let new = Appointment {
        id: AppointmentId::from_u128(5),
        date: date(2026, 12, 1),
        hours: None,
        title: line("Forældresamtale"),
        kind: Some(TalkKind::Parent),
        case: Some(case),
        staff: vec![COLLEAGUE],
        event: None,
        not_held: None,
        series: None,
    };
    let book = |a: &Appointment| save(Change::Appointment(Edit::create(a.clone())));
    let nobody = Appointment { case: Some(CaseId::from_u128(4)), ..new.clone() };
    assert_eq!(house.decide(&book(&nobody)), Err(vec![Reason::NoSuchCase]));
    assert_eq!(house.act(&book(&new)), Ok(1));
    house.records.staff[1].left_on = Some(house.today);
    let moved = save(Change::Appointment(edit(&new, |a| a.date = date(2026, 12, 2))));
    assert!(house.decide(&moved).is_ok(), "who was to be there may stay on record");
    let other = Appointment { id: AppointmentId::from_u128(6), ..new.clone() };
    assert!(matches!(house.decide(&book(&other)), Err(r) if matches!(r[..], [Reason::StaffGone { .. }])));
    let cancel = save(Change::Appointment(Edit::new(Some(new), None).unwrap()));
    assert_eq!(house.act(&cancel), Ok(1));
}

#[test]
fn a_case_written_before_it_had_these_fields_still_reads() {
    let old = r#"{"id":"00000000-0000-0000-0000-000000000001","child":"00000000-0000-0000-0000-000000000002",
        "programme":"skolefravaer","referral":{"on":"2026-08-01","note":null},
        "standing":{"at":"closed","stay":{"seat":1,"from":"2026-08-10"},
            "closing":{"on":"2026-11-02","outcome":"moved"}},
        "contacts":{"primary":null,"secondary":null},"expected_end":null,
        "moves":[{"from":null,"to":"closed","on":"2026-08-10","waived":["start_up_talk"],"reason":"imported"}]}"#;
    let case: trivsel_domain::record::Case = serde_json::from_str(old).unwrap();
    assert_eq!((case.decided_on, case.levels.len(), case.follows), (None, 0, None));
    let again: trivsel_domain::record::Case =
        serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
    assert_eq!(again, case);
}

#[test]
fn records_that_others_refer_to_can_not_be_undone() {
    // A colleague has already continued from the version.
    let (mut house, case) = complete(Stage::StartUp);
    house.records.analyses.clear();
    let first = analysis(90, case, 1);
    assert_eq!(house.act(&save(Change::Analysis(Edit::create(first)))), Ok(1));
    house.records.analyses.push(analysis(91, case, 2));
    assert_eq!(house.decide(&Action::Undo), Err(vec![Reason::VersionOrder { latest: 2 }]));
    house.records.analyses.pop();
    assert_eq!(house.act(&Action::Undo), Ok(1));
    // The case has been closed meanwhile.
    let (mut house, case) = complete(Stage::Course);
    assert_eq!(house.act(&save(Change::Goal(Edit::create(goal(92, case, GoalKind::Personal))))), Ok(1));
    house.records.cases[0] = complete(Stage::Closed).0.records.cases.remove(0);
    assert_eq!(house.decide(&Action::Undo), Err(vec![Reason::CaseOver(Stage::Closed)]));
    // Another child has this number by now.
    let (mut house, _) = complete(Stage::Course);
    let cpr = Cpr::new("010113-4321").unwrap();
    let child_of = |house: &House| house.records.children[0].clone();
    let with =
        save(Change::Child(edit(&child_of(&house), |c| (c.cpr, c.born) = (Some(cpr), Some(cpr.born())))));
    assert_eq!(house.act(&with), Ok(1));
    let without = save(Change::Child(edit(&child_of(&house), |c| c.cpr = None)));
    assert_eq!(house.act(&without), Ok(1));
    let mut twin = child(9);
    (twin.cpr, twin.born) = (Some(cpr), Some(cpr.born()));
    house.records.children.push(twin.clone());
    assert_eq!(house.decide(&Action::Undo), Err(vec![Reason::ChildKnown(twin.id)]));
}
