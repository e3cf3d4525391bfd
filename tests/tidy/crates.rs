//! Checks that each crate of the workspace builds alone, and that the domain is pure.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::dependencies;

/// The crates that have a database below them.
const ABOVE_THE_DATABASE: [&str; 5] = ["store", "words", "interchange", "reports", "tui"];

#[test]
fn a_crate_that_needs_the_database_builds_it_by_default() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for name in ABOVE_THE_DATABASE {
        let manifest: Table =
            fs::read_to_string(root.join(name).join("Cargo.toml")).unwrap().parse().unwrap();
        let features = manifest["features"].as_table().unwrap();
        assert_eq!(features["default"].as_array().unwrap(), &[Value::from("vendored-openssl")], "{name}");
        let below = |feature: &str| features[feature].as_array().unwrap().len();
        assert!(below("vendored-openssl") > 0 && below("system-openssl") > 0, "{name}");
    }
    for entry in fs::read_dir(&root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(path.join("Cargo.toml")) else { continue };
        let manifest: Table = text.parse().unwrap();
        let needs = manifest["dependencies"].as_table().is_some_and(|all| {
            ABOVE_THE_DATABASE.iter().any(|below| all.contains_key(&format!("trivsel-{below}")))
        });
        assert!(!needs || ABOVE_THE_DATABASE.contains(&name.as_str()), "{name} is missing from the list");
    }
}

#[test]
fn the_domain_is_pure() {
    for name in ["domain", "fold"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name).join("lib.rs");
        let is_bare = fs::read_to_string(root).unwrap().contains("#![no_std]");
        assert!(is_bare, "{name} is no_std, so clocks, files and threads do not compile");
    }
    // The last one of each holds tables.
    let pure = ["trivsel-fold", "chrono", "serde", "thiserror", "unicode-properties"];
    assert_eq!(dependencies("domain"), pure);
    assert_eq!(dependencies("fold"), ["memchr", "unicode-normalization"]);
}
