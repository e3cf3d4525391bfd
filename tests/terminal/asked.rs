//! A list whose questions are put on the terminal, and the name under which the answers are remembered.

use std::fs;

use super::driver::Pty;
use super::place::Place;

const OF_TALKS: &str = "list = \"talks\"\nheadings = [\"Elev\"]\n\n[mapping.columns]\nElev = \"child\"\n";

#[test]
fn answers_do_not_take_the_name_of_a_profile_of_another_list() {
    let place = Place::new();
    let folder = place.path("config/trivsel/imports");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("Nova.toml"), OF_TALKS).unwrap();
    fs::write(place.path("liste.csv"), "Navn på eleven;17-11-2026\nSøren Ægård Åse;T\n").unwrap();
    let mut command = place.on_house();
    command.args(["import", "attendance", "liste.csv", "--dry-run"]);
    let mut pty = Pty::start(command);
    pty.shows("Skriv nummeret");
    pty.types("0\r");
    pty.shows("Skriv et tal fra 1 til 1.");
    pty.types("1\r");
    pty.shows("Skriv et navn");
    pty.types("nova\r");
    pty.shows("Profilen »Nova« er til en liste over samtaler");
    pty.types("Register\r");
    pty.shows("Svarene huskes som »Register«");
    assert_eq!(fs::read_to_string(folder.join("Nova.toml")).unwrap(), OF_TALKS);
    let kept = fs::read_to_string(folder.join("Register.toml")).unwrap();
    assert!(kept.contains("\"Navn på eleven\" = \"child\"") && !kept.contains("Søren"), "{kept}");
}
