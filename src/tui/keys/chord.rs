//! A key press, freed from how terminals differ in reporting it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use trivsel_words::Words;

/// A key, with the modifiers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chord {
    /// A character as it is typed; a capital is its own character.
    Char(char),
    /// Any capital letter: the jump to a row.
    Capital,
    /// Any digit: a number of days.
    Digit,
    /// Ctrl and a small letter.
    Ctrl(char),
    /// A named key.
    Key(KeyCode),
    /// Ctrl and a named key.
    CtrlKey(KeyCode),
    /// Shift and a named key.
    ShiftKey(KeyCode),
}

/// Whether Alt is held, which no key of ours takes. A terminal makes it of Esc and a key that comes at once after it.
/// AltGr, which Windows reports as Ctrl+Alt, gives neither letters nor digits.
#[must_use]
pub fn has_alt(key: KeyEvent) -> bool {
    let gives_text = |c: char| !c.is_ascii_alphanumeric() && c != ' ';
    let altgr = key.modifiers.contains(KeyModifiers::CONTROL)
        && matches!(key.code, KeyCode::Char(c) if gives_text(c));
    key.modifiers.contains(KeyModifiers::ALT) && !altgr
}

impl Chord {
    /// What was pressed. Ctrl+Alt is how Windows reports AltGr, so with a character it is that character. Many terminals
    /// send Ctrl+H for Ctrl+Backspace, and Ctrl+J for a line feed.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        match event.code {
            KeyCode::Char('h' | 'H') if ctrl && !alt => Self::CtrlKey(KeyCode::Backspace),
            KeyCode::Char('j' | 'J') if ctrl && !alt => Self::Key(KeyCode::Enter),
            KeyCode::Char(c) if ctrl && !alt => Self::Ctrl(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Self::Char(c),
            code if ctrl => Self::CtrlKey(code),
            // Shift is part of what this one is.
            KeyCode::BackTab => Self::Key(KeyCode::BackTab),
            code if event.modifiers.contains(KeyModifiers::SHIFT) => Self::ShiftKey(code),
            code => Self::Key(code),
        }
    }

    /// Whether a bound chord takes a pressed one.
    #[must_use]
    pub fn takes(self, pressed: Self) -> bool {
        match (self, pressed) {
            (Self::Capital, Self::Char(c)) => c.is_uppercase(),
            (Self::Digit, Self::Char(c)) => c.is_ascii_digit(),
            _ => self == pressed,
        }
    }

    /// The character that is typed, where it is one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self {
            Self::Char(c) => Some(c),
            _ => None,
        }
    }

    /// The same key without Shift: that is what it is where Shift makes no difference.
    #[must_use]
    pub fn unshifted(self) -> Self {
        match self {
            Self::ShiftKey(code) => Self::Key(code),
            other => other,
        }
    }

    /// How the key is written for people.
    #[must_use]
    pub fn label(self, words: &Words) -> String {
        match self {
            Self::Char(' ') => words.get("chord-space").into(),
            Self::Char(c) => c.into(),
            Self::Capital => words.get("chord-capital").into(),
            Self::Digit => "0–9".into(),
            Self::Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
            Self::Key(code) => named(code, words),
            Self::CtrlKey(code) => format!("Ctrl+{}", named(code, words)),
            Self::ShiftKey(code) => format!("Shift+{}", named(code, words)),
        }
    }
}

fn named(code: KeyCode, words: &Words) -> String {
    match code {
        KeyCode::Up => "↑".into(),
        KeyCode::Down => "↓".into(),
        KeyCode::Left => "←".into(),
        KeyCode::Right => "→".into(),
        KeyCode::BackTab => "Shift+Tab".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::PageDown => "PgDn".into(),
        KeyCode::Backspace => words.get("chord-backspace").into(),
        other => other.to_string(),
    }
}
