//! The log of talks: filters, pages, restricted notes, and the access log.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{
    Addendum, Change, Doer, FollowUp, FollowUpEnd, Matter, Measure, OpenTo, Participant, Score, Talk,
    TalkKind,
};
use trivsel_domain::value::{
    AddendumId, FollowUpId, Line, LongText, MeasureId, Role, StaffId, Tag, TalkId, TimeOfDay,
};
use trivsel_store::{
    Access, AccessQuery, House, LogKey, Noted, Sealed, StoreError, TagsInUse, TalkQuery, Trace,
};

use crate::store::service::{
    AEGIR, SOREN, aegir, at, case_id, date, fill, founded, founding, person, profiles, reasons, seated_cases,
    service_on_disk, soren, talk,
};
use crate::store::{Place, fixed_key};

const ASE: StaffId = StaffId::from_u128(3);

fn id(n: u128) -> TalkId {
    TalkId::from_u128(5000 + n)
}

fn tag(text: &str) -> Tag {
    Tag::new(text).unwrap()
}

/// Nine talks of two children and a consultation; the fourth and the eighth are restricted.
fn talks() -> Vec<Talk> {
    let time = |hour| Some(TimeOfDay::new(hour, 0).unwrap());
    let of_case = |case, kind| Matter::of_case(case_id(case), kind).unwrap();
    let only = |who: &[StaffId]| OpenTo::Only(who.to_vec());
    vec![
        Talk { themes: vec![tag("søvn")], ..talk(1, Some(1), "2026-11-03") },
        Talk { start: time(9), methods: vec![tag("ACT")], ..talk(2, Some(1), "2026-11-10") },
        Talk { start: time(13), matter: of_case(1, TalkKind::Network), ..talk(3, Some(1), "2026-11-10") },
        Talk { open_to: only(&[AEGIR]), themes: vec![tag("søvn")], ..talk(4, Some(1), "2026-11-12") },
        Talk { author: AEGIR, themes: vec![tag("søvn"), tag("lektier")], ..talk(5, Some(2), "2026-11-13") },
        talk(6, None, "2026-11-16"),
        Talk {
            participants: vec![Participant::Role(Role::Mother), Participant::Staff(AEGIR)],
            matter: of_case(2, TalkKind::Network),
            methods: vec![tag("ACT")],
            ..talk(7, Some(2), "2026-11-17")
        },
        Talk {
            author: AEGIR,
            open_to: only(&[]),
            participants: vec![Participant::Staff(SOREN)],
            methods: vec![tag("ACT")],
            ..talk(8, Some(2), "2026-11-18")
        },
        Talk { themes: vec![tag("søvn"), tag("søvn")], ..talk(9, Some(2), "2026-11-19") },
    ]
}

/// Adds an addendum, a follow-up and a measure to the first talk and the restricted fourth.
pub fn fill_notes(house: &mut House) {
    fill(house, seated_cases(2), |records| {
        records.staff.push(person(3, "Åse Lund", "Å"));
        records.talks = talks();
        for (n, of) in [(1, 1), (2, 4)] {
            let at = date("2026-11-20").and_hms_opt(9, 0, 0).unwrap().into();
            let (talk, text) = (id(of), LongText::new("Tilføjet").unwrap());
            records.addenda.push(Addendum { id: AddendumId::from_u128(n), talk, text, author: SOREN, at });
            records.follow_ups.push(FollowUp {
                id: FollowUpId::from_u128(n),
                talk,
                case: Some(case_id(1)),
                what: Line::new("Ringe til lægen").unwrap(),
                who: Doer::Staff(SOREN),
                due: date("2026-12-01"),
                closing: None,
            });
            records.measures.push(Measure {
                id: MeasureId::from_u128(n),
                case: case_id(1),
                talk,
                date: date("2026-11-12"),
                rater: Role::Child,
                score: serde_json::from_str::<Score>(r#"{"fit":{"instrument":"ors","lines":[50,50,50,50]}}"#)
                    .unwrap(),
            });
        }
    });
    house.verify().unwrap();
}

fn house() -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill_notes(&mut house);
    house
}

