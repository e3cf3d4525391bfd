//! The caseload: order, changing several cases, seats, staff load.

use chrono::Days;
use insta::assert_snapshot;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Case, Day, Doer, FollowUp, HouseProgramme, Move, Need, Priority, Records, Referral, Standing,
};
use trivsel_domain::value::{CaseId, ChildId, FollowUpId, Line, Mark, SeatNorm, StaffId, Stage, Tag, TalkId};
use trivsel_store::{Asker, House};
use trivsel_tui::theme::Theme;
use trivsel_words::Lang;

use crate::harness::house::{self, SIXTEEN, founding, kid, programme, records};
use crate::harness::{Program, Start, date, morning};

/// The waiting children: name, priority, waiting since, last contact with the family.
const WAITING: [(&str, Priority, (i32, u32, u32)); 3] = [
    ("Østen Bæk", Priority::Normal, (2026, 6, 15)),
    ("Åse Lykke", Priority::Urgent, (2026, 10, 5)),
    ("Villads Thy", Priority::Low, (2026, 11, 2)),
];

fn case_of(records: &Records, name: &str) -> CaseId {
    let child = records.children.iter().find(|c| c.name.as_str() == name).unwrap().id;
    records.cases.iter().find(|c| c.child == child).unwrap().id
}

/// Marks a child on this many school days back from yesterday.
fn mark(records: &mut Records, name: &str, days: u64, mark: Mark) {
    let case = case_of(records, name);
    let calendar = trivsel_domain::rules::calendar::Calendar::new(founding().closures);
    let yesterday = date(2026, 11, 24);
    let school = (0..90).map(|n| yesterday - Days::new(n)).filter(|d| calendar.is_school_day(*d));
    for day in school.take(usize::try_from(days).unwrap()) {
        records.days.push(Day { first: Some(mark), ..Day::blank(case, day) });
    }
}

/// A house with sixteen taken seats, three waiting children, worrying absence, an overdue follow-up, needs and
/// methods.
fn house() -> House {
    let mut records = records(&SIXTEEN);
    records.programmes = vec![HouseProgramme { code: programme(), seats: SeatNorm::limited(16).unwrap() }];
    for (n, (name, priority, since)) in (0_u128..).zip(WAITING) {
        let mut more = house::records(&[kid(name, 8)]);
        let mut child = more.children.remove(0);
        child.id = ChildId::from_u128(500 + n);
        records.children.push(child);
        let on = date(since.0, since.1, since.2);
        let referral = Referral { on: on - Days::new(20), note: None };
        let onto = Move {
            from: Some(Stage::Referral),
            to: Stage::Waiting,
            on,
            waived: vec![],
            reason: None,
            by: None,
            at: None,
        };
        records.cases.push(Case {
            standing: Standing::Waiting { priority, last_contact: Some(date(2026, 11, 10)) },
            moves: vec![onto],
            ..Case::new(CaseId::from_u128(500 + n), ChildId::from_u128(500 + n), programme(), referral)
        });
    }
    mark(&mut records, "Ida Marie Toft", 10, Mark::Unlawful);
    mark(&mut records, "Søren Ægård Åse", 7, Mark::Unlawful);
    mark(&mut records, "Carl Emil Friis", 4, Mark::Sick);
    mark(&mut records, "Aya Hassan", 20, Mark::Present);
    let alma = case_of(&records, "Alma Holm");
    records.follow_ups.push(FollowUp {
        id: FollowUpId::from_u128(1),
        talk: TalkId::from_u128(1),
        case: Some(alma),
        what: Line::new("Ring til mor").unwrap(),
        who: Doer::Staff(StaffId::from_u128(1)),
        due: date(2026, 11, 24),
        closing: None,
    });
    let act = Tag::new("ACT").unwrap();
    records.staff[1].methods.push(act.clone());
    let ida = case_of(&records, "Ida Marie Toft");
    for case in &mut records.cases {
        if case.id == ida {
            case.contacts.secondary = None;
            case.needs = vec![
                Need::Competency(trivsel_domain::record::Competency::Pedagogy),
                Need::Method(act.clone()),
                Need::Competency(trivsel_domain::record::Competency::Therapy),
            ];
            case.expected_end = Some(date(2027, 2, 12));
        }
    }
    let profiles = trivsel_defaults::programmes().unwrap();
    let mut house = House::in_memory(profiles, &founding(), morning()).unwrap();
    let asker = Asker::new(StaffId::from_u128(1), morning());
    house.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    house
}

