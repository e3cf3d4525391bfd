//! Makes a drawn screen one that every terminal shows the same.

use ratatui::buffer::{Buffer, CellWidth};
use trivsel_words::text::{simple_columns, steady};
use unicode_segmentation::UnicodeSegmentation;

/// The bytes of a symbol that may be wide or more than one character. Latin letters have fewer.
const RARE: usize = 3;

/// Draws what terminals disagree on in a plainer form, and nothing in place of half a wide character, whose other half
/// lies under a box.
pub(super) fn settle(screen: &mut Buffer) {
    let (width, area) = (usize::from(screen.area.width), screen.area);
    for at in 0..area.area() as usize {
        let symbol = screen.content[at].symbol();
        if symbol.len() < RARE || simple_columns(symbol).is_some() {
            continue;
        }
        let cell = screen.content[at].clone();
        let wide = usize::from(cell.cell_width());
        let here = at % width;
        let covered = |n: usize| screen.content.get(at + n).is_none_or(|c| c.symbol() != " ");
        if wide > 1 && (here + wide > width || (1..wide).any(covered)) {
            screen.content[at].set_symbol(" ");
            continue;
        }
        let plain = steady(cell.symbol());
        if plain == cell.symbol() {
            continue;
        }
        let mut to = at;
        for sign in plain.graphemes(true) {
            screen.content[to].set_symbol(sign).set_style(cell.style());
            to += usize::from(sign.cell_width());
        }
    }
}
