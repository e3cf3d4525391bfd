//! A field of one line: inserts by grapheme, refuses characters that control a terminal, and selects what was filled
//! in beforehand.

use crossterm::event::{Event, KeyCode, KeyEvent};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;

use trivsel_domain::value::{is_hostile, is_unseen};
use trivsel_words::text::{clean_line, columns};

use crate::keys::Chord;

/// The longest text in bytes.
const LONGEST: usize = 4_000;

#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    /// Whether the text is selected as a whole: the first letter replaces it.
    selected: bool,
}

impl Field {
    /// A field that holds a text, with the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self { input: Input::new(text.nfc().collect()), selected: false }
    }

    /// A field that is filled in beforehand: its text is selected.
    #[must_use]
    pub fn filled(text: &str) -> Self {
        Self { selected: true, ..Self::with(text) }
    }

    /// Replaces the text; a selected text stays selected.
    pub fn set(&mut self, text: &str) {
        *self = Self { selected: self.selected, ..Self::with(text) };
    }

    /// Selects the text as a whole, or not.
    pub fn select(&mut self, selected: bool) {
        self.selected = selected;
    }

    #[must_use]
    pub fn is_selected(&self) -> bool {
        self.selected && !self.text().is_empty()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes the text out of the field.
    pub fn take(&mut self) -> String {
        self.selected = false;
        self.input.value_and_reset()
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor in the text, and the first column that is visible in a given width. One column is left
    /// to the cursor behind the text, or to the sign that more text follows.
    #[must_use]
    pub fn view(&self, width: usize) -> (usize, usize) {
        let before: String = self.text().chars().take(self.input.cursor()).collect();
        let cursor = columns(&before);
        let spare = if self.is_at_end() { 1 } else { 3 };
        (cursor, (cursor + spare).saturating_sub(width.max(spare)))
    }

    /// Whether the cursor is at the end of the text.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.input.cursor() == self.input.value().chars().count()
    }

    /// Handles a key. A letter replaces selected text and Backspace deletes it; any other key only ends the selection
    /// and means what tui-input takes it for.
    pub fn type_key(&mut self, key: KeyEvent) {
        match (Chord::of(key).typed(), key.code) {
            (Some(c), _) => self.insert(c),
            (None, KeyCode::Backspace | KeyCode::Delete) if self.is_selected() => self.clear(),
            _ => {
                self.selected = false;
                self.input.handle_event(&Event::Key(key));
            }
        }
    }

    pub fn delete_before(&mut self) {
        self.input.handle(InputRequest::DeletePrevChar);
    }

    pub fn delete_after(&mut self) {
        self.input.handle(InputRequest::DeleteNextChar);
    }

    /// Inserts pasted text, with line breaks as blanks.
    pub fn paste(&mut self, text: &str) {
        for c in clean_line(text).chars() {
            self.insert(c);
        }
    }

    fn insert(&mut self, c: char) {
        if is_hostile(c) || is_unseen(c) {
            return;
        }
        if std::mem::take(&mut self.selected) {
            self.clear();
        }
        if self.text().len() >= LONGEST {
            return;
        }
        self.input.handle(InputRequest::InsertChar(c));
        self.compose();
    }

    /// Composes a letter with the combining mark after it, so one backspace deletes both.
    fn compose(&mut self) {
        let composed: String = self.input.value().nfc().collect();
        if composed != self.input.value() {
            let behind = self.input.value().chars().count() - self.input.cursor();
            let at = composed.chars().count().saturating_sub(behind);
            self.input = Input::new(composed).with_cursor(at);
        }
    }
}
