//! The register of one day.

use insta::assert_snapshot;

use crate::harness::{Program, Start, date, house};

#[test]
fn sixteen_children_on_the_smallest_usual_screen() {
    assert_snapshot!(Program::usual().keys("5").screen());
}

#[test]
fn a_mark_goes_on_to_the_next_blank_row() {
    let mut program = Program::usual();
    program.keys("5t");
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 25)).as_deref(), Some("present/·"));
    assert!(program.turned_over()[0].contains("Asger Lund"));
    program.keys("<up>s");
    // After a correction on Alma's row, the next blank row is Asger's again.
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 25)).as_deref(), Some("sick/·"));
    assert!(program.turned_over()[0].contains("Asger Lund"));
}

#[test]
fn the_rest_as_planned_leaves_marks_alone_and_is_one_undo_step() {
    let mut program = Program::usual();
    program.keys("5Csr");
    assert!(program.shows("14 børn udfyldt"), "{}", program.screen());
    assert!(program.shows("0 mangler"));
    program.keys("<ctrl-z>");
    assert!(program.shows("14 mangler"), "{}", program.screen());
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("sick/·"));
    program.keys("<ctrl-y>");
    assert!(program.shows("0 mangler"));
}

#[test]
fn unlawful_absence_is_unexplained_until_a_remark_says_why() {
    let mut program = Program::usual();
    program.keys("5Cu");
    assert!(program.line("C Aya Hassan").contains("U uforklaret: ring"), "{}", program.screen());
    program.keys("C+ventede på bussen<enter>");
    assert!(program.line("C Aya Hassan").contains("U ulovligt"), "{}", program.screen());
    // Yesterday's is unlawful without a question.
    program.keys("<lt>Du");
    assert!(program.line("D Bertram").contains("U ulovligt"), "{}", program.screen());
}

#[test]
fn more_rows_than_the_screen_scroll() {
    let mut program = Start::default().on(house::of(&house::many(29)));
    program.keys("5<end>");
    assert!(program.turned_over()[0].contains("Barn 28"), "{}", program.screen());
    program.keys("Å");
    assert!(program.turned_over()[0].contains("Barn 28"));
    program.keys("<home>");
    assert!(program.turned_over()[0].contains("Barn 00"));
}

#[test]
fn late_is_late_by_now_and_its_time_can_be_corrected() {
    let mut program = Program::usual();
    program.keys("5Cf");
    assert!(program.line("Aya Hassan").contains("F for sent 8.55"));
    // The cursor has moved on, but the time asked for belongs to the last mark.
    program.keys("k");
    assert!(program.shows("Aya Hassan · kom kl. 8.55"), "{}", program.screen());
    program.keys("<ctrl-u>9.10");
    assert!(program.shows("= 9.10"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.line("C Aya Hassan").contains("F for sent 9.10"));
}

#[test]
fn late_on_another_day_asks_for_the_time_and_refuses_invalid_ones() {
    let mut program = Program::usual();
    program.keys("5<lt>Cf");
    assert!(program.shows("Aya Hassan · kom kl."), "{}", program.screen());
    program.keys("25.61<enter>");
    assert!(program.shows("▲"), "{}", program.screen());
    assert!(program.shows("25.61"), "what was typed stays: {}", program.screen());
    program.keys("<ctrl-u>0915<enter>");
    assert!(program.line("C Aya Hassan").contains("F for sent 9.15"), "{}", program.screen());
}

#[test]
fn a_time_outside_the_planned_hours_is_refused_and_the_hours_are_named() {
    let (mut program, monday) = (Program::usual(), date(2026, 11, 23));
    for typed in ["14", "12", "8.30", "7.15"] {
        program.keys("5g23.11<enter>Cf").keys(typed);
        assert!(program.shows("▲ Uden for dagens plan, 8.30–12."), "{typed}: {}", program.screen());
        program.keys("<enter><esc>");
        assert_eq!(program.on_record("Aya Hassan", monday), None, "{typed}");
    }
    for typed in ["8-10", "11-12.30", "13-14"] {
        program.keys("Cd<ctrl-u>").keys(typed);
        assert!(program.shows("▲ Uden for dagens plan, 8.30–12."), "{typed}: {}", program.screen());
        program.keys("<enter><esc>");
        assert_eq!(program.on_record("Aya Hassan", monday), None, "{typed}");
    }
    program.keys("Cf11.59<enter>");
    assert_eq!(program.on_record("Aya Hassan", monday).as_deref(), Some("late/·"));
    program.keys("Ck<ctrl-u>14");
    assert!(program.shows("▲ Uden for dagens plan, 8.30–12."), "{}", program.screen());
}

#[test]
fn without_known_hours_any_time_is_taken() {
    let mut program = Start::default().on(house::changed(|records| records.timetables.clear()));
    program.keys("5g23.11<enter>f14<enter>");
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 23)).as_deref(), Some("late/·"));
}

