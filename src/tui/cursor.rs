//! How a command moves the cursor in a list, the same for every list.

use super::keys::Command;

/// Rows moved by a page key.
pub const PAGE: usize = 10;

/// The row that a command moves to from row `at`, or `None` if the command does not move.
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

/// The item `by` places after `from`, continuing at the start of the list.
#[must_use]
pub fn turned<T: Copy + PartialEq>(all: &[T], from: T, by: usize) -> T {
    let at = all.iter().position(|one| *one == from).unwrap_or(0);
    all.get((at + by) % all.len().max(1)).copied().unwrap_or(from)
}
