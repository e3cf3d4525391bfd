//! What was typed at once: keys, or text that came as if it were keys, from a terminal that does not say it pastes.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::termios::{OptionalActions, QueueSelector, tcflush, tcgetattr, tcsetattr};

use super::message::Message;

/// So many characters at once are a paste.
const PASTE: usize = 32;
/// So many may be the beginning of one.
const BEGINNING: usize = 8;
/// The rest of a paste comes within this time. Shorter than a held key takes to repeat.
const REST: Duration = Duration::from_millis(20);
/// And after a paste whatever comes within this time belongs to it.
const TAIL: Duration = Duration::from_millis(100);

/// What was typed and has not been worked: also in reach of a signal that ends the program meanwhile.
#[derive(Debug, Default)]
pub struct Inbox(Mutex<Typed>);

/// Everything that has been typed.
#[derive(Debug, Default)]
struct Typed {
    messages: Vec<Message>,
    text: String,
}

impl Inbox {
    /// Reads everything that has already been typed.
    ///
    /// # Errors
    /// When the terminal can't be read.
    pub fn read(&self, in_field: bool) -> io::Result<()> {
        loop {
            let event = event::read()?;
            let wait = {
                let mut typed = self.typed();
                typed.take(event);
                match typed.text.chars().count() {
                    0..BEGINNING => Duration::ZERO,
                    BEGINNING..PASTE => REST,
                    _ => TAIL,
                }
            };
            if !event::poll(wait)? && !more_is_left()? {
                break;
            }
        }
        if !in_field && self.typed().is_paste() {
            let _ = tcflush(io::stdin(), QueueSelector::IFlush);
        }
        Ok(())
    }

    /// Takes out what was read. Outside a field a paste stays whole, so that it can be refused; in one only a paste
    /// of several lines, since its first line's end would close the field and the rest be commands.
    pub fn take(&self, in_field: bool) -> Vec<Message> {
        std::mem::take(&mut *self.typed()).messages(in_field)
    }

    fn typed(&self) -> MutexGuard<'_, Typed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether more waits than crossterm's buffer took. It is told of a key once, and would leave the rest until the next:
/// setting the terminal as it is tells it again.
fn more_is_left() -> io::Result<bool> {
    let input = io::stdin();
    let mut watched = [PollFd::new(&input, PollFlags::IN)];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    let waits = rustix::event::poll(&mut watched, Some(&now)).is_ok();
    let seen = watched[0].revents();
    if !waits || !seen.contains(PollFlags::IN) || seen.intersects(PollFlags::HUP | PollFlags::ERR) {
        return Ok(false);
    }
    let told = tcgetattr(&input).and_then(|state| tcsetattr(&input, OptionalActions::Now, &state));
    if told.is_ok() { event::poll(Duration::ZERO) } else { Ok(false) }
}

impl Typed {
    fn take(&mut self, event: Event) {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                self.text.extend(as_text(key));
                self.messages.push(Message::Key(key));
            }
            Event::Paste(pasted) => self.messages.push(Message::Paste(pasted)),
            Event::Resize(width, height) => self.messages.push(Message::Size(width, height)),
            _ => {}
        }
    }

    fn is_paste(&self) -> bool {
        self.text.chars().count() >= PASTE
    }

    fn messages(self, in_field: bool) -> Vec<Message> {
        let lines = self.text.trim_end_matches('\n').contains('\n');
        let only_text = self.text.chars().count() == self.messages.len();
        if self.is_paste() && (!in_field || (lines && only_text)) {
            vec![Message::Paste(self.text.trim_end_matches('\n').to_owned())]
        } else {
            self.messages
        }
    }
}

/// The character a key stands for in a text.
fn as_text(key: KeyEvent) -> Option<char> {
    match (key.code, key.modifiers) {
        (KeyCode::Enter, KeyModifiers::NONE) | (KeyCode::Char('j'), KeyModifiers::CONTROL) => Some('\n'),
        (KeyCode::Tab, KeyModifiers::NONE) => Some('\t'),
        (KeyCode::Char(c), KeyModifiers::NONE | KeyModifiers::SHIFT) => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    //! Tests: what comes little by little, and what it is taken for.

    use super::*;

    fn typed(pieces: &[&str]) -> Typed {
        let mut typed = Typed::default();
        for piece in pieces {
            for c in piece.chars() {
                let code = match c {
                    '\n' => KeyCode::Enter,
                    '\t' => KeyCode::Tab,
                    c => KeyCode::Char(c),
                };
                typed.take(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            }
            typed.take(Event::FocusGained);
        }
        typed
    }

    /// The one paste it is, or how many keys.
    fn taken(pieces: &[&str], in_field: bool) -> Result<String, usize> {
        let messages = typed(pieces).messages(in_field);
        match &messages[..] {
            [Message::Paste(text)] => Ok(text.clone()),
            keys => {
                assert!(keys.iter().all(|m| matches!(m, Message::Key(_))), "{keys:?}");
                Err(keys.len())
            }
        }
    }

    #[test]
    fn small_pieces_together_are_a_paste() {
        let pieces = ["stu", "s", "stustus", "tustustu", "stu\tstu", "stustu"];
        assert_eq!(taken(&pieces, false), Ok(pieces.concat()));
        assert_eq!(taken(&pieces[..5], false), Err(26), "what is shorter is keys");
        assert_eq!(taken(&["s"; PASTE], false), Ok("s".repeat(PASTE)));
        assert_eq!(taken(&["s"; PASTE - 1], false), Err(PASTE - 1));
    }

    #[test]
    fn in_a_field_only_several_lines_are() {
        let line = "ringede kl. 7.40 og sagde, at hun";
        assert_eq!(taken(&[line, "\n"], true), Err(line.len() + 1), "the last line's end is a key");
        assert_eq!(taken(&[line, "\n", "kommer", "\n"], true), Ok(format!("{line}\nkommer")));
        assert_eq!(taken(&["et\n", "to\n"], true), Err(6), "too short");
    }

    #[test]
    fn what_is_no_text_makes_it_keys_in_a_field() {
        let mut typed = typed(&[&"s\n".repeat(PASTE)]);
        typed.take(Event::Key(KeyEvent::new(KeyCode::Down, KeyModifiers::NONE)));
        assert_eq!(typed.messages(true).len(), 2 * PASTE + 1);
    }

    #[test]
    fn the_screens_own_paste_and_size_stay_what_they_are() {
        let mut typed = Typed::default();
        typed.take(Event::Paste("s".to_owned()));
        typed.take(Event::Resize(80, 24));
        let messages = typed.messages(false);
        assert!(
            matches!(&messages[..], [Message::Paste(p), Message::Size(80, 24)] if p == "s"),
            "{messages:?}"
        );
    }
}
