//! The seal beside the house: number and seal of the last change and of the last look, in a small encrypted file of its
//! own. The database's log loses its last transactions without a word where a bit of it flips, and a house may be
//! replaced with an older copy; the file tells both at the next opening.
//!
//! It is written after each commit, without waiting for the disk, so it never tells of more than the house holds. After a
//! power cut it may be some seconds behind: it then asks for less than the house holds, and no change is lost by that.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::str::FromStr;

use chacha20poly1305::XChaCha20Poly1305;
use chrono::{DateTime, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension};

use crate::history::Chain;
use crate::sealed_bytes::{self, NONCE};
use crate::{Asker, House, Result, StoreError, private_file, upkeep};

pub(crate) const FILE: &str = "house.seal";
/// Each seal has a sector of its own, so that a power cut leaves it as it was before or after.
const SECTOR: usize = 512;
/// Number, seal, time.
const PLAIN: usize = 8 + 32 + 8;
const SEALED: usize = NONCE + PLAIN + 16;

const CHANGE: &str = "SELECT mac FROM history WHERE seq = ?1";
const CHANGED_AT: &str = "SELECT at FROM history ORDER BY seq DESC LIMIT 1";
const LOOK: &str = "SELECT mac FROM access WHERE seq = ?1";
const LAST_LOOK: &str = "SELECT seq, mac, at FROM access ORDER BY seq DESC LIMIT 1";
const LAST_CHANGE: &str = "SELECT seq, mac, at FROM history ORDER BY seq DESC LIMIT 1";

/// Which of the two seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    Changes,
    Looks,
}

impl Kept {
    fn word(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Looks => "looks",
        }
    }

    fn offset(self) -> u64 {
        match self {
            Self::Changes => 0,
            Self::Looks => SECTOR as u64,
        }
    }
}

/// The last change or look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Last {
    pub(crate) seq: i64,
    pub(crate) mac: [u8; 32],
    pub(crate) at: NaiveDateTime,
}

/// What the seal beside the house says at an opening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beside {
    /// The house is as it was left, or has no seal yet.
    #[default]
    Agrees,
    /// The seal is not there, as in a house restored without it.
    Missing,
    /// The file is not a seal of this house.
    Unreadable,
    /// The house lacks its last changes or looks.
    Lacks {
        /// How many changes.
        changes: u64,
        /// How many looks, of the access log.
        looks: u64,
        /// The time of the last change that is there, in the house's own time zone.
        after: NaiveDateTime,
        /// The time of the last one that is missing.
        until: NaiveDateTime,
    },
    /// The house holds another change or look with the number of the seal.
    Other,
}

/// The stable code of the access log, such as `lacks 3 0 2026-11-26T08:15:00 2026-11-26T08:17:00`.
impl fmt::Display for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |at: &NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
        match self {
            Self::Agrees => f.write_str("agrees"),
            Self::Missing => f.write_str("missing"),
            Self::Unreadable => f.write_str("unreadable"),
            Self::Other => f.write_str("other"),
            Self::Lacks { changes, looks, after, until } => {
                write!(f, "lacks {changes} {looks} {} {}", time(after), time(until))
            }
        }
    }
}

impl FromStr for Beside {
    type Err = ();

    fn from_str(code: &str) -> std::result::Result<Self, ()> {
        let words: Vec<&str> = code.split(' ').collect();
        let number = |text: &str| text.parse().map_err(|_| ());
        let time = |text: &str| text.parse().map_err(|_| ());
        Ok(match words.as_slice() {
            ["agrees"] => Self::Agrees,
            ["missing"] => Self::Missing,
            ["unreadable"] => Self::Unreadable,
            ["other"] => Self::Other,
            ["lacks", changes, looks, after, until] => Self::Lacks {
                changes: number(changes)?,
                looks: number(looks)?,
                after: time(after)?,
                until: time(until)?,
            },
            _ => return Err(()),
        })
    }
}

