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
};

/// The parts of the table, one after the other.
const fn joined<const ALL: usize>(parts: [&[Binding]; 3]) -> [Binding; ALL] {
    let mut all = [parts[0][0]; ALL];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let mut n = 0;
        while n < parts[part].len() {
            all[at] = parts[part][n];
            at += 1;
            n += 1;
        }
        part += 1;
    }
    all
}
