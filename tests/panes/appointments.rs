//! The appointment under the cursor: moved, made longer, deleted, held or not, alone or with its series.

use trivsel_domain::record::{Appointment, TalkKind};
use trivsel_domain::value::NotHeld;

use trivsel_tui::theme::Theme;

use crate::harness::keys::presses;
use crate::harness::{Program, Start, date, house};

/// All appointments, by day and time.
fn all(program: &mut Program) -> Vec<Appointment> {
    program.performer.house().appointments(date(2026, 1, 1), date(2028, 12, 31)).unwrap()
}

/// The day and the hours of each appointment with a title.
fn when(program: &mut Program, title: &str) -> Vec<String> {
    let hours = |a: &Appointment| a.hours.map_or_else(String::new, |h| format!(" {}-{}", h.from(), h.to()));
    let found = all(program).into_iter().filter(|a| a.title.as_str() == title);
    found.map(|a| format!("{}{}", a.date, hours(&a))).collect()
}

/// Alma's parent talk on Wednesday 25 November at 13, under the cursor.
fn on_almas_talk() -> Program {
    let mut program = Program::usual();
    program.keys("2");
    program
}

const TALK: &str = "Forældresamtale";

#[test]
fn keys_move_an_appointment_by_days_and_quarters_and_undo_brings_it_back() {
    for (keys, at, said) in [
        ("<shift-right>", "2026-11-26 13:00-13:50", "Flyttet til tor 26. nov 13–13.50: Forældresamtale."),
        ("<shift-left>", "2026-11-24 13:00-13:50", "Flyttet til tir 24. nov 13–13.50"),
        ("<shift-up>", "2026-11-25 12:45-13:35", "Flyttet til ons 25. nov 12.45–13.35"),
        ("<shift-down>", "2026-11-25 13:15-14:05", "Flyttet til ons 25. nov 13.15–14.05"),
        ("+", "2026-11-25 13:00-14:05", "Forældresamtale: nu 65 min, ons 25. nov 13–14.05"),
        ("-", "2026-11-25 13:00-13:35", "nu 35 min"),
    ] {
        let mut program = on_almas_talk();
        program.keys(keys);
        assert_eq!(when(&mut program, TALK), [at], "{keys}\n{}", program.screen());
        assert!(program.shows(said), "{keys}\n{}", program.screen());
        program.keys("<ctrl-z>");
        assert_eq!(when(&mut program, TALK), ["2026-11-25 13:00-13:50"], "{}", program.screen());
    }
}

#[test]
fn the_cursor_follows_over_the_weekend_and_a_closed_day_is_said() {
    let mut program = on_almas_talk();
    program.keys("<shift-right><shift-right><shift-right>");
    assert_eq!(when(&mut program, TALK), ["2026-11-30 13:00-13:50"]);
    assert!(program.shows("uge 49"), "{}", program.screen());
    let under = program.model.calendar.selected_appointment().map(|a| a.date);
    assert_eq!(under, Some(date(2026, 11, 30)));
    program.keys("<shift-left>");
    assert_eq!(when(&mut program, TALK), ["2026-11-27 13:00-13:50"]);
    let mut program = on_almas_talk();
    program.keys("2n22.12 9 alma<enter><shift-right>");
    assert!(
        program.shows("Flyttet til ons 23. dec 9–10") && program.shows("▲ Juleferie"),
        "{}",
        program.screen()
    );
}

