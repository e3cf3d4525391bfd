//! The house in figures: one line for each figure, its table, what it counts, and the page for others.

use trivsel_domain::record::{Closing, Day, Matter, Outcome, Participant, Standing, Talk};
use trivsel_domain::value::{Line, Mark, Minutes, TalkId};
use trivsel_words::Lang;

use crate::harness::house;
use crate::harness::{Program, Start, date};

/// Sixteen children. In November the first is sick and the second unlawfully away on three days each; a third child's
/// course ended on the 11th.
fn program(start: Start) -> Program {
    let mut records = house::records(&house::SIXTEEN);
    for (at, mark) in [(0, Mark::Sick), (1, Mark::Unlawful), (3, Mark::Present)] {
        let case = records.cases[at].id;
        let days = [2, 3, 4].map(|day| date(2026, 11, day));
        records.days.extend(days.map(|on| Day { first: Some(mark), ..Day::blank(case, on) }));
    }
    let case = &mut records.cases[2];
    let stay = case.stay().unwrap();
    let closing = Closing { on: date(2026, 11, 11), outcome: Outcome::GeneralSchool, place: None };
    case.standing = Standing::Closed { stay, closing };
    start.on(house::with(records))
}

fn narrow() -> Program {
    program(Start::sized(80, 24))
}

#[test]
fn one_key_from_the_caseload_shows_every_figure_of_the_month() {
    let mut narrow = narrow();
    narrow.keys("t");
    insta::assert_snapshot!("house_80", narrow.screen());
    let mut wide = program(Start { lang: Lang::En, ..Start::sized(120, 40) });
    wide.keys("t");
    insta::assert_snapshot!("house_120_en", wide.screen());
}

#[test]
fn a_figure_opens_to_its_table_and_to_what_it_counts() {
    let mut program = narrow();
    program.keys("t");
    let occupancy = program.line("Belægning");
    // Forty seats, sixteen of them held for the first ten days, fifteen after that, up to the 25th.
    assert!(occupancy.contains("38,5 % · 385 af 1000 pladsdage"), "{occupancy}");
    program.keys("<down><down><down><down><down><enter>");
    assert!(program.shows("Det tæller:") && program.line("Alma Holm").contains("25"), "{}", program.screen());
    insta::assert_snapshot!("house_occupancy", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Rækken er ikke ét barns"), "{}", program.screen());
    program.keys("<down><enter>");
    assert!(program.shows("[Overblik]"), "a row of a child opens its sheet: {}", program.screen());
    program.keys("<esc><esc>w<enter>");
    assert!(program.shows("[Overblik]"), "w goes to the list behind a figure: {}", program.screen());
    program.keys("<esc><esc><esc>");
    assert!(program.shows("[1 Sager]") && !program.shows("pladsdage"), "{}", program.screen());
}

#[test]
fn the_keys_change_the_period() {
    let mut program = narrow();
    program.keys("t");
    assert!(program.shows("november 2026 · 1.–30. nov 2026"), "{}", program.screen());
    for (key, period) in [
        ("<lt>", "oktober 2026"),
        ("v", "4. kvartal 2026"),
        ("<lt>", "3. kvartal 2026"),
        ("v", "Skoleår 2026/27"),
        ("v", "Tre skoleår 2024/27"),
        ("<lt>", "Tre skoleår 2023/26"),
        ("i", "Tre skoleår 2024/27"),
        ("v", "november 2026"),
    ] {
        program.keys(key);
        assert!(program.shows(period), "{key}: {}", program.screen());
    }
    program.keys(">");
    assert!(program.shows("Perioden er ikke begyndt"), "{}", program.screen());
}

#[test]
fn the_page_for_others_names_no_child_and_offers_three_years() {
    let mut program = narrow();
    program.keys("ta");
    assert!(program.shows("til andre: små grupper er skjult"), "{}", program.screen());
    assert!(!program.shows("Børnene"), "{}", program.screen());
    let ended = program.line("Hvor de kom hen");
    assert!(ended.contains("skjult sluttet"), "{ended}");
    assert!(program.shows("Tre skoleår samler flere børn"), "{}", program.screen());
    for kid in house::SIXTEEN {
        assert!(!program.shows(kid.name), "{}", program.screen());
    }
    program.keys("<end><up><enter>");
    assert!(!program.shows("Det tæller:"), "{}", program.screen());
    program.keys("<esc>a");
    assert!(program.shows("Børnene"), "{}", program.screen());
}

#[test]
fn consultations_are_seen_by_school_and_period_and_each_behind_them() {
    let house = house::changed(|records| {
        let first = records.talks[0].clone();
        let held = |n: u128, school: &str, on, minutes, with: &str| Talk {
            id: TalkId::from_u128(n),
            matter: Matter::consultation(Line::new(school).unwrap(), None),
            date: on,
            minutes: Minutes::new(minutes).ok(),
            participants: vec![Participant::Other(Line::new(with).unwrap())],
            ..first.clone()
        };
        records.talks.extend([
            held(21, "Åskolen", date(2026, 11, 3), 60, "12 lærere"),
            held(22, "Lindeskolen", date(2026, 11, 10), 90, "skolelederen"),
            held(23, "ÅSKOLEN", date(2026, 11, 17), 30, "2 pædagoger"),
            held(24, "Åskolen", date(2026, 9, 1), 60, "5 lærere"),
        ]);
    });
    let mut program = Start::default().on(house);
    program.keys("1t<end>");
    assert!(program.shows("3 med 3 timer · 15 deltagere"), "{}", program.screen());
    program.keys("<enter>");
    insta::assert_snapshot!("consultations", program.screen());
    program.keys("<esc>vv");
    assert!(program.shows("4 med 4 timer · 20 deltagere"), "the school year: {}", program.screen());
}
