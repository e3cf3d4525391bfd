//! Tests.
mod words;
