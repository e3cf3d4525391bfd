//! Changes made to the database without the program are detected.

use rusqlite::Connection;
use trivsel_domain::record::Talk;
use trivsel_domain::value::Mark;
use trivsel_store::{HouseFolder, StoreError};

use crate::harness::template;
use crate::store::service::{
    aegir, case_id, fill, mark_today, reopen, seated_cases, service_at, service_on_disk, soren, talk, today,
};
use crate::store::{Place, raw};

/// A house with four marks on two days; its history holds the founding, the filling and these.
fn marked(place: &Place) -> HouseFolder {
    template::put("marked", &place.path, |at| {
        let folder = service_at(at, 2);
        let mut house = reopen(&folder);
        mark_today(&mut house, soren(), 1, Mark::Sick);
        mark_today(&mut house, aegir(), 1, Mark::Present);
        mark_today(&mut house, soren(), 2, Mark::Unlawful);
        mark_today(&mut house, soren(), 2, Mark::Leave);
        house.verify().unwrap();
    });
    HouseFolder::open(&place.path).unwrap()
}

/// Changes the database past the program, and puts back the triggers that would forbid it.
fn tamper(folder: &HouseFolder, sql: &str) {
    let conn = raw(folder);
    let triggers = {
        let mut statement = conn.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        let all = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        all.map(|sql| sql.unwrap() + ";\n").collect::<String>()
    };
    drop(conn);
    let conn = without_triggers(folder);
    conn.execute_batch(sql).expect(sql);
    conn.execute_batch(&triggers).unwrap();
}

fn without_triggers(folder: &HouseFolder) -> Connection {
    let conn = raw(folder);
    let mut statement = conn
        .prepare("SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let drops: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(drops.len() >= 6);
    drop(statement);
    conn.execute_batch(&drops.concat()).unwrap();
    conn
}

fn found(sql: &str) -> StoreError {
    let place = Place::new();
    let folder = marked(&place);
    tamper(&folder, sql);
    reopen(&folder).verify().expect_err(sql)
}

const LAST: &str = "seq = (SELECT max(seq) FROM history)";

#[test]
fn an_edited_history_is_found() {
    let amiss = StoreError::Corrupt { table: "history", what: "the chain is broken" };
    let edits = [
        "at = '2026-11-25T07:00:00'",
        "taken = '2026-09-01'",
        "by = zeroblob(16)",
        "nature = 'undo'",
        "deed = 'fill'",
        "subject = subject || 'x'",
        "body = replace(body, 'unlawful', 'sick')",
        "mac = randomblob(32)",
    ];
    for edit in edits {
        let sql = format!("UPDATE history SET {edit} WHERE seq = (SELECT max(seq) - 1 FROM history)");
        assert_eq!(found(&sql), amiss, "{sql}");
    }
    // The first and the last row too.
    assert_eq!(found("UPDATE history SET deed = 'import' WHERE seq = 1"), amiss);
    assert_eq!(found(&format!("UPDATE history SET deed = 'mood' WHERE {LAST}")), amiss);
}

#[test]
fn a_removed_or_reordered_change_is_found() {
    let gap = StoreError::Corrupt { table: "history", what: "a change is missing" };
    assert_eq!(found("DELETE FROM history WHERE seq = (SELECT max(seq) - 2 FROM history)"), gap);
    assert_eq!(found("DELETE FROM history WHERE seq = 1"), gap);
    let broken = StoreError::Corrupt { table: "history", what: "the chain is broken" };
    // A removal with the numbers closed up.
    let closed_up = "DELETE FROM history WHERE seq = (SELECT max(seq) - 1 FROM history);
        UPDATE history SET seq = seq - 1, step = step - 1 WHERE seq = (SELECT max(seq) FROM history)";
    assert_eq!(found(closed_up), broken);
    // The last two rows swapped.
    let swapped = "CREATE TEMP TABLE top AS SELECT max(seq) AS n FROM history;
        UPDATE history SET seq = 1000000 WHERE seq = (SELECT n FROM top);
        UPDATE history SET seq = (SELECT n FROM top), step = (SELECT n FROM top) WHERE seq = (SELECT n - 1 FROM top);
        UPDATE history SET seq = (SELECT n - 1 FROM top), step = (SELECT n - 1 FROM top) WHERE seq = 1000000;";
    assert_eq!(found(swapped), broken);
}

#[test]
fn a_cut_tail_is_found_by_the_records_and_by_a_saved_head() {
    let cut = format!("DELETE FROM history WHERE {LAST}");
    let left = StoreError::Corrupt { table: "day", what: "a record that is not as the history left it" };
    assert_eq!(found(&cut), left);
    // The history is cut and the record restored, so the house is consistent in itself.
    let place = Place::new();
    let folder = marked(&place);
    let head = reopen(&folder).verify().unwrap();
    tamper(&folder, &format!("{cut}; UPDATE day SET first = 'unlawful' WHERE first = 'leave'"));
    // The seal beside the house tells, and where it is taken away too, a head that is kept elsewhere.
    let lacking = StoreError::Corrupt { table: "seal", what: "the last changes are missing" };
    assert_eq!(reopen(&folder).verify(), Err(lacking));
    std::fs::remove_file(folder.path().join("house.seal")).unwrap();
    let house = reopen(&folder);
    let now = house.verify().unwrap();
    assert_eq!(now.changes, head.changes - 1);
    assert_eq!(house.remembers(head.changes, head.head), Ok(false));
    assert_eq!(house.remembers(now.changes, now.head), Ok(true));
    assert_eq!(head.head.to_string().parse(), Ok(head.head));
    drop(house);
    // An older head stays valid if nothing before it was changed.
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 2, Mark::Sick);
    assert_eq!(house.remembers(now.changes, now.head), Ok(true));
}

