//! The sheet of a case, view by view.

use chrono::Days;
use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Day, Doer, FollowUp, FourLines, GoalClosing, GoalEnd, GoalKind, HowFar, Instrument, InterventionKind,
    Measure, OpenTo, Participant, Progress, Records, Score, TalkKind, Tenths,
};
use trivsel_domain::value::{
    CaseId, ChildId, FollowUpId, GoalId, Half, Line, Mark, MeasureId, Role, StaffId, TalkId,
};
use trivsel_store::{AccessQuery, Asker, House};
use trivsel_tui::theme::Theme;

use crate::domain::cases;
use crate::harness::{Program, Start, date, house, morning};

const CASE: CaseId = CaseId::from_u128(100);
const ME: StaffId = StaffId::from_u128(1);

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

/// The usual sixteen, where the first has records of every type.
fn records() -> Records {
    let mut records = house::records(&house::SIXTEEN);
    let child = ChildId::from_u128(100);
    let mother = cases::person(1, child, Role::Mother);
    records.people = vec![mother, cases::person(2, child, Role::Ppr)];
    records.talks.push(cases::talk(
        2,
        CASE,
        TalkKind::StartUp,
        date(2026, 9, 7),
        vec![Participant::Role(Role::Mother)],
    ));
    let mut restricted = cases::talk(3, CASE, TalkKind::Network, date(2026, 10, 1), vec![]);
    restricted.open_to = OpenTo::Only(vec![]);
    restricted.author = StaffId::from_u128(2);
    records.talks.push(restricted);
    let mut family = cases::goal(1, CASE, GoalKind::Family);
    family.text = line("Rolige morgener");
    let mut academic = cases::goal(2, CASE, GoalKind::Academic);
    academic.municipal = Some(line("Følger undervisningen i dansk"));
    let far = |day, value| Progress { date: date(2026, 10, day), value: HowFar::new(value).unwrap(), by: ME };
    academic.progress = vec![far(1, 2), far(15, 5)];
    let mut reached = cases::goal(3, CASE, GoalKind::Personal);
    reached.ended = Some(GoalClosing { on: date(2026, 11, 2), how: GoalEnd::Reached });
    records.goals = vec![family, academic, reached];
    records.interventions = vec![cases::intervention(1, CASE, InterventionKind::FamilyTreatment)];
    records.analyses = vec![cases::analysis(1, CASE, 1)];
    records.documents = vec![cases::document(1, CASE, trivsel_domain::record::DocumentKind::Treatment)];
    records.follow_ups = vec![FollowUp {
        id: FollowUpId::from_u128(1),
        talk: TalkId::from_u128(1),
        case: Some(CASE),
        what: line("ring til mor"),
        who: Doer::Staff(ME),
        due: date(2026, 11, 23),
        closing: None,
    }];
    records.measures = vec![Measure {
        id: MeasureId::from_u128(1),
        case: CASE,
        talk: TalkId::from_u128(1),
        date: date(2026, 11, 24),
        rater: Role::Child,
        score: Score::Fit { instrument: Instrument::Srs, lines: FourLines::new([Tenths(80); 4]).unwrap() },
    }];
    let mut sick = Day::blank(CASE, date(2026, 11, 20));
    sick.first = Some(Mark::Sick);
    let mut there = Day::blank(CASE, date(2026, 11, 19));
    there.first = Some(Mark::Present);
    assert!(there.mark(Half::First).is_some());
    records.days = vec![sick, there];
    records
}

fn filled() -> House {
    let profiles = trivsel_defaults::programmes().unwrap();
    let mut house = House::in_memory(profiles, &house::founding(), morning()).unwrap();
    let asker = Asker::new(ME, morning());
    house.perform(asker, &Action::Restore(Box::new(records()))).unwrap();
    house
}

/// The caseload sorted by name, with Alma's sheet open.
fn opened(start: Start) -> Program {
    let mut program = start.on(filled());
    program.keys("1");
    let needle = "<ctrl-f>Alma<enter><enter>";
    program.keys(needle);
    assert!(program.shows("Overblik"), "{}", program.screen());
    program
}

#[test]
fn enter_on_a_case_opens_its_sheet() {
    let mut program = opened(Start::default());
    assert_snapshot!(program.screen());
    // Opening a case is written to the access log.
    let read =
        program.performer.house().access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    assert_eq!(read.len(), 1);
    program.keys("<esc>");
    assert!(!program.shows("Overblik"));
}

#[test]
fn the_arrows_cycle_through_every_view() {
    let mut program = opened(Start::default());
    let mut all = String::new();
    for _ in 0..10 {
        all.push_str(&program.screen());
        program.keys("<right>");
    }
    assert!(program.shows("[Overblik]"), "{}", program.screen());
    program.keys("<left>");
    assert!(program.shows("[Historik: uden fremmøde]"), "{}", program.screen());
    assert_snapshot!(all);
}

