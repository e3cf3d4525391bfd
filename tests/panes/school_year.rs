//! The school calendar: closures typed on one line, and what moves by them is listed before it is saved.

use insta::assert_snapshot;
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule};

use crate::harness::keys::presses;
use crate::harness::{Program, Start, date, house};
use trivsel_words::Lang;

const OPEN: &str = "<f3><enter>";

/// The closures that a new house does not have.
fn own(program: &mut Program) -> Vec<Closure> {
    let first: Vec<Closure> = house::founding().closures;
    let calendar = program.performer.house().calendar().unwrap();
    calendar.closures().iter().filter(|c| !first.contains(c)).cloned().collect()
}

fn is_open(program: &mut Program, day: chrono::NaiveDate) -> bool {
    program.performer.house().calendar().unwrap().is_school_day(day)
}

#[test]
fn the_closures_of_a_school_year_are_listed_with_their_days() {
    for (size, lang) in [((80, 24), Lang::Da), ((120, 40), Lang::En)] {
        let mut program = Start { size, lang, ..Start::default() }.on(house::of(&house::SIXTEEN));
        program.keys(OPEN);
        assert_snapshot!(format!("year_{}", lang.code()), program.screen());
    }
    let mut program = Program::usual();
    program.keys(OPEN).keys("<right>");
    assert!(program.shows("skoleåret 2027/28") && program.shows("14.–18. feb 2028"), "{}", program.screen());
    assert!(program.shows("10.–12. apr 2028"), "{}", program.screen());
    program.keys("<left><left>");
    assert!(program.shows("skoleåret 2025/26"), "{}", program.screen());
    program.keys("i");
    assert!(program.shows("skoleåret 2026/27"), "{}", program.screen());
}

#[test]
fn a_closing_day_is_typed_on_one_line_and_what_it_moves_is_shown_first() {
    let mut program = Program::usual();
    let (before, text, after) = ("n", "4.1 pædagogisk dag", "<enter><ctrl-s>");
    assert!(presses(before) + presses(after) <= 4);
    program.keys(OPEN).keys(before).keys(text);
    assert!(program.shows("pædagogisk dag · man 4. jan 2027 · 1 skoledag"), "{}", program.screen());
    program.keys("<enter>");
    assert!(own(&mut program).is_empty());
    assert_snapshot!(program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Skolekalender gemt: pædagogisk dag man 4. jan 2027."), "{}", program.screen());
    let all = own(&mut program);
    let day = date(2027, 1, 4);
    assert_eq!((all[0].kind, all[0].rule), (ClosureKind::Local, ClosureRule::Dates { from: day, to: day }));
    assert!(!is_open(&mut program, day));
    program.keys("<ctrl-z>");
    assert!(own(&mut program).is_empty() && is_open(&mut program, day), "{}", program.screen());
}

#[test]
fn due_dates_and_appointments_on_a_closed_day_are_named_with_the_child() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut program = Start::sized(width, height).on(house::of(&house::SIXTEEN));
        // A development talk today, so the next one is due in week 49, and an appointment in it.
        program.keys("1n<enter><enter>Vi talte.<ctrl-s><ctrl-o>");
        program.keys("2nfre 4.12 13 forældre søren 50m<enter>");
        program.keys(OPEN).keys("n2.12-4.12 lejrskole<enter>");
        assert_snapshot!(format!("moves_{width}"), program.screen());
    }
}

#[test]
fn esc_goes_back_to_the_line_and_saves_nothing() {
    let mut program = Program::usual();
    program.keys(OPEN).keys("n4.1 pædagogisk dag<enter><esc>");
    assert!(program.shows("Ny lukkedag: 4.1 pædagogisk dag"), "{}", program.screen());
    assert!(own(&mut program).is_empty());
    // Any other key is no answer either.
    program.keys("<enter>x<enter>");
    assert!(own(&mut program).is_empty(), "{}", program.screen());
}

