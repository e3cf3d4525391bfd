//! Measures a search: on the screen within ten milliseconds, and within 1.5 times the bare query.
//!
//! The bare query asks the same index in the same file, reads the same notes and writes the same line to a log there.

use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};
use trivsel_fold::Sought;
use trivsel_store::{SearchQuery, Sort};

use crate::house::{Built, KEY, asker};
use crate::measure::{Report, in_turn, timed};

const ROUNDS: usize = 300;
/// The limit for a search, as a multiple of a bare one.
const MOST: f64 = 1.5;
const AT_MOST: Duration = Duration::from_millis(10);
/// The number of hits a screen shows.
const SCREEN: usize = 50;
/// The number of notes read to find the best.
const WEIGHED: usize = 200;
/// The number of notes read for a word that the index can't look up.
const LOOKED_AT: usize = 2000;

const WITH: &str = "SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to, t.text, t.place, t.topic,
    t.participants, t.themes, t.methods, a.id, a.text, a.author, a.at
    FROM findable_text w CROSS JOIN findable f ON f.number = w.rowid CROSS JOIN talk t ON t.id = f.talk_id
    LEFT JOIN addendum a ON a.id = f.addendum_id WHERE w.findable_text MATCH ?1 ORDER BY w.rowid DESC LIMIT ?2";
const NEWEST: &str = "SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to, t.text, t.place, t.topic,
    t.participants, t.themes, t.methods, a.id, a.text, a.author, a.at
    FROM findable f CROSS JOIN talk t ON t.id = f.talk_id LEFT JOIN addendum a ON a.id = f.addendum_id
    WHERE t.text LIKE ?1 OR t.themes LIKE ?1 ORDER BY f.number DESC LIMIT ?2";
/// The number of columns that both read.
const COLUMNS: usize = 16;
/// An access log without seals, beside that of the house, whose chain another hand would break.
const LOG: &str =
    "CREATE TABLE IF NOT EXISTS bare_access (seq INTEGER PRIMARY KEY, at TEXT, by BLOB, what TEXT,
    details TEXT) STRICT";
const LOGGED: &str = "INSERT INTO bare_access (at, by, what, details) VALUES ('2026-11-25T08:55:00', zeroblob(16), 'search', ?1)";

/// Measures words in every note, in few and in none; inside other words; two words; short words.
pub fn measure(report: &mut Report, built: &Built) {
    let words = [
        ("common", "samtale"),
        ("common, other letters", "far"),
        ("rare", "logopæd"),
        ("compound", "fravær"),
        ("none, of common parts", "skolemødesamtale"),
        ("two words", "søvn bus"),
        ("two letters", "ro"),
    ];
    for (sort, order) in [(Sort::Relevance, "relevance"), (Sort::Date, "date")] {
        for (what, text) in words {
            let name = format!("search {what}, {order}");
            if !report.wants(&name) {
                continue;
            }
            let mut house = built.open();
            let mut bare = Bare::of(built, text, sort);
            let query = SearchQuery { text: text.to_owned(), case: None, sort, limit: SCREEN };
            let found = house.search(asker(), &query).unwrap().hits.len();
            assert_eq!(found == 0, text == "skolemødesamtale", "{text}");
            let ours = || timed(|| drop(house.search(asker(), &query).unwrap()));
            let times = in_turn(ROUNDS, ours, || timed(|| bare.search()));
            report.line(&name, &times, MOST);
            report.within(&format!("{name}: 10 ms"), &times.0, AT_MOST);
        }
    }
}

/// The same file without the program.
struct Bare {
    conn: Connection,
    questions: Vec<(&'static str, String, usize)>,
    text: String,
}

impl Bare {
    fn of(built: &Built, text: &str, sort: Sort) -> Self {
        let conn = Connection::open(built.folder.database()).unwrap();
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        conn.execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{key}'\"; PRAGMA synchronous = FULL;
             PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
        ))
        .unwrap();
        conn.execute(LOG, []).unwrap();
        let words = Sought::words(text);
        let any = |word: &Sought, others: &[String]| {
            let spelled: Vec<String> =
                others.iter().map(String::as_str).chain([word.typed()]).map(|w| format!("\"{w}\"")).collect();
            format!("({})", spelled.join(" OR "))
        };
        let limit = if sort == Sort::Date { SCREEN } else { WEIGHED };
        let questions = if words.iter().all(|w| w.typed().len() < 3) {
            vec![(NEWEST, format!("%{text}%"), limit.min(LOOKED_AT))]
        } else {
            let all = words.iter().map(|w| any(w, w.others())).collect::<Vec<_>>().join(" AND ");
            let typed = words.iter().map(|w| any(w, &[])).collect::<Vec<_>>().join(" AND ");
            let mut questions = vec![(WITH, all, limit)];
            // Repeat the query as typed, because all of the newest notes could match by another spelling.
            let full = read(&conn, &questions[0]) == limit;
            if sort == Sort::Relevance && full && words.iter().any(|w| !w.others().is_empty()) {
                questions.push((WITH, typed, limit));
            }
            questions
        };
        Self { conn, questions, text: text.to_owned() }
    }

    fn search(&mut self) {
        for question in &self.questions {
            read(&self.conn, question);
        }
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        tx.prepare_cached(LOGGED).unwrap().execute([&self.text]).unwrap();
        tx.commit().unwrap();
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        self.conn.execute("DROP TABLE IF EXISTS bare_access", []).unwrap();
    }
}

/// Reads every column of the hits and returns their size.
fn read(conn: &Connection, (sql, text, limit): &(&str, String, usize)) -> usize {
    let mut statement = conn.prepare_cached(sql).unwrap();
    let mut rows = statement.query((text, i64::try_from(*limit).unwrap())).unwrap();
    let mut found = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..COLUMNS {
            std::hint::black_box(row.get_ref(column).unwrap());
        }
        found += 1;
    }
    found
}
