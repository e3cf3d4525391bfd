//! Where a backup is, and when it was taken.

use trivsel_store::{KnownBackup, NewestBackup};

use super::store_error::shown;
use super::{Words, dates};

/// The newest backup of a house that is damaged or gone.
#[must_use]
pub fn newest(words: &Words, newest: &NewestBackup) -> String {
    match newest {
        NewestBackup::Good(known) => told(words, "newest-backup", known),
        NewestBackup::OutOfReach(known) => told(words, "newest-backup-away", known),
    }
}

/// A sentence about a backup, by the id of its words.
#[must_use]
pub fn told(words: &Words, id: &str, known: &KnownBackup) -> String {
    let day = dates::day_month_year(words.lang(), known.taken_at.date());
    let time = dates::time(words.lang(), known.taken_at.time());
    let path = shown(&known.path);
    words.with(id, &[("path", path.into()), ("day", day.into()), ("time", time.into())])
}
