//! What others on the machine could see: the locked screen, the process, the files.

use std::fs;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use rustix::process::Signal;

use super::driver::Pty;
use super::note::{self, TYPED};
use super::place::{PASSPHRASE, Place, in_register};
use super::process::eventually;

/// Parts of names in the house and of a note; none may be on a locked screen.
const NAMES: [&str; 7] = ["Søren", "Ægård", "Alma", "Holm", "Lærke", "محمد", "Mor fortæller"];

/// Must not be readable anywhere outside: names in both houses, notes, remarks, the passphrase, a plain database.
const SECRET: [&str; 11] = [
    "Søren Ægård Åse",
    "Søren Ærø",
    "Alma Holm",
    "Lærke Bang",
    "محمد علي",
    "Mor fortæller",
    "mor ringede",
    "om hoste",
    "„i morgen“",
    PASSPHRASE,
    "SQLite format",
];

#[test]
fn a_locked_screen_shows_no_name_and_opens_with_the_passphrase() {
    let place = Place::new();
    let mut pty = place.register();
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    for name in NAMES {
        pty.until(name, |s| !s.contents().contains(name));
    }
    // Register keys have no effect here.
    pty.types("forkert\r");
    pty.shows("Det var ikke din adgangssætning.");
    place.waits();
    pty.types(&format!("{PASSPHRASE}\r"));
    pty.shows("Søren Ægård Åse");
    pty.shows("15 mangler");
    assert!(!holds(&pty.raw, PASSPHRASE), "it is never drawn");
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored();
}

/// What anybody can read about a running process. The system hides some of it, since the process keeps its memory to itself.
fn outside(process: u32) -> Vec<u8> {
    ["cmdline", "environ", "comm", "stat", "status"]
        .iter()
        .flat_map(|name| fs::read(format!("/proc/{process}/{name}")).unwrap_or_default())
        .collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

#[test]
fn neither_the_process_nor_a_file_leaks_anything() {
    let place = Place::new();
    let mut pty = Pty::start(place.trivsel(&["--house", "house"]));
    pty.shows("Adgangssætning:");
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    let mut pty = in_register(pty);
    pty.types("Ns");
    pty.shows_beside("Søren Ægård Åse", "S syg");
    pty.opens_remark();
    pty.types("mor ringede om hoste");
    pty.shows("mor ringede om hoste");
    let here = outside(pty.process());
    assert!(holds(&here, "trivsel"));
    nothing_told(&here, "the process");
    look_through(&place);
    pty.types("\r");
    pty.shows("hoste");
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    look_through(&place);
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    look_through(&place);
}

/// A note is written, lent to an editor that makes copies, saved, and the program killed: the text is on no disk,
/// and only in the in-memory folder while the editor has it.
#[test]
fn a_note_can_not_be_read_anywhere() {
    let place = Place::new();
    let script = "#!/bin/sh\ncp \"$1\" .notat.txt.swp; cp \"$1\" \"$TMPDIR/x\"; echo om hoste >> \"$1\"\n";
    fs::write(place.path("editor.sh"), script).unwrap();
    let mut command = place.on_house();
    command.env("EDITOR", format!("sh {}", place.path("editor.sh").display()));
    let mut pty = in_register(Pty::start(command));
    note::write(&mut pty, TYPED, "i morgen“");
    look_through(&place);
    pty.shows("kladde gemt");
    look_through(&place);
    pty.types("\x05");
    pty.shows("hoste");
    look_through(&place);
    pty.types("\rmor ringede");
    pty.shows("mor ringede");
    nothing_told(&outside(pty.process()), "the process");
    pty.send(Signal::KILL);
    assert!(pty.ended().signal.is_some());
    look_through(&place);
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    pty.types("mor ringede");
    pty.send(Signal::TERM);
    assert_eq!(pty.ended().code, 143);
    look_through(&place);
}

/// The memory that a process can write and has used, piece by piece; nothing where the system lets nobody look, as it does
/// for all but root.
fn memory(process: u32) -> Option<Vec<Vec<u8>>> {
    const PAGE: u64 = 4096;
    let file = |name: &str| fs::File::open(format!("/proc/{process}/{name}")).ok();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    let (memory, pages) = (file("mem")?, file("pagemap")?);
    let range = |line: &str| -> Option<Range<u64>> {
        let (from, to) = line.split_once(' ')?.0.split_once('-')?;
        Some(u64::from_str_radix(from, 16).ok()?..u64::from_str_radix(to, 16).ok()?)
    };
    let mut found = Vec::new();
    for Range { start, end } in maps.lines().filter(|line| line.contains(" rw")).filter_map(range) {
        let mut used = vec![0; usize::try_from((end - start) / PAGE * 8).unwrap()];
        pages.read_exact_at(&mut used, start / PAGE * 8).ok()?;
        let is_used: Vec<bool> = used.chunks(8).map(|page| page[7] & 0xC0 != 0).collect();
        let mut at = start;
        for run in is_used.chunk_by(|one, next| one == next) {
            let mut piece = vec![0; if run[0] { run.len() * 4096 } else { 0 }];
            if memory.read_exact_at(&mut piece, at).is_ok() {
                found.push(piece);
            }
            at += run.len() as u64 * PAGE;
        }
    }
    Some(found)
}

/// How often each text is in some memory.
fn found(memory: &[Vec<u8>], texts: &[&str]) -> Vec<usize> {
    let count = |text: &&str| {
        let text = text.as_bytes();
        let at = |piece: &&Vec<u8>| {
            let starts = piece.iter().enumerate().filter(|(_, byte)| **byte == text[0]);
            starts.filter(|(at, _)| piece[*at..].starts_with(text)).count()
        };
        memory.iter().map(|piece| at(&piece)).sum()
    };
    texts.iter().map(count).collect()
}

#[test]
fn a_locked_program_holds_no_name_and_no_note_in_its_memory() {
    let place = Place::new();
    let mut pty = place.register();
    pty.types("3");
    pty.shows("Mor fortæller");
    let texts = ["Søren Ægård Åse", "Mor fortæller"];
    let Some(open) = memory(pty.process()) else {
        println!("only root may look");
        return;
    };
    assert!(found(&open, &texts).iter().all(|count| *count > 0), "this is how they are found");
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    eventually("nothing of it is left", || found(&memory(pty.process()).unwrap(), &texts) == [0, 0]);
}

fn look_through(place: &Place) {
    let files = place.files();
    assert!(files.iter().any(|f| f.ends_with("house.db")), "{files:?}");
    for file in files {
        match fs::read(&file) {
            Ok(bytes) => nothing_told(&bytes, &file.display().to_string()),
            // The running program renames what it has written anew.
            Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{}", file.display()),
        }
        // The random name of the folder may contain anything.
        let name = file.strip_prefix(place.path("")).unwrap();
        nothing_told(name.as_os_str().as_encoded_bytes(), "its name");
    }
}

fn nothing_told(bytes: &[u8], place: &str) {
    for text in SECRET {
        assert!(text.len() >= 8, "{text} may turn up by chance in what is encrypted");
        assert!(!holds(bytes, text), "{text} in {place}");
    }
}

#[test]
fn a_demonstration_leaks_nothing() {
    let place = Place::empty();
    let mut pty = Pty::start(place.trivsel(&["demo"]));
    pty.shows("Alma Holm");
    pty.types("5");
    pty.shows("mangler");
    pty.types("r");
    pty.shows("0 mangler");
    look_through(&place);
}
