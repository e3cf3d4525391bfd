//! I dag: the list that the program opens on, and what Enter does on each of its rows.

mod booked;
mod doing;

use trivsel_domain::record::{Appointment, Day, Doer, FollowUp, Records, TalkKind};
use trivsel_domain::value::{
    AppointmentId, CaseId, FollowUpId, Hours, Line, Mark, StaffId, TalkId, TimeOfDay,
};
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::house::{ALMA, changed, many, of};
use crate::harness::keys::presses;
use crate::harness::{Program, Start, date};

const ASGER: CaseId = CaseId::from_u128(101);
const LISE: StaffId = StaffId::from_u128(2);

/// The program as it opens, on two children after a change.
fn opened(change: impl FnOnce(&mut Records)) -> Program {
    Start { on_today: true, ..Start::default() }.on(changed(change))
}

/// Goes to the first row with a text.
fn on_row(program: &mut Program, text: &str) {
    program.keys("<home>");
    for _ in 0..60 {
        if program.turned_over().first().is_some_and(|line| line.contains(text)) {
            return;
        }
        program.keys("<down>");
    }
    panic!("no row with {text:?}:\n{}", program.screen());
}

fn day(case: CaseId, number: u32, mark: Mark) -> Day {
    Day { first: Some(mark), ..Day::blank(case, date(2026, 11, number)) }
}

fn booked(kind: Option<TalkKind>) -> Appointment {
    let time = |h, m| TimeOfDay::new(h, m).unwrap();
    Appointment {
        id: AppointmentId::from_u128(2),
        date: date(2026, 11, 25),
        hours: Some(Hours::new(time(7, 45), time(8, 30)).unwrap()),
        title: Line::new("Netværksmøde").unwrap(),
        kind,
        case: Some(ASGER),
        staff: vec![StaffId::from_u128(1)],
        event: None,
        not_held: None,
        series: None,
    }
}

fn agreed(who: StaffId) -> FollowUp {
    FollowUp {
        id: FollowUpId::from_u128(1),
        talk: TalkId::from_u128(1),
        case: Some(ALMA),
        what: Line::new("Ring til PPR om Alma").unwrap(),
        who: Doer::Staff(who),
        due: date(2026, 11, 24),
        closing: None,
    }
}

#[test]
fn the_program_opens_on_all_that_waits_today() {
    let full = |records: &mut Records| {
        records.days.push(day(ASGER, 25, Mark::Unlawful));
        records.appointments.push(booked(Some(TalkKind::Network)));
        records.follow_ups.push(agreed(StaffId::from_u128(1)));
    };
    insta::assert_snapshot!("today_80", opened(full).screen());
    let wide = Start { on_today: true, ..Start::sized(120, 40) }.on(changed(full));
    insta::assert_snapshot!("today_120", { wide }.screen());
    let english = Start { on_today: true, lang: Lang::En, ..Start::default() }.on(changed(full));
    insta::assert_snapshot!("today_en", { english }.screen());
    let mut plain =
        Start { on_today: true, theme: Theme::colourless(), ..Start::default() }.on(changed(full));
    assert!(!plain.has_colour() && plain.shows("▲"), "{}", plain.screen());
}

#[test]
fn a_due_talk_is_being_written_after_one_key() {
    let mut program = opened(|_| {});
    on_row(&mut program, "Ugens udviklingssamtale");
    let keys = "<enter>";
    assert_eq!(presses(keys), 1);
    program.keys(keys).keys("Vi gik en tur.");
    assert!(program.shows("Udviklingssamtale") && program.shows("Vi gik en tur."), "{}", program.screen());
    assert!(program.shows("│Vi gik en tur."), "the cursor is in the text:\n{}", program.screen());
    // Signed, it is no longer due, and the list is where it was.
    assert!(program.line("│Vi gik").contains("Notat"), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    assert!(program.shows("Underskrevet: Alma Holm") && program.shows("Hvornår"), "{}", program.screen());
    let left = program.line("Ugens udviklingssamtale");
    assert!(left.contains("Asger Lund"), "only the other child's is left:\n{}", program.screen());
}

#[test]
fn a_letter_opens_in_its_form_and_a_call_in_the_register_at_the_child() {
    let mut program = opened(|records| records.days.push(day(ASGER, 25, Mark::Unlawful)));
    on_row(&mut program, "Statusskriv");
    program.keys("<enter>");
    assert!(program.line("Statusskriv").contains("Dokument"), "{}", program.screen());
    program.keys("<esc><esc>");
    assert!(program.shows("Hvornår"), "back on the list:\n{}", program.screen());
    on_row(&mut program, "Ring hjem");
    program.keys("<enter>");
    assert!(program.shows("[5 Fremmøde]"), "{}", program.screen());
    assert!(program.turned_over()[0].contains("Asger Lund"), "{}", program.screen());
    program.keys("0");
    on_row(&mut program, "Fremmødet: 1 barn mangler");
    program.keys("<enter>t");
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 25)).as_deref(), Some("present/·"));
    program.keys("0");
    assert!(!program.shows("mangler"), "{}", program.screen());
}

