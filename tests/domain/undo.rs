//! Undo and redo: the search through the history compared with two stacks, and whole decisions.

use chrono::Days;
use proptest::prelude::*;
use trivsel_domain::decide::{
    Action, ActionKind, DayEdit, Nature, PastAction, Reason, RedoSearch, UndoSearch,
};
use trivsel_domain::value::{Absence, CaseId, Half, Mark};

use super::facts::{ASKER, COLLEAGUE, House};

fn step(number: i64, nature: Nature, action_kind: ActionKind) -> PastAction {
    PastAction { number, nature, action_kind }
}

fn undo_of(history: &[PastAction]) -> Option<PastAction> {
    let mut search = UndoSearch::default();
    let mut steps = history.iter().rev();
    while steps.next().is_some_and(|s| search.visit(*s)) {}
    search.found()
}

fn redo_of(history: &[PastAction]) -> Option<PastAction> {
    let mut search = RedoSearch::default();
    let mut steps = history.iter().rev();
    while steps.next().is_some_and(|s| search.visit(*s)) {}
    search.found()
}

#[derive(Clone, Copy, Debug)]
enum Key {
    Do,
    /// An action that undo can't reverse.
    Import,
    Undo,
    Redo,
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    let key =
        prop_oneof![3 => Just(Key::Do), 1 => Just(Key::Import), 3 => Just(Key::Undo), 3 => Just(Key::Redo)];
    proptest::collection::vec(key, 0..60)
}

proptest! {
    /// Searching the history gives the same result as an editor with two stacks.
    #[test]
    fn the_history_gives_the_same_undo_as_two_stacks(keys in keys()) {
        let mut history: Vec<PastAction> = Vec::new();
        let (mut done, mut undone): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
        for key in keys {
            let number = i64::try_from(history.len()).unwrap() + 1;
            let (undo, redo) = (undo_of(&history), redo_of(&history));
            prop_assert_eq!(undo.map(|s| s.number), done.last().copied());
            prop_assert_eq!(redo.map(|s| s.number), undone.last().copied());
            prop_assert!(undo.is_none_or(|s| s.nature != Nature::Undo));
            prop_assert!(redo.is_none_or(|s| s.nature == Nature::Undo));
            match key {
                Key::Do => {
                    history.push(step(number, Nature::Do, ActionKind::Mark));
                    done.push(number);
                    undone.clear();
                }
                Key::Import => history.push(step(number, Nature::Do, ActionKind::Import)),
                Key::Undo if done.pop().is_some() => {
                    history.push(step(number, Nature::Undo, ActionKind::Mark));
                    undone.push(number);
                }
                Key::Redo if undone.pop().is_some() => {
                    history.push(step(number, Nature::Redo, ActionKind::Mark));
                    done.push(number);
                }
                Key::Undo | Key::Redo => {}
            }
        }
    }

    /// Undoing everything returns to the start and redoing everything to the end, through every state in between.
    #[test]
    fn undo_and_redo_walk_through_the_states(acts in proptest::collection::vec((1_u128..=3, 0_usize..7), 1..15)) {
        let mut house = house_of_three();
        let mut states = vec![days(&house)];
        for (case, what) in acts {
            let case = CaseId::from_u128(case);
            let today = house.today;
            let edit = |edit| Action::EditDay { case, date: today, seen: house.day(case, today), edit };
            let action = match what {
                0 => edit(DayEdit::Mark(Half::First, Mark::Present)),
                1 => edit(DayEdit::Mark(Half::First, Mark::Sick)),
                2 => edit(DayEdit::Mark(Half::Second, Mark::Unlawful)),
                3 => edit(DayEdit::Clear(Half::First)),
                4 => edit(DayEdit::Mood(trivsel_domain::record::Mood::new(4).ok())),
                5 => Action::FillAsPlanned { date: today },
                _ => Action::Foretell { case, from: today, to: today + Days::new(3), cause: Absence::Sick },
            };
            if house.act(&action).unwrap() > 0 {
                states.push(days(&house));
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(house.act(&Action::Undo).is_ok());
            prop_assert_eq!(&days(&house), state);
        }
        prop_assert_eq!(house.act(&Action::Undo), Err(vec![Reason::NothingToUndo]));
        for state in states.iter().skip(1) {
            prop_assert!(house.act(&Action::Redo).is_ok());
            prop_assert_eq!(&days(&house), state);
        }
        prop_assert_eq!(house.act(&Action::Redo), Err(vec![Reason::NothingToRedo]));
    }
}

fn house_of_three() -> House {
    let mut house = House::new();
    for number in 1..=3 {
        house.add_child(number, 7);
    }
    house
}

fn days(house: &House) -> Vec<trivsel_domain::record::Day> {
    let mut days = house.records.days.clone();
    days.sort_by_key(|d| (d.case, d.date));
    days
}

fn mark(house: &mut House, case: u128, mark: Mark) {
    let (case, date) = (CaseId::from_u128(case), house.today);
    let seen = house.day(case, date);
    let edit = DayEdit::Mark(Half::First, mark);
    assert_eq!(house.act(&Action::EditDay { case, date, seen, edit }), Ok(1));
}

#[test]
fn everyone_undoes_only_their_own_steps() {
    let mut house = house_of_three();
    mark(&mut house, 1, Mark::Present);
    house.asker = COLLEAGUE;
    assert_eq!(house.act(&Action::Undo), Err(vec![Reason::NothingToUndo]));
    mark(&mut house, 2, Mark::Sick);
    house.asker = ASKER;
    assert_eq!(house.act(&Action::Undo), Ok(1));
    let left: Vec<u128> = house.records.days.iter().map(|d| d.case.as_u128()).collect();
    assert_eq!(left, [2]);
}

#[test]
fn a_step_changed_by_somebody_since_is_not_undone() {
    let mut house = house_of_three();
    assert_eq!(house.act(&Action::FillAsPlanned { date: house.today }), Ok(3));
    house.asker = COLLEAGUE;
    mark(&mut house, 2, Mark::Sick);
    house.asker = ASKER;
    let before = days(&house);
    let refused = house.act(&Action::Undo).unwrap_err();
    let [Reason::Overtaken { by: Some(COLLEAGUE), now: Some(now), .. }] = refused.as_slice() else {
        panic!("{refused:?}")
    };
    assert_eq!(now.first, Some(Mark::Sick));
    assert_eq!(days(&house), before, "nothing of it is taken back");
}

#[test]
fn a_new_step_ends_the_redo() {
    let mut house = house_of_three();
    mark(&mut house, 1, Mark::Present);
    assert_eq!(house.act(&Action::Undo), Ok(1));
    mark(&mut house, 2, Mark::Present);
    assert_eq!(house.act(&Action::Redo), Err(vec![Reason::NothingToRedo]));
    assert_eq!(house.history.last().unwrap().action.nature, Nature::Do);
}
