//! What the program sends to the terminal: sizes and colours.

use std::fs;

use super::driver::Pty;
use super::place::{Place, in_register};

#[test]
fn a_window_can_be_resized_to_any_size() {
    let place = Place::new();
    let mut pty = in_register(Pty::sized(place.on_house(), 120, 40));
    pty.types("Ns");
    pty.shows_beside("Søren Ægård Åse", "S syg");
    let wide = pty.text();
    assert!(wide.lines().any(|l| l.chars().count() > 100), "{wide}");

    pty.resize(80, 24);
    pty.until("80 wide", |s| {
        s.contents().lines().all(|l| l.chars().count() <= 80) && s.contents().contains("ons 25. nov")
    });
    pty.shows_beside("Søren Ægård Åse", "S syg");

    pty.resize(50, 10);
    pty.shows("Vinduet er for lille");
    pty.until("no names", |s| !s.contents().contains("Søren") && !s.contents().contains("Alma"));
    pty.types("2");

    pty.resize(80, 24);
    pty.shows("13.00");
    pty.types("5");
    pty.shows_beside("Søren Ægård Åse", "S syg");
    pty.shows("14 mangler");
}

#[test]
fn a_terminals_answer_does_not_lose_the_redraw_after_a_resize() {
    let place = Place::new();
    let mut pty = in_register(Pty::sized(place.on_house(), 120, 40));
    let answers = ["\x1b[?62;22c", "\x1b[1;1R", "\x1b[I", "\x1b[?1;2c"];
    for (n, answer) in answers.iter().cycle().take(60).enumerate() {
        let width = if n % 2 == 0 { 80 } else { 120 };
        pty.resize(width, 24);
        pty.types(answer);
        pty.until(&format!("the {n}th redraw"), |s| {
            let ruled = |l: &str| l.starts_with('─') && l.chars().count() == usize::from(width);
            s.contents().lines().filter(|l| ruled(l)).count() == 2
        });
    }
}

/// The numbers of every SGR sequence, without the arguments of 38 and 48.
fn attributes(raw: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(raw);
    let mut found = Vec::new();
    for rest in text.split("\x1b[").skip(1) {
        let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) else { continue };
        let (inside, 'm') = (&rest[..end], rest.as_bytes()[end] as char) else { continue };
        let mut numbers = inside.split([';', ':']).map(|n| n.parse::<u16>().unwrap_or(0));
        while let Some(number) = numbers.next() {
            found.push(number);
            if matches!(number, 38 | 48 | 58) {
                let skip = if numbers.next() == Some(5) { 1 } else { 3 };
                numbers.by_ref().take(skip).for_each(drop);
            }
        }
    }
    found
}

fn is_ground(number: &u16) -> bool {
    matches!(number, 40..=48 | 100..=107)
}

fn is_colour(number: &u16) -> bool {
    is_ground(number) || matches!(number, 30..=38 | 58 | 90..=97)
}

/// Visits the panes, a refusal, a mark, help and the palette.
fn walk(pty: &mut Pty) -> Vec<u16> {
    pty.shows("Alma Holm");
    for (keys, shown) in [
        ("2", "13.00"),
        ("3", "Mor fortæller"),
        ("4", "4. klasse"),
        ("5", "mangler"),
        ("Ns", "S syg"),
        ("?", "Shift"),
    ] {
        pty.types(keys);
        pty.shows(shown);
    }
    // The register stands behind the help, so that only what went tells that Escape was taken.
    pty.types("\x1b");
    pty.until("no help", |screen| !screen.contents().contains("Shift"));
    pty.types("\x10");
    pty.shows("Søg:");
    let selected =
        |s: &vt100::Screen| (0..24).any(|y| (0..80).any(|x| s.cell(y, x).is_some_and(vt100::Cell::inverse)));
    pty.until("a selection", selected);
    attributes(&pty.raw)
}

#[test]
fn without_colours_the_selection_still_shows() {
    let place = Place::new();
    let mut command = place.on_house();
    command.env("NO_COLOR", "1");
    let told = walk(&mut Pty::start(command));
    assert!(!told.iter().any(is_colour), "{told:?}");
    assert!(told.contains(&7) && told.contains(&1));
}

#[test]
fn a_light_background_is_left_alone() {
    let place = Place::new();
    fs::write(place.path("config/trivsel/settings.toml"), "ground = \"light\"\n").unwrap();
    let told = walk(&mut Pty::start(place.on_house()));
    assert!(!told.iter().any(is_ground), "{told:?}");
    assert!(told.iter().any(is_colour) && told.contains(&7), "there are colours, and a selection");
}

#[test]
fn a_dark_background_is_left_alone() {
    let told = walk(&mut Pty::start(Place::new().on_house()));
    assert!(!told.iter().any(is_ground) && told.iter().any(is_colour), "{told:?}");
}
