//! A text of many lines with a cursor in it: tui-textarea, and what that leaves to its users. The text is always
//! composed (NFC) and holds nothing that acts on a terminal; moves and deletions take whole letters; undo goes by the
//! word.

mod moves;
mod reach;

use std::cell::Cell;
use std::cmp::{max, min};

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use trivsel_domain::value::{LongText, is_hostile};
use trivsel_words::text::clean_text;
use tui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use self::reach::{Reach, TextPosition};
use crate::keys::Command;

/// How many edits can be taken back.
const EDITS: usize = 10_000;
/// The most lines a text may have: the widget counts the rows of the screen in 16 bits.
const LINES: usize = 20_000;

/// What a text may hold at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Characters,
    Lines,
}

/// Edits of one kind that are taken back together.
#[derive(Clone, Debug)]
enum Run {
    /// This word is typed.
    Typed(String),
    /// So many characters are deleted before the cursor.
    Before(usize),
    /// So many characters are deleted behind it.
    After(usize),
}

/// A text of many lines with a cursor in it.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
    /// How many edits of the widget each step is that can be taken back, the last one last.
    done: Vec<usize>,
    /// The same of each step that can be made again.
    undone: Vec<usize>,
    run: Option<Run>,
    /// The column that moves up and down hold on to.
    column: Option<usize>,
    revision: u64,
    refused: Option<Limit>,
    /// In how many rows it was last drawn.
    height: Cell<u16>,
}

