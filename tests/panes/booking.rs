//! Appointments booked in the calendar: one line in, the appointment out.

use trivsel_domain::record::{Appointment, TalkKind};
use trivsel_domain::value::{StaffId, TimeOfDay};

use crate::harness::keys::presses;
use crate::harness::{Program, Start, date, house, morning};

const MK: StaffId = StaffId::from_u128(1);
const LB: StaffId = StaffId::from_u128(2);

/// The appointments that the house did not begin with, by day and time.
fn booked(program: &mut Program) -> Vec<Appointment> {
    let all = program.performer.house().appointments(date(2026, 1, 1), date(2027, 12, 31)).unwrap();
    all.into_iter().filter(|a| a.id.as_u128() != 1).collect()
}

/// The hours of an appointment as they are stored.
fn hours(appointment: &Appointment) -> Option<String> {
    appointment.hours.map(|h| format!("{}-{}", h.from(), h.to()))
}

#[test]
fn a_talk_is_booked_in_two_keys_beside_its_text() {
    let mut program = Program::usual();
    let (before, text, after) = ("n", "fre 13 forældre toft 50m", "<enter>");
    assert!(presses(before) + presses(after) <= 3);
    program.keys("2").keys(before).keys(text);
    let echo = "fre 27. nov 13–13.50 · Forældresamtale · Ida Marie Toft · MK";
    assert!(program.shows(echo), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
    program.keys(after);
    assert!(program.shows("Aftale gemt: Forældresamtale Ida"), "{}", program.screen());
    let all = booked(&mut program);
    let [talk] = &all[..] else { panic!("{all:?}") };
    assert_eq!((talk.date, hours(talk).as_deref()), (date(2026, 11, 27), Some("13:00-13:50")));
    assert_eq!((talk.kind, talk.staff.as_slice()), (Some(TalkKind::Parent), &[MK][..]));
    assert_eq!(talk.title.as_str(), "Forældresamtale Ida");
    program.keys("<ctrl-z>");
    assert!(booked(&mut program).is_empty(), "{}", program.screen());
}

#[test]
fn every_part_may_stand_anywhere_and_have_several_words() {
    for (text, day, at, staff, title) in [
        ("27.11 9-10.15 lb udvikling Alma Holm", (11, 27), "09:00-10:15", vec![LB], "Udviklingssamtale Alma"),
        ("alma trivselssamtale kl. 9.30 i morgen", (11, 26), "09:30-10:20", vec![MK], "Trivselssamtale Alma"),
        (
            "25. nov 14 forældre med søren og lb, mk",
            (11, 25),
            "14:00-14:50",
            vec![LB, MK],
            "Forældresamtale Søren",
        ),
        ("uge 49 1330 teammøde", (11, 30), "13:30-14:30", vec![MK], "teammøde"),
        ("+2u 10 1 time 30 møde hos PPR med lise", (12, 9), "10:00-11:30", vec![LB], "møde hos PPR"),
        ("fre 8 \"Status på lokaler\" 15 min", (11, 27), "08:00-08:15", vec![MK], "Status på lokaler"),
        ("8-8.45 alma", (11, 25), "08:00-08:45", vec![MK], "Alma"),
        ("fre 23.30 nattevagt", (11, 27), "23:30-23:59", vec![MK], "nattevagt"),
    ] {
        let mut program = Program::usual();
        program.keys("2n").keys(text).keys("<enter>");
        let all = booked(&mut program);
        let [one] = &all[..] else { panic!("{text}: {all:?}\n{}", program.screen()) };
        assert_eq!(one.date, date(2026, day.0, day.1), "{text}");
        assert_eq!(hours(one).as_deref(), Some(at), "{text}");
        assert_eq!((&one.staff, one.title.as_str()), (&staff, title), "{text}");
    }
}

#[test]
fn a_line_without_a_time_takes_the_selected_day() {
    let mut program = Program::usual();
    program.keys("2<right>nstudiedag");
    assert!(program.shows("tor 26. nov hele dagen · studiedag · MK"), "{}", program.screen());
    program.keys("<enter>");
    let all = booked(&mut program);
    assert_eq!((all[0].date, all[0].hours), (date(2026, 11, 26), None));
}

#[test]
fn what_is_wrong_stands_beside_the_line_and_nothing_is_lost() {
    for (text, why) in [
        ("13", "hvad er aftalen?"),
        ("fre 13 forældre", "Forældresamtale: hvilket barn?"),
        ("fre 13 forældre tofft", "tofft: hverken barn, medarbejder eller tid"),
        ("fre 13 forældre a", "a: hverken barn"),
        ("fre 50m forældre toft", "hvornår begynder den?"),
        ("fre 13-14 toft 50m", "enten fra–til eller en længde"),
        ("fre 13 toft alma", "ét barn ad gangen"),
        ("fre 13 toft forældre udvikling", "én slags samtale"),
        ("fre 25 toft", "25"),
    ] {
        let mut program = Program::usual();
        program.keys("2n").keys(text).keys("<enter>");
        assert!(program.shows(why), "{text}\n{}", program.screen());
        assert!(booked(&mut program).is_empty() && program.shows(text), "{text}\n{}", program.screen());
    }
}

#[test]
fn tab_writes_out_the_name_and_then_the_next() {
    let mut program = Program::usual();
    program.keys("2nfre 13 forældre al");
    assert!(program.shows("Alma Holm"), "{}", program.screen());
    program.keys("<tab>");
    assert!(program.shows("fre 13 forældre Alma Holm"), "{}", program.screen());
    program.keys("<ctrl-u>fre 13 familie");
    assert!(program.shows("Familievejledning eller Familiebehandling?"), "{}", program.screen());
    program.keys("<tab>");
    assert!(program.shows("fre 13 Familievejledning"), "{}", program.screen());
    program.keys("<tab>");
    assert!(program.shows("fre 13 Familiebehandling"), "{}", program.screen());
    program.keys("<ctrl-u>fre 13 møde lise<tab>");
    assert!(program.shows("fre 13 møde LB"), "{}", program.screen());
    program.keys("<ctrl-u>fre 13 qqq<tab>");
    assert!(program.shows("Intet navn begynder sådan"), "{}", program.screen());
}

#[test]
fn the_week_behind_the_line_follows_what_is_typed_and_comes_back() {
    let mut program = Program::usual();
    program.keys("2n23.12 9 alma");
    assert!(program.shows("uge 52") && program.shows("▲ Juleferie"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("uge 48  man 23. nov"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
}

#[test]
fn a_double_booking_of_staff_or_child_is_shown_and_asked_about() {
    // Alma and Maja Krog have a talk at 13.
    for (text, who) in [("13.30 forældre toft", "MK"), ("13.30 udvikling alma lb", "Alma")] {
        let mut program = Program::usual();
        program.keys("2n").keys(text);
        assert!(program.shows(&format!("▲ optaget: {who}")), "{}", program.screen());
        program.keys("<enter>");
        let asked = format!("Dobbelt booket: {who}: Forældresamtale · Alma 13–13.50");
        assert!(program.shows(&asked), "{}", program.screen());
        assert!(booked(&mut program).is_empty());
        program.keys("<esc>");
        assert!(program.shows(text), "{}", program.screen());
        program.keys("<enter><ctrl-o>");
        assert_eq!(booked(&mut program).len(), 1, "{}", program.screen());
        assert!(!program.shows("Ny aftale:"), "{}", program.screen());
    }
    // Right after it, or of others, is no double booking.
    for text in ["13.50 forældre toft", "13.30 forældre toft lb", "man 13 forældre alma"] {
        let mut program = Program::usual();
        program.keys("2n").keys(text).keys("<enter>");
        assert_eq!(booked(&mut program).len(), 1, "{text}\n{}", program.screen());
    }
}

#[test]
fn of_many_double_bookings_two_are_named_and_the_answer_stays_on_the_screen() {
    let mut program = Program::usual();
    program.keys("2n13 gennemgang af alle børnenes planer før jul<enter><ctrl-o>n13.10 møde<enter><ctrl-o>");
    assert_eq!(booked(&mut program).len(), 2, "{}", program.screen());
    program.keys("n13.20 forældre toft<enter>");
    assert!(program.shows("MK: Forældresamtale · Alma"), "{}", program.screen());
    assert!(program.shows("; +1. Ctrl+O") && program.shows("Esc retter"), "{}", program.screen());
    assert!(program.shows("Ctrl+O ja"), "{}", program.screen());
}

#[test]
fn nothing_is_booked_where_the_house_is_only_read() {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.model.writable = false;
    program.keys("2n");
    assert!(!program.shows("Ny aftale:"), "{}", program.screen());
    assert_eq!(program.model.today(), morning().date());
}

#[test]
fn children_of_one_name_are_told_apart_by_their_class() {
    let namesakes = |grade| house::of(&[house::kid("Ida Toft", 6), house::kid("Ida Toft", grade)]);
    let mut program = Start::default().on(namesakes(7));
    program.keys("2nfre 13 forældre ida toft<enter>");
    assert!(program.shows("Ida Toft 6.b eller Ida Toft 7.b?"), "{}", program.screen());
    program.keys(" 7.b<enter>");
    let all = booked(&mut program);
    assert_eq!(all.len(), 1, "{}", program.screen());
    let second = program.performer.house().cases().unwrap()[1].id;
    assert_eq!(all[0].case, Some(second));
    // Where nothing tells them apart the line says where else to book.
    let mut program = Start::default().on(namesakes(6));
    program.keys("2nfre 13 forældre ida toft<enter>");
    assert!(program.shows("Aftal det fra barnets ark"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
}

#[test]
fn an_appointment_is_stored_to_the_minute() {
    let mut program = Program::usual();
    program.keys("2nfre 9.05 alma 25m<enter>");
    let hours = booked(&mut program)[0].hours.unwrap();
    assert_eq!((hours.from(), hours.minutes()), (TimeOfDay::new(9, 5).unwrap(), 25));
}
