//! Signing a note, adding to it and following up: what is accepted, and refusals with every reason at once.

use trivsel_domain::decide::{Action, Agreement, NewScore, Note, Reason, SeriesFault};
use trivsel_domain::record::{
    Change, Direction, Doer, FollowUpEnd, FourLines, HouseSettings, Instrument, Matter, Measure, OpenTo,
    OwnScore, Participant, Score, Series, SeriesParts, Talk, TalkKind, Tenths,
};
use trivsel_domain::value::{
    AddendumId, CaseId, FollowUpId, Line, LongText, MeasureId, Role, StaffId, Tag, TalkId, TimeOfDay,
};

use super::facts::{ASKER, COLLEAGUE, House, date};

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn note(case: CaseId) -> Note {
    Note {
        id: TalkId::from_u128(7),
        matter: Matter::of_case(case, TalkKind::Parent).unwrap(),
        date: date(2026, 11, 25),
        start: None,
        minutes: None,
        participants: vec![Participant::Role(Role::Mother), Participant::Staff(COLLEAGUE)],
        themes: vec![],
        methods: vec![],
        text: LongText::new("Søren Ægård Åse kom.\nVi talte om cykelskuret.").unwrap(),
        open_to: OpenTo::House,
        agreements: vec![],
        scores: vec![],
        judgement: None,
    }
}

fn fit(instrument: Instrument, tenths: [i32; 4]) -> Score {
    Score::Fit { instrument, lines: FourLines::new(tenths.map(Tenths)).unwrap() }
}

fn sign(house: &House, note: Note) -> Result<Vec<Change>, Vec<Reason>> {
    house.decide(&Action::Sign(Box::new(note))).map(|d| d.changes)
}

