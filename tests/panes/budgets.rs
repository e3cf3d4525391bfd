//! The most key presses that the daily work may take. Shift counts separately.

use crate::harness::keys::presses;
use crate::harness::{Program, date};

/// Checks that every child has its expected marks when all are as planned on that Wednesday, with exceptions.
fn all_as_planned(program: &mut Program, except: &[(&str, &str)]) {
    let today = date(2026, 11, 25);
    for kid in crate::harness::house::SIXTEEN {
        let exception = except.iter().find(|(name, _)| *name == kid.name).map(|(_, mark)| *mark);
        let planned = match kid.name {
            "Elias Bech" => Some("elsewhere/·"),
            "Freja Winther" => None,
            _ => Some("present/·"),
        };
        assert_eq!(program.on_record(kid.name, today).as_deref(), exception.or(planned), "{}", kid.name);
    }
}

#[test]
fn sixteen_without_exception_in_two_presses() {
    let keys = "5r";
    assert!(presses(keys) <= 2);
    let mut program = Program::usual();
    program.keys(keys);
    all_as_planned(&mut program, &[]);
    assert!(program.shows("15 børn udfyldt som planlagt"), "{}", program.screen());
}

#[test]
fn two_exceptions_in_eight() {
    let keys = "5CsNur";
    assert!(presses(keys) <= 8);
    let mut program = Program::usual();
    program.keys(keys);
    all_as_planned(&mut program, &[("Aya Hassan", "sick/·"), ("Søren Ægård Åse", "unlawful/·")]);
}

#[test]
fn four_exceptions_in_fourteen() {
    let keys = "5CsDfLlNur";
    assert!(presses(keys) <= 14);
    let mut program = Program::usual();
    program.keys(keys);
    let marks = [
        ("Aya Hassan", "sick/·"),
        ("Bertram Juhl", "late/·"),
        ("Mads Østergaard-Rasmussen Holm", "leave/·"),
        ("Søren Ægård Åse", "unlawful/·"),
    ];
    all_as_planned(&mut program, &marks);
}

#[test]
fn never_more_than_seventeen() {
    // One letter per child: each mark moves on to the next blank row. Freja is not expected and is skipped.
    let keys = "5tsuldftsuldfsus";
    assert!(presses(keys) <= 17);
    let mut program = Program::usual();
    program.keys(keys);
    assert!(program.shows("0 mangler"), "{}", program.screen());
}
