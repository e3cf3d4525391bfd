//! Keeps the memory of this process from other programs and from the disk, and the process from being ended by a write
//! beyond a limit. The memory holds the key, names and notes.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Starts the program anew, once, with a C library that overwrites memory as it is freed and keeps no freed pieces aside:
/// the pages of a database that was closed held names and notes. The library takes this setting at the start of a program
/// only. Where that fails, the program goes on without.
pub(super) fn freed_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::env;
        use std::os::unix::process::CommandExt;
        use std::process::Command;

        use trivsel_tui::run::external_editor::C_LIBRARY;

        const WIPES: &str = "glibc.malloc.perturb=171:glibc.malloc.tcache_count=0";
        let before = env::var(C_LIBRARY).unwrap_or_default();
        if before.contains(WIPES) {
            return;
        }
        let Ok(program) = env::current_exe() else { return };
        let mut args = env::args_os();
        let mut again = Command::new(program);
        again.arg0(args.next().unwrap_or_default()).args(args);
        let separator = if before.is_empty() { "" } else { ":" };
        let _ = again.env(C_LIBRARY, format!("{before}{separator}{WIPES}")).exec();
    }
}

/// Lets a write beyond the user's limit of file size fail with an error, which has words, instead of ending the program.
pub(super) fn long_files() {
    // A signal that is caught does not end the program; the editor that it starts gets the usual one.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Allows no memory image: not by a crash, not by another program of the same user, and where the user may lock as much
/// memory as they like, not by swapping. What the system refuses is left as it is.
pub(super) fn process() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _ = setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        use rustix::mm::{MlockAllFlags, mlockall};
        use rustix::process::{DumpableBehavior, getrlimit, set_dumpable_behavior};

        // A program that collects crashes gets an image in spite of the limit, but not of a process marked like this.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
        // Below a limit, memory that can't be locked could not be had at all.
        if getrlimit(Resource::Memlock).current.is_none() {
            let _ = mlockall(MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT);
        }
    }
}