/// What the seals of a house are sealed with.
struct Sealer {
    cipher: XChaCha20Poly1305,
    house: [u8; 16],
}

/// The open file, and what it is sealed with.
pub(crate) struct SealFile {
    file: File,
    sealer: Sealer,
}

impl SealFile {
    /// Opens the file in a folder, if it is there.
    fn open(folder: &Path, chain: &Chain, writable: bool) -> Result<Option<Self>> {
        let path = folder.join(FILE);
        if private_file::check_file(&path)?.is_none() {
            return Ok(None);
        }
        let file = options(writable).open(&path).map_err(StoreError::on("open", &path))?;
        Self::of(file, chain).map(Some)
    }

    /// Makes the file. It must not be there.
    fn make(folder: &Path, chain: &Chain) -> Result<Self> {
        let path = folder.join(FILE);
        let made = options(true).create_new(true).mode(0o600).open(&path);
        let file = made.map_err(StoreError::on("make", &path))?;
        file.set_len(2 * SECTOR as u64).map_err(StoreError::on("write", &path))?;
        Self::of(file, chain)
    }

    fn of(file: File, chain: &Chain) -> Result<Self> {
        Ok(Self { file, sealer: Sealer::of(chain)? })
    }

    /// Writes a seal. The file system keeps it from then on; the disk gets it when the system writes it.
    fn write(&self, kept: Kept, last: &Last) -> Result<()> {
        let mut plain = [0_u8; PLAIN];
        plain[..8].copy_from_slice(&last.seq.to_be_bytes());
        plain[8..40].copy_from_slice(&last.mac);
        plain[40..].copy_from_slice(&last.at.and_utc().timestamp().to_be_bytes());
        self.put(kept, &sealed_bytes::seal(&self.sealer.cipher, &plain, &self.sealer.about(kept))?)
    }

    /// Takes a seal away, where there is nothing to seal.
    fn blank(&self, kept: Kept) -> Result<()> {
        self.put(kept, &[0; SEALED])
    }

    /// Writes both seals of a house as it is now, durably.
    fn write_all(&self, conn: &Connection) -> Result<()> {
        for (kept, sql) in [(Kept::Changes, LAST_CHANGE), (Kept::Looks, LAST_LOOK)] {
            match last(conn, sql)? {
                Some(last) => self.write(kept, &last)?,
                None => self.blank(kept)?,
            }
        }
        self.file.sync_all().map_err(|error| StoreError::io("sync", FILE.as_ref(), &error))
    }

    fn put(&self, kept: Kept, bytes: &[u8]) -> Result<()> {
        let failed = |error| StoreError::io("write", FILE.as_ref(), &error);
        self.file.write_all_at(bytes, kept.offset()).map_err(failed)
    }

    /// The file as far as it goes; nothing if it can't be read. A file that began empty ends with the last seal written.
    fn bytes(&self) -> Vec<u8> {
        let mut file = &self.file;
        let mut bytes = Vec::new();
        let read = file.rewind().and_then(|()| file.take(2 * SECTOR as u64).read_to_end(&mut bytes));
        read.map(|_| bytes).unwrap_or_default()
    }
}

impl Sealer {
    fn of(chain: &Chain) -> Result<Self> {
        Ok(Self { cipher: sealed_bytes::cipher(chain, b"seal beside the house")?, house: chain.root })
    }

    /// Reads a seal in the bytes of a file; `None` if it was never written.
    fn read(&self, file: &[u8], kept: Kept) -> std::result::Result<Option<Last>, Broken> {
        let at = usize::try_from(kept.offset()).map_err(|_| Broken)?;
        let sealed = file.get(at..at + SEALED).ok_or(Broken)?;
        if sealed.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let plain = sealed_bytes::unseal(&self.cipher, sealed, &self.about(kept)).ok_or(Broken)?;
        let plain: [u8; PLAIN] = plain.as_slice().try_into().map_err(|_| Broken)?;
        let number = |at: usize| plain[at..at + 8].try_into().map(i64::from_be_bytes).map_err(|_| Broken);
        let mac = plain[8..40].try_into().map_err(|_| Broken)?;
        let at = DateTime::from_timestamp(number(40)?, 0).ok_or(Broken)?.naive_utc();
        Ok(Some(Last { seq: number(0)?, mac, at }))
    }

