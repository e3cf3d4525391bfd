//! The options that every command accepts.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, ValueEnum};

use trivsel_tui::clock::Clock;
use trivsel_words::{Lang, Words};

use super::failure::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    Da,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Da => Self::Da,
            Language::En => Self::En,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Options {
    #[arg(long, global = true, env = "TRIVSEL_HOUSE", value_name = "DIR")]
    pub house: Option<PathBuf>,
    #[arg(long = "as", global = true, value_name = "INITIALS")]
    pub who: Option<String>,
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_fd")]
    pub passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "N")]
    pub passphrase_fd: Option<u32>,
    #[arg(long, global = true, env = "TRIVSEL_LANG", ignore_case = true)]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "DATE[THH:MM]", value_parser = clock)]
    pub today: Option<Clock>,
}

fn clock(text: &str) -> Result<Clock, &'static str> {
    let date = || text.parse::<NaiveDate>().ok().map(Clock::on_date);
    let moment = || NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok().map(Clock::at);
    date().or_else(moment).ok_or("a date such as 2026-11-25, or a moment such as 2026-11-25T08:15")
}

/// The days that a calendar command is about.
#[derive(Debug, Default, Args, PartialEq)]
pub(super) struct Period {
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<NaiveDate>,
}

impl Period {
    /// The days that were given.
    pub(super) fn given(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.from, self.to)
    }

    /// The first and the last day, with the usual ones for those that are not given.
    ///
    /// # Errors
    /// `Usage` if the last day comes before the first.
    pub(super) fn or(
        &self,
        (first, last): (NaiveDate, NaiveDate),
        words: &Words,
    ) -> Result<(NaiveDate, NaiveDate), Failure> {
        let (from, to) = (self.from.unwrap_or(first), self.to.unwrap_or(last));
        if from > to {
            return Err(Failure::Usage(words.get("cli-range-backward").to_owned()));
        }
        Ok((from, to))
    }
}

/// Parses a date as every command takes it.
pub(super) fn date(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().map_err(|_| "a date such as 2026-11-25")
}
