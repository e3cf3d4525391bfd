//! The invariants that the README states of the code itself: walls, arrows, rooms.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file of a folder, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

/// Names every file of a folder that holds one of these texts outside its comments.
fn must_not_name(folder: &str, texts: &[&str], why: &str) {
    for (path, text) in sources(folder) {
        let code = text.lines().filter(|l| !l.trim_start().starts_with("//"));
        for (line, number) in code.zip(1..) {
            for bad in texts {
                assert!(!names(line, bad), "{}:{number} names {bad}: {why}", path.display());
            }
        }
    }
}

/// Whether a line holds a text; a single word is looked for whole, so that `House` is not found in `HouseSettings`.
fn names(line: &str, text: &str) -> bool {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    if text.chars().all(in_word) {
        line.split(|c| !in_word(c)).any(|w| w == text)
    } else {
        line.contains(text)
    }
}

#[test]
fn every_file_says_what_lives_there() {
    for folder in ["src", "tests"] {
        for (path, text) in sources(folder) {
            assert!(text.starts_with("//!"), "{} must open with //! and what lives there", path.display());
        }
    }
}

#[test]
fn no_room_is_too_large() {
    for (path, text) in sources("src") {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: which noun is missing?", path.display());
    }
}

#[test]
fn main_only_starts() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).unwrap();
    assert!(main.lines().count() <= 40, "main.rs only starts the program");
}

#[test]
fn the_domain_is_pure() {
    let root = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/lib.rs")).unwrap();
    assert!(root.contains("#![no_std]"), "the domain is no_std, so clocks, files and threads do not compile");
    must_not_name(
        "src/domain",
        &["extern crate std", "std::", "Utc::now", "Local::now"],
        "the domain asks nothing",
    );
}

#[test]
fn the_domain_depends_on_three_crates() {
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap();
    let names: Vec<&str> = dependencies
        .lines()
        .filter_map(|l| l.split(['.', ' ', '=']).next())
        .filter(|n| !n.is_empty())
        .collect();
    assert_eq!(names, ["chrono", "serde", "thiserror"]);
}

#[test]
fn nothing_points_up() {
    must_not_name("src/domain", &["trivsel_store", "trivsel::"], "domain knows nobody");
    must_not_name(
        "src/store",
        &["trivsel::", "ratatui", "crossterm", "crate::words"],
        "the store knows only the domain",
    );
    must_not_name("src/words", &["crate::tui", "crate::cli"], "words stand below the screen");
    must_not_name(
        "src/tui",
        &["crate::cli", "rusqlite", "crate::demo"],
        "the screen knows house, words and domain",
    );
}

#[test]
fn only_the_store_speaks_to_the_database() {
    for folder in ["src/tui", "src/words", "src/domain"] {
        must_not_name(folder, &["rusqlite", "SELECT ", "INSERT INTO"], "SQL stays in the store");
    }
}

#[test]
fn panes_never_call_each_other() {
    let panes = ["attendance", "calendar", "caseload", "talks", "teaching"];
    for here in panes {
        for (path, text) in sources("src/tui/panes") {
            let file = path.to_string_lossy().replace('\\', "/");
            if !file.contains(&format!("panes/{here}")) {
                continue;
            }
            for other in panes.iter().filter(|p| **p != here) {
                assert!(!text.contains(&format!("panes::{other}")), "{file} calls the pane {other}");
            }
        }
    }
}

#[test]
fn update_does_no_io() {
    let io =
        ["std::fs", "std::io", "std::thread", "Instant::now", "SystemTime", "Utc::now", "println!", "House"];
    for file in
        ["update.rs", "model.rs", "message.rs", "effect.rs", "keys.rs", "layers.rs", "field.rs", "theme.rs"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui").join(file);
        let text = fs::read_to_string(&path).unwrap();
        for bad in &io[..7] {
            assert!(!text.contains(bad), "{file} names {bad}: only the loop has effects");
        }
    }
    for folder in ["src/tui/panes", "src/tui/layers", "src/tui/draw", "src/tui/widgets", "src/tui/keys"] {
        must_not_name(folder, &io, "only the loop has effects");
    }
}

#[test]
fn drawing_changes_nothing() {
    for (path, text) in sources("src/tui") {
        for line in text.lines().filter(|l| l.contains("fn draw")) {
            assert!(!line.contains("&mut Model"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn one_way_to_write() {
    // Outside the store nobody gets a connection; inside it, nouns are written by `write_step` alone.
    let writes = sources("src/store").into_iter().filter(|(_, text)| text.contains("fn write_step"));
    assert_eq!(writes.count(), 1);
}

/// What the README puts between single backticks, or links to.
fn named_in_the_readme() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let prose: String = readme.split("```").step_by(2).collect();
    let quoted = prose.split('`').skip(1).step_by(2).map(str::to_owned);
    let linked = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned);
    quoted.chain(linked).collect()
}

#[test]
fn every_path_that_the_readme_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = ["tests", "src", "data", ".ci"];
    let is_ours = |path: &&String| ours.iter().any(|o| *path == o || path.starts_with(&format!("{o}/")));
    let named = named_in_the_readme();
    let paths: Vec<&String> = named.iter().filter(is_ours).collect();
    assert!(paths.len() > 20, "the README names fewer paths than there are floors: {paths:?}");
    for path in paths {
        assert!(root.join(path).exists(), "the README names {path}, which is not there");
    }
}

#[test]
fn nothing_is_printed_as_a_programmer_would() {
    // A record's `Debug` quotes names and notes, so none may reach a message, a log or a report of a fault. Allowed is
    // what holds neither: codes, step numbers, names of messages, and cells said back to who wrote them.
    let allowed = [
        "src/domain/code.rs",
        "src/words.rs",
        "src/store/history.rs",
        "src/store/perform.rs",
        "src/interchange/house/compact.rs",
        "src/interchange/house/assembly.rs",
    ];
    for (path, text) in sources("src") {
        let file = path.to_string_lossy().replace('\\', "/");
        let only_tests = file.ends_with("tests.rs")
            || file.contains("/tests/")
            || ["full.rs", "plans.rs"].iter().any(|f| file.ends_with(f));
        if allowed.contains(&file.as_str()) || only_tests {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (line, number) in code.lines().zip(1..) {
            for bad in [":?}", ":#?}", "dbg!(", "println!(", "eprintln!("] {
                assert!(
                    !line.contains(bad),
                    "{file}:{number} prints with {bad}: it may quote a name or a note"
                );
            }
        }
    }
}
