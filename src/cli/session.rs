//! One run of the program: the language, the clock, and what was said about house, person and passphrase.

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
        Self { words: Words::new(lang), clock: options.today.unwrap_or(Clock::Running), options }
    }

    /// The person's own settings.
    pub fn settings(&self) -> Result<Settings, Failure> {
        read_settings().map_err(|problem| Failure::Other(problem.into()))
    }

    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The folder of the house: named, or the person's own; nothing where the system names no place for data.
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

/// The language that was asked for, else the settings', else Danish.
pub(super) fn lang(asked: Option<Lang>) -> Lang {
    // A settings file that can't be read stops the screen, with words, and nothing else.
    asked.or_else(|| read_settings().ok().and_then(|s| s.lang())).unwrap_or_default()
}
