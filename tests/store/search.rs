//! Searching: Danish letters, compounds, relevance, restricted notes, and the access log.

use std::collections::BTreeMap;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Matter, OpenTo, Participant, Talk};
use trivsel_domain::value::{AddendumId, DraftId, Line, LongText, StaffId, Tag, TalkId};
use trivsel_store::{
    Access, AccessQuery, Asker, Draft, Found, Hit, Hits, House, OpenMode, SearchQuery, Sort,
};

use crate::store::service::{
    AEGIR, SOREN, aegir, case_id, date, fill, founded, founding, profiles, reopen, seated_cases,
    service_on_disk, soren, talk,
};
use crate::store::{Place, fixed_key};

/// A house with one talk per day from 1 November on, all of case 1, with these texts.
fn house(texts: &[&str]) -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill(&mut house, seated_cases(2), |records| records.talks = notes(texts));
    house
}

fn notes(texts: &[&str]) -> Vec<Talk> {
    let note = |(n, text): (u128, &&str)| Talk {
        text: LongText::new(text).unwrap(),
        date: date("2026-11-01") + chrono::Days::new(u64::try_from(n).unwrap()),
        ..talk(n, Some(1), "2026-11-01")
    };
    (0..).zip(texts).map(note).collect()
}

fn query(text: &str, sort: Sort) -> SearchQuery {
    SearchQuery { text: text.to_owned(), case: None, sort, limit: 50 }
}

fn hits(house: &mut House, asker: Asker, query: &SearchQuery) -> Vec<Hit> {
    house.search(asker, query).unwrap().hits
}

/// The numbers of the talks, best first.
fn by_relevance(house: &mut House, text: &str) -> Vec<u128> {
    numbers(&hits(house, soren(), &query(text, Sort::Relevance)))
}

fn numbers(hits: &[Hit]) -> Vec<u128> {
    let number = |hit: &Hit| match hit.what {
        Found::Talk(id) => id.as_u128() - 5000,
        Found::Addendum(id, _) => id.as_u128(),
        Found::Draft(id) => id.as_u128(),
    };
    hits.iter().map(number).collect()
}

#[test]
fn danish_letters_are_found_in_every_spelling() {
    let mut house =
        house(&["Søren kom.", "Åse og hendes mor", "Skolefraværet faldt", "Aage fik en is", "Øl på Ærø"]);
    let cases: [(&str, &[u128]); 16] = [
        ("sor", &[0]),
        ("soer", &[0]),
        ("SØREN", &[0]),
        ("So\u{308}ren", &[0]),
        ("aase", &[1]),
        ("ase", &[1]),
        ("A\u{30a}se", &[1]),
        ("fravær", &[2]),
        ("fravaer", &[2]),
        ("skolefravær", &[2]),
        ("åge", &[3]),
        ("aage", &[3]),
        ("aero", &[4]),
        ("ærø", &[4]),
        ("ol", &[4, 2]),
        ("åse mor", &[1]),
    ];
    for (text, expected) in cases {
        assert_eq!(by_relevance(&mut house, text), expected, "{text}");
    }
    for text in ["får", "sören x", "mor søren", "", "  ", "\u{0}", "\"", "a OR b", "NEAR(", "*", "%", "_"]
    {
        assert_eq!(by_relevance(&mut house, text), [], "{text:?}");
    }
}

#[test]
fn the_best_hits_come_first_and_the_newest_among_equals() {
    let texts = [
        "Far kom alene.",      // 0 whole
        "Han får ro.",         // 1 whole, in other letters
        "Farmor kom.",         // 2 beginning
        "De fårene passede.",  // 3 beginning, in other letters
        "En solfarvet væg.",   // 4 inside
        "En vejfårer.",        // 5 inside, in other letters
        "FAR, farmor og får.", // 6 whole
        "Intet af det.",       // 7
    ];
    let mut house = house(&texts);
    assert_eq!(by_relevance(&mut house, "far"), [6, 0, 1, 2, 3, 4, 5]);
    assert_eq!(by_relevance(&mut house, "får"), [6, 1, 3, 5]);
    assert_eq!(numbers(&hits(&mut house, soren(), &query("far", Sort::Date))), [6, 5, 4, 3, 2, 1, 0]);
    let two = SearchQuery { limit: 2, ..query("far", Sort::Relevance) };
    assert_eq!(numbers(&hits(&mut house, soren(), &two)), [6, 0]);
    assert_eq!(hits(&mut house, soren(), &SearchQuery { limit: 0, ..two }), []);
}

