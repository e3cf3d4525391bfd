//! Checks the README's invariants about the code itself: purity, dependencies, file sizes, writes.

mod crates;
mod fields;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter::successors;
use std::path::{Path, PathBuf};

/// The path and text of every source file in a folder, and of the file that declares the folder's module.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.retain(|path| path.extension().is_some_and(|e| e == "rs"));
    assert!(!files.is_empty(), "no sources in {folder}");
    files.extend(Some(root.join(folder).with_extension("rs")).filter(|path| path.exists()));
    files.sort();
    let name = |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The lines that are not comments, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Fails if a file in a folder contains one of these texts outside its comments.
fn must_not_name(folder: &str, texts: &[&str], why: &str) {
    for (file, text) in sources(folder) {
        for (number, line) in code(&text) {
            for bad in texts {
                assert!(!names(line, bad), "{file}:{number} names {bad}: {why}");
            }
        }
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a line contains a text. A single word must match whole, so `House` is not found in `HouseSettings`.
fn names(line: &str, text: &str) -> bool {
    if text.chars().all(in_word) {
        line.split(|c| !in_word(c)).any(|w| w == text)
    } else {
        line.contains(text)
    }
}

#[test]
fn every_file_starts_with_a_doc_line() {
    for folder in ["src", "tests"] {
        for (file, text) in sources(folder) {
            assert!(text.starts_with("//!"), "{file} must open with //! and what lives there");
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for folder in ["src", "tests"] {
        for (file, text) in sources(folder) {
            let lines = text.lines().count();
            assert!(lines <= 400, "{file} has {lines} lines: which noun is missing?");
        }
    }
}

#[test]
fn main_only_starts() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).unwrap();
    assert!(main.lines().count() <= 40, "main.rs only starts the program");
}

/// The dependencies of a workspace crate, without those for tests.
fn dependencies(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name).join("Cargo.toml");
    let manifest = fs::read_to_string(path).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let lines = section.lines().filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The compiler enforces the crate boundaries; this checks the dependencies between the crates.
#[test]
fn nothing_points_up() {
    let arrows: [(&str, &[&str]); 8] = [
        ("fold", &[]),
        ("domain", &["fold"]),
        ("defaults", &["domain"]),
        ("store", &["domain", "fold"]),
        ("words", &["domain", "fold", "store"]),
        ("interchange", &["defaults", "domain", "words"]),
        ("reports", &["domain", "words"]),
        ("tui", &["defaults", "domain", "reports", "store", "words"]),
    ];
    for (name, may) in arrows {
        let all = dependencies(name);
        let ours: Vec<&str> = all.iter().filter_map(|d| d.strip_prefix("trivsel-")).collect();
        assert_eq!(ours.iter().filter(|d| !may.contains(d)).collect::<Vec<_>>(), [] as [&&str; 0], "{name}");
        let speaks_sql = all.iter().any(|d| d.starts_with("rusqlite"));
        assert_eq!(speaks_sql, name == "store", "{name}: only the store speaks to the database");
    }
    must_not_name("src/tui/widgets", &["panes::", "layers::", "sheet::"], "a widget knows no pane");
    must_not_name(
        "src/demo",
        &["ratatui", "trivsel_tui", "trivsel_store", "trivsel_interchange", "crate::cli"],
        "the invented house is records like any other",
    );
}

/// The module names that follow `panes::` or `super::` in some code, including every name in braces.
fn named_rooms(text: &str) -> Vec<String> {
    let bare: String = code(text).flat_map(|(_, line)| line.chars()).filter(|c| !c.is_whitespace()).collect();
    let mut rooms = Vec::new();
    for parent in ["panes::", "super::"] {
        for rest in bare.split(parent).skip(1) {
            // Only an import has braces, and it ends at the semicolon.
            let end = if rest.starts_with('{') { rest.find(';') } else { rest.find(|c| !in_word(c)) };
            let path = &rest[..end.unwrap_or(rest.len())];
            rooms.extend(path.split(|c| !in_word(c)).map(str::to_owned));
        }
    }
    rooms
}

#[test]
fn panes_never_call_each_other() {
    let paths = "use super::talks;\nuse crate::tui::{model, panes::{line, teaching::{self, draw}}};\n// panes::calendar";
    for seen in ["talks", "line", "teaching"] {
        assert!(named_rooms(paths).iter().any(|room| room == seen), "{seen} is overlooked");
    }
    assert!(!named_rooms(paths).iter().any(|room| ["calendar", "model"].contains(&room.as_str())));
    let panes = ["agenda", "attendance", "calendar", "caseload", "talks", "teaching"];
    let all = sources("src/tui/panes");
    for here in panes {
        let (room, rooms) = (format!("src/tui/panes/{here}.rs"), format!("src/tui/panes/{here}/"));
        assert!(all.iter().any(|(file, _)| *file == room), "there is no pane {here}");
        for (file, text) in all.iter().filter(|(file, _)| *file == room || file.starts_with(&rooms)) {
            let named = named_rooms(text);
            let other = panes.iter().find(|p| **p != here && named.iter().any(|n| n == *p));
            assert_eq!(other, None, "{file} calls another pane");
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
        for (number, line) in code(&text) {
            for bad in io {
                assert!(!names(line, bad), "{file}:{number} names {bad}: only the loop has effects");
            }
        }
    }
    for folder in ["panes", "layers", "draw", "widgets", "keys", "sheet", "form", "editor"] {
        must_not_name(&format!("src/tui/{folder}"), &io, "only the loop has effects");
    }
    // `House` is allowed there: it is a value of `OpenTo`.
    must_not_name("src/tui/forms", &io[..7], "only the loop has effects");
}

#[test]
fn drawing_changes_nothing() {
    let mut drawn = 0;
    // `screen.rs` is the terminal buffer that is drawn on.
    for (file, text) in sources("src/tui").into_iter().filter(|(file, _)| file != "src/tui/run/screen.rs") {
        for (at, _) in text.match_indices("fn draw") {
            let parameters = text[at..].split(['{', ';']).next().unwrap();
            let changed: Vec<&str> = parameters.split("&mut ").skip(1).collect();
            assert!(changed.iter().all(|c| c.starts_with("Frame<")), "{file}: {parameters}");
            drawn += changed.len();
        }
    }
    assert!(drawn > 20, "only {drawn} functions draw on a frame");
    for folder in ["panes", "layers", "draw", "widgets", "sheet", "form", "forms", "editor"] {
        let hidden =
            ["RefCell", "UnsafeCell", "OnceCell", "Mutex", "RwLock", "std::sync::atomic", "static mut"];
        must_not_name(&format!("src/tui/{folder}"), &hidden, "nothing changes behind a shared reference");
    }
}

#[test]
fn only_the_loop_shares_state_between_threads() {
    for (file, text) in sources("src/tui").into_iter().filter(|(file, _)| !file.starts_with("src/tui/run")) {
        for (number, line) in code(&text) {
            for shared in ["Mutex", "RwLock", "std::sync::atomic", "LazyLock", "static ref"] {
                assert!(!names(line, shared), "{file}:{number} names {shared}: one thread owns the model");
            }
        }
    }
}

/// Whether a line of code starts a change of database rows. SQL is written in capitals.
fn changes_rows(line: &str) -> bool {
    ["INSERT ", "UPDATE ", "DELETE FROM", "REPLACE INTO"].iter().any(|words| line.contains(words))
}

#[test]
fn one_way_to_write() {
    let of_tests = |file: &str| file.starts_with("src/store/upgrade/") || file == "src/store/table/tests.rs";
    let mut all = sources("src/store");
    all.retain(|(file, _)| !of_tests(file));
    let calling = |name: &str| -> Vec<String> {
        let calls = |text: &str| code(text).any(|(_, line)| names(line, name));
        all.iter().filter(|(_, text)| calls(text)).map(|(file, _)| file.clone()).collect()
    };
    // A change is only written as part of a step, with its history. A step is only made by the founding and by an
    // action that the domain allowed.
    assert_eq!(calling("apply"), ["src/store/row.rs"]);
    assert_eq!(calling("apply_change"), ["src/store/history.rs", "src/store/row.rs"]);
    assert_eq!(
        calling("write_step"),
        ["founding", "history", "perform"].map(|f| format!("src/store/{f}.rs"))
    );
    let defined =
        all.iter().filter(|(_, text)| text.contains("fn write_step(") || text.contains("fn apply_change("));
    assert_eq!(defined.count(), 2);

    // `row` writes the rows of every noun with the statements of `table`, and `history` writes their history. The
    // other files write what is not a record, or what a noun has besides its row.
    let allowed = [
        "src/store/access_log.rs",
        "src/store/anchor.rs",
        "src/store/codes.rs",
        "src/store/drafts.rs",
        "src/store/erase/drafts.rs",
        "src/store/erase/history.rs",
        "src/store/erase/looks.rs",
        "src/store/erase.rs",
        "src/store/erased_rows.rs",
        "src/store/first_leader.rs",
        "src/store/founding.rs",
        "src/store/history.rs",
        "src/store/nouns/case.rs",
        "src/store/nouns/programme.rs",
        "src/store/nouns/talk.rs",
        "src/store/recipients.rs",
        "src/store/sealed_rows.rs",
        "src/store/search_index.rs",
        "src/store/table.rs",
        "src/store/upkeep.rs",
    ];
    let writing: Vec<&str> = all
        .iter()
        .filter(|(_, text)| code(text).any(|(_, line)| changes_rows(line)))
        .map(|(file, _)| file.as_str())
        .collect();
    assert_eq!(writing, allowed);
}

/// What the README puts between single backticks or links to.
fn named_in_the_readme() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let prose: String = readme.split("```").step_by(2).collect();
    let quoted = prose.split('`').skip(1).step_by(2).map(str::to_owned);
    let linked = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned);
    quoted.chain(linked).collect()
}

#[test]
fn every_path_in_the_readme_exists() {
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
fn nothing_is_printed_with_debug_formatting() {
    // A record's `Debug` quotes names and notes, so it must not reach a message, a log or a crash report. These
    // files only print codes, step numbers, names of messages, and cells quoted to their author.
    let allowed =
        ["src/domain/value/code.rs", "src/words/lib.rs", "src/store/history.rs", "src/store/perform.rs"];
    for (file, text) in sources("src") {
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

/// The files of the domain by module path, each with the files it refers to by `crate::` or `super::`.
fn domain_files() -> BTreeMap<String, BTreeSet<String>> {
    let module =
        |file: &str| file.trim_start_matches("src/domain/").trim_end_matches(".rs").replace('/', "::");
    let all: BTreeMap<String, String> =
        sources("src/domain").into_iter().map(|(file, text)| (module(&file), text)).collect();
    let names = |module: &String, text: &String| {
        let code: String = code(text).map(|(_, line)| format!("{line}\n")).collect();
        let above = module.rsplit_once("::").map_or("", |(above, _)| above);
        let paths = paths(&code, "crate::", "").into_iter().chain(paths(&code, "super::", above));
        let file = |path: String| {
            let mut up = successors(Some(path.as_str()), |p| p.rsplit_once("::").map(|(above, _)| above));
            up.find(|file| all.contains_key(*file)).map(str::to_owned)
        };
        paths.filter_map(file).filter(|file| file != module).collect()
    };
    all.iter().map(|(module, text)| (module.clone(), names(module, text))).collect()
}

/// Every path in the code that starts with a prefix, relative to a module; names in braces are separate paths.
fn paths(code: &str, prefix: &str, from: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let from = if from.is_empty() { String::new() } else { format!("{from}::") };
        spread(code.get(at + prefix.len()..).unwrap_or_default(), &from, &mut found);
    }
    found
}

/// Reads one path and returns the rest of the code.
fn spread<'a>(code: &'a str, before: &str, found: &mut Vec<String>) -> &'a str {
    let end = code.find(|c: char| !in_word(c) && c != ':').unwrap_or(code.len());
    let (name, mut rest) = code.split_at(end);
    let path = format!("{before}{name}");
    let Some(list) = rest.strip_prefix('{').filter(|_| path.ends_with("::")) else {
        found.push(path.trim_end_matches(':').to_owned());
        return rest;
    };
    rest = list;
    while !rest.is_empty() && !rest.starts_with('}') {
        rest = spread(rest.trim_start(), &path, found);
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    }
    rest.strip_prefix('}').unwrap_or(rest)
}

#[test]
fn no_files_of_the_domain_know_each_other_in_a_circle() {
    let files = domain_files();
    for file in files.keys() {
        let mut reached: BTreeSet<&String> = BTreeSet::new();
        let mut next: Vec<&String> = files[file].iter().collect();
        while let Some(other) = next.pop() {
            assert!(other != file, "{file} knows itself by way of {reached:?}");
            if reached.insert(other) {
                next.extend(&files[other]);
            }
        }
    }
    assert!(files["decide::save"].contains("record::change"), "names are read: {:?}", files["decide::save"]);
}

#[test]
fn each_floor_of_the_domain_knows_only_those_below() {
    let floors = ["value", "record", "rules", "decide"];
    let floor = |file: &str| {
        let name = file.split("::").next().unwrap();
        floors.iter().position(|f| *f == name).unwrap_or_else(|| panic!("{file} is on no floor"))
    };
    for (file, names) in domain_files().iter().filter(|(file, _)| *file != "lib") {
        for other in names {
            assert!(floor(other) <= floor(file), "{file} knows {other}, which is above it");
            assert!(other.contains("::"), "{file} names something of {other} without the file it is in");
        }
    }
}
