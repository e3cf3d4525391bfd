//! A field of a form.

use super::pick::Pick;
use super::tags::Tags;
use crate::editor::Editor;
use crate::field::Field;
use trivsel_words::Words;

/// The input of a field.
#[derive(Clone, Debug)]
pub enum Input {
    /// One line.
    Line(Field),
    /// A choice from a list, found by a few letters.
    Pick(Pick),
    /// Words separated by commas, completed from a list.
    Tags(Tags),
    /// A field of many lines.
    Long(Box<Editor>),
}

#[derive(Clone, Debug)]
pub struct FormField {
    /// Its name in drafts, and in the words as `field-<name>`.
    pub name: &'static str,
    /// Its number among fields of the same name, from 1; 0 if there is one.
    pub number: usize,
    pub input: Input,
    /// A hidden field keeps its text.
    pub shown: bool,
    /// Whether the user typed in it: it is not prefilled any more.
    pub touched: bool,
    /// The text it was filled with; a different text was typed.
    pub begun: String,
    /// A value on record that the field does not show, and its masked form: a CPR number.
    pub behind: Option<(String, String)>,
    /// The conflicting text of a colleague.
    pub theirs: Option<String>,
    /// The heading of a section of the document's own, in place of the field's name.
    pub heading: Option<String>,
    /// A remark below the label of a long text.
    pub note: Option<String>,
    /// Whether it is only read.
    pub fixed: bool,
}

impl FormField {
    #[must_use]
    pub fn new(name: &'static str, input: Input) -> Self {
        let mut field = Self {
            name,
            number: 0,
            input,
            shown: true,
            touched: false,
            begun: String::new(),
            behind: None,
            theirs: None,
            heading: None,
            note: None,
            fixed: false,
        };
        field.begun = field.text();
        field
    }

    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        self.number = number;
        self
    }

    #[must_use]
    pub fn headed(mut self, heading: &str) -> Self {
        self.heading = Some(heading.to_owned());
        self
    }

    /// A field that is only read, from its first line.
    #[must_use]
    pub fn fixed(mut self) -> Self {
        self.fixed = true;
        if let Input::Long(editor) = &mut self.input {
            editor.to_top();
        }
        self
    }

    /// What the field is called.
    #[must_use]
    pub fn label(&self, words: &Words) -> String {
        match &self.heading {
            Some(heading) => heading.clone(),
            None if self.number > 1 => format!("{} {}", words.code("field", self.name), self.number),
            None => words.code("field", self.name).to_owned(),
        }
    }

    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    /// Its text as a draft keeps it; of a choice the code.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.input {
            Input::Line(field) => field.text().to_owned(),
            Input::Pick(pick) => pick.code().unwrap_or_default().to_owned(),
            Input::Tags(tags) => tags.field.text().to_owned(),
            Input::Long(editor) => editor.text(),
        }
    }

    /// The column of the cursor, in a field of one line.
    #[must_use]
    pub fn column(&self) -> usize {
        match &self.input {
            Input::Line(field) => field.view(usize::MAX).0,
            Input::Tags(tags) => tags.field.view(usize::MAX).0,
            Input::Pick(_) | Input::Long(_) => 0,
        }
    }

    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.begun
    }

    /// Its text as the user reads it: the name of a choice, the masked form of a hidden value.
    #[must_use]
    pub fn told(&self) -> String {
        match (&self.input, &self.behind) {
            (Input::Pick(pick), _) => pick.current().map(super::Choice::whole).unwrap_or_default(),
            (_, Some((_, told))) => told.clone(),
            _ => self.text(),
        }
    }

    /// Sets the text as a draft keeps it.
    pub fn set(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(field) => field.set(text),
            Input::Pick(pick) => pick.choose(text),
            Input::Tags(tags) => tags.field.set(text),
            Input::Long(editor) => {
                **editor = Editor::with(text);
                if self.fixed {
                    editor.to_top();
                }
            }
        }
    }

    /// Takes the cursor: what was filled in beforehand is selected, if it can be replaced.
    pub fn enter(&mut self) {
        let replaced = !self.touched && !self.fixed;
        match &mut self.input {
            Input::Line(field) => field.select(replaced),
            Input::Tags(tags) => tags.enter(replaced),
            Input::Pick(_) | Input::Long(_) => {}
        }
    }

    #[must_use]
    pub fn is_long(&self) -> bool {
        matches!(self.input, Input::Long(_))
    }

    #[must_use]
    pub fn is_choice(&self) -> bool {
        matches!(self.input, Input::Pick(_))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.input {
            Input::Line(field) => field.text().trim().is_empty(),
            Input::Pick(pick) => pick.code().is_none(),
            Input::Tags(tags) => tags.field.text().trim().is_empty(),
            Input::Long(editor) => editor.is_blank(),
        }
    }
}
