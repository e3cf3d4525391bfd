//! Tests that a schema 4 house with a record of each kind survives the migration to tables of codes: every record reads
//! as before, and the database forbids what it forbade before.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::{Value, json};
use trivsel_domain::decide::{Action, ActionKind, Nature};
use trivsel_domain::record::{Change, Records};

use crate::full::{MEMBER, now, programme};
use crate::history::{self, Chain, Stamp};
use crate::row::Noun;
use crate::{Asker, House, OpenMode, SearchQuery, codes, migrate, search_index};

/// Two cases of two children, one seated and one closed, and a record of each kind for the first.
fn records() -> Vec<Value> {
    let id = |n: u32| format!("00000000-0000-0000-0000-{n:012}");
    let (child, case, talk) = (id(2), id(3), id(4));
    let long = "Åse kom på cykel og blev hele dagen.";
    let case_of = |id: String, child: String, standing: Value| {
        json!(["case", { "id": id, "child": child, "programme": "trivsel",
            "referral": { "on": "2026-08-01", "note": null }, "standing": standing,
            "contacts": { "primary": MEMBER, "secondary": null }, "expected_end": null, "moves": [] }])
    };
    let stay = json!({ "seat": 1, "from": "2026-08-10" });
    let closing = json!({ "on": "2026-10-01", "outcome": "general_school", "place": "Lindeskolen" });
    vec![
        json!(["staff", { "id": MEMBER, "name": "Søren Ægård Åse", "initials": "SØ", "competencies": ["therapy"],
            "phone": null, "mail": null, "left_on": null }]),
        json!(["programme", { "code": "trivsel", "seats": null }]),
        json!(["closure", { "id": id(20), "kind": "autumn", "name": null, "rule": { "rule": "week", "week": 42 } }]),
        json!(["child", { "id": child, "name": "Åse Ægård", "born": null, "school": null, "classes": [] }]),
        json!(["child", { "id": id(5), "name": "Bo Ægård", "born": null, "school": null, "classes": [] }]),
        json!(["person", { "id": id(6), "child": child, "role": "mother", "name": "Inge", "custody": true,
            "phone": null, "mail": null, "workplace": null, "note": null, "until": null }]),
        case_of(case.clone(), child, json!({ "at": "seated", "stage": "course", "stay": stay })),
        case_of(id(7), id(5), json!({ "at": "closed", "stay": stay, "closing": closing })),
        json!(["goal", { "id": id(8), "case": case, "kind": "academic", "text": "Dansk hver dag", "municipal": null,
            "set_on": "2026-09-01", "progress": [], "ended": { "on": "2026-11-01", "how": "reached" } }]),
        json!(["intervention", { "id": id(9), "case": case, "kind": "teacher", "from": "2026-09-01", "to": null,
            "who": [], "note": null }]),
        json!(["document", { "id": id(10), "case": case, "kind": "status-letter", "version": 1, "sections": [],
            "steps": [], "destination": "moved", "receiving": null, "author": MEMBER, "written_on": "2026-11-01",
            "signed": { "by": MEMBER, "at": "2026-11-01T10:00:00" } }]),
        json!(["appointment", { "id": id(11), "date": "2026-12-01", "hours": { "from": "09:00", "to": "10:00" },
            "title": "Forældresamtale", "kind": "parent", "case": case, "staff": [MEMBER] }]),
        json!(["talk", { "id": talk, "case": case, "kind": "parent",
            "date": "2026-11-20", "start": "09:30", "minutes": 30, "participants": [], "themes": ["søvn"],
            "methods": [], "text": long, "author": MEMBER, "signed_at": "2026-11-20T11:00:00", "open_to": "house",
            "source": "own" }]),
        json!(["addendum", { "id": id(12), "talk": talk, "text": "Og dagen efter.", "author": MEMBER,
            "at": "2026-11-21T08:00:00" }]),
        json!(["follow_up", { "id": id(13), "talk": talk, "case": case, "what": "Ringe til PPR",
            "who": { "staff": MEMBER }, "due": "2026-12-01", "closing": { "how": "done", "by": MEMBER,
                "at": "2026-11-22T08:00:00", "note": null } }]),
        json!(["measure", { "id": id(14), "case": case, "talk": talk, "date": "2026-11-20", "rater": "child",
            "score": { "own": { "series": "søvn", "value": 70 } } }]),
    ]
}

fn changes(records: Vec<Value>) -> Vec<Change> {
    let change = |record: Value| {
        let change = json!({ "of": record[0], "edit": { "old": null, "new": record[1] } });
        serde_json::from_value(change).unwrap_or_else(|error| panic!("{error}: {record}"))
    };
    records.into_iter().map(change).collect()
}

/// The indexes and triggers of the schema, by name.
fn rules(conn: &Connection) -> BTreeMap<String, String> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL";
    let mut statement = conn.prepare(sql).expect("a question");
    let rules = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("an answer");
    rules.collect::<Result<_, _>>().expect("rules")
}

