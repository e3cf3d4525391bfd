//! The teaching pane: subjects, versions, and the gate to more subjects.

use insta::assert_snapshot;
use trivsel_domain::record::{
    Day, DayPlan, FourLines, Instrument, Measure, Records, Score, Subject, SubjectPlan, TeachingPlan, Tenths,
    Timetable,
};
use trivsel_domain::value::{
    Hours, Line, Mark, MeasureId, Role, TalkId, TeachingPlanId, TimeOfDay, TimetableId,
};
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

fn plans(program: &mut Program) -> Vec<TeachingPlan> {
    program.dossier(ALMA).teaching
}

/// Gives Alma a second version, a register that goes from every other day to every day, and scores that rise or not.
fn growing(records: &mut Records, last: i32) {
    let mut subjects = records.teaching[0].subjects().to_vec();
    subjects[0].lessons = 5;
    subjects.push(SubjectPlan::new(Subject::History, 1));
    let id = TeachingPlanId::from_u128(2);
    records.teaching.push(TeachingPlan::new(id, ALMA, date(2026, 11, 9), None, subjects).unwrap());
    let calendar = trivsel_domain::rules::calendar::Calendar::new(records.closures.clone());
    let all: Vec<_> = calendar.school_days(date(2026, 8, 10), date(2026, 11, 24)).collect();
    records.days.retain(|d| d.case != ALMA);
    for (n, on) in all.iter().rev().take(40).enumerate() {
        let mark = if n < 20 || n % 2 == 0 { Mark::Present } else { Mark::Sick };
        records.days.push(Day { first: Some(mark), ..Day::blank(ALMA, *on) });
    }
    for (n, sum) in (1..).zip([200, 205, 210, 200, 205, last]) {
        records.measures.push(Measure {
            id: MeasureId::from_u128(n),
            case: ALMA,
            talk: TalkId::from_u128(1),
            date: date(2026, 11, u32::try_from(n).unwrap()),
            rater: Role::Child,
            score: Score::Fit {
                instrument: Instrument::Ors,
                lines: FourLines::new([50, 50, 50, sum - 150].map(Tenths)).unwrap(),
            },
        });
    }
}

#[test]
fn a_subject_is_adjusted_in_four_keys_and_the_plan_has_a_new_version() {
    let mut program = Program::usual();
    program.keys("4<enter>5<ctrl-s>");
    let [old, new] = &plans(&mut program)[..] else { panic!("{}", program.screen()) };
    assert_eq!((old.subjects()[0].lessons, old.from()), (3, date(2026, 9, 1)));
    assert_eq!((new.subjects()[0].lessons, new.from()), (5, morning().date()));
    assert!(program.shows("version 2 af 2"), "{}", program.screen());
    // A second change on the same day belongs to the same version.
    program.keys("<down><enter>4<ctrl-s>");
    assert_eq!(plans(&mut program).len(), 2);
    assert_eq!(plans(&mut program)[1].lessons(), 5 + 4 + 3);
    program.keys("<ctrl-z><ctrl-z>");
    assert_eq!(plans(&mut program).len(), 1, "{}", program.screen());
}

#[test]
fn the_versions_are_walked_with_the_arrows() {
    let mut program = Start::default().on(house::changed(|records| growing(records, 210)));
    program.keys("4");
    assert!(program.shows("version 2 af 2") && program.shows("historie"), "{}", program.screen());
    program.keys("<left>");
    assert!(program.shows("version 1 af 2") && !program.shows("historie"), "{}", program.screen());
    program.keys("<left><right>");
    assert!(program.shows("version 2 af 2"));
    let mut program = Program::usual();
    program.keys("4<left>");
    assert!(program.shows("kun én version"), "{}", program.screen());
}

