//! One key opens what a figure counts: over which dates, by which count, day by day.

use trivsel_domain::decide::{Action, DayEdit};
use trivsel_domain::record::{Day, FourLines, Instrument, Measure, Score, Tenths};
use trivsel_domain::value::{Half, Mark, MeasureId, Role, StaffId, TalkId, TimeOfDay};
use trivsel_store::Asker;
use trivsel_tui::message::Message;

use crate::harness::house::{self, ALMA};
use crate::harness::keys::function;
use crate::harness::{Program, Start, date, morning};

/// Two children; Alma in grade 6 has marks on eleven days: sick, unlawful, late, and otherwise present.
fn marked() -> trivsel_store::House {
    house::changed(|records| {
        let case = records.cases[0].id;
        records.days.retain(|day| day.case != case);
        for day in (9..=13).chain(16..=20).chain([23]) {
            let first = match day {
                11 => Mark::Sick,
                12 => Mark::Unlawful,
                18 => Mark::Late { at: TimeOfDay::new(9, 0).unwrap() },
                _ => Mark::Present,
            };
            records.days.push(Day { first: Some(first), ..Day::blank(case, date(2026, 11, day)) });
        }
    })
}

fn program(width: u16, height: u16) -> Program {
    Start::sized(width, height).on(marked())
}

/// The line that holds a text, without its edges.
fn line(program: &mut Program, text: &str) -> String {
    let line = program.line(text);
    line.trim_matches(|c: char| c == '│' || c == ' ').split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_child_in_the_caseload_opens_its_share_its_quarter_and_its_concern() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut program = program(width, height);
        program.keys("1<home>w");
        assert!(program.shows("Hvad tæller tallet? · Alma Holm"), "{}", program.screen());
        assert!(program.shows("► Fremmøde 30 dage: 82 %"), "{}", program.screen());
        assert!(program.shows("9 af 11 registrerede dage, 27. okt"), "{}", program.screen());
        assert!(program.shows("Pædagogisk optælling"), "{}", program.screen());
        assert_eq!(line(&mut program, "23. nov"), "man 23. nov til stede mødt 1");
        program.keys("<right>");
        assert!(program.shows("► 4. kvartal: ulovligt 1 af 54 skoledage (1 %)"), "{}", program.screen());
        assert!(program.shows("Lovens optælling"), "{}", program.screen());
        assert_eq!(line(&mut program, "12. nov"), "tor 12. nov ulovligt tæller 1");
        assert_eq!(line(&mut program, "11. nov"), "ons 11. nov syg 1 ved siden af");
        assert!(!program.shows("23. nov"), "present days are no absence: {}", program.screen());
        program.keys("<right>");
        assert!(program.shows("► ▲ fravær 18 %: 2 af 11 registrerede dage, 25. aug"), "{}", program.screen());
        assert_eq!(line(&mut program, "23. nov"), "man 23. nov til stede intet fravær");
        program.keys("<right>");
        assert!(program.shows("► Pladser 2/40"), "{}", program.screen());
        assert!(
            line(&mut program, "plads 1").starts_with("plads 1 Alma Holm fra 10. aug 2026"),
            "{}",
            program.screen()
        );
        program.keys("<esc>");
        assert!(!program.shows("Hvad tæller tallet?"), "{}", program.screen());
    }
}

#[test]
fn the_days_scroll_and_every_one_can_be_reached() {
    let mut program = program(80, 24);
    program.keys("1<home>w");
    assert!(program.shows("flere ↓") && !program.shows("27. okt  "), "{}", program.screen());
    program.keys("<end>");
    assert!(program.shows("flere ↑"), "{}", program.screen());
    assert_eq!(
        line(&mut program, "tir 27. okt"),
        "tir 27. okt ikke registreret tæller ikke: ikke registreret"
    );
    program.keys("<home>");
    assert!(program.shows("25. nov"), "{}", program.screen());
}

