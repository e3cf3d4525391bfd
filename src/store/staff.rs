//! The slots of an open house: adding, renewing and listing those who may open it.
//!
//! Only people in the table `key_slot` can open the house, except while a removal is unfinished, which
//! [`House::slots`] shows. Rows are therefore written before `house.age`, and a person's own file last, so that file
//! shows that the slot is complete. A row is written in one transaction with the key event that puts it on record.

use std::collections::BTreeMap;

use age::secrecy::SecretString;
use age::x25519;
use rustix::fs::FlockOperation;
use trivsel_domain::decide::{Action, Denied};
use trivsel_domain::record::{KeyDeed, Slot as KeySlot, Staff};
use trivsel_domain::value::{Fingerprint, KeyEventId};

use crate::recipients::{self, RECOVERY, fingerprint};
use crate::{Asker, Cost, House, Initials, KeyRing, Result, StoreError, mint};
use crate::{private_file, seal};

/// The file with the database key, sealed to everybody.
pub(crate) const CURRENT: &str = "house.age";
/// The file with the next database key, sealed to everybody who stays.
pub(crate) const NEXT: &str = "house.next.age";

/// The state of a person's slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// The slot opens the house.
    Active,
    /// Adding the slot was interrupted. It opens nothing; add it again.
    Unfinished,
    /// Removing the slot was interrupted. It still opens the house; remove it again.
    Leaving,
}

/// A person's slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The owner's initials.
    pub initials: Initials,
    /// Whether it opens the house.
    pub state: SlotState,
    /// The fingerprint of its key; `None` for a slot that is leaving.
    pub fingerprint: Option<Fingerprint>,
    /// Whether it is on record: the owner is a present member of staff and got this key. A slot that is not on record
    /// was planted past the program.
    pub is_on_record: bool,
}

/// How the right to a new passphrase is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// The owner of the slot opened the house with the old passphrase.
    Owner,
    /// A leader does it for a colleague.
    Leader,
    /// The house was opened with the recovery key. The asker is the owner of the slot.
    RecoveryKey,
}

impl House {
    /// Every slot, also unfinished ones and those not on record, by the code points of the initials. Leaves out the
    /// recovery key.
    ///
    /// # Errors
    /// `ReadOnly` in memory; `Corrupt`, `Busy`, `Io`, `Database`.
    pub fn slots(&self) -> Result<Vec<Slot>> {
        let folder = self.folder().ok_or(StoreError::ReadOnly)?;
        let leaving = |initials: Initials| {
            let slot = Slot {
                initials: initials.clone(),
                state: SlotState::Leaving,
                fingerprint: None,
                is_on_record: false,
            };
            (initials, slot)
        };
        let mut found: BTreeMap<Initials, Slot> =
            KeyRing::new(folder).names()?.into_iter().map(leaving).collect();
        for (name, recipient, is_on_record) in recipients::judged(self.conn())? {
            if name == RECOVERY {
                continue;
            }
            let initials = Initials::new(&name).map_err(|_| recipients::bad_row())?;
            let state = if found.contains_key(&initials) { SlotState::Active } else { SlotState::Unfinished };
            let fingerprint = Some(fingerprint(&recipient));
            found.insert(initials.clone(), Slot { initials, state, fingerprint, is_on_record });
        }
        Ok(found.into_values().collect())
    }

