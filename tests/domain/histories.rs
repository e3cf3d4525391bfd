//! Random histories of cases in both programmes: seats, stages, replay and undo always hold.

use chrono::Days;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use trivsel_domain::decide::{Action, ActionKind, NewCase, Whose};
use trivsel_domain::record::{
    CaseDate, Change, Contacts, Corrected, Edit, Goal, GoalKind, HowFar, Outcome, Person, Priority, Record,
    Records, TalkKind,
};
use trivsel_domain::rules::seats::occupied;
use trivsel_domain::rules::steps::{StepOrder, StepTo, possible};
use trivsel_domain::value::{CaseId, Coded, Level, PersonId, PersonName, Requirement, Role, Stage};

use super::cases::{BOTH, In, child, goal, line, person, referred, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};

/// Two seats and five children, so somebody always lacks a seat.
const SEATS: u16 = 2;
const CHILDREN: u16 = 5;

#[derive(Clone, Debug)]
enum Act {
    Refer {
        child: u16,
        levels: bool,
    },
    /// Usually a step from the menu; a wild one is arbitrary, may be dated ahead and may lack a reason.
    Step {
        case: usize,
        to: usize,
        wild: bool,
    },
    Annul {
        case: usize,
    },
    /// The referral or the admission, moved by up to ten days.
    Date {
        case: usize,
        admission: bool,
        by: i64,
    },
    Contact {
        case: usize,
        colleague: bool,
    },
    Goal {
        case: usize,
    },
    Progress {
        case: usize,
        far: u8,
    },
    Level {
        case: usize,
        level: u8,
    },
    Person {
        child: u16,
    },
    Undo,
    Redo,
    Day,
}

fn act() -> impl Strategy<Value = Act> {
    let case = 0..8_usize;
    prop_oneof![
        3 => (1..=CHILDREN, any::<bool>()).prop_map(|(child, levels)| Act::Refer { child, levels }),
        14 => (case.clone(), 0..7_usize, prop::bool::weighted(0.2))
            .prop_map(|(case, to, wild)| Act::Step { case, to, wild }),
        3 => case.clone().prop_map(|case| Act::Annul { case }),
        3 => (case.clone(), any::<bool>(), -10..=10_i64)
            .prop_map(|(case, admission, by)| Act::Date { case, admission, by }),
        3 => (case.clone(), any::<bool>()).prop_map(|(case, colleague)| Act::Contact { case, colleague }),
        1 => case.clone().prop_map(|case| Act::Goal { case }),
        1 => (case.clone(), 0..=10_u8).prop_map(|(case, far)| Act::Progress { case, far }),
        2 => (case, 1..=4_u8).prop_map(|(case, level)| Act::Level { case, level }),
        1 => (1..=CHILDREN).prop_map(|child| Act::Person { child }),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        3 => Just(Act::Day),
    ]
}

const EVERY: [StepTo; 7] = [
    StepTo::Admitted,
    StepTo::StartUp,
    StepTo::Course,
    StepTo::PhaseOut,
    StepTo::Closed { outcome: Outcome::YouthEducation, place: None },
    StepTo::Waiting { priority: Priority::Normal, last_contact: None },
    StepTo::Declined,
];

/// The action of an act in the current house; `None` if it has no target.
fn asked(house: &House, act: &Act, fresh: u128) -> Option<Action> {
    let at = |case: usize| house.records.cases.get(case % house.records.cases.len().max(1));
    Some(match act {
        Act::Refer { child: number, levels } => {
            let new = child(u128::from(*number));
            let known = house.records.children.iter().any(|c| c.id == new.id);
            let programme = BOTH[usize::from(*levels)];
            Action::Refer(Box::new(NewCase {
                id: CaseId::from_u128(fresh),
                child: if known { Whose::Known(new.id) } else { Whose::New(new) },
                programme: house.programmes[programme as usize].code().clone(),
                referred: house.today,
                note: None,
                school: None,
                people: vec![],
                decided_on: None,
            }))
        }
        Act::Step { case, to: pick, wild } => {
            let case = at(*case)?;
            let menu: Vec<StepTo> =
                EVERY.iter().filter(|s| possible(case).contains(&s.stage())).cloned().collect();
            let to = if *wild { EVERY.get(*pick)? } else { menu.get(pick % menu.len().max(1))? };
            Action::Step(Box::new(StepOrder {
                case: case.id,
                from: case.stage(),
                to: to.clone(),
                on: house.today + Days::new(u64::from(*wild)),
                waive: if *wild { vec![] } else { Requirement::ALL.to_vec() },
                reason: (!wild || pick % 2 == 0).then(|| line("Derfor")),
            }))
        }
        Act::Annul { case } => {
            let case = at(*case)?;
            Action::Annul { case: case.id, to: case.stage(), reason: line("En fejl") }
        }
        Act::Date { case, admission, by } => {
            let case = at(*case)?;
            let of = if *admission { CaseDate::Admission } else { CaseDate::Referral };
            let was = case.date(of)?;
            let is = was + chrono::Duration::days(*by);
            Action::CorrectDate { case: case.id, of, was, is, reason: line("En fejl") }
        }
        Act::Contact { case, colleague } => {
            let old = at(*case)?.clone();
            let mut new = old.clone();
            new.contacts =
                Contacts { primary: Some(if *colleague { COLLEAGUE } else { ASKER }), secondary: None };
            Action::Save(vec![Change::Case(Edit::new(Some(old), Some(new)).ok()?)])
        }
        Act::Goal { case } => {
            let mut new = goal(fresh, at(*case)?.id, GoalKind::Personal);
            new.set_on = house.today;
            Action::Save(vec![Change::Goal(Edit::create(new))])
        }
        Act::Progress { case, far } => {
            let case = at(*case)?.id;
            let goal: &Goal = house.records.goals.iter().find(|g| g.case == case)?;
            let value = HowFar::new(*far).ok()?;
            Action::RecordProgress { case, goal: goal.id, date: house.today, value }
        }
        Act::Level { case, level } => {
            let case = at(*case)?;
            let talk = house.records.talks.iter().rev().find(|t| t.case() == Some(case.id))?.id;
            let (on, level, reason) = (house.today, Level::new(*level).ok()?, Some(line("Mere behov")));
            Action::SetLevel { case: case.id, level, on, talk, reason }
        }
        Act::Person { child: number } => {
            let child = house.records.children.iter().find(|c| c.id == child(u128::from(*number)).id)?.id;
            Action::Save(vec![Change::Person(Edit::create(person(fresh, child, Role::Mother)))])
        }
        Act::Undo => Action::Undo,
        Act::Redo => Action::Redo,
        Act::Day => return None,
    })
}

