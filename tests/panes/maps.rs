//! The maps of a school year, of a child and of the house, and the weeks as bars.

use insta::assert_snapshot;
use ratatui::style::Color;
use trivsel_domain::record::{
    Day, HouseProgramme, Origin, Records, ReportSource, ReportedDays, ReportedWeek,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{
    CaseId, Halves, Mark, ProgrammeCode, ReportedWeekId, SchoolWeek, SeatNorm, TimeOfDay,
};
use trivsel_tui::panes::attendance::View;
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::house::{self, ALMA, SIXTEEN, kid};
use crate::harness::{Program, Start, date};

/// The day that a pane shows.
fn place(program: &Program) -> (View, chrono::NaiveDate) {
    (program.model.attendance.view, program.model.attendance.date)
}

/// Three children with a register from August: Alma, who comes; Søren in grade 8, who is away every Monday; and Aya,
/// whose register is blank since the autumn holiday. Alma's school registered May.
fn records() -> Records {
    let kids = [kid("Alma Holm", 6), kid("Aya Hassan", 6), kid("Søren Ægård Åse", 8)];
    let mut records = house::records(&kids);
    let calendar = Calendar::new(records.closures.clone());
    for on in calendar.school_days(date(2026, 8, 10), date(2026, 11, 24)) {
        let monday = chrono::Datelike::weekday(&on) == chrono::Weekday::Mon;
        let late = Mark::Late { at: TimeOfDay::new(9, 30).unwrap() };
        let marks = [
            Some(if on == date(2026, 11, 18) { late } else { Mark::Present }),
            (on < date(2026, 10, 12)).then_some(Mark::Present),
            Some(if monday { Mark::Unlawful } else { Mark::Present }),
        ];
        for (case, first) in (100..).map(CaseId::from_u128).zip(marks) {
            records.days.push(Day { first, ..Day::blank(case, on) });
        }
    }
    records.days.retain(|day| !day.says_nothing());
    for (day, mark) in [(3, Mark::Present), (4, Mark::Unlawful), (5, Mark::Present), (6, Mark::Sick)] {
        let on = date(2026, 8, day);
        records.days.push(Day { first: Some(mark), origin: Origin::SendingSchool, ..Day::blank(ALMA, on) });
    }
    records
}

fn program() -> Program {
    Start::default().on(house::with(records()))
}

#[test]
fn a_childs_year_shows_what_fails_and_each_day_by_a_sign() {
    let mut program = program();
    program.keys("5vvvC");
    assert_snapshot!(program.screen());
    // All that is well is quiet; the Mondays are not.
    assert_eq!(program.colour_of("UU/UUUUU"), Color::Red);
    assert_eq!(program.colour_of("■■/■■■■■"), Color::DarkGray);
    assert!(program.line(" man ").contains("0 %") && program.line(" tir ").contains("100 %"));
}

#[test]
fn of_two_schools_registers_the_legend_names_neither() {
    let school = |name: &str| trivsel_domain::value::Line::new(name).ok();
    for (other, is_named) in [("Ærø Skole", true), ("Havneskolen", false)] {
        let mut records = records();
        let days = records.days.iter_mut().filter(|day| day.origin == Origin::SendingSchool);
        for (at, day) in days.enumerate() {
            day.register = if at == 0 { school("Ærø Skole") } else { school(other) };
        }
        let mut program = Start::default().on(house::with(records));
        program.keys("5vvvA");
        assert_eq!(program.shows("bogstaver: Ærø Skole"), is_named, "{}", program.screen());
    }
}

#[test]
fn the_arrows_move_over_the_map_as_they_point_and_enter_opens_the_day() {
    let mut program = program();
    program.keys("5vvvC<left>");
    assert_eq!(place(&program), (View::Year, date(2026, 11, 18)));
    program.keys("<up><up>");
    assert_eq!(place(&program), (View::Year, date(2026, 11, 16)));
    assert!(program.shows("man 16. nov · uge 47 · 8.30–12 · U ulovligt"), "{}", program.screen());
    // Over the weekend.
    program.keys("<up>");
    assert_eq!(place(&program).1, date(2026, 11, 13));
    program.keys("<down><left><left><left><left><left>");
    assert!(program.shows("man 12. okt · uge 42 · Efterårsferie"), "{}", program.screen());
    program.keys("<left><enter>");
    assert_eq!(place(&program), (View::Day, date(2026, 10, 5)));
    assert!(program.line("Søren Ægård Åse").starts_with("►C"), "{}", program.screen());
    // Another child, of the same day.
    program.keys("vvv<pgup>");
    assert!(program.shows("Aya Hassan · skoleåret 2026/2027"), "{}", program.screen());
    assert_eq!(place(&program).1, date(2026, 10, 5));
}

#[test]
fn the_sending_schools_register_has_signs_of_its_own() {
    let mut program = program();
    program.keys("5vvvA");
    // 3 to 6 August, before the course; then the own register.
    assert!(program.line(" man ").contains("□■"), "{}", program.screen());
    assert!(program.line(" tir ").contains("u■"), "{}", program.screen());
    assert!(program.line(" tor ").contains("s■"), "{}", program.screen());
    assert!(program.shows("□ og små") && program.shows("bogstaver: afgivende skole"), "{}", program.screen());
    assert!(!program.keys("C").shows("afgivende skole"), "{}", program.screen());
    // The weeks keep them apart by sign and word, and say the plan; the child stays in sight before its course.
    program.keys("Av").keys("g3.8.2026<enter>");
    assert!(program.line("► uge 32").contains("---"), "{}", program.screen());
    assert!(program.line("► uge 32").contains("2 af 4 dage · afgivende skole"), "{}", program.screen());
    assert!(program.line("uge 33").contains("▬▬▬"), "{}", program.screen());
    assert!(program.line("uge 33").contains("17,5 af 17,5 t · 5 af 5 dage"), "{}", program.screen());
}

#[test]
fn the_weeks_stand_before_the_plan_and_enter_opens_one() {
    let mut program = program();
    program.keys("5vvvvA");
    assert_snapshot!("weeks_at_80", program.screen());
    // An hour late of 17.5.
    assert!(program.line("uge 47").contains("16,5 af 17,5 t · 5 af 5 dage"), "{}", program.screen());
    assert!(program.line("uge 49").contains("17,5 t planlagt"), "{}", program.screen());
    program.keys("B<up>");
    assert!(program.line("► uge 47").contains("17,5 t planlagt · 5 mangler"), "{}", program.screen());
    program.keys("t");
    assert!(program.shows("Enter åbner ugen"), "{}", program.screen());
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 18)), None);
    program.keys("<enter>");
    assert_eq!(place(&program), (View::Week, date(2026, 11, 18)));
    assert!(program.line("Aya Hassan").contains("►B"), "{}", program.screen());
}

