//! Which cells were drawn as one piece of text, so that a test can find two pieces that touch.

use std::ops::Range;

use ratatui::layout::Rect;

/// Columns and rows.
#[cfg(debug_assertions)]
type Pieces = Vec<(Range<u16>, u16)>;

#[cfg(debug_assertions)]
thread_local! {
    static PIECES: std::cell::Cell<Option<Pieces>> = const { std::cell::Cell::new(None) };
}

/// Notes a piece of text by its columns and its row. Does nothing unless a test watches this thread.
#[inline]
pub(super) fn piece(columns: Range<u16>, row: u16) {
    #[cfg(debug_assertions)]
    if let Some(mut pieces) = PIECES.take() {
        pieces.push((columns, row));
        PIECES.set(Some(pieces));
    }
    #[cfg(not(debug_assertions))]
    let _ = (columns, row);
}

/// Notes what was drawn over a whole area.
pub(super) fn area(area: Rect) {
    area.rows().for_each(|row| piece(row.left()..row.right(), row.y));
}

/// Runs a drawing and returns the pieces of text that it drew, in the order of drawing.
#[cfg(debug_assertions)]
pub fn pieces(draw: impl FnOnce()) -> Pieces {
    PIECES.set(Some(Vec::new()));
    draw();
    PIECES.take().unwrap_or_default()
}
