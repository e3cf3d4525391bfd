//! Tests, one binary: each noun in a file of its own.

mod store;
