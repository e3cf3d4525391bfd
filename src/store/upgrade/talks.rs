//! Tests that the talks and drafts of a schema 1 house survive the migrations.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;
use trivsel_domain::record::{Matter, OpenTo, Participant, Talk, TalkKind, TalkSource};
use trivsel_domain::value::{CaseId, ChildId, DraftId, Line, LongText, StaffId, TalkId};

use crate::full::{MEMBER, now, programme};
use crate::history::{Chain, Sealed, head};
use crate::{Asker, Draft, House, OpenMode, SearchQuery, StoreError, migrate, row};

const CASE: CaseId = CaseId::from_u128(9);
const CHILD: ChildId = ChildId::from_u128(1);

/// The people and cases of the schema 1 house.
const PEOPLE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård Åse', 'SØ', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000001', 'Åse', '[]');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000009', x'00000000000000000000000000000001', 'trivsel', '2026-08-01',
                'referral',
                '[{\"from\":null,\"to\":\"referral\",\"on\":\"2026-08-01\",\"waived\":[\"case_files\"],\"reason\":\"imported\"}]');";

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

/// A talk as today's program reads it from the history and from its columns.
fn talk(n: u128, matter: Matter, start: Option<&str>, with: Option<&str>) -> Talk {
    Talk {
        id: TalkId::from_u128(n),
        matter,
        date: "2026-11-20".parse().expect("a date"),
        start: start.map(|s| s.to_owned().try_into().expect("a time")),
        minutes: None,
        participants: with.map(|w| Participant::Other(line(w))).into_iter().collect(),
        themes: vec![],
        methods: vec![],
        text: LongText::new(&format!("Søren sagde:\n\"{n}\"")).expect("a text"),
        author: MEMBER,
        signed_at: Some(now().into()),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    }
}

/// The talks, each with its case and kind in schema 1.
fn talks() -> Vec<(Talk, Option<CaseId>, &'static str)> {
    let of_case = |kind| Matter::of_case(CASE, kind).expect("of a case");
    let nowhere = || Matter::consultation(line("–"), None);
    let parent = TalkKind::Parent;
    let unsigned = |talk| Talk { signed_at: None, ..talk };
    vec![
        (talk(1, of_case(parent), Some("09:30"), Some("mor og \"far\"")), Some(CASE), "parent"),
        (talk(2, of_case(TalkKind::Message), None, None), Some(CASE), "consultation"),
        (talk(3, nowhere(), Some("13:05"), Some("læreren")), None, "consultation"),
        (talk(4, nowhere(), None, None), None, "status"),
        (unsigned(talk(5, of_case(parent), Some("08:00"), Some("far"))), Some(CASE), "parent"),
        (unsigned(talk(6, nowhere(), None, None)), None, "status"),
    ]
}

/// A talk in the history of schema 1: without parts, and with the participants as a line of text.
fn old_body(talk: &Talk, case: Option<CaseId>, kind: &str) -> String {
    let with = match talk.participants.first() {
        Some(Participant::Other(who)) => json!(who),
        _ => json!(null),
    };
    let new = json!({
        "id": talk.id, "case": case, "kind": kind, "date": talk.date, "start": talk.start, "minutes": null,
        "participants": with, "text": talk.text, "author": talk.author, "signed_at": talk.signed_at,
    });
    json!({ "of": "talk", "edit": { "old": null, "new": new } }).to_string()
}

pub(super) fn history(conn: &Connection, subject: &str, body: &str) {
    let chain = Chain::of(conn).expect("a chain");
    let (last, before) = match head(conn).expect("a head") {
        Some((last, before)) => (last, before.to_vec()),
        None => (0, chain.root.to_vec()),
    };
    let (seq, by) = (last + 1, MEMBER.as_u128().to_be_bytes());
    let at = "2026-11-25T08:15:00";
    let sealed = Sealed {
        seq,
        number: seq,
        at,
        by: &by,
        nature: "do",
        action_kind: "found",
        subject,
        body,
        taken: None,
    };
    let mac = chain.seal(&before, &sealed).expect("a seal");
    let sql = "INSERT INTO history VALUES (?1, ?1, ?2, ?3, 'do', 'found', ?4, ?5, ?6)";
    conn.execute(sql, (seq, at, by, subject, body, mac)).expect("written");
}

