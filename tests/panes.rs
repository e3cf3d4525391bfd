//! Tests of the screen: keys in, screen out.

mod access;
mod another_day;
mod budgets;
mod case_forms;
mod caseload;
mod chart;
mod corrections;
mod halves;
mod keys;
mod led;
mod lists;
mod notes;
mod others;
mod papers;
mod referral;
mod register;
mod reopened;
mod scores;
mod seats;
mod shared;
mod sheet;
mod steps;
mod together;
mod unplanned;
mod views;
mod waiting;
