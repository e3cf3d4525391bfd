//! The external editor, played by a script that records what it saw.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use trivsel_domain::decide::Action;
use trivsel_domain::record::KeyDeed;
use trivsel_domain::value::{DraftId, KeyEventId, StaffId};
use trivsel_store::Asker;

use super::driver::Pty;
use super::note;
use super::place::{PASSPHRASE, Place, in_register};
use super::process::{eventually, has_ended};
use super::staged;
use super::vanished::by_shell;
use crate::harness::morning;

/// The environment variable with the folder the script records to.
const SEEN: &str = "seen";

/// Writes a script to be used as an editor.
fn editor(place: &Place, script: &str) -> PathBuf {
    let path = place.path("editor.sh");
    let seen = place.path(SEEN);
    fs::create_dir_all(&seen).unwrap();
    fs::write(&path, format!("#!/bin/sh\nseen='{}'\n{script}\n", seen.display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path
}

/// The program with a script as its editor.
fn with_editor(place: &Place, script: &str) -> CommandBuilder {
    let mut command = place.on_house();
    command.env("EDITOR", editor(place, script));
    command
}

fn seen(place: &Place, name: &str) -> String {
    fs::read_to_string(place.path(SEEN).join(name)).unwrap_or_default()
}

/// Checks that no lent file is left.
fn is_wiped(place: &Place) {
    let left: Vec<PathBuf> = fs::read_dir(place.path("run")).unwrap().map(|e| e.unwrap().path()).collect();
    assert!(left.is_empty(), "{left:?}");
    let folder = seen(place, "folder");
    assert!(!folder.is_empty() && !fs::exists(folder.trim()).unwrap(), "{folder}");
}

/// Checks that the screen is whole and keys work.
fn is_as_before(pty: &mut Pty) {
    for text in ["1 Sager", "5 Fremmøde", "Ny samtale", "►Notat", "Søren Ægård Åse", "F1"] {
        pty.shows(text);
    }
    pty.until("the other's words are gone", |s| !s.contents().contains("PROGRAMMET"));
    assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste());
    pty.types(" igen");
    pty.shows(" igen");
}

/// The first commands of each script.
const LOOKS: &str = "pwd > \"$seen/folder\"
stat -c '%a %F' . \"$1\" > \"$seen/modes\"
cat \"$1\" > \"$seen/text\"
echo PROGRAMMET";

#[test]
fn the_edited_text_comes_back_and_no_file_is_left() {
    let place = Place::new();
    let script = format!(
        "{LOOKS}
mkdir more
cp \"$1\" .notat.txt.swp; cp \"$1\" more/backup; cp \"$1\" \"$TMPDIR/other\"
printf 'Far ringede også: 🙂\\nog A\\314\\212se\\n' >> \"$1\""
    );
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05");
    pty.shows("Far ringede også");
    is_as_before(&mut pty);
    assert_eq!(seen(&place, "modes"), "700 directory\n600 regular file\n");
    assert_eq!(seen(&place, "text"), "Mor ringede\n");
    is_wiped(&place);
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored_after(2);
    assert_eq!(place.draft(), "Mor ringede\nFar ringede også: 🙂\nog Åse igen");
}

#[test]
fn keys_typed_ahead_come_after_the_edited_text() {
    let place = Place::new();
    let script = format!("{LOOKS}\nprintf 'Far ringede også' >> \"$1\"");
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05 i går");
    pty.shows("Far ringede også i går");
    is_as_before(&mut pty);
    assert_eq!(seen(&place, "text"), "Mor ringede\n");
}

#[test]
fn a_failed_editor_leaves_the_text_unchanged() {
    let place = Place::new();
    let script = format!("{LOOKS}\necho andet > \"$1\"; cp \"$1\" .swp; exit 3");
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("Programmet sluttede med en fejl. Teksten er, som den var");
    is_as_before(&mut pty);
    pty.shows("Mor ringede igen");
    is_wiped(&place);
    // What the editor had saved is a draft of its own.
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    let mut texts: Vec<String> = place.drafts().iter().map(super::place::text_of).collect();
    texts.sort();
    assert_eq!(texts, ["Mor ringede igen", "andet"]);
}

#[test]
fn a_missing_editor_gives_a_message() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("Intet program at skrive i");
    is_as_before_typing(&mut pty);
    let mut command = place.on_house();
    command.env("EDITOR", "/findes/ikke");
    let mut pty = Pty::start(command);
    note::go_on(&mut pty);
    pty.types("\x05");
    pty.shows("Programmet sluttede med en fejl");
    is_as_before(&mut pty);
}

