//! Writing a note, and the text that is saved.

use super::driver::Pty;

/// Difficult text: composed and decomposed letters, wide characters, graphemes of several code points, several
/// lines.
pub const TYPED: &str = "Søren Ægård Åse ringede\rA\u{30a}se og 山田 👩\u{200d}👧 🙂 kom\r\rmor: „i morgen“";
/// The same text as stored: composed, with line feeds.
pub const KEPT: &str = "Søren Ægård Åse ringede\nÅse og 山田 👩\u{200d}👧 🙂 kom\n\nmor: „i morgen“";

/// Opens a note of Søren's from the register, with the cursor in its text.
pub fn open(pty: &mut Pty) {
    pty.types("Nn");
    pty.shows("Ny samtale");
    in_text(pty);
}

/// Moves from the note's kind to its text.
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

/// Continues the draft offered at the start.
pub fn go_on(pty: &mut Pty) {
    pty.shows("1 kladde");
    pty.shows("Enter skriv videre");
    pty.types("\r");
    pty.shows("►Notat");
    pty.shows("Søren Ægård Åse");
}
