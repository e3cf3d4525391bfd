//! Every key of the table on every layer: it does something, or the screen says why not.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use trivsel_domain::record::{HouseProgramme, OpenTo, TalkKind};
use trivsel_domain::value::{ProgrammeCode, SeatNorm};
use trivsel_tui::keys::{Chord, Command, Context, TABLE, find};
use trivsel_tui::layers::lock;
use trivsel_tui::layers::reader::welcome;
use trivsel_tui::model::Pane;

use crate::domain::cases;
use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house};

/// The places, each with the keys that lead to it from the caseload, and its context.
const PLACES: &[(&str, &str, Context)] = &[
    ("the day", "0<down>", Context::Agenda),
    ("the caseload", "<down>", Context::Caseload),
    ("the calendar", "2", Context::Calendar),
    ("the talks", "3<down>", Context::Talks),
    ("the teaching plan", "4<down>", Context::Teaching),
    ("the timetable", "4v<down>", Context::Timetable),
    ("the register", "5<home><down>", Context::Attendance),
    ("the week of the register", "5v<home><down>", Context::Attendance),
    ("a sheet", "<enter><down>", Context::Sheet),
    ("the time line", "<enter><right><down>", Context::Sheet),
    ("the next step", "<enter><right><right><down>", Context::Sheet),
    ("the post", "<enter><left><left><down>", Context::Sheet),
    ("the documents", "<enter><left><left><left><left><down>", Context::Sheet),
    ("a text over a pane", "3<enter>", Context::Reader),
    ("a text over a sheet", "<enter><right><enter>", Context::Reader),
    ("scores", "<enter>s", Context::Scores),
    ("the seats", "p<down>", Context::Seats),
    ("the house in figures", "t<down>", Context::HouseFigures),
    ("a figure of the house", "t<enter><down>", Context::HouseFigures),
    ("the staff load", "b<down>", Context::StaffLoad),
    ("the access log", "l<down>", Context::Access),
    ("the review of a request", "<enter><left><left><left><left><end><enter>", Context::Request),
    (
        "the restricted talks",
        "<enter><left><left><left><left><down><down><down><enter><ctrl-r>",
        Context::Chooser,
    ),
    ("the own schools", "5e<down>", Context::OwnSchool),
    ("what a search found", "3<ctrl-f>prøver<enter>", Context::Found),
    ("the proposals", "2f<down>", Context::Proposals),
    ("the free times", "2nalma<ctrl-t><down>", Context::Picker),
    ("the help", "?a", Context::Picker),
    ("the palette", "<ctrl-p>a<down>", Context::Picker),
    ("the lists", "<f3><down>", Context::Picker),
    ("the school calendar", "<f3><enter><down>", Context::SchoolYear),
    ("what a closure moves", "<f3><enter>n4.1<enter>", Context::Moves),
    ("a date", "5g+1", Context::Prompt),
    ("a search", "<ctrl-f>a", Context::Prompt),
    ("a note's text", "n<enter><enter>ord", Context::Note),
    ("a note's date", "n<enter>", Context::Form),
    ("a note's kind", "n", Context::Choice),
    ("a form of the sheet", "<enter><right><right><right>n", Context::Note),
    ("the locked screen", "<ctrl-l>", Context::Lock),
    ("a question", "n<enter><enter>ord<ctrl-s>", Context::Ask),
];