fn sorted(records: &Records) -> Records {
    let mut records = records.clone();
    records.children.sort_by_key(Record::key);
    records.cases.sort_by_key(Record::key);
    records.goals.sort_by_key(Record::key);
    records.people.sort_by_key(Record::key);
    records
}

fn always_true(house: &House) {
    let sixty = (0..60).map(|n| referred() + Days::new(100) + Days::new(n));
    for programme in &house.programmes {
        let own = house.records.programmes.iter().find(|p| p.code == *programme.code()).unwrap();
        for day in sixty.clone() {
            let held = occupied(&house.records.cases, programme.code(), day);
            if let Some(norm) = own.seats.number() {
                assert!(held.len() <= usize::from(norm), "{day}: {held:?}");
                assert!(held.iter().all(|(seat, _)| seat.get() <= norm));
            }
            assert!(held.windows(2).all(|w| w[0].0 < w[1].0), "{day}: one seat held twice");
        }
    }
    for case in &house.records.cases {
        assert_eq!(case.stage().holds_seat(), case.is_open() && case.stay().is_some());
        assert_eq!(case.moves.last().map(|m| m.to), Some(case.stage()));
        assert!(case.moves.windows(2).all(|w| w[0].on <= w[1].on), "steps out of order");
        let beyond = matches!(case.stage(), Stage::StartUp | Stage::Course | Stage::PhaseOut);
        assert!(!beyond || case.contacts.primary.is_some(), "a course without primary contact");
        assert_eq!(case.moves.iter().map(|m| m.from).skip(1).collect::<Vec<_>>(), {
            let mut reached: Vec<_> = case.moves.iter().map(|m| Some(m.to)).collect();
            reached.pop();
            reached
        });
    }
    assert!(house.records.contradictions().is_empty(), "{:?}", house.records.contradictions());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_history_keeps_the_house_sound(acts in proptest::collection::vec(act(), 1..150)) {
        let mut house = House::new();
        house.set_norm(SEATS);
        house.today = referred() + Days::new(100);
        let mut empty = house.clone();
        for (n, act) in (1_u128..).zip(&acts) {
            if matches!(act, Act::Day) {
                house.today = house.today + Days::new(1);
                continue;
            }
            let Some(action) = asked(&house, act, 1000 + n) else { continue };
            let before = sorted(&house.records);
            let can = match &action {
                Action::Step(order) => {
                    let case = house.records.cases.iter().find(|c| c.id == order.case).unwrap();
                    Some(possible(case).contains(&order.to.stage()))
                }
                _ => None,
            };
            match house.act(&action) {
                Ok(changed) => {
                    prop_assert_ne!(can, Some(false), "a step that the menu does not have");
                    let last = house.history.last();
                    if changed > 0 && last.is_some_and(|e| e.action.action_kind.can_be_undone()) {
                        let mut taken_back = house.clone();
                        let back = if matches!(action, Action::Undo) { Action::Redo } else { Action::Undo };
                        prop_assert!(taken_back.act(&back).is_ok());
                        prop_assert_eq!(sorted(&taken_back.records), before);
                    }
                    // A new case gets a talk with the referrer, so that a level can be chosen.
                    if matches!(act, Act::Refer { .. }) {
                        let case = house.records.cases.last().unwrap().id;
                        let kind = TalkKind::Referrer;
                        house.records.talks.push(talk(9000 + n, case, kind, house.today, vec![]));
                    }
                }
                Err(_) => prop_assert_eq!(sorted(&house.records), before, "a refusal changes nothing"),
            }
            always_true(&house);
        }
        // Replaying the history, serialised as the store does, gives the same house.
        for entry in house.history.clone() {
            for change in &entry.changes {
                let kept: Change = serde_json::from_str(&serde_json::to_string(change).unwrap()).unwrap();
                empty.replay(&kept);
            }
        }
        let (live, mut replayed) = (sorted(&house.records), sorted(&empty.records));
        replayed.talks.clone_from(&live.talks);
        prop_assert_eq!(replayed, live);
    }
}

