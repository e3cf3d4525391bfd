//! `trivsel erase`: erases children whose years have passed, counts what would go, and tells what was erased.

use std::io::{IsTerminal, stdin};

use clap::Args;
use trivsel_domain::decide::only_leaders;
use trivsel_domain::value::ChildId;
use trivsel_words::text::clean_line;
use trivsel_words::{dates, keeping, talk};

use super::failure::Failure;
use super::open_house::{OpenHouse, line};
use super::output::{say, say_text};
use super::report::child;
use super::session::Session;
use super::staff::rekey;
use super::welcome::ask;

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
    say(&keeping::erased(&session.words, &erasing))?;
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
    for (number, what) in keeping::erasing(words, &erasing) {
        say(&format!("{number:>7}  {what}"))?;
    }
    still_in_backups(session, open)
}

/// Says whether the rules allow it, with every reason against it.
fn allowed(session: &Session, open: &mut OpenHouse, children: &[ChildId]) -> Result<(), Failure> {
    let asker = open.asker(session);
    Ok(open.house.may_erase(asker, children)?)
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
    keeping::still_in(&session.words, &open.house.known_backups()).iter().try_for_each(|line| say_text(line))
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
