//! `trivsel staff`: manages the staff and their keys.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Competency, Staff};
use trivsel_domain::value::{Coded, Line};
use trivsel_store::{Cost, House, KeyRing, RecoveryKey, SlotState, StoreError};

use super::entry::{Entry, folder, initials, member};
use super::failure::Failure;
use super::output::{print, say};
use super::session::Session;
use super::{init, passphrase, recovery};
use trivsel_words::text::{clean_line, fold};
use trivsel_words::{Lang, Words};

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    List {
        #[arg(long)]
        json: bool,
    },
    Add(Add),
    Remove {
        initials: String,
        #[arg(long, value_name = "INITIALS")]
        hand_over_to: Option<String>,
    },
    Recovery,
    Passphrase {
        initials: Option<String>,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        #[arg(long, value_name = "FILE", requires = "initials")]
        recovery_file: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Add {
    #[arg(long)]
    name: String,
    #[arg(long)]
    initials: String,
    #[arg(long, value_parser = competency)]
    competency: Vec<Competency>,
    #[arg(long)]
    phone: Option<String>,
    #[arg(long)]
    mail: Option<String>,
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

/// The competency of a code, or of its word in either language.
fn competency(text: &str) -> Result<Competency, &'static str> {
    let typed = fold(text);
    let words = Lang::ALL.map(Words::new);
    let named = |c: &Competency| {
        c.code() == typed || words.iter().any(|words| fold(words.code("competency", c.code())) == typed)
    };
    Competency::ALL.iter().copied().find(named).ok_or("a competency")
}

pub(super) fn run(session: &Session, command: &StaffCommand) -> Result<(), Failure> {
    match command {
        StaffCommand::List { json } => list(session, *json),
        StaffCommand::Add(args) => add(session, args),
        StaffCommand::Remove { initials, hand_over_to } => remove(session, initials, hand_over_to.as_deref()),
        StaffCommand::Recovery => recovery(session),
        StaffCommand::Passphrase { initials, new_passphrase_file, recovery_file } => {
            let whose = initials.as_deref();
            renew(session, whose, new_passphrase_file.as_ref(), recovery_file.as_ref())
        }
    }
}

/// A member of staff in `--json` output.
#[derive(Serialize)]
struct Row<'s> {
    initials: &'s str,
    name: &'s str,
    competencies: &'s [Competency],
    phone: Option<&'s Line>,
    mail: Option<&'s Line>,
    left_on: Option<chrono::NaiveDate>,
    has_key: bool,
}

fn list(session: &Session, json: bool) -> Result<(), Failure> {
    let entry = Entry::open(session)?;
    let slots = entry.house.slots()?;
    let has_key = |who: &Staff| {
        slots.iter().any(|s| s.initials.as_str() == who.initials.as_str() && s.state != SlotState::Unfinished)
    };
    let mut staff = entry.house.staff()?;
    staff.sort_by(|a, b| a.initials.cmp(&b.initials));
    if json {
        let rows: Vec<Row<'_>> = staff
            .iter()
            .map(|s| Row {
                initials: s.initials.as_str(),
                name: s.name.as_str(),
                competencies: &s.competencies,
                phone: s.phone.as_ref(),
                mail: s.mail.as_ref(),
                left_on: s.left_on,
                has_key: has_key(s),
            })
            .collect();
        let text = serde_json::to_string_pretty(&rows).map_err(|e| Failure::Other(e.into()))?;
        return print(&(text + "\n"));
    }
    let words = &session.words;
    for each in &staff {
        let skills: Vec<&str> =
            each.competencies.iter().map(|c| words.code("competency", c.code())).collect();
        let standing = match each.left_on {
            Some(on) => {
                let on = trivsel_words::dates::day_month_year(session.lang(), on);
                words.with("cli-staff-left", &[("date", on.into())])
            }
            None if has_key(each) => words.get("cli-staff-key").to_owned(),
            None => words.get("cli-staff-no-key").to_owned(),
        };
        let name = trivsel_words::text::fit(each.name.as_str(), 28);
        let line = format!("{:<4}  {name}  {standing}  {}", each.initials.as_str(), skills.join(", "));
        say(line.trim_end())?;
    }
    Ok(())
}

