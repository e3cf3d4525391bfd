//! Starts the program; everything else is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use zeroizing_alloc::ZeroAlloc;

/// A frame and a mark allocate many small texts, which the allocator of the C library is slower at. Memory is wiped when
/// it is freed, because it held names, notes and passphrases.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<MiMalloc> = ZeroAlloc(MiMalloc);

fn main() -> ExitCode {
    trivsel::cli::main()
}
