//! That no question a screen or an action asks walks a whole table.

use trivsel_domain::{Addendum, Appointment, Case, Day, FollowUp, Measure, Talk, TeachingPlan, Timetable};

use crate::row::{Noun, select};
use crate::{history, nouns, open};

/// How SQLite goes about a question, one line a step.
fn plan(sql: &str) -> Vec<String> {
    let conn = open::make_in_memory().expect("a database");
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a question");
    let nothing = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps =
        statement.query_map(rusqlite::params_from_iter(nothing), |row| row.get("detail")).expect("an answer");
    steps.collect::<Result<_, _>>().expect("steps")
}

#[test]
fn every_hot_question_is_answered_by_an_index() {
    let questions = [
        (select::<Case>(nouns::CASES_ON), vec!["one_case_a_seat", "closed_stay"]),
        (select::<Day>(nouns::DAYS), vec!["PRIMARY KEY"]),
        (select::<Talk>(nouns::SIGNED_OF_CASE), vec!["talk_case"]),
        (select::<Addendum>(nouns::ADDENDA), vec!["addendum_talk"]),
        (select::<FollowUp>(nouns::FOLLOW_UPS), vec!["follow_up_case"]),
        (select::<FollowUp>(nouns::AGREED), vec!["follow_up_talk"]),
        (select::<Measure>(nouns::MEASURES), vec!["measure_case"]),
        (select::<Measure>(nouns::MEASURED), vec!["measure_talk"]),
        (nouns::LAST_TALK.to_owned(), vec!["talk_case"]),
        (select::<Appointment>(nouns::APPOINTMENTS), vec!["appointment_date"]),
        (select::<Appointment>(nouns::NEXT_APPOINTMENT), vec!["appointment_case"]),
        (history::OF_SUBJECT.to_owned(), vec!["history_subject"]),
        (history::LAST_OF_SUBJECT.to_owned(), vec!["history_subject"]),
        (history::STEPS_OF.to_owned(), vec!["rowid>?"]),
        (history::OF_STEP.to_owned(), vec!["rowid>? AND rowid<?"]),
        (Case::TABLE.one.to_owned(), vec!["id=?"]),
        (Day::TABLE.one.to_owned(), vec!["PRIMARY KEY (case_id=? AND date=?)"]),
        (Timetable::TABLE.one.to_owned(), vec!["id=?"]),
        (TeachingPlan::TABLE.one.to_owned(), vec!["id=?"]),
    ];
    for (sql, indexes) in questions {
        let steps = plan(&sql);
        // The partial index of seats held now is as short as the house has seats: it may be walked.
        let walks = |step: &str| step.contains("SCAN") && !step.ends_with("INDEX one_case_a_seat");
        let sorted_or_walked = |step: &&String| walks(step) || step.contains("ORDER BY");
        assert_eq!(steps.iter().find(sorted_or_walked), None, "{sql}: {steps:?}");
        for index in indexes {
            assert!(steps.iter().any(|s| s.contains(index)), "{sql}: no {index} in {steps:?}");
        }
    }
}

#[test]
fn newest_talks_and_open_cases_are_read_in_the_order_of_an_index() {
    assert_eq!(plan(&select::<Talk>(nouns::SIGNED)), ["SCAN talk USING INDEX talk_date"]);
    let open = plan(&select::<FollowUp>(nouns::OPEN_FOLLOW_UPS));
    assert_eq!(open, ["SCAN follow_up USING INDEX follow_up_open"]);
    let open = plan(&select::<Case>(nouns::OPEN_CASES));
    assert_eq!(open[0], "SCAN case_file USING INDEX one_open_case");
}

#[test]
fn the_check_sees_a_walk() {
    assert_eq!(plan("SELECT text FROM talk WHERE minutes = 1"), ["SCAN talk"]);
}
