//! The database key, the printed recovery key, initials, and the cost of checking a passphrase.

use std::fmt;
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519;
use zeroize::Zeroizing;

use trivsel_domain::value::Fingerprint;

use crate::{Result, StoreError, recipients};

/// The key of a database: 32 random bytes. It is wiped when dropped and never printed.
#[derive(Clone)]
pub struct HouseKey(Zeroizing<[u8; 32]>);

impl HouseKey {
    /// Makes a key from the operating system's random numbers.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub fn random() -> Result<Self> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| StoreError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// Wraps a key that is already known, from a backup's own key file or a test.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The statement `PRAGMA <name> = "x'…'"`. The raw key skips SQLCipher's key derivation.
    pub(crate) fn pragma(&self, name: &str) -> Zeroizing<String> {
        use std::fmt::Write;
        // Reserve the whole length, because growing would leave unwiped copies behind.
        let mut sql = Zeroizing::new(String::with_capacity(128));
        let _ = write!(sql, "PRAGMA {name} = \"x'");
        for byte in self.0.iter() {
            let _ = write!(sql, "{byte:02x}");
        }
        sql.push_str("'\";");
        sql
    }
}

impl fmt::Debug for HouseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HouseKey(…)")
    }
}

/// The key on paper that opens a house when every passphrase is lost.
///
/// It is an age X25519 identity: any age program accepts `AGE-SECRET-KEY-1` followed by the printed letters, so
/// `keys/house.age` can be opened without this program.
pub struct RecoveryKey(x25519::Identity);

/// The prefix of the printed letters in age's notation.
const AGE_PREFIX: &str = "AGE-SECRET-KEY-1";
/// The number of letters after the prefix: 52 for 32 bytes, 6 for the checksum.
const LETTERS: usize = 58;

impl RecoveryKey {
    pub(crate) fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    pub(crate) fn identity(&self) -> &x25519::Identity {
        &self.0
    }

    /// The fingerprint, which the list of keys shows.
    pub fn fingerprint(&self) -> Fingerprint {
        recipients::fingerprint(&self.0.to_public().to_string())
    }

    /// The 58 letters to print, in groups of four separated by spaces.
    pub fn printed(&self) -> SecretString {
        let text = self.0.to_string();
        let letters = text.expose_secret().trim_start_matches(AGE_PREFIX);
        let mut grouped = String::with_capacity(LETTERS + LETTERS / 4 + 1);
        for (at, letter) in letters.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(letter);
        }
        SecretString::from(grouped)
    }

    /// Reads a typed key. Ignores spaces, dashes, case and the age prefix, and reads characters that are never printed as
    /// those they resemble (O as 0, I and 1 as L, B as 8).
    ///
    /// # Errors
    /// `RecoveryKeyInvalid` if it is too short, too long, or the checksum does not match.
    pub fn parse(typed: &SecretString) -> Result<Self> {
        let mut plain = Zeroizing::new(String::with_capacity(typed.expose_secret().len() * 2));
        for c in typed.expose_secret().chars().filter(|c| c.is_alphanumeric()) {
            plain.extend(c.to_uppercase());
        }
        // Strip the prefix before its 1 is read as an L.
        let letters = plain.strip_prefix("AGESECRETKEY1").unwrap_or(&plain);
        let mut text = Zeroizing::new(String::with_capacity(AGE_PREFIX.len() + letters.len()));
        text.push_str(AGE_PREFIX);
        text.extend(letters.chars().map(|c| match c {
            'O' => '0',
            'I' | '1' => 'L',
            'B' => '8',
            other => other,
        }));
        x25519::Identity::from_str(&text).map(Self).map_err(|_| StoreError::RecoveryKeyInvalid)
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// The initials that name a slot: one to four upper-case letters A–Z, Æ, Ø, Å. They are safe as a file name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Initials(String);

impl Initials {
    /// Checks initials.
    ///
    /// # Errors
    /// `BadInitials` for anything else, also for Å written as A and a combining ring.
    pub fn new(text: &str) -> Result<Self> {
        let fits = (1..=4).contains(&text.chars().count())
            && text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, 'Æ' | 'Ø' | 'Å'));
        if fits { Ok(Self(text.to_owned())) } else { Err(StoreError::BadInitials) }
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn file_name(&self) -> String {
        format!("{}.age", self.0)
    }
}

/// How expensive one guess at a passphrase is. It is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// scrypt with N = 2^17, r = 8 (128 MiB): about half a second.
    Standard,
    /// Almost free, for tests and demo houses without real data.
    Throwaway,
}

impl Cost {
    pub(crate) fn log_n(self) -> u8 {
        match self {
            Self::Standard => 17,
            Self::Throwaway => 2,
        }
    }

    /// The most expensive slot that is opened (log2 of scrypt's N), so a planted file can't stall the program.
    pub(crate) const DEAREST_LOG_N: u8 = 19;
}
