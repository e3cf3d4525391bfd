//! Trivsel: a caseload, register and talk log for services for children with worrying school absence.
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that can not go on should stop"))]

pub mod cli;
pub mod clock;
pub mod demo;
pub mod interchange;
pub mod profiles;
pub mod settings;
pub mod tui;
pub mod words;
