//! `trivsel staff list`: the staff, who leads the house, and who has a key, with its fingerprint.

use serde::Serialize;
use trivsel_domain::record::{Competency, Staff};
use trivsel_domain::value::{Coded, Fingerprint, Line};
use trivsel_store::{Slot, SlotState};
use trivsel_words::dates;
use trivsel_words::text::fit;

use crate::cli::failure::Failure;
use crate::cli::open_house::OpenHouse;
use crate::cli::output::{print, say};
use crate::cli::session::Session;

/// The columns of a name.
const NAME: usize = 28;

/// A member of staff in `--json` output, or a key that belongs to nobody on record.
#[derive(Serialize)]
struct Row<'s> {
    initials: &'s str,
    name: Option<&'s str>,
    competencies: &'s [Competency],
    phone: Option<&'s Line>,
    mail: Option<&'s Line>,
    left_on: Option<chrono::NaiveDate>,
    leader: bool,
    has_key: bool,
    fingerprint: Option<Fingerprint>,
    is_on_record: bool,
}

pub(super) fn list(session: &Session, json: bool) -> Result<(), Failure> {
    let open = OpenHouse::open(session)?;
    let slots: Vec<Slot> =
        open.house.slots()?.into_iter().filter(|s| s.state != SlotState::Unfinished).collect();
    let mut staff = open.house.staff()?;
    staff.sort_by(|a, b| a.initials.cmp(&b.initials));
    let slot_of = |who: &Staff| slots.iter().find(|s| s.initials.as_str() == who.initials.as_str());
    let is_nobodys = |slot: &&Slot| !staff.iter().any(|s| s.initials.as_str() == slot.initials.as_str());
    if json {
        let known = staff.iter().map(|s| row(s, slot_of(s)));
        let rows: Vec<Row<'_>> = known.chain(slots.iter().filter(is_nobodys).map(unknown)).collect();
        let text = serde_json::to_string_pretty(&rows).map_err(|e| Failure::Other(e.into()))?;
        return print(&(text + "\n"));
    }
    for each in &staff {
        say(line(session, each, slot_of(each)).trim_end())?;
    }
    for slot in slots.iter().filter(is_nobodys) {
        let name = fit(session.words.get("cli-staff-nobody"), NAME);
        say(&format!("{:<4}  {name}  {}", slot.initials.as_str(), key(session, slot)))?;
    }
    match open.house.recovery_fingerprint()? {
        Some(fingerprint) => {
            let name = fit(session.words.get("cli-staff-recovery"), NAME);
            say(&format!("      {name}  {fingerprint}"))
        }
        None => Ok(()),
    }
}

fn row<'s>(who: &'s Staff, slot: Option<&Slot>) -> Row<'s> {
    Row {
        initials: who.initials.as_str(),
        name: Some(who.name.as_str()),
        competencies: &who.competencies,
        phone: who.phone.as_ref(),
        mail: who.mail.as_ref(),
        left_on: who.left_on,
        leader: who.leader,
        has_key: slot.is_some(),
        fingerprint: slot.and_then(|s| s.fingerprint),
        is_on_record: slot.is_none_or(|s| s.is_on_record),
    }
}

fn unknown(slot: &Slot) -> Row<'_> {
    Row {
        initials: slot.initials.as_str(),
        name: None,
        competencies: &[],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
        has_key: true,
        fingerprint: slot.fingerprint,
        is_on_record: false,
    }
}

fn line(session: &Session, who: &Staff, slot: Option<&Slot>) -> String {
    let words = &session.words;
    let mut parts = Vec::new();
    if let Some(on) = who.left_on {
        let on = dates::day_month_year(session.lang(), on);
        parts.push(words.with("cli-staff-left", &[("date", on.into())]));
    }
    match slot {
        Some(slot) => parts.push(key(session, slot)),
        None if who.left_on.is_none() => parts.push(words.get("cli-staff-no-key").to_owned()),
        None => {}
    }
    if who.leader && who.left_on.is_none() {
        parts.push(words.get("cli-staff-leader").to_owned());
    }
    let skills: Vec<&str> = who.competencies.iter().map(|c| words.code("competency", c.code())).collect();
    parts.push(skills.join(", "));
    format!("{:<4}  {}  {}", who.initials.as_str(), fit(who.name.as_str(), NAME), parts.join("  "))
}

fn key(session: &Session, slot: &Slot) -> String {
    let words = &session.words;
    let Some(fingerprint) = slot.fingerprint else { return words.get("cli-staff-leaving").to_owned() };
    let id = if slot.is_on_record { "cli-staff-key" } else { "cli-staff-stranger" };
    words.with(id, &[("fingerprint", fingerprint.to_string().into())])
}
