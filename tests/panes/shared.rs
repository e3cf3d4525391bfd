//! What every pane has: sizes, colours, help, palette, lock, languages.

use insta::assert_snapshot;
use trivsel_tui::message::Message;
use trivsel_tui::theme::{Ground, Theme};
use trivsel_words::Lang;

use crate::harness::{Program, Start, house};

#[test]
fn a_narrow_screen_keeps_the_register() {
    let mut program = Start::sized(60, 20).on(house::of(&house::SIXTEEN));
    program.keys("5Cs");
    assert_snapshot!(program.screen());
}

#[test]
fn a_screen_too_small_says_so_and_loses_nothing() {
    for (width, height) in [(59, 24), (80, 15), (20, 5), (1, 1)] {
        let mut program = Start::sized(width, height).on(house::of(&house::SIXTEEN));
        program.keys("5Cs");
        let screen = program.screen();
        assert!(!screen.contains("Aya"), "{screen}");
    }
    let mut program = Start::sized(40, 10).on(house::of(&house::SIXTEEN));
    assert!(program.shows("Vinduet er for lille"));
}

#[test]
fn every_pane_draws_at_every_size() {
    let mut program = Program::usual();
    for pane in ["1", "2", "3", "4", "5", "v", "v", "v", "v", "v", "v?", "<esc>a", "<esc><ctrl-p>"] {
        program.keys(pane);
        for (width, height) in [(60, 16), (60, 20), (79, 24), (80, 24), (119, 30), (120, 40), (200, 60)] {
            let screen = program.resized(width, height).screen();
            assert!(
                screen.lines().all(|l| trivsel_words::text::columns(l) <= usize::from(width)),
                "{screen}"
            );
        }
    }
}

#[test]
fn nothing_shows_beside_a_box() {
    let mut program = Start::sized(120, 30).on(house::of(&house::SIXTEEN));
    for keys in ["5?", "<esc><ctrl-p>", "<esc>3<enter>"] {
        let screen = program.keys(keys).screen();
        let from = screen.lines().skip_while(|l| !l.contains('┌'));
        let rows: Vec<&str> = from.take_while(|l| !l.contains('└')).map(str::trim).collect();
        assert!(rows.len() > 2, "{screen}");
        for row in rows {
            assert!(row.starts_with(['┌', '│']) && row.ends_with(['┐', '│']), "{keys}: {row}");
        }
    }
}

#[test]
fn the_views_that_a_key_turns_through_are_listed() {
    let mut program = Program::usual();
    for (keys, views) in [
        ("1", "[Sager] Visitation og venteliste Afsluttede Mine sager"),
        ("v", "Sager [Visitation og venteliste] Afsluttede Mine sager"),
        ("3", "[Alle samtaler] Alma Holm"),
        ("v", "Alle samtaler [Alma Holm]"),
        ("5", "[Dag] Uge Måned Skoleår"),
        ("vv", "Dag Uge [Måned] Skoleår"),
        ("1vvv<enter><right>", "[alt] samtaler fremmøde målinger mål dokumenter trin"),
        ("v", "alt [samtaler] fremmøde målinger mål dokumenter trin"),
        ("<left><left>v", "uden fremmøde [sagen] samtaler"),
    ] {
        let rule = program.keys(keys).screen().lines().nth(1).unwrap().to_owned();
        assert!(rule.contains(views), "{keys}: {}", program.screen());
    }
}

#[test]
fn without_colours_the_cursor_is_still_seen() {
    let start = Start { theme: Theme::colourless(), ..Start::default() };
    let mut program = start.on(house::of(&house::SIXTEEN));
    for pane in ["1", "3", "5", "5v"] {
        program.keys(pane);
        assert!(!program.has_colour(), "{pane}");
        assert!(!program.turned_over().is_empty(), "{pane}");
    }
}

#[test]
fn a_light_terminal_gets_no_ground_of_ours() {
    let start = Start { theme: Theme::coloured(Ground::Light), ..Start::default() };
    let mut program = start.on(house::of(&house::SIXTEEN));
    program.keys("5CsDu");
    assert!(program.has_colour());
    assert!(!program.has_ground());
}

#[test]
fn help_lists_the_keys_of_the_place_and_narrows() {
    let mut program = Program::usual();
    program.keys("5?");
    assert!(program.shows("til stede"));
    program.keys("fortryd");
    let screen = program.screen();
    assert!(screen.contains("Ctrl+Z") && !screen.contains("til stede"), "{screen}");
    program.keys("<esc>");
    assert!(program.shows("Alma Holm"));
}

#[test]
fn the_palette_finds_commands_and_children_and_says_why_one_is_off() {
    let mut program = Program::usual();
    program.keys("5<ctrl-p>soeren");
    assert!(program.shows("Søren Ægård Åse"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.turned_over()[0].contains("Søren Ægård Åse"), "{}", program.screen());
    program.keys("<gt><ctrl-p>resten");
    assert!(program.shows("Kommende dage kan ikke"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("▲ Kommende dage kan ikke fyldes ud"), "{}", program.screen());
}

#[test]
fn a_locked_screen_has_no_names_and_opens_with_the_passphrase() {
    let mut program = Program::usual();
    program.keys("5<ctrl-l>");
    let screen = program.screen();
    assert!(!screen.contains("Alma") && screen.contains("Intet er tabt"), "{screen}");
    program.keys("wrong");
    assert!(!program.shows("wrong"));
    program.keys("<enter>");
    assert!(program.shows("Det var ikke din adgangssætning"));
    program.keys("t");
    program.keys("<backspace>right<enter>");
    assert!(program.shows("Alma Holm"), "{}", program.screen());
    assert!(program.shows("15 mangler"), "what was typed on the lock marked nothing");
    program.send(Message::LeftAlone);
    assert!(program.shows("fordi ingen brugte den"));
}

#[test]
fn the_whole_screen_in_english() {
    let start = Start { lang: Lang::En, ..Start::default() };
    let mut program = start.on(house::of(&house::SIXTEEN));
    program.keys("5Csr");
    assert_snapshot!(program.screen());
}

#[test]
fn control_characters_in_a_field_are_left_out() {
    let mut program = Program::usual();
    program.keys("5A+");
    program.send(Message::Paste("a\u{1b}[31m\u{202e}b\u{7}\nc a\u{30a}".into()));
    assert!(program.shows("a[31mb c å"), "{}", program.screen());
    program.keys("<backspace>");
    assert!(!program.shows("b c å") && !program.shows("b c a"), "one backspace takes the whole letter");
}

#[test]
fn ctrl_q_ends_it_and_ctrl_c_does_not() {
    let mut program = Program::usual();
    program.keys("<ctrl-c>");
    assert!(!program.ended);
    program.keys("<ctrl-q>");
    assert!(program.ended);
}
