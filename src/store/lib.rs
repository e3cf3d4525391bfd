//! The encrypted house on disk, and the only user of the database.
//!
//! This floor knows folders, keys and schema versions, and nothing about cases.
//!
//! | file | holds |
//! |---|---|
//! | `error` | every way the store can refuse or fail |
//! | `folder` | where a house lives, and the checks before anything in it is trusted |
//! | `private_file` | reading and replacing small secret files |
//! | `key` | the database key, the recovery key, initials, the price of a passphrase |
//! | `seal` | the age files: an identity under a passphrase, the key to its recipients |
//! | `slots` | unlocking, and changing one's own passphrase, while the house is shut |
//! | `staff` | giving, renewing and listing slots of an open house |
//! | `removal` | taking a slot away: new key, database rewritten, step by step |
//! | `open` | the order in which a database is opened and prepared |
//! | `house` | an open house |
//! | `migrate` | schema versions |

mod error;
mod folder;
mod house;
mod key;
mod migrate;
mod open;
mod private_file;
mod removal;
mod seal;
mod slots;
mod staff;

pub use error::StoreError;
pub use folder::{HouseFolder, is_network_file_system};
pub use house::{Access, House};
pub use key::{Cost, HouseKey, Initials, RecoveryKey};
pub use migrate::SCHEMA_VERSION;
pub use removal::Removal;
pub use slots::Slots;
pub use staff::{Slot, SlotState};

/// What every operation of the store returns.
pub type Result<T> = std::result::Result<T, StoreError>;
