//! The Fluent files, compiled in. Both languages have the same set of files.

use super::Lang;

/// Builds the list of one language's files as (name, text).
macro_rules! files {
    ($folder:literal) => {
        files!($folder: "common", "keys", "attendance", "caseload", "calendar", "appointments", "talks", "forms", "sheet", "scores", "teaching", "refusals", "steps", "papers", "letters", "rhythm", "today", "case_forms", "counted", "post", "same_child", "access", "house", "reports", "cli", "help")
    };
    ($folder:literal: $($room:literal),+) => {
        &[$((
            concat!($folder, "/", $room, ".ftl"),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/words/", $folder, "/", $room, ".ftl")),
        )),+]
    };
}

const DA: &[(&str, &str)] = files!("da");
const EN: &[(&str, &str)] = files!("en");

pub(super) fn of(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Da => DA,
        Lang::En => EN,
    }
}