#[test]
fn a_wide_screen_a_narrow_one_and_one_without_colours() {
    assert_snapshot!("sheet_wide", opened(Start::sized(120, 40)).screen());
    assert_snapshot!("sheet_narrow", opened(Start::sized(60, 20)).screen());
    let mut plain = opened(Start { theme: Theme::colourless(), ..Start::default() });
    assert!(!plain.has_colour());
    assert_eq!(plain.turned_over().len(), 1);
}

#[test]
fn the_time_line_shows_one_thing_at_a_time() {
    let mut program = opened(Start::default());
    program.keys("<right>");
    assert!(program.shows("Netværksmøde") && program.shows("fortrolig"), "{}", program.screen());
    // The filter on marks shows only days.
    assert!(program.shows("20. nov 2026") && !program.shows("19. nov 2026"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("samtaler]") && !program.shows("20. nov 2026"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("19. nov 2026") && !program.shows("Netværksmøde"), "{}", program.screen());
}

#[test]
fn enter_on_a_talk_opens_it_and_a_restricted_one_of_others_is_refused() {
    let mut program = opened(Start::default());
    program.keys("<right>v");
    let row = program.screen().lines().position(|l| l.contains("Netværksmøde")).unwrap() - 4;
    program.keys(&"<down>".repeat(row));
    program.keys("<enter>");
    assert!(program.shows("ikke åbent for dig"), "{}", program.screen());
    program.keys("<home><enter>");
    assert!(program.shows("morgenen går lettere"), "{}", program.screen());
}

#[test]
fn a_family_goal_without_a_municipal_goal_is_flagged() {
    let mut program = opened(Start::default());
    program.keys("<right><right><right><right>");
    let screen = program.screen();
    assert!(screen.contains("▲ familiemål uden mål i handleplanen"), "{screen}");
    assert!(screen.contains("5/10") && screen.contains("1. okt 2 → 15. okt 5"), "{screen}");
    assert!(screen.contains("nået"), "{screen}");
}

#[test]
fn the_next_step_says_what_is_missing_and_enter_leads_there() {
    let mut program = opened(Start::default());
    program.keys("<right><right>");
    let screen = program.screen();
    assert!(screen.contains("[Udslusning]") && screen.contains("Udslusningsplan"), "{screen}");
    let row = screen.lines().position(|l| l.contains("□ Udslusningsplan")).unwrap() - 4;
    program.keys(&"<down>".repeat(row));
    program.keys("<enter>");
    assert!(program.model.form().is_some(), "{}", program.screen());
    program.keys("<esc>");
    // The other steps: back to start-up, and closing early.
    program.keys("v");
    assert!(program.shows("[Opstart]"), "{}", program.screen());
}

#[test]
fn undo_works_on_the_sheet_and_updates_it() {
    let mut program = opened(Start::default());
    program.keys("<right><right><right><right><right><right><right>");
    assert!(program.shows("Åse Ægård"), "{}", program.screen());
    program.keys("<del>");
    let listed = |l: &&str| l.starts_with(" mor ") || l.starts_with(" PPR ");
    let people = |p: &mut Program| p.screen().lines().filter(listed).count();
    assert_eq!(people(&mut program), 1, "{}", program.screen());
    // The history also shows removed records.
    program.keys("<right><right>");
    assert!(program.shows("Person fjernet"), "{}", program.screen());
    program.keys("<left><left><ctrl-z>");
    assert_eq!(people(&mut program), 2, "{}", program.screen());
}

#[test]
fn a_colleagues_change_shows_on_an_open_sheet() {
    let mut program = opened(Start::default());
    program.keys("<right><right><right><right>");
    let asker = Asker::new(StaffId::from_u128(2), morning());
    let action = Action::RecordProgress {
        case: CASE,
        goal: GoalId::from_u128(1),
        date: date(2026, 11, 25),
        value: HowFar::new(7).unwrap(),
    };
    program.performer.house().perform(asker, &action).unwrap();
    program.send(trivsel_tui::message::Message::ChangedElsewhere);
    assert!(program.shows("7/10"), "{}", program.screen());
}

#[test]
fn thirty_years_of_one_case_draw_normally() {
    let mut records = house::records(&house::SIXTEEN);
    let first = date(1996, 8, 12);
    records.days = (0..365 * 30)
        .map(|n| {
            let mut day = Day::blank(CASE, first + Days::new(n));
            day.first = Some(Mark::Sick);
            day
        })
        .collect();
    let profiles = trivsel_defaults::programmes().unwrap();
    let mut house = House::in_memory(profiles, &house::founding(), morning()).unwrap();
    house.perform(Asker::new(ME, morning()), &Action::Restore(Box::new(records))).unwrap();
    let mut program = Start::default().on(house);
    program.keys("1<ctrl-f>Alma<enter><enter><right><end>");
    assert!(program.shows("12. aug 1996"), "{}", program.screen());
    program.keys("<home>");
    assert!(!program.shows("1996"), "{}", program.screen());
}
