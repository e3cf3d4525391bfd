//! The timetable as a grid: hours by keys, copies, practice, two spells, and the next step.

use insta::assert_snapshot;
use trivsel_domain::record::{Day, DayPlan, Timetable, in_force};
use trivsel_domain::value::{Hours, Mark, TimeOfDay};
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house};

fn versions(program: &mut Program) -> Vec<Timetable> {
    program.performer.house().timetables(ALMA).unwrap()
}

/// The plan of a date as it stands on record.
fn plan(program: &mut Program, on: chrono::NaiveDate) -> DayPlan {
    let versions = versions(program);
    in_force(&versions, on).unwrap().day(chrono::Datelike::weekday(&on)).clone()
}

/// Alma was there all the days of the two weeks before this one.
fn attended() -> Program {
    Start::default().on(house::changed(|records| {
        let calendar = trivsel_domain::rules::calendar::Calendar::new(records.closures.clone());
        records.days.retain(|d| d.case != ALMA);
        for on in calendar.school_days(date(2026, 11, 9), date(2026, 11, 20)) {
            records.days.push(Day { first: Some(Mark::Present), ..Day::blank(ALMA, on) });
        }
    }))
}

#[test]
fn an_hour_more_is_one_key_and_holds_from_next_monday() {
    let mut program = Program::usual();
    // The cursor stands on Monday at 8; 12 o'clock is eight rows down.
    program.keys("4v<down><down><down><down><down><down><down><down> ");
    assert_eq!(plan(&mut program, date(2026, 11, 30)).minutes(), 240, "{}", program.screen());
    assert_eq!(plan(&mut program, date(2026, 11, 23)).minutes(), 210, "the past stays as it was");
    assert!(program.shows("Rettelser gælder fra man 30. nov 2026 · 18 t pr. uge"), "{}", program.screen());
    program.keys("+");
    assert_eq!(plan(&mut program, date(2026, 11, 30)).minutes(), 255);
    program.keys("--");
    assert_eq!(plan(&mut program, date(2026, 11, 30)).minutes(), 225);
    assert_eq!(versions(&mut program).len(), 2);
    program.keys("<ctrl-z><ctrl-z><ctrl-z><ctrl-z>");
    assert_eq!(versions(&mut program).len(), 1, "{}", program.screen());
}

#[test]
fn a_day_has_two_spells_and_no_third() {
    let mut program = Program::usual();
    program.keys("4v<end> ");
    assert_eq!(plan(&mut program, date(2026, 11, 30)).spells().unwrap().iter().count(), 2);
    assert!(program.shows("man 4 t"), "{}", program.screen());
    program.keys("<up><up> ");
    assert!(program.shows("højst to mødetider"), "{}", program.screen());
    assert_eq!(plan(&mut program, date(2026, 11, 30)).minutes(), 240);
}

#[test]
fn a_day_of_practice_or_at_home_is_one_key() {
    let mut program = Program::usual();
    program.keys("4vp");
    assert_eq!(plan(&mut program, date(2026, 11, 30)), DayPlan::Practice);
    assert!(program.shows("man praktik"), "{}", program.screen());
    program.keys("<right>h");
    assert_eq!(plan(&mut program, date(2026, 12, 1)), DayPlan::Elsewhere);
    program.keys("<right><del>");
    assert_eq!(plan(&mut program, date(2026, 12, 2)), DayPlan::Off);
}

#[test]
fn a_day_and_a_week_are_copied_also_to_another_child() {
    let mut program = Program::usual();
    program.keys("4vpd<right>x<right>x");
    assert_eq!(plan(&mut program, date(2026, 12, 2)), DayPlan::Practice, "{}", program.screen());
    program.keys("u<gt>x");
    let cases = program.performer.house().cases().unwrap();
    let asger = program.performer.house().timetables(cases[1].id).unwrap();
    let copied = asger.last().unwrap();
    assert_eq!(copied.from, date(2026, 11, 30));
    assert_eq!(copied.days.iter().filter(|d| **d == DayPlan::Practice).count(), 3);
    program.keys("xx");
    assert!(program.shows("sådan allerede"), "{}", program.screen());
}

