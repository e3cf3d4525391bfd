//! The screen: keys in, screen out.

mod budgets;
mod chart;
mod keys;
mod notes;
mod others;
mod register;
mod scores;
mod shared;
mod sheet;
mod together;
mod views;
