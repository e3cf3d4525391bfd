//! Tests of the long text: typing, pasting, wrapping, undo.

mod any;
mod screen;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use trivsel_domain::value::LongText;
use trivsel_tui::editor::Editor;
use trivsel_tui::keys::{Chord, Context, find};

use crate::harness::keys;

/// Sends a key as the screen does: as a command of the key table, otherwise as a letter. Returns whether it was
/// either.
fn press(editor: &mut Editor, key: KeyEvent, clipboard: &mut String) -> bool {
    let chord = Chord::of(key);
    match (find(Context::Note, chord), chord.typed()) {
        (Some(command), _) => editor.act(command, clipboard),
        (None, Some(c)) => {
            editor.letter(c);
            true
        }
        (None, None) => false,
    }
}

/// Types keys; the text must accept each.
fn typed(editor: &mut Editor, keys: &str) {
    let mut clipboard = String::new();
    for key in keys::parse(keys) {
        assert!(press(editor, key, &mut clipboard), "{key:?} is not taken");
    }
}

/// Pastes a text that fits.
fn paste(editor: &mut Editor, text: &str) {
    editor.paste(text);
    assert!(!editor.is_refused());
}

/// The text after some keys, with the cursor shown as `|`.
fn after(text: &str, keys: &str) -> String {
    let mut editor = Editor::with(text);
    typed(&mut editor, keys);
    shown(&editor)
}