/// Gives Alma timetables from these days on; the week of each is an hour a day longer than that of the one before.
fn timetables(records: &mut Records, from: &[(u32, u32)]) {
    let first = records.timetables.iter().find(|t| t.case == ALMA).unwrap().clone();
    for (n, (month, day)) in (1_u8..).zip(from) {
        let to = TimeOfDay::new(12 + u32::from(n), 0).unwrap();
        let hours = Hours::new(TimeOfDay::new(8, 30).unwrap(), to).unwrap();
        let day_plan = DayPlan::Expected { hours: Some(hours.into()), blocks: Vec::new() };
        records.timetables.push(Timetable {
            id: TimetableId::from_u128(500 + u128::from(n)),
            from: date(2026, *month, *day),
            days: std::array::from_fn(|_| day_plan.clone()),
            ..first.clone()
        });
    }
}

#[test]
fn an_old_version_has_the_last_timetable_of_its_own_time() {
    // The version lasts from 1 September to 8 November.
    for (from, week, since) in [
        (&[][..], "8.30–12 ", "skema fra 10. aug 2026\n"),
        (&[(10, 5)], "8.30–13 ", "skema fra 5. okt 2026, sidste af 2\n"),
        (&[(10, 5), (11, 8)], "8.30–14 ", "skema fra 8. nov 2026, sidste af 3\n"),
        (&[(9, 1), (11, 9)], "8.30–13 ", "skema fra 1. sep 2026\n"),
    ] {
        let mut program = Start::default().on(house::changed(|records| {
            growing(records, 210);
            timetables(records, from);
        }));
        program.keys("4<left>");
        let screen = program.screen();
        assert!(screen.contains(week) && screen.contains(since), "{week} {since}\n{screen}");
        // Beside the newest, which has the timetable of today.
        program.keys("vv");
        let beside = program.screen();
        assert!(beside.contains(since.trim_end()), "{since}\n{beside}");
    }
}

#[test]
fn the_gate_shows_what_it_compared() {
    let mut program = Start::default().on(house::changed(|records| growing(records, 210)));
    program.keys("4");
    assert!(program.shows("Flere fag: lukket"), "{}", program.screen());
    assert!(program.shows("fremmøde 10 af 20 → 20 af 20 dage"), "{}", program.screen());
    assert!(program.shows("ORS (barnet) 20,5 mod 20,5: ikke over"), "{}", program.screen());
    let mut program = Start::default().on(house::changed(|records| growing(records, 220)));
    program.keys("4");
    assert!(program.shows("Flere fag: åbent"), "{}", program.screen());
    let mut program = Program::usual();
    program.keys("4");
    assert!(program.shows("for få målinger, 0 af 6"), "{}", program.screen());
}

#[test]
fn a_subject_more_needs_the_gate_or_a_reason() {
    // The gate is open: the subject and its lessons are enough.
    let mut program = Start::default().on(house::changed(|records| growing(records, 220)));
    program.keys("4ntysk<enter>2<ctrl-s>");
    assert!(plans(&mut program).iter().any(|p| p.subject(Subject::German).is_some()), "{}", program.screen());
    // It is closed: the form says why, and asks for a reason.
    let mut program = Start::default().on(house::changed(|records| growing(records, 210)));
    program.keys("4ntysk<enter>2<ctrl-s>");
    assert!(plans(&mut program).iter().all(|p| p.subject(Subject::German).is_none()));
    let told = program.screen();
    assert!(told.contains("både fremmøde og trivsel"), "{told}");
    program.keys("<esc><enter><enter><enter><enter><enter>Hun beder selv om det<ctrl-s>");
    let plans = plans(&mut program);
    let german = plans.iter().find_map(|p| p.subject(Subject::German));
    let reason = german.and_then(SubjectPlan::opened).map(Line::as_str);
    assert_eq!(reason, Some("Hun beder selv om det"), "{}", program.screen());
}