#[test]
fn the_winter_holiday_is_week_8_this_year_and_week_7_after() {
    let mut program = Program::usual();
    program.keys(OPEN).keys("<down><down><down><down><enter>");
    assert!(program.shows("Nye dage: hvert år uge 7 Vinterferie"), "{}", program.screen());
    program.keys("uge 8");
    let echo = "Vinterferie · 22.–26. feb 2027 · 5 skoledage · i stedet for 15.–19. feb 2027";
    assert!(program.shows(echo), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("5 dage forsvinder fra fremmødet"), "{}", program.screen());
    assert!(program.shows("5 dage kommer med i fremmødet"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.line("Vinterferie").contains("kun i år"), "{}", program.screen());
    for (day, open) in [
        (date(2026, 2, 9), false),
        (date(2027, 2, 15), true),
        (date(2027, 2, 22), false),
        (date(2028, 2, 14), false),
    ] {
        assert_eq!(is_open(&mut program, day), open, "{day}");
    }
    // Without its dates the holiday is in its usual week again.
    program.keys("<esc>").keys(OPEN).keys("<down><down><down><down><del><ctrl-s>");
    assert!(
        own(&mut program).is_empty() && !is_open(&mut program, date(2027, 2, 15)),
        "{}",
        program.screen()
    );
}

#[test]
fn every_part_of_the_line_may_stand_anywhere() {
    let dates = |from, to| ClosureRule::Dates { from, to };
    for (text, kind, name, rule) in [
        ("fre 16.4.2027", ClosureKind::Local, None, dates(date(2027, 4, 16), date(2027, 4, 16))),
        ("26-28.4 lejrskole på Åsen", ClosureKind::Local, Some("lejrskole på Åsen"), {
            dates(date(2027, 4, 26), date(2027, 4, 28))
        }),
        ("fælles møde fra 1.6 til 2.6", ClosureKind::Local, Some("fælles møde"), {
            dates(date(2027, 6, 1), date(2027, 6, 2))
        }),
        ("vinter uge 8", ClosureKind::Winter, None, dates(date(2027, 2, 22), date(2027, 2, 26))),
        ("sommerferie 28.6-11.8", ClosureKind::Summer, None, dates(date(2027, 6, 28), date(2027, 8, 11))),
    ] {
        let mut program = Program::usual();
        program.keys(OPEN).keys("n").keys(text).keys("<enter><ctrl-s>");
        let all = own(&mut program);
        let [one] = &all[..] else { panic!("{text}: {all:?}\n{}", program.screen()) };
        assert_eq!(
            (one.kind, one.name.as_ref().map(trivsel_domain::value::Line::as_str), one.rule),
            (kind, name, rule),
            "{text}"
        );
    }
}

#[test]
fn a_yearly_rule_takes_the_place_of_its_kind() {
    let mut program = Program::usual();
    program.keys(OPEN).keys("nvinterferie hvert år uge 8");
    assert!(!program.shows("▲"), "{}", program.screen());
    program.keys("<ctrl-u>hvert år uge 8 vinterferie<enter><ctrl-s>");
    let all = own(&mut program);
    assert_eq!((all.len(), all[0].rule), (1, ClosureRule::Week { week: 8 }), "{}", program.screen());
    assert!(is_open(&mut program, date(2028, 2, 14)) && !is_open(&mut program, date(2028, 2, 21)));
    program.keys("n16.10 hvert år lukket");
    assert!(program.shows("lukket · 16. okt, hvert år"), "{}", program.screen());
    program.keys("<ctrl-u>hvert år uge 8-9");
    assert!(program.shows("hvert år hvilke dage? Prøv hvert år uge 8"), "{}", program.screen());
    program.keys("<ctrl-u>pædagogisk dag");
    assert!(program.shows("hvilke dage? Prøv 16.4"), "{}", program.screen());
}

#[test]
fn a_day_with_marks_is_not_closed() {
    let mut program = Program::usual();
    program.keys("5r").keys(OPEN).keys("ni dag<enter><ctrl-s>");
    assert!(program.shows("ons 25. nov 2026 har registreringer i fremmødet"), "{}", program.screen());
    assert!(own(&mut program).is_empty());
}
