//! The rules of a service for children with worrying school absence, and nothing else.
//!
//! # Architecture invariants
//!
//! - No clock, no file, no thread: the crate is `no_std`, so they do not compile. Whoever asks gives `today`.
//! - It returns values and enums, never sentences; `words` in the program turns them into Danish or English.
//! - Every write anywhere in the program is a [`Change`](record::Change), made by [`decide()`](fn@decide::decide) from
//!   an [`Action`](decide::Action) and [`Facts`](decide::Facts).
//! - A refusal carries every reason at once ([`Refusal`](decide::Refusal)).
//! - What is stored has a stable code ([`Coded`](value::Coded)); an unknown code is an error, never a default.
//!
//! # Floors
//!
//! - [`value`]: identities, texts, times, codes.
//! - [`record`]: what a house keeps, one noun a file, and the one list of them.
//! - [`rules`]: what follows from the records: attendance, seats, steps, load, alerts.
//! - [`decide`]: actions, facts, and what they come to.
//!
//! Each knows only those before it, and no files of it know each other in a circle.
//!
//! Names are the field's own terms; the Danish for each stands in its documentation.
#![no_std]
#![warn(missing_docs)]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc)]

extern crate alloc;

pub mod decide;
pub mod record;
pub mod rules;
pub mod value;
