//! Opening a house: every failure is one sentence, exits with 1 and leaves the house unchanged.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{Ended, Place, adding_carl, arg, ended};
use crate::harness::template::content;

fn one_sentence(ended: &Ended) -> &str {
    assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{}", ended.err);
    assert_eq!(ended.err.matches('\n').count(), 1, "{}", ended.err);
    assert!(ended.err.ends_with(".\n") && !ended.err.contains('⟨'), "{}", ended.err);
    &ended.err
}

#[test]
fn a_house_is_founded_once() {
    let place = Place::empty();
    let init = ["init", "--name", "Søren Ægård Åse", "--initials", "sø", "--seats", "12"];
    let run = |args: &[&str]| {
        let mut command = place.bare();
        command.arg("--house").arg(place.house()).arg("--passphrase-file").arg(place.path("pass"));
        ended(command.args(args))
    };
    let first = run(&init);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    let key = first.out.lines().find(|l| l.starts_with("    ")).unwrap().trim().to_owned();
    assert_eq!(key.chars().filter(|c| c.is_alphanumeric()).count(), 58);
    assert!(first.out.contains("papir"), "{}", first.out);
    assert_eq!(fs::metadata(place.house()).unwrap().permissions().mode() & 0o777, 0o700);
    assert!(run(&["seats"]).out.contains("0 af 12"));
    let before = content(&place.house());
    one_sentence(&run(&init));
    assert_eq!(content(&place.house()), before);
    // The recovery key opens the house when the passphrase is forgotten.
    let recovery = place.secret("recovery", &key);
    let new = place.secret("new", "en ny sætning");
    let renewed = run(&[
        "staff",
        "passphrase",
        "SØ",
        "--recovery-file",
        arg(&recovery),
        "--new-passphrase-file",
        arg(&new),
    ]);
    assert_eq!((renewed.code, renewed.err.as_str()), (0, ""));
    one_sentence(&run(&["check"]));
    // Otherwise it would have to wait a second after the wrong one.
    fs::remove_file(place.house().join("keys/.SØ.tries")).unwrap();
    place.secret("pass", "en ny sætning");
    // Only one person has a key, so no initials are needed.
    assert!(run(&["staff", "list"]).out.starts_with("SØ    Søren Ægård Åse"));
}

#[test]
fn every_opening_failure_is_one_sentence_and_changes_nothing() {
    let place = Place::new();
    let elsewhere = Place::empty();
    let before = content(&place.house());
    let try_with = |house: &Path, pass: &Path, who: &str| {
        let mut command = place.bare();
        command.args(["--lang", "en", "--as", who, "--house"]).arg(house).arg("--passphrase-file").arg(pass);
        ended(command.arg("check"))
    };
    let pass = place.path("pass");
    let wrong = place.secret("wrong", "forkert");
    let said = try_with(&place.house(), &wrong, "AB");
    assert_eq!(one_sentence(&said), "The passphrase does not fit.\n");
    one_sentence(&try_with(&place.house(), &pass, "CD"));
    one_sentence(&try_with(&elsewhere.path("nowhere"), &pass, "AB"));
    one_sentence(&try_with(&pass, &pass, "AB"));
    one_sentence(&try_with(&place.house(), &place.path("missing"), "AB"));
    one_sentence(&try_with(&place.house(), &place.secret("empty", ""), "AB"));
    one_sentence(&try_with(&elsewhere.path("a\u{1b}[31mred"), &pass, "AB"));
    // Without a terminal there is no question.
    let mut command = place.bare();
    command.args(["--lang", "en", "check", "--house"]).arg(place.house());
    one_sentence(&ended(&mut command));
    // The screen does not open either.
    let screen = place.run(&[]);
    assert!(one_sentence(&screen).starts_with("The screen needs a terminal."));
    one_sentence(&ended(place.bare().arg("demo")));
    // Only the count of the wrong passphrase is written.
    fs::remove_file(place.house().join("keys/.AB.tries")).unwrap();
    assert_eq!(content(&place.house()), before);

    fs::write(place.house().join("house.db"), "not a house any more").unwrap();
    let cut = content(&place.house());
    one_sentence(&try_with(&place.house(), &pass, "AB"));
    assert_eq!(content(&place.house()), cut);
}

