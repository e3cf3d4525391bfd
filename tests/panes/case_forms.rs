//! The forms of a case: keys in, records out.

use insta::assert_snapshot;
use trivsel_domain::record::{
    Case, Child, Competency, Doer, GoalEnd, GoalKind, Matter, Need, OpenTo, Participant, Person, Priority,
    Standing, Talk, TalkKind, TalkSource,
};
use trivsel_domain::value::{Role, SeatNorm, SeatedStage, StaffId, TalkId};
use trivsel_store::{Asker, House};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

/// The sheet of Alma Holm, this many views to the right of the overview.
fn sheet(right: usize) -> Program {
    on_sheet(Program::usual(), right)
}

fn on_sheet(mut program: Program, right: usize) -> Program {
    program.keys("1<ctrl-f>Alma<enter><enter>");
    assert!(program.model.sheet().is_some(), "{}", program.screen());
    program.keys(&"<right>".repeat(right));
    program
}

/// Moves down the overview to a row and opens its form.
fn open_row(program: &mut Program, row: &str) {
    for _ in 0..20 {
        if program.turned_over().iter().any(|l| l.contains(row)) {
            program.keys("<enter>");
            return;
        }
        program.keys("<down>");
    }
    panic!("no row {row:?} on\n{}", program.screen());
}

/// For each unmet line of the next step: the field that Enter opens, and the choice made in it.
fn leads(stage: SeatedStage) -> Vec<String> {
    let house = house::changed(|records| {
        let case = &mut records.cases[0];
        let stay = case.stay().unwrap();
        case.standing = Standing::Seated { stage, stay };
        case.contacts = trivsel_domain::record::Contacts::default();
        case.start_structure = None;
    });
    let mut program = on_sheet(Start::default().on(house), 2);
    let unmet = |l: &&str| l.starts_with(" × ") || l.starts_with(" □ ");
    let count = program.screen().lines().filter(unmet).count();
    let mut leads = Vec::new();
    let mut row = 1;
    while leads.len() < count {
        row += 1;
        program.keys("<home>").keys(&"<down>".repeat(row));
        let line = program.turned_over().concat();
        if !unmet(&line.as_str()) {
            assert!(row < 20, "{}", program.screen());
            continue;
        }
        program.keys("<enter>");
        let name: String = line.split("  ").next().unwrap().trim().to_owned();
        let there = match program.model.form() {
            Some(form) => {
                let chosen = ["role", "kind"].into_iter().find_map(|n| form.choice(n)).unwrap_or("-");
                format!("{name}: {}, {chosen}", form.focused().unwrap().name)
            }
            None => format!("{name}: no form"),
        };
        leads.push(there);
        program.keys("<esc>");
        assert!(program.model.form().is_none() && program.model.sheet().is_some(), "{}", program.screen());
    }
    leads
}

#[test]
fn enter_on_a_missing_item_opens_its_field() {
    assert_snapshot!(
        [SeatedStage::Admitted, SeatedStage::StartUp, SeatedStage::Course]
            .map(|stage| leads(stage).join("\n"))
            .join("\n\n")
    );
}

