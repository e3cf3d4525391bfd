//! The harness for screen tests: a house in memory, keys in, screen out. No file, clock or terminal.

pub mod awkward;
pub mod house;
pub mod keys;
pub mod template;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use crossterm::event::KeyEvent;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use trivsel_domain::record::{Child, Staff};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::CaseId;
use trivsel_store::House;
use trivsel_tui::clock::Clock;
use trivsel_tui::door::{Curtain, Door};
use trivsel_tui::message::{Message, Press};
use trivsel_tui::model::Model;
use trivsel_tui::perform::{Flow, Performer};
use trivsel_tui::theme::{Ground, Theme};
use trivsel_tui::{draw, update};
use trivsel_words::{Lang, Words};

/// Wednesday of week 48, at a quarter past eight, when a teacher takes the register.
pub fn morning() -> NaiveDateTime {
    date(2026, 11, 25).and_hms_opt(8, 55, 0).unwrap()
}

/// A date that exists.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A program and its screen.
pub struct Program {
    pub model: Model,
    pub performer: Performer,
    screen: Terminal<TestBackend>,
    /// When the last key was pressed.
    pub time: Instant,
    pub ended: bool,
    /// Whether the terminal was to be lent to an editor.
    pub lent: bool,
}

/// The options a program starts with.
pub struct Start {
    pub size: (u16, u16),
    pub lang: Lang,
    pub theme: Theme,
    pub now: NaiveDateTime,
    /// Where the time comes from, if the machine's clock is to say something else than `now`.
    pub clock: Option<Clock>,
    /// Whether it opens on I dag, as the program does, or on the caseload.
    pub on_today: bool,
    /// The way back after a lock; else the house stays open, and `right` unlocks.
    pub door: Option<Box<dyn Door>>,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            size: (80, 24),
            lang: Lang::Da,
            theme: Theme::coloured(Ground::Dark),
            now: morning(),
            clock: None,
            on_today: false,
            door: None,
        }
    }
}

impl Start {
    /// Sets the size of the screen.
    pub fn sized(width: u16, height: u16) -> Self {
        Self { size: (width, height), ..Self::default() }
    }

    /// Opens the program on a house as its first member of staff.
    pub fn on(self, house: House) -> Program {
        let me = house.staff().unwrap().remove(0);
        self.on_as(house, me)
    }

    /// Opens the program on a house as the given member of staff.
    pub fn on_as(self, house: House, me: Staff) -> Program {
        let words = Arc::new(Words::new(self.lang));
        let mut model = Model::new(words, self.theme, me, self.now);
        model.size = self.size;
        model.writable = house.is_writable();
        model.agenda.shown = self.on_today;
        let clock = self.clock.unwrap_or(Clock::at(self.now).agreeing());
        let is_right = |typed: &secrecy::SecretString| secrecy::ExposeSecret::expose_secret(typed) == "right";
        model.moment = clock.moment();
        let door = self.door.unwrap_or_else(|| Box::new(Curtain::new(is_right)));
        let mut performer = Performer::new(house, clock, door);
        let first = update::start(&model);
        performer.settle(&mut model, first);
        let screen = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        Program { model, performer, screen, time: Instant::now(), ended: false, lent: false }
    }
}

impl Program {
    /// Opens the program on the usual sixteen children, at 80x24.
    pub fn usual() -> Self {
        Start::default().on(house::of(&house::SIXTEEN))
    }

