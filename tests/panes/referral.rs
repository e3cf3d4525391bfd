//! New cases: keys in, records out.

use insta::assert_snapshot;
use trivsel_domain::record::{Case, Child, Closing, Outcome, Person, Records, Referral, Standing};
use trivsel_domain::value::{CaseId, ChildId, Line, PersonId, PersonName, Role, SeatNorm};
use trivsel_store::House;

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

/// A house of both programmes with two children, where Alma's earlier case ended in October; changed by `change`.
fn after_alma(change: impl FnOnce(&mut Records)) -> House {
    house::changed(|records| {
        let code = trivsel_domain::value::ProgrammeCode::new("trivsel").unwrap();
        records.programmes.push(trivsel_domain::record::HouseProgramme { code, seats: SeatNorm::Unlimited });
        let stay = records.cases[0].stay().unwrap();
        let closing = Closing { on: date(2026, 10, 1), outcome: Outcome::GeneralSchool, place: None };
        records.cases[0].standing = Standing::Closed { stay, closing };
        change(records);
    })
}

/// The new case on record.
fn referred(program: &mut Program) -> (Case, Child, Vec<Person>) {
    let house = program.performer.house();
    let case = house.cases().unwrap().into_iter().find(|c| c.referral.on >= date(2026, 11, 1)).unwrap();
    let dossier = house.dossier(case.id).unwrap().unwrap();
    (dossier.case, dossier.child, dossier.people)
}

#[test]
fn a_new_case_is_at_most_ten_fields_on_one_screen() {
    let mut program = Program::usual();
    program.keys("1+");
    let form = program.model.form().unwrap();
    assert!(form.fields.len() <= 10);
    assert_eq!(form.choice("programme"), Some("skolefravaer"), "there is only one");
    let names =
        ["Navn", "Født", "Klasse", "Skole", "Tilbud", "Indstillet", "Afgørelse den", "Forældre", "PPR"];
    let screen = program.screen();
    assert!(names.iter().all(|n| screen.contains(n)) && screen.contains("Årsag til henvisning"), "{screen}");
    program.keys(
        "Ørn 山田-Ægård<enter>040313-4321<enter>7.b<enter>Lindeskolen<enter><enter><ctrl-u>20.11<enter>24.11<enter>",
    );
    program.keys("mor Mette Holm 12 34 56 78, far Jens Holm, jens@holm.dk<enter>");
    program.keys("PPR Birgit Lund tlf. 87 65 43 21<enter>Ikke i skole siden august");
    assert_snapshot!("refer", program.screen());
    program.keys("<ctrl-u>Ikke i skole siden august<ctrl-s>");
    let (case, child, people) = referred(&mut program);
    assert!(program.shows("Ny sag oprettet: Ørn 山田-Ægård."), "{}", program.screen());
    assert!(program.model.sheet().is_some_and(|s| s.dossier.case.id == case.id));
    assert_eq!(child.name.as_str(), "Ørn 山田-Ægård");
    assert_eq!(
        (child.born, child.cpr.unwrap().in_full()),
        (Some(date(2013, 3, 4)), "040313-4321".to_owned())
    );
    assert_eq!(child.school.unwrap().as_str(), "Lindeskolen");
    assert_eq!((case.referral.on, case.decided_on), (date(2026, 11, 20), Some(date(2026, 11, 24))));
    let told: Vec<_> =
        people.iter().map(|p| (p.role, p.name.as_str(), p.phone.as_ref().map(Line::as_str))).collect();
    assert!(told.contains(&(Role::Mother, "Mette Holm", Some("12 34 56 78"))), "{told:?}");
    assert!(told.contains(&(Role::Father, "Jens Holm", None)), "{told:?}");
    assert!(told.contains(&(Role::Ppr, "Birgit Lund", Some("87 65 43 21"))), "{told:?}");
    assert_eq!(
        people.iter().find(|p| p.role == Role::Father).unwrap().mail.as_ref().unwrap().as_str(),
        "jens@holm.dk"
    );
}

