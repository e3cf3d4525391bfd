//! Erasing: what is erased is nowhere any more, what stays holds together, and a restored backup erases it again.

use std::fs;

use trivsel_domain::decide::{Action, Denied, Reason, Retained};
use trivsel_domain::record::{
    ArchiveDecision, Case, Closing, Contacts, Day, Edit, HouseSettings, Misplacement, Origin, Outcome,
    Participant, Person, Records, Referral, Retention, Standing, Stay, Talk, TwoChildren,
};
use trivsel_domain::rules::generations::Generations;
use trivsel_domain::value::{
    ArchiveDecisionId, ChildId, DraftId, Line, LongText, Mark, MisplacementId, PersonId, PersonName, Role,
    TalkId, TwoChildrenId,
};
use trivsel_store::{
    Access, AccessQuery, Asker, Beside, Draft, ErasedElsewhere, House, HouseFolder, Restoring, StoreError,
    backup_at,
};

use crate::harness::template;
use crate::store::merged::{TRACES, TWICE, entered_twice, make_one};
use crate::store::service::{
    case, case_id, closed, date, fill, founded, founding, mark_today, profiles, reasons, reopen, seated,
    soren, stay, talk,
};
use crate::store::{Place, fixed_key, raw};

/// The child that is erased, who is the fifth: its name is Zoë O'Brien-Ñuñez.
const GONE: ChildId = ChildId::from_u128(4);
const NAME: &str = "O'Brien-Ñuñez";
const MOTHER: &str = "Fleur Delacroix-Åbenrå";
const SECRET: &str = "hemmeligheden om kælderen";

fn reason() -> Line {
    Line::new("Opbevaringstiden er gået").unwrap()
}