#[test]
fn the_register_opens_its_counts_its_rows_and_what_fails() {
    let mut program = program(120, 40);
    program.keys("5<home>w");
    assert!(
        program.shows("Fremmøde 30 dage: 82 %") && program.shows("uge 48: 100 %"),
        "{}",
        program.screen()
    );
    assert!(program.shows("Længste fravær 2 dage i træk, 11.–12. nov"), "{}", program.screen());
    assert!(program.shows("ons 25. nov · 2 mangler"), "{}", program.screen());
    // The month and the year have their own spans.
    program.keys("<esc>vv").keys("w");
    assert!(program.shows("november 2026: 82 %"), "{}", program.screen());
    assert!(program.shows("november 2026: 31 af 38,5 timer (81 %)"), "{}", program.screen());
    program.keys("<right>");
    assert_eq!(line(&mut program, "ons 18. nov"), "ons 18. nov for sent 9.00 3 af 3,5 timer");
    program.keys("<esc>v").keys("w");
    assert!(program.shows("Skoleåret 2026/2027: 82 %"), "{}", program.screen());
}

#[test]
fn the_sheet_the_teaching_plan_and_the_own_schools_open_theirs() {
    let mut program = program(120, 40);
    program.keys("1<home><enter>w");
    assert!(program.shows("Hvad tæller tallet? · Alma Holm"), "{}", program.screen());
    assert!(program.shows("Fremmøde 30 dage: 82 %"), "{}", program.screen());
    program.keys("<esc><esc>").keys("4").keys("w");
    program.keys("<right><right>");
    assert!(program.shows("uge 48: 3,5 af 3,5 timer (100 %)"), "{}", program.screen());
    assert!(program.shows("uge 47: 17 af 17,5 timer (97 %)"), "{}", program.screen());
    program.keys("<right>");
    assert_eq!(line(&mut program, "ons 18. nov"), "ons 18. nov for sent 9.00 3 af 3,5 timer");
}

fn ors(n: u128, day: u32, line: i32) -> Measure {
    let lines = FourLines::new([Tenths(line); 4]).unwrap();
    let score = Score::Fit { instrument: Instrument::Ors, lines };
    let (id, talk) = (MeasureId::from_u128(n), TalkId::from_u128(1));
    Measure { id, case: ALMA, talk, date: date(2026, 11, day), rater: Role::Child, score }
}

#[test]
fn scores_say_whether_the_change_is_reliable_and_crossed_the_cut_off() {
    let house = house::changed(|records| {
        records.measures = vec![ors(1, 3, 50), ors(2, 10, 60), ors(3, 17, 75)];
    });
    let mut program = Start::sized(80, 24).on(house);
    program.keys("1<home><enter>s");
    let told = "+10 · sikker bedring · krydset grænsen 28";
    assert!(program.shows(told), "{}", program.screen());
    program.keys("w");
    assert!(program.shows("ORS · barnet: 20 → 30") && program.shows(told), "{}", program.screen());
    assert_eq!(line(&mut program, "tir 17. nov"), "tir 17. nov 30 = 7,5 + 7,5 + 7,5 + 7,5 seneste");
    program.keys("<esc>");
    assert!(program.shows("sikker bedring"), "the scores lie below: {}", program.screen());
}

#[test]
fn the_staffs_load_and_the_seats_open_theirs() {
    let mut program = program(120, 40);
    program.keys("1bw");
    assert!(program.shows("Hvad tæller tallet? · Maja Krog"), "{}", program.screen());
    assert!(program.shows("► 2 sager som primær"), "{}", program.screen());
    assert!(line(&mut program, "Alma Holm").ends_with("Alma Holm"), "{}", program.screen());
    program.keys("<right><right><right>");
    assert!(program.shows("► uge 48: "), "{}", program.screen());
    program.keys("<esc><esc>pw");
    assert!(
        program.shows("► Pladser 2/40 (5 %)") && program.shows("0 på venteliste"),
        "{}",
        program.screen()
    );
    program.keys("<esc>");
    assert!(program.shows("2 af 40 pladser"), "the map lies below: {}", program.screen());
}

#[test]
fn where_there_is_no_figure_the_screen_says_so() {
    let mut program = Start::default().on(house::of(&[]));
    program.keys("3w");
    assert!(program.shows("Her står intet tal at åbne"), "{}", program.screen());
    program.send(function(3)).keys("w");
    assert!(!program.shows("Hvad tæller tallet?"), "{}", program.screen());
}