#[test]
fn a_booked_talk_opens_with_its_kind_and_hours() {
    let mut program = opened(|records| records.appointments.push(booked(Some(TalkKind::Network))));
    on_row(&mut program, "7.45–8.30");
    program.keys("<enter>Alle kom.<ctrl-s>");
    assert!(program.shows("Ctrl+O"), "{}", program.screen());
    program.keys("<ctrl-o>");
    let talks = program.performer.house().records().unwrap().talks;
    let talk = talks.iter().find(|t| t.kind() == TalkKind::Network).unwrap();
    let times = (talk.start.map(|s| s.to_string()), talk.minutes.map(trivsel_domain::value::Minutes::get));
    assert_eq!(times, (Some("07:45".to_owned()), Some(45)));
    assert!(!program.shows("7.45–8.30"), "it is held:\n{}", program.screen());
}

#[test]
fn a_follow_up_ends_and_a_draft_opens_where_it_was_left() {
    let mut program = opened(|records| records.follow_ups.push(agreed(StaffId::from_u128(1))));
    on_row(&mut program, "Ring til PPR");
    program.keys("<enter>PPR kommer tirsdag<enter>");
    let ended = program.performer.house().records().unwrap().follow_ups;
    assert!(ended[0].closing.is_some());
    assert!(!program.line("Hvad").contains("Ring til PPR"));
    program.keys("<ctrl-n>asger<enter><enter><enter>Halvt skrevet<esc>");
    on_row(&mut program, "kladde");
    assert!(program.turned_over()[0].contains("Asger Lund"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Halvt skrevet"), "{}", program.screen());
}

#[test]
fn mine_and_everyones() {
    let mut program = opened(|records| {
        records.follow_ups.push(agreed(LISE));
        records.cases[1].contacts.primary = Some(LISE);
        records.cases[1].contacts.secondary = None;
    });
    assert!(!program.shows("Ring til PPR") && !program.shows("Asger Lund"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("[Alle]") && program.shows("Ring til PPR"), "{}", program.screen());
    assert!(program.shows("Asger Lund"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("[Mine]") && !program.shows("Ring til PPR"), "{}", program.screen());
}

#[test]
fn zero_leads_there_from_anywhere_and_one_to_the_cases() {
    let mut program = Program::usual();
    for from in ["1", "2", "3", "4", "5", "1<enter>"] {
        program.keys(from).keys("0");
        assert!(program.shows("[1 Sager]") && program.shows("[Mine]"), "{from}\n{}", program.screen());
        assert!(program.model.layers.is_empty());
    }
    program.keys("0");
    assert!(program.shows("I dag vises allerede"), "{}", program.screen());
    program.keys("1");
    assert!(program.shows("30 dage") && !program.shows("vises allerede"), "{}", program.screen());
    // The child under the cursor is known to a new talk and to its sheet.
    program.keys("0<end>n");
    assert!(program.shows("Ny samtale · 山田 太郎"), "{}", program.screen());
    program.keys("<esc>s");
    assert!(program.shows("[Overblik]"), "{}", program.screen());
}

#[test]
fn a_day_with_nothing_says_so_and_a_row_without_a_child_says_why() {
    let mut program = opened(|_| {});
    program.keys("<home>");
    on_row(&mut program, "Fremmødet");
    program.keys("s");
    assert!(program.shows("hører ikke til ét barn"), "{}", program.screen());
    program.keys("e");
    assert!(program.shows("Vælg en opfølgning"), "{}", program.screen());
    let mut empty = Start { on_today: true, ..Start::default() }.on(of(&[]));
    assert!(empty.shows("Intet venter i dag. 1 viser sagerne"), "{}", empty.screen());
}

#[test]
fn thirty_cases_are_listed_and_the_last_can_be_reached() {
    let mut program = Start { on_today: true, ..Start::default() }.on(of(&many(30)));
    assert!(program.shows("flere ↓"), "{}", program.screen());
    program.keys("<end>");
    assert!(program.turned_over()[0].contains("Barn"), "{}", program.screen());
}