fn program() -> Program {
    Start::default().on(house())
}

fn sized(width: u16, height: u16) -> Program {
    Start::sized(width, height).on(house())
}

#[test]
fn worst_first_at_eighty_columns() {
    assert_snapshot!(program().screen());
}

#[test]
fn what_the_line_below_the_list_has_no_room_for_is_counted() {
    let mut program = program();
    assert!(program.line(" ■ underretning").trim_end().ends_with(" +1"), "{}", program.screen());
    // On a high screen the whole summary is there.
    program.resized(120, 40);
    let screen = program.screen();
    assert!(!screen.contains(" +1") && screen.contains("▲ fravær 100 %"), "{screen}");
}

#[test]
fn wider_columns_and_the_rule_that_fired() {
    assert_snapshot!(sized(120, 40).screen());
}

#[test]
fn fewer_columns_at_sixty() {
    assert_snapshot!(sized(60, 20).screen());
}

#[test]
fn without_colours_the_signs_say_it() {
    let mut plain = Start { theme: Theme::colourless(), ..Start::default() }.on(house());
    assert!(!plain.has_colour());
    assert_eq!(plain.screen(), program().screen());
    plain.keys("m");
    assert!(plain.line("Ida Marie Toft").starts_with('x'), "{}", plain.screen());
}

#[test]
fn the_waiting_list_most_urgent_first() {
    let mut program = program();
    program.keys("v");
    assert_snapshot!(program.screen());
    program.keys("o");
    let screen = program.screen();
    assert!(screen.find("Østen Bæk") < screen.find("Åse Lykke"), "{screen}");
    assert!(screen.contains("længst ventet først"), "{screen}");
}

#[test]
fn orders_and_filters_cycle() {
    let mut program = program();
    for order in ["efter navn", "efter trin", "efter næste samtale", "bekymring først"] {
        program.keys("o");
        assert!(program.shows(order), "{order}: {}", program.screen());
    }
    for filter in ["Visitation og venteliste", "Afsluttede", "Mine sager", "Sager"] {
        program.keys("v");
        assert!(program.screen().lines().nth(2).unwrap().contains(filter), "{filter}: {}", program.screen());
        assert!(program.shows("16 af 16 pladser"), "{}", program.screen());
    }
}

fn waiting(program: &mut Program, n: u128) -> (Priority, Option<StaffId>, Option<chrono::NaiveDate>) {
    let case = program.performer.house().case(CaseId::from_u128(500 + n)).unwrap().unwrap();
    let Standing::Waiting { priority, last_contact } = case.standing else { panic!("waits no more") };
    (priority, case.contacts.primary, last_contact)
}