fn numbers(house: &House, reader: StaffId, query: TalkQuery) -> Vec<u128> {
    let noted = house.talks(&TalkQuery { limit: 100, ..query }, reader).unwrap();
    noted.iter().map(|n| n.key().id.as_u128() - 5000).collect()
}

#[test]
fn the_log_combines_all_filters() {
    let house = house();
    let any = TalkQuery::default;
    let ask = |query| numbers(&house, SOREN, query);
    assert_eq!(ask(any()), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(ask(TalkQuery { cases: vec![case_id(1)], ..any() }), [4, 3, 2, 1]);
    assert_eq!(ask(TalkQuery { kinds: vec![TalkKind::Network], ..any() }), [7, 3]);
    assert_eq!(ask(TalkQuery { kinds: vec![TalkKind::Consultation], ..any() }), [6]);
    assert_eq!(
        ask(TalkQuery { from: Some(date("2026-11-10")), to: Some(date("2026-11-13")), ..any() }),
        [5, 4, 3, 2]
    );
    assert_eq!(ask(TalkQuery { themes: vec![tag("søvn")], ..any() }), [9, 5, 4, 1]);
    assert_eq!(ask(TalkQuery { methods: vec![tag("ACT")], ..any() }), [7, 2]);
    assert_eq!(ask(TalkQuery { staff: vec![AEGIR], ..any() }), [8, 7, 5]);
    let both = TalkQuery { cases: vec![case_id(2)], themes: vec![tag("søvn")], staff: vec![AEGIR], ..any() };
    assert_eq!(ask(both), [5]);
    let all = TalkQuery {
        cases: vec![case_id(2)],
        kinds: vec![TalkKind::Network],
        staff: vec![SOREN],
        from: Some(date("2026-11-17")),
        to: Some(date("2026-11-17")),
        methods: vec![tag("ACT")],
        ..any()
    };
    assert_eq!(ask(all.clone()), [7]);
    assert_eq!(ask(TalkQuery { themes: vec![tag("lektier")], ..all }), []);
    assert_eq!(ask(TalkQuery { themes: vec![tag("Søvn")], ..any() }), []);
}

#[test]
fn several_values_of_one_filter_match_any_and_different_filters_combine() {
    let house = house();
    let any = TalkQuery::default;
    let ask = |query| numbers(&house, SOREN, query);
    let cases = || vec![case_id(1), case_id(2)];
    assert_eq!(ask(TalkQuery { cases: cases(), ..any() }), [9, 8, 7, 5, 4, 3, 2, 1]);
    let kinds = vec![TalkKind::Consultation, TalkKind::Network];
    assert_eq!(ask(TalkQuery { kinds: kinds.clone(), ..any() }), [7, 6, 3]);
    assert_eq!(ask(TalkQuery { cases: cases(), kinds: kinds.clone(), ..any() }), [7, 3]);
    assert_eq!(ask(TalkQuery { staff: vec![AEGIR, SOREN], ..any() }), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    let themes = vec![tag("lektier"), tag("søvn")];
    // The fifth has both and is listed once.
    assert_eq!(ask(TalkQuery { themes: themes.clone(), ..any() }), [9, 5, 4, 1]);
    let methods = vec![tag("KRAP"), tag("ACT")];
    assert_eq!(ask(TalkQuery { methods: methods.clone(), ..any() }), [7, 2]);
    assert_eq!(ask(TalkQuery { themes: themes.clone(), staff: vec![AEGIR, ASE], ..any() }), [5]);
    assert_eq!(ask(TalkQuery { themes, methods: methods.clone(), ..any() }), []);
    let from = Some(date("2026-11-11"));
    assert_eq!(ask(TalkQuery { cases: cases(), kinds, methods, from, ..any() }), [7]);
}

#[test]
fn the_log_is_counted_up_to_a_limit() {
    let house = house();
    let queries = [
        (TalkQuery::default(), 9),
        (TalkQuery { cases: vec![case_id(1)], ..TalkQuery::default() }, 4),
        (TalkQuery { themes: vec![tag("lektier"), tag("søvn")], ..TalkQuery::default() }, 4),
        (TalkQuery { kinds: vec![TalkKind::Network, TalkKind::Consultation], ..TalkQuery::default() }, 3),
        (TalkQuery { methods: vec![tag("KRAP")], ..TalkQuery::default() }, 0),
    ];
    for (query, count) in queries {
        for most in [0, 1, 3, 100] {
            assert_eq!(house.count_talks(&query, SOREN, most), Ok(count.min(most)), "{query:?}");
        }
        // For any start of the page.
        let before = Some(LogKey { date: date("2026-11-05"), start: None, id: id(1) });
        assert_eq!(house.count_talks(&TalkQuery { before, ..query }, SOREN, 100), Ok(count));
    }
    let act = TalkQuery { methods: vec![tag("ACT")], ..TalkQuery::default() };
    assert_eq!((house.count_talks(&act, AEGIR, 9), house.count_talks(&act, SOREN, 9)), (Ok(3), Ok(2)));
}

#[test]
fn tags_on_record_are_listed_without_those_of_restricted_notes() {
    let house = house();
    let known = house.tags_in_use(SOREN).unwrap();
    assert_eq!((known.themes, known.methods), (vec![tag("lektier"), tag("søvn")], vec![tag("ACT")]));
    let mut hidden = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill(&mut hidden, seated_cases(1), |records| {
        let (themes, open_to) = (vec![tag("vold")], OpenTo::Only(vec![]));
        records.talks = vec![Talk { themes, open_to, ..talk(1, Some(1), "2026-11-03") }];
    });
    assert_eq!(hidden.tags_in_use(SOREN).unwrap().themes, [tag("vold")]);
    assert_eq!(hidden.tags_in_use(AEGIR), Ok(TagsInUse::default()));
    let empty = House::in_memory(profiles(), &founding(), founded()).unwrap();
    assert_eq!(empty.tags_in_use(SOREN), Ok(TagsInUse::default()));
}

#[test]
fn only_readers_see_the_place_of_a_restricted_consultation() {
    let house = house();
    assert_eq!(house.place_of(id(1), SOREN), Ok(None));
    assert_eq!(house.place_of(id(6), SOREN).unwrap(), talks()[5].matter.place().cloned());
    assert_eq!(house.place_of(id(99), SOREN), Ok(None));
}

#[test]
fn themes_methods_and_who_took_part_do_not_show_a_restricted_note() {
    let house = house();
    let by = |reader, query| numbers(&house, reader, query);
    let theme = || TalkQuery { themes: vec![tag("søvn")], ..TalkQuery::default() };
    assert_eq!(by(AEGIR, theme()), [9, 5, 4, 1]);
    assert_eq!(by(ASE, theme()), [9, 5, 1]);
    let method = || TalkQuery { methods: vec![tag("ACT")], ..TalkQuery::default() };
    assert_eq!(by(AEGIR, method()), [8, 7, 2]);
    assert_eq!(by(SOREN, method()), [7, 2]);
    // Only its readers know that Søren took part in the eighth; everybody knows that Ægir wrote it.
    let took_part = |staff| TalkQuery { cases: vec![case_id(2)], staff: vec![staff], ..TalkQuery::default() };
    assert_eq!(by(AEGIR, took_part(SOREN)), [9, 8, 7]);
    assert_eq!(by(SOREN, took_part(SOREN)), [9, 7]);
    assert_eq!(by(SOREN, took_part(AEGIR)), [8, 7, 5]);
}

#[test]
fn pages_follow_each_other_without_a_gap() {
    let house = house();
    let queries = [
        TalkQuery::default(),
        TalkQuery { cases: vec![case_id(1)], ..TalkQuery::default() },
        TalkQuery { themes: vec![tag("søvn")], ..TalkQuery::default() },
        TalkQuery { kinds: vec![TalkKind::Parent], to: Some(date("2026-11-17")), ..TalkQuery::default() },
        TalkQuery { staff: vec![SOREN], ..TalkQuery::default() },
        TalkQuery { cases: vec![case_id(2), case_id(1)], ..TalkQuery::default() },
        TalkQuery { kinds: vec![TalkKind::Network, TalkKind::Parent], ..TalkQuery::default() },
        TalkQuery { staff: vec![AEGIR, SOREN], ..TalkQuery::default() },
        TalkQuery { themes: vec![tag("lektier"), tag("søvn")], ..TalkQuery::default() },
    ];
    for query in queries {
        let whole = house.talks(&TalkQuery { limit: 100, ..query.clone() }, SOREN).unwrap();
        for limit in 1..=4 {
            let (mut pages, mut before) = (Vec::new(), None);
            loop {
                let page = house.talks(&TalkQuery { limit, before, ..query.clone() }, SOREN).unwrap();
                let Some(last) = page.last() else { break };
                before = Some(last.key());
                pages.extend(page);
            }
            assert_eq!(pages, whole, "{query:?} by {limit}");
        }
        let keys: Vec<LogKey> = whole.iter().map(Noted::key).collect();
        assert!(keys.is_sorted_by(|a, b| a > b), "{keys:?}");
    }
}

#[test]
fn a_restricted_note_is_hidden_in_the_log_even_for_its_readers() {
    let house = house();
    for (reader, for_reader) in [(SOREN, true), (AEGIR, true), (ASE, false)] {
        let query = TalkQuery { cases: vec![case_id(1)], limit: 1, ..TalkQuery::default() };
        let sealed = Noted::Sealed(Box::new(Sealed {
            id: id(4),
            case: Some(case_id(1)),
            kind: TalkKind::Parent,
            date: date("2026-11-12"),
            start: None,
            author: SOREN,
            open_to: OpenTo::Only(vec![AEGIR]),
            misplaced: None,
            for_reader,
        }));
        assert_eq!(house.talks(&query, reader).unwrap(), [sealed]);
    }
    let query = TalkQuery { to: Some(date("2026-11-03")), limit: 9, ..TalkQuery::default() };
    assert_eq!(
        house.talks(&query, ASE).unwrap(),
        [Noted::Open { talk: Box::new(talks().remove(0)), addenda: 1 }]
    );
}

#[test]
fn a_talk_is_opened_with_its_related_records() {
    let mut house = house();
    let opened = house.open_talk(at(ASE, 0), id(1)).unwrap();
    assert_eq!(opened.talk, talks()[0]);
    assert_eq!((opened.addenda.len(), opened.follow_ups.len(), opened.measures.len()), (1, 1, 1));
    assert!(!format!("{opened:?}").contains("mor"));
    assert_eq!(reasons(house.open_talk(soren(), TalkId::from_u128(1))), [Reason::NoSuchTalk]);
    assert_eq!(reasons(house.open_talk(at(StaffId::from_u128(99), 0), id(1))), [Reason::NotOnStaff]);
    assert_eq!(house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }), Ok(vec![]));
}