#[test]
fn a_record_changed_without_the_history_is_found() {
    let day = |what| StoreError::Corrupt { table: "day", what };
    assert_eq!(
        found("UPDATE day SET first = 'present' WHERE first = 'leave'"),
        day("a record that is not as the history left it")
    );
    assert_eq!(
        found(
            "INSERT INTO day (case_id, date, origin, mood) SELECT id, '2026-11-24', 'own', 5 FROM case_file LIMIT 1"
        ),
        day("a record that no change made")
    );
    let gone = StoreError::Corrupt { table: "history", what: "a record is gone that no change removed" };
    assert_eq!(found("DELETE FROM day WHERE first = 'leave'"), gone);
    let child = StoreError::Corrupt { table: "child", what: "a record that is not as the history left it" };
    assert_eq!(found("UPDATE child SET school = 'Ølstykke'"), child);
    let seat = StoreError::Corrupt { table: "seat", what: "other seats than the norm says" };
    assert_eq!(found("DELETE FROM seat WHERE number = 9"), seat);
}

#[test]
fn an_invalid_stored_value_is_an_error_that_does_not_quote_it() {
    let place = Place::new();
    let folder = marked(&place);
    let conn = without_triggers(&folder);
    conn.pragma_update(None, "ignore_check_constraints", true).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch("UPDATE day SET first = 'Åse var væk' WHERE first = 'leave'").unwrap();
    let house = reopen(&folder);
    let unknown = StoreError::UnknownCode { table: "day", column: "first" };
    assert_eq!(house.day(case_id(2), today()), Err(unknown.clone()));
    assert!(!format!("{unknown} {unknown:?}").contains("Åse"));
    conn.execute_batch("UPDATE child SET name = 'ond' || char(27) || '[2J'").unwrap();
    let read = house.children().unwrap();
    assert!(read.iter().all(|child| !child.name.as_str().contains(char::is_control)), "read as it is seen");
    conn.execute_batch("UPDATE child SET name = ' '").unwrap();
    assert!(matches!(house.children(), Err(StoreError::Corrupt { table: "child", .. })));
    conn.execute_batch("UPDATE case_file SET stage = 'waiting', seat = NULL WHERE seat = 1").unwrap();
    assert!(matches!(house.cases(), Err(StoreError::Corrupt { table: "case_file", .. })));
}

#[test]
fn triggers_protect_the_history_and_signed_talks() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    let signed = talk(2, Some(1), "2026-11-19");
    fill(&mut house, seated_cases(1), |r| r.talks = vec![signed.clone()]);
    let conn = raw(&folder);
    let id = |t: &Talk| t.id.as_u128().to_be_bytes();
    let refused = [
        "UPDATE history SET deed = 'mark' WHERE ?1 IS NOT NULL",
        "DELETE FROM history WHERE ?1 IS NOT NULL",
        "INSERT OR REPLACE INTO history SELECT 1, 1, at, by, nature, deed, subject, body, mac, taken FROM history WHERE seq = 2 AND ?1 IS NOT NULL",
        "UPDATE talk SET text = 'x' WHERE id = ?1",
        "UPDATE talk SET signed_at = NULL WHERE id = ?1",
        "DELETE FROM talk WHERE id = ?1",
        "INSERT OR REPLACE INTO talk SELECT id, case_id, kind, place, topic, date, start, minutes, participants, themes, methods, 'x', author, signed_at, open_to, source, judgement FROM talk WHERE id = ?1",
    ];
    for sql in refused {
        let message = conn.execute(sql, [id(&signed)]).unwrap_err().to_string();
        assert!(message.contains(" is never "), "{sql}: {message}");
    }
}