/// The key press of a chord.
fn press(chord: Chord) -> KeyEvent {
    match chord {
        Chord::Char(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
        Chord::Capital => KeyEvent::new(KeyCode::Char('C'), KeyModifiers::SHIFT),
        Chord::Digit => KeyEvent::new(KeyCode::Char('3'), KeyModifiers::NONE),
        Chord::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
        Chord::Key(code) => KeyEvent::new(code, KeyModifiers::NONE),
        Chord::CtrlKey(code) => KeyEvent::new(code, KeyModifiers::CONTROL),
        Chord::ShiftKey(code) => KeyEvent::new(code, KeyModifiers::SHIFT),
    }
}

/// Keys that move or edit have nothing to do at an edge of what they move in.
fn may_rest(context: Context, chord: Chord) -> bool {
    let edits = matches!(
        chord.unshifted(),
        Chord::Key(KeyCode::Backspace | KeyCode::Delete | KeyCode::Left | KeyCode::Right)
            | Chord::Key(KeyCode::Home | KeyCode::End)
            | Chord::CtrlKey(KeyCode::Backspace | KeyCode::Delete | KeyCode::Left | KeyCode::Right)
    );
    find(context, chord).is_some_and(Command::edits) || (context.is_field() && edits)
}

fn keys_of_the_table() -> BTreeSet<String> {
    TABLE.iter().flat_map(|b| b.chords).map(|c| format!("{c:?}")).collect()
}

#[test]
fn every_key_of_the_table_acts_or_says_why_not_in_every_place() {
    let mut chords: Vec<Chord> = TABLE.iter().flat_map(|b| b.chords.iter().copied()).collect();
    chords.sort_by_key(|c| format!("{c:?}"));
    chords.dedup();
    assert_eq!(chords.len(), keys_of_the_table().len());
    let mut silent = Vec::new();
    let mut program = usual();
    for (place, keys, context) in PLACES {
        go_to(&mut program, keys);
        let pane = program.model.pane_context();
        // Of the keys that neither the place nor the pane below it knows, those that type and those that do not.
        let mut unknown = BTreeSet::new();
        for chord in &chords {
            if find(*context, *chord).is_none()
                && find(pane, *chord).is_none()
                && !unknown.insert(chord.typed().is_some())
            {
                continue;
            }
            go_to(&mut program, keys);
            if program.model.context() != *context {
                // An earlier key has changed too much.
                program = usual();
                go_to(&mut program, keys);
            }
            assert_eq!(program.model.context(), *context, "{place}\n{}", program.screen());
            let before = seen(&mut program);
            program.press(press(*chord));
            let acted = program.ended || program.lent || seen(&mut program) != before;
            if !acted && !may_rest(*context, *chord) {
                silent.push(format!("{place}: {chord:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "{} keys are silent:\n{}", silent.len(), silent.join("\n"));
}

/// The usual house, with one child at its own school.
fn usual() -> Program {
    let mut records = house::records(&house::SIXTEEN);
    let wellbeing = ProgrammeCode::new("trivsel").unwrap();
    records.programmes.push(HouseProgramme { code: wellbeing.clone(), seats: SeatNorm::Unlimited });
    records.cases[15].programme = wellbeing;
    let mut restricted = cases::talk(31, ALMA, TalkKind::Development, date(2026, 11, 18), vec![]);
    restricted.open_to = OpenTo::Only(vec![]);
    records.talks.push(restricted);
    Start::default().on(house::with(records))
}

/// Goes to a place from the caseload.
fn go_to(program: &mut Program, keys: &str) {
    (program.ended, program.lent, program.model.pane) = (false, false, Pane::Caseload);
    if lock::is_locked(&program.model) {
        program.model.layers.pop();
        let _ = lock::lock(&mut program.model, lock::Why::Asked);
        program.keys("right<enter>");
    }
    program.model.layers.clear();
    program.keys("1<home>").keys(keys);
    program.model.status = None;
}

/// The screen, and what is above its pane.
fn seen(program: &mut Program) -> (String, usize, String) {
    (program.screen(), program.model.layers.len(), format!("{:?}", program.model.layers))
}

#[test]
fn the_welcome_gives_way_to_the_keys_that_it_names() {
    for (key, shown) in
        [("5", "Fremmøde · i dag"), ("?", "alle taster her"), ("+", "Ny sag"), ("<ctrl-p>", "Søg")]
    {
        let mut program = Program::usual();
        welcome(&mut program.model);
        assert!(program.shows("Velkommen"), "{}", program.screen());
        program.keys(key);
        assert!(!program.shows("Velkommen") && program.shows(shown), "{key}\n{}", program.screen());
    }
}

#[test]
fn the_keys_of_the_panes_work_from_a_sheet() {
    let mut program = Program::usual();
    for (key, shown) in [("5", "Fremmøde · i dag"), ("2", "uge 48"), ("3", "Alle samtaler"), ("1", "Sager")]
    {
        program.keys("1<enter>");
        assert_eq!(program.model.context(), Context::Sheet);
        program.keys(key);
        assert!(program.model.layers.is_empty() && program.shows(shown), "{key}\n{}", program.screen());
    }
    program.keys("<enter><ctrl-p>asger<enter>");
    assert!(program.turned_over()[0].contains("Asger Lund"), "{}", program.screen());
    assert!(program.model.layers.is_empty());
    // Back on the sheet when nothing was chosen.
    program.keys("<enter><ctrl-p><esc>");
    assert_eq!(program.model.context(), Context::Sheet);
    program.keys("<f3><esc>");
    assert_eq!(program.model.context(), Context::Sheet);
}

#[test]
fn a_key_that_does_nothing_says_why() {
    let mut program = Program::usual();
    program.keys("4o");
    assert!(program.shows("o gør ikke"), "{}", program.screen());
    program.keys("0<left>");
    assert!(program.shows("gør ikke noget her"), "{}", program.screen());
    program.keys("1n<enter><enter>ord<f3>");
    assert!(program.shows("Esc lukker det, der er åbent") && program.shows("│ord"), "{}", program.screen());
}
