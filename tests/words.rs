//! Tests of the words: text so far.

mod text;
