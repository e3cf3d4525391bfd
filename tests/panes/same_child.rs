//! A child that was entered twice: the user finds the other record by a few letters, sees both, chooses what stays, and can
//! undo it.

use insta::assert_snapshot;
use trivsel_domain::record::{Case, Child, Person, Referral, Standing};
use trivsel_domain::rules::today::Task;
use trivsel_domain::value::{CaseId, ChildId, Line, PersonId, PersonName, Role, StaffId};
use trivsel_store::{Access, Asker};
use trivsel_words::Lang;

use crate::harness::house::{self, SIXTEEN, programme};
use crate::harness::{Program, Start, date};

const TWICE: ChildId = ChildId::from_u128(900);

/// The usual children, and Søren Ægård Åse once more: written otherwise, declined in the spring, with a mother.
fn twice(start: Start) -> Program {
    let mut records = house::records(&SIXTEEN);
    let name = PersonName::new("Soeren Ægård A\u{30a}se").unwrap();
    let school = Line::new("Havneskolen").ok();
    records.children.push(Child::new(TWICE, name, Some(date(2013, 4, 3)), school, vec![]));
    let referral = Referral { on: date(2026, 3, 2), note: None };
    records.cases.push(Case {
        standing: Standing::Declined { on: date(2026, 4, 1) },
        ..Case::new(CaseId::from_u128(900), TWICE, programme(), referral)
    });
    let soren = records.children.iter().find(|c| c.name.as_str() == "Søren Ægård Åse").unwrap().id;
    let mother = |id: u128, child, mail: &str| Person {
        id: PersonId::from_u128(id),
        child,
        role: Role::Mother,
        name: PersonName::new("Åse Dam").unwrap(),
        custody: None,
        phone: None,
        mail: Line::new(mail).ok(),
        workplace: None,
        note: None,
        until: None,
    };
    records.people.extend([mother(901, soren, "åse@eksempel.dk"), mother(902, TWICE, "")]);
    start.on(house::with(records))
}

/// Goes to Søren in Sager and opens the form.
fn opened(start: Start) -> Program {
    let mut program = twice(start);
    program.keys("1<ctrl-f>ægård<enter>d");
    program
}

#[test]
fn the_other_record_is_proposed_and_both_stand_side_by_side() {
    let mut program = opened(Start::default());
    assert_snapshot!(program.screen());
    program.keys("<tab><tab>");
    assert_snapshot!("born", program.screen());
}

#[test]
fn in_english_at_120_columns() {
    let mut program = opened(Start { lang: Lang::En, ..Start::sized(120, 40) });
    assert_snapshot!(program.screen());
}

#[test]
fn it_is_one_child_afterwards_and_the_history_says_so() {
    let mut program = opened(Start::default());
    // The school of the other is right.
    for _ in 0..9 {
        if program.shows("►Skole") {
            break;
        }
        program.keys("<tab>");
    }
    program.keys("<right><ctrl-s>");
    assert!(program.shows("Saml til ét barn?"), "{}", program.screen());
    program.keys("<ctrl-o>");
    assert!(program.shows("er nu ét barn"), "{}", program.screen());
    let house = program.performer.house();
    assert_eq!(house.child(TWICE).unwrap(), None);
    let one = house.children().unwrap().into_iter().find(|c| c.former == [TWICE]).unwrap();
    assert_eq!((one.name.as_str(), one.born), ("Søren Ægård Åse", Some(date(2013, 3, 4))));
    assert_eq!(one.school.as_ref().map(Line::as_str), Some("Havneskolen"));
    assert_eq!(house.people(one.id).unwrap().len(), 1);
    house.verify().unwrap();
    program.keys("<enter><left>");
    assert_snapshot!(program.screen());
}

#[test]
fn undo_parts_them_and_redo_makes_them_one_again() {
    let mut program = opened(Start::default());
    program.keys("<ctrl-s><ctrl-o><ctrl-z>");
    assert!(program.shows("er to børn igen"), "{}", program.screen());
    assert!(program.performer.house().child(TWICE).unwrap().is_some());
    program.keys("<ctrl-y>");
    assert!(program.shows("er nu ét barn"), "{}", program.screen());
    assert!(program.performer.house().child(TWICE).unwrap().is_none());
}

#[test]
fn after_a_signature_undo_says_who_signed() {
    let mut program = opened(Start::default());
    program.keys("<ctrl-s><ctrl-o>n<enter><enter>Mor ringede.<ctrl-s><ctrl-o>");
    // Signing is not undone, and neither is what was before it.
    program.keys("1<ctrl-z><ctrl-z>");
    assert!(program.shows("Maja Krog har siden underskrevet"), "{}", program.screen());
}

