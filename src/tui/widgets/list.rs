//! Which rows of a long list show.

/// The first row to show so that the cursor is on the screen, in the middle while the list is longer than the room.
#[must_use]
pub fn first_shown(cursor: usize, rows: usize, room: usize) -> usize {
    if rows <= room { 0 } else { cursor.saturating_sub(room / 2).min(rows - room) }
}