fn signed(changes: &[Change]) -> Talk {
    changes
        .iter()
        .find_map(|c| match c {
            Change::Talk(edit) => edit.new_state().cloned(),
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_note_is_signed_by_the_user_at_the_current_time() {
    let (house, case) = House::with_child(7);
    let talk = signed(&sign(&house, note(case)).unwrap());
    assert_eq!((talk.author, talk.signed_at.unwrap().date()), (ASKER, house.today));
    assert_eq!((talk.case(), talk.kind()), (Some(case), TalkKind::Parent));
}

#[test]
fn agreements_become_follow_ups_and_scores_become_measures() {
    let (house, case) = House::with_child(7);
    let mut note = note(case);
    let agree = |n, who| Agreement {
        id: FollowUpId::from_u128(n),
        what: line("ring til mor"),
        who,
        due: date(2026, 11, 30),
    };
    note.agreements = vec![agree(1, Doer::Staff(COLLEAGUE)), agree(2, Doer::Other(line("mor")))];
    note.scores = vec![NewScore {
        id: MeasureId::from_u128(1),
        rater: Role::Child,
        score: fit(Instrument::Ors, [65, 70, 80, 50]),
    }];
    let changes = sign(&house, note).unwrap();
    let follow_ups = changes.iter().filter(|c| matches!(c, Change::FollowUp(_))).count();
    let measures: Vec<_> = changes
        .iter()
        .filter_map(|c| match c {
            Change::Measure(edit) => edit.new_state().cloned(),
            _ => None,
        })
        .collect();
    assert_eq!((follow_ups, measures.len()), (2, 1));
    assert_eq!((measures[0].number().unwrap(), measures[0].case), (Tenths(265), case));
}

#[test]
fn a_consultation_belongs_to_no_child() {
    let (house, case) = House::with_child(7);
    assert!(Matter::of_case(case, TalkKind::Consultation).is_err());
    let mut consultation = note(case);
    consultation.matter = Matter::consultation(line("Lindeskolen"), Some(line("fraværsfremmende faktorer")));
    let talk = signed(&sign(&house, consultation.clone()).unwrap());
    assert_eq!((talk.case(), talk.kind()), (None, TalkKind::Consultation));
    consultation.scores = vec![NewScore {
        id: MeasureId::from_u128(1),
        rater: Role::Child,
        score: fit(Instrument::Srs, [90, 90, 90, 90]),
    }];
    assert_eq!(sign(&house, consultation), Err(vec![Reason::ScoreWithoutCase]));
}

#[test]
fn every_reason_is_given_at_once() {
    let (house, _) = House::with_child(7);
    let mut bad = note(CaseId::from_u128(99));
    bad.date = date(2026, 11, 26);
    bad.participants = vec![Participant::Staff(StaffId::from_u128(99))];
    let same = NewScore {
        id: MeasureId::from_u128(1),
        rater: Role::Child,
        score: fit(Instrument::Ors, [10, 10, 10, 10]),
    };
    let own = |value| Score::Own(OwnScore::single(Tag::new("uro").unwrap(), value));
    let unknown = NewScore { score: own(Tenths(40)), ..same.clone() };
    bad.scores = vec![same.clone(), same, unknown];
    bad.agreements = vec![Agreement {
        id: FollowUpId::from_u128(1),
        what: line("ring"),
        who: Doer::Staff(ASKER),
        due: date(2026, 11, 1),
    }];
    let expected = vec![
        Reason::NoSuchCase,
        Reason::TalkAhead { date: date(2026, 11, 26) },
        Reason::NoSuchStaff,
        Reason::DueBefore { due: date(2026, 11, 1), date: date(2026, 11, 26) },
        Reason::ScoreTwice,
        Reason::Series(SeriesFault::Unknown(Tag::new("uro").unwrap())),
    ];
    assert_eq!(sign(&house, bad), Err(expected));
}

#[test]
fn a_talk_later_today_can_not_be_signed() {
    let (house, case) = House::with_child(7);
    let mut later = note(case);
    later.start = Some(TimeOfDay::new(23, 59).unwrap());
    assert_eq!(sign(&house, later.clone()), Err(vec![Reason::TalkAhead { date: house.today }]));
    later.start = Some(TimeOfDay::new(0, 0).unwrap());
    assert!(sign(&house, later).is_ok());
}

#[test]
fn former_staff_can_not_follow_up() {
    let (mut house, case) = House::with_child(7);
    house.records.staff[1].left_on = Some(date(2026, 11, 1));
    let mut note = note(case);
    note.agreements = vec![Agreement {
        id: FollowUpId::from_u128(1),
        what: line("ring"),
        who: Doer::Staff(COLLEAGUE),
        due: date(2026, 12, 1),
    }];
    let initials = house.records.staff[1].initials.clone();
    assert_eq!(sign(&house, note), Err(vec![Reason::StaffGone { initials, on: date(2026, 11, 1) }]));
}

#[test]
fn a_series_of_the_house_has_its_range() {
    let (mut house, case) = House::with_child(7);
    let uro = Tag::new("uro").unwrap();
    let series = Series::new(uro.clone(), Tenths(0), Tenths(100), Direction::Down, vec![Tenths(40)]).unwrap();
    house.records.settings = vec![HouseSettings { series: vec![series], ..HouseSettings::default() }];
    let with = |value| {
        let mut note = note(case);
        note.scores = vec![NewScore {
            id: MeasureId::from_u128(1),
            rater: Role::Mother,
            score: Score::Own(OwnScore::single(uro.clone(), value)),
        }];
        note
    };
    assert!(sign(&house, with(Tenths(100))).is_ok());
    let outside =
        Reason::Series(SeriesFault::Outside { series: uro.clone(), low: Tenths(0), high: Tenths(100) });
    assert_eq!(sign(&house, with(Tenths(101))), Err(vec![outside]));
    let mut two = with(Tenths(10));
    let lines = OwnScore::new(uro.clone(), vec![Tenths(10), Tenths(20)], trivsel_domain::record::Total::Sum);
    two.scores[0].score = Score::Own(lines.unwrap());
    assert_eq!(
        sign(&house, two),
        Err(vec![Reason::Series(SeriesFault::Lines { series: uro.clone(), lines: 1 })])
    );
}

#[test]
fn a_retired_series_takes_scores_of_the_courses_that_began_it_alone() {
    let (mut house, case) = House::with_child(7);
    let uro = Tag::new("uro").unwrap();
    let parts = SeriesParts::single(uro.clone(), Tenths(0), Tenths(100), Direction::Down, vec![Tenths(40)]);
    let series = Series::of(SeriesParts { retired: true, ..parts }).unwrap();
    house.records.settings = vec![HouseSettings { series: vec![series], ..HouseSettings::default() }];
    let mut note = note(case);
    let score = Score::Own(OwnScore::single(uro.clone(), Tenths(50)));
    note.scores = vec![NewScore { id: MeasureId::from_u128(1), rater: Role::Mother, score: score.clone() }];
    let retired = Reason::Series(SeriesFault::Retired(uro));
    assert_eq!(sign(&house, note.clone()), Err(vec![retired]));
    let (id, talk, on) = (MeasureId::from_u128(9), TalkId::from_u128(9), date(2026, 9, 1));
    house.records.measures.push(Measure { id, case, talk, date: on, rater: Role::Child, score });
    assert!(sign(&house, note).is_ok());
}

#[test]
fn only_readers_can_add_to_a_restricted_note() {
    let (mut house, case) = House::with_child(7);
    let mut restricted = note(case);
    restricted.open_to = OpenTo::Only(vec![]);
    house.act(&Action::Sign(Box::new(restricted))).unwrap();
    let add = Action::Add {
        id: AddendumId::from_u128(1),
        talk: TalkId::from_u128(7),
        text: LongText::new("Tilføjet").unwrap(),
    };
    house.asker = COLLEAGUE;
    assert_eq!(house.decide(&add).map(|d| d.changes.len()), Err(vec![Reason::NotOpenToYou]));
    house.asker = ASKER;
    assert_eq!(house.decide(&add).map(|d| d.changes.len()), Ok(1));
}

#[test]
fn a_follow_up_ends_once_and_undo_opens_it_again() {
    let (mut house, case) = House::with_child(7);
    let mut note = note(case);
    note.agreements = vec![Agreement {
        id: FollowUpId::from_u128(1),
        what: line("ring"),
        who: Doer::Staff(ASKER),
        due: date(2026, 11, 25),
    }];
    house.act(&Action::Sign(Box::new(note))).unwrap();
    let end = Action::EndFollowUp { id: FollowUpId::from_u128(1), how: FollowUpEnd::Done, note: None };
    assert_eq!(house.act(&end), Ok(1));
    assert!(
        matches!(house.decide(&end), Err(reasons) if matches!(reasons[..], [Reason::FollowUpEnded { .. }]))
    );
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert!(house.records.follow_ups[0].is_open());
    // Undo stops here: the signing before it can't be undone.
    assert_eq!(house.decide(&Action::Undo).map(|d| d.changes.len()), Err(vec![Reason::NothingToUndo]));
}

#[test]
fn the_houses_lists_are_saved_only_if_unchanged() {
    let mut house = House::new();
    let lists = |name: &str| {
        Box::new(HouseSettings { themes: vec![Tag::new(name).unwrap()], ..HouseSettings::default() })
    };
    house.act(&Action::Settle { seen: None, new: lists("søvn") }).unwrap();
    let stale = Action::Settle { seen: None, new: lists("skærm") };
    assert!(
        matches!(house.decide(&stale), Err(reasons) if matches!(reasons[..], [Reason::Overtaken { .. }]))
    );
    let fresh = Action::Settle { seen: Some(lists("søvn")), new: lists("skærm") };
    assert_eq!(house.act(&fresh), Ok(1));
}

#[test]
fn the_notes_of_siblings_are_signed_together_one_for_each_child() {
    let (mut house, first) = House::with_child(7);
    let second = house.add_child(2, 8);
    let of = |case, id| Note { id: TalkId::from_u128(id), ..note(case) };
    let refused = |notes: Vec<Note>| house.decide(&Action::SignEach(notes)).map(|d| d.changes.len());
    assert_eq!(refused(vec![of(first, 7), of(first, 8)]), Err(vec![Reason::OneNoteAChild]));
    assert_eq!(refused(vec![of(first, 7), of(second, 7)]), Err(vec![Reason::OneNoteAChild]));
    let school = Matter::consultation(line("Åskolen"), None);
    let consultation = Note { id: TalkId::from_u128(9), matter: school, ..note(first) };
    assert_eq!(refused(vec![of(first, 7), consultation]), Err(vec![Reason::OneNoteAChild]));
    // What is wrong with one is said once, and neither is signed.
    let ahead = |case, id| Note { date: date(2026, 11, 26), ..of(case, id) };
    let tomorrow = Reason::TalkAhead { date: date(2026, 11, 26) };
    assert_eq!(refused(vec![ahead(first, 7), ahead(second, 8)]), Err(vec![tomorrow]));
    assert_eq!(house.act(&Action::SignEach(vec![of(first, 7), of(second, 8)])), Ok(2));
    let talks: Vec<_> = house.records.talks.iter().map(|t| (t.case(), t.author)).collect();
    assert_eq!(talks, [(Some(first), ASKER), (Some(second), ASKER)]);
}