#[test]
fn a_child_on_record_is_found_and_gets_the_new_case() {
    let mut program = Start::default().on(after_alma(|records| {
        records.programmes.pop();
    }));
    program.keys("1+alma  holm<ctrl-u>ALMA HOLM<enter>");
    assert!(program.shows("findes måske allerede, født 4. mar 2013"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("et barn med det navn findes"), "{}", program.screen());
    program.keys("5.3.2013<enter>");
    assert!(program.shows("en anden med det navn"), "{}", program.screen());
    program.keys("<backtab><ctrl-u>4.3.2013<enter>");
    assert!(program.shows("findes: Afsluttet, indstillet 1. jun 2026"), "{}", program.screen());
    assert!(program.line("Klasse").contains("6.b") && program.line("Skole").contains("Lindeskolen"));
    // A CPR number would be lost here, so the form points to its own field before saving.
    program.keys("<backtab><ctrl-u>040313-4234");
    assert!(program.shows("CPR-nummeret på barnet"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Kan ikke gemmes: ret Født"), "{}", program.screen());
    program.keys("<ctrl-u>4.3.2013<ctrl-s>");
    let (case, child, _) = referred(&mut program);
    assert_eq!((child.id, child.name.as_str()), (ChildId::from_u128(100), "Alma Holm"));
    assert_eq!(case.follows, Some(ALMA), "{}", program.screen());
}

#[test]
fn a_child_with_the_birthday_and_the_given_name_may_be_on_record_already() {
    let mut program = Program::usual();
    // Twins share the birthday and the family name, and are two.
    for (typed, may_be) in [("Soeren Ægård", true), ("So\u{308}ren Holm", true), ("Asta Holm", false)] {
        program.keys(&format!("1+{typed}<enter>4.3.2013<enter>"));
        let shown = program.line("Navn").contains("måske Søren Ægård Åse");
        assert_eq!(shown, may_be, "{typed}\n{}", program.screen());
        program.keys("<esc>");
        program.keys("<ctrl-k><del><ctrl-o><esc>");
    }
}

#[test]
fn a_question_about_long_names_keeps_its_key_and_the_child_on_record() {
    let mut program = Program::usual();
    program.keys("1+Mads Oestergaard-Rasmussen Holm<enter>3.4.2013<ctrl-s>");
    let asked = program.screen().replace("\n ", " ");
    assert!(
        asked.contains("Ctrl+O opretter.") && asked.contains("Holm, født 4. mar 2013 (samme navn"),
        "{asked}"
    );
}

#[test]
fn of_several_children_the_likeliest_is_named() {
    let mut records = house::records(&house::SIXTEEN);
    let twice = Child::new(
        ChildId::from_u128(900),
        PersonName::new("Søren Bang").unwrap(),
        records.children[0].born,
        None,
        vec![],
    );
    let referral = Referral { on: morning().date(), note: None };
    records.cases.push(Case::new(CaseId::from_u128(900), twice.id, house::programme(), referral));
    records.children.push(twice);
    let mut program = Start::default().on(house::with(records));
    // Søren Bang stands first in the list, and has no more than the birthday and the first name.
    program.keys("1+Soeren Aegaard<enter>4.3.2013<enter>");
    assert!(program.line("Navn").contains("måske Søren Ægård Åse"), "{}", program.screen());
}

#[test]
fn a_child_in_another_spelling_is_not_entered_a_second_time_unasked() {
    let mut program = Program::usual();
    program.keys("1+A\u{30a}se, Soeren Aegaard<enter>4.3.2013");
    assert_snapshot!("alike", program.screen());
    program.keys("<ctrl-s>");
    assert_snapshot!("alike_asked", program.screen());
    // Any other key goes back to the form, and nothing is entered.
    program.keys("<esc>");
    assert!(program.model.form().is_some(), "{}", program.screen());
    assert_eq!(program.performer.house().children().unwrap().len(), 16);
    program.keys("<ctrl-s><ctrl-o>");
    assert!(program.shows("Ny sag oprettet"), "{}", program.screen());
    // A second pair of eyes: the leader is asked too.
    let asked = program.performer.house().same_children().unwrap();
    assert_eq!(asked.len(), 1);
}

#[test]
fn a_new_case_shows_its_errors_and_stays_as_a_draft() {
    let mut program = Program::usual();
    program
        .keys("1+Nyt Barn<enter>0403131234567<enter>12.x<enter><enter><enter><ctrl-u>i morgen<enter><enter>");
    program.keys("Mette Holm<enter>87654321<enter>");
    for wrong in [
        "er ikke ti cifre",
        "er ikke en klasse",
        "er ikke kommet endnu",
        "Prøv mor Mette Holm",
        "navnet mangler",
    ] {
        assert!(program.shows(wrong), "{wrong}\n{}", program.screen());
    }
    assert_snapshot!("refer_wrong", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("ret 5 felter"), "{}", program.screen());
    program.keys("<esc><ctrl-k>");
    assert!(program.shows("Ny sag"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Nyt Barn") && program.shows("12.x"), "{}", program.screen());
}

#[test]
fn a_child_with_an_open_case_is_refused_with_every_reason() {
    let mut program = Program::usual();
    program.keys("1+Alma Holm<enter>4.3.2013<ctrl-s>");
    assert!(program.shows("Forløb"), "{}", program.screen());
    assert!(program.model.form().is_some(), "the form stays");
}

fn around_alma(id: u128, role: Role, name: &str, phone: Option<&str>) -> Person {
    Person {
        id: PersonId::from_u128(id),
        child: ChildId::from_u128(100),
        role,
        name: PersonName::new(name).unwrap(),
        custody: None,
        phone: phone.and_then(|p| Line::new(p).ok()),
        mail: None,
        workplace: None,
        note: None,
        until: None,
    }
}

/// The people around Alma, by role.
fn people(program: &mut Program) -> Vec<String> {
    let mut people = program.performer.house().people(ChildId::from_u128(100)).unwrap();
    people.sort_by_key(|p| (p.role, p.name.clone()));
    let told = |p: &Person| {
        let phone = p.phone.as_ref().map_or("-", Line::as_str);
        format!("{:?} {} {phone}", p.role, p.name.as_str())
    };
    people.iter().map(told).collect()
}

#[test]
fn a_returning_child_has_its_people_without_duplicates() {
    let mut program = Start::default().on(after_alma(|records| {
        records.people.push(around_alma(1, Role::Mother, "Mette Holm", Some("12 34 56 78")));
        records.people.push(around_alma(2, Role::Father, "Lars Østergård", None));
        records.people.push(around_alma(3, Role::Ppr, "Birgit Lund", None));
        let gone = around_alma(4, Role::Guardian, "Inge Holm", None);
        records.people.push(Person { until: Some(date(2026, 9, 1)), ..gone });
    }));
    program.keys("1+Alma Holm<enter>4.3.2013<enter>");
    let form = program.model.form().unwrap();
    assert_eq!(form.text("parents"), "mor Mette Holm 12 34 56 78, far Lars Østergård");
    assert_eq!(form.text("ppr"), "Birgit Lund");
    assert_snapshot!("refer_again", program.screen());
    // Typing the same people again adds nobody twice; only the number and the grandmother are new.
    program.keys("<enter><enter>triv<enter><enter><enter>");
    program.keys("<ctrl-u>far lars østergaard 87 65 43 21, mor Mette Holm, værge Olga Holm<enter>");
    program.keys("<ctrl-u>PPR BIRGIT LUND<ctrl-s>");
    let (case, ..) = referred(&mut program);
    assert_eq!(
        people(&mut program),
        [
            "Mother Mette Holm 12 34 56 78",
            "Father Lars Østergård 87 65 43 21",
            "Guardian Inge Holm -",
            "Guardian Olga Holm -",
            "Ppr Birgit Lund -"
        ],
        "{}",
        program.screen()
    );
    // The earlier case was in the other programme, and the sheet says so.
    assert_eq!(case.follows, Some(ALMA));
    assert!(program.shows("Skolefraværstilbud · indstillet 1. jun 2026"), "{}", program.screen());
}

#[test]
fn custody_is_unknown_until_set() {
    let mut program = Program::usual();
    program.keys("1+Ørn Ægård<enter>4.3.2013<enter>7.b<enter>Lindeskolen<enter><enter><enter><enter>");
    program.keys("mor Mette Ægård, far Jens Ægård<ctrl-s>");
    let (.., people) = referred(&mut program);
    assert!(people.iter().all(|p| p.custody.is_none()), "{people:?}");
    program.keys(&"<right>".repeat(7));
    assert!(program.line("Mette Ægård").contains("forældremyndighed –"), "{}", program.screen());
    program.keys("<enter><enter><enter>ja<ctrl-s>");
    let (.., people) = referred(&mut program);
    let custody: Vec<_> = people.iter().map(|p| (p.name.given(), p.custody)).collect();
    assert_eq!(custody, [("Jens", None), ("Mette", Some(true))], "{}", program.screen());
    program.keys("<right><right><enter>");
    assert!(program.shows("Forældremyndighed: – → ja"), "{}", program.screen());
}

#[test]
fn a_new_case_shows_field_formats_and_refuses_invalid_children() {
    let mut program = Program::usual();
    program.keys("1+Nyt Barn<enter>");
    assert!(program.shows("4.3.2013 eller hele CPR-nummeret"), "{}", program.screen());
    program.keys("140312-1234");
    assert!(program.shows("siger født 14. mar 1912"), "{}", program.screen());
    program.keys("<ctrl-u>31.2.2012");
    assert!(program.shows("31.2.2012 findes ikke. Prøv 4.3.2013"), "{}", program.screen());
    program.keys("<ctrl-u>140312-4234<enter><enter><enter><enter><enter><enter>");
    assert!(
        program.line("Forældre").contains("mor Mette Holm 12 34 56 78, far Jens Holm"),
        "{}",
        program.screen()
    );
    program.keys("<enter>");
    assert!(program.line("PPR").contains("Birgit Lund"), "{}", program.screen());
}
