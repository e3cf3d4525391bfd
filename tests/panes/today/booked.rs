//! What Enter does on what is booked today: its note begins with all that the appointment says.

use trivsel_domain::value::Coded;

use super::*;

#[test]
fn what_belongs_to_no_child_opens_in_the_calendar_and_a_talk_without_a_kind_asks_for_it() {
    let mut program = opened(|records| {
        records.appointments = vec![Appointment { case: None, ..booked(None) }];
    });
    on_row(&mut program, "Netværksmøde");
    program.keys("<enter>");
    assert!(program.shows("[2 Kalender]") && program.shows("7.45 Netværk"), "{}", program.screen());
    assert!(
        program.line("ons 25. nov 7.45").contains("Netværksmøde"),
        "the cursor is on it:\n{}",
        program.screen()
    );
    // Also where the calendar was left on a month of somebody else.
    program.keys("vklise<enter>0");
    on_row(&mut program, "Netværksmøde");
    program.keys("<enter>");
    assert!(program.line("ons 25. nov 7.45").contains("Netværksmøde"), "{}", program.screen());
    let mut program = opened(|_| {});
    on_row(&mut program, "13–13.50");
    program.keys("<enter>");
    assert!(program.shows("Ny samtale · Alma Holm"), "{}", program.screen());
    assert_eq!(program.model.form().and_then(|f| f.focused()).map(|e| e.name), Some("kind"));
    // Another kind is chosen, and the rest is known.
    program.keys("netv<enter><enter>");
    assert_eq!(program.model.form().and_then(|f| f.choice("kind")), Some(TalkKind::Network.code()));
    let text = |program: &Program, name| program.model.form().map(|f| f.text(name)).unwrap_or_default();
    assert_eq!(text(&program, "start"), "13.00-13.50");
    // The roles follow the kind, and the staff are those of the appointment.
    let with = text(&program, "with");
    assert!(with.starts_with("mor, far, ") && with.ends_with(", MK"), "{with}");
    program.keys("<esc>");
    assert!(program.shows("Hvornår") && !program.shows("kladde"), "nothing was typed:\n{}", program.screen());
}

#[test]
fn a_talk_booked_today_opens_with_the_hours_and_the_people_of_its_appointment() {
    let mut program = opened(|records| {
        let staff = vec![StaffId::from_u128(1), LISE];
        let booked = booked(Some(TalkKind::Development));
        records.appointments = vec![Appointment { case: Some(ALMA), staff, ..booked }];
    });
    on_row(&mut program, "7.45–8.30");
    program.keys("<enter>Begge var med.<ctrl-s><ctrl-o>");
    let talks = program.performer.house().records().unwrap().talks;
    let note = talks.iter().find(|t| t.text.as_str() == "Begge var med.").unwrap();
    let took_part = |who| note.participants.contains(&trivsel_domain::record::Participant::Staff(who));
    assert!(took_part(StaffId::from_u128(1)) && took_part(LISE), "{:?}", note.participants);
    assert_eq!(note.minutes.map(trivsel_domain::value::Minutes::get), Some(45));
    assert!(!program.shows("7.45–8.30"), "it was held:\n{}", program.screen());
}