#[test]
fn a_restricted_note_opens_only_for_readers_and_every_attempt_is_logged() {
    let mut house = house();
    for reader in [soren(), aegir()] {
        let opened = house.open_talk(reader, id(4)).unwrap();
        assert_eq!(opened.talk, talks()[3]);
        assert_eq!((opened.addenda.len(), opened.follow_ups.len(), opened.measures.len()), (1, 1, 1));
    }
    assert_eq!(reasons(house.open_talk(at(ASE, 5), id(4))), [Reason::NotOpenToYou]);
    assert_eq!(reasons(house.open_talk(soren(), id(8))), [Reason::NotOpenToYou]);
    let logged = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let seen: Vec<_> = logged.iter().map(|l| (l.number, l.by, l.at, l.access.clone())).collect();
    let look = |n, case| Access::Talk { id: id(n), case: Some(case_id(case)) };
    let refused = |n, case| Access::RefusedTalk { id: id(n), case: Some(case_id(case)) };
    assert_eq!(
        seen,
        [
            (4, SOREN, soren().at, refused(8, 2)),
            (3, ASE, at(ASE, 5).at, refused(4, 1)),
            (2, AEGIR, aegir().at, look(4, 1)),
            (1, SOREN, soren().at, look(4, 1)),
        ]
    );
    house.verify().unwrap();
}

