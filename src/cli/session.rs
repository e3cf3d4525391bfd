//! One run of the program: the language, the clock, and the options for house, user and passphrase.

use std::path::PathBuf;

use super::failure::Failure;
use super::options::Options;
use crate::settings::{Settings, SettingsProblem};
use trivsel_tui::clock::Clock;
use trivsel_words::{Lang, Words};

pub(super) struct Session {
    pub words: Words,
    pub clock: Clock,
    pub options: Options,
}

impl Session {
    pub fn new(options: Options) -> Self {
        let lang = lang(options.lang.map(Lang::from));
        Self { words: Words::new(lang), clock: options.today.unwrap_or(Clock::running()), options }
    }

    /// The user's own settings.
    pub fn settings(&self) -> Result<Settings, Failure> {
        read_settings().map_err(|problem| Failure::Other(problem.into()))
    }

    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The folder of the house: the one given, or the user's default; `None` if the system has no folder for data.
    pub fn house(&self) -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        let own =
            || etcetera::choose_base_strategy().ok().map(|s| s.data_dir().join("trivsel").join("house"));
        self.options.house.clone().or_else(own)
    }
}

fn read_settings() -> Result<Settings, SettingsProblem> {
    Settings::place().map_or_else(|| Ok(Settings::default()), |place| Settings::read(&place))
}

/// The requested language, else the one in the settings, else Danish.
pub(super) fn lang(asked: Option<Lang>) -> Lang {
    // A settings file that can't be read stops only the screen, which reports it.
    asked.or_else(|| read_settings().ok().and_then(|s| s.lang())).unwrap_or_default()
}