/// A house as a schema 1 program wrote it.
fn old_house() -> Connection {
    let conn = Connection::open_in_memory().expect("a database");
    conn.execute_batch(include_str!("../../../data/schema/0001_house.sql")).expect("schema 1");
    conn.pragma_update(None, "user_version", 1).expect("a version");
    conn.execute("INSERT INTO house VALUES (1, ?1, '2026-08-10T07:30:00', ?2)", ([7; 16], [8; 32]))
        .expect("a house");
    conn.execute_batch(PEOPLE).expect("rows");
    // The history of these rows, in the form of schema 1.
    let staff = json!({
        "id": MEMBER, "name": "Søren Ægård Åse", "initials": "SØ", "competencies": [], "phone": null, "mail": null,
        "left_on": null,
    });
    let child = json!({ "id": CHILD, "name": "Åse", "born": null, "school": null, "classes": [] });
    let case = json!({
        "id": CASE, "child": CHILD, "programme": "trivsel", "referral": { "on": "2026-08-01", "note": null },
        "standing": { "at": "referral" }, "contacts": { "primary": null, "secondary": null }, "expected_end": null,
        "moves": [
            { "from": null, "to": "referral", "on": "2026-08-01", "waived": ["case_files"], "reason": "imported" },
        ],
    });
    for (subject, of, new) in [
        (format!("staff/{MEMBER}"), "staff", staff),
        ("programme/trivsel".to_owned(), "programme", json!({ "code": "trivsel", "seats": null })),
        (format!("child/{CHILD}"), "child", child),
        (format!("case_file/{CASE}"), "case", case),
    ] {
        history(&conn, &subject, &json!({ "of": of, "edit": { "old": null, "new": new } }).to_string());
    }
    for (talk, case, kind) in talks() {
        let with = match talk.participants.first() {
            Some(Participant::Other(who)) => Value::Text(who.as_str().to_owned()),
            _ => Value::Null,
        };
        conn.execute(
            "INSERT INTO talk VALUES (?1, ?2, ?3, '2026-11-20', ?4, NULL, ?5, ?6, ?7, ?8)",
            (
                talk.id.as_u128().to_be_bytes(),
                case.map(|c| c.as_u128().to_be_bytes()),
                kind,
                talk.start.map(|s| s.to_string()),
                with,
                talk.text.as_str(),
                MEMBER.as_u128().to_be_bytes(),
                talk.signed_at.map(|at| at.at().format("%Y-%m-%dT%H:%M:%S").to_string()),
            ),
        )
        .expect("a talk");
        history(&conn, &format!("talk/{}", talk.id), &old_body(&talk, case, kind));
    }
    conn
}

fn upgraded() -> House {
    let mut conn = old_house();
    migrate::to_latest(&mut conn).expect("brought up to date");
    conn.pragma_update(None, "foreign_keys", true).expect("references");
    House::of(conn, None, OpenMode::Write, vec![programme()]).expect("a house")
}

#[test]
fn signed_talks_are_as_they_were_and_the_history_still_makes_them() {
    let house = upgraded();
    let signed: Vec<Talk> = talks().into_iter().map(|t| t.0).filter(|t| t.signed_at.is_some()).collect();
    assert_eq!(row::all::<Talk>(house.conn()), Ok(signed));
    let sound = house.verify().expect("sound");
    assert_eq!((sound.actions, sound.changes), (11, 11));
    assert_eq!(migrate::version(house.conn()), Ok(migrate::SCHEMA_VERSION));
}

#[test]
fn drafts_move_to_a_place_of_their_own() {
    let mut house = upgraded();
    let drafts = house.drafts(MEMBER).expect("drafts");
    let fields = |draft: &Draft| {
        let of = |name: &str| draft.fields.get(name).map(String::as_str).unwrap_or("?").to_owned();
        ["case", "kind", "date", "start", "minutes", "with", "text"].map(of)
    };
    let case = "00000000000000000000000000000009";
    let expected = [
        (6, None, ["", "status", "20.11.2026", "", "", "", "Søren sagde:\n\"6\""]),
        (5, Some(CASE), [case, "parent", "20.11.2026", "08.00", "", "far", "Søren sagde:\n\"5\""]),
    ];
    assert_eq!(drafts.len(), 2);
    for (draft, (n, case, texts)) in drafts.iter().zip(expected) {
        assert_eq!((draft.id, draft.case), (DraftId::from_u128(n), case));
        assert_eq!((draft.author, draft.form.as_str(), draft.revision), (MEMBER, "talk", 1));
        assert_eq!(fields(draft), texts);
        assert_eq!((draft.held, draft.writers.as_slice()), (None, &[][..]));
    }
    assert_eq!(house.drafts(StaffId::from_u128(2)), Ok(vec![]));
    // Dropping a draft leaves the history unchanged.
    assert_eq!(house.drop_draft(Asker::new(MEMBER, now()), DraftId::from_u128(5)), Ok(true));
    house.verify().expect("sound");
}

#[test]
fn old_talks_are_found_by_their_words_and_by_who_wrote_them() {
    let mut house = upgraded();
    let asker = Asker::new(MEMBER, now());
    let mut found = |text: &str| {
        let query = SearchQuery { text: text.to_owned(), limit: 9, ..SearchQuery::default() };
        house.search(asker, &query).expect("an answer").hits.len()
    };
    assert_eq!(found("soren"), 6);
    assert_eq!(found("laeren"), 0);
    assert_eq!(found("læreren"), 1);
    let query = crate::TalkQuery { staff: vec![MEMBER], limit: 9, ..crate::TalkQuery::default() };
    assert_eq!(house.talks(&query, MEMBER).expect("a log").len(), 4);
}

#[test]
fn a_talk_that_was_signed_and_is_gone_is_missed() {
    let mut conn = old_house();
    conn.execute_batch("DROP TRIGGER signed_talk_is_kept; DELETE FROM talk WHERE start = '09:30'")
        .expect("gone");
    migrate::to_latest(&mut conn).expect("brought up to date");
    let house = House::of(conn, None, OpenMode::Write, vec![programme()]).expect("a house");
    let gone = StoreError::Corrupt { table: "history", what: "a record is gone that no change removed" };
    assert_eq!(house.verify(), Err(gone));
}
