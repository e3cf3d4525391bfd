//! Drawing a long text, and moving by screen rows.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use trivsel_tui::editor::Editor;
use trivsel_tui::widgets;

use super::{shown, typed};

/// A text drawn in this many columns and rows, with the cursor at its start.
fn at_start(text: &str, width: u16, height: u16) -> Editor {
    let mut editor = Editor::with(text);
    view(&editor, width, height);
    typed(&mut editor, "<ctrl-home>");
    editor
}

/// The visible rows, without trailing blanks and trailing empty rows, and the position of the cursor.
fn view(editor: &Editor, width: u16, height: u16) -> (Vec<String>, (u16, u16)) {
    let room = Rect::new(0, 0, width, height);
    let mut screen = Buffer::empty(room);
    let cursor = editor.render(room, &mut screen);
    let row = |y| (0..width).map(|x| screen[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    let mut rows: Vec<String> = (0..height).map(row).collect();
    rows.truncate(rows.iter().rposition(|row| !row.is_empty()).map_or(0, |n| n + 1));
    (rows, cursor)
}

#[test]
fn long_lines_break_at_words() {
    let editor = at_start("Maja kom sent i dag\n\nSpecialundervisningen", 11, 10);
    assert_eq!(view(&editor, 11, 10).0, ["Maja kom", "sent i dag", "", "Specialund", "ervisninge", "n"]);
    // A blank that does not fit starts the next row.
    let editor = at_start("Maja kommer i morgen", 12, 10);
    assert_eq!(view(&editor, 12, 10).0, ["Maja kommer", " i morgen"]);
    // A full row leaves room for the cursor after it.
    let editor = Editor::with("1234567890");
    assert_eq!(view(&editor, 11, 2), (vec!["1234567890".to_owned()], (10, 0)));
    assert_eq!(view(&editor, 10, 2), (vec!["123456789".to_owned(), "0".to_owned()], (1, 1)));
}

#[test]
fn up_and_down_go_by_what_is_seen() {
    let mut editor = at_start("Maja kom sent i dag\nnej\nog Åse kom", 11, 10);
    typed(&mut editor, "<right><right><right><right><right><right>");
    for (keys, there) in [
        ("<down>", "Maja kom sent i| dag\nnej\nog Åse kom"),
        ("<down>", "Maja kom sent i dag\nnej|\nog Åse kom"),
        // The column is kept across a shorter row.
        ("<down>", "Maja kom sent i dag\nnej\nog Åse| kom"),
        ("<down>", "Maja kom sent i dag\nnej\nog Åse| kom"),
        ("<up><up><up>", "Maja k|om sent i dag\nnej\nog Åse kom"),
        ("<up>", "Maja k|om sent i dag\nnej\nog Åse kom"),
        // In a wrapped row, the last cursor position is before its last letter.
        ("<down><end><up><up>", "Maja kom| sent i dag\nnej\nog Åse kom"),
        ("<ctrl-end>", "Maja kom sent i dag\nnej\nog Åse kom|"),
    ] {
        typed(&mut editor, keys);
        assert_eq!(shown(&editor), there, "{keys}");
    }
}

#[test]
fn the_cursor_is_always_seen() {
    let text: Vec<String> = (0..100).map(|n| format!("linje {n}")).collect();
    let mut editor = at_start(&text.join("\n"), 20, 10);
    view(&editor, 20, 10);
    for (keys, top, row) in [
        ("<down><down>", "linje 0", 2),
        ("<pgdn>", "linje 9", 2),
        ("<up><up><up>", "linje 8", 0),
        ("<ctrl-end>", "linje 90", 9),
        ("<up><up><up>", "linje 90", 6),
        ("<pgup>", "linje 81", 6),
        ("<ctrl-home><pgup>", "linje 0", 0),
    ] {
        for key in crate::harness::keys::parse(keys) {
            super::press(&mut editor, key, &mut String::new());
            view(&editor, 20, 10);
        }
        let (rows, cursor) = view(&editor, 20, 10);
        assert_eq!((rows[0].as_str(), cursor.1), (top, row), "{keys}");
    }
    // In a smaller area the cursor is still visible.
    typed(&mut editor, "<ctrl-end>");
    assert_eq!(view(&editor, 20, 3).0, ["linje 97", "linje 98", "linje 99"]);
    assert_eq!(view(&editor, 3, 1).0, ["99"]);
}

#[test]
fn a_paste_taken_back_shows_what_was_there() {
    let mut editor = at_start("en\nto\ntre", 20, 10);
    typed(&mut editor, "<ctrl-end>");
    super::paste(&mut editor, &"\nfire".repeat(1000));
    assert_eq!(view(&editor, 20, 10).1, (4, 9));
    typed(&mut editor, "<ctrl-z>");
    let lines = ["en", "to", "tre"].map(str::to_owned).to_vec();
    assert_eq!(view(&editor, 20, 10), (lines, (3, 2)));
}

#[test]
fn the_cursor_stands_where_wide_letters_end() {
    for (text, column) in [("日本", 4), ("👩‍👩‍👧", 2), ("🇩🇰x", 3), ("क्ष", 2), ("❤\u{fe0f}a", 3)]
    {
        assert_eq!(view(&Editor::with(text), 20, 2).1, (column, 0), "{text}");
    }
}

#[test]
fn what_is_selected_shows() {
    let mut editor = Editor::with("Åse kom");
    typed(&mut editor, "<shift-left><shift-left><shift-left>");
    let room = Rect::new(0, 0, 20, 2);
    let mut screen = Buffer::empty(room);
    editor.render(room, &mut screen);
    let marked = |x| screen[(x, 0)].modifier.contains(ratatui::style::Modifier::REVERSED);
    // The terminal's cursor is on the first of them.
    assert_eq!((0..9).filter(|x| marked(*x)).collect::<Vec<u16>>(), [5, 6]);
}

/// Draws a text into an area in the middle of a screen full of dots; returns the screen's lines and the cursor.
fn drawn(editor: &Editor, room: Rect, focused: bool) -> (Vec<Vec<String>>, Option<Position>) {
    let mut screen = Terminal::new(TestBackend::new(30, 12)).unwrap();
    let mut cursor = None;
    screen
        .draw(|frame| {
            frame.buffer_mut().content.iter_mut().for_each(|cell| {
                cell.set_char('.');
            });
            ratatui::widgets::Widget::render(ratatui::widgets::Clear, room, frame.buffer_mut());
            widgets::editor::draw(frame, room, editor, focused);
        })
        .unwrap();
    if screen.backend().cursor_visible() {
        cursor = Some(screen.backend().cursor_position());
    }
    let buffer = screen.backend().buffer();
    let lines = (0..12).map(|y| (0..30).map(|x| buffer[(x, y)].symbol().to_owned()).collect()).collect();
    (lines, cursor)
}

/// Checks that nothing is drawn outside the area and that the cursor is inside.
pub fn keeps_to_its_room(editor: &Editor, width: u16, height: u16) {
    let room = Rect::new(7, 3, width, height);
    let (lines, cursor) = drawn(editor, room, true);
    for (line, y) in lines.iter().zip(0..) {
        for (symbol, x) in line.iter().zip(0..) {
            let inside = room.contains(Position::new(x, y));
            assert!(inside || symbol == ".", "{symbol:?} at {x},{y}");
            assert!(
                !inside || usize::from(x) + usize::from(symbol.cell_width()) <= usize::from(room.right())
            );
        }
    }
    assert_eq!(cursor.is_some(), !room.is_empty());
    assert!(cursor.is_none_or(|at| room.contains(at)), "{cursor:?}");
}

#[test]
fn only_what_is_written_in_has_the_cursor() {
    let editor = Editor::with("Åse\nog Søren");
    let room = Rect::new(2, 1, 10, 4);
    let (lines, cursor) = drawn(&editor, room, true);
    assert_eq!(lines[2][1..13].concat(), ".og Søren  .");
    assert_eq!(cursor, Some(Position::new(10, 2)));
    assert_eq!(drawn(&editor, room, false).1, None);
}

#[test]
fn wide_letters_and_other_directions_keep_to_their_room() {
    for text in [
        "日本語のテキスト",
        "👩‍👩‍👧🇩🇰👍🏽 🎉🎉🎉🎉🎉🎉",
        "שלום עולם וברוכים הבאים",
        "مرحبا بالعالم الكبير",
        "ｶﾞｷﾞｸﾞｹﾞｺﾞｶﾞｷﾞ",
        "क्षत्रिय नमस्ते",
    ] {
        for width in 0..12 {
            for height in 0..5 {
                let mut editor = Editor::with(&format!("{text}\na{text}"));
                keeps_to_its_room(&editor, width, height);
                typed(&mut editor, "<up><left><up><home>");
                keeps_to_its_room(&editor, width, height);
            }
        }
    }
    assert_eq!(view(&Editor::with("日本語です"), 6, 9).0, ["日 本", "語 で", "す"]);
}

#[test]
fn a_flag_at_the_end_of_a_line_goes_whole() {
    // Two code points are one sign: one key deletes it, and nothing of it stays on the screen.
    let mut editor = Editor::with("Søren er hjemme 🇩🇰");
    assert_eq!(view(&editor, 30, 3).0, ["Søren er hjemme 🇩🇰"]);
    typed(&mut editor, "<backspace>");
    assert_eq!(shown(&editor), "Søren er hjemme |");
    assert_eq!(view(&editor, 30, 3), (vec!["Søren er hjemme".to_owned()], (16, 0)));
    // The sign takes two columns: where one is left it goes to the next row.
    for (width, rows) in [(8, vec!["Åse 🇩🇰"]), (6, vec!["Åse", "🇩🇰"])] {
        let mut editor = Editor::with("Åse 🇩🇰");
        assert_eq!(view(&editor, width, 3).0, rows, "{width}");
        typed(&mut editor, "<left><del>");
        assert_eq!(shown(&editor), "Åse |", "{width}");
        assert_eq!(view(&editor, width, 3).0, ["Åse"], "{width}");
    }
}
