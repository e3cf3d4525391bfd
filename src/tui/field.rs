//! A field of one line: inserts by grapheme and refuses characters that control a terminal.

use crossterm::event::{Event, KeyEvent};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;

use trivsel_words::text::clean_line;

use crate::keys::Chord;

/// The longest text in bytes.
const LONGEST: usize = 4_000;

#[derive(Clone, Debug, Default)]
pub struct Field(Input);

impl Field {
    /// A field that holds a text, with the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self(Input::new(text.nfc().collect()))
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// The column of the cursor in the text, and the first column that is visible in a given width.
    #[must_use]
    pub fn view(&self, width: usize) -> (usize, usize) {
        let scroll = self.0.visual_scroll(width.saturating_sub(1));
        (self.0.visual_cursor(), scroll)
    }

    /// Whether the cursor is at the end of the text.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.0.cursor() == self.0.value().chars().count()
    }

    /// Handles a key: what is no letter means what tui-input takes it for.
    pub fn type_key(&mut self, key: KeyEvent) {
        match Chord::of(key).typed() {
            Some(c) => self.insert(c),
            None => {
                self.0.handle_event(&Event::Key(key));
            }
        }
    }

    pub fn delete_before(&mut self) {
        self.0.handle(InputRequest::DeletePrevChar);
    }

    pub fn delete_after(&mut self) {
        self.0.handle(InputRequest::DeleteNextChar);
    }

    /// Inserts pasted text, with line breaks as blanks.
    pub fn paste(&mut self, text: &str) {
        for c in clean_line(text).chars() {
            self.insert(c);
        }
    }

    fn insert(&mut self, c: char) {
        if trivsel_domain::value::is_hostile(c) || self.0.value().len() >= LONGEST {
            return;
        }
        self.0.handle(InputRequest::InsertChar(c));
        self.compose();
    }

    /// Composes a letter with the combining mark after it, so one backspace deletes both.
    fn compose(&mut self) {
        let composed: String = self.0.value().nfc().collect();
        if composed != self.0.value() {
            let behind = self.0.value().chars().count() - self.0.cursor();
            let at = composed.chars().count().saturating_sub(behind);
            self.0 = Input::new(composed).with_cursor(at);
        }
    }
}
