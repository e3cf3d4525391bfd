//! The speed budgets, each measured against a bare baseline in the same run.
//!
//! `cargo bench` measures all of them, `cargo bench -- mark` those whose name starts with `mark`. Each prints one
//! line, and the process exits with 1 if a bound is broken.
#![allow(clippy::unwrap_used, reason = "a measurement that can not go on should stop")]

mod bare;
mod course;
mod data;
mod editor;
mod frame;
mod house;
mod mark;
mod measure;
mod screen;
mod search;
mod sign;
mod start;

use std::process::ExitCode;

use house::Built;
use measure::Report;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    // Cargo passes `--bench`; a test run over all targets does not, and then nothing is measured.
    if !args.iter().any(|a| a == "--bench") {
        return ExitCode::SUCCESS;
    }
    args.retain(|a| !a.starts_with('-'));
    let mut report = Report::new(args);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let one = Built::of_years(folder.path(), 1);
    let thirty = Built::of_years(folder.path(), 30);
    println!("{}, filled in {:.1} s", thirty.size, thirty.took.as_secs_f64());
    Report::head();
    start::measure(&mut report, &one, &thirty);
    start::overviews(&mut report, &thirty);
    frame::measure(&mut report, &thirty);
    mark::measure(&mut report, &thirty);
    editor::measure(&mut report);
    search::measure(&mut report, &thirty);
    sign::measure(&mut report, &thirty);
    if report.broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
