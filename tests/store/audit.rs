//! The audit of the access log: who may read it, what is drawn from it, and what is kept of a review.

use std::time::Duration;

use trivsel_domain::decide::{Action, Denied, Reason};
use trivsel_domain::record::{OpenTo, Verdict};
use trivsel_domain::value::{AccessReviewId, Initials, Line, StaffId};
use trivsel_store::{Access, AccessQuery, Asker, AuditQuery, Audited, House, StoreError};

use crate::store::service::{
    AEGIR, SOREN, aegir, case_id, date, fill, founded, founding, profiles, reasons, reopen, seated_cases,
    service_on_disk, soren, talk,
};
use crate::store::{Place, raw};

/// Twelve cases. Søren wrote everything; Ægir is the author of a talk in case 1 and the contact of case 2.
fn house() -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill(&mut house, seated_cases(12), |records| {
        let mut own = talk(1, Some(1), "2026-11-03");
        (own.author, own.open_to) = (AEGIR, OpenTo::House);
        records.talks = vec![own];
        records.cases[1].contacts.secondary = Some(AEGIR);
    });
    house
}

fn on(who: StaffId, day: &str, hour: u32) -> Asker {
    Asker::new(who, date(day).and_hms_opt(hour, 0, 0).unwrap())
}

/// Ægir looks at every case on two days of November, twice on the first, and once in December.
fn looked(house: &mut House) {
    for (day, hour) in [("2026-11-04", 9), ("2026-11-04", 10), ("2026-11-05", 9), ("2026-12-01", 9)] {
        for n in 1..=12 {
            house.log_access(on(AEGIR, day, hour), &Access::Case(case_id(n))).unwrap();
        }
    }
    house.log_access(on(SOREN, "2026-11-06", 9), &Access::Case(case_id(5))).unwrap();
}

fn november(sample: Option<usize>) -> AuditQuery {
    let (from, to) = (date("2026-11-01"), date("2026-11-30"));
    AuditQuery { cases: vec![], by: None, from, to, sample }
}

fn drawn(house: &mut House, size: usize) -> Audited {
    house.audit(soren(), &november(Some(size))).unwrap()
}

#[test]
fn only_a_leader_reads_the_log_and_the_look_is_logged() {
    let mut house = house();
    looked(&mut house);
    let only = vec![Reason::OnlyLeaders(vec![Initials::new("SØ").unwrap()])];
    assert_eq!(reasons(house.audit(aegir(), &november(None))), only);
    let all = house.audit(soren(), &november(None)).unwrap();
    // 36 looks of Ægir's, one of Søren's, and the look at the log.
    assert_eq!(all.entries.len(), 38);
    assert_eq!(all.entries[0].access, Access::Audit { case: None });
    let again = house.audit_again(soren(), &november(None)).unwrap();
    assert_eq!(again.entries.len(), 38, "a look that goes on is logged once");
    let of = |query: AuditQuery, house: &mut House| house.audit_again(soren(), &query).unwrap().entries.len();
    assert_eq!(of(AuditQuery { by: Some(AEGIR), ..november(None) }, &mut house), 36);
    assert_eq!(of(AuditQuery { cases: vec![case_id(5)], ..november(None) }, &mut house), 4);
    let december = AuditQuery { from: date("2026-12-01"), to: date("2026-12-31"), ..november(None) };
    assert_eq!(of(december, &mut house), 12);
}

#[test]
fn a_sample_is_of_looks_without_a_part_in_the_case_and_the_same_each_time() {
    let mut house = house();
    looked(&mut house);
    let all = drawn(&mut house, 100);
    // Counted by reader, case and day; Ægir has a part in two cases, and Søren in all.
    assert_eq!((all.looks, all.without_part, all.drawn.len()), (25, 20, 20));
    assert!(all.drawn.iter().all(|look| look.by == AEGIR && ![case_id(1), case_id(2)].contains(&look.case)));
    assert_eq!(all.drawn.iter().map(|look| look.count).max(), Some(2));
    let five = drawn(&mut house, 5);
    assert_eq!(five.drawn.len(), 5);
    assert_eq!(drawn(&mut house, 5).drawn, five.drawn, "the same again");
    // A smaller sample is a part of a larger one, and looks of another month change nothing.
    let three = drawn(&mut house, 3).drawn;
    assert!(three.iter().all(|look| five.drawn.contains(look)));
    house.log_access(on(AEGIR, "2026-12-02", 9), &Access::Case(case_id(7))).unwrap();
    assert_eq!(drawn(&mut house, 5).drawn, five.drawn);
    // Who becomes the author of a case in the next month had no part in it before.
    let next = AuditQuery { from: date("2026-12-01"), to: date("2026-12-31"), ..november(Some(100)) };
    assert_eq!(house.audit(soren(), &next).unwrap().without_part, 11);
}

