//! Parses keys written as text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use trivsel_tui::message::Message;

/// The keys of a text such as `5rC<ctrl-z>`.
pub fn parse(text: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            keys.push(named(name));
            rest = after;
        } else {
            let shift = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            keys.push(KeyEvent::new(KeyCode::Char(c), shift));
            rest = &rest[c.len_utf8()..];
        }
    }
    keys
}

/// The number of key presses; Shift counts separately.
pub fn presses(text: &str) -> usize {
    parse(text).iter().map(|k| 1 + usize::from(k.modifiers.contains(KeyModifiers::SHIFT))).sum()
}

/// A press of a function key.
pub fn function(number: u8) -> Message {
    Message::Key(KeyEvent::from(KeyCode::F(number)).into())
}

fn named(name: &str) -> KeyEvent {
    if let Some(rest) = name.strip_prefix("ctrl-") {
        let key = named(rest);
        return KeyEvent::new(key.code, KeyModifiers::CONTROL);
    }
    if let Some(rest) = name.strip_prefix("shift-") {
        return KeyEvent::new(named(rest).code, KeyModifiers::SHIFT);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "del" => KeyCode::Delete,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f3" => KeyCode::F(3),
        "lt" => KeyCode::Char('<'),
        "gt" => KeyCode::Char('>'),
        single if single.chars().count() == 1 => KeyCode::Char(single.chars().next().unwrap()),
        other => panic!("no key is called <{other}>"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
