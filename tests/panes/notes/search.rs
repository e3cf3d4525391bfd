//! Searching the notes: folded, inside compounds, highlighted, by relevance or date, and logged.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use trivsel_domain::record::{Matter, TalkKind};
use trivsel_domain::value::{Line, LongText, Tag};
use trivsel_store::{Access, AccessQuery};

use super::log_of_many;
use crate::harness::Program;

/// A house with notes to search.
fn with_notes() -> Program {
    let mut program = Program::usual();
    for (child, day, text) in [
        ("sø", "man", "Åse fra skolen ringede. Cykelskuret er stedet."),
        ("ida", "fre", "Hun gik til skuret og tilbage. Skuret er lukket."),
        ("sof", "i går", "Rød hue, grøn jakke."),
    ] {
        program.keys(&format!("<ctrl-n>{child}<enter><enter><ctrl-u>{day}<enter>{text}<ctrl-s><ctrl-o>"));
    }
    program.keys("3");
    program
}

fn search(program: &mut Program, words: &str) -> String {
    program.keys(&format!("<ctrl-f>{words}<enter>")).screen()
}

#[test]
fn hits_with_their_words_marked() {
    let mut program = with_notes();
    search(&mut program, "skuret");
    assert_snapshot!(program.screen());
    let marked = program.with_modifier(Modifier::UNDERLINED);
    assert!(marked.contains("skuret") && marked.contains("Skuret"), "{marked}");
}

#[test]
fn folded_and_inside_compounds() {
    for (words, count) in [
        ("skuret", "2 fund"),
        ("SKURET", "2 fund"),
        ("aase", "1 fund"),
        ("åse", "1 fund"),
        ("rod", "1 fund"),
        ("roed", "1 fund"),
        ("skuret cykel", "1 fund"),
        ("morgen", "1 fund"),
    ] {
        let mut program = with_notes();
        let screen = search(&mut program, words);
        assert!(screen.contains(count), "{words}: {screen}");
    }
}

#[test]
fn v_toggles_sorting_by_date() {
    let mut program = with_notes();
    assert!(search(&mut program, "skuret").contains("de bedste først"));
    let first = |screen: &str| screen.lines().find(|l| l.contains("MK")).unwrap_or_default().to_owned();
    let by_fit = first(&program.screen());
    assert!(by_fit.contains("Ida Marie Toft"), "a word of its own before the inside of one: {by_fit}");
    program.keys("v");
    let screen = program.screen();
    assert!(screen.contains("de nyeste først") && first(&screen).contains("Søren"), "{screen}");
    program.keys("v");
    assert!(program.shows("de bedste først"));
}

#[test]
fn enter_opens_a_hit_and_esc_comes_back_to_the_hits() {
    let mut program = with_notes();
    search(&mut program, "cykelskuret");
    program.keys("<enter>");
    assert!(program.shows("Underskrevet af Maja Krog"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("1 fund"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Alle samtaler"), "{}", program.screen());
}

#[test]
fn a_draft_is_found_and_opened_to_go_on() {
    let mut program = with_notes();
    program.keys("<ctrl-n>alma<enter><enter><enter>halvfærdigt notat<esc>");
    search(&mut program, "halvfaerdig");
    assert!(program.shows("kladde"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("►Notat") && program.shows("halvfærdigt notat"), "{}", program.screen());
}

#[test]
fn no_hits_shows_what_to_try() {
    let mut program = with_notes();
    let screen = search(&mut program, "findesikke");
    assert!(screen.contains("Intet fundet. Prøv færre eller kortere ord"), "{screen}");
}

#[test]
fn a_search_is_in_the_access_log_with_its_words() {
    let mut program = with_notes();
    search(&mut program, "skuret");
    let asked = AccessQuery { limit: 10, ..AccessQuery::default() };
    let log = program.performer.house().access_log(&asked).unwrap();
    assert!(log.iter().any(|l| matches!(&l.access, Access::Search { text, .. } if text == "skuret")));
}

#[test]
fn in_the_log_of_one_child_the_search_is_in_that_log() {
    let mut program = with_notes();
    program.keys("fida<enter>");
    assert!(search(&mut program, "skuret").contains("1 fund"), "{}", program.screen());
}

#[test]
fn pressing_it_twice_searches_everything() {
    let mut program = with_notes();
    program.keys("<ctrl-f>soeren<ctrl-f>");
    assert!(program.shows("Søren Ægård Åse") && program.shows("soeren"), "{}", program.screen());
}

#[test]
fn a_word_that_many_notes_have_says_so_and_the_list_goes_on() {
    let mut program = log_of_many(230, |_, _| ());
    let screen = search(&mut program, "ringede");
    assert!(screen.contains("»ringede« · 50 af mindst 200 fund · de bedste først"), "{screen}");
    program.keys("<end>");
    assert!(program.shows("· 100 af mindst 200 fund"), "{}", program.screen());
    let stood_on = program.turned_over();
    assert!(stood_on[0].contains("6. okt"), "{stood_on:?}");
    program.keys("<down>");
    assert!(program.turned_over()[0].contains("5. okt"), "{}", program.screen());
    program.keys("<end><end><end>");
    assert!(program.shows("· 230 fund ·"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("· mindst 50 fund · de nyeste først"), "{}", program.screen());
    program.keys("<end>");
    assert!(program.shows("· mindst 100 fund ·"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.model.layers.is_empty(), "one list at a time");
}

#[test]
fn a_consultation_is_found_under_its_place() {
    let mut program = log_of_many(1, |_, talk| {
        let line = |text| Line::new(text).unwrap();
        talk.matter = Matter::consultation(line("Lindeskolen"), Some(line("uro i timerne")));
    });
    let screen = search(&mut program, "timerne");
    let head = screen.lines().find(|l| l.contains("Konsultation")).unwrap();
    assert!(head.contains("i går        Lindeskolen") && !head.contains('–'), "{screen}");
    assert!(screen.contains("Mor ringede. · Lindeskolen · uro i timerne"), "{screen}");
}

#[test]
fn tags_stand_apart_from_the_text_and_a_line_ends_with_a_word() {
    let text = "Vi fulgtes i skole. Forældrene hørte hinandens bekymringer og aftalte en plan for dagene.";
    let mut program = log_of_many(2, |n, talk| {
        if n == 0 {
            talk.matter = Matter::of_case(talk.case().unwrap(), TalkKind::Development).unwrap();
            talk.methods = vec![Tag::new("low arousal").unwrap()];
            talk.text = LongText::new("Fulgtes med\n\nSøren.").unwrap();
        } else {
            talk.text = LongText::new(text).unwrap();
        }
    });
    let screen = search(&mut program, "fulgtes");
    assert!(screen.contains("   Fulgtes med Søren. · low arousal\n"), "{screen}");
    assert!(screen.contains("bekymringer og aftalte en…\n"), "{screen}");
}

#[test]
fn a_search_in_one_childs_log_names_the_child() {
    let mut program = with_notes();
    program.keys("fida<enter>");
    assert!(
        search(&mut program, "skuret").contains("»skuret« · Ida Marie Toft · 1 fund"),
        "{}",
        program.screen()
    );
}
