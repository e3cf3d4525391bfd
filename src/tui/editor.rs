//! A text of many lines under the hands: typed, pasted, wrapped, taken back. Whole letters at a time, always composed
//! (NFC), never holding anything that acts on a terminal.

mod act;
mod buffer;
mod history;
mod reach;
mod wrap;

use crossterm::event::KeyEvent;
use trivsel_domain::text::is_hostile;
use trivsel_domain::{LongText, TextProblem};
use unicode_normalization::UnicodeNormalization;

use self::act::{Act, By, Way};
use self::buffer::{Buffer, Change, Spot};
use self::history::{History, Kind, RUN, Step};
use self::reach::{Reach, snap};
use self::wrap::{Place, Wrap};
use trivsel_words::text::clean_text;

/// What shows of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// The rows from the top, at most as many as were asked for. None is wider than asked for, from 2 columns up, unless one
    /// letter alone is.
    pub rows: Vec<&'a str>,
    /// Where the cursor is: column and row, from 0, within what was asked for.
    pub cursor: (u16, u16),
}

/// A text of many lines with a cursor in it.
#[derive(Clone, Debug)]
pub struct Editor {
    buffer: Buffer,
    cursor: Spot,
    /// The column that moves up and down hold on to.
    goal: Option<usize>,
    history: History,
    revision: u64,
    /// Columns and rows it is shown in.
    size: (u16, u16),
    /// The row shown first.
    top: Place,
}