#[test]
fn only_readers_see_the_follow_ups_and_the_scores_of_a_restricted_note() {
    let mut house = house();
    let ids = |found: Vec<FollowUp>| found.iter().map(|f| f.id.as_u128()).collect::<Vec<_>>();
    for (reader, seen) in [(SOREN, vec![1, 2]), (AEGIR, vec![1, 2]), (ASE, vec![1])] {
        assert_eq!(ids(house.follow_ups(case_id(1), reader).unwrap()), seen);
        assert_eq!(ids(house.open_follow_ups(reader).unwrap()), seen);
    }
    assert_eq!(house.follow_ups(case_id(2), SOREN).unwrap(), []);
    for (reader, open, sealed) in [(SOREN, 2, 0), (AEGIR, 2, 0), (ASE, 1, 1)] {
        let scores = house.measures(case_id(1), reader).unwrap();
        assert_eq!((scores.len(), scores.sealed()), (open, sealed));
    }
    let told = house.history_of_case(case_id(1), 99).unwrap();
    let scored = |trace: &&Trace| matches!(trace.change, Change::Measure(_));
    assert_eq!(told.iter().filter(scored).count(), 1);
    let end = |n| Action::EndFollowUp { id: FollowUpId::from_u128(n), how: FollowUpEnd::Done, note: None };
    assert_eq!(reasons(house.perform(at(ASE, 1), &end(2))), [Reason::NotOpenToYou]);
    house.perform(aegir(), &end(2)).unwrap();
    assert_eq!(ids(house.open_follow_ups(SOREN).unwrap()), [1]);
    assert_eq!(ids(house.follow_ups(case_id(1), SOREN).unwrap()), [1, 2]);
}