#[test]
fn partial_runs_from_the_planned_start_until_now_or_as_typed() {
    let mut program = Program::usual();
    program.keys("5Cd");
    assert!(program.line("C Aya Hassan").contains("D delvis 8.30–8.55"), "{}", program.screen());
    program.keys("Ck<ctrl-u>9-10.15<enter>");
    assert!(program.line("C Aya Hassan").contains("D delvis 9–10.15"), "{}", program.screen());
}

#[test]
fn the_second_half_follows_the_first_until_it_is_set_alone() {
    let (mut program, today) = (Program::usual(), date(2026, 11, 25));
    program.keys("5Bt");
    assert_eq!(program.on_record("Asger Lund", today).as_deref(), Some("present/·"));
    program.keys("B<right>s");
    assert_eq!(program.on_record("Asger Lund", today).as_deref(), Some("present/sick"));
    assert!(program.turned_over()[0].contains("Asger Lund"), "the cursor stays");
    // A mark that repeats the first half is not stored.
    program.keys("<right>t");
    assert_eq!(program.on_record("Asger Lund", today).as_deref(), Some("present/·"));
}

#[test]
fn a_grade_with_one_mark_a_day_has_no_second_half() {
    let mut program = Program::usual();
    program.keys("5A<right>");
    assert!(program.shows("Til og med 6. klasse registreres én gang om dagen"), "{}", program.screen());
}

#[test]
fn a_remark_is_kept_when_the_field_is_closed_and_saved_when_accepted() {
    let mut program = Program::usual();
    program.keys("5A+gik i stå ved cykelskuret<esc>");
    assert!(program.shows("Teksten er gemt til næste gang"));
    program.keys("+");
    assert!(program.shows("gik i stå ved cykelskuret"), "{}", program.screen());
    program.keys("<enter>t");
    assert!(program.line("A Alma Holm").contains('+'));
    program.keys("A<enter>");
    assert!(program.shows("+ gik i stå ved cykelskuret"), "{}", program.screen());
}

#[test]
fn a_mood_is_one_to_five() {
    let mut program = Program::usual();
    program.keys("5Ao7<enter>");
    assert!(program.shows("▲ 1 til 5"), "{}", program.screen());
    program.keys("<backspace>4<enter>");
    assert!(program.shows("Alma Holm: ikke registreret, humør 4."), "{}", program.screen());
}

#[test]
fn a_sick_call_ahead_fills_the_days_and_is_never_filled_over() {
    let mut program = Program::usual();
    program.keys("5Ca");
    assert!(program.shows("Aya Hassan · meld fravær, flere dage"), "{}", program.screen());
    program.keys("<ctrl-u>l 25.11-27.11<enter>");
    assert!(program.shows("Aya Hassan: fravær forhåndsmeldt på 3 dage"), "{}", program.screen());
    assert!(program.line("C Aya Hassan").contains("L fri bevilget 8.55"), "{}", program.screen());
    program.keys("r");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("·/·"));
    assert!(program.shows("1 forudfyldt · 0 mangler"), "{}", program.screen());
    // The first undo reverses the fill, the next one the whole span.
    program.keys("<ctrl-z><ctrl-z>");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 27)), None);
}

