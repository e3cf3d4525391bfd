//! Answers by hand: excuses, and letters that went out.

use super::*;
use crate::domain::facts::{ASKER, COLLEAGUE, House};
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Change, Edit};

#[test]
fn an_excused_talk_is_answered_and_the_next_counts_from_its_date() {
    let held = date(2026, 11, 24);
    let course = course().held(TalkKind::StartUp, date(2026, 9, 1)).held(TalkKind::Parent, held);
    let today = date(2027, 1, 11);
    assert_eq!(course.open(ObligationKind::ParentTalk, today).unwrap().state, State::Overdue);
    let course = course.excuses(ObligationKind::ParentTalk, held);
    let owes = course.owes(today);
    let states: Vec<_> =
        owes.iter().filter(|o| o.kind == ObligationKind::ParentTalk).map(|o| (o.since, o.state)).collect();
    // Excused was 22 December; 28 days later is 19 January.
    assert_eq!(states, [(held, State::Excused), (date(2026, 12, 22), State::Upcoming)]);
    assert_eq!(course.due(ObligationKind::ParentTalk, today), Some(date(2027, 1, 19)));
}

#[test]
fn an_excused_week_is_not_missed() {
    let course = course().held(TalkKind::Development, date(2026, 11, 4));
    let today = date(2026, 11, 19);
    let course = course.excuses(ObligationKind::DevelopmentTalk, date(2026, 11, 9));
    let owed = course.open(ObligationKind::DevelopmentTalk, today).unwrap();
    assert_eq!((owed.since, owed.state), (date(2026, 11, 16), State::Due));
}

fn answer(case: CaseId, obligation: ObligationKind, how: HowAnswered) -> Answer {
    let (since, on) = (date(2026, 11, 2), date(2026, 11, 25));
    Answer { id: AnswerId::from_u128(1), case, obligation, since, on, how, by: ASKER }
}

fn save(house: &House, answer: Answer) -> Result<(), Vec<Reason>> {
    house.decide(&Action::Save(vec![Change::from(Edit::create(answer))])).map(drop)
}

#[test]
fn an_answer_fits_its_obligation_and_comes_once() {
    let (mut house, case) = House::with_child(7);
    let excused = || HowAnswered::Excused(Line::new("Familien er væk").unwrap());
    let sent = || HowAnswered::Sent(Line::new("Forældrene").unwrap());
    for (kind, how, reason) in [
        (ObligationKind::ParentTalk, excused(), None),
        (ObligationKind::Warning, sent(), None),
        (ObligationKind::Warning, excused(), None),
        (ObligationKind::ParentTalk, sent(), Some(ObligationKind::ParentTalk)),
        (ObligationKind::FinalReport, excused(), Some(ObligationKind::FinalReport)),
        (ObligationKind::PhaseOutTask, excused(), Some(ObligationKind::PhaseOutTask)),
    ] {
        let wanted = reason.map_or(Ok(()), |kind| Err(vec![Reason::AnsweredOtherwise(kind)]));
        assert_eq!(save(&house, answer(case, kind, how)), wanted, "{kind:?}");
    }
    let first = answer(case, ObligationKind::ParentTalk, excused());
    house.records.answers.push(first.clone());
    let again = Answer { id: AnswerId::from_u128(2), ..first.clone() };
    assert_eq!(save(&house, again), Err(vec![Reason::AnsweredAlready { by: ASKER, on: first.on }]));
    let ahead = date(2026, 11, 26);
    let late = Answer { id: AnswerId::from_u128(2), since: ahead, on: ahead, ..first.clone() };
    assert_eq!(save(&house, late), Err(vec![Reason::DateAhead { date: ahead }]));
    let for_another =
        Answer { id: AnswerId::from_u128(2), since: date(2026, 10, 5), by: COLLEAGUE, ..first.clone() };
    assert_eq!(save(&house, for_another), Err(vec![Reason::NotByEditing]));
    // It is taken away, not changed.
    let other = Answer { how: HowAnswered::Excused(Line::new("Andet").unwrap()), ..first.clone() };
    let edit = Edit::new(Some(first.clone()), Some(other)).unwrap();
    assert_eq!(house.decide(&Action::Save(vec![edit.into()])).err(), Some(vec![Reason::NotByEditing]));
    let edit = Edit::new(Some(first), None).unwrap();
    assert!(house.decide(&Action::Save(vec![Change::Answer(edit)])).is_ok());
}
