//! Two writers of one record: a colleague's change is taken over in untouched fields, and shown beside the text
//! where both changed it.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Case, Change, Child, Edit, Goal, GoalKind, Intervention, InterventionKind, JointAnalysis, Person,
};
use trivsel_domain::value::{
    AnalysisId, Coded, GoalId, InterventionId, Line, LongText, PersonId, PersonName, Role, StaffId,
};
use trivsel_store::Asker;
use trivsel_tui::message::Message;

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

fn line(text: &str) -> Option<Line> {
    Line::new(text).ok()
}

/// A program on Alma's sheet with a person, a goal, an intervention and an analysis, this many views to the right.
fn program(right: usize) -> Program {
    let house = house::changed(|records| {
        let child = records.children[0].id;
        records.people.push(Person {
            id: PersonId::from_u128(70),
            child,
            role: Role::Mother,
            name: PersonName::new("Mette Holm").unwrap(),
            custody: Some(true),
            phone: line("12 34 56 78"),
            mail: None,
            workplace: None,
            note: None,
            until: None,
        });
        records.goals.push(Goal {
            id: GoalId::from_u128(71),
            case: ALMA,
            kind: GoalKind::Academic,
            text: Line::new("Læser en bog").unwrap(),
            municipal: None,
            set_on: date(2026, 11, 2),
            progress: vec![],
            ended: None,
        });
        records.interventions.push(Intervention {
            id: InterventionId::from_u128(72),
            case: ALMA,
            kind: InterventionKind::ALL[0],
            from: date(2026, 11, 2),
            to: None,
            who: vec![],
            note: line("Først"),
        });
        records.analyses.push(analysis("Glad for dyr.", "Bor hos mor."));
    });
    let mut program = Start::default().on(house);
    on_sheet(&mut program, right);
    program
}

fn analysis(child: &str, family: &str) -> JointAnalysis {
    JointAnalysis {
        id: AnalysisId::from_u128(73),
        case: ALMA,
        version: 1,
        date: date(2026, 11, 25),
        author: StaffId::from_u128(1),
        child: LongText::new(child).ok(),
        family: LongText::new(family).ok(),
        school: None,
        between: None,
    }
}

fn on_sheet(program: &mut Program, right: usize) {
    program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(right));
    assert!(program.model.sheet().is_some(), "{}", program.screen());
}

/// Moves down to a row and opens its form.
fn open_row(program: &mut Program, row: &str) {
    for _ in 0..20 {
        if program.turned_over().iter().any(|l| l.contains(row)) {
            program.keys("<enter>");
            assert!(program.model.form().is_some(), "{}", program.screen());
            return;
        }
        program.keys("<down>");
    }
    panic!("no row {row:?} on\n{}", program.screen());
}

/// Lise changes a record, and the screen learns that the house has changed.
fn lise(program: &mut Program, change: Change) {
    let asker = Asker::new(StaffId::from_u128(2), morning());
    program.performer.house().perform(asker, &Action::Save(vec![change])).unwrap();
    program.send(Message::ChangedElsewhere);
}

/// Closes the form, which stays as a draft, and everything below it.
fn leave(program: &mut Program) {
    program.keys("<esc>");
    assert!(program.model.form().is_none(), "{}", program.screen());
    program.keys("<esc><esc>");
}

/// Opens the only draft.
fn reopen(program: &mut Program) {
    program.keys("<ctrl-k><enter>");
    assert!(program.model.form().is_some(), "{}", program.screen());
}

