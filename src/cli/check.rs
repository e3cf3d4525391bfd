//! `trivsel check`: whether the house is sound.

use super::entry::Entry;
use super::failure::Failure;
use super::output::say;
use super::session::Session;
use crate::words::refusal::contradiction;

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let entry = Entry::open(session)?;
    let words = &session.words;
    let verification = entry.house.verify()?;
    let records = entry.house.records()?;
    let found = records.contradictions();
    if !found.is_empty() {
        return Err(Failure::Said(found.into_iter().map(|c| contradiction(words, c).to_owned()).collect()));
    }
    say(&words.with(
        "cli-sound",
        &[("steps", verification.steps.into()), ("changes", verification.changes.into())],
    ))?;
    say(&words.with(
        "cli-counts",
        &[
            ("staff", words.count("staff", records.staff.len()).into()),
            ("children", words.count("child", records.children.len()).into()),
            ("cases", words.count("case", records.cases.len()).into()),
            ("days", words.count("day", records.days.len()).into()),
            ("talks", words.count("talk", records.talks.len()).into()),
        ],
    ))?;
    say(&words.with("cli-head", &[("head", verification.head.to_string().into())]))
}