#[test]
fn the_map_of_the_house_shows_each_day_and_the_figures_under_the_cursor() {
    let mut program = program();
    program.keys("5vvvvv");
    assert_snapshot!("house_at_80", program.screen());
    // Today nobody is registered, which is no bad day.
    assert!(
        program.shows("ons 25. nov · uge 48 · 3 børn planlagt · ikke registreret"),
        "{}",
        program.screen()
    );
    program.keys("<up><up>");
    let told = "man 23. nov · uge 48 · 3 børn planlagt · fremmødt 1 af 2 registrerede dage (50 %)";
    let all = program.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        all.contains(told) && all.contains("ulovligt fravær 1 · ikke registreret 1"),
        "{}",
        program.screen()
    );
    program.keys("<left><left><left><left><left><left>");
    assert!(program.shows("man 12. okt · uge 42 · Efterårsferie"), "{}", program.screen());
    // No mark is set where the child is not seen.
    program.keys("<left>u");
    assert!(program.shows("Enter åbner dagen"), "{}", program.screen());
    program.keys("w");
    assert!(program.shows("man 5. okt: 67 %") || program.shows("5. okt 2026: 67 %"), "{}", program.screen());
    program.keys("<esc><enter>");
    assert_eq!(place(&program), (View::Day, date(2026, 10, 5)));
}

