//! The built program in a real terminal: a pseudo-terminal, read as a screen. Nothing here waits for a time to pass
//! and hopes; what is waited for is seen, within a bound that a slow machine keeps.

mod burst;
mod door;
mod driver;
mod ends;
mod idle;
mod killed;
mod look;
mod panics;
mod place;
mod privacy;
mod process;
mod together;
mod vanished;
