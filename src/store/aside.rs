//! Texts set aside: a draft that can't be saved in the database when the program ends lies beside the house in a sealed
//! file of its own, until its writer comes back.
//!
//! The file is encrypted with a key that is derived from the key of the history, which is itself only in the encrypted
//! database and stays the same when the house gets a new key. Its name tells the writer's id and nothing else.

use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use trivsel_domain::value::{DraftId, StaffId};
use zeroize::Zeroizing;

use crate::history::Chain;
use crate::{Draft, House, HouseFolder, Result, StoreError, mint, private_file, sealed_bytes};

/// How the name of a file begins; the writer's id follows, and a number of its own.
const NAME: &str = "draft";
const ENDING: &str = ".sealed";
/// What the key of the files is derived for.
const PURPOSE: &[u8] = b"draft beside the house";

/// A text that lies beside the house.
///
/// It is locked while it is held, so that two programs do not both take it up.
#[derive(Debug)]
pub struct Aside {
    path: PathBuf,
    by: StaffId,
    _lock: Option<File>,
}

impl Aside {
    /// Removes the file, once its text is saved in the house.
    ///
    /// # Errors
    /// `ReadOnly`, `Io`.
    pub fn remove(self) -> Result<()> {
        private_file::remove(&self.path)?;
        self.path.parent().map_or(Ok(()), private_file::sync_folder)
    }
}

/// Writes a draft to a sealed file of its own beside the house. The file is on the disk when this returns.
///
/// # Errors
/// `NoRandomness`, `DiskFull`, `ReadOnly`, `Io`.
pub(crate) fn set(folder: &HouseFolder, chain: &Chain, by: StaffId, draft: &Draft) -> Result<Aside> {
    let unwritable = |_| StoreError::Corrupt { table: "memory", what: "a draft that can't be sealed" };
    let plain = serde_json::to_vec(draft).map(Zeroizing::new).map_err(unwritable)?;
    let sealed = sealed_bytes::seal(&sealed_bytes::cipher(chain, PURPOSE)?, &plain, &about(chain, by))?;
    let name = format!("{NAME}_{by}_{}{ENDING}", DraftId::from_u128(mint()));
    private_file::replace(folder.path(), &name, &sealed)?;
    Ok(Aside { path: folder.path().join(name), by, _lock: None })
}

/// What a file is bound to besides its key: the house and the writer.
fn about(chain: &Chain, by: StaffId) -> Vec<u8> {
    [chain.root, by.as_u128().to_be_bytes()].concat()
}

impl House {
    /// The texts of a writer that lie beside the house and that no other program takes up, oldest first.
    ///
    /// # Errors
    /// `Symlink`, `NotAFile`, `ForeignOwner`, `TooOpen`, `Io`.
    pub fn asides(&self, by: StaffId) -> Result<Vec<Aside>> {
        let Some(folder) = self.folder() else { return Ok(Vec::new()) };
        let begins = format!("{NAME}_{by}_");
        let mut names = Vec::new();
        for file in std::fs::read_dir(folder.path()).map_err(StoreError::on("list", folder.path()))? {
            let name = file.map_err(StoreError::on("list", folder.path()))?.file_name();
            names.extend(name.into_string().ok().filter(|n| n.starts_with(&begins) && n.ends_with(ENDING)));
        }
        names.sort();
        let mut found = Vec::new();
        for name in names {
            let path = folder.path().join(name);
            if private_file::check_file(&path)?.is_none() {
                continue;
            }
            let file = File::open(&path).map_err(StoreError::on("open", &path))?;
            // Another program that has just taken it up has removed it.
            let is_there = |file: &File| file.metadata().is_ok_and(|meta| meta.nlink() > 0);
            if file.try_lock().is_ok() && is_there(&file) {
                found.push(Aside { path, by, _lock: Some(file) });
            }
        }
        Ok(found)
    }

    /// The draft in a text that was set aside.
    ///
    /// # Errors
    /// `Corrupt` in "draft" if the file is damaged or of another house; `Io`, `Busy`, `Database`.
    pub fn read_aside(&self, aside: &Aside) -> Result<Draft> {
        let corrupt =
            || StoreError::Corrupt { table: "draft", what: "a text beside the house does not read" };
        let chain = self.remembered()?.chain(self.conn())?;
        let sealed = std::fs::read(&aside.path).map_err(StoreError::on("read", &aside.path))?;
        let cipher = sealed_bytes::cipher(&chain, PURPOSE)?;
        let plain = sealed_bytes::unseal(&cipher, &sealed, &about(&chain, aside.by)).ok_or_else(corrupt)?;
        serde_json::from_slice(&plain).map_err(|_| corrupt())
    }
}