    /// What a seal is bound to besides its key.
    fn about(&self, kept: Kept) -> Vec<u8> {
        [self.house.as_slice(), kept.word().as_bytes()].concat()
    }
}

/// A seal that does not read.
struct Broken;

fn options(writable: bool) -> OpenOptions {
    let no_follow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
    let mut options = OpenOptions::new();
    options.read(true).write(writable).custom_flags(no_follow);
    options
}

/// What one seal says of the house: how many are missing, and the time of the last of them. The inner error is a house
/// with another change or look than the seal's.
fn compare(
    conn: &Connection,
    [of, latest]: [&str; 2],
    last: &Last,
) -> Result<std::result::Result<Option<(u64, NaiveDateTime)>, Other>> {
    let found: Option<[u8; 32]> =
        conn.prepare_cached(of)?.query_row([last.seq], |row| row.get(0)).optional()?;
    if let Some(mac) = found {
        return Ok(if mac == last.mac { Ok(None) } else { Err(Other) });
    }
    let there: Option<i64> = conn.prepare_cached(latest)?.query_row([], |row| row.get(0)).optional()?;
    let lacking = u64::try_from(last.seq - there.unwrap_or(0)).ok().filter(|number| *number > 0);
    Ok(lacking.map(|number| Some((number, last.at))).ok_or(Other))
}

/// Another change or look than the seal's.
struct Other;

/// Writes the seal of a copy of the house, as the house is now, into the copy's folder.
pub(crate) fn seal_copy(conn: &Connection, folder: &Path, chain: &Chain) -> Result<()> {
    SealFile::make(folder, chain)?.write_all(conn)
}

impl House {
    /// What the seal beside the house said when it was opened. While it does not agree, it stays as it is.
    #[must_use]
    pub fn beside(&self) -> Beside {
        self.beside
    }

    /// Compares the house with the seal beside it, and begins one for a house that never had any.
    pub(crate) fn look_beside(&mut self) {
        // A house that does not read so far is opened all the same, and what reads it says what is wrong.
        self.beside = self.opened_beside().unwrap_or_default();
        if self.seal_file.is_none() && self.beside == Beside::Agrees && self.is_writable() {
            // A disk without room keeps nobody out; the next opening tries again.
            let _ = self.begin_seal();
        }
    }

    fn opened_beside(&mut self) -> Result<Beside> {
        let Some(folder) = self.folder().cloned() else { return Ok(Beside::Agrees) };
        let chain = self.remembered()?.chain(self.conn())?;
        match SealFile::open(folder.path(), &chain, self.is_writable()) {
            Ok(Some(file)) => {
                let found = self.compared(&file.sealer, &file.bytes());
                self.seal_file = Some(file);
                found
            }
            Ok(None) if upkeep::is_sealed(self.conn())? => Ok(Beside::Missing),
            Ok(None) => Ok(Beside::Agrees),
            Err(_) => Ok(Beside::Unreadable),
        }
    }

    /// Compares the house with the seal beside it now.
    ///
    /// # Errors
    /// `Corrupt` in "seal"; `Busy`, `Database`.
    pub(crate) fn check_beside(&self) -> Result<()> {
        let amiss = |what| Err(StoreError::Corrupt { table: "seal", what });
        let found = match &self.seal_file {
            Some(file) => self.compared(&file.sealer, &file.bytes())?,
            None => self.beside,
        };
        match found {
            // Without a seal there is nothing to compare with, as in a house restored without it.
            Beside::Agrees | Beside::Missing => Ok(()),
            Beside::Unreadable => amiss("the seal beside the house does not read"),
            Beside::Lacks { .. } => amiss("the last changes are missing"),
            Beside::Other => amiss("other changes than the seal's"),
        }
    }

