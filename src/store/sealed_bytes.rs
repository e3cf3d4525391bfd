//! Bytes sealed under a key that is derived from the key of the history, for files beside the house: a nonce, and behind it
//! the text, which is bound to what it is about.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use zeroize::Zeroizing;

use crate::history::Chain;
use crate::{Result, StoreError};

/// The bytes of the nonce.
pub(crate) const NONCE: usize = 24;

/// The cipher for one purpose.
pub(crate) fn cipher(chain: &Chain, purpose: &[u8]) -> Result<XChaCha20Poly1305> {
    let key = Zeroizing::new(chain.mac([purpose])?);
    Ok(XChaCha20Poly1305::new(key.as_slice().into()))
}

/// Seals a text.
///
/// # Errors
/// `NoRandomness`; `Corrupt` if the text is too long for the cipher.
pub(crate) fn seal(cipher: &XChaCha20Poly1305, plain: &[u8], about: &[u8]) -> Result<Vec<u8>> {
    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| StoreError::NoRandomness)?;
    let sealed = cipher.encrypt((&nonce).into(), Payload { msg: plain, aad: about });
    let sealed = sealed.map_err(|_| StoreError::Corrupt { table: "memory", what: "not sealed" })?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// The text of sealed bytes; `None` if they are damaged, or about something else.
pub(crate) fn unseal(cipher: &XChaCha20Poly1305, sealed: &[u8], about: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    cipher.decrypt(nonce.into(), Payload { msg: sealed, aad: about }).ok().map(Zeroizing::new)
}
