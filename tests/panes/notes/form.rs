//! The form of a note: layout, moving between fields, difficult texts and small screens.

use insta::assert_snapshot;
use trivsel_tui::message::Message;
use trivsel_tui::theme::Theme;
use trivsel_words::text::columns;

use super::{drafts, one_signed, rest, whose};
use crate::harness::{Program, Start, date, house};

/// A half-filled form: a note with an agreement and a wrong date.
const HALF_WAY: &str = "<ctrl-n>sø<enter>for<enter>i går<enter>Mor ringer. Søren nåede frem to dage.<tab>Lise møder ham<enter><enter>24,13";

#[test]
fn a_note_half_way_with_a_wrong_date() {
    let mut program = Program::usual();
    program.keys("3<ctrl-n>sø<enter>for<enter>");
    program.keys("i går<enter>Mor ringer. Søren nåede frem to dage.");
    program.keys("<tab>Lise møder ham<enter><enter>24,13<ctrl-s>");
    assert_snapshot!(program.screen());
}

#[test]
fn the_text_has_the_room_while_one_writes_in_it() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>Mor ringer.<enter><enter>Hun vil prøve igen.");
    assert_snapshot!(program.screen());
}

#[test]
fn a_child_found_by_a_few_letters() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>a");
    assert_snapshot!(program.screen());
}

#[test]
fn a_wide_screen() {
    let mut program = Start::sized(120, 40).on(house::of(&house::SIXTEEN));
    program.keys(HALF_WAY);
    assert_snapshot!(program.screen());
}

#[test]
fn a_narrow_screen() {
    let mut program = Start::sized(60, 20).on(house::of(&house::SIXTEEN));
    program.keys("n<enter><enter>Mor ringer.<tab><enter>6,5 7 8 5");
    assert_snapshot!(program.screen());
}

#[test]
fn the_smallest_screen_shows_the_edited_field_and_its_text() {
    let mut program = Start::sized(60, 16).on(house::of(&house::SIXTEEN));
    program.keys("n");
    for field in ["Type", "Dato", "Notat"] {
        assert!(program.shows(&format!("►{field}")), "{}", program.screen());
        program.keys("<enter>");
    }
    program.keys("ord<tab>");
    for field in [
        "Aftale",
        "ORS ved start",
        "SRS til slut",
        "Kl.",
        "Varighed",
        "Deltagere",
        "Temaer",
        "Metoder",
        "Adgang",
    ] {
        assert!(program.shows(&format!("►{field}")), "{}", program.screen());
        program.keys("<down>");
    }
    program.keys("<ctrl-s>");
    assert!(program.shows("Underskriv?"), "{}", program.screen());
}

#[test]
fn without_colours_the_marks_and_words_are_enough() {
    let start = Start { theme: Theme::colourless(), ..Start::default() };
    let mut program = start.on(house::of(&house::SIXTEEN));
    program.keys(HALF_WAY);
    assert!(!program.has_colour());
    let screen = program.screen();
    assert!(screen.contains("►Hvornår") && screen.contains("▲ "), "{screen}");
}

#[test]
fn up_and_down_go_from_field_to_field_and_out_of_the_text_at_its_edges() {
    let mut program = Program::usual();
    program.keys("n<down>");
    assert!(program.shows("►Dato"));
    program.keys("<up><down><down>");
    assert!(program.shows("►Notat"));
    program.keys("en<enter>to<up>");
    assert!(program.shows("►Notat"), "up inside the text stays in it");
    program.keys("<up>");
    assert!(program.shows("►Dato"));
    program.keys("<enter><down>");
    assert!(program.shows("►Notat"));
    program.keys("<down>");
    assert!(program.shows("►Aftale"), "{}", program.screen());
    program.keys("<up>");
    assert!(program.shows("►Notat"));
    assert!(program.shows("│en") && program.shows("│to"), "{}", program.screen());
}

#[test]
fn the_footer_says_what_the_keys_do_here() {
    let mut program = Program::usual();
    program.keys("n");
    assert!(program.shows("Enter næste felt"), "{}", program.screen());
    program.keys("<enter><enter>ord<ctrl-s>");
    let screen = program.screen();
    assert!(screen.contains("Ctrl+O ja") && screen.contains("Esc skriv videre"), "{screen}");
}

