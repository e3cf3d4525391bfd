//! The list of erasures, sealed in a file of its own beside the house and in the places of its backups. A backup from before
//! an erasure still holds what was erased; by the list it is erased again when that backup is restored.

use std::fs;
use std::path::{Path, PathBuf};

use trivsel_domain::record::Erasure;
use uuid::Uuid;

use crate::backup::known;
use crate::history::Chain;
use crate::{House, Result, StoreError, private_file, sealed_bytes};

/// The file beside the house.
const FILE: &str = "house.erased";
/// What the key of the lists is derived for.
const PURPOSE: &[u8] = b"erasures beside the house";

/// What was erased in later copies of a house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErasedElsewhere {
    /// The erasures that the house lacks.
    pub later: Vec<Erasure>,
    /// Whether they are all: a list of the house was read, or a copy of it that has erased nobody. Otherwise nobody knows
    /// whether anybody was erased.
    pub is_known: bool,
}

/// The file in a place of backups, which may hold those of several houses.
fn in_place(place: &Path, house: [u8; 16]) -> PathBuf {
    let house = Uuid::from_bytes(house).simple().to_string();
    place.join(format!("erased-{}.sealed", &house[24..]))
}

/// Writes a list, with what the file already holds.
fn write(path: &Path, chain: &Chain, erasures: &[Erasure]) -> Result<()> {
    let mut all = read(path, chain).unwrap_or_default();
    all.extend(
        erasures
            .iter()
            .filter(|one| !all.iter().any(|there| there.id == one.id))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let unreadable = || StoreError::Corrupt { table: "memory", what: "a list that is not written" };
    let plain = serde_json::to_vec(&all).map_err(|_| unreadable())?;
    let sealed = sealed_bytes::seal(&sealed_bytes::cipher(chain, PURPOSE)?, &plain, &chain.root)?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Err(unreadable()) };
    private_file::replace(folder, &name.to_string_lossy(), &sealed)
}

/// Reads a list; `None` if it is not there or not of this house.
fn read(path: &Path, chain: &Chain) -> Option<Vec<Erasure>> {
    private_file::check_file(path).ok()??;
    let sealed = fs::read(path).ok()?;
    let cipher = sealed_bytes::cipher(chain, PURPOSE).ok()?;
    serde_json::from_slice(&sealed_bytes::unseal(&cipher, &sealed, &chain.root)?).ok()
}

impl House {
    /// Writes the list beside the house and in every place of its backups that can be reached. Without an erasure there is
    /// no list.
    pub(crate) fn keep_erasures(&self) -> Result<()> {
        let erasures = self.erasures()?;
        let Some(folder) = self.folder().filter(|_| !erasures.is_empty()) else { return Ok(()) };
        let chain = Chain::of(self.conn())?;
        write(&folder.path().join(FILE), &chain, &erasures)?;
        let known = known::known_backups(folder.path());
        for place in known.iter().filter_map(|backup| backup.path.parent()).filter(|place| place.is_dir()) {
            write(&in_place(place, self.id()?), &chain, &erasures)?;
        }
        Ok(())
    }

    /// The erasures that this house lacks, by the lists in a place of backups and beside other copies of the house.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn erasures_elsewhere(&self, place: &Path, houses: &[PathBuf]) -> Result<ErasedElsewhere> {
        let (chain, known, id) = (Chain::of(self.conn())?, self.erasures()?, self.id()?);
        // A house without a list beside it has erased nobody.
        let is_known = houses.iter().any(|house| known::is_of(house, id) && !house.join(FILE).exists());
        let mut found = ErasedElsewhere { is_known, ..ErasedElsewhere::default() };
        let lists = houses.iter().map(|house| house.join(FILE)).chain([in_place(place, id)]);
        for list in lists.filter_map(|path| read(&path, &chain)) {
            found.is_known = true;
            for erasure in list {
                if !known.iter().chain(&found.later).any(|there| there.id == erasure.id) {
                    found.later.push(erasure);
                }
            }
        }
        Ok(found)
    }
}
