//! What the access log says that somebody did, in words.

use trivsel_store::Access;

use super::Words;

/// What was done, without whose case it was: "åbnede et notat". A search is told with its text.
#[must_use]
pub fn told(words: &Words, access: &Access) -> String {
    match access {
        Access::Opened => words.get("access-opened").to_owned(),
        Access::Case(_) => words.get("access-case").to_owned(),
        Access::Talk { .. } => words.get("access-talk").to_owned(),
        Access::RefusedTalk { .. } => words.get("access-refused-talk").to_owned(),
        Access::Search { text, .. } => words.with("access-search", &[("text", text.as_str().into())]),
        Access::Seal(_) => words.get("access-seal").to_owned(),
        Access::Export { what, .. } => words.with("access-export", &[("what", what.as_str().into())]),
    }
}
