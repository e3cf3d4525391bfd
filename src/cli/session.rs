//! One run of the program: the language, the clock, and what was said about house, person and passphrase.

use std::path::PathBuf;

use super::failure::Failure;
use super::options::Options;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::words::{Lang, Words};

pub(super) struct Session {
    pub words: Words,
    pub clock: Clock,
    pub options: Options,
    pub settings: Settings,
}

impl Session {
    /// As the options have it, and where they say nothing the person's own settings.
    pub fn new(options: Options) -> Result<Self, Failure> {
        let settings =
            Settings::place().map_or_else(|| Ok(Settings::default()), |path| Settings::read(&path));
        let settings = settings.map_err(|problem| Failure::Other(problem.into()))?;
        let lang = options.lang.map(Lang::from).or_else(|| settings.lang()).unwrap_or_default();
        let clock = options.today.unwrap_or(Clock::Running);
        Ok(Self { words: Words::new(lang), clock, options, settings })
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
