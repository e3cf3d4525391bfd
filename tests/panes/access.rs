//! Every look at one child's records is written to the access log, wherever it happens on the screen.

use trivsel_store::{Access, AccessQuery};
use trivsel_tui::message::Message;

use crate::harness::Program;

/// The children whose cases were opened, the latest first.
fn looked_at(program: &mut Program) -> Vec<String> {
    let asked = AccessQuery { limit: 100, ..AccessQuery::default() };
    let house = program.performer.house();
    let cases = house.access_log(&asked).unwrap().into_iter().filter_map(|r| match r.access {
        Access::Case(case) => house.case(case).unwrap(),
        _ => None,
    });
    let children = house.children().unwrap();
    let name = |case: trivsel_domain::record::Case| children.iter().find(|c| c.id == case.child).unwrap();
    cases.map(|case| name(case).name.as_str().to_owned()).collect()
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
