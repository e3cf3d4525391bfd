//! The folder of a house: a private folder on a local disk that holds `house.db` and `keys/`. It is checked before
//! anything in it is trusted.

use std::fs::{self, DirBuilder, File, Metadata};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, Mode};

use crate::private_file::{check_file, check_private, sync_folder};
use crate::{OpenMode, Result, StoreError};

pub(crate) const DATABASE: &str = "house.db";
/// The name of a new database until it is complete. Renaming it to [`DATABASE`] completes the founding of a house.
pub(crate) const UNFINISHED: &str = "house.db.new";
const KEYS: &str = "keys";
/// The longest path of a folder, in bytes. SQLite opens files of at most 512, and the names in the folder come on top.
const LONGEST_PATH: usize = 490;

/// A folder that has passed the checks. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseFolder {
    path: PathBuf,
}

impl HouseFolder {
    /// Creates the folder for a new house, readable by its owner only, with missing parents. An empty folder may exist
    /// already, or one that an interrupted founding left.
    ///
    /// # Errors
    /// `HouseExists`, `HouseAway`, `PathTooLong`, `NotEmpty`, `NotAFolder`, `Symlink`, `ForeignOwner`, `TooOpen`,
    /// `NetworkFilesystem`, `Io`.
    pub fn create(path: impl AsRef<Path>) -> Result<Self> {
        only_for_us();
        let path = without_trailing_slash(path.as_ref());
        if fs::symlink_metadata(&path).is_err() {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(StoreError::on("make", parent))?;
            }
            DirBuilder::new().mode(0o700).create(&path).map_err(StoreError::on("make", &path))?;
        }
        check_folder(&path)?;
        let folder = Self::at(&path)?;
        if fs::symlink_metadata(folder.database()).is_ok() {
            return Err(StoreError::HouseExists { path: folder.path });
        }
        folder.refuse_keys_of_another()?;
        folder.refuse_strange_content()?;
        folder.refuse_network()?;
        if fs::symlink_metadata(folder.keys()).is_err() {
            DirBuilder::new()
                .mode(0o700)
                .create(folder.keys())
                .map_err(StoreError::on("make", &folder.keys()))?;
        }
        check_folder(&folder.keys())?;
        sync_folder(&folder.path)?;
        Ok(folder)
    }

    /// Creates the folder for a demo or a test. The folder is like any other;
    /// [`House::found`](crate::House::found) leaves `keys/` empty.
    ///
    /// # Errors
    /// As [`HouseFolder::create`].
    pub fn create_throwaway(path: impl AsRef<Path>) -> Result<Self> {
        Self::create(path)
    }

    /// Finds a house and checks every file that will be read.
    ///
    /// # Errors
    /// `NoHouse`, `HouseAway`, `PathTooLong`, `NoKeys`, `NotAFolder`, `NotAFile`, `Symlink`, `ForeignOwner`, `TooOpen`, `Io`.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        only_for_us();
        let path = without_trailing_slash(path.as_ref());
        check_folder(&path)?;
        let folder = Self::at(&path)?;
        folder.check()?;
        Ok(folder)
    }

    /// Resolves the path and refuses one that the database can't open.
    fn at(path: &Path) -> Result<Self> {
        let path = path.canonicalize().map_err(StoreError::on("find", path))?;
        if path.as_os_str().len() > LONGEST_PATH {
            return Err(StoreError::PathTooLong { path });
        }
        Ok(Self { path })
    }

    /// The path of the folder, with symbolic links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// The folder with the key files.
    pub fn keys(&self) -> PathBuf {
        self.path.join(KEYS)
    }

    /// The mode that this folder allows: `Read` if the folder, its keys or the database lack the owner's write bit, the
    /// disk is mounted read-only, or the file system is a network file system.
    ///
    /// # Errors
    /// `Io`.
    pub fn open_mode(&self) -> Result<OpenMode> {
        match self.refuse_unwritable() {
            Ok(()) => Ok(OpenMode::Write),
            Err(StoreError::ReadOnly | StoreError::NetworkFilesystem { .. }) => Ok(OpenMode::Read),
            Err(other) => Err(other),
        }
    }

    /// Refuses a folder that can't be written.
    ///
    /// # Errors
    /// `ReadOnly`, `NetworkFilesystem`, `Io`.
    pub(crate) fn refuse_unwritable(&self) -> Result<()> {
        let mounted = rustix::fs::statvfs(&self.path)
            .map_err(|error| StoreError::io("look at", &self.path, &error.into()))?;
        if mounted.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY) {
            return Err(StoreError::ReadOnly);
        }
        // Check the owner's bits instead of access(2), so that root gets the same answer as the owner.
        for path in [self.path.clone(), self.keys(), self.database()] {
            let meta = match fs::symlink_metadata(&path) {
                Ok(meta) => meta,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(StoreError::io("look at", &path, &error)),
            };
            if meta.mode() & 0o200 == 0 {
                return Err(StoreError::ReadOnly);
            }
        }
        self.refuse_network()
    }

    /// Checks again every file that will be read.
    pub(crate) fn check(&self) -> Result<()> {
        check_folder(&self.path)?;
        if check_file(&self.database())?.is_none() {
            self.refuse_keys_of_another()?;
            return Err(StoreError::NoHouse { path: self.path.clone() });
        }
        for beside in ["-wal", "-shm", "-journal"] {
            check_file(&self.beside(beside))?;
        }
        check_file(&self.path.join(crate::beside::FILE))?;
        // A house without keys is still a house, so report the missing keys.
        check_folder(&self.keys()).map_err(|error| match error {
            StoreError::NoHouse { path } => StoreError::NoKeys { path },
            other => other,
        })?;
        for file in fs::read_dir(self.keys()).map_err(StoreError::on("list", &self.keys()))? {
            check_file(&file.map_err(StoreError::on("list", &self.keys()))?.path())?;
        }
        Ok(())
    }

    /// The path of a file that SQLite keeps beside the database: `-wal`, `-shm` or `-journal`.
    pub(crate) fn beside(&self, suffix: &str) -> PathBuf {
        self.path.join(format!("{DATABASE}{suffix}"))
    }

    /// Locks the keys, waiting for other processes that hold them. The lock is held until it is dropped.
    ///
    /// # Errors
    /// `Io`.
    pub(crate) fn lock_keys(&self, how: FlockOperation) -> Result<OwnedFd> {
        let keys = self.keys();
        let dir: OwnedFd = File::open(&keys).map_err(StoreError::on("open", &keys))?.into();
        rustix::fs::flock(&dir, how).map_err(|error| StoreError::io("lock", &keys, &error.into()))?;
        Ok(dir)
    }

    /// The bytes on the house's disk that are free for this user.
    pub(crate) fn free_bytes(&self) -> Result<u64> {
        let disk = rustix::fs::statvfs(&self.path)
            .map_err(|error| StoreError::io("look at", &self.path, &error.into()))?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }

    /// Refuses a folder without a database whose keys belong to one. A founding starts with the unfinished database, so
    /// keys beside that one belong to nobody yet.
    ///
    /// # Errors
    /// `HouseAway`, `Io`.
    pub(crate) fn refuse_keys_of_another(&self) -> Result<()> {
        let keys = self.keys();
        let founding = fs::symlink_metadata(self.path.join(UNFINISHED)).is_ok();
        if founding || fs::symlink_metadata(&keys).is_err() {
            return Ok(());
        }
        match fs::read_dir(&keys).map_err(StoreError::on("list", &keys))?.next() {
            Some(_) => Err(StoreError::HouseAway { path: self.path.clone() }),
            None => Ok(()),
        }
    }

    fn refuse_strange_content(&self) -> Result<()> {
        for file in fs::read_dir(&self.path).map_err(StoreError::on("list", &self.path))? {
            let name = file.map_err(StoreError::on("list", &self.path))?.file_name();
            // An interrupted creation may be overwritten.
            let ours = name.to_str().is_some_and(|name| name == KEYS || name.starts_with(UNFINISHED));
            if !ours {
                return Err(StoreError::NotEmpty { path: self.path.clone() });
            }
        }
        Ok(())
    }

    fn refuse_network(&self) -> Result<()> {
        #[cfg(target_os = "linux")]
        {
            let found = rustix::fs::statfs(&self.path)
                .map_err(|error| StoreError::io("look at", &self.path, &error.into()))?;
            // The field's width differs between machines, but the numbers have 32 bits.
            #[allow(clippy::cast_possible_truncation, clippy::unnecessary_cast)]
            if is_network_file_system(found.f_type as u32) {
                return Err(StoreError::NetworkFilesystem { path: self.path.clone() });
            }
        }
        Ok(())
    }
}

