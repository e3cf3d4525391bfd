//! The access log on the screen: a leader sees who saw what, a sample, and keeps what was found.

use insta::assert_snapshot;
use trivsel_domain::record::{Case, OpenTo, Referral, Standing, Verdict};
use trivsel_domain::value::{CaseId, StaffId, TalkId};
use trivsel_store::{Access, Asker};

use super::access::logged;
use crate::harness::house::{self, ALMA, kid};
use crate::harness::{Program, Start, date};

const EARLIER: CaseId = CaseId::from_u128(900);

/// A house in which a colleague without a part in it has looked at Alma Holm's case.
fn looked() -> Program {
    let house = house::changed(|records| records.staff.push(house::staff(3, "Åse Lund", "ÅL")));
    let mut program = Start::default().on(house);
    let at = date(2026, 11, 20).and_hms_opt(10, 0, 0).unwrap();
    let colleague = Asker::new(StaffId::from_u128(3), at);
    program.performer.house().log_access(colleague, &Access::Case(ALMA)).unwrap();
    program
}

#[test]
fn a_leader_sees_the_log_of_the_month_and_of_one_child() {
    let mut program = looked();
    program.keys("1l");
    assert!(program.shows("Adgangslog"), "{}", program.screen());
    assert!(program.shows("så sagen"), "{}", program.screen());
    program.keys("<");
    assert!(program.shows("Ingen opslag i perioden"), "{}", program.screen());
    program.keys(">>");
    assert!(program.shows("Der er ingen senere måned endnu"), "{}", program.screen());
    program.keys("<esc><ctrl-f>Alma<enter><enter>l");
    assert!(program.shows("Adgangslog") && program.shows("· Alma Holm"), "{}", program.screen());
}

/// Two children whom nothing tells apart; the first has an earlier case too.
fn namesakes() -> Program {
    let mut records = house::records(&[kid("Noah Lind", 8), kid("Noah Lind", 8), kid("Alma Holm", 6)]);
    let first = records.cases[0].child;
    let referral = Referral { on: date(2026, 3, 2), note: None };
    records.cases.push(Case {
        standing: Standing::Declined { on: date(2026, 4, 1) },
        ..Case::new(EARLIER, first, house::programme(), referral)
    });
    let (one, other) = (records.cases[0].id, records.cases[1].id);
    let mut program = Start::default().on(house::with(records));
    for (case, (month, day)) in [(EARLIER, (10, 20)), (other, (10, 21)), (other, (11, 19)), (one, (11, 20))] {
        let at = date(2026, month, day).and_hms_opt(10, 0, 0).unwrap();
        let asker = Asker::new(StaffId::from_u128(2), at);
        program.performer.house().log_access(asker, &Access::Case(case)).unwrap();
    }
    program
}

#[test]
fn the_log_of_one_child_has_all_its_cases_and_no_look_at_a_namesake() {
    let mut program = namesakes();
    program.keys("1l");
    for _ in 0..4 {
        if program.turned_over().iter().any(|line| line.contains("20. nov 2026")) {
            break;
        }
        program.keys("<down>");
    }
    program.keys("b");
    assert!(program.shows("20. nov 2026") && !program.shows("19. nov 2026"), "{}", program.screen());
    program.keys("<");
    assert!(program.shows("20. okt 2026"), "the case without a look in November: {}", program.screen());
    assert!(program.shows("1 opslag, "), "{}", program.screen());
    program.keys("b");
    assert!(program.shows("2 opslag, "), "both children: {}", program.screen());
}

#[test]
fn a_look_of_the_sample_is_reviewed_and_shows_what_was_found() {
    let mut program = looked();
    program.keys("1lv");
    assert!(program.shows("1 trukket af 1 opslag uden del i sagen"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Eftersyn af et opslag"), "{}", program.screen());
    program.keys("spurgt<enter><ctrl-s>");
    assert!(program.model.form().is_some(), "it asks why: {}", program.screen());
    program.keys("Spurgt på mødet<ctrl-s>");
    assert!(program.shows("Opslaget er set efter: spurgt, afventer svar"), "{}", program.screen());
    assert!(program.shows("spurgt, afventer svar · 1 opslag den dag"), "{}", program.screen());
    let reviews = program.performer.house().access_reviews().unwrap();
    assert_eq!(reviews.iter().map(|r| (r.verdict, r.case)).collect::<Vec<_>>(), [(Verdict::Asked, ALMA)]);
}

/// The log of a colleague without a part in the case, at Alma Holm's sheet.
fn colleague() -> Program {
    let house = house::changed(|records| {
        records.staff.push(house::staff(3, "Åse Lund", "ÅL"));
        records.talks[0].open_to = OpenTo::Only(vec![StaffId::from_u128(3)]);
    });
    let me = house.staff().unwrap().into_iter().find(|one| one.initials.as_str() == "ÅL").unwrap();
    let mut program = Start::default().on_as(house, me);
    program.keys("1<home><enter>");
    program
}

fn whys(program: &mut Program) -> Vec<Access> {
    logged(program).into_iter().filter(|access| matches!(access, Access::Why { .. })).collect()
}

#[test]
fn who_has_no_part_in_the_case_may_write_why_and_nothing_waits_for_it() {
    let mut program = colleague();
    assert!(program.shows("Du har ikke del i sagen"), "{}", program.screen());
    program.keys("<right>");
    assert_eq!(whys(&mut program), []);
    program.keys("h<enter>");
    assert!(program.shows("Hvorfor jeg ser på det"), "an empty line stays: {}", program.screen());
    program.keys("Vikar for Lise<enter>");
    assert!(program.shows("Grunden står i adgangsloggen"), "{}", program.screen());
    let text = "Vikar for Lise".to_owned();
    assert_eq!(whys(&mut program), [Access::Why { case: Some(ALMA), talk: None, text }]);
    // A restricted note that is open to her.
    program.keys("<esc>3<enter>");
    assert!(program.shows("Mor fortæller") && program.shows("h skriver hvorfor"), "{}", program.screen());
    program.keys("hTilsyn<enter>");
    let (talk, text) = (Some(TalkId::from_u128(1)), "Tilsyn".to_owned());
    assert_eq!(whys(&mut program)[0], Access::Why { case: Some(ALMA), talk, text });
    // The contact of the case is told nothing of it.
    let mut program = looked();
    program.keys("1<home><enter>");
    assert!(!program.shows("ikke del i sagen"), "{}", program.screen());
}

#[test]
fn the_lines_of_a_sample_are_whole_on_eighty_columns() {
    let mut program = looked();
    let why = Access::Why { case: Some(ALMA), talk: None, text: "Vikar for Lise i to dage".to_owned() };
    let at = date(2026, 11, 20).and_hms_opt(10, 1, 0).unwrap();
    program.performer.house().log_access(Asker::new(StaffId::from_u128(3), at), &why).unwrap();
    program.keys("1lv<enter>spurgt<enter>Spurgt på mødet<ctrl-s>");
    assert_snapshot!("sample", program.screen());
}
