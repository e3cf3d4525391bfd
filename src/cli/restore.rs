//! `trivsel restore`: a new house from a backup. It overwrites nothing.

use std::path::PathBuf;

use clap::Args;
use trivsel_domain::decide::Reason;
use trivsel_store::{ErasedElsewhere, KeyRing, KnownBackup, RecoveryKey, Restoring, backup_at};
use trivsel_tui::clock::Clock;

use super::failure::Failure;
use super::open_house::who;
use super::output::{say, say_text, shown};
use super::passphrase;
use super::session::Session;
use trivsel_words::backup::told;

#[derive(Debug, Args)]
pub(super) struct Restore {
    from: PathBuf,
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[arg(long, value_name = "FILE")]
    recovery_file: Option<PathBuf>,
}

pub(super) fn run(session: &Session, args: &Restore) -> Result<(), Failure> {
    let backup = backup_at(&args.from)?;
    let known = KnownBackup { path: backup.path.clone(), taken_at: backup.taken_at };
    let restoring = Restoring::begin(backup, &args.to)?;
    let who = who(session, restoring.folder())?;
    let ring = KeyRing::new(restoring.folder());
    let key = match &args.recovery_file {
        Some(path) => {
            let recovery = RecoveryKey::parse(&passphrase::from_file(session, path)?)?;
            ring.unlock_with_recovery(&recovery)?
        }
        None => passphrase::open(session, |typed| ring.unlock(who.as_str(), typed, Clock::running().now()))?,
    };
    let mut house = restoring.open(&key, trivsel_defaults::programmes()?)?;
    let staff = house.staff()?.into_iter().find(|s| s.initials == who);
    let staff = staff.ok_or(Failure::Refused(Reason::NotOnStaff.into()))?;
    let asker = session.clock.asker(staff.id);
    house.arrive(asker)?;
    let place = known.path.parent().unwrap_or(&known.path);
    let houses: Vec<PathBuf> = session.house().into_iter().collect();
    let ErasedElsewhere { later, is_known } = house.erasures_elsewhere(place, &houses)?;
    // What was erased after the backup is erased again.
    let erased = house.erase_again(asker, &later)?;
    let folder = restoring.finish(house)?;
    say(&session.words.with("cli-restored", &[("path", shown(folder.path()).into())]))?;
    if erased > 0 {
        say_text(&session.words.with("cli-restored-erased", &[("count", erased.into())]))?;
    }
    if !is_known {
        say_text(&session.words.with("cli-restored-no-list", &[("place", shown(place).into())]))?;
    }
    say_text(&told(&session.words, "cli-restored-from", &known))
}
