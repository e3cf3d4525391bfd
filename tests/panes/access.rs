//! Every look at one child's records is written to the access log, wherever it happens on the screen.

use std::time::Duration;

use chrono::TimeDelta;
use trivsel_domain::record::{Matter, OpenTo};
use trivsel_domain::value::{CaseId, StaffId, TalkId};
use trivsel_store::{Access, AccessQuery};
use trivsel_tui::clock::Clock;
use trivsel_tui::message::Message;

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date, morning};

const MOMENT: Duration = Duration::from_millis(100);
const SECOND: Duration = Duration::from_secs(1);

/// The access log, the latest entry first.
pub(super) fn logged(program: &mut Program) -> Vec<Access> {
    let asked = AccessQuery { limit: 100, ..AccessQuery::default() };
    program.performer.house().access_log(&asked).unwrap().into_iter().map(|entry| entry.access).collect()
}

/// The children whose cases or notes were opened, the latest first.
fn looked_at(program: &mut Program) -> Vec<String> {
    let cases = logged(program).into_iter().filter_map(|access| match access {
        Access::Case(case) | Access::Talk { case: Some(case), .. } => Some(case),
        _ => None,
    });
    let cases: Vec<CaseId> = cases.collect();
    let house = program.performer.house();
    let children = house.children().unwrap();
    let child = |case| house.case(case).unwrap().unwrap().child;
    let name = |case| children.iter().find(|c| c.id == child(case)).unwrap().name.as_str().to_owned();
    cases.into_iter().map(name).collect()
}

/// A program on a house with four notes, the newest first: three that are open to the house, the second of them a
/// consultation, and one that only Lise may read.
fn four_notes() -> Program {
    let house = house::changed(|records| {
        let first = records.talks.remove(0);
        for (id, day) in [(14, 24), (13, 23), (12, 20), (11, 19)] {
            let mut talk = first.clone();
            (talk.id, talk.date) = (TalkId::from_u128(id), date(2026, 11, day));
            records.talks.push(talk);
        }
        let place = trivsel_domain::value::Line::new("Åskolen").unwrap();
        records.talks[1].matter = Matter::consultation(place, None);
        records.talks[2].open_to = OpenTo::Only(vec![]);
        records.talks[2].author = StaffId::from_u128(2);
    });
    let mut program = Start::default().on(house);
    program.keys("3").stands(Duration::ZERO);
    assert!(program.shows("Mor fortæller"), "{}", program.screen());
    program
}

fn note(id: u128) -> Access {
    let case = (id != 13).then_some(ALMA);
    Access::Talk { id: TalkId::from_u128(id), case }
}

/// Presses a key at once, as somebody who holds it down does.
fn at_once(program: &mut Program, key: &str) {
    for key in crate::harness::keys::parse(key) {
        program.send(Message::Key(key.into()));
    }
    program.stands(MOMENT);
}

#[test]
fn every_look_at_a_childs_records_is_logged() {
    for keys in ["1<enter>", "3<enter>", "3s", "4", "5<enter>", "5vvv", "1w", "5w"] {
        let mut program = Program::usual();
        assert_eq!(looked_at(&mut program), Vec::<String>::new(), "the lists of all are no look at one");
        program.keys(keys);
        assert_eq!(looked_at(&mut program), ["Alma Holm"], "{keys}:\n{}", program.screen());
    }
}

#[test]
fn a_continued_look_is_logged_once() {
    let mut program = Program::usual();
    program.keys("4").send(Message::ChangedElsewhere).keys("v").send(Message::ChangedElsewhere);
    assert_eq!(looked_at(&mut program), ["Alma Holm"]);
    program.keys("5<down><enter>");
    assert_eq!(looked_at(&mut program).len(), 2, "{}", program.screen());
}

#[test]
fn a_note_that_has_stood_beside_the_log_for_a_second_is_a_look_and_moving_past_is_none() {
    let mut program = four_notes();
    at_once(&mut program, "<down><down><down>");
    at_once(&mut program, "<up><up><up>");
    assert_eq!(logged(&mut program), [], "nothing has stood for a second");
    program.stands(SECOND);
    assert_eq!(logged(&mut program), [note(14)]);
    // It is the same look while it stands, and when it is opened.
    program.stands(SECOND * 60).keys("<enter><esc>");
    assert_eq!(logged(&mut program), [note(14)]);
    // Also a consultation, which belongs to no case, and one that is left as the second is over.
    at_once(&mut program, "<down>");
    program.send(Message::Key(crate::harness::keys::parse("<down>")[0].into())).stands(SECOND);
    assert_eq!(logged(&mut program), [note(13), note(14)]);
    // Of a restricted note nothing can be read.
    program.stands(SECOND * 60);
    assert!(program.shows("Fortroligt"), "{}", program.screen());
    assert_eq!(logged(&mut program), [note(13), note(14)]);
}

#[test]
fn a_note_that_is_covered_or_has_no_room_is_not_looked_at() {
    for cover in ["<ctrl-n>", "1", "<ctrl-l>"] {
        let mut program = four_notes();
        at_once(&mut program, cover);
        program.stands(SECOND * 60);
        if cover == "<ctrl-l>" {
            // The house is closed behind the lock.
            program.keys("right<enter>");
        }
        assert_eq!(logged(&mut program), [], "{cover}:\n{}", program.screen());
    }
    let mut program = four_notes();
    program.resized(50, 10).stands(MOMENT).stands(SECOND * 60);
    assert_eq!(logged(&mut program), [], "{}", program.screen());
    // A box leaves some of a wide screen free.
    let mut program = four_notes();
    at_once(&mut program, "?");
    program.stands(SECOND);
    assert_eq!(logged(&mut program), [note(14)]);
}

#[test]
fn a_clock_that_goes_back_or_stands_still_hides_no_look() {
    let mut program = four_notes();
    let at = |minutes| Clock::at(morning()).with_machine_at(morning() + TimeDelta::minutes(minutes));
    program.performer.set_clock(at(0));
    program.keys("1<enter><esc>3<enter><esc>");
    let once = logged(&mut program).len();
    for (minutes, more) in [(9, 0), (-60, 1), (-55, 1), (-40, 2)] {
        program.performer.set_clock(at(minutes));
        program.keys("3<enter><esc>");
        assert_eq!(logged(&mut program).len(), once + more, "{minutes} minutes");
    }
}
