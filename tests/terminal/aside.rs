//! Another process holds the write lock while the program is ended: the text lies sealed beside the house until the
//! writer comes back.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use rustix::process::Signal;

use super::driver::Pty;
use super::note;
use super::place::{Place, in_register, raw};
use super::staged;

/// Longer than any test.
const NEVER: Duration = Duration::from_secs(600);
/// The environment variable with the folder of the house that [`holds_the_lock`] locks.
const LOCKED: &str = "TRIVSEL_TEST_LOCKED";
const HAS_IT: &str = "it has the lock";

/// A process of its own that holds the write lock.
struct Holder {
    process: Child,
    /// Kept open for what the process says at its end.
    said: BufReader<ChildStdout>,
}

impl Holder {
    fn of(place: &Place) -> Self {
        let name = concat!(module_path!(), "::holds_the_lock");
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", name.split_once("::").unwrap().1, "--nocapture"]);
        command.env(LOCKED, place.path("house")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        assert!(said.by_ref().lines().map_while(Result::ok).any(|line| line.contains(HAS_IT)));
        Self { process: child, said }
    }

    fn lets_go(mut self) {
        drop(self.process.stdin.take());
        self.said.read_to_end(&mut Vec::new()).unwrap();
        assert!(self.process.wait().unwrap().success());
    }
}

#[test]
fn holds_the_lock() {
    let Some(house) = std::env::var_os(LOCKED) else { return };
    let database = raw(&PathBuf::from(house).join("house.db"));
    database.execute_batch("BEGIN IMMEDIATE").unwrap();
    println!("{HAS_IT}");
    std::io::stdout().flush().unwrap();
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    database.execute_batch("ROLLBACK").unwrap();
}

/// The files with texts that were set aside.
fn asides(place: &Place) -> Vec<PathBuf> {
    let all = fs::read_dir(place.path("house")).unwrap().map(|file| file.unwrap().path());
    all.filter(|path| path.to_string_lossy().ends_with(".sealed")).collect()
}

/// Writes while another process holds the write lock, ends as told, and starts again once it is free.
fn comes_back(end: impl FnOnce(&mut Pty) -> u32) {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.shows("kladde gemt");
    let holder = Holder::of(&place);
    pty.types(" og sagde æøå");
    pty.shows("og sagde æøå");
    let code = end(&mut pty);
    let ended = pty.ended();
    println!("ended after {:?}", ended.after);
    assert_eq!(ended.code, code);
    assert_eq!(place.draft(), "Mor ringede", "the database could not be written");
    let files = asides(&place);
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    let bytes = fs::read(&files[0]).unwrap();
    for plain in ["ringede", "sagde", "text", "Mor"] {
        assert!(!bytes.windows(plain.len()).any(|w| w == plain.as_bytes()), "{plain} is not sealed");
    }
    holder.lets_go();
    let mut pty = Pty::start(staged::program(&place, NEVER));
    note::go_on(&mut pty);
    pty.shows("Mor ringede og sagde æøå");
    assert_eq!(place.draft(), "Mor ringede og sagde æøå", "it is the same draft, not a second one");
    assert_eq!(asides(&place), Vec::<PathBuf>::new());
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    assert_eq!(place.drafts()[0].held, None, "nobody has it open");
}

#[test]
fn a_terminate_signal_while_another_process_writes() {
    comes_back(|pty| {
        pty.send(Signal::TERM);
        143
    });
}

#[test]
fn leaving_all_the_same_while_another_process_writes() {
    comes_back(|pty| {
        pty.types("\x11");
        pty.shows("Ctrl+Q igen går ud");
        pty.types("\x11");
        0
    });
}

#[test]
fn a_damaged_text_beside_the_house_is_named_and_stays() {
    let place = Place::keyed();
    let name = format!("house/draft_{}_1.sealed", trivsel_domain::value::StaffId::from_u128(1));
    fs::write(place.path(&name), [7; 200]).unwrap();
    fs::set_permissions(place.path(&name), fs::Permissions::from_mode(0o600)).unwrap();
    let mut pty = Pty::start(staged::program(&place, NEVER));
    pty.shows("En tekst, der blev lagt ved siden af huset, kan ikke læses");
    assert_eq!(asides(&place).len(), 1);
}
