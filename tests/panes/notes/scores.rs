//! Scores in a note: the instrument by age, other instruments by name, sums with cut-offs, immediate alerts.

use trivsel_domain::record::{Instrument, Score};
use trivsel_domain::value::Role;

use super::{around, one_signed, signed};
use crate::harness::{Program, Start, date, house};

/// From the kind to the scores.
const TO_SCORES: &str = "<enter><enter>ord<tab><tab>";

/// Signs a talk of Alma's with these scores at the start and the end.
fn score(program: &mut Program, start: &str, end: &str) {
    program.keys(&format!("n{TO_SCORES}{start}<tab>{end}<ctrl-s><ctrl-o>"));
}

#[test]
fn four_numbers_are_the_instrument_of_the_age_rated_by_the_child() {
    for (now, instrument) in [(date(2026, 2, 2), Instrument::Cors), (date(2026, 11, 25), Instrument::Ors)] {
        let start = Start { now: now.and_hms_opt(9, 0, 0).unwrap(), ..Start::default() };
        let mut program = start.on(house::of(&house::SIXTEEN));
        program.keys(&format!("n{TO_SCORES}6,5 7 8 5"));
        let name = if instrument == Instrument::Cors { "CORS" } else { "ORS" };
        let cut = if instrument == Instrument::Cors { "under 32" } else { "under 28" };
        let line = program.line("►ORS ved start");
        assert!(line.contains(&format!("= {name} 26,5 barnet, {cut}")), "{line}");
        program.keys("<ctrl-s><ctrl-o>");
        let measures = signed(&mut program).remove(0).measures;
        assert!(matches!(measures[0].score, Score::Fit { instrument: i, .. } if i == instrument));
        assert_eq!((measures[0].rater, measures[0].number().unwrap().0), (Role::Child, 265));
    }
}

#[test]
fn the_age_and_the_earlier_scores_are_those_of_the_day_of_the_talk() {
    let mut program = Program::usual();
    program.keys("n<enter><ctrl-u>2.2.2026<enter>ord<tab><tab>6,5 7 8 5");
    assert!(program.line("►ORS ved start").contains("= CORS 26,5 barnet, under 32"), "{}", program.screen());
    program.keys("<esc>");
    // A score after that day does not count as an earlier one.
    let mut program = Program::usual();
    score(&mut program, "", "10 10 10 10");
    program.keys("n<enter><ctrl-u>i går<enter>ord<tab><tab><tab>9 9,5 10 9");
    assert!(!program.line("►SRS til slut").contains("faldet"), "{}", program.screen());
}

#[test]
fn words_choose_another_instrument_and_rater() {
    let mut program = Program::usual();
    program.keys(&format!("n{TO_SCORES}mor cors 9 9,5 9 9; ors 8 8 8 8"));
    // The line has no room for this, so it goes below.
    let line = program.line("CORS 36,5 mor, ikke under 32");
    assert!(line.contains("ORS 32 barnet, ikke under 28"), "{line}");
    program.keys("<ctrl-s><ctrl-o>");
    let raters: Vec<Role> = one_signed(&mut program).measures.iter().map(|m| m.rater).collect();
    assert!(raters.contains(&Role::Mother) && raters.contains(&Role::Child));
}

#[test]
fn the_empty_field_shows_the_format() {
    let mut program = Program::usual();
    program.keys(&format!("n{TO_SCORES}"));
    assert!(
        around(&mut program, "►ORS ved start").contains("ORS fra barnet: 6,5 7 8 5"),
        "{}",
        program.screen()
    );
    program.keys("<tab>");
    assert!(around(&mut program, "►SRS til slut").contains("mor srs 6,5 7 8 5"), "{}", program.screen());
}

#[test]
fn an_invalid_score_is_refused_with_an_example() {
    for (typed, said) in [
        ("6,5 7 8", "3 tal, der skal fire. Prøv 6,5 7 8 5"),
        ("6,5 7 8 11", "hver linje går fra 0 til 10"),
        ("kat 6 7 8 5", "kat er hverken måling eller person"),
    ] {
        let mut program = Program::usual();
        program.keys(&format!("n{TO_SCORES}{typed}"));
        assert!(
            around(&mut program, "►ORS ved start").contains(&format!("▲ {said}")),
            "{}",
            program.screen()
        );
        program.keys("<ctrl-s>");
        assert!(program.shows("Kan ikke gemmes") && program.shows(typed), "{}", program.screen());
        assert!(signed(&mut program).is_empty());
    }
}

#[test]
fn a_duplicate_score_is_refused_and_the_note_stays() {
    let mut program = Program::usual();
    score(&mut program, "6 6 6 6; 7 7 7 7", "");
    assert!(signed(&mut program).is_empty());
    let screen = program.screen();
    assert!(screen.contains("▲") && screen.contains("6 6 6 6; 7 7 7 7"), "{screen}");
    assert!(program.model.form().is_some(), "{screen}");
}