#[test]
fn a_passphrase_file_that_others_can_read_gives_a_warning() {
    let place = Place::new();
    let open = place.secret("open", super::PASSPHRASE);
    fs::set_permissions(&open, fs::Permissions::from_mode(0o644)).unwrap();
    let mut command = place.bare();
    command.args(["--lang", "en", "check", "--house"]).arg(place.house()).arg("--passphrase-file").arg(&open);
    let ended = ended(&mut command);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("chmod 600") && !ended.err.contains(super::PASSPHRASE), "{}", ended.err);
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let place = Place::new();
    for args in [
        &["nonsense"][..],
        &["import", "cases"],
        &["--today", "yesterday", "check"],
        &["--passphrase", "hemmelig-ræv-17", "check"],
        &["--passphrase=hemmelig-ræv-17", "check"],
        &["seats", "skolefravaer", "0"],
        &["seats", "skolefravaer"],
        &["staff", "add", "--name", "X", "--initials", "ABCDE"],
        &["export", "--format", "pdf"],
        &["export", "--force"],
    ] {
        let ended = place.run(args);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{args:?}: {}", ended.err);
        assert_eq!(ended.err.matches('\n').count(), 1, "one sentence: {}", ended.err);
        assert!(ended.err.ends_with(".\n") && !ended.err.contains("error:"), "{}", ended.err);
    }
}

#[test]
fn wrong_usage_is_reported_in_the_requested_language() {
    let place = Place::empty();
    let said = |args: &[&str]| ended(place.bare().args(args)).err;
    insta::assert_snapshot!(
        [
            said(&["nonsens"]),
            said(&["--lang", "en", "nonsense"]),
            said(&["--lang=EN", "check", "--dry-run"]),
            said(&["import", "cases"]),
            said(&["--today", "i går", "check"]),
            said(&["seats", "trivsel", "100"]),
            said(&["export", "--format", "pdf"]),
            said(&["init", "--name", "A", "--initials", "AB", "--seats", "0"]),
            said(&["--passphrase-file", "a", "--passphrase-fd", "0", "check"]),
            said(&["staff", "add", "--competency", "magi", "--name", "A", "--initials", "AB"]),
        ]
        .concat(),
        @r"
    Der er ingen kommando nonsens. Se kommandoerne med: trivsel --help.
    There is no command nonsense. See the commands with: trivsel --help.
    --dry-run is not known here. See what there is with --help.
    Her mangler: <FILE>. Se, hvordan det skrives, med --help.
    i går passer ikke til --today <DATE[THH:MM]>. Skriv: en dato som 2026-11-25, eller et tidspunkt som 2026-11-25T08:15.
    100 passer ikke til [NORM]. Skriv: et tal fra 1 til 99, eller ubegrænset.
    pdf passer ikke til --format <FORMAT>. Skriv: json, csv, ics.
    0 passer ikke til --seats <SEATS>. Skriv: et tal fra 1 til 99.
    --passphrase-file <FILE> og --passphrase-fd <N> kan ikke bruges sammen. Udelad den ene.
    magi passer ikke til --competency <COMPETENCY>. Skriv: pædagogik, undervisning, pædagogisk-psykologisk rådgivning, terapi, konsultation.
    "
    );
}

