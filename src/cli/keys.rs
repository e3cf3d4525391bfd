//! `trivsel keys`: prints every key of the screen, grouped by place.

use super::failure::Failure;
use super::output::print;
use super::session::Session;
use trivsel_tui::keys::{Context, TABLE};

/// Width of the column of keys.
const KEYS: usize = 22;

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let words = &session.words;
    let mut text = String::new();
    for context in Context::ALL {
        let gap = if text.is_empty() { "" } else { "\n" };
        text += &format!("{gap}{}\n", words.code("context", context.code()));
        for binding in TABLE.iter().filter(|b| b.context == context) {
            let keys: Vec<String> = binding.chords.iter().map(|chord| chord.label(words)).collect();
            let does = words.code("key", binding.command.code());
            text += &format!("  {:<KEYS$}  {does}\n", keys.join(" "));
        }
    }
    print(&text)
}
