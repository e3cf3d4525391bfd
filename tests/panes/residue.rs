//! What a terminal shows after signs that terminals disagree on, and when they are gone.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use trivsel_domain::value::{LongText, PersonName};
use trivsel_tui::draw;
use trivsel_tui::message::Message;

use crate::harness::{Program, Start, house, text_of};

/// A flag, a family of three, a sign turned into a picture, a tone of skin and a key.
const SIGNS: &str = "🇩🇰 👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 👍🏽 1\u{fe0f}\u{20e3} slut";

const WIDTH: NonZeroU16 = NonZeroU16::new(80).unwrap();
const HEIGHT: NonZeroU16 = NonZeroU16::new(24).unwrap();

/// What was sent to a terminal.
#[derive(Clone, Default)]
struct Sent(Rc<RefCell<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The rows of a terminal that was sent these frames, each drawn over the one before.
struct Screen {
    terminal: Terminal<CrosstermBackend<Sent>>,
    sent: Sent,
    shown: vt100::Parser,
}

impl Screen {
    fn new() -> Self {
        let viewport = Viewport::Fixed(Rect::new(0, 0, 80, 24));
        let sent = Sent::default();
        let backend = CrosstermBackend::new(sent.clone());
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
        Self { terminal, sent, shown: vt100::Parser::new(HEIGHT, WIDTH, 0) }
    }

    /// Sends a frame, and compares what the terminal shows with what was drawn.
    fn shows_what_is_drawn(&mut self, program: &mut Program) {
        let model = &program.model;
        let expected = text_of(self.terminal.draw(|frame| draw::draw(frame, model)).unwrap().buffer);
        self.shown.process(&self.sent.0.take());
        let shown: Vec<String> = self.shown.screen().rows(0, 80).map(|r| r.trim_end().to_owned()).collect();
        assert_eq!(shown, expected.lines().collect::<Vec<_>>());
    }
}

#[test]
fn half_a_flag_stays_nowhere() {
    let mut program = Start::default().on(house::changed(|records| {
        records.talks[0].text = LongText::new(&format!("{SIGNS}\n{SIGNS}")).unwrap();
        records.children[0].name = PersonName::new(&format!("Alma {SIGNS}")).unwrap();
    }));
    let mut screen = Screen::new();
    for keys in ["1", "2", "3", "<enter>", "<esc>", "5", "1", "<enter>", "<esc>", "4"] {
        screen.shows_what_is_drawn(program.keys(keys));
    }
}

#[test]
fn half_a_flag_stays_nowhere_in_a_note_that_is_written() {
    let mut program = Program::usual();
    let mut screen = Screen::new();
    program.keys("n<enter>");
    screen.shows_what_is_drawn(&mut program);
    program.send(Message::Paste(format!("{SIGNS} {SIGNS}\n{SIGNS}")));
    assert!(program.shows("DK"), "{}", program.screen());
    screen.shows_what_is_drawn(&mut program);
    // A flag at the end of a line is drawn and deleted.
    for keys in ["<end> ", "🇩🇰", "<backspace>", "<backspace>"] {
        if keys == "🇩🇰" {
            program.send(Message::Paste(keys.to_owned()));
        } else {
            program.keys(keys);
        }
        screen.shows_what_is_drawn(&mut program);
    }
    for keys in ["<enter>", "<backspace>", "<up>", "<left>", "<tab>", "<esc>", "3", "1"] {
        screen.shows_what_is_drawn(program.keys(keys));
    }
}
