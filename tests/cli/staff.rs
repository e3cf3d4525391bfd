//! Managing the staff and their keys.

use super::{Place, arg, ended};

/// Runs as another user.
fn run_as(place: &Place, who: &str, pass: &str, args: &[&str]) -> super::Ended {
    let mut command = place.bare();
    command.args(["--lang", "en", "--as", who, "--today", "2026-11-20", "--house"]).arg(place.house());
    command.arg("--passphrase-file").arg(place.path(pass));
    ended(command.args(args))
}

#[test]
fn a_colleague_is_added_and_removed() {
    let place = Place::new();
    let pass = place.secret("cd", "carls sætning");
    let add = [
        "staff",
        "add",
        "--name",
        "Carl Dam",
        "--initials",
        "cd",
        "--competency",
        "therapy",
        "--new-passphrase-file",
        arg(&pass),
    ];
    place.done(&add);
    assert!(place.refused(&add).contains("CD"));
    let list = run_as(&place, "CD", "cd", &["staff", "list"]);
    insta::assert_snapshot!(list.out, @r"
    AB    Anne Bæk                      has a key
    CD    Carl Dam                      has a key  therapy
    ");
    let json = place.done(&["staff", "list", "--json"]);
    assert!(json.contains("\"initials\": \"CD\"") && json.contains("\"has_key\": true"), "{json}");

    // Two people have a key, so initials are needed.
    let mut command = place.bare();
    command.args(["--lang", "en", "check", "--house"]).arg(place.house());
    let who = ended(command.arg("--passphrase-file").arg(place.path("pass")));
    assert_eq!((who.code, who.err.as_str()), (2, "Say who you are with --as and your initials.\n"));

    place.secret("cd2", "en anden sætning");
    let changed = run_as(
        &place,
        "CD",
        "cd",
        &["staff", "passphrase", "--new-passphrase-file", arg(&place.path("cd2"))],
    );
    assert_eq!((changed.code, changed.err.as_str()), (0, ""));
    assert_eq!(run_as(&place, "CD", "cd", &["check"]).code, 1);
    assert_eq!(run_as(&place, "CD", "cd2", &["check"]).code, 0);

    place.done(&["staff", "remove", "CD"]);
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
    place.refused(&[
        "staff",
        "add",
        "--name",
        "Carl Dam",
        "--initials",
        "CD",
        "--new-passphrase-file",
        arg(&empty),
    ]);
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
    let other = Place::new();
    let said = other.refused(&["check", "--seal", &before]);
    assert!(said.contains("cut or forged"), "{said}");
    assert_eq!(place.run(&["check", "--seal", "12"]).code, 2);
}
