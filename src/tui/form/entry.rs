//! A field of a form: what it takes, and what it holds.

use super::pick::Pick;
use super::tags::Tags;
use crate::editor::Editor;
use crate::field::Field;

/// What a field takes.
#[derive(Clone, Debug)]
pub enum Input {
    /// One line.
    Line(Field),
    /// One of a list, found by a few letters.
    Pick(Pick),
    /// Words with commas between them, completed from a list.
    Tags(Tags),
    /// A text of many lines.
    Long(Box<Editor>),
}

/// What becomes of a text that was filled in when somebody types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GivesWay {
    /// It stays, and is typed in.
    #[default]
    No,
    /// The first letter takes its place.
    Whole,
    /// The first letter begins one more behind it.
    Behind,
}

/// A field with its name.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name: in a draft, and in the words as `field-<name>`.
    pub name: &'static str,
    /// Which of several alike it is, from 1; 0 where there is one.
    pub number: usize,
    /// What it takes.
    pub input: Input,
    /// Whether it shows: a hidden one keeps what it holds.
    pub shown: bool,
    /// Whether somebody has typed in it, so that nothing is filled in over it any more.
    pub touched: bool,
    /// What becomes of what was filled in.
    pub gives_way: GivesWay,
    /// What it held when it was filled from the record: what differs from it was written here.
    pub begun: String,
    /// What is on record where the field does not show it, and how that is told: a CPR number, and its date part.
    pub behind: Option<(String, String)>,
    /// What a colleague has written there meanwhile, where both have.
    pub theirs: Option<String>,
}

impl Entry {
    /// A shown field that nobody has touched.
    #[must_use]
    pub fn new(name: &'static str, input: Input) -> Self {
        let mut entry = Self {
            name,
            number: 0,
            input,
            shown: true,
            touched: false,
            gives_way: GivesWay::No,
            begun: String::new(),
            behind: None,
            theirs: None,
        };
        entry.begun = entry.text();
        entry
    }

    /// The same, as one of several alike.
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        self.number = number;
        self
    }

    /// The same, with what is filled in giving way to what is typed.
    #[must_use]
    pub fn giving_way(mut self, how: GivesWay) -> Self {
        self.gives_way = how;
        self
    }

    /// The same, not shown yet.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    /// What it holds, as a draft keeps it: the code of a choice, else the text.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.input {
            Input::Line(field) => field.text().to_owned(),
            Input::Pick(pick) => pick.code().unwrap_or_default().to_owned(),
            Input::Tags(tags) => tags.field.text().to_owned(),
            Input::Long(editor) => editor.text(),
        }
    }

    /// Whether something else stands in it than what it was filled with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.begun
    }

    /// What it holds, as a person reads it: the name of a choice, and of what is not shown as much as may be.
    #[must_use]
    pub fn told(&self) -> String {
        match (&self.input, &self.behind) {
            (Input::Pick(pick), _) => pick.current().map(super::Choice::whole).unwrap_or_default(),
            (_, Some((_, told))) => told.clone(),
            _ => self.text(),
        }
    }

    /// Puts a text in, as from a draft.
    pub fn set(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(field) => *field = Field::with(text),
            Input::Pick(pick) => pick.choose(text),
            Input::Tags(tags) => tags.field = Field::with(text),
            Input::Long(editor) => **editor = Editor::with(text),
        }
    }

    /// Whether it takes many lines.
    #[must_use]
    pub fn is_long(&self) -> bool {
        matches!(self.input, Input::Long(_))
    }

    /// Whether it takes one of a list.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        matches!(self.input, Input::Pick(_))
    }

    /// Whether nothing stands in it.
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
