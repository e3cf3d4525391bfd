//! What is wrong with a drawn screen: columns that touch, half a wide sign, half a figure, a text cut without an ellipsis.

use std::ops::Range;

use ratatui::buffer::Buffer;
use trivsel_words::text::columns;

use crate::harness::awkward;

/// The faults of a drawn screen, each with the row that it is in.
pub fn faults(screen: &Buffer, pieces: &[(Range<u16>, u16)]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut owners = vec![usize::MAX; screen.content.len()];
    for (n, (range, y)) in pieces.iter().enumerate() {
        for x in range.clone() {
            owners[usize::from(*y) * usize::from(screen.area.width) + usize::from(x)] = n;
        }
    }
    let width = |n: usize| pieces.get(n).map_or(0, |(range, _)| range.len());
    for y in 0..screen.area.height {
        let at = |x: u16| usize::from(y) * usize::from(screen.area.width) + usize::from(x);
        let cells: Vec<&str> = (0..screen.area.width).map(|x| screen[(x, y)].symbol()).collect();
        let row = text(&cells);
        for x in 1..screen.area.width {
            let (left, right) = (owners[at(x - 1)], owners[at(x)]);
            // The signs of the year stand one to a column.
            if left == right
                || left == usize::MAX
                || right == usize::MAX
                || (width(left) == 1 && width(right) == 1)
            {
                continue;
            }
            let (before, after) = (cells[usize::from(x) - 1], cells[usize::from(x)]);
            let ends = |s: &str| s.chars().any(|c| c.is_alphanumeric() || "]).!?…%+".contains(c));
            let begins = |s: &str| s.chars().any(|c| c.is_alphanumeric() || "[(".contains(c));
            // The second half of a wide sign is a blank.
            let wide = x > 1 && columns(cells[usize::from(x) - 2]) > 1;
            if (ends(before) || wide) && begins(after) {
                found.push(("two columns touch", row.clone()));
            }
        }
        for (x, cell) in cells.iter().enumerate().filter(|(_, c)| c.len() > 2 && columns(c) > 1) {
            if cells.get(x + 1).is_none_or(|c| *c != " ") {
                found.push(("half a wide sign", format!("{cell} {row}")));
            }
        }
        if cuts_figure(&row) {
            found.push(("a figure is cut", row.clone()));
        }
        if let Some(at) = row.rfind(awkward::BEGINS)
            && !is_given_name(&row[at..])
            && !row[at..].contains([awkward::ENDS, '…'])
            && !(y + 1..(y + 6).min(screen.area.height)).any(|y| {
                let below: Vec<&str> = (0..screen.area.width).map(|x| screen[(x, y)].symbol()).collect();
                text(&below).contains([awkward::ENDS, '…'])
            })
        {
            found.push(("a text is cut", row.clone()));
        }
    }
    found
}

/// Whether a text that is cut after its first word is a given name, which is shown alone.
fn is_given_name(text: &str) -> bool {
    let rest = text.trim_start_matches(awkward::BEGINS).trim_start_matches(|c: char| c.is_ascii_uppercase());
    rest.is_empty() || ["  ", " ·", ", ", ".  "].iter().any(|end| rest.starts_with(end))
}

fn text(cells: &[&str]) -> String {
    let mut text = String::new();
    let mut skip = 0;
    for cell in cells {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        text.push_str(cell);
        skip = columns(cell).saturating_sub(1);
    }
    text.trim_end().to_owned()
}

/// Whether an ellipsis follows half a figure or the first letters of a month, such as `20…` or `16. d…`.
fn cuts_figure(row: &str) -> bool {
    row.match_indices('…').any(|(at, _)| {
        let word = row[..at].rsplit([' ', '│']).next().unwrap_or_default();
        let before = row[..at - word.len()].trim_end();
        let day = before.rsplit(' ').next().unwrap_or_default();
        let figure = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        figure(word) || (!word.is_empty() && day.ends_with('.') && figure(day) && !row[..at].ends_with("  "))
    })
}
