//! Key events: what happened to the keys of the house. Each is written once, and never changed or removed.
//!
//! They belong to the keys of one house, so an export of the records leaves them out.

use alloc::vec::Vec;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::fingerprint::Fingerprint;
use crate::value::id::{AnyKey, KeyEventId, StaffId};
use crate::value::name::Initials;
use crate::value::text::Line;

/// What happened to the keys. Source: our own (who can open a house is on record).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyDeed {
    /// A member of staff got a key.
    Given(Slot),
    /// A member of staff changed their own passphrase, with the old one.
    Changed(Slot),
    /// A leader gave a member of staff a new passphrase.
    Renewed(Slot),
    /// Somebody with the recovery key gave a member of staff a new passphrase.
    Recovered(Slot),
    /// A new recovery key was made.
    RecoveryMade(Fingerprint),
    /// A key was removed, and the house got a new recovery key.
    Removed {
        /// The owner of the key.
        of: Initials,
        /// The fingerprint of the new recovery key.
        recovery: Fingerprint,
    },
    /// The disk refused the last change of a key, and the key is as it was before.
    PutBack {
        /// The owner of the key; `None` for the recovery key.
        of: Option<Initials>,
        /// The fingerprint of the key; `None` if there was no key.
        fingerprint: Option<Fingerprint>,
    },
    /// The house was exported.
    Exported {
        /// The format, in one word.
        format: Line,
        /// Whether the export holds every record.
        whole: bool,
    },
    /// Wrong passphrases were tried for a key before its owner came in.
    FailedTries {
        /// The owner of the key.
        of: Initials,
        /// How many; at least 1.
        count: u32,
        /// The first of them, in the house's own time zone.
        first: NaiveDateTime,
        /// The last of them, in the house's own time zone.
        last: NaiveDateTime,
    },
    /// Everybody was asked to close the house, because its key changes.
    AskedToClose {
        /// When the others are closed, in the house's own time zone.
        until: NaiveDateTime,
    },
}

/// The key of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The owner of the key.
    pub of: Initials,
    /// The fingerprint of the key.
    pub fingerprint: Fingerprint,
}

/// A key event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEvent {
    /// Its identity.
    pub id: KeyEventId,
    /// When it happened, in the house's own time zone, to the second.
    pub at: NaiveDateTime,
    /// The member of staff who did it.
    pub by: StaffId,
    /// What happened.
    pub deed: KeyDeed,
}

impl Record for KeyEvent {
    type Key = KeyEventId;

    fn key(&self) -> KeyEventId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.by.into()].into()
    }
}

/// The keys that are on record: the fingerprint of the key that each owner has after these events, oldest first.
/// `None` is the owner of the recovery key.
pub fn keys_on_record<'e>(
    events: impl IntoIterator<Item = &'e KeyEvent>,
) -> Vec<(Option<Initials>, Fingerprint)> {
    let mut keys: Vec<(Option<Initials>, Fingerprint)> = Vec::new();
    let mut set = |owner: Option<&Initials>, fingerprint: Option<&Fingerprint>| {
        keys.retain(|(of, _)| of.as_ref() != owner);
        keys.extend(fingerprint.map(|fingerprint| (owner.cloned(), *fingerprint)));
    };
    for event in events {
        match &event.deed {
            KeyDeed::Given(slot)
            | KeyDeed::Changed(slot)
            | KeyDeed::Renewed(slot)
            | KeyDeed::Recovered(slot) => set(Some(&slot.of), Some(&slot.fingerprint)),
            KeyDeed::RecoveryMade(fingerprint) => set(None, Some(fingerprint)),
            KeyDeed::Removed { of, recovery } => {
                set(Some(of), None);
                set(None, Some(recovery));
            }
            KeyDeed::PutBack { of, fingerprint } => set(of.as_ref(), fingerprint.as_ref()),
            KeyDeed::Exported { .. } | KeyDeed::FailedTries { .. } | KeyDeed::AskedToClose { .. } => {}
        }
    }
    keys
}
