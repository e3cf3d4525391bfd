//! The input thread: it reads the terminal and tells keys from text pasted in a terminal that does not say so.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use super::Event;
use crate::keys::Context;
use crate::message::Message;

/// So many characters are a paste, also in several reads.
const PASTE: usize = 32;
/// So many within one read are one too, or the beginning of one. Nobody types three keys that fast. Two are keys: a
/// child's letter and its mark, which a slow line delivers together. Each can be undone, and no question is answered by
/// keys that came together.
const BEGINNING: usize = 3;
/// The rest of a paste comes within this time. A held key takes longer to repeat.
const REST: Duration = Duration::from_millis(20);
/// What comes within this time after a paste belongs to it.
const TAIL: Duration = Duration::from_millis(100);

/// A look that does not wait.
const NO_TIME: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// How a line feed comes from a terminal.
const LINE_FEED: KeyEvent = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL);

/// Starts the input thread. It reads only while it holds `reading`, so who lends the terminal to another program holds
/// that meanwhile.
pub(super) fn start(reading: Arc<Mutex<()>>, events: Sender<Event>) {
    thread::spawn(move || {
        // The hang-up is reported elsewhere; crossterm would read a terminal that has hung up for ever.
        while let Some(PollFlags::IN) = readiness(None) {
            let turn = reading.lock().unwrap_or_else(PoisonError::into_inner);
            let event = match Typed::read() {
                Ok(typed) if typed.messages.is_empty() => continue,
                Ok(typed) => Event::Typed(typed),
                Err(error) => Event::InputFailed(error),
            };
            let failed = matches!(event, Event::InputFailed(_));
            // Sent before the turn is over: to the one who has the turn next, all that was read is in the channel.
            if events.send(event).is_err() || failed {
                return;
            }
            drop(turn);
        }
    });
}

/// Whether something was typed that is not read yet.
pub(super) fn is_unread() -> bool {
    readiness(Some(&NO_TIME)) == Some(PollFlags::IN)
}

/// What the terminal is ready for within a time, or ever: `IN`, more where it has hung up, or nothing.
fn readiness(timeout: Option<&Timespec>) -> Option<PollFlags> {
    let input = io::stdin();
    let mut watched = [PollFd::new(&input, PollFlags::IN)];
    loop {
        match rustix::event::poll(&mut watched, timeout) {
            Ok(_) => return Some(watched[0].revents()),
            Err(Errno::INTR) => {}
            Err(_) => return None,
        }
    }
}

/// Whether more is left in the terminal than crossterm's buffer took. It is told of input once, and would leave the
/// rest until more comes; setting the terminal's modes as they are tells it again.
fn more_is_left() -> io::Result<bool> {
    if !is_unread() {
        return Ok(false);
    }
    let input = io::stdin();
    let told = tcgetattr(&input).and_then(|modes| tcsetattr(&input, OptionalActions::Now, &modes));
    if told.is_ok() { event::poll(Duration::ZERO) } else { Ok(false) }
}

/// Keys, pastes and their text, as they came.
#[derive(Debug, Default)]
pub(super) struct Typed {
    messages: Vec<Message>,
    text: String,
    /// Whether several different characters came in one read.
    several: bool,
    /// When it was read.
    at: Option<Instant>,
}

impl Typed {
    /// Reads everything that is typed already, and the rest of what looks like a paste.
    fn read() -> io::Result<Self> {
        let mut typed = Self { at: Some(Instant::now()), ..Self::default() };
        loop {
            let wait = match typed.text.chars().take(PASTE).count() {
                0..BEGINNING => Duration::ZERO,
                BEGINNING..PASTE => REST,
                _ => TAIL,
            };
            if !event::poll(wait)? && !more_is_left()? {
                return Ok(typed.whole());
            }
            typed.take(event::read()?);
        }
    }

    fn take(&mut self, event: event::Event) {
        match event {
            // A Windows line end, pasted as keys, is one line end.
            event::Event::Key(key) if key == LINE_FEED && self.ends_in_enter() => {}
            event::Event::Key(key) if key.kind != KeyEventKind::Release => {
                self.text.extend(as_text(key));
                self.messages.push(Message::Key(key.into()));
            }
            event::Event::Paste(pasted) => self.messages.push(Message::Paste(pasted)),
            // The signal thread tells the size.
            _ => {}
        }
    }

    /// Judges what came in one read. A key that is held down gathers while a line stalls.
    fn whole(mut self) -> Self {
        let held = self.text.chars().all(|c| self.text.starts_with(c));
        self.several = !held && self.text.chars().count() >= BEGINNING;
        self
    }

    /// Adds what was typed after it.
    pub(super) fn append(&mut self, mut later: Self) {
        self.messages.append(&mut later.messages);
        self.text.push_str(&later.text);
        self.several |= later.several;
    }

    /// Whether it was read before a moment.
    pub(super) fn is_before(&self, moment: Instant) -> bool {
        self.at.is_some_and(|at| at < moment)
    }

    /// How many keys and pastes it is.
    pub(super) fn count(&self) -> usize {
        self.messages.len()
    }

    fn ends_in_enter(&self) -> bool {
        matches!(self.messages.last(), Some(Message::Key(key)) if key.key.code == KeyCode::Enter)
    }

    fn is_paste(&self) -> bool {
        self.text.chars().count() >= PASTE
    }

