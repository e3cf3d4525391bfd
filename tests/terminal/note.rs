//! A note being written, and what is left of it afterwards.

use super::driver::Pty;

/// What breaks programs: composed and decomposed letters, wide ones, several code points in one, several lines.
pub const TYPED: &str = "Søren Ægård Åse ringede\rA\u{30a}se og 山田 👩\u{200d}👧 🙂 kom\r\rmor: „i morgen“";
/// The same as it is kept: composed, with line ends.
pub const KEPT: &str = "Søren Ægård Åse ringede\nÅse og 山田 👩\u{200d}👧 🙂 kom\n\nmor: „i morgen“";

/// Opens a note of Søren from the register, with the cursor in its text.
pub fn open(pty: &mut Pty) {
    pty.types("Nn");
    pty.shows("Ny samtale");
    in_text(pty);
}

/// Goes from the note's kind to its text.
pub fn in_text(pty: &mut Pty) {
    pty.shows("►Type");
    pty.types("\r\r");
    pty.shows("►Notat");
}

/// Opens a note and types a text, until it is on the screen.
pub fn write(pty: &mut Pty, typed: &str, shown: &str) {
    open(pty);
    pty.types(typed);
    pty.shows(shown);
}

/// Goes on with the one draft that is offered at the start.
pub fn go_on(pty: &mut Pty) {
    pty.shows("1 kladde");
    pty.shows("Enter skriv videre");
    pty.types("\r");
    pty.shows("►Notat");
    pty.shows("Søren Ægård Åse");
}
