//! The memory of the program: a crash leaves no image of it.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use super::Place;
use crate::terminal::process::eventually;

#[test]
fn an_abort_leaves_no_core_even_where_cores_are_wanted() {
    let place = Place::new();
    let mut command = place.program("sh");
    command.args(["-c", "ulimit -c unlimited; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_trivsel")]);
    command.args(["--as", "AB", "--passphrase-fd", "0", "--house"]).arg(place.house()).arg("check");
    // It waits for a passphrase on standard input.
    let mut waiting =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let limits = format!("/proc/{}/limits", waiting.id());
    eventually("no image is allowed", || {
        let limits = fs::read_to_string(&limits).unwrap();
        let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        cores.split_whitespace().filter(|word| *word == "0").count() == 2
    });
    kill_process(Pid::from_child(&waiting), Signal::ABORT).unwrap();
    let ended = waiting.wait().unwrap();
    assert_eq!(ended.signal(), Some(6));
    assert!(!ended.core_dumped());
    let left = fs::read_dir(place.dir.path()).unwrap().map(|file| file.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().starts_with("core")));
}
