//! The week at the children's own schools: two keys a child, and figures that say they are reported.

use trivsel_domain::record::{
    Closing, Day, DayPlan, HouseProgramme, Origin, Outcome, Records, ReportSource, ReportedDays,
    ReportedWeek, Standing, Timetable,
};
use trivsel_domain::value::{
    CaseId, Halves, Mark, ProgrammeCode, ReportedWeekId, SchoolWeek, SeatNorm, TimetableId,
};
use trivsel_store::House;

use crate::harness::house::{self, kid};
use crate::harness::{Program, Start, date};

fn wellbeing() -> ProgrammeCode {
    ProgrammeCode::new("trivsel").unwrap()
}

fn week(n: u128, case: CaseId, monday: (u32, u32), attended: u32, source: ReportSource) -> ReportedWeek {
    ReportedWeek {
        id: ReportedWeekId::from_u128(n),
        case,
        monday: SchoolWeek::from_monday(date(2026, monday.0, monday.1)).unwrap(),
        days: ReportedDays::new(Halves::new(attended), Halves::new(10)).unwrap(),
        source,
    }
}

/// Three children: two at their own schools, and one in the house's own register.
fn records() -> Records {
    let mut records = house::records(&[kid("Alma Holm", 5), kid("Søren Ægård Åse", 8), kid("Ida Toft", 7)]);
    records.programmes.push(HouseProgramme { code: wellbeing(), seats: SeatNorm::Unlimited });
    for case in records.cases.iter_mut().take(2) {
        case.programme = wellbeing();
    }
    records.timetables.retain(|t| t.case == CaseId::from_u128(102));
    records
}

fn house() -> House {
    let mut records = records();
    let soren = CaseId::from_u128(101);
    records.reported_weeks.push(week(1, soren, (11, 2), 4, ReportSource::School));
    records.reported_weeks.push(week(2, soren, (11, 9), 5, ReportSource::Parent));
    house::with(records)
}

fn program() -> Program {
    Start::default().on(house())
}

#[test]
fn a_week_is_two_keys_a_child() {
    let mut program = program();
    program.keys("5e");
    assert!(program.shows("Egen skole · uge 47 · 16.–20. nov 2026"), "{}", program.screen());
    assert!(!program.shows("Ida Toft"), "she is in the house's own register: {}", program.screen());
    // Wednesday reports the week before. The first child without a report has the cursor.
    program.keys("4s3f");
    assert!(program.line("Alma Holm").contains("4 af 5 · skolen"), "{}", program.screen());
    assert!(program.line("Søren Ægård Åse     8.b").contains("3 af 5 · en forælder"), "{}", program.screen());
    assert!(program.shows("Egen skole gemt: Søren Ægård Åse · uge 47 · 3 af 5 · en forælder."));
    let on_record = program.performer.house().reported_weeks(
        &[CaseId::from_u128(100), CaseId::from_u128(101)],
        date(2026, 11, 16),
        date(2026, 11, 16),
    );
    let told: Vec<_> = on_record.unwrap().iter().map(|w| (w.days.attended().get(), w.source)).collect();
    assert_eq!(told, [(8, ReportSource::School), (6, ReportSource::Parent)]);
    program.keys("<ctrl-z>");
    assert!(program.line("Søren Ægård Åse").contains("·   "), "{}", program.screen());
    assert!(program.shows("1 mangler"), "{}", program.screen());
}

#[test]
fn half_days_and_fewer_possible_days_and_what_makes_no_sense() {
    let mut program = program();
    program.keys("5e2");
    // Days without a source are not on record, and are not left behind unseen.
    program.keys("<down>");
    assert!(program.shows("Hvem siger det?"), "{}", program.screen());
    program.keys(",<left>b");
    assert!(program.line("Alma Holm").contains("2,5 af 4 · barnet"), "{}", program.screen());
    program.keys("<home>5");
    assert!(program.shows("Flere dage end de 4 mulige"), "{}", program.screen());
    program.keys("<right>5s");
    assert!(program.line("Alma Holm").contains("5 af 5 · skolen"), "{}", program.screen());
    program.keys("<home>s");
    assert!(program.shows("Det står der allerede"), "{}", program.screen());
    program.keys("-");
    assert!(program.shows("2 mangler"), "{}", program.screen());
    program.keys("s");
    assert!(program.shows("Tast først antal dage"), "{}", program.screen());
    program.keys("<gt><gt>");
    assert!(program.shows("Ugen er ikke begyndt"), "{}", program.screen());
    // The autumn holiday.
    program.keys("<lt><lt><lt><lt><lt><lt>1");
    assert!(program.shows("uge 42") && program.shows("Ugen har ingen skoledage"), "{}", program.screen());
}

