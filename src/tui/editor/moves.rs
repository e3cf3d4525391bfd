//! Moving the cursor of a text, with or without selecting, and what shows around it.

use tui_textarea::CursorMove;

use super::Editor;
use super::reach::{Reach, TextPosition, snapped};

impl Editor {
    /// Moves the cursor; answers whether it can stand there: the widget counts columns in 16 bits.
    pub(super) fn jump(&mut self, (line, byte): TextPosition) -> bool {
        let column = self.lines()[line][..byte].chars().count();
        let (Ok(line), Ok(column)) = (u16::try_from(line), u16::try_from(column)) else { return false };
        self.area.move_cursor(CursorMove::Jump(line, column));
        true
    }

    /// Moves the cursor out of the middle of a letter, behind it.
    pub(super) fn snap(&mut self) {
        let (line, byte) = self.cursor();
        let there = snapped(&self.lines()[line], byte);
        if there != byte {
            self.jump((line, there));
        }
    }

    /// Begins a selection, goes on with it, or ends it.
    fn hold(&mut self, selecting: bool) {
        self.run = None;
        match (selecting, self.area.is_selecting()) {
            (true, false) => self.area.start_selection(),
            (false, true) => self.area.cancel_selection(),
            _ => {}
        }
    }

    pub(super) fn go(&mut self, reach: Reach, selecting: bool) {
        self.hold(selecting);
        let there = reach.from(self.lines(), self.cursor());
        match reach {
            // The only places that may be too far for a jump.
            Reach::End => {
                self.area.move_cursor(CursorMove::Bottom);
                self.area.move_cursor(CursorMove::End);
            }
            Reach::LineEnd => self.area.move_cursor(CursorMove::End),
            _ => {
                self.jump(there);
            }
        }
    }

    /// Moves the cursor by rows of the screen.
    pub(super) fn go_rows(&mut self, by: isize, column: Option<usize>, selecting: bool) {
        self.hold(selecting);
        let here = self.area.screen_cursor();
        let column = column.unwrap_or(here.col);
        let row = here.row.saturating_add_signed(by);
        let there = self.area.screen_to_data(row, column);
        self.jump(self.position((there.0, there.1)));
        self.snap();
        if self.area.screen_cursor().row > row {
            // Behind a row that goes on is already the next one.
            let there = Reach::Before.from(self.lines(), self.cursor());
            self.jump(there);
        }
        self.column = Some(column);
    }

    /// Moves the cursor by a page, and what shows with it.
    pub(super) fn page(&mut self, by: isize, column: Option<usize>) {
        self.hold(false);
        let here = self.cursor();
        self.area.scroll((i16::try_from(by).unwrap_or_default(), 0));
        self.jump(here);
        self.go_rows(by, column, false);
    }

    /// Leaves no row empty without need: the widget does not when a text becomes shorter.
    pub(super) fn fill_room(&mut self) {
        let (here, top) = (self.cursor(), usize::from(self.area.scroll_offset().0));
        if top == 0 || !self.jump(here) {
            return;
        }
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
        let rows = self.area.screen_cursor().row + 1;
        let below = top + usize::from(self.height.get());
        if let Ok(empty @ 1..) = i16::try_from(below.saturating_sub(rows)) {
            self.area.scroll((-empty, 0));
        }
        self.jump(here);
    }
}
