//! Keeps the memory of this process from other programs and from the disk, and the process from being ended by a write
//! beyond a limit. The memory holds the key, names and notes.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::process::{Resource, Rlimit, setrlimit};

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