#[test]
fn a_subject_of_every_plan_is_waived_with_a_reason_and_never_taken_out() {
    let mut program = Program::usual();
    program.keys("4<down><down><del>");
    assert!(program.shows("altid i planen"), "{}", program.screen());
    program.keys("<enter><enter><enter><enter><enter><enter>juniormesterlære<ctrl-s>");
    let plan = plans(&mut program).pop().unwrap();
    let english = plan.subject(Subject::English).unwrap();
    assert_eq!(english.waived().map(Line::as_str), Some("juniormesterlære"), "{}", program.screen());
    assert_eq!(english.lessons, 0);
    assert!(program.shows("fritaget: juniormesterlære"), "{}", program.screen());
}

#[test]
fn another_subject_is_taken_out_and_comes_back() {
    let mut program = Start::default().on(house::changed(|records| growing(records, 210)));
    program.keys("4<end><del>");
    assert!(plans(&mut program).last().unwrap().subject(Subject::History).is_none(), "{}", program.screen());
    assert_eq!(plans(&mut program).len(), 3, "what was taught stays on record");
    program.keys("<ctrl-z>");
    assert!(plans(&mut program).last().unwrap().subject(Subject::History).is_some());
}

#[test]
fn the_first_subject_of_a_child_brings_the_three_with_it() {
    let mut program = Program::usual();
    program.keys("4<gt>");
    assert!(program.shows("n tilføjer det første fag"), "{}", program.screen());
    program.keys("ndansk<enter>4<ctrl-s>");
    assert!(program.shows("matematik") && program.shows("engelsk"), "{}", program.screen());
    assert!(program.shows("version 1 af 1"));
}

#[test]
fn the_plan_and_two_versions_side_by_side() {
    let growing_house = || house::changed(|records| growing(records, 210));
    let mut program = Start::default().on(growing_house());
    assert_snapshot!("plan_at_80", program.keys("4").screen());
    assert_snapshot!("compared_at_80", program.keys("v").screen());
    let mut program = Start { lang: Lang::En, ..Start::sized(120, 40) }.on(growing_house());
    assert_snapshot!("plan_at_120", program.keys("4").screen());
    assert_snapshot!("compared_at_120", program.keys("v").screen());
    let mut program = Start { theme: Theme::colourless(), ..Start::default() }.on(growing_house());
    program.keys("4");
    assert!(!program.has_colour());
    assert!(program.screen().contains("► dansk"));
}

#[test]
fn the_pane_lists_the_children_with_a_seat_whatever_the_caseload_shows() {
    let mut program = Program::usual();
    // Closed cases, of which there are none.
    program.keys("1vv4");
    assert!(program.shows("Alma Holm") && program.shows("1/16"), "{}", program.screen());
    program.keys("5");
    program.keys("4<gt>");
    assert!(program.shows("Asger Lund") && program.shows("2/16"), "{}", program.screen());
}

#[test]
fn any_two_versions_are_compared_and_the_whole_texts_are_shown_where_they_have_room() {
    let three = || {
        house::changed(|records| {
            growing(records, 210);
            let mut subjects = records.teaching[0].subjects().to_vec();
            subjects[0].materials = Line::new("Selvvalgt roman, læselog og en lydbog til turen hjem").ok();
            let id = TeachingPlanId::from_u128(3);
            records.teaching.push(TeachingPlan::new(id, ALMA, date(2026, 11, 23), None, subjects).unwrap());
        })
    };
    let mut program = Start::sized(120, 40).on(three());
    program.keys("4vv");
    let head = "version 2 · fra 9. nov 2026";
    assert!(program.line(head).contains("version 3 · fra 23. nov 2026"), "{}", program.screen());
    assert!(program.shows("lydbog til") && program.shows("turen hjem"), "{}", program.screen());
    program.keys("<up>");
    let head = "version 1 · fra 1. sep 2026";
    assert!(program.line(head).contains("version 3 · fra 23. nov 2026"), "{}", program.screen());
    program.keys("<up>");
    assert!(program.shows("ingen anden version"), "{}", program.screen());
    program.keys("<left>");
    assert!(program.line(head).contains("version 2 · fra 9. nov 2026"), "{}", program.screen());
    program.keys("w");
    assert!(program.shows("lektioner om ugen"), "{}", program.screen());
}