#[test]
fn triggers_protect_every_column_of_signed_and_logged_rows() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    crate::store::notes::fill_notes(&mut house);
    house.log_access(soren(), &trivsel_store::Access::Case(case_id(1))).unwrap();
    let conn = raw(&folder);
    // The end of a follow-up is written later; everything else was signed with the talk.
    let later = ["ended", "ended_by", "ended_at", "ended_note"];
    for table in ["talk", "addendum", "follow_up", "measure", "access", "history"] {
        let mut statement = conn.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
        let columns: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(columns.len() >= 5, "{table}");
        let refused = |sql: &str| {
            let message = conn.execute(sql, []).expect_err(sql).to_string();
            // Without a stored value, the new one may be invalid for the column.
            let why = message.contains(" is never ") || message.contains("cannot store BLOB value");
            assert!(why, "{sql}: {message}");
        };
        for column in columns.iter().filter(|c| !later.contains(&c.as_str())) {
            let other = match column.as_str() {
                "seq" => "seq + 1000".to_owned(),
                _ => format!("iif({column} IS NULL, zeroblob(16), NULL)"),
            };
            for how in ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"] {
                refused(&format!("{how} {table} SET {column} = {other}"));
            }
        }
        refused(&format!("DELETE FROM {table}"));
        refused(&format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
        refused(&format!("REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"));
        let upsert = format!("INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO NOTHING");
        refused(&upsert);
    }
    let ended =
        "UPDATE follow_up SET ended = 'done', ended_by = talk.author, ended_at = '2026-11-25T08:00:00'
        FROM talk WHERE talk.id = talk_id";
    assert_eq!(conn.execute(ended, []), Ok(2));
}

#[test]
fn a_talk_hidden_from_the_log_or_the_search_is_detected() {
    let tags = StoreError::Corrupt { table: "talk_tag", what: "a talk that the log does not find" };
    assert_eq!(hidden("SELECT 1"), None);
    assert_eq!(hidden("DELETE FROM talk_tag WHERE what = 'staff'"), Some(tags));
    let index = StoreError::Corrupt { table: "findable", what: "a note that is not in the index" };
    assert_eq!(hidden("DELETE FROM findable WHERE addendum_id IS NULL"), Some(index.clone()));
    assert_eq!(hidden("DELETE FROM findable WHERE addendum_id IS NOT NULL"), Some(index));
}

#[test]
fn a_change_hidden_from_the_history_of_its_record_is_detected() {
    let run = StoreError::Corrupt { table: "history_run", what: "a change that is not found by its record" };
    assert_eq!(hidden("INSERT INTO history_run VALUES ('day/of another', 1)"), Some(run));
}

fn hidden(sql: &str) -> Option<StoreError> {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    crate::store::notes::fill_notes(&mut reopen(&folder));
    let _ = raw(&folder).execute_batch(sql);
    reopen(&folder).verify().err()
}

/// What the check says of a house with looks, drafts and notes that was changed past the program.
fn checked(change: impl FnOnce(&HouseFolder)) -> Result<(u64, u64, u64), StoreError> {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    crate::store::notes::fill_notes(&mut house);
    for case in [1, 2, 1] {
        house.log_access(soren(), &trivsel_store::Access::Case(case_id(case))).unwrap();
    }
    for id in 1..=2 {
        let fields = [("text".to_owned(), "Åse kom selv".to_owned())].into();
        let draft = trivsel_store::Draft {
            id: trivsel_domain::value::DraftId::from_u128(id),
            author: soren().staff,
            form: "talk".to_owned(),
            case: None,
            fields,
            base: None,
            writers: vec![],
            revision: 0,
            saved_at: soren().at,
            held: None,
        };
        house.save_draft(soren(), 1, &draft).unwrap();
    }
    drop(house);
    change(&folder);
    let sound = reopen(&folder).verify()?;
    Ok((sound.looks, sound.drafts, sound.notes))
}

#[test]
fn an_emptied_or_edited_access_log_is_found() {
    let access = |what| Err(StoreError::Corrupt { table: "access", what });
    assert!(matches!(checked(|_| {}), Ok((3, 2, 4..))), "{:?}", checked(|_| {}));
    for sql in [
        "UPDATE access SET at = '2026-11-24T08:15:00' WHERE seq = 2",
        "UPDATE access SET by = zeroblob(16) WHERE seq = 3",
        "UPDATE access SET case_id = NULL WHERE seq = 1",
        "UPDATE access SET details = '' WHERE seq = 1",
        "UPDATE access SET mac = NULL WHERE seq = 1",
        "DELETE FROM access WHERE seq = 1",
        "DELETE FROM access WHERE seq = 2",
        "DELETE FROM access WHERE seq = 2; UPDATE access SET seq = 2 WHERE seq = 3",
        "INSERT INTO access (seq, at, by, what) VALUES (4, '2026-11-25T08:15:00', zeroblob(16), 'search')",
    ] {
        assert_eq!(checked(|folder| tamper(folder, sql)), access("the chain is broken"), "{sql}");
    }
    for sql in [
        "DELETE FROM access",
        "DELETE FROM access WHERE seq = 3",
        "DELETE FROM access; DELETE FROM anchor",
        "DELETE FROM access; UPDATE anchor SET count = 0",
    ] {
        assert_eq!(checked(|folder| tamper(folder, sql)), access("the last looks are missing"), "{sql}");
    }
}