#[test]
fn sick_on_a_coming_day_is_entered_ahead_and_other_marks_are_refused() {
    let mut program = Program::usual();
    program.keys("5<gt>Cs");
    assert!(program.line("C Aya Hassan").contains("S meldt syg 25. nov"), "{}", program.screen());
    program.keys("Dt");
    assert_eq!(program.on_record("Bertram Juhl", date(2026, 11, 26)), None);
    assert!(program.shows("▲"), "{}", program.screen());
    program.keys("r");
    assert!(program.shows("Kommende dage kan ikke fyldes ud"), "{}", program.screen());
}

#[test]
fn minus_clears_the_mark_and_then_the_absence_entered_ahead() {
    let (mut program, today) = (Program::usual(), date(2026, 11, 25));
    program.keys("5Ca<ctrl-u>s 25.11<enter>Ct");
    assert_eq!(program.on_record("Aya Hassan", today).as_deref(), Some("present/·"));
    program.keys("C-");
    assert!(program.line("C Aya Hassan").contains("S meldt syg"));
    program.keys("C-");
    assert_eq!(program.on_record("Aya Hassan", today), None);
}

#[test]
fn correcting_yesterday_shows_who_changed_what_in_the_history() {
    let mut program = Program::usual();
    program.keys("5<lt>CtCu<enter>");
    // After each mark the cursor moves on to the next blank row.
    program.keys("<esc>C<enter>");
    let screen = program.screen();
    assert!(screen.contains("MK  · → T til stede"), "{screen}");
    assert!(screen.contains("MK  T til stede → U ulovligt"), "{screen}");
}

#[test]
fn the_history_of_a_late_child_names_the_time_of_arrival() {
    let mut program = Program::usual();
    program.keys("5<lt>Cf8.50<enter>Cf9.10<enter>C<enter>");
    assert!(program.shows("F for sent 8.50 → F for sent 9.10"), "{}", program.screen());
}

#[test]
fn typing_a_date_goes_to_it() {
    let mut program = Program::usual();
    program.keys("5gman");
    assert!(program.shows("= mandag 23. november 2026 · uge 48"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("man 23. nov"), "{}", program.screen());
    program.keys("g31.2<enter>");
    assert!(program.shows("▲ 31.2 findes ikke"), "{}", program.screen());
    program.keys("<esc>i");
    assert!(program.shows("Fremmøde · i dag"));
}

#[test]
fn a_day_without_school_says_why_and_takes_no_mark() {
    let mut program = Program::usual();
    program.keys("5g21.11<enter>t");
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 21)), None);
    let screen = program.screen();
    assert!(screen.contains("Ingen skoledag"), "{screen}");
    program.keys("<lt>");
    assert!(program.shows("fre 20. nov"));
}

#[test]
fn a_letter_without_a_row_and_a_paste_into_the_register_change_nothing() {
    use trivsel_tui::message::Message;
    let mut program = Program::usual();
    program.keys("5Z");
    assert!(program.shows("Ingen linje har det bogstav"));
    program.send(Message::Paste("ttttssss".into()));
    assert!(program.shows("Indsat tekst bruges kun i felter"));
    assert!(program.shows("15 mangler"), "{}", program.screen());
}

#[test]
fn the_error_of_a_long_text_is_below_the_field() {
    let mut program = Program::usual();
    program.keys("5Ca<ctrl-u>s 24.12 - 3.1 og lidt mere");
    let screen = program.screen();
    let at = screen.lines().position(|l| l.contains("s 24.12 - 3.1 og lidt mere")).unwrap();
    assert!(screen.lines().nth(at + 1).unwrap().starts_with(" ▲ "), "{screen}");
}
