//! A form: named fields, saved as a draft while they are typed.
//!
//! This module handles keys and the cursor. The meaning of the fields is defined in
//! [`forms`](super::forms), one file per form.

pub mod basis;
pub mod draft;
pub mod draw;
mod form_field;
pub mod pick;
pub mod tags;

use crossterm::event::KeyEvent;
use trivsel_domain::value::CaseId;

pub use self::basis::Basis;
pub use self::draft::Keeping;
pub use self::form_field::{FormField, Input};
pub use self::pick::{Choice, Pick};
pub use self::tags::Tags;
use super::forms::FormKind;
use super::forms::case::DocumentForm;
use super::forms::talk::TalkForm;
use super::keys::{Chord, Command};

#[derive(Clone, Debug)]
pub struct Form {
    pub kind: FormKind,
    pub case: Option<CaseId>,
    /// In the order of Enter.
    pub fields: Vec<FormField>,
    /// The index of the field with the cursor.
    pub focus: usize,
    /// Its state as a draft.
    pub keeping: Keeping,
    /// Increases with each change.
    pub revision: u64,
    /// What was read about the case for the meaning of scores.
    pub background: Option<super::forms::talk::Background>,
    pub basis: Basis,
    /// Whether a save failed: missing values are reported beside their fields from then on.
    pub tried: bool,
}

impl Form {
    #[must_use]
    pub fn new(kind: FormKind, case: Option<CaseId>, fields: Vec<FormField>, keeping: Keeping) -> Self {
        let mut form = Self {
            kind,
            case,
            fields,
            focus: 0,
            keeping,
            revision: 0,
            background: None,
            basis: Basis::default(),
            tried: false,
        };
        form.enter(form.fields.iter().position(|e| e.shown).unwrap_or(0));
        form
    }

    /// Whether a command does something: templates are for notes and documents, the last talk is for notes.
    #[must_use]
    pub fn has(&self, command: Command) -> bool {
        match command {
            Command::ChooseTalks => self.kind.downcast::<DocumentForm>().is_some(),
            Command::Template if self.kind.downcast::<DocumentForm>().is_some() => true,
            Command::Template | Command::Repeat => self.kind.downcast::<TalkForm>().is_some(),
            Command::OutsideEditor => self.fields.iter().any(|e| e.shown && e.is_long() && !e.fixed),
            Command::Copy => self.has_selection(),
            Command::Cut => self.has_selection() && !self.is_fixed(),
            Command::PasteCopied | Command::ClearField => !self.is_fixed(),
            _ => true,
        }
    }