#[test]
fn an_appointment_is_deleted_with_a_key_and_comes_back() {
    let mut program = on_almas_talk();
    program.keys("<del>");
    assert!(all(&mut program).is_empty());
    assert!(program.shows("Aftale slettet: Forældresamtale, ons 25. nov 13–13.50"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert_eq!(when(&mut program, TALK), ["2026-11-25 13:00-13:50"]);
}

#[test]
fn a_move_that_books_somebody_twice_is_asked_about_once() {
    let mut program = on_almas_talk();
    program.keys("n14 møde<enter>");
    assert_eq!(when(&mut program, "møde"), ["2026-11-25 14:00-15:00"]);
    program.keys("<shift-up>");
    assert!(program.shows("Dobbelt booket: MK: Forældresamtale · Alma 13–13.50"), "{}", program.screen());
    assert!(program.shows("Ctrl+O flytter alligevel"), "{}", program.screen());
    assert_eq!(when(&mut program, "møde"), ["2026-11-25 14:00-15:00"]);
    program.keys("<ctrl-o>");
    assert_eq!(when(&mut program, "møde"), ["2026-11-25 13:45-14:45"]);
    // They met before this move too.
    program.keys("<shift-up>");
    assert_eq!(when(&mut program, "møde"), ["2026-11-25 13:30-14:30"], "{}", program.screen());
}

#[test]
fn what_can_not_be_moved_says_why() {
    for (keys, why) in [
        ("2<right>h", "Stil markøren på en aftale"),
        ("2ntor studiedag<enter>+", "tager hele dagen"),
        ("2n23.30 nattevagt 20m<enter><shift-down>", "inden for dagen"),
        ("2-----", "inden for dagen"),
        ("2r", "ikke i en serie"),
        ("2n14 teammøde<enter>h", "hører ikke til et barn"),
        ("2<shift-right>h", "Aftalen er først tor 26. nov"),
    ] {
        let mut program = Program::usual();
        program.keys(keys);
        assert!(program.shows(why), "{keys}\n{}", program.screen());
    }
    let mut program = Program::usual();
    program.model.writable = false;
    program.keys("2<del>x+");
    assert_eq!(all(&mut program).len(), 1);
}

#[test]
fn a_held_appointment_opens_its_note_with_all_that_is_known() {
    let mut program = Program::usual();
    program.keys("2ni går 9 forældre toft lb 40m<enter>h");
    assert!(program.shows("Ida Marie Toft"), "{}", program.screen());
    program.keys("Mor og far kom.<ctrl-s><ctrl-o>");
    let case = all(&mut program)[0].case.unwrap();
    let talk = program.dossier(case).talks.pop().unwrap();
    assert_eq!((talk.kind, talk.date), (TalkKind::Parent, date(2026, 11, 24)), "{}", program.screen());
    let house = program.performer.house();
    let records = house.records().unwrap();
    let note = records.talks.iter().find(|t| t.id == talk.id).unwrap();
    assert_eq!(note.minutes.map(trivsel_domain::value::Minutes::get), Some(40));
    assert_eq!(note.start.map(|s| s.to_string()).as_deref(), Some("09:00"));
    let staff = |n| trivsel_domain::record::Participant::Staff(trivsel_domain::value::StaffId::from_u128(n));
    assert!(note.participants.contains(&staff(2)) && !note.participants.contains(&staff(1)));
}

/// A development talk of Alma's yesterday at 13, under the cursor, on a screen without colours.
fn on_yesterdays_talk() -> Program {
    let mut program = Start { theme: Theme::colourless(), ..Start::default() }.on(house::changed(|_| {}));
    program.keys("2ni går 13 udvikling alma 50m<enter>");
    program
}

#[test]
fn what_was_held_and_what_was_not_are_told_apart_without_colour() {
    let mut program = on_yesterdays_talk();
    let (block, line) = ("┌Alma", "tir 24. nov 13–13.50");
    program.keys("<up><down>");
    assert!(program.shows(block) && program.line(line).contains("13.50 · Udviklingssamtale"));
    program.keys("hHun kom.<ctrl-s><ctrl-o><up><down>");
    assert!(program.shows("┌√ Alma"), "{}", program.screen());
    assert!(program.line(line).contains("13.50 · holdt · Udviklingssamtale"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("  √ Alma  "), "{}", program.screen());
    assert!(program.line("tir 24. nov ·").contains("√ Alma Udviklingssamtale"), "{}", program.screen());
    assert!(!program.has_colour());
    let mut program = on_yesterdays_talk();
    program.keys("xfam<enter><up><down>");
    assert!(program.shows("┌× Alma"), "{}", program.screen());
    let told = program.line(line);
    assert!(told.contains("13.50 · ikke holdt: aflyst af familien · "), "{told}");
    program.keys("v");
    assert!(program.shows("  × Alma  "), "{}", program.screen());
    assert!(!program.has_colour());
}

#[test]
fn a_held_appointment_with_its_note_opens_that_note_and_no_second_one() {
    let mut program = on_yesterdays_talk();
    program.keys("hHun kom.<ctrl-s><ctrl-o>x");
    assert!(
        program.shows("Aftalen blev holdt: samtalen er skrevet under. h åbner den."),
        "{}",
        program.screen()
    );
    assert!(program.model.layers.is_empty());
    program.keys("h");
    assert!(program.shows("Hun kom.") && program.shows("Underskrevet af"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("┌√ Alma"), "{}", program.screen());
    // The note answers one appointment: another of the same kind on the same day has its own.
    program.keys("n15 udvikling alma<enter>");
    assert!(program.shows("▌Alma") || program.shows("┌Alma"), "{}", program.screen());
    program.keys("h");
    assert!(program.shows("Ny samtale · Alma Holm"), "{}", program.screen());
}

#[test]
fn an_appointment_that_was_not_held_says_why_here_and_on_the_time_line_until_it_is_undone() {
    let mut program = on_almas_talk();
    program.keys("x");
    assert!(program.shows("familien, kom ikke, sygdom, os eller andre"), "{}", program.screen());
    program.keys("k");
    assert!(program.shows("ikke holdt: kom ikke"), "{}", program.screen());
    program.keys("<enter>");
    assert_eq!(all(&mut program)[0].not_held, Some(NotHeld::NoShow));
    assert!(program.shows("Ikke holdt, kom ikke: Forældresamtale"), "{}", program.screen());
    // It takes nobody's time, and is not moved.
    program.keys("n13 møde<enter>");
    assert_eq!(when(&mut program, "møde").len(), 1, "{}", program.screen());
    program.keys("<ctrl-z>1<enter><right>");
    assert!(program.line("Ikke holdt").contains("kom ikke · Forældresamtale"), "{}", program.screen());
    program.keys("<esc>2<ctrl-z>");
    assert_eq!(all(&mut program)[0].not_held, None);
}

#[test]
fn a_reason_is_begun_and_a_dash_takes_it_away() {
    let mut program = on_almas_talk();
    for (typed, why) in [
        ("f", NotHeld::FamilyCancelled),
        ("syg", NotHeld::Illness),
        ("os", NotHeld::HouseCancelled),
        ("andre", NotHeld::OthersCancelled),
    ] {
        program.keys("x").keys(typed).keys("<enter>");
        assert_eq!(all(&mut program)[0].not_held, Some(why), "{}", program.screen());
    }
    program.keys("xvejret<enter>");
    assert!(program.shows("kom ikke, sygdom, os eller andre"), "{}", program.screen());
    program.keys("<ctrl-u>-<enter>");
    assert_eq!(all(&mut program)[0].not_held, None, "{}", program.screen());
    // Nobody fails to come before the day.
    program.keys("<shift-right>xkom<enter>");
    assert_eq!(all(&mut program)[0].not_held, None);
    assert!(program.shows("26. nov"), "{}", program.screen());
}

#[test]
fn a_series_is_booked_in_three_keys_beside_its_text_and_taken_back_in_one() {
    let mut program = Program::usual();
    let (before, text, after) = ("n", "man ons 10 udvikling toft hver uge til 9.12", "<enter>");
    assert!(presses(before) + presses(after) <= 3);
    program.keys("2").keys(before).keys(text);
    assert!(program.shows("5 gange, hver uge man ons til 9. dec"), "{}", program.screen());
    program.keys(after);
    let days = ["2026-11-25", "2026-11-30", "2026-12-02", "2026-12-07", "2026-12-09"];
    let expected = days.map(|day| format!("{day} 10:00-10:30"));
    let booked = when(&mut program, "Udviklingssamtale Ida");
    assert_eq!(
        booked.iter().map(|b| &b[..10]).collect::<Vec<_>>(),
        days,
        "{expected:?}\n{}",
        program.screen()
    );
    assert!(program.shows("5 aftaler gemt"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("5 gange Udviklingssamtale Ida"), "{}", program.screen());
    assert!(when(&mut program, "Udviklingssamtale Ida").is_empty());
}

#[test]
fn a_series_is_typed_as_it_is_said() {
    for (text, days) in [
        ("10 møde hver 4. uge 3 gange", vec!["2026-11-25", "2027-01-04", "2027-01-20"]),
        ("tor 10 møde hver anden uge 2 gange", vec!["2026-11-26", "2026-12-10"]),
        ("hver fredag 10 møde til 11. december", vec!["2026-11-27", "2026-12-04", "2026-12-11"]),
        ("fra 1.12 10 møde hver tirs og tors 3 gange", vec!["2026-12-01", "2026-12-03", "2026-12-08"]),
        ("1.12 10 møde hver 2. uge indtil 18.12", vec!["2026-12-01", "2026-12-15"]),
    ] {
        let mut program = Program::usual();
        program.keys("2<right>").keys("nx<ctrl-u>");
        program.keys("<esc>2<left>n<ctrl-u>").keys(text).keys("<enter>");
        if !program.shows("aftaler gemt") {
            program.keys("<ctrl-o>");
        }
        let found: Vec<String> = when(&mut program, "møde").iter().map(|at| at[..10].to_owned()).collect();
        assert_eq!(found, days, "{text}\n{}", program.screen());
    }
}

#[test]
fn what_is_wrong_with_a_series_stands_beside_the_line() {
    for (text, why) in [
        ("10 møde hver måned", "hver hvad?"),
        ("10 møde hver uge 3 gange til 18.12", "enten en sidste dag eller et antal"),
        ("lør 10 møde hver uge", "skoledage"),
        ("10 møde hver uge 80 gange", "1 til 60"),
        ("28.12 10 møde hver uge til 31.12", "ingen skoledag"),
    ] {
        let mut program = Program::usual();
        program.keys("2n<ctrl-u>").keys(text).keys("<enter>");
        assert!(program.shows(why), "{text}\n{}", program.screen());
        assert!(when(&mut program, "møde").is_empty());
    }
}

#[test]
fn what_moves_or_is_skipped_is_shown_before_a_series_is_saved() {
    let mut program = Program::usual();
    program.keys("2n<ctrl-u>16.12 10 møde hver uge 4 gange");
    assert!(program.shows("1 flyttes, 1 springes over"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("23. dec → 22. dec (juleferie)"), "{}", program.screen());
    assert!(program.shows("30. dec springes over"), "{}", program.screen());
    assert!(when(&mut program, "møde").is_empty());
    program.keys("<esc><enter><ctrl-o>");
    assert_eq!(when(&mut program, "møde").len(), 4, "{}", program.screen());
}

/// A weekly meeting of five times from Thursday 26 November, with the cursor on the second.
fn on_the_second_of_five() -> Program {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("2n<ctrl-u>tor 10 møde hver uge 5 gange<enter>");
    if !program.shows("aftaler gemt") {
        program.keys("<ctrl-o>");
    }
    program.keys("g3.12<enter>");
    assert_eq!(program.model.calendar.selected_appointment().map(|a| a.date), Some(date(2026, 12, 3)));
    program
}

#[test]
fn one_of_a_series_or_those_from_a_date_on_or_all_are_changed_and_undone_at_once() {
    let before = when(&mut on_the_second_of_five(), "møde");
    let late = |at: &String| at.replace("10:00-11:00", "10:15-11:15");
    for (reach, first, last) in [("", 1, 2), ("r", 1, 5), ("rr", 0, 5), ("rrr", 1, 2)] {
        let mut program = on_the_second_of_five();
        program.keys(reach).keys("<shift-down>");
        let mut expected = before.clone();
        expected[first..last].iter_mut().for_each(|at| *at = late(at));
        assert_eq!(when(&mut program, "møde"), expected, "{reach}\n{}", program.screen());
        program.keys("<ctrl-z>");
        assert_eq!(when(&mut program, "møde"), before, "{reach}\n{}", program.screen());
        program.keys("<del>");
        assert_eq!(when(&mut program, "møde").len(), before.len() - (last - first), "{reach}");
        program.keys("<ctrl-z>");
        assert_eq!(when(&mut program, "møde"), before, "{reach}\n{}", program.screen());
    }
}

#[test]
fn the_reach_is_said_and_holds_for_its_appointment_alone() {
    let mut program = on_the_second_of_five();
    program.keys("r");
    assert!(
        program.shows("gælder fra tor 3. dec og frem. Serien: hver uge tor 5 gange"),
        "{}",
        program.screen()
    );
    program.keys("g10.12<enter><shift-down>");
    assert!(program.shows("Kun denne; r vælger flere"), "{}", program.screen());
}
