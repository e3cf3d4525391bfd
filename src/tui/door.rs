//! The door of the house: it closes behind a locked screen, and a passphrase opens it again.

use secrecy::SecretString;
use trivsel_store::{House, StoreError};

/// The way back into a house that is closed while the screen is locked.
pub trait Door {
    /// Takes the open house when the screen locks, and with it the key.
    fn close(&mut self, house: House);

    /// Opens the house again. `None` stands for the house that is still open, where it could not be closed.
    ///
    /// # Errors
    /// `WrongPassphrase`, `TooSoon`, and whatever keeps a house from opening.
    fn open(&mut self, passphrase: &SecretString) -> Result<Option<House>, StoreError>;
}

/// A door that only stands between: the house stays open behind it, for a demonstration and for tests.
pub struct Curtain<F> {
    /// Whether a text opens it.
    pub opens: F,
    /// The house behind it.
    pub behind: Option<House>,
}

impl<F> std::fmt::Debug for Curtain<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Curtain").finish_non_exhaustive()
    }
}

impl<F: Fn(&SecretString) -> bool> Curtain<F> {
    /// A door that opens for some texts.
    pub fn new(opens: F) -> Self {
        Self { opens, behind: None }
    }
}

impl<F: Fn(&SecretString) -> bool> Door for Curtain<F> {
    fn close(&mut self, house: House) {
        self.behind = Some(house);
    }

    fn open(&mut self, passphrase: &SecretString) -> Result<Option<House>, StoreError> {
        if (self.opens)(passphrase) { Ok(self.behind.take()) } else { Err(StoreError::WrongPassphrase) }
    }
}