    /// Turns it into messages. Outside a field a paste stays whole, so that it can be refused, even a short one; in a field only a paste of
    /// several lines does, since the end of its first line would close the field and the rest be commands.
    pub(super) fn messages(mut self, context: Context) -> Vec<Message> {
        if let ([Message::Key(press)], Some(at)) = (&mut self.messages[..], self.at) {
            press.at = Some(at);
        }
        let lines = self.text.trim_end_matches('\n').contains('\n');
        let only_text = self.text.chars().count() == self.messages.len();
        let is_paste = if context.takes_text() {
            self.is_paste() && lines && only_text
        } else {
            self.is_paste() || (only_text && self.several)
        };
        if is_paste {
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
    //! What comes in pieces, and what it is taken for.

    use crossterm::event::Event;

    use super::{Context, KeyCode, KeyEvent, KeyModifiers, LINE_FEED, Message, PASTE, Typed};

    fn typed(pieces: &[&str]) -> Typed {
        let mut typed = Typed::default();
        for piece in pieces {
            for c in piece.chars() {
                let code = match c {
                    '\r' => KeyCode::Enter,
                    '\t' => KeyCode::Tab,
                    c => KeyCode::Char(c),
                };
                let key = if c == '\n' { LINE_FEED } else { KeyEvent::new(code, KeyModifiers::NONE) };
                typed.take(Event::Key(key));
            }
            typed.take(Event::FocusGained);
        }
        typed.whole()
    }

    /// The one paste it is, or how many keys.
    fn taken(pieces: &[&str], context: Context) -> Result<String, usize> {
        let messages = typed(pieces).messages(context);
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
        assert_eq!(taken(&pieces, Context::Attendance), Ok(pieces.concat()));
        assert_eq!(taken(&["s"; PASTE], Context::Attendance), Ok("s".repeat(PASTE)));
        assert_eq!(taken(&["s"; PASTE - 1], Context::Attendance), Err(PASTE - 1), "a held key");
    }

    #[test]
    fn a_short_text_at_once_is_a_paste_also_when_each_letter_is_a_key() {
        for paste in ["Stus er syg", "syg", "stus", "CsDuKtNl", "5r\n", "t s", "stu\n", "tsultsult"] {
            assert!(taken(&[paste], Context::Attendance).is_ok(), "{paste}");
            assert!(taken(&[paste], Context::Sheet).is_ok(), "{paste}");
            assert_eq!(taken(&[paste], Context::Form), Err(paste.chars().count()), "{paste}");
        }
        for keys in ["5r", "Cs", "ttt", "tttttttttttt", "\n\n\n"] {
            assert_eq!(taken(&[keys], Context::Attendance), Err(keys.chars().count()), "{keys}");
        }
    }

    #[test]
    fn keys_that_came_together_answer_no_question() {
        let answer = Event::Key(KeyEvent::new(KeyCode::Char('o'), KeyModifiers::CONTROL));
        for (before, answers) in [("", true), ("s", false), ("\r", false)] {
            let mut typed = typed(&[before]);
            typed.at = Some(std::time::Instant::now());
            typed.take(answer.clone());
            let messages = typed.messages(Context::Ask);
            let timed = |m: &Message| matches!(m, Message::Key(press) if press.at.is_some());
            assert_eq!(messages.iter().any(timed), answers, "{before:?}");
        }
    }

    #[test]
    fn keys_of_several_reads_are_keys() {
        let mut keys = typed(&["C"]);
        ["s", "Du", "K", "t"].into_iter().for_each(|one| keys.append(typed(&[one])));
        assert_eq!(keys.messages(Context::Attendance).len(), 6);
        let mut keys = typed(&["C"]);
        keys.append(typed(&["stus"]));
        assert!(matches!(&keys.messages(Context::Attendance)[..], [Message::Paste(_)]));
    }

    #[test]
    fn in_a_field_only_several_lines_are() {
        let line = "ringede kl. 7.40 og sagde, at hun";
        assert_eq!(taken(&[line, "\n"], Context::Note), Err(line.len() + 1), "the last line's end is a key");
        assert_eq!(taken(&[line, "\n", "kommer", "\n"], Context::Note), Ok(format!("{line}\nkommer")));
        assert_eq!(taken(&["et\n", "to\n"], Context::Note), Err(6), "too short");
    }

    #[test]
    fn every_line_end_is_one() {
        let line = "ringede kl. 7.40 og sagde, at hun";
        for end in ["\r", "\n", "\r\n"] {
            let pasted = format!("{line}{end}{end}kommer{end}");
            assert_eq!(taken(&[&pasted], Context::Note), Ok(format!("{line}\n\nkommer")), "{end:?}");
            assert_eq!(taken(&[&format!("et{end}to")], Context::Note), Err(5), "{end:?}");
        }
    }

    #[test]
    fn what_is_no_text_makes_it_keys_in_a_field() {
        let mut typed = typed(&[&"s\n".repeat(PASTE)]);
        typed.take(Event::Key(KeyEvent::new(KeyCode::Down, KeyModifiers::NONE)));
        assert_eq!(typed.messages(Context::Note).len(), 2 * PASTE + 1);
    }

    #[test]
    fn what_comes_while_a_step_is_worked_is_taken_together() {
        let mut first = typed(&["stustustu"]);
        first.append(typed(&["stustustustustustustustustu"]));
        assert!(
            matches!(&first.messages(Context::Attendance)[..], [Message::Paste(text)] if *text == "stu".repeat(12))
        );
    }

    #[test]
    fn the_terminals_own_paste_stays_what_it_is() {
        let mut typed = Typed::default();
        typed.take(Event::Paste("s".to_owned()));
        let messages = typed.messages(Context::Attendance);
        assert!(matches!(&messages[..], [Message::Paste(p)] if p == "s"), "{messages:?}");
    }
}
