//! The screen: panes, forms, and the loop that reads keys, updates the model, performs effects and draws.

pub mod alarm;
mod away;
pub mod child_name;
pub mod clock;
pub mod cursor;
pub mod door;
pub mod draw;
pub mod editor;
pub mod effect;
pub mod feedback;
pub mod field;
pub mod form;
pub mod forms;
pub mod keeping;
pub mod keys;
pub mod layers;
pub mod load;
pub mod message;
pub mod model;
pub mod offers;
pub mod panes;
pub mod perform;
mod press;
pub mod run;
pub mod sheet;
pub mod theme;
pub mod undo;
pub mod update;
pub mod view;
pub mod widgets;

pub use self::run::{Session, run, signals::ask_without_echo};
