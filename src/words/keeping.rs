//! The words for what keeps the house: backups, erasing, and decisions of an archive.

use trivsel_domain::record::{ArchiveDecision, Staff};
use trivsel_domain::value::Coded;
use trivsel_store::{BackedUp, Backup, Erasing, KnownBackup};

use super::backup::told;
use super::store_error::shown;
use super::{Words, dates, talk};

/// Where the new backup is, what it holds, and which older ones are gone.
#[must_use]
pub fn backed_up(words: &Words, BackedUp { backup, removed }: &BackedUp) -> Vec<String> {
    let path = shown(&backup.path);
    let place = words.with("cli-backed-up", &[("path", path.into())]);
    let older = words.with("cli-backups-removed", &[("count", (*removed).into())]);
    [place, proven(words, backup)].into_iter().chain((*removed > 0).then_some(older)).collect()
}

fn proven(words: &Words, backup: &Backup) -> String {
    let children = words.count("child", usize::try_from(backup.children()).unwrap_or(usize::MAX));
    words.with("cli-backup-proven", &[("children", children.into()), ("changes", backup.changes().into())])
}

/// What an erasure takes away: how many, and of what.
#[must_use]
pub fn erasing(words: &Words, erasing: &Erasing) -> Vec<(usize, String)> {
    let records = erasing.records.iter().map(|(kind, count)| (*count, words.code("record", kind.code())));
    let rest = [
        (erasing.drafts, words.get("cli-erase-drafts")),
        (erasing.changes, words.get("cli-erase-changes")),
        (erasing.searches, words.get("cli-erase-searches")),
    ];
    let counted = records.chain(rest.into_iter().filter(|(count, _)| *count > 0));
    counted.map(|(count, name)| (count, name.to_owned())).collect()
}

/// That records were erased, and how many.
#[must_use]
pub fn erased(words: &Words, erasing: &Erasing) -> String {
    words.with("cli-erased", &[("count", erasing.records.values().sum::<usize>().into())])
}

/// The places whose backups still hold what is erased.
#[must_use]
pub fn still_in(words: &Words, backups: &[KnownBackup]) -> Vec<String> {
    let place = |known: &KnownBackup| KnownBackup {
        path: known.path.parent().unwrap_or(&known.path).to_owned(),
        taken_at: known.taken_at,
    };
    backups.iter().map(|known| told(words, "cli-erase-in-backups", &place(known))).collect()
}

/// A decision of an archive on a line.
#[must_use]
pub fn archive_decision(words: &Words, staff: &[Staff], decision: &ArchiveDecision) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    let args = [
        ("day", day(decision.on).into()),
        ("archive", decision.archive.as_str().into()),
        ("what", decision.what.as_str().into()),
        ("until", day(decision.ended_until).into()),
        ("who", talk::initials(staff, decision.by).into()),
    ];
    words.with("cli-archive-decision", &args)
}
