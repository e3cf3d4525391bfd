//! The integration tests, as one binary with one module per area.
#![allow(clippy::unwrap_used, reason = "a test that can not go on should stop")]

mod cli;
pub(crate) mod domain;
mod editor;
mod harness;
mod monkey;
mod panes;
mod settings;
mod store;
mod surroundings;
mod terminal;
mod tidy;
mod words;
