//! The most key presses a note may take besides its text. Shift counts separately.
//!
//! A *standard* talk is of the most usual kind in the child's programme and was held today. Another kind costs the
//! letters that find it, another day the keys of its date.

use chrono::NaiveDate;
use trivsel_domain::record::TalkKind;

use super::{one_signed, whose};
use crate::harness::keys::presses;
use crate::harness::{Program, date};

const TEXT: &str = "kort";

/// The key presses besides the text.
fn beside_text(keys: &str) -> usize {
    presses(keys) - presses(TEXT)
}

fn today() -> NaiveDate {
    date(2026, 11, 25)
}

#[test]
fn a_standard_talk_of_the_selected_child_in_five() {
    for pane in ["1", "5"] {
        let mut program = Program::usual();
        program.keys(pane).keys("<down>");
        let keys = format!("n<enter><enter>{TEXT}<ctrl-s><ctrl-o>");
        assert!(beside_text(&keys) <= 5);
        program.keys(&keys);
        let opened = one_signed(&mut program);
        assert_eq!(whose(&mut program, &opened), "Asger Lund");
        assert_eq!((opened.talk.kind(), opened.talk.date), (TalkKind::Development, today()));
        assert_eq!(opened.talk.text.as_str(), TEXT);
        assert_eq!(opened.talk.minutes.unwrap().get(), 45);
        assert_eq!(opened.talk.participants.len(), 2);
    }
}

#[test]
fn in_the_log_of_one_child_too() {
    let mut program = Program::usual();
    program.keys("3v");
    let keys = format!("n<enter><enter>{TEXT}<ctrl-s><ctrl-o>");
    assert!(beside_text(&keys) <= 5);
    program.keys(&keys);
    let opened = one_signed(&mut program);
    assert_eq!(whose(&mut program, &opened), "Alma Holm");
}

#[test]
fn another_kind_costs_its_letter() {
    let mut program = Program::usual();
    let keys = format!("nf<enter><enter>{TEXT}<ctrl-s><ctrl-o>");
    assert!(beside_text(&keys) <= 5 + presses("f"));
    program.keys(&keys);
    assert_eq!(one_signed(&mut program).talk.kind(), TalkKind::Parent);
}

#[test]
fn from_anywhere_in_eight() {
    for pane in ["1", "2", "3", "4", "5"] {
        let mut program = Program::usual();
        program.keys(pane);
        let keys = format!("<ctrl-n>sø<enter><enter><enter>{TEXT}<ctrl-s><ctrl-o>");
        assert!(beside_text(&keys) <= 8);
        program.keys(&keys);
        let opened = one_signed(&mut program);
        assert_eq!(whose(&mut program, &opened), "Søren Ægård Åse", "{pane}");
    }
}

#[test]
fn a_follow_up_on_it_in_six_more() {
    let mut program = Program::usual();
    let standard = format!("n<enter><enter>{TEXT}<ctrl-s><ctrl-o>");
    let what = "ringe til mor";
    let keys = format!("n<enter><enter>{TEXT}<tab>{what}<enter><enter>man<ctrl-s><ctrl-o>");
    assert!(presses(&keys) - presses(&standard) - presses(what) <= 6);
    program.keys(&keys);
    let opened = one_signed(&mut program);
    let [agreed] = opened.follow_ups.as_slice() else { panic!("{}", program.screen()) };
    assert_eq!((agreed.what.as_str(), agreed.due), (what, date(2026, 11, 30)));
    assert_eq!(agreed.who, trivsel_domain::record::Doer::Staff(super::MAJA));
}