#[test]
fn a_goal_with_progress_is_deleted_only_after_a_question_that_names_what_goes() {
    let mut program = sheet(4);
    program.keys("nfag<enter>Læser en bog<ctrl-s><del>");
    assert!(program.dossier(ALMA).goals.is_empty(), "a goal without progress: {}", program.screen());
    program.keys("<ctrl-z><enter>3<ctrl-s><del>");
    let asked = program.turned_over().concat();
    assert!(program.shows("Slet målet »Læser en bog« og dets status fra 25. nov 2026?"), "{asked}");
    assert_eq!(program.dossier(ALMA).goals.len(), 1);
    program.keys("<esc>");
    assert_eq!(program.dossier(ALMA).goals.len(), 1);
    program.keys("<del><ctrl-o>");
    assert!(program.dossier(ALMA).goals.is_empty(), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert_eq!(program.dossier(ALMA).goals[0].progress.len(), 1);
}

#[test]
fn a_goal_is_set_measured_changed_and_undone() {
    let mut program = sheet(4);
    program.keys("nfam<enter>Spiser aftensmad sammen å<enter>");
    assert!(program.shows("familiemål uden mål"), "{}", program.screen());
    assert_snapshot!("goal", program.screen());
    program.keys("Trivsel hjemme<ctrl-s>");
    assert!(program.shows("Mål gemt: Spiser aftensmad sammen å."), "{}", program.screen());
    let goal = program.dossier(ALMA).goals.remove(0);
    assert_eq!((goal.kind, goal.text.as_str()), (GoalKind::Family, "Spiser aftensmad sammen å"));
    assert_eq!(goal.municipal.as_ref().unwrap().as_str(), "Trivsel hjemme");
    assert_eq!(goal.set_on, date(2026, 11, 25));
    // Progress is entered beside the earlier value.
    program.keys("<enter>11<ctrl-s>");
    assert!(program.shows("Prøv 4"), "{}", program.screen());
    program.keys("<backspace><backspace>3<ctrl-s>");
    assert!(program.shows("3/10"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("25. nov 3"), "{}", program.screen());
    assert_snapshot!("progress", program.screen());
    program.keys("5/10<ctrl-s>");
    assert_eq!(program.dossier(ALMA).goals[0].latest().unwrap().value.get(), 5);
    // The row below edits the goal itself.
    program.keys("<down><enter><enter><enter><enter><enter>nå<enter><ctrl-s>");
    let ended = program.dossier(ALMA).goals[0].ended.unwrap();
    assert_eq!((ended.how, ended.on), (GoalEnd::Reached, date(2026, 11, 25)));
    assert_eq!(program.dossier(ALMA).goals[0].progress.len(), 1);
    program.keys("<ctrl-z>");
    assert!(program.shows("Fortrudt: Mål: Spiser"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).goals[0].ended, None);
}

#[test]
fn an_invalid_value_clears_nothing() {
    let mut program = sheet(4);
    program.keys("n<enter>Kommer selv<enter><enter><ctrl-u>31.2<ctrl-s>");
    assert!(program.shows("ret 2 felter"), "{}", program.screen());
    assert!(program.shows("31.2 findes ikke") && program.shows("Kommer selv"), "{}", program.screen());
    assert!(program.dossier(ALMA).goals.is_empty());
    // A half-written form is a draft, and reopens where it was left, above its sheet.
    program.keys("<esc><esc><ctrl-k><enter>");
    assert!(program.shows("Kommer selv") && program.shows("31.2"), "{}", program.screen());
    program.keys("fag<enter><enter><enter><ctrl-u>24.11<ctrl-s>");
    assert_eq!(program.dossier(ALMA).goals[0].set_on, date(2026, 11, 24), "{}", program.screen());
}

#[test]
fn a_person_around_the_child() {
    let mut program = sheet(7);
    program.keys("nmor<enter>Mette Holm-Ægård 山田<enter>ja<enter>12 34 56 78<enter>mette");
    assert!(program.shows("Prøv mette@eksempel.dk"), "{}", program.screen());
    assert_snapshot!("person", program.screen());
    program.keys("@holm.dk<ctrl-s>");
    assert!(program.shows("Person gemt: Mette Holm-Ægård 山田."), "{}", program.screen());
    let person: Person = program.dossier(ALMA).people.remove(0);
    assert_eq!((person.role, person.custody), (Role::Mother, Some(true)));
    assert_eq!(person.phone.as_ref().unwrap().as_str(), "12 34 56 78");
    // Only a parent has custody, so the field disappears for another role.
    program.keys("<enter>skole<enter>");
    assert!(!program.shows("Forældrem."), "{}", program.screen());
    program.keys("<ctrl-s>");
    let changed = program.dossier(ALMA).people.remove(0);
    assert_eq!((changed.id, changed.role, changed.custody), (person.id, Role::School, None));
    program.keys("<enter><ctrl-s>");
    assert!(program.shows("Intet er ændret"), "{}", program.screen());
}

#[test]
fn an_intervention_with_who_does_it() {
    let mut program = sheet(5);
    program.keys("nkontakt<enter><ctrl-u>1.9.26<enter><ctrl-u>1.8.2026<enter>lb, Anna fra PPR<enter>");
    assert!(program.shows("ligger før den første dag"), "{}", program.screen());
    assert!(program.shows("Lise Bang · Anna fra PPR"), "{}", program.screen());
    assert_snapshot!("intervention", program.screen());
    program.keys("<backtab><backtab><ctrl-u><ctrl-s>");
    let one = program.dossier(ALMA).interventions.remove(0);
    assert_eq!((one.from, one.to), (date(2026, 9, 1), None));
    assert_eq!(one.who[0], Doer::Staff(StaffId::from_u128(2)));
    program.keys("<enter>anden<enter><ctrl-s>");
    assert!(program.shows("hvilken anden indsats"), "{}", program.screen());
}

#[test]
fn the_cpr_number_is_typed_once_and_masked_afterwards() {
    let mut program = sheet(0);
    open_row(&mut program, "Barnet");
    program.keys("<enter><enter>040313-123");
    assert!(program.shows("Prøv 040313-4321"), "{}", program.screen());
    program.keys("<ctrl-u>050313-4321");
    assert!(program.shows("siger født 5. mar 2013"), "{}", program.screen());
    program.keys("<ctrl-u>040313-4321<enter><ctrl-u>7 klasse<enter>");
    assert!(program.shows("opfylder ikke modulus 11") && program.shows("= 7"), "{}", program.screen());
    assert_snapshot!("child", program.screen());
    program.keys("<ctrl-s>");
    let child: Child = program.dossier(ALMA).child;
    assert_eq!(child.cpr.unwrap().in_full(), "040313-4321");
    assert_eq!(child.class_on(morning().date()).unwrap().grade().number(), 7);
    assert!(!program.shows("4321") && program.shows("040313-••••"), "{}", program.screen());
    program.keys("<enter><enter><enter>");
    assert!(program.shows("040313-•••• beholdes") && !program.shows("4321"), "{}", program.screen());
    // An empty field keeps the number, another birthday contradicts it, and a dash removes it.
    program.keys("<backtab><ctrl-u>5.3.2013<ctrl-s>");
    assert!(program.shows("siger født 4. mar 2013"), "{}", program.screen());
    program.keys("<ctrl-u>-<ctrl-s>");
    let child = program.dossier(ALMA).child;
    assert_eq!((child.cpr, child.born), (None, Some(date(2013, 3, 5))));
}

#[test]
fn a_birthday_needs_its_year() {
    let mut program = sheet(0);
    open_row(&mut program, "Barnet");
    program.keys("<enter><ctrl-u>4.3");
    assert!(program.shows("Skriv hele årstallet: 4.3.2013"), "{}", program.screen());
    for (typed, told) in [
        ("31.2.2012", "31.2.2012 findes ikke. Prøv 4.3.2013"),
        ("4.3.2030", "kan ikke være 2030"),
        ("4.3.1980", "kan ikke være 1980"),
        ("040313-4321", "er et CPR-nummer. Skriv det i CPR"),
    ] {
        program.keys(&format!("<ctrl-u>{typed}"));
        assert!(program.shows(told), "{}", program.screen());
    }
    program.keys("<ctrl-u>vistnok<ctrl-s>");
    assert!(program.shows("Prøv 4.3.2013"), "{}", program.screen());
    // One wrong digit gives another century.
    program.keys("<enter>140312-1234");
    assert!(program.shows("siger født 14. mar 1912. Tjek det syvende ciffer"), "{}", program.screen());
}

#[test]
fn past_events_are_not_given_a_future_date() {
    let mut program = sheet(0);
    open_row(&mut program, "Kontakt");
    program.keys("<enter>31.2");
    assert!(program.shows("31.2 findes ikke. Prøv i går"), "{}", program.screen());
    assert!(!program.shows("i morgen"), "{}", program.screen());
}

#[test]
fn the_primary_contact_is_not_offered_as_the_secondary_one() {
    let mut program = sheet(0);
    open_row(&mut program, "Kontakt");
    program.keys("<enter><enter><enter>");
    let offered = program.line("Sekundær");
    assert!(offered.contains("LB Lise Bang") && !offered.contains("MK"), "{offered}");
    // A chosen person can't be replaced by accident.
    program.keys("<backtab>lise<enter>");
    let offered = program.line("Sekundær");
    assert!(offered.contains("LB Lise Bang") && offered.contains("MK"), "{offered}");
    program.keys("mk<enter><backtab>");
    let offered = program.line("Sekundær");
    assert!(offered.contains("MK") && !offered.contains("LB"), "{offered}");
}

#[test]
fn the_fields_of_a_case() {
    let mut program = sheet(0);
    open_row(&mut program, "Kontakt");
    program.keys("2.6.2026<enter>1.10<enter>");
    program.keys("lise<enter><enter>");
    assert!(program.shows("den samme som den primære"), "{}", program.screen());
    program.keys("<backtab>mk<enter><enter>terapi, ro<enter>Kl. 10 de første uger<enter>med Lise ved døren");
    assert_snapshot!("fields", program.screen());
    program.keys("<ctrl-s>");
    let case = program.dossier(ALMA).case;
    assert_eq!(case.decided_on, Some(date(2026, 6, 2)));
    assert_eq!(case.files_on, Some(date(2026, 10, 1)), "the latest such day");
    assert_eq!(case.contacts.primary, Some(StaffId::from_u128(2)));
    assert_eq!(case.contacts.secondary, Some(StaffId::from_u128(1)));
    assert_eq!(case.needs[0], Need::Competency(Competency::Therapy));
    assert!(matches!(&case.needs[1], Need::Method(tag) if tag.as_str().starts_with("ro")));
    assert!(case.start_structure.unwrap().as_str().starts_with("Kl. 10"));
    program.keys("<ctrl-z>");
    assert_eq!(program.dossier(ALMA).case.contacts.primary, Some(StaffId::from_u128(1)));
}

#[test]
fn a_waiting_child_has_a_priority_and_a_last_contact() {
    let house = house::changed(|records| {
        let case = &mut records.cases[0];
        case.standing = Standing::Waiting { priority: Priority::Normal, last_contact: None };
        records.timetables.retain(|t| t.case != ALMA);
    });
    let mut program = Start::default().on(house);
    program.keys("1v<enter>");
    open_row(&mut program, "Kontakt");
    program.keys("<enter><enter><enter><enter><enter><enter>haster<enter>i går<ctrl-s>");
    let standing = program.dossier(ALMA).case.standing;
    let last_contact = Some(date(2026, 11, 24));
    assert_eq!(
        standing,
        Standing::Waiting { priority: Priority::Urgent, last_contact },
        "{}",
        program.screen()
    );
}

/// A house whose first case is in the programme with levels, with these talks.
fn levels(talks: &[(TalkKind, u32)]) -> House {
    house::changed(|records| {
        let code = trivsel_domain::value::ProgrammeCode::new("trivsel").unwrap();
        records
            .programmes
            .push(trivsel_domain::record::HouseProgramme { code: code.clone(), seats: SeatNorm::Unlimited });
        records.cases[0].programme = code;
        for (n, (kind, day)) in (50..).zip(talks) {
            records.talks.push(Talk {
                id: TalkId::from_u128(n),
                matter: Matter::of_case(ALMA, *kind).unwrap(),
                date: date(2026, 11, *day),
                start: None,
                minutes: None,
                participants: vec![Participant::Role(Role::Referrer)],
                themes: vec![],
                methods: vec![],
                text: trivsel_domain::value::LongText::new("Vi talte om graden.").unwrap(),
                author: StaffId::from_u128(1),
                signed_at: date(2026, 11, *day).and_hms_opt(15, 0, 0).map(Into::into),
                open_to: OpenTo::House,
                source: TalkSource::Own,
                judgement: None,
            });
        }
    })
}

#[test]
fn a_level_needs_a_dialogue_and_a_change_needs_a_new_one() {
    let talks = [(TalkKind::Referrer, 10), (TalkKind::FollowUp, 20)];
    let mut program = on_sheet(Start::default().on(levels(&talks)), 5);
    program.keys("<enter>2");
    assert!(program.shows("trivselssamtaler + familiekonsulent"), "{}", program.screen());
    program.keys("<enter><ctrl-u>9.11<ctrl-s>");
    assert!(program.shows("ligger før samtalen"), "{}", program.screen());
    program.keys("<ctrl-u>10.11<enter>");
    assert_snapshot!("level", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Grad 2 gemt: Alma Holm."), "{}", program.screen());
    program.keys("<home><enter>3<enter><ctrl-s>");
    assert!(program.shows("hvorfor graden ændres"), "{}", program.screen());
    program.keys("Grad 2 rækker ikke<ctrl-s>");
    let case: Case = program.dossier(ALMA).case;
    let of: Vec<_> = case.levels.iter().map(|l| (l.level.get(), l.talk)).collect();
    assert_eq!(of, [(2, TalkId::from_u128(50)), (3, TalkId::from_u128(51))]);
}

#[test]
fn without_a_dialogue_the_level_says_what_to_write_first() {
    let mut program = on_sheet(Start::default().on(levels(&[])), 5);
    program.keys("<enter>1<enter><enter>");
    assert!(program.shows("dialog med henviser endnu"), "{}", program.screen());
}

#[test]
fn a_colleagues_change_is_not_overwritten_unseen() {
    let mut program = sheet(4);
    program.keys("nfag<enter>Læser en bog<ctrl-s>");
    program.keys("<down><enter><enter><end> til");
    let goal = program.dossier(ALMA).goals.remove(0);
    let text = trivsel_domain::value::Line::new("Læser to bøger").unwrap();
    let new = trivsel_domain::record::Goal { text, ..goal.clone() };
    let edit = trivsel_domain::record::Edit::new(Some(goal), Some(new)).unwrap();
    let asker = Asker::new(StaffId::from_u128(2), morning());
    let action = trivsel_domain::decide::Action::Save(vec![trivsel_domain::record::Change::Goal(edit)]);
    program.performer.house().perform(asker, &action).unwrap();
    program.send(trivsel_tui::message::Message::ChangedElsewhere);
    program.keys("<ctrl-s>");
    assert!(program.shows("LB kom først"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).goals[0].text.as_str(), "Læser to bøger");
    // The warning comes once; saving again confirms.
    program.keys("<ctrl-s>");
    assert!(program.dossier(ALMA).goals[0].text.as_str().starts_with("Læser en bog"), "{}", program.screen());
}
