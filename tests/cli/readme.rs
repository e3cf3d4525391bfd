//! Runs the README's commands as written.

use std::fs;
use std::path::Path;

use super::{Place, arg, ended, example};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn the_commands_of_the_first_day_work_as_written() {
    let place = Place::new();
    place.secret("lise.txt", "lises sætning");
    for list in ["cases.csv", "attendance.csv", "talks.csv"] {
        fs::copy(example(list), place.path(list)).unwrap();
    }
    let readme = readme();
    let block = readme.split("```").skip(1).step_by(2).find(|b| b.contains("trivsel staff add")).unwrap();
    // The screen itself needs a terminal.
    let commands: Vec<&str> = block
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| line.starts_with("trivsel "))
        .collect();
    assert!(commands.len() > 3, "{commands:?}");
    for command in commands {
        let house = place.house();
        let script = format!(
            "trivsel() {{ '{}' --today 2026-11-20T08:15 --house '{}' --as AB --passphrase-file pass \"$@\"; }}\n{command}",
            env!("CARGO_BIN_EXE_trivsel"),
            arg(&house),
        );
        let output = place.program("sh").args(["-c", &script]).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_command_in_the_readme_exists() {
    let place = Place::empty();
    let readme = readme();
    let prose: String = readme.split("```").step_by(2).collect();
    let named: Vec<&str> =
        prose.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("trivsel ")).collect();
    assert!(named.len() > 5, "{named:?}");
    for command in named {
        // The words before the first option or placeholder.
        let words = command.split(' ').take_while(|w| w.starts_with(char::is_lowercase));
        let ended = ended(place.bare().args(words).arg("--help"));
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "trivsel {command}");
    }
}
