//! `trivsel import profiles`: the answers about lists that are remembered, one file each beside the settings.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use trivsel_domain::record::Child;
use trivsel_interchange::{NamedProfile, Profile, list_word};
use trivsel_words::text::clean_line;

use super::super::failure::Failure;
use super::super::output::{FileDeed, file_failure, say, say_text, shown, write_private};
use super::super::session::Session;
use crate::settings;

/// The longest name of a profile, in characters.
const LONGEST: usize = 40;

#[derive(Debug, Args)]
pub(in crate::cli) struct Profiles {
    #[arg(long, value_name = "NAME")]
    forget: Option<String>,
}

pub(super) fn run(session: &Session, args: &Profiles) -> Result<(), Failure> {
    if let Some(name) = &args.forget {
        // The file is not read, so that one that can't be read can be forgotten.
        let (name, path) = file_of(session, name)?;
        fs::remove_file(&path)
            .map_err(|error| file_failure(&session.words, FileDeed::Write, &path, &error))?;
        return say(&session.words.with("cli-profile-forgotten", &[("name", name.into())]));
    }
    let all = all(session)?;
    if all.is_empty() {
        return say(session.words.get("cli-no-profiles"));
    }
    for NamedProfile { name, profile } in all {
        let list = list_word(&session.words, profile.list);
        say(&format!("{name}  {list}: {}", profile.headings.join(", ")))?;
    }
    Ok(())
}

/// Every profile, by name.
pub(super) fn all(session: &Session) -> Result<Vec<NamedProfile>, Failure> {
    files(session)?.into_iter().map(|(name, path)| read(session, name, &path)).collect()
}

/// The names and files of the profiles, by name.
fn files(session: &Session) -> Result<Vec<(String, PathBuf)>, Failure> {
    let Some(folder) = folder() else { return Ok(Vec::new()) };
    let failed = |error: std::io::Error| file_failure(&session.words, FileDeed::Read, &folder, &error);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut all = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).and_then(profile_name);
        let kind = path.extension().is_some_and(|kind| kind == "toml");
        all.extend(name.filter(|_| kind).map(|name| (name, path)));
    }
    all.sort();
    Ok(all)
}

fn read(session: &Session, name: String, path: &Path) -> Result<NamedProfile, Failure> {
    let text = fs::read_to_string(path)
        .map_err(|error| file_failure(&session.words, FileDeed::Read, path, &error))?;
    let profile: Profile = toml::from_str(&text).map_err(|error| {
        let args = [("path", shown(path).into()), ("why", error.message().to_owned().into())];
        Failure::said(session.words.with("cli-bad-profile", &args))
    })?;
    Ok(NamedProfile { name, profile })
}

/// The profile of this name.
pub(super) fn named(session: &Session, name: &str) -> Result<NamedProfile, Failure> {
    let (name, path) = file_of(session, name)?;
    read(session, name, &path)
}

/// Whether there is a profile of this name, however it is spelled.
pub(super) fn is_known(session: &Session, name: &str) -> Result<bool, Failure> {
    let name = name.to_lowercase();
    Ok(files(session)?.iter().any(|(known, _)| known.to_lowercase() == name))
}

/// The name as its file spells it, and the file.
fn file_of(session: &Session, name: &str) -> Result<(String, PathBuf), Failure> {
    let files = files(session)?;
    let known: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let args = [("name", clean_line(name).into()), ("names", known.join(", ").into())];
    let id = if known.is_empty() { "cli-no-such-profile-none" } else { "cli-no-such-profile" };
    let unknown = Failure::said(session.words.with(id, &args));
    let wanted = clean_line(name).trim().to_lowercase();
    files.into_iter().find(|(name, _)| name.to_lowercase() == wanted).ok_or(unknown)
}

/// Remembers answers under a name. What could name one of these children is left out.
pub(super) fn remember(
    session: &Session,
    name: &str,
    mut profile: Profile,
    children: &[Child],
) -> Result<(), Failure> {
    profile.forget_names(children);
    let path = path(session, name)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| file_failure(&session.words, FileDeed::Write, folder, &error))?;
    }
    let text = toml::to_string(&profile).map_err(anyhow::Error::from)?;
    write_private(&session.words, &path, text, true)?;
    say_text(&session.words.with("cli-profile-remembered", &[("name", name.into())]))
}

/// A name that a file can have: letters, digits, spaces, `-` and `_`.
pub(super) fn profile_name(text: &str) -> Option<String> {
    let name = clean_line(text).trim().to_owned();
    let sound = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    (!name.is_empty() && name.chars().count() <= LONGEST && name.chars().all(sound)).then_some(name)
}

fn folder() -> Option<PathBuf> {
    settings::folder().map(|folder| folder.join("imports"))
}

fn path(session: &Session, name: &str) -> Result<PathBuf, Failure> {
    let folder = folder().ok_or_else(|| Failure::said(session.words.get("cli-no-profile-place")))?;
    Ok(folder.join(format!("{name}.toml")))
}