#[test]
fn the_list_of_the_day_opens_its_counts_that_of_the_item_first() {
    let mut program = Start { on_today: true, ..Start::default() }.on(marked());
    let screen = program.screen();
    let title = screen.lines().find(|line| line.contains("uden registrering")).unwrap().trim().to_owned();
    program.keys("w");
    let opened = program.screen();
    assert!(opened.contains("Hvad tæller tallet?"), "{opened}");
    for part in title.split(" · ") {
        assert!(opened.contains(part.trim()), "{part}: {opened}");
    }
    // The children without an entry are listed by name, also where no pane has read them.
    let mut program = Start { on_today: true, ..Start::default() }.on(house::of(&house::SIXTEEN));
    let at = program.screen().lines().position(|line| line.contains("Fremmødet: ")).unwrap();
    let first = program.screen().lines().position(|line| line.contains("Hvornår")).unwrap();
    program.keys(&"<down>".repeat(at - first - 1)).keys("w");
    assert!(program.shows("► 15 uden registrering"), "{}", program.screen());
    assert!(program.shows("Asger Lund") && program.shows("Aya Hassan"), "{}", program.screen());
}

#[test]
fn the_calendar_opens_what_is_booked_and_owed_on_the_day_and_in_the_days_in_sight() {
    let mut program = program(80, 24);
    program.keys("2").keys("n10 forældre alma 50m<enter>").keys("w");
    assert!(program.shows("► 2 aftaler · ons 25. nov"), "{}", program.screen());
    assert!(
        line(&mut program, "10–10.50").contains("ons 25. nov 10–10.50 Alma Holm"),
        "{}",
        program.screen()
    );
    assert!(program.shows("2 aftaler · 23.–29. nov 2026"), "{}", program.screen());
    assert!(program.shows("7 forslag til samtaler"), "{}", program.screen());
    program.keys("<esc>v").keys("w");
    assert!(program.shows("skal ske · 26. okt–6. dec 2026"), "{}", program.screen());
}

#[test]
fn the_log_opens_the_talks_the_drafts_and_the_follow_ups_that_it_counts() {
    let mut program = Program::usual();
    program.keys("1n<enter><enter>Talte om ugen<ctrl-s><ctrl-o>").keys("3w");
    assert!(program.shows("Hvad tæller tallet? · Alle samtaler"), "{}", program.screen());
    assert!(program.shows("► 2 samtaler"), "{}", program.screen());
    assert!(
        line(&mut program, "Udviklingssamtale").starts_with("ons 25. nov Udviklingssamtale · "),
        "{}",
        program.screen()
    );
}

#[test]
fn the_teaching_plan_opens_its_planned_hours_its_lessons_and_every_week_it_shows() {
    let mut program = program(120, 40);
    program.keys("4").keys("w");
    assert!(program.shows("► Planlagt 17,5 t pr. uge"), "{}", program.screen());
    assert_eq!(line(&mut program, "man  8.30"), "man 8.30–12 3,5 t");
    program.keys("<right>");
    assert_eq!(line(&mut program, "matematik"), "matematik 3 lektioner om ugen");
    assert!(program.shows("uge 46: "), "{}", program.screen());
    // The timetable has the hours that the next step is made from.
    program.keys("<esc>v").keys("w");
    assert!(program.shows("► 9.–20. nov 2026: 27,5 af 35 timer (79 %)"), "{}", program.screen());
    assert!(program.shows("Planlagt 17,5 t pr. uge"), "{}", program.screen());
}

#[test]
fn the_sheet_opens_its_weeks_and_the_time_at_each_stage() {
    let mut program = program(120, 40);
    program.keys("1<home><enter>w");
    assert!(program.shows("Fremmøde uge for uge: 15 uger"), "{}", program.screen());
    program.keys("<right><right><right>");
    assert!(
        line(&mut program, "uge 47").contains("17 af 17,5 t · 5 af 5 dage 100 %"),
        "{}",
        program.screen()
    );
    assert!(program.shows("Visitation · 25 uger"), "{}", program.screen());
}

#[test]
fn a_colleagues_mark_is_counted_while_the_figure_is_open() {
    let mut program = program(80, 24);
    program.keys("1<home>w");
    assert!(program.shows("► Fremmøde 30 dage: 82 %"), "{}", program.screen());
    let edit = DayEdit::Mark(Half::First, Mark::Sick);
    let action = Action::EditDay { case: ALMA, date: date(2026, 11, 24), seen: None, edit };
    let asker = Asker::new(StaffId::from_u128(2), morning());
    program.performer.house().perform(asker, &action).unwrap();
    program.send(Message::ChangedElsewhere);
    assert!(program.shows("► Fremmøde 30 dage: 75 %"), "{}", program.screen());
    assert_eq!(line(&mut program, "tir 24. nov"), "tir 24. nov syg fravær 1");
}
