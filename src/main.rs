//! Starts the program; everything else is in the library.

use std::process::ExitCode;

/// A frame and a mark allocate many small texts, which the allocator of the C library is slower at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    trivsel::cli::main()
}
