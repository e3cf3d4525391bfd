//! Houses of older schemas with real rows, brought up to date: what stood in them still does.

mod cases;
mod codes;
mod drafts;
mod people;
mod talks;
