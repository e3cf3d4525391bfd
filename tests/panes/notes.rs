//! Notes of talks: keys in, screen and records out.

mod budgets;
mod drafts;
mod fields;
mod filter;
mod form;
mod house_lists;
mod log;
mod misplaced;
mod restricted;
mod scores;
mod search;
mod siblings;
mod signing;
mod together;
mod usual;

use trivsel_domain::decide::Action;
use trivsel_domain::record::Talk;
use trivsel_domain::value::{LongText, StaffId, TalkId};
use trivsel_store::{Asker, House, Noted, OpenedTalk, TalkQuery};

use crate::harness::{Program, Start, house, morning};

/// The ids of the first and the second member of staff.
const MAJA: StaffId = StaffId::from_u128(1);
const LISE: StaffId = StaffId::from_u128(2);

/// The usual house with this many more talks, one per day back from yesterday, each changed by `change`.
fn with_many(count: usize, change: impl Fn(usize, &mut Talk)) -> House {
    let mut house =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &house::founding(), morning()).unwrap();
    let mut records = house::records(&house::SIXTEEN);
    let model = records.talks[0].clone();
    for n in 0..count {
        let day = model.date - chrono::Days::new(n as u64);
        let mut talk = Talk {
            id: TalkId::from_u128(1000 + n as u128),
            date: day,
            start: None,
            themes: Vec::new(),
            text: LongText::new("Mor ringede.").unwrap(),
            signed_at: day.and_hms_opt(15, 0, 0).map(Into::into),
            ..model.clone()
        };
        change(n, &mut talk);
        records.talks.push(talk);
    }
    let asker = Asker::new(MAJA, morning());
    house.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    house
}

/// A program in the log of such a house.
fn log_of_many(count: usize, change: impl Fn(usize, &mut Talk)) -> Program {
    let mut program = Start::default().on(with_many(count, change));
    program.keys("3");
    program
}

/// The signed talks as their author may read them, without the talk the house starts with.
fn signed(program: &mut Program) -> Vec<OpenedTalk> {
    let house = program.performer.house();
    let asked = TalkQuery { limit: 100, ..TalkQuery::default() };
    let listed = house.talks(&asked, MAJA).unwrap();
    let ids: Vec<_> =
        listed.iter().map(|n| (n.key().id, n.author())).filter(|(id, _)| id.as_u128() != 1).collect();
    ids.into_iter().map(|(id, by)| house.open_talk(Asker::new(by, morning()), id).unwrap()).collect()
}

/// The only signed talk.
fn one_signed(program: &mut Program) -> OpenedTalk {
    let mut all = signed(program);
    assert_eq!(all.len(), 1, "{}", program.screen());
    all.remove(0)
}

/// The name of the child the talk belongs to.
fn whose(program: &mut Program, opened: &OpenedTalk) -> String {
    let house = program.performer.house();
    let case = house.case(opened.talk.case().unwrap()).unwrap().unwrap();
    house.child(case.child).unwrap().unwrap().name.as_str().to_owned()
}

/// The line of a field and the line below it, where messages without room beside the field go.
fn around(program: &mut Program, field: &str) -> String {
    let screen = program.screen();
    let mut lines = screen.lines().skip_while(|l| !l.contains(field));
    let found = [lines.next(), lines.next()].into_iter().flatten().collect::<Vec<_>>().join("\n");
    assert!(!found.is_empty(), "no {field} on\n{screen}");
    found
}

/// The number of Maja's drafts.
fn drafts(program: &mut Program) -> usize {
    program.performer.house().drafts(MAJA).unwrap().len()
}

/// Saves what is typed, as the loop does after a pause.
fn rest(program: &mut Program) {
    program.performer.keep(&mut program.model).unwrap();
}

/// The log as a member of staff sees it.
fn seen_by(program: &mut Program, who: StaffId) -> Vec<Noted> {
    let asked = TalkQuery { limit: 100, ..TalkQuery::default() };
    program.performer.house().talks(&asked, who).unwrap()
}
