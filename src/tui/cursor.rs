//! Where a cursor in a list goes, whichever list it is.

use super::keys::Command;

/// Rows moved by a page key.
pub const PAGE: usize = 10;

/// The row that a command moves to from another, in a list of so many; nothing where the command does not move.
#[must_use]
pub fn moved(command: Command, at: usize, rows: usize) -> Option<usize> {
    let to = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::PageUp => at.saturating_sub(PAGE),
        Command::PageDown => at.saturating_add(PAGE),
        Command::First => 0,
        Command::Last => rows,
        _ => return None,
    };
    Some(to.min(rows.saturating_sub(1)))
}

/// What stands some places further on in a list, around its end.
#[must_use]
pub fn turned<T: Copy + PartialEq>(all: &[T], from: T, by: usize) -> T {
    let at = all.iter().position(|one| *one == from).unwrap_or(0);
    all.get((at + by) % all.len().max(1)).copied().unwrap_or(from)
}
