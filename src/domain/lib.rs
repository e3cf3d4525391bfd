//! Domain.
#![no_std]
