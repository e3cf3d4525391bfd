//! `trivsel check`: verifies that the house is sound.

use clap::Args;
use trivsel_store::{Access, BackupSeal, BadHead, Beside, Head, Verification};

use super::failure::Failure;
use super::open_house::OpenHouse;
use super::output::{ended, say};
use super::session::Session;
use trivsel_words::backup::told;
use trivsel_words::dates;
use trivsel_words::refusal::contradiction;

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(long, value_name = "SEAL", value_parser = seal)]
    seal: Option<Seal>,
}

/// A head of the history chain and the number of changes it covers.
#[derive(Clone, Copy, Debug)]
struct Seal {
    changes: u64,
    head: Head,
}

fn seal(text: &str) -> Result<Seal, BadHead> {
    let (changes, head) = text.trim().split_once(':').ok_or(BadHead)?;
    Ok(Seal { changes: changes.parse().map_err(|_| BadHead)?, head: head.parse()? })
}

pub(super) fn run(session: &Session, args: &Check) -> Result<(), Failure> {
    let open = OpenHouse::open(session)?;
    let words = &session.words;
    let verification = open.house.verify()?;
    let backup = open.house.folder().and_then(|folder| BackupSeal::last(folder.path()));
    let agrees =
        backup.map(|seal| open.house.check_backup(&seal).map(|agrees| (seal.of, agrees))).transpose()?;
    if let Some(seal) = args.seal
        && !open.house.remembers(seal.changes, seal.head)?
    {
        return Err(Failure::said(words.get("cli-other-seal")));
    }
    let records = open.house.records()?;
    let found = records.contradictions();
    if !found.is_empty() {
        return Err(Failure::Said(found.into_iter().map(|c| contradiction(words, c).to_owned()).collect()));
    }
    let lacked = open.house.seals_amiss()?;
    for look in &lacked {
        let Access::Seal(beside) = look.access else { continue };
        let Some(what) = trivsel_words::beside::sentence(words, beside) else { continue };
        let (day, time) = (dates::day_month_year(session.lang(), look.at.date()), look.at.time());
        let time = dates::time(session.lang(), time);
        say(&words.with(
            "cli-lacked",
            &[("day", day.into()), ("time", time.into()), ("what", ended(&what).into())],
        ))?;
    }
    if matches!(open.beside, Beside::Lacks { .. } | Beside::Other) {
        return Err(Failure::Said(Vec::new()));
    }
    let Verification { actions, changes, looks, drafts, notes, .. } = verification;
    let numbers =
        [("actions", actions), ("changes", changes), ("looks", looks), ("drafts", drafts), ("notes", notes)];
    say(&words.with("cli-sound", &numbers.map(|(name, number)| (name, number.into()))))?;
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
    if let Some((known, true)) = agrees {
        say(&told(words, "cli-check-backup", &known))?;
    }
    let seal = format!("{}:{}", verification.changes, verification.head);
    say(&words.with("cli-head", &[("head", seal.into())]))
}
