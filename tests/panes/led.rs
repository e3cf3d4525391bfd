//! What was just changed stays in sight, and whatever a list cuts off can be read in full.

use trivsel_domain::record::{
    Case, Closing, Day, DocumentKind, GoalKind, IMPORTED, Move, Outcome, Referral, Standing,
};
use trivsel_domain::value::{
    CaseId, ChildId, Line, Mark, ProgrammeCode, Requirement, SeatNorm, StaffId, Stage,
};
use trivsel_store::House;
use trivsel_words::Lang;
use trivsel_words::text::columns;

use crate::domain::cases;
use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

const ME: StaffId = StaffId::from_u128(1);
/// Too long for a line in any list; its last word proves that all of it is shown.
const LONG: &str = "Hun har ikke været i skole siden sommerferien, og forældrene er sygemeldt på skift, mens \
                    skolen har prøvet kortere dage uden at det hjalp nogen af dem tilstrækkeligt";

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn moved(from: Option<Stage>, to: Stage, reason: Option<&str>) -> Move {
    Move {
        from,
        to,
        on: date(2026, 11, 20),
        waived: vec![],
        reason: reason.map(line),
        by: Some(ME),
        at: None,
    }
}

/// Alma's sheet, this many views to the right.
fn sheet(house: House, right: usize) -> Program {
    sheet_at(Start::default(), house, right)
}

fn sheet_at(start: Start, house: House, right: usize) -> Program {
    let mut program = start.on(house);
    program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(right));
    assert!(program.model.sheet().is_some(), "{}", program.screen());
    program
}

/// Moves down to a row and presses Enter.
fn enter_on(program: &mut Program, row: &str) {
    for _ in 0..40 {
        if program.turned_over().iter().any(|l| l.contains(row)) {
            program.keys("<enter>");
            return;
        }
        program.keys("<down>");
    }
    panic!("no row {row:?} on\n{}", program.screen());
}

