//! The key table: no duplicates, no unbound command, and only keys that a Danish keyboard and Windows Terminal can
//! send.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use trivsel_tui::keys::{Chord, Command, Context, TABLE, bindings, find};
use trivsel_tui::message::Message;
use trivsel_words::{Lang, Words};

use crate::harness::Program;

#[test]
fn no_key_does_two_things_in_one_place() {
    let mut seen = HashSet::new();
    for binding in TABLE {
        assert!(Context::ALL.contains(&binding.context), "{:?} is not listed", binding.context);
        for chord in binding.chords {
            assert!(seen.insert((binding.context, *chord)), "{:?}: {chord:?} twice", binding.context);
        }
    }
}

#[test]
fn a_places_own_key_hides_a_general_one_only_on_purpose() {
    let mut hidden = Vec::new();
    for context in Context::ALL {
        assert_eq!(context.chain().iter().filter(|c| **c == context).count(), 1, "{context:?}");
        for binding in bindings(context) {
            for chord in binding.chords {
                let found = find(context, *chord);
                if found != Some(binding.command) {
                    hidden.push((context, *chord, found, binding.command));
                }
            }
        }
    }
    assert_eq!(hidden, []);
}

#[test]
fn every_command_has_a_key_and_words() {
    let bound: HashSet<Command> = TABLE.iter().map(|b| b.command).collect();
    let every_words = Lang::ALL.map(Words::new);
    for command in Command::ALL {
        assert!(bound.contains(command), "{command:?} has no key");
        for words in &every_words {
            let does = words.code("key", command.code());
            assert!(!does.contains('⟨'), "{does} has no words in {:?}", words.lang());
        }
    }
}

#[test]
fn only_keys_that_a_danish_keyboard_and_windows_terminal_give() {
    let altgr = ['@', '£', '$', '€', '{', '[', ']', '}', '\\', '|', '~'];
    let dead = ['´', '`', '¨', '^', '~'];
    for binding in TABLE {
        for chord in binding.chords {
            let taken = match chord {
                Chord::Char(c) => altgr.contains(c) || dead.contains(c),
                Chord::Ctrl(c) => matches!(c, 'v' | '+' | '-' | '0' | 'i' | 'm' | 'h' | 'j' | '['),
                Chord::Key(KeyCode::F(n)) => *n == 11,
                Chord::CtrlKey(code) => matches!(code, KeyCode::Tab),
                // Windows Terminal pastes with it.
                Chord::ShiftKey(code) => matches!(code, KeyCode::Insert),
                Chord::Key(_) | Chord::Capital | Chord::Digit => false,
            };
            assert!(!taken, "{:?}: {chord:?} is not to be had", binding.context);
        }
    }
}

/// The places shown in the README: the panes and the sheet.
const IN_THE_README: [Context; 8] = [
    Context::Panes,
    Context::Agenda,
    Context::Attendance,
    Context::Caseload,
    Context::Calendar,
    Context::Talks,
    Context::Teaching,
    Context::Sheet,
];

/// One paragraph per place.
fn markdown(words: &Words) -> String {
    let mut text = String::new();
    for context in IN_THE_README {
        let keys = TABLE.iter().filter(|b| b.context == context).map(|binding| {
            let keys: Vec<String> = binding.chords.iter().map(|c| format!("`{}`", c.label(words))).collect();
            format!("{} {}", keys.join(" "), words.code("key", binding.command.code()))
        });
        let keys: Vec<String> = keys.collect();
        text += &format!("\n**{}**\n{}.\n", words.code("context", context.code()), keys.join(" · "));
    }
    text
}

#[test]
fn the_readme_shows_the_panes_and_the_sheet() {
    // Line breaks in the README do not matter.
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let table = markdown(&Words::new(Lang::En));
    assert!(
        on_one_line(include_str!("../../README.md")).contains(&on_one_line(&table)),
        "the README's key table should be:\n{table}"
    );
}

#[test]
fn a_key_with_alt_does_nothing_anywhere() {
    let alt = |program: &mut Program, code, more| {
        let modifiers = KeyModifiers::ALT | more;
        program.send(Message::Key(KeyEvent::new(code, modifiers).into()));
    };
    for (keys, marked) in [("5", "Fremmøde"), ("1", "Alma Holm"), ("1<enter>", "Alma Holm")] {
        let mut program = Program::usual();
        program.keys(keys);
        let before = format!("{:?}", program.model.context());
        for code in [KeyCode::Char('t'), KeyCode::Char('n'), KeyCode::Enter, KeyCode::Char('1')] {
            alt(&mut program, code, KeyModifiers::NONE);
            assert!(program.shows("Alt bruges ikke her") && program.shows(marked), "{}", program.screen());
        }
        assert_eq!(format!("{:?}", program.model.context()), before);
        assert_eq!(program.on_record("Alma Holm", crate::harness::date(2026, 11, 25)), None);
    }
    let mut program = Program::usual();
    program.keys("<ctrl-l>");
    assert!(!program.shows("Tasten virker ikke, mens skærmen er låst"));
    alt(&mut program, KeyCode::Char('t'), KeyModifiers::NONE);
    assert!(program.shows("Tasten virker ikke, mens skærmen er låst"), "{}", program.screen());
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord");
    alt(&mut program, KeyCode::Char('x'), KeyModifiers::NONE);
    alt(&mut program, KeyCode::Char('o'), KeyModifiers::CONTROL);
    alt(&mut program, KeyCode::Enter, KeyModifiers::NONE);
    // AltGr on Windows.
    alt(&mut program, KeyCode::Char('@'), KeyModifiers::CONTROL);
    assert!(program.shows("│ord@"), "{}", program.screen());
}

#[test]
fn one_key_leaves_the_end_of_a_long_text() {
    let mut program = Program::usual();
    program.keys("?");
    let start = program.screen();
    program.keys(&"<pgdn>".repeat(20));
    let end = program.screen();
    assert_ne!(start, end);
    program.keys("<up>");
    assert_ne!(program.screen(), end, "{end}");
    program.keys(&"<pgup>".repeat(20)).keys("<up>");
    assert_eq!(program.screen(), start);
    // Also where the screen became higher meanwhile, and less is hidden.
    program.keys(&"<pgdn>".repeat(20)).resized(80, 34);
    let end = program.screen();
    program.keys("<up>");
    assert_ne!(program.screen(), end, "{end}");
}
