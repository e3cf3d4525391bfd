//! Two programs in two terminals on one house.
//!
//! Nobody types in the observed one: it fetches changes by itself.

use super::place::Place;

#[test]
fn a_mark_in_one_terminal_shows_in_the_other() {
    let place = Place::new();
    let (mut one, mut other) = (place.register(), place.register());
    for (keys, name, shown) in [("Cs", "Aya Hassan", "S syg"), ("Nt", "Søren Ægård Åse", "T ")] {
        one.types(keys);
        one.shows_beside(name, shown);
        let took = other.shows_beside(name, shown);
        println!("{name}: seen in the other terminal after {took:?}");
    }
    other.types("Du");
    other.shows_beside("Bertram Juhl", "U ");
    one.shows_beside("Bertram Juhl", "U ");
}

#[test]
fn an_unknown_key_does_not_stop_the_screen() {
    let place = Place::new();
    let (mut one, mut other) = (place.register(), place.register());
    // A numeric keypad's 5, an invented sequence, and the start of a paste that never ends.
    for unknown in ["\x1b[E", "\x1b[99;99x", "\x1b[200~s"] {
        other.types(unknown);
    }
    one.types("Cs");
    one.shows_beside("Aya Hassan", "S syg");
    let took = other.shows_beside("Aya Hassan", "S syg");
    println!("seen in the other terminal after {took:?}");
}
