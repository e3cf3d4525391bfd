//! Managing the staff and their keys.

use chrono::TimeDelta;
use trivsel_tui::clock::Clock;

use super::{Place, adding_carl, arg, ended};

/// Runs as another user.
fn run_as(place: &Place, who: &str, pass: &str, args: &[&str]) -> super::Ended {
    let mut command = place.bare();
    command.args(["--lang", "en", "--as", who, "--today", "2026-11-20", "--house"]).arg(place.house());
    command.arg("--passphrase-file").arg(place.path(pass));
    ended(command.args(args))
}

#[test]
fn a_colleague_is_added() {
    let place = Place::new();
    let pass = place.secret("dina", "dinas sætning");
    let add = [
        "staff",
        "add",
        "--name",
        "Dina Enø",
        "--initials",
        "de",
        "--competency",
        "therapy",
        "--new-passphrase-file",
        arg(&pass),
    ];
    place.done(&add);
    assert!(place.refused(&add).contains("DE"));
    let list = run_as(&place, "DE", "dina", &["staff", "list"]);
    insta::assert_snapshot!(without_fingerprints(&list.out), @r"
    AB    Anne Bæk                      has a key ####  leader
    DE    Dina Enø                      has a key ####  therapy
          the recovery key              ####
    ");
    let json = place.done(&["staff", "list", "--json"]);
    assert!(json.contains("\"initials\": \"DE\"") && json.contains("\"has_key\": true"), "{json}");

    // Two people have a key, so initials are needed.
    let mut command = place.bare();
    command.args(["--lang", "en", "check", "--house"]).arg(place.house());
    let who = ended(command.arg("--passphrase-file").arg(place.path("pass")));
    assert_eq!((who.code, who.err.as_str()), (2, "Say who you are with --as and your initials.\n"));
}

#[test]
fn a_colleague_changes_the_passphrase_and_is_removed() {
    let place = Place::new();
    place.add_carl("carls sætning");
    place.secret("cd2", "en anden sætning");
    let changed = run_as(
        &place,
        "CD",
        "cd",
        &["staff", "passphrase", "--new-passphrase-file", arg(&place.path("cd2"))],
    );
    assert_eq!((changed.code, changed.err.as_str()), (0, ""));
    assert_eq!(run_as(&place, "CD", "cd", &["check"]).code, 1);
    place.tried("CD", 20, Clock::running().now());
    let too_soon = run_as(&place, "CD", "cd2", &["check"]);
    assert_eq!((too_soon.code, too_soon.err.contains("Wait ")), (1, true), "{}", too_soon.err);
    place.tried("CD", 2, Clock::running().now() - TimeDelta::days(1));
    let told = run_as(&place, "CD", "cd2", &["check"]);
    assert!(told.code == 0 && told.err.contains("typed wrong 2 times"), "{}", told.err);

    let removed = place.done(&["staff", "remove", "CD"]);
    assert!(removed.contains("the old recovery key opens nothing"), "{removed}");
    assert_eq!(removed.lines().filter(|l| l.starts_with("    ")).count(), 1, "{removed}");
    assert_eq!(run_as(&place, "CD", "cd2", &["check"]).code, 1);
    assert!(place.done(&["staff", "list"]).contains("left 20 Nov 2026"));
    assert!(place.refused(&["staff", "passphrase", "CD"]).contains("left on 20 Nov 2026"));
    assert!(place.refused(&["staff", "remove", "CD"]).contains("left on 20 Nov 2026"));
    assert!(place.refused(&["staff", "remove", "AB"]).contains("Nobody else"));
    assert!(place.refused(&["staff", "remove", "XX"]).contains("initials"));
    assert!(place.done(&["check"]).starts_with("The house is sound."));
}

#[test]
fn a_refused_passphrase_adds_nobody() {
    let place = Place::new();
    let empty = place.secret("empty", "");
    place.refused(&adding_carl(&empty));
    assert!(!place.done(&["staff", "list"]).contains("CD"));
    let weak = place.secret("weak", "anne bæk");
    let said = place.refused(&["staff", "passphrase", "--new-passphrase-file", arg(&weak)]);
    assert!(said.contains("easy to guess"), "{said}");
    assert!(place.done(&["check"]).starts_with("The house is sound."), "the old passphrase still opens");
}

#[test]
fn a_new_recovery_key_replaces_the_old_one() {
    let place = Place::new();
    let new_key = || {
        let said = place.done(&["staff", "recovery"]);
        said.lines().find(|l| l.starts_with("    ")).unwrap().trim().to_owned()
    };
    let (first, second) = (new_key(), new_key());
    assert_ne!(first, second);
    let pass = place.secret("new", "en ny sætning");
    let with = |key: &str| {
        let recovery = place.secret("recovery", key);
        let args = ["staff", "passphrase", "AB", "--recovery-file", arg(&recovery)];
        place.run(&[&args[..], &["--new-passphrase-file", arg(&pass)]].concat())
    };
    let old = with(&first);
    assert_eq!((old.code, old.err.matches('\n').count()), (1, 1), "{}", old.err);
    assert_eq!(with(&second).code, 0);
    place.secret("pass", "en ny sætning");
    assert!(place.done(&["check"]).starts_with("The house is sound."));
}

#[test]
fn a_saved_seal_detects_a_replaced_history() {
    let place = Place::new();
    let seal = || {
        let said = place.done(&["check"]);
        said.lines().find_map(|l| l.strip_prefix("The history's seal: ")).unwrap().to_owned()
    };
    let before = seal();
    place.done(&["seats", "skolefravaer", "20"]);
    assert_ne!(seal(), before);
    place.done(&["check", "--seal", &before]);
    let other = Place::another();
    let said = other.refused(&["check", "--seal", &before]);
    assert!(said.contains("cut or forged"), "{said}");
    assert_eq!(place.run(&["check", "--seal", "12"]).code, 2);
}

/// The output with every fingerprint left out.
fn without_fingerprints(text: &str) -> String {
    let mut text = text.to_owned();
    let is_print = |part: &str| {
        let groups: Vec<&str> = part.split(' ').collect();
        groups.len() == 4 && groups.iter().all(|g| g.len() == 4 && g.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    for at in (0..text.len()).rev() {
        if text.get(at..at + 19).is_some_and(is_print) {
            text.replace_range(at..at + 19, "####");
        }
    }
    text
}

#[test]
fn a_colleague_does_not_become_another_and_what_happens_to_keys_is_on_record() {
    let place = Place::new();
    place.add_carl("carls sætning");
    let mine = place.secret("mine", "en helt anden sætning");
    let refused = |args: &[&str]| {
        let ended = run_as(&place, "CD", "cd", args);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{args:?}");
        assert!(ended.err.contains("Ask a leader: AB"), "{args:?}: {}", ended.err);
    };
    refused(&["staff", "passphrase", "AB", "--new-passphrase-file", arg(&mine)]);
    assert_eq!(run_as(&place, "CD", "cd", &["export"]).code, 0);
    assert!(place.refused(&["staff", "leader", "AB", "--off"]).contains("Somebody has to lead"));
    assert_eq!(place.done(&["staff", "leader", "CD"]), "CD leads the house now.\n");
    place.done(&["export", "--unencrypted", "--out", arg(&place.path("house.json"))]);
    let passphrase = ["staff", "passphrase", "AB", "--new-passphrase-file", arg(&mine)];
    assert_eq!(run_as(&place, "CD", "cd", &passphrase).code, 0);
    let log = without_fingerprints(&run_as(&place, "CD", "cd", &["staff", "log"]).out);
    let told: Vec<&str> = log.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(
        told,
        [
            "CD    gave AB a new passphrase: ####",
            "AB    wrote the whole house to a file (json)",
            "CD    wrote a part of the house to a file (json)",
            "AB    gave CD a key: ####",
            "AB    made a new recovery key: ####",
            "AB    gave AB a key: ####"
        ]
    );
    place.secret("pass", "en helt anden sætning");
    assert!(place.done(&["check"]).starts_with("The house is sound."));
}
