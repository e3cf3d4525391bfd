//! The store and the rules agree on cases: same dossier, same decisions, same records afterwards.

use trivsel_domain::decide::{Action, Denied, Facts};
use trivsel_domain::record::{
    CaseDate, Change, Contacts, Corrected, Correction, DocumentKind, Edit, Goal, HowFar, Need, Outcome,
    Person, Priority, Record, TalkKind,
};
use trivsel_domain::rules::steps::{StepOrder, StepTo};
use trivsel_domain::value::{Level, Line, Requirement, Stage, Tag};
use trivsel_store::{Asker, House};

use crate::domain::cases::{BOTH, In, document, line, step_day, talk};
use crate::domain::facts::{self, ASKER};
use crate::store::service::{founded, founding, profiles};
use crate::store::{Place, bare_house, raw};

const STAGES: [Stage; 7] = [
    Stage::Referral,
    Stage::Waiting,
    Stage::Admitted,
    Stage::StartUp,
    Stage::Course,
    Stage::PhaseOut,
    Stage::Closed,
];

fn asker() -> Asker {
    Asker::new(ASKER, facts::House::new().today.and_hms_opt(8, 15, 0).unwrap())
}

/// The same house twice, in memory and in the store, with a case at every stage of each programme.
fn twice() -> (facts::House, House) {
    let mut memory = facts::House::new();
    for (programme, numbers) in BOTH.into_iter().zip([1_u16, 21]) {
        for (number, stage) in (numbers..).zip(STAGES) {
            memory.put_complete(programme, stage, number);
        }
    }
    let records = &mut memory.records;
    records.staff[0].methods = vec![Tag::new("ACT").unwrap()];
    records.children[0].cpr = trivsel_domain::value::Cpr::new("050311-4321").ok();
    records.cases[0].needs = vec![Need::Method(Tag::new("ACT").unwrap())];
    records.cases[0].corrections = vec![Correction {
        what: Corrected::Date {
            of: CaseDate::Referral,
            was: facts::date(2026, 8, 11),
            is: facts::date(2026, 8, 10),
        },
        reason: Line::new("Skrevet forkert").unwrap(),
        by: ASKER,
        at: founded().into(),
    }];
    records.people[0] = Person {
        phone: Line::new("12 34 56 78").ok(),
        mail: Line::new("aase@example.dk").ok(),
        workplace: Line::new("Lindeskolen").ok(),
        note: Line::new("Ringes op efter 16").ok(),
        until: Some(facts::date(2026, 12, 1)),
        ..records.people[0].clone()
    };
    let store = restored(&memory);
    // The restore is a step in the history of both.
    memory.remember_all();
    (memory, store)
}

fn restored(memory: &facts::House) -> House {
    let mut store = House::in_memory(profiles(), &founding(), founded()).unwrap();
    store.perform(asker(), &Action::Restore(Box::new(memory.records.clone()))).unwrap();
    store
}

fn by_key<T: Record>(mut records: Vec<T>) -> Vec<T>
where
    T::Key: Ord,
{
    records.sort_by_key(Record::key);
    records
}

/// Performs an action in both and compares the results.
fn both(memory: &mut facts::House, store: &mut House, action: &Action) -> bool {
    let expected = memory.decide(action);
    match (store.perform(asker(), action), &expected) {
        (Ok(receipt), Ok(decision)) => assert_eq!(receipt.changes, decision.changes),
        (Err(Denied::Refused(refusal)), Err(reasons)) => assert_eq!(refusal.reasons(), reasons.as_slice()),
        (one, other) => panic!("{action:?}: {one:?} in the store, {other:?} by the rules"),
    }
    let done = expected.is_ok();
    if done {
        memory.act(action).unwrap();
    }
    let records = store.records().unwrap();
    assert_eq!(records.cases, by_key(memory.records.cases.clone()));
    assert_eq!(records.goals, by_key(memory.records.goals.clone()));
    assert_eq!(records.people, by_key(memory.records.people.clone()));
    assert_eq!(records.documents, by_key(memory.records.documents.clone()));
    done
}

#[test]
fn a_dossier_is_the_same_from_the_store_and_in_memory() {
    let (memory, store) = twice();
    for case in &memory.records.cases {
        let expected = memory.dossier(case.id).unwrap();
        assert_eq!(store.dossier(case.id).unwrap(), expected, "{:?}", case.stage());
        assert_eq!(store.people(case.child).unwrap().len(), 3);
        assert_eq!(store.goals(case.id).unwrap(), expected.as_ref().unwrap().goals);
        assert_eq!(store.interventions(case.id).unwrap(), expected.unwrap().interventions);
    }
    assert_eq!(store.dossier(trivsel_domain::value::CaseId::from_u128(999)), Ok(None));
    store.verify().unwrap();
}

#[test]
fn every_step_is_decided_and_written_alike() {
    let every = [
        StepTo::Waiting { priority: Priority::Urgent, last_contact: Some(step_day()) },
        StepTo::Admitted,
        StepTo::StartUp,
        StepTo::Course,
        StepTo::PhaseOut,
        StepTo::Closed { outcome: Outcome::YouthEducation, place: Some(line("HF")) },
        StepTo::Declined,
    ];
    let mut done = 0;
    for to in &every {
        let (mut memory, mut store) = twice();
        for case in memory.records.cases.clone() {
            for waive in [vec![], vec![Requirement::FinalReport]] {
                let reason = (!waive.is_empty()).then(|| line("Aftalt"));
                let (case, from) = (case.id, case.stage());
                let order = StepOrder { case, from, to: to.clone(), on: step_day(), waive, reason };
                done += usize::from(both(&mut memory, &mut store, &Action::Step(Box::new(order))));
            }
        }
        store.verify().unwrap();
    }
    assert!(done >= 20, "{done} steps were taken");
}