/// The text with its cursor shown as `|`.
fn shown(editor: &Editor) -> String {
    let (line, byte) = editor.cursor();
    let mut lines = editor.lines().to_vec();
    lines[line].insert(byte, '|');
    lines.join("\n")
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

#[test]
fn what_is_typed_stands_there() {
    assert_eq!(after("", "æøå ÆØÅ<enter>— “ja”"), "æøå ÆØÅ\n— “ja”|");
    assert_eq!(after("hej", "<home>X<right><right>Y"), "XheY|j");
    assert_eq!(Editor::with("").lines(), [""]);
}

#[test]
fn altgr_is_text() {
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let mut editor = Editor::with("");
    for c in ['@', '{', 'z', 'w'] {
        assert!(press(&mut editor, key(KeyCode::Char(c), altgr), &mut String::new()));
    }
    assert_eq!(editor.text(), "@{zw");
}

#[test]
fn what_the_form_needs_is_left_to_it() {
    let mut editor = Editor::with("hej");
    let ctrl = KeyModifiers::CONTROL;
    for c in "sdepqlt".chars() {
        assert!(!press(&mut editor, key(KeyCode::Char(c), ctrl), &mut String::new()), "Ctrl+{c}");
    }
    for code in [KeyCode::Tab, KeyCode::BackTab, KeyCode::Esc, KeyCode::F(1)] {
        assert!(!press(&mut editor, key(code, KeyModifiers::NONE), &mut String::new()), "{code:?}");
    }
    for code in [KeyCode::Enter, KeyCode::Up, KeyCode::PageDown] {
        assert!(!press(&mut editor, key(code, ctrl), &mut String::new()), "Ctrl+{code:?}");
    }
    assert_eq!((editor.text().as_str(), editor.revision()), ("hej", 0));
}

#[test]
fn letters_are_deleted_whole() {
    // An å typed as two characters becomes one letter; a grapheme without a composed form is still deleted whole.
    assert_eq!(after("", "Sa\u{30a}"), "Så|");
    assert_eq!(after("", "Sa\u{30a}<backspace>"), "S|");
    assert_eq!(after("x\u{30a}", "<backspace>"), "|");
    assert_eq!(Editor::with("Sa\u{30a}").text(), "Så");
    for whole in ["👩‍👩‍👧", "🇩🇰", "👍🏽", "❤\u{fe0f}", "각"] {
        assert_eq!(after(&format!("a{whole}"), "<backspace>"), "a|", "{whole}");
        let mut editor = Editor::with(&format!("{whole}b"));
        typed(&mut editor, "<home>");
        typed(&mut editor, "<del>");
        assert_eq!(shown(&editor), "|b");
        assert_eq!(after(&format!("a{whole}b"), "<left><left>"), format!("a|{whole}b"));
    }
    assert_eq!(after("🇩🇰🇸🇪", "<backspace>"), "🇩🇰|");
}

#[test]
fn what_comes_together_composes() {
    // The line break between a letter and its ring is deleted.
    assert_eq!(after("a\n\u{30a}x", "<home><backspace>"), "å|x");
    // A letter typed before a ring that stood alone.
    assert_eq!(after("\u{30a}x", "<home>a"), "å|x");
    let mut editor = Editor::with("\u{30a}x");
    typed(&mut editor, "<home>");
    paste(&mut editor, "ene\nBa");
    assert_eq!(shown(&editor), "ene\nBå|x");
    typed(&mut editor, "<ctrl-z>");
    // The cursor is after the restored text.
    assert_eq!(shown(&editor), "\u{30a}|x");
}

#[test]
fn words_are_danish_too() {
    let text = "Åse kørte, 3,5 km øst";
    let stops = |key: &str, text: &str, from: &str| {
        let mut editor = Editor::with(text);
        typed(&mut editor, from);
        let mut found = vec![editor.cursor()];
        loop {
            typed(&mut editor, key);
            if found.last() == Some(&editor.cursor()) {
                return found
                    .into_iter()
                    .map(|(line, byte)| editor.lines()[line][byte..].to_owned())
                    .collect();
            }
            found.push(editor.cursor());
        }
    };
    let right: Vec<String> = stops("<ctrl-right>", text, "<ctrl-home>");
    assert_eq!(right, [text, "kørte, 3,5 km øst", "3,5 km øst", "km øst", "øst", ""]);
    let left: Vec<String> = stops("<ctrl-left>", text, "");
    assert_eq!(left, ["", "øst", "km øst", "3,5 km øst", "kørte, 3,5 km øst", text]);
    let lines: Vec<String> = stops("<ctrl-right>", "ét to\nsmå", "<ctrl-home>");
    assert_eq!(lines, ["ét to", "to", "", "små", ""]);
}

#[test]
fn words_are_deleted() {
    for keys in ["<ctrl-backspace>", "<ctrl-h>", "<ctrl-w>"] {
        assert_eq!(after("Søren så Åse.", keys), "Søren så |");
        assert_eq!(after("en\nto", &format!("{keys}{keys}{keys}")), "|");
    }
    let mut editor = Editor::with("øl og ål");
    typed(&mut editor, "<ctrl-home>");
    typed(&mut editor, "<ctrl-del>");
    assert_eq!(shown(&editor), "|og ål");
}

#[test]
fn typing_is_taken_back_by_the_word() {
    let mut editor = Editor::with("Ma");
    typed(&mut editor, "ja er  syg<enter>Hjemme<left>x");
    for (keys, there) in [
        ("<ctrl-z>", "Maja er  syg\nHjemm|e"),
        ("<ctrl-z>", "Maja er  syg\n|"),
        ("<ctrl-z>", "Maja er  syg|"),
        ("<ctrl-z>", "Maja er  |"),
        ("<ctrl-z>", "Maja |"),
        ("<ctrl-z>", "Ma|"),
        ("<ctrl-z>", "Ma|"),
        ("<ctrl-y>", "Maja |"),
        ("<ctrl-y><ctrl-y><ctrl-y><ctrl-y>", "Maja er  syg\nHjemme|"),
        ("<ctrl-y>", "Maja er  syg\nHjemmx|e"),
        ("<ctrl-y>", "Maja er  syg\nHjemmx|e"),
        // Typing after an undo leaves nothing to redo.
        ("<ctrl-z><ctrl-z>!<ctrl-y>", "Maja er  syg\n!|"),
    ] {
        typed(&mut editor, keys);
        assert_eq!(shown(&editor), there, "{keys}");
    }
}

#[test]
fn deleting_is_taken_back_in_runs() {
    assert_eq!(after("Søren", "<backspace><backspace><backspace><ctrl-z>"), "Søren|");
    assert_eq!(after("Søren", "<backspace><backspace>x<ctrl-z><ctrl-z>"), "Søren|");
    let mut editor = Editor::with("Søren");
    typed(&mut editor, "<home>");
    for _ in 0..3 {
        typed(&mut editor, "<del>");
    }
    assert_eq!(shown(&editor), "|en");
    typed(&mut editor, "<ctrl-z>");
    // The cursor is after the restored text.
    assert_eq!(shown(&editor), "Sør|en");
    assert_eq!(after("en to", "<ctrl-w><ctrl-w><ctrl-z>"), "en |");
}

#[test]
fn a_long_run_is_not_taken_back_whole() {
    let text = "ord ".repeat(60);
    let mut editor = Editor::with("");
    typed(&mut editor, &text);
    typed(&mut editor, "<ctrl-z>");
    assert!(editor.text().len() >= 100, "most of it is still there");
    assert!(editor.text().ends_with(' '), "and no word is left in half");
}

#[test]
fn a_paste_is_one_step() {
    let mut editor = Editor::with("før efter");
    typed(&mut editor, "<ctrl-left>!");
    paste(&mut editor, "en\r\nto\rtre\u{2028}fire\u{2029}\tfem");
    typed(&mut editor, "?");
    assert_eq!(shown(&editor), "før !en\nto\ntre\nfire\n    fem?|efter");
    typed(&mut editor, "<ctrl-z><ctrl-z>");
    assert_eq!(shown(&editor), "før !|efter");
    typed(&mut editor, "<ctrl-y>");
    assert_eq!(shown(&editor), "før !en\nto\ntre\nfire\n    fem|efter");
}

#[test]
fn what_would_act_on_the_terminal_is_left_out() {
    let mut editor = Editor::with("\u{1b}[31mrød\u{202e}");
    assert_eq!(editor.text(), "[31mrød");
    paste(&mut editor, "\u{7}a\u{0}\u{2066}\u{9b}b\u{1b}]0;x\u{7}");
    let before = (editor.text(), editor.revision());
    assert_eq!(before.0, "[31mrødab]0;x");
    for c in ['\u{1b}', '\u{0}', '\u{202e}', '\u{2028}', '\u{9b}'] {
        assert!(
            press(&mut editor, key(KeyCode::Char(c), KeyModifiers::NONE), &mut String::new()),
            "taken, so that nobody else acts on it"
        );
    }
    assert_eq!((editor.text(), editor.revision()), before);
}

#[test]
fn too_much_is_refused_whole() {
    let max = LongText::MAX;
    assert_eq!(max, 200_000);
    let mut editor = Editor::with("ø");
    editor.paste(&"å".repeat(max));
    assert!(editor.is_refused());
    editor.set_text(&"å".repeat(max + 1));
    assert!(editor.is_refused());
    editor.paste(&"\n".repeat(max - 1));
    assert!(editor.is_refused(), "more lines than can be shown");
    assert_eq!((editor.text().as_str(), editor.revision()), ("ø", 0));
    paste(&mut editor, &"å".repeat(max - 1));
    assert_eq!(editor.revision(), 1);
    for key in ["x", "<enter>"] {
        typed(&mut editor, key);
        assert!(editor.is_refused(), "full");
        assert_eq!(editor.revision(), 1, "full");
    }
    typed(&mut editor, "<backspace>");
    assert!(!editor.is_refused());
    typed(&mut editor, "x");
    assert_eq!(editor.text().chars().count(), max);
    // Replacing the selection makes room for the new text.
    typed(&mut editor, "<ctrl-a>y");
    assert_eq!(editor.text(), "y");
}

#[test]
fn a_text_from_before_is_kept_whole_and_can_be_made_shorter() {
    let long = "å".repeat(300_000);
    let mut editor = Editor::with(&long);
    assert_eq!(editor.text(), long);
    typed(&mut editor, "x");
    assert!(editor.is_refused());
    typed(&mut editor, "<ctrl-a><ctrl-x>x");
    assert_eq!(editor.text(), "x");
}

#[test]
fn what_is_selected_is_cut_copied_and_replaced() {
    let mut editor = Editor::with("Åse ringede.\r\nSøren 🇩🇰 a\u{30a}");
    let mut clipboard = String::new();
    let mut keys = |editor: &mut Editor, keys: &str| {
        keys::parse(keys).into_iter().for_each(|key| assert!(press(editor, key, &mut clipboard)));
        clipboard.clone()
    };
    assert_eq!(keys(&mut editor, "<ctrl-c>"), "", "nothing is selected");
    assert_eq!(keys(&mut editor, "<shift-left><shift-left><shift-left><ctrl-c>"), "🇩🇰 å");
    assert_eq!(keys(&mut editor, "<ctrl-home><ctrl-right><shift-down><ctrl-x>"), "ringede.\nSøre");
    assert_eq!(shown(&editor), "Åse |n 🇩🇰 å");
    keys(&mut editor, "<ctrl-z>");
    assert_eq!(editor.text(), "Åse ringede.\nSøren 🇩🇰 å");
    keys(&mut editor, "<ctrl-end> <ctrl-g><ctrl-g>");
    assert_eq!(shown(&editor), "Åse ringede.\nSøren 🇩🇰 å ringede.\nSøreringede.\nSøre|");
    // Typing replaces the selection in one step.
    keys(&mut editor, "<shift-home>x");
    assert_eq!(shown(&editor), "Åse ringede.\nSøren 🇩🇰 å ringede.\nSøreringede.\nx|");
    keys(&mut editor, "<ctrl-z>");
    assert_eq!(shown(&editor), "Åse ringede.\nSøren 🇩🇰 å ringede.\nSøreringede.\nSøre|");
    keys(&mut editor, "<ctrl-home><shift-end><del>");
    assert_eq!(editor.lines()[..2], ["", "Søren 🇩🇰 å ringede."]);
    assert_eq!(keys(&mut editor, "<shift-left><left><ctrl-c>"), "ringede.\nSøre", "a move ends a selection");
    assert_eq!(editor.selected(), None);
}

#[test]
fn the_revision_says_whether_to_save() {
    let mut editor = Editor::with("en\nto");
    for (keys, revision) in
        [("<left><up><ctrl-home>", 0), ("x", 1), ("<ctrl-z>", 2), ("<ctrl-z><backspace>", 2), ("<ctrl-y>", 3)]
    {
        typed(&mut editor, keys);
        assert_eq!(editor.revision(), revision, "{keys}");
    }
    paste(&mut editor, "");
    editor.set_text("xen\nto\n");
    assert_eq!(editor.revision(), 3, "the same text");
}

#[test]
fn another_editors_text_comes_back_as_one_step() {
    let mut editor = Editor::with("en");
    typed(&mut editor, "!");
    editor.set_text("Åse\r\nSøren\n");
    assert_eq!(shown(&editor), "Åse\nSøren|");
    typed(&mut editor, "<ctrl-z>");
    assert_eq!(shown(&editor), "en!|");
    typed(&mut editor, "<ctrl-y><ctrl-z><ctrl-z>");
    assert_eq!(shown(&editor), "en|");
}

#[test]
fn blank_is_what_nobody_has_written_in() {
    for (text, blank) in [("", true), (" \n\u{a0}\n", true), ("\n\n.", false)] {
        assert_eq!(Editor::with(text).is_blank(), blank, "{text:?}");
    }
}