#[test]
fn an_old_exact_match_comes_before_a_thousand_new_ones_in_other_spellings() {
    let mut texts = vec!["far"];
    texts.resize(1000, "Hun får lov.");
    let mut house = house(&texts);
    let found = by_relevance(&mut house, "far");
    assert_eq!((found[0], found[1], found.len()), (0, 999, 50));
}

#[test]
fn short_words_search_only_the_newest_notes() {
    let mut texts = vec!["På ø i ro"];
    texts.resize(2500, "Uro i klassen");
    texts.push("Ro på");
    let mut house = house(&texts);
    let found = by_relevance(&mut house, "ro");
    assert_eq!((found[0], found[1], found.len()), (2500, 2499, 50));
    assert_eq!(by_relevance(&mut house, "ro på"), [2500, 0]);
    assert_eq!(by_relevance(&mut house, "zq"), []);
    // A long word uses the index, so age does not matter.
    assert_eq!(by_relevance(&mut house, "ro uro")[0], 2499);
}

#[test]
fn a_hit_shows_where() {
    let long = format!("{} Hos Åse, og så skolefravær.\nNæste linje. {}", "a ".repeat(400), "b ".repeat(400));
    let mut house = house(&[&long]);
    let found = hits(&mut house, soren(), &query("aase fravær", Sort::Relevance));
    let [hit] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((hit.case, hit.date, hit.author), (Some(case_id(1)), date("2026-11-01"), SOREN));
    let marked: Vec<&str> = hit.marks.iter().map(|mark| &hit.snippet[mark.clone()]).collect();
    assert_eq!(marked, ["Åse", "fravær"]);
    assert!(hit.snippet.starts_with("…a a") && hit.snippet.contains("fravær. Næste linje. b"));
    assert!(!format!("{hit:?}").contains("skole"));
}

#[test]
fn places_topics_themes_methods_and_other_participants_are_searched() {
    let tag = |text| vec![Tag::new(text).unwrap()];
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill(&mut house, seated_cases(1), |records| {
        let line = |text| Line::new(text).unwrap();
        records.talks = vec![
            Talk {
                themes: tag("søvnløshed"),
                methods: tag("metakognitiv"),
                ..talk(1, Some(1), "2026-11-01")
            },
            Talk {
                matter: Matter::consultation(line("Ølstykke Skole"), Some(line("uro i timerne"))),
                participants: vec![Participant::Other(line("viceinspektøren"))],
                ..talk(2, None, "2026-11-02")
            },
        ];
    });
    for (text, expected) in
        [("søvnlos", 1), ("kognitiv", 1), ("olstykke", 2), ("timerne", 2), ("inspektor", 2)]
    {
        assert_eq!(by_relevance(&mut house, text), [expected], "{text}");
    }
    let found = hits(&mut house, soren(), &query("viceinspektøren", Sort::Date));
    assert_eq!(found[0].place.as_deref(), Some("Ølstykke Skole"));
    assert!(found[0].snippet.ends_with(" · Ølstykke Skole · uro i timerne · viceinspektøren"), "{found:?}");
}

#[test]
fn restricted_notes_and_their_addenda_are_found_by_their_readers_alone() {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    let text = LongText::new("Hemmeligheden").unwrap();
    fill(&mut house, seated_cases(1), |records| {
        let only = OpenTo::Only(vec![AEGIR]);
        records.staff.push(crate::store::service::person(3, "Åse Lund", "Å"));
        records.talks = vec![Talk { open_to: only, text: text.clone(), ..talk(1, Some(1), "2026-11-01") }];
    });
    let add = Action::Add { id: AddendumId::from_u128(7), talk: TalkId::from_u128(5001), text };
    house.perform(soren(), &add).unwrap();
    house.verify().unwrap();
    let ase = crate::store::service::at(StaffId::from_u128(3), 0);
    for (asker, expected) in [(soren(), vec![7, 1]), (aegir(), vec![7, 1]), (ase, vec![])] {
        for case in [None, Some(case_id(1))] {
            for text in ["hemmelig", "he"] {
                let found = hits(&mut house, asker, &SearchQuery { case, ..query(text, Sort::Relevance) });
                assert_eq!(numbers(&found), expected, "{asker:?} {case:?} {text}");
                assert!(found.iter().all(|hit| hit.restricted));
            }
        }
    }
    let found = hits(&mut house, soren(), &query("hemmelig", Sort::Date));
    assert_eq!(found[0].what, Found::Addendum(AddendumId::from_u128(7), TalkId::from_u128(5001)));
    assert_eq!(found[0].date, soren().at.date());
}