    /// The fingerprint of the recovery key; `None` for a house without one.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn recovery_fingerprint(&self) -> Result<Option<Fingerprint>> {
        Ok(recipients::recipient(self.conn(), RECOVERY)?.as_deref().map(fingerprint))
    }

    /// Adds a member of staff with a slot.
    ///
    /// # Errors
    /// [`Denied::Refused`] by the rules; [`Denied::Failed`] with `EmptyPassphrase`, `ReadOnly`, `Busy`, `DiskFull`,
    /// `Io`. After a failure of the disk the person may be on record without a slot; [`House::add_slot`] adds it.
    pub fn add_member(
        &mut self,
        asker: Asker,
        staff: &Staff,
        passphrase: &SecretString,
        cost: Cost,
    ) -> Result<(), Denied<StoreError>> {
        let initials = Initials::new(staff.initials.as_str()).map_err(Denied::Failed)?;
        self.give(asker, &initials, passphrase, cost, |slot| Action::AddStaff {
            staff: staff.clone(),
            key: Some((key_event(), slot.fingerprint)),
        })
    }

    /// Adds a slot for a member of staff who has none.
    ///
    /// # Errors
    /// [`Denied::Refused`] if the asker is no leader; [`Denied::Failed`] with `BadInitials`, `EmptyPassphrase`,
    /// `SlotExists`; `ReadOnly`, `Busy`, `DiskFull`, `Io`. The person can't open the house then.
    pub fn add_slot(
        &mut self,
        asker: Asker,
        initials: &str,
        passphrase: &SecretString,
        cost: Cost,
    ) -> Result<(), Denied<StoreError>> {
        let initials = Initials::new(initials).map_err(Denied::Failed)?;
        if self.is_complete(&initials).map_err(Denied::Failed)? {
            return Err(Denied::Failed(StoreError::SlotExists { initials: initials.as_str().to_owned() }));
        }
        self.give(asker, &initials, passphrase, cost, |slot| key_action(KeyDeed::Given(slot)))
    }

    /// Replaces a person's slot. The old slot and copies of it no longer open the house. A thief may have copied the
    /// database key, which stays the same, so after a theft remove the person and add them again.
    ///
    /// # Errors
    /// [`Denied::Refused`] if the asker is neither the owner nor, with [`Renewal::Leader`], a leader;
    /// [`Denied::Failed`] as [`House::add_slot`], with `NoSlot` instead of `SlotExists`.
    pub fn renew_slot(
        &mut self,
        asker: Asker,
        initials: &str,
        passphrase: &SecretString,
        cost: Cost,
        how: Renewal,
    ) -> Result<(), Denied<StoreError>> {
        let initials = Initials::new(initials).map_err(Denied::Failed)?;
        let row = recipients::recipient(self.conn(), initials.as_str()).map_err(Denied::Failed)?;
        // With the recovery key, also a member of staff gets a key who never had one.
        if row.is_none() && how != Renewal::RecoveryKey {
            return Err(Denied::Failed(StoreError::NoSlot { initials: initials.as_str().to_owned() }));
        }
        self.give(asker, &initials, passphrase, cost, |slot| {
            key_action(match how {
                Renewal::Owner => KeyDeed::Changed(slot),
                Renewal::Leader => KeyDeed::Renewed(slot),
                Renewal::RecoveryKey => KeyDeed::Recovered(slot),
            })
        })
    }

    fn is_complete(&self, initials: &Initials) -> Result<bool> {
        let file = self.place()?.0.keys().join(initials.file_name());
        let has_row = recipients::recipient(self.conn(), initials.as_str())?.is_some();
        Ok(has_row && private_file::check_file(&file)?.is_some())
    }

    /// Makes a key for a person, records the action that gives it, and seals the house to it.
    fn give(
        &mut self,
        asker: Asker,
        initials: &Initials,
        passphrase: &SecretString,
        cost: Cost,
        action: impl FnOnce(KeySlot) -> Action,
    ) -> Result<(), Denied<StoreError>> {
        let folder = self.place().map_err(Denied::Failed)?.0.clone();
        let _lock = folder.lock_keys(FlockOperation::LockExclusive).map_err(Denied::Failed)?;
        let identity = x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let of = trivsel_domain::value::Initials::new(initials.as_str())
            .map_err(|_| Denied::Failed(StoreError::BadInitials))?;
        let action = action(KeySlot { of: of.clone(), fingerprint: fingerprint(&recipient) });
        // The passphrase is stretched slowly, so ask the rules first; and it may fail, so do it before anything is written.
        self.check(asker, &action)?;
        let slot = seal::seal_identity(&identity, passphrase, cost).map_err(Denied::Failed)?;
        let before = recipients::recipient(self.conn(), initials.as_str()).map_err(Denied::Failed)?;
        self.perform_with(asker, &action, |tx| recipients::put(tx, initials.as_str(), Some(&recipient)))?;
        let written = self.seal_to_all(|| {
            private_file::replace_proven(&folder.keys(), &initials.file_name(), &slot, || {
                KeyRing::new(&folder).prove(initials, passphrase)
            })
        });
        if written.is_err() {
            self.put_back(asker, initials.as_str(), before.as_deref());
            let _ = self.seal_to_all(|| Ok(()));
        }
        written.map_err(Denied::Failed)
    }

    /// Restores a row as far as the disk allows, and records that it is as it was.
    pub(crate) fn put_back(&mut self, asker: Asker, name: &str, before: Option<&str>) {
        let Ok(of) = recipients::owner(name) else { return };
        let deed = KeyDeed::PutBack { of, fingerprint: before.map(fingerprint) };
        let _ = self.perform_with(asker, &key_action(deed), |tx| recipients::put(tx, name, before));
    }

    /// Seals the key of this open house to exactly the people on record. Keeps the old seal until `prove` has used the
    /// new one. An open house has the valid key, so this also repairs what an interrupted removal left behind.
    fn seal_to_all(&self, prove: impl FnOnce() -> Result<()>) -> Result<()> {
        let (folder, key) = self.place()?;
        let sealed = seal::seal_key(key, &recipients::on_record(self.conn(), &[])?)?;
        private_file::replace_proven(&folder.keys(), CURRENT, &sealed, prove)?;
        private_file::remove(&folder.keys().join(NEXT))
    }
}

/// The action that records what happens to a key.
pub(crate) fn key_action(deed: KeyDeed) -> Action {
    Action::Key { id: key_event(), deed }
}

/// The identity of a new key event.
pub(crate) fn key_event() -> KeyEventId {
    KeyEventId::from_u128(mint())
}
