//! Trivsel.
pub mod words;
