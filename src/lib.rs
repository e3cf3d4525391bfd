//! Trivsel.