#[test]
fn esc_discards_nothing_and_the_draft_reopens_where_it_was_left() {
    let mut program = Program::usual();
    program.keys("nf<enter><enter>Mor ringer.<tab>ringe igen<esc>");
    assert!(program.shows("Kladden er gemt"), "{}", program.screen());
    assert_eq!((drafts(&mut program), super::signed(&mut program).len()), (1, 0));
    program.keys("<ctrl-k>");
    assert!(program.shows("Mor ringer."), "{}", program.screen());
    program.keys("<enter>");
    let screen = program.screen();
    assert!(screen.contains("Forældresamtale") && screen.contains("Mor ringer."), "{screen}");
    assert!(screen.contains("►Notat"), "{screen}");
    // The agreement still lacks its day, and the cursor moves there.
    program.keys("<ctrl-s>");
    assert!(program.shows("►Hvornår"), "{}", program.screen());
    program.keys("man<ctrl-s><ctrl-o>");
    assert_eq!(one_signed(&mut program).follow_ups.len(), 1, "{}", program.screen());
}

#[test]
fn a_form_nobody_wrote_in_leaves_no_draft() {
    let mut program = Program::usual();
    program.keys("n<enter><enter><esc>");
    rest(&mut program);
    assert_eq!(drafts(&mut program), 0);
    assert!(!program.shows("Ny samtale"));
}

#[test]
fn the_right_to_left_name_the_wide_one_and_the_long_one_keep_the_layout() {
    for (letters, name) in
        [("محم", "محمد علي"), ("山", "山田 太郎"), ("mads", "Mads Østergaard-Rasmussen Holm")]
    {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let mut program = Start::sized(width, height).on(house::of(&house::SIXTEEN));
            program.keys(&format!("<ctrl-n>{letters}"));
            let screen = program.screen();
            assert!(screen.lines().all(|l| columns(l) <= usize::from(width)), "{screen}");
            program.keys("<enter><enter><enter>ord<ctrl-s><ctrl-o>");
            let opened = one_signed(&mut program);
            assert_eq!(whose(&mut program, &opened), name);
        }
    }
}

#[test]
fn a_long_paste_is_kept_whole_and_one_too_long_is_refused_whole() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>før ");
    program.send(Message::Paste("æ".repeat(200_000)));
    assert!(program.shows("200.000 tegn. Intet er sat ind"), "{}", program.screen());
    assert!(program.shows("│før"));
    program.send(Message::Paste("\n".repeat(20_000)));
    assert!(program.shows("20.000 linjer. Intet er sat ind"), "{}", program.screen());
    program.send(Message::Paste("linje\r\n".repeat(19_000)));
    program.keys("<ctrl-s><ctrl-o>");
    let text = one_signed(&mut program).talk.text;
    assert_eq!(text.as_str().lines().count(), 19_000);
    assert!(text.as_str().starts_with("før linje\nlinje"));
}

#[test]
fn control_characters_are_left_out_everywhere() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>");
    program.send(Message::Paste("a\u{1b}[31m\u{202e}b\u{7}\nA\u{30a}se".into()));
    program.keys("<tab>");
    program.send(Message::Paste("ring\u{1b}]0;x\u{7} mor\n".into()));
    program.keys("<enter><enter>man<ctrl-s><ctrl-o>");
    let opened = one_signed(&mut program);
    assert_eq!(opened.talk.text.as_str(), "a[31mb\nÅse");
    assert_eq!(opened.follow_ups[0].what.as_str(), "ring]0;x mor");
}

#[test]
fn the_keys_of_other_places_are_text_in_a_form() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>1 2 3 ? / : n t<ctrl-s>x");
    assert!(!program.shows("Underskriv?"), "a letter goes on writing: {}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    let opened = one_signed(&mut program);
    assert_eq!(opened.talk.text.as_str(), "1 2 3 ? / : n tx");
    assert_eq!(opened.talk.date, date(2026, 11, 25));
}

#[test]
fn typing_replaces_prefilled_text() {
    let mut program = Program::usual();
    program.keys("n<enter>man");
    assert!(program.line("►Dato").contains("man  = mandag 23. november 2026"), "{}", program.screen());
    program.keys("<enter>ord<tab><tab><tab><tab><tab>30<enter>LB<enter>");
    assert!(program.line(" Varighed").contains("30  = 30 minutter"), "{}", program.screen());
    assert!(program.line(" Deltagere").contains("barnet, MK, LB"), "{}", program.screen());
    // If the cursor is moved first, typing continues the text.
    let mut program = Program::usual();
    program.keys("n<enter><left><right>x");
    assert!(program.line("►Dato").contains("i dagx"), "{}", program.screen());
}
