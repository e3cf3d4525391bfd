//! Wrong passphrases for a slot since its owner last came in. They are counted in a file beside the slot, because the
//! house is closed when they are tried. Whoever can write the folder can remove the file, so this slows down a guesser at
//! the program only; the cost of each guess at a copied slot is that of its passphrase.

use std::fs::File;
use std::os::fd::OwnedFd;

use chrono::{NaiveDateTime, TimeDelta};
use rustix::fs::FlockOperation;

use crate::{HouseFolder, Initials, Result, StoreError, private_file};

/// The longest wait between two tries, in seconds.
const LONGEST: i64 = 300;
/// How a time is written in the file.
const FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3f";

/// Wrong passphrases that were tried for one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedTries {
    /// How many; at least 1.
    pub count: u32,
    /// The first of them, in the house's own time zone.
    pub first: NaiveDateTime,
    /// The last of them, in the house's own time zone.
    pub last: NaiveDateTime,
}

impl FailedTries {
    /// The seconds that the next try has to wait at `at`; 0 if it may come at once. The wait is one second after the first
    /// wrong passphrase, twice as long after each one more, and at most five minutes. A clock that was set back before the
    /// last try makes nobody wait.
    #[must_use]
    pub fn wait(&self, at: NaiveDateTime) -> u32 {
        let doublings = self.count.saturating_sub(1).min(16);
        let wait = TimeDelta::seconds((1_i64 << doublings).min(LONGEST));
        let passed = at - self.last;
        if passed < TimeDelta::zero() || passed >= wait {
            return 0;
        }
        u32::try_from(((wait - passed).num_milliseconds() + 999) / 1000).unwrap_or(0)
    }
}

fn file_name(initials: &Initials) -> String {
    format!(".{}.tries", initials.as_str())
}

/// The wrong passphrases for a slot; `None` if there were none, or the file does not read.
///
/// # Errors
/// As [`private_file::read`].
pub(crate) fn read(folder: &HouseFolder, initials: &Initials) -> Result<Option<FailedTries>> {
    let bytes = private_file::read(&folder.keys().join(file_name(initials)))?;
    Ok(bytes.and_then(|bytes| parse(std::str::from_utf8(&bytes).ok()?)))
}

fn parse(text: &str) -> Option<FailedTries> {
    let mut parts = text.split_whitespace();
    let count = parts.next()?.parse().ok().filter(|count| *count > 0)?;
    let mut time = || NaiveDateTime::parse_from_str(parts.next()?, FORMAT).ok();
    Some(FailedTries { count, first: time()?, last: time()? })
}

/// Counts one more wrong passphrase.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Io`.
pub(crate) fn add(folder: &HouseFolder, initials: &Initials, at: NaiveDateTime) -> Result<()> {
    let before = read(folder, initials)?;
    let count = before.map_or(0, |b| b.count).saturating_add(1);
    let first = before.map_or(at, |b| b.first);
    let text = format!("{count} {} {}\n", first.format(FORMAT), at.format(FORMAT));
    private_file::replace(&folder.keys(), &file_name(initials), text.as_bytes())
}

/// Forgets the wrong passphrases, once they are on record.
///
/// # Errors
/// `Io`.
pub(crate) fn forget(folder: &HouseFolder, initials: &Initials) -> Result<()> {
    private_file::remove(&folder.keys().join(file_name(initials)))
}

/// Lets one try at a slot go on at a time, so that many at once can't outrun the count. Held until it is dropped.
///
/// # Errors
/// `NoSlot`, `Io`.
pub(crate) fn one_by_one(folder: &HouseFolder, initials: &Initials) -> Result<OwnedFd> {
    let path = folder.keys().join(initials.file_name());
    if private_file::check_file(&path)?.is_none() {
        return Err(StoreError::NoSlot { initials: initials.as_str().to_owned() });
    }
    let file: OwnedFd = File::open(&path).map_err(StoreError::on("open", &path))?.into();
    rustix::fs::flock(&file, FlockOperation::LockExclusive)
        .map_err(|error| StoreError::io("lock", &path, &error.into()))?;
    Ok(file)
}
