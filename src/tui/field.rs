//! A field of one line: always inserting, whole graphemes at a time, never holding anything that acts on a terminal.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;

use trivsel_words::text::clean_line;

/// The longest text a field takes, in bytes; no field of one line needs more.
const LONGEST: usize = 4_000;

/// A field of one line.
#[derive(Clone, Debug, Default)]
pub struct Field(Input);

impl Field {
    /// A field with a text in it, the cursor behind it.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self(Input::new(text.nfc().collect()))
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Where the cursor is, in columns from the start, and from which column on the text shows in so many columns.
    #[must_use]
    pub fn view(&self, width: usize) -> (usize, usize) {
        let scroll = self.0.visual_scroll(width.saturating_sub(1));
        (self.0.visual_cursor(), scroll)
    }

    /// Whether the cursor is behind the text.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.0.cursor() == self.0.value().chars().count()
    }

    /// Takes a key. AltGr, which Windows reports as Ctrl+Alt, is text.
    pub fn type_key(&mut self, key: KeyEvent) {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match key.code {
            KeyCode::Char(c) if key.modifiers.contains(altgr) => self.insert(c),
            KeyCode::Char(c) if !key.modifiers.contains(KeyModifiers::CONTROL) => self.insert(c),
            _ => {
                self.0.handle_event(&Event::Key(key));
            }
        }
    }

    /// Takes pasted text: line breaks become blanks.
    pub fn paste(&mut self, text: &str) {
        for c in clean_line(text).chars() {
            self.insert(c);
        }
    }

    fn insert(&mut self, c: char) {
        if trivsel_domain::text::is_hostile(c) || self.0.value().len() >= LONGEST {
            return;
        }
        self.0.handle(InputRequest::InsertChar(c));
        self.compose();
    }

    /// Joins a letter with the combining mark typed or pasted behind it, so that one backspace takes both.
    fn compose(&mut self) {
        let composed: String = self.0.value().nfc().collect();
        if composed != self.0.value() {
            let behind = self.0.value().chars().count() - self.0.cursor();
            let at = composed.chars().count().saturating_sub(behind);
            self.0 = Input::new(composed).with_cursor(at);
        }
    }
}
