//! The visible part of a long list.

/// The first visible row. It keeps the cursor on the screen, in the middle if the list is longer than the room.
#[must_use]
pub fn first_shown(cursor: usize, rows: usize, room: usize) -> usize {
    if rows <= room { 0 } else { cursor.saturating_sub(room / 2).min(rows - room) }
}