    /// The field with the cursor.
    #[must_use]
    pub fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    /// Whether the field with the cursor is only read.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.focused().is_some_and(|e| e.fixed)
    }

    /// Whether text is selected in the focused long text.
    #[must_use]
    pub fn has_selection(&self) -> bool {
        matches!(self.focused(), Some(FormField { input: Input::Long(editor), .. }) if editor.selected().is_some())
    }

    /// The first field of a name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FormField> {
        self.fields.iter().find(|e| e.name == name)
    }

    /// A field by its name and number.
    #[must_use]
    pub fn numbered(&self, name: &str, number: usize) -> Option<&FormField> {
        self.fields.iter().find(|e| e.name == name && e.number == number)
    }

    pub fn field_mut(&mut self, name: &str) -> Option<&mut FormField> {
        self.fields.iter_mut().find(|e| e.name == name)
    }

    /// The trimmed text of a field; empty if the field is absent or hidden.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.field(name).filter(|e| e.shown).map_or_else(String::new, |e| e.text().trim().to_owned())
    }

    /// The trimmed text of a numbered field; empty if the field is absent or hidden.
    #[must_use]
    pub fn text_of(&self, name: &str, number: usize) -> String {
        self.numbered(name, number)
            .filter(|e| e.shown)
            .map_or_else(String::new, |e| e.text().trim().to_owned())
    }

    /// The code of the choice in a field.
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<&str> {
        match &self.field(name).filter(|e| e.shown)?.input {
            Input::Pick(pick) => pick.code(),
            _ => None,
        }
    }

    /// Fills an untouched field.
    pub fn suggest(&mut self, name: &str, text: &str) {
        if let Some(field) = self.field_mut(name).filter(|e| !e.touched) {
            field.set(text);
        }
    }

    pub fn show(&mut self, name: &str, shown: bool) {
        for field in self.fields.iter_mut().filter(|e| e.name == name) {
            field.shown = shown;
        }
    }

    /// Shows the filled rows and one empty row. The fields beside the head of a row show only if the head is filled. An
    /// emptied row between others stays, since the rows after it would be hidden otherwise.
    pub fn show_rows(&mut self, head: &str, beside: &[&str]) {
        let heads = self.fields.iter().filter(|e| e.name == head && !e.text().trim().is_empty());
        let filled: Vec<usize> = heads.map(|e| e.number).collect();
        let last = filled.iter().max().map_or(1, |n| n + 1);
        for field in &mut self.fields {
            if field.name == head {
                field.shown = field.number <= last;
            } else if beside.contains(&field.name) {
                field.shown = filled.contains(&field.number);
            }
        }
    }

    /// Moves the cursor to a field by its index.
    pub fn enter(&mut self, at: usize) {
        self.focus = at;
        if let Some(field) = self.fields.get_mut(at) {
            field.enter();
        }
    }

    /// Moves the cursor to a field if it shows.
    pub fn go_to(&mut self, name: &str) {
        if let Some(at) = self.fields.iter().position(|e| e.name == name && e.shown) {
            self.enter(at);
        }
    }

    /// Moves to the next shown field, or the one before; stays at the ends.
    pub fn move_focus(&mut self, forward: bool) {
        let here = self.focus;
        let next = if forward {
            (here + 1..self.fields.len()).find(|n| self.fields[*n].shown)
        } else {
            (0..here).rev().find(|n| self.fields[*n].shown)
        };
        if let Some(next) = next {
            self.leave();
            self.enter(next);
        }
    }

    /// Settles a field that the cursor leaves: a half-typed choice takes the best match.
    pub fn leave(&mut self) {
        let before = self.focused().map(FormField::text);
        if let Some(field) = self.fields.get_mut(self.focus) {
            match &mut field.input {
                Input::Pick(pick) => pick.settle(),
                Input::Tags(tags) => tags.complete(),
                Input::Line(_) | Input::Long(_) => {}
            }
        }
        if before != self.focused().map(FormField::text) {
            self.changed();
        }
    }

    /// Types a key in the focused field.
    pub fn type_key(&mut self, key: KeyEvent) {
        self.change(|input| match input {
            Input::Long(editor) => {
                let before = editor.revision();
                Chord::of(key).typed().into_iter().for_each(|c| editor.letter(c));
                before != editor.revision()
            }
            Input::Line(field) => {
                let before = field.text().to_owned();
                field.type_key(key);
                // A letter that replaces the same letter is typed too.
                before != field.text() || Chord::of(key).typed().is_some()
            }
            Input::Pick(pick) => pick.type_key(key),
            Input::Tags(tags) => {
                let before = tags.field.text().to_owned();
                tags.type_key(key);
                before != tags.field.text()
            }
        });
    }

    /// Runs a command of the focused field; returns whether it has that command. Up from the first row
    /// of a long text goes to the field before it, down from its last row to the one after.
    pub fn act(&mut self, command: Command, clipboard: &mut String) -> bool {
        let (mut known, mut still) = (false, false);
        self.change(|input| match input {
            Input::Long(editor) => {
                let before = (editor.revision(), editor.cursor());
                known = editor.act(command, clipboard);
                still = before == (editor.revision(), editor.cursor());
                before.0 != editor.revision()
            }
            Input::Pick(pick) => {
                known = pick.act(command);
                known
            }
            Input::Line(field) | Input::Tags(Tags { field, .. }) => {
                known = command == Command::ClearField;
                known.then(|| field.clear()).is_some()
            }
        });
        match command {
            Command::Up if still => self.move_focus(false),
            Command::Down if still => self.move_focus(true),
            _ => {}
        }
        known
    }

    fn change(&mut self, change: impl FnOnce(&mut Input) -> bool) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let before = field.fixed.then(|| field.input.clone());
        if !change(&mut field.input) {
            return;
        }
        if let Some(before) = before {
            field.input = before;
        } else {
            field.touched = true;
            self.changed();
        }
    }

    /// Pastes text. A long text refuses text that does not fit as a whole.
    pub fn paste(&mut self, text: &str) {
        self.change(|input| {
            match input {
                Input::Line(field) => field.paste(text),
                Input::Pick(pick) => pick.paste(text),
                Input::Tags(tags) => tags.paste(text),
                Input::Long(editor) => editor.paste(text),
            }
            !matches!(input, Input::Long(editor) if editor.is_refused())
        });
    }

    /// Notes a change.
    pub fn changed(&mut self) {
        self.revision += 1;
    }

    /// Whether nothing is written that would be missed. A choice alone does not count.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let written = |e: &FormField| e.touched && !e.is_empty() && !matches!(e.input, Input::Pick(_));
        !self.fields.iter().any(written)
    }
}
