//! The rules of a service for children with worrying school absence, and nothing else.
//!
//! # Architecture invariants
//!
//! - No clock, no file, no thread: the crate is `no_std`, so they do not compile. The caller passes `today`.
//! - It returns values and enums, never sentences; `words` in the program translates them into Danish and English.
//! - Every write anywhere in the program is a [`Change`](record::Change), made by [`decide()`](fn@decide::decide) from
//!   an [`Action`](decide::Action) and [`Facts`](decide::Facts).
//! - A refusal carries every reason at once ([`Refusal`](decide::Refusal)).
//! - Every stored enum has a stable code ([`Coded`](value::Coded)); an unknown code is an error, never a default.
//!
//! # Floors
//!
//! - [`value`]: identities, texts, times, codes.
//! - [`record`]: the records of a house, one noun per file, and the one list of record types.
//! - [`rules`]: calculations over the records: attendance, seats, steps, load, alerts.
//! - [`decide`]: actions, facts, and the decisions made from them.
//!
//! Each floor uses only those before it, and no two files depend on each other in a circle.
//!
//! Names are the field's own terms; the documentation of each gives the Danish.
#![no_std]
#![warn(missing_docs)]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc)]

extern crate alloc;

pub mod decide;
pub mod record;
pub mod rules;
pub mod value;
