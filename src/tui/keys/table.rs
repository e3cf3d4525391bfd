//! The bindings. A test keeps them free of doubles, unbound commands, and keys a Danish keyboard or Windows
//! Terminal does not have to give.

mod fields;
mod layers;
mod panes;

use self::fields::FIELDS;
use self::layers::LAYERS;
use self::panes::PANES;
use super::binding::Binding;

/// Every binding there is.
pub const TABLE: &[Binding] = &{
    const ALL: usize = PANES.len() + FIELDS.len() + LAYERS.len();
    joined::<ALL>([PANES, FIELDS, LAYERS])
