//! The two kinds of age file: a person's identity under a passphrase, and the database key sealed to everybody's
//! identity. This file works on bytes only.

use std::io::{Read, Write};
use std::iter;
use std::path::Path;
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{Cost, HouseKey, Result, StoreError};

/// Normalizes a passphrase, because keyboards differ in whether å is one code point or two.
fn normal(passphrase: &SecretString) -> Result<SecretString> {
    if passphrase.expose_secret().is_empty() {
        return Err(StoreError::EmptyPassphrase);
    }
    Ok(SecretString::from(passphrase.expose_secret().nfc().collect::<String>()))
}

fn encrypt(recipients: &[&dyn age::Recipient], plain: &[u8]) -> Result<Vec<u8>> {
    // Writing to memory can't fail, so the only error left is an empty list of recipients.
    let failed = || StoreError::Corrupt { table: "key_slot", what: "no one to seal the key to" };
    let encryptor = Encryptor::with_recipients(recipients.iter().copied()).map_err(|_| failed())?;
    let mut sealed = Vec::with_capacity(512);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(|_| failed())?;
    writer.write_all(plain).and_then(|()| writer.finish().map(drop)).map_err(|_| failed())?;
    Ok(sealed)
}

fn decrypt(
    sealed: &[u8],
    identity: &dyn age::Identity,
) -> std::result::Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut reader = Decryptor::new_buffered(sealed)?.decrypt(iter::once(identity))?;
    let mut plain = Zeroizing::new(Vec::with_capacity(256));
    reader.read_to_end(&mut plain)?;
    Ok(plain)
}

/// Wraps a person's identity under a passphrase.
///
/// # Errors
/// `EmptyPassphrase`.
pub(crate) fn seal_identity(
    identity: &x25519::Identity,
    passphrase: &SecretString,
    cost: Cost,
) -> Result<Vec<u8>> {
    to_passphrase(identity.to_string().expose_secret().as_bytes(), passphrase, cost)
}

/// Encrypts bytes to a passphrase.
///
/// # Errors
/// `EmptyPassphrase`.
pub(crate) fn to_passphrase(plain: &[u8], passphrase: &SecretString, cost: Cost) -> Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(normal(passphrase)?);
    recipient.set_work_factor(cost.log_n());
    encrypt(&[&recipient], plain)
}

/// Encrypts bytes to a key.
pub(crate) fn to_key(plain: &[u8], key: &x25519::Recipient) -> Result<Vec<u8>> {
    encrypt(&[key], plain)
}

/// Decrypts what was encrypted to a passphrase.
///
/// # Errors
/// `WrongPassphrase`, `EmptyPassphrase`; the given error if it is not whole. A file altered in the bytes of the wrapped key
/// is reported as a wrong passphrase, because the two can't be told apart.
pub(crate) fn with_passphrase(
    sealed: &[u8],
    passphrase: &SecretString,
    damaged: impl Fn() -> StoreError,
) -> Result<Zeroizing<Vec<u8>>> {
    let mut identity = scrypt::Identity::new(normal(passphrase)?);
    identity.set_max_work_factor(Cost::DEAREST_LOG_N);
    decrypt(sealed, &identity).map_err(|error| match error {
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => StoreError::WrongPassphrase,
        _ => damaged(),
    })
}

/// Unwraps a person's identity.
///
/// # Errors
/// `WrongPassphrase`; `DamagedSlot` if the file at `path` is not whole. A slot altered in the bytes of the wrapped key
/// is reported as a wrong passphrase, because the two can't be told apart.
pub(crate) fn open_identity(
    sealed: &[u8],
    passphrase: &SecretString,
    path: &Path,
) -> Result<x25519::Identity> {
    let damaged = || StoreError::DamagedSlot { path: path.to_owned() };
    let plain = with_passphrase(sealed, passphrase, damaged)?;
    let text = std::str::from_utf8(&plain).map_err(|_| damaged())?;
    x25519::Identity::from_str(text).map_err(|_| damaged())
}

/// Seals the database key to everyone who may open the house.
pub(crate) fn seal_key(key: &HouseKey, recipients: &[x25519::Recipient]) -> Result<Vec<u8>> {
    let all: Vec<&dyn age::Recipient> = recipients.iter().map(|one| one as &dyn age::Recipient).collect();
    encrypt(&all, key.bytes())
}

/// To how many identities a file is sealed. Counts the lines of its header that age writes for each.
pub(crate) fn recipients(sealed: &[u8]) -> usize {
    let header = sealed.split(|byte| *byte == b'\n').take_while(|line| !line.starts_with(b"---"));
    header.filter(|line| line.starts_with(b"-> X25519 ")).count()
}

/// Opens the database key. `None` if it is not sealed to this identity.
///
/// # Errors
/// `DamagedSlot`.
pub(crate) fn open_key(sealed: &[u8], identity: &x25519::Identity, path: &Path) -> Result<Option<HouseKey>> {
    let damaged = || StoreError::DamagedSlot { path: path.to_owned() };
    match decrypt(sealed, identity) {
        Ok(plain) => HouseKey::from_slice(&plain).map(Some).ok_or_else(damaged),
        Err(DecryptError::NoMatchingKeys) => Ok(None),
        Err(_) => Err(damaged()),
    }
}
