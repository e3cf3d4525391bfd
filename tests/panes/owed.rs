//! Obligations on the sheet: they are excused, or recorded as gone out, and a follow-up meeting has its judgement.

use trivsel_domain::record::{CorrespondenceKind, Day, Ground, HowAnswered, LegalBasis, TalkKind};
use trivsel_domain::rules::obligations::State;
use trivsel_domain::value::{Judgement, Mark, ObligationKind};

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date};

/// The next step of Alma Holm, who was away unlawfully for six school days.
fn away() -> Program {
    let house = house::changed(|records| {
        let days = (16..=23).filter(|day| ![21, 22].contains(day));
        records.days.extend(
            days.map(|day| Day { first: Some(Mark::Unlawful), ..Day::blank(ALMA, date(2026, 11, day)) }),
        );
    });
    let mut program = Start::default().on(house);
    program.keys("1<ctrl-f>Alma<enter><enter><right><right>");
    program
}

/// Opens the first row with these words below the obligation.
fn answer(program: &mut Program, obligation: &str, words: &str) {
    program.keys("<home>");
    let mut below = false;
    for _ in 0..40 {
        let line = program.turned_over().concat();
        below |= line.contains(obligation);
        if below && line.contains(words) {
            program.keys("<enter>");
            assert!(program.model.form().is_some(), "{}", program.screen());
            return;
        }
        program.keys("<down>");
    }
    panic!("no {words:?} below {obligation:?} on\n{}", program.screen());
}

fn state(program: &Program, kind: ObligationKind) -> Vec<State> {
    program.model.sheet().unwrap().owed.iter().filter(|o| o.kind == kind).map(|o| o.state).collect()
}

