//! What the screen asks the loop to do for it.

use secrecy::SecretString;
use trivsel_domain::Action;

use super::load::Query;

/// Something with a side.
#[derive(Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// Read something from the house.
    Load(Query),
    /// Do something in the house.
    Perform(Box<Action>),
    /// Try a passphrase.
    Unlock(SecretString),
    /// End.
    Quit,
    /// Several, in order.
    Many(Vec<Effect>),
}

impl Effect {
    /// To perform an action.
    #[must_use]
    pub fn perform(action: Action) -> Self {
        Self::Perform(Box::new(action))
    }
}