#[test]
fn the_access_log_is_read_by_case_by_person_and_in_pages() {
    let mut house = house();
    let mut note = |asker, access: &Access| assert_eq!(house.log_access(asker, access), Ok(true));
    let export = Access::Export { case: None, what: "json".to_owned() };
    note(soren(), &Access::Case(case_id(1)));
    note(aegir(), &Access::Case(case_id(1)));
    note(soren(), &export);
    note(soren(), &Access::Case(case_id(2)));
    let ask = |query: AccessQuery| -> Vec<i64> {
        let found = house.access_log(&AccessQuery { limit: 2, ..query }).unwrap();
        found.iter().map(|l| l.number).collect()
    };
    let all = AccessQuery::default;
    assert_eq!(ask(all()), [4, 3]);
    assert_eq!(ask(AccessQuery { before: Some(3), ..all() }), [2, 1]);
    assert_eq!(ask(AccessQuery { case: Some(case_id(1)), ..all() }), [2, 1]);
    assert_eq!(ask(AccessQuery { case: Some(case_id(1)), by: Some(SOREN), ..all() }), [1]);
    assert_eq!(ask(AccessQuery { by: Some(AEGIR), ..all() }), [2]);
    assert_eq!(house.access_log(&AccessQuery { limit: 9, ..all() }).unwrap()[1].access, export);
    assert_eq!(format!("{export:?}"), "Access(export)");
}

#[test]
fn a_read_only_house_opens_no_restricted_note_and_stays_usable() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    fill_notes(&mut crate::store::service::reopen(&folder));
    let mut house =
        House::open_for(&folder, &fixed_key(7), trivsel_store::OpenMode::Read, profiles()).unwrap();
    assert_eq!(house.open_talk(soren(), id(1)).unwrap().addenda.len(), 1);
    let restricted = house.open_talk(soren(), id(4)).unwrap_err();
    assert_eq!(restricted, trivsel_domain::decide::Denied::Failed(StoreError::ReadOnly));
    assert_eq!(house.log_access(soren(), &Access::Case(case_id(1))), Ok(false));
    assert_eq!(house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }), Ok(vec![]));
    assert!(house.twin().is_none());
}
