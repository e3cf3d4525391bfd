//! A user's own settings: language, colours, the lines of charts, and when the screen locks. They hold nothing about a child.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use trivsel_tui::theme::{Ground, Pen, Theme};
use trivsel_words::Lang;

/// The settings file. Every key is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<LangName>,
    /// The background of the terminal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<GroundName>,
    /// What the lines of charts are drawn with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<LinesName>,
    /// Minutes without a key before the screen locks, 1 to 240; the default is 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_minutes: Option<u64>,
}

/// A language, as spelled in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LangName {
    Da,
    En,
}

/// A background, as spelled in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroundName {
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
}

/// What lines are drawn with, as spelled in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinesName {
    /// Half blocks.
    Blocks,
    /// Dots of Braille.
    Braille,
}

/// Why a settings file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsProblem {
    /// The file can't be read or written.
    #[error("{path}: {why}")]
    File {
        path: PathBuf,
        /// The system's error.
        why: io::Error,
    },
    /// The file has invalid content.
    #[error("{path}: {why}")]
    Content {
        path: PathBuf,
        /// The error, with its line.
        why: String,
    },
}

/// The folder of a user's own files; `None` if the system has no folder for configuration.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("trivsel"))
}

impl Settings {
    /// The default path of the file; `None` if the system has no folder for configuration.
    #[must_use]
    pub fn place() -> Option<PathBuf> {
        Some(folder()?.join("settings.toml"))
    }

    /// Reads the file; a missing file gives the defaults.
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

    /// Writes the file, and creates its folder if needed.
    pub fn write(&self, path: &Path) -> Result<(), SettingsProblem> {
        let file = |why| SettingsProblem::File { path: path.to_owned(), why };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(file)?;
        }
        let text = toml::to_string(self).map_err(|why| file(io::Error::other(why)))?;
        fs::write(path, text).map_err(file)
    }

    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        self.lang.map(|l| match l {
            LangName::Da => Lang::Da,
            LangName::En => Lang::En,
        })
    }

    /// The colours, where a non-empty `NO_COLOR` leaves only modifiers, and the lines of charts.
    #[must_use]
    pub fn theme(&self, no_color: bool) -> Theme {
        let theme = match (no_color, self.ground) {
            (true, _) => Theme::colourless(),
            (false, Some(GroundName::Light)) => Theme::coloured(Ground::Light),
            (false, _) => Theme::coloured(Ground::Dark),
        };
        let pen = match self.lines {
            Some(LinesName::Braille) => Pen::Braille,
            Some(LinesName::Blocks) | None => Pen::Blocks,
        };
        Theme { pen, ..theme }
    }

    /// How long without a key before the screen locks.
    #[must_use]
    pub fn lock_after(&self) -> Duration {
        Duration::from_secs(60 * self.lock_minutes.unwrap_or(10))
    }
}
