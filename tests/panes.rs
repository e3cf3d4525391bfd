//! The screen: keys in, screen out.

mod budgets;
mod case_forms;
mod chart;
mod keys;
mod others;
mod register;
mod scores;
mod shared;
mod together;
mod views;