#[test]
fn the_map_of_the_house_has_a_line_for_each_of_sixteen_children() {
    let mut program = Start::sized(120, 40).on(house::of(&SIXTEEN));
    program.keys("5tvvvvv");
    let screen = program.screen();
    for (letter, kid) in ('A'..).zip(SIXTEEN) {
        let first = kid.name.split_whitespace().next().unwrap();
        assert!(screen.contains(&format!("\n {letter} {first}")), "{}: {screen}", kid.name);
    }
    // Where there is no room for all there is none of them.
    let mut program = Start::sized(120, 34).on(house::of(&SIXTEEN));
    program.keys("5tvvvvv");
    assert!(!program.shows("Asger Lund"), "{}", program.screen());
}

#[test]
fn a_mark_is_on_the_map_at_once_and_a_letter_opens_a_childs_year() {
    let mut program = Start::sized(120, 40).on(house::with(records()));
    program.keys("5vvvvv<up>");
    assert_snapshot!("house_at_120", program.screen());
    assert!(program.shows("fremmødt 2 af 2 registrerede dage (100 %)"), "{}", program.screen());
    program.keys("<enter>Asvvvvv");
    assert!(program.shows("fremmødt 1 af 2 registrerede dage (50 %)"), "{}", program.screen());
    assert!(program.shows(" lovligt fravær 1 · ikke registreret 1"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("fremmødt 2 af 2 registrerede dage (100 %)"), "{}", program.screen());
    program.keys("C");
    assert!(program.shows("Søren Ægård Åse · skoleåret 2026/2027"), "{}", program.screen());
}

#[test]
fn the_maps_are_read_without_colour_and_in_english() {
    let start = Start { lang: Lang::En, theme: Theme::colourless(), ..Start::default() };
    let mut program = start.on(house::with(records()));
    program.keys("5vvvC");
    assert!(!program.has_colour(), "{}", program.screen());
    assert_snapshot!("year_colourless", program.screen());
    program.keys("vv");
    assert!(!program.has_colour(), "{}", program.screen());
    assert!(program.shows("The whole house · school year 2026/2027"), "{}", program.screen());
    assert!(program.shows("░ below 50%"), "{}", program.screen());
}

#[test]
fn a_child_at_its_own_school_has_its_reported_weeks() {
    let mut records = house::records(&SIXTEEN[..2]);
    let wellbeing = ProgrammeCode::new("trivsel").unwrap();
    records.programmes.push(HouseProgramme { code: wellbeing.clone(), seats: SeatNorm::Unlimited });
    let case = CaseId::from_u128(101);
    records.cases[1].programme = wellbeing;
    for (n, (day, attended)) in (1..).zip([(2, 2), (9, 8), (16, 10)]) {
        records.reported_weeks.push(ReportedWeek {
            id: ReportedWeekId::from_u128(n),
            case,
            monday: SchoolWeek::from_monday(date(2026, 11, day)).unwrap(),
            days: ReportedDays::new(Halves::new(attended), Halves::new(10)).unwrap(),
            source: ReportSource::School,
        });
    }
    let mut program = Start::default().on(house::with(records));
    program.keys("5Bvvv<left>");
    assert!(program.line(" uge  ").contains("░▓█"), "{}", program.screen());
    assert!(program.line(" dage ").contains("145"), "{}", program.screen());
    assert!(program.shows("ons 18. nov · uge 47 · 5 af 5 · skolen"), "{}", program.screen());
    program.keys("v");
    assert!(program.line("► uge 47").contains("====="), "{}", program.screen());
    assert!(program.line("uge 46").contains("4 af 5 dage · oplyst: skolen"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Egen skole · uge 47"), "{}", program.screen());
    // The map of the house has the other child alone.
    program.keys("<esc>v");
    assert!(program.shows("1 barn planlagt"), "{}", program.screen());
}
