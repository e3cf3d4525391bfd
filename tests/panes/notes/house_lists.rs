//! The house's own lists (templates, themes, cut-offs), edited as text; errors name their line.

use trivsel_domain::record::Day;
use trivsel_domain::value::Mark;

use super::around;
use crate::harness::keys::function;
use crate::harness::{Program, Start, date, house};

/// Opens a list by its name.
fn open(program: &mut Program, name: &str) {
    program.send(function(3));
    for _ in 0..30 {
        if program.turned_over().iter().any(|l| l.contains(name)) {
            program.keys("<enter>");
            return;
        }
        program.keys("<down>");
    }
    panic!("no list {name}: {}", program.screen());
}

#[test]
fn a_template_is_edited_and_inserted_in_a_note() {
    let mut program = Program::usual();
    program.keys("n<ctrl-t>");
    let had = !program.shows("ingen skabelon");
    program.keys("<esc>");
    open(&mut program, "Skabelon: Udviklingssamtale");
    program.keys("<ctrl-home>Siden sidst:<enter><enter>Næste skridt:<enter><ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{had}: {}", program.screen());
    // The first note stays a draft, and this one is another.
    program.keys("n<down><enter><enter><ctrl-t>");
    let screen = program.screen();
    assert!(screen.contains("│Siden sidst:") && screen.contains("│Næste skridt:"), "{screen}");
    // Typing continues below the first heading.
    program.keys("Han kom.<esc>n<down><down><enter><enter><enter>ord <ctrl-t><ctrl-home>");
    assert!(program.shows("│ord") && program.shows("│Siden sidst:"), "{}", program.screen());
    let kept = program.performer.house().drafts(super::MAJA).unwrap();
    assert!(kept.iter().any(|d| d.fields["text"].starts_with("Siden sidst:\nHan kom.")));
}

#[test]
fn a_kind_without_a_template_says_where_to_write_one() {
    let mut program = Program::usual();
    open(&mut program, "Skabelon: Telefon eller besked");
    assert!(program.shows("Skabelon: Telefon eller besked"), "{}", program.screen());
    program.keys("<esc>ntel<ctrl-t>");
    assert!(program.shows("ingen skabelon til den slags samtale. F3"), "{}", program.screen());
}