/// The changes that the schema 4 house was written with: all the records, and one day in a step of its own.
fn steps() -> [(ActionKind, Vec<Change>); 2] {
    let day = json!(["day", { "case": "00000000-0000-0000-0000-000000000003", "date": "2026-11-25", "origin": "own",
        "first": { "mark": "late", "at": "08:30" }, "second": null, "foretold": null, "remark": "Træt", "mood": 4 }]);
    [(ActionKind::Found, changes(records())), (ActionKind::Mark, changes(vec![day]))]
}

/// The same records in a house of this program.
fn today() -> Records {
    let conn = crate::open::make_in_memory().expect("a database");
    conn.execute("INSERT INTO house VALUES (1, ?1, '2026-08-10T07:30:00', ?2)", ([7; 16], [8; 32]))
        .expect("a house");
    codes::seed(&conn).expect("the codes");
    for (action_kind, changes) in steps() {
        let stamp = Stamp { at: now().into(), by: MEMBER, nature: Nature::Do, action_kind };
        history::write_step(&conn, &Chain::of(&conn).expect("a chain"), stamp, &changes).expect("written");
    }
    House::of(conn, None, OpenMode::Write, vec![programme()])
        .and_then(|house| house.records())
        .map(led)
        .expect("records")
}

/// The records as they are since there are leaders: the founder leads the house.
fn led(mut records: Records) -> Records {
    records.staff.iter_mut().for_each(|staff| staff.leader = true);
    records
}

/// A schema 4 house of that program, brought up to date, and the rules of its schema before.
fn upgraded() -> (House, BTreeMap<String, String>) {
    let mut conn = Connection::open_in_memory().expect("a database");
    conn.pragma_update(None, "foreign_keys", false).expect("a setting");
    migrate::migrations().to_version(&mut conn, 4).expect("schema 4");
    conn.execute_batch(include_str!("house_4.sql")).expect("rows");
    let written = today();
    for talk in &written.talks {
        search_index::put_talk(&conn, talk).expect("an index");
    }
    for one in &written.addenda {
        one.after_write(&conn).expect("an index");
    }
    let rules = rules(&conn);
    migrate::to_latest(&mut conn).expect("brought up to date");
    codes::seed(&conn).expect("the codes");
    conn.pragma_update(None, "foreign_keys", true).expect("references");
    (House::of(conn, None, OpenMode::Write, vec![programme()]).expect("a house"), rules)
}

#[test]
fn everything_reads_as_before_and_the_history_verifies() {
    let (house, old_rules) = upgraded();
    assert_eq!(migrate::version(house.conn()), Ok(migrate::SCHEMA_VERSION));
    assert_eq!(house.records(), Ok(today()));
    assert_eq!(house.verify().expect("sound").actions, 3);
    let rules = rules(house.conn());
    // Looking up the changes of a record and the addenda of a talk has another form since, and a signed document also
    // keeps its figures.
    let since = ["history_subject", "addendum_talk", "signed_document_stays"];
    for (name, sql) in old_rules.into_iter().filter(|(name, _)| !since.contains(&name.as_str())) {
        assert_eq!(rules.get(&name), Some(&sql), "{name}");
    }
}

#[test]
fn a_step_of_before_is_undone_and_a_note_of_before_is_found() {
    let (mut house, _) = upgraded();
    let asker = Asker::new(MEMBER, now());
    house.perform(asker, &Action::Undo).expect("undone");
    assert_eq!(house.records(), Ok(Records { days: vec![], ..today() }));
    house.verify().expect("sound");
    let query = SearchQuery { text: "cykel".to_owned(), limit: 9, ..SearchQuery::default() };
    assert_eq!(house.search(asker, &query).expect("an answer").hits.len(), 1);
}

#[test]
fn what_the_database_forbade_it_still_forbids() {
    let (house, _) = upgraded();
    for (forbidden, why) in [
        ("UPDATE talk SET text = 'noget andet'", "a signed talk is never changed"),
        ("DELETE FROM talk", "a signed talk is never removed"),
        ("UPDATE document SET receiving = 'x'", "a signed document is never changed"),
        ("UPDATE follow_up SET what = 'x'", "what was agreed is never changed"),
        ("DELETE FROM measure", "a score is never removed"),
        ("DELETE FROM history", "history is never removed"),
        ("UPDATE case_file SET stage = 'course', seat = 1, former_seat = NULL, closed = NULL, outcome = NULL,
            closing_place = NULL WHERE stage = 'closed'", "UNIQUE"),
        ("UPDATE case_file SET seat = 2 WHERE seat = 1", "FOREIGN KEY"),
        ("UPDATE case_file SET programme = 'andet'", "FOREIGN KEY"),
        ("UPDATE person SET role = 'child'", "CHECK"),
        ("UPDATE person SET role = 'aunt', custody = 0", "FOREIGN KEY"),
        ("UPDATE day SET first = 'gone', first_from = NULL", "FOREIGN KEY"),
    ] {
        let refusal = house.conn().execute(forbidden, []).expect_err(forbidden).to_string();
        assert!(refusal.contains(why), "{forbidden}: {refusal}");
    }
}