/// Saves a field that both changed: the first save shows the other text and changes nothing, the second confirms.
fn save_knowingly(program: &mut Program, theirs: &str, stands: impl Fn(&mut Program) -> bool) {
    program.keys("<ctrl-s>");
    assert!(program.shows("LB") && program.shows(theirs), "{}", program.screen());
    assert!(stands(program), "nothing is written over before it was seen: {}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.model.form().is_none(), "{}", program.screen());
}

#[test]
fn a_reopened_draft_of_the_fields_of_a_case() {
    let mut program = program(0);
    open_row(&mut program, "Kontakt");
    program.keys("2.6.2026");
    leave(&mut program);
    let old = program.dossier(ALMA).case;
    let (decided, files) = (Some(date(2026, 6, 3)), Some(date(2026, 6, 4)));
    let new = Case { decided_on: decided, files_on: files, ..old.clone() };
    lise(&mut program, Change::Case(Edit::new(Some(old), Some(new)).unwrap()));
    reopen(&mut program);
    assert!(program.line("Sagsakter").contains("4.6.2026"), "{}", program.screen());
    save_knowingly(&mut program, "3.6.2026", |p| p.dossier(ALMA).case.decided_on == decided);
    let case = program.dossier(ALMA).case;
    assert_eq!((case.decided_on, case.files_on), (Some(date(2026, 6, 2)), files));
    // The history still has the other text.
    let history = program.performer.house().history_of_case(ALMA, 99);
    let kept = history.unwrap().iter().any(|t| format!("{:?}", t.change).contains("2026-06-03"));
    assert!(kept);
}

#[test]
fn a_reopened_draft_of_a_child() {
    let mut program = program(0);
    open_row(&mut program, "Barn");
    program.keys("<tab><tab><tab><tab><ctrl-u>Nyskolen");
    leave(&mut program);
    let old = program.dossier(ALMA).child;
    let mut new = Child::new(
        old.id,
        old.name.clone(),
        Some(date(2014, 3, 2)),
        line("Søskolen"),
        old.classes().to_vec(),
    );
    new.cpr = old.cpr;
    lise(&mut program, Change::Child(Edit::new(Some(old), Some(new)).unwrap()));
    reopen(&mut program);
    save_knowingly(&mut program, "Søskolen", |p| p.dossier(ALMA).child.school == line("Søskolen"));
    let child = program.dossier(ALMA).child;
    assert_eq!((child.born, child.school), (Some(date(2014, 3, 2)), line("Nyskolen")));
}

#[test]
fn a_reopened_draft_of_a_person() {
    let mut program = program(7);
    program.keys("<enter><tab><tab><tab><ctrl-u>99 99 99 99");
    leave(&mut program);
    let old = program.dossier(ALMA).people.remove(0);
    let new = Person { phone: line("11 11 11 11"), workplace: line("Havnen"), ..old.clone() };
    lise(&mut program, Change::Person(Edit::new(Some(old), Some(new)).unwrap()));
    reopen(&mut program);
    let stands = |p: &mut Program| p.dossier(ALMA).people[0].phone == line("11 11 11 11");
    save_knowingly(&mut program, "11 11 11 11", stands);
    let person = program.dossier(ALMA).people.remove(0);
    assert_eq!((person.phone, person.workplace), (line("99 99 99 99"), line("Havnen")));
}

/// Changes the goal's text, as Lise.
fn lises_goal(program: &mut Program) {
    let old = program.dossier(ALMA).goals.remove(0);
    let new = Goal { text: Line::new("Læser to bøger").unwrap(), municipal: line("Plan"), ..old.clone() };
    lise(program, Change::Goal(Edit::new(Some(old), Some(new)).unwrap()));
}

#[test]
fn a_reopened_draft_of_a_goal() {
    let mut program = program(4);
    program.keys("<down><enter><tab><end> alene");
    leave(&mut program);
    lises_goal(&mut program);
    reopen(&mut program);
    let stands = |p: &mut Program| p.dossier(ALMA).goals[0].text.as_str() == "Læser to bøger";
    save_knowingly(&mut program, "Læser to bøger", stands);
    let goal = program.dossier(ALMA).goals.remove(0);
    assert_eq!((goal.text.as_str(), goal.municipal), ("Læser en bog alene", line("Plan")));
}

#[test]
fn a_reopened_draft_of_an_intervention() {
    let mut program = program(5);
    program.keys("<enter><tab><tab><tab><tab><ctrl-u>Mit");
    leave(&mut program);
    let old = program.dossier(ALMA).interventions.remove(0);
    let new = Intervention { note: line("Lises"), to: Some(date(2026, 12, 1)), ..old.clone() };
    lise(&mut program, Change::Intervention(Edit::new(Some(old), Some(new)).unwrap()));
    reopen(&mut program);
    save_knowingly(&mut program, "Lises", |p| p.dossier(ALMA).interventions[0].note == line("Lises"));
    let one = program.dossier(ALMA).interventions.remove(0);
    assert_eq!((one.note, one.to), (line("Mit"), Some(date(2026, 12, 1))));
}

#[test]
fn a_reopened_draft_of_an_analysis_shows_both_texts_whole() {
    let mut program = program(3);
    program.keys("n Og heste.");
    leave(&mut program);
    let id = AnalysisId::from_u128(74);
    let author = StaffId::from_u128(2);
    let new = JointAnalysis { id, version: 2, author, ..analysis("Glad for katte.", "Bor hos far.") };
    lise(&mut program, Change::Analysis(Edit::create(new)));
    reopen(&mut program);
    program.keys("<ctrl-s>");
    assert!(
        program.shows("Glad for katte.") && program.shows("Glad for dyr. Og heste."),
        "{}",
        program.screen()
    );
    assert_eq!(program.dossier(ALMA).analyses.len(), 2, "nothing is saved yet");
    program.keys("<esc><ctrl-s>");
    let analyses = program.dossier(ALMA).analyses;
    let latest = analyses.last().unwrap();
    let text = |text: &Option<LongText>| text.as_ref().map(|t| t.as_str().to_owned());
    assert_eq!(text(&latest.child).as_deref(), Some("Glad for dyr. Og heste."), "{}", program.screen());
    assert_eq!(text(&latest.family).as_deref(), Some("Bor hos far."));
}

#[test]
fn a_form_that_stays_open_takes_over_what_nobody_typed() {
    let mut program = program(4);
    program.keys("<down><enter><tab><tab><tab><ctrl-u>3.11");
    lises_goal(&mut program);
    assert!(program.shows("Læser to bøger"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let goal = program.dossier(ALMA).goals.remove(0);
    assert_eq!((goal.text.as_str(), goal.set_on), ("Læser to bøger", date(2026, 11, 3)));
    assert_eq!(goal.municipal, line("Plan"));
}

#[test]
fn a_draft_of_before_began_from_nothing_known_and_every_difference_is_shown() {
    let mut program = program(7);
    program.keys("<enter><tab><tab><tab><ctrl-u>99 99 99 99");
    leave(&mut program);
    let asker = Asker::new(program.model.me.id, morning());
    let mut draft = program.performer.house().drafts(asker.staff).unwrap().remove(0);
    draft.base = None;
    program.performer.house().save_draft(asker, 1, &draft).unwrap();
    reopen(&mut program);
    program.keys("<ctrl-s>");
    assert!(program.shows("12 34 56 78") && program.shows("99 99 99 99"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).people[0].phone, line("12 34 56 78"));
    program.keys("<ctrl-s>");
    assert_eq!(program.dossier(ALMA).people[0].phone, line("99 99 99 99"));
}

#[test]
fn a_record_that_was_deleted_meanwhile_is_said_to_have_gone_and_the_text_stays() {
    let mut program = program(4);
    program.keys("<down><enter><tab><end> alene");
    let old = program.dossier(ALMA).goals.remove(0);
    lise(&mut program, Change::Goal(Edit::new(Some(old), None).unwrap()));
    program.keys("<ctrl-s>");
    assert!(program.shows("slettet af en kollega"), "{}", program.screen());
    assert!(program.shows("Læser en bog alene") && program.dossier(ALMA).goals.is_empty());
    leave(&mut program);
    reopen(&mut program);
    assert!(program.shows("Læser en bog alene"), "{}", program.screen());
}
