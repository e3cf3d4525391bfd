//! Tests that houses of older schemas keep their content through the migrations.

mod access_review;
mod busy;
mod cases;
mod codes;
mod correspondence;
mod drafts;
mod erasures;
mod figures;
mod history;
mod keys;
mod misplaced;
mod moments;
mod own_series;
mod people;
mod reported;
mod rhythm;
mod series;
mod talks;
