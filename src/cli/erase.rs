//! `trivsel erase`: erases children whose years have passed, counts what would go, and tells what was erased.

use std::io::{IsTerminal, stdin};
use std::path::PathBuf;

use clap::Args;
use trivsel_domain::decide::{Action, Denied, only_leaders};
use trivsel_domain::value::{ChildId, Coded, ErasureId};
use trivsel_store::{Erasing, KnownBackup, mint};
use trivsel_words::text::clean_line;
use trivsel_words::{dates, talk};

use super::failure::Failure;
use super::open_house::{OpenHouse, line};
use super::output::{say, say_text};
use super::report::child;
use super::session::Session;
use super::staff::rekey;
use super::welcome::ask;
use trivsel_words::backup::told;

#[derive(Debug, Args)]
pub(super) struct Erase {
    child: Option<String>,
    #[arg(long, conflicts_with = "child")]
    due: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long)]
    yes: bool,
    #[arg(long, conflicts_with_all = ["child", "due", "dry_run", "reason"])]
    log: bool,
}

pub(super) fn run(session: &Session, args: &Erase) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    only_leaders(&open.house.staff()?, open.staff.id, session.clock.today()).map_err(Failure::Refused)?;
    if args.log {
        return log(session, &open);
    }
    let children = match &args.child {
        Some(name) => {
            vec![child::child(session, &open.house, &open.house.children()?, &clean_line(name))?.id]
        }
        None => {
            let past = open.house.past_retention(session.clock.today())?;
            past.into_iter().map(|(_, child)| child).collect()
        }
    };
    if children.is_empty() {
        return say(session.words.get("cli-erase-nothing-due"));
    }
    let reason = args.reason.as_deref().map(|text| line(session, text)).transpose()?;
    count(session, &open, &children)?;
    // Without a child, without `--due`, it only tells.
    if args.dry_run || (args.child.is_none() && !args.due) {
        return allowed(session, &mut open, &children);
    }
    allowed(session, &mut open, &children)?;
    let reason =
        reason.ok_or_else(|| Failure::Usage(session.words.get("cli-erase-needs-reason").to_owned()))?;
    confirm(session, args)?;
    let asker = open.asker(session);
    let erasing = rekey::alone(session, &mut open, |house| house.erase(asker, &children, &reason))?;
    say(&session.words.with("cli-erased", &[("count", records(&erasing).into())]))?;
    still_in_backups(session, &open)
}

/// Names the children and counts what would go.
fn count(session: &Session, open: &OpenHouse, children: &[ChildId]) -> Result<(), Failure> {
    let words = &session.words;
    for child in children {
        if let Some(child) = open.house.child(*child)? {
            say(child.name.as_str())?;
        }
    }
    let erasing = open.house.would_erase(children)?;
    say(words.get("cli-would-erase"))?;
    for (kind, number) in &erasing.records {
        say(&format!("{number:>7}  {}", words.code("record", kind.code())))?;
    }
    for (id, number) in [
        ("cli-erase-drafts", erasing.drafts),
        ("cli-erase-changes", erasing.changes),
        ("cli-erase-searches", erasing.searches),
    ] {
        if number > 0 {
            say(&format!("{number:>7}  {}", words.get(id)))?;
        }
    }
    still_in_backups(session, open)
}

fn records(erasing: &Erasing) -> usize {
    erasing.records.values().sum()
}

/// Says whether the rules allow it, with every reason against it.
fn allowed(session: &Session, open: &mut OpenHouse, children: &[ChildId]) -> Result<(), Failure> {
    // The reason that goes on record is not known yet, and the rules do not read it.
    let reason = line(session, "–")?;
    let id = ErasureId::from_u128(mint());
    let action = Action::Erase { id, children: children.to_vec(), reason };
    let asker = open.asker(session);
    match open.house.check(asker, &action) {
        Ok(_) => Ok(()),
        Err(Denied::Refused(refusal)) => Err(Failure::Refused(refusal)),
        Err(Denied::Failed(error)) => Err(error.into()),
    }
}

/// Asks for a word that nobody types by accident.
fn confirm(session: &Session, args: &Erase) -> Result<(), Failure> {
    if args.yes {
        return Ok(());
    }
    if !stdin().is_terminal() {
        return Err(Failure::Usage(session.words.get("cli-erase-say-yes").to_owned()));
    }
    let typed = ask(session, "cli-ask-erase")?;
    if typed.eq_ignore_ascii_case(session.words.get("cli-erase-word")) {
        return Ok(());
    }
    Err(Failure::said(session.words.get("cli-erase-not")))
}

/// Names the places whose backups still hold what is erased.
fn still_in_backups(session: &Session, open: &OpenHouse) -> Result<(), Failure> {
    for KnownBackup { path, taken_at } in open.house.known_backups() {
        let place = path.parent().map_or_else(PathBuf::new, PathBuf::from);
        say_text(&told(&session.words, "cli-erase-in-backups", &KnownBackup { path: place, taken_at }))?;
    }
    Ok(())
}

/// Tells that records were erased, latest first.
fn log(session: &Session, open: &OpenHouse) -> Result<(), Failure> {
    let staff = open.house.staff()?;
    let lang = session.lang();
    for erasure in open.house.erasures()?.iter().rev() {
        let args = [
            ("day", dates::day_month_year(lang, erasure.at.date()).into()),
            ("time", dates::time(lang, erasure.at.time()).into()),
            ("who", talk::initials(&staff, erasure.by).into()),
            ("count", erasure.cases.into()),
            ("reason", erasure.reason.as_str().into()),
        ];
        say(&session.words.with("cli-erasure", &args))?;
    }
    Ok(())
}
