//! Signed notes on the wrong child: who may mark them, and what is refused.

use trivsel_domain::decide::{Action, Facts, Note, Reason};
use trivsel_domain::record::{Matter, OpenTo, TalkKind};
use trivsel_domain::value::{AddendumId, CaseId, Line, LongText, MisplacementId, StaffId, TalkId};

use super::facts::{ASKER, COLLEAGUE, House, date};

fn sign(house: &mut House, by: StaffId, id: u128, matter: Matter) -> TalkId {
    house.asker = by;
    let note = Note {
        id: TalkId::from_u128(id),
        matter,
        date: date(2026, 11, 24),
        start: None,
        minutes: None,
        participants: vec![],
        themes: vec![],
        methods: vec![],
        text: LongText::new("Mor til Åse ringede.").unwrap(),
        open_to: OpenTo::House,
        agreements: vec![],
        scores: vec![],
        judgement: None,
    };
    house.act(&Action::Sign(Box::new(note))).unwrap();
    TalkId::from_u128(id)
}

fn of(case: CaseId) -> Matter {
    Matter::of_case(case, TalkKind::Parent).unwrap()
}

fn mark(talk: TalkId, right: Option<CaseId>) -> Action {
    let note = Line::new("Jeg havde Åses ark åbent").ok();
    Action::Misplace { id: MisplacementId::from_u128(talk.as_u128()), talk, right, note }
}

/// Two children, and a note of the colleague, who leads nothing, on the first.
fn house() -> (House, CaseId, CaseId, TalkId) {
    let (mut house, first) = House::with_child(7);
    let second = house.add_child(2, 8);
    let talk = sign(&mut house, COLLEAGUE, 7, of(first));
    (house, first, second, talk)
}

fn reasons(house: &House, action: &Action) -> Vec<Reason> {
    house.decide(action).expect_err("a refusal")
}

#[test]
fn its_author_or_a_leader_marks_a_note_and_it_counts_no_more() {
    for by in [COLLEAGUE, ASKER] {
        let (mut house, first, second, talk) = house();
        assert_eq!(house.dossier(first).unwrap().unwrap().talks.len(), 1);
        house.asker = by;
        assert_eq!(house.act(&mark(talk, Some(second))), Ok(1));
        assert_eq!(house.dossier(first).unwrap().unwrap().talks, []);
        let marked = &house.records.misplacements[0];
        assert_eq!((marked.right, marked.by, marked.at.date()), (Some(second), by, house.today));
        assert_eq!(house.records.talks.len(), 1);
        // The one who marked it can take it back.
        assert_eq!(house.act(&Action::Undo), Ok(1));
        assert_eq!(house.dossier(first).unwrap().unwrap().talks.len(), 1);
        assert_eq!(house.act(&Action::Redo), Ok(1));
        assert_eq!(house.records.misplacements.len(), 1);
    }
}

#[test]
fn a_note_that_belongs_to_no_child_of_the_house_can_be_marked() {
    let (mut house, _, _, talk) = house();
    assert_eq!(house.act(&mark(talk, None)), Ok(1));
}

#[test]
fn a_colleague_can_neither_mark_it_nor_add_to_it_afterwards() {
    let (mut house, first, second, _) = house();
    let mine = sign(&mut house, ASKER, 8, of(first));
    house.asker = COLLEAGUE;
    assert_eq!(reasons(&house, &mark(mine, Some(second))), [Reason::NoteOfAnother { author: ASKER }]);
    house.asker = ASKER;
    house.act(&mark(mine, Some(second))).unwrap();
    let text = LongText::new("Tilføjet").unwrap();
    let add = Action::Add { id: AddendumId::from_u128(1), talk: mine, text };
    assert_eq!(house.decide(&add).map(|d| d.changes.len()), Ok(1));
    house.asker = COLLEAGUE;
    assert_eq!(reasons(&house, &add), [Reason::OnWrongChild]);
}

#[test]
fn everything_against_a_mark_is_said_at_once() {
    let (mut house, first, second, talk) = house();
    let school = Matter::consultation(Line::new("Åskolen").unwrap(), None);
    let consultation = sign(&mut house, ASKER, 9, school);
    let nobody = CaseId::from_u128(99);
    assert_eq!(reasons(&house, &mark(talk, Some(first))), [Reason::RightChildAlready]);
    assert_eq!(reasons(&house, &mark(talk, Some(nobody))), [Reason::NoSuchCase]);
    assert_eq!(reasons(&house, &mark(TalkId::from_u128(99), None)), [Reason::NoSuchTalk]);
    house.asker = COLLEAGUE;
    let both = [Reason::NoteOfAnother { author: ASKER }, Reason::NoteOfNoChild];
    assert_eq!(reasons(&house, &mark(consultation, Some(second))), both);
    house.act(&mark(talk, Some(second))).unwrap();
    let again = reasons(&house, &mark(talk, Some(second)));
    assert!(matches!(again[..], [Reason::MisplacedAlready { by: COLLEAGUE, .. }]), "{again:?}");
}
