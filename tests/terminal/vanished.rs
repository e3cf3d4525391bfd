//! The terminal disappears, with or without a signal: the program ends without busy looping.

use std::fs;

use portable_pty::CommandBuilder;

use super::driver::{Ended, Pty};
use super::place::{Place, in_register};
use super::process::{TICKS, eventually, fields, ticks};

/// Half a second; a busy loop uses that up during the wait.
const LITTLE: u64 = TICKS / 2;

/// Checks that the program was hung up and was idle until then.
fn ended_well(ended: &Ended, before: u64) {
    println!("ended with {} after {:?}, {} ticks more", ended.code, ended.after, ended.ticks - before);
    assert!(ended.code == 129, "{ended:?}");
    assert!(ended.ticks - before < LITTLE, "{ended:?} after {before}");
}

#[test]
fn the_window_is_closed() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(by_shell(&place, "exec \"$@\"", &place.on_house())));
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    let before = ticks(pty.process());
    ended_well(&pty.vanishes("1"), before);
    place.holds("Aya Hassan", "sick");
}

#[test]
fn the_window_is_closed_while_a_remark_is_typed() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(by_shell(&place, "exec \"$@\"", &place.on_house())));
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    pty.opens_remark();
    let before = ticks(pty.process());
    ended_well(&pty.vanishes("x"), before);
    place.holds("Aya Hassan", "sick");
    place.is_sound();
}

/// Starts a program from a shell. Without an end-of-file character, closing the terminal produces no input: the
/// program is idle, and no draw fails.
pub fn by_shell(place: &Place, script: &str, command: &CommandBuilder) -> CommandBuilder {
    let mut shell = place.command("sh");
    shell.args(["-c", &format!("stty eof undef; {script}"), "sh"]);
    shell.args(command.get_argv());
    shell
}

/// The shell leads the session and ignores the hang-up, so the kernel signals nobody.
pub fn unheard(place: &Place, command: &CommandBuilder) -> CommandBuilder {
    by_shell(place, "trap '' HUP; \"$@\"; exit $?", command)
}

/// The only child of a process.
fn child_of(parent: u32) -> u32 {
    let all = fs::read_dir("/proc").unwrap();
    let mut numbers = all.filter_map(|e| e.unwrap().file_name().to_str()?.parse::<u32>().ok());
    let is_child = |n: &u32| fields(*n).is_some_and(|f| f[3] == parent.to_string());
    numbers.find(is_child).expect("a child")
}

#[test]
fn the_window_is_closed_and_no_signal_comes() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(unheard(&place, &place.on_house())));
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    let program = child_of(pty.process());
    let before = ticks(program);
    ended_well(&pty.vanishes("1"), before);
    assert!(!fs::exists(format!("/proc/{program}")).unwrap());
    place.holds("Aya Hassan", "sick");
}

#[test]
fn a_demonstration_is_still_deleted() {
    let place = Place::empty();
    let mut pty = Pty::start(unheard(&place, &place.trivsel(&["demo"])));
    pty.shows("Alma Holm");
    assert_eq!(place.demonstrations().len(), 1);
    let before = ticks(child_of(pty.process()));
    ended_well(&pty.vanishes("5"), before);
    eventually("the demonstration is gone", || place.demonstrations().is_empty());
}
