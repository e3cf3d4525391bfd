//! Founding a house: its identity, first member of staff, programmes and closures are written first.

use std::{fmt, fs};

use age::secrecy::SecretString;
use chrono::Timelike;
use rusqlite::{Transaction, TransactionBehavior};
use rustix::fs::FlockOperation;
use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::{
    Change, Closure, Edit, HouseProgramme, KeyDeed, KeyEvent, Programme, Slot, Staff,
};
use trivsel_domain::value::Moment;
use uuid::Uuid;

use crate::anchor::Of;
use crate::folder::{DATABASE, UNFINISHED};
use crate::history::{self, Chain, Stamp};
use crate::recipients::{self, RECOVERY, fingerprint};
use crate::staff;
use crate::{
    Cost, House, HouseFolder, HouseKey, Initials, KeyRing, OpenMode, RecoveryKey, Result, StoreError,
};
use crate::{nouns, open, private_file, seal, sealed_rows};

/// What a house starts with.
#[derive(Clone, PartialEq)]
pub struct Founding {
    /// The house's identity from [`mint`]. It is the same in every copy and backup.
    pub id: u128,
    /// The first member of staff.
    pub staff: Staff,
    /// The programmes that the house runs, with their norms.
    pub programmes: Vec<HouseProgramme>,
    /// The days the school is closed.
    pub closures: Vec<Closure>,
}

/// Makes a new identity: a UUID of version 7, which grows with time. Nothing else in the store reads a clock.
#[must_use]
pub fn mint() -> u128 {
    Uuid::now_v7().as_u128()
}

impl House {
    /// Creates a house with a slot for its first person. Returns the recovery key, which is not stored anywhere.
    ///
    /// `at` is the time of founding in the house's own time zone; fractions of a second are dropped. After a crash there
    /// is either a complete house, or none, and then this may be called again.
    ///
    /// # Errors
    /// `HouseExists`, `HouseAway`, `EmptyPassphrase`, `NoRandomness`, `DiskFull`, `Io`, `Database`; `UnknownCode` for a programme
    /// that is not among the profiles.
    pub fn create(
        folder: &HouseFolder,
        passphrase: &SecretString,
        cost: Cost,
        profiles: Vec<Programme>,
        founding: &Founding,
        at: impl Into<Moment>,
    ) -> Result<(Self, RecoveryKey)> {
        let founder = Initials::new(founding.staff.initials.as_str())?;
        let key = HouseKey::random()?;
        let recovery = RecoveryKey::generate();
        let identity = age::x25519::Identity::generate();
        let slots = [(founder.as_str(), identity.to_public()), (RECOVERY, recovery.identity().to_public())];
        let of = founding.staff.initials.clone();
        let keys = vec![
            KeyDeed::Given(Slot { of, fingerprint: fingerprint(&slots[0].1.to_string()) }),
            KeyDeed::RecoveryMade(fingerprint(&slots[1].1.to_string())),
        ];
        let _alone = folder.lock_keys(FlockOperation::LockExclusive)?;
        refuse_existing(folder)?;
        let at = at.into();
        let founded = whole_or_nothing(folder, || {
            // The unfinished database comes first: keys beside it are known to be of a founding that was cut short.
            make(folder, &key, |tx| {
                write(tx, &profiles, founding, at, keys)?;
                slots.iter().try_for_each(|(name, key)| recipients::put(tx, name, Some(&key.to_string())))
            })?;
            let keys = folder.keys();
            let slot = seal::seal_identity(&identity, passphrase, cost)?;
            private_file::replace(&keys, &founder.file_name(), &slot)?;
            let recipients: Vec<_> = slots.iter().map(|(_, recipient)| recipient.clone()).collect();
            private_file::replace(&keys, staff::CURRENT, &seal::seal_key(&key, &recipients)?)?;
            KeyRing::new(folder).key_of(&founder, &identity)?;
            complete(folder)?;
            Self::open_for(folder, &key, OpenMode::Write, profiles)
        })?;
        Ok((founded, recovery))
    }

    /// Creates a house without slots that only this key opens, for demos and tests.
    ///
    /// # Errors
    /// As [`House::create`].
    pub fn found(
        folder: &HouseFolder,
        key: &HouseKey,
        profiles: Vec<Programme>,
        founding: &Founding,
        at: impl Into<Moment>,
    ) -> Result<Self> {
        let _alone = folder.lock_keys(FlockOperation::LockExclusive)?;
        refuse_existing(folder)?;
        let at = at.into();
        whole_or_nothing(folder, || {
            make(folder, key, |tx| write(tx, &profiles, founding, at, vec![]))?;
            complete(folder)?;
            Self::open_for(folder, key, OpenMode::Write, profiles)
        })
    }

