//! The screen: keys in, screen out.

mod budgets;
mod keys;
mod others;
mod register;
mod shared;
mod together;
mod views;
