//! How far a text is scrolled: never past its end as it was last drawn, so that the next key always moves it.

use std::cell::Cell;

use super::list::Part;
use crate::cursor::moved;
use crate::keys::Command;

/// The number of drawn lines scrolled past.
#[derive(Clone, Debug)]
pub struct Scroll {
    past: usize,
    /// How many places there were to scroll to when it was last drawn.
    places: Cell<usize>,
}

impl Default for Scroll {
    fn default() -> Self {
        // Before it is drawn nobody knows its end.
        Self { past: 0, places: Cell::new(usize::MAX) }
    }
}

impl Scroll {
    /// Moves as a command says; answers whether it is one that moves.
    pub fn moved(&mut self, command: Command) -> bool {
        let places = self.places.get();
        // The text may have become shorter, on a wider screen.
        let to = moved(command, self.past.min(places.saturating_sub(1)), places);
        self.past = to.unwrap_or(self.past);
        to.is_some()
    }

    /// The part that is drawn of so many lines.
    #[must_use]
    pub fn part(&self, lines: usize, room: usize) -> Part {
        self.places.set(lines.saturating_sub(room) + 1);
        Part::scrolled(self.past, lines, room)
    }
}
