//! A process seen from outside: whether it runs, and its processor time.

use std::fs;
use std::ops::Range;
use std::thread;
use std::time::{Duration, Instant};

use super::driver::PATIENCE;

/// Clock ticks per second, as `/proc` counts them.
pub const TICKS: u64 = 100;

/// Waits until a condition holds.
pub fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        thread::park_timeout(Duration::from_millis(2));
    }
}

/// Clock ticks of processor time that a running process has used.
pub fn ticks(process: u32) -> u64 {
    sum(process, 13..15)
}

/// The sum of a range of its fields.
pub fn sum(process: u32, range: Range<usize>) -> u64 {
    fields(process).unwrap()[range].iter().map(|f| f.parse::<u64>().unwrap()).sum()
}

/// Whether a child process of ours has ended but was not waited for.
pub fn has_ended(process: u32) -> bool {
    fields(process).is_none_or(|f| f[2] == "Z")
}

/// The fields of `/proc/PID/stat`, numbered as in proc(5) minus one.
pub fn fields(process: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name is in brackets and may contain blanks.
    let (number, rest) = text.split_once(" (")?;
    let (name, rest) = rest.rsplit_once(") ")?;
    Some([number, name].into_iter().chain(rest.split_whitespace()).map(str::to_owned).collect())
}