    /// Presses keys: characters as they are, others in angle brackets (`<enter>`, `<ctrl-z>`, `<lt>` for `<`).
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys::parse(keys) {
            self.press(key);
        }
        self
    }

    /// Presses a key a second after the screen was drawn.
    pub fn press(&mut self, key: KeyEvent) -> &mut Self {
        self.time += Duration::from_secs(1);
        self.send(Message::Key(Press { key, at: Some(self.time) }));
        self.send(Message::Drawn(self.time))
    }

    pub fn send(&mut self, message: Message) -> &mut Self {
        match self.performer.settle_message(&mut self.model, message) {
            Flow::Continue => {}
            Flow::Quit => self.ended = true,
            Flow::Edit(_) => self.lent = true,
        }
        // Work that takes long begins when the screen has said so.
        if self.performer.waits_for_frame() {
            self.performer.shown();
            self.performer.try_again(&mut self.model, self.time);
        }
        self
    }

    /// Tries again what waits for another writer, so much later, as the loop does.
    pub fn tries_again(&mut self, later: Duration) -> &mut Self {
        self.time += later;
        self.performer.try_again(&mut self.model, self.time);
        self
    }

    /// Checks the house for changes, as the loop does when nobody types.
    pub fn idle(&mut self) -> &mut Self {
        for message in self.performer.look_around(&self.model) {
            self.send(message);
        }
        self
    }

    /// Draws so much later, or looks at what is drawn, as the loop does.
    pub fn stands(&mut self, later: Duration) -> &mut Self {
        self.time += later;
        self.performer.watch(&mut self.model, self.time);
        self
    }

    /// Gives the window another size.
    pub fn resized(&mut self, width: u16, height: u16) -> &mut Self {
        self.screen = Terminal::new(TestBackend::new(width, height)).unwrap();
        self.model.size = (width, height);
        self
    }

    /// The screen as text, one line per row, without trailing blanks.
    pub fn screen(&mut self) -> String {
        let model = &self.model;
        // The backend keeps what was under the second half of a wide sign.
        let buffer = self.screen.draw(|frame| draw::draw(frame, model)).unwrap().buffer;
        text_of(buffer)
    }

    /// The line of the screen that contains a text.
    pub fn line(&mut self, text: &str) -> String {
        let screen = self.screen();
        let found = screen.lines().find(|l| l.contains(text)).map(str::to_owned);
        found.unwrap_or_else(|| panic!("no line with {text:?} on\n{screen}"))
    }

    /// Whether a text is on the screen.
    pub fn shows(&mut self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// The foreground colour of the first character of a text on the screen.
    pub fn colour_of(&mut self, text: &str) -> ratatui::style::Color {
        let screen = self.screen();
        let found = screen.lines().zip(0..).find_map(|(line, y)| {
            let before = line.split_once(text)?.0;
            Some((u16::try_from(trivsel_words::text::columns(before)).unwrap(), y))
        });
        let (x, y) = found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        self.screen.backend().buffer()[(x, y)].fg
    }

    /// The lines drawn in reverse video, as the cursor's line is.
    pub fn turned_over(&mut self) -> Vec<String> {
        let screen = self.screen();
        let buffer = self.screen.backend().buffer();
        let turned =
            |y: u16| (0..buffer.area.width).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
        screen.lines().zip(0..).filter(|(_, y)| turned(*y)).map(|(l, _)| l.to_owned()).collect()
    }

    /// The text drawn with a modifier, joined.
    pub fn with_modifier(&mut self, modifier: Modifier) -> String {
        self.screen();
        let cells = &self.screen.backend().buffer().content;
        cells.iter().filter(|c| c.modifier.contains(modifier)).map(ratatui::buffer::Cell::symbol).collect()
    }

    /// Whether any cell has a foreground colour.
    pub fn has_colour(&mut self) -> bool {
        self.screen();
        let cells = &self.screen.backend().buffer().content;
        cells.iter().any(|c| c.fg != ratatui::style::Color::Reset || c.bg != ratatui::style::Color::Reset)
    }

    /// Whether any cell has a background colour.
    pub fn has_ground(&mut self) -> bool {
        self.screen();
        self.screen.backend().buffer().content.iter().any(|c| c.bg != ratatui::style::Color::Reset)
    }

    /// All records of a case.
    pub fn dossier(&mut self, case: CaseId) -> Dossier {
        self.performer.house().dossier(case).unwrap().unwrap()
    }

    /// The marks of a child on a date, as the codes of its halves.
    pub fn on_record(&mut self, name: &str, on: NaiveDate) -> Option<String> {
        let house = self.performer.house();
        let child: Child = house.children().unwrap().into_iter().find(|c| c.name.as_str() == name).unwrap();
        let case = house.cases().unwrap().into_iter().find(|c| c.child == child.id).unwrap();
        let day = house.day(case.id, on).unwrap()?;
        let code = |mark: Option<trivsel_domain::value::Mark>| {
            mark.map_or("·".to_owned(), |m| trivsel_domain::value::Coded::code(m.kind()).to_owned())
        };
        Some(format!("{}/{}", code(day.first), code(day.second)))
    }
}

/// A drawn screen as text, one line per row, without trailing blanks.
pub fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(symbol);
            skip = trivsel_words::text::columns(symbol).saturating_sub(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