#[test]
fn an_unfinished_init_leaves_nothing_behind() {
    let place = Place::empty();
    let empty = place.secret("empty", "");
    let init = |programme: &str, pass: &Path| {
        let mut command = place.bare();
        command.args(["--lang", "en", "init", "--name", "A", "--initials", "AB", "--programme", programme]);
        ended(command.arg("--house").arg(place.house()).arg("--passphrase-file").arg(pass))
    };
    assert_eq!(init("trivsel", &empty).err, "The passphrase must not be empty.\n");
    let weak = ["a", "qwertyuiop", "abcdefgh", "24121984", "password1", "anne", "trivsel"];
    let said = weak.map(|text| init("trivsel", &place.secret("weak", text)).err);
    insta::assert_snapshot!(said.concat(), @r"
    The passphrase is easy to guess: it is too short or too well known. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it is a word that is tried first. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it holds a sequence such as abc or 6543. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it holds a date or a year. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it is a word that is tried first. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it is made of names. Choose a longer one, such as four words that don't belong together.
    The passphrase is easy to guess: it is too short or too well known. Choose a longer one, such as four words that don't belong together.
    ");
    assert!(!place.house().exists());
    assert_eq!(init("nix", &place.path("pass")).code, 1);
    let said = init("Ikke Her", &place.path("pass"));
    assert_eq!(
        (said.code, said.err.as_str()),
        (2, "Ikke Her is no programme. Write one of: skolefravaer, trivsel.\n")
    );
    assert!(!place.house().exists());
}

#[test]
fn missing_keys_are_reported() {
    let place = Place::new();
    let keys = place.house().join("keys");
    for file in fs::read_dir(&keys).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let check = || {
        let mut command = place.bare();
        command.args(["--lang", "en", "check", "--house"]).arg(place.house());
        ended(command.arg("--passphrase-file").arg(place.path("pass")))
    };
    let said = check();
    assert!(one_sentence(&said).contains("There are no keys in"), "{}", said.err);
    fs::remove_dir(&keys).unwrap();
    let said = check();
    assert!(one_sentence(&said).contains("There are no keys in"), "{}", said.err);
}

#[test]
fn a_passphrase_can_come_from_a_descriptor() {
    let place = Place::new();
    let mut command = place.bare();
    command.args(["--passphrase-fd", "0", "--lang", "en", "check", "--house"]).arg(place.house());
    let ended = ended(command.write_stdin(format!("{}\nnot read", super::PASSPHRASE)));
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(ended.out.starts_with("The house is sound."), "{}", ended.out);
}

#[test]
fn the_environment_sets_the_house_and_the_language() {
    let place = Place::new();
    let mut command = place.bare();
    command.env("TRIVSEL_HOUSE", place.house()).env("TRIVSEL_LANG", "en");
    let ended = ended(command.arg("--passphrase-file").arg(place.path("pass")).arg("seats"));
    assert_eq!(
        ended.out,
        "School absence service (skolefravaer): 0 of 16 seats held\nWellbeing course (trivsel): 0 under way, no limit\n"
    );
}

#[test]
fn every_help_is_in_the_language_that_is_asked_for() {
    let place = Place::empty();
    let commands = [
        "",
        "init",
        "staff",
        "staff list",
        "staff add",
        "staff remove",
        "staff recovery",
        "staff passphrase",
        "import",
        "import cases",
        "import attendance",
        "import talks",
        "import house",
        "export",
        "check",
        "seats",
        "keys",
        "demo",
    ];
    let help = |lang: &str, command: &str, flag: &str| {
        let ended = ended(place.bare().args(["--lang", lang]).args(command.split_whitespace()).arg(flag));
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{command}");
        ended.out
    };
    for command in commands {
        for flag in ["-h", "--help"] {
            let danish = help("da", command, flag);
            for heading in ["Brug: trivsel", "Valg:", "Vis denne hjælp"] {
                assert!(danish.contains(heading), "{heading}: {danish}");
            }
            let english = ["Usage", "Options", "Print", "default:", "possible values", " the ", "env:"];
            for word in english {
                assert!(!danish.contains(word), "{command} {flag}, {word}: {danish}");
            }
            let english = help("en", command, flag);
            assert!(english.contains("Usage: trivsel") && english.contains("Show this help"), "{english}");
        }
    }
    let seats = help("da", "seats", "-h");
    let at = |text: &str| seats.find(text).unwrap();
    assert!(
        at("Tilbuddets kode") < at("Hvor mange pladser") && at("Husets mappe") < at("Vis denne"),
        "{seats}"
    );
}

#[test]
fn a_competency_is_taken_by_its_word_too() {
    let place = Place::new();
    let pass = place.secret("cd", "carls sætning");
    let mut add = adding_carl(&pass).to_vec();
    add.extend(["--competency", "pædagogik", "--competency", "Therapy"]);
    place.done(&add);
    assert!(place.done(&["staff", "list"]).contains("pedagogy, therapy"));
    assert!(place.done(&["seats", "skolefravaer", "ubegrænset"]).contains("no limit"));
}

#[test]
fn help_describes_the_formats() {
    let place = Place::empty();
    let help = |args: &[&str]| {
        let ended = ended(place.bare().args(["--lang", "en"]).args(args).arg("--help"));
        assert_eq!(ended.code, 0);
        ended.out
    };
    let cases = help(&["import", "cases"]);
    for word in ["barn", "henvist", "8.30-12", "venteliste", "phase_out"] {
        assert!(cases.contains(word), "{word}");
    }
    assert!(help(&["import", "attendance"]).contains("F 8.55"));
    let export = help(&["export"]);
    for word in ["trivsel-house", "cases-moves.csv", "history is not part", "NOT encrypted"] {
        assert!(export.contains(word), "{word}");
    }
    assert!(help(&["import"]).contains("All or nothing"));
    let talks = help(&["import", "talks"]);
    for word in ["forældre", "deltagere", "line breaks", "konsultation"] {
        assert!(talks.contains(word), "{word}");
    }
    for text in [&cases, &export, &talks] {
        assert!(text.lines().all(|l| l.chars().count() <= 120), "{text}");
    }
}
