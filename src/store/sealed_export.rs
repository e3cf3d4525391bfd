//! Files that leave the house encrypted to a passphrase, in the format of age: every program that reads age reads them.

use std::path::Path;

use age::secrecy::SecretString;
use age::x25519;
use zeroize::Zeroizing;

use crate::{Cost, Result, StoreError, seal};

/// The first bytes of every file of age.
const MAGIC: &[u8] = b"age-encryption.org/";

/// Whether some bytes are a file of age.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Encrypts one file to a passphrase. Takes as long as opening a house does.
///
/// # Errors
/// `EmptyPassphrase`.
pub fn seal_file(plain: &[u8], passphrase: &SecretString, cost: Cost) -> Result<Vec<u8>> {
    seal::to_passphrase(plain, passphrase, cost)
}

/// Decrypts a file that [`seal_file`] or another program encrypted to a passphrase. `path` is only named in errors.
///
/// # Errors
/// `WrongPassphrase`, `EmptyPassphrase`; `DamagedFile` for a file that is cut, altered, or encrypted otherwise.
pub fn open_file(sealed: &[u8], passphrase: &SecretString, path: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let damaged = || StoreError::DamagedFile { path: path.to_owned() };
    seal::with_passphrase(sealed, passphrase, damaged)
}

/// The key of a folder of encrypted files. It lies in the folder under the passphrase, so that the passphrase, which is
/// slow, is needed once: `age -d -i key.age cases.csv.age`.
pub struct FolderKey {
    identity: x25519::Identity,
}

impl FolderKey {
    /// The name of its file in the folder.
    pub const FILE: &str = "key.age";

    /// Makes a new key.
    pub fn generate() -> Self {
        Self { identity: x25519::Identity::generate() }
    }

    /// Its file: the key under the passphrase.
    ///
    /// # Errors
    /// `EmptyPassphrase`.
    pub fn file(&self, passphrase: &SecretString, cost: Cost) -> Result<Vec<u8>> {
        seal::seal_identity(&self.identity, passphrase, cost)
    }

    /// Encrypts a file of the folder.
    ///
    /// # Errors
    /// None in practice: writing to memory does not fail.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>> {
        seal::to_key(plain, &self.identity.to_public())
    }
}

/// Omits the key.
impl std::fmt::Debug for FolderKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FolderKey")
    }
}

#[cfg(test)]
mod tests {
    //! What is written is read by the library of age alone, as another program reads it.

    use std::io::Read;
    use std::iter;

    use age::{Decryptor, Identity, scrypt};

    use super::*;

    fn read(sealed: &[u8], identity: &dyn Identity) -> String {
        let mut text = String::new();
        let opened = Decryptor::new(sealed).expect("a file of age").decrypt(iter::once(identity));
        opened.expect("the key fits").read_to_string(&mut text).expect("it is whole");
        text
    }

    #[test]
    fn age_reads_a_file_and_a_folder_without_this_program() {
        let passphrase = SecretString::from("gul hest under broen 4".to_owned());
        let by_passphrase = scrypt::Identity::new(passphrase.clone());
        let file = seal_file("Søren Ægård Åse".as_bytes(), &passphrase, Cost::Throwaway).expect("sealed");
        assert_eq!(read(&file, &by_passphrase), "Søren Ægård Åse");
        let key = FolderKey::generate();
        let key_file = key.file(&passphrase, Cost::Throwaway).expect("sealed");
        let identity: x25519::Identity =
            read(&key_file, &by_passphrase).lines().find_map(|line| line.parse().ok()).expect("a key of age");
        let table = key.seal("barn;fase".as_bytes()).expect("sealed");
        assert_eq!(read(&table, &identity), "barn;fase");
    }
}