#[test]
fn a_new_theme_is_offered_in_notes() {
    let mut program = Program::usual();
    open(&mut program, "Temaer");
    program.keys("<ctrl-end><enter>kanoture<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    program.keys("n<enter><enter>ord<tab><tab><tab><tab><tab><tab><tab>kan");
    assert!(program.shows("→ kanoture"), "{}", program.screen());
}

#[test]
fn an_error_names_its_line_and_the_text_stays() {
    let mut program = Program::usual();
    open(&mut program, "Temaer");
    program.keys("<ctrl-end><enter>a, b<ctrl-s>");
    assert!(program.shows("et komma deler i to"), "{}", program.screen());
    assert!(program.shows("a, b"));
    program.keys("<esc>");
    open(&mut program, "Grænser");
    program.keys("<ctrl-end><enter>ORS: 99<ctrl-s>");
    assert!(program.shows("linje "), "{}", program.screen());
}

#[test]
fn a_changed_cut_off_applies_to_the_next_note() {
    let mut program = Program::usual();
    open(&mut program, "Grænser");
    program.keys("<ctrl-end><enter>ORS 13–17 år: 20<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    program.keys("n<enter><enter>ord<tab><tab>6,5 7 8 5");
    assert!(around(&mut program, "►ORS ved start").contains("ikke under 20"), "{}", program.screen());
}

#[test]
fn a_house_that_counts_days_adds_sick_and_unlawful_ones() {
    let house = house::changed(|records| {
        let case = records.cases[0].id;
        for (n, day) in [9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23].into_iter().enumerate() {
            let first = Some(if n < 8 { Mark::Sick } else { Mark::Unlawful });
            records.days.push(Day { first, ..Day::blank(case, date(2026, 11, day)) });
        }
    });
    let mut program = Start::sized(120, 40).on(house);
    assert!(!program.keys("1").shows("kvartal"), "{}", program.screen());
    open(&mut program, "Grænser for fravær");
    program.keys("1.10.2026: 15 / 10 dage<ctrl-s>");
    assert!(
        program.shows("linje 1: dato: to tal"),
        "the limits are the wrong way round: {}",
        program.screen()
    );
    program.keys(&"<backspace>".repeat("15 / 10 dage".len())).keys("10 / 15 dage<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    program.keys("5").keys("1");
    let told = "▲ lederen kontakter forældrene: sygt og ulovligt fravær 11 dage i 4. kvartal, over 10";
    assert!(program.shows(told), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(!program.shows(told), "{}", program.screen());
}

#[test]
fn a_rule_of_concern_of_the_houses_own_fires_by_its_name() {
    let house = house::changed(|records| {
        let case = records.cases[0].id;
        records.days.retain(|day| day.case != case);
        for (n, day) in (9..=13).chain(16..=20).chain(23..=24).enumerate() {
            let first = Some(if n == 3 || n == 4 { Mark::Sick } else { Mark::Present });
            records.days.push(Day { first, ..Day::blank(case, date(2026, 11, day)) });
        }
    });
    let mut program = Start::sized(120, 40).on(house);
    let fired = "fravær 2 dage i træk, 12.–13. nov 2026 (husets regel: Åse-reglen)";
    assert!(!program.keys("1").shows(fired), "{}", program.screen());
    open(&mut program, "Regler for bekymring");
    assert!(program.shows("10 procent"), "the usual rule stands there: {}", program.screen());
    program.keys("<ctrl-home>Åse-reglen: 40 af 30, 2 i træk<enter><ctrl-s>");
    assert!(program.shows("linje 1: 10 procent, 5 dage"), "{}", program.screen());
    program.keys("<up><end>").keys(&"<backspace>".repeat("Åse-reglen: 40 af 30, 2 i træk".chars().count()));
    program.keys("Åse-reglen: over 90%, 2 i træk<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    program.keys("5").keys("1<home>");
    assert!(program.shows(fired), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(!program.shows(fired), "{}", program.screen());
}

#[test]
fn in_a_house_that_is_only_read_the_lists_are_read_and_nothing_is_written() {
    let mut program = Program::usual();
    program.model.writable = false;
    open(&mut program, "Skolekalender");
    assert!(program.shows("Juleferie"), "{}", program.screen());
    for key in ["n", "<enter>", "<del>", "<ctrl-z>"] {
        program.keys(key);
        assert!(program.shows("Huset kan kun læses her"), "{key}:\n{}", program.screen());
        assert!(program.shows("Juleferie"), "{key}:\n{}", program.screen());
    }
    program.keys("<right><esc>");
    program.keys("<esc>");
    open(&mut program, "Temaer");
    assert!(program.shows("Huset kan kun læses her"), "{}", program.screen());
    assert!(program.shows("Temaer") && program.model.form().is_none(), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Husets lister"), "{}", program.screen());
}

#[test]
fn the_year_of_confirmation_is_the_municipalitys() {
    // Bertram is in grade 8, which has Christian studies where the confirmation is in grade 7.
    let is_offered = |program: &mut Program| {
        program.keys("4<ctrl-p>bertram<enter>").keys("nkrist<enter>");
        program.line("Fag  ").contains("kristendomskundskab")
    };
    assert!(is_offered(&mut Program::usual()));
    let mut program = Program::usual();
    open(&mut program, "Konfirmationsår");
    program.keys("<backspace>6<ctrl-s>");
    assert!(program.shows("linje 1: kommunens klassetrin: 7 eller 8"), "{}", program.screen());
    program.keys("<backspace>8<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    assert!(!is_offered(&mut program), "{}", program.screen());
}

#[test]
fn how_long_cases_are_kept_is_a_line_a_programme() {
    let mut program = Program::usual();
    open(&mut program, "Opbevaring efter afslutning");
    assert!(
        program.shows("│Skolefraværstilbud: 5 år") && program.shows("│Kommunalt: nej"),
        "{}",
        program.screen()
    );
    program.keys("<ctrl-end><backspace><backspace><backspace>måske<ctrl-s>");
    assert!(program.shows("linje 2"), "{}", program.screen());
    program.keys(&"<backspace>".repeat("måske".chars().count())).keys("ja");
    program.keys("<up><end><backspace><backspace><backspace><backspace>7 år<ctrl-s>");
    assert!(program.shows("Husets liste er gemt"), "{}", program.screen());
    let retention = program.performer.house().settings().unwrap().unwrap().retention;
    assert!(retention.municipal);
    let years: Vec<(&str, u8)> =
        retention.years.iter().map(|own| (own.programme.as_str(), own.years.get())).collect();
    assert_eq!(years, [("skolefravaer", 7)]);
}
