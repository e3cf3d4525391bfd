//! Tests that houses of older schemas keep their content through the migrations.

mod cases;
mod codes;
mod drafts;
mod people;
mod rhythm;
mod talks;
