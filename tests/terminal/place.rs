//! A folder with everything a program in a terminal uses: house, home, settings, temporary files.

use std::cell::OnceCell;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use secrecy::SecretString;
use tempfile::TempDir;
use trivsel_domain::value::StaffId;
use trivsel_store::{Cost, Draft, House, HouseFolder, HouseKey, KeyRing};
use trivsel_tui::clock::Clock;

use super::driver::Pty;
use crate::harness::{house, morning, template};
use crate::surroundings;

/// Must never appear in any output or file.
pub const PASSPHRASE: &str = "hemmelig-ræv-17";

pub struct Place {
    _dir: TempDir,
    /// The canonical path, as a program sees it.
    root: PathBuf,
    /// The key of the house: a passphrase takes longer than all else that a test asks of the house.
    key: OnceCell<HouseKey>,
}

impl Place {
    /// Without a house.
    pub fn empty() -> Self {
        let dir = TempDir::new().unwrap();
        let place = Self { root: dir.path().canonicalize().unwrap(), _dir: dir, key: OnceCell::new() };
        surroundings::prepare(&place.root);
        fs::create_dir(place.path("config/trivsel")).unwrap();
        let pass = place.path("pass");
        fs::write(&pass, format!("{PASSPHRASE}\n")).unwrap();
        fs::set_permissions(&pass, fs::Permissions::from_mode(0o600)).unwrap();
        place
    }

    /// With the house of sixteen children, opened by MK.
    pub fn new() -> Self {
        let place = Self::empty();
        template::put("sixteen of MK", &place.path("house"), |at| {
            let folder = HouseFolder::create(at).unwrap();
            let passphrase = SecretString::from(PASSPHRASE);
            let profiles = trivsel_defaults::programmes().unwrap();
            let founding = house::founding();
            let made = House::create(&folder, &passphrase, Cost::Throwaway, profiles, &founding, morning());
            let (mut house, _) = made.unwrap();
            house::fill(&mut house, &house::SIXTEEN);
            // Otherwise each program would check it once more.
            house.note_check(Clock::running().machine().date()).unwrap();
        });
        place
    }

    /// With a house whose key the tests know, without key slots.
    pub fn keyed() -> Self {
        let place = Self::empty();
        template::put("sixteen under a known key", &place.path("house"), |at| {
            let folder = HouseFolder::create(at).unwrap();
            let profiles = trivsel_defaults::programmes().unwrap();
            let founding = house::founding();
            let mut made = House::found(&folder, &known_key(), profiles, &founding, morning()).unwrap();
            house::fill(&mut made, &house::SIXTEEN);
        });
        place
    }

    /// The database itself, opened without the store.
    pub fn raw(&self) -> rusqlite::Connection {
        raw(&self.path("house/house.db"))
    }

    /// A file or folder inside this one.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The house, opened independently of the program.
    pub fn house(&self) -> House {
        let folder = HouseFolder::open(self.path("house")).unwrap();
        open_with(&folder, self.key.get_or_init(|| key_of(&folder)))
    }

    /// A program with its own home, settings and temporary files and an otherwise empty environment.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.cwd(&self.root);
        command.env_clear();
        for (name, value) in surroundings::variables(&self.root) {
            command.env(name, value);
        }
        command
    }

    /// Trivsel on the morning of the tests.
    pub fn trivsel(&self, args: &[&str]) -> CommandBuilder {
        let mut command = self.command(env!("CARGO_BIN_EXE_trivsel"));
        command.args(["--today", "2026-11-25T08:55"]);
        command.args(args);
        command
    }

    /// Trivsel on the house, opened by MK.
    pub fn on_house(&self) -> CommandBuilder {
        let mut command = self.trivsel(&["--house", "house", "--as", "MK"]);
        command.args(["--passphrase-file", "pass"]);
        command
    }

    /// The register of the house in a terminal.
    pub fn register(&self) -> Pty {
        in_register(Pty::start(self.on_house()))
    }

    /// Asserts that `trivsel check` finds the house sound.
    pub fn is_sound(&self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trivsel"));
        command.current_dir(&self.root).env_clear().envs(surroundings::variables(&self.root));
        command.args([
            "--lang",
            "en",
            "--house",
            "house",
            "--as",
            "MK",
            "--passphrase-file",
            "pass",
            "check",
        ]);
        let out = command.output().unwrap();
        let said = String::from_utf8(out.stdout).unwrap();
        assert!(out.status.success() && said.starts_with("The house is sound."), "{said}");
    }

    /// Asserts that a mark is in the house.
    pub fn holds(&self, name: &str, code: &str) {
        let house = self.house();
        let child = house.children().unwrap().into_iter().find(|c| c.name.as_str() == name).unwrap();
        let case = house.cases().unwrap().into_iter().find(|c| c.child == child.id).unwrap();
        let day = house.day(case.id, morning().date()).unwrap().expect("a mark is on record");
        let mark = day.first.expect("the first half is marked").kind();
        assert_eq!(trivsel_domain::value::Coded::code(mark), code, "{name}");
    }

    /// The demonstration houses in the temporary folder.
    pub fn demonstrations(&self) -> Vec<PathBuf> {
        let all = fs::read_dir(self.path("tmp")).unwrap().map(|e| e.unwrap().path());
        all.filter(|p| p.to_string_lossy().contains("trivsel-demo-")).collect()
    }

    /// The drafts that MK sees, last saved first.
    pub fn drafts(&self) -> Vec<Draft> {
        self.house().drafts(StaffId::from_u128(1)).unwrap()
    }

    /// The text of the only draft.
    pub fn draft(&self) -> String {
        let drafts = self.drafts();
        assert_eq!(drafts.len(), 1, "{drafts:?}");
        text_of(&drafts[0])
    }

    /// Every file below the known folders, including the house.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = ["tmp", "house", "data", "home", "run", "cache", "config", "state"]
            .map(|name| self.path(name))
            .into();
        let mut files = Vec::new();
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files
    }
}

/// The long text of a draft.
pub fn text_of(draft: &Draft) -> String {
    draft.fields.get("text").cloned().unwrap_or_default()
}

/// Opens the register of the sixteen.
pub fn in_register(mut pty: Pty) -> Pty {
    pty.shows("Alma Holm");
    pty.types("5");
    pty.shows("mangler");
    pty.shows_beside("Søren Ægård Åse", "8.30");
    pty.shows("? taster");
    pty
}

fn known_key() -> HouseKey {
    HouseKey::from_bytes([7; 32])
}

impl Place {
    /// Lets the wait after wrong passphrases pass.
    pub fn waits(&self) {
        let tries = self.path("house/keys/.MK.tries");
        fs::write(tries, "3 2026-11-24T08:00:00.000 2026-11-24T08:00:00.000\n").unwrap();
    }
}

/// A database whose key the tests know, opened without the store.
pub fn raw(path: &Path) -> rusqlite::Connection {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA cipher_log_level = NONE").unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "07".repeat(32))).unwrap();
    conn
}

/// Opens the house in a folder as MK, or with the key the tests know.
pub fn open(path: &Path) -> House {
    let folder = HouseFolder::open(path).unwrap();
    open_with(&folder, &key_of(&folder))
}

fn key_of(folder: &HouseFolder) -> HouseKey {
    let unlocked = KeyRing::new(folder).unlock("MK", &SecretString::from(PASSPHRASE), morning());
    unlocked.unwrap_or_else(|_| known_key())
}

fn open_with(folder: &HouseFolder, key: &HouseKey) -> House {
    House::open(folder, key, trivsel_defaults::programmes().unwrap()).unwrap()
}
