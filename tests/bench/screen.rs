//! The program with a screen that discards its output.

use std::fs::File;
use std::io::LineWriter;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use trivsel_store::House;
use trivsel_tui::clock::Clock;
use trivsel_tui::door::Curtain;
use trivsel_tui::message::Message;
use trivsel_tui::model::Model;
use trivsel_tui::perform::Performer;
use trivsel_tui::theme::{Ground, Theme};
use trivsel_tui::{draw, update};
use trivsel_words::Words;

use crate::data;

/// Buffered like standard output. Writes never block, so only the program's own time counts.
pub type Swallowing = Terminal<CrosstermBackend<LineWriter<File>>>;

/// A screen of this size.
pub fn swallowing((width, height): (u16, u16)) -> Swallowing {
    let sink = LineWriter::new(File::options().write(true).open("/dev/null").unwrap());
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(CrosstermBackend::new(sink), TerminalOptions { viewport }).unwrap()
}

/// A program and its screen.
pub struct Program {
    pub model: Model,
    /// Carries out its effects.
    pub performer: Performer,
    screen: Swallowing,
}

impl Program {
    /// Starts on a house and draws the first frame.
    pub fn start(house: House, words: &Arc<Words>, size: (u16, u16)) -> Self {
        let theme = Theme::coloured(Ground::Dark);
        let mut model = Model::new(Arc::clone(words), theme, data::me(), data::now());
        model.writable = house.is_writable();
        let mut performer = Performer::new(
            house,
            Clock::on_date(data::now().date()).agreeing(),
            Box::new(Curtain::new(|_: &secrecy::SecretString| true)),
        );
        let first = update::start(&model);
        performer.settle(&mut model, first);
        let mut program = Self { model, performer, screen: swallowing(size) };
        program.draw();
        program
    }

    pub fn draw(&mut self) {
        let model = &self.model;
        self.screen.draw(|frame| draw::draw(frame, model)).unwrap();
    }

    /// Presses a key and carries out its effects.
    pub fn press(&mut self, code: KeyCode) {
        self.performer.settle_message(&mut self.model, key(code));
    }
}

/// A key press.
pub fn key(code: KeyCode) -> Message {
    Message::Key(KeyEvent::new(code, KeyModifiers::NONE).into())
}