#[test]
fn who_took_a_case_in_from_elsewhere_has_no_part_in_it_by_that() {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    // Søren takes both in; of the second he is the contact.
    fill(&mut house, seated_cases(2), |records| records.cases[0].contacts.primary = Some(AEGIR));
    for n in 1..=2 {
        house.log_access(on(SOREN, "2026-11-04", 9), &Access::Case(case_id(n))).unwrap();
    }
    let drawn = drawn(&mut house, 100).drawn;
    assert_eq!(drawn.iter().map(|look| (look.by, look.case)).collect::<Vec<_>>(), [(SOREN, case_id(1))]);
}

fn review(look: i64, verdict: Verdict, why: Option<&str>, n: u128) -> Action {
    let note = why.map(|why| Line::new(why).unwrap());
    Action::Review { id: AccessReviewId::from_u128(n), look, verdict, note }
}

#[test]
fn a_verdict_is_kept_and_shown_next_time() {
    let mut house = house();
    looked(&mut house);
    let look = drawn(&mut house, 1).drawn[0];
    let refused = |house: &mut House, asker, action: Action| match house.perform(asker, &action) {
        Err(Denied::Refused(why)) => why.reasons().to_vec(),
        other => panic!("{other:?}"),
    };
    let asked = || review(look.number, Verdict::Asked, Some("Spurgt i dag"), 1);
    let only = Reason::OnlyLeaders(vec![Initials::new("SØ").unwrap()]);
    assert_eq!(refused(&mut house, aegir(), asked()), [only, Reason::OwnLook]);
    let silent = review(look.number, Verdict::NotWorkRelated, None, 1);
    assert_eq!(refused(&mut house, soren(), silent), [Reason::NothingWritten]);
    assert_eq!(
        refused(&mut house, soren(), review(4000, Verdict::WorkRelated, None, 1)),
        [Reason::NoSuchLook]
    );
    // Søren's own look is the last at a case.
    let own = house.audit_again(soren(), &AuditQuery { by: Some(SOREN), ..november(None) }).unwrap();
    let own = own.entries.iter().find(|e| matches!(e.access, Access::Case(_))).unwrap().number;
    assert_eq!(refused(&mut house, soren(), review(own, Verdict::WorkRelated, None, 1)), [Reason::OwnLook]);

    house.perform(soren(), &asked()).unwrap();
    assert_eq!(drawn(&mut house, 1).review(look.number).unwrap().verdict, Verdict::Asked);
    house.perform(soren(), &review(look.number, Verdict::WorkRelated, Some("Vikar for Søren"), 2)).unwrap();
    let audited = drawn(&mut house, 1);
    let found = audited.review(look.number).unwrap();
    assert_eq!((found.verdict, found.by, found.reader), (Verdict::WorkRelated, SOREN, AEGIR));
    assert_eq!(found.note.as_ref().map(Line::as_str), Some("Vikar for Søren"));
    assert_eq!(audited.reviews.len(), 2, "the earlier one stays");
    // It is no step that undo takes back, and the house holds.
    assert_eq!(refused(&mut house, soren(), Action::Undo), [Reason::NothingToUndo]);
    house.verify().unwrap();
}

#[test]
fn why_somebody_looked_stands_in_the_log_and_beside_the_look_of_the_sample() {
    let mut house = house();
    looked(&mut house);
    let why = |case, text: &str| Access::Why { case: Some(case_id(case)), talk: None, text: text.to_owned() };
    house.log_access(on(AEGIR, "2026-11-04", 11), &why(7, "vikar for Åse")).unwrap();
    house.log_access(on(AEGIR, "2026-11-05", 11), &why(7, "stadig vikar")).unwrap();
    house.log_access(on(SOREN, "2026-11-04", 12), &why(7, "en andens")).unwrap();
    house.verify().unwrap();
    let all = drawn(&mut house, 100);
    // It is no look itself.
    assert_eq!((all.looks, all.without_part), (25, 20));
    let of = |day: &str| {
        let look = all.drawn.iter().find(|look| look.case == case_id(7) && look.on == date(day)).unwrap();
        all.reasons_of(look.number).collect::<Vec<_>>()
    };
    assert_eq!((of("2026-11-04"), of("2026-11-05")), (vec!["vikar for Åse"], vec!["stadig vikar"]));
    assert_eq!(all.reasons.len(), 2);
    let log = house.audit(soren(), &november(None)).unwrap().entries;
    assert!(log.iter().any(|entry| entry.access == why(7, "vikar for Åse")));
}

#[test]
fn an_answer_about_several_cases_is_logged_whole_or_not_at_all() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let mut house = reopen(&folder);
    house.set_patience(Duration::ZERO).unwrap();
    let why = Line::new("Forældrene beder om indsigt").unwrap();
    let cases = [case_id(1), case_id(2)];
    let mut log = || house.log_export(soren(), &cases, "access-request", Some(&why));
    let colleague = raw(&folder);
    colleague.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!((log(), log()), (Err(StoreError::Busy), Err(StoreError::Busy)));
    colleague.execute_batch("COMMIT").unwrap();
    assert_eq!(log(), Ok(true));
    let found = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let told: Vec<_> = found.iter().rev().map(|look| (look.access.code(), look.access.case())).collect();
    let [one, two] = cases.map(Some);
    assert_eq!(told, [("export", one), ("why", one), ("export", two), ("why", two)]);
}
