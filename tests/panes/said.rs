//! What the status line says: what was saved, by name or number, and only until the next action.

use trivsel_domain::record::{Priority, Standing};
use trivsel_domain::value::SeatedStage;
use trivsel_store::{KnownBackup, NewestBackup, StoreError};
use trivsel_tui::alarm;
use trivsel_tui::model::{Status, Tone};

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, morning};

#[test]
fn one_change_to_two_cases_says_how_many_and_names_none() {
    let mut program = Program::usual();
    program.keys("mmrLB<enter>");
    assert!(program.shows("Sagsoplysninger gemt: 2 sager."), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("Fortrudt: Sagsoplysninger: 2 sager."), "{}", program.screen());
}

#[test]
fn what_the_daily_check_finds_names_the_newest_backup_beside_it() {
    let mut program = Program::usual();
    let amiss = StoreError::Corrupt { table: "talk", what: "a record that is not as the history left it" };
    let Program { model, performer, .. } = &mut program;
    assert!(performer.checked(model, Err(amiss)));
    let known = KnownBackup { path: "/kopier/2026-11-24".into(), taken_at: morning() };
    alarm::newest(model, &NewestBackup::Good(known));
    assert!(program.shows("Nyeste gode sikkerhedskopi er fra 25. nov"), "{}", program.screen());
    assert!(program.shows("/kopier/2026-11-24") && program.shows("trivsel restore"), "{}", program.screen());
}

/// The place of a backup is long, and the greeting of the day is said already.
#[test]
fn the_newest_backup_is_named_whole_on_the_smallest_screens() {
    let path = "/mnt/sikkerhedskopier-paa-en-anden-disk/trivsel-huset/2026-11-27T10-06-28-82ede465";
    for (width, height) in [(80, 24), (100, 30), (120, 40)] {
        let mut program = Start { size: (width, height), ..Start::default() }.on(house::changed(|_| {}));
        let lines = vec!["Du var her sidst fre 20. nov kl. 10.07.".to_owned()];
        program.model.status = Some(Status { lines, tone: Tone::Done });
        let damaged =
            StoreError::Corrupt { table: "talk", what: "a record that is not as the history left it" };
        let Program { model, performer, .. } = &mut program;
        assert!(performer.checked(model, Err(damaged)));
        let known = KnownBackup { path: path.into(), taken_at: morning() };
        alarm::newest(model, &NewestBackup::Good(known));
        let screen = program.screen();
        let said: String = screen.split_whitespace().collect();
        assert!(said.contains(path) && said.contains("trivselrestore"), "{screen}");
    }
}

#[test]
fn a_teaching_plan_is_said_by_its_name_and_the_child() {
    let mut program = Program::usual();
    program.keys("<enter>");
    trivsel_tui::layers::form::of(&mut program.model, trivsel_tui::forms::case::TeachingForm);
    program.keys("<enter><enter><enter>Læser en side<ctrl-s>");
    assert!(program.shows("Undervisningsplan gemt: Alma Holm."), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("Fortrudt: Undervisningsplan: Alma Holm."), "{}", program.screen());
}

#[test]
fn the_methods_of_a_member_of_staff_are_said_with_their_name() {
    let mut program = Program::usual();
    program.keys("b<enter>, ACT<enter>");
    assert!(program.shows("Kompetencer og metoder gemt: Maja Krog."), "{}", program.screen());
}

#[test]
fn several_days_of_one_child_are_said_with_the_mark() {
    let mut program = Program::usual();
    program.keys("5vm<left>ms");
    assert!(program.shows("Alma Holm, 2 dage: "), "{}", program.screen());
}

#[test]
fn a_status_line_lasts_until_the_next_action() {
    let mut program = Start::default().on(house::changed(|records| {
        records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
    }));
    // The priority is as it was.
    let again = |program: &mut Program| {
        program.keys("<esc><esc><esc>1rhaster<enter>");
        assert!(program.shows("Det står der allerede."), "{}", program.screen());
    };
    program.keys("v");
    again(&mut program);
    // Moving the cursor is no action.
    program.keys("<down><up>");
    assert!(program.shows("Det står der allerede."), "{}", program.screen());
    for action in ["v", "o", "p", "<enter>", "?", "<ctrl-p>", "2", "<tab>"] {
        program.keys(action);
        assert!(!program.shows("Det står der allerede."), "{action}: {}", program.screen());
        program.keys("<esc><esc><esc>1");
        while !program.shows("Alma Holm") {
            program.keys("v");
        }
        again(&mut program);
    }
}

#[test]
fn nothing_is_left_of_a_question_once_it_is_answered() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>alm<enter><enter><enter>om Alma<esc><ctrl-k><del>");
    assert!(program.shows("Slet kladden for altid?"), "{}", program.screen());
    program.keys("<ctrl-o>");
    assert!(!program.shows("Slet kladden") && !program.shows("Ctrl+O"), "{}", program.screen());
}

#[test]
fn the_draft_of_an_analysis_shows_its_first_line_in_the_lists() {
    let mut program = Program::usual();
    program.keys("<enter><right><right><right><enter>Glad for dyr.<enter>Og heste.<esc><esc><ctrl-k>");
    let line = program.line("Fælles analyse");
    assert!(line.contains("Alma Holm") && line.contains("Fælles analyse · Glad for dyr."), "{line}");
    program.keys("<esc>3");
    assert!(program.line("Fælles analyse").contains("Glad for"), "{}", program.screen());
    // The whole text beside or below the list.
    assert!(program.shows("Og heste."), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).analyses.len(), 0);
}

#[test]
fn each_sign_has_one_meaning() {
    // A requirement has a box or a cross, never the signs of a warning or an alarm.
    let mut program = Start::default().on(house::changed(|records| {
        let stay = records.cases[0].stay().unwrap();
        records.cases[0].standing = Standing::Seated { stage: SeatedStage::Admitted, stay };
        records.cases[0].contacts.primary = None;
    }));
    program.keys("<enter><right><right>");
    let screen = program.screen();
    assert!(screen.contains("× Primær kontaktperson") && screen.contains("□ Sagsakter"), "{screen}");
    assert!(!screen.contains('▲') && !screen.contains('■'), "{screen}");
    // Today, and the days chosen in the register, are no alarms.
    program.keys("<esc>2");
    assert!(program.shows("►25. i dag"), "{}", program.screen());
    program.keys("5vm");
    assert!(program.shows("ons 25x"), "{}", program.screen());
    assert!(!program.shows("■"), "{}", program.screen());
}
