//! A person's own settings: language, colours, when the screen locks. Never anything about a child.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use trivsel_tui::theme::{Ground, Theme};
use trivsel_words::Lang;

/// The settings file, as it is read and written. Everything in it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `da` or `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<LangName>,
    /// The terminal's background: `dark` or `light`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<GroundName>,
    /// After how many minutes without a key the screen locks, 1 to 240; 10 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_minutes: Option<u64>,
}

/// A language as the file names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LangName {
    /// Danish.
    Da,
    /// English.
    En,
}

/// A background as the file names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroundName {
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
}

/// Why a settings file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsProblem {
    /// It can't be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// It says something it can't say.
    #[error("{path}: {why}")]
    Content {
        /// Which file.
        path: PathBuf,
        /// What is wrong, and on which line.
        why: String,
    },
}

impl Settings {
    /// The file's usual place; nothing where the system names none.
    #[must_use]
    pub fn place() -> Option<PathBuf> {
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(strategy.config_dir().join("trivsel").join("settings.toml"))
    }

    /// Reads the file; a missing one says nothing.
    ///
    /// # Errors
    /// [`SettingsProblem`] when it can't be read or holds something else than settings.
    pub fn read(path: &Path) -> Result<Self, SettingsProblem> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(why) => return Err(SettingsProblem::File { path: path.to_owned(), why }),
        };
        let content = |why: String| SettingsProblem::Content { path: path.to_owned(), why };
        let settings: Self = toml::from_str(&text).map_err(|why| content(why.to_string()))?;
        match settings.lock_minutes {
            Some(n) if !(1..=240).contains(&n) => Err(content(format!("lock_minutes = {n}: 1 to 240"))),
            _ => Ok(settings),
        }
    }

    /// Writes the file, and its folder where it is missing.
    ///
    /// # Errors
    /// [`SettingsProblem::File`] when it can't be written.
    pub fn write(&self, path: &Path) -> Result<(), SettingsProblem> {
        let file = |why| SettingsProblem::File { path: path.to_owned(), why };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(file)?;
        }
        let text = toml::to_string(self).map_err(|why| file(io::Error::other(why)))?;
        fs::write(path, text).map_err(file)
    }

    /// The language, where one is set.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        self.lang.map(|l| match l {
            LangName::Da => Lang::Da,
            LangName::En => Lang::En,
        })
    }

    /// The colours; `NO_COLOR` with anything in it leaves only modifiers.
    #[must_use]
    pub fn theme(&self, no_color: bool) -> Theme {
        match (no_color, self.ground) {
            (true, _) => Theme::colourless(),
            (false, Some(GroundName::Light)) => Theme::coloured(Ground::Light),
            (false, _) => Theme::coloured(Ground::Dark),
        }
    }

    /// After how long without a key the screen locks.
    #[must_use]
    pub fn lock_after(&self) -> Duration {
        Duration::from_secs(60 * self.lock_minutes.unwrap_or(10))
    }
}
