//! The words of a change: which record, and from what to what, field by field.

use serde_json::Value;
use trivsel_domain::{Change, Staff};

use super::Words;

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which record, and whether it was made, changed or removed.
    pub title: String,
    /// Each field that changed, with old and new.
    pub parts: Vec<String>,
}

/// Tells a change.
#[must_use]
pub fn told(words: &Words, _staff: &[Staff], change: &Change) -> Told {
    let value = serde_json::to_value(change).unwrap_or(Value::Null);
    let of = value.get("of").and_then(Value::as_str).unwrap_or_default();
    Told { title: words.code("record", of).to_owned(), parts: Vec::new() }
}
