//! Tests that the house's own series and their scores from before several lines keep what they said, and are found.

use rusqlite::Connection;
use trivsel_domain::record::{HouseSettings, Measure, OwnScore, Score, Tenths, Total};
use trivsel_domain::value::Tag;

use crate::nouns::measure::has_scores;
use crate::{migrate, row};

const BEFORE: &str = r#"
    INSERT INTO staff (id, name, initials, competencies, methods)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård Åse', 'SØ', '[]', '[]');
    INSERT INTO programme (code, seats) VALUES ('trivsel', NULL);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000001', 'Åse', '[]');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves, needs)
        VALUES (x'00000000000000000000000000000009', x'00000000000000000000000000000001', 'trivsel', '2026-08-01',
                'referral', '[]', '[]');
    INSERT INTO talk (id, case_id, kind, date, participants, themes, methods, text, author, signed_at, open_to, source)
        VALUES (x'00000000000000000000000000000007', x'00000000000000000000000000000009', 'parent', '2026-11-20',
                '[]', '[]', '[]', 'Søvn', x'00000000000000000000000000000001', '2026-11-20T08:15:00', '"house"', 'own');
    INSERT INTO measure (id, case_id, talk_id, date, rater, score)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000009',
                x'00000000000000000000000000000007', '2026-11-20', 'mother', '{"own":{"series":"Søvn","value":35}}');
    INSERT INTO house_settings (only, body)
        VALUES (1, '{"themes":[],"methods":[],"templates":[],"cut_offs":{"ors_adult":250,"ors_young":280,"cors":320,"srs":360},"series":[{"name":"Søvn","low":0,"high":100,"better":"up","cut_offs":[60]}],"labels":[]}');
"#;

#[test]
fn scores_of_a_single_line_are_read_and_their_series_found() {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, 12).expect("the schema before");
    crate::codes::seed_there(&conn).expect("codes");
    conn.execute_batch(BEFORE).expect("rows");
    migrations.to_latest(&mut conn).expect("the newest schema");
    let series = Tag::new("Søvn").expect("a tag");
    let scores: Vec<Measure> = row::all(&conn).expect("scores");
    let found: Vec<&Score> = scores.iter().map(|m| &m.score).collect();
    assert_eq!(found, [&Score::Own(OwnScore::single(series.clone(), Tenths(35)))]);
    let lists: Vec<HouseSettings> = row::all(&conn).expect("lists");
    let kept = &lists[0].series[0];
    assert_eq!((kept.count(), kept.step(), kept.total()), (1, Tenths(1), Total::Sum));
    assert_eq!(kept.cut_offs()[0].at, Tenths(60));
    assert!(has_scores(&conn, &series).expect("an answer"));
    assert!(!has_scores(&conn, &Tag::new("søvn").expect("a tag")).expect("an answer"));
    let plan = "EXPLAIN QUERY PLAN SELECT 1 FROM measure WHERE json_extract(score, '$.own.series') = 'Søvn'";
    let plan: String = conn.query_row(plan, [], |row| row.get(3)).expect("a plan");
    assert!(plan.contains("measure_series"), "{plan}");
}