    /// Compares the house with the bytes of another seal of it: of a backup.
    pub(crate) fn compared_with(&self, file: &[u8]) -> Result<Beside> {
        let chain = self.remembered()?.chain(self.conn())?;
        self.compared(&Sealer::of(&chain)?, file)
    }

    fn compared(&self, sealer: &Sealer, file: &[u8]) -> Result<Beside> {
        let (Ok(change), Ok(look)) = (sealer.read(file, Kept::Changes), sealer.read(file, Kept::Looks))
        else {
            return Ok(Beside::Unreadable);
        };
        let tx = self.snapshot()?;
        let changes = change.map_or(Ok(Ok(None)), |last| compare(&tx, [CHANGE, LAST_CHANGE], &last))?;
        let looks = look.map_or(Ok(Ok(None)), |last| compare(&tx, [LOOK, LAST_LOOK], &last))?;
        let (Ok(changes), Ok(looks)) = (changes, looks) else { return Ok(Beside::Other) };
        let Some(until) = changes.iter().chain(&looks).map(|(_, at)| *at).max() else {
            return Ok(Beside::Agrees);
        };
        let after: Option<String> = tx.query_row(CHANGED_AT, [], |row| row.get(0)).optional()?;
        let after = after.and_then(|at| at.parse().ok()).unwrap_or(until);
        let count = |lacking: Option<(u64, NaiveDateTime)>| lacking.map_or(0, |(count, _)| count);
        Ok(Beside::Lacks { changes: count(changes), looks: count(looks), after, until })
    }

    /// Puts on record what the seal said at the opening, and seals the house as it is now. Does nothing where the seal
    /// agrees, the house can only be read or the disk is full; the next opening then says the same.
    ///
    /// # Errors
    /// `Busy`, `Io`, `Database`.
    pub fn note_beside(&mut self, asker: Asker) -> Result<()> {
        if self.beside == Beside::Agrees || !self.is_writable() {
            return Ok(());
        }
        let noted = self.write_access(asker, &crate::Access::Seal(self.beside));
        match noted.and_then(|()| self.begin_seal()) {
            Ok(()) => self.beside = Beside::Agrees,
            Err(StoreError::DiskFull) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Seals the house as it is now, in a new file if there is none.
    fn begin_seal(&mut self) -> Result<()> {
        let Some(folder) = self.folder().cloned() else { return Ok(()) };
        let chain = self.remembered()?.chain(self.conn())?;
        let file = self.seal_file.take();
        // The write lock keeps another program from making the file at the same time.
        let made = self.write(|tx| {
            upkeep::note_seal(tx)?;
            let file = match file {
                Some(file) => file,
                None => match SealFile::open(folder.path(), &chain, true)? {
                    Some(file) => file,
                    None => SealFile::make(folder.path(), &chain)?,
                },
            };
            file.write_all(tx)?;
            Ok(file)
        })?;
        self.seal_file = Some(made);
        private_file::sync_folder(folder.path())
    }

    /// Writes the seal of what was just committed. Where that fails, the next change brings a newer one.
    pub(crate) fn keep_seal(&self, kept: Kept, last: Last) {
        if let (Some(file), Beside::Agrees) = (&self.seal_file, self.beside) {
            let _ = file.write(kept, &last);
        }
    }
}

fn last(conn: &Connection, sql: &str) -> Result<Option<Last>> {
    let found: Option<(i64, [u8; 32], String)> =
        conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let wrong = || StoreError::Corrupt { table: "history", what: "no moment" };
    found.map(|(seq, mac, at)| Ok(Last { seq, mac, at: at.parse().map_err(|_| wrong())? })).transpose()
}
