//! The overview of a case on one page, and its development on one time axis.

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Day, FourLines, GoalKind, HowFar, Instrument, Measure, Move, Origin, Progress, Records, Score, TalkKind,
    Tenths,
};
use trivsel_domain::value::{CaseId, Line, Mark, MeasureId, Role, StaffId, Stage, TalkId};
use trivsel_store::{Asker, House};
use trivsel_tui::theme::{Pen, Theme};

use crate::domain::cases;
use crate::harness::{Program, Start, date, house, morning};

const CASE: CaseId = CaseId::from_u128(100);
const ME: StaffId = StaffId::from_u128(1);

fn score(number: u128, on: NaiveDate, tenths: i32) -> Measure {
    Measure {
        id: MeasureId::from_u128(number),
        case: CASE,
        talk: TalkId::from_u128(50),
        date: on,
        rater: Role::Child,
        score: Score::Fit {
            instrument: Instrument::Ors,
            lines: FourLines::new([Tenths(tenths / 4); 4]).unwrap(),
        },
    }
}

/// Alma, who was referred in June, began in August, and went back to start-up once.
fn records() -> Records {
    let mut records = house::records(&house::SIXTEEN[..2]);
    let step = |from, to, on, reason: Option<&str>| Move {
        from,
        to,
        on,
        waived: vec![],
        reason: reason.map(|r| Line::new(r).unwrap()),
        by: Some(ME),
        at: None,
    };
    let case = &mut records.cases[0];
    case.moves = vec![
        step(None, Stage::Referral, date(2026, 6, 1), None),
        step(Some(Stage::Referral), Stage::Admitted, date(2026, 8, 10), None),
        step(Some(Stage::Admitted), Stage::StartUp, date(2026, 8, 17), None),
        step(Some(Stage::StartUp), Stage::Course, date(2026, 9, 7), None),
        step(Some(Stage::Course), Stage::StartUp, date(2026, 9, 28), Some("for mange timer på én gang")),
        step(Some(Stage::StartUp), Stage::Course, date(2026, 10, 19), None),
    ];
    records.talks.push(cases::talk(50, CASE, TalkKind::Development, date(2026, 9, 2), vec![]));
    let mut goal = cases::goal(1, CASE, GoalKind::Personal);
    goal.text = Line::new("Møde hver dag kl. 8.30").unwrap();
    goal.set_on = date(2026, 9, 7);
    let far = |on, value| Progress { date: on, value: HowFar::new(value).unwrap(), by: ME };
    goal.progress = vec![far(date(2026, 10, 1), 3), far(date(2026, 11, 12), 6)];
    records.goals = vec![goal];
    let scores = [(9, 2, 160), (9, 30, 140), (10, 14, 200), (11, 4, 240), (11, 18, 280)];
    records.measures = (1..).zip(scores).map(|(n, (m, d, v))| score(n, date(2026, m, d), v)).collect();
    // Two weeks of the sending school before the course; then a child that comes more and more.
    let before = (0..10).map(|n| Day {
        first: Some(if n % 4 == 0 { Mark::Present } else { Mark::Unlawful }),
        origin: Origin::SendingSchool,
        ..Day::blank(CASE, date(2026, 6, 8) + Days::new(n))
    });
    let own = (0..100).map(|n| Day {
        first: Some(if n % 10 < 3 + n / 12 { Mark::Present } else { Mark::Sick }),
        ..Day::blank(CASE, date(2026, 8, 17) + Days::new(n))
    });
    let weekday = |day: &Day| chrono::Datelike::weekday(&day.date).num_days_from_monday() < 5;
    records.days = before.chain(own).filter(weekday).collect();
    records
}

fn opened(start: Start) -> Program {
    let mut program = opened_by_name(start);
    assert!(program.shows("[Overblik]"), "{}", program.screen());
    program
}

fn opened_by_name(start: Start) -> Program {
    let profiles = trivsel_defaults::programmes().unwrap();
    let mut house = House::in_memory(profiles, &house::founding(), morning()).unwrap();
    house.perform(Asker::new(ME, morning()), &Action::Restore(Box::new(records()))).unwrap();
    let mut program = start.on(house);
    program.keys("1<ctrl-f>Alma<enter><enter>");
    program
}

#[test]
fn a_wide_screen_tells_where_in_the_course_what_is_next_and_how_it_goes() {
    let mut program = opened(Start::sized(120, 40));
    assert_snapshot!("overview_120", program.screen());
    for told in [
        "►",
        "◄ 28. sep tilbage fra Forløb til Opstart: for mange timer på én gang",
        "Udslusning · ",
        "krav mangler",
        "Fremmøde uge for uge: timer",
        "ORS · barnet",
        "28 grænse",
        "første + 5",
        "6/10  Møde hver dag",
    ] {
        assert!(program.shows(told), "{told}\n{}", program.screen());
    }
    // The two times in the course together: three weeks, and from 19 October on.
    assert!(program.shows(" 8 uger, 2 gange"), "{}", program.screen());
}

