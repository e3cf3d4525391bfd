//! Properties of the long text under any sequence of typing, pasting, deleting and undo.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use trivsel_domain::value::is_hostile;
use trivsel_tui::editor::Editor;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::GraphemeCursor;

use super::press;
use super::screen::keeps_to_its_room;

/// One edit of a text.
#[derive(Clone, Debug)]
enum Act {
    Key(KeyCode, KeyModifiers),
    Paste(String),
    Set(String),
    Size(u16, u16),
}

/// Plain characters mixed with combining, bidi, wide and zero-width ones.
fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => prop::sample::select(vec!['a', 'e', 'å', 'ø', ' ', ' ', ',', '1', 'Z']),
        4 => prop::sample::select(vec![
            '\u{30a}', '\u{301}', '\u{327}', '\u{345}', '\u{200d}', '\u{fe0f}', '\u{1f469}', '\u{1f1e9}', '\u{1f1f0}',
            '\u{1f3fd}', '日', '\u{ff9e}', 'ｶ', '\u{1100}', '\u{1161}', '\u{11a8}', 'ש', '\u{5b0}', 'م', '\u{915}',
            '\u{94d}', '\u{937}', '\u{9c7}', '\u{9be}', '\u{212b}', '\u{958}', '\u{600}', '\u{200b}', '\u{ad}',
        ]),
        1 => prop::sample::select(vec!['\n', '\r', '\t', '\u{1b}', '\u{202e}', '\u{2028}', '\0']),
        1 => any::<char>(),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(letter(), 0..most).prop_map(String::from_iter)
}

fn step() -> impl Strategy<Value = Act> {
    let held = prop::sample::select(vec![KeyModifiers::NONE, KeyModifiers::CONTROL, KeyModifiers::SHIFT]);
    let code = prop::sample::select(vec![
        KeyCode::Enter,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Char('z'),
        KeyCode::Char('y'),
        KeyCode::Char('x'),
        KeyCode::Char('c'),
        KeyCode::Char('g'),
        KeyCode::Char('a'),
    ]);
    prop_oneof![
        5 => letter().prop_map(|c| Act::Key(KeyCode::Char(c), KeyModifiers::NONE)),
        6 => (code, held).prop_map(|(code, held)| Act::Key(code, held)),
        2 => text(30).prop_map(Act::Paste),
        1 => text(30).prop_map(Act::Set),
        1 => (0..15_u16, 0..8_u16).prop_map(|(width, height)| Act::Size(width, height)),
    ]
}

/// Checks what must hold for every text.
fn sound(editor: &Editor) {
    let text = editor.text();
    assert_eq!(text, text.nfc().collect::<String>(), "composed");
    assert!(!text.chars().any(|c| c != '\n' && is_hostile(c)), "{text:?}");
    assert!(editor.lines().iter().all(|line| !line.contains('\n')));
    let (line, byte) = editor.cursor();
    let line = &editor.lines()[line];
    assert!(byte <= line.len() && line.is_char_boundary(byte));
    assert!(GraphemeCursor::new(byte, line.len(), true).is_boundary(line, 0).unwrap(), "{byte} in {line:?}");
}

fn ctrl(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)
}

proptest! {
    #[test]
    fn a_text_stays_sound(before in text(60), steps in prop::collection::vec(step(), 1..60)) {
        let mut editor = Editor::with(&before);
        let before = editor.text();
        let mut size = (10, 4);
        let mut clipboard = String::new();
        for step in steps {
            let was = (editor.text(), editor.revision());
            match step {
                Act::Key(code, held) => {
                    press(&mut editor, KeyEvent::new(code, held), &mut clipboard);
                }
                Act::Paste(text) => editor.paste(&text),
                Act::Set(text) => editor.set_text(&text),
                Act::Size(width, height) => size = (width, height),
            }
            keeps_to_its_room(&editor, size.0, size.1);
            sound(&editor);
            prop_assert!(was.0 == editor.text() || was.1 < editor.revision(), "each change is told");
        }
        let after = editor.text();
        let mut revision = editor.revision() + 1;
        let mut back = 0;
        while revision != editor.revision() {
            revision = editor.revision();
            press(&mut editor, ctrl('z'), &mut clipboard);
            sound(&editor);
            back += u32::from(revision != editor.revision());
        }
        prop_assert_eq!(editor.text(), before, "all taken back");
        for _ in 0..back {
            press(&mut editor, ctrl('y'), &mut clipboard);
        }
        prop_assert_eq!(editor.text(), after, "and made again");
    }
}
