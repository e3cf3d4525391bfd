//! After a sudden kill, every mark that was drawn is in the house.

use rustix::process::Signal;

use super::place::Place;

#[test]
fn every_drawn_mark_survives_a_kill() {
    let place = Place::new();
    let marks = [
        ("Aya Hassan", "Cs", "S syg", "sick"),
        ("Bertram Juhl", "Du", "U ", "unlawful"),
        ("Lærke Bang", "Kt", "T ", "present"),
        ("Søren Ægård Åse", "Nl", "L ", "leave"),
    ];
    for (done, (name, keys, shown, _)) in marks.into_iter().enumerate() {
        let mut pty = place.register();
        for (name, _, shown, _) in &marks[..done] {
            pty.shows_beside(name, shown);
        }
        pty.types(keys);
        pty.shows_beside(name, shown);
        pty.send(Signal::KILL);
        assert!(pty.ended().signal.is_some());
        place.is_sound();
    }
    for (name, _, _, code) in marks {
        place.holds(name, code);
    }
}
