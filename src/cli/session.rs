//! One run of the program: the language, the clock, and what was said about house, person and passphrase.

use std::path::PathBuf;

use super::options::Options;
use crate::clock::Clock;
use crate::words::{Lang, Words};

pub(super) struct Session {
    pub words: Words,
    pub clock: Clock,
    pub options: Options,
}

impl Session {
    pub fn new(options: Options) -> Self {
        let words = Words::new(options.lang.into());
        Self { words, clock: options.today.unwrap_or(Clock::Running), options }
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
