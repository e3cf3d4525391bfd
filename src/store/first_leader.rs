//! Appoints the leader of a house from before there were any, and puts its keys on record. Part of the migration to
//! schema 14.
//!
//! It writes columns by name and reads the staff from the history, so it stays right when the tables of later schemas
//! have more columns.

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};
use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::{Change, Edit, KeyDeed, KeyEvent, Slot, Staff};
use trivsel_domain::value::{KeyEventId, StaffId};

use crate::column::from_json;
use crate::history::{self, Chain, Stamp};
use crate::recipients::{self, fingerprint};
use crate::{Result, StoreError, mint};

/// Gives the mark of a leader to the first member of staff who is still here and has a key: the founder, or the one who was
/// entered next. Records the keys that exist. Does
/// nothing in an empty database.
///
/// # Errors
/// `Busy`, `DiskFull`, `Corrupt`, `Database`.
pub(crate) fn appoint(conn: &Connection) -> Result<()> {
    let present = present(conn)?;
    let rows = recipients::rows(conn)?;
    let has_key = |staff: &&Staff| rows.iter().any(|(name, _)| name == staff.initials.as_str());
    let Some(first) = present.iter().find(has_key).or(present.first()) else { return Ok(()) };
    let Some((mut seq, mac)) = history::head(conn)? else { return Ok(()) };
    let (chain, at) = (Chain::of(conn)?, last_time(conn)?);
    let stamp = Stamp { at: at.into(), by: first.id, nature: Nature::Do, action_kind: ActionKind::Leader };
    let (number, mut mac) = (seq + 1, mac.to_vec());
    let leader = Staff { leader: true, ..first.clone() };
    conn.execute("UPDATE staff SET leader = 1 WHERE id = ?1", [first.id.as_u128().to_be_bytes()])?;
    let mut changes: Vec<Change> =
        Edit::new(Some(first.clone()), Some(leader)).map(Change::Staff).into_iter().collect();
    for (name, recipient) in &rows {
        let fingerprint = fingerprint(recipient);
        let deed = match recipients::owner(name)? {
            None => KeyDeed::RecoveryMade(fingerprint),
            Some(of) if present.iter().any(|s| s.initials == of) => KeyDeed::Given(Slot { of, fingerprint }),
            // A row of nobody is not put on record; the check finds it.
            Some(_) => continue,
        };
        changes.push(Edit::create(event(conn, at, first.id, deed)?).into());
    }
    for change in &changes {
        let sealed;
        (seq, sealed) = history::append(conn, &chain, stamp, (seq, &mac), number, change)?;
        mac = sealed.to_vec();
    }
    history::fill_runs(conn, number, seq)
}

/// Writes the row of a key event.
fn event(conn: &Connection, at: NaiveDateTime, by: StaffId, deed: KeyDeed) -> Result<KeyEvent> {
    let event = KeyEvent { id: KeyEventId::from_u128(mint()), at, by, deed };
    let json = serde_json::to_string(&event.deed)
        .map_err(|_| StoreError::Corrupt { table: "memory", what: "a key event that is no JSON" })?;
    conn.execute(
        "INSERT INTO key_event (id, at, by, deed) VALUES (?1, ?2, ?3, ?4)",
        (
            event.id.as_u128().to_be_bytes(),
            at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by.as_u128().to_be_bytes(),
            json,
        ),
    )?;
    Ok(event)
}

/// The present staff as the history left them, in the order in which they were entered.
fn present(conn: &Connection) -> Result<Vec<Staff>> {
    let mut statement = conn.prepare("SELECT body FROM history WHERE subject GLOB 'staff/*' ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut staff: Vec<Staff> = Vec::new();
    while let Some(row) = rows.next()? {
        let body: String = row.get(0)?;
        let Some(Change::Staff(edit)) = from_json(&body) else {
            return Err(StoreError::Corrupt { table: "history", what: "a change that does not read" });
        };
        match (staff.iter_mut().find(|s| s.id == edit.key()), edit.new_state()) {
            (Some(before), Some(new)) => before.clone_from(new),
            (None, Some(new)) => staff.push(new.clone()),
            (_, None) => staff.retain(|s| s.id != edit.key()),
        }
    }
    staff.retain(|s| s.left_on.is_none());
    Ok(staff)
}

/// The time of the last change. A migration has no clock.
fn last_time(conn: &Connection) -> Result<NaiveDateTime> {
    let text: Option<String> = conn
        .query_row("SELECT at FROM history ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        .optional()?;
    text.and_then(|text| text.parse().ok())
        .ok_or(StoreError::Corrupt { table: "history", what: "a change without a time" })
}