/// Checks that the histories above reach every stage, both programmes, levels and waivers.
#[test]
fn the_histories_reach_every_stage() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = std::collections::BTreeSet::new();
    let (mut levels, mut waivers, mut followed) = (0, 0, 0);
    let (mut annulled, mut dated) = (0, 0);
    for _ in 0..60 {
        let acts = proptest::collection::vec(act(), 150).new_tree(&mut runner).unwrap().current();
        let mut house = House::new();
        house.set_norm(SEATS);
        house.today = referred() + Days::new(100);
        for (n, act) in (1_u128..).zip(&acts) {
            if let Some(action) = asked(&house, act, 1000 + n)
                && house.act(&action).is_ok()
                && matches!(act, Act::Refer { .. })
            {
                let case = house.records.cases.last().unwrap().id;
                house.records.talks.push(talk(9000 + n, case, TalkKind::Referrer, house.today, vec![]));
            }
        }
        for case in &house.records.cases {
            let programme = case.programme == *house.programmes[0].code();
            reached.extend(case.moves.iter().map(|m| (programme, m.to)));
            levels += case.levels.len();
            waivers += case.moves.iter().map(|m| m.waived.len()).sum::<usize>();
            let steps = case.corrections.iter().filter(|c| matches!(c.what, Corrected::Step { .. })).count();
            annulled += steps;
            dated += case.corrections.len() - steps;
            followed += usize::from(case.follows.is_some());
        }
    }
    let every: Vec<_> =
        [false, true].into_iter().flat_map(|p| Stage::ALL.iter().map(move |s| (p, *s))).collect();
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), every);
    assert!(levels > 10 && waivers > 100 && followed > 10, "{levels} {waivers} {followed}");
    assert!(annulled > 10 && dated > 10, "{annulled} {dated}");
}

#[test]
fn a_closed_case_is_followed_by_a_new_one() {
    for programme in [In::School, In::Levels] {
        let mut house = House::new();
        let old = house.put_complete(programme, Stage::Closed, 1);
        let new = Act::Refer { child: 1, levels: programme == In::Levels };
        let action = asked(&house, &new, 77).unwrap();
        assert_eq!(house.act(&action), Ok(1));
        let case = house.records.cases.last().unwrap();
        assert_eq!((case.follows, case.stage()), (Some(old), Stage::Referral));
        assert_eq!(house.history.last().unwrap().action.action_kind, ActionKind::Refer);
    }
}

#[test]
fn people_already_around_the_child_are_not_added_again() {
    let mut house = House::new();
    let old = house.put_complete(In::School, Stage::Closed, 3);
    let mother = house.records.people[0].clone();
    let count = house.records.people.len();
    let mut again = person(900, mother.child, Role::Mother);
    again.name = PersonName::new(&mother.name.as_str().to_uppercase()).unwrap();
    again.phone = Some(line("12 34 56 78"));
    let today = house.today;
    let refer = |id, programme, people| {
        Action::Refer(Box::new(NewCase {
            id: CaseId::from_u128(id),
            child: Whose::Known(mother.child),
            programme,
            referred: today,
            note: None,
            school: None,
            people,
            decided_on: None,
        }))
    };
    let [school, levels] = [0, 1].map(|n: usize| house.programmes[n].code().clone());
    let grandmother = person(901, mother.child, Role::Guardian);
    assert_eq!(house.act(&refer(77, levels, vec![again.clone(), grandmother])), Ok(3));
    assert_eq!(house.records.people.len(), count + 1);
    let told = house.records.people.iter().find(|p| p.id == mother.id).unwrap();
    assert_eq!((&told.name, &told.phone), (&mother.name, &again.phone));
    // The new case follows the closed one, which was in the other programme.
    assert_eq!(house.records.cases.last().unwrap().follows, Some(old));
    // A person who left the child's circle returns as a new person.
    let left = house.records.people.iter_mut().find(|p| p.id == mother.id).unwrap();
    left.until = Some(date(2026, 11, 1));
    assert_eq!(house.act(&refer(78, school, vec![Person { id: PersonId::from_u128(902), ..again }])), Ok(2));
    assert_eq!(house.records.people.len(), count + 2);
}