/// Whether a Linux `statfs` magic number belongs to a file system that several machines may use at once, or whose locks
/// can't be trusted: NFS, SMB, CIFS, FUSE (sshfs), AFS, Coda, Ceph, 9p, Lustre, GFS2, OCFS2, VirtualBox shares.
/// Write-ahead logging works on one machine only.
pub fn is_network_file_system(magic: u32) -> bool {
    const MAGICS: [u32; 14] = [
        0x0000_6969, // NFS
        0x0000_517b, // SMB
        0xfe53_4d42, // SMB2
        0xff53_4d42, // CIFS
        0x6573_5546, // FUSE
        0x5346_414f, // AFS (OpenAFS)
        0x6b41_4653, // AFS (kernel)
        0x7375_7245, // Coda
        0x00c3_6400, // Ceph
        0x0102_1997, // 9p
        0x0bd0_0bd0, // Lustre
        0x0116_1970, // GFS2
        0x7461_636f, // OCFS2
        0x786f_4256, // VirtualBox
    ];
    MAGICS.contains(&magic)
}

/// Sets the umask so that only the owner can read or write files that this process creates.
pub(crate) fn only_for_us() {
    rustix::process::umask(Mode::from_raw_mode(0o077));
}

/// Removes a trailing slash, because `symlink_metadata("link/")` follows the link.
fn without_trailing_slash(path: &Path) -> PathBuf {
    path.components().collect()
}

fn check_folder(path: &Path) -> Result<()> {
    let meta: Metadata = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::NoHouse { path: path.to_owned() });
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(StoreError::NotAFolder { path: path.to_owned() });
        }
        Err(error) => return Err(StoreError::io("look at", path, &error)),
    };
    if meta.is_symlink() {
        return Err(StoreError::Symlink { path: path.to_owned() });
    }
    if !meta.is_dir() {
        return Err(StoreError::NotAFolder { path: path.to_owned() });
    }
    check_private(path, &meta)
}
