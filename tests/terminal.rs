//! The built program in a real terminal: a pseudo-terminal, read as a screen. Nothing here waits for a time to pass
//! and hopes; what is waited for is seen, within a bound that a slow machine keeps.

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
mod process;
mod staged;
mod together;
mod vanished;