#[test]
fn what_happens_when_is_written_in_the_day_and_copied_by_the_hour() {
    let mut program = Program::usual();
    program.keys("4v<enter>8.15-10 12-13.30<enter>8.15 dansk; 9 pause<ctrl-s>");
    let day = plan(&mut program, date(2026, 11, 30));
    assert_eq!((day.minutes(), day.blocks().len()), (195, 2), "{}", program.screen());
    assert!(program.shows("8.15 dansk"), "{}", program.screen());
    program.keys("c<right><down>x");
    let copied = plan(&mut program, date(2026, 12, 1));
    let told: Vec<_> = copied.blocks().iter().map(|b| (b.at.minutes(), b.what.as_str())).collect();
    // Half an hour later, at the minute it has within its row, and where there was no school its time too.
    assert_eq!(told, [(8 * 60 + 45, "dansk")], "{}", program.screen());
    assert_eq!(copied.minutes(), 210);
    program.keys("<end><up>x");
    let copied = plan(&mut program, date(2026, 12, 1));
    assert_eq!(
        copied.spells().unwrap().iter().last().unwrap(),
        hours((15, 15), (16, 0)),
        "{}",
        program.screen()
    );
    // Where there is no school there is no hour to copy.
    program.keys("<up><up>c");
    assert!(program.shows("ingen skoletid at kopiere"), "{}", program.screen());
    program.keys("<home>");
    // What lies outside the hours is refused beside its field.
    program.keys("<left><enter>9-10<enter>8 dansk<ctrl-s>");
    assert!(program.shows("uden for mødetiden"), "{}", program.screen());
}

fn hours(from: (u32, u32), to: (u32, u32)) -> Hours {
    let time = |(hour, minute)| TimeOfDay::new(hour, minute).unwrap();
    Hours::new(time(from), time(to)).unwrap()
}

#[test]
fn the_grid_says_until_when_a_change_holds() {
    let mut program = Program::usual();
    program.keys("4vg14.12.2026<enter>pi");
    assert!(
        program.shows("Gælder fra ons 25. nov 2026 til næste skema man 14. dec 2026"),
        "{}",
        program.screen()
    );
    program.keys("g14.12.2026<enter>");
    assert!(program.shows("Rettelser gælder fra man 14. dec 2026 ·"), "{}", program.screen());
}

#[test]
fn changes_hold_from_the_day_that_is_chosen() {
    let mut program = Program::usual();
    program.keys("4vg14.12.2026<enter>p");
    assert_eq!(plan(&mut program, date(2026, 12, 14)), DayPlan::Practice, "{}", program.screen());
    assert_eq!(plan(&mut program, date(2026, 12, 7)).minutes(), 210);
    // From today on, the register of today follows.
    program.keys("i<right><right><del>5");
    assert!(program.line("Alma Holm").contains("ikke planlagt"), "{}", program.screen());
}

#[test]
fn one_step_more_is_proposed_and_taken_or_not() {
    let mut program = attended();
    program.keys("4v");
    assert!(program.shows("Næste skridt: man 8.30–12.30"), "{}", program.screen());
    assert_eq!(versions(&mut program).len(), 1, "nothing is written until it is taken");
    program.keys("e");
    assert!(program.shows("Skema gemt: Alma Holm"), "{}", program.screen());
    assert_eq!(plan(&mut program, date(2026, 11, 30)).minutes(), 240);
    program.keys("e");
    assert!(program.shows("intet forslag"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert_eq!(versions(&mut program).len(), 1);
    let mut program = Program::usual();
    program.keys("4ve");
    assert!(program.shows("intet forslag"), "{}", program.screen());
}

#[test]
fn the_grid_at_both_sizes() {
    let mut program = attended();
    assert_snapshot!("grid_at_80", program.keys("4vg1.12.2026<enter>  <right>p").screen());
    let mut program = Start { lang: Lang::En, ..Start::sized(120, 40) }.on(house::of(&house::SIXTEEN));
    assert_snapshot!("grid_at_120", program.keys("4v").screen());
    let mut program = Start { theme: Theme::colourless(), ..Start::default() }.on(house::of(&house::SIXTEEN));
    program.keys("4v");
    assert!(!program.has_colour() && program.screen().contains("►·"));
}