impl Editor {
    /// A text with the cursor behind it. What a text may not hold is left out, as when pasting.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let mut area: TextArea<'static> = clean_text(text).split('\n').collect();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_max_histories(EDITS);
        // The terminal's own cursor stands in it.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self {
            area,
            done: Vec::new(),
            undone: Vec::new(),
            run: None,
            column: None,
            revision: 0,
            refused: None,
            height: Cell::new(1),
        }
    }

    /// Puts the cursor before the text.
    pub fn to_top(&mut self) {
        self.area.move_cursor(CursorMove::Jump(0, 0));
    }

    /// The whole text, its lines joined with `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// The lines, one at least.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.area.lines()
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

    /// Whether the last thing to put in did not fit: none of it is in the text.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// The limit that refused the last thing to put in.
    #[must_use]
    pub fn refused(&self) -> Option<Limit> {
        self.refused
    }

    /// The line the cursor is on and how many bytes of it are before the cursor, both from 0.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let at = self.area.cursor();
        self.position((at.0, at.1))
    }

    /// What is selected.
    #[must_use]
    pub fn selected(&self) -> Option<String> {
        let (from, to) = self.area.selection_range().filter(|(from, to)| from != to)?;
        let (from, to) = (self.position(from), self.position(to));
        if from.0 == to.0 {
            return Some(self.lines()[from.0][from.1..to.1].to_owned());
        }
        let mut text = self.lines()[from.0][from.1..].to_owned();
        for line in &self.lines()[from.0 + 1..to.0] {
            text.push('\n');
            text.push_str(line);
        }
        Some(text + "\n" + &self.lines()[to.0][..to.1])
    }

    /// Draws what shows of it; answers the column and the row of the cursor within the room. The last column is left to
    /// a cursor behind a full row.
    pub fn render(&self, room: Rect, screen: &mut Buffer) -> (u16, u16) {
        let text = Rect { width: room.width.saturating_sub(1).max(1), ..room };
        self.height.set(room.height);
        (&self.area).render(text, screen);
        let row = self.area.screen_cursor().row;
        let (line, byte) = self.cursor();
        let start = self.area.screen_to_data(row, 0);
        let before = &self.lines()[line][self.position((start.0, start.1)).1..byte];
        let column: usize = before.graphemes(true).map(|g| usize::from(g.cell_width())).sum();
        let row = row.saturating_sub(usize::from(self.area.scroll_offset().0));
        let within = |n: usize, most: u16| u16::try_from(n).unwrap_or(u16::MAX).min(most.saturating_sub(1));
        (within(column, room.width), within(row, room.height))
    }

    /// Carries out a command; answers whether it is one of a text. What is cut or copied goes to the clipboard.
    pub fn act(&mut self, command: Command, clipboard: &mut String) -> bool {
        self.refused = None;
        let page = isize::from(self.height.get().clamp(2, 1000).cast_signed()) - 1;
        let column = self.column.take();
        match command {
            Command::Left => self.go(Reach::Before, false),
            Command::Right => self.go(Reach::After, false),
            Command::WordBefore => self.go(Reach::WordBefore, false),
            Command::WordAfter => self.go(Reach::WordAfter, false),
            Command::LineStart => self.go(Reach::LineStart, false),
            Command::LineEnd => self.go(Reach::LineEnd, false),
            Command::TextStart => self.go(Reach::Start, false),
            Command::TextEnd => self.go(Reach::End, false),
            Command::Up => self.go_rows(-1, column, false),
            Command::Down => self.go_rows(1, column, false),
            Command::PageUp => self.page(-page, column),
            Command::PageDown => self.page(page, column),
            Command::SelectLeft => self.go(Reach::Before, true),
            Command::SelectRight => self.go(Reach::After, true),
            Command::SelectUp => self.go_rows(-1, column, true),
            Command::SelectDown => self.go_rows(1, column, true),
            Command::SelectLineStart => self.go(Reach::LineStart, true),
            Command::SelectLineEnd => self.go(Reach::LineEnd, true),
            Command::SelectAll => {
                self.go(Reach::Start, false);
                self.go(Reach::End, true);
            }
            Command::NewLine => {
                self.insert("\n");
            }
            Command::DeleteBefore => self.delete(Reach::Before),
            Command::DeleteAfter => self.delete(Reach::After),
            Command::DeleteWord => self.delete(Reach::WordBefore),
            Command::DeleteWordAfter => self.delete(Reach::WordAfter),
            Command::Copy => *clipboard = self.selected().unwrap_or_else(|| std::mem::take(clipboard)),
            Command::Cut => {
                if let Some(text) = self.selected() {
                    *clipboard = text;
                    self.insert("");
                }
            }
            Command::PasteCopied => {
                self.insert(clipboard);
            }
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            _ => return false,
        }
        self.fill_room();
        true
    }

    /// Takes a letter. What would act on the terminal is left out.
    pub fn letter(&mut self, c: char) {
        self.column = None;
        let run = self.run.take();
        if is_hostile(c) || !self.has_room(c.encode_utf8(&mut [0; 4])) {
            return;
        }
        // A word and the blanks behind it are one step, and one edit of the widget.
        let goes_on = |word: &String| c.is_whitespace() || !word.ends_with(char::is_whitespace);
        let word = match run {
            Some(Run::Typed(word)) if goes_on(&word) && self.take_last() => word,
            _ => String::new(),
        };
        let word = format!("{word}{c}").nfc().collect::<String>();
        self.insert(&word);
        self.run = Some(Run::Typed(word));
    }

    /// Takes pasted text as one step, in the place of what is selected: Windows line breaks become `\n`, a tab four
    /// blanks, and what acts on a terminal is left out. A text that does not fit is refused whole.
    pub fn paste(&mut self, text: &str) {
        self.column = None;
        self.insert(&clean_text(text));
        self.fill_room();
    }

    /// Takes another text for the whole, as one step, the cursor behind it. One line break at its end, which editors
    /// put behind every file, is left out. A text that does not fit is refused whole.
    pub fn set_text(&mut self, text: &str) {
        let text = clean_text(text);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        self.act(Command::SelectAll, &mut String::new());
        if text != self.text() {
            self.insert(text);
        }
        self.area.cancel_selection();
        self.fill_room();
    }

    fn position(&self, (line, column): (usize, usize)) -> TextPosition {
        let text = &self.lines()[line];
        (line, text.char_indices().nth(column).map_or(text.len(), |(byte, _)| byte))
    }

    /// Whether a text fits in the place of what is selected; says so where it does not.
    fn has_room(&mut self, text: &str) -> bool {
        let out = self.selected().unwrap_or_default();
        let size = |text: &str| (text.chars().count(), text.matches('\n').count());
        let (chars, breaks) =
            (self.lines().iter().map(|l| l.chars().count() + 1).sum::<usize>() - 1, self.lines().len() - 1);
        let (more, less) = (size(text), size(&out));
        let characters = (chars + more.0 - less.0 > LongText::MAX).then_some(Limit::Characters);
        let lines = (breaks + more.1 - less.1 >= LINES).then_some(Limit::Lines);
        // A text that was too long before, as from an older version, may still be made shorter.
        self.refused = characters.or(lines).filter(|_| !text.is_empty());
        self.refused.is_none()
    }

    /// Puts a clean text in the place of what is selected, as one step, if it fits.
    fn insert(&mut self, text: &str) {
        self.run = None;
        if self.has_room(text) {
            let edits = usize::from(self.area.cut());
            let edits = edits + self.put(text);
            self.note(edits);
        }
    }

    /// Puts a text in where the cursor is, composed with what stands on either side; answers how many edits that took.
    fn put(&mut self, text: &str) -> usize {
        let (line, byte) = self.cursor();
        let (left, right) = self.lines()[line].split_at(byte);
        let before = left.graphemes(true).next_back().unwrap_or_default().to_owned();
        let behind = right.graphemes(true).next().unwrap_or_default().to_owned();
        let joined = [before.as_str(), text, behind.as_str()].concat();
        let composed: String = joined.nfc().collect();
        let edits = if composed == joined {
            usize::from(self.area.insert_str(text))
        } else {
            self.jump((line, byte - before.len()));
            let old = before.chars().count() + behind.chars().count();
            let deleted = self.area.delete_str(old);
            let inserted = self.area.insert_str(&composed);
            if composed.ends_with(&behind) {
                let (line, byte) = self.cursor();
                self.jump((line, byte - behind.len()));
            }
            usize::from(deleted) + usize::from(inserted)
        };
        self.snap();
        edits
    }

    /// Deletes what is selected, or from the cursor to there.
    fn delete(&mut self, reach: Reach) {
        if self.selected().is_some() {
            return self.insert("");
        }
        let run = self.run.take();
        self.area.cancel_selection();
        let here = self.cursor();
        let there = reach.from(self.lines(), here);
        let (from, to) = (min(here, there), max(here, there));
        if from == to || !self.jump(from) {
            return;
        }
        let mut count = if from.0 == to.0 { self.lines()[from.0][from.1..to.1].chars().count() } else { 1 };
        if let (Some(Run::Before(n)), Reach::Before) | (Some(Run::After(n)), Reach::After) = (run, reach)
            && self.take_last()
        {
            count += n;
            self.jump(from);
        }
        let edits = usize::from(self.area.delete_str(count));
        let edits = edits + self.put("");
        self.note(edits);
        self.run = match reach {
            Reach::Before => Some(Run::Before(count)),
            Reach::After => Some(Run::After(count)),
            _ => None,
        };
    }

    /// Notes a step of so many edits of the widget.
    fn note(&mut self, edits: usize) {
        if edits > 0 {
            self.done.push(edits);
            self.undone.clear();
            self.revision += 1;
        }
    }

    /// Takes the last step back to make a longer one of it; answers whether that can be: only if it is one edit.
    fn take_last(&mut self) -> bool {
        let can = self.done.last() == Some(&1) && self.selected().is_none() && self.area.undo();
        if can {
            self.done.pop();
        }
        can
    }

    fn undo(&mut self) {
        let edits = self.done.pop().unwrap_or_default();
        let edits = (0..edits).filter(|_| self.area.undo()).count();
        self.turned(edits);
        self.undone.extend(Some(edits).filter(|n| *n > 0));
    }

    fn redo(&mut self) {
        let edits = self.undone.pop().unwrap_or_default();
        let edits = (0..edits).filter(|_| self.area.redo()).count();
        self.turned(edits);
        self.done.extend(Some(edits).filter(|n| *n > 0));
    }

    fn turned(&mut self, edits: usize) {
        self.run = None;
        self.revision += u64::from(edits > 0);
        self.snap();
    }
}
