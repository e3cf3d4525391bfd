//! A field that is filled in beforehand is selected: a letter replaces the text, an arrow keeps it, and Backspace deletes
//! it.

use ratatui::style::Modifier;
use trivsel_tui::keys::Context;
use trivsel_tui::message::Message;
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::{Program, Start, house};

/// The text drawn as selected.
fn selected(program: &mut Program) -> String {
    program.with_modifier(Modifier::REVERSED)
}

#[test]
fn hours_that_are_filled_in_give_way_to_typed_ones() {
    let mut program = Program::usual();
    program.keys("5Adk");
    assert!(selected(&mut program).ends_with("8.30–8.55"), "{}", program.screen());
    program.keys("9-10.30");
    assert!(program.shows("= 9.00–10.30") || program.shows("= 9–10.30"), "{}", program.screen());
}

#[test]
fn days_of_absence_that_are_filled_in_give_way_to_typed_ones() {
    let mut program = Program::usual();
    program.keys("5Aaman-fre");
    assert!(program.shows("syg · "), "{}", program.screen());
    assert!(!program.shows("s 25. novm"), "{}", program.screen());
}

#[test]
fn an_arrow_home_and_end_keep_the_text() {
    for (key, text) in [("<left><right>", "8.30–8.55x"), ("<end>", "8.30–8.55x"), ("<home>", "x8.30–8.55")]
    {
        let mut program = Program::usual();
        program.keys(&format!("5Adk{key}"));
        assert!(!selected(&mut program).ends_with("8.30–8.55"), "{}", program.screen());
        program.keys("x");
        assert!(program.shows(text), "{key}: {}", program.screen());
    }
}

#[test]
fn backspace_and_delete_empty_it() {
    for key in ["<backspace>", "<del>", "<ctrl-u>"] {
        let mut program = Program::usual();
        program.keys(&format!("5Adk{key}"));
        assert!(!program.line("fra–til").contains("8.30–8.55"), "{key}: {}", program.screen());
        program.keys("9-10");
        assert!(program.shows("fra–til 9-10  "), "{key}: {}", program.screen());
    }
}

#[test]
fn a_paste_replaces_it() {
    let mut program = Program::usual();
    program.keys("5Adk").send(Message::Paste("9-10".to_owned()));
    assert!(program.shows("fra–til 9-10  "), "{}", program.screen());
}

#[test]
fn it_is_seen_without_colours_too() {
    let start = Start { theme: Theme::colourless(), ..Start::default() };
    let mut program = start.on(house::of(&house::SIXTEEN));
    program.keys("5Adk");
    assert!(selected(&mut program).ends_with("8.30–8.55"), "{}", program.screen());
}

#[test]
fn the_responsible_person_of_a_step_is_replaced() {
    let mut program = Program::usual();
    program.keys("1<enter>").keys(&"<right>".repeat(6)).keys("<enter>");
    while program.model.form().is_some_and(|f| f.focused().is_some_and(|e| e.name != "step-what")) {
        program.keys("<tab>");
    }
    program.keys("Besøg i klassen<enter>");
    assert_eq!(selected(&mut program), "MK", "{}", program.screen());
    program.keys("LB");
    assert!(program.line("►").contains("LB  = Lise"), "{}", program.screen());
}

#[test]
fn in_a_list_of_people_the_first_letter_begins_another() {
    let mut program = Program::usual();
    program.keys("1<enter><right><right><right><right><right>n").keys("<esc>");
    program.keys("<esc>n<enter><enter>ord");
    while program.model.form().is_some_and(|f| f.focused().is_some_and(|e| e.name != "with")) {
        program.keys("<tab>");
    }
    program.keys("LB<enter>");
    assert!(program.line(" Deltagere").contains(", MK, LB"), "{}", program.screen());
    // Words that were typed are gone on with.
    program.keys("<up>x");
    assert!(program.line("Deltagere").contains("LBx"), "{}", program.screen());
}

#[test]
fn every_field_of_one_line_of_a_record_is_replaced_by_the_first_letter() {
    for right in [0, 4, 7] {
        let mut program = Program::usual();
        program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(right));
        program.keys(match right {
            4 => "nfag<enter>Læser en bog<ctrl-s><down><enter>",
            7 => "nmor<enter>Mette Holm<enter><enter>12 34 56 78<ctrl-s><enter>",
            _ => "<down><enter>",
        });
        assert!(program.model.form().is_some(), "{}", program.screen());
        let name = |program: &Program| program.model.form().unwrap().focused().unwrap().text();
        for _ in 0..20 {
            let form = program.model.form().unwrap();
            let field = form.focused().unwrap();
            let is_line = matches!(field.input, trivsel_tui::form::Input::Line(_));
            let last = form.fields.iter().rposition(|e| e.shown) == Some(form.focus);
            if is_line && !field.is_empty() {
                let before = name(&program);
                assert_eq!(selected(&mut program), before, "{}", program.screen());
                program.keys("x");
                assert_eq!(name(&program), "x", "{before}: {}", program.screen());
            }
            if last {
                break;
            }
            program.keys("<tab>");
        }
    }
}

#[test]
fn the_key_that_empties_a_field_is_told() {
    for (lang, footer, help) in
        [(Lang::Da, "Ctrl+U tøm", "tøm feltet"), (Lang::En, "Ctrl+U empty", "empty the field")]
    {
        for keys in ["5Adk", "n<enter>"] {
            let mut program = Start { lang, ..Start::default() }.on(house::of(&house::SIXTEEN));
            program.keys(keys);
            assert!(program.shows(footer), "{}", program.screen());
            program.keys("<f1>ctrl+u");
            assert!(program.shows(help), "{}", program.screen());
        }
    }
    let bound = |context| {
        trivsel_tui::keys::bindings(context).any(|b| b.command == trivsel_tui::keys::Command::ClearField)
    };
    assert!(bound(Context::Prompt) && bound(Context::Form) && bound(Context::Choice));
}

#[test]
fn emptying_a_search_narrows_nothing_any_more() {
    let mut program = Program::usual();
    program.keys("1<ctrl-f>Alma");
    assert!(!program.shows("Aya Hassan"), "{}", program.screen());
    program.keys("<ctrl-u>");
    assert!(program.shows("Aya Hassan"), "{}", program.screen());
}
