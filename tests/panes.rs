//! The screen: keys in, screen out.

mod budgets;
mod caseload;
mod chart;
mod keys;
mod others;
mod register;
mod scores;
mod shared;
mod together;
mod views;