fn is_as_before_typing(pty: &mut Pty) {
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
}

#[test]
fn without_a_runtime_folder_the_file_is_in_shared_memory() {
    let place = Place::new();
    let mut command = with_editor(&place, &format!("{LOOKS}\necho mere >> \"$1\""));
    command.env_remove("XDG_RUNTIME_DIR");
    let mut pty = in_register(Pty::start(command));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("mere");
    let folder = seen(&place, "folder");
    assert!(folder.starts_with("/dev/shm/trivsel-note"), "{folder}");
    assert_eq!(seen(&place, "modes"), "700 directory\n600 regular file\n");
    is_wiped(&place);
    assert!(!std::path::Path::new(folder.trim()).exists());
}

/// The editor waits for keys like any program, and interrupting it does not affect ours.
#[test]
fn the_editor_has_the_terminal_like_any_program() {
    let place = Place::new();
    let script = format!(
        "{LOOKS}
trap 'echo AFBRUDT' INT
echo KLAR
read first
echo LÆST
read second || read second
stty raw -echo
echo \"$first-$second\" >> \"$1\""
    );
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("KLAR");
    assert!(!pty.screen().alternate_screen() && !pty.screen().bracketed_paste());
    pty.types("en\r");
    pty.shows("LÆST");
    pty.types("\x03");
    pty.shows("AFBRUDT");
    pty.types("to\r");
    pty.shows("en-to");
    is_as_before(&mut pty);
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    // Also after the editor left the terminal in a bad state.
    pty.is_restored_after(2);
    assert_eq!(place.draft(), "Mor ringedeen-to igen");
}

/// The script has saved and is still writing when the program ends.
const SAVED: &str = "printf 'Far ringede også\\n' >> \"$1\"
cp \"$1\" .notat.txt.swp
echo GEMT
while read line; do :; done
cat > /dev/null";

fn ends_by(signal: Signal) {
    let place = Place::new();
    let script = format!("{LOOKS}\necho $$ > \"$seen/process\"\n{SAVED}");
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05");
    pty.shows("GEMT");
    pty.send(signal);
    let ended = pty.ended();
    println!("{signal:?}: ended after {:?}", ended.after);
    assert_eq!(i32::try_from(ended.code).unwrap(), 128 + signal.as_raw());
    pty.is_restored();
    is_wiped(&place);
    let editor = seen(&place, "process").trim().parse().unwrap();
    eventually("the other program has ended too", || has_ended(editor));
    assert_eq!(place.draft(), "Mor ringede\nFar ringede også");
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    pty.shows("Far ringede også");
}

#[test]
fn a_terminate_signal_to_both() {
    ends_by(Signal::TERM);
}

#[test]
fn a_hang_up_of_both() {
    ends_by(Signal::HUP);
}

#[test]
fn the_window_is_closed_during_editing() {
    let place = Place::new();
    let script = format!("{LOOKS}\n{SAVED}");
    let program = with_editor(&place, &script);
    let mut shell = by_shell(&place, "exec \"$@\"", &program);
    shell.env("EDITOR", place.path("editor.sh"));
    let mut pty = in_register(Pty::start(shell));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05");
    pty.shows("GEMT");
    assert_eq!(pty.vanishes("x").code, 129);
    is_wiped(&place);
    assert_eq!(place.draft(), "Mor ringede\nFar ringede også");
}

/// On a hang-up, a common editor writes unsaved text to a file with this name.
#[test]
fn the_editors_own_rescue_file_is_kept() {
    let place = Place::new();
    let script = format!(
        "{LOOKS}\ntrap 'echo reddet >> \"$1.save\"; exit 1' HUP\necho GEMT\nwhile :; do read line; done"
    );
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("GEMT");
    pty.send(Signal::TERM);
    assert_eq!(pty.ended().code, 143);
    is_wiped(&place);
    assert_eq!(place.draft(), "reddet");
}