#[test]
fn several_cases_are_changed_in_one_step() {
    let mut program = program();
    program.keys("vm r");
    assert!(program.shows("2 markeret"), "{}", program.screen());
    program.keys("haster lb i går");
    assert!(program.shows("primær kontakt Lise Bang · haster"), "{}", program.screen());
    program.keys("<enter>");
    let changed = (Priority::Urgent, Some(StaffId::from_u128(2)), Some(date(2026, 11, 24)));
    assert_eq!((waiting(&mut program, 0), waiting(&mut program, 1)), (changed, changed));
    assert!(!program.shows("markeret"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert_eq!(waiting(&mut program, 0), (Priority::Normal, None, Some(date(2026, 11, 10))));
    assert_eq!(waiting(&mut program, 1), (Priority::Urgent, None, Some(date(2026, 11, 10))));
}

#[test]
fn a_change_that_fits_only_some_is_applied_to_none() {
    let mut program = program();
    program.keys("m rhaster<enter>");
    assert!(program.shows("Ida Marie Toft"), "{}", program.screen());
    assert!(program.shows("intet er ændret"), "{}", program.screen());
    assert!(program.shows("2 markeret"), "the marks stay: {}", program.screen());
    program.keys("rvrøvl<enter>");
    assert!(program.shows("Prøv: MK"), "{}", program.screen());
    program.keys("<esc><esc>");
    assert!(!program.shows("markeret"), "{}", program.screen());
}

#[test]
fn the_seats_and_who_waits() {
    let mut program = program();
    program.keys("p");
    assert_snapshot!(program.screen());
    program.keys("g1.3.2027<enter>");
    assert!(program.shows("pr. man 1. mar"), "{}", program.screen());
    assert!(program.shows("ventes 14 af 16 pladser"), "two are expected over: {}", program.screen());
    assert!(program.shows("mar ▬▬·········· 2 ledige"), "{}", program.screen());
    program.keys("i<right><enter>");
    assert!(program.shows("Åse Lykke · 8.b"), "the sheet: {}", program.screen());
}

#[test]
fn the_seats_on_a_narrow_screen_turn_over() {
    let mut program = sized(60, 20);
    program.keys("p");
    assert!(!program.shows("Venteliste"), "{}", program.screen());
    program.keys("<right>");
    assert_snapshot!(program.screen());
}

#[test]
fn the_norm_goes_up_and_not_below_what_is_held() {
    let mut program = program();
    program.keys("p+15<enter>");
    assert!(program.shows("16"), "{}", program.screen());
    let norm = |p: &mut Program| p.performer.house().programmes().unwrap()[0].1.seats.number();
    assert_eq!(norm(&mut program), Some(16));
    program.keys("+18<enter>");
    assert_eq!(norm(&mut program), Some(18), "{}", program.screen());
    assert!(program.shows("16 af 18 pladser"), "{}", program.screen());
    assert!(program.shows("Det står i historikken"), "{}", program.screen());
    program.keys("+100<enter>");
    assert!(program.shows("et tal fra 1 til 99"), "{}", program.screen());
}

#[test]
fn staff_load_and_who_covers_the_needs() {
    let mut program = program();
    program.keys("b");
    assert_snapshot!(program.screen());
    program.keys("<enter>, terapi, Social Thinking<enter>");
    let staff = program.performer.house().staff().unwrap();
    assert_eq!(staff[0].competencies.len(), 2, "{}", program.screen());
    assert_eq!(staff[0].methods[0].as_str(), "Social Thinking");
    assert!(program.shows("● terapi: MK"), "{}", program.screen());
}

#[test]
fn a_read_only_house_can_not_be_changed() {
    let mut program = program();
    program.model.writable = false;
    for keys in ["r", "p+", "<esc>b<enter>"] {
        program.keys(keys);
        assert!(program.shows("kun læses"), "{keys}: {}", program.screen());
        program.keys("<esc>");
    }
}

#[test]
fn the_sheet_says_first_what_the_list_warns_of() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut program = sized(width, height);
        program.keys("1");
        let worst = program.turned_over().concat();
        assert!(worst.contains('■') || worst.contains('▲'), "{}", program.screen());
        program.keys("<enter>");
        let screen = program.screen();
        // The rows are below the track of the stages, and on a wide screen left of the pictures.
        let rows = screen.lines().skip_while(|line| !line.starts_with(" Bekymring"));
        let rows: Vec<&str> = rows.map(|line| line.split('│').next().unwrap_or_default()).collect();
        let track = screen.lines().take_while(|line| !line.starts_with(" Bekymring")).count();
        assert!(track <= 9 && rows[0].contains("ulovligt fravær"), "{screen}");
        let told = rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            told.contains("(regel: 5 i træk, 5 af 20, 15 af 60 dage)") || told.contains("(regel:"),
            "{screen}"
        );
        assert!(
            told.contains("underretning: ulovligt fravær 10 af 54 skoledage i 4. kvartal (18 %), fra 8,5"),
            "{screen}"
        );
    }
}

#[test]
fn the_staff_load_shows_what_the_weeks_ahead_ask_for() {
    for ((width, height), lang) in [((80, 24), Lang::Da), ((120, 40), Lang::En)] {
        let start = Start { size: (width, height), lang, ..Start::default() };
        let mut program = start.on(house::of(&SIXTEEN));
        // An hour with a child, and a talk held, both this week.
        program.keys("2nfre 13-14.30 alma<enter>1n<enter><enter>Vi talte.<ctrl-s><ctrl-o>b");
        assert_snapshot!(format!("load_{width}"), program.screen());
        // Nothing is cut without a sign, and no column touches another.
        let line = program.line("Maja Krog");
        assert!(line.contains("2,3t") || line.contains("2.3h"), "{line}");
    }
}
