//! Tests of the built program in a pseudo-terminal.
//!
//! No test sleeps and hopes: each waits until something is seen, with a limit that a slow machine can meet.

mod aside;
mod asked;
mod burst;
mod door;
mod drafts;
mod driver;
mod editor;
mod ends;
mod idle;
mod kept;
mod killed;
mod look;
mod note;
mod panics;
mod place;
mod privacy;
pub(crate) mod process;
mod signing;
mod staged;
mod together;
mod vanished;
