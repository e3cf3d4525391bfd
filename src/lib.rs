//! Trivsel: a caseload, register and talk log for services for children with worrying school absence.

pub mod cli;
pub mod demo;
pub mod settings;
