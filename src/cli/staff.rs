//! `trivsel staff`: manages the staff and their keys.

mod list;
pub(super) mod rekey;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use trivsel_domain::decide::{Action, Denied, Reason};
use trivsel_domain::record::{Competency, KeyDeed, Slot as KeySlot, Staff};
use trivsel_domain::value::{Coded, Fingerprint, Initials, KeyEventId};
use trivsel_store::{Cost, House, KeyRing, RecoveryKey, Renewal, Slot, SlotState, StoreError};

use super::failure::Failure;
use super::open_house::{OpenHouse, folder, initials, line, member};
use super::output::say;
use super::session::Session;
use super::{init, passphrase, recovery};
use trivsel_words::text::fold;
use trivsel_words::{Lang, Words, key_event};

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
    Leader {
        initials: String,
        #[arg(long)]
        off: bool,
    },
    Log,
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
        StaffCommand::List { json } => list::list(session, *json),
        StaffCommand::Add(args) => add(session, args),
        StaffCommand::Remove { initials, hand_over_to } => remove(session, initials, hand_over_to.as_deref()),
        StaffCommand::Leader { initials, off } => leader(session, initials, !off),
        StaffCommand::Log => key_log(session),
        StaffCommand::Recovery => recovery(session),
        StaffCommand::Passphrase { initials, new_passphrase_file, recovery_file } => {
            let whose = initials.as_deref();
            renew(session, whose, new_passphrase_file.as_ref(), recovery_file.as_ref())
        }
    }
}

fn add(session: &Session, args: &Add) -> Result<(), Failure> {
    let line = |text: &Option<String>| text.as_deref().map(|text| line(session, text)).transpose();
    let mut competencies = args.competency.clone();
    competencies.sort_unstable();
    competencies.dedup();
    let staff = Staff {
        competencies,
        phone: line(&args.phone)?,
        mail: line(&args.mail)?,
        ..init::colleague(init::person_name(session, &args.name)?, initials(session, &args.initials)?)
    };
    let mut open = OpenHouse::open(session)?;
    let action = Action::AddStaff { staff: staff.clone(), key: None };
    let asker = open.asker(session);
    open.house.check(asker, &action)?;
    let passphrase = passphrase::new(session, args.new_passphrase_file.as_ref(), &staff)?;
    open.house.add_member(asker, &staff, &passphrase, Cost::Standard)?;
    say(&session.words.with("cli-staff-added", &[("initials", staff.initials.as_str().into())]))
}

fn remove(session: &Session, text: &str, heir: Option<&str>) -> Result<(), Failure> {
    let who = initials(session, text)?;
    let heir = heir.map(|text| initials(session, text)).transpose()?;
    let mut open = OpenHouse::open(session)?;
    let staff = open.house.staff()?;
    let hand_over_to = heir.as_ref().map(|heir| member(&staff, heir)).transpose()?;
    let asker = open.asker(session);
    // A key of nobody on record was planted past the program. It is removed without a person.
    let planted = open.house.slots()?.iter().any(|s| s.initials.as_str() == who.as_str() && !s.is_on_record);
    let action = match member(&staff, &who) {
        Ok(who) => Some(Action::RetireStaff { who, on: session.clock.today(), hand_over_to }),
        Err(_) if planted => None,
        Err(nobody) => return Err(nobody),
    };
    if let Some(action) = &action {
        open.house.check(asker, action)?;
    }
    // Remove the key first: if this stops half-way, a person on record lacks a key, but nobody off record has one.
    let recovery = match rekey::alone(session, &mut open, |house| house.remove_slot(asker, who.as_str())) {
        Ok(recovery) => Some(recovery),
        Err(Failure::Store(StoreError::NoSlot { .. })) => None,
        Err(error) => return Err(error),
    };
    // The key is shown whether or not the record is written, because the old one opens nothing any more.
    let recorded = action.map(|action| open.perform(session, &action)).transpose();
    if let Some(recovery) = recovery {
        recovery::show(session, &recovery, "cli-recovery-key-again")?;
    }
    recorded?;
    say(&session.words.with("cli-staff-removed", &[("initials", who.as_str().into())]))
}