/// The program is killed while the editor has the text: the next start recovers it and wipes the file.
#[test]
fn a_kill_during_editing_is_recovered_at_the_next_start() {
    let place = Place::new();
    let script = format!("{LOOKS}\n{SAVED}");
    let mut pty = in_register(Pty::start(with_editor(&place, &script)));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05");
    pty.shows("GEMT");
    // Another screen of the same user leaves the file alone.
    let mut other = place.on_house();
    other.env_remove("EDITOR");
    let mut other = Pty::start(other);
    other.shows("1 kladde");
    assert!(fs::exists(seen(&place, "folder").trim()).unwrap());
    pty.send(Signal::KILL);
    // The editor may hold the terminal for as long as it likes.
    eventually("it is killed", || has_ended(pty.process()));
    let mut next = Pty::start(place.on_house());
    next.shows("2 kladder");
    is_wiped(&place);
    let mut texts: Vec<String> = place.drafts().iter().map(super::place::text_of).collect();
    texts.sort();
    assert_eq!(texts, ["Mor ringede\n", "Mor ringede\nFar ringede også"]);
}

/// The program is killed while a colleague's editor has the text: a command of anybody takes it up.
#[test]
fn what_a_colleague_was_killed_over_is_taken_up_by_a_command() {
    let place = Place::new();
    let (lise, draft) = (StaffId::from_u128(2), DraftId::from_u128(77));
    let left = place.path(&format!("run/trivsel-note_{lise}_{draft}_x"));
    fs::create_dir(&left).unwrap();
    fs::write(left.join("notat.txt"), "Far ringede også\n").unwrap();
    place.is_sound();
    assert!(!left.exists());
    let drafts = place.house().drafts(lise).unwrap();
    assert_eq!(drafts.iter().map(super::place::text_of).collect::<Vec<_>>(), ["Far ringede også"]);
    assert_eq!(drafts[0].held, None);
}

/// The screen locks over an editor that has saved and waits.
fn locks_over_it(locks_after: Duration, why: &str, meanwhile: impl FnOnce(&Place)) {
    let place = Place::keyed();
    let mut command = staged::program(&place, locks_after);
    let script = format!("{LOOKS}\necho $$ > \"$seen/process\"\n{SAVED}");
    command.env("EDITOR", editor(&place, &script));
    let mut pty = in_register(Pty::start(command));
    note::write(&mut pty, "Mor ringede\r", "Mor ringede");
    pty.types("\x05");
    pty.shows("GEMT");
    meanwhile(&place);
    pty.shows(why);
    pty.until("nothing of it", |s| !s.contents().contains("ringede") && !s.contents().contains("GEMT"));
    is_wiped(&place);
    let editor = seen(&place, "process").trim().parse().unwrap();
    eventually("the other program has ended too", || has_ended(editor));
    assert_eq!(place.draft(), "Mor ringede\nFar ringede også");
    pty.types(&format!("{PASSPHRASE}\r"));
    pty.shows("Far ringede også");
    is_as_before(&mut pty);
}

#[test]
fn an_editor_that_nobody_uses_is_closed_when_the_screen_locks() {
    locks_over_it(Duration::from_secs(10), "Skærmen låste sig selv", |_| {});
}

#[test]
fn an_editor_is_closed_when_everybody_has_to_close_the_house() {
    locks_over_it(Duration::from_secs(600), "er lukket for alle", |place| {
        let deed = KeyDeed::AskedToClose { until: morning() };
        let asks = Action::Key { id: KeyEventId::from_u128(9), deed };
        place.house().perform(Asker::new(StaffId::from_u128(1), morning()), &asks).unwrap();
    });
}

#[test]
fn an_editor_that_returns_at_once_is_told_to_wait() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(with_editor(&place, LOOKS)));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x05");
    pty.shows("--wait");
    is_as_before(&mut pty);
    pty.shows("Mor ringede igen");
}
