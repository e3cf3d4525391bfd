//! Measures signing a note, including the log and the index, against bare commits.

use trivsel_domain::decide::{Action, Note};
use trivsel_domain::record::{Matter, OpenTo, TalkKind};
use trivsel_domain::value::{LongText, TalkId};

use crate::bare::Database;
use crate::course::note;
use crate::data;
use crate::house::{Built, asker};
use crate::measure::{Report, in_turn, timed};

const ROUNDS: usize = 300;
/// The limit for signing, in bare commits of one small row.
const MOST: f64 = 6.0;

/// Signs one note after another on the first case.
pub fn measure(report: &mut Report, built: &Built) {
    let name = "sign, durable and found";
    if !report.wants(name) {
        return;
    }
    let mut bare = Database::at(built.folder.path().with_extension("sign.db"));
    let mut house = built.open();
    let case = house.cases_on(data::now().date()).unwrap()[0].id;
    let mut number = 1_u128 << 100;
    let ours = || {
        number += 1;
        let action = Action::Sign(Box::new(Note {
            id: TalkId::from_u128(number),
            matter: Matter::of_case(case, TalkKind::Parent).unwrap(),
            date: data::now().date(),
            start: None,
            minutes: None,
            participants: vec![],
            themes: vec![],
            methods: vec![],
            text: LongText::new(&note(number)).unwrap(),
            open_to: OpenTo::House,
            agreements: vec![],
            scores: vec![],
            judgement: None,
        }));
        timed(|| drop(house.perform(asker(), &action).unwrap()))
    };
    report.line(name, &in_turn(ROUNDS, ours, || bare.commit()), MOST);
}