#[test]
fn two_open_cases_are_named_beside_the_child_and_refused() {
    let mut program = opened(Start::default());
    program.keys("<ctrl-u>ditt<enter>");
    assert!(program.shows("▲ De har hver en åben sag"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("oprettet ved en fejl"), "{}", program.screen());
    assert!(program.model.form().is_some());
    program.keys("<esc>");
}

#[test]
fn of_a_house_that_is_only_read_it_says_why_not() {
    let mut program = twice(Start::default());
    program.model.writable = false;
    program.keys("1d");
    assert!(program.model.form().is_none());
    assert!(program.shows("Huset kan kun læses"), "{}", program.screen());
}

#[test]
fn a_leader_finds_the_looks_at_either_under_the_one_child() {
    let mut program = opened(Start::default());
    let colleague = Asker::new(StaffId::from_u128(2), date(2026, 11, 20).and_hms_opt(10, 0, 0).unwrap());
    let look = Access::Case(CaseId::from_u128(900));
    program.performer.house().log_access(colleague, &look).unwrap();
    program.keys("<ctrl-s><ctrl-o><enter>l");
    assert!(program.shows("Adgangslog") && program.shows("· Søren Ægård Åse"), "{}", program.screen());
    assert!(program.line("LB").contains("Søren Ægård Åse"), "{}", program.screen());
    // The look at the log is one at the child.
    program.keys("<esc>l");
    assert!(program.line("så adgangsloggen").contains("Søren Ægård Åse"), "{}", program.screen());
    // In the log of the house, the looks at one child are those at all its cases.
    program.keys("<esc><esc>1l<end>b");
    assert!(program.shows("· Søren Ægård Åse"), "{}", program.screen());
    let looks = program.screen().matches("så sagen").count();
    assert_eq!(looks, 2, "{}", program.screen());
}

/// I dag of a leader, with the cursor on the two who may be one.
fn asked(start: Start) -> Program {
    let mut program = twice(Start { on_today: true, ..start });
    program.keys("0<end>");
    program
}

#[test]
fn a_leader_is_asked_today_whether_two_are_one_and_enter_opens_the_two() {
    let mut program = asked(Start::default());
    assert_snapshot!("asked", program.screen());
    program.keys("<enter>");
    // The other is chosen, and the first letter of its name is not needed.
    assert!(program.line("Det andet").contains("Soeren Ægård"), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>0");
    assert!(!program.shows("Samme barn som"), "{}", program.screen());
}

#[test]
fn that_they_are_two_ends_the_question_until_it_is_undone() {
    let mut program = asked(Start::default());
    program.keys("b");
    assert!(
        program.shows("Søren Ægård Åse og Soeren Ægård") && !program.shows("Samme barn som"),
        "{}",
        program.screen()
    );
    let two = program.performer.house().same_children().unwrap();
    assert_eq!(two, []);
    program.keys("<ctrl-z>");
    assert!(program.shows("Samme barn som"), "{}", program.screen());
    assert!(program.shows("Fortrudt: Måske er Søren Ægård Åse og Soeren Ægård"), "{}", program.screen());
    program.keys("<ctrl-y>");
    assert!(!program.shows("Samme barn som"), "{}", program.screen());
    program.performer.house().verify().unwrap();
    // The history of either says so.
    program.keys("1<ctrl-f>ægård<enter><enter><left>");
    assert!(program.shows("To børn, ikke ét"), "{}", program.screen());
}

#[test]
fn somebody_who_does_not_lead_the_house_is_not_asked() {
    let mut program = twice(Start { on_today: true, ..Start::default() });
    let mut leads: Vec<_> = program.performer.house().staff().unwrap();
    leads.retain(|member| member.id != program.model.me.id);
    let other = leads.first().unwrap().id;
    let items = program.performer.house().agenda(other, date(2026, 11, 25)).unwrap();
    assert!(items.iter().all(|item| item.task.code() != "same-child"));
}

#[test]
fn a_leader_is_asked_about_ten_at_a_time_the_likeliest_first() {
    let mut records = house::records(&SIXTEEN);
    let again = |(n, child): (u128, &Child)| {
        Child::new(ChildId::from_u128(950 + n), child.name.clone(), None, None, vec![])
    };
    let doubles: Vec<Child> = (0..).zip(&records.children).take(12).map(again).collect();
    let first = &records.children[15];
    let name = PersonName::new(&format!("{} Holm", first.name.as_str())).unwrap();
    let likeliest = Child::new(ChildId::from_u128(990), name.clone(), first.born, None, vec![]);
    records.children.extend(doubles.into_iter().chain([likeliest]));
    let mut program = Start { on_today: true, ..Start::default() }.on(house::with(records));
    let house = program.performer.house();
    assert_eq!(house.same_children().unwrap().len(), 13);
    let me = program.model.me.id;
    let items = program.performer.house().agenda(me, date(2026, 11, 25)).unwrap();
    let asked: Vec<&PersonName> = items
        .iter()
        .filter_map(|item| match &item.task {
            Task::Twice(twice) => Some(&twice.name),
            _ => None,
        })
        .collect();
    assert_eq!(asked.len(), 10);
    assert!(asked.contains(&&name));
}
