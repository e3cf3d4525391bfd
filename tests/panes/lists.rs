//! A list that is longer than its room says so at each end that goes on.

use crate::harness::house::{self, kid};
use crate::harness::{Program, Start};
use trivsel_store::House;

const DOWN: &str = "flere ↓";
const UP: &str = "flere ↑";

/// The numbers in the notes above and below, 0 where there is none.
fn hidden(program: &mut Program) -> (usize, usize) {
    let screen = program.screen();
    let of = |sign: &str| {
        let before = screen.lines().find_map(|l| l.split_once(sign))?.0;
        before.rsplit("… ").next()?.trim().parse().ok()
    };
    (of(UP).unwrap_or(0), of(DOWN).unwrap_or(0))
}

/// Goes through a list of this many rows from the first row to the last.
fn says_so(program: &mut Program, rows: usize, what: &str) {
    program.keys("<home>");
    let (above, below) = hidden(program);
    assert!(above == 0 && (1..rows).contains(&below), "{what}, the top: {}", program.screen());
    for _ in 0..rows / 2 {
        program.keys("<down>");
    }
    let (above, below) = hidden(program);
    assert!(above > 0 && below > 0 && above + below < rows, "{what}, the middle: {}", program.screen());
    program.keys("<end>");
    let (above, below) = hidden(program);
    assert!((1..rows).contains(&above) && below == 0, "{what}, the end: {}", program.screen());
}

#[test]
fn the_cases_and_the_register() {
    let mut program = Start::default().on(house::of(&house::many(40)));
    assert!(program.shows("40 sager") && program.shows("… 25 flere ↓"), "{}", program.screen());
    says_so(&mut program, 40, "cases");
    for (keys, what) in [("5", "day"), ("v", "week")] {
        program.keys(keys);
        says_so(&mut program, 40, what);
    }
    program.keys("1p");
    says_so(&mut program, 40, "seats");
}

#[test]
fn a_list_that_fits_says_nothing() {
    let mut program = Start::default().on(house::of(&house::many(16)));
    for keys in ["1", "5", "v"] {
        program.keys(keys);
        assert!(!program.shows("flere"), "{}", program.screen());
    }
    let mut program = Start::default().on(house::of(&house::many(17)));
    assert!(program.shows("… 2 flere ↓"), "{}", program.screen());
}

#[test]
fn what_is_found_by_name_and_the_keys() {
    let mut program = Start::default().on(house::of(&house::many(40)));
    program.keys("<ctrl-p>");
    let (above, below) = hidden(&mut program);
    assert!(above == 0 && below > 40, "{}", program.screen());
    program.keys("<pgdn>");
    let (above, below) = hidden(&mut program);
    assert!(above > 0 && below > 0, "{}", program.screen());
    program.keys("<esc>?");
    assert!(program.shows(DOWN), "{}", program.screen());
    program.keys("<down>");
    assert!(program.shows("… 2 flere ↑"), "{}", program.screen());
}

fn thirty_talks() -> House {
    house::changed(|records| {
        let talk = records.talks[0].clone();
        records.talks.extend((2..=30).map(|n| trivsel_domain::record::Talk {
            id: trivsel_domain::value::TalkId::from_u128(n),
            ..talk.clone()
        }));
    })
}

#[test]
fn the_talks_with_the_number_of_all() {
    let mut program = Start::default().on(thirty_talks());
    program.keys("3");
    assert!(program.shows("30 samtaler"), "{}", program.screen());
    says_so(&mut program, 30, "talks");
}

#[test]
fn the_sheet_of_a_case() {
    let mut program = Start::default().on(thirty_talks());
    program.keys("1<enter><right>");
    says_so(&mut program, 40, "time line");
}

#[test]
fn the_staff_and_a_screen_of_sixty_columns() {
    let mut records = house::records(&[kid("Alma Holm", 6)]);
    for (n, letter) in (3_u128..).zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars()) {
        records.staff.push(house::staff(n, &format!("Kollega {letter}"), &format!("K{letter}")));
    }
    let mut program = Start::default().on(house::with(records));
    program.keys("1b");
    says_so(&mut program, 28, "staff");
    let mut small = Start::sized(60, 20).on(house::of(&house::many(29)));
    says_so(&mut small, 29, "small screen");
}

#[test]
fn a_text_beside_the_list_that_is_cut_says_so() {
    let text = "En linje af en lang tekst.\n".repeat(40);
    let house = house::changed(|records| {
        records.talks[0].text = trivsel_domain::value::LongText::new(&text).unwrap();
    });
    let mut program = Start::default().on(house);
    program.keys("3");
    assert!(program.line(" flere").trim_start().starts_with('…'), "{}", program.screen());
}
