//! What Enter does on each kind of row of I dag: it opens the thing, with all that is known filled in.

use trivsel_domain::record::{
    Case, Closing, Consent, DatedLimits, DocumentKind, Doer, FourLines, HouseProgramme, HouseSettings,
    HowAnswered, Instrument, Limits, Matter, Measure, Outcome, Party, PlanDocument, PlanTask, Priority,
    Score, Section, Standing, Stay, Tenths,
};
use trivsel_domain::value::{
    Coded, ConsentId, DocumentId, Interval, Judgement, LongText, MeasureId, ObligationKind, ProgrammeCode,
    Role, SeatNorm, SeatedStage,
};
use trivsel_words::{Words, obligations};

use super::*;

/// Alma Holm's case at a stage since a day.
fn at_stage(records: &mut Records, stage: SeatedStage, from: chrono::NaiveDate) -> &mut Case {
    let case = &mut records.cases[0];
    let mut stay = case.stay().unwrap();
    stay.from = from;
    case.standing = Standing::Seated { stage, stay };
    records.timetables[0].from = from;
    case
}

/// A signed talk of Alma Holm's case.
fn talked(records: &mut Records, kind: TalkKind, on: chrono::NaiveDate) -> TalkId {
    let id = TalkId::from_u128(records.talks.len() as u128 + 1);
    let judgement = (kind == TalkKind::FollowUp).then_some(Judgement::GoesOn);
    let matter = Matter::of_case(ALMA, kind).unwrap();
    let talk = trivsel_domain::record::Talk {
        id,
        matter,
        date: on,
        judgement,
        signed_at: on.and_hms_opt(15, 0, 0).map(Into::into),
        ..records.talks[0].clone()
    };
    records.talks.push(talk);
    id
}

/// The marks of Alma Holm on school days of November.
fn marked(records: &mut Records, days: impl IntoIterator<Item = u32>, mark: Mark) {
    let school = |day: &u32| ![7, 8, 14, 15, 21, 22].contains(day);
    records.days.extend(days.into_iter().filter(school).map(|number| day(ALMA, number, mark)));
}

/// Makes something of a kind due in Alma Holm's case.
fn owing(records: &mut Records, kind: ObligationKind) {
    use ObligationKind as O;
    match kind {
        O::FirstContact | O::EnrolmentTalk => {
            at_stage(records, SeatedStage::Admitted, date(2026, 11, 25));
        }
        O::StartUpTalk => {
            at_stage(records, SeatedStage::StartUp, date(2026, 11, 3));
            talked(records, TalkKind::Enrolment, date(2026, 11, 5));
        }
        O::DevelopmentTalk | O::FollowUpMeeting | O::StatusLetter => {}
        O::ParentTalk => {
            records.talks.clear();
            records.appointments.clear();
        }
        O::WellbeingTalk => {
            let code = ProgrammeCode::new("trivsel").unwrap();
            records.programmes.push(HouseProgramme { code: code.clone(), seats: SeatNorm::Unlimited });
            records.cases[0].programme = code;
            records.cases[0].rhythm.wellbeing_weeks = Some(Interval::new(1).unwrap());
        }
        O::OutcomeMeasure => {
            let talk = talked(records, TalkKind::Development, date(2026, 10, 20));
            let lines = FourLines::new([Tenths(50); 4]).unwrap();
            records.measures.push(Measure {
                id: MeasureId::from_u128(1),
                case: ALMA,
                talk,
                date: date(2026, 10, 20),
                rater: Role::Child,
                score: Score::Fit { instrument: Instrument::Ors, lines },
            });
        }
        O::SickTeaching => {
            marked(records, [4], Mark::Present);
            marked(records, 5..=24, Mark::Sick);
            records.talks.clear();
        }
        O::Warning => marked(records, 16..=23, Mark::Unlawful),
        O::Notification => marked(records, 10..=23, Mark::Unlawful),
        O::AbsenceContact | O::SupportPlan => {
            let from = date(2026, 8, 1);
            let limits = Limits::Days { contact: 10, plan: 15 };
            let lists = trivsel_defaults::shipped_lists().clone();
            records
                .settings
                .push(HouseSettings { absence_limits: vec![DatedLimits { from, limits }], ..lists });
            marked(records, if kind == O::SupportPlan { 3..=23 } else { 9..=23 }, Mark::Sick);
        }
        O::ConsentRenewal => records.consents.push(Consent {
            id: ConsentId::from_u128(1),
            case: ALMA,
            giver: Party::Role(Role::Mother),
            what: Line::new("Fremmøde").unwrap(),
            with_whom: Party::Role(Role::School),
            from: date(2026, 8, 10),
            to: Some(date(2026, 12, 4)),
            withdrawn: None,
            note: None,
        }),
        O::WaitingContact => {
            let last_contact = Some(date(2026, 11, 10));
            records.cases[0].standing = Standing::Waiting { priority: Priority::Normal, last_contact };
            records.cases[0].decided_on = Some(date(2026, 6, 8));
            records.cases[0].expected_end = None;
            records.timetables.remove(0);
            records.talks.clear();
        }
        O::PhaseOutTask => {
            at_stage(records, SeatedStage::PhaseOut, date(2026, 8, 10));
            records.documents.push(plan());
        }
        O::FinalReport => {
            at_stage(records, SeatedStage::PhaseOut, date(2026, 8, 10)).expected_end =
                Some(date(2026, 12, 4));
        }
        O::Aftercare | O::LaterAttendance => {
            let case = &mut records.cases[0];
            let mut on = date(2026, 10, 25);
            if kind == O::LaterAttendance {
                on = date(2026, 5, 22);
                case.referral.on = date(2025, 5, 1);
                case.decided_on = Some(date(2025, 5, 15));
                let stay = case.stay().unwrap();
                let stay = Stay { from: date(2025, 8, 11), ..stay };
                case.standing = Standing::Seated { stage: SeatedStage::PhaseOut, stay };
                records.timetables.retain(|t| t.case != ALMA);
                records.days.retain(|d| d.case != ALMA);
            }
            let case = &mut records.cases[0];
            let closing = Closing { on, outcome: Outcome::ALL[0], place: None };
            case.standing = Standing::Closed { stay: case.stay().unwrap(), closing };
            case.expected_end = None;
            case.rhythm.aftercare = true;
            records.talks.clear();
            records.appointments.clear();
        }
    }
}