#[test]
fn every_figure_is_drawn_from_it_and_says_so() {
    let mut program = Start::sized(120, 40).on(house());
    // 9 of 20 half-days in two weeks.
    let row = program.keys("1<home>").line("Søren Ægård Åse");
    assert!(row.contains("~45 %"), "{}", program.screen());
    let screen = program.screen();
    assert!(
        screen.contains("fravær 55 %: 5,5 af 10 oplyste dage på egen skole, 25. aug–25. nov 2026"),
        "{screen}"
    );
    let alma = program.line("Alma Holm");
    assert!(!alma.contains('%'), "nothing is reported of her, and her school keeps the quarter: {alma}");
    program.keys("<enter>");
    let told = "Oplyst fremmøde 45 %: 4,5 af 10 dage i 2 uger, 27. okt–25. nov 2026 (skolen, en forælder)";
    assert!(left(&program.screen()).contains(told), "{}", program.screen());
}

/// The rows left of the pictures, as one text.
fn left(screen: &str) -> String {
    let rows = screen.lines().map(|line| line.split('│').next().unwrap_or_default());
    rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_month_of_a_child_tells_the_weeks_that_were_reported() {
    let mut program = Start::sized(120, 40).on(house());
    program.keys("5Cvv");
    assert!(program.shows("Søren Ægård Åse · november 2026"), "{}", program.screen());
    for (number, told) in [("45 ", "~2 af 5 · skolen"), ("46 ", "~2,5 af 5 · en forælder")] {
        let screen = program.screen();
        let week = screen.lines().find(|line| line.trim_start().starts_with(number)).unwrap_or_default();
        assert!(week.contains(told), "{screen}");
    }
    assert!(program.shows("Oplyst fremmøde 45 %: 4,5 af 10 dage i 2 uger"), "{}", program.screen());
}

#[test]
fn today_asks_for_the_week_and_enter_stands_on_the_first_child_without_it() {
    let mut program = program();
    program.keys("0");
    let asked = "Egen skole: 2 børn mangler";
    assert!(program.shows(asked), "{}", program.screen());
    let screen = program.screen();
    let at = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    let down = "<down>".repeat(at(asked) - at("Hvornår") - 1);
    program.keys("<home>").keys(&down).keys("<enter>4s3f<esc>");
    assert!(!program.shows("Egen skole:"), "{}", program.screen());
}

/// Ida, whose course in the house ended as planned on 15 May 2026.
fn after_the_course() -> Records {
    let mut records = records();
    let ida = CaseId::from_u128(102);
    let case = records.cases.iter_mut().find(|c| c.id == ida).unwrap();
    let stay = case.stay().unwrap();
    let stay = trivsel_domain::record::Stay { from: date(2025, 8, 11), ..stay };
    let closing = Closing { on: date(2026, 5, 15), outcome: Outcome::GeneralSchool, place: None };
    case.referral.on = date(2025, 6, 2);
    case.moves.clear();
    case.standing = Standing::Closed { stay, closing };
    records.days.retain(|d| d.case != ida);
    records.timetables.retain(|t| t.case != ida);
    records.appointments.retain(|a| a.case != Some(ida));
    records
}

#[test]
fn half_a_year_after_the_course_the_weeks_are_asked_for_and_drawn() {
    let mut program = Start::sized(120, 40).on(house::with(after_the_course()));
    program.keys("0v");
    let asked = "Fremmøde et halvt år efter";
    assert!(program.line("Ida Toft").contains(asked), "{}", program.screen());
    assert!(program.line("Ida Toft").contains("6 måneder efter 15. maj"), "{}", program.screen());
    let screen = program.screen();
    let at = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    let down = "<down>".repeat(at(asked) - at("Hvornår") - 1);
    program.keys("<home>").keys(&down).keys("<enter>");
    // The last of the four weeks up to 15 November, with the cursor on her.
    assert!(program.shows("Egen skole · uge 46 · 9.–13. nov 2026"), "{}", program.screen());
    assert!(program.line("Ida Toft").contains("►") && program.line("Ida Toft").contains("efter"));
    program.keys("4s<lt>3s<lt>3s<lt>2f");
    assert!(program.shows("uge 43"), "{}", program.screen());
    program.keys("<esc>0");
    assert!(!program.shows(asked), "{}", program.screen());
    // 4, 3, 3 and 2 of five days each.
    open_closed(&mut program);
    let line = program.line("6 mdr. efter").to_owned();
    assert!(line.contains("O oplyst") && line.contains("60 %: 12 af 20 dage"), "{}", program.screen());
}

/// The sheet of Ida's closed case.
fn open_closed(program: &mut Program) {
    program.keys("1vv");
    assert!(program.shows("Ida Toft"), "{}", program.screen());
    program.keys("<home><enter>");
}

#[test]
fn the_sheet_of_a_closed_case_leads_to_the_weeks_half_a_year_after() {
    let mut narrow = Start::default().on(house::with(after_the_course()));
    open_closed(&mut narrow);
    assert!(
        left(&narrow.screen()).contains("6 mdr. efter Ikke oplyst endnu: 19. okt–13. nov 2026"),
        "{}",
        narrow.screen()
    );
    let mut program = Start::sized(120, 40).on(house::with(after_the_course()));
    open_closed(&mut program);
    let screen = program.screen();
    let at = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    let down = "<down>".repeat(at("6 mdr. efter") - at("Skal ske"));
    program.keys("<home>").keys(&down).keys("<enter>");
    assert!(program.line("Ida Toft").contains("►"), "{}", program.screen());
    program.keys("4s<esc>");
    assert!(
        left(&program.screen()).contains("6 mdr. efter O oplyst ▬▬▬▬· 80 %: 4 af 5 dage"),
        "{}",
        program.screen()
    );
}

#[test]
fn without_such_children_the_key_says_so() {
    assert!(Program::usual().keys("5e").shows("Ingen børn går på egen skole"));
}

#[test]
fn the_sheet_tells_attendance_before_and_in_the_course_with_its_dates() {
    let mut records = records();
    let soren = CaseId::from_u128(101);
    records.days.extend((1..=5).map(|n| Day {
        first: Some(if n == 1 { Mark::Present } else { Mark::Unlawful }),
        origin: Origin::SendingSchool,
        ..Day::blank(soren, date(2026, 6, n))
    }));
    let mut program = Start::sized(120, 40).on(house::with(records));
    program.keys("1<end><enter>");
    let told = left(&program.screen());
    assert!(told.contains("Før forløbet A afgivende"), "{}", program.screen());
    assert!(told.contains("20 %: 1 af 5 dage, 1.–5. jun 2026"), "{}", program.screen());
    // Enter on the line shows how it is counted.
    let screen = program.screen();
    let at = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    let down = "<down>".repeat(at("Før forløbet") - at("Skal ske"));
    program.keys("<home>").keys(&down).keys("<enter>");
    assert!(program.shows("De sidste 20 dage i den afgivende skoles register"), "{}", program.screen());
}

/// Søren's timetable here has no day: he comes to talks only, and has no row in the register.
fn only_talks() -> Records {
    let mut records = records();
    let soren = CaseId::from_u128(101);
    records.timetables.push(Timetable {
        id: TimetableId::from_u128(900),
        case: soren,
        from: date(2026, 8, 10),
        days: std::array::from_fn(|_| DayPlan::Off),
    });
    records.reported_weeks.push(week(1, soren, (11, 2), 4, ReportSource::School));
    records.reported_weeks.push(week(2, soren, (11, 9), 5, ReportSource::Parent));
    records
}

#[test]
fn a_child_outside_the_register_has_its_month_after_the_others() {
    let mut program = Start::sized(120, 40).on(house::with(only_talks()));
    program.keys("5");
    assert!(!program.shows("Søren"), "{}", program.screen());
    program.keys("vv<pgdn><pgdn>");
    assert!(program.shows("Søren Ægård Åse · november 2026"), "{}", program.screen());
    assert!(program.shows("3/3"), "{}", program.screen());
    assert!(program.line("45 ").contains("~2 af 5 · skolen"), "{}", program.screen());
    assert!(program.shows("Oplyst fremmøde 45 %: 4,5 af 10 dage i 2 uger"), "{}", program.screen());
    // A mark of the house's own is refused, and leads to the week.
    program.keys("t");
    assert!(
        program.shows("Egen skole fører fremmødet. Enter åbner barnets uge dér."),
        "{}",
        program.screen()
    );
    assert_eq!(program.on_record("Søren Ægård Åse", date(2026, 11, 25)), None);
    program.keys("w");
    assert!(program.shows("november 2026: 45 %"), "{}", program.screen());
    program.keys("<esc>v");
    assert!(program.shows("Søren Ægård Åse · skoleåret 2026/2027"), "{}", program.screen());
    // Back in the register it is not seen.
    program.keys("<esc>");
    assert!(!program.shows("Søren"), "{}", program.screen());
}

#[test]
fn the_plan_of_a_child_at_its_own_school_says_who_keeps_the_register() {
    let mut program = Start::default().on(house::with(only_talks()));
    program.keys("4");
    assert!(program.shows("Søren Ægård Åse"), "{}", program.screen());
    assert!(program.shows("Barnet går på egen skole, og den fører fremmødet."), "{}", program.screen());
    assert!(!program.shows("Planlagt 0 t") && !program.shows(" fri "), "{}", program.screen());
    assert!(program.line("uge 46").contains("2,5 af 5 dage · oplyst: en forælder"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("Egen skole fører fremmødet. Et skema her"), "{}", program.screen());
    // Two hours of teaching here are a plan of their own.
    program.keys("i <down> vv");
    assert!(!program.shows("Her er intet skema"), "{}", program.screen());
}
