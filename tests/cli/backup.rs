//! `trivsel backup` and `trivsel restore`, also killed at any moment.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::faults::{killed_when, list};
use super::{Ended, PASSPHRASE, Place, arg, ended};

/// Runs as AB on another house.
fn on(place: &Place, house: &Path, args: &[&str]) -> Ended {
    let mut command = place.bare();
    command.args(["--lang", "en", "--today", "2026-11-20T08:15", "--as", "AB", "--house", arg(house)]);
    ended(command.arg("--passphrase-file").arg(place.path("pass")).args(args))
}

/// The finished backups in the place.
fn backups(place: &Place) -> Vec<std::path::PathBuf> {
    let all = fs::read_dir(place.path("kopier")).into_iter().flatten().map(|e| e.unwrap().path());
    let mut all: Vec<_> =
        all.filter(|p| !p.file_name().unwrap().to_string_lossy().starts_with('.')).collect();
    all.sort();
    all
}

#[test]
fn a_house_is_backed_up_and_restored_and_the_check_names_the_backup() {
    let place = Place::new();
    place.done(&["import", "cases", arg(&list(&place))]);
    let said = place.done(&["backup", "--to", "kopier"]);
    assert!(said.contains("120 children"), "{said}");
    let said = place.done(&["check"]);
    assert!(said.contains("The house has everything of the last backup"), "{said}");
    let refused = place.refused(&["restore", "kopier", "--to", "house"]);
    assert!(refused.starts_with("There is a house in"), "{refused}");
    let new = place.path("nyt");
    let restored = on(&place, &new, &["restore", "kopier", "--to", "nyt"]);
    assert_eq!((restored.code, restored.err.as_str()), (0, ""));
    // The house named in the command is not there, and no list of erasures lies in the place.
    assert!(restored.out.contains("Whether anybody was erased since is not known"), "{}", restored.out);
    let checked = on(&place, &new, &["check"]);
    assert!(checked.out.starts_with("The house is sound."), "{} {}", checked.out, checked.err);
    // A house that is broken or away names it on standard error.
    let database = place.house().join("house.db");
    fs::rename(&database, place.path("væk.db")).unwrap();
    let said = place.refused(&["check"]);
    assert!(said.contains("The newest good backup is of") && said.contains("kopier"), "{said}");
    fs::rename(place.path("kopier"), place.path("kopier væk")).unwrap();
    let said = place.refused(&["today"]);
    assert!(said.contains("it cannot be reached now"), "{said}");
}

#[test]
fn a_wrong_passphrase_or_place_leaves_nothing_behind() {
    let place = Place::new();
    place.done(&["backup", "--to", "kopier"]);
    place.secret("pass", "noget helt andet 9");
    let wrong = on(&place, &place.path("nyt"), &["restore", "kopier", "--to", "nyt"]);
    assert_eq!(wrong.code, 1, "{}", wrong.out);
    place.secret("pass", PASSPHRASE);
    let said = place.refused(&["restore", "house/keys", "--to", "nyt"]);
    assert!(said.contains("is not a backup"), "{said}");
    let usage = place.run(&["backup", "--to", "kopier", "--keep", "7"]);
    assert_eq!(usage.code, 2);
    assert!(usage.err.contains("7,4,12"), "{}", usage.err);
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().contains("nyt")), "{left:?}");
}

#[test]
fn a_backup_that_is_killed_leaves_the_house_and_the_last_one_whole() {
    kill_backups(3);
}

#[test]
#[ignore = "long: at forty moments"]
fn a_backup_that_is_killed_at_any_moment_leaves_the_house_and_the_last_one_whole() {
    kill_backups(40);
}

/// Kills a backup, and then a restore, after each part of the time that they take.
fn kill_backups(times: u32) {
    let place = Place::new();
    place.done(&["import", "cases", arg(&list(&place))]);
    let begun = Instant::now();
    place.done(&["backup", "--to", "kopier"]);
    let whole = begun.elapsed();
    let mut nothing_new = 0;
    for n in 1..=times {
        let before = backups(&place);
        let stop = moment(whole, n, times);
        killed_when(&place, &["backup", "--to", "kopier"], || stop <= Instant::now());
        // Of one day only the newest stays, so a new one may be there beside the one before, or in its place.
        let now = backups(&place);
        assert!(now.last() >= before.last() && now.len() <= before.len() + 1, "{before:?} {now:?}");
        nothing_new += usize::from(now.last() == before.last());
        assert!(place.done(&["check"]).starts_with("The house is sound."));
    }
    assert!(nothing_new > 0, "no backup was cut short: the test tries too late");
    let mut none = 0;
    for n in 1..=times {
        let new = format!("nyt {n}");
        let stop = moment(whole, n, times);
        killed_when(&place, &["restore", "kopier", "--to", &new], || stop <= Instant::now());
        let database = place.path(&new).join("house.db");
        if !database.exists() {
            none += 1;
            let again = place.run(&["restore", "kopier", "--to", &new]);
            assert_eq!((again.code, again.err.as_str()), (0, ""));
        }
        let checked = on(&place, &place.path(&new), &["check"]);
        assert!(checked.out.starts_with("The house is sound."), "{}", checked.err);
    }
    assert!(none > 0, "no restore was cut short: the test tries too late");
    // A backup after all that works, and leaves nothing unfinished.
    place.done(&["backup", "--to", "kopier"]);
    let all = fs::read_dir(place.path("kopier")).unwrap().count();
    assert_eq!(all, backups(&place).len());
}

fn moment(whole: Duration, n: u32, of: u32) -> Instant {
    Instant::now() + whole * n / (of + 1)
}
