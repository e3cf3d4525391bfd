//! Words: everything the program says, in Danish and English. Text made safe to show so far.

pub mod text;
