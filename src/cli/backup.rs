//! `trivsel backup`: a verified, encrypted copy of the house in a folder elsewhere.

use std::path::PathBuf;

use clap::Args;
use trivsel_domain::rules::generations::Generations;
use trivsel_store::{Access, newest_backup};
use trivsel_tui::clock::Clock;
use trivsel_words::backup::newest;
use trivsel_words::keeping;

use super::failure::Failure;
use super::open_house::OpenHouse;
use super::output::{complain, say, say_text};
use super::session::Session;

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[arg(long, value_name = "D,W,M", default_value = "7,4,12", value_parser = keep)]
    keep: Generations,
}

fn keep(text: &str) -> Result<Generations, &'static str> {
    text.parse().map_err(|_| "days, weeks and months, such as 7,4,12")
}

pub(super) fn run(session: &Session, args: &Backup) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    let asker = open.asker(session);
    open.house.log_access(asker, &Access::Export { case: None, what: "backup".to_owned() })?;
    // The time in the name is that of the machine, as in the history.
    let backed_up = open.house.back_up(&args.to, Clock::running().now(), args.keep)?;
    let words = &session.words;
    keeping::backed_up(words, &backed_up).iter().try_for_each(|line| say(line))?;
    say_text(words.get("cli-backup-keys"))
}

/// After a failure that means that the house is damaged or gone, names the newest good backup.
pub(super) fn name_newest(session: &Session, failure: &Failure) {
    if !matches!(failure, Failure::Store(error) if error.asks_for_a_backup()) {
        return;
    }
    let Some(found) = session.house().and_then(|house| newest_backup(&house)) else { return };
    complain(&newest(&session.words, &found));
}
