//! The key table: no doubles, nothing unbound, no key that a Danish keyboard or Windows Terminal does not give.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use trivsel_tui::keys::{Chord, Command, Context, TABLE, find, markdown};
use trivsel_words::{Lang, Words};

#[test]
fn no_key_does_two_things_in_one_place() {
    for context in Context::ALL {
        let mut seen = HashSet::new();
        for binding in TABLE.iter().filter(|b| b.context == context) {
            for chord in binding.chords {
                assert!(seen.insert(*chord), "{context:?}: {chord:?} twice");
            }
        }
    }
}

#[test]
fn a_places_own_key_is_never_hidden_by_accident() {
    // Where a pane's key is also a general one, the pane's own goes first; only these do so on purpose.
    for context in Context::ALL {
        for binding in TABLE.iter().filter(|b| b.context == context) {
            for chord in binding.chords {
                assert_eq!(find(context, *chord), Some(binding.command), "{context:?} {chord:?}");
            }
        }
    }
}

#[test]
fn every_command_has_a_key_and_words() {
    let bound: HashSet<Command> = TABLE.iter().map(|b| b.command).collect();
    for command in Command::ALL {
        assert!(bound.contains(command), "{command:?} has no key");
        for lang in Lang::ALL {
            assert!(!Words::new(lang).code("key", command.code()).is_empty());
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
                Chord::Ctrl(c) => matches!(c, 'v' | 'c' | '+' | '-' | '0' | 'i' | 'm' | 'h' | 'j' | '['),
                Chord::Key(KeyCode::F(n)) => *n == 11,
                Chord::CtrlKey(code) => matches!(code, KeyCode::Tab),
                Chord::Key(_) | Chord::Capital => false,
            };
            assert!(!taken, "{:?}: {chord:?} is not to be had", binding.context);
        }
    }
}

#[test]
fn the_readme_shows_the_table_as_it_is() {
    let readme = include_str!("../../README.md").replace("\r\n", "\n");
    let table = markdown(&Words::new(Lang::En));
    assert!(readme.contains(table.trim()), "the README's key table should be:\n{table}");
}