/// The words on the screen, without line breaks and frames.
fn words(program: &mut Program) -> String {
    let screen = program.screen();
    let inside = |line: &str| line.split('│').nth(1).unwrap_or(line).to_owned();
    let lines: Vec<String> = screen.lines().map(inside).collect();
    lines.iter().flat_map(|l| l.split_whitespace()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_child_of_a_new_house_is_selected_after_its_sheet_closes() {
    let house =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &house::founding(), morning()).unwrap();
    assert!(house.cases().unwrap().is_empty());
    let mut program = Start::default().on(house);
    program.keys("1");
    assert!(
        words(&mut program).contains("trivsel import cases henter en liste ind."),
        "{}",
        program.screen()
    );
    program.keys("+Ørn Holm<ctrl-s>");
    assert!(program.model.sheet().is_some(), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.turned_over().concat().contains("Ørn Holm"), "{}", program.screen());
    assert!(program.line("Visitation og venteliste ·").contains("1 sag"), "{}", program.screen());
    // Back in the list of seats, the status line says where the change is and which key shows it.
    program.keys("vvv");
    assert!(
        words(&mut program).contains("I visitation: 1, på venteliste: 0. v viser dem"),
        "{}",
        program.screen()
    );
    assert!(program.shows("1 venter (v)"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("Ørn Holm"), "{}", program.screen());
}

#[test]
fn a_child_whose_case_was_closed_is_shown_among_the_closed() {
    let mut program = sheet(house::of(&house::SIXTEEN[..2]), 2);
    program.keys("vvn<enter>fly<enter>Odense<enter>Familien er flyttet<ctrl-s><ctrl-o>");
    assert!(program.shows("flyttet"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.turned_over().concat().contains("Alma Holm"), "{}", program.screen());
    assert!(program.shows("Afsluttede"), "{}", program.screen());
}

#[test]
fn a_sheet_that_was_only_read_leaves_the_list_as_it_was() {
    let mut program = Program::usual();
    program.keys("1<ctrl-f>aya<enter><enter>");
    assert!(program.model.sheet().is_some());
    program.keys("<esc>");
    assert!(program.shows("Aya Hassan") && !program.shows("Alma Holm"), "{}", program.screen());
}

#[test]
fn the_reason_of_a_referral_opens_in_full_from_the_overview_and_the_time_line() {
    let house = house::changed(|records| records.cases[0].referral.note = Some(line(LONG)));
    let mut program = sheet(house, 0);
    assert!(!words(&mut program).contains("tilstrækkeligt"));
    enter_on(&mut program, "Indstillet");
    assert!(words(&mut program).contains(LONG), "{}", program.screen());
    program.keys("<esc><right>");
    enter_on(&mut program, "Indstillet");
    assert!(words(&mut program).contains(LONG), "{}", program.screen());
}

#[test]
fn the_reason_and_the_waivers_of_a_step_open_in_full() {
    let step = |closed: bool| {
        house::changed(move |records| {
            let case = &mut records.cases[0];
            let mut back = moved(Some(Stage::Admitted), Stage::StartUp, Some(LONG));
            back.waived = vec![Requirement::CaseFiles, Requirement::EnrolmentTalk];
            case.moves = vec![back];
            if closed {
                let stay = case.stay().unwrap();
                let closing = Closing { on: date(2026, 11, 20), outcome: Outcome::Moved, place: None };
                case.standing = Standing::Closed { stay, closing };
            }
        })
    };
    let mut program = sheet(step(false), 1);
    enter_on(&mut program, "→ Opstart");
    let text = words(&mut program);
    assert!(text.contains(LONG) && text.contains("fraveget: Indskrivningssamtale"), "{}", program.screen());
    assert!(text.contains("Skriv og underskriv notatet"), "while it runs, where it is entered: {text}");
    let mut program = Start::default().on(step(true));
    program.keys("1vv<enter><right>");
    enter_on(&mut program, "→ Opstart");
    let text = words(&mut program);
    assert!(text.contains(LONG) && !text.contains("Skriv og underskriv"), "{}", program.screen());
    assert!(program.model.form().is_none());
}

#[test]
fn imported_records_say_so_in_the_language_of_the_screen() {
    let imported = || {
        house::changed(|records| {
            let mut entry = moved(None, Stage::Course, Some(IMPORTED));
            (entry.by, entry.waived) = (None, vec![Requirement::CaseFiles]);
            records.cases[0].moves = vec![entry];
        })
    };
    let mut program = sheet(imported(), 1);
    assert!(program.line("→ Forløb").contains("hentet ind fra liste · fraveget: Sagsakter"));
    program.keys(&"<right>".repeat(8));
    enter_on(&mut program, "Sagen oprettet");
    assert!(program.shows("hentet ind fra liste") && !program.shows("imported"), "{}", program.screen());
    let mut program = sheet_at(Start { lang: Lang::En, ..Start::default() }, imported(), 1);
    assert!(program.line("→ Course").contains("imported from a list"), "{}", program.screen());
}

#[test]
fn the_newest_entry_of_a_day_comes_first() {
    let at = |hour| morning().date().and_hms_opt(hour, 0, 0);
    let house = house::changed(|records| {
        let case = &mut records.cases[0];
        case.referral.on = date(2026, 11, 20);
        let written = |step: Move, hour| Move { at: at(hour).map(Into::into), ..step };
        case.moves = vec![
            written(moved(None, Stage::Referral, None), 9),
            written(moved(Some(Stage::Referral), Stage::Admitted, None), 10),
            written(moved(Some(Stage::Admitted), Stage::StartUp, None), 11),
        ];
    });
    let mut program = sheet(house, 1);
    let screen = program.screen();
    let place = |text: &str| screen.lines().position(|l| l.contains(text)).unwrap();
    let places = ["→ Opstart", "→ Visiteret", "→ Visitation", "Indstillet"].map(place);
    assert!(places.is_sorted(), "{screen}");
}

#[test]
fn the_history_names_what_was_changed_and_shows_old_and_new_whole() {
    let house = house::changed(|records| {
        records.documents = vec![cases::document(1, ALMA, DocumentKind::Treatment)];
        records.goals = vec![cases::goal(1, ALMA, GoalKind::Personal)];
        records.days = vec![Day { first: Some(Mark::Sick), ..Day::blank(ALMA, date(2026, 11, 24)) }];
        records.cases[0].referral.note = Some(line(LONG));
    });
    let goal = house.dossier(ALMA).unwrap().unwrap().goals[0].text.as_str().to_owned();
    let mut program = sheet(house, 9);
    assert!(program.shows("Dokument oprettet: Behandlingsplan"), "{}", program.screen());
    assert!(program.shows(&format!("Mål oprettet: {goal}")), "{}", program.screen());
    assert!(!program.shows("Fremmøde oprettet"), "the register is its own choice: {}", program.screen());
    enter_on(&mut program, "Sagen oprettet");
    assert!(words(&mut program).contains(LONG), "{}", program.screen());
    program.keys("<esc>v");
    assert!(program.shows("[Historik: sagen]") && !program.shows("Mål oprettet"), "{}", program.screen());
    program.keys("vvvvv");
    let day = program.line("Fremmøde oprettet");
    assert!(day.contains("24. nov 2026") && day.contains("syg"), "{day}");
}

#[test]
fn every_earlier_case_of_the_child_is_listed_and_opens_and_esc_returns() {
    let other = || ProgrammeCode::new("trivsel").unwrap();
    let house = house::changed(|records| {
        records
            .programmes
            .push(trivsel_domain::record::HouseProgramme { code: other(), seats: SeatNorm::Unlimited });
        let child = ChildId::from_u128(100);
        let before = Referral { on: date(2024, 2, 1), note: Some(line("ville ikke i skole")) };
        records.cases.push(Case {
            standing: Standing::Declined { on: date(2024, 3, 1) },
            ..Case::new(CaseId::from_u128(900), child, other(), before)
        });
    });
    let mut program = sheet(house, 0);
    let earlier = program.line("Tidligere sag");
    assert!(earlier.contains("Trivselsforløb · henvist 1. feb 2024 · Ikke visiteret"), "{earlier}");
    enter_on(&mut program, "Tidligere sag");
    assert!(program.shows("ville ikke i skole"), "{}", program.screen());
    assert!(program.shows("Anden sag"), "and back the other way: {}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Tidligere sag") && !program.shows("ville ikke"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.model.sheet().is_none());
}

#[test]
fn missing_requirements_are_shown_in_full_at_every_width() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        let house = house::changed(|records| {
            let case = &mut records.cases[0];
            let stay = case.stay().unwrap();
            case.standing = Standing::Seated { stage: trivsel_domain::value::SeatedStage::StartUp, stay };
        });
        let mut program = sheet_at(Start::sized(width, height), house, 2);
        let text = words(&mut program);
        assert!(!program.screen().lines().nth(4).unwrap().contains('…'));
        assert!(!program.shows("intet …") && !program.shows(" er …"), "{}", program.screen());
        // A page at a time: what is due stands below.
        let mut text = text;
        for _ in 0..3 {
            program.keys("<pgdn>");
            text.push_str(&words(&mut program));
        }
        assert!(text.contains("□ kan springes over med en begrundelse · × kan ikke springes over"), "{text}");
        program.keys("<home>");
        assert!(width < 80 || program.shows("v: et andet trin"), "{}", program.screen());
    }
}

#[test]
fn titles_never_run_together_and_the_views_say_where_more_of_them_are() {
    for lang in [Lang::Da, Lang::En] {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut program = Start { lang, ..Start::sized(width, height) }.on(house::of(&house::SIXTEEN));
            for keys in ["1", "p", "<esc><enter>"] {
                program.keys(keys);
                let title = program.screen().lines().nth(2).unwrap().to_owned();
                let cut = |word: &str, after: bool| match title.split_once(word) {
                    Some((_, rest)) if after => !rest.is_empty() && !rest.starts_with(' '),
                    Some((before, _)) => !before.ends_with(' '),
                    None => false,
                };
                let together = cut("16 a", false) || cut("pladser", true) || cut("seats", true);
                assert!(!title.contains('…') && !together, "{width} {keys}: {title}");
            }
            for turn in 0..10 {
                let views = program.screen().lines().nth(3).unwrap().to_owned();
                let all = views.contains("Overblik") || views.contains("Overview");
                let to_the_end = views.contains("Histor");
                assert!(columns(&views) <= usize::from(width), "{views}");
                assert!(views.contains('['), "{turn}: {views}");
                assert_eq!(all, !views.contains('◄'), "{views}");
                assert_eq!(to_the_end, !views.contains('►'), "{views}");
                assert!(width < 80 || turn == 9 || (all && to_the_end), "all of them fit: {views}");
                program.keys("<right>");
            }
        }
    }
}

