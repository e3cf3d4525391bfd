//! A line of the key table.

use super::{Chord, Command, Context};

/// Some keys, in a context, for a command.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, the first the one that is shown.
    pub chords: &'static [Chord],
    /// What they do.
    pub command: Command,
    /// Whether the footer shows it.
    pub in_footer: bool,
}

pub(super) const fn shown(context: Context, chords: &'static [Chord], command: Command) -> Binding {
    Binding { context, chords, command, in_footer: true }
}

pub(super) const fn quiet(context: Context, chords: &'static [Chord], command: Command) -> Binding {
    Binding { context, chords, command, in_footer: false }
}
