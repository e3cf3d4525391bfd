//! Measures a key in a long text and its frame, against the time of one frame at sixty per second.

use std::time::Duration;

use trivsel_tui::editor::Editor;
use trivsel_tui::keys::Command;
use trivsel_tui::widgets;

use crate::measure::{Report, in_turn, timed};
use crate::screen::{Swallowing, swallowing};

/// Lengths of the texts, in lines; the longest is about the longest a note may be.
const LINES: [usize; 3] = [200, 1_000, 3_000];
/// The text is 76 columns wide.
const SIZE: (u16, u16) = (77, 20);
const ROUNDS: usize = 200;
const FRAME: Duration = Duration::from_millis(16);

/// Measures keys in the middle of a text.
pub fn measure(report: &mut Report) {
    let keys = [
        ("letter", None),
        ("enter", Some(Command::NewLine)),
        ("backspace", Some(Command::DeleteBefore)),
        ("undo", Some(Command::Undo)),
        ("up", Some(Command::Up)),
        ("page", Some(Command::PageUp)),
    ];
    for lines in LINES {
        for (what, command) in keys {
            let name = format!("editor, {what} in {lines} lines");
            if !report.wants(&name) {
                continue;
            }
            let mut screen = swallowing(SIZE);
            let mut editor = in_the_middle(lines);
            let mut round = 0;
            let ours = || {
                round += 1;
                if command == Some(Command::Undo) || round % 20 == 0 {
                    editor = in_the_middle(lines);
                    editor.letter('æ');
                    editor.letter('æ');
                }
                draw(&mut screen, &editor);
                timed(|| {
                    match command {
                        Some(command) => act(&mut editor, command),
                        None => editor.letter('æ'),
                    }
                    draw(&mut screen, &editor);
                })
            };
            let (times, _) = in_turn(ROUNDS, ours, || Duration::ZERO);
            report.within(&name, &times, FRAME);
        }
    }
}

fn in_the_middle(lines: usize) -> Editor {
    let line = |n| format!("{n} Åse ringede og sagde, at hun kommer i morgen, når hun kan.\n");
    let mut editor = Editor::with(&(0..lines / 2).map(line).collect::<String>());
    let here = editor.cursor();
    editor.paste(&(lines / 2..lines).map(line).collect::<String>());
    while editor.cursor().0 > here.0 {
        act(&mut editor, Command::Up);
    }
    editor
}

fn act(editor: &mut Editor, command: Command) {
    editor.act(command, &mut String::new());
}

fn draw(screen: &mut Swallowing, editor: &Editor) {
    screen.draw(|frame| widgets::editor::draw(frame, frame.area(), editor, true)).unwrap();
}