impl Editor {
    /// A text with the cursor behind it. What a text may not hold is left out, as when pasting.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let buffer = Buffer::of(&clean_text(text));
        let mut editor = Self {
            cursor: buffer.end(),
            buffer,
            goal: None,
            history: History::default(),
            revision: 0,
            size: (80, 24),
            top: Place::default(),
        };
        editor.scroll();
        editor
    }

    /// The whole text, its lines joined with `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// The lines, one at least.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.buffer.lines()
    }

    /// Whether there is nothing but blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Grows whenever the text changes, and not otherwise.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The line the cursor is on and how many bytes of it are before the cursor, both from 0.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        (self.cursor.line, self.cursor.byte)
    }

    /// Says in how many columns and rows it is shown, which up, down and page moves go by. To be said before a key
    /// whenever it may have changed; costs nothing where it has not.
    pub fn set_size(&mut self, width: u16, height: u16) {
        if self.size != (width, height) {
            self.size = (width, height);
            self.goal = None;
            self.scroll();
        }
    }

    /// What shows in so many columns and rows; the cursor's row always does.
    #[must_use]
    pub fn view(&self, width: u16, height: u16) -> View<'_> {
        let wrap = Wrap::new(self.lines(), width);
        let (cursor, column) = wrap.place(self.cursor);
        let top = wrap.top(self.top, cursor, usize::from(height));
        let rows = wrap.rows(top).take(usize::from(height)).collect();
        let row = wrap.between(top, cursor);
        let small = |n: usize, most: u16| u16::try_from(n).unwrap_or(u16::MAX).min(most.saturating_sub(1));
        View { rows, cursor: (small(column, width), small(row, height)) }
    }

    /// Takes a key, or leaves it to the form around; says whether it took it.
    pub fn type_key(&mut self, key: KeyEvent) -> bool {
        let Some(act) = act::of(key) else { return false };
        match act {
            Act::Type(c) => self.letter(c),
            Act::NewLine => {
                self.history.close();
                self.put("\n", Kind::Typed);
            }
            Act::Delete(reach) => self.delete(reach),
            Act::Move(reach) => self.go(reach.from(&self.buffer, self.cursor)),
            Act::Rows(way, by) => self.rows(way, by),
            Act::Undo => self.undo(),
            Act::Redo => self.redo(),
        }
        if !matches!(act, Act::Rows(..)) {
            self.goal = None;
        }
        self.scroll();
        true
    }

    /// Takes pasted text as one step: Windows line breaks become `\n`, a tab four blanks, and what acts on a terminal
    /// is left out.
    ///
    /// # Errors
    /// [`TextProblem::TooLong`] where the text would be longer than [`LongText::MAX`]; then nothing is taken.
    pub fn paste(&mut self, text: &str) -> Result<(), TextProblem> {
        let text = clean_text(text);
        self.room_for(self.buffer.chars(), &text)?;
        self.goal = None;
        self.history.close();
        if !text.is_empty() {
            self.put(&text, Kind::Whole);
        }
        self.scroll();
        Ok(())
    }

    /// Puts a text in where the cursor is, as [`Editor::paste`] does.
    ///
    /// # Errors
    /// As [`Editor::paste`].
    pub fn insert(&mut self, text: &str) -> Result<(), TextProblem> {
        self.paste(text)
    }

    /// Takes another text for the whole, as one step, the cursor behind it. One line break at its end, which editors
    /// put behind every file, is left out.
    ///
    /// # Errors
    /// As [`Editor::paste`].
    pub fn set_text(&mut self, text: &str) -> Result<(), TextProblem> {
        let mut text = clean_text(text);
        if text.ends_with('\n') {
            text.pop();
        }
        self.room_for(0, &text)?;
        self.goal = None;
        self.history.close();
        if text != self.text() {
            self.change(Change { from: Spot::default(), to: self.buffer.end(), text }, Kind::Whole);
        }
        self.cursor = self.buffer.end();
        self.scroll();
        Ok(())
    }

    fn room_for(&self, taken: usize, text: &str) -> Result<(), TextProblem> {
        let max = LongText::MAX;
        if taken + text.chars().count() > max { Err(TextProblem::TooLong { max }) } else { Ok(()) }
    }

    fn letter(&mut self, c: char) {
        let text: String = std::iter::once(c).filter(|c| !is_hostile(*c)).nfc().collect();
        if text.is_empty() {
            return;
        }
        let behind_blank = self.buffer.line(self.cursor.line)[..self.cursor.byte].ends_with(' ');
        if behind_blank && c != ' ' && self.history.run() >= RUN {
            self.history.close();
        }
        self.put(&text, Kind::Typed);
    }

    /// Puts a clean text where the cursor is, if there is room for it.
    fn put(&mut self, text: &str, kind: Kind) {
        if self.room_for(self.buffer.chars(), text).is_ok() {
            self.change(Change { from: self.cursor, to: self.cursor, text: text.to_owned() }, kind);
        }
    }

    fn delete(&mut self, reach: Reach) {
        let there = reach.from(&self.buffer, self.cursor);
        let (from, to) = (there.min(self.cursor), there.max(self.cursor));
        let kind = match reach {
            Reach::Before => Kind::Erased,
            Reach::After => Kind::Deleted,
            _ => Kind::Whole,
        };
        if from != to {
            self.change(Change { from, to, text: String::new() }, kind);
        }
    }

    fn change(&mut self, change: Change, kind: Kind) {
        let before = self.cursor;
        let (change, tail) = self.buffer.composed(change);
        let replaced_to = change.to;
        let back = self.buffer.replace(change);
        self.cursor = snap(&self.buffer, Spot { byte: back.to.byte - tail, ..back.to });
        self.revision += 1;
        self.history.note(Step { change: back, before, after: self.cursor, kind }, replaced_to);
    }

    fn undo(&mut self) {
        if let Some(Step { change, before, after, kind }) = self.history.undo() {
            let change = self.buffer.replace(change);
            self.cursor = before;
            self.revision += 1;
            self.history.keep_undone(Step { change, before, after, kind });
        }
    }

    fn redo(&mut self) {
        if let Some(Step { change, before, after, kind }) = self.history.redo() {
            let change = self.buffer.replace(change);
            self.cursor = after;
            self.revision += 1;
            self.history.keep_redone(Step { change, before, after, kind });
        }
    }

    fn go(&mut self, to: Spot) {
        self.cursor = to;
        self.history.close();
    }

    /// Moves the cursor by rows, and by a page also what is shown.
    fn rows(&mut self, way: Way, by: By) {
        let (width, height) = self.size;
        let wrap = Wrap::new(self.buffer.lines(), width);
        let (place, column) = wrap.place(self.cursor);
        let goal = self.goal.unwrap_or(column);
        let count = match by {
            By::One => 1,
            // One row of the page before stays.
            By::Page => usize::from(height).saturating_sub(1).max(1),
        };
        let step = |from| match way {
            Way::Up => wrap.up(from, count),
            Way::Down => wrap.down(from, count),
        };
        let (to, top) = (wrap.spot(step(place), goal), step(self.top));
        if by == By::Page {
            self.top = top;
        }
        self.goal = Some(goal);
        self.go(to);
    }

    /// Brings the cursor's row among those shown.
    fn scroll(&mut self) {
        let (width, height) = self.size;
        let wrap = Wrap::new(self.buffer.lines(), width);
        self.top = wrap.top(self.top, wrap.place(self.cursor).0, usize::from(height));
    }
}
