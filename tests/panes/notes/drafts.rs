//! When a draft exists, and which one is deleted.

use chrono::Duration;
use trivsel_store::{Asker, Draft, Saved};
use trivsel_tui::message::Message;

use super::{MAJA, drafts, rest};
use crate::harness::{Program, morning};

#[test]
fn choosing_a_child_does_not_make_a_draft() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>sor<enter>");
    rest(&mut program);
    program.keys("<esc>");
    assert_eq!(drafts(&mut program), 0);
    program.keys("<ctrl-n>sor<enter><enter><enter>x");
    rest(&mut program);
    program.keys("<esc>");
    assert_eq!(drafts(&mut program), 1);
}

#[test]
fn the_deleted_draft_is_the_one_that_was_confirmed() {
    let mut program = Program::usual();
    for (child, text) in [("sor", "om Søren"), ("alm", "om Alma"), ("sof", "om Sofia")] {
        program.keys(&format!("<ctrl-n>{child}<enter><enter><enter>{text}"));
        rest(&mut program);
        program.keys("<esc>");
    }
    let texts = |program: &mut Program| -> Vec<String> {
        let drafts = program.performer.house().drafts(MAJA).unwrap();
        drafts.into_iter().map(|d| d.fields["text"].clone()).collect()
    };
    // The log of this child has one draft.
    program.keys("3fsøren<enter><del>");
    assert!(program.turned_over().concat().contains("om Søren"), "{}", program.screen());
    program.keys("<del>");
    // Another draft is saved meanwhile and moves to the top.
    let asker = Asker::new(MAJA, morning() + Duration::minutes(1));
    let house = program.performer.house();
    let about = |text: &str, all: Vec<Draft>| all.into_iter().find(|d| d.fields["text"] == text).unwrap();
    let other = about("om Alma", house.drafts(MAJA).unwrap());
    let later = Draft { saved_at: asker.at, ..other };
    assert!(matches!(house.save_draft(asker, 0, &later), Ok(Saved::Kept { .. })));
    program.send(Message::ChangedElsewhere).keys("<ctrl-o>");
    assert_eq!(texts(&mut program).len(), 2);
    assert!(!texts(&mut program).contains(&"om Søren".to_owned()));
}

#[test]
fn drafts_open_from_the_sheet_of_a_case() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>sor<enter><enter><enter>om Søren<esc>1<enter><ctrl-k>");
    assert!(program.shows("om Søren"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Ny samtale · Søren Ægård Åse"), "{}", program.screen());
    // A form of Alma's is a draft, and is opened from another child's sheet.
    let mut program = Program::usual();
    program.keys(
        "1<enter><end><enter><tab><tab><tab><tab><ctrl-u>1.6.2027<esc><esc><down><enter><ctrl-k><enter>",
    );
    let screen = program.screen();
    assert!(screen.contains("Sagsoplysninger") && screen.contains("· Alma"), "{screen}");
}
