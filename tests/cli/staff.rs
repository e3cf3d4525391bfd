//! Staff and their keys.

use super::{Place, arg, ended};

/// A run as somebody else.
fn run_as(place: &Place, who: &str, pass: &str, args: &[&str]) -> super::Ended {
    let mut command = place.bare();
    command.args(["--lang", "en", "--as", who, "--today", "2026-11-20", "--house"]).arg(place.house());
    command.arg("--passphrase-file").arg(place.path(pass));
    ended(command.args(args))
}

#[test]
fn a_colleague_comes_and_goes() {
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

    // Two have a key, so one must say who one is.
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
}
