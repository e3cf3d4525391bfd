//! Founding a house: its identity, its first member of staff, its programmes and closures, before anything else.

use chrono::NaiveDateTime;
use rusqlite::Transaction;
use trivsel_domain::{Change, Closure, Deed, Edit, HouseProgramme, Nature, Programme, Staff};
use uuid::Uuid;

use crate::history::{self, Stamp};
use crate::{Result, StoreError, nouns};

/// What a house starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Founding {
    /// The house's own identity, the same in every copy and backup; from [`mint`].
    pub id: u128,
    /// The first member of staff.
    pub staff: Staff,
    /// The programmes it runs, with their norms.
    pub programmes: Vec<HouseProgramme>,
    /// The closures of the school.
    pub closures: Vec<Closure>,
}

/// A new identity: a UUID of version 7, growing with time. The one thing in the store that reads a clock.
#[must_use]
pub fn mint() -> u128 {
    Uuid::now_v7().as_u128()
}

/// Writes the founding into an empty database.
///
/// # Errors
/// `UnknownCode` for a programme without a profile; `NoRandomness`, `DiskFull`, `Database`.
pub(crate) fn write(
    tx: &Transaction<'_>,
    profiles: &[Programme],
    founding: &Founding,
    at: NaiveDateTime,
) -> Result<()> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|_| StoreError::NoRandomness)?;
    tx.execute(
        "INSERT INTO house (only, id, created_at, history_key) VALUES (1, ?1, ?2, ?3)",
        (founding.id.to_be_bytes(), at.format("%Y-%m-%dT%H:%M:%S").to_string(), key),
    )?;
    let mut changes: Vec<Change> = vec![Edit::create(founding.staff.clone()).into()];
    changes.extend(founding.programmes.iter().cloned().map(|p| Change::from(Edit::create(p))));
    changes.extend(founding.closures.iter().cloned().map(|c| Change::from(Edit::create(c))));
    let stamp = Stamp { at, by: founding.staff.id, nature: Nature::Do, deed: Deed::Found };
    history::write_step(tx, stamp, &changes)?;
    nouns::programmes(tx, profiles).map(drop)
}
