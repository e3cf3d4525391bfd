//! Tests.

mod domain;
