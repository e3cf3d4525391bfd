//! Tests of the command line: the built program on a house of its own.

mod audit;
mod backup;
mod calendar;
mod door;
mod erase;
mod export;
mod faults;
mod full;
mod import;
mod keys;
mod memory;
mod readme;
mod report;
mod sealed;
mod staff;
mod stats;
mod today;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chrono::NaiveDateTime;
use secrecy::SecretString;
use tempfile::TempDir;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{HouseProgramme, Records, Staff};
use trivsel_domain::value::{Initials, PersonName, StaffId};
use trivsel_store::{Asker, Cost, Founding, House, HouseFolder, KeyRing, mint};

use crate::harness::template;
use crate::surroundings;

/// Must never appear in the program's output.
pub const PASSPHRASE: &str = "hemmelig-ræv-17";

/// A house founded by AB with a cheap key, and the folder around it.
pub struct Place {
    pub dir: TempDir,
}

/// How a run ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// A folder without a house, with a passphrase file.
    pub fn empty() -> Self {
        let place = Self { dir: tempfile::tempdir().unwrap() };
        surroundings::prepare(place.dir.path());
        place.secret("pass", PASSPHRASE);
        place
    }

    pub fn new() -> Self {
        Self::named("of AB")
    }

    /// A second house of AB, with identities of its own.
    pub fn another() -> Self {
        Self::named("another of AB")
    }

    fn named(name: &str) -> Self {
        let place = Self::empty();
        template::put(name, &place.house(), Self::found);
        place
    }

    fn found(at: &Path) {
        let staff = Staff {
            id: StaffId::from_u128(mint()),
            name: PersonName::new("Anne Bæk").unwrap(),
            initials: Initials::new("AB").unwrap(),
            competencies: vec![],
            methods: vec![],
            phone: None,
            mail: None,
            left_on: None,
            leader: false,
        };
        let programmes = trivsel_defaults::programmes().unwrap();
        let ours = programmes.iter().map(|p| HouseProgramme { code: p.code().clone(), seats: p.seats() });
        let founding = Founding {
            id: mint(),
            staff,
            programmes: ours.collect(),
            closures: trivsel_defaults::closures(mint).unwrap(),
        };
        let folder = HouseFolder::create(at).unwrap();
        let passphrase = SecretString::from(PASSPHRASE);
        let day: NaiveDateTime = "2026-08-10T07:30:00".parse().unwrap();
        House::create(&folder, &passphrase, Cost::Throwaway, programmes, &founding, day).unwrap();
    }

    /// A house with these records, taken in as `trivsel import house` does.
    pub fn of(records: &Records) -> Self {
        let place = Self::new();
        place.fill(records);
        place
    }

    fn fill(&self, records: &Records) {
        let (mut house, asker) = self.open_as_ab();
        let text = trivsel_interchange::write_house(records).unwrap();
        let here = house.staff().unwrap();
        let records = trivsel_interchange::read_house(text.as_bytes(), &here, &mut mint).unwrap();
        house.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    }

    /// The demonstration of 20 November 2026.
    pub fn demonstration() -> Self {
        let place = Self::empty();
        template::put("demonstration", &place.house(), |at| {
            fs::rename(Self::of(&demonstration()).house(), at).unwrap();
        });
        place
    }

    /// Adds Carl Dam, who is no leader, with a cheap key and his passphrase in a file.
    pub fn add_carl(&self, passphrase: &str) -> PathBuf {
        let (mut house, asker) = self.open_as_ab();
        let mut carl = house.staff().unwrap()[0].clone();
        carl.id = StaffId::from_u128(mint());
        carl.name = PersonName::new("Carl Dam").unwrap();
        carl.initials = Initials::new("CD").unwrap();
        carl.leader = false;
        house.add_member(asker, &carl, &passphrase.into(), Cost::Throwaway).unwrap();
        self.secret("cd", passphrase)
    }

    pub fn house(&self) -> PathBuf {
        self.path("house")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The house, opened with AB's passphrase.
    pub fn open(&self) -> House {
        let folder = HouseFolder::open(self.house()).unwrap();
        let at = "2026-11-20T08:15:00".parse().unwrap();
        let key = KeyRing::new(&folder).unlock("AB", &PASSPHRASE.into(), at).unwrap();
        House::open(&folder, &key, trivsel_defaults::programmes().unwrap()).unwrap()
    }

    /// The open house, and AB on the morning of the tests.
    pub fn open_as_ab(&self) -> (House, Asker) {
        let house = self.open();
        let staff = house.staff().unwrap().into_iter().find(|s| s.initials.as_str() == "AB").unwrap();
        (house, Asker::new(staff.id, "2026-11-20T08:15:00".parse().unwrap()))
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// A file that only its owner can read.
    pub fn secret(&self, name: &str, text: &str) -> PathBuf {
        let path = self.write(name, format!("{text}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        path
    }

    /// Counts wrong passphrases that were typed at a time.
    pub fn tried(&self, who: &str, count: u32, at: NaiveDateTime) {
        let at = at.format("%Y-%m-%dT%H:%M:%S%.3f");
        self.secret(&format!("house/keys/.{who}.tries"), &format!("{count} {at} {at}"));
    }

    /// A run with no options added.
    pub fn bare(&self) -> Command {
        Command::from_std(self.program(env!("CARGO_BIN_EXE_trivsel")))
    }

    /// Any program, run in the folder with its own home and settings and an otherwise empty environment.
    pub fn program(&self, name: &str) -> std::process::Command {
        let mut command = std::process::Command::new(name);
        command.current_dir(self.dir.path()).env_clear().envs(surroundings::variables(self.dir.path()));
        command
    }

    /// A run as AB, in English, on 20 November 2026.
    pub fn run(&self, args: &[&str]) -> Ended {
        let mut command = self.bare();
        command.args(["--lang", "en", "--today", "2026-11-20T08:15", "--as", "AB"]);
        command.arg("--house").arg(self.house()).arg("--passphrase-file").arg(self.path("pass"));
        ended(command.args(args))
    }

    /// Asserts that a run succeeds and returns its output.
    pub fn done(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{args:?}");
        ended.out
    }

    /// Asserts that a run is refused and returns its error.
    pub fn refused(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{args:?}: {}", ended.err);
        ended.err
    }
}

pub fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let ended =
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    for said in [&ended.out, &ended.err] {
        assert!(!said.contains(PASSPHRASE), "the passphrase was printed: {said}");
        assert!(!said.chars().any(|c| c.is_control() && c != '\n' && c != '\r'), "{said:?}");
    }
    ended
}

/// The records of the demonstration of 20 November 2026.
pub fn demonstration() -> Records {
    trivsel::demo::records("2026-11-20".parse().unwrap(), mint).unwrap()
}

/// The command that adds Carl Dam with the passphrase in a file.
pub fn adding_carl(passphrase: &Path) -> [&str; 8] {
    ["staff", "add", "--name", "Carl Dam", "--initials", "CD", "--new-passphrase-file", arg(passphrase)]
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The examples that ship with the program.
pub fn example(name: &str) -> String {
    format!("{}/data/demo/{name}", env!("CARGO_MANIFEST_DIR"))
}
