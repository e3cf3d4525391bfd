//! The keys of a closed house: unlocking it.
//!
//! `keys/<initials>.age` holds a person's identity under the passphrase, `keys/house.age` the database
//! key sealed to all identities. `keys/house.next.age` exists while a slot is being removed.

use std::fs;

use age::secrecy::SecretString;
use age::x25519;
use chrono::NaiveDateTime;
use rustix::fs::FlockOperation;

use crate::staff::{CURRENT, NEXT};
use crate::{HouseFolder, HouseKey, Initials, OpenMode, RecoveryKey, Result, StoreError};
use crate::{open, private_file, removal, seal, tries};

/// The slots of one house.
#[derive(Clone, Copy, Debug)]
pub struct KeyRing<'f> {
    folder: &'f HouseFolder,
}

impl<'f> KeyRing<'f> {
    /// The slots in this folder.
    pub fn new(folder: &'f HouseFolder) -> Self {
        Self { folder }
    }

    /// The initials of the slot files, by code point. Anyone with the folder can see them;
    /// [`House::slots`](crate::House::slots) says who can actually open the house.
    ///
    /// # Errors
    /// `Io`.
    pub fn names(&self) -> Result<Vec<Initials>> {
        let keys = self.folder.keys();
        let mut names = Vec::new();
        for file in fs::read_dir(&keys).map_err(StoreError::on("list", &keys))? {
            let name = file.map_err(StoreError::on("list", &keys))?.file_name();
            let initials = name.to_str().and_then(|name| name.strip_suffix(".age")).map(Initials::new);
            names.extend(initials.and_then(Result::ok));
        }
        names.sort();
        Ok(names)
    }

    /// Returns the database key for a person and their passphrase. Finishes an interrupted removal of another slot.
    ///
    /// Wrong passphrases are counted, and make the next try wait longer each time; `at` is the time by the machine's clock
    /// in the house's own time zone. [`House::arrive`](crate::House::arrive) ends the count.
    ///
    /// # Errors
    /// `BadInitials`, `NoSlot`, `TooSoon`, `WrongPassphrase`, `EmptyPassphrase`, `SlotOutdated`, `DamagedSlot`,
    /// `NotAHouse`, and the kinds of [`HouseFolder::open`].
    pub fn unlock(&self, initials: &str, passphrase: &SecretString, at: NaiveDateTime) -> Result<HouseKey> {
        let initials = Initials::new(initials)?;
        let identity = self.try_identity(&initials, passphrase, at)?;
        let key = self.key_for(&identity, || outdated(&initials))?;
        if self.folder.open_mode()? == OpenMode::Write {
            self.forget_kept(&initials)?;
        }
        Ok(key)
    }

    /// Returns the database key for the printed recovery key.
    ///
    /// # Errors
    /// `RecoveryKeyUnknown`, `DamagedSlot`, `NotAHouse`, and the kinds of [`HouseFolder::open`].
    pub fn unlock_with_recovery(&self, recovery: &RecoveryKey) -> Result<HouseKey> {
        self.key_for(recovery.identity(), || StoreError::RecoveryKeyUnknown)
    }

    /// Opens a slot and the database key with it.
    ///
    /// # Errors
    /// As [`KeyRing::unlock`].
    pub(crate) fn prove(&self, initials: &Initials, passphrase: &SecretString) -> Result<()> {
        let identity = self.identity(initials, passphrase)?;
        self.key_of(initials, &identity).map(drop)
    }

    /// Opens the database key with a person's identity.
    ///
    /// # Errors
    /// `SlotOutdated`, `DamagedSlot`, `Io`.
    pub(crate) fn key_of(&self, initials: &Initials, identity: &x25519::Identity) -> Result<HouseKey> {
        self.current(identity, || outdated(initials))
    }

    /// Opens `house.age`, which has to be there.
    fn current(
        &self,
        identity: &x25519::Identity,
        not_sealed: impl FnOnce() -> StoreError,
    ) -> Result<HouseKey> {
        let path = self.folder.keys().join(CURRENT);
        if private_file::check_file(&path)?.is_none() {
            return Err(StoreError::DamagedSlot { path });
        }
        self.sealed(CURRENT, identity)?.ok_or_else(not_sealed)
    }

    /// Opens a seal of the database key; `None` if it is not there or not for this identity.
    fn sealed(&self, name: &str, identity: &x25519::Identity) -> Result<Option<HouseKey>> {
        let path = self.folder.keys().join(name);
        match private_file::read(&path)? {
            Some(sealed) => seal::open_key(&sealed, identity, &path),
            None => Ok(None),
        }
    }

    /// Removes what a change of keys that was cut short kept, now that the new keys have opened the house.
    fn forget_kept(&self, initials: &Initials) -> Result<()> {
        let keys = self.folder.keys();
        for name in [initials.file_name(), CURRENT.to_owned()] {
            private_file::remove(&keys.join(private_file::kept_name(&name)))?;
        }
        Ok(())
    }

    /// Tries a passphrase, unless wrong ones were tried too recently.
    fn try_identity(
        &self,
        initials: &Initials,
        passphrase: &SecretString,
        at: NaiveDateTime,
    ) -> Result<x25519::Identity> {
        let _alone = tries::one_by_one(self.folder, initials)?;
        let seconds = tries::read(self.folder, initials)?.map_or(0, |tries| tries.wait(at));
        if seconds > 0 {
            return Err(StoreError::TooSoon { seconds });
        }
        let identity = self.identity(initials, passphrase);
        if identity.as_ref().is_err_and(|error| *error == StoreError::WrongPassphrase) {
            // In a folder that can't be written, the count stays as it is.
            let _ = tries::add(self.folder, initials, at);
        }
        identity
    }

    fn identity(&self, initials: &Initials, passphrase: &SecretString) -> Result<x25519::Identity> {
        let path = self.folder.keys().join(initials.file_name());
        match private_file::read(&path)? {
            Some(sealed) => seal::open_identity(&sealed, passphrase, &path),
            None => Err(StoreError::NoSlot { initials: initials.as_str().to_owned() }),
        }
    }

    /// Opens `house.age`, or `house.next.age` if a removal stopped after the database was rewritten.
    fn key_for(&self, identity: &x25519::Identity, not_sealed: impl Fn() -> StoreError) -> Result<HouseKey> {
        self.folder.check()?;
        let writable = self.folder.open_mode()? == OpenMode::Write;
        let keys = self.folder.keys();
        let shared = self.folder.lock_keys(FlockOperation::LockShared)?;
        if private_file::check_file(&keys.join(NEXT))?.is_none() {
            return self.current(identity, not_sealed);
        }
        // The lock was free, so no removal is running: it was interrupted. Finish it under an exclusive lock.
        drop(shared);
        let _alone = self.folder.lock_keys(if writable {
            FlockOperation::LockExclusive
        } else {
            FlockOperation::LockShared
        })?;
        if let Some(key) = self.sealed(CURRENT, identity)?
            && open::reads(self.folder, &key)?
        {
            if writable {
                private_file::remove(&keys.join(NEXT))?;
            }
            return Ok(key);
        }
        match self.sealed(NEXT, identity) {
            Ok(Some(key)) if open::reads(self.folder, &key)? => {
                if writable {
                    removal::settle(self.folder, &key)?;
                }
                Ok(key)
            }
            Ok(Some(_)) => Err(StoreError::NotAHouse { path: self.folder.database() }),
            Ok(None) => Err(not_sealed()),
            Err(other) => Err(other),
        }
    }
}

fn outdated(initials: &Initials) -> StoreError {
    StoreError::SlotOutdated { initials: initials.as_str().to_owned() }
}