#[test]
fn a_low_session_rating_shows_an_alert_beside_it_and_after_signing() {
    let mut program = Program::usual();
    program.keys(&format!("n{TO_SCORES}<tab>8 8 8 8"));
    assert!(around(&mut program, "►SRS til slut").contains("▲ SRS 32 er under 36"), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    let screen = program.screen();
    assert!(
        screen.contains("Underskrevet: Alma Holm") && screen.contains("▲ SRS 32 er under 36"),
        "{screen}"
    );
}

#[test]
fn a_drop_and_a_deterioration_show_alerts() {
    let mut program = Program::usual();
    score(&mut program, "7 7 7 7", "10 10 10 10");
    assert!(!program.shows("▲"), "{}", program.screen());
    score(&mut program, "5 6 6 5", "10 9 10 9");
    let screen = program.screen();
    assert!(screen.contains("SRS er faldet fra 40 til 38"), "{screen}");
    assert!(screen.contains("ORS 22 er mindst 5 under"), "{screen}");
}

#[test]
fn the_houses_own_series() {
    let mut program = Program::usual();
    program.send(crate::harness::keys::function(3));
    program.keys("<pgdn><pgdn><pgdn>");
    while !program.turned_over().iter().any(|l| l.contains("Egne målinger")) {
        program.keys("<up>");
    }
    program.keys("<enter>Uro; 0-10; ned; 4<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    program.keys(&format!("n{TO_SCORES}uro 7"));
    assert!(around(&mut program, "►ORS ved start").contains("= Uro 7 barnet"), "{}", program.screen());
    program.keys("<ctrl-u>uro 11");
    assert!(
        around(&mut program, "►ORS ved start").contains("▲ Uro er ét tal fra 0 til 10"),
        "{}",
        program.screen()
    );
    program.keys("<ctrl-u>uro 7<ctrl-s><ctrl-o>");
    assert!(matches!(one_signed(&mut program).measures[0].score, Score::Own(_)));
}

/// Opens the list of the house's own series.
fn open_series(program: &mut Program) {
    program.send(crate::harness::keys::function(3));
    program.keys("<pgdn><pgdn><pgdn>");
    while !program.turned_over().iter().any(|l| l.contains("Egne målinger")) {
        program.keys("<up>");
    }
    program.keys("<enter>");
}

#[test]
fn a_series_of_several_lines_is_set_up_scored_drawn_and_kept() {
    let mut program = Program::usual();
    open_series(&mut program);
    program
        .keys("Ro; 0-2 trin 1; op; 4 mor, 3 barnet 6-18; sum: Sove, Spise, Lege; licens: til 2028<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    open_series(&mut program);
    let written = ["Ro; 0 – 2 trin 1; op; 4 mor, 3 barnet 6-18; sum: Sove, Spise,", "Lege; licens: til 2028"];
    assert!(written.iter().all(|line| program.shows(line)), "{}", program.screen());
    program.keys("<esc>");
    program.keys(&format!("n{TO_SCORES}ro 1 1"));
    let problem = "▲ Ro er 3 tal fra 0 til 2 i trin på 1. Prøv Ro 2 2 2";
    assert!(around(&mut program, "►ORS ved start").contains(problem), "{}", program.screen());
    program.keys("<ctrl-u>ro 1 0 1");
    let told = "= Ro 2 barnet, under 3";
    assert!(around(&mut program, "►ORS ved start").contains(told), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    score(&mut program, "ro 2 1 1", "9 9 9 9");
    program.keys("3s");
    for _ in 0..5 {
        if !program.shows("Ro · barnet") {
            program.keys("<right>");
        }
    }
    let screen = program.screen();
    assert!(screen.contains("Sove") && screen.contains("Spise") && screen.contains("Lege"), "{screen}");
    assert!(screen.contains("+2 · krydset grænsen 3"), "{screen}");
    program.keys("w");
    assert!(program.shows("4 = 2 + 1 + 1") && program.shows("2 = 1 + 0 + 1"), "{}", program.screen());
    // The series has scores: its lines stay, and its names and cut-offs may change.
    program.keys("<esc><esc>");
    open_series(&mut program);
    program.keys("<ctrl-a>Ro; 0-3 trin 1; op; 4; sum: Sove, Spise, Lege<ctrl-s>");
    assert!(program.shows("Ro er allerede brugt i samtaler"), "{}", program.screen());
    program.keys("<ctrl-a>Ro; 0-2 trin 1; op; 5; sum: Søvn, Spise, Lege<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
}

#[test]
fn lines_that_stand_alone_have_a_chart_each() {
    let mut program = Program::usual();
    open_series(&mut program);
    program.keys("Profil; 0-4 trin 1; op; ; hver for sig: Hjem, Skole<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    score(&mut program, "profil 1 3", "9 9 9 9");
    score(&mut program, "profil 2 4", "9 9 9 9");
    program.keys("3s");
    for (line, last) in [("Hjem", "2"), ("Skole", "4")] {
        for _ in 0..5 {
            if !program.shows(&format!("Profil · barnet · {line}")) {
                program.keys("<right>");
            }
        }
        assert!(program.shows(&format!("● {last} ")), "{line}: {}", program.screen());
    }
    program.keys("w");
    assert!(program.shows("2 / 4") && program.shows("1 / 3"), "{}", program.screen());
}

#[test]
fn a_wrong_series_says_what_is_wrong_in_it() {
    let mut program = Program::usual();
    open_series(&mut program);
    for (text, says) in [
        ("Ro; 0-2 trin 0,7; op", "trinnet skal gå op i området"),
        ("Ro; 0-2; op; 9", "en grænse ligger i området"),
        ("Ro; 0-2; op; 1 naboen", "en grænse ligger i området"),
        ("Ro; 0-2; op; 1; total: A, B", "linjerne bliver til sum"),
        ("Ro; 0-2; op; 1; sum: A, A", "op til tolv linjer"),
        ("Ro; 2-0; op", "Uro; 0 – 10 trin 1"),
    ] {
        program.keys("<ctrl-a>").keys(text).keys("<ctrl-s>");
        assert!(program.shows("linje 1: ") && program.shows(says), "{text}: {}", program.screen());
    }
}

#[test]
fn s_in_the_log_shows_the_childs_scores() {
    let mut program = Program::usual();
    score(&mut program, "7 7 7 7", "9 9 9 9");
    program.keys("3s");
    assert!(program.shows("ORS") && program.shows("Alma Holm"), "{}", program.screen());
}
