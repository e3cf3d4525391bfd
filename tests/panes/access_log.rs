//! The access log on the screen: a leader sees who saw what, a sample, and keeps what was found.

use trivsel_domain::record::Verdict;
use trivsel_domain::value::StaffId;
use trivsel_store::{Access, Asker};

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date};

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
    assert!(program.shows("1 opslag den dag · spurgt"), "{}", program.screen());
    let reviews = program.performer.house().access_reviews().unwrap();
    assert_eq!(reviews.iter().map(|r| (r.verdict, r.case)).collect::<Vec<_>>(), [(Verdict::Asked, ALMA)]);
}
