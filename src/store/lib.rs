//! The encrypted house on disk. No other crate uses the database.
//!
//! # Architecture invariants
//!
//! - Only [`House::perform`] writes records: begin, read the facts, let the domain decide, write rows and history,
//!   commit. The founding writes its records the same way.
//! - Only [`House::erase`] takes records away without a change that keeps them.
//! - The database enforces the domain's rules again: numbered seats, one open case, signed talks, history.
//! - No database type and no SQL leaves this crate.
//!
//! The lower files handle folders, keys and schema versions, and know nothing of cases:
//!
//! | file | holds |
//! |---|---|
//! | `error` | every way the store can refuse or fail |
//! | `folder` | the folder of a house, and the checks before anything in it is trusted |
//! | `private_file` | reading and replacing small secret files |
//! | `key` | the database key, the recovery key, initials, the cost of a passphrase |
//! | `seal` | the age files: an identity under a passphrase, the key to its recipients |
//! | `recipients` | to whom the database key is sealed, and that they are on record |
//! | `key_ring` | unlocking a closed house |
//! | `tries` | wrong passphrases, counted beside the slot, and the wait after them |
//! | `staff` | adding, renewing and listing slots of an open house |
//! | `removal` | removing a slot, in phases: new key, database rewritten |
//! | `open` | opening and preparing a database |
//! | `house` | an open house |
//! | `migrate` | schema versions; `first_leader` appoints the leader of a house from before there were any |
//!
//! The nouns build on them:
//!
//! | file | holds |
//! |---|---|
//! | `column` | converting values to columns and back |
//! | `cell` | converting a field to one or more columns and back |
//! | `table` | declaring a noun's columns, and the statements built from them |
//! | `codes` | the domain's codes as tables that columns refer to |
//! | `row` | reading and writing any noun |
//! | `nouns/` | one file per noun with its `impl Noun`: its table and its queries |
//! | `history` | every change ever written, in a chain of seals |
//! | `snapshot` | the facts of a decision, read in its transaction |
//! | `signatures` | what was signed since a step of the history |
//! | `perform` | the one way to write records |
//! | `founding` | founding a house |
//! | `log` | the log of talks, filtered and paged, and one talk opened |
//! | `tags` | the themes and methods on record |
//! | `drafts` | text that is not on record yet, saved as it is typed |
//! | `aside` | a draft sealed beside the house, when it can't be saved in it |
//! | `access_log` | who looked at what; `audit` reads it for a leader, and draws a sample |
//! | `arrival` | when the user was here last |
//! | `sealed_rows` | the seals of looks and drafts; `anchor` keeps how many there are |
//! | `beside` | the seal kept beside the house, and what it says at an opening |
//! | `search` | finding notes by their words; `search_index` holds the index, `snippet` the line shown of a hit |
//! | `records` | every record at once, for an export |
//! | `verify` | checking a house for damage and forgery; `schema` compares tables, indexes and triggers |
//! | `upkeep` | the check once a day |
//! | `belongings` | what belongs to a record, in every table |
//! | `erase` | taking the records of children out of the house; `erased_rows` are the lines that it emptied |
//! | `backup` | copies of the house elsewhere, and a house restored from one |
//! | `outside` | a file outside the house that only its owner can read |
#![warn(missing_docs)]

mod access_log;
mod anchor;
mod arrival;
mod aside;
mod audit;
mod backup;
mod belongings;
mod beside;
mod cell;
mod closing;
mod codes;
mod column;
mod drafts;
mod erase;
mod erased_rows;
mod error;
mod first_leader;
mod folder;
mod founding;
#[cfg(test)]
mod full;
mod history;
mod house;
mod key;
mod key_ring;
mod log;
mod migrate;
mod nouns;
mod open;
mod outside;
mod perform;
#[cfg(test)]
mod plans;
mod private_file;
mod recipients;
mod records;
mod remembered;
mod removal;
mod row;
mod schema;
mod seal;
mod sealed_bytes;
mod sealed_export;
mod sealed_rows;
mod search;
mod search_index;
mod signatures;
mod snapshot;
mod snippet;
mod staff;
mod table;
mod tags;
mod tries;
#[cfg(test)]
mod upgrade;
mod upkeep;
mod verify;

pub use access_log::{Access, AccessQuery, LoggedAccess};
pub use arrival::Arrival;
pub use aside::Aside;
pub use audit::{AuditQuery, Audited};
pub use backup::known::{KnownBackup, NewestBackup, newest_backup};
pub use backup::last_seal::BackupSeal;
pub use backup::restore::{Restoring, backup_at};
pub use backup::{BackedUp, Backup};
pub use beside::Beside;
pub use closing::{TIME_FOR_ALL, TIME_TO_CLOSE};
pub use drafts::{Draft, Held, Saved, Twin};
pub use erase::Erasing;
pub use erase::list::ErasedElsewhere;
pub use error::StoreError;
pub use folder::{HouseFolder, is_network_file_system};
pub use founding::{Founding, mint};
pub use history::Trace;
pub use house::{House, OpenMode};
pub use key::{Cost, HouseKey, Initials, RecoveryKey};
pub use key_ring::KeyRing;
pub use log::{LogKey, Noted, OpenedTalk, Sealed, TalkQuery};
pub use migrate::SCHEMA_VERSION;
pub use outside::{write_private, write_private_after, write_private_folder_after};
pub use perform::{Asker, Receipt};
pub use removal::Removal;
pub use sealed_export::{FolderKey, is_sealed, open_file, seal_file};
pub use search::{Found, Hit, Hits, SearchQuery, Sort};
pub use staff::{Renewal, Slot, SlotState};
pub use tags::TagsInUse;
pub use tries::FailedTries;
pub use verify::{BadHead, Head, Verification};

/// The result of the store's operations. Operations that the rules can refuse use another error type.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