#[test]
fn an_obligation_is_excused_with_a_reason_and_undone() {
    let mut program = away();
    assert_eq!(state(&program, ObligationKind::FollowUpMeeting), [State::Overdue], "{}", program.screen());
    answer(&mut program, "Opfølgningsmøde · forsinket", "udgår");
    assert!(program.shows("Udgår · Opfølgningsmøde"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.dossier(ALMA).answers.is_empty(), "a reason is needed: {}", program.screen());
    program.keys("Familien er bortrejst<ctrl-s>");
    assert!(program.shows("Svar gemt: Opfølgningsmøde."), "{}", program.screen());
    let answer = program.dossier(ALMA).answers.remove(0);
    assert!(matches!(&answer.how, HowAnswered::Excused(why) if why.as_str() == "Familien er bortrejst"));
    assert!(state(&program, ObligationKind::FollowUpMeeting).contains(&State::Excused));
    program.keys("<ctrl-z>");
    assert!(program.dossier(ALMA).answers.is_empty(), "{}", program.screen());
    assert_eq!(state(&program, ObligationKind::FollowUpMeeting), [State::Overdue]);
}

#[test]
fn a_warning_is_answered_by_recording_to_whom_it_went_out_and_when() {
    let mut program = away();
    assert_eq!(state(&program, ObligationKind::Warning), [State::Due], "{}", program.screen());
    answer(&mut program, "Varsel om ulovligt fravær", "det er sendt");
    assert!(program.shows("Er sendt · Varsel om ulovligt fravær"), "{}", program.screen());
    assert!(program.shows("forældrene"), "the usual receiver is filled in: {}", program.screen());
    program.keys("mor og far<down>20.11<ctrl-s>");
    assert!(program.shows("for tidligt"), "10 % was reached on the 23rd: {}", program.screen());
    assert!(program.dossier(ALMA).answers.is_empty());
    program.keys("<ctrl-a><ctrl-k>24.11<ctrl-s>");
    let answer = program.dossier(ALMA).answers.remove(0);
    assert_eq!((answer.obligation, answer.on), (ObligationKind::Warning, date(2026, 11, 24)));
    assert!(matches!(&answer.how, HowAnswered::Sent(to) if to.as_str() == "mor og far"));
    // It is among the post, on the law that asks for it, and goes with the answer.
    let letter = program.dossier(ALMA).correspondence.remove(0);
    assert_eq!((letter.kind, letter.date), (CorrespondenceKind::AbsenceWarning, date(2026, 11, 24)));
    assert_eq!(letter.way.ground(), Some(&Ground::Law(LegalBasis::AbsenceOrder)));
    assert_eq!(state(&program, ObligationKind::Warning), [State::Fulfilled], "{}", program.screen());
    program.keys("<ctrl-z>");
    let dossier = program.dossier(ALMA);
    assert!(dossier.answers.is_empty() && dossier.correspondence.is_empty(), "{}", program.screen());
}

#[test]
fn a_draft_of_an_excuse_opens_on_the_same_obligation() {
    let mut program = away();
    answer(&mut program, "Opfølgningsmøde · forsinket", "udgår");
    program.keys("Syg<esc>");
    program.keys("<enter><enter>");
    assert_eq!(program.model.form().unwrap().text("because"), "Syg", "{}", program.screen());
    assert!(program.shows("Udgår · Opfølgningsmøde 10. nov 2026"), "{}", program.screen());
}

#[test]
fn a_follow_up_meeting_is_not_signed_without_its_judgement() {
    let mut program = Program::usual();
    program.keys("1nopfø<enter><enter><tab>Vi talte om skolen<ctrl-s><ctrl-o>");
    assert!(program.shows("Vurdering"), "{}", program.screen());
    assert!(program.model.form().is_some(), "{}", program.screen());
    assert!(program.dossier(ALMA).talks.iter().all(|t| t.kind != TalkKind::FollowUp));
    while program.model.form().unwrap().focused().unwrap().name != "judgement" {
        program.keys("<s-tab>");
    }
    program.keys("fort<ctrl-s><ctrl-o>");
    assert!(program.dossier(ALMA).talks.iter().any(|t| t.kind == TalkKind::FollowUp), "{}", program.screen());
    program.keys("<enter><right>");
    assert!(program.shows("fortsætter"), "on the time line: {}", program.screen());
    assert_eq!(Judgement::possible(false), [Judgement::GoesOn, Judgement::Changed, Judgement::Ends]);
}

#[test]
fn a_level_that_is_enough_is_judged_so_and_stays_as_it_is() {
    let code = trivsel_domain::value::ProgrammeCode::new("trivsel").unwrap();
    let mut program = Start::default().on(house::changed(|records| {
        let seats = trivsel_domain::value::SeatNorm::Unlimited;
        records.programmes.push(trivsel_domain::record::HouseProgramme { code: code.clone(), seats });
        records.cases[0].programme = code;
    }));
    program.keys("1<ctrl-f>Alma<enter>nopfø<enter><enter><tab>Vi ser det samme<ctrl-s><ctrl-o>");
    while program.model.form().unwrap().focused().unwrap().name != "judgement" {
        program.keys("<s-tab>");
    }
    program.keys("nok<ctrl-s><ctrl-o>");
    let dossier = program.dossier(ALMA);
    let meeting = dossier.talks.iter().find(|t| t.kind == TalkKind::FollowUp);
    assert!(meeting.is_some() && dossier.case.levels.is_empty(), "{}", program.screen());
    program.keys("<enter><right>");
    assert!(program.shows("graden er nok"), "on the time line: {}", program.screen());
}

#[test]
fn the_rhythm_of_the_case_is_set_and_moves_what_is_due() {
    let mut program = Program::usual();
    program.keys("1<ctrl-f>Alma<enter><enter>");
    for _ in 0..20 {
        if program.turned_over().concat().contains("Kontakter") {
            break;
        }
        program.keys("<down>");
    }
    program.keys("<enter>");
    while program.model.form().unwrap().focused().unwrap().name != "follow-up-months" {
        program.keys("<tab>");
    }
    program.keys("60<ctrl-s>");
    assert!(program.shows("Skriv et tal fra 1 til 52"), "{}", program.screen());
    program.keys("<backspace><backspace>6<tab>j");
    assert!(program.shows("opfølgningsmøde hver 6. måned, det første efter 3"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let rhythm = program.dossier(ALMA).case.rhythm;
    assert_eq!(
        rhythm.follow_up_months.map(trivsel_domain::value::Interval::get),
        Some(6),
        "{}",
        program.screen()
    );
    assert!(rhythm.aftercare, "{}", program.screen());
}