#[test]
fn an_edited_or_removed_draft_is_found() {
    let draft = |what| Err(StoreError::Corrupt { table: "draft", what });
    for sql in [
        "UPDATE draft SET fields = replace(fields, 'selv', 'ikke')",
        "UPDATE draft SET author = (SELECT id FROM staff WHERE id <> author)",
        "UPDATE draft SET writers = '[\"x\"]'",
        "UPDATE draft SET mac = randomblob(32) WHERE rowid = 1",
        "INSERT INTO draft (id, author, form, fields, writers, revision, saved_at)
            SELECT zeroblob(16), author, form, fields, writers, revision, saved_at FROM draft LIMIT 1",
    ] {
        let found = checked(|folder| tamper(folder, sql));
        assert_eq!(found, draft("a draft that was not saved by the program"), "{sql}");
    }
    for sql in ["DELETE FROM draft", "DELETE FROM draft WHERE rowid = 1"] {
        assert_eq!(
            checked(|folder| tamper(folder, sql)),
            draft("another number of drafts than were saved"),
            "{sql}"
        );
    }
    // That a screen holds it is no edit.
    assert!(
        checked(|folder| drop(reopen(folder).hold_draft(
            soren(),
            2,
            trivsel_domain::value::DraftId::from_u128(1)
        )))
        .is_ok()
    );
}

#[test]
fn a_dropped_or_planted_trigger_or_index_is_found() {
    let schema = |what| Err(StoreError::Corrupt { table: "schema", what });
    let past = |sql: &'static str| move |folder: &HouseFolder| raw(folder).execute_batch(sql).unwrap();
    let stays = "CREATE TRIGGER access_stays BEFORE UPDATE ON access BEGIN SELECT 1; END";
    let replaced: String = format!("DROP TRIGGER access_stays; {stays}");
    for sql in
        ["DROP TRIGGER access_stays", "DROP TRIGGER no_seat_above_the_norm", "DROP INDEX one_case_a_seat"]
    {
        assert_eq!(checked(past(sql)), schema("a table, index or trigger is missing"), "{sql}");
    }
    let other = checked(|folder| raw(folder).execute_batch(&replaced).unwrap());
    assert_eq!(other, schema("a table, index or trigger that is not the program's"));
    let planted = "CREATE TRIGGER planted AFTER INSERT ON day BEGIN UPDATE child SET school = 'x'; END";
    assert_eq!(checked(past(planted)), schema("a table, index or trigger that the program did not make"));
}

#[test]
fn an_emptied_search_index_and_a_seat_above_the_norm_are_found() {
    let unfound =
        Err(StoreError::Corrupt { table: "findable", what: "a note that the search does not find" });
    let emptied = "INSERT INTO findable_text (findable_text) VALUES ('delete-all')";
    assert_eq!(checked(|folder| raw(folder).execute_batch(emptied).unwrap()), unfound);
    let seat = Err(StoreError::Corrupt { table: "seat", what: "other seats than the norm says" });
    let above =
        "INSERT INTO seat (programme, number) SELECT code, seats + 1 FROM programme WHERE seats IS NOT NULL";
    assert_eq!(checked(|folder| tamper(folder, above)), seat);
}

#[test]
fn imported_records_can_not_change_a_signed_talk() {
    let mut house = trivsel_store::House::in_memory(
        crate::store::service::profiles(),
        &crate::store::service::founding(),
        crate::store::service::founded(),
    )
    .unwrap();
    crate::store::notes::fill_notes(&mut house);
    let before = house.records().unwrap();
    let mut other = before.clone();
    for talk in &mut other.talks {
        talk.text = trivsel_domain::value::LongText::new("Noget andet").unwrap();
    }
    let restore = trivsel_domain::decide::Action::Restore(Box::new(other));
    let refused = crate::store::service::reasons(house.perform(soren(), &restore));
    assert_eq!(refused, [trivsel_domain::decide::Reason::HouseNotEmpty]);
    assert_eq!(house.records().unwrap(), before);
}