    /// Creates a house in memory without file, key or slots, for tests. It is prepared like any other.
    ///
    /// # Errors
    /// `UnknownCode` for a programme that is not among the profiles; `NoRandomness`, `Database`.
    pub fn in_memory(profiles: Vec<Programme>, founding: &Founding, at: impl Into<Moment>) -> Result<Self> {
        let mut conn = open::make_in_memory()?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write(&tx, &profiles, founding, at.into(), vec![])?;
        tx.commit()?;
        Self::of(conn, None, OpenMode::Write, profiles)
    }
}

/// Founds a house that opens, alone in its folder, or leaves the folder as empty as it was: on a full disk too, where a house may be written
/// but has no room to be opened in. The recovery key of such a house would never be seen.
fn whole_or_nothing(folder: &HouseFolder, found: impl FnOnce() -> Result<House>) -> Result<House> {
    let founded = found();
    if founded.is_err() {
        // What can't be removed is then taken for a founding that was cut short, and the next one starts over.
        let _ = private_file::rename(folder.path(), DATABASE, UNFINISHED);
        for file in fs::read_dir(folder.keys()).into_iter().flatten().flatten() {
            let _ = private_file::remove(&file.path());
        }
        for name in [crate::beside::FILE, DATABASE, UNFINISHED] {
            for of in ["-wal", "-shm", "-journal", ""] {
                let _ = private_file::remove(&folder.path().join(format!("{name}{of}")));
            }
        }
    }
    founded
}

/// Creates the database of a new house under a temporary name.
fn make(
    folder: &HouseFolder,
    key: &HouseKey,
    fill: impl FnOnce(&Transaction<'_>) -> Result<()>,
) -> Result<()> {
    let path = folder.path().join(UNFINISHED);
    for left_over in ["", "-wal", "-shm", "-journal"] {
        private_file::remove(&folder.path().join(format!("{UNFINISHED}{left_over}")))?;
    }
    let mut conn = open::make(&path, key)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    fill(&tx)?;
    tx.commit()?;
    // Closing the only connection merges the log, so the file is complete.
    Ok(conn.close().map_err(|(_, error)| error)?)
}

/// Gives the database its final name. The house exists from then on.
fn complete(folder: &HouseFolder) -> Result<()> {
    private_file::rename(folder.path(), UNFINISHED, DATABASE)
}

fn refuse_existing(folder: &HouseFolder) -> Result<()> {
    match private_file::check_file(&folder.database())? {
        Some(_) => Err(StoreError::HouseExists { path: folder.path().to_owned() }),
        None => folder.refuse_keys_of_another(),
    }
}

/// Writes the founding into an empty database.
///
/// # Errors
/// `UnknownCode` for a programme without a profile; `NoRandomness`, `DiskFull`, `Database`.
fn write(
    tx: &Transaction<'_>,
    profiles: &[Programme],
    founding: &Founding,
    at: Moment,
    keys: Vec<KeyDeed>,
) -> Result<()> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|_| StoreError::NoRandomness)?;
    tx.execute(
        "INSERT INTO house (only, id, created_at, history_key) VALUES (1, ?1, ?2, ?3)",
        (founding.id.to_be_bytes(), at.at().format("%Y-%m-%dT%H:%M:%S").to_string(), key),
    )?;
    let moment = at;
    let at = moment.at().with_nanosecond(0).unwrap_or(moment.at());
    // Somebody has to lead the house from the start.
    let founder = Staff { leader: true, ..founding.staff.clone() };
    let by = founder.id;
    let mut changes: Vec<Change> = vec![Edit::create(founder).into()];
    changes.extend(founding.programmes.iter().cloned().map(|p| Change::from(Edit::create(p))));
    changes.extend(founding.closures.iter().cloned().map(|c| Change::from(Edit::create(c))));
    changes.extend(
        keys.into_iter().map(|deed| Edit::create(KeyEvent { id: staff::key_event(), at, by, deed }).into()),
    );
    let stamp = Stamp { at: moment, by, nature: Nature::Do, action_kind: ActionKind::Found };
    let chain = Chain::of(tx)?;
    history::write_step(tx, &chain, stamp, &changes)?;
    for of in [Of::Access, Of::Drafts] {
        sealed_rows::begin(tx, &chain, of)?;
    }
    nouns::programme::programmes(tx, profiles).map(drop)
}

/// Omits the staff member's name.
impl fmt::Debug for Founding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Founding").field("programmes", &self.programmes).finish_non_exhaustive()
    }
}