/// A signed plan with two tasks, one of them due.
fn plan() -> PlanDocument {
    let step = |what: &str, on| PlanTask {
        what: Line::new(what).unwrap(),
        due: on,
        responsible: Doer::Staff(StaffId::from_u128(1)),
        done: None,
    };
    let mut first = step("Besøg i klassen", date(2026, 11, 10));
    first.done = Some(date(2026, 11, 10));
    let heading = Line::new("Mål").unwrap();
    PlanDocument {
        id: DocumentId::from_u128(1),
        case: ALMA,
        kind: DocumentKind::PhaseOut,
        version: 1,
        sections: vec![Section::new(heading, LongText::new("Tilbage i klassen").ok())],
        tasks: vec![first, step("To dage om ugen", date(2026, 11, 27))],
        figures: Vec::new(),
        chosen: Vec::new(),
        destination: Some(Outcome::ALL[0]),
        receiving: None,
        author: StaffId::from_u128(1),
        written_on: date(2026, 11, 2),
        signed: Some(trivsel_domain::record::Signature {
            by: StaffId::from_u128(1),
            at: date(2026, 11, 2).and_hms_opt(12, 0, 0).unwrap().into(),
        }),
    }
}

/// I dag with something of a kind due, and the cursor on it.
fn on_owed(kind: ObligationKind) -> Program {
    let mut program = opened(|records| owing(records, kind));
    let words = Words::new(Lang::Da);
    // A long name is cut in the row and whole below the list.
    let name: String = obligations::kind(&words, kind).chars().take(20).collect();
    program.keys("<home>");
    for _ in 0..40 {
        let row = program.turned_over().concat();
        if row.contains(&name) && row.contains("Alma Holm") {
            return program;
        }
        program.keys("<down>");
    }
    panic!("no {name:?} on\n{}", program.screen());
}