fn add(session: &Session, args: &Add) -> Result<(), Failure> {
    let line = |text: &Option<String>| -> Result<Option<Line>, Failure> {
        let bad = |_| Failure::Usage(session.words.get("cli-bad-line").to_owned());
        text.as_deref().map(|t| Line::new(&clean_line(t)).map_err(bad)).transpose()
    };
    let mut competencies = args.competency.clone();
    competencies.sort_unstable();
    competencies.dedup();
    let staff = Staff {
        competencies,
        phone: line(&args.phone)?,
        mail: line(&args.mail)?,
        ..init::colleague(init::person_name(session, &args.name)?, initials(session, &args.initials)?)
    };
    let mut entry = Entry::open(session)?;
    let action = Action::AddStaff(staff.clone());
    let asker = entry.asker(session);
    entry.house.check(asker, &action)?;
    let passphrase = passphrase::new(session, args.new_passphrase_file.as_ref(), &staff)?;
    // Record first: without a key the record opens nothing, and `staff passphrase` can add the key later.
    entry.perform(session, &action)?;
    let who = staff.initials.as_str();
    entry.house.add_slot(who, &passphrase, Cost::Standard)?;
    say(&session.words.with("cli-staff-added", &[("initials", who.into())]))
}

fn remove(session: &Session, text: &str, heir: Option<&str>) -> Result<(), Failure> {
    let who = initials(session, text)?;
    let heir = heir.map(|text| initials(session, text)).transpose()?;
    let mut entry = Entry::open(session)?;
    let staff = entry.house.staff()?;
    let hand_over_to = heir.as_ref().map(|heir| member(&staff, heir)).transpose()?;
    let action = Action::RetireStaff { who: member(&staff, &who)?, on: session.clock.today(), hand_over_to };
    let asker = entry.asker(session);
    entry.house.check(asker, &action)?;
    // Remove the key first: if this stops half-way, a person on record lacks a key, but nobody off record has one.
    match entry.house.remove_slot(who.as_str()) {
        Ok(()) | Err(StoreError::NoSlot { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    entry.perform(session, &action)?;
    say(&session.words.with("cli-staff-removed", &[("initials", who.as_str().into())]))
}

/// Makes a new recovery key and shows it once, as at the founding.
fn recovery(session: &Session) -> Result<(), Failure> {
    let mut entry = Entry::open(session)?;
    let key = entry.house.replace_recovery_key()?;
    recovery::show(session, &key)
}

fn renew(
    session: &Session,
    whose: Option<&str>,
    new_file: Option<&PathBuf>,
    recovery: Option<&PathBuf>,
) -> Result<(), Failure> {
    let whose = whose.map(|text| initials(session, text)).transpose()?;
    let done = |who: &str| say(&session.words.with("cli-passphrase-changed", &[("initials", who.into())]));
    if let (Some(path), Some(whose)) = (recovery, &whose) {
        let folder = folder(session)?;
        let recovery = RecoveryKey::parse(&passphrase::from_file(session, path)?)?;
        let key = KeyRing::new(&folder).unlock_with_recovery(&recovery)?;
        let mut house = House::open(&folder, &key, trivsel_defaults::programmes()?)?;
        give(session, &mut house, whose.as_str(), new_file)?;
        return done(whose.as_str());
    }
    let mut entry = Entry::open(session)?;
    let own = entry.staff.initials.clone();
    let whose = whose.unwrap_or_else(|| own.clone());
    // Replace the key file for your own passphrase too, so that the old file and its copies open nothing.
    give(session, &mut entry.house, whose.as_str(), new_file)?;
    done(whose.as_str())
}

/// Gives a member of staff a key under a new passphrase.
fn give(session: &Session, house: &mut House, who: &str, file: Option<&PathBuf>) -> Result<(), Failure> {
    let staff = house.staff()?.into_iter().find(|s| s.initials.as_str() == who);
    let staff = staff.ok_or(Failure::Refused(Reason::NoSuchStaff.into()))?;
    if let Some(on) = staff.left_on {
        return Err(Failure::Refused(Reason::AlreadyLeft { on }.into()));
    }
    let passphrase = passphrase::new(session, file, &staff)?;
    match house.renew_slot(who, &passphrase, Cost::Standard) {
        // A member of an imported house has no key yet.
        Err(StoreError::NoSlot { .. }) => house.add_slot(who, &passphrase, Cost::Standard)?,
        other => other?,
    }
    Ok(())
}