fn person(id: u128, child: u128, name: &str) -> Person {
    Person {
        id: PersonId::from_u128(id),
        child: ChildId::from_u128(child),
        role: Role::Mother,
        name: PersonName::new(name).unwrap(),
        custody: Some(true),
        phone: Line::new("44 55 66 77").ok().filter(|_| child == 4),
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

/// Two children in their seats, and one whose case ended in 2019, with notes, a mother, marks, a draft and searches. Its
/// mother also took part in a consultation.
fn filled(house: &mut House, more: fn(&mut Records)) {
    let long_ago = Case {
        standing: Standing::Closed {
            stay: Stay { from: date("2018-08-13"), ..stay(3) },
            closing: Closing {
                on: date("2019-06-28"),
                outcome: Outcome::GeneralSchool,
                place: Line::new("Fjordskolen").ok(),
            },
        },
        referral: Referral { on: date("2018-06-01"), note: Line::new(SECRET).ok() },
        contacts: Contacts::default(),
        expected_end: None,
        ..case(4, closed(3, "2019-06-28"))
    };
    fill(house, vec![case(1, seated(1)), case(2, seated(2)), long_ago], |records: &mut Records| {
        records.people.push(person(70, 4, MOTHER));
        records.people.push(person(71, 1, "Åse Holm"));
        let of_theirs = |n: u128, text: &str| Talk {
            text: LongText::new(text).unwrap(),
            participants: vec![Participant::Person(PersonId::from_u128(70))],
            ..talk(n, Some(4), "2019-02-04")
        };
        records.talks.push(of_theirs(1, &format!("Zoë fortalte om {SECRET}.")));
        records.talks.push(of_theirs(2, "Endnu en samtale med Zoë."));
        records.talks.push(talk(3, Some(1), "2026-11-02"));
        // A note about her that was written on another child.
        let text = LongText::new("Forkert barn: Fleur Delacroix ringede").unwrap();
        records.talks.push(Talk { text, ..talk(5, Some(1), "2019-05-06") });
        records.misplacements.push(Misplacement {
            id: MisplacementId::from_u128(80),
            talk: TalkId::from_u128(5005),
            right: Some(case_id(4)),
            note: Line::new("hører til Zoë").ok(),
            by: soren().staff,
            at: soren().at.into(),
        });
        records.talks.push(Talk {
            participants: vec![Participant::Person(PersonId::from_u128(70))],
            text: LongText::new("Sparring om klassen").unwrap(),
            ..talk(4, None, "2019-03-01")
        });
        // Found to be two: the erased child and another, whichever is named first.
        let two =
            |n, one, other| TwoChildren { id: TwoChildrenId::from_u128(n), one, other, by: soren().staff };
        let [first, second] = [1, 2].map(ChildId::from_u128);
        records.two_children = vec![two(1, first, GONE), two(2, GONE, second), two(3, first, second)];
        records.days.push(Day {
            remark: Line::new(SECRET).ok(),
            case: case_id(4),
            date: date("2019-03-04"),
            origin: Origin::Own,
            register: None,
            first: Some(Mark::Present),
            second: None,
            foretold: None,
            mood: None,
        });
        more(records);
    });
    mark_today(house, soren(), 1, Mark::Present);
    let draft = Draft {
        id: DraftId::from_u128(900),
        author: soren().staff,
        form: "talk".to_owned(),
        case: Some(case_id(4)),
        fields: [("text".to_owned(), format!("Kladde: {SECRET}"))].into(),
        base: None,
        writers: vec![],
        revision: 0,
        saved_at: soren().at,
        held: None,
    };
    house.save_draft(soren(), 1, &draft).unwrap();
    house.release_draft(1, draft.id).unwrap();
    house.log_access(soren(), &Access::Case(case_id(4))).unwrap();
    for (case, text) in [(4, "hendes bror"), (1, "ring til Fleur"), (1, "vikar"), (1, "del af vagten")] {
        let why = Access::Why { case: Some(case_id(case)), talk: None, text: text.to_owned() };
        house.log_access(soren(), &why).unwrap();
    }
    for text in ["fleur", "kælder", "fravær"] {
        let case = (text == "kælder").then(|| case_id(4));
        house.log_access(soren(), &Access::Search { case, text: text.to_owned() }).unwrap();
    }
}

fn on_disk(place: &Place) -> HouseFolder {
    on_disk_with("to erase from", place, |_| ())
}

fn on_disk_with(name: &str, place: &Place, more: fn(&mut Records)) -> HouseFolder {
    template::put(name, &place.path, |at| {
        let folder = HouseFolder::create_throwaway(at).unwrap();
        let made = House::found(&folder, &fixed_key(7), profiles(), &founding(), founded());
        filled(&mut made.unwrap(), more);
    });
    HouseFolder::open(&place.path).unwrap()
}

/// The database decrypted by SQLCipher: every row, and every page of the index.
fn decrypted(folder: &HouseFolder) -> Vec<u8> {
    let place = tempfile::tempdir().unwrap();
    let plain = place.path().join("plain.db");
    raw(folder)
        .execute_batch(&format!(
            "ATTACH DATABASE '{}' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH DATABASE plain;",
            plain.display()
        ))
        .unwrap();
    fs::read(plain).unwrap()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// What must not be left anywhere.
fn traces() -> Vec<String> {
    let mut traces = [
        NAME,
        MOTHER,
        SECRET,
        "44 55 66 77",
        "Fjordskolen",
        "Endnu en samtale",
        "fleur",
        "Forkert barn",
        "hører til Zoë",
        "hendes bror",
        "ring til Fleur",
    ]
    .map(str::to_owned)
    .to_vec();
    traces.push("kælder".to_owned());
    traces
}

#[test]
fn no_byte_of_a_name_or_a_text_is_left_also_of_a_record_that_was_merged() {
    let place = Place::new();
    let folder = on_disk_with("entered twice", &place, entered_twice);
    make_one(&mut reopen(&folder), GONE);
    let before = decrypted(&folder);
    for text in traces().into_iter().chain(TRACES.map(str::to_owned)) {
        assert!(holds(&before, &text), "the test looks for what was never there: {text}");
    }
    let mut house = reopen(&folder);
    let would = house.would_erase(&[GONE]).unwrap();
    let erasing = house.erase(soren(), &[GONE], &reason()).unwrap();
    assert_eq!(erasing, would);
    let of = |kind: &str| {
        erasing.records.iter().find(|(k, _)| trivsel_domain::value::Coded::code(**k) == kind).map(|(_, n)| *n)
    };
    assert_eq!((of("child"), of("case"), of("talk"), of("person")), (Some(1), Some(2), Some(3), Some(2)));
    assert_eq!((erasing.drafts, erasing.searches), (1, 4));
    assert_eq!(house.records().unwrap().two_children.len(), 1);
    drop(house);
    let after = decrypted(&folder);
    for text in traces().into_iter().chain(TRACES.map(str::to_owned)) {
        assert!(!holds(&after, &text), "{text} is still in the database");
    }
    reopen(&folder).verify().unwrap();
    for file in ["house.db-wal", "house.db-journal"] {
        let left = fs::read(place.path.join(file)).unwrap_or_default();
        assert!(left.is_empty(), "{file} holds {} bytes", left.len());
    }
}

#[test]
fn what_stays_holds_together_and_the_record_says_that_not_what() {
    let place = Place::new();
    let folder = on_disk(&place);
    let mut house = reopen(&folder);
    let before = house.verify().unwrap();
    house.erase(soren(), &[GONE], &reason()).unwrap();
    let after = house.verify().unwrap();
    // One line for the erasure, one for the consultation that lost a name.
    assert_eq!((after.changes, after.looks), (before.changes + 2, before.looks));
    assert_eq!((after.notes, after.drafts), (before.notes - 3, 0));
    let records = house.records().unwrap();
    assert_eq!(records.contradictions(), Default::default());
    assert_eq!((records.children.len(), records.cases.len(), records.people.len()), (2, 2, 1));
    let consultation = records.talks.iter().find(|talk| talk.case().is_none()).unwrap();
    assert_eq!(consultation.participants, [Participant::Role(Role::Mother)]);
    let [erasure] = records.erasures.as_slice() else { panic!("{:?}", records.erasures) };
    assert_eq!((erasure.cases, erasure.by, &erasure.reason), (1, soren().staff, &reason()));
    // That somebody looked stays; what was searched for is gone.
    let looks = house.access_log(&AccessQuery { limit: 100, ..AccessQuery::default() }).unwrap();
    let searches: Vec<String> = looks
        .into_iter()
        .rev()
        .filter_map(|look| match look.access {
            Access::Search { text, .. } => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(searches, ["", "", "fravær"]);
    // The house goes on: marks, undo, and another look.
    mark_today(&mut house, soren(), 2, Mark::Sick);
    house.perform(soren(), &Action::Undo).unwrap();
    house.perform(soren(), &Action::Undo).unwrap();
    house.verify().unwrap();
    drop(house);
    assert_eq!(reopen(&folder).beside(), Beside::Agrees);
}

#[test]
fn an_emptied_line_that_the_program_did_not_empty_is_found() {
    let place = Place::new();
    let folder = on_disk(&place);
    drop(reopen(&folder).erase(soren(), &[GONE], &reason()).unwrap());
    let tampering = [
        // A line that was not erased is emptied in the same way.
        "UPDATE history SET body = '{\"edit\":{\"new\":false}}', subject = ''
            WHERE seq = (SELECT max(seq) FROM history WHERE deed = 'mark')",
        "DELETE FROM erased_row WHERE what = 'history' AND seq = (SELECT min(seq) FROM erased_row WHERE what = 'history')",
        "UPDATE history SET at = '2020-01-01T00:00:00' WHERE seq = (SELECT min(seq) FROM erased_row WHERE what = 'history')",
        "UPDATE access SET details = '' WHERE details = 'fravær'",
        "UPDATE access SET at = '2020-01-01T00:00:00' WHERE seq = (SELECT min(seq) FROM erased_row WHERE what = 'access')",
        "DELETE FROM erased_row WHERE what = 'access'",
    ];
    for sql in tampering {
        let other = Place::new();
        let copy = on_disk(&other);
        let mut house = reopen(&copy);
        house.erase(soren(), &[GONE], &reason()).unwrap();
        house.verify().unwrap();
        drop(house);
        let conn = raw(&copy);
        conn.execute_batch("DROP TRIGGER history_stays; DROP TRIGGER access_stays").unwrap();
        assert!(conn.execute(sql, []).unwrap() > 0, "{sql}");
        drop(conn);
        let found = reopen(&copy).verify();
        assert!(matches!(found, Err(StoreError::Corrupt { .. })), "{sql}: {found:?}");
    }
}

#[test]
fn too_early_an_open_case_and_a_colleague_are_refused_with_every_reason() {
    let place = Place::new();
    let folder = on_disk(&place);
    let mut house = reopen(&folder);
    let refused = reasons(house.erase(soren(), &[ChildId::from_u128(1)], &reason()));
    assert!(matches!(refused.as_slice(), [Reason::Retained(Retained::Open { .. })]), "{refused:?}");
    let early = Asker::new(soren().staff, date("2024-06-27").and_hms_opt(9, 0, 0).unwrap());
    let refused = reasons(house.erase(early, &[GONE], &reason()));
    let from = date("2024-06-28");
    assert!(
        matches!(refused.as_slice(), [Reason::Retained(Retained::TooEarly { from: found, .. })] if *found == from),
        "{refused:?}"
    );
    let refused = reasons(house.erase(crate::store::service::aegir(), &[GONE], &reason()));
    assert!(matches!(refused.as_slice(), [Reason::OnlyLeaders(_)]), "{refused:?}");
    // A municipality's house needs the decision of an archive.
    let seen = house.settings().unwrap();
    let retention = Retention { municipal: true, ..Retention::default() };
    let new = HouseSettings { retention, ..seen.clone().unwrap_or_default() };
    house.perform(soren(), &Action::Settle { seen: seen.map(Box::new), new: Box::new(new) }).unwrap();
    let refused = reasons(house.erase(soren(), &[GONE], &reason()));
    assert!(
        matches!(refused.as_slice(), [Reason::Retained(Retained::NoArchiveDecision { .. })]),
        "{refused:?}"
    );
    let decision = |id: u128, until: &str| ArchiveDecision {
        id: ArchiveDecisionId::from_u128(id),
        archive: Line::new("Stadsarkivet").unwrap(),
        what: Line::new("Journaler må kasseres, brev af 3. november").unwrap(),
        on: date("2026-11-03"),
        ended_until: date(until),
        by: soren().staff,
    };
    house.perform(soren(), &Action::Save(vec![Edit::create(decision(1, "2018-12-31")).into()])).unwrap();
    assert!(matches!(house.erase(soren(), &[GONE], &reason()), Err(Denied::Refused(_))));
    house.perform(soren(), &Action::Save(vec![Edit::create(decision(2, "2019-12-31")).into()])).unwrap();
    house.erase(soren(), &[GONE], &reason()).unwrap();
    house.verify().unwrap();
}

#[test]
fn a_house_that_is_open_elsewhere_erases_nothing() {
    let place = Place::new();
    let folder = on_disk(&place);
    let mut house = reopen(&folder);
    let other = reopen(&folder);
    other.records().unwrap();
    let before = house.records().unwrap();
    assert_eq!(house.erase(soren(), &[GONE], &reason()), Err(Denied::Failed(StoreError::HouseInUse)));
    assert_eq!(house.records().unwrap(), before);
    // The house goes on beside the other, which can be asked to close it.
    house.ask_to_close(soren()).unwrap();
    assert_eq!(other.last_key_event().unwrap(), house.last_key_event().unwrap());
    drop(other);
    house.erase(soren(), &[GONE], &reason()).unwrap();
}

#[test]
fn a_restored_backup_from_before_erases_it_again() {
    let place = Place::new();
    let folder = on_disk_with("entered twice", &place, entered_twice);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    let at = date("2026-11-20").and_hms_opt(2, 0, 0).unwrap();
    let backup = house.back_up(&to, at, Generations::USUAL).unwrap().backup.path;
    make_one(&mut house, GONE);
    house.erase(soren(), &[GONE], &reason()).unwrap();
    house.verify().unwrap();
    drop(house);
    for file in crate::store::content(&to).values() {
        assert!(!holds(file, NAME) && !holds(file, "Opbevaringstiden"));
    }
    let new = place.beside("nyt hus");
    let restoring = Restoring::begin(backup_at(&backup).unwrap(), &new).unwrap();
    let mut house = restoring.open(&fixed_key(7), profiles()).unwrap();
    let found = house.erasures_elsewhere(&to, &[]).unwrap();
    let later = found.later.clone();
    assert!(found.is_known);
    assert_eq!(later.iter().map(|one| one.children.clone()).collect::<Vec<_>>(), [[GONE, TWICE]]);
    assert_eq!(
        house.erasures_elsewhere(&place.beside("ingen"), std::slice::from_ref(&place.path)).unwrap(),
        found
    );
    // Without a list, nobody knows.
    let nowhere = house.erasures_elsewhere(&place.beside("ingen"), &[]).unwrap();
    assert_eq!(nowhere, ErasedElsewhere::default());
    assert_eq!(house.erase_again(soren(), &later), Ok(1));
    assert_eq!(house.erase_again(soren(), &later), Ok(0));
    let folder = restoring.finish(house).unwrap();
    let bytes = decrypted(&folder);
    for text in traces().into_iter().chain(TRACES.map(str::to_owned)) {
        assert!(!holds(&bytes, &text), "{text} is back");
    }
    let house = reopen(&folder);
    house.verify().unwrap();
    assert_eq!(house.erasures().unwrap()[0].children, [GONE, TWICE]);
}

#[test]
fn the_children_past_retention_are_counted_on_their_day() {
    let place = Place::new();
    let folder = on_disk(&place);
    let house = reopen(&folder);
    let past = |on: &str| house.past_retention(date(on)).unwrap();
    assert_eq!(past("2024-06-27"), []);
    assert_eq!(past("2024-06-28"), [(date("2024-06-28"), GONE)]);
    assert_eq!(past("2026-11-25"), [(date("2024-06-28"), GONE)]);
}
