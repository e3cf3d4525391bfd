//! What a key does in a text, if anything: the rest is left to the form around it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::reach::Reach;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Type(char),
    NewLine,
    /// From the cursor to there.
    Delete(Reach),
    Move(Reach),
    /// By rows of the screen.
    Rows(Way, By),
    Undo,
    Redo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    One,
    Page,
}

/// What a key does. AltGr, which Windows reports as Ctrl+Alt, is text.
pub(super) fn of(key: KeyEvent) -> Option<Act> {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let altgr = ctrl && key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        KeyCode::Char(c) if altgr || !ctrl => Act::Type(c),
        KeyCode::Char(c) => match c.to_ascii_lowercase() {
            'z' => Act::Undo,
            'y' => Act::Redo,
            // What many terminals send for Ctrl+Backspace, and what shells know.
            'h' | 'w' => Act::Delete(Reach::WordBefore),
            _ => return None,
        },
        KeyCode::Backspace => Act::Delete(if ctrl { Reach::WordBefore } else { Reach::Before }),
        KeyCode::Delete => Act::Delete(if ctrl { Reach::WordAfter } else { Reach::After }),
        KeyCode::Left => Act::Move(if ctrl { Reach::WordBefore } else { Reach::Before }),
        KeyCode::Right => Act::Move(if ctrl { Reach::WordAfter } else { Reach::After }),
        KeyCode::Home => Act::Move(if ctrl { Reach::Start } else { Reach::LineStart }),
        KeyCode::End => Act::Move(if ctrl { Reach::End } else { Reach::LineEnd }),
        _ if ctrl => return None,
        KeyCode::Enter => Act::NewLine,
        KeyCode::Up => Act::Rows(Way::Up, By::One),
        KeyCode::Down => Act::Rows(Way::Down, By::One),
        KeyCode::PageUp => Act::Rows(Way::Up, By::Page),
        KeyCode::PageDown => Act::Rows(Way::Down, By::Page),
        _ => return None,
    })
}