#[test]
fn enter_opens_the_thing_itself_for_every_kind_that_is_owed() {
    use ObligationKind as O;
    for kind in O::ALL {
        let talk = |kind: TalkKind| ("talk", "text", Some(kind.code()));
        let expected = match kind {
            O::FirstContact | O::SickTeaching | O::WaitingContact | O::Aftercare => talk(TalkKind::Message),
            O::EnrolmentTalk => talk(TalkKind::Enrolment),
            O::StartUpTalk => talk(TalkKind::StartUp),
            O::DevelopmentTalk => talk(TalkKind::Development),
            O::ParentTalk => talk(TalkKind::Parent),
            O::WellbeingTalk => talk(TalkKind::Wellbeing),
            O::FollowUpMeeting => talk(TalkKind::FollowUp),
            O::OutcomeMeasure => ("talk", "scores", Some(TalkKind::Development.code())),
            O::Warning | O::Notification | O::AbsenceContact | O::SupportPlan => {
                ("went-out", "receiver", None)
            }
            O::StatusLetter | O::FinalReport => ("document", "", None),
            O::PhaseOutTask => ("document", "done-on", None),
            O::ConsentRenewal => ("consent", "with-whom", None),
            // It is entered in the week at the own schools.
            O::LaterAttendance => {
                let mut program = on_owed(*kind);
                program.keys("<enter>");
                assert!(program.line("Alma Holm").contains("►"), "{}", program.screen());
                assert!(program.shows("Egen skole · uge 47"), "{}", program.screen());
                continue;
            }
        };
        let mut program = on_owed(*kind);
        program.keys("<enter>");
        let form = program.model.form().unwrap_or_else(|| panic!("{kind:?}: no form"));
        let field = form.focused().unwrap().name;
        let field = if expected.1.is_empty() { "" } else { field };
        assert_eq!((form.kind.code(), field, form.choice("kind")), expected, "{kind:?}");
        assert_eq!(form.case, Some(ALMA), "{kind:?}");
        assert!(program.shows("Alma"), "{}", program.screen());
        // Nothing was typed, so nothing is kept, and the list is one or two keys away.
        program.keys("<esc>");
        if !program.model.layers.is_empty() {
            program.keys("<esc>");
        }
        assert!(program.shows("Hvornår"), "{kind:?}:\n{}", program.screen());
        assert!(!program.shows("kladde"), "{kind:?}:\n{}", program.screen());
    }
}

#[test]
fn a_warning_is_recorded_as_gone_out_in_two_keys_and_the_list_is_back() {
    for (kind, receiver) in [
        (ObligationKind::Warning, "forældrene"),
        (ObligationKind::Notification, "kommunen"),
        (ObligationKind::AbsenceContact, "forældrene"),
        (ObligationKind::SupportPlan, "PPR"),
    ] {
        let mut program = on_owed(kind);
        let row = program.turned_over().concat();
        let keys = "<enter><ctrl-s>";
        assert!(presses(keys) <= 3);
        program.keys(keys);
        let answers = program.dossier(ALMA).answers;
        let answer = answers.first().unwrap_or_else(|| panic!("{}", program.screen()));
        assert_eq!((answer.obligation, answer.on), (kind, date(2026, 11, 25)));
        assert!(matches!(&answer.how, HowAnswered::Sent(to) if to.as_str() == receiver), "{answer:?}");
        assert!(program.model.layers.is_empty() && program.shows("Hvornår"), "{}", program.screen());
        assert!(program.shows("Svar gemt"), "{}", program.screen());
        assert!(!program.screen().contains(row.trim_end()), "{row}\n{}", program.screen());
        program.keys("<ctrl-z>");
        assert!(program.dossier(ALMA).answers.is_empty(), "{}", program.screen());
    }
}

