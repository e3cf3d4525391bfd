//! Trivsel: a caseload, register and talk log for services for children with worrying school absence.

pub mod clock;
pub mod demo;
pub mod interchange;
pub mod profiles;
pub mod words;
