//! Records of a house, one noun per file, and the one list of record types.
//!
//! A new type of record needs a file here and an entry in `list`.

pub mod analysis;
pub mod appointment;
pub mod case;
pub mod change;
pub mod child;
pub mod closure;
pub mod correction;
pub mod day;
pub mod document;
pub mod edit;
pub mod follow_up;
pub mod goal;
pub mod intervention;
pub mod level;
mod list;
pub mod measure;
pub mod need;
pub mod person;
pub mod programme;
pub mod records;
pub mod series;
pub mod settings;
pub mod staff;
pub mod stage_move;
pub mod talk;
pub mod teaching;
pub mod timetable;

pub use analysis::*;
pub use appointment::*;
pub use case::*;
pub use change::*;
pub use child::*;
pub use closure::*;
pub use correction::*;
pub use day::*;
pub use document::*;
pub use edit::*;
pub use follow_up::*;
pub use goal::*;
pub use intervention::*;
pub use level::*;
pub use measure::*;
pub use need::*;
pub use person::*;
pub use programme::*;
pub use records::*;
pub use series::*;
pub use settings::*;
pub use staff::*;
pub use stage_move::*;
pub use talk::*;
pub use teaching::*;
pub use timetable::*;
