//! A text of 100,000 lines: a key and its frame against a loop that draws plain text, and the paste itself against
//! no more than composing it and taking it apart into lines.

use std::hint::black_box;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use trivsel_tui::editor::Editor;
use trivsel_tui::theme::{Ground, Theme};
use trivsel_tui::widgets;
use unicode_normalization::UnicodeNormalization;

use crate::bare::Loop;
use crate::measure::{Report, in_turn, timed};
use crate::screen::swallowing;

const LINES: usize = 100_000;
const SIZE: (u16, u16) = (80, 24);
/// Keys and pastes measured.
const ROUNDS: usize = 2000;
const PASTES: usize = 20;
/// A key's frame may take so many of the bare ones, and a paste with its frame so many of the bare work.
const MOST: f64 = 2.0;
const MOST_PASTE: f64 = 1.0;

/// Keys in the middle, each with the one that takes it back, and the paste.
pub fn measure(report: &mut Report) {
    let keys = [
        ("letter", KeyCode::Char('æ'), KeyCode::Backspace),
        ("up", KeyCode::Up, KeyCode::Down),
        ("enter", KeyCode::Enter, KeyCode::Backspace),
        ("page", KeyCode::PageUp, KeyCode::PageDown),
    ];
    for (what, there, back) in keys {
        let name = format!("editor, {what} in 100,000 lines");
        if !report.wants(&name) {
            continue;
        }
        let mut editor = in_the_middle();
        let mut bare = {
            editor.type_key(key(there));
            let after = buffer(&editor);
            editor.type_key(key(back));
            Loop::like(&buffer(&editor), &after)
        };
        let mut screen = swallowing(SIZE);
        let mut turn = false;
        let ours = || {
            turn = !turn;
            timed(|| {
                editor.set_size(SIZE.0, SIZE.1);
                editor.type_key(key(if turn { there } else { back }));
                screen.draw(|frame| draw(frame, &editor)).unwrap();
            })
        };
        report.line(&name, &in_turn(ROUNDS, ours, || timed(|| bare.turn())), MOST);
    }
    let name = "editor, paste of 100,000 lines";
    if report.wants(name) {
        let text = text();
        let mut screen = swallowing(SIZE);
        let ours = || {
            let mut editor = Editor::with("");
            editor.set_size(SIZE.0, SIZE.1);
            timed(|| {
                editor.paste(&text).unwrap();
                screen.draw(|frame| draw(frame, &editor)).unwrap();
            })
        };
        let bare = || {
            let mut lines = Vec::new();
            timed(|| {
                let composed = text.nfc().collect::<String>();
                lines = black_box(composed.split('\n').map(str::to_owned).collect::<Vec<_>>());
            })
        };
        report.line(name, &in_turn(PASTES, ours, bare), MOST_PASTE);
    }
}

/// As long as a text may nearly be.
fn text() -> String {
    (0..LINES).map(|n| format!("{n} Åse ringede.")).collect::<Vec<_>>().join("\n")
}

fn in_the_middle() -> Editor {
    let half = text().lines().take(LINES / 2).collect::<Vec<_>>().join("\n");
    let mut editor = Editor::with("");
    editor.set_size(SIZE.0, SIZE.1);
    editor.paste(&text()[half.len()..]).unwrap();
    editor.type_key(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
    editor.paste(&half).unwrap();
    assert_eq!(editor.lines().len(), LINES);
    editor
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn draw(frame: &mut ratatui::Frame<'_>, editor: &Editor) {
    widgets::editor::draw(frame, frame.area(), &Theme::coloured(Ground::Dark), editor, true);
}

fn buffer(editor: &Editor) -> Buffer {
    let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    screen.draw(|frame| draw(frame, editor)).unwrap();
    screen.backend().buffer().clone()
}