/// Gives the mark of a leader to somebody who has a key, or takes it.
fn leader(session: &Session, text: &str, leads: bool) -> Result<(), Failure> {
    let initials = initials(session, text)?;
    let mut open = OpenHouse::open(session)?;
    let who = member(&open.house.staff()?, &initials)?;
    let action = Action::SetLeader { who, leads };
    let asker = open.asker(session);
    open.house.check(asker, &action)?;
    let can_open = |s: &Slot| s.initials.as_str() == initials.as_str() && s.state == SlotState::Active;
    if leads && !open.house.slots()?.iter().any(can_open) {
        return Err(StoreError::NoSlot { initials: initials.as_str().to_owned() }.into());
    }
    open.perform(session, &action)?;
    let id = if leads { "cli-staff-leads" } else { "cli-staff-leads-not" };
    say(&session.words.with(id, &[("initials", initials.as_str().into())]))
}

/// Shows what happened to the keys, latest first.
fn key_log(session: &Session) -> Result<(), Failure> {
    let open = OpenHouse::open(session)?;
    let staff = open.house.staff()?;
    let events = open.house.key_events()?;
    events.iter().rev().try_for_each(|event| say(&key_event::told(&session.words, &staff, event)))
}

/// Makes a new recovery key and shows it once, as at the founding.
fn recovery(session: &Session) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    let asker = open.asker(session);
    let key = rekey::alone(session, &mut open, |house| house.replace_recovery_key(asker))?;
    recovery::show(session, &key, "cli-recovery-key")
}

fn renew(
    session: &Session,
    whose: Option<&str>,
    new_file: Option<&PathBuf>,
    recovery: Option<&PathBuf>,
) -> Result<(), Failure> {
    let whose = whose.map(|text| initials(session, text)).transpose()?;
    let (mut house, asker, owner, how) = if let (Some(path), Some(whose)) = (recovery, &whose) {
        let folder = folder(session)?;
        let recovery = RecoveryKey::parse(&passphrase::from_file(session, path)?)?;
        let key = KeyRing::new(&folder).unlock_with_recovery(&recovery)?;
        let house = House::open(&folder, &key, trivsel_defaults::programmes()?)?;
        let owner = present(session, &house, whose)?;
        let asker = session.clock.asker(owner.id);
        (house, asker, owner, Renewal::RecoveryKey)
    } else {
        let open = OpenHouse::open(session)?;
        let asker = open.asker(session);
        let whose = whose.unwrap_or_else(|| open.staff.initials.clone());
        let how = if whose == open.staff.initials { Renewal::Owner } else { Renewal::Leader };
        let mut house = open.house;
        if how == Renewal::Leader {
            // Asked before a passphrase is typed for nothing.
            house.check(asker, &renewal(&whose))?;
        }
        let owner = present(session, &house, &whose)?;
        (house, asker, owner, how)
    };
    let passphrase = passphrase::new(session, new_file, &owner)?;
    let who = owner.initials.as_str();
    // Replace the key file for your own passphrase too, so that the old file and its copies open nothing.
    match house.renew_slot(asker, who, &passphrase, Cost::Standard, how) {
        // A member of an imported house has no key yet.
        Err(Denied::Failed(StoreError::NoSlot { .. })) => {
            house.add_slot(asker, who, &passphrase, Cost::Standard)?;
        }
        other => other?,
    }
    say(&session.words.with("cli-passphrase-changed", &[("initials", who.into())]))
}

/// A member of staff who has not left.
fn present(session: &Session, house: &House, who: &Initials) -> Result<Staff, Failure> {
    let staff = house.staff()?.into_iter().find(|s| s.initials == *who);
    let staff = staff.ok_or(Failure::Refused(Reason::NoSuchStaff.into()))?;
    match staff.left_on.filter(|on| *on <= session.clock.today()) {
        Some(on) => Err(Failure::Refused(Reason::AlreadyLeft { on }.into())),
        None => Ok(staff),
    }
}

/// The action by which a leader gives somebody a new passphrase, for asking the rules before there is a key.
fn renewal(of: &Initials) -> Action {
    let slot = KeySlot { of: of.clone(), fingerprint: Fingerprint::new([0; 8]) };
    Action::Key { id: KeyEventId::from_u128(0), deed: KeyDeed::Renewed(slot) }
}
