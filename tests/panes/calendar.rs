//! The calendar: where its cursor stands, and what it shows.

mod laid_out;

use insta::assert_snapshot;
use trivsel_domain::record::Appointment;
use trivsel_domain::value::{AppointmentId, Hours, Line, StaffId, TimeOfDay};
use trivsel_store::House;
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::{Program, Start, date, house};

/// A week with meetings one beside the other, whole days and busy times.
fn full_week() -> House {
    house::changed(|records| {
        let first = records.appointments[0].clone();
        let mut add = |day, hours: Option<(u32, u32, u16)>, title: &str, staff: &[u128], busy: bool| {
            let hours =
                hours.map(|(h, m, length)| Hours::lasting(TimeOfDay::new(h, m).unwrap(), length).unwrap());
            let id = AppointmentId::from_u128(100 + records.appointments.len() as u128);
            records.appointments.push(Appointment {
                id,
                date: date(2026, 11, day),
                hours,
                title: Line::new(title).unwrap(),
                kind: None,
                case: None,
                staff: staff.iter().map(|n| StaffId::from_u128(*n)).collect(),
                event: busy.then(|| Line::new("own").unwrap()),
                ..first.clone()
            });
        };
        add(25, None, "Lise på kursus", &[2], false);
        add(25, None, "Fotograf", &[], false);
        add(25, Some((13, 0, 90)), "Teammøde", &[1, 2], false);
        add(25, Some((13, 30, 30)), "PPR", &[2], false);
        add(25, Some((14, 0, 30)), "Skolebesøg", &[2], false);
        add(26, Some((9, 0, 120)), "tandlæge", &[1], true);
        add(26, Some((9, 10, 20)), "Ring til skolen", &[2], false);
        add(27, Some((15, 0, 60)), "Overlevering", &[1], false);
    })
}

fn week(start: Start) -> Program {
    let mut program = start.on(full_week());
    program.keys("2");
    program
}

#[test]
fn a_full_week() {
    assert_snapshot!(week(Start::default()).screen());
}

#[test]
fn a_full_week_on_a_wide_screen_in_english() {
    let start = Start { lang: Lang::En, ..Start::sized(120, 40) };
    assert_snapshot!(week(start).screen());
}

#[test]
fn a_day_has_a_column_for_each_of_the_staff() {
    assert_snapshot!(week(Start::default()).keys("vv").screen());
}

#[test]
fn a_month_counts_what_has_no_room() {
    assert_snapshot!(week(Start::default()).keys("v").screen());
}

#[test]
fn what_has_no_room_is_counted_and_comes_under_the_cursor() {
    let mut program = week(Start::default());
    program.keys("<home>");
    let mut seen = Vec::new();
    for _ in 0..40 {
        if let Some(one) = program.model.calendar.selected_appointment() {
            let (title, screen) = (one.title.as_str().to_owned(), program.screen());
            assert!(screen.contains(&title), "{title}\n{screen}");
            seen.push(title);
        }
        program.keys("<down>");
    }
    seen.dedup();
    assert_eq!(seen, ["Lise på kursus", "Fotograf", "Forældresamtale", "Teammøde", "PPR", "Skolebesøg"]);
}

#[test]
fn busy_times_have_no_title() {
    let mut program = week(Start::default());
    program.keys("a<right>");
    assert!(program.shows("optaget ░") && !program.shows("tandlæge"), "{}", program.screen());
    assert!(program.line("tor 26. nov 9–11").contains("optaget · MK"), "{}", program.screen());
}

#[test]
fn mine_all_and_those_of_one_child_or_colleague() {
    let mut program = week(Start::default());
    assert!(program.shows("nov 2026 · alle"), "{}", program.screen());
    program.keys("a");
    assert!(program.shows("· Maja Krog") && !program.shows("▌Ring"), "{}", program.screen());
    program.keys("a");
    assert!(program.shows("nov 2026 · alle") && program.shows("▌Ring"), "{}", program.screen());
    program.keys("klb<enter>");
    assert!(program.shows("· Lise Bang") && !program.shows("Overlevering"), "{}", program.screen());
    program.keys("kalm");
    assert!(program.shows("= Alma Holm"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("· Alma Holm") && program.shows("┌Alma"), "{}", program.screen());
    assert!(!program.shows("Fotograf"), "{}", program.screen());
    program.keys("kqqq<enter>");
    assert!(program.shows("qqq: hverken barn eller medarbejder"), "{}", program.screen());
    program.keys("<ctrl-u><enter>");
    assert!(program.shows("nov 2026 · alle"), "{}", program.screen());
}

#[test]
fn closures_stand_on_their_days() {
    let mut program = Program::usual();
    program.keys("2g23.12<enter>");
    assert!(program.screen().lines().nth(3).unwrap().contains("Juleferie"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("Nytårsdag") && program.shows("ons 23. dec · Juleferie"), "{}", program.screen());
}

#[test]
fn enter_opens_the_child_the_line_for_a_booking_or_the_day() {
    let mut program = Program::usual();
    program.keys("2<enter>");
    assert!(program.shows("Alma Holm · 6.b"), "{}", program.screen());
    program.keys("<esc><down><enter>");
    assert!(program.shows("Ny aftale: 14.00"), "{}", program.screen());
    program.keys("<esc>v<right><enter>");
    assert!(program.shows("[Dag]") && program.shows("tor 26. MK"), "{}", program.screen());
}

#[test]
fn without_colours_the_cursor_and_the_blocks_are_still_seen() {
    let mut program = week(Start { theme: Theme::colourless(), ..Start::default() });
    assert!(!program.has_colour());
    let turned = program.turned_over();
    assert!(turned.iter().any(|line| line.contains("┌Alma")), "{turned:?}\n{}", program.screen());
}

/// The title of the appointment under the cursor, or its free time.
fn under_cursor(program: &Program) -> String {
    let pane = &program.model.calendar;
    match (pane.selected_appointment(), pane.selected_time()) {
        (Some(one), _) => one.title.as_str().to_owned(),
        (None, Some(time)) => time.to_string(),
        (None, None) => "–".to_owned(),
    }
}

#[test]
fn the_arrows_go_through_the_appointments_and_the_free_times_of_the_day() {
    let mut program = Program::usual();
    program.keys("2");
    assert_eq!(under_cursor(&program), "Forældresamtale");
    program.keys("<up>");
    assert_eq!(under_cursor(&program), "12:30");
    program.keys("<down><down>");
    assert_eq!(under_cursor(&program), "14:00");
    program.keys("<right>");
    assert_eq!(
        (under_cursor(&program).as_str(), program.model.calendar.selected_day().to_string().as_str()),
        ("14:00", "2026-11-26")
    );
    program.keys("2<left><home><end>");
    assert_eq!(under_cursor(&program), "17:30");
}

#[test]
fn a_new_appointment_begins_at_the_free_time_under_the_cursor() {
    let mut program = Program::usual();
    program.keys("2<right><down><down>nteammøde<enter>");
    assert_eq!(under_cursor(&program), "teammøde");
    let hours = program.model.calendar.selected_appointment().unwrap().hours.unwrap();
    assert_eq!((hours.from().to_string().as_str(), hours.minutes()), ("08:30", 60));
}

#[test]
fn a_weekend_is_there_if_something_is_on_it() {
    let mut program = Program::usual();
    program.keys("2");
    assert!(!program.shows("lør"), "{}", program.screen());
    program.keys("nlør 10 åbent hus<enter>");
    assert!(program.shows("►lør 28.") && program.shows("åbent hus"), "{}", program.screen());
}
