//! Breaking a line at blanks so that it fits so many columns.

use unicode_segmentation::UnicodeSegmentation;

use crate::words::text::columns;

/// The lines of a paragraph, none wider than `width` columns; a longer word is broken between graphemes.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    if columns(text) <= width {
        return vec![text.trim_end().to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_word_bounds() {
        let wide = columns(word);
        if used + wide <= width {
            line.push_str(word);
            used += wide;
        } else if word.trim().is_empty() {
            // A blank that falls on the edge becomes the break.
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else {
            if !line.trim().is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            for grapheme in word.graphemes(true) {
                let wide = columns(grapheme);
                if used + wide > width {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += wide;
            }
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}
