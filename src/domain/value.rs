//! Values: identities, texts, times, codes. They depend on no record.

pub mod code;
pub mod cpr;
pub mod grade;
pub mod holiday;
pub mod id;
pub mod level;
pub mod mark;
pub mod name;
pub mod programme_code;
pub mod requirement;
pub mod role;
pub mod school_year;
pub mod seat;
pub mod stage;
pub mod text;
pub mod time;

pub use code::*;
pub use cpr::*;
pub use grade::*;
pub use holiday::*;
pub use id::*;
pub use level::*;
pub use mark::*;
pub use name::*;
pub use programme_code::*;
pub use requirement::*;
pub use role::*;
pub use school_year::*;
pub use seat::*;
pub use stage::*;
pub use text::*;
pub use time::*;
