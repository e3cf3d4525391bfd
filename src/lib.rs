//! Trivsel: a caseload, register and talk log for services for children with worrying school absence.
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that can not go on should stop"))]

pub mod cli;
pub mod demo;
pub mod settings;
