//! Restricted talks that are chosen one by one for a letter: none of itself, each with who chose it, and out again.

use insta::assert_snapshot;
use trivsel_domain::record::{ChosenTalk, Doer, FollowUp, OpenTo, Records, Talk, TalkKind};
use trivsel_domain::value::{CaseId, FollowUpId, LongText, StaffId, TalkId};
use trivsel_store::Access;

use super::access::logged;
use crate::domain::cases;
use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date};

const PAPERS: usize = 6;
const ME: StaffId = StaffId::from_u128(1);
const LISE: StaffId = StaffId::from_u128(2);

fn restricted(number: u128, case: CaseId, day: u32, readers: Vec<StaffId>, text: &str) -> Talk {
    Talk {
        open_to: OpenTo::Only(readers),
        author: LISE,
        text: LongText::new(text).unwrap(),
        ..cases::talk(number, case, TalkKind::Development, date(2026, 11, day), vec![])
    }
}

/// The usual house in which Alma has two restricted talks: the user may read the one.
fn records() -> Records {
    let mut records = house::records(&house::SIXTEEN);
    let text = "Alma fortalte om Søren Ærø.\n\nBarnets egne ord\n»Jeg tør godt nu.«";
    records.talks.push(restricted(31, ALMA, 18, vec![ME], text));
    records.talks.push(restricted(32, ALMA, 19, vec![], "Ikke for alle."));
    records.follow_ups.push(FollowUp {
        id: FollowUpId::from_u128(31),
        talk: TalkId::from_u128(31),
        case: Some(ALMA),
        what: trivsel_domain::value::Line::new("Ringe til skolen").unwrap(),
        who: Doer::Staff(LISE),
        due: date(2026, 11, 30),
        closing: None,
    });
    records
}

/// The form of a new status letter.
fn letter() -> Program {
    let mut program = Start::default().on(house::with(records()));
    program.keys("<enter>").keys(&"<right>".repeat(PAPERS)).keys("<down><down><down><enter>");
    assert!(program.shows("Statusskriv, version 1"), "{}", program.screen());
    program
}

fn looks(program: &mut Program) -> usize {
    logged(program).iter().filter(|access| matches!(access, Access::Talk { .. })).count()
}

#[test]
fn a_talk_is_in_only_once_it_is_chosen_and_the_letter_says_by_whom() {
    let mut program = letter();
    program.keys("<ctrl-r>");
    assert_snapshot!("restricted_talks_to_choose_from", program.screen());
    assert_eq!(looks(&mut program), 1, "what is listed is read");
    program.keys("<esc>");
    assert!(!program.shows("Jeg tør godt nu"), "{}", program.screen());
    program.keys("<ctrl-r> ");
    assert!(program.shows("√") && program.shows("Samtalens tekst er i dokumentet"), "{}", program.screen());
    program.keys("<esc><ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    assert_eq!(letter.chosen, [ChosenTalk { talk: TalkId::from_u128(31), by: ME }]);
    let text = |n: usize| letter.sections[n].text.as_ref().unwrap().as_str().to_owned();
    let told = "Udviklingssamtale 18. nov 2026 (fortroligt notat, taget med af Maja Krog):\nAlma fortalte om Søren Ærø.";
    assert!(text(0).contains(told), "{}", text(0));
    assert!(text(1).contains("»Jeg tør godt nu.« (Udviklingssamtale 18. nov 2026)"), "{}", text(1));
    assert!(text(2).contains("Ringe til skolen"), "{}", text(2));
    program.keys("u<ctrl-s><ctrl-o><enter><end>");
    assert!(program.shows("Fra fortrolige notater:"), "{}", program.screen());
    assert!(program.shows("Udviklingssamtale 18. nov 2026, valgt af Maja Krog"), "{}", program.screen());
}

#[test]
fn what_is_taken_out_again_leaves_only_what_was_changed_in_it() {
    let mut program = letter();
    program.keys("<ctrl-r>  ");
    assert!(program.shows("Samtalen er ude af dokumentet."), "{}", program.screen());
    program.keys(" <esc>").keys("<ctrl-end> Rettet.").keys("<ctrl-r> ");
    assert!(program.shows("Samtalen er ikke længere valgt."), "{}", program.screen());
    program.keys("<esc><ctrl-s>");
    let letter = program.dossier(ALMA).documents[0].clone();
    let all: String = letter.sections.iter().filter_map(|s| s.text.as_ref()).map(LongText::as_str).collect();
    assert!(letter.chosen.is_empty() && all.contains("Rettet.") && !all.contains("Jeg tør godt"), "{all}");
}

#[test]
fn what_nobody_at_the_screen_may_read_is_counted_and_not_named() {
    let mut records = records();
    records.talks.retain(|talk| talk.id != TalkId::from_u128(31));
    records.follow_ups.clear();
    let mut program = Start::default().on(house::with(records));
    program.keys("<enter>").keys(&"<right>".repeat(PAPERS)).keys("<down><down><down><enter><ctrl-r>");
    assert!(program.shows("Der er 1 fortrolig samtale siden sidst."), "{}", program.screen());
    assert_eq!(looks(&mut program), 0);
    // In a note there is nothing to choose for.
    program.keys("<esc><esc>n<ctrl-r>");
    assert!(program.shows("gør ikke noget her"), "{}", program.screen());
}