#[test]
fn b_excuses_what_is_due_with_a_reason_and_undo_brings_it_back() {
    let mut program = on_owed(ObligationKind::FollowUpMeeting);
    program.keys("b");
    assert!(program.shows("Udgår · Opfølgningsmøde 10. nov 2026 · Alma Holm"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.dossier(ALMA).answers.is_empty(), "a reason is needed:\n{}", program.screen());
    program.keys("Familien er bortrejst<ctrl-s>");
    let answers = program.dossier(ALMA).answers;
    assert!(
        matches!(&answers[0].how, HowAnswered::Excused(why) if why.as_str() == "Familien er bortrejst"),
        "{answers:?}"
    );
    let gone = |program: &mut Program| {
        let screen = program.screen();
        assert!(screen.contains("Hvornår"), "the list is back:\n{screen}");
        !screen.lines().any(|l| l.contains("Opfølgningsmøde") && l.contains("Alma Holm"))
    };
    assert!(gone(&mut program), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(!gone(&mut program), "{}", program.screen());
    // Typed and left, it is a draft in the list, and goes on from there.
    on_row(&mut program, "Opfølgningsmøde");
    program.keys("bFerie<esc>");
    on_row(&mut program, "kladde");
    program.keys("<enter>");
    assert!(program.shows("Ferie") && program.shows("Udgår"), "{}", program.screen());
}

#[test]
fn a_follow_up_lapses_with_b_and_what_can_not_lapse_says_so() {
    let mut program = opened(|records| records.follow_ups.push(agreed(StaffId::from_u128(1))));
    on_row(&mut program, "Ring til PPR");
    program.keys("bPPR har selv ringet<enter>");
    let ended = program.performer.house().records().unwrap().follow_ups;
    let closing = ended[0].closing.as_ref().unwrap();
    assert_eq!(closing.how, trivsel_domain::record::FollowUpEnd::Dropped);
    assert_eq!(closing.note.as_ref().map(Line::as_str), Some("PPR har selv ringet"));
    on_row(&mut program, "Fremmødet");
    program.keys("b");
    assert!(program.shows("kan udgå"), "{}", program.screen());
    let mut program = on_owed(ObligationKind::FinalReport);
    program.keys("b");
    assert!(program.shows("kan udgå"), "{}", program.screen());
    assert!(program.model.layers.is_empty());
}

#[test]
fn a_step_of_the_plan_is_done_today_in_two_keys() {
    let mut program = on_owed(ObligationKind::PhaseOutTask);
    program.keys("<enter>");
    // It is noted on the signed version, which no other follows.
    assert!(program.shows("Udslusningsplan, trin gjort: To dage om ugen"), "{}", program.screen());
    assert!(!program.shows("ny version"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let tasks = program.dossier(ALMA).documents[0].tasks.clone();
    assert_eq!(tasks[1].done, Some(date(2026, 11, 25)), "{}", program.screen());
    assert_eq!(tasks[0].done, Some(date(2026, 11, 10)));
    assert!(program.shows("Hvornår") && !program.shows("To dage om ugen"), "{}", program.screen());
}

#[test]
fn a_letter_that_is_written_is_signed_from_where_it_leaves_one() {
    let mut program = on_owed(ObligationKind::StatusLetter);
    program.keys("<enter>Det går bedre.").keys(&"<enter>Linje".repeat(30)).keys("<ctrl-s>");
    assert!(program.shows("[Planer]"), "{}", program.screen());
    assert!(program.turned_over().concat().contains("Statusskriv"), "the cursor stands on it");
    program.keys("u");
    assert!(program.shows("Det går bedre."), "it is read from the top: {}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    assert!(program.dossier(ALMA).documents[0].signed.is_some(), "{}", program.screen());
    program.keys("<esc>");
    let screen = program.screen();
    let left = screen.lines().any(|l| l.contains("Statusskriv") && l.contains("Alma Holm"));
    assert!(!left, "it is no longer due:\n{screen}");
}

#[test]
fn three_days_of_absence_are_answered_by_a_call() {
    let mut program = opened(|records| {
        marked(records, 20..=24, Mark::Sick);
        records.talks.clear();
    });
    on_row(&mut program, "Ring hjem");
    assert!(program.line("Ring hjem").contains("uden kontakt"), "{}", program.screen());
    program.keys("<enter>Mor siger, at hun har feber.<ctrl-s><ctrl-o>");
    let talks = program.performer.house().records().unwrap().talks;
    assert!(talks.iter().any(|t| t.kind() == TalkKind::Message), "{}", program.screen());
    assert!(!program.shows("Ring hjem"), "somebody has called:\n{}", program.screen());
}

#[test]
fn a_house_that_is_only_read_opens_the_sheet_and_says_why_nothing_is_written() {
    let mut program = on_owed(ObligationKind::Warning);
    program.model.writable = false;
    program.keys("b");
    assert!(program.model.layers.is_empty() && program.shows("skrives"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.model.form().is_none() && program.shows("[Overblik]"), "{}", program.screen());
}
