//! The encrypted house on disk, and the only user of the database.
//!
//! # Architecture invariants
//!
//! - Nothing is written on record but by [`House::perform`] (and the founding, which takes the same way): begin, read
//!   the facts, let the domain decide, write rows and history, commit.
//! - What the domain forbids the database forbids again: numbered seats, one open case, signed talks, history.
//! - No type and no word of SQL leaves this crate.
//!
//! The lower files know folders, keys and schema versions, and nothing about cases:
//!
//! | file | holds |
//! |---|---|
//! | `error` | every way the store can refuse or fail |
//! | `folder` | where a house lives, and the checks before anything in it is trusted |
//! | `private_file` | reading and replacing small secret files |
//! | `key` | the database key, the recovery key, initials, the price of a passphrase |
//! | `seal` | the age files: an identity under a passphrase, the key to its recipients |
//! | `key_ring` | unlocking, and changing one's own passphrase, while the house is shut |
//! | `staff` | giving, renewing and listing slots of an open house |
//! | `removal` | taking a slot away: new key, database rewritten, step by step |
//! | `open` | the order in which a database is opened and prepared |
//! | `house` | an open house |
//! | `migrate` | schema versions |
//!
//! On them stand the nouns:
//!
//! | file | holds |
//! |---|---|
//! | `column` | how a value stands in a column, and how it is read back |
//! | `cell` | how a field stands in one column or several |
//! | `table` | how a noun says its columns, and the statements made of them |
//! | `codes` | the domain's codes as tables that columns refer to |
//! | `row` | how any noun is read and written |
//! | `nouns/` | one file a noun, found by its `impl Noun`: its table, and what can be asked about it |
//! | `history` | every change ever written, sealed in a chain |
//! | `snapshot` | the facts of a decision, inside its transaction |
//! | `perform` | the one way to write |
//! | `founding` | making a house, and what it starts with |
//! | `log` | the log of talks, filtered and paged, and one talk opened |
//! | `tags` | which themes and methods are on record |
//! | `drafts` | text that is not on record yet |
//! | `access_log` | who looked at what |
//! | `search` | finding notes by their words: `search_index` is what is in the index, `snippet` what is shown of a find |
//! | `records` | everything at once, for an export |
//! | `verify` | whether a house is sound |
#![warn(missing_docs)]

mod access_log;
mod cell;
mod codes;
mod column;
mod drafts;
mod error;
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
mod perform;
#[cfg(test)]
mod plans;
mod private_file;
mod records;
mod removal;
mod row;
mod seal;
mod search;
mod search_index;
mod snapshot;
mod snippet;
mod staff;
mod table;
mod tags;
#[cfg(test)]
mod upgrade;
mod verify;

pub use access_log::{Access, AccessQuery, LoggedAccess};
pub use drafts::{Draft, Held, Saved, Twin};
pub use error::StoreError;
pub use folder::{HouseFolder, is_network_file_system};
pub use founding::{Founding, mint};
pub use history::Trace;
pub use house::{House, OpenMode};
pub use key::{Cost, HouseKey, Initials, RecoveryKey};
pub use key_ring::KeyRing;
pub use log::{LogKey, Noted, OpenedTalk, Sealed, TalkQuery};
pub use migrate::SCHEMA_VERSION;
pub use perform::{Asker, Receipt};
pub use removal::Removal;
pub use search::{Found, Hit, Hits, SearchQuery, Sort};
pub use staff::{Slot, SlotState};
pub use tags::TagsInUse;
pub use verify::{BadHead, Head, Verification};

/// What every operation of the store returns; those that the rules can refuse, with an error of their own.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