#[test]
fn the_footer_offers_what_the_view_has() {
    let mut program = sheet(house::of(&house::SIXTEEN[..2]), 0);
    for (view, hints) in [
        ("[Overblik]", [false, false, true]),
        ("[Tidslinje]", [false, false, true]),
        ("[Trin]", [false, false, true]),
        ("[Analyse]", [false, false, false]),
        ("[Mål]", [false, true, false]),
        ("[Indsatser]", [false, true, false]),
        ("[Planer]", [true, false, false]),
        ("[Personer]", [false, true, false]),
    ] {
        assert!(program.shows(view), "{}", program.screen());
        let shown = ["u underskriv", "Del slet", "v visning"].map(|hint| program.shows(hint));
        assert_eq!(shown, hints, "{}", program.screen());
        program.keys("<right>");
    }
}

#[test]
fn a_sheet_opened_from_the_seats_closes_onto_them() {
    let mut program = Start::default().on(house::of(&house::SIXTEEN[..2]));
    program.keys("1p<enter>");
    assert!(program.shows("[Overblik]"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Ventes ledige") && program.shows("Alma Holm"), "{}", program.screen());
}

#[test]
fn the_help_shows_every_key_in_full() {
    for width in [60, 80] {
        let mut program = Start::sized(width, 40).on(house::of(&house::SIXTEEN[..2]));
        program.keys("1?");
        let help = words(&mut program);
        let cut = help.replacen("… ", "", usize::from(help.contains("flere ↓")));
        assert!(!cut.contains('…'), "{}", program.screen());
        assert!(help.contains("pladser: hvem har hvilken, hvornår bliver en ledig, hvem venter"), "{help}");
    }
}