#[test]
fn searching_one_case_covers_all_its_notes() {
    let mut texts = vec!["Første gang"; 1];
    texts.resize(3000, "Igen og igen");
    let mut house = house(&texts);
    let of = |n, text: &str| SearchQuery { case: Some(case_id(n)), ..query(text, Sort::Relevance) };
    assert_eq!(numbers(&hits(&mut house, soren(), &of(1, "forste"))), [0]);
    assert_eq!(numbers(&hits(&mut house, soren(), &of(1, "fø"))), [0]);
    assert_eq!(hits(&mut house, soren(), &of(1, "igen")).len(), 50);
    assert_eq!(hits(&mut house, soren(), &of(2, "igen")), []);
}

#[test]
fn the_number_of_unlisted_hits_is_reported() {
    let mut texts = vec!["Mor ringede"; 300];
    texts.push("Mor ringede om fravær");
    let mut house = house(&texts);
    let mut told = |text: &str, sort, limit| {
        let Hits { hits, seen, more } =
            house.search(soren(), &SearchQuery { limit, ..query(text, sort) }).unwrap();
        (hits.len(), seen, more)
    };
    assert_eq!(told("fravær", Sort::Relevance, 50), (1, 1, false));
    assert_eq!(told("mor", Sort::Relevance, 50), (50, 200, true));
    assert_eq!(told("mor", Sort::Relevance, 250), (250, 250, true));
    assert_eq!(told("mor", Sort::Relevance, 400), (301, 301, false));
    assert_eq!(told("mor", Sort::Date, 50), (50, 50, true));
    assert_eq!(told("intet", Sort::Date, 50), (0, 0, false));
    let of = SearchQuery { case: Some(case_id(1)), ..query("mor", Sort::Date) };
    let Hits { hits, seen, more } = house.search(soren(), &of).unwrap();
    assert_eq!((hits.len(), seen, more), (50, 301, false));
}

#[test]
fn only_ones_own_drafts_are_found() {
    let mut house = house(&["Møde i går"]);
    let fields =
        [("text", "Kladde om møder"), ("kind", "parent"), ("case", "000000000000000000000000000003e9")];
    let draft = Draft {
        id: DraftId::from_u128(77),
        author: SOREN,
        form: "talk".to_owned(),
        case: Some(case_id(1)),
        fields: fields.map(|(k, v)| (k.to_owned(), v.to_owned())).into_iter().collect::<BTreeMap<_, _>>(),
        base: None,
        writers: vec![],
        revision: 0,
        saved_at: soren().at,
        held: None,
    };
    house.save_draft(soren(), 1, &draft).unwrap();
    let found = hits(&mut house, soren(), &query("møde", Sort::Relevance));
    assert_eq!(numbers(&found), [0, 77]);
    assert_eq!(found[1].what, Found::Draft(draft.id));
    assert_eq!(
        (found[1].kind, found[1].case),
        (Some(trivsel_domain::record::TalkKind::Parent), Some(case_id(1)))
    );
    assert_eq!(&found[1].snippet[found[1].marks[0].clone()], "møde");
    assert_eq!(numbers(&hits(&mut house, aegir(), &query("møde", Sort::Relevance))), [0]);
    assert_eq!(numbers(&hits(&mut house, soren(), &query("0003e9", Sort::Relevance))), []);
}

#[test]
fn every_search_is_logged_with_its_text_and_never_stored_in_plain_text() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    fill(&mut house, seated_cases(1), |records| records.talks = notes(&["Indlæggelsen"]));
    house
        .search(soren(), &SearchQuery { case: Some(case_id(1)), ..query(" Indlæggelse ", Sort::Date) })
        .unwrap();
    house.search(aegir(), &query("selvskadende", Sort::Relevance)).unwrap();
    house.search(aegir(), &query("  ", Sort::Relevance)).unwrap();
    let logged = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let said: Vec<_> = logged.iter().map(|l| (l.by, l.access.clone())).collect();
    let search = |case, text: &str| Access::Search { case, text: text.to_owned() };
    assert_eq!(
        said,
        [(AEGIR, search(None, "selvskadende")), (SOREN, search(Some(case_id(1)), "Indlæggelse"))]
    );
    for (path, bytes) in crate::store::content(&place.path) {
        for word in ["selvskadende", "ndlæggelse", "ndlaeggelse"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {}", path.display());
        }
    }
    drop(house);
    // A read-only house is searched without a log entry.
    let mut house = House::open_for(&folder, &fixed_key(7), OpenMode::Read, profiles()).unwrap();
    assert_eq!(numbers(&hits(&mut house, soren(), &query("læggelse", Sort::Relevance))), [0]);
    assert_eq!(house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap().len(), 2);
}