#[test]
fn a_usual_screen_tells_it_in_short() {
    let mut program = opened(Start::default());
    assert_snapshot!("overview_80", program.screen());
    assert!(program.shows("●Opstart ►Forløb ○Udslusning"), "{}", program.screen());
    let back = "Forløb · 8 uger, 2 gange · ◄ 28. sep tilbage fra Forløb til Opstart";
    assert!(program.shows(back), "{}", program.screen());
    program.resized(60, 16);
    assert!(program.shows("●·●●►○○ Forløb"), "{}", program.screen());
}

#[test]
fn every_row_of_the_overview_still_leads_somewhere() {
    let mut program = opened(Start::sized(120, 40));
    let screen = program.screen();
    let row = |text: &str| screen.lines().position(|l| l.starts_with(text)).unwrap();
    let first = screen.lines().position(|l| l.contains('│')).unwrap();
    for (text, shown) in [
        (" Næste trin", "[Trin]"),
        (" Seneste måling", "ORS · barnet"),
        (" Mål", "Møde hver dag"),
        (" Kontakt", "Sagsoplysninger"),
    ] {
        let mut program = opened(Start::sized(120, 40));
        program.keys("<home>").keys(&"<down>".repeat(row(text) - first)).keys("<enter>");
        assert!(program.shows(shown), "{text}\n{}", program.screen());
    }
}

#[test]
fn wellbeing_and_attendance_share_one_axis_with_what_happened_along_it() {
    let mut program = opened(Start::sized(120, 40));
    program.keys("v");
    assert!(program.shows("[Overblik: hele forløbet]"), "{}", program.screen());
    assert_snapshot!("development_120", program.screen());
    let screen = program.screen();
    let stages = screen.lines().find(|l| l.trim_start().starts_with("Trin")).unwrap();
    assert_eq!(stages.matches("│Forløb").count(), 2, "{screen}");
    assert!(screen.contains("▒▒") && screen.contains("▒ oplyst"), "{screen}");
    let lane = screen.lines().find(|l| l.trim_start().starts_with("Mål")).unwrap();
    assert!(lane.contains("○ Møde") && lane.contains('3') && lane.contains('6'), "{screen}");
    // The cursor goes through what happened, newest first, and shows its day in the picture.
    let upright = |screen: &str| {
        let line = screen.lines().nth(5).unwrap().chars().collect::<Vec<_>>();
        line.iter().rposition(|c| *c == '│')
    };
    let first = upright(&screen);
    program.keys("<down><down>");
    assert!(upright(&program.screen()) < first, "{}", program.screen());
    // Three months are drawn in the same room; the whole case began within the last half year.
    program.keys("v");
    assert!(program.shows("[Overblik: et halvt år]") && program.shows("1. jun"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("[Overblik: 3 måneder]") && !program.shows("1. jun"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("[Overblik]"), "{}", program.screen());
}

#[test]
fn enter_on_the_attendance_of_the_overview_shows_the_development() {
    let mut program = opened(Start::default());
    let screen = program.screen();
    let rows = screen.lines().skip_while(|l| !l.contains("tilbage fra")).skip(1);
    let down = rows.take_while(|l| !l.starts_with(" Fremmøde")).count();
    program.keys("<home>").keys(&"<down>".repeat(down)).keys("<enter>");
    assert!(program.shows("[Overblik: hele forløbet]"), "{}", program.screen());
    assert_snapshot!("development_80", program.screen());
}

#[test]
fn the_pictures_are_read_without_colours_and_in_braille() {
    let mut plain = opened(Start { theme: Theme::colourless(), ..Start::sized(120, 40) });
    assert!(!plain.has_colour());
    let (one, two) = (plain.screen(), plain.keys("v").screen());
    let mut coloured = opened(Start::sized(120, 40));
    assert_eq!((one, two), (coloured.screen(), coloured.keys("v").screen()));
    let braille = Theme { pen: Pen::Braille, ..Theme::colourless() };
    let mut fine = opened(Start { theme: braille, ..Start::sized(120, 40) });
    let dots = |screen: &str| screen.chars().filter(|c| ('\u{2801}'..='\u{28ff}').contains(c)).count();
    assert!(dots(&fine.screen()) > 5, "{}", fine.screen());
    assert!(dots(&fine.keys("v").screen()) > 5, "{}", fine.screen());
    assert_eq!(dots(&coloured.screen()), 0);
}

#[test]
fn in_english() {
    let mut program = opened_by_name(Start { lang: trivsel_words::Lang::En, ..Start::sized(120, 40) });
    assert!(program.shows("Attendance by week: hours"), "{}", program.screen());
    assert!(program.shows("◄ 28 Sep back from Course to Start-up"), "{}", program.screen());
}
