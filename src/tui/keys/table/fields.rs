//! The bindings of fields, of forms, and of questions.

use crossterm::event::KeyCode;

use crate::keys::Chord::{Ctrl, CtrlKey, Key, ShiftKey};
use crate::keys::Command as C;
use crate::keys::Context::{Ask, Choice, Form, Note, Prompt};
use crate::keys::binding::{Binding, quiet, shown};

pub(super) const FIELDS: &[Binding] = &[
    // A field
    shown(Prompt, &[Key(KeyCode::Enter), Ctrl('s')], C::Accept),
    shown(Prompt, &[Key(KeyCode::Esc)], C::Back),
    shown(Prompt, &[Ctrl('u')], C::ClearField),
    shown(Prompt, &[Key(KeyCode::Tab)], C::Complete),
    shown(Prompt, &[Ctrl('t')], C::FreeTimes),
    quiet(Prompt, &[Ctrl('f')], C::SearchAll),
    // A form
    shown(Form, &[Key(KeyCode::Enter), Key(KeyCode::Tab), Key(KeyCode::Down)], C::NextField),
    shown(Form, &[Ctrl('s')], C::Save),
    shown(Form, &[Key(KeyCode::Esc)], C::Back),
    shown(Form, &[Ctrl('d')], C::Repeat),
    shown(Form, &[Ctrl('t')], C::Template),
    shown(Form, &[Ctrl('r')], C::ChooseTalks),
    shown(Form, &[Ctrl('e')], C::OutsideEditor),
    shown(Form, &[Ctrl('u')], C::ClearField),
    quiet(Form, &[Key(KeyCode::BackTab), Key(KeyCode::Up)], C::FieldBefore),
    // A field that chooses
    quiet(Choice, &[Key(KeyCode::Left)], C::ChoiceBefore),
    quiet(Choice, &[Key(KeyCode::Right)], C::ChoiceAfter),
    quiet(Choice, &[Key(KeyCode::Backspace)], C::DeleteBefore),
    quiet(Choice, &[Key(KeyCode::Delete)], C::DeleteAfter),
    // Its long text
    shown(Note, &[Key(KeyCode::Tab)], C::NextField),
    shown(Note, &[Ctrl('s')], C::Save),
    shown(Note, &[Key(KeyCode::Esc)], C::Back),
    shown(Note, &[Ctrl('t')], C::Template),
    shown(Note, &[Ctrl('r')], C::ChooseTalks),
    shown(Note, &[Ctrl('e')], C::OutsideEditor),
    shown(Note, &[Ctrl('d')], C::Repeat),
    quiet(Note, &[Key(KeyCode::BackTab)], C::FieldBefore),
    quiet(Note, &[Ctrl('z')], C::Undo),
    quiet(Note, &[Ctrl('y')], C::Redo),
    // Ctrl+V is the terminal's own paste.
    shown(Note, &[Ctrl('c')], C::Copy),
    shown(Note, &[Ctrl('x')], C::Cut),
    shown(Note, &[Ctrl('g')], C::PasteCopied),
    quiet(Note, &[Ctrl('a')], C::SelectAll),
    quiet(Note, &[ShiftKey(KeyCode::Left)], C::SelectLeft),
    quiet(Note, &[ShiftKey(KeyCode::Right)], C::SelectRight),
    quiet(Note, &[ShiftKey(KeyCode::Up)], C::SelectUp),
    quiet(Note, &[ShiftKey(KeyCode::Down)], C::SelectDown),
    quiet(Note, &[ShiftKey(KeyCode::Home)], C::SelectLineStart),
    quiet(Note, &[ShiftKey(KeyCode::End)], C::SelectLineEnd),
    quiet(Note, &[Key(KeyCode::Enter)], C::NewLine),
    quiet(Note, &[Key(KeyCode::Backspace)], C::DeleteBefore),
    quiet(Note, &[Key(KeyCode::Delete)], C::DeleteAfter),
    quiet(Note, &[CtrlKey(KeyCode::Backspace), Ctrl('w')], C::DeleteWord),
    quiet(Note, &[CtrlKey(KeyCode::Delete)], C::DeleteWordAfter),
    quiet(Note, &[Key(KeyCode::Left)], C::Left),
    quiet(Note, &[Key(KeyCode::Right)], C::Right),
    quiet(Note, &[Key(KeyCode::Up)], C::Up),
    quiet(Note, &[Key(KeyCode::Down)], C::Down),
    quiet(Note, &[Key(KeyCode::PageUp)], C::PageUp),
    quiet(Note, &[Key(KeyCode::PageDown)], C::PageDown),
    quiet(Note, &[Key(KeyCode::Home)], C::LineStart),
    quiet(Note, &[Key(KeyCode::End)], C::LineEnd),
    quiet(Note, &[CtrlKey(KeyCode::Left)], C::WordBefore),
    quiet(Note, &[CtrlKey(KeyCode::Right)], C::WordAfter),
    quiet(Note, &[CtrlKey(KeyCode::Home)], C::TextStart),
    quiet(Note, &[CtrlKey(KeyCode::End)], C::TextEnd),
    // A question before what can't be taken back
    shown(Ask, &[Ctrl('o')], C::Confirm),
    shown(Ask, &[Key(KeyCode::Esc)], C::WriteOn),
];
