//! Checks that the name of a form's field is written once.

use std::collections::BTreeSet;

use super::{code, sources};

/// Where the names are declared.
const DECLARED: &str = "src/tui/forms/field.rs";

/// Whether the literal that starts at a place in a line only equals a field's name: the group of a code in the words,
/// an argument of a message, or the code of a form.
fn is_no_field(line: &str, at: usize) -> bool {
    let before = &line[..at];
    let argument = before.ends_with('(') && line[at..].contains(".into())");
    before.ends_with(".code(")
        || before.ends_with(".count(")
        || line.contains("choices(")
        || line[at..].contains("\" is ")
        || before.ends_with("TALK: &str = ")
        || argument
}

#[test]
fn the_name_of_a_field_is_written_once() {
    let files: Vec<_> = ["src/tui/form", "src/tui/forms", "src/tui/layers/form", "src/tui/sheet"]
        .into_iter()
        .flat_map(sources)
        .collect();
    let (_, declared) = files.iter().find(|(file, _)| file == DECLARED).unwrap();
    let literals = code(declared).filter_map(|(_, line)| line.split_once("&str = "));
    let literals: Vec<&str> = literals.map(|(_, rest)| rest.trim_end_matches(';')).collect();
    assert!(literals.len() > 80, "{DECLARED} declares {} names", literals.len());
    assert_eq!(literals.len(), literals.iter().collect::<BTreeSet<_>>().len(), "{DECLARED} repeats a name");
    for (file, text) in files.iter().filter(|(file, _)| file != DECLARED) {
        for (number, line) in code(text) {
            for literal in &literals {
                let repeated = line.match_indices(literal).any(|(at, _)| !is_no_field(line, at));
                assert!(!repeated, "{file}:{number} repeats {literal}: use the name in {DECLARED}");
            }
        }
    }
}
