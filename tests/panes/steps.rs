//! The steps of a case, taken from its sheet: keys in, records out.

use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Priority, Standing, Stay, TalkKind};
use trivsel_domain::rules::steps::{StepOrder, StepTo};
use trivsel_domain::value::{AppointmentId, Coded, Line, SeatNorm, SeatedStage, StaffId, Stage};
use trivsel_store::{Asker, House};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

const NEXT: usize = 2;

/// From the caseload to the next step on the first child's sheet.
fn next_step() -> Program {
    on_next_step(house::of(&house::SIXTEEN))
}

fn on_next_step(house: House) -> Program {
    let mut program = Start::default().on(house);
    program.keys("<enter>").keys(&"<right>".repeat(NEXT));
    program
}

#[test]
fn a_step_with_missing_requirements_needs_a_waiver() {
    let mut program = next_step();
    program.keys("n");
    assert_snapshot!("a_step_at_80", program.screen());
    program.keys("<ctrl-s>");
    assert_snapshot!("a_step_refused", program.screen());
    assert!(!program.shows("Flyt sagen?"));
    // Each open requirement says what is missing and where to enter it.
    program.keys("uds<ctrl-s>");
    assert!(program.shows("Åbn »Behandlingsplan«"), "{}", program.screen());
    // Both are completed from their first letters; the reason is missing.
    program.keys(",beh<ctrl-s>");
    assert!(program.shows("skal have en begrundelse"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Course);
    program.keys("Familien flytter til foråret<ctrl-s>");
    let question = "Flyt sagen? Alma Holm til Udslusning, onsdag 25. november 2026";
    assert!(program.shows(question), "{}", program.screen());
    program.keys("<ctrl-o>");
    let case = program.dossier(ALMA).case;
    assert_eq!(case.stage(), Stage::PhaseOut, "{}", program.screen());
    let step = case.moves.last().unwrap();
    assert_eq!(
        step.waived.iter().map(|r| r.code()).collect::<Vec<_>>(),
        ["phase_out_plan", "treatment_plan"]
    );
    assert_eq!(step.reason.as_ref().unwrap().as_str(), "Familien flytter til foråret");
}

#[test]
fn a_step_back_needs_a_reason() {
    let mut program = next_step();
    program.keys("vn");
    assert!(program.shows("Et trin tilbage skal have en begrundelse"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(!program.shows("Flyt sagen?"), "{}", program.screen());
    program.keys("Mere ro<ctrl-s><ctrl-o>");
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::StartUp, "{}", program.screen());
}

#[test]
fn a_course_is_closed_early_with_an_outcome_and_a_reason() {
    let mut program = next_step();
    program.keys("vvn");
    assert_snapshot!("closing_early_at_80", program.screen());
    program.keys("<enter>fly<enter>Odense<enter>Familien er flyttet<ctrl-s><ctrl-o>");
    let case = program.dossier(ALMA).case;
    let Standing::Closed { closing, .. } = &case.standing else {
        panic!("{}", program.screen());
    };
    assert_eq!((closing.outcome.code(), closing.on), ("moved", date(2026, 11, 25)));
    assert_eq!(closing.place.as_ref().unwrap().as_str(), "Odense");
}

#[test]
fn a_late_request_for_the_last_seat_is_told_who_took_it() {
    let mut founding = house::founding();
    founding.programmes[0].seats = SeatNorm::limited(1).unwrap();
    let mut records = house::records(&house::SIXTEEN[..2]);
    records.programmes = founding.programmes.clone();
    for case in &mut records.cases {
        case.standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
    }
    let mut made = House::in_memory(trivsel_defaults::programmes().unwrap(), &founding, morning()).unwrap();
    let asker = Asker::new(StaffId::from_u128(1), morning());
    made.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    let cases = made.cases().unwrap();
    let lise = made.staff().unwrap().remove(1);
    let mut program = Start::default().on_as(made, lise);
    // The waiting children are behind a filter of the list.
    program.keys("v<enter><right><right>n");
    assert!(program.shows("Trin · Visiteret · Alma Holm"), "{}", program.screen());
    let order = StepOrder {
        case: cases[1].id,
        from: Stage::Waiting,
        to: StepTo::Admitted,
        on: morning().date(),
        waive: vec![],
        reason: None,
    };
    program.performer.house().perform(asker, &Action::Step(Box::new(order))).unwrap();
    program.keys("<ctrl-s><ctrl-o>");
    assert!(program.shows("Maja Krog tog den sidste"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Waiting);
}

#[test]
fn a_free_seat_can_be_given_ahead() {
    let mut records = house::records(&house::SIXTEEN[..2]);
    records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
    let mut made =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &house::founding(), morning()).unwrap();
    let asker = Asker::new(StaffId::from_u128(1), morning());
    made.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    let mut program = Start::default().on(made);
    program.keys("v<enter><right><right>n<ctrl-u>7.12<ctrl-s><ctrl-o>");
    let case = program.dossier(ALMA).case;
    assert_eq!(case.stage(), Stage::Admitted, "{}", program.screen());
    assert_eq!(case.stay().unwrap().from, date(2026, 12, 7));
}

#[test]
fn a_seat_taken_meanwhile_shows_before_the_request() {
    let mut program = on_next_step(house::changed(|records| {
        records.programmes[0].seats = SeatNorm::limited(1).unwrap();
        // The other child has the only seat.
        records.cases[1].standing = records.cases[0].standing.clone();
        records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
    }));
    program.keys("<esc>1v<enter><right><right>n<ctrl-s>");
    assert!(program.shows("alle 1 pladser er optaget"), "{}", program.screen());
    assert!(!program.shows("Flyt sagen?"), "{}", program.screen());
}

#[test]
fn a_course_that_began_today_is_closed_from_tomorrow() {
    let mut program = on_next_step(house::changed(|records| {
        let stay = Stay { from: morning().date(), ..records.cases[0].stay().unwrap() };
        records.cases[0].standing = Standing::Seated { stage: SeatedStage::Admitted, stay };
        records.timetables.retain(|t| t.case != records.cases[0].id);
        records.talks.clear();
        records.teaching.clear();
    }));
    program.keys("vn");
    assert!(program.line("Dato").contains("torsdag 26. november 2026"), "{}", program.screen());
    program.keys("<ctrl-u>i dag");
    assert!(program.shows("en plads holdes mindst én dag"), "{}", program.screen());
    assert_snapshot!("closing_on_the_first_day", program.screen());
    program.keys("<enter>udm<enter><enter>Visiteret ved en fejl<ctrl-s>");
    assert!(!program.shows("Flyt sagen?"), "{}", program.screen());
    program.keys("<ctrl-u>26.11<ctrl-s><ctrl-o>");
    let Standing::Closed { closing, .. } = program.dossier(ALMA).case.standing else {
        panic!("{}", program.screen());
    };
    assert_eq!(closing.on, date(2026, 11, 26));
}

#[test]
fn a_drafted_step_is_refused_after_the_case_moved() {
    let mut program = on_next_step(house::changed(|records| {
        let stay = records.cases[0].stay().unwrap();
        records.cases[0].standing = Standing::Seated { stage: SeatedStage::Admitted, stay };
    }));
    program.keys("n<backtab><tab><tab>Vi venter på mor<esc>");
    let case = program.dossier(ALMA).case;
    let move_on = |program: &mut Program, from: Stage, to: StepTo| {
        let waive = trivsel_domain::value::Requirement::ALL.to_vec();
        let reason = Line::new("Aftalt").ok();
        let order = StepOrder { case: case.id, from, to, on: morning().date(), waive, reason };
        let asker = Asker::new(StaffId::from_u128(2), morning());
        program.performer.house().perform(asker, &Action::Step(Box::new(order))).unwrap();
    };
    move_on(&mut program, Stage::Admitted, StepTo::StartUp);
    move_on(&mut program, Stage::StartUp, StepTo::Course);
    program.send(trivsel_tui::message::Message::ChangedElsewhere);
    program.keys("<esc><ctrl-k><enter>");
    assert!(program.shows("Trin · Opstart"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("sagen er flyttet siden og står nu i Forløb"), "{}", program.screen());
    assert!(!program.shows("Flyt sagen?"));
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Course);
}

#[test]
fn a_past_parent_talk_does_not_count_as_booked() {
    let booked = |day| {
        let mut program = on_next_step(house::changed(|records| {
            let stay = records.cases[0].stay().unwrap();
            records.cases[0].standing = Standing::Seated { stage: SeatedStage::StartUp, stay };
            records.talks.clear();
            records.appointments.push(Appointment {
                id: AppointmentId::from_u128(9),
                date: day,
                hours: None,
                title: Line::new("Forældresamtale").unwrap(),
                kind: Some(TalkKind::Parent),
                case: Some(records.cases[0].id),
                staff: vec![],
                event: None,
                not_held: None,
                series: None,
            });
        }));
        program.line("Første forældresamtale")
    };
    let past = booked(date(2026, 8, 17));
    assert!(past.contains("aftalen 17. aug 2026 ligger før trinnets dato"), "{past}");
    assert!(booked(date(2026, 11, 25)).contains("aftalt 25. nov 2026"));
}

#[test]
fn a_booking_made_from_the_requirement_is_seen_at_once() {
    let mut program = on_next_step(house::changed(|records| {
        let stay = records.cases[0].stay().unwrap();
        records.cases[0].standing = Standing::Seated { stage: SeatedStage::StartUp, stay };
        records.talks.clear();
        records.appointments.clear();
    }));
    let row = program.screen().lines().position(|l| l.contains("Første forældresamtale")).unwrap() - 4;
    program.keys(&"<down>".repeat(row)).keys("<enter>i dag<enter>13<ctrl-s>");
    assert!(
        program.shows("Aftale gemt: Forældresamtale Alma, ons 25. nov 13–13.50."),
        "{}",
        program.screen()
    );
    let line = program.line("Første forældresamtale");
    assert!(line.contains("√") && line.contains("aftalt 25. nov 2026"), "{line}");
}

#[test]
fn a_child_on_the_waiting_list_of_a_full_house_is_not_sent_to_the_waiting_list() {
    let mut program = on_next_step(house::changed(|records| {
        records.programmes[0].seats = SeatNorm::limited(1).unwrap();
        records.cases[1].standing = records.cases[0].standing.clone();
        records.cases[0].standing = Standing::Waiting { priority: Priority::Urgent, last_contact: None };
    }));
    program.keys("<esc>1v<enter><right><right>n<ctrl-s>");
    let screen = program.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("alle 1 pladser er optaget"), "{screen}");
    assert!(screen.contains("vent på en plads") && !screen.contains("sæt barnet på venteliste"), "{screen}");
}

#[test]
fn the_outcome_of_a_closing_is_chosen_by_the_user() {
    let mut program = next_step();
    program.keys("vvn<tab><tab><tab>Familien er flyttet<ctrl-s>");
    assert!(!program.shows("Flyt sagen?"), "{}", program.screen());
    assert!(program.shows("ret Udfald (mangler"), "{}", program.screen());
    assert_eq!(program.dossier(ALMA).case.stage(), Stage::Course);
}

#[test]
fn the_programme_with_levels_asks_in_its_own_words() {
    let mut program = Start::sized(80, 30).on({
        let mut records = house::records(&house::SIXTEEN[..1]);
        let code = trivsel_domain::value::ProgrammeCode::new("trivsel").unwrap();
        records
            .programmes
            .push(trivsel_domain::record::HouseProgramme { code: code.clone(), seats: SeatNorm::Unlimited });
        records.cases[0].programme = code;
        records.cases[0].standing = Standing::Referral;
        records.timetables.clear();
        records.teaching.clear();
        house::with(records)
    });
    program.keys("1v<enter>");
    assert!(program.shows("Henvist") && !program.shows("Indstillet"), "{}", program.screen());
    program.keys("<right><right>");
    let screen = program.screen();
    for own in ["Aftale om forløbet", "Barnets skole", "Forældre på henvisningen", "Dialog med henviser"] {
        assert!(screen.contains(own), "{own}: {screen}");
    }
    for foreign in ["Udvalgets", "Afgivende", "Ledig plads", "indstilling"] {
        assert!(!screen.contains(foreign), "{foreign}: {screen}");
    }
    program.keys("<enter>");
    assert!(program.shows("Aftale om forløbet") && !program.shows("Udvalgets"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(!program.shows("Udvalgets") && !program.shows("Ledig plads"), "{}", program.screen());
}
