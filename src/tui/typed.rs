//! What was typed at once: keys, or text that came as if it were keys, from a terminal that does not say it pastes.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::termios::{QueueSelector, tcflush};

use super::message::Message;

/// So many characters at once are a paste.
const PASTE: usize = 32;
/// So many may be the beginning of one.
const BEGINNING: usize = 8;
/// The rest of a paste comes within this time. Shorter than a held key takes to repeat.
const REST: Duration = Duration::from_millis(20);
/// And after a paste whatever comes within this time belongs to it.
const TAIL: Duration = Duration::from_millis(100);

/// Everything that has been typed.
#[derive(Debug, Default)]
struct Typed {
    messages: Vec<Message>,
    text: String,
}

/// Reads everything that has already been typed. Outside a field a paste stays whole, so that it can be refused;
/// in one only a paste of several lines, since its first line's end would close the field and the rest be commands.
pub fn read(in_field: bool) -> io::Result<Vec<Message>> {
    let mut typed = Typed::default();
    loop {
        typed.take(event::read()?);
        let wait = match typed.text.chars().count() {
            0..BEGINNING => Duration::ZERO,
            BEGINNING..PASTE => REST,
            _ => TAIL,
        };
        if !event::poll(wait)? {
            break;
        }
    }
    if !in_field && typed.is_paste() {
        // crossterm leaves what does not fit its buffer unread until the next key.
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
    }
    Ok(typed.messages(in_field))
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
