//! The screen: keys in, screen out.

mod budgets;
mod chart;
mod keys;
mod others;
mod papers;
mod register;
mod scores;
mod shared;
mod together;
mod views;