#[test]
fn saved_records_are_the_same_in_both_and_can_be_undone() {
    let (mut memory, mut store) = twice();
    let save = |change| Action::Save(vec![change]);
    let old = memory.records.cases[4].clone();
    let case = old.id;
    let mut new = old.clone();
    new.contacts = Contacts { primary: Some(facts::COLLEAGUE), secondary: Some(ASKER) };
    let goal: Goal = memory.records.goals.iter().find(|g| g.case == case).unwrap().clone();
    let mut linked = goal.clone();
    linked.municipal = Line::new("Barnets plan, mål 2").ok();
    let plan = document(9000, case, DocumentKind::StatusLetter);
    let levels = memory.records.cases[11].clone();
    let meeting = talk(9001, levels.id, TalkKind::FollowUp, step_day(), vec![]);
    let note = trivsel_domain::decide::Note {
        id: meeting.id,
        matter: meeting.matter,
        date: meeting.date,
        start: None,
        minutes: None,
        participants: vec![],
        themes: vec![],
        methods: vec![],
        text: meeting.text,
        open_to: meeting.open_to,
        agreements: vec![],
        scores: vec![],
        judgement: Some(trivsel_domain::value::Judgement::Enough),
    };
    let actions = [
        save(Change::Case(Edit::new(Some(old), Some(new)).unwrap())),
        save(Change::Goal(Edit::new(Some(goal.clone()), Some(linked)).unwrap())),
        save(Change::Goal(Edit::new(Some(goal.clone()), None).unwrap())),
        Action::RecordProgress { case, goal: goal.id, date: step_day(), value: HowFar::new(7).unwrap() },
        Action::Undo,
        Action::Redo,
        save(Change::Document(Edit::create(plan.clone()))),
        Action::SignDocument { case, document: plan.id },
        Action::SignDocument { case, document: plan.id },
        Action::Sign(Box::new(note)),
        Action::SetLevel {
            case: levels.id,
            level: Level::new(1).unwrap(),
            on: step_day(),
            talk: meeting.id,
            reason: Some(line("Mindre er nok")),
        },
    ];
    let done: Vec<bool> = actions.iter().map(|a| both(&mut memory, &mut store, a)).collect();
    assert_eq!(done, [true, true, false, true, true, true, true, true, false, true, true]);
    store.verify().unwrap();
    let again = restored(&memory);
    assert_eq!(again.records().unwrap().cases, store.records().unwrap().cases);
    assert_eq!(memory.records.contradictions().len(), 0);
}

#[test]
fn the_database_protects_a_signed_document() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = raw(&folder);
    conn.execute_batch(
        "PRAGMA foreign_keys = OFF;
        INSERT INTO document (id, case_id, kind, version, sections, steps, done, author, written_on, signed_by,
                              signed_at)
            VALUES (x'00000000000000000000000000000001', x'00000000000000000000000000000002', 'treatment', 1,
                    '[]', '[]', '[]', x'00000000000000000000000000000003', '2026-11-01',
                    x'00000000000000000000000000000003', '2026-11-02T08:00:00');",
    )
    .unwrap();
    for forbidden in [
        "UPDATE document SET sections = '[1]'",
        "UPDATE document SET receiving = 'x'",
        "UPDATE document SET signed_at = NULL, signed_by = NULL",
        "DELETE FROM document",
        "INSERT OR REPLACE INTO document SELECT * FROM document",
        "INSERT OR REPLACE INTO document (id, case_id, kind, version, sections, steps, done, author, written_on)
            SELECT x'00000000000000000000000000000009', case_id, kind, version, '[]', '[]', '[]', author, written_on
            FROM document",
    ] {
        assert!(conn.execute(forbidden, []).is_err(), "{forbidden}");
    }
    conn.execute("UPDATE document SET done = '[null]'", []).unwrap();
}

#[test]
fn a_restored_house_keeps_which_case_follows_which() {
    let mut memory = facts::House::new();
    let old = memory.put_complete(In::School, Stage::Closed, 5);
    memory.put_complete(In::School, Stage::Course, 1);
    // The later case has the smaller id, so it would come first in key order.
    memory.records.cases[1].child = memory.records.cases[0].child;
    memory.records.cases[1].follows = Some(old);
    // The people around the other child took no part in these talks.
    for talk in &mut memory.records.talks {
        talk.participants.retain(|p| !matches!(p, trivsel_domain::record::Participant::Person(_)));
    }
    let stay = memory.records.cases[1].stay().unwrap();
    memory.records.cases[1].standing = trivsel_domain::record::Standing::Seated {
        stage: trivsel_domain::value::SeatedStage::Course,
        stay: trivsel_domain::record::Stay { from: facts::date(2026, 11, 23), ..stay },
    };
    let store = restored(&memory);
    assert_eq!(store.records().unwrap().cases, by_key(memory.records.cases));
}
